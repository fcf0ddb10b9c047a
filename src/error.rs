//! The one error type: what was being attempted, on what, and why it failed.

use std::fmt;

/// A failure to read something from outside. Analysis itself never fails.
///
/// Messages are lower case, carry no full stop, and name the file or value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
}

/// The result of reading something from outside.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error with its whole message, as in `reading seeds/a.toml, line 3: unknown key "titel"`.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// The same error with what was being attempted put in front.
    #[must_use]
    pub fn while_doing(self, attempt: impl fmt::Display) -> Self {
        Self { message: format!("{attempt}: {}", self.message) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
