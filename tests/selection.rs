//! Every count and every list the explorer shows equals a naive recount, for any corpus and any selection.

use dateline::annotate::Timex;
use dateline::annotate::lexicon::{self, Sense};
use dateline::annotate::timex::{Date, TimexKind};
use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::index::{DaySpan, Index};
use dateline::key::{Axis, Basis, Facet, Kind, slug};
use dateline::resolve::{Backing, Entity, Parent, Published, Resolved, ResolvedArticle};
use dateline::search::query::{Choice, DateRange, Mode, Selection, Sort};
use dateline::search::url::{Location, Page};
use dateline::search::{Matcher, complete, group_stories, parse_query, rehearsal, search, search_top};
use dateline::text::Span;
use dateline::view::{StripWindow, build_strip, days_in_words};
use std::collections::{BTreeMap, BTreeSet};

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
const NAMES: [(Kind, &str); 9] = [
    (Kind::Person, "ann-ivory"),
    (Kind::Person, "bo-lund"),
    (Kind::Person, "cy-reed"),
    (Kind::Place, "kyiv"),
    (Kind::Place, "oslo"),
    (Kind::Organization, "nato"),
    (Kind::Place, "ukraine"),
    (Kind::Place, "atlantis"),
    (Kind::Place, "houston"),
];
/// What each place lies in, widest first; a country itself is its own last level.
const LEVELS: [(&str, &[&str]); 5] = [
    ("kyiv", &["Europe", "Ukraine"]),
    ("oslo", &["Europe", "Norway"]),
    ("ukraine", &["Europe", "Ukraine"]),
    ("houston", &["North America", "United States", "Texas"]),
    ("atlantis", &["Elsewhere"]),
];
/// Every level under the name by which addresses choose it, with what it is called.
const LEVEL_SLUGS: [(&str, &str); 7] = [
    ("in:europe", "Europe"),
    ("in:ukraine", "Ukraine"),
    ("in:norway", "Norway"),
    ("in:north-america", "North America"),
    ("in:united-states", "United States"),
    ("in:united-states:texas", "Texas"),
    ("in:elsewhere", "Elsewhere"),
];
/// Demonyms' countries, with what they speak for.
const PEOPLES: [(&str, &[&str]); 2] = [("NO", &["Europe", "Norway"]), ("UA", &["Europe", "Ukraine"])];
const OUTLETS: [&str; 3] = ["post", "times", "globe"];
const DATES: [&str; 5] = ["2022-11-29", "2023-04", "2023-04-20", "2008", "XXXX-WXX-4"];
const MENTIONS: [&str; 9] =
    ["2022-11-29", "2023-04", "2023-04-20", "2008", "200", "20", "2023-W17", "P1D", "2023-04-20T10:00"];
const RANGES: [&str; 7] =
    ["2023", "2023-04", "2022-11..2023-04", "2000..2009", "undated", "..2022", "2023-05-01"];

