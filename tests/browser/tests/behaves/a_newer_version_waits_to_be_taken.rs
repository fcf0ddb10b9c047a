//! A visitor keeps the version that is open, whole, until the newer one is whole as well and is taken.

use dateline_browser::{Server, Visit, Window, built_site, visit_server};
use std::fs;
use std::path::{Path, PathBuf};

const SERVICE_WORKER: &str = "service-worker.js";
/// What tells the second version from the first.
const MARK: &str = "<meta name=\"generator\" content=\"second\">";

/// A copy of the site with another page and another version, whose page is to have this hash.
fn second_version(name: &str, hash: &str, page: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("dateline-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for file in fs::read_dir(built_site()).expect("the site").flatten() {
        // A build that was broken off leaves a folder of its own.
        if file.path().is_file() {
            fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
        }
    }
    let keeper = fs::read_to_string(folder.join(SERVICE_WORKER)).expect("the service worker");
    let (head, rest) = keeper.split_once("\"./\": [\"").expect("the page is in the list");
    let (_, rest) = rest.split_once('"').expect("its hash ends");
    let head = head.replace("const VERSION = \"", "const VERSION = \"second");
    fs::write(folder.join(SERVICE_WORKER), format!("{head}\"./\": [\"{hash}\"{rest}")).expect("written");
    fs::write(folder.join("index.html"), page).expect("written");
    folder
}

async fn hash_of(page: &Visit, text: &str) -> String {
    let text = serde_json::to_string(text).expect("text");
    let script = format!(
        "crypto.subtle.digest('SHA-256', new TextEncoder().encode({text}))
            .then((hash) => arguments[0]('sha256-' + btoa(String.fromCharCode(...new Uint8Array(hash)))))"
    );
    page.script_async(&script).await.as_str().expect("a hash").to_owned()
}

async fn is_second(page: &Visit) -> bool {
    page.script("return !!document.querySelector('meta[name=generator]')").await == true
}

/// Looks for a newer version as a browser does on its own from time to time; whether one waits then.
async fn look(page: &Visit) -> bool {
    let script = "navigator.serviceWorker.getRegistration().then(async (registration) => {
        await registration.update().catch(() => {});
        const installing = registration.installing;
        if (installing) await new Promise((done) => installing.addEventListener('statechange', done));
        arguments[0](!!registration.waiting);
    })";
    page.script_async(script).await == true
}

fn remove(folder: &Path) {
    // The system removes what is left behind in its folder for such things.
    let _ = fs::remove_dir_all(folder);
}

#[test]
fn a_newer_version_waits_to_be_taken() {
    let server = Server::start();
    let host = server.clone();
    visit_server(server, "", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.kept().await;
        page.open("").await;
        page.status("5 articles").await;
        let old = fs::read_to_string(built_site().join("index.html")).expect("the page");
        let new = old.replace("</head>", &format!("{MARK}</head>"));
        let hash = hash_of(page, &new).await;

        // Half published: the list is new, the page is still old.
        let half = second_version("half", &hash, &old);
        host.publish(&half);
        assert!(!look(page).await, "half a version must not be taken");
        page.open("").await;
        page.status("5 articles").await;

        let whole = second_version("whole", &hash, &new);
        host.publish(&whole);
        // A look that falls into one of the browser's own, begun before the rest was published, finds that half.
        page.wait("a newer version that waits", async || look(page).await.then_some(())).await;
        assert!(!is_second(page).await);
        // Not by way of another page: with nobody looking at the old version a browser takes the newer one.
        page.script("location.reload()").await;
        page.find("button", "Reload").await;
        page.status("5 articles").await;
        assert!(
            !is_second(page).await,
            "the version that is open stays until the reader takes the newer one"
        );
        page.click("button", "Reload").await;
        page.wait("the newer version", async || is_second(page).await.then_some(())).await;
        page.status("5 articles").await;
        page.find_gone("button", "Reload").await;
        remove(&half);
        remove(&whole);
    });
}
