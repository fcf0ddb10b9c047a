//! One visit to the site: find by role and name, act, and look.

use crate::driver::{Browser, Driver, SessionCommand, setting};
use crate::server::Server;
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// How long to wait for something to appear before saying that it does not: long enough for a
/// loaded machine, since waiting ends as soon as it is there.
const PATIENCE: Duration = Duration::from_secs(30);
/// Pause between two looks.
const PAUSE: Duration = Duration::from_millis(40);

/// Width and height of a window in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Window(pub u32, pub u32);

impl Window {
    /// A wide desktop.
    pub const DESKTOP: Self = Self(1600, 1000);
    /// A phone held upright.
    pub const PHONE: Self = Self(390, 844);
}

/// Console lines that a browser writes of itself and no page causes.
const OWN_NOISE: [&str; 3] = ["resource://", "console.error: RSLoader:", "console.warn: services.settings:"];

/// Whom a browser asks of its own, whatever page is open: its maker, for the time, updates, accounts and messages.
const BROWSERS_OWN: [&str; 11] = [
    "//clients2.google.com/time/",
    "update.googleapis.com",
    "accounts.google.com:443",
    "android.clients.google.com:443",
    "content-autofill.googleapis.com:443",
    "optimizationguide-pa.googleapis.com:443",
    "firefox.settings.services.mozilla.com:443",
    "content-signature-2.cdn.mozilla.net:443",
    "push.services.mozilla.com:443",
    "aus5.mozilla.org:443",
    "ads-img.mozilla.org:443",
];

/// A page open in a browser.
pub struct Visit {
    client: Client,
    server: Server,
    driver: Driver,
    browser: Browser,
    address: String,
}

/// Opens `hash` of the built site, runs `test`, then asserts that the console is empty and
/// that nothing but the site's own files was asked for.
pub fn visit(hash: &str, window: Window, test: impl AsyncFnOnce(&Visit)) {
    let run = async |visit: &Visit| {
        test(visit).await;
        visit.assert_quiet().await;
    };
    visit_server(Server::start(), hash, window, run);
}

/// Opens `hash` of the site behind `server` and runs `test`.
pub fn visit_server(server: Server, hash: &str, window: Window, test: impl AsyncFnOnce(&Visit)) {
    let address = server.address();
    open(server, address, hash, window, test);
}

/// Opens the edition in one file straight from its folder, runs `test`, then asserts as [`visit`] does.
pub fn visit_file(hash: &str, window: Window, test: impl AsyncFnOnce(&Visit)) {
    let address = format!("file://{}", setting("DATELINE_BUNDLE"));
    let run = async |visit: &Visit| {
        test(visit).await;
        visit.assert_quiet().await;
    };
    open(Server::start(), address, hash, window, run);
}

fn open(server: Server, address: String, hash: &str, window: Window, test: impl AsyncFnOnce(&Visit)) {
    let browser = Browser::chosen();
    if browser == Browser::Firefox && window.0 < NARROWEST_FIREFOX {
        println!("not run: a window of Firefox cannot be {} pixels wide", window.0);
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let driver = Driver::start(browser);
    let visit = runtime.block_on(async {
        let client = connect(&driver, browser, window, &server).await;
        Visit { client, server, driver, browser, address }
    });
    let run = async {
        visit.open(hash).await;
        test(&visit).await;
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(run)));
    // The browser of a test that failed goes as well: it would outlive its driver and take the memory of the next.
    let closed = runtime.block_on(visit.client.clone().close());
    match outcome {
        Ok(()) => closed.expect("the browser closes"),
        Err(panic) => resume_unwind(panic),
    }
}

/// A narrower window is widened, and Firefox emulates no phone.
const NARROWEST_FIREFOX: u32 = 500;

async fn connect(driver: &Driver, browser: Browser, window: Window, server: &Server) -> Client {
    let mut wanted = match browser {
        Browser::Chromium => chromium(window),
        Browser::Firefox => firefox(),
    };
    let host = server.host();
    // Everything goes through the server, which so hears of it, even what it is asked of this machine.
    wanted["proxy"] = json!({ "proxyType": "manual", "httpProxy": host, "sslProxy": host });
    let Value::Object(wanted) = wanted else { unreachable!("an object was written") };
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(wanted).connect(&driver.address()).await.expect("the browser starts");
    if browser == Browser::Firefox {
        client.set_window_size(window.0, window.1).await.expect("the window is resized");
    }
    client
}

