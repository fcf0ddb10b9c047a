//! Hand-made views of the five seed articles. Text is written with its answers
//! marked in it: `[Stoltenberg|who:jens-stoltenberg]`, `[Thursday|date:2023-04-20]`,
//! `{hit}` for a match, `~cut~` for something removed.

use dateline::engine::protocol::Ask;
use dateline::key::{Axis, Basis, Facet, Kind};
use dateline::search::Completion;
use dateline::search::query::{DateRange, DaySpan, Mode, Selection};
use dateline::search::url::{Location, Page};
use dateline::ui::hooks::{Answered, EngineHandle, EngineState, Navigation, Room, Status, Trust};
use dateline::ui::start::{Offline, Traffic};
use dateline::view::*;
use std::rc::Rc;
use yew::Callback;

pub fn run(text: &str) -> Run {
    Run { text: text.into(), ..Run::default() }
}

/// Reads marked text into runs; `mark` numbers each mark by its words and target.
fn read_runs(text: &str, mut mark: impl FnMut(&str, &str) -> u32) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '{', '~']) {
        if at > 0 {
            runs.push(run(&rest[..at]));
        }
        let close = match rest.as_bytes()[at] {
            b'[' => ']',
            b'{' => '}',
            _ => '~',
        };
        let end = at + 1 + rest[at + 1..].find(close).unwrap();
        let inner = &rest[at + 1..end];
        runs.push(match close {
            ']' => {
                let (words, target) = inner.split_once('|').unwrap();
                Run { mark: Some(mark(words, target)), ..run(words) }
            }
            '}' => Run { is_hit: true, ..run(inner) },
            _ => Run { cut: Some(0), ..run(inner) },
        });
        rest = &rest[end + 1..];
    }
    if !rest.is_empty() {
        runs.push(run(rest));
    }
    runs
}

fn kind_of(target: &str) -> Option<Kind> {
    Facet::from_param(target.split(':').next().unwrap()).and_then(Facet::kind)
}

pub fn published(value: &str, basis: Basis, reasons: &[&str]) -> DateLabel {
    DateLabel {
        value: Some(value.into()),
        basis: Some(basis),
        reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect(),
    }
}

fn hit(id: &str, title: &str, outlet: Option<&str>, date: DateLabel, snippet: &str, n_words: u32) -> HitCard {
    let mut marks = Vec::new();
    let snippet = read_runs(snippet, |_, target| {
        marks.push(kind_of(target));
        u32::try_from(marks.len() - 1).unwrap()
    });
    let title = read_runs(title, |_, _| 0);
    HitCard {
        id: id.into(),
        title,
        outlet: outlet.map(Into::into),
        published: date,
        snippet,
        marks,
        n_more_matches: 0,
        n_words,
        versions: Vec::new(),
    }
}

