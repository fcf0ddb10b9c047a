//! What the interface says of places as a tree.

use super::phrase::{Counted, Phrase};
use crate::view::FacetValue;

/// The group of the two ways to show places.
pub const SHOW_PLACES: Phrase = phrase!("Show places", "Orte anzeigen", "Показ місць");
/// Places by how often they are named.
pub const AS_LIST: Phrase = phrase!("as a list", "als Liste", "списком");
/// Places below what they lie in.
pub const AS_TREE: Phrase = phrase!("as a tree", "als Baum", "деревом");
/// The switch that counts an article for a country of which it names only the people.
pub const NATIONALITIES: Phrase =
    phrase!("count nationalities too", "auch Nationalitäten zählen", "враховувати й назви народів");
/// What that means.
pub const NATIONALITIES_TITLE: Phrase = phrase!(
    "An article that says “the Norwegian prime minister” counts for Norway, though it does not name it.",
    "Ein Artikel, in dem „der norwegische Ministerpräsident“ steht, zählt für Norwegen, obwohl er es nicht nennt.",
    "Стаття, де сказано «норвезький прем’єр-міністр», рахується для Норвегії, хоч і не називає її.",
);

const PLACES_IN: Phrase = phrase!("Places in {0}", "Orte in {0}", "Місця: {0}");

/// Opens a row of the tree: `Places in Lithuania`.
#[must_use]
pub fn places_in(label: &str) -> String {
    PLACES_IN.with([label])
}

const NONE_NAMES_IT: Phrase = phrase!(
    "no article names {0} itself",
    "kein Artikel nennt {0} selbst",
    "жодна стаття не називає {0} прямо",
);
const NAME_IT: Counted = counted!(
    ["{0} article names {1} itself", "{0} articles name {1} itself"],
    ["{0} Artikel nennt {1} selbst", "{0} Artikel nennen {1} selbst"],
    ["{0} стаття називає {1} прямо", "{0} статті називають {1} прямо", "{0} статей називають {1} прямо"],
);
const BY_NATIONALITY: Counted = counted!(
    ["{0} article by nationality alone", "{0} articles by nationality alone"],
    ["{0} Artikel nur über die Nationalität", "{0} Artikel nur über die Nationalität"],
    [
        "{0} стаття лише за назвою народу",
        "{0} статті лише за назвою народу",
        "{0} статей лише за назвою народу",
    ],
);

/// What a count of the tree is made of, where it is not plain: `1 article names Lithuania itself`.
#[must_use]
pub fn place_title(value: &FacetValue) -> Option<String> {
    let itself = value.branch.map(|branch| branch.n_itself).filter(|n| *n < value.n_articles);
    let itself = itself.map(|n| match n {
        0 => NONE_NAMES_IT.with([&value.label]),
        n => NAME_IT.with(n, &value.label),
    });
    let by_people = Some(value.n_by_nationality).filter(|n| *n > 0);
    let by_people = by_people.map(|n| BY_NATIONALITY.say(n));
    let parts: Vec<String> = itself.into_iter().chain(by_people).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::BranchState;

    #[test]
    fn a_count_says_what_it_is_made_of() {
        let value = |n_articles, n_itself, n_by_nationality| FacetValue {
            label: "Norway".into(),
            n_articles,
            branch: Some(BranchState { is_open: false, n_itself }),
            n_by_nationality,
            ..FacetValue::default()
        };
        assert_eq!(place_title(&value(3, 3, 0)), None);
        assert_eq!(place_title(&value(3, 1, 0)).as_deref(), Some("1 article names Norway itself"));
        assert_eq!(
            place_title(&value(3, 2, 1)).as_deref(),
            Some("2 articles name Norway itself; 1 article by nationality alone")
        );
    }
}
