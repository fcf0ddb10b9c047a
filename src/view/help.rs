//! The help page: what can be asked, with examples that find something in this folder.

use serde::{Deserialize, Serialize};

/// What one line of the help page teaches; its words are the interface's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lesson {
    /// Words are all wanted.
    Words,
    /// The beginning of a word.
    Beginning,
    /// Words in a row.
    Phrase,
    /// Words near each other.
    Near,
    /// One or the other.
    Either,
    /// Without a word.
    Without,
    /// Brackets.
    Brackets,
    /// Words of the headline.
    Title,
    /// A slip of the finger.
    Slip,
    /// A person.
    Who,
    /// A place.
    Where,
    /// An organization.
    Organization,
    /// A medium.
    Outlet,
    /// Somebody who is quoted.
    Said,
    /// Another name of the same.
    Alias,
    /// A month, printed or of publication.
    When,
    /// A range of dates, of publication.
    Published,
    /// A date that is spoken of.
    Mentioned,
    /// Several of these at once.
    Together,
}

/// One example with what it finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// What it shows.
    pub lesson: Lesson,
    /// The words to type.
    pub words: String,
    /// How many articles they find.
    pub n_articles: u32,
}

/// The examples that this folder has, in the order of teaching.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpView {
    /// One for each lesson that finds something.
    pub examples: Vec<Example>,
}