pub fn hits() -> Vec<HitCard> {
    let april = || {
        published("2023-04-20", Basis::Inferred, &["“Thursday” with “Earlier this month, Finland joined”"])
    };
    vec![
        hit(
            "002",
            "\"War in Israel should not weaken support for Kyiv\": Stoltenberg reminded that Ukraine needs weapons too",
            Some("OBOZ.UA"),
            published("2023-10-31", Basis::Text, &[]),
            "…all NATO countries agree that [Kyiv|where:kyiv] should become a part of [NATO|org:nato]. In [July 2023|date:2023-07], the Allies made three important decisions at the summit in [Vilnius, Lithuania|where:vilnius]…",
            512,
        ),
        HitCard {
            n_more_matches: 3,
            ..hit(
                "003",
                "NATO chief visits Ukraine for 1st time since Russia invaded",
                None,
                april(),
                "[NATO|org:nato] Secretary-General [Jens Stoltenberg|who:jens-stoltenberg] visited [Ukraine|where:ukraine] on [Thursday|date:2023-04-20] for the first time since [Russia|where:russia] invaded [more than a year ago|date:2022], a highly symbolic trip…",
                643,
            )
        },
        hit(
            "004",
            "Ukraine news: NATO chief visits Kyiv, 1st since invasion",
            None,
            april(),
            "[NATO|org:nato] Secretary General [Jens Stoltenberg|who:jens-stoltenberg] is visiting [Ukraine|where:ukraine] for the first time since [Russia|where:russia] launched a full-scale aggression…",
            371,
        ),
        hit(
            "001",
            "NATO Secretary General: Ukraine will one day join NATO",
            None,
            published("2022-11-29", Basis::Text, &[]),
            "[NATO|org:nato] Secretary-General [Jens Stoltenberg|who:jens-stoltenberg] said on [Tuesday (November 29)|date:2022-11-29] that [Ukraine|where:ukraine], which is currently resisting the Russian invasion, will one day join [NATO|org:nato]…",
            702,
        ),
        hit(
            "000",
            "NATO will support Ukraine “for as long as it takes” in its war against Russia…",
            None,
            DateLabel::default(),
            "[NATO|org:nato] will support [Ukraine|where:ukraine] “for as long as it takes” in its war against [Russia|where:russia], Secretary General [Jens Stoltenberg|who:jens-stoltenberg] says.",
            187,
        ),
    ]
}

fn values(list: &[(&str, u32)]) -> Vec<FacetValue> {
    let most = list.iter().map(|(_, n)| *n).max().unwrap_or(1);
    list.iter()
        .map(|(label, n)| FacetValue {
            slug: dateline::key::slug(label),
            label: (*label).into(),
            n_articles: *n,
            share: u8::try_from(n * 100 / most).unwrap(),
            ..FacetValue::default()
        })
        .collect()
}

fn facet(facet: Facet, list: &[(&str, u32)], n_more: u32) -> FacetView {
    let values = values(list);
    let n_values = u32::try_from(values.len()).unwrap() + n_more;
    FacetView { facet, mode: Mode::Any, values, n_more, n_values }
}

fn when() -> FacetView {
    let mut view = facet(
        Facet::When,
        &[
            ("2023", 4),
            ("April 2023", 2),
            ("July 2023", 3),
            ("October 2023", 1),
            ("2022", 3),
            ("November 2022", 1),
            ("2008", 2),
        ],
        3,
    );
    let most = 4;
    let count =
        |n_articles: u32| AxisCount { n_articles, share: u8::try_from(n_articles * 100 / most).unwrap() };
    for (value, (slug, depth)) in view.values.iter_mut().zip([
        ("2023", 0),
        ("2023-04", 1),
        ("2023-07", 1),
        ("2023-10", 1),
        ("2022", 0),
        ("2022-11", 1),
        ("2008", 0),
    ]) {
        value.slug = slug.into();
        value.depth = depth;
        let n_published = u32::from(value.n_articles > 1);
        value.on_axis = Some([n_published, value.n_articles].map(count));
    }
    view
}

