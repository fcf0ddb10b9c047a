//! A file that was damaged where the browser keeps it is refused with a message, and fetched anew.

use dateline_browser::{Server, Window, visit_server};

#[test]
fn a_damaged_copy_is_not_met_twice() {
    visit_server(Server::start(), "", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        for part in ["app-", "app_bg-", "worker_bg-"] {
            page.kept().await;
            let script = format!(
                "caches.keys().then(async ([name]) => {{
                    const cache = await caches.open(name);
                    const requests = await cache.keys();
                    const damaged = requests.find(({{ url }}) => url.split('/').pop().startsWith('{part}'));
                    const type = {{ headers: {{ 'content-type': 'text/javascript' }} }};
                    await cache.put(damaged, new Response('damaged', type));
                    arguments[0](damaged.url);
                }})"
            );
            page.script_async(&script).await;
            page.open("").await;
            page.wait("a message", async || {
                let script = "return document.querySelector('.boot-failed, [role=alert]')?.innerText ?? ''";
                page.script(script).await.as_str().filter(|text| !text.is_empty()).map(|_| ())
            })
            .await;
            page.open("").await;
            page.status("5 articles").await;
        }
    });
}
