//! Names, by the cases in `tests/cases/names`.

mod marked;

use dateline::annotate::annotate;
use dateline::key::Kind;
use marked::{Marked, article, cases, mark};

#[test]
fn names_are_those_marked() {
    let failures: Vec<String> = cases("tests/cases/names").iter().filter_map(|line| failure(line)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The cases may grow and never shrink; the floor stands in `tests/gold/baseline.toml`.
#[test]
fn the_cases_hold_as_many_names_as_ever() {
    let baseline: toml::Table =
        std::fs::read_to_string("tests/gold/baseline.toml").expect("floors").parse().expect("TOML");
    let floor = baseline["names"]["n_marked"].as_integer().expect("a number");
    let n_marked: usize = cases("tests/cases/names").iter().map(|line| Marked::read(line).marks.len()).sum();
    assert!(i64::try_from(n_marked).is_ok_and(|n| n >= floor), "{n_marked} names marked, {floor} before");
}

fn failure(line: &str) -> Option<String> {
    let Marked { text, .. } = Marked::read(line);
    let article = article(&text);
    let found = annotate(&article);
    let marks = found.mentions.iter().map(|mention| (mention.span, mention.kind.noun().to_owned()));
    let printed = mark(&text, marks);
    (printed != line).then(|| format!("expected {line}\n   found {printed}"))
}

#[test]
fn titles_stand_beside_names() {
    let title = |text: &str| {
        let article = article(text);
        let found = annotate(&article);
        let person = found.mentions.iter().find(|mention| mention.kind == Kind::Person).expect("a person");
        person.title.map(|title| title.of(&article.text).to_owned())
    };
    assert_eq!(
        title("NATO Secretary-General Jens Stoltenberg spoke.").as_deref(),
        Some("NATO Secretary-General")
    );
    assert_eq!(
        title("Then U.S. Secretary of State Antony Blinken spoke.").as_deref(),
        Some("U.S. Secretary of State")
    );
    assert_eq!(title("Russian President [Vladimir] Putin spoke.").as_deref(), Some("Russian President"));
    assert_eq!(title("Jens Stoltenberg spoke."), None);
}

#[test]
fn a_misspelled_surname_cut_off_from_its_sentence_is_found_as_a_guess() {
    let article = article(
        "Foreign Minister Urmas Reinsalu spoke of long-range missiles. Reinsaru\n\npromised generators.",
    );
    let found = annotate(&article);
    let guess = found.mentions.last().expect("a guess");
    assert_eq!(guess.span.of(&article.text), "Reinsaru");
    assert!(guess.kind == Kind::Person && guess.confidence < 0.5, "{guess:?}");
}