/// A strip by month over 2008, a break, and 2022 to 2024: `(month, certain, guessed, spanning)`.
pub fn strip() -> StripView {
    let month = |year: i32, month: i32| {
        let days = DaySpan::of_value(&format!("{year}-{month:02}")).unwrap();
        let (text, rank) = match month {
            1 => (year.to_string(), 0),
            4 | 7 | 10 => (days_in_words(days)[..3].to_owned(), 2),
            _ => (days_in_words(days)[..3].to_owned(), 4),
        };
        StripSlot { label: days_in_words(days), days, tick: Tick { text, rank }, is_break: false, width: 1 }
    };
    let gap = DaySpan::of_range("2009..2021").unwrap();
    let gap =
        StripSlot { days: gap, label: days_in_words(gap), tick: Tick::default(), is_break: true, width: 3 };
    let mut slots: Vec<_> = (1..=12).map(|at| month(2008, at)).collect();
    slots.push(gap);
    slots.extend((2022..=2024).flat_map(|year| (1..=12).map(move |at| month(year, at))));
    let row = |axis, n_undated, bars: &[(&str, u32, u32, u32)]| {
        let bar = |slot: &StripSlot| {
            let of_slot = bars.iter().filter(|(value, ..)| {
                DaySpan::of_value(value).unwrap().overlaps(slot.days) && !slot.is_break
            });
            of_slot.fold(StripBar::default(), |sum, (_, certain, guessed, spanning)| StripBar {
                n_certain: sum.n_certain + certain,
                n_guessed: sum.n_guessed + guessed,
                n_spanning: sum.n_spanning + spanning,
            })
        };
        let bars: Vec<_> = slots.iter().map(bar).collect();
        let most = |count: fn(&StripBar) -> u32| bars.iter().map(count).max().unwrap_or(0).max(1);
        StripRow {
            axis,
            n_most: most(|bar| bar.n_articles()),
            n_most_spanning: most(|bar| bar.n_spanning),
            bars,
            n_undated,
            range: None,
        }
    };
    let published = [("2022-11", 1, 0, 0), ("2023-04", 0, 2, 0), ("2023-10", 1, 0, 0)];
    let mentioned = [
        ("2008", 0, 0, 2),
        ("2008-04", 1, 0, 0),
        ("2022", 0, 0, 3),
        ("2022-02", 2, 0, 0),
        ("2022-11", 1, 0, 0),
        ("2023-04", 2, 1, 0),
        ("2023-07", 3, 0, 0),
        ("2023-10", 1, 1, 0),
        ("2023-11", 0, 1, 0),
        ("2024", 0, 0, 1),
        ("2024-07", 1, 0, 0),
    ];
    StripView {
        rows: vec![row(Axis::Published, 1, &published), row(Axis::Mentioned, 0, &mentioned)],
        slots,
        unit: StripUnit::Month,
        shown: DaySpan::of_range("2008..2024"),
        whole: DaySpan::of_range("2008..2024"),
    }
}

pub fn explore() -> ExploreView {
    let hits = hits();
    ExploreView {
        n_articles: 5,
        n_total: 5,
        facets: vec![
            facet(
                Facet::Who,
                &[
                    ("Jens Stoltenberg", 5),
                    ("Vladimir Putin", 5),
                    ("Joe Biden", 2),
                    ("Antony Blinken", 1),
                    ("Dmitry Peskov", 1),
                    ("Dmytro Kuleba", 1),
                    ("Lloyd Austin", 1),
                    ("Volodymyr Zelenskyy", 1),
                ],
                3,
            ),
            facet(
                Facet::Where,
                &[
                    ("Kyiv", 5),
                    ("Russia", 5),
                    ("Ukraine", 5),
                    ("Finland", 3),
                    ("Sweden", 3),
                    ("Vilnius, Lithuania", 3),
                    ("Germany", 2),
                    ("Ramstein Air Base, Germany", 2),
                ],
                19,
            ),
            when(),
            facet(
                Facet::Organizations,
                &[
                    ("NATO", 5),
                    ("Kremlin", 2),
                    ("Ukraine Defense Contact Group", 2),
                    ("Reuters", 1),
                    ("NBC News", 1),
                ],
                0,
            ),
            facet(Facet::Outlet, &[("OBOZ.UA", 1)], 0),
        ],
        strip: strip(),
        chips: Vec::new(),
        order: hits.iter().map(|hit| hit.id.clone()).collect(),
        hits,
        reading: Vec::new(),
        suggestion: None,
        has_more: false,
        has_versions: false,
    }
}

/// The list with 004 under 003, whose story it tells in other words.
pub fn grouped() -> ExploreView {
    let mut view = explore();
    let version = view.hits.remove(2);
    view.hits[1].versions.push(Version {
        id: version.id,
        title: version.title.iter().map(|run| run.text.as_str()).collect(),
        outlet: version.outlet,
        published: version.published,
    });
    view.has_versions = true;
    view
}

