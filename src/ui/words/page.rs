//! Words of the pages and their parts.

use super::number::{articles, counted, number};
use super::rule::facet;
use crate::key::Facet;

/// The program.
pub const SITE: &str = "Dateline";

/// The articles page in the navigation; also the accessible name of the list of results.
pub const ARTICLES: &str = "Articles";
/// The methods page in the navigation.
pub const METHODS: &str = "Methods";
/// The help page in the navigation.
pub const HELP: &str = "Help";
/// The accessible name of the navigation.
pub const PAGES: &str = "Pages";
/// What the wordmark leads to.
pub const HOME: &str = "Dateline, all articles";

/// The accessible name of the search field.
pub const SEARCH: &str = "Search articles";
/// The accessible name of what the words could become.
pub const SUGGESTIONS: &str = "Suggestions";

/// How many suggestions there are, said but not shown.
#[must_use]
pub fn suggestions(n: usize) -> String {
    counted(u32::try_from(n).unwrap_or(u32::MAX), "suggestion", "suggestions")
}

/// Another form of a suggested name, the one that begins as typed.
#[must_use]
pub fn as_form(form: &str) -> String {
    ["as “", form, "”"].concat()
}

/// What a field of the query language asks for, by its name and colon.
#[must_use]
pub fn field(name: &str) -> &'static str {
    match name {
        "who:" => "a person",
        "where:" => "a place",
        "when:" => "a date, printed or of publication",
        "org:" => "an organization",
        "outlet:" => "the medium",
        "title:" => "words of the headline",
        "published:" => "when it was published",
        "said:" => super::FIELD_SAID.text(),
        "mentioned:" => "a date it speaks of",
        _ => "",
    }
}

/// Stands before other words that would find something.
pub const DID_YOU_MEAN: &str = "Did you mean ";

/// The switch that counts each story once.
pub const EACH_STORY_ONCE: &str = "count each story once";

/// How many stories match.
#[must_use]
pub fn stories(n: u32) -> String {
    counted(n, "story", "stories")
}

/// How many versions of a story match, the head of its group included.
#[must_use]
pub fn versions(n: usize) -> String {
    counted(u32::try_from(n).unwrap_or(u32::MAX), "version of this story", "versions of this story")
}

/// Lists the versions of a story that are not shown yet.
#[must_use]
pub fn more_versions(n: usize) -> String {
    ["Show ", &counted(u32::try_from(n).unwrap_or(u32::MAX), "more version", "more versions")].concat()
}

/// The match before in the open article.
pub const PREVIOUS_MATCH: &str = "Previous match";
/// The match after in the open article.
pub const NEXT_MATCH: &str = "Next match";

/// Where in the matches of an article a reader is: `2 of 7 matches`.
#[must_use]
pub fn at_match(at: Option<u32>, n: u32) -> String {
    match at {
        Some(at) => [&number((at + 1).into()), " of ", &matches(n)].concat(),
        None => matches(n),
    }
}

/// The key that leads to the search field.
pub const SEARCH_KEY: &str = "/";
/// Jumps over the navigation.
pub const SKIP_TO_FILTERS: &str = "Skip to filters";
/// Jumps to the results.
pub const SKIP_TO_RESULTS: &str = "Skip to articles";
/// Jumps to the open article.
pub const SKIP_TO_READER: &str = "Skip to the reader";
/// Jumps to the content of a page.
pub const SKIP_TO_CONTENT: &str = "Skip to content";

