//! A static file server on a sub-path, that remembers what was asked of it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// The sub-path the site is served from, to prove that it works from any.
const MOUNT: &str = "/some/where/";

/// Serves a folder to the browser until the test ends.
pub struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves the built site.
    #[must_use]
    pub fn start() -> Self {
        Self::without(|_| false)
    }

    /// Serves the built site, but answers "not found" for files whose name `is_missing`.
    #[must_use]
    pub fn without(is_missing: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        let folder = PathBuf::from(crate::driver::setting("DATELINE_DIST"));
        assert!(folder.join("index.html").is_file(), "{} holds no built site", folder.display());
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a bound address").port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (seen, is_missing) = (Arc::clone(&requests), Arc::new(is_missing));
        // The thread ends with the test process; nothing outlives it.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, seen, is_missing) = (folder.clone(), Arc::clone(&seen), Arc::clone(&is_missing));
                std::thread::spawn(move || answer(stream, &folder, &seen, &*is_missing));
            }
        });
        Self { port, requests }
    }

    /// The address of the site.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{MOUNT}", self.port)
    }

    /// Every path asked for so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no thread panics while it holds the list").clone()
    }
}

fn answer(
    mut stream: TcpStream,
    folder: &Path,
    seen: &Mutex<Vec<String>>,
    is_missing: &dyn Fn(&str) -> bool,
) {
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    seen.lock().expect("no thread panics while it holds the list").push(path.clone());
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let name = match path.strip_prefix(MOUNT) {
        Some("") => Some("index.html"),
        name => name.filter(|name| !name.contains("..") && !is_missing(name)),
    };
    let file = name.map(|name| folder.join(name));
    let body = file.as_ref().and_then(|file| std::fs::read(file).ok());
    let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
    let kind = media_type(file.as_deref().unwrap_or(Path::new("")));
    let body = body.unwrap_or_default();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n",
        body.len()
    );
    // A browser that has gone away needs no answer.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
