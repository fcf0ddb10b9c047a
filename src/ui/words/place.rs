//! What the interface says of places as a tree.

use super::number::{articles, number};
use crate::view::FacetValue;

/// The group of the two ways to show places.
pub const SHOW_PLACES: &str = "Show places";
/// Places by how often they are named.
pub const AS_LIST: &str = "as a list";
/// Places below what they lie in.
pub const AS_TREE: &str = "as a tree";
/// The switch that counts an article for a country of which it names only the people.
pub const NATIONALITIES: &str = "count nationalities too";
/// What that means.
pub const NATIONALITIES_TITLE: &str =
    "An article that says “the Norwegian prime minister” counts for Norway, though it does not name it.";

/// Opens a row of the tree: `Places in Lithuania`.
#[must_use]
pub fn places_in(label: &str) -> String {
    ["Places in ", label].concat()
}

/// What a count of the tree is made of, where it is not plain: `1 article names Lithuania itself`.
#[must_use]
pub fn place_title(value: &FacetValue) -> Option<String> {
    let itself = value.branch.map(|branch| branch.n_itself).filter(|n| *n < value.n_articles);
    let itself = itself.map(|n| match n {
        0 => ["no article names ", &value.label, " itself"].concat(),
        1 => ["1 article names ", &value.label, " itself"].concat(),
        n => [&number(n.into()), " articles name ", &value.label, " itself"].concat(),
    });
    let by_people = Some(value.n_by_nationality).filter(|n| *n > 0);
    let by_people = by_people.map(|n| [&articles(n), " by nationality alone"].concat());
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
