//! Lines that a program broke at a margin, into the paragraphs they were.
//!
//! Wire copy, mail and old text files end a line where the next word would not fit. Such a break says nothing,
//! and what stands on both sides of it belongs together: names, phrases, sentences. A *stretch* is what stands
//! between two line breaks, white space around it left out. Where it is not sure that a text was wrapped, each
//! stretch stays a line of its own.

use super::line::{hash_words, is_space};
use super::phrase::function_words;
use crate::text::Span;
use std::ops::RangeInclusive;

/// What stands between two line breaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Where it stands in the raw text, white space trimmed.
    pub span: Span,
    /// The bytes of white space before it.
    pub indent: u32,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
}

/// The signs that end a line.
const LINE_BREAKS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// What stands between the line breaks of a text, in order.
pub(super) fn split_stretches(raw: &str) -> impl Iterator<Item = Stretch> + '_ {
    let (mut at, mut after_blank, mut is_first) = (0, false, true);
    raw.split_inclusive(LINE_BREAKS).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let trimmed = piece.trim_matches(is_space);
        if trimmed.is_empty() {
            after_blank |= !is_first;
            return None;
        }
        is_first = false;
        let indent = trimmed.as_ptr() as usize - piece.as_ptr() as usize;
        let span = Span::new(start + indent, start + indent + trimmed.len());
        let indent = Span::new(0, indent).end;
        Some(Stretch { span, indent, after_blank: std::mem::take(&mut after_blank) })
    })
}

/// Whether a gap between two lines stands inside a word, behind its hyphen: `Export-` and `Import`, but not the two
/// halves of `three-` and `and four-year`.
pub(super) fn is_inside_word(raw: &str, gap: Span) -> bool {
    let (Some(before), Some(behind)) = (raw.get(..gap.start as usize), raw.get(gap.end as usize..)) else {
        return false;
    };
    let Some(part) = before.strip_suffix('-') else { return false };
    let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_function = || hash_words(word).iter().any(|word| function_words().contains_key(word));
    part.ends_with(char::is_alphanumeric) && !word.is_empty() && !is_function()
}

/// Widths at which programs wrap text, in characters: from a newspaper's column to the 80 of a terminal and some more.
const MARGINS: RangeInclusive<usize> = 35..=100;
/// Of so many lines one may be longer than the margin, as addresses are.
const OUTLIERS: usize = 10;
/// The fewest lines of which one may be longer.
const FEW_LINES: usize = 5;
/// The fewest lines that end inside a sentence from which a margin is told by their widths alone.
const MIN_BREAKS: usize = 3;
/// The least width of fewer lines, of which half must go on in small letters.
const SURE_WIDTH: usize = 55;
const SURE_SMALL_SHARE: f32 = 0.5;
/// The share of the lines ending inside a sentence whose next word would not have fitted.
const FULL_SHARE: f32 = 0.9;
/// The share of all line breaks that stand inside a sentence.
const OPEN_SHARE: f32 = 0.5;
/// The share of these behind which a small letter stands: half and more in running text, hardly any in lists.
const SMALL_SHARE: f32 = 0.25;
/// By how much the first line of a paragraph may be narrower: its indent is often lost on the way.
const INDENT: usize = 4;

/// How a text was wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Margin {
    /// The longest line, in characters.
    width: usize,
    /// The indent of every line, in bytes; one that has more begins a paragraph.
    indent: u32,
}

impl Margin {
    /// The margin of a text, if it was surely wrapped.
    pub(super) fn find(raw: &str, lines: &[Stretch]) -> Option<Self> {
        let mut widths: Vec<usize> = lines.iter().map(|line| width(raw, line)).collect();
        widths.sort_unstable();
        let n_longer = (lines.len() / OUTLIERS).max(usize::from(lines.len() >= FEW_LINES));
        let indent = lines.iter().map(|line| line.indent).min()?;
        let margins = [0, n_longer].into_iter().filter_map(|n| widths.iter().rev().nth(n));
        let margins = margins.filter(|width| MARGINS.contains(width));
        margins.map(|width| Self { width: *width, indent }).find(|margin| margin.is_kept(raw, lines))
    }

    /// Whether the lines of a text end where this margin has them end.
    fn is_kept(self, raw: &str, lines: &[Stretch]) -> bool {
        let breaks = || lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| self.is_break(next));
        let open: Vec<_> = breaks().filter(|(line, _)| is_open(raw, line)).collect();
        let share = |has: &dyn Fn(&Stretch, &Stretch) -> bool| {
            open.iter().filter(|(line, next)| has(line, next)).count() as f32 / open.len() as f32
        };
        let n_breaks = breaks().count();
        if open.is_empty() || (open.len() as f32) < OPEN_SHARE * n_breaks as f32 {
            return false;
        }
        let is_full = share(&|line, next| self.is_full(raw, line, next, true)) >= FULL_SHARE;
        // Where paragraphs begin with an indent, a line without one goes on.
        let has_indents = lines.iter().any(|line| line.indent > self.indent);
        let small_share = share(&|line, next| continues(raw, line, next));
        let is_sure = open.len() >= MIN_BREAKS || self.width >= SURE_WIDTH && small_share >= SURE_SMALL_SHARE;
        is_full && (has_indents || is_sure && small_share >= SMALL_SHARE)
    }

    /// Whether a line goes on in the one below it. `begins`: whether it is the first of its paragraph.
    pub(super) fn goes_on(self, raw: &str, line: &Stretch, next: &Stretch, begins: bool) -> bool {
        let (text, below) = (line.span.of(raw), next.span.of(raw));
        if !self.is_break(next) || is_shouted(text) && !is_shouted(below) {
            return false;
        }
        if is_open(raw, line) {
            let is_near = 2 * width(raw, line) >= self.width && continues(raw, line, next);
            return is_near || self.is_full(raw, line, next, begins);
        }
        !begins_item(below) && self.is_full(raw, line, next, begins)
    }

    /// Whether nothing but a line break divides a line from the one above it: neither an empty line nor an indent.
    fn is_break(self, next: &Stretch) -> bool {
        !next.after_blank && next.indent <= self.indent
    }

    /// Whether the first word of the next line finds no room in a line.
    fn is_full(self, raw: &str, line: &Stretch, next: &Stretch, begins: bool) -> bool {
        let word = next.span.of(raw).split_whitespace().next().map_or(0, |word| word.chars().count());
        let room = if begins { self.width.saturating_sub(INDENT) } else { self.width };
        width(raw, line) + 1 + word > room
    }
}

