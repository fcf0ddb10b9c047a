//! What was given beside an article, the editor's word before the page's, and only what can be true.

use super::article::Given;
use super::printed_date::read_given_date;
use crate::corpus::{Metadata, RawArticle};
use crate::key::Basis;

/// The first usable value of a field, editor before page.
pub(super) fn given<T>(raw: &RawArticle, read: impl Fn(&Metadata) -> Option<T>) -> Option<Given<T>> {
    let of = |metadata, basis| read(metadata).map(|value| Given { value, basis });
    of(&raw.editor, Basis::Editor).or_else(|| of(&raw.page, Basis::Page))
}

/// A text field without the white space around and inside it; empty counts as not given.
pub(super) fn read_text(field: Option<&String>) -> Option<String> {
    let words: Vec<&str> = field?.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The authors of the editor, else of the page.
pub(super) fn given_byline(raw: &RawArticle) -> Vec<Given<String>> {
    let read = |metadata: &Metadata, basis| -> Vec<Given<String>> {
        metadata
            .byline
            .iter()
            .filter_map(|name| read_text(Some(name)))
            .map(|value| Given { value, basis })
            .collect()
    };
    let editor = read(&raw.editor, Basis::Editor);
    if editor.is_empty() { read(&raw.page, Basis::Page) } else { editor }
}

/// The publication date, if it is one.
pub(super) fn given_published(raw: &RawArticle) -> Option<Given<String>> {
    given(raw, |metadata| read_given_date(metadata.published.as_deref()?))
}

/// The web address, if a browser may safely open it.
pub(super) fn given_url(raw: &RawArticle) -> Option<Given<String>> {
    given(raw, |metadata| {
        let url = metadata.url.as_deref()?.trim();
        let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase())?;
        let is_plain = !url
            .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'));
        (matches!(scheme.as_str(), "http" | "https") && is_plain && host(url).is_some())
            .then(|| url.to_owned())
    })
}

/// The language code, if it has the form of one.
pub(super) fn given_language(raw: &RawArticle) -> Option<Given<String>> {
    given(raw, |metadata| {
        let code = metadata.language.as_deref()?.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        (matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(code)
    })
}

/// The host of a web address without `www.`, in lower case.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.') && !host.starts_with('.') && !host.ends_with('.')).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Format;

    fn raw(editor: Metadata, page: Metadata) -> RawArticle {
        let (id, file, text) = Default::default();
        RawArticle { id, file, format: Format::Text, text, page, editor }
    }

    #[test]
    fn only_web_addresses_pass() {
        let passes = |url: &str| {
            given_url(&raw(
                Metadata { url: Some(url.to_owned()), ..Metadata::default() },
                Metadata::default(),
            ))
            .is_some()
        };
        assert!(passes("https://www.example.org/a?b=c#d"));
        assert!(passes("HTTP://example.org"));
        for url in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://",
            "example.org",
            "https://a b.org",
            "javascript://x.org/%0aalert(1)",
            "",
        ] {
            assert!(!passes(url), "{url}");
        }
    }

    #[test]
    fn the_editor_comes_first_and_bad_values_do_not_count() {
        let editor = Metadata {
            published: Some("soon".to_owned()),
            title: Some("  A\n title ".to_owned()),
            ..Metadata::default()
        };
        let page = Metadata {
            published: Some("2023-04-20T11:00".to_owned()),
            title: Some("Other".to_owned()),
            ..Metadata::default()
        };
        let raw = raw(editor, page);
        assert_eq!(given_published(&raw), Some(Given { value: "2023-04-20".to_owned(), basis: Basis::Page }));
        let title = given(&raw, |metadata| read_text(metadata.title.as_ref()));
        assert_eq!(title, Some(Given { value: "A title".to_owned(), basis: Basis::Editor }));
    }
}
