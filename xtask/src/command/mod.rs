//! Turns the words after `cargo xtask` into the command that runs.
//!
//! A new command is a module with a `run` function and a row in [`COMMANDS`].

mod bench;
mod bind;
mod build;
mod bundle;
mod check;
mod fuzz;
mod icons;
mod lighthouse;
mod measure;
mod npm;
mod pictures;
mod seal;
mod serve;
mod setup;
mod size;
mod test;
mod tidy;

use crate::{Outcome, project::Project};

/// One row of the table of commands.
struct Command {
    name: &'static str,
    /// What it turns into what, in one line.
    about: &'static str,
    /// Its flags, with an example of each.
    usage: &'static [&'static str],
    run: fn(&Project, &Flags) -> Outcome,
    /// Flags that stand alone, and flags that take a value.
    switches: &'static [&'static str],
    values: &'static [&'static str],
    /// Whether words that are no flags of its own are handed on as they stand.
    hands_on: bool,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        about: "install what is missing, build, serve, rebuild on every change",
        usage: &[
            "cargo xtask serve               http://127.0.0.1:8080, rebuilt when an article or a source changes",
            "cargo xtask serve --open        the same, and open the browser",
            "cargo xtask serve --port 9000   on another port",
            "cargo xtask serve --release     as it will be published, with slower rebuilds",
        ],
        run: serve::run,
        switches: &["--open", "--release"],
        values: &["--port"],
        hands_on: false,
    },
    Command {
        name: "build",
        about: "write the site to dist/ and hold it to its size budget",
        usage: &[
            "cargo xtask build               release, optimized, with a table of sizes",
            "cargo xtask build --debug       quick and large, no budget",
        ],
        run: build::run,
        switches: &["--debug"],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "bundle",
        about: "write the site as one HTML file that opens by a double click",
        usage: &[
            "cargo xtask bundle                     build, and write dateline.html",
            "cargo xtask bundle --no-build          from the site in dist/ as it is",
            "cargo xtask bundle --out FILE          to another file",
        ],
        run: bundle::run,
        switches: &["--no-build"],
        values: &["--out"],
        hands_on: false,
    },
    Command {
        name: "check",
        about: "the quick inner loop, native only: format, house rules, lints, core tests",
        usage: &["cargo xtask check"],
        run: check::run,
        switches: &[],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "test",
        about: "install what is missing and run everything, from format to browser",
        usage: &["cargo xtask test"],
        run: test::run,
        switches: &[],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "setup",
        about: "install the tools that the other commands need",
        usage: &[
            "cargo xtask setup               into a cache folder of your own, shared by all clones",
            "cargo xtask setup --check       only list what is there and what is missing",
        ],
        run: setup::run,
        switches: &["--check"],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "size",
        about: "hold the site in dist/ to its size budget again, without building it",
        usage: &["cargo xtask size"],
        run: size::run,
        switches: &[],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "tidy",
        about: "hold the house rules: import order, file headers, file lengths, words",
        usage: &["cargo xtask tidy"],
        run: tidy::run,
        switches: &[],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "score",
        about: "measure a stage against marked data",
        usage: &[
            "cargo xtask score clean FILE FIELD     {id, page, residue, body} a line: shingle F1 of the bodies",
            "cargo xtask score speed FILE FIELD     how fast that goes",
            "cargo xtask score names FILE           {id, text, entities} a line: exact names, by class and all",
            "cargo xtask score names --floors DIR   the same for each file of DIR that has floors; fails under them",
            "cargo xtask score dates FILE           {id, dct, text, timexes} or {id, published, text, dates} a line:",
            "                                       strict, relaxed and value F1 of all TIMEX3 and of calendar dates",
            "cargo xtask score dates --floors DIR   the same for each file of DIR that has floors; fails under them",
            "cargo xtask score quotes FILE          {id, text, quotes} a line: F1 of quotations, shares of speakers named",
            "cargo xtask score quotes --floors DIR  the same for each file of DIR that has floors; fails under them",
        ],
        run: measure::score,
        switches: &[],
        values: &[],
        hands_on: true,
    },
    Command {
        name: "train",
        about: "learn the weights of the name tagger from marked articles",
        usage: &[
            "cargo xtask train DATA_DIR     writes lexicon/model/names.bin; the same data gives the same bytes",
        ],
        run: measure::train,
        switches: &[],
        values: &[],
        hands_on: true,
    },
    Command {
        name: "bench",
        about: "measure how fast it is",
        usage: &[
            "cargo xtask bench                      natively: 1,000 to 100,000 made-up articles; writes its table of the README",
            "cargo xtask bench 20000                the same for one size; writes nothing",
            "cargo xtask bench browser              in Chromium beside its peers; writes its tables of the README",
            "cargo xtask bench browser --quick      the same with few articles, to try it; writes nothing",
        ],
        run: bench::run,
        switches: &[],
        values: &[],
        hands_on: true,
    },
    Command {
        name: "lexicon",
        about: "derive the word lists and outlines that have a source elsewhere",
        usage: &[
            "cargo xtask lexicon GEONAMES NAMES TEXTS            folders of the sources; writes to lexicon/",
            "cargo xtask lexicon outlines WORLD_ATLAS GEONAMES   the outlines of the map; the same folders give the same bytes",
        ],
        run: measure::lexicon,
        switches: &[],
        values: &[],
        hands_on: true,
    },
    Command {
        name: "lighthouse",
        about: "have Lighthouse judge the site in dist/; needs Node and Chromium",
        usage: &[
            "cargo xtask lighthouse                 three runs each as a phone and as a desktop; writes the README",
            "cargo xtask lighthouse --quick         one run each; writes nothing",
        ],
        run: lighthouse::run,
        switches: &["--quick"],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "fuzz",
        about: "try to break what must hold for any input; needs a nightly compiler",
        usage: &[
            "cargo xtask fuzz                       ten minutes for each property",
            "cargo xtask fuzz --minutes 1           as long as said",
            "cargo xtask fuzz --target url          only properties whose name holds this",
        ],
        run: fuzz::run,
        switches: &[],
        values: &["--minutes", "--target"],
        hands_on: false,
    },
    Command {
        name: "icons",
        about: "draw the icons in pixels from site/icon.svg",
        usage: &["cargo xtask icons"],
        run: icons::run,
        switches: &[],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "pictures",
        about: "take the pictures of the README from the site in dist/",
        usage: &["cargo xtask pictures"],
        run: pictures::run,
        switches: &[],
        values: &[],
        hands_on: false,
    },
    Command {
        name: "seal",
        about: "finish what Trunk has staged (Trunk calls this itself, as a hook)",
        usage: &["TRUNK_STAGING_DIR=dist/.stage TRUNK_PROFILE=release cargo xtask seal"],
        run: seal::run,
        switches: &[],
        values: &[],
        hands_on: false,
    },
];

