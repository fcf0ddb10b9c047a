//! Bylines and credits: who wrote a story, and which agencies it draws on.

use super::line::{Line, hash_words};
use super::phrase::find_phrase;
use crate::text::Span;
use std::sync::LazyLock;

const AGENCIES: &str = include_str!("../../lexicon/clean/agencies.txt");

/// What stands in front of names in a byline, in lower case.
const OPENINGS: [&str; 14] = [
    "by: ",
    "by ",
    "written by ",
    "words by ",
    "story by ",
    "posted by ",
    "reported by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "автор: ",
    "author: ",
];

/// Words that join parts of one name.
const PARTICLES: [&str; 22] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "der", "den", "ten", "ter", "la",
    "le", "al", "el", "bin", "ibn", "zu", "y",
];

/// The most words of a byline.
const MAX_BYLINE_WORDS: f32 = 16.0;

/// The authors named by a line that is a byline: `By LISA MASCARO and ERIC TUCKER`, `Tom Krisher, Ap Auto Writer`.
pub(super) fn read_byline(line: &Line<'_>) -> Vec<String> {
    if line.n_words > MAX_BYLINE_WORDS || line.is_quoted() {
        return Vec::new();
    }
    let opened = OPENINGS.iter().find_map(|opening| strip_prefix_folded(line.text, opening));
    match opened {
        Some(names) => read_names(names, true),
        None => read_role(line.text).into_iter().collect(),
    }
}

fn strip_prefix_folded<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in prefix.chars() {
        if !rest.next()?.to_lowercase().eq(std::iter::once(expected)) {
            return None;
        }
    }
    Some(rest.as_str().trim())
}

/// Names between commas and “and”; what follows the names, as an outlet or a date, ends them.
fn read_names(text: &str, is_opened: bool) -> Vec<String> {
    let text = text.split(['|', '•', '·', '(', '/', '@', '–', '—']).next().unwrap_or_default();
    let mut names = Vec::new();
    for part in text
        .split(',')
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" und "))
        .flat_map(|part| part.split(" & "))
    {
        let name = leading_name(part.trim());
        match name {
            Some(name) if !is_role(name) => names.push(name.to_owned()),
            _ if is_opened => break,
            _ => return Vec::new(),
        }
    }
    names
}

/// The name a text begins with: two to five capitalized words, particles between them.
fn leading_name(text: &str) -> Option<&str> {
    let mut end = 0;
    let mut n_capital = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let bare = word.trim_end_matches(['.', ',']);
        let is_capital =
            bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().all(is_name_letter);
        let is_particle = n_capital > 0 && PARTICLES.contains(&bare);
        if !is_capital && !is_particle {
            break;
        }
        n_capital += usize::from(is_capital);
        end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
    }
    ((2..=5).contains(&n_capital)).then(|| text[..end].trim_end_matches(','))
}

fn is_name_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.')
}

/// Whether words that look like a name say an office: `Staff Writer`, `Associated Press`.
fn is_role(text: &str) -> bool {
    const ROLES: [&str; 14] = [
        "writer",
        "reporter",
        "correspondent",
        "editor",
        "staff",
        "press",
        "news",
        "post",
        "times",
        "bureau",
        "columnist",
        "contributor",
        "desk",
        "agencies",
    ];
    text.split_whitespace().any(|word| ROLES.contains(&word.to_lowercase().as_str())) || is_agency(text)
}

/// `Tom Krisher, Ap Auto Writer`: a name, a comma, an office.
fn read_role(text: &str) -> Option<String> {
    let (name, role) = text.split_once(',')?;
    let role = role.trim();
    let name = name.trim();
    let is_whole = leading_name(name).is_some_and(|found| found.len() == name.len());
    (is_whole && is_role(role) && role.split_whitespace().count() <= 5 && !is_role(name))
        .then(|| name.to_owned())
}

/// The author of `Lone Cook reported from Brussels`.
pub(super) fn read_reported_from(line: &Line<'_>) -> Option<String> {
    // All that is looked for holds this word, and hardly any line does.
    static FROM: LazyLock<Vec<u64>> = LazyLock::new(|| hash_words("from"));
    if line.n_words > MAX_BYLINE_WORDS || !line.words.iter().any(|word| FROM.contains(word)) {
        return None;
    }
    let at = ["reported from ", "reporting from ", "reports from ", "contributed from "]
        .iter()
        .find_map(|verb| line.text.find(verb))?;
    let name = line.text[..at].trim().trim_end_matches(" is").trim_end_matches(',');
    let place = line.text[at..].split_once("from ")?.1;
    let is_name = leading_name(name).is_some_and(|found| found.len() == name.len());
    (is_name && place.chars().next().is_some_and(char::is_uppercase) && place.split_whitespace().count() <= 4)
        .then(|| name.to_owned())
}

