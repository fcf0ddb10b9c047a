//! The words of one article after another, before they are sorted into [`Terms`].

use super::dictionary::Dictionary;
use super::docs::DocNumbers;
use super::fields::{FieldLengths, Fields};
use super::positions::{Positions, pack, push_number, skip, take_number};
use super::seams::{SeamFinder, Seams};
use super::terms::Terms;
use crate::clean::Article;
use crate::text::{Span, Word, WordKind, fold_char, split_words};

/// Words skipped between paragraphs, so that no phrase or short proximity spans two.
const PARAGRAPH_GAP: u32 = 16;

/// The form under which a word is indexed and looked up: folded, without a possessive ending.
#[must_use]
pub fn term_of(word: &str) -> String {
    let mut term = String::with_capacity(word.len());
    push_term(word, &mut term);
    term
}

/// Appends the form under which a word is indexed; see [`term_of`].
pub fn push_term(word: &str, term: &mut String) {
    if word.is_ascii() {
        term.push_str(word);
        let start = term.len() - word.len();
        if let Some(added) = term.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    } else {
        word.chars().for_each(|c| fold_char(c, |c| term.push(c)));
    }
    if term.ends_with("'s") {
        term.truncate(term.len() - 2);
    } else if term.ends_with('\'') {
        term.pop();
    }
}

/// Shortest part of a word joined by stops that is a word of its own, in bytes.
const MIN_PART: usize = 3;

/// The stretches of a text that are terms, in order. Every part of a joined name counts alone, so that
/// `oboz` finds `OBOZ.UA`; initials such as `U.S.` stay whole.
pub fn split_terms(text: &str) -> impl Iterator<Item = Span> + '_ {
    split_words(text).filter(|word| word.is_term()).flat_map(move |word| {
        // No word holds a zero, so that others stay whole.
        let joint = if is_joined(word, text) { '.' } else { '\0' };
        split_word(word, text, joint)
    })
}

/// Whether the parts of a word are terms, not itself.
fn is_joined(word: Word, text: &str) -> bool {
    let joined = word.of(text);
    word.kind == WordKind::Letters
        && joined.as_bytes().contains(&b'.')
        && joined.split('.').any(|part| part.len() >= MIN_PART)
}

fn split_word(word: Word, text: &str, joint: char) -> impl Iterator<Item = Span> + '_ {
    let mut start = word.span.start;
    let parts = word.of(text).split(joint).map(move |part| {
        let span = Span { start, end: start + Span::new(0, part.len()).end };
        start = span.end + 1;
        span
    });
    parts.filter(|span| !span.is_empty())
}

/// How many bytes of packed words are collected in the first piece. Every other is as large as all before it together:
/// what it leaves when it is read is room for a large list, where that of many small ones would lie idle.
const PIECE_BYTES: usize = 1 << 18;
/// How many bytes a packed word takes at most: its number and its position, five each.
const MOST_WORD_BYTES: usize = 10;

/// What is known of a term while collecting.
#[derive(Clone, Copy, Debug, Default)]
struct Draft {
    /// In how many articles it is.
    n_entries: u32,
    /// The bytes of its packed positions.
    n_bytes: u32,
}

/// Collects the words of one article after another.
///
/// Each article is packed as it comes: for each of its terms the number of the term and its positions. That
/// is a few bytes a word, and all there is to hold until the words of all articles are sorted.
#[derive(Debug, Default)]
pub struct TermsBuilder {
    terms: Dictionary,
    drafts: Vec<Draft>,
    fields: Vec<Fields>,
    /// The packed articles one after another; none is in two pieces.
    pieces: Vec<Vec<u8>>,
    /// The position of the first word of every paragraph, article after article.
    paragraphs: Vec<u32>,
    seams: Seams,
    term: String,
    /// The words of the article at hand: the term in the upper half, the position in the lower.
    words: Vec<u64>,
    /// The positions of its words behind seams.
    behind_seams: Vec<u32>,
}