/// The flags given to one command.
#[derive(Debug, Default, PartialEq)]
struct Flags(Vec<(String, Option<String>)>);

impl Flags {
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(flag, _)| flag == name)
    }

    /// The words that were handed on, in order.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(word, _)| word.as_str())
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(flag, _)| flag == name)?.1.as_deref()
    }
}

/// Runs the command that the words name.
///
/// # Errors
/// An unknown command or flag, or whatever the command itself could not do.
pub fn dispatch(words: &[String]) -> Outcome {
    let Some((name, rest)) = words.split_first() else {
        println!("{}", help());
        return Ok(());
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        println!("{}", help());
        return Ok(());
    }
    let command = COMMANDS.iter().find(|command| command.name == name).ok_or_else(|| {
        format!(
            "cannot run the command '{name}': there is none of that name; 'cargo xtask --help' lists them"
        )
    })?;
    if rest.iter().any(|word| word == "--help" || word == "-h") {
        println!("cargo xtask {}: {}\n\n{}", command.name, command.about, examples(command));
        return Ok(());
    }
    let flags = read_flags(command, rest)?;
    (command.run)(&Project::find()?, &flags)
}

fn read_flags(command: &Command, words: &[String]) -> Outcome<Flags> {
    let mut flags = Flags::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let (flag, attached) = match word.split_once('=') {
            Some((flag, value)) => (flag, Some(value.to_string())),
            None => (word.as_str(), None),
        };
        if command.hands_on {
            flags.0.push((word.clone(), None));
        } else if command.switches.contains(&flag) && attached.is_none() {
            flags.0.push((flag.to_string(), None));
        } else if command.values.contains(&flag) {
            let value = attached
                .or_else(|| words.next().cloned())
                .ok_or_else(|| format!("cannot read '{flag}': it needs a value, as in '{flag} 9000'"))?;
            flags.0.push((flag.to_string(), Some(value)));
        } else {
            return Err(format!(
                "cannot read '{word}': '{0}' has no such flag; it is used like this:\n{1}",
                command.name,
                examples(command)
            ));
        }
    }
    Ok(flags)
}

fn examples(command: &Command) -> String {
    let lines: Vec<String> = command.usage.iter().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

fn help() -> String {
    let mut text = String::from("Dateline's development tasks\n\n");
    for command in COMMANDS {
        text.push_str(&format!("{:<7} {}\n{}\n\n", command.name, command.about, examples(command)));
    }
    text.push_str(
        "Tools are installed once, into a cache folder of your own; 'cargo xtask setup --check' says where.",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_string).collect()
    }

    fn command(name: &str) -> &'static Command {
        COMMANDS.iter().find(|command| command.name == name).unwrap()
    }

    #[test]
    fn flags_take_values_in_both_spellings() {
        for text in ["--open --port 9000", "--port=9000 --open"] {
            let flags = read_flags(command("serve"), &words(text)).unwrap();
            assert!(flags.has("--open"));
            assert_eq!(flags.value("--port"), Some("9000"));
            assert!(!flags.has("--release"));
        }
    }

    #[test]
    fn unknown_flags_are_named() {
        let message = read_flags(command("build"), &words("--fast")).unwrap_err();
        assert!(message.contains("'--fast'"), "{message}");
        assert!(message.contains("cargo xtask build"), "{message}");
    }

    #[test]
    fn a_flag_without_its_value_is_refused() {
        assert!(read_flags(command("serve"), &words("--port")).is_err());
    }

    #[test]
    fn help_shows_every_command() {
        for command in COMMANDS {
            assert!(help().contains(&format!("cargo xtask {}", command.name)));
        }
    }
}
