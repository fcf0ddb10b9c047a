//! Turns Rust source into the same source with comments and string contents blanked out.

/// The text with everything but code replaced by spaces; lines stay where they are.
pub fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let n_bytes = skipped_bytes(rest);
        if n_bytes == 0 {
            masked.push(next);
            rest = &rest[next.len_utf8()..];
            // The `r` at the end of a name does not open a raw string.
            if next.is_alphanumeric() || next == '_' {
                let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                masked.push_str(&rest[..word]);
                rest = &rest[word..];
            }
        } else {
            masked.extend(rest[..n_bytes].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[n_bytes..];
        }
    }
    masked
}

/// How long the comment or literal is that the text starts with; 0 if it starts with neither.
fn skipped_bytes(text: &str) -> usize {
    let through =
        |end: &str, from: usize| text[from..].find(end).map_or(text.len(), |at| from + at + end.len());
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return through("*/", 2);
    }
    if text.starts_with('"') {
        return quoted_bytes(text);
    }
    if let Some(raw) = text.strip_prefix("br").or_else(|| text.strip_prefix('r')) {
        let n_hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[n_hashes..].starts_with('"') {
            let open = text.len() - raw.len() + n_hashes + 1;
            return through(&format!("\"{}", "#".repeat(n_hashes)), open);
        }
    }
    // A character that could be taken for the start of a string.
    ["'\"'", "'\\\"'"].iter().find(|quote| text.starts_with(**quote)).map_or(0, |quote| quote.len())
}

fn quoted_bytes(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_blank_and_code_stays() {
        for (text, want) in [
            ("a // b\nc", "a     \nc"),
            ("a /* b\n */ c", "a     \n    c"),
            ("f(\"x\\\"y\", z)", "f(      , z)"),
            ("f(r#\"a\"b\"#)", "f(        )"),
            ("'\"' + b", "    + b"),
            ("var\"x\"", "var   "),
            ("let r = 1;", "let r = 1;"),
        ] {
            assert_eq!(mask(text), want);
        }
    }
}
