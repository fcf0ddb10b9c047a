//! Articles as an enemy would send them are shown as text: nothing in them runs, leads out or breaks a page.

use dateline_browser::{Server, Visit, Window, visit_server};
use std::path::PathBuf;

/// What must not be in any page: a script that ran, an element or a link that came from an article.
const CHECK: &str = "const bad = [];
    if (window.pwned) bad.push('a script has run');
    const strangers = document.querySelectorAll('#app :is(script, img, iframe, object, embed, form:not([role=search]), base, animate, [style], [srcdoc])');
    for (const element of strangers) bad.push(element.outerHTML);
    for (const element of document.querySelectorAll('#app *'))
        for (const { name } of element.attributes) if (name.startsWith('on')) bad.push(element.outerHTML);
    for (const { href } of document.querySelectorAll('#app a'))
        if (!/^https?:/.test(href)) bad.push(href);
    if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.querySelector('.reader-body')?.textContent ?? '')) bad.push('a turn of direction');
    if (document.documentElement.scrollWidth > innerWidth + 1) bad.push('wider than the window: ' + document.documentElement.scrollWidth);
    return bad.join('\\n')";

async fn check(page: &Visit, hash: &str) {
    let found = page.script(CHECK).await;
    assert_eq!(found, "", "{hash}");
}

#[test]
fn hostile_articles_stay_text() {
    let Ok(folder) = std::env::var("DATELINE_HOSTILE_DIST") else {
        panic!("DATELINE_HOSTILE_DIST is not set: run `cargo xtask test`, which builds that site");
    };
    let server = Server::start();
    server.publish(&PathBuf::from(folder));
    // The articles that stand among them to make a crowd are left out.
    visit_server(server, "#/articles?outlet-not=crowd", Window::DESKTOP, async |page| {
        page.find("list", "Articles").await;
        check(page, "the list").await;
        let links = "return [...document.querySelectorAll('#app ol a')].map((a) => a.hash).filter((hash) => hash.includes('read='))";
        let links = page.script(links).await;
        let links: Vec<_> =
            links.as_array().expect("a list").iter().filter_map(|hash| hash.as_str()).collect();
        assert!(links.len() >= 14, "{links:?}");
        for hash in links {
            let hash = format!("{hash}&removed=shown");
            page.script(&format!("location.hash = {}", serde_json::json!(hash))).await;
            page.find("region", "Reader").await;
            let is_read = async || {
                let script = "return !!document.querySelector('.reader-foot') && !document.querySelector('.reader[aria-busy]')";
                (page.script(script).await == true).then_some(())
            };
            page.wait(&format!("{hash} to be open"), is_read).await;
            check(page, &hash).await;
        }
        for (hash, heading) in
            [("#/methods", "Methods"), ("#/help", "How to search"), ("#/%3Cscript%3E", "No such page")]
        {
            page.script(&format!("location.hash = '{hash}'")).await;
            page.find("heading", heading).await;
            check(page, hash).await;
        }
        page.find("link", "0 requests since load").await;
        page.assert_quiet().await;
    });
}