/// A name glued to the section behind it, `Daria DurovaWorld`: the spans of name and section.
pub(super) fn split_glued_byline(line: &Line<'_>) -> Option<(Span, Span)> {
    if !(2.0..=5.0).contains(&line.n_words) {
        return None;
    }
    let text = line.text;
    let last_word = text.rfind(' ')? + 1;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        if at > last_word && previous.is_lowercase() && c.is_uppercase() {
            let (name, section) = text.split_at(at);
            let is_name = leading_name(name).is_some_and(|found| found.len() == name.len());
            let start = line.span.start as usize;
            let section_line = Line::new(section, Span::new(start + at, start + text.len()), false);
            let is_section =
                find_phrase(&section_line).is_some_and(|hit| hit.is_whole && hit.reason == "navigation");
            if is_name && is_section {
                return Some((Span::new(start, start + at), section_line.span));
            }
        }
        previous = c;
    }
    None
}

/// The name of an agency and the words it is credited by.
type Agency = (&'static str, Vec<Vec<u64>>);

/// The agencies of the list.
fn agencies() -> &'static [Agency] {
    static NAMES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
        AGENCIES
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(|line| {
                let (name, others) = line.split_once(": ").unwrap_or((line, ""));
                let names = std::iter::once(name).chain(others.split(", "));
                (name, names.map(hash_words).filter(|words| !words.is_empty()).collect())
            })
            .collect()
    });
    &NAMES
}

fn is_agency(text: &str) -> bool {
    let words = hash_words(text);
    agencies().iter().any(|(_, names)| names.contains(&words))
}

/// The agencies named in a credit, in the order of the list.
pub(super) fn find_agencies(credit: &str) -> Vec<&'static str> {
    let words = hash_words(credit);
    let is_named = |name: &Vec<u64>| words.windows(name.len()).any(|window| window == *name);
    agencies().iter().filter(|(_, names)| names.iter().any(is_named)).map(|(name, _)| *name).collect()
}

/// Whether a line credits agencies, as in `(This article draws on reports from …)` or `With Post wires`.
pub(super) fn is_credit(line: &Line<'_>) -> bool {
    const CREDITS: [&str; 14] = [
        "reports from",
        "report from",
        "reporting by",
        "contributed to this",
        "contributed reporting",
        "source: ",
        "sources: ",
        "with files from",
        "with reporting",
        "material from",
        "with inputs from",
        "with input from",
        "wires",
        "agencies",
    ];
    let is_bracketed = line.text.starts_with(['(', '[']);
    if line.n_words > if is_bracketed { 40.0 } else { 25.0 } {
        return false;
    }
    let lower = line.text.to_lowercase();
    CREDITS.iter().any(|credit| lower.contains(credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::new(text, Span::new(0, text.len()), false)
    }

    #[test]
    fn bylines_give_their_names() {
        let expected: [(&str, &[&str]); 8] = [
            ("By Brigit Katz", &["Brigit Katz"]),
            (
                "By LISA MASCARO, MARY CLARE JALONICK and ERIC TUCKER",
                &["LISA MASCARO", "MARY CLARE JALONICK", "ERIC TUCKER"],
            ),
            ("Tom Krisher, Ap Auto Writer", &["Tom Krisher"]),
            ("By Amy Kuperinsky | NJ Advance Media for NJ.com", &["Amy Kuperinsky"]),
            ("Von Moritz Bachmann publiziert am 25. September 2018", &["Moritz Bachmann"]),
            ("By Ludwig van Beethoven, Reuters", &["Ludwig van Beethoven"]),
            ("By the time they came", &[]),
            ("By Reuters", &[]),
        ];
        for (text, names) in expected {
            assert_eq!(read_byline(&line(text)), names, "{text}");
        }
    }

    #[test]
    fn a_reporter_in_the_field_is_an_author() {
        assert_eq!(
            read_reported_from(&line("Lone Cook reported from Brussels")).as_deref(),
            Some("Lone Cook")
        );
        assert_eq!(read_reported_from(&line("Losses reported from the front")), None);
    }

    #[test]
    fn a_section_glued_to_a_name_comes_off() {
        let glued = line("Daria DurovaWorld");
        let (name, section) = split_glued_byline(&glued).expect("name and section");
        assert_eq!((name.of(glued.text), section.of(glued.text)), ("Daria Durova", "World"));
        assert_eq!(split_glued_byline(&line("Ronald McDonald")), None);
    }

    #[test]
    fn agencies_have_one_name_each() {
        let credit = "(This article draws on reports from the Associated Press, Reuters, and AFP.)";
        assert_eq!(find_agencies(credit), ["Associated Press", "Reuters", "AFP"]);
        assert!(is_credit(&line(credit)));
    }
}
