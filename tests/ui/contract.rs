//! The names that tests from outside rely on.