pub fn completions() -> Vec<Completion> {
    let name = |facet: Facet, label: &str, form: Option<&str>, n_articles| Completion {
        facet: Some(facet),
        label: label.into(),
        form: form.map(Into::into),
        n_articles,
        words: format!("{}:\"{label}\" ", facet.param()),
    };
    vec![
        Completion {
            facet: None,
            label: "outlet:".into(),
            form: None,
            n_articles: 0,
            words: "outlet:".into(),
        },
        name(Facet::Outlet, "OBOZ.UA", None, 1),
        name(Facet::Organizations, "NATO", Some("north atlantic treaty organization"), 5),
    ]
}

pub fn help() -> HelpView {
    let example = |lesson, words: &str, n_articles| Example { lesson, words: words.into(), n_articles };
    HelpView {
        examples: vec![
            example(Lesson::Words, "ukraine visits", 4),
            example(Lesson::Phrase, "\"for as long\"", 2),
            example(Lesson::Who, "who:\"Jens Stoltenberg\"", 5),
            example(Lesson::Published, "published:2022..2023", 4),
        ],
    }
}

pub fn narrowed_selection() -> Selection {
    Selection::default()
        .toggled(Facet::Who, "jens-stoltenberg")
        .toggled(Facet::Where, "vilnius-lithuania")
        .excluding(Facet::Who, "antony-blinken")
        .toggled(Facet::When, "2023-07")
        .with_range(Axis::Mentioned, DateRange::from_param("2022-11..2023-07"))
        .with_words("decisions")
}

pub fn narrowed() -> ExploreView {
    let mut view = explore();
    let chip = |facet, slug: &str, label: &str, is_without| Chip {
        facet,
        slug: slug.into(),
        label: label.into(),
        is_without,
    };
    view.n_articles = 2;
    view.hits.truncate(2);
    view.order.truncate(2);
    view.hits[0].title = read_runs(
        "\"War in Israel should not weaken support for Kyiv\": Stoltenberg reminded that Ukraine needs weapons too",
        |_, _| 0,
    );
    let hit = &mut view.hits[0];
    hit.snippet = vec![
        run("In "),
        Run { mark: Some(0), ..run("July 2023") },
        run(", the Allies made three important "),
        Run { is_hit: true, ..run("decisions") },
        run(" at the summit in "),
        Run { mark: Some(1), ..run("Vilnius, Lithuania") },
        run(" to make this happen."),
    ];
    hit.marks = vec![None, Some(Kind::Place)];
    hit.n_more_matches = 1;
    let who = &mut view.facets[0].values;
    who[0].state = ValueState::With;
    let mut out = who.remove(3);
    out.state = ValueState::Without;
    who.insert(1, out);
    view.chips = vec![
        chip(Facet::Who, "jens-stoltenberg", "Jens Stoltenberg", false),
        chip(Facet::Who, "antony-blinken", "Antony Blinken", true),
        chip(Facet::Where, "vilnius-lithuania", "Vilnius, Lithuania", false),
        chip(Facet::When, "2023-07", "July 2023", false),
    ];
    view
}

fn card(kind: Kind, name: &str, aliases: &[(&str, u32, &str)], n_mentions: u32, n_articles: u32) -> Card {
    let alias = |(text, n_mentions, reason): &(&str, u32, &str)| CardAlias {
        text: (*text).into(),
        n_mentions: *n_mentions,
        reason: (*reason).into(),
        is_guess: reason.contains("likeness"),
    };
    Card {
        kind,
        slug: dateline::key::slug(name),
        name: name.into(),
        aliases: aliases.iter().map(alias).collect(),
        n_mentions,
        n_articles,
        note: None,
    }
}

const LAST_NAME: &str = "last name of a person named in full in the same article";

