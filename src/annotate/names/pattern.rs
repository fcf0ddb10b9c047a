//! Names that one of their words gives away: `Defense Contact Group`, `Air Base`, `Ministry of Justice`.

use super::{Context, Finding, rule};
use crate::annotate::lexicon::{Classes, Sense};
use crate::annotate::token::{Look, Token};
use crate::key::Kind;

/// Longest name read by pattern, in tokens; longer runs are headings.
const MAX_NAME: usize = 12;

/// A name that begins at `at` and ends in a telling word, or begins with one and goes on with `of`.
pub(super) fn read_pattern(
    context: &Context<'_>,
    at: usize,
    chunk_end: usize,
    limit: usize,
) -> Option<Finding> {
    let chunk_end = chunk_end.min(at + MAX_NAME);
    let finding = |end: usize, kind, rule| Some(Finding { tokens: at..end, kind, title: None, rule });
    if let Some((end, kind, rule)) = read_ending(context, at, chunk_end, limit) {
        return finding(end, kind, rule);
    }
    if context.is(at, Classes::ORGANIZATION_OF)
        && let Some(end) = after_link(context, at + 1, limit)
    {
        return finding(end, Kind::Organization, rule::ORGANIZATION_WORD);
    }
    if context.is(at, Classes::PLACE_START) && chunk_end > at + 1 {
        return finding(chunk_end.min(at + 3), Kind::Place, rule::PLACE_WORD);
    }
    None
}

/// The last telling word of the chunk with what is joined to it.
fn read_ending(
    context: &Context<'_>,
    at: usize,
    chunk_end: usize,
    limit: usize,
) -> Option<(usize, Kind, &'static str)> {
    let is_ending = |last: usize| context.is(last, Classes::ORGANIZATION_END.or(Classes::PLACE_END));
    let mut end = chunk_end;
    // "St. Michael's Square": the possessive is inside when a place word follows at once.
    let after = chunk_end + 1;
    if after < limit
        && chunk_end < context.tokens.len()
        && context.tokens[chunk_end].is(Look::POSSESSIVE)
        && context.tokens[after].is_capital()
        && context.is(after, Classes::PLACE_END)
        && context.is(at, Classes::PLACE_START)
    {
        end = after + 1;
    }
    let last = (at + 1..end).rev().find(|last| is_ending(*last) && context.tokens[*last].is_capital())?;
    if stops_inside(context, at, last) || (at..last).all(|word| context.is(word, Classes::FUNCTION)) {
        return None;
    }
    if context.is(last, Classes::EVENT_END) && !context.is(last, Classes::ORGANIZATION_END) {
        return None;
    }
    let is_place = context.is(last, Classes::PLACE_END) && !context.is(last, Classes::ORGANIZATION_END);
    if is_place {
        return Some((last + 1, Kind::Place, rule::PLACE_WORD));
    }
    let may_link = context.is(last, Classes::ORGANIZATION_OF);
    let end = if may_link { after_link(context, last + 1, limit).unwrap_or(last + 1) } else { last + 1 };
    Some((end, Kind::Organization, rule::ORGANIZATION_WORD))
}

/// Whether a title stands between, so that no single name reaches across.
fn stops_inside(context: &Context<'_>, at: usize, last: usize) -> bool {
    (at..last).any(|word| {
        let sense = context.longest(word..last + 1);
        // "Attorney General's Office", "Justice Department": the title is part of the name when it ends just before.
        matches!(sense, Some((length, Sense::Title)) if word + length < last)
    })
}

/// The end of `of Justice`, `for the Study of War`, `of Health and Human Services` at `at`.
fn after_link(context: &Context<'_>, at: usize, limit: usize) -> Option<usize> {
    let mut end = None;
    let mut at = at;
    while let Some(start) = past_link(context, at, limit, end.is_some()) {
        let mut stop = start + 1;
        while stop < limit && context.tokens[stop].is_capital() {
            stop += 1;
        }
        end = Some(stop);
        at = stop;
        if stop > start + MAX_NAME {
            break;
        }
    }
    end
}

/// The capitalised word after a link word and perhaps `the`. A second link must be `of` or `and`.
fn past_link(context: &Context<'_>, at: usize, limit: usize, is_second: bool) -> Option<usize> {
    let token = context.tokens.get(at).filter(|_| at < limit)?;
    let word = token.of(context.text);
    let is_link = match word {
        "of" | "for" | "de" | "du" | "des" | "&" => !is_second || word == "of" || word == "&",
        "and" => is_second && is_domain(context, at + 1),
        _ => false,
    };
    if !is_link {
        return None;
    }
    let skips = usize::from(
        word != "and" && context.tokens.get(at + 1).is_some_and(|next| next.of(context.text) == "the"),
    );
    let start = at + 1 + skips;
    let is_name = context.tokens.get(start).filter(|_| start < limit)?.is_capital();
    (is_name && !context.is(start, Classes::CALENDAR)).then_some(start)
}

/// A common word with a capital, as in `Health and Human Services`; not a name of its own.
fn is_domain(context: &Context<'_>, at: usize) -> bool {
    let is_capital = context.tokens.get(at).is_some_and(Token::is_capital);
    is_capital && context.is(at, Classes::COMMON) && context.longest(at..context.tokens.len()).is_none()
}
