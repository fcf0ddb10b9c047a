//! Cleaning, told by cases: `tests/cases/clean/*.txt`, whose form is explained in the README beside them.

use dateline::clean::{Article, Cleaner, Given, Learned, clean, explain, reasons};
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::engine::protocol::{from_bytes, to_bytes};
use dateline::text::Span;
use std::collections::BTreeSet;
use std::fmt::Write;

/// One case: what is given, the raw text, and what is expected.
struct Case {
    name: String,
    raw: RawArticle,
    cuts: Vec<(String, String)>,
    expected: Vec<(String, String)>,
}

fn raw(text: &str) -> RawArticle {
    RawArticle {
        id: "case".to_owned(),
        file: "case.txt".to_owned(),
        format: Format::Text,
        text: text.to_owned(),
        page: Metadata::default(),
        editor: Metadata::default(),
    }
}

fn give(metadata: &mut Metadata, key: &str, value: &str) {
    let value = value.to_owned();
    match key {
        "title" => metadata.title = Some(value),
        "byline" => metadata.byline.push(value),
        "outlet" => metadata.outlet = Some(value),
        "published" => metadata.published = Some(value),
        "url" => metadata.url = Some(value),
        "language" => metadata.language = Some(value),
        _ => panic!("no field {key}"),
    }
}

fn read_case(block: &str) -> Case {
    let (name, rest) = block.split_once('\n').expect("a case has a text");
    let mut case =
        Case { name: name.trim().to_owned(), raw: raw(""), cuts: Vec::new(), expected: Vec::new() };
    let mut text = String::new();
    for line in rest.split_inclusive('\n') {
        let Some(stated) = line.strip_prefix("> ") else {
            text.push_str(line);
            continue;
        };
        let (key, value) = stated.trim_end().split_once(": ").expect("a statement has a value");
        match key.split_once(' ') {
            Some(("editor", key)) => give(&mut case.raw.editor, key, value),
            Some(("page", key)) => give(&mut case.raw.page, key, value),
            _ => case.expected.push((key.to_owned(), value.to_owned())),
        }
    }
    let mut rest = text.trim();
    while let Some((before, marked)) = rest.split_once("[-") {
        let (inside, behind) = marked.split_once("-]").expect("a mark is closed");
        let (cut, reason) = inside.rsplit_once('|').expect("a mark has a reason");
        case.raw.text.push_str(before);
        case.raw.text.push_str(cut);
        case.cuts.push((cut.to_owned(), reason.to_owned()));
        rest = behind;
    }
    case.raw.text.push_str(rest);
    case
}

fn cases() -> Vec<Case> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/clean");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a readable case");
        let blocks = text.strip_prefix("=== ").expect("a file of cases begins with one");
        cases.extend(blocks.split("\n=== ").map(read_case));
    }
    cases
}

fn show(given: Option<&Given<String>>) -> String {
    given.map_or("-".to_owned(), |given| format!("{} ({})", given.value, given.basis.word()))
}

fn show_list(values: Vec<String>) -> String {
    if values.is_empty() { "-".to_owned() } else { values.join("; ") }
}

fn state(article: &Article, key: &str) -> String {
    match key {
        "title" => match article.title_basis {
            Some(basis) => format!("{} ({})", article.headline(), basis.word()),
            None => "-".to_owned(),
        },
        "byline" => show_list(article.byline.iter().map(|author| show(Some(author))).collect()),
        "agencies" => show_list(article.agencies.clone()),
        "outlet" => show(article.outlet.as_ref()),
        "published" => show(article.published.as_ref()),
        "language" => show(article.language.as_ref()),
        "dateline" => {
            article.dateline.map_or("-".to_owned(), |dateline| dateline.of(&article.text).to_owned())
        }
        _ => panic!("no statement {key}"),
    }
}