fn cards() -> Vec<Card> {
    vec![
        card(
            Kind::Person,
            "Jens Stoltenberg",
            &[("Stoltenberg", 27, LAST_NAME), ("Jens Stoltenberg", 9, "the name itself")],
            36,
            5,
        ),
        card(
            Kind::Person,
            "Vladimir Putin",
            &[
                ("Putin", 8, LAST_NAME),
                ("President Putin", 4, "title before the last name"),
                ("Vladimir Putin", 3, "the name itself"),
            ],
            15,
            5,
        ),
        card(Kind::Person, "Dmitry Peskov", &[("Peskov", 1, LAST_NAME)], 2, 1),
        card(Kind::Person, "Lloyd Austin", &[], 1, 1),
        card(Kind::Place, "Ukraine", &[], 48, 5),
        card(Kind::Place, "Russia", &[("Moscow", 2, "a capital that stands for its country")], 21, 5),
        Card {
            note: Some("Capital of Ukraine; older spelling: Kiev.".into()),
            ..card(
                Kind::Place,
                "Kyiv",
                &[("Kiev", 6, "older spelling of the same place"), ("KYIV", 1, "the name in capitals")],
                17,
                5,
            )
        },
        card(
            Kind::Place,
            "Ramstein Air Base, Germany",
            &[("Ramstein Air Base", 1, "the name without its country")],
            2,
            2,
        ),
        card(
            Kind::Organization,
            "NATO",
            &[("North Atlantic Alliance", 3, "another name of the same body")],
            52,
            5,
        ),
        card(Kind::Organization, "Kremlin", &[], 4, 2),
        card(
            Kind::Organization,
            "Ukraine Defense Contact Group",
            &[("Ukrainian Defense Liaison Group", 1, "likeness of the names, same meeting, same place")],
            2,
            2,
        ),
    ]
}

const PARAGRAPHS: [&str; 8] = [
    "[KYIV|where:Kyiv]: [NATO|org:NATO] Secretary-General [Jens Stoltenberg|who:Jens Stoltenberg] visited [Ukraine|where:Ukraine] on [Thursday|date:2023-04-20] for the first time since [Russia|where:Russia] invaded [more than a year ago|date:P1Y], a highly symbolic trip that underscores the alliance’s commitment to helping [Kyiv|where:Kyiv] defend itself.",
    "The [Kremlin|org:Kremlin] quickly warned that [Ukraine|where:Ukraine] must not be allowed to join [NATO|org:NATO]. [Russia|where:Russia] has given various and shifting justifications for going to war, but it has repeatedly pointed to the expansion of the military alliance toward its borders [in recent years|date:PAST_REF].",
    "Images published in local media showed [Stoltenberg|who:Jens Stoltenberg] apparently paying tribute to fallen Ukrainian soldiers in [Kyiv|where:Kyiv]’s St. Michael’s Square.",
    "The visit, just [two days|date:P2D] after Russian President [Vladimir Putin|who:Vladimir Putin] himself went to [Ukraine|where:Ukraine], holds important symbolism, but its exact purpose wasn’t immediately clear.",
    "[Kremlin|org:Kremlin] spokesman [Dmitry Peskov|who:Dmitry Peskov] said that preventing [Ukraine|where:Ukraine] from joining [NATO|org:NATO] remains one of the goals of what [Moscow|where:Russia] calls its “special military operation.” Speaking in a conference call [Thursday|date:2023-04-20] with reporters, [Peskov|who:Dmitry Peskov] said that [Ukraine|where:Ukraine]’s accession would pose a “serious, significant threat to our country, to our country’s security.”",
    "[Earlier this month|date:2023-04], [Finland|undecided] joined the alliance, setting aside [decades|date:PXE] of neutrality in a historic realignment of Europe’s post-Cold War security landscape.",
    "On [Friday|date:2023-04-21], [Stoltenberg|who:Jens Stoltenberg] will attend a [Ukraine Defense Contact Group|org:Ukraine Defense Contact Group] meeting at [Ramstein Air Base, Germany|where:Ramstein Air Base, Germany], with U.S. Defense Secretary [Lloyd Austin|who:Lloyd Austin]. It’s the main international forum for drumming up military support for the conflict-ravaged country.~ Source link~",
    "Denmark and the Netherlands announced [Thursday|date:2023-04-20] that they plan to provide [Ukraine|where:Ukraine] with at least 14 refurbished German-made Leopard 2 battle tanks, starting in [early 2024|date:2024].",
];

