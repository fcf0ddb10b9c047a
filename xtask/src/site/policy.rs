//! Turns the inline scripts of a page into the content security policy that lets only them run.

/// Standard base64 (RFC 4648, section 4).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The policy for a page with these inline scripts. A served page also talks to Trunk over a web socket.
pub fn policy(inline_scripts: &[&str], served: bool) -> String {
    let mut scripts = String::from("'self' 'wasm-unsafe-eval'");
    for script in inline_scripts {
        scripts.push_str(&format!(" 'sha256-{}'", base64(&hmac_sha256::Hash::hash(script.as_bytes()))));
    }
    let connect = if served { "'self' ws:" } else { "'self'" };
    [
        "default-src 'none'",
        &format!("script-src {scripts}"),
        "style-src 'self'",
        "img-src 'self' data:",
        &format!("connect-src {connect}"),
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ]
    .join("; ")
}

/// The script that tells the browser which addresses may become a worker: one file of this site, and
/// what the page has made itself. Everything else that could turn text into a script is refused.
pub fn trusted_types(worker: &str) -> String {
    format!(
        r#"globalThis.trustedTypes?.createPolicy("default", {{ createScriptURL: (url) => {{ if (url === "{worker}" || url.startsWith("blob:")) return url; throw new TypeError("no worker may start from " + url); }} }});"#
    )
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let digit = (group >> (18 - 6 * i)) & 0x3f;
            text.push(if i <= chunk.len() { char::from(ALPHABET[digit as usize]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_follows_the_vectors_of_rfc_4648() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn scripts_are_allowed_by_hash() {
        let policy = policy(&["abc"], false);
        assert!(policy.contains("'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"), "{policy}");
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("ws:"));
    }

    #[test]
    fn only_a_served_page_may_open_a_web_socket() {
        assert!(policy(&[], true).contains("connect-src 'self' ws:;"));
    }
}
