//! A sentence into the facts two versions of it can differ in: numbers with what they count, dates, names.

use super::feature::{FUNCTION_END, feature_of};
use super::known::Known;
use crate::annotate::{TimexKind, hash_word};
use crate::index::DaySpan;
use crate::key::Kind;
use crate::resolve::EntityId;
use crate::text::Span;

/// A number as printed, what it comes to and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    pub span: Span,
    pub value: f64,
    /// The feature of the word that says what is counted, or of a currency sign; 0 where nothing does.
    pub unit: u32,
}

/// A name with the form it is printed in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    pub span: Span,
    pub entity: EntityId,
    pub kind: Kind,
}

/// A date placed on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dated {
    pub span: Span,
    pub days: DaySpan,
    pub is_certain: bool,
}

/// What a sentence says that another version of it can say otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub numbers: Vec<Number>,
    pub dates: Vec<Dated>,
    pub names: Vec<Named>,
}

/// Numbers written as words; `one` is left out, since it counts as seldom as it points.
const NUMBER_WORDS: [(&str, f64); 16] = [
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("dozen", 12.0),
];
const MULTIPLIERS: [(&str, f64); 5] =
    [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];
/// Signs that stand before a sum, and after a share.
const CURRENCIES: [char; 4] = ['$', '€', '£', '¥'];

pub(super) fn find_facts(known: Known<'_>, doc: usize, sentence: Span) -> Facts {
    let resolved = &known.resolved.articles[doc];
    let mentions = &known.annotations[doc].mentions;
    let first = mentions.partition_point(|mention| mention.span.start < sentence.start);
    let inside = mentions[first..].iter().zip(&resolved.entities[first..]);
    let mut names = Vec::new();
    let mut taken = Vec::new();
    for (mention, entity) in inside.take_while(|(mention, _)| mention.span.end <= sentence.end) {
        taken.push(mention.span);
        if let Some(id) = *entity {
            names.push(Named { span: mention.span, entity: id, kind: known.entity(id).kind });
        }
    }
    let dates: Vec<_> = resolved.dates.iter().filter(|date| sentence.contains(date.span)).collect();
    taken.extend(dates.iter().map(|date| date.span));
    taken.sort_unstable();
    let is_placed = |kind| matches!(kind, TimexKind::Date | TimexKind::Time);
    let placed = dates.iter().filter(|date| is_placed(date.kind));
    Facts {
        numbers: find_numbers(&known.articles[doc].text, sentence, &taken),
        dates: placed
            .filter_map(|date| {
                Some(Dated {
                    span: date.span,
                    days: DaySpan::of_value(&date.value)?,
                    is_certain: date.certain,
                })
            })
            .collect(),
        names,
    }
}

/// The numbers of a stretch of text, those inside names and dates left out.
pub(super) fn find_numbers(text: &str, sentence: Span, taken: &[Span]) -> Vec<Number> {
    let slice = sentence.of(text);
    let start = sentence.start as usize;
    let words: Vec<(usize, &str)> = slice
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - slice.as_ptr() as usize, word))
        .collect();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (place, word) = words[at];
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !CURRENCIES.contains(&c) && c != '%');
        at += 1;
        let Some((mut value, mut unit)) = read_number(bare) else { continue };
        let follows_name = at >= 2 && starts_name(words[at - 2].1) && place > 0 && at > 2;
        let begin = place + (bare.as_ptr() as usize - word.as_ptr() as usize);
        let mut end = begin + bare.len();
        if let Some((factor, rest)) = words.get(at).and_then(|(_, next)| multiplier(next)) {
            value *= factor;
            end = words[at].0 + rest;
            at += 1;
        }
        let span = Span::new(start + begin, start + end);
        let is_whole = word.ends_with(|c: char| c.is_alphanumeric() || c == '%') || end > begin + bare.len();
        if unit == 0 && is_whole {
            unit = words.get(at).map_or(0, |(_, next)| unit_of(next));
        }
        if !follows_name && !taken.iter().any(|other| other.overlaps(span)) {
            numbers.push(Number { span, value, unit });
        }
    }
    numbers
}

/// Whether a number behind this word is probably part of a name, as in `Leopard 2`.
fn starts_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !word.ends_with(['.', ',', ':', ';'])
}

fn read_number(word: &str) -> Option<(f64, u32)> {
    if let Some((_, value)) = NUMBER_WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)) {
        return Some((*value, 0));
    }
    let (rest, unit) = match word.strip_prefix(CURRENCIES) {
        Some(rest) => (rest, feature_of("money")),
        None => (word, 0),
    };
    let (rest, unit) = rest.strip_suffix('%').map_or((rest, unit), |rest| (rest, feature_of("percent")));
    let is_figure = rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    let value = rest.replace(',', "").parse().ok()?;
    is_figure.then_some((value, unit))
}

/// A word that multiplies the number before it, and how long it is without a mark behind it.
fn multiplier(word: &str) -> Option<(f64, usize)> {
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let found = MULTIPLIERS.iter().find(|(name, _)| bare.eq_ignore_ascii_case(name));
    found.map(|(_, factor)| (*factor, bare.len()))
}

fn unit_of(word: &str) -> u32 {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() || hash_word(bare) == hash_word("of") || bare.len() <= FUNCTION_END {
        0
    } else {
        feature_of(bare)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<(&str, f64, u32)> {
        let found = find_numbers(text, Span::new(0, text.len()), &[]);
        found.into_iter().map(|number| (number.span.of(text), number.value, number.unit)).collect()
    }

    #[test]
    fn numbers_are_read_with_what_they_count() {
        let tanks = feature_of("tanks");
        assert_eq!(numbers("at least 100 tanks"), [("100", 100.0, tanks)]);
        assert_eq!(numbers("the 30-member forces"), [("30", 30.0, feature_of("members"))]);
        assert_eq!(numbers("an additional $53 million in aid"), [("$53 million", 53e6, feature_of("money"))]);
        assert_eq!(
            numbers("more than 1,700 trucks, 5% less"),
            [("1,700", 1700.0, feature_of("truck")), ("5%", 5.0, feature_of("percent"))]
        );
        assert_eq!(numbers("German-made Leopard 2 battle tanks"), []);
        assert_eq!(numbers("for the 1st time"), []);
        assert_eq!(numbers("three decisions"), [("three", 3.0, feature_of("decision"))]);
    }
}