fn width(raw: &str, line: &Stretch) -> usize {
    line.indent as usize + line.span.of(raw).chars().count()
}

/// Whether a line ends inside a sentence.
fn is_open(raw: &str, line: &Stretch) -> bool {
    let text = line.span.of(raw).trim_end_matches(['"', '\'', '”', '’', '»', '“', ')', ']']);
    !text.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '।', '؟'])
}

/// Whether a line reads like the continuation of the one above it: it begins with a small letter, one of a script
/// without capitals, or both are written in capitals.
fn continues(raw: &str, line: &Stretch, next: &Stretch) -> bool {
    let (text, below) = (line.span.of(raw), next.span.of(raw));
    below.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
        || is_shouted(text) && is_shouted(below)
}

/// Whether a line is written in capitals, as headlines of the wire are.
fn is_shouted(text: &str) -> bool {
    !text.contains(char::is_lowercase) && text.contains(char::is_uppercase)
}

/// Whether a line begins an item of a list.
fn begins_item(text: &str) -> bool {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.starts_with(['•', '*', '-', '–', '—', '·', '▪', '●'])
        || number.len() < text.len() && number.starts_with(['.', ')'])
}

#[cfg(test)]
mod tests {
    use super::super::line::for_each_line;

    fn lines(raw: &str) -> Vec<&str> {
        let mut lines = Vec::new();
        for_each_line(raw, |text, _, _| lines.push(text));
        lines
    }

    const WIRE: &str = "In testimony prepared for a House Appropriations\nsubcommittee, Baker said the Treasury \
                        expects the lower\nmarginal tax rates in last year's tax reform law to themselves\npromote \
                        taxpayer compliance and bring in additional revenue.\n The Treasury is requesting 7.2 billion \
                        dlrs for the fiscal\nyear beginning Oct. 1. Its current year budget is 6.5 billion\ndlrs.";

    #[test]
    fn wrapped_lines_are_the_paragraphs_they_were() {
        let found = lines(WIRE);
        assert_eq!(found.len(), 2, "{found:#?}");
        assert!(found[0].ends_with("additional revenue.") && found[1].starts_with("The Treasury is"));
    }

    #[test]
    fn an_empty_line_an_indent_or_a_short_line_ends_a_paragraph() {
        let unindented = WIRE.replace("\n ", "\n");
        assert_eq!(
            lines(&unindented).len(),
            1,
            "its last line is full, so that nothing tells of a paragraph"
        );
        assert_eq!(lines(&unindented.replace(" in additional", "")).len(), 2);
        assert_eq!(lines(&WIRE.replace("\n ", "\n\n")).len(), 2);
    }

    #[test]
    fn where_paragraphs_are_indented_other_lines_go_on() {
        let table = "Shr profit one ct vs loss 27 cts\n Net profit 22,000 vs loss 763,000\n NOTE: Net excludes tax \
                     credits of 1,405,000 dlrs vs\n3,538,000 dlrs.\n Revs 161,000 vs 316,000";
        assert_eq!(lines(table).len(), 4);
        let quoted = WIRE.replace("\n ", "\n\n").replace('\n', "\n    ");
        assert_eq!(lines(&format!("    {quoted}")).len(), 2, "an indent of all lines is none");
    }

    #[test]
    fn a_headline_in_capitals_stands_alone() {
        let raw = format!("TREASURY STRENGTHENS TAX ENFORCEMENT, BAKER SAYS IN HOUSE\n{WIRE}");
        assert_eq!(lines(&raw).len(), 3);
    }

    #[test]
    fn two_lines_are_wrapped_where_they_go_on_in_small_letters() {
        assert_eq!(
            lines("The bank said it will raise its prime lending rate to eight\npct on Monday.").len(),
            1
        );
        assert_eq!(
            lines("The bank said it will raise its prime lending rate to eight\nPct on Monday.").len(),
            2
        );
        assert_eq!(lines("The bank raised\nits rate.").len(), 2);
    }

    #[test]
    fn what_no_program_wrapped_stays() {
        for raw in [
            "Home\nWorld news\nPolitics and the economy\nOpinion",
            "He said he would come to the meeting in Brussels.\nShe did not want to come to it at all, she said.\nThey both came.",
            "Minister resigns over spending\nFloods close the main road to the coast\nPolice look for witness",
            "A paragraph that is far longer than any program would let a line be, since it was never wrapped at all \
             and simply goes on and on to its end\nand one that is as long as that, and begins with a small letter, \
             as happens where a site breaks its paragraphs in odd places\nand another one that does the same, to be sure",
        ] {
            assert_eq!(lines(raw).len(), raw.lines().count(), "{raw}");
        }
    }
}
