//! A seed into articles of made-up news, as many as asked for.
//!
//! Sentences are drawn from patterns with names, places, dates and numbers as unevenly spread as in news: a few names
//! stand in most articles, thousands in one or two. Names and places of the long tail are those of the lexicon, so
//! that the whole chain of stages runs as it does on a folder.

pub mod dice;

use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dice::Dice;

/// Sentences of an article.
const SENTENCES: std::ops::Range<usize> = 6..18;
/// The part of names and places that come from the long tail, and how many different ones it has of each list.
const TAIL_PART: f64 = 0.3;
const N_TAIL: usize = 4_000;

const GIVEN: [&str; 12] = [
    "Anna", "Boris", "Clara", "David", "Elena", "Frank", "Greta", "Henry", "Irene", "James", "Karin", "Louis",
];
/// The surnames that are met most.
pub const SURNAMES: [&str; 40] = [
    "Abbott", "Baker", "Carver", "Dalton", "Ellis", "Fischer", "Garner", "Harding", "Ivanov", "Jensen",
    "Keller", "Lindgren", "Mercer", "Novak", "Olsen", "Parker", "Quinn", "Ramsey", "Sutton", "Tanner",
    "Ullman", "Vargas", "Walker", "Yates", "Zimmer", "Archer", "Bishop", "Coleman", "Drake", "Emerson",
    "Foster", "Graham", "Holland", "Irving", "Jordan", "Kramer", "Lambert", "Morris", "Nelson", "Osborne",
];
/// The places that are met most.
pub const PLACES: [&str; 24] = [
    "Berlin",
    "Paris",
    "London",
    "Madrid",
    "Rome",
    "Vienna",
    "Warsaw",
    "Prague",
    "Oslo",
    "Stockholm",
    "Helsinki",
    "Lisbon",
    "Athens",
    "Dublin",
    "Brussels",
    "Kyiv",
    "Tokyo",
    "Cairo",
    "Nairobi",
    "Lima",
    "Bogota",
    "Ottawa",
    "Delhi",
    "Seoul",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// What is told of.
pub const TOPICS: [&str; 20] = [
    "the budget",
    "a new bridge",
    "the harbor strike",
    "grain exports",
    "the election",
    "a trade agreement",
    "flood defenses",
    "the railway",
    "fishing quotas",
    "the power grid",
    "a school reform",
    "the ceasefire",
    "border controls",
    "the festival",
    "a steel merger",
    "water supplies",
    "the airport",
    "housing rents",
    "the pension law",
    "a vaccine program",
];
const OUTLETS: [&str; 6] = ["Courier", "Evening Post", "Gazette", "Herald", "Morning Star", "Tribune"];
const VERBS: [&str; 10] = [
    "discussed",
    "announced",
    "criticized",
    "defended",
    "postponed",
    "approved",
    "rejected",
    "welcomed",
    "described",
    "inspected",
];

/// One of a list, the first ones most often.
pub fn pick<'a>(dice: &mut Dice, list: &[&'a str]) -> &'a str {
    list[dice.zipf(list.len())]
}

/// Names and places of the long tail.
struct Tail {
    given: Vec<&'static str>,
    surnames: Vec<&'static str>,
    places: Vec<&'static str>,
}

impl Tail {
    fn read() -> Self {
        /// The first words of a list's lines, from all over it.
        fn list(text: &'static str) -> Vec<&'static str> {
            let rows = text.lines().filter(|line| !line.starts_with('#'));
            let all: Vec<&str> = rows.filter_map(|line| line.split('\t').next()).collect();
            let step = (all.len() / N_TAIL).max(1);
            all.into_iter().step_by(step).collect()
        }
        Self {
            given: list(include_str!("../../lexicon/people/given.txt")),
            surnames: list(include_str!("../../lexicon/people/surnames.txt")),
            places: list(include_str!("../../lexicon/places/cities.tsv")),
        }
    }

    fn person(&self, dice: &mut Dice) -> String {
        let [given, surname] = match dice.unit() < TAIL_PART {
            true => [&self.given, &self.surnames].map(|list| list[dice.below(list.len())]),
            false => [pick(dice, &GIVEN), pick(dice, &SURNAMES)],
        };
        format!("{given} {surname}")
    }

    fn place(&self, dice: &mut Dice) -> &'static str {
        if dice.unit() < TAIL_PART { self.places[dice.zipf(self.places.len())] } else { pick(dice, &PLACES) }
    }

    fn sentence(&self, dice: &mut Dice) -> String {
        let (who, place) = (self.person(dice), self.place(dice));
        let (verb, topic) = (pick(dice, &VERBS), pick(dice, &TOPICS));
        let date = format!("{} {} {}", 1 + dice.below(28), MONTHS[dice.below(12)], 2024 - dice.zipf(20));
        match dice.below(6) {
            0 => format!("{who} {verb} {topic} in {place} on {date}."),
            1 => format!("On {date}, {who} met {} in {place} and {verb} {topic}.", self.person(dice)),
            2 => format!("About {} people in {place} {verb} {topic}, {who} said.", 100 + dice.below(900)),
            3 => format!("{who} {verb} {topic} before the assembly in {place}."),
            4 => format!("“{} {verb} {topic} too late,” {who} said in {place}.", self.person(dice)),
            _ => format!("Nobody {verb} {topic} as sharply as {who} did."),
        }
    }

    fn article(&self, dice: &mut Dice, at: usize) -> RawArticle {
        let mut text = format!("{} on {}\n\n", self.person(dice), pick(dice, &TOPICS));
        for at in 0..SENTENCES.start + dice.below(SENTENCES.len()) {
            text.push_str(&self.sentence(dice));
            text.push_str(if at % 3 == 2 { "\n\n" } else { " " });
        }
        let id = format!("{at:06}");
        RawArticle {
            file: id.clone(),
            id,
            format: Format::Text,
            text,
            page: Metadata::default(),
            editor: Metadata {
                published: Some(format!(
                    "{}-{:02}-{:02}",
                    2004 + at % 20,
                    1 + dice.below(12),
                    1 + dice.below(28)
                )),
                outlet: Some(pick(dice, &OUTLETS).to_owned()),
                ..Metadata::default()
            },
        }
    }
}

/// Articles in order of their ids.
#[must_use]
pub fn make_articles(n: usize) -> Corpus {
    let (tail, mut dice) = (Tail::read(), Dice(20_230_420));
    Corpus { articles: (0..n).map(|at| tail.article(&mut dice, at)).collect(), ..Corpus::default() }
}
