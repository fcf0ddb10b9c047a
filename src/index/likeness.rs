//! Terms that are alike: by their stem, or by a slip of the finger.
//!
//! Both are questions to the dictionary alone; they never change where words stand.

use super::terms::{TermId, Terms, range};
use crate::text::{Span, stem};

/// What can be said of a term without reading it, to pass over most of them quickly.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    /// Which letters and digits occur: a to z, other letters together, digits together.
    letters: u32,
    n_chars: u8,
}

impl Look {
    fn of(text: &str) -> Self {
        let mut look = Self::default();
        for c in text.chars() {
            let bit = match c {
                'a'..='z' => c as u32 - 'a' as u32,
                '0'..='9' => 26,
                _ => 27 + c as u32 % 5,
            };
            look.letters |= 1 << bit;
            look.n_chars = look.n_chars.saturating_add(1);
        }
        look
    }

    /// Whether two terms can be within `distance` slips of each other. A slip changes at most two
    /// kinds of letters and the length by one.
    fn can_be_near(self, other: Self, distance: u8) -> bool {
        self.n_chars.abs_diff(other.n_chars) <= distance
            && (self.letters ^ other.letters).count_ones() <= 2 * u32::from(distance)
    }
}

/// Which terms are alike.
#[derive(Debug, Default)]
pub struct Likeness {
    /// Every term with its look, those of one length in a row.
    looks: Vec<(Look, TermId)>,
    /// Where the terms of each length end in `looks`, by length.
    length_ends: Vec<u32>,
    /// The terms of each stem that has more than one, family after family, each in order.
    members: Vec<TermId>,
    /// Where each family ends in `members`.
    family_ends: Vec<u32>,
    /// For each term its family, or `u32::MAX`.
    family_of: Vec<u32>,
    /// Every stem with a term that has it, in order of the stems: where it stands in `stem_text`.
    stems: Vec<(Span, TermId)>,
    stem_text: String,
}

/// Longest word that slips are looked for in; longer ones are seldom typed.
const MAX_CHARS: usize = 32;
/// Shortest word that may have one slip, in characters.
const ONE_SLIP: usize = 4;
/// Shortest word that may have two.
const TWO_SLIPS: usize = 8;

impl Likeness {
    /// Reads the dictionary.
    #[must_use]
    pub fn build(terms: &Terms) -> Self {
        let mut likeness = Self { looks: Vec::with_capacity(terms.len()), ..Self::default() };
        let mut text_of_all = String::new();
        let mut stemmed: Vec<(Span, TermId)> = Vec::with_capacity(terms.len());
        for term in (0u32..).take(terms.len()) {
            let text = terms.text(term);
            likeness.looks.push((Look::of(text), term));
            if let Some(stem) = stem(text) {
                let start = text_of_all.len();
                text_of_all.push_str(&stem);
                stemmed.push((Span::new(start, text_of_all.len()), term));
            }
        }
        likeness.looks.sort_by_key(|(look, _)| look.n_chars);
        for (look, _) in &likeness.looks {
            let length = usize::from(look.n_chars);
            let before = likeness.length_ends.last().copied().unwrap_or(0);
            likeness.length_ends.resize((length + 1).max(likeness.length_ends.len()), before);
            likeness.length_ends[length] += 1;
        }
        likeness.family_of = vec![u32::MAX; terms.len()];
        stemmed.sort_unstable_by_key(|(stem, term)| (stem.of(&text_of_all), *term));
        for family in stemmed.chunk_by(|(a, _), (b, _)| a.of(&text_of_all) == b.of(&text_of_all)) {
            likeness.add_family(family[0].0.of(&text_of_all), family);
        }
        // They stay as long as the index.
        likeness.members.shrink_to_fit();
        likeness.family_ends.shrink_to_fit();
        likeness.stems.shrink_to_fit();
        likeness.stem_text.shrink_to_fit();
        likeness
    }

    /// Adds the terms of the next stem.
    fn add_family(&mut self, stem: &str, family: &[(Span, TermId)]) {
        let start = self.stem_text.len();
        self.stem_text.push_str(stem);
        self.stems.push((Span::new(start, self.stem_text.len()), family[0].1));
        if family.len() > 1 {
            let number = Span::new(0, self.family_ends.len()).end;
            for (_, term) in family {
                self.family_of[*term as usize] = number;
                self.members.push(*term);
            }
            self.family_ends.push(Span::new(0, self.members.len()).end);
        }
    }

    /// The terms with the same stem, itself included; nothing when it is alone.
    #[must_use]
    pub fn family(&self, term: TermId) -> &[TermId] {
        match self.family_of.get(term as usize) {
            Some(family) if (*family as usize) < self.family_ends.len() => {
                &self.members[range(&self.family_ends, *family)]
            }
            _ => &[],
        }
    }