#[test]
fn every_case_is_cleaned_as_marked() {
    let mut failures = String::new();
    let cases = cases();
    assert!(cases.len() >= 40, "only {} cases were found", cases.len());
    for case in &cases {
        let article = Cleaner::default().clean(&case.raw);
        let cuts: Vec<(String, String)> = article
            .removed
            .iter()
            .map(|removal| (removal.raw.of(&case.raw.text).to_owned(), removal.reason.to_owned()))
            .collect();
        if cuts != case.cuts {
            let _ = writeln!(failures, "{}:\n  cut      {cuts:?}\n  expected {:?}", case.name, case.cuts);
        }
        for (key, expected) in &case.expected {
            let found = match key.as_str() {
                "paragraph" if article.paragraphs.iter().any(|span| span.of(&article.text) == expected) => {
                    continue;
                }
                "paragraph" => article.body().to_owned(),
                key => state(&article, key),
            };
            if found != *expected {
                let _ = writeln!(failures, "{}: {key} is {found:?}, expected {expected:?}", case.name);
            }
        }
        check_article(&case.raw, &article);
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// What holds for every article: spans lie on characters, cuts do not overlap, what is kept is copied, and
/// cleaning the cleaned text changes nothing.
fn check_article(raw: &RawArticle, article: &Article) {
    let mut end = 0;
    for removal in &article.removed {
        assert!(removal.raw.start >= end && removal.raw.end > removal.raw.start, "cuts overlap: {removal:?}");
        end = removal.raw.end;
        assert!(raw.text.get(removal.raw.range()).is_some(), "{removal:?} splits a character");
        assert!(article.text.is_char_boundary(removal.at as usize), "{removal:?} points into a character");
        assert!(explain(removal.reason).is_some(), "{} is not explained", removal.reason);
    }
    for span in article.paragraphs.iter().chain([&article.title]) {
        assert!(article.text.get(span.range()).is_some(), "{span:?} splits a character");
    }
    // White space aside: lines that were run together come apart.
    let marks = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let mut kept = String::new();
    let mut at = 0;
    for removal in &article.removed {
        kept.push_str(Span::new(at, removal.raw.start as usize).of(&raw.text));
        kept.push(' ');
        at = removal.raw.end as usize;
    }
    kept.push_str(&raw.text[at..]);
    let invisible = |text: &str| text.replace(['\u{feff}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{ad}'], "");
    assert_eq!(marks(&invisible(&kept)), marks(&invisible(article.body())), "body is raw minus removed");
    for paragraph in &article.paragraphs {
        let source = article.source.to_raw(*paragraph).expect("paragraphs are copied");
        let first = paragraph.of(&article.text).split_whitespace().next().unwrap_or_default();
        assert!(source.of(&raw.text).starts_with(first), "{paragraph:?} leads elsewhere");
    }
    let again = RawArticle { text: article.text.clone(), ..raw.clone() };
    let second = Cleaner::default().clean(&again);
    assert_eq!(second.body(), article.body(), "cleaning twice is cleaning once");
    assert_eq!(second.headline(), article.headline(), "the headline stays");
}

fn seed(name: &str) -> RawArticle {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    raw(&std::fs::read_to_string(format!("{folder}/{name}.txt")).expect("a seed"))
}

#[test]
fn the_seeds_lose_their_furniture_and_nothing_else() {
    let names = [
        "000_6d550b4884c0cdf0",
        "001_22317460712b96cc",
        "002_71a02698f07e61a3",
        "003_ba8f150e48c27e3d",
        "004_54fe4d522f3f9e08",
    ];
    let raws: Vec<RawArticle> = names.map(seed).into();
    let articles = clean(&raws);
    for (raw, article) in raws.iter().zip(&articles) {
        check_article(raw, article);
    }
    assert_eq!(articles[0].headline(), "");
    assert_eq!(articles[0].paragraphs.len(), 3);
    assert!(articles[0].body().ends_with("attempts to encircle the city have largely failed."));
    for name in ["Biden", "California", "WHO"] {
        assert!(!articles[1].text.contains(name), "{name} stands only in teasers");
    }
    assert!(articles[1].text.contains("Kuleba welcomed the foreign ministers"));
    assert!(articles[1].text.contains("Reinsaru promised generators"));
    assert_eq!(articles[1].text.matches("November 29, 2022").count(), 1);
    assert_eq!(articles[1].agencies, ["Associated Press", "Reuters", "AFP"]);
    assert_eq!(articles[2].byline[0].value, "Daria Durova");
    assert!(articles[2].body().ends_with("before the winter season."));
    assert!(
        articles[2].body().starts_with("Stoltenberg calls for support for Ukraine\n\nUkraine needs quality")
    );
    assert_eq!(articles[3].headline(), "NATO chief visits Ukraine for 1st time since Russia invaded");
    assert_eq!(articles[3].dateline.map(|span| span.of(&articles[3].text)), Some("KYIV"));
    assert!(articles[3].body().ends_with("100 older Leopard 1 A5 tanks."));
    assert_eq!(articles[4].byline[0].value, "Lone Cook");
    assert!(articles[4].body().starts_with("Kyiv, Ukraine – NATO Secretary General"));
    assert!(articles[4].body().ends_with("Ramstein Air Base in Germany."));
}

#[test]
fn lines_that_recur_across_an_outlet_go() {
    let stories = [
        "The council voted on Tuesday to build a bridge over the river, after a long debate in the town hall.",
        "The ferry will close in May for repairs that nobody had planned, the captain said on the radio.",
        "A goat stopped a train near the border on Monday, and people had to wait until it had eaten.",
        "The school opens again next week, after the fire in the old town had closed it for a month.",
    ];
    let strange = "The valley reads the Courier";
    let raws: Vec<RawArticle> =
        stories.iter().map(|story| raw(&format!("{strange}\n{story}\nCall us at noon"))).collect();
    for article in clean(&raws) {
        let reasons: BTreeSet<&str> = article.removed.iter().map(|removal| removal.reason).collect();
        assert_eq!(reasons, BTreeSet::from(["recurring line"]), "{}", article.text);
        assert_eq!(article.paragraphs.len(), 1);
    }
    let versions: Vec<RawArticle> =
        (0..4).map(|at| raw(&format!("Goat stops train\n{}\nVersion {at}", stories[2]))).collect();
    assert!(clean(&versions).iter().all(|article| article.headline() == "Goat stops train"));
}

#[test]
fn a_line_of_many_stories_that_are_few_of_all_stays() {
    let story = |at: usize| {
        let word = |n: usize| char::from(b'a' + u8::try_from(n % 26).expect("a letter"));
        let name = format!("{}{}{}{}", word(at), word(at / 26), word(at * 7), word(at * 3));
        format!(
            "The {name} company said on Monday that it had earned more than in the year before, in all its works."
        )
    };
    let row = |at: usize| {
        if at.is_multiple_of(12) { format!("\nNet {at} mln vs {} mln", at + 1) } else { String::new() }
    };
    let raws: Vec<RawArticle> = (0..1_200).map(|at| raw(&format!("{}{}", story(at), row(at)))).collect();
    assert!(clean(&raws).iter().all(|article| article.removed.is_empty()));
}

/// A stream of numbers that is the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }
}

#[test]
fn any_text_is_cleaned_without_panic_and_stays_clean() {
    let fragments: Vec<String> = cases()
        .iter()
        .flat_map(|case| case.raw.text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let odd = [
        "",
        " ",
        "\u{feff}",
        "«",
        "“",
        "…",
        "日本語。",
        "e\u{301}é",
        "🏳️‍🌈",
        "\u{2028}",
        "\t- ",
        "(",
        "Read more: ",
        "By ",
        "©",
        "年月日",
        "\r",
    ];
    let mut dice = Dice(7);
    for _ in 0..1500 {
        let mut text = String::new();
        for _ in 0..dice.roll(24) {
            text.push_str(&fragments[dice.roll(fragments.len())]);
            text.push_str(odd[dice.roll(odd.len())]);
            text.push_str(["\n", "\n\n", " ", "\n\n\n"][dice.roll(4)]);
        }
        let raw = raw(&text);
        check_article(&raw, &Cleaner::default().clean(&raw));
    }
}

/// Pages of a few outlets, with lines that recur often, seldom or not at all.
fn pages(dice: &mut Dice) -> Vec<RawArticle> {
    let page = |number: usize, dice: &mut Dice| {
        let outlet = format!("outlet {}", dice.roll(3));
        let mut text =
            format!("Headline {number}\n\nStory {} is told once more in these many words.\n", dice.roll(40));
        for _ in 0..dice.roll(8) {
            text.push_str(&format!("Line {} of the page\n", dice.roll(30)));
        }
        let page = Metadata { outlet: Some(outlet), ..Metadata::default() };
        RawArticle { id: number.to_string(), page, ..raw(&text) }
    };
    (0..120).map(|number| page(number, dice)).collect()
}

#[test]
fn what_workers_learn_of_parts_is_together_what_one_learns_of_all() {
    let mut dice = Dice(20_231_122);
    for _ in 0..40 {
        let pages = pages(&mut dice);
        let mut all = Learned::default();
        pages.iter().for_each(|raw| all.learn(raw));
        let all = all.settle();
        assert_ne!(all, Cleaner::default(), "some lines recur");
        let mut parts = vec![Learned::default(); 1 + dice.roll(6)];
        for raw in &pages {
            let part = dice.roll(parts.len());
            parts[part].learn(raw);
        }
        let mut joined = Learned::default();
        while !parts.is_empty() {
            let next = parts.swap_remove(dice.roll(parts.len()));
            // They travel as bytes.
            let bytes = to_bytes(&next).expect("it is plain data");
            joined.join(from_bytes(&bytes).expect("it arrives"));
        }
        let joined = joined.settle();
        assert_eq!(joined, all);
        let arrived: Cleaner = from_bytes(&to_bytes(&joined).expect("it is plain data")).expect("it arrives");
        for raw in &pages {
            assert_eq!(arrived.clean(raw), all.clean(raw));
        }
    }
}

#[test]
fn one_endless_line_takes_no_endless_time() {
    for piece in ["word ", "(", "a: ", "年", ". ", "- ", "Read more: ", "x", "“"] {
        let text = piece.repeat(2_000_000 / piece.len());
        let article = Cleaner::default().clean(&raw(&text));
        assert!(article.text.len() <= text.len());
    }
}

#[test]
fn reasons_are_sentences_for_readers() {
    assert!(reasons().count() > 20);
    for (reason, sentence) in reasons() {
        assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{reason}: {sentence}");
    }
}
