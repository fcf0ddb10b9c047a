//! From the core of an expression to its whole: determiners and approximators taken in, and the tense around it read.

use super::find::{Core, Parser};
use super::{Expression, Modifier, Tense, TimexKind, rule};
use crate::annotate::Rule;
use crate::annotate::token::Look;

/// How far from an expression a verb may place it ahead or back, in tokens: a long sentence.
const TENSE_REACH: usize = 32;

impl Parser<'_> {
    /// Where the expression begins once determiners and approximators are taken in; never before `floor`.
    pub(super) fn widen(&self, core: &Core, floor: usize) -> usize {
        let mut start = core.start;
        let takes = |start: usize, test: &dyn Fn(usize) -> bool| start > floor && test(start - 1);
        if takes(start, &|at| self.is_the(at)) && self.takes_the(core) {
            start -= 1;
        }
        if core.kind == TimexKind::Date || core.kind == TimexKind::Time {
            start = self.widen_edge(start, floor);
        }
        if core.rule == rule::DURATION && start > floor && self.word(start - 1).length_determiner {
            let is_counted = self.tokens[core.start].is(Look::NUMBER)
                || self.word(core.start).number.is_some()
                || self.word(core.start).vague;
            start -= usize::from(is_counted && self.tokens[start - 1].is_lower());
            start -= usize::from(start > floor && start < core.start && self.is_the(start - 1));
        }
        let has_the = start < self.limit && self.is_the(start);
        if core.rule != rule::REFERENCE && core.kind != TimexKind::Set && !has_the {
            start = self.widen_approximator(start, floor, core.rule);
        }
        start
    }

    /// In `the 2020 election` and `the two-day meeting` the determiner is the noun's.
    fn takes_the(&self, core: &Core) -> bool {
        let is_joined = (core.start..core.end).any(|at| self.is_hyphen(at));
        match core.rule {
            rule::WEEKDAY if self.word(core.start).shift.is_some() => true,
            rule::YEAR if self.word(core.start).fiscal => core.end == core.start + 2,
            rule::HOLIDAY
            | rule::RELATIVE_DAY
            | rule::YEAR
            | rule::MONTH
            | rule::WEEKDAY
            | rule::SET
            | rule::FIGURES => false,
            rule::DURATION if self.word(core.start).length.is_some() => false,
            rule::MONTH_DAY => self.tokens[core.start].is(Look::NUMBER),
            rule::AGO => true,
            _ => !is_joined,
        }
    }

    /// `early`, `mid-`, `the end of`, `the first half of`.
    fn widen_edge(&self, mut start: usize, floor: usize) -> usize {
        if start >= floor + 2 && self.says(start - 1, "of") && self.word(start - 2).edge_of {
            start -= 2;
            return if start > floor && self.is_the(start - 1) { start - 1 } else { start };
        }
        if start >= floor + 4
            && self.says(start - 1, "of")
            && self.word(start - 2).half_of
            && self.word(start - 3).ordinal.is_some()
        {
            return if self.is_the(start - 4) { start - 4 } else { start - 3 };
        }
        let is_link = start >= floor + 2
            && (self.says(start - 1, "on") || self.says(start - 1, "in") && self.is_the(start));
        if is_link && self.word(start - 2).edge.is_some() && !self.says(start - 2, "mid") {
            return start - 2;
        }
        let hyphen = usize::from(start > floor && self.is_hyphen(start - 1));
        if start > floor + hyphen && self.word(start - 1 - hyphen).edge.is_some() {
            start -= 1 + hyphen;
            if start > floor && self.is_the(start - 1) {
                start -= 1;
            }
        }
        start
    }

    /// `about`, `more than`, `at least`, `just under`.
    fn widen_approximator(&self, start: usize, floor: usize, rule: Rule) -> usize {
        let says = |at: usize, words: &[&str]| at >= floor && words.iter().any(|word| self.says(at, word));
        if start < floor + 1 {
            return start;
        }
        let has_two = start >= floor + 2;
        let is_pair = has_two
            && (says(start - 1, &["than"]) && says(start - 2, &["more", "less", "fewer", "longer"])
                || says(start - 1, &["least", "most"]) && says(start - 2, &["at"])
                || says(start - 1, &["to"]) && says(start - 2, &["up"]));
        let mut at = start;
        if is_pair {
            at -= 2;
        } else if self.word(start - 1).approximator && self.is_approximator(start, floor, rule) {
            at -= 1;
        }
        if at < start && at > floor && says(at - 1, &["just", "only", "slightly", "well", "the"]) {
            at -= 1;
        }
        at
    }

    /// `over` and `under` may be prepositions: they are not before lengths, unless another preposition stands there.
    fn is_approximator(&self, start: usize, floor: usize, rule: Rule) -> bool {
        let is_preposition = self.says(start - 1, "over") || self.says(start - 1, "under");
        if !is_preposition || rule == rule::AGO {
            return true;
        }
        let is_led =
            start >= floor + 2 && self.word(start - 2).length_before && !self.says(start - 2, "over");
        rule == rule::DURATION && is_led
    }

    pub(super) fn expression(&self, start: usize, core: &Core, sentence_start: usize) -> Expression {
        let span = crate::text::Span {
            start: self.tokens[start].span.start,
            end: self.tokens[core.end - 1].span.end - u32::from(self.says(core.end - 1, "st.")),
        };
        Expression {
            span,
            kind: core.kind,
            reading: core.reading.clone(),
            time: core.time.clone(),
            rule: core.rule,
            modifier: self.modifier(start, core),
            tense: if start > sentence_start
                && (self.says(start - 1, "until") || self.says(start - 1, "till"))
            {
                Tense::Future
            } else {
                self.tense(start, core.end, sentence_start)
            },
        }
    }

    /// What the words before the core make of its value.
    fn modifier(&self, start: usize, core: &Core) -> Option<Modifier> {
        let is_ago = core.rule == rule::AGO;
        (start..core.start).find_map(|at| {
            let says = |words: &[&str]| words.iter().any(|word| self.says(at, word));
            Some(match self.word(at).edge {
                Some("START") => Modifier::Start,
                Some("MID") => Modifier::Mid,
                Some(_) => Modifier::End,
                None if says(&["beginning", "start"]) => Modifier::Start,
                None if says(&["end"]) => Modifier::End,
                None if says(&["more", "longer", "over"]) && is_ago => Modifier::Before,
                None if says(&["less", "fewer", "under"]) && is_ago => Modifier::After,
                None if says(&["more", "longer", "over"]) => Modifier::MoreThan,
                None if says(&["less", "fewer", "under", "nearly", "almost"]) => Modifier::LessThan,
                None if says(&["least"]) => Modifier::EqualOrMore,
                None if says(&["most", "up"]) => Modifier::EqualOrLess,
                None if says(&["about", "around", "roughly", "approximately", "some", "circa"]) => {
                    Modifier::Approximate
                }
                None => return None,
            })
        })
    }

    /// Which way the nearest verb looks.
    fn tense(&self, start: usize, end: usize, sentence_start: usize) -> Tense {
        for distance in 1..=TENSE_REACH {
            let before = start.checked_sub(distance).filter(|at| *at >= sentence_start);
            let after = Some(end + distance - 1).filter(|at| *at < self.limit);
            for at in [before, after].into_iter().flatten() {
                let is_to_come = self.says(at, "to") && at > 0 && self.is_to_come(at - 1);
                if self.word(at).future || is_to_come {
                    return Tense::Future;
                }
                if self.is_past_verb(at) {
                    let is_passive = at > 0 && self.says(at - 1, "be");
                    return if is_passive { Tense::Future } else { Tense::Past };
                }
            }
        }
        Tense::Open
    }

    /// The word before `to` that makes a verb behind it one of the future: `is to open`, `expected to`.
    fn is_to_come(&self, at: usize) -> bool {
        self.word(at).future || ["is", "are", "was", "were"].iter().any(|word| self.says(at, word))
    }

    fn is_past_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let word = token.of(self.text);
        token.is_lower() && (self.word(at).past_verb || word.len() > 4 && word.ends_with("ed"))
    }
}
