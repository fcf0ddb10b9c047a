//! What the built site does for a person, one behavior a file.

mod behaves;
