//! Words of the Quotes page.

use super::number::{in_articles, narrow, number, percent};
use super::phrase::{Counted, Phrase};
use crate::view::QuotesView;

/// What the page is.
pub const QUOTES_LEAD: Phrase = phrase!(
    "Who said what in the articles selected, in their words or in the article's. The same words in several articles are one quotation.",
    "Wer in den ausgewählten Artikeln was gesagt hat, in eigenen Worten oder in denen des Artikels. Gleiche Worte in mehreren Artikeln sind ein Zitat.",
    "Хто що сказав у статтях добірки, своїми словами чи словами статті. Ті самі слова в кількох статтях рахуються як одна цитата.",
);
/// The heading of the table of speakers.
pub const SOURCE_AUDIT: Phrase = phrase!("Who is quoted", "Wer zitiert wird", "Кого цитують");
/// The columns of the table of speakers.
pub const AUDIT_COLUMNS: [Phrase; 5] = [
    phrase!("Speaker", "Wer", "Спікер"),
    phrase!("Quoted", "Zitate", "Цитат"),
    phrase!("Reported", "Indirekt", "Переказів"),
    phrase!("Articles", "Artikel", "Статей"),
    phrase!("Outlets", "Medien", "Видань"),
];
/// The heading of the list where nobody is chosen.
pub const QUOTATIONS: Phrase = phrase!("Quotations", "Zitate", "Цитати");
/// The heading over quotations whose speaker no article names.
pub const NOT_ATTRIBUTED: Phrase = phrase!("Not attributed", "Ohne Zuordnung", "Без автора");
/// Opens the sentences around a quotation.
pub const CONTEXT: Phrase = phrase!("Context", "Zusammenhang", "Контекст");
/// Marks a statement that is told and not quoted.
pub const REPORTED: Phrase = phrase!("reported", "indirekt", "переказано");
/// Introduces further wordings.
pub const OTHER_WORDING: Phrase = phrase!("In another wording", "In anderem Wortlaut", "Іншими словами");
/// Saves the table of speakers.
pub const SAVE_SPEAKERS: Phrase = phrase!("Speakers as CSV", "Zitierte als CSV", "Спікери, CSV");
/// Saves the listed quotations.
pub const SAVE_QUOTES: Phrase = phrase!("Quotations as CSV", "Zitate als CSV", "Цитати, CSV");
/// Takes the choice of speakers back.
pub const EVERY_SPEAKER: Phrase = phrase!("Every speaker", "Alle Zitierten", "Усі спікери");
/// Nobody speaks in the selection.
pub const NO_QUOTES_TITLE: Phrase = phrase!("No quotations", "Keine Zitate", "Цитат немає");
/// Why there may be none, and what to do.
pub const NO_QUOTES_BODY: Phrase = phrase!(
    "No article of this selection quotes anybody or reports what somebody said. Choose fewer filters to see more.",
    "Kein Artikel dieser Auswahl zitiert jemanden oder gibt wieder, was jemand gesagt hat. Mit weniger Filtern ist mehr zu sehen.",
    "Жодна стаття добірки нікого не цитує й не переказує чиїхось слів. Приберіть частину фільтрів, щоб побачити більше.",
);
/// The columns of the saved speakers, the same in every language, so that whatever reads the file finds them.
pub const SPEAKERS_COLUMNS: [&str; 5] = ["Speaker", "Quoted", "Reported", "Articles", "Outlets"];
/// The columns of the saved quotations; see [`SPEAKERS_COLUMNS`].
pub const QUOTES_COLUMNS: [&str; 8] =
    ["speaker", "verb", "said on", "kind", "words", "article", "outlet", "published"];

const N_QUOTATIONS: Counted = counted!(
    ["{0} quotation", "{0} quotations"],
    ["{0} Zitat", "{0} Zitate"],
    ["{0} цитата", "{0} цитати", "{0} цитат"],
);
const N_REPORTED: Counted = counted!(
    ["{0} reported statement", "{0} reported statements"],
    ["{0} indirekte Aussage", "{0} indirekte Aussagen"],
    ["{0} переказаний вислів", "{0} переказані вислови", "{0} переказаних висловів"],
);
const BY_N_SPEAKERS: Counted = counted!(
    ["by {0} speaker", "by {0} speakers"],
    ["von {0} Zitierten", "von {0} Zitierten"],
    ["від {0} спікера", "від {0} спікерів", "від {0} спікерів"],
);
const SUMMARY: Phrase =
    phrase!("{0} and {1} {2}, in {3} {4}.", "{0} und {1} {2}, in {3} {4}.", "{0} та {1} {2}, у {3} {4}.");

/// `34 quotations and 12 reported statements by 9 speakers, in 21 of 40 articles.`
#[must_use]
pub fn quotes_summary(view: &QuotesView) -> String {
    SUMMARY.with([
        &N_QUOTATIONS.say(view.n_direct),
        &N_REPORTED.say(view.n_indirect),
        &BY_N_SPEAKERS.say(view.n_speakers),
        &number(view.n_quoting.into()),
        &super::of_articles(view.n_articles),
    ])
}

const UNATTRIBUTED: Phrase = phrase!(
    "{0} of them ({1}) name no speaker.",
    "Bei {0} davon ({1}) ist nicht genannt, wer spricht.",
    "Із них без названого спікера: {0} ({1}).",
);

/// `4 of them (9 %) name no speaker.`
#[must_use]
pub fn unattributed(view: &QuotesView) -> String {
    let (n, all) = (view.n_unattributed, view.n_direct + view.n_indirect);
    UNATTRIBUTED.with([&number(n.into()), &percent(n.into(), all.into())])
}

/// `in 3 articles`.
#[must_use]
pub fn printed_in(n: usize) -> String {
    in_articles(narrow(n))
}
