//! Words of what a page of a name shows beside its sentences.

use super::number::number;
use super::phrase::{Language, Phrase, language};

/// The heading over the small timeline.
pub const ITS_DATES: Phrase = phrase!("In dated sentences", "In datierten Sätzen", "У реченнях із датами");
/// Leads from there to the whole timeline.
pub const ITS_TIMELINE: Phrase =
    phrase!("Timeline of these articles", "Zeitleiste dieser Artikel", "Хронологія цих статей");
/// The heading over what somebody said.
pub const OWN_WORDS: Phrase = phrase!("In their own words", "In eigenen Worten", "Власними словами");
/// The heading over what others said with the name in their words.
pub const OTHERS_WORDS: Phrase = phrase!("In the words of others", "In den Worten anderer", "Словами інших");
/// Leads from the names beside one to the picture of all.
pub const IN_THE_NETWORK: Phrase = phrase!("Show in the network", "Im Netzwerk zeigen", "Показати в мережі");

/// Leads from a few quotations to all: `All 12 quotations`.
#[must_use]
pub fn all_quotations(n: u32) -> String {
    let n = number(n.into());
    match language() {
        Language::English => ["All ", &n, " quotations"].concat(),
        Language::German => ["Alle ", &n, " Zitate"].concat(),
        Language::Ukrainian => ["Усі цитати: ", &n].concat(),
    }
}

/// How many of some names are listed: `12 of 34 names`.
#[must_use]
pub fn of_names(n_shown: usize, n_all: u32) -> String {
    let (shown, all) = (number(n_shown as u64), number(n_all.into()));
    match language() {
        Language::English => [&shown, " of ", &all, " names"].concat(),
        Language::German => [&shown, " von ", &all, " Namen"].concat(),
        Language::Ukrainian => ["імен: ", &shown, " із ", &all].concat(),
    }
}
