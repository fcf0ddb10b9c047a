//! The labels of tokens: outside, or begin, inside, last, or only token of a name of one class.

use super::Class;

/// How many labels there are: outside, and four positions for each of four classes.
pub const LABELS: usize = 17;

/// Outside of every name.
pub const OUTSIDE: u8 = 0;

/// Where in a name a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// First of several.
    Begin = 0,
    /// Neither first nor last.
    Inside = 1,
    /// Last of several.
    Last = 2,
    /// The only one.
    Only = 3,
}

impl Position {
    /// That of a token in a name of `length` tokens.
    #[must_use]
    pub fn of(at: usize, length: usize) -> Self {
        match at {
            _ if length == 1 => Self::Only,
            0 => Self::Begin,
            _ if at + 1 == length => Self::Last,
            _ => Self::Inside,
        }
    }
}

/// The label of a token of a `class` name.
#[must_use]
pub fn label_of(class: Class, position: Position) -> u8 {
    1 + 4 * class as u8 + position as u8
}

/// The class a label speaks of, none outside.
#[must_use]
pub fn class_of(label: u8) -> Option<Class> {
    (label > 0).then(|| Class::ALL[(label as usize - 1) / 4])
}

/// Where a label puts its token, none outside.
#[must_use]
pub fn position_of(label: u8) -> Option<Position> {
    Some(match label.checked_sub(1)? % 4 {
        0 => Position::Begin,
        1 => Position::Inside,
        2 => Position::Last,
        _ => Position::Only,
    })
}

/// Whether `next` may stand right after `label`.
#[must_use]
pub fn may_follow(label: u8, next: u8) -> bool {
    let opens = matches!(position_of(label), Some(Position::Begin | Position::Inside));
    let goes_on = matches!(position_of(next), Some(Position::Inside | Position::Last));
    if opens || goes_on { opens && goes_on && class_of(label) == class_of(next) } else { true }
}

/// The names that a sequence of labels spells, as token ranges.
pub fn names(labels: &[u8]) -> impl Iterator<Item = (std::ops::Range<usize>, Class)> + '_ {
    let mut start = 0;
    labels.iter().enumerate().filter_map(move |(at, label)| {
        let position = position_of(*label)?;
        if matches!(position, Position::Begin | Position::Only) {
            start = at;
        }
        let class = class_of(*label)?;
        matches!(position, Position::Last | Position::Only).then_some((start..at + 1, class))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_open_and_close_within_one_class() {
        let begin = label_of(Class::Person, Position::Begin);
        assert!(may_follow(begin, label_of(Class::Person, Position::Last)));
        assert!(!may_follow(begin, label_of(Class::Place, Position::Last)));
        assert!(!may_follow(begin, OUTSIDE));
        assert!(!may_follow(OUTSIDE, label_of(Class::Place, Position::Inside)));
        assert!(may_follow(label_of(Class::Place, Position::Only), begin));
    }

    #[test]
    fn labels_spell_names() {
        let labels = [
            OUTSIDE,
            label_of(Class::Person, Position::Begin),
            label_of(Class::Person, Position::Last),
            label_of(Class::Place, Position::Only),
        ];
        let found: Vec<_> = names(&labels).collect();
        assert_eq!(found, [(1..3, Class::Person), (3..4, Class::Place)]);
    }
}