/// The accessible name of the facets.
pub const FILTERS: &str = "Filters";
/// The accessible name of the results with what is applied.
pub const RESULTS: &str = "Results";
/// Shown when no value of a facet holds the words typed.
pub const NONE_FOUND: &str = "None by this name.";
/// The accessible name of an open article's region.
pub const READER: &str = "Reader";
/// A number of things removed from a selection: takes everything away.
pub const CLEAR_ALL: &str = "Clear all";
/// The label of the menu of orders.
pub const SORT: &str = "Sort";
/// The accessible name of what is applied.
pub const APPLIED: &str = "Applied";
/// Between the values of a facet that are read as any-of.
pub const ANY_OF: &str = "any of";
/// Between the values of a facet that are read as all-of.
pub const ALL_OF: &str = "all of";
/// Lists fewer values again.
pub const FEWER: &str = "fewer";
/// Sets excluded values off.
pub const NOT: &str = "not";
/// Closes whatever it stands in.
pub const CLOSE: &str = "Close";

/// The button that opens the filters on a narrow screen.
#[must_use]
pub fn filters(n_applied: usize) -> String {
    match n_applied {
        0 => FILTERS.to_owned(),
        n => [FILTERS, &number(n as u64)].join(" · "),
    }
}

/// Leads from the filters back to the results.
#[must_use]
pub fn show_articles(n: u32) -> String {
    ["Show ", &articles(n)].concat()
}

/// What stands beside the number of matches: `of 5`.
#[must_use]
pub fn of_total(n: u32) -> String {
    ["of ", &number(n.into())].concat()
}

/// Grows the list of results.
#[must_use]
pub fn show_more(n: u32) -> String {
    ["Show ", &number(n.into()), " more"].concat()
}

/// The accessible name of a facet's value: `Jens Stoltenberg, 5 articles`.
#[must_use]
pub fn value(label: &str, n: u32) -> String {
    [label, &articles(n)].join(", ")
}

/// Excludes a value.
#[must_use]
pub fn exclude_value(label: &str) -> String {
    ["Exclude ", label].concat()
}

/// The switch between any-of and all-of.
#[must_use]
pub fn require_all(name: Facet) -> String {
    [facet(name), ": require all chosen values"].concat()
}

/// The chip that says a facet's values are all required.
#[must_use]
pub fn all_required(name: Facet) -> String {
    [facet(name), ": all of"].concat()
}

/// Takes a filter away.
#[must_use]
pub fn remove_filter(label: &str) -> String {
    ["Remove filter ", label].concat()
}

/// The searched words as a chip.
#[must_use]
pub fn quoted(words: &str) -> String {
    ["“", words.trim(), "”"].concat()
}

/// How many further places in an article match the words.
#[must_use]
pub fn more_matches(n: u32) -> String {
    counted(n, "more match in this article", "more matches in this article")
}

/// Stands where an outlet is not known.
pub const NO_OUTLET: &str = "unknown outlet";
/// Stands where a publication date is not known.
pub const UNDATED: &str = "undated";
/// Stands where an article has no words at all.
pub const NO_TITLE: &str = "Untitled";

/// Shown when the corpus is empty.
pub const EMPTY_TITLE: &str = "There are no articles here";
/// What to do when the corpus is empty.
pub const EMPTY_BODY: &str = "The folder this site was built from held no readable article. The Methods page says which files were passed over and why.";
/// Shown when nothing matches.
pub const NO_MATCH_TITLE: &str = "No article matches all of this";
/// What to do when nothing matches.
pub const NO_MATCH_BODY: &str = "Each filter narrows the list further. Take one away, or begin again.";
/// Shown in the reader when no article is chosen.
pub const NO_ARTICLE_TITLE: &str = "Choose an article to read it here";
/// What to do when no article is chosen.
pub const NO_ARTICLE_BODY: &str = "People, places, dates and organizations are marked in the text; each mark says what it stands for and why.";
/// Shown in the reader when the address names an article that does not exist.
pub const LOST_ARTICLE_TITLE: &str = "This article is not in the folder";
/// What to do when the address names an article that does not exist.
pub const LOST_ARTICLE_BODY: &str = "It may have been renamed or taken out since the address was noted.";
/// Closes the reader.
pub const CLOSE_ARTICLE: &str = "Close the article";
/// Leads from the reader to the list on a narrow screen.
pub const BACK_TO_LIST: &str = "Back to the list";
/// The article before this one in the list.
pub const PREVIOUS: &str = "Previous article";
/// The article after this one in the list.
pub const NEXT: &str = "Next article";