    /// The terms with the stem of a word that is no term itself.
    #[must_use]
    pub fn relatives(&self, word: &str) -> Vec<TermId> {
        let Some(stem) = stem(word) else { return Vec::new() };
        let stem_of = |span: &Span| span.of(&self.stem_text);
        let Ok(at) = self.stems.binary_search_by(|(other, _)| stem_of(other).cmp(stem.as_str())) else {
            return Vec::new();
        };
        let first = self.stems[at].1;
        let family = self.family(first);
        if family.is_empty() { vec![first] } else { family.to_vec() }
    }

    /// The terms nearest to a word: within one slip for four letters and more, or else within two from
    /// eight. A slip is a letter too many, too few, wrong, or two swapped; the first letter is as free as any.
    #[must_use]
    pub fn slips(&self, terms: &Terms, word: &str) -> Vec<(TermId, u8)> {
        let n_chars = word.chars().count();
        let at_most = match n_chars {
            ONE_SLIP..TWO_SLIPS => 1,
            TWO_SLIPS..=MAX_CHARS => 2,
            _ => 0,
        };
        (1..=at_most)
            .map(|distance| self.near(terms, word, distance))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The terms within `distance` slips of a word, fewest slips first; not the word itself, and none
    /// for a word of more than 32 letters.
    #[must_use]
    pub fn near(&self, terms: &Terms, word: &str, distance: u8) -> Vec<(TermId, u8)> {
        let typed: Vec<char> = word.chars().collect();
        if typed.is_empty() || typed.len() > MAX_CHARS {
            return Vec::new();
        }
        let look = Look::of(word);
        let end_of = |length: usize| {
            self.length_ends.get(length).or(self.length_ends.last()).map_or(0, |end| *end as usize)
        };
        let reach = usize::from(distance);
        let start = typed.len().checked_sub(reach + 1).map_or(0, end_of);
        let mut found: Vec<(TermId, u8)> = self.looks[start..end_of(typed.len() + reach)]
            .iter()
            .filter(|(other, _)| look.can_be_near(*other, distance))
            .filter_map(|(_, term)| Some((*term, count_slips(&typed, terms.text(*term), distance)?)))
            .filter(|(_, slips)| *slips > 0)
            .collect();
        found.sort_unstable_by_key(|(term, slips)| (*slips, *term));
        found
    }
}

/// The slips between two words of 32 letters at most, if they are no more than `at_most`; see [`Likeness::near`].
#[must_use]
pub fn n_slips(typed: &str, word: &str, at_most: u8) -> Option<u8> {
    let typed: Vec<char> = typed.chars().take(MAX_CHARS + 1).collect();
    if typed.len() > MAX_CHARS { None } else { count_slips(&typed, word, at_most) }
}

/// The slips between a typed word and a term, if they are no more than `at_most`: the optimal string
/// alignment distance, in which a swap of two neighbors is one slip.
fn count_slips(typed: &[char], term: &str, at_most: u8) -> Option<u8> {
    let mut rows = [[0u8; MAX_CHARS + 1]; 3];
    for (at, cell) in (0u8..).zip(&mut rows[0][..=typed.len()]) {
        *cell = at;
    }
    let mut before = '\0';
    for (row, c) in term.chars().enumerate() {
        let (now, last, older) = ((row + 1) % 3, row % 3, (row + 2) % 3);
        rows[now][0] = u8::try_from(row + 1).ok()?;
        let mut least = rows[now][0];
        for at in 0..typed.len() {
            let wrong = u8::from(typed[at] != c);
            let mut cost = (rows[last][at] + wrong).min(rows[last][at + 1] + 1).min(rows[now][at] + 1);
            if at > 0 && row > 0 && typed[at] == before && typed[at - 1] == c {
                cost = cost.min(rows[older][at - 1] + 1);
            }
            rows[now][at + 1] = cost;
            least = least.min(cost);
        }
        if least > at_most {
            return None;
        }
        before = c;
    }
    let slips = rows[term.chars().count() % 3][typed.len()];
    (slips <= at_most).then_some(slips)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(typed: &str, term: &str, at_most: u8) -> Option<u8> {
        n_slips(typed, term, at_most)
    }

    #[test]
    fn slips_are_counted_as_fingers_make_them() {
        assert_eq!(slips("tank", "tank", 1), Some(0));
        assert_eq!(slips("tnak", "tank", 1), Some(1), "swapped");
        assert_eq!(slips("tak", "tank", 1), Some(1), "too few");
        assert_eq!(slips("tannk", "tank", 1), Some(1), "too many");
        assert_eq!(slips("rank", "tank", 1), Some(1), "the first letter is free");
        assert_eq!(slips("zelenksiy", "zelensky", 2), Some(2));
        assert_eq!(slips("tank", "plane", 2), None);
        assert_eq!(slips("київ", "киів", 1), Some(1));
    }

    #[test]
    fn no_look_rules_out_what_is_near() {
        let words =
            ["tank", "tnak", "tanks", "bank", "tonk", "thank", "tan", "a1b2", "b2a1", "київ", "киів", "abcd"];
        for a in words {
            for b in words {
                for distance in 1..=2 {
                    if slips(a, b, distance).is_some() {
                        assert!(Look::of(a).can_be_near(Look::of(b), distance), "{a} {b}");
                    }
                }
            }
        }
    }
}