fn mark(text: &str, target: &str, cards: &[Card]) -> Mark {
    let (kind, value) = target.split_once(':').unwrap_or((target, ""));
    let (detail, why, is_guess) = match kind {
        "date" => (
            MarkDetail::Date {
                value: value.into(),
                reference: value.starts_with("2023-04-2").then(|| "2023-04-20".into()),
                rivals: if text == "Thursday" { vec!["2023-04-27".into()] } else { Vec::new() },
                slug: value.starts_with("20").then(|| value.into()),
                days: None,
            },
            "A weekday with a verb in the past: the last one before publication.",
            text == "Thursday",
        ),
        "undecided" => (
            MarkDetail::Undecided(Kind::Place, vec!["Finland".into(), "Finland, Minnesota".into()]),
            "A name in the gazetteer.",
            false,
        ),
        _ => {
            let kind = kind_of(target).unwrap();
            let at = cards.iter().position(|card| card.kind == kind && card.name == value).unwrap();
            (
                MarkDetail::Name(kind, u32::try_from(at).unwrap()),
                "A title, “President”, stands before the name.",
                false,
            )
        }
    };
    let because = match detail {
        MarkDetail::Name(..) => "last name of a person named in full in the same article (95% sure)".into(),
        _ => String::new(),
    };
    Mark { text: text.into(), detail, why: why.into(), because, is_guess }
}

pub fn reader() -> ReaderView {
    let cards = cards();
    let mut marks = Vec::new();
    let mut block = |text: &str| {
        let runs = read_runs(text, |words, target| {
            marks.push(mark(words, target, &cards));
            u32::try_from(marks.len() - 1).unwrap()
        });
        Block { runs, is_cut: false }
    };
    let mut blocks = PARAGRAPHS.iter().map(|text| block(text)).collect::<Vec<_>>();
    let cut = |text: &str, cut| Block { runs: vec![Run { cut: Some(cut), ..run(text) }], is_cut: true };
    blocks.insert(
        0,
        cut("NATO Chief Visits Ukraine: NATO chief visits Ukraine for 1st time since Russia invaded", 1),
    );
    blocks.push(cut(
        "Leave a Reply. Your email address will not be published. Required fields are marked *",
        2,
    ));
    let quote = |speaker, is_indirect, text: &str, others: &[&str]| Mark {
        text: text.into(),
        detail: MarkDetail::Quote {
            speaker,
            printed: speaker.map(|_| "Peskov".to_owned()).unwrap_or_default(),
            slug: speaker.map(|_| "dmitry-peskov".into()),
            is_indirect,
            verb: "said".into(),
            said_on: Some("2023-04-20".into()),
            others: others.iter().map(|name| (*name).to_owned()).collect(),
        },
        why: "A name beside a verb of saying, as in “Smith said”.".into(),
        because: String::new(),
        is_guess: speaker.is_none(),
    };
    let first = u32::try_from(marks.len()).unwrap();
    marks.push(quote(Some(2), false, "“", &[]));
    marks.push(quote(None, true, "said", &["Vladimir Putin"]));
    marks.push(mark("Russia", "where:Russia", &cards));
    let part = |text: &str, mark, said| Run { mark, said, ..run(text) };
    blocks.push(Block {
        runs: vec![
            run("Peskov said it would be a "),
            part("“", Some(first), None),
            part("serious, significant threat to ", None, Some(first)),
            part("Russia", Some(first + 2), Some(first)),
            run("” and somebody "),
            part("said", Some(first + 1), None),
            run(" that "),
            part("the bridge was closed", None, Some(first + 1)),
            run("."),
        ],
        is_cut: false,
    });
    let reason = |reason: &str| Cut { reason: reason.into() };
    ReaderView {
        id: "003".into(),
        file: "003_ba8f150e48c27e3d.txt".into(),
        title: vec![run("NATO chief visits Ukraine for 1st time since Russia invaded")],
        title_basis: Some(Basis::Text),
        byline: vec![("Karl Ritter".into(), Basis::Editor), ("Illia Novikov".into(), Basis::Text)],
        outlet: Some(("news aggregator".into(), Basis::Editor)),
        agencies: vec!["AP".into()],
        published: published(
            "2023-04-20",
            Basis::Inferred,
            &[
                "“Earlier this month, Finland joined the alliance”: Finland joined on 4 April 2023.",
                "“Thursday” for the day of the visit, with the meeting on “Friday” still ahead.",
            ],
        ),
        url: Some("https://example.org/nato-chief-visits-ukraine".into()),
        language: Some("en".into()),
        n_words: 643,
        blocks,
        marks,
        cards,
        cuts: vec![reason("source link"), reason("headline printed twice"), reason("comment form")],
        n_matches: 0,
    }
}