/// Takes the last filter away.
#[must_use]
pub fn drop_last(label: &str) -> String {
    ["Drop ", label].concat()
}

/// Where an open article stands in the list: `2 of 5`.
#[must_use]
pub fn position(at: u32, of: u32) -> String {
    [number(at.into()), number(of.into())].join(" of ")
}

/// The length of a story.
#[must_use]
pub fn n_words(n: u32) -> String {
    counted(n, "word", "words")
}

/// Words an adult reads in a minute of silent non-fiction reading (Brysbaert 2019: 238).
const WORDS_PER_MINUTE: u32 = 238;

/// How long a story takes to read.
#[must_use]
pub fn minutes(n_words: u32) -> String {
    [&number(n_words.div_ceil(WORDS_PER_MINUTE).max(1).into()), " min"].concat()
}

/// Names the authors.
pub const BY: &str = "By";
/// Names the agencies.
pub const AGENCIES: &str = "With";
/// Opens the grounds of the publication date.
pub const WHY_THIS_DATE: &str = "Why this date";
/// Opens the grounds of a missing publication date.
pub const WHY_NO_DATE: &str = "Why no date";
/// Leads to the article's own page on the web.
pub const ORIGINAL: &str = "Original page";
/// The file an article came from.
pub const FILE: &str = "File";
/// Shows what was removed.
pub const SHOW: &str = "show";
/// Hides what was removed.
pub const HIDE: &str = "hide";

/// How much was removed from the article.
#[must_use]
pub fn passages_removed(n: u32) -> String {
    counted(n, "passage removed", "passages removed")
}

/// How many places in the article match the words.
#[must_use]
pub fn matches(n: u32) -> String {
    counted(n, "match", "matches")
}

/// Why a stretch was removed.
#[must_use]
pub fn removed(reason: &str) -> String {
    ["removed: ", reason].concat()
}

/// Shows only articles with the value.
pub const ONLY: &str = "Only";
/// Leaves articles with the value out.
pub const EXCLUDE: &str = "Exclude";
/// Undoes [`EXCLUDE`].
pub const EXCLUDED: &str = "Excluded";
/// Opens the page of a name.
pub const OPEN_PAGE: &str = "Open page";
/// Narrows the list to a date.
pub const USE_AS_FILTER: &str = "Use as filter";
/// Undoes [`USE_AS_FILTER`].
pub const REMOVE_FILTER: &str = "Remove filter";
/// Sets what is not certain off.
pub const GUESS: &str = "a guess";
/// Introduces the other forms of a name.
pub const ALSO: &str = "also";
/// Introduces the date a date was reckoned from.
pub const RECKONED_FROM: &str = "Reckoned from";
/// Introduces the other readings of a date.
pub const OR_ELSE: &str = "Could also be";
/// Introduces the names an undecided name could stand for.
pub const COULD_BE: &str = "Could be";
/// Says that a name stays undecided.
pub const UNDECIDED: &str = "undecided";

/// How often a name is mentioned.
#[must_use]
pub fn mentions(n_mentions: u32, n_articles: u32) -> String {
    [counted(n_mentions, "mention", "mentions"), articles(n_articles)].join(" in ")
}

/// How often a form of a name is printed.
#[must_use]
pub fn times(n: u32) -> String {
    counted(n, "time", "times")
}

