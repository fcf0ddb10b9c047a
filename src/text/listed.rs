//! Fixed names as their numbers in a list, for passing on what holds such names.

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

/// Writes a name as its number in a list that both sides know.
///
/// # Errors
/// If the list does not hold it.
pub fn number_of<S: Serializer>(
    name: &str,
    mut list: impl Iterator<Item = &'static str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let number = list.position(|listed| listed == name).and_then(|at| u16::try_from(at).ok());
    serializer.serialize_u16(number.ok_or_else(|| S::Error::custom("a name that is in no list"))?)
}

/// Reads what [`number_of`] wrote.
///
/// # Errors
/// If the list has no such number.
pub fn of_number<'de, D: Deserializer<'de>>(
    mut list: impl Iterator<Item = &'static str>,
    deserializer: D,
) -> Result<&'static str, D::Error> {
    let number = usize::from(u16::deserialize(deserializer)?);
    list.nth(number).ok_or_else(|| D::Error::custom("a number beyond the list"))
}
