//! Turns the inline scripts and styles of a page into the content security policy that lets only them run.

use super::base64;

/// In which form the site is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// A folder on a web server.
    Folder,
    /// The same, while `trunk serve` rebuilds it: the page also talks to Trunk over a web socket.
    Served,
    /// One file that holds everything and asks for nothing.
    File,
}

/// The policy for a page with these inline scripts and style sheets.
///
/// Fetching is open only until everything has arrived: then the page shuts it for itself.
pub fn policy(edition: Edition, scripts: &[&str], styles: &[&str]) -> String {
    let (own, fetched, images, workers) = match edition {
        Edition::Folder => (" 'self'", "'self'", "'self' data:", "'self' blob:"),
        Edition::Served => (" 'self'", "'self' ws:", "'self' data:", "'self' blob:"),
        Edition::File => ("", "'none'", "data:", "blob:"),
    };
    let style = format!("{own}{}", hashes(styles));
    let manifest = if edition == Edition::File { "'none'" } else { "'self'" };
    [
        "default-src 'none'",
        &format!("script-src{own} 'wasm-unsafe-eval'{}", hashes(scripts)),
        &format!("style-src{style}"),
        &format!("img-src {images}"),
        &format!("connect-src {fetched}"),
        &format!("worker-src {workers}"),
        &format!("manifest-src {manifest}"),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types dateline",
    ]
    .join("; ")
}

fn hashes(texts: &[&str]) -> String {
    texts.iter().map(|text| format!(" '{}'", integrity(text.as_bytes()))).collect()
}

/// What a browser compares with the content of a file or of an inline script before it takes it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", base64::encode(&hmac_sha256::Hash::hash(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_allowed_by_hash() {
        let policy = policy(Edition::Folder, &["abc"], &[]);
        assert!(policy.contains("'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"), "{policy}");
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("ws:"));
    }

    #[test]
    fn only_a_served_page_may_open_a_web_socket() {
        assert!(policy(Edition::Served, &[], &[]).contains("connect-src 'self' ws:;"));
    }

    #[test]
    fn the_one_file_fetches_nothing() {
        let policy = policy(Edition::File, &["abc"], &["abc"]);
        assert!(policy.contains("connect-src 'none';") && !policy.contains("'self'"), "{policy}");
        assert!(policy.contains("style-src 'sha256-"), "{policy}");
    }
}
