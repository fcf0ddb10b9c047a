//! The driver process and the commands the client library does not have.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use url::{ParseError, Url};

/// A setting that `cargo xtask test` gives.
pub(crate) fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: run `cargo xtask test`, which builds the site and sets it")
    })
}

/// Which browser the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
}

impl Browser {
    /// The one that `DATELINE_BROWSER` names; Chromium where it names none.
    #[must_use]
    pub fn chosen() -> Self {
        match std::env::var("DATELINE_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            _ => Self::Chromium,
        }
    }

    fn driver(self) -> String {
        setting(if self == Self::Firefox { "DATELINE_GECKODRIVER" } else { "DATELINE_CHROMEDRIVER" })
    }
}

/// A running driver; it ends with the test, and its browser with it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    said: Arc<Mutex<Vec<String>>>,
    /// Goes when the driver has ended.
    _scratch: Scratch,
}

/// A folder for what a browser leaves lying about, its profile above all: drivers end without removing it.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("dateline-browser-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder)
            .unwrap_or_else(|error| panic!("making the folder '{}': {error}", folder.display()));
        Self(folder)
    }
}

/// How often a folder is tried to be removed, with [`BETWEEN`] before the next time: a browser writes to the last.
const MOST_REMOVALS: usize = 20;
const BETWEEN: Duration = Duration::from_millis(50);

impl Drop for Scratch {
    fn drop(&mut self) {
        for _ in 0..MOST_REMOVALS {
            if std::fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(BETWEEN);
        }
        eprintln!("note: '{}' could not be removed", self.0.display());
    }
}

/// How often a driver is started: another process can take the port it has just found free, and then it ends.
const MOST_STARTS: usize = 5;

impl Driver {
    /// Starts the driver on a free port and waits until it says that it listens.
    pub(crate) fn start(browser: Browser) -> Self {
        (0..MOST_STARTS).find_map(|_| Self::try_start(browser)).expect("the driver says its port")
    }

    /// The driver, if it finds a port to listen on.
    fn try_start(browser: Browser) -> Option<Self> {
        let path = browser.driver();
        let scratch = Scratch::new();
        let mut command = Command::new(&path);
        command.env("TMPDIR", &scratch.0).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        if browser == Browser::Firefox {
            // Its own port for the browser, so that several run side by side.
            command.arg("--websocket-port=0");
        }
        let mut process = command.spawn().unwrap_or_else(|error| panic!("starting {path}: {error}"));
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let Some(port) = lines.by_ref().find_map(|line| port_of(&line)) else {
            // It has closed its output: nothing is left to hear, only to be waited for.
            let _ = process.wait();
            return None;
        };
        let said = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&said);
        // Firefox writes its console here; a pipe that nobody reads would stop it. Ends with the driver.
        std::thread::spawn(move || {
            for line in lines {
                heard.lock().expect("no thread panics while it holds the list").push(line);
            }
        });
        Some(Self { process, port, said, _scratch: scratch })
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Every line that the driver and its browser have said.
    pub(crate) fn said(&self) -> Vec<String> {
        self.said.lock().expect("no thread panics while it holds the list").clone()
    }
}

/// `… on port 1234.` of one driver, `Listening on 127.0.0.1:1234` of the other.
fn port_of(line: &str) -> Option<u16> {
    let after = line.split("on port ").nth(1).or_else(|| line.split("Listening on 127.0.0.1:").nth(1))?;
    after.trim_end_matches('.').parse().ok().filter(|port| *port != 0)
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A command of a session that the client library does not have.
#[derive(Debug)]
pub(crate) struct SessionCommand {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) body: Option<String>,
}

impl WebDriverCompatibleCommand for SessionCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.clone())
    }
}
