//! Every count and every list the explorer shows equals a naive recount, for any corpus and any selection.

use dateline::annotate::Timex;
use dateline::annotate::timex::TimexKind;
use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::index::{DaySpan, Index};
use dateline::key::{Axis, Facet, Kind};
use dateline::resolve::{Entity, Published, Resolved, ResolvedArticle};
use dateline::search::query::{Choice, DateRange, Mode, Selection, Sort};
use dateline::search::search;
use dateline::search::url::{Location, Page};
use std::collections::BTreeSet;

/// Pseudo-random numbers from a seed (xorshift64*), so that every run tries the same cases.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let value = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(value).expect("31 bits") % below
    }

    fn some<T: Clone>(&mut self, of: &[T], at_most: usize) -> Vec<T> {
        let n = self.roll(at_most + 1);
        (0..n).map(|_| of[self.roll(of.len())].clone()).collect()
    }
}

const WORDS: [&str; 8] = ["kyiv", "tank", "tanks", "nato", "winter", "war", "aid", "Oslo’s"];
const NAMES: [(Kind, &str); 6] = [
    (Kind::Person, "ann-ivory"),
    (Kind::Person, "bo-lund"),
    (Kind::Person, "cy-reed"),
    (Kind::Place, "kyiv"),
    (Kind::Place, "oslo"),
    (Kind::Organization, "nato"),
];
const OUTLETS: [&str; 3] = ["post", "times", "globe"];
const DATES: [&str; 5] = ["2022-11-29", "2023-04", "2023-04-20", "2008", "XXXX-WXX-4"];

/// An article as a plain list of what it has.
#[derive(Clone)]
struct Plain {
    words: Vec<&'static str>,
    names: BTreeSet<usize>,
    outlet: Option<&'static str>,
    published: Option<&'static str>,
}

fn roll_corpus(dice: &mut Dice) -> Vec<Plain> {
    let n = dice.roll(70);
    (0..n)
        .map(|_| Plain {
            words: dice.some(&WORDS, 6),
            names: dice.some(&[0, 1, 2, 3, 4, 5], 4).into_iter().collect(),
            outlet: dice.some(&OUTLETS, 1).pop(),
            published: dice.some(&DATES, 1).pop(),
        })
        .collect()
}

fn build(corpus: &[Plain]) -> Index {
    let article = |(at, plain): (usize, &Plain)| {
        let page = Metadata { outlet: plain.outlet.map(str::to_owned), ..Metadata::default() };
        let text = plain.words.join(" ");
        let id = format!("{at:03}");
        Article::plain(&RawArticle {
            file: id.clone(),
            id,
            format: Format::Text,
            text,
            page,
            editor: Metadata::default(),
        })
    };
    let articles: Vec<Article> = corpus.iter().enumerate().map(article).collect();
    let entity = |(at, (kind, slug)): (usize, &(Kind, &str))| {
        let has = |(doc, plain): (usize, &Plain)| {
            plain.names.contains(&at).then_some(u32::try_from(doc).expect("few"))
        };
        Entity {
            kind: *kind,
            name: (*slug).to_owned(),
            slug: (*slug).to_owned(),
            aliases: Vec::new(),
            articles: corpus.iter().enumerate().filter_map(has).collect(),
            n_mentions: 1,
            note: None,
        }
    };
    let published = |plain: &Plain| ResolvedArticle {
        published: Published { value: plain.published.map(str::to_owned), ..Published::default() },
        ..ResolvedArticle::default()
    };
    let resolved = Resolved {
        entities: NAMES.iter().enumerate().map(entity).collect(),
        articles: corpus.iter().map(published).collect(),
        stories: Vec::new(),
    };
    Index::build(&articles, &resolved)
}

