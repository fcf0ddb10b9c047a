//! Where a reader asks for less motion, nothing moves: no transition, no animation, no smooth scrolling.

use dateline_browser::{Browser, PAGES, Window, visit};
use serde_json::json;

/// Whatever takes time to change, and whatever is changing now. What only waits before it appears does not move.
const LOOK: &str = "const bad = [];
    const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
    for (const element of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after']) {
            const style = getComputedStyle(element, part);
            const moves = lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration));
            if (moves || style.scrollBehavior === 'smooth') bad.push(element.tagName + '.' + element.className + (part ?? ''));
        }
    }
    for (const animation of document.getAnimations()) if (animation.effect.getComputedTiming().activeDuration > 0) bad.push('runs: ' + animation.animationName);
    return [...new Set(bad)].slice(0, 8).join(', ')";

#[test]
fn who_wants_no_motion_sees_none() {
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium can be told under way what a reader asks for");
        return;
    }
    visit("", Window::DESKTOP, async |page| {
        let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        page.find("link", "0 requests since load").await;
        for each in PAGES {
            page.turn_to(each).await;
            assert_eq!(page.script(LOOK).await, "", "{each:?}");
        }
    });
}