fn chromium(Window(width, height): Window) -> Value {
    let size = format!("--window-size={width},{height}");
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--lang=en-US",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        concat!(
            "--disable-features=AimServerEligibilityEnabled,AimServerRequestOnStartupEnabled,",
            "AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints"
        ),
        "--proxy-bypass-list=<-loopback>",
        &size,
    ];
    let mut options = json!({
        "binary": setting("DATELINE_CHROMIUM"),
        "args": arguments,
        "prefs": { "intl.accept_languages": "en-US" },
    });
    if width < 500 {
        // A desktop window cannot be this narrow, so the metrics of a phone are emulated.
        options["mobileEmulation"] = json!({ "deviceMetrics": { "width": width, "height": height, "pixelRatio": 2.0, "touch": true } });
    }
    json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
}

fn firefox() -> Value {
    let preferences = json!({
        "devtools.console.stdout.content": true,
        "intl.accept_languages": "en-US",
        "network.proxy.allow_hijacking_localhost": true,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "browser.safebrowsing.update.enabled": false,
        "extensions.webcompat.perform_injections": false,
        "extensions.webcompat.enable_shims": false,
        "ui.prefersReducedMotion": 0,
    });
    let binary = setting("DATELINE_FIREFOX");
    json!({ "moz:firefoxOptions": { "binary": binary, "args": ["-headless"], "prefs": preferences } })
}

impl Visit {
    /// Goes to another hash of the site by a full load.
    pub async fn open(&self, hash: &str) {
        self.client.goto("about:blank").await.expect("a blank page opens");
        self.client.goto(&format!("{}{hash}", self.address)).await.expect("the site opens");
    }