fn roll_selection(dice: &mut Dice) -> Selection {
    let mut selection = Selection { words: roll_words(dice), ..Selection::default() };
    for facet in Facet::ALL {
        let slugs = slugs_of(facet);
        let mut with = dice.some(&slugs, 2);
        with.dedup();
        let mut without = dice.some(&slugs, 1);
        without.retain(|slug| !with.contains(slug));
        let mode = if dice.roll(2) == 0 { Mode::Any } else { Mode::All };
        if dice.roll(2) == 0 {
            *selection.choice_mut(facet) = Choice { with, without, mode };
        }
    }
    selection.sort = Sort::ALL[dice.roll(Sort::ALL.len())];
    selection
}

fn roll_words(dice: &mut Dice) -> String {
    let mut typed = Vec::new();
    for word in dice.some(&WORDS, 2) {
        let sign = ["", "", "-", "\""][dice.roll(4)];
        typed.push(format!("{sign}{word}{}", if sign == "\"" { "\"" } else { "" }));
    }
    // A closing space: the last word is not a prefix, so that the recount stays plain.
    typed.push(String::new());
    typed.join(" ")
}

fn slugs_of(facet: Facet) -> Vec<String> {
    let mut slugs: Vec<&str> = match facet {
        Facet::When => vec!["2022", "2023", "2023-04", "2023-04-20", "2008"],
        Facet::Outlet => OUTLETS.to_vec(),
        _ => NAMES.iter().filter(|(kind, _)| kind.facet() == facet).map(|(_, slug)| *slug).collect(),
    };
    slugs.push("nobody-has-this");
    slugs.into_iter().map(str::to_owned).collect()
}

fn has(plain: &Plain, facet: Facet, slug: &str) -> bool {
    match facet {
        Facet::When => {
            plain.published.is_some_and(|date| date == slug || date.starts_with(&format!("{slug}-")))
        }
        Facet::Outlet => plain.outlet == Some(slug),
        _ => plain.names.iter().any(|at| NAMES[*at].0.facet() == facet && NAMES[*at].1 == slug),
    }
}

fn matches_words(plain: &Plain, typed: &str) -> bool {
    let bare = |word: &str| word.trim_matches(['"', '-']).to_lowercase().trim_end_matches("’s").to_owned();
    // The corpus has two forms of one word; a search for either finds both.
    let stem = |word: &str| bare(word).trim_end_matches('s').to_owned();
    let is_phrase = |word: &str| word.contains('"');
    let equal = |it: &str, word: &str| bare(it) == bare(word) || stem(it) == stem(word) && !is_phrase(word);
    let holds = |word: &str| plain.words.iter().any(|it| equal(it, word));
    typed.split_whitespace().all(|word| holds(word) != word.starts_with('-'))
}

fn allows(plain: &Plain, facet: Facet, choice: &Choice) -> bool {
    let mut with = choice.with.iter().map(|slug| has(plain, facet, slug));
    let wanted = match choice.mode {
        _ if choice.with.is_empty() => true,
        Mode::Any => with.any(|has| has),
        Mode::All => with.all(|has| has),
    };
    wanted && !choice.without.iter().any(|slug| has(plain, facet, slug))
}

fn matches(plain: &Plain, selection: &Selection) -> bool {
    matches_words(plain, &selection.words)
        && Facet::ALL.into_iter().all(|facet| allows(plain, facet, selection.choice(facet)))
}

/// What the list would hold if `slug` were chosen: added in all-of mode, alone in any-of mode.
fn recount(corpus: &[Plain], selection: &Selection, facet: Facet, slug: &str) -> usize {
    let mut chosen = selection.clone();
    let choice = chosen.choice_mut(facet);
    choice.without.retain(|other| other != slug);
    if choice.mode == Mode::Any {
        choice.with.clear();
    }
    if !choice.with.iter().any(|other| other == slug) {
        choice.with.push(slug.to_owned());
    }
    corpus.iter().filter(|plain| matches(plain, &chosen)).count()
}

