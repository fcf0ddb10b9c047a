//! One fact about an article, as somebody wrote it, into the form [`Metadata`] keeps.
//!
//! Each reader gives nothing for a value that says nothing. Whether that is an
//! error is for the caller to decide: it is in a sidecar, it is not in a page.

use crate::corpus::Metadata;

/// The longest name an author has, in characters; longer is a sentence about the author.
const LONGEST_NAME: usize = 80;

/// Text on one line without white space around it.
pub fn read_line(written: &str) -> Option<String> {
    let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// A web address: `http:` or `https:` with a host, without spaces.
pub fn read_url(written: &str) -> Option<String> {
    let url = written.trim();
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_clean = !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
    (is_web && is_clean && !host.is_empty()).then(|| url.to_owned())
}

/// A language code: `en`, `en-US`, `pt_BR` or `eng` become `en`, `en`, `pt` and `en`.
pub fn read_language(written: &str) -> Option<String> {
    let code = written.trim().to_ascii_lowercase();
    let mut parts = code.split(['-', '_']);
    let primary = parts.next()?;
    let is_subtag =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_primary = matches!(primary.len(), 2 | 3) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_primary || !parts.all(is_subtag) || matches!(primary, "und" | "mul" | "zxx") {
        return None;
    }
    let short = THREE_LETTER_CODES.iter().find(|(long, _)| *long == primary).map(|(_, short)| *short);
    Some(short.unwrap_or(primary).to_owned())
}

/// Codes of ISO 639-2 and 639-3 whose language has a code in ISO 639-1, for the languages that news
/// is commonly kept in; both the bibliographic and the terminological code where they differ.
const THREE_LETTER_CODES: [(&str, &str); 52] = [
    ("ara", "ar"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cze", "cs"),
    ("chi", "zh"),
    ("cmn", "zh"),
    ("zho", "zh"),
    ("dan", "da"),
    ("deu", "de"),
    ("ger", "de"),
    ("dut", "nl"),
    ("nld", "nl"),
    ("ell", "el"),
    ("gre", "el"),
    ("eng", "en"),
    ("est", "et"),
    ("fas", "fa"),
    ("per", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("ind", "id"),
    ("ita", "it"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("may", "ms"),
    ("msa", "ms"),
    ("nor", "no"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("slk", "sk"),
    ("slo", "sk"),
    ("slv", "sl"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tha", "th"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("vie", "vi"),
];

/// The names in a byline: `By Anna Smith and Bo Li` gives both, without the `By`.
///
/// A comma, `and` or `&` divides only where each side has a first and a last name, so
/// `Smith, Anna` and `Ministry of Trade and Industry` stay whole.
pub fn read_names(written: &str) -> Vec<String> {
    let Some(line) = read_line(written) else { return Vec::new() };
    let start = ["By ", "by ", "BY ", "By: "].iter().find_map(|by| line.strip_prefix(by)).unwrap_or(&line);
    let names: Vec<&str> = start.split([';', '|']).flat_map(divide).collect();
    let is_name = |name: &&str| name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST_NAME;
    names.into_iter().map(str::trim).filter(is_name).map(str::to_owned).collect()
}

fn divide(names: &str) -> Vec<&str> {
    let mut parts = vec![names];
    for between in [", and ", " and ", " & ", ", "] {
        let divided: Vec<&str> = parts.iter().flat_map(|part| part.split(between)).collect();
        // "Anna Smith, Jr." is one name, "Anna Smith, Reuters" a name and where it works.
        let is_full =
            |part: &&str| part.split_whitespace().count() >= 2 && part.chars().any(char::is_lowercase);
        if divided.iter().all(is_full) {
            parts = divided;
        }
    }
    parts
}

/// Facts of which the first has the last word, field by field.
pub fn merge(first: Metadata, second: Metadata) -> Metadata {
    Metadata {
        title: first.title.or(second.title),
        byline: if first.byline.is_empty() { second.byline } else { first.byline },
        outlet: first.outlet.or(second.outlet),
        published: first.published.or(second.published),
        url: first.url.or(second.url),
        language: first.language.or(second.language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_divides_into_people_but_not_inside_a_name() {
        for (written, expected) in [
            ("By Anna Smith and Bo Li", &["Anna Smith", "Bo Li"][..]),
            ("Anna Smith, Bo Li and Carl Roe", &["Anna Smith", "Bo Li", "Carl Roe"]),
            ("Anna Smith, Bo Li, and Carl Roe", &["Anna Smith", "Bo Li", "Carl Roe"]),
            ("Anna Smith; Reuters", &["Anna Smith", "Reuters"]),
            ("Smith, Anna", &["Smith, Anna"]),
            ("Anna Smith, Jr.", &["Anna Smith, Jr."]),
            ("Anna and Bo Smith", &["Anna and Bo Smith"]),
            ("  ", &[]),
            ("---", &[]),
        ] {
            assert_eq!(read_names(written), expected, "{written}");
        }
    }

    #[test]
    fn only_web_addresses_are_kept() {
        assert_eq!(read_url(" https://example.org/a?b#c ").as_deref(), Some("https://example.org/a?b#c"));
        assert_eq!(read_url("HTTP://example.org").as_deref(), Some("HTTP://example.org"));
        for written in
            ["ftp://example.org", "javascript:alert(1)", "https://", "https:///a", "/a", "https://a b", ""]
        {
            assert_eq!(read_url(written), None, "{written}");
        }
    }

    #[test]
    fn a_language_is_its_shortest_code() {
        for (written, expected) in [
            ("en", "en"),
            ("EN-us", "en"),
            ("pt_BR", "pt"),
            ("ukr", "uk"),
            ("zh-Hans-CN", "zh"),
            ("gsw", "gsw"),
        ] {
            assert_eq!(read_language(written).as_deref(), Some(expected), "{written}");
        }
        for written in ["English", "", "e", "und", "en-", "12"] {
            assert_eq!(read_language(written), None, "{written}");
        }
    }
}