impl TermsBuilder {
    /// Adds the next article.
    pub fn add(&mut self, article: &Article) {
        let mut position = 0;
        let n_title_words = self.add_words(article.headline(), &mut position);
        let title_end = position;
        let mut lead_end = position;
        let mut n_words = 0;
        let first_paragraph = self.paragraphs.len();
        for paragraph in &article.paragraphs {
            let is_lead = n_words == 0;
            self.paragraphs.push(position);
            n_words += self.add_words(paragraph.of(&article.text), &mut position);
            if is_lead {
                lead_end = position;
            }
        }
        let paragraphs = Span::new(first_paragraph, self.paragraphs.len());
        self.fields.push(Fields { title_end, lead_end, n_title_words, n_words, paragraphs });
        self.pack_words();
        self.seams.add(&self.behind_seams);
        self.behind_seams.clear();
    }

    fn add_words(&mut self, text: &str, position: &mut u32) -> u32 {
        let first = *position;
        let mut seams = SeamFinder::new(text);
        let mut add = |span: Span| {
            if seams.is_behind_seam(span) {
                self.behind_seams.push(*position);
            }
            self.add_word(span.of(text), position);
        };
        for word in split_words(text).filter(|word| word.is_term()) {
            // As `split_terms` does it, quicker for the many words that are whole.
            if is_joined(word, text) {
                split_word(word, text, '.').for_each(&mut add);
            } else {
                add(word.span);
            }
        }
        let n_words = *position - first;
        if n_words > 0 {
            *position += PARAGRAPH_GAP;
        }
        n_words
    }

    fn add_word(&mut self, word: &str, position: &mut u32) {
        self.term.clear();
        push_term(word, &mut self.term);
        let id = self.terms.number(&self.term);
        self.words.push(u64::from(id) << 32 | u64::from(*position));
        *position += 1;
    }

    /// Packs the words of the article at hand: how many terms, then each with its positions, a term by its distance
    /// from the one before.
    fn pack_words(&mut self) {
        self.words.sort_unstable();
        self.drafts.resize(self.terms.len(), Draft::default());
        let most = (self.words.len() + 1) * MOST_WORD_BYTES;
        if self.pieces.last().is_none_or(|piece| piece.len() + most > piece.capacity()) {
            let n_before: usize = self.pieces.iter().map(Vec::capacity).sum();
            self.pieces.push(Vec::with_capacity(n_before.max(PIECE_BYTES).max(most)));
        }
        let Some(piece) = self.pieces.last_mut() else { return };
        let terms = || self.words.chunk_by(|a, b| a >> 32 == b >> 32);
        push_number(terms().count() as u64, piece);
        let mut before = 0;
        for words in terms() {
            let id = words[0] >> 32;
            push_number(id - before, piece);
            before = id;
            let start = piece.len();
            pack(words.iter().map(|word| *word as u32), piece);
            let draft = &mut self.drafts[id as usize];
            draft.n_entries += 1;
            draft.n_bytes += Span::new(start, piece.len()).len() as u32;
        }
        self.words.clear();
    }

    /// Sorts what was collected into the frozen form, and says how each article is divided, where its paragraphs
    /// begin and where its seams are.
    #[must_use]
    pub fn finish(self) -> (Terms, Vec<Fields>, Vec<u32>, Seams) {
        let Self { mut terms, drafts, mut fields, pieces, mut paragraphs, mut seams, .. } = self;
        terms.close();
        fields.shrink_to_fit();
        paragraphs.shrink_to_fit();
        seams.close();
        (freeze(&terms, &drafts, &fields, pieces), fields, paragraphs, seams)
    }
}

