//! How the weights are learned: every number that can be chosen, and what was chosen.

/// How to learn.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Passes over the examples.
    pub epochs: usize,
    /// The last so many passes whose weights are averaged.
    pub averaged: usize,
    /// Passes of the learners whose labels the votes of the examples are counted from.
    pub first_epochs: usize,
    /// Step size of the weights of features.
    pub alpha: f32,
    /// Bound below which a weight is zero.
    pub l1: f32,
    /// Pull towards zero.
    pub l2: f32,
    /// How often a feature must be seen.
    pub least: u32,
    /// How often a feature must be seen for the net to see it.
    pub dense_least: u32,
    /// The chance that the words themselves are hidden from one token.
    pub hide_words: f32,
    /// The chance that word classes are hidden from one token.
    pub hide_codes: f32,
    /// The chance that lists are hidden from one token.
    pub hide_lists: f32,
    /// The chance that a word's vector is hidden.
    pub hide_vectors: f32,
    /// The share of visits that see votes.
    pub votes: f32,
    /// The share of visits that see the weights of features; the others see the net alone.
    pub with_weights: f32,
    /// The share of those visits that see the net as well.
    pub with_net: f32,
    /// Step size of the net.
    pub rate: f32,
    /// The chance that a unit of the net is left out.
    pub drop: f32,
    /// Weights of at most so many steps of a score are dropped.
    pub prune: f32,
    /// How many steps of a score are taken from every token outside of names: more names are found, more of them wrong.
    pub eager: f32,
    /// Standard deviations of a vector's number that are kept.
    pub spread: f32,
    /// How much an article counts whose names were derived rather than marked by hand.
    pub derived_weight: f32,
    /// How much a copy with other names counts.
    pub rename_weight: f32,
    /// How much a copy in other casing counts.
    pub recase_weight: f32,
    /// How many articles of invented lines there are.
    pub invented: usize,
    /// How much an invented article counts.
    pub invented_weight: f32,
    /// Seed of all chance.
    pub seed: u64,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            epochs: 15,
            averaged: 6,
            first_epochs: 8,
            alpha: 0.1,
            l1: 0.5,
            l2: 0.5,
            least: 2,
            dense_least: 120,
            hide_words: 0.2,
            hide_codes: 0.1,
            hide_lists: 0.1,
            hide_vectors: 0.1,
            votes: 0.5,
            with_weights: 0.6,
            with_net: 0.6,
            rate: 0.03,
            drop: 0.3,
            prune: 1.0,
            eager: 8.0,
            spread: 3.85,
            derived_weight: 0.5,
            rename_weight: 0.3,
            recase_weight: 0.15,
            invented: 60,
            invented_weight: 0.3,
            seed: 1,
        }
    }
}

impl Recipe {
    /// Changes one number by its name, as in `votes=0.4`.
    ///
    /// # Errors
    /// If there is no such name or the value is not a number.
    pub fn set(&mut self, change: &str) -> Result<(), String> {
        let unknown = || format!("no such change to the recipe: {change}");
        let (name, value) = change.split_once('=').ok_or_else(unknown)?;
        let value: f32 = value.parse().map_err(|_| unknown())?;
        let to = match name {
            "alpha" => &mut self.alpha,
            "l1" => &mut self.l1,
            "l2" => &mut self.l2,
            "hide-words" => &mut self.hide_words,
            "hide-codes" => &mut self.hide_codes,
            "hide-lists" => &mut self.hide_lists,
            "hide-vectors" => &mut self.hide_vectors,
            "votes" => &mut self.votes,
            "with-weights" => &mut self.with_weights,
            "with-net" => &mut self.with_net,
            "rate" => &mut self.rate,
            "drop" => &mut self.drop,
            "prune" => &mut self.prune,
            "eager" => &mut self.eager,
            "spread" => &mut self.spread,
            "derived-weight" => &mut self.derived_weight,
            "rename-weight" => &mut self.rename_weight,
            "recase-weight" => &mut self.recase_weight,
            "invented-weight" => &mut self.invented_weight,
            _ => return self.set_count(name, value as usize).ok_or_else(unknown),
        };
        *to = value;
        Ok(())
    }

    fn set_count(&mut self, name: &str, value: usize) -> Option<()> {
        match name {
            "epochs" => self.epochs = value,
            "averaged" => self.averaged = value,
            "first-epochs" => self.first_epochs = value,
            "least" => self.least = value as u32,
            "dense-least" => self.dense_least = value as u32,
            "invented" => self.invented = value,
            "seed" => self.seed = value as u64,
            _ => return None,
        }
        Some(())
    }
}
