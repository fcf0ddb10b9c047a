//! Words of the Quotes page.

use super::number::{counted, number, percent};
use crate::view::QuotesView;

/// What the page is.
pub const QUOTES_LEAD: &str = "Who said what in the articles selected, in their words or in the article's. The same words in several articles are one quotation.";
/// The heading of the table of speakers.
pub const SOURCE_AUDIT: &str = "Who is quoted";
/// The columns of the table of speakers.
pub const AUDIT_COLUMNS: [&str; 5] = ["Speaker", "Quoted", "Reported", "Articles", "Outlets"];
/// The heading of the list where nobody is chosen.
pub const QUOTATIONS: &str = "Quotations";
/// The heading over quotations whose speaker no article names.
pub const NOT_ATTRIBUTED: &str = "Not attributed";
/// Opens the sentences around a quotation.
pub const CONTEXT: &str = "Context";
/// Marks a statement that is told and not quoted.
pub const REPORTED: &str = "reported";
/// Introduces further wordings.
pub const OTHER_WORDING: &str = "In another wording";
/// Saves the table of speakers.
pub const SAVE_SPEAKERS: &str = "Speakers as CSV";
/// Saves the listed quotations.
pub const SAVE_QUOTES: &str = "Quotations as CSV";
/// Takes the choice of speakers back.
pub const EVERY_SPEAKER: &str = "Every speaker";
/// Nobody speaks in the selection.
pub const NO_QUOTES_TITLE: &str = "No quotations";
/// Why there may be none, and what to do.
pub const NO_QUOTES_BODY: &str = "No article of this selection quotes anybody or reports what somebody said. Choose fewer filters to see more.";
/// `34 quotations and 12 reported statements by 9 speakers, in 21 of 40 articles.`
#[must_use]
pub fn quotes_summary(view: &QuotesView) -> String {
    format!(
        "{} and {} by {}, in {} of {}.",
        counted(view.n_direct, "quotation", "quotations"),
        counted(view.n_indirect, "reported statement", "reported statements"),
        counted(view.n_speakers, "speaker", "speakers"),
        number(view.n_quoting.into()),
        super::articles(view.n_articles)
    )
}

/// `4 of them (9 %) name no speaker.`
#[must_use]
pub fn unattributed(view: &QuotesView) -> String {
    let (n, all) = (view.n_unattributed, view.n_direct + view.n_indirect);
    format!("{} of them ({}) name no speaker.", number(n.into()), percent(n.into(), all.into()))
}

/// `in 3 articles`.
#[must_use]
pub fn printed_in(n: usize) -> String {
    ["in ", &super::articles(u32::try_from(n).unwrap_or(u32::MAX))].concat()
}
