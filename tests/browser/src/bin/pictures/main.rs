//! Turns the built site into the pictures of the README: each view of the sample articles, small enough for a repository.
//!
//! `cargo xtask pictures` runs it with the settings of the tests and the folder to write to.

use dateline_browser::{Visit, Window, visit};
use std::path::Path;

mod palette;

/// What fits a README beside its text.
const WINDOW: Window = Window(1280, 800);

/// Name, address, and what must be there before the picture is taken: role and name.
const VIEWS: [(&str, &str, (&str, &str)); 6] = [
    ("list", "#/", ("list", "Articles")),
    ("timeline", "#/timeline", ("group", "Timeline")),
    ("map", "#/map?place=kyiv", ("group", "Map")),
    ("network", "#/network", ("group", "Network")),
    ("quotes", "#/quotes", ("heading", "Quotations")),
    ("compare", "#/compare?left=003_ba8f150e48c27e3d&right=004_54fe4d522f3f9e08", ("heading", "Compare")),
];
/// An article whose cards tell why.
const ARTICLE: &str = "#/?read=003_ba8f150e48c27e3d";
/// The quotation whose card is opened in it.
const QUOTATION: &str = "quotation, Dmitry Peskov";

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write to");
    let folder = Path::new(&folder);
    for (name, hash, (role, label)) in VIEWS {
        visit(hash, WINDOW, async |page| {
            page.status("5 articles").await;
            page.find(role, label).await;
            save(page, &folder.join(name).with_extension("png")).await;
        });
    }
    // Wide enough for the card to stand in the margin.
    visit(ARTICLE, Window::DESKTOP, async |page| {
        page.click("button", QUOTATION).await;
        page.find("heading", "Dmitry Peskov").await;
        save(page, &folder.join("reader.png")).await;
    });
}

async fn save(page: &Visit, to: &Path) {
    // What is laid out for the width of the window is drawn a moment after it is there.
    let calm = "const done = arguments[0]; document.fonts.ready.then(() => setTimeout(done, 600))";
    page.script_async(calm).await;
    let shot = page.client().screenshot().await.expect("a picture");
    let small = palette::shrink(&shot);
    std::fs::write(to, &small).expect("the picture is written");
    println!("{} {} kB", to.display(), small.len().div_ceil(1000));
}
