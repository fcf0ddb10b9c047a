//! Addresses, settings and caches of other versions are read as far as they mean something, and do no harm.

use dateline_browser::{Window, visit};

/// Settings under every name that a version might have used, none of which means anything.
const STALE: &str = "for (const name of ['dateline', 'language', 'dateline-language', 'theme', 'settings', 'dateline-settings'])
        for (const store of [localStorage, sessionStorage]) store.setItem(name, '{\"version\": -1, \"language\": \"\u{202e}xx\"}');
    caches.open('dateline ' + new URL('./', location).href + ' of-another-version').then((cache) => cache.put('./', new Response('old'))).then(arguments[0])";
/// An address with what is known, and with what no version or another one knows.
const ADDRESS: &str = "#/articles?q=finland&layout=columns&who-mode=none&sort=by-mood&published=soon..later&zoom=wide&theme=2&read=&stories=twice&=&x";

#[test]
fn what_an_older_version_left_does_no_harm() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.script_async(STALE).await;
        page.open(ADDRESS).await;
        page.status("3 articles").await;
        page.find("link", "0 requests since load").await;
        page.click_first("checkbox", "Joe Biden").await;
        page.hash_until("to hold what is known alone", |hash| {
            hash.contains("q=finland") && hash.contains("who=joe-biden") && !hash.contains("layout")
        })
        .await;
    });
}
