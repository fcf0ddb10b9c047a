//! Words of the Methods page.

use super::number::{articles, counted, number, percent};

/// What the page is for.
pub const METHODS_LEAD: &str = "How these pages came about: what was read, what was left out, which rules found the names and dates, and where the word lists come from.";
/// The heading of the counts.
pub const WHAT_WAS_READ: &str = "What was read";
/// The heading of the files that hold no article.
pub const SKIPPED_TITLE: &str = "Files passed over";
/// The heading of the removals.
pub const REMOVALS_TITLE: &str = "What was removed";
/// What removing means.
pub const REMOVALS_LEAD: &str = "Page furniture is taken out before the text is read. Each article can show its removed passages in their places.";
/// The heading of the rules.
pub const RULES_TITLE: &str = "How names and dates were found";
/// The heading of the languages.
pub const LANGUAGES_TITLE: &str = "Languages";
/// The heading of the dates.
pub const DATES_TITLE: &str = "How articles are dated";
/// The heading of the guesses.
pub const GUESSES_TITLE: &str = "Names joined by a guess";
/// The heading of the corrections made by hand.
pub const REPAIRS_TITLE: &str = "Corrected by hand";
/// The heading of the sources.
pub const SOURCES_TITLE: &str = "Sources and licences";
/// Stands under a heading with nothing to list.
pub const NONE: &str = "None.";

/// The column of things removed.
pub const REASON: &str = "Reason";
/// The column of rules.
pub const RULE: &str = "Rule";
/// The column of languages.
pub const LANGUAGE: &str = "Language";
/// The column of bases.
pub const BASIS: &str = "Basis";
/// The column of counts.
pub const COUNT: &str = "Times";
/// The column of articles.
pub const IN_ARTICLES: &str = "Articles";

/// The label of the number of articles.
pub const READ: &str = "Read";
/// The label of the number of words.
pub const LENGTH: &str = "Length";
/// The label of the share that was removed.
pub const REMOVED: &str = "Removed";
/// The label of the version.
pub const VERSION: &str = "Dateline";
/// The label of the content hash.
pub const CORPUS_HASH: &str = "Folder, SHA-256";

/// What was read.
#[must_use]
pub fn read(n_articles: u32, n_skipped: usize) -> String {
    let skipped = u32::try_from(n_skipped).unwrap_or(u32::MAX);
    match skipped {
        0 => articles(n_articles),
        n => [articles(n_articles), counted(n, "file passed over", "files passed over")].join(", "),
    }
}

/// How much of what was read was removed.
#[must_use]
pub fn removed_share(n_read: u64, n_removed: u64) -> String {
    [&number(n_removed), " of ", &number(n_read), " characters, ", &percent(n_removed, n_read)].concat()
}

/// What a correction did, and where it stands.
#[must_use]
pub fn repaired(n_mentions: u32, line: u32) -> String {
    [&counted(n_mentions, "mention", "mentions"), " changed; repairs.toml, line ", &number(u64::from(line))]
        .concat()
}

/// What went wrong with a correction.
#[must_use]
pub fn warning(warning: &str) -> String {
    ["Not as written: ", warning, "."].concat()
}