/// An article as a plain list of what it has.
#[derive(Clone)]
struct Plain {
    words: Vec<&'static str>,
    names: BTreeSet<usize>,
    /// Of [`PEOPLES`].
    peoples: BTreeSet<usize>,
    outlet: Option<&'static str>,
    published: Option<&'static str>,
    /// Values with whether they are certain.
    mentioned: Vec<(&'static str, bool)>,
    is_inferred: bool,
    /// Articles with the same number tell one story.
    story: usize,
}

fn bare(published: Option<&'static str>) -> Plain {
    Plain {
        words: vec![],
        names: BTreeSet::new(),
        peoples: BTreeSet::new(),
        outlet: None,
        published,
        mentioned: Vec::new(),
        is_inferred: false,
        story: 0,
    }
}

fn roll_corpus(dice: &mut Dice) -> Vec<Plain> {
    let n = dice.roll(70);
    (0..n)
        .map(|_| Plain {
            words: dice.some(&WORDS, 6),
            names: dice.some(&[0, 1, 2, 3, 4, 5, 6, 7, 8], 5).into_iter().collect(),
            peoples: dice.some(&[0, 1], 1).into_iter().collect(),
            outlet: dice.some(&OUTLETS, 1).pop(),
            published: dice.some(&DATES, 1).pop(),
            mentioned: dice.some(&MENTIONS, 3).into_iter().map(|value| (value, dice.roll(2) == 0)).collect(),
            is_inferred: dice.roll(2) == 0,
            story: dice.roll(40),
        })
        .collect()
}

fn articles(corpus: &[Plain]) -> Vec<Article> {
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
    corpus.iter().enumerate().map(article).collect()
}

fn build(corpus: &[Plain]) -> Index {
    let entity = |(at, (kind, slug)): (usize, &(Kind, &str))| {
        let has = |(doc, plain): (usize, &Plain)| {
            plain.names.contains(&at).then_some(u32::try_from(doc).expect("few"))
        };
        let (parents, known_place) = where_it_lies(slug);
        Entity {
            parents,
            known_place,
            slug: (*slug).to_owned(),
            articles: corpus.iter().enumerate().filter_map(has).collect(),
            n_mentions: 1,
            ..Entity::named(*kind, slug)
        }
    };
    let published = |plain: &Plain| ResolvedArticle {
        published: Published {
            value: plain.published.map(str::to_owned),
            basis: Some(if plain.is_inferred { Basis::Inferred } else { Basis::Text }),
            ..Published::default()
        },
        dates: plain.mentioned.iter().map(|(value, certain)| mention(value, *certain)).collect(),
        backing: plain.peoples.iter().map(|at| Backing { country: PEOPLES[*at].0, n_words: 1 }).collect(),
        ..ResolvedArticle::default()
    };
    let resolved = Resolved {
        entities: NAMES.iter().enumerate().map(entity).collect(),
        articles: corpus.iter().map(published).collect(),
        stories: stories(corpus),
        ..Resolved::default()
    };
    Index::build(&articles(corpus), &resolved)
}

/// The levels around a place, and for a country its number in the lexicon, which says that it is one.
fn where_it_lies(place: &str) -> (Vec<Parent>, Option<u32>) {
    let parent = |label: &&str| Parent { slug: slug(label), label: (*label).to_owned() };
    let levels = LEVELS.iter().find(|(name, _)| *name == place).map_or(&[][..], |(_, levels)| levels);
    match place {
        "ukraine" => {
            let Some(Sense::Place(number)) = lexicon::get().sense("Ukraine") else {
                panic!("a known country")
            };
            (levels[..1].iter().map(parent).collect(), Some(number))
        }
        "atlantis" => (Vec::new(), None),
        _ => (levels.iter().map(parent).collect(), None),
    }
}

fn stories(corpus: &[Plain]) -> Vec<Vec<u32>> {
    let mut stories: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (doc, plain) in (0u32..).zip(corpus) {
        stories.entry(plain.story).or_default().push(doc);
    }
    stories.into_values().collect()
}

/// How many articles there are, or how many stories they tell.
fn count<'a>(plain: impl Iterator<Item = &'a Plain>, once: bool) -> usize {
    let stories: Vec<usize> = plain.map(|plain| plain.story).collect();
    if once { stories.into_iter().collect::<BTreeSet<_>>().len() } else { stories.len() }
}

fn mention(value: &str, certain: bool) -> Timex {
    Timex {
        span: Span::default(),
        kind: TimexKind::Date,
        value: value.to_owned(),
        rule: "year",
        modifier: None,
        reference: None,
        certain,
        rivals: Vec::new(),
    }
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
    for axis in Axis::ALL {
        if dice.roll(4) == 0 {
            selection.dates[axis as usize] = DateRange::from_param(RANGES[dice.roll(RANGES.len())]);
        }
    }
    selection.sort = Sort::ALL[dice.roll(Sort::ALL.len())];
    selection.nationalities = dice.roll(3) == 0;
    selection.once = dice.roll(3) == 0;
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
    if facet == Facet::Where {
        slugs.extend(LEVEL_SLUGS.map(|(slug, _)| slug));
    }
    slugs.push("nobody-has-this");
    slugs.into_iter().map(str::to_owned).collect()
}

