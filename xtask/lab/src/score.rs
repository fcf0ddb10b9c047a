//! Exact-span precision, recall and F1 over people, places and organizations.
//!
//! Both sides are trimmed first, so that conventions about articles, quotation
//! marks, possessives and final stops do not count.

use crate::corpus::Annotated;
use dateline::annotate::tagger::Class;
use dateline::text::Span;
use std::collections::BTreeSet;

/// Right, wrong and missed names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Found and marked.
    pub right: usize,
    /// Found, not marked.
    pub wrong: usize,
    /// Marked, not found.
    pub missed: usize,
}

impl Tally {
    /// Precision, recall and F1 in percent.
    #[must_use]
    pub fn rates(self) -> [f64; 3] {
        let share = |part: usize, rest: usize| {
            if part == 0 { 0.0 } else { 100.0 * part as f64 / (part + rest) as f64 }
        };
        let (precision, recall) = (share(self.right, self.wrong), share(self.right, self.missed));
        let f1 = if self.right == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        [precision, recall, f1]
    }
}

/// Tallies of people, places, organizations and all of them.
pub type Tallies = [Tally; 4];

/// Compares the names found in each article to those marked.
#[must_use]
pub fn compare(articles: &[Annotated], found: &[Vec<(Span, Class)>]) -> Tallies {
    let mut tallies = Tallies::default();
    for (article, found) in articles.iter().zip(found) {
        let gold = trimmed_set(&article.text, &article.names);
        let found = trimmed_set(&article.text, found);
        let mut count = |class: u8, add: &dyn Fn(&mut Tally)| {
            add(&mut tallies[class as usize]);
            add(&mut tallies[3]);
        };
        for name in &found {
            let is_right = gold.contains(name);
            count(name.2, &|tally| if is_right { tally.right += 1 } else { tally.wrong += 1 });
        }
        for name in gold.difference(&found) {
            count(name.2, &|tally| tally.missed += 1);
        }
    }
    tallies
}

/// One line: precision, recall and F1 of each class and of all.
#[must_use]
pub fn line(tallies: &Tallies) -> String {
    let mut words = Vec::new();
    for (name, tally) in ["PER", "LOC", "ORG", "ALL"].iter().zip(tallies) {
        let [precision, recall, f1] = tally.rates();
        words.push(format!("{name} {precision:.1}/{recall:.1}/{f1:.1}"));
    }
    words.join(" | ")
}

fn trimmed_set(text: &str, names: &[(Span, Class)]) -> BTreeSet<(usize, usize, u8)> {
    names
        .iter()
        .filter(|name| name.1 != Class::Other)
        .map(|(span, class)| {
            let (start, end) = trim(text, span.range());
            (start, end, *class as u8)
        })
        .filter(|(start, end, _)| start < end)
        .collect()
}

/// The range without leading articles, edge marks, a final possessive and a stop that is not the name's.
#[must_use]
pub fn trim(text: &str, range: std::ops::Range<usize>) -> (usize, usize) {
    let (mut start, mut end) = (range.start, range.end);
    while start < end {
        let cut = leading(&text[start..end]);
        if cut == 0 {
            break;
        }
        start += cut;
    }
    while start < end {
        let cut = trailing(&text[start..end]);
        if cut == 0 {
            break;
        }
        end -= cut;
    }
    if start < end {
        end = final_stop(text, start, end);
    }
    (start, end)
}

fn leading(name: &str) -> usize {
    let is_edge = |c: char| c.is_whitespace() || "\"'“”‘’([@#,.;:*–—-".contains(c);
    let marks = name.len() - name.trim_start_matches(is_edge).len();
    if marks > 0 {
        return marks;
    }
    for article in ["the", "The", "THE", "an", "An", "a", "A"] {
        if let Some(rest) = name.strip_prefix(article) {
            let space = rest.len() - rest.trim_start().len();
            if space > 0 {
                return article.len() + space;
            }
        }
    }
    0
}

fn trailing(name: &str) -> usize {
    for possessive in ["'s", "’s", "'S", "’S"] {
        if name.ends_with(possessive) {
            return possessive.len();
        }
    }
    let is_edge = |c: char| c.is_whitespace() || "\"'“”‘’)],;:!?*–—-".contains(c);
    name.len() - name.trim_end_matches(is_edge).len()
}

/// Whether the name ends in two or more single letters, each followed by a stop.
fn ends_in_initials(name: &str) -> bool {
    let chars: Vec<char> = name.chars().rev().collect();
    let is_word = |c: &char| c.is_alphanumeric() || *c == '_';
    chars.len() >= 4
        && chars[0] == '.'
        && is_word(&chars[1])
        && chars[2] == '.'
        && is_word(&chars[3])
        && chars.get(4).is_none_or(|c| !is_word(c))
}

fn ends_in_word(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        name.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

/// The end of the name with its final stop dropped, kept or taken in.
fn final_stop(text: &str, start: usize, end: usize) -> usize {
    const COMPANY: [&str; 6] = ["Inc", "Corp", "Co", "Ltd", "Jr", "Sr"];
    let name = &text[start..end];
    if let Some(bare) = name.strip_suffix('.') {
        let keeps = ends_in_initials(name) || ends_in_word(bare, &COMPANY) || ends_in_word(bare, &["St"]);
        return if keeps { end } else { end - 1 };
    }
    if text[end..].starts_with('.') {
        let chars: Vec<char> = name.chars().rev().take(4).collect();
        let is_word = |c: &char| c.is_alphanumeric() || *c == '_';
        let initials = chars.len() >= 3
            && chars[0].is_ascii_uppercase()
            && chars[1] == '.'
            && chars[2].is_ascii_uppercase()
            && chars.get(3).is_none_or(|c| !is_word(c));
        if initials || ends_in_word(name, &COMPANY) {
            return end + 1;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::trim;

    fn trimmed(text: &str, name: &str) -> String {
        let start = text.find(name).unwrap_or_default();
        let (start, end) = trim(text, start..start + name.len());
        text[start..end].to_string()
    }

    #[test]
    fn edges_do_not_count() {
        assert_eq!(trimmed("the “New York Times”'s", "the “New York Times”'s"), "New York Times");
        assert_eq!(trimmed("in Berlin.", "Berlin."), "Berlin");
        assert_eq!(trimmed("the U.S.", "the U.S."), "U.S.");
        assert_eq!(trimmed("the U.S. army", "U.S"), "U.S.");
        assert_eq!(trimmed("Apple Inc. said", "Apple Inc"), "Apple Inc.");
        assert_eq!(trimmed("A Coruña", "A Coruña"), "Coruña");
    }
}
