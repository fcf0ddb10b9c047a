//! Components into HTML, natively.

use dateline::ui::words::{Language, speak};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use yew::html::BaseComponent;

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

/// The HTML of a component, on one line.
pub fn render<C: BaseComponent>(props: impl FnOnce() -> C::Properties + Send + 'static) -> String {
    let wanted = std::env::var("SCREENS_LANGUAGE").ok().and_then(|tag| Language::of_tag(&tag));
    render_in::<C>(wanted.unwrap_or_default(), props)
}

/// The HTML of a component that speaks a language, on one line.
pub fn render_in<C: BaseComponent>(
    language: Language,
    props: impl FnOnce() -> C::Properties + Send + 'static,
) -> String {
    let props = move || {
        speak(language);
        props()
    };
    block_on(yew::ServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// The HTML with each element on a line of its own where no text stands between, so that a change reads well.
pub fn in_lines(html: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for piece in html.replace("><", ">\n<").lines() {
        let closes = piece.matches("</").count() + piece.matches("/>").count();
        let opens = piece.matches('<').count() - piece.matches("</").count() - voids(piece);
        let starts_closing = piece.starts_with("</");
        if starts_closing {
            depth = depth.saturating_sub(1);
        }
        out.push_str(&"  ".repeat(depth));
        out.push_str(piece);
        out.push('\n');
        depth = (depth + opens).saturating_sub(closes - usize::from(starts_closing));
    }
    out
}

fn voids(piece: &str) -> usize {
    ["<input", "<br", "<hr", "<img"].iter().map(|tag| piece.matches(tag).count()).sum()
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Holds HTML against its snapshot, or writes it anew.
pub fn assert_snapshot(name: &str, html: &str) {
    let path = root().join("tests/snapshots/ui").join(name).with_extension("html");
    let html = in_lines(html);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        return std::fs::write(&path, html).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let line = html.lines().zip(expected.lines()).position(|(drawn, expected)| drawn != expected);
    assert!(
        html == expected,
        "{name} differs from its snapshot at line {}: look at it, then run with UPDATE_SNAPSHOTS=1\n{html}",
        line.unwrap_or_else(|| html.lines().count().min(expected.lines().count())) + 1
    );
}
