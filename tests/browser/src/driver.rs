//! The driver process and the commands the client library does not have.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use url::{ParseError, Url};

/// A setting that `cargo xtask test` gives.
pub(crate) fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: run `cargo xtask test`, which builds the site and sets it")
    })
}

/// A running driver; it ends with the test, and its browser with it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver on a free port and waits until it says that it listens.
    pub(crate) fn start() -> Self {
        let path = setting("DATELINE_CHROMEDRIVER");
        let mut process = Command::new(&path)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("starting {path}: {error}"));
        let lines = BufReader::new(process.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let mut lines =
            lines.filter_map(|line| line.split("on port ").nth(1)?.trim_end_matches('.').parse::<u16>().ok());
        let port = lines.find(|port| *port != 0).expect("the driver says its port");
        Self { process, port }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
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
