//! Words of the comparison and of the disagreements.

use super::number::{counted, number, percent};
use crate::view::{Difference, Flag, SideView};

/// Leads to the comparison of two versions.
pub const COMPARE_THESE: &str = "compare";
/// The heading of the disagreements.
pub const DISAGREEMENTS: &str = "Disagreements";
/// What a disagreement is.
pub const DISAGREEMENTS_LEAD: &str = "Sentences that tell the same but for one number, date, place or spelling. What looks like a mistake may be the news of another day: the sources say when.";
/// The heading of the menus that choose two articles.
pub const CHOOSE_TWO: &str = "Two articles side by side";
/// The accessible names of the menus.
pub const SIDES: [&str; 2] = ["Left article", "Right article"];
/// Stands in a menu in which nothing is chosen.
pub const CHOOSE: &str = "Choose an article";
/// The heading of the stories with versions.
pub const VERSIONS_TITLE: &str = "Versions of one story";
/// Leads back to the disagreements.
pub const ALL_DISAGREEMENTS: &str = "All disagreements";
/// Exchanges the sides.
pub const EXCHANGE: &str = "Exchange the sides";
/// Shown when nothing is in disagreement.
pub const NO_DISAGREEMENT_TITLE: &str = "No disagreement was found";
/// Why there is none.
pub const NO_DISAGREEMENT_BODY: &str = "No two of the selected articles tell the same with another number, date, place or spelling. Only what is nearly certain is listed.";
/// Shown when the address names an article that does not exist.
pub const LOST_PAIR_TITLE: &str = "One of the two articles is not in the folder";
/// Says that a passage is on one side only.
pub const ONLY_HERE: &str = "only here";

/// What differs.
#[must_use]
pub fn difference(of: Difference) -> &'static str {
    match of {
        Difference::Number => "Number",
        Difference::Date => "Date",
        Difference::Place => "Place",
        Difference::Name => "Name",
        Difference::Spelling => "Spelling",
    }
}

/// A difference in words: `Number: 30, 31`.
#[must_use]
pub fn flag(flag: &Flag) -> String {
    let [left, right] = &flag.printed;
    [difference(flag.of), ": “", left, "” and “", right, "”"].concat()
}

/// How much of an article the other one has.
#[must_use]
pub fn shares(side: &SideView) -> String {
    let share = |n: u32| percent(n.into(), side.n_words.into());
    [
        &share(side.n_shared),
        " of its words shared, ",
        &share(side.n_reworded),
        " reworded, ",
        &share(side.n_alone()),
        " only here",
    ]
    .concat()
}

/// How many disagreements there are.
#[must_use]
pub fn disagreements(n: u32) -> String {
    match n {
        0 => number(0) + " disagreements",
        n => counted(n, "disagreement", "disagreements"),
    }
}
