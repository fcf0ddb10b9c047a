//! Lines as wire services write them, invented from the word lists: datelines,
//! bylines, results, standings. Articles read by people hold few of them.

use crate::chance::Chance;
use crate::corpus::Annotated;
use crate::vary::{Stock, pick};
use dateline::annotate::tagger::Class;
use dateline::text::Span;

const AGENCIES: [&str; 8] = ["Reuters", "AP", "AFP", "Xinhua", "Associated Press", "TASS", "UPI", "dpa"];
const SPORTS: [&str; 12] = [
    "SOCCER",
    "CRICKET",
    "TENNIS",
    "GOLF",
    "CYCLING",
    "ATHLETICS",
    "BASKETBALL",
    "RUGBY UNION",
    "BASEBALL",
    "SKIING",
    "SWIMMING",
    "BOXING",
];
const CLUB_ENDS: [&str; 8] = ["United", "City", "FC", "Rovers", "Athletic", "Town", "Wanderers", "County"];
const CLUB_STARTS: [&str; 6] = ["Real", "Sporting", "Dynamo", "FC", "Inter", "Racing"];
const NICKNAMES: [&str; 12] = [
    "Tigers", "Bears", "Giants", "Rangers", "Eagles", "Hawks", "Kings", "Lions", "Devils", "Sharks",
    "Wolves", "Rockets",
];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// A text being written, with its names.
struct Sheet<'a> {
    text: String,
    names: Vec<(Span, Class)>,
    stock: &'a Stock,
    chance: &'a mut Chance,
    shouts: bool,
}

/// One invented article of short lines.
#[must_use]
pub fn invent(number: usize, stock: &Stock, chance: &mut Chance) -> Annotated {
    let mut sheet = Sheet { text: String::new(), names: Vec::new(), stock, chance, shouts: false };
    match number % 5 {
        0 => sheet.match_results(),
        1 => sheet.standings(),
        2 => sheet.rankings(),
        3 => sheet.tennis(),
        _ => sheet.report(),
    }
    Annotated {
        id: format!("invented-{number}"),
        text: sheet.text,
        names: sheet.names,
        has_other: false,
        weight: 1.0,
    }
}