/// The terms, and the articles that hold them, into the frozen form, the terms in order of their bytes. Each
/// piece goes as soon as it is read.
fn freeze(collected: &Dictionary, drafts: &[Draft], fields: &[Fields], pieces: Vec<Vec<u8>>) -> Terms {
    let mut sorted: Vec<u32> = (0..).take(collected.len()).collect();
    sorted.sort_unstable_by_key(|id| collected.word(*id));
    let mut terms = Terms::default();
    // For each term by its number, the next entry and the next byte to write.
    let mut next = vec![(0usize, 0usize); drafts.len()];
    let (mut n_entries, mut n_bytes) = (0, 0);
    for id in sorted {
        let draft = drafts[id as usize];
        next[id as usize] = (n_entries, n_bytes);
        n_entries += draft.n_entries as usize;
        n_bytes += draft.n_bytes as usize;
        terms.text.push_str(collected.word(id));
        terms.text_ends.push(Span::new(0, terms.text.len()).end);
        terms.entry_ends.push(Span::new(0, n_entries).end);
    }
    terms.docs = DocNumbers::zeros(n_entries, fields.len());
    terms.weights = vec![0; n_entries];
    terms.positions = vec![0; n_bytes];
    let lengths = FieldLengths::of(fields);
    let mut fields = fields.iter().zip(0u32..);
    for piece in pieces {
        let mut rest = &piece[..];
        while !rest.is_empty() {
            let Some((field, doc)) = fields.next() else { break };
            let (n_terms, terms_of_doc) = take_number(rest);
            rest = terms_of_doc;
            let mut id = 0;
            for _ in 0..n_terms {
                let (step, packed) = take_number(rest);
                id += step;
                rest = skip(packed);
                let packed = &packed[..packed.len() - rest.len()];
                let (entry, byte) = &mut next[id as usize];
                terms.docs.set(*entry, doc);
                terms.weights[*entry] = lengths.weigh(field, Positions::of(packed));
                terms.positions[*byte..*byte + packed.len()].copy_from_slice(packed);
                *entry += 1;
                *byte += packed.len();
            }
        }
    }
    terms.text.shrink_to_fit();
    terms.note_positions();
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Format, Metadata, RawArticle};

    fn index(texts: &[&str]) -> Terms {
        let mut builder = TermsBuilder::default();
        for text in texts {
            let raw = RawArticle {
                id: String::new(),
                file: String::new(),
                format: Format::Text,
                text: (*text).to_owned(),
                page: Metadata::default(),
                editor: Metadata::default(),
            };
            builder.add(&Article::plain(&raw));
        }
        builder.finish().0
    }

    fn places(terms: &Terms, word: &str) -> Vec<(u32, Vec<u32>)> {
        let term = terms.find(word).expect("indexed");
        terms.postings(term).map(|posting| (posting.doc, posting.positions.collect())).collect()
    }

    #[test]
    fn every_word_is_found_where_it_stands() {
        let terms = index(&["Kyiv and KYIV", "", "in Kyïv’s centre\nKyiv"]);
        assert_eq!(places(&terms, "kyiv"), [(0, vec![0, 2]), (2, vec![1, 3 + PARAGRAPH_GAP])]);
        assert_eq!(places(&terms, "and"), [(0, vec![1])]);
        assert!(terms.find("ky").is_none());
    }

    #[test]
    fn parts_of_joined_names_count_alone() {
        let terms = |text: &'static str| split_terms(text).map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(terms("OBOZ.UA, U.S. a 3.5 x.y"), ["OBOZ", "UA", "U.S", "a", "3.5", "x.y"]);
    }

    #[test]
    fn a_posting_is_found_by_its_article() {
        let texts: Vec<&str> = (0..50).map(|at| if at % 3 == 0 { "tank" } else { "plane" }).collect();
        let terms = index(&texts);
        let tank = terms.find("tank").expect("indexed");
        let mut from = 0;
        for doc in 0..50 {
            let (found, next) = terms.posting_in(tank, doc, from);
            assert_eq!(found.map(|posting| posting.doc), (doc % 3 == 0).then_some(doc));
            from = next;
        }
        assert_eq!(terms.posting_in(tank, 99, 0).0, None);
    }

    #[test]
    fn prefixes_are_ranges() {
        let terms = index(&["tank tanks tanker tan zebra"]);
        let found: Vec<_> = terms.with_prefix("tank").map(|term| terms.text(term)).collect();
        assert_eq!(found, ["tank", "tanker", "tanks"]);
        assert!(terms.with_prefix("zebras").is_empty());
        assert_eq!(terms.with_prefix("").len(), 5);
    }

    #[test]
    fn a_word_weighs_more_in_front_and_in_short_stories() {
        let terms = index(&["tank a b c d", "a b c d\ntank", "a b c d\ntank e f g h i j k l m n o p q r s"]);
        let weights = terms.weights(terms.find("tank").expect("indexed"));
        assert!(weights[0] > weights[1] && weights[1] > weights[2], "{weights:?}");
    }
}
