//! Sentences as split into the stretches that time expressions are looked for in: lines that a program wrapped at a
//! margin belong together, so that `the past` and `two months` on the next line are one length.
//!
//! Only time expressions look across such a break; sentences stay as they were split.

use crate::text::Span;
use std::ops::Range;

/// The length in bytes from which a line without a stop is one wrapped at a margin; margins stand at 60 and more.
const WRAPPED_LINE: usize = 55;

/// Joins the token ranges of sentences that a single line break inside running text divides.
pub fn join_wrapped(text: &str, sentences: &[Span], ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for (at, range) in ranges.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| sentences[before]);
        match joined
            .last_mut()
            .filter(|_| before.is_some_and(|before| is_wrapped(text, before, sentences[at])))
        {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => joined.push(range.clone()),
        }
    }
    joined
}

/// Whether the line that ends with the first sentence goes on with the second.
fn is_wrapped(text: &str, first: Span, second: Span) -> bool {
    let Some(between) = text.get(first.end as usize..second.start as usize) else { return false };
    let is_one_break = between.bytes().filter(|byte| *byte == b'\n').count() == 1;
    let Some(last) = first.of(text).chars().next_back().filter(|_| is_one_break) else { return false };
    let line_start = text[..first.end as usize].rfind('\n').map_or(0, |at| at + 1);
    let is_long = first.end as usize - line_start >= WRAPPED_LINE;
    let goes_on = second.of(text).starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    is_long && (last == ',' || last.is_lowercase() || goes_on && !matches!(last, '.' | '!' | '?' | ':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::split_sentences;

    fn n_stretches(text: &str) -> usize {
        let sentences = split_sentences(text, Span::new(0, text.len()));
        let ranges: Vec<_> = (0..sentences.len()).map(|at| at..at + 1).collect();
        join_wrapped(text, &sentences, &ranges).len()
    }

    #[test]
    fn only_lines_wrapped_at_a_margin_are_joined() {
        let line = "The price of crude oil has increased by eight dollars in the past";
        assert_eq!(n_stretches(&format!("{line}\ntwo months.")), 1);
        assert_eq!(n_stretches(&format!("{line}\n\ntwo months.")), 2, "an empty line ends a paragraph");
        assert_eq!(n_stretches(&format!("{line}.\nTwo months went by.")), 2, "so does a stop");
        assert_eq!(n_stretches("Late on a\nFriday"), 2, "and so does a line too short for a margin");
    }
}
