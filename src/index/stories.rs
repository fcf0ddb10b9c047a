//! Which articles tell one story in versions, for counting and listing each story once.

use super::DocSet;

/// The story of each article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    of_doc: Vec<u32>,
    /// Every article, those of one story in a row.
    in_rows: Vec<u32>,
    /// Articles whose story has other versions.
    n_versions: Vec<u32>,
}

impl Stories {
    /// Reads groups of articles; one that is in no group is a story of its own.
    #[must_use]
    pub fn build(groups: &[Vec<u32>], n_docs: usize) -> Self {
        let mut of_doc = vec![u32::MAX; n_docs];
        let mut n_versions = Vec::with_capacity(groups.len());
        for group in groups {
            let number = narrow(n_versions.len());
            n_versions.push(narrow(group.len()));
            for doc in group {
                if let Some(story) = of_doc.get_mut(*doc as usize) {
                    *story = number;
                }
            }
        }
        for story in of_doc.iter_mut().filter(|story| **story == u32::MAX) {
            *story = narrow(n_versions.len());
            n_versions.push(1);
        }
        let mut in_rows: Vec<u32> = (0u32..).take(n_docs).collect();
        in_rows.sort_by_key(|doc| of_doc[*doc as usize]);
        Self { of_doc, in_rows, n_versions }
    }

    /// The number of an article's story.
    #[must_use]
    pub fn of(&self, doc: u32) -> u32 {
        self.of_doc[doc as usize]
    }

    /// Whether an article's story has other versions.
    #[must_use]
    pub fn has_versions(&self, doc: u32) -> bool {
        self.n_versions[self.of(doc) as usize] > 1
    }

    /// The articles of a set with the number of their story, those of one story in a row.
    pub fn rows<'a>(&'a self, set: &'a DocSet) -> impl Iterator<Item = (u32, u32)> + 'a {
        self.in_rows.iter().filter(|doc| set.contains(**doc)).map(|doc| (self.of(*doc), *doc))
    }

    /// How many stories a set holds articles of.
    #[must_use]
    pub fn count(&self, set: &DocSet) -> u32 {
        let mut last = u32::MAX;
        let is_new = |(story, _): &(u32, u32)| std::mem::replace(&mut last, *story) != *story;
        narrow(self.rows(set).filter(is_new).count())
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).expect("a corpus holds fewer than 4 billion articles")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_story_counts_once() {
        let stories = Stories::build(&[vec![0, 3], vec![1]], 5);
        assert_eq!(stories.count(&DocSet::all(5)), 4);
        assert_eq!(stories.count(&DocSet::of(5, &[0, 3])), 1);
        assert_eq!(stories.count(&DocSet::none(5)), 0);
        assert!(stories.has_versions(3) && !stories.has_versions(1) && !stories.has_versions(4));
    }
}