/// The forms a name is printed in.
pub const NAMES: &str = "Printed as";
/// The columns of the table of forms.
pub const NAMES_COLUMNS: [&str; 3] = ["Form", "Mentions", "Why it is the same"];
/// The sentences that name an entity.
pub const SENTENCES: &str = "Sentences";
/// What is named beside an entity.
pub const COMPANIONS: &str = "Named in the same sentences";
/// Shows an entity's articles.
pub const SHOW_ITS_ARTICLES: &str = "Show the articles";
/// Adds an entity to what is applied.
pub const ADD_TO_FILTERS: &str = "Add to the filters";
/// Publication dates of an entity's articles.
pub const PUBLISHED: &str = "Published";
/// Mentions of an entity.
pub const MENTIONED: &str = "Mentioned";
/// Shown when the address names an entity that does not exist.
pub const LOST_ENTITY_TITLE: &str = "Nothing in the folder goes by this name";
/// What to do when the address names an entity that does not exist.
pub const LOST_ENTITY_BODY: &str =
    "The address may come from another folder, or an article was taken out since.";
/// Leads to the list.
pub const ALL_ARTICLES: &str = "All articles";

/// How many articles carry no date.
#[must_use]
pub fn undated(n: u32) -> String {
    [&number(n.into()), " ", UNDATED].concat()
}

/// How many sentences name two things together.
#[must_use]
pub fn together(n: u32) -> String {
    counted(n, "sentence", "sentences")
}

/// The heading of the Not-found page.
pub const NOT_FOUND_TITLE: &str = "No such page";

/// What to do on the Not-found page.
pub const NOT_FOUND_BODY: &str = "The address may have been cut short on its way here.";

/// What the Not-found page says.
#[must_use]
pub fn not_found(path: &str) -> String {
    ["Nothing on this site goes by “", path, "”."].concat()
}

/// Shown until the worker speaks.
pub const OPENING: &str = "Opening the articles";

/// How far the worker is.
#[must_use]
pub fn reading(n_done: u32, n_total: u32) -> String {
    ["Reading ", &number(n_done.into()), " of ", &articles(n_total)].concat()
}

/// What is still to be done while words are answered already.
pub const FILLING: &str = "Looking for names and dates";

/// How far the worker is while words are answered already.
#[must_use]
pub fn filling(n_done: u32, n_total: u32) -> String {
    let far = [number(n_done.into()), articles(n_total)].join(" of ");
    ["Words can be searched. ", FILLING, ": ", &far].concat()
}

/// Shown when the worker takes long to speak.
pub const SLOW: &str = "This takes longer than usual. On a slow line, wait; otherwise load the page anew.";
/// The heading of a failure.
pub const FAILED_TITLE: &str = "The articles cannot be shown";
/// Loads the page anew.
pub const RELOAD: &str = "Load the page anew";
/// Introduces what a program said.
pub const DETAILS: &str = "What happened";
/// What to do when the worker does not start.
pub const FAILED_START: &str = "The part of the page that reads the articles could not be started. Check that the whole folder of the site was copied, then load the page anew.";
/// What to do when the page was opened from a folder.
pub const FAILED_FOLDER: &str = "This browser does not run a site straight from a folder. Open it through a web server, or use the edition in one file.";
/// What to do when a message cannot be read.
pub const FAILED_VERSIONS: &str = "Two versions of the site seem to be mixed. Load the page anew without its cache: Ctrl + Shift + R, or Cmd + Shift + R.";
/// What to do when the worker stops.
pub const FAILED_STOPPED: &str =
    "Reading the articles stopped. Memory may have run out: close other tabs, then load the page anew.";
/// What to do when the corpus cannot be used.
pub const FAILED_CORPUS: &str =
    "The articles in this copy of the site cannot be read. Build or download it again.";

/// The heading of the list of keys.
pub const KEYS_TITLE: &str = "Keys";
/// The keys and what they do.
pub const KEYS: [(&str, &str); 11] = [
    ("/", "Search"),
    ("j", "Next article"),
    ("k", "Previous article"),
    ("n p", "Next and previous match in the open article"),
    ("Enter", "Open what has the focus"),
    ("x", "Exclude the filter value that has the focus"),
    ("↑ ↓", "Walk through filter values"),
    ("← →", "Walk through the bars of the dates; with Shift, choose a range"),
    ("+ −", "Zoom the dates"),
    ("Esc", "Close the card, the filters, the article"),
    ("?", "This list"),
];
