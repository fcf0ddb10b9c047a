//! The ids of articles into few bytes: most are a *stem*, as the name of a file, with a number behind it, and
//! the numbers of a folder follow one another.
//!
//! Articles are packed in order of stem and number, which is the order they were written in, where their own order is that
//! of their ids and can be told from them; otherwise in the order given.

use std::cmp::Ordering;
use std::fmt::Write;

/// The most digits of a number; more of them belong to the stem.
const MOST_DIGITS: usize = 9;
/// Stands for a step where an id does not go on from the one before: it follows, with its length.
const ANEW: u32 = 0;

/// The stem of an id, and the number behind it, which begins with no zero.
fn stem_and_number(id: &str) -> (&str, Option<u32>) {
    let n_digits = id.bytes().rev().take(MOST_DIGITS).take_while(u8::is_ascii_digit).count();
    let digits = id[id.len() - n_digits..].trim_start_matches('0');
    (&id[..id.len() - digits.len()], digits.parse().ok())
}

/// The order in which articles with these ids are packed; nothing where it is the order given.
pub fn packing_order(ids: &[&str]) -> Option<Vec<u32>> {
    if !ids.is_sorted_by(|a, b| a < b) {
        return None;
    }
    let mut order: Vec<u32> = (0..).take(ids.len()).collect();
    order.sort_by_cached_key(|at| stem_and_number(ids[*at as usize]));
    Some(order)
}

/// Writes ids, each by how much its number is above the one before.
pub fn encode<'a>(ids: impl Iterator<Item = &'a str>) -> postcard::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut last = ("", None);
    for id in ids {
        let (stem, number) = stem_and_number(id);
        let step = match (last, number) {
            ((last_stem, Some(last_number)), Some(number)) if last_stem == stem => {
                number.checked_sub(last_number).unwrap_or(ANEW)
            }
            _ => ANEW,
        };
        bytes.extend(postcard::to_allocvec(&step)?);
        if step == ANEW {
            bytes.extend(postcard::to_allocvec(id)?);
        }
        last = (stem, number);
    }
    Ok(bytes)
}

/// Ids that were read.
#[derive(Default)]
pub struct Ids {
    text: String,
    ends: Vec<u32>,
}

impl Ids {
    /// Reads as many ids as were written; nothing where the bytes hold others.
    pub fn read(bytes: &[u8], n_ids: usize) -> Option<Self> {
        let mut ids = Self::default();
        let mut rest = bytes;
        let (mut stem, mut number) = (0..0, None);
        for _ in 0..n_ids {
            let (step, after) = postcard::take_from_bytes::<u32>(rest).ok()?;
            let start = ids.text.len();
            if step == ANEW {
                let (id, after) = postcard::take_from_bytes::<&str>(after).ok()?;
                let of_id = stem_and_number(id);
                ids.text.push_str(id);
                (stem, number, rest) = (start..start + of_id.0.len(), of_id.1, after);
            } else {
                let next = number?.checked_add(step)?;
                ids.text.extend_from_within(stem.clone());
                write!(ids.text, "{next}").ok()?;
                (stem, number, rest) = (start..start + stem.len(), Some(next), after);
            }
            ids.ends.push(u32::try_from(ids.text.len()).ok()?);
        }
        rest.is_empty().then_some(ids)
    }

    /// The id of the article with this number in the order they are packed in.
    pub fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[number] as usize]
    }

    /// The numbers of all in order of the ids.
    pub fn sorted(&self) -> Vec<u32> {
        let begin = |number: u32| {
            let mut begin = [0; size_of::<u64>()];
            begin.iter_mut().zip(self.get(number as usize).bytes()).for_each(|(to, byte)| *to = byte);
            u64::from_be_bytes(begin)
        };
        // Most ids differ where they begin, which is quickly compared.
        let mut keyed: Vec<(u64, u32)> =
            (0..).take(self.ends.len()).map(|number| (begin(number), number)).collect();
        keyed.sort_unstable_by(|(begin, number), (other_begin, other)| match begin.cmp(other_begin) {
            Ordering::Equal => {
                self.get(*number as usize).cmp(self.get(*other as usize)).then(number.cmp(other))
            }
            order => order,
        });
        keyed.into_iter().map(|(_, number)| number).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_back_in_the_order_they_are_packed_in() {
        let ids =
            ["", "0", "007", "7", "8", "a-1", "a-10", "a-2", "a-2x", "a4294967295", "a4294967296", "ß", "ß9"];
        let order = packing_order(&ids).expect("sorted");
        let packed: Vec<&str> = order.iter().map(|at| ids[*at as usize]).collect();
        assert_eq!(packed[..8], ["", "7", "8", "0", "007", "a-1", "a-2", "a-10"]);
        let bytes = encode(packed.iter().copied()).expect("memory");
        let read = Ids::read(&bytes, ids.len()).expect("ids");
        assert!((0..ids.len()).all(|number| read.get(number) == packed[number]));
        let sorted: Vec<&str> = read.sorted().into_iter().map(|number| read.get(number as usize)).collect();
        assert_eq!(sorted, ids);
    }

    #[test]
    fn numbers_that_follow_take_a_byte() {
        let bytes = encode(["wire-8", "wire-9", "wire-10", "wire-13"].into_iter()).expect("memory");
        assert_eq!(bytes, [&[0, 6][..], b"wire-8", &[1, 1, 3]].concat());
        assert!(Ids::read(&bytes, 3).is_none(), "one more than said");
        assert!(Ids::read(&bytes, 5).is_none(), "one less than said");
    }

    #[test]
    fn an_order_that_ids_do_not_tell_is_kept() {
        assert_eq!(packing_order(&["b", "a"]), None);
        assert_eq!(packing_order(&["a", "a"]), None);
        assert_eq!(packing_order(&["1", "10", "2"]), Some(vec![0, 2, 1]));
    }
}
