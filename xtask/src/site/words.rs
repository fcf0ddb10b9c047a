//! Turns the texts of the interface into a compressed file for each language but English.

use super::pack;
use crate::{Outcome, project, project::Project, translations};
use std::path::Path;

/// The file of each language, and what gathers it calls it.
pub const FILES: [(&str, &str); 2] = [("words-de.bin", "words_de.pack"), ("words-uk.bin", "words_uk.pack")];

/// Writes them into a folder.
///
/// # Errors
/// A text cannot be read, or a file cannot be written.
pub fn write(project: &Project, folder: &Path) -> Outcome {
    let packs = translations::files(&project.root).map_err(|error| error.to_string())?;
    for (file, pack) in FILES {
        let packed = packs.iter().find(|(name, _)| *name == pack);
        let (_, bytes) = packed.ok_or_else(|| format!("cannot find {pack} among what was gathered"))?;
        project::write(&folder.join(file), pack::deflate(bytes)?)?;
    }
    Ok(())
}