impl Sheet<'_> {
    fn say(&mut self, words: &str) {
        if self.shouts { self.text += &words.to_uppercase() } else { self.text += words }
    }

    fn name(&mut self, words: &str, class: Class) {
        let start = self.text.len();
        self.say(words);
        self.names.push((Span::new(start, self.text.len()), class));
    }

    fn number(&mut self, limit: usize) {
        let number = self.chance.below(limit);
        self.text += &number.to_string();
    }

    fn city(&mut self, class: Class) {
        let city = pick(&self.stock.cities, self.chance).to_string();
        self.name(&city, class);
    }

    fn country(&mut self) {
        let country = pick(&self.stock.countries, self.chance).to_string();
        self.name(&country, Class::Place);
    }

    fn person(&mut self) {
        let given = pick(&self.stock.given, self.chance).to_string();
        let given = if self.chance.below(4) == 0 {
            format!("{}.", &given.chars().next().unwrap_or('A'))
        } else {
            given
        };
        let surname = pick(&self.stock.surnames, self.chance).to_string();
        self.name(&format!("{given} {surname}"), Class::Person);
    }

    fn surname(&mut self) {
        let surname = pick(&self.stock.surnames, self.chance).to_string();
        self.name(&surname, Class::Person);
    }

    fn team(&mut self) {
        let city = pick(&self.stock.cities, self.chance).to_string();
        let name = match self.chance.below(6) {
            0 => format!("{city} {}", CLUB_ENDS[self.chance.below(CLUB_ENDS.len())]),
            1 => format!("{} {city}", CLUB_STARTS[self.chance.below(CLUB_STARTS.len())]),
            2 => format!("{city} {}", NICKNAMES[self.chance.below(NICKNAMES.len())]),
            _ => city,
        };
        self.name(&name, Class::Organization);
    }

    fn headline(&mut self) {
        self.shouts = true;
        let sport = SPORTS[self.chance.below(SPORTS.len())];
        self.say(sport);
        self.say(" - ");
        match self.chance.below(4) {
            0 => {
                self.surname();
                self.say(" wins title in ");
                self.city(Class::Place);
            }
            1 => {
                self.team();
                self.say(" beat ");
                self.team();
                self.say(" to stay top");
            }
            2 => {
                self.country();
                self.say(" name squad for match against ");
                self.country();
            }
            _ => self.say("results and standings"),
        }
        self.say(".\n");
        self.shouts = false;
        self.dateline();
    }

    fn dateline(&mut self) {
        let agency = AGENCIES[self.chance.below(AGENCIES.len())];
        let (month, day) = (MONTHS[self.chance.below(12)], 1 + self.chance.below(28));
        self.shouts = self.chance.below(3) > 0;
        self.city(Class::Place);
        self.shouts = false;
        match self.chance.below(3) {
            0 => self.text += &format!(" 1996-{:02}-{day:02}\n", 1 + self.chance.below(12)),
            1 => {
                self.text += &format!(", {month} {day} (");
                self.name(agency, Class::Organization);
                self.text += ") -- ";
            }
            _ => {
                self.text += " (";
                self.name(agency, Class::Organization);
                self.text += ") - ";
            }
        }
    }

    fn match_results(&mut self) {
        self.headline();
        self.say("Results of matches on Saturday:\n");
        for _ in 0..6 + self.chance.below(8) {
            self.team();
            self.text += " ";
            self.number(5);
            self.text += " ";
            self.team();
            self.text += " ";
            self.number(5);
            self.text += "\n";
            if self.chance.below(4) == 0 {
                self.say("Scorers: ");
                self.surname();
                self.text += &format!(" {}, ", 1 + self.chance.below(90));
                self.surname();
                self.text += &format!(" ({}th penalty)\n", 4 + self.chance.below(80));
            }
        }
    }

    fn standings(&mut self) {
        self.headline();
        self.say("Standings (tabulated under played, won, drawn, lost, goals for, against, points):\n");
        for _ in 0..8 + self.chance.below(8) {
            self.team();
            for limit in [30, 20, 10, 10, 60, 60, 70] {
                self.text += " ";
                self.number(limit);
            }
            self.text += "\n";
        }
    }

    fn rankings(&mut self) {
        self.headline();
        for rank in 1..9 + self.chance.below(8) {
            self.text += &format!("{rank}. ");
            self.person();
            let bracketed = self.chance.below(2) == 0;
            self.text += if bracketed { " (" } else { ", " };
            self.country();
            self.text += if bracketed { ") " } else { ", " };
            self.text += &format!(
                "{}:{:02}.{:02}\n",
                1 + self.chance.below(9),
                self.chance.below(60),
                self.chance.below(99)
            );
        }
    }

    fn tennis(&mut self) {
        self.headline();
        for _ in 0..6 + self.chance.below(8) {
            if self.chance.below(2) == 0 {
                self.text += &format!("{} - ", 1 + self.chance.below(16));
            }
            self.person();
            self.text += " (";
            self.country();
            self.text += ") beat ";
            self.person();
            self.text += " (";
            self.country();
            self.text += &format!(") {}-{} {}-{}\n", 6, self.chance.below(5), 6, self.chance.below(5));
        }
    }

    fn report(&mut self) {
        self.say("By ");
        self.person();
        self.text += "\n";
        for _ in 0..3 {
            self.dateline();
            match self.chance.below(4) {
                0 => {
                    self.country();
                    self.say(" beat ");
                    self.country();
                    self.say(" by two wickets on the final day. ");
                }
                1 => {
                    self.team();
                    self.say(" midfielder ");
                    self.person();
                    self.say(" will miss the match against ");
                    self.team();
                    self.say(" on Sunday, coach ");
                    self.person();
                    self.say(" said. ");
                }
                2 => {
                    self.say("Police in ");
                    self.city(Class::Place);
                    self.say(" said on Monday that two men had been arrested near the border with ");
                    self.country();
                    self.say(". ");
                }
                _ => {
                    self.person();
                    self.say(" of ");
                    self.team();
                    self.say(" scored twice as his side won 3-1 at ");
                    self.city(Class::Organization);
                    self.say(". ");
                }
            }
            self.surname();
            self.say(" said it was a good day.\n");
        }
    }
}