pub fn reader_without_headline() -> ReaderView {
    ReaderView {
        id: "000".into(),
        file: "000_6d550b4884c0cdf0.txt".into(),
        title: Vec::new(),
        title_basis: None,
        byline: Vec::new(),
        outlet: None,
        agencies: Vec::new(),
        published: DateLabel {
            reasons: vec!["No date is printed, and no event in the text places it.".into()],
            ..DateLabel::default()
        },
        url: None,
        cuts: Vec::new(),
        n_matches: 2,
        blocks: vec![Block {
            runs: read_runs(
                "NATO will support Ukraine “for as {long} as it takes” in its war against Russia. Not {long} ago…",
                |_, _| 0,
            ),
            is_cut: false,
        }],
        ..reader()
    }
}

pub fn entity() -> EntityView {
    let cards = cards();
    let sentence = |article: &str, title: &str, date: DateLabel, text: &str| Sentence {
        article: article.into(),
        title: title.into(),
        outlet: (article == "002").then(|| "OBOZ.UA".into()),
        published: date,
        runs: read_runs(text, |_, _| 0),
    };
    let april = || published("2023-04-20", Basis::Inferred, &[]);
    let (title2, title3) = (
        "\"War in Israel should not weaken support for Kyiv\": Stoltenberg reminded that Ukraine needs weapons too",
        "NATO chief visits Ukraine for 1st time since Russia invaded",
    );
    let mut card = cards[0].clone();
    card.note = Some("Secretary General of NATO in these articles; former prime minister of Norway.".into());
    EntityView {
        card,
        first_and_last: Some(("2022-11-29".into(), "2023-10-31".into())),
        n_undated: 1,
        sentences: vec![
            sentence(
                "002",
                title2,
                published("2023-10-31", Basis::Text, &[]),
                "Ukraine needs quality weapons and more military assistance, NATO Secretary General {Jens Stoltenberg} has said.",
            ),
            sentence(
                "002",
                title2,
                published("2023-10-31", Basis::Text, &[]),
                "\"The invasion of Ukraine is a strategic defeat for Russia,\" {Stoltenberg} said.",
            ),
            sentence(
                "003",
                title3,
                april(),
                "NATO Secretary-General {Jens Stoltenberg} visited Ukraine on Thursday for the first time since Russia invaded more than a year ago, a highly symbolic trip that underscores the alliance’s commitment to helping Kyiv defend itself.",
            ),
            sentence(
                "003",
                title3,
                april(),
                "Images published in local media showed {Stoltenberg} apparently paying tribute to fallen Ukrainian soldiers in Kyiv’s St. Michael’s Square.",
            ),
        ],
        companions: vec![
            (cards[1].clone(), 9),
            (cards[2].clone(), 2),
            (cards[4].clone(), 14),
            (cards[6].clone(), 8),
            (cards[8].clone(), 17),
            (cards[10].clone(), 2),
        ],
        n_companions: 23,
        timeline: TimelineView {
            lanes: vec![Lane {
                of: LaneOf::Rest,
                label: String::new(),
                ..crate::views::timeline().lanes.remove(0)
            }],
            ..crate::views::timeline()
        },
        said: Quoted { quotes: crate::quotes::view().quotes.drain(..1).collect(), n_all: 9 },
        speaker: Some("jens-stoltenberg".into()),
        told: Quoted { quotes: crate::quotes::view().quotes.split_off(1), n_all: 1 },
    }
}

