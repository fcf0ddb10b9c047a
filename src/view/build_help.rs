//! [`HelpView`] from the corpus: for each lesson an example made of names, words and dates that are in it.

use super::help::{Example, HelpView, Lesson};
use super::known::Known;
use crate::index::{Index, Value, term_of};
use crate::key::{Axis, Facet};
use crate::search::{Matcher, parse_query};
use crate::text::split_words;

/// Letters of a word that is long enough to be shortened or misspelled in an example.
const LONG_WORD: usize = 6;
/// Headlines that are looked at for words and phrases.
const N_HEADLINES: usize = 50;

/// Builds the examples; one that would find nothing is left out.
#[must_use]
pub fn build_help(known: Known<'_>) -> HelpView {
    let index = known.index;
    let all =
        words_of(known).into_iter().chain(names_of(index)).chain(dates_of(index)).chain(together(index));
    let mut examples: Vec<Example> = all
        .map(|(lesson, words)| Example { lesson, n_articles: count(index, &words), words })
        .filter(|example| example.n_articles > 0)
        .collect();
    examples.sort_by_key(|example| example.lesson);
    HelpView { examples }
}

fn count(index: &Index, words: &str) -> u32 {
    // A space ends the last word, so that it is no beginning.
    Matcher::new(index, parse_query(&format!("{words} "))).find().len()
}

/// Examples from the first headline that has enough long words.
fn words_of(known: Known<'_>) -> Vec<(Lesson, String)> {
    let titles = (0..known.articles.len().min(N_HEADLINES)).map(|doc| long_words(known, doc));
    let Some(words) = titles.max_by_key(|words| words.len().min(4)).filter(|words| words.len() > 1) else {
        return Vec::new();
    };
    let (a, b) = (&words[0], &words[1]);
    let (c, d) = (words.get(2).unwrap_or(a), words.get(3).unwrap_or(b));
    let mut examples = vec![
        (Lesson::Words, format!("{a} {b}")),
        (Lesson::Beginning, format!("{}*", begin(b))),
        (Lesson::Near, format!("\"{a} {b}\"~5")),
        (Lesson::Either, format!("{c} OR {d}")),
        (Lesson::Without, format!("{a} -{d}")),
        (Lesson::Brackets, format!("{a} ({b} OR {d})")),
        (Lesson::Title, format!("title:{a}")),
        (Lesson::Slip, slip(c)),
    ];
    examples.extend(phrase(known).map(|phrase| (Lesson::Phrase, format!("\"{phrase}\""))));
    examples
}

fn long_words(known: Known<'_>, doc: usize) -> Vec<String> {
    let title = known.articles[doc].headline();
    let mut words: Vec<String> = Vec::new();
    for word in split_words(title).filter(|word| word.is_term()) {
        let term = term_of(word.of(title));
        let is_plain = term.len() >= LONG_WORD && term.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_plain && !words.contains(&term) {
            words.push(term);
        }
    }
    words
}

/// The first three words of a headline that stand in a row without a mark between them.
fn phrase(known: Known<'_>) -> Option<String> {
    known.articles.iter().take(N_HEADLINES).find_map(|article| {
        let title = article.headline();
        let words: Vec<_> = split_words(title).collect();
        let row =
            words.windows(3).find(|row| row.iter().all(|word| word.is_term() && word.of(title).len() > 2))?;
        title.get(row[0].span.start as usize..row[2].span.end as usize).map(str::to_lowercase)
    })
}

fn begin(word: &str) -> &str {
    word.get(..LONG_WORD - 1).unwrap_or(word)
}

/// The word with two letters in its middle swapped.
fn slip(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    if let Some(at) = (1..middle.max(2)).rev().find(|at| letters.get(*at) != letters.get(at + 1)) {
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}

fn names_of(index: &Index) -> Vec<(Lesson, String)> {
    let lessons = [
        (Lesson::Who, Facet::Who),
        (Lesson::Where, Facet::Where),
        (Lesson::Organization, Facet::Organizations),
        (Lesson::Outlet, Facet::Outlet),
        (Lesson::Said, Facet::Speaker),
    ];
    let example = |(lesson, facet): (Lesson, Facet)| Some((lesson, ask(facet, top(index, facet)?)));
    let names = lessons.into_iter().filter_map(example);
    names.chain(index.names.example().map(|word| (Lesson::Alias, word.to_owned()))).collect()
}

/// The value of a facet that most articles have.
fn top(index: &Index, facet: Facet) -> Option<&Value> {
    index.facet(facet).values.iter().rev().max_by_key(|value| value.docs.len())
}

fn ask(facet: Facet, value: &Value) -> String {
    let label = &value.label;
    let is_plain = label.chars().all(char::is_alphanumeric);
    if is_plain { format!("{}:{label}", facet.param()) } else { format!("{}:\"{label}\"", facet.param()) }
}

fn dates_of(index: &Index) -> Vec<(Lesson, String)> {
    let months = index.facet(Facet::When).values.iter().filter(|value| value.slug.len() == 7);
    let month = months.rev().max_by_key(|value| value.docs.len());
    let years = |axis: Axis| {
        let spans = index.dates(axis).spans();
        let short = spans.iter().filter(|span| span.n_days() <= 366).map(|span| span.to_iso());
        short.filter_map(|iso| iso.get(..4).map(str::to_owned)).collect::<Vec<_>>()
    };
    let range = |axis: Axis| {
        let years = years(axis);
        Some(match (years.first()?, years.last()?) {
            (first, last) if first == last => format!("{}:{first}", axis.param()),
            (first, last) => format!("{}:{first}..{last}", axis.param()),
        })
    };
    let since = years(Axis::Mentioned).into_iter().next_back();
    let all = [
        month.map(|month| (Lesson::When, format!("when:{}", month.slug))),
        range(Axis::Published).map(|words| (Lesson::Published, words)),
        since.map(|year| (Lesson::Mentioned, format!("mentioned:{year}.."))),
    ];
    all.into_iter().flatten().collect()
}

fn together(index: &Index) -> Option<(Lesson, String)> {
    let (who, at) = (top(index, Facet::Who)?, top(index, Facet::Where)?);
    Some((Lesson::Together, format!("{} {}", ask(Facet::Who, who), ask(Facet::Where, at))))
}
