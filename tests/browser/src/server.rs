//! A static file server on a sub-path, that remembers what was asked of it.
//!
//! It is the browser's proxy as well, so that whatever a page asks of anybody arrives here.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// The sub-path the site is served from, to prove that it works from any.
const MOUNT: &str = "/some/where/";

/// Serves a folder to the browser until the test ends.
#[derive(Clone)]
pub struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
}

/// What a server does, which may change under way.
struct State {
    folder: PathBuf,
    is_missing: Box<dyn Fn(&str) -> bool + Send>,
    is_cut: bool,
    wasm_type: &'static str,
    requests: Vec<String>,
}

impl Server {
    /// Serves the built site.
    #[must_use]
    pub fn start() -> Self {
        Self::without(|_| false)
    }

    /// Serves the built site, but answers "not found" for files whose name `is_missing`.
    #[must_use]
    pub fn without(is_missing: impl Fn(&str) -> bool + Send + 'static) -> Self {
        let folder = built_site();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a bound address").port();
        let (is_cut, wasm_type) = (false, "application/wasm");
        let state =
            State { folder, is_missing: Box::new(is_missing), is_cut, wasm_type, requests: Vec::new() };
        let server = Self { port, state: Arc::new(Mutex::new(state)) };
        let seen = server.clone();
        // The thread ends with the test process; nothing outlives it.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = seen.clone();
                std::thread::spawn(move || seen.answer(stream));
            }
        });
        server
    }

    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().expect("no thread panics while it holds the state"))
    }

    /// Serves another folder from now on, as after publishing anew.
    pub fn publish(&self, folder: &Path) {
        self.with(|state| state.folder = folder.to_owned());
    }

    /// Gives WebAssembly another type from now on, as some hosts do.
    pub fn mistype_wasm(&self) {
        self.with(|state| state.wasm_type = "text/plain");
    }

    /// Answers nothing any more, as if the network were cut.
    pub fn cut(&self) {
        self.with(|state| state.is_cut = true);
    }

    /// The address of the site.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{MOUNT}", self.port)
    }

    /// Host and port.
    #[must_use]
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Everything asked for so far, in order: paths of this server, whole addresses of others.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.with(|state| state.requests.clone())
    }

    /// What was asked for outside the site.
    #[must_use]
    pub fn strangers(&self) -> Vec<String> {
        self.requests().into_iter().filter(|path| !path.starts_with(MOUNT)).collect()
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
        let Some(request) = lines.next() else { return };
        lines.take_while(|line| !line.is_empty()).for_each(drop);
        let whole = request.split(' ').nth(1).unwrap_or_default();
        let own = format!("http://{}", self.host());
        let path = whole.strip_prefix(&own).unwrap_or(whole);
        let Some((file, wasm_type)) = self.look_up(path) else { return };
        let read = |file: &Path| Some((std::fs::read(file).ok()?, media_type(file, wasm_type)));
        let found = file.and_then(|file| read(&file));
        let status = if found.is_some() { "200 OK" } else { "404 Not Found" };
        let (body, kind) = found.or_else(|| read(&built_site().join("404.html"))).unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n",
            body.len()
        );
        let body = if request.starts_with("HEAD ") { Vec::new() } else { body };
        // A browser that has gone away needs no answer.
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
    }

    /// The file that a path names, if any; nothing at all when the network is cut.
    fn look_up(&self, path: &str) -> Option<(Option<PathBuf>, &'static str)> {
        self.with(|state| {
            if state.is_cut {
                return None;
            }
            state.requests.push(path.to_owned());
            let path = path.split(['?', '#']).next().unwrap_or_default();
            let name = match path.strip_prefix(MOUNT) {
                Some("") => Some("index.html"),
                name => name.filter(|name| !name.contains("..") && !(state.is_missing)(name)),
            };
            Some((name.map(|name| state.folder.join(name)), state.wasm_type))
        })
    }
}

/// The folder of the built site.
#[must_use]
pub fn built_site() -> PathBuf {
    let folder = PathBuf::from(crate::driver::setting("DATELINE_DIST"));
    assert!(folder.join("index.html").is_file(), "{} holds no built site", folder.display());
    folder
}

fn media_type(file: &Path, wasm_type: &'static str) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => wasm_type,
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
