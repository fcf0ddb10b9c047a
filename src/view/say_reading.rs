//! How a query was read, in sentences: what was taken for what, and what was passed over.

use crate::search::{Matcher, Note};

/// The sentences, those about words first.
pub(super) fn say_reading(matcher: &Matcher<'_>) -> Vec<String> {
    let taken = matcher.taken_for().into_iter();
    let taken = taken.map(|(typed, taken)| format!("No article has “{typed}”; “{taken}” was taken for it."));
    let also = matcher.also_as().into_iter().map(|(typed, names)| say_also(typed, &names));
    taken.chain(also).chain(matcher.notes().iter().map(say_note)).collect()
}

fn say_also(typed: &str, names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    // Queries are folded; a name begins with a capital.
    let mut rest = typed.chars();
    let first = rest.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("“{first}{}” also as {}.", rest.as_str(), names.join(", "))
}

fn say_note(note: &Note) -> String {
    match note {
        Note::NoDate(field, value) => {
            format!(
                "“{value}” is no date, so {field}: was passed over. Write 2023, 2023-04, 2023-04-20 or 2022-11..2023-04."
            )
        }
        Note::NoField(name) => format!("“{name}:” is no field; it was read as a word."),
        Note::OpenPhrase => "The quotation is not closed; it runs to the end.".to_owned(),
        Note::UnevenBrackets => "The brackets do not pair up; the rest was read without them.".to_owned(),
        Note::Dangling(sign) => format!("“{sign}” has nothing to work on and was passed over."),
    }
}
