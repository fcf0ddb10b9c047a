//! Quotations, by the cases in `tests/cases/quotes`: `[We will go|Jens Stoltenberg]` is quoted, `[it rains|~Tass]`
//! reported, `[…|?]` nobody's by name.

mod marked;

use dateline::annotate::{Quote, annotate};
use dateline::clean::Article;
use dateline::resolve::resolve;
use marked::{Marked, article, cases, mark};

/// Stands for a break between paragraphs in a case, which is one line.
const BREAK: &str = " // ";

#[test]
fn quotations_are_those_marked() {
    let failures: Vec<String> = cases("tests/cases/quotes").iter().filter_map(|line| failure(line)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The cases may grow and never shrink; the floor stands in `tests/gold/baseline.toml`.
#[test]
fn the_cases_hold_as_many_quotations_as_ever() {
    let baseline: toml::Table =
        std::fs::read_to_string("tests/gold/baseline.toml").expect("floors").parse().expect("TOML");
    let floor = baseline["quotes"]["n_marked"].as_integer().expect("a number");
    let n_marked: usize = cases("tests/cases/quotes").iter().map(|line| Marked::read(line).marks.len()).sum();
    assert!(i64::try_from(n_marked).is_ok_and(|n| n >= floor), "{n_marked} marked, {floor} before");
}

fn failure(line: &str) -> Option<String> {
    let line = line.replace(BREAK, "\n\n");
    let Marked { text, .. } = Marked::read(&line);
    let article = article(&text);
    let found = annotate(&article);
    let resolved = resolve(std::slice::from_ref(&article), std::slice::from_ref(&found));
    let name = |mention: usize| {
        let entity = resolved.articles[0].entities[mention]?;
        Some(resolved.entities[entity.0 as usize].name.clone())
    };
    let says = |quote: &Quote| {
        let speaker = quote.speaker.map_or_else(
            || "?".to_owned(),
            |mention| {
                name(mention).unwrap_or_else(|| found.mentions[mention].span.of(&article.text).to_owned())
            },
        );
        let sign = if quote.indirect { "~" } else { "" };
        format!("{sign}{speaker}")
    };
    let printed = mark(&text, found.quotes.iter().map(|quote| (quote.span, says(quote))));
    (printed != line).then(|| format!("expected {line}\n   found {printed}"))
}

fn quotes(text: &str) -> (Article, Vec<Quote>) {
    let article = article(text);
    let found = annotate(&article).quotes;
    (article, found)
}

#[test]
fn a_quotation_tells_its_verb_and_the_rule_that_found_its_speaker() {
    let (article, found) = quotes("“We will not go,” Jens Stoltenberg warned. “We will stay.”");
    let cue = found[0].cue.expect("a verb");
    assert_eq!(cue.of(&article.text), "warned");
    assert_eq!((found[0].rule, found[1].rule), ("speaker-named", "speaker-carried"));
}

#[test]
fn a_quotation_over_paragraphs_is_one() {
    let (article, found) = quotes("“I came here.\n\n“I stayed.\n\n“I will die here,” said John Smith.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].span.of(&article.text), "I came here.\n\n“I stayed.\n\n“I will die here,");
}

#[test]
fn whatever_the_text_holds_the_spans_lie_in_it_in_order() {
    let pieces = [
        "\"",
        "“",
        "”",
        "„",
        "«",
        "»",
        "'",
        "’",
        "‘",
        " said ",
        "Smith",
        ", ",
        ". ",
        "\n\n",
        "he",
        "according to ",
        "é",
        "\u{200b}",
        "x",
        " that ",
        "who",
        "(",
        ")",
        "—",
        "\u{2009}",
        "told Reuters ",
        "😀",
        "the spokesman",
    ];
    let mut state = 7_u64;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..40 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text += pieces[(state >> 33) as usize % pieces.len()];
        }
        let article = article(&text);
        let found = annotate(&article);
        let mut end = 0;
        for quote in &found.quotes {
            assert!(article.text.get(quote.span.range()).is_some_and(|words| !words.is_empty()), "{text:?}");
            assert!(quote.span.start >= end, "{text:?}");
            assert!(quote.speaker.is_none_or(|speaker| speaker < found.mentions.len()));
            assert!(quote.cue.is_none_or(|cue| article.text.get(cue.range()).is_some()));
            end = quote.span.end;
        }
    }
}