pub fn methods() -> MethodsView {
    let tally = |name: &str, meaning: &str, count, n_articles| Tally {
        name: name.into(),
        meaning: meaning.into(),
        count,
        n_articles,
    };
    MethodsView {
        version: "0.1.0".into(),
        corpus_hash: "9f2b5c0d3a7e41886d5f0c1b2a3948576e6d7c8b9a0f1e2d3c4b5a6978877665".into(),
        n_articles: 5,
        n_words: 2_415,
        n_chars: (17_204, 2_310),
        skipped: vec![SkippedFile { file: "notes.md".into(), reason: "holds no article: 12 words".into() }],
        removals: vec![
            tally("comment form", "A form that asks the reader to comment.", 6, 3),
            tally("read-more link", "A link to another story set between paragraphs.", 4, 2),
            tally("share bar", "Buttons that share the page.", 3, 2),
            tally("headline printed twice", "", 1, 1),
        ],
        rules: vec![
            tally("gazetteer", "The name stands in the list of places.", 118, 5),
            tally("title and name", "A title such as “President” stands before the name.", 41, 5),
            tally("last name", "The last name of a person named in full in the same article.", 36, 5),
            tally("weekday", "A weekday, placed by the tense of its verb.", 9, 4),
        ],
        languages: vec![tally("en", "", 5, 5)],
        dates: vec![tally("inferred", "", 2, 2), tally("text", "", 2, 2), tally("unknown", "", 1, 1)],
        guesses: vec![(
            "Reinsaru → Urmas Reinsalu".into(),
            "likeness of the names, same sentence before".into(),
        )],
        repairs: vec![AppliedRepair {
            line: 3,
            what: "merge “Reinsaru” into “Urmas Reinsalu”".into(),
            n_mentions: 1,
            warnings: vec!["no name “Rheinsalu” was found in the articles".into()],
        }],
        sources: vec![(
            "lexicon/en/abbreviations.txt".into(),
            "written for Dateline, MIT or Apache-2.0".into(),
        )],
    }
}

pub fn state() -> EngineState {
    EngineState {
        status: Status::Ready,
        explore: Some(explore().into()),
        entity: Some(Answered {
            key: (Kind::Person, "jens-stoltenberg".into()),
            view: Some(entity().into()),
        }),
        methods: Some(methods().into()),
        help: Some(help().into()),
        quotes: Some(crate::quotes::view().into()),
        completions: None,
        read: Some(Answered { key: "003".into(), view: Some(reader().into()) }),
        ..EngineState::default()
    }
}

pub fn engine(state: EngineState) -> EngineHandle {
    EngineHandle { state: Rc::new(state), ask: Callback::from(|_: Ask| ()), room: Room::default() }
}

pub fn at(location: Location) -> Navigation {
    Navigation::at(location)
}

pub fn reading(id: &str) -> Location {
    Location::default().reading(Some(id.into()))
}

pub fn entity_page() -> Location {
    Location { page: Page::Entity(Kind::Person, "jens-stoltenberg".into()), ..Location::default() }
}

pub fn trust() -> Rc<Trust> {
    let policy = "default-src 'none'; script-src 'self'; connect-src 'none'".into();
    Rc::new(Trust { offline: Offline::Stored, policy, ..Trust::default() })
}

pub fn broken_trust() -> Rc<Trust> {
    let (asked, refused) =
        (vec!["https://example.org/<b>".into()], vec!["connect-src https://example.com".into()]);
    let traffic = Traffic { n_asked: 1, n_refused: 1, asked, refused };
    Rc::new(Trust { traffic, ..(*trust()).clone() })
}
