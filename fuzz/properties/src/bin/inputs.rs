//! Writes what each property is held on as files, for fuzzing to start from.
//!
//! `inputs FOLDER` writes to `FOLDER/<property>/`.

use dateline_properties::inputs::inputs;
use dateline_properties::{EVERYWHERE, NATIVE};
use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1).ok_or_else(|| io::Error::other("usage: inputs FOLDER"))?;
    for (property, _) in EVERYWHERE.iter().chain(NATIVE) {
        let folder = Path::new(&folder).join(property);
        fs::create_dir_all(&folder)?;
        for (at, input) in inputs(property).iter().enumerate() {
            fs::write(folder.join(format!("{at:03}-{}", input.name)), &input.bytes)?;
        }
    }
    Ok(())
}