/// Whether an article has a value; `nationalities` says whether naming a people counts for its country.
fn has(plain: &Plain, facet: Facet, slug: &str, nationalities: bool) -> bool {
    match facet {
        Facet::Where if slug.starts_with("in:") => {
            let Some((_, label)) = LEVEL_SLUGS.iter().find(|(level, _)| *level == slug) else { return false };
            let lies_there = |at: &usize| {
                LEVELS.iter().any(|(place, levels)| *place == NAMES[*at].1 && levels.contains(label))
            };
            let speaks_for = |at: &usize| nationalities && PEOPLES[*at].1.contains(label);
            plain.names.iter().any(lies_there) || plain.peoples.iter().any(speaks_for)
        }
        Facet::When => {
            let is_in = |date: &str| date == slug || date.starts_with(&format!("{slug}-"));
            let mentions_year = |date: &str| is_in(date) || date.starts_with("2023-W") && slug == "2023";
            let mentions_day = |date: &str| date.starts_with("2023-04-20T") && slug == "2023-04-20";
            plain.published.is_some_and(is_in)
                || plain.mentioned.iter().any(|(date, _)| mentions_year(date) || mentions_day(date))
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

fn allows(plain: &Plain, facet: Facet, choice: &Choice, nationalities: bool) -> bool {
    let mut with = choice.with.iter().map(|slug| has(plain, facet, slug, nationalities));
    let wanted = match choice.mode {
        _ if choice.with.is_empty() => true,
        Mode::Any => with.any(|has| has),
        Mode::All => with.all(|has| has),
    };
    wanted && !choice.without.iter().any(|slug| has(plain, facet, slug, nationalities))
}

fn matches(plain: &Plain, selection: &Selection) -> bool {
    matches_but_ranges(plain, selection)
        && Axis::ALL.into_iter().all(|axis| is_in_range(plain, axis, selection.range(axis)))
}

fn matches_but_ranges(plain: &Plain, selection: &Selection) -> bool {
    matches_words(plain, &selection.words)
        && Facet::ALL
            .into_iter()
            .all(|facet| allows(plain, facet, selection.choice(facet), selection.nationalities))
}

/// The days of an article on one axis with whether they are certain.
fn days(plain: &Plain, axis: Axis) -> Vec<(DaySpan, bool)> {
    let published = plain.published.map(|value| (value, !plain.is_inferred));
    let values = match axis {
        Axis::Published => published.into_iter().collect(),
        Axis::Mentioned => plain.mentioned.clone(),
    };
    values.into_iter().filter_map(|(value, certain)| Some((DaySpan::of_value(value)?, certain))).collect()
}

fn is_in_range(plain: &Plain, axis: Axis, range: Option<DateRange>) -> bool {
    let days = days(plain, axis);
    match range {
        None => true,
        Some(DateRange::Undated) => days.is_empty(),
        Some(DateRange::Days(range)) => days.iter().any(|(days, _)| answers(*days, range)),
    }
}

/// Day by day: some day of the date is in the range, and the date is no longer than it.
fn answers(date: DaySpan, range: DaySpan) -> bool {
    let n = |days: DaySpan| days.last - days.first;
    n(date) <= n(range) && date.first.max(range.first) <= date.last.min(range.last)
}

/// What the list would hold if `slug` were chosen: added in all-of mode, alone in any-of mode.
fn recount(corpus: &[Plain], selection: &Selection, facet: Facet, slug: &str) -> usize {
    let chosen = choosing(selection, facet, slug);
    count(corpus.iter().filter(|plain| matches(plain, &chosen)), selection.once)
}

/// How many of those have the value by more than a nationality.
fn recount_named(corpus: &[Plain], selection: &Selection, facet: Facet, slug: &str) -> usize {
    let chosen = choosing(selection, facet, slug);
    let named = |plain: &&Plain| matches(plain, &chosen) && has(plain, facet, slug, false);
    count(corpus.iter().filter(named), selection.once)
}

fn choosing(selection: &Selection, facet: Facet, slug: &str) -> Selection {
    let mut chosen = selection.clone();
    let choice = chosen.choice_mut(facet);
    choice.without.retain(|other| other != slug);
    if choice.mode == Mode::Any {
        choice.with.clear();
    }
    if !choice.with.iter().any(|other| other == slug) {
        choice.with.push(slug.to_owned());
    }
    chosen
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
            let naive = corpus.iter().filter(|plain| matches(plain, &selection));
            assert_eq!(hits.n_found as usize, count(naive, selection.once));
            check_groups(&corpus, &index, &hits.order);
            for (facet, counts) in Facet::ALL.into_iter().zip(&hits.facets) {
                for (value, count) in index.facet(facet).values.iter().zip(&counts.n_articles) {
                    let naive = recount(&corpus, &selection, facet, &value.slug);
                    assert_eq!(*count as usize, naive, "{facet:?} {} under {selection:?}", value.slug);
                }
                for (value, count) in index.facet(facet).values.iter().zip(&counts.n_named) {
                    let n_named = recount_named(&corpus, &selection, facet, &value.slug);
                    assert_eq!(*count as usize, n_named, "named {} under {selection:?}", value.slug);
                }
            }
        }
    }
}

/// Every article is listed once, beside the other versions of its story, and heads keep their order.
fn check_groups(corpus: &[Plain], index: &Index, order: &[u32]) {
    let groups = group_stories(index, order);
    let story = |doc: u32| corpus[doc as usize].story;
    let mut listed: Vec<u32> = Vec::new();
    for group in &groups {
        assert!(group.versions.iter().all(|doc| story(*doc) == story(group.head)));
        listed.push(group.head);
        listed.extend(&group.versions);
    }
    let heads: BTreeSet<usize> = groups.iter().map(|group| story(group.head)).collect();
    assert_eq!(heads.len(), groups.len(), "a story has one head");
    let rank = |doc: u32| order.iter().position(|other| *other == doc);
    assert!(groups.windows(2).all(|pair| rank(pair[0].head) < rank(pair[1].head)));
    listed.sort_unstable();
    let mut all = order.to_vec();
    all.sort_unstable();
    assert_eq!(listed, all);
}

#[test]
fn the_first_of_a_list_are_the_first_of_the_whole_list() {
    let mut dice = Dice(64);
    for _ in 0..200 {
        let corpus = roll_corpus(&mut dice);
        let index = build(&corpus);
        let selection = roll_selection(&mut dice);
        let whole = search(&index, &selection).order;
        for n in [0, 1, 3, 10] {
            assert_eq!(search_top(&index, &selection, n).order, whole[..n.min(whole.len())]);
        }
    }
}

#[test]
fn the_tree_of_dates_counts_each_axis_as_a_naive_recount_does() {
    let mut dice = Dice(20_231_031);
    for _ in 0..200 {
        let corpus = roll_corpus(&mut dice);
        let index = build(&corpus);
        let selection = roll_selection(&mut dice);
        let counts = &search(&index, &selection).facets[Facet::When as usize];
        let column = index.facet(Facet::When);
        for (value, at) in column.values.iter().zip(0u32..).filter(|(_, at)| !counts.without.contains(at)) {
            let on = |axis: Axis| -> BTreeSet<u32> {
                let docs = value.on_axis[axis as usize].iter().copied();
                docs.filter(|doc| counts.counted.contains(*doc)).collect()
            };
            let [published, mentioned] = Axis::ALL.map(on);
            let naive = |keep: fn(&Plain) -> Plain| -> BTreeSet<u32> {
                let has_it = |doc: &u32| has(&keep(&corpus[*doc as usize]), Facet::When, &value.slug, false);
                counts.counted.iter().filter(has_it).collect()
            };
            assert_eq!(
                published,
                naive(|plain| Plain { mentioned: Vec::new(), ..plain.clone() }),
                "{}",
                value.slug
            );
            assert_eq!(
                mentioned,
                naive(|plain| Plain { published: None, ..plain.clone() }),
                "{}",
                value.slug
            );
            let both = published.union(&mentioned).map(|doc| &corpus[*doc as usize]);
            assert_eq!(count(both, selection.once), counts.n_articles[at as usize] as usize);
        }
    }
}

#[test]
fn a_month_takes_the_place_of_its_year() {
    let chosen = |selection: &Selection| selection.choice(Facet::When).with.join(" ");
    let year = Selection::default().toggled(Facet::When, "2023").toggled(Facet::When, "2008");
    let month = year.toggled(Facet::When, "2023-04");
    assert_eq!(chosen(&month), "2008 2023-04");
    let months = month.toggled(Facet::When, "2023-07");
    assert_eq!(chosen(&months), "2008 2023-04 2023-07", "months stand side by side");
    assert_eq!(chosen(&months.toggled(Facet::When, "2023")), "2008 2023");
    let mut all_of = Selection::default().toggled(Facet::When, "2023");
    all_of.choice_mut(Facet::When).mode = Mode::All;
    assert_eq!(chosen(&all_of.toggled(Facet::When, "2023-04")), "2023 2023-04", "each narrows the other");
}

#[test]
fn every_bar_of_the_strip_equals_a_naive_recount() {
    let mut dice = Dice(20_221_129);
    for _ in 0..300 {
        let corpus = roll_corpus(&mut dice);
        let index = build(&corpus);
        let selection = roll_selection(&mut dice);
        let hits = search(&index, &selection);
        let zoom = DaySpan::of_range(RANGES[dice.roll(4)]).filter(|_| dice.roll(2) == 0);
        let window = StripWindow { zoom, n_slots: 24 + u32::try_from(dice.roll(80)).expect("few") };
        let strip = build_strip(&index, &selection, &hits.on_axis, window);
        for row in &strip.rows {
            let others = selection.with_range(row.axis, None);
            let plain: Vec<_> = corpus.iter().filter(|plain| matches(plain, &others)).collect();
            let once = selection.once;
            let undated = plain.iter().filter(|plain| days(plain, row.axis).is_empty()).copied();
            let undated = count(undated, once);
            assert_eq!(row.n_undated as usize, undated, "{selection:?}");
            for (slot, bar) in strip.slots.iter().zip(&row.bars).filter(|(slot, _)| !slot.is_break) {
                let holds = |plain: &Plain, wanted: &dyn Fn(DaySpan, bool) -> bool| {
                    days(plain, row.axis).iter().any(|(days, certain)| wanted(*days, *certain))
                };
                let certain =
                    |plain: &&&Plain| holds(plain, &|days, certain| certain && answers(days, slot.days));
                let any = |plain: &&&Plain| holds(plain, &|days, _| answers(days, slot.days));
                let overlap = |plain: &&&Plain| holds(plain, &|days, _| days.overlaps(slot.days));
                let n = |what: &dyn Fn(&&&Plain) -> bool| count(plain.iter().filter(what).copied(), once);
                let counted = (
                    bar.n_certain as usize,
                    bar.n_articles() as usize,
                    (bar.n_articles() + bar.n_spanning) as usize,
                );
                assert_eq!(counted, (n(&certain), n(&any), n(&overlap)), "{:?} {}", row.axis, slot.label);
                let chosen = selection.with_range(row.axis, Some(DateRange::Days(slot.days)));
                let n_left = search(&index, &chosen).n_found as usize;
                assert_eq!(bar.n_articles() as usize, n_left, "what a bar says is what choosing it leaves");
            }
        }
    }
}

#[test]
fn breaks_leave_out_no_article() {
    let mut dice = Dice(1945);
    for _ in 0..200 {
        let day = |dice: &mut Dice| i32::try_from(dice.roll(80_000)).expect("few") - 60_000;
        let days: Vec<i32> = (0..1 + dice.roll(6)).map(|_| day(&mut dice)).collect();
        let mentioned = |day: &i32| ResolvedArticle {
            dates: vec![mention(&Date::from_number((*day).into()).to_string(), true)],
            ..ResolvedArticle::default()
        };
        let resolved = Resolved { articles: days.iter().map(mentioned).collect(), ..Resolved::default() };
        let corpus: Vec<Plain> = days.iter().map(|_| bare(None)).collect();
        let index = Index::build(&articles(&corpus), &resolved);
        let selection = Selection::default();
        let strip =
            build_strip(&index, &selection, &search(&index, &selection).on_axis, StripWindow::default());
        let row = &strip.rows[Axis::Mentioned as usize];
        assert_eq!(row.bars.iter().map(|bar| bar.n_articles() as usize).sum::<usize>(), days.len());
        assert!(strip.slots.windows(2).all(|pair| pair[0].days.last + 1 == pair[1].days.first));
    }
}

#[test]
fn days_are_valid_for_any_text() {
    let mut dice = Dice(6);
    let pieces =
        ["2023", "-", "W", "16", "T", "04", "20", "WE", "Q", "1", "9", "0", "X", "é", "..", "SU", "９"];
    for _ in 0..50_000 {
        let text: String = (0..dice.roll(7)).map(|_| pieces[dice.roll(pieces.len())]).collect();
        for days in [DaySpan::of_value(&text), DaySpan::of_range(&text)].into_iter().flatten() {
            assert!(days.first <= days.last, "{text}");
            assert!(DaySpan::EVER.first <= days.first && days.last <= DaySpan::EVER.last, "{text}");
            assert_eq!(DaySpan::of_range(&days.to_iso()), Some(days), "{text}");
            assert!(!days_in_words(days).is_empty());
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
fn dates_in_words_equal_a_naive_reading() {
    let mut dice = Dice(2023);
    for _ in 0..200 {
        let corpus = roll_corpus(&mut dice);
        let index = build(&corpus);
        for range in RANGES {
            let wanted = DateRange::from_param(range);
            for (field, axes) in
                [("when", &Axis::ALL[..]), ("published", &Axis::ALL[..1]), ("mentioned", &Axis::ALL[1..])]
            {
                let is_undated = wanted == Some(DateRange::Undated);
                let naive = |plain: &Plain| match is_undated {
                    true => axes.iter().all(|axis| is_in_range(plain, *axis, wanted)),
                    false => axes.iter().any(|axis| is_in_range(plain, *axis, wanted)),
                };
                for sign in ["", "-"] {
                    let words = format!("{sign}{field}:{range}");
                    let found = search(&index, &Selection::default().with_words(&words)).found;
                    let naive = (0u32..).zip(&corpus).filter(|(_, plain)| naive(plain) == sign.is_empty());
                    assert_eq!(
                        found.iter().collect::<Vec<_>>(),
                        naive.map(|(doc, _)| doc).collect::<Vec<_>>(),
                        "{words}"
                    );
                }
            }
        }
    }
}

#[test]
fn matches_by_the_index_are_the_matches_in_the_text() {
    let cases = [
        "kyiv ",
        "tank",
        "\"winter war\" ",
        "\"kyiv war\"~2 ",
        "(nato OR aid) -war ",
        "os",
        "title:kyiv war ",
    ];
    let mut dice = Dice(11);
    for _ in 0..200 {
        let corpus = roll_corpus(&mut dice);
        let (index, articles) = (build(&corpus), articles(&corpus));
        for words in cases {
            let matcher = Matcher::new(&index, parse_query(words));
            for (doc, article) in (0u32..).zip(&articles) {
                let marks: usize = article
                    .paragraphs
                    .iter()
                    .map(|paragraph| matcher.mark(&article.text, *paragraph).len())
                    .sum();
                let matches = matcher.matches_in(doc).expect("few terms");
                assert_eq!(matches.len(), marks, "{words} in {}", article.text);
            }
        }
    }
}

#[test]
fn whatever_is_typed_is_answered() {
    let mut dice = Dice(77);
    let pieces = [
        "\"",
        "(",
        ")",
        "-",
        "~3",
        "*",
        " OR ",
        "NOT ",
        "who:",
        "when:",
        "published:",
        "2023-04",
        "..",
        "title:",
        ":",
        " ",
        "kyiv",
        "tnak",
        "said:",
        "«",
        "é",
        "ann",
        "Oslo’s",
        "",
        "\u{202e}",
        "where:\"",
    ];
    let corpus = roll_corpus(&mut dice);
    let index = build(&corpus);
    for _ in 0..5_000 {
        let words: String = (0..dice.roll(9)).map(|_| pieces[dice.roll(pieces.len())]).collect();
        let hits = search(&index, &Selection::default().with_words(&words));
        assert!(hits.n_found as usize <= corpus.len());
        drop((hits.matcher.suggest(&words), hits.matcher.also_as()));
        for completion in complete(&index, &words) {
            assert!(!completion.label.is_empty() && !completion.words.is_empty(), "{words}");
        }
    }
}

#[test]
fn completions_find_what_they_promise() {
    let mut dice = Dice(8);
    for _ in 0..50 {
        let corpus = roll_corpus(&mut dice);
        let index = build(&corpus);
        for typed in ["an", "who:", "who:a", "tank os", "-ky", "where:\"k", "when:20", "gl", "na", "(po"] {
            for completion in complete(&index, typed).into_iter().filter(|it| it.facet.is_some()) {
                let words = completion.words.replace("tank ", "");
                let words = words.trim_start_matches(['-', '(']);
                let found = search(&index, &Selection::default().with_words(words)).found;
                assert!(
                    found.len() >= completion.n_articles || completion.facet == Some(Facet::When),
                    "{typed} {words}"
                );
            }
        }
    }
}

#[test]
fn the_values_that_most_articles_have_are_rehearsed() {
    let mut dice = Dice(53);
    for _ in 0..100 {
        let index = build(&roll_corpus(&mut dice));
        let rehearsed = rehearsal(&index);
        for facet in Facet::ALL {
            let is_rehearsed = |slug: &str| rehearsed.contains(&Selection::only(facet, slug));
            let values = index.facet(facet).values.iter();
            let (chosen, others): (Vec<_>, Vec<_>) = values.partition(|value| is_rehearsed(&value.slug));
            let fewest = chosen.iter().map(|value| value.docs.len()).min();
            let most = others.iter().map(|value| value.docs.len()).max();
            assert!(fewest >= most, "{facet:?}: {fewest:?} articles are more than {most:?}");
        }
        let n_typed = rehearsed.iter().filter(|selection| !selection.words.is_empty()).count();
        let n_chosen = rehearsed.iter().filter(|selection| selection.words.is_empty()).count();
        assert_eq!(n_typed, n_chosen / 2, "each value but the last is followed by another's name");
    }
    assert_eq!(rehearsal(&Index::build(&[], &Resolved::default())), []);
}

#[test]
fn dates_sort_both_ways_with_undated_last() {
    let dated = bare;
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
        let page = match dice.roll(5) {
            0 => Page::Entity(Kind::Place, "kyiv".into()),
            1 => Page::Methods,
            2 => Page::Help,
            _ => Page::Articles,
        };
        let read = (dice.roll(2) == 0).then(|| "003_ba8f150e48c27e3d".to_owned());
        let zoom = DaySpan::of_range(RANGES[dice.roll(RANGES.len())]);
        let (has_tree, shows_removed) = (dice.roll(2) == 0, dice.roll(2) == 0);
        let location =
            Location { page, selection, zoom, has_tree, read, shows_removed, ..Location::default() };
        assert_eq!(Location::parse(&location.to_hash()), location);
    }
}