#[test]
fn every_list_and_every_count_equals_a_naive_recount() {
    let mut dice = Dice(20_230_420);
    for _ in 0..400 {
        let corpus = roll_corpus(&mut dice);
        let index = build(&corpus);
        for _ in 0..5 {
            let selection = roll_selection(&mut dice);
            let hits = search(&index, &selection);
            let found: BTreeSet<usize> = hits.order.iter().map(|doc| *doc as usize).collect();
            let naive = corpus.iter().enumerate().filter(|(_, plain)| matches(plain, &selection));
            assert_eq!(found, naive.map(|(doc, _)| doc).collect(), "{selection:?}");
            assert_eq!(found.len(), hits.order.len(), "an article is listed once");
            for (facet, counts) in Facet::ALL.into_iter().zip(&hits.facets) {
                for (value, count) in index.facet(facet).values.iter().zip(&counts.n_articles) {
                    let naive = recount(&corpus, &selection, facet, &value.slug);
                    assert_eq!(*count as usize, naive, "{facet:?} {} under {selection:?}", value.slug);
                }
            }
        }
    }
}

#[test]
fn either_brackets_and_nearness_equal_a_naive_reading() {
    let holds = |plain: &Plain, word: &str| matches_words(plain, word);
    let near = |plain: &Plain| {
        let places =
            |word| plain.words.iter().enumerate().filter(move |(_, it)| **it == word).map(|(at, _)| at);
        places("kyiv").any(|a| places("war").any(|b| a.abs_diff(b) <= 3))
    };
    let row = |plain: &Plain| plain.words.windows(2).any(|pair| pair == ["winter", "war"]);
    type Naive<'a> = (&'a str, Box<dyn Fn(&Plain) -> bool + 'a>);
    let cases: [Naive<'_>; 6] = [
        ("kyiv OR nato ", Box::new(move |it| holds(it, "kyiv") || holds(it, "nato"))),
        (
            "(kyiv OR nato) -war ",
            Box::new(move |it| (holds(it, "kyiv") || holds(it, "nato")) && !holds(it, "war")),
        ),
        ("-(kyiv war) ", Box::new(move |it| !(holds(it, "kyiv") && holds(it, "war")))),
        ("\"kyiv war\"~2 ", Box::new(near)),
        ("\"winter war\" ", Box::new(row)),
        ("who:ann where:kyiv ", Box::new(|it| it.names.contains(&0) && it.names.contains(&3))),
    ];
    let mut dice = Dice(99);
    for _ in 0..200 {
        let corpus = roll_corpus(&mut dice);
        let index = build(&corpus);
        for (words, naive) in &cases {
            let selection = Selection { words: (*words).to_owned(), ..Selection::default() };
            let found: BTreeSet<u32> = search(&index, &selection).order.into_iter().collect();
            let naive = (0u32..).zip(&corpus).filter(|(_, plain)| naive(plain)).map(|(doc, _)| doc).collect();
            assert_eq!(found, naive, "{words}");
        }
    }
}

#[test]
fn dates_sort_both_ways_with_undated_last() {
    let dated = |published| Plain { words: vec![], names: BTreeSet::new(), outlet: None, published };
    let index = build(&[dated(None), dated(Some("2008")), dated(Some("2023-04-20")), dated(Some("2008"))]);
    let order = |sort| search(&index, &Selection { sort, ..Selection::default() }).order;
    assert_eq!(order(Sort::Newest), [2, 1, 3, 0]);
    assert_eq!(order(Sort::Oldest), [1, 3, 2, 0]);
}

#[test]
fn every_place_survives_its_address() {
    let mut dice = Dice(7);
    for _ in 0..2000 {
        let mut selection = roll_selection(&mut dice);
        selection.words = selection.words.trim().to_owned();
        // A mode without chosen values still belongs to the address; excluded twins are one.
        let page = match dice.roll(4) {
            0 => Page::Entity(Kind::Place, "kyiv".into()),
            1 => Page::Methods,
            _ => Page::Articles,
        };
        let read = (dice.roll(2) == 0).then(|| "003_ba8f150e48c27e3d".to_owned());
        let location = Location { page, selection, read, shows_removed: dice.roll(2) == 0 };
        assert_eq!(Location::parse(&location.to_hash()), location);
    }
}
