//! The place and agency in front of the first sentence: `KYIV:`, `Kyiv, Ukraine –`, `LONDON, March 3 (AP) —`.

use super::byline::find_agencies;

/// How far into the paragraph a dateline may reach, in bytes.
const MAX_DATELINE: usize = 80;

/// The most words of a dateline, date and agency included.
const MAX_WORDS: usize = 8;

/// The length in bytes of the dateline at the beginning of `paragraph`, mark and space behind it left out.
pub(super) fn find_dateline(paragraph: &str) -> Option<usize> {
    let mut end = paragraph.len().min(MAX_DATELINE);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let window = &paragraph[..end];
    let (at, mark) = window.char_indices().find_map(|(at, c)| match c {
        '—' | '–' | ':' => Some((at, c)),
        '-' if window[..at].ends_with([' ', ')']) || window[at..].starts_with("--") => Some((at, c)),
        _ => None,
    })?;
    let head = window[..at].trim_end_matches([' ', '-', '\u{a0}']);
    let rest = paragraph[at + mark.len_utf8()..].trim_start_matches([' ', '-', '\u{a0}']);
    (is_dateline(head, mark) && !rest.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
        .then_some(head.len())
}

fn is_dateline(head: &str, mark: char) -> bool {
    let (place, agency) = split_agency(head);
    let words: Vec<&str> = place.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if words.len() > MAX_WORDS || head.is_empty() || head.contains(['"', '“', '?', '!']) {
        return false;
    }
    if agency.is_some_and(|agency| find_agencies(agency).is_empty()) {
        return false;
    }
    let Some(first) = words.first() else { return agency.is_some() };
    let is_shouted =
        first.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !first.chars().any(char::is_lowercase);
    let is_capital = |word: &&&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let n_capital = words.iter().filter(is_capital).count();
    // One small word may stand between: “Rio de Janeiro”.
    if n_capital + 1 < words.len() || !first.starts_with(char::is_uppercase) {
        return false;
    }
    let is_pair = place.trim_end_matches(',').split(',').count() == 2;
    match mark {
        ':' => {
            is_shouted
                && head.len() >= 4
                && words.iter().all(|word| !word.chars().any(char::is_lowercase))
                && words.len() <= 3
        }
        _ => agency.is_some() || is_shouted || is_pair && words.len() <= 4,
    }
}

/// `LONDON, March 3 (AP)` → place and agency.
fn split_agency(head: &str) -> (&str, Option<&str>) {
    match head.split_once('(') {
        Some((place, agency)) => (place.trim_end(), agency.strip_suffix(')')),
        None => (head, None),
    }
}

/// Whether the line is a dateline that has lost its sentence: `Kyiv, Ukraine –`.
pub(super) fn is_lone_dateline(line: &str) -> bool {
    line.ends_with(['—', '–', '-', ':'])
        && find_dateline(line)
            .is_some_and(|end| line[end..].trim_matches([' ', '—', '–', '-', ':']).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_found_without_their_mark() {
        let expected = [
            ("KYIV: NATO Secretary-General Jens", "KYIV"),
            ("LONDON, March 3 (AP) — The minister", "LONDON, March 3 (AP)"),
            ("HAYWARD, Calif. (AP) — The Latest on", "HAYWARD, Calif. (AP)"),
            ("(Reuters) - Scientists", "(Reuters)"),
            ("(Reuters) — The New York State", "(Reuters)"),
            ("WASHINGTON (Reuters) - Scientists on Monday", "WASHINGTON (Reuters)"),
            ("VIENNA — The house", "VIENNA"),
            ("New York, NY – With content", "New York, NY"),
            ("NEW DELHI: Their American dream", "NEW DELHI"),
            ("Kyiv, Ukraine – NATO Secretary", "Kyiv, Ukraine"),
            ("RIO DE JANEIRO (AFP) - Brazil", "RIO DE JANEIRO (AFP)"),
        ];
        for (text, dateline) in expected {
            assert_eq!(find_dateline(text).map(|end| &text[..end]), Some(dateline), "{text}");
        }
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "Ukraine – the largest country in Europe – has",
            "Summary: this is what we know",
            "The well-known Swiss bank said",
            "Biden, Putin – two men",
            "“KYIV: a city,” she wrote",
            "WHO: the body in Geneva",
            "",
        ] {
            assert_eq!(find_dateline(text), None, "{text}");
        }
        assert!(is_lone_dateline("Kyiv, Ukraine –"));
        assert!(!is_lone_dateline("Kyiv, Ukraine"));
    }
}