    /// The client, for what has no method here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The server, for what was asked of it.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The element with this role and accessible name, once it is there.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.wait(&format!("{role} “{name}”"), async || self.look_for(role, name).await).await
    }

    /// Waits until no element has this role and accessible name.
    pub async fn find_gone(&self, role: &str, name: &str) {
        let gone = async || self.look_for(role, name).await.is_none().then_some(());
        self.wait(&format!("no {role} “{name}”"), gone).await;
    }

    /// The element with this role and accessible name, if it is there and visible.
    pub async fn look_for(&self, role: &str, name: &str) -> Option<Element> {
        let candidates = self.client.find_all(Locator::Css(candidates(role))).await.ok()?;
        for element in candidates {
            // An element that vanishes while it is looked at is not there.
            let is_shown = element.is_displayed().await.unwrap_or(false);
            if is_shown
                && self.computed(&element, "computedrole").await == role
                && self.computed(&element, "computedlabel").await == name
            {
                return Some(element);
            }
        }
        None
    }

    /// The accessible name of an element.
    pub async fn name_of(&self, element: &Element) -> String {
        self.computed(element, "computedlabel").await
    }

    async fn computed(&self, element: &Element, what: &str) -> String {
        let path = format!("element/{}/{what}", element.element_id());
        let command = SessionCommand { method: Method::GET, path, body: None };
        let value = self.client.issue_cmd(command).await.unwrap_or_default();
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the element with this role and accessible name.
    pub async fn click(&self, role: &str, name: &str) {
        let act = async || {
            let element = self.look_for(role, name).await?;
            // The list may be drawn anew between finding and clicking.
            element.click().await.ok()
        };
        self.wait(&format!("{role} “{name}” to click"), act).await;
    }

    /// Clicks the first element with this role whose accessible name begins so.
    pub async fn click_first(&self, role: &str, beginning: &str) {
        let act = async || {
            for element in self.client.find_all(Locator::Css(candidates(role))).await.ok()? {
                if element.is_displayed().await.unwrap_or(false)
                    && self.computed(&element, "computedlabel").await.starts_with(beginning)
                {
                    return element.click().await.ok();
                }
            }
            None
        };
        self.wait(&format!("{role} “{beginning}…” to click"), act).await;
    }

    /// Drags across the middle of an element, `from` and `to` as parts of its width, with a `mouse` or by `touch`.
    pub async fn drag(&self, role: &str, name: &str, from: f64, to: f64, pointer: &str) {
        let element = self.find(role, name).await;
        let (x, y, width, height) = element.rectangle().await.expect("a place");
        let at = |part: f64| (x + width * part).round().max(x.ceil());
        let to_place = |part: f64| json!({ "type": "pointerMove", "duration": 60, "x": at(part), "y": y + height / 2.0 });
        let button = |kind: &str| json!({ "type": kind, "button": 0 });
        let (down, up) = (button("pointerDown"), button("pointerUp"));
        let middle = (from + to) / 2.0;
        let steps = json!([to_place(from), down, to_place(middle), to_place(to), up]);
        let actions = json!({ "actions": [
            { "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer }, "actions": steps }
        ] });
        let command =
            SessionCommand { method: Method::POST, path: "actions".into(), body: Some(actions.to_string()) };
        self.client.issue_cmd(command).await.expect("the pointer moves");
    }

    /// Presses keys as if nothing in particular were aimed at.
    pub async fn press(&self, keys: &str) {
        let active = self.client.active_element().await.expect("something has the focus");
        active.send_keys(keys).await.expect("keys are taken");
    }

    /// Waits until the status says `text`.
    pub async fn status(&self, text: &str) {
        let says = async || {
            let found = self.client.find_all(Locator::Css("[role=status], output")).await.ok()?;
            for element in found {
                if element.text().await.is_ok_and(|said| said.trim() == text) {
                    return Some(());
                }
            }
            None
        };
        self.wait(&format!("the status to say “{text}”"), says).await;
    }

    /// The headlines in the list named "Articles", in order.
    pub async fn headlines(&self) -> Vec<String> {
        let list = self.find("list", "Articles").await;
        let mut headlines = Vec::new();
        for heading in list.find_all(Locator::Css("h2, h3")).await.expect("headings") {
            headlines.push(heading.text().await.expect("text"));
        }
        headlines
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.expect("the script runs")
    }

    /// The hash of the address, decoded by nobody.
    pub async fn hash(&self) -> String {
        let url = self.client.current_url().await.expect("an address");
        url.fragment().map(|hash| format!("#{hash}")).unwrap_or_default()
    }

    /// Waits until `condition` holds for the page's hash.
    pub async fn hash_until(&self, what: &str, condition: impl Fn(&str) -> bool) {
        let holds = async || condition(&self.hash().await).then_some(());
        self.wait(&format!("the address {what}"), holds).await;
    }

    /// The browser.
    #[must_use]
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// Asserts that nobody has written to the console and that only the site's own files were asked for.
    pub async fn assert_quiet(&self) {
        let console = self.console().await;
        assert!(console.is_empty(), "the console is not empty: {console:#?}");
        let is_own = |asked: &String| BROWSERS_OWN.iter().any(|host| asked.contains(host));
        let strangers: Vec<_> = self.server.strangers().into_iter().filter(|asked| !is_own(asked)).collect();
        assert!(strangers.is_empty(), "asked for outside the site: {strangers:?}");
    }

    /// What was written to the console.
    pub async fn console(&self) -> Vec<String> {
        if self.browser == Browser::Firefox {
            let is_console = |line: &String| line.starts_with("console.") || line.starts_with("JavaScript ");
            let is_noise = |line: &String| OWN_NOISE.iter().any(|noise| line.contains(noise));
            return self
                .driver
                .said()
                .into_iter()
                .filter(|line| is_console(line) && !is_noise(line))
                .collect();
        }
        let body = Some(json!({ "type": "browser" }).to_string());
        let command = SessionCommand { method: Method::POST, path: "se/log".into(), body };
        let log = self.client.issue_cmd(command).await.expect("the console can be read");
        log.as_array().into_iter().flatten().map(Value::to_string).collect()
    }

    /// Sends a command of Chromium's own protocol.
    pub async fn devtools(&self, name: &str, parameters: Value) -> Value {
        let body = Some(json!({ "cmd": name, "params": parameters }).to_string());
        let command = SessionCommand { method: Method::POST, path: "goog/cdp/execute".into(), body };
        self.client.issue_cmd(command).await.expect("the command is taken")
    }

    /// Runs a script that hands its result to its last argument.
    pub async fn script_async(&self, script: &str) -> Value {
        self.client.execute_async(script, Vec::new()).await.expect("the script runs")
    }

    /// Waits until the start script says that the whole site is kept for use without a network.
    pub async fn kept(&self) {
        let is_kept = async || (self.script("return dateline.offline()").await == "stored").then_some(());
        self.wait("the site to be kept", is_kept).await;
    }

    /// Looks again and again until `look` finds something.
    pub async fn wait<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if begun.elapsed() > PATIENCE {
                let source = self.client.execute("return document.body.innerText", Vec::new()).await;
                panic!("waited in vain for {what}; the page says: {}", source.unwrap_or_default());
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// A selector for every element that could have a role; the browser itself decides which has.
fn candidates(role: &str) -> &'static str {
    match role {
        "searchbox" => "input, [role=searchbox]",
        "group" => "fieldset, details, [role=group]",
        "checkbox" => "input, [role=checkbox]",
        "list" => "ul, ol, [role=list]",
        "region" => "section, [role=region]",
        "button" => "button, summary, [role=button]",
        "link" => "a",
        "heading" => "h1, h2, h3, h4",
        "dialog" => "dialog, [role=dialog]",
        "combobox" => "select",
        "slider" => "[role=slider]",
        other => panic!("no selector is known for the role {other}"),
    }
}
