//! What was found in pages before, so that adding one article does not read all pages again.
//!
//! Remembers by the hash of a page's bytes. Whoever keeps the cache between
//! runs must drop it when the code that reads pages changes.

use super::file::{ContentHash, PageOrReason};
use crate::error::{Error, Result};
use std::collections::BTreeMap;

/// What was found in each page, by the hash of its bytes.
#[derive(Clone, Debug, Default)]
pub struct PageCache {
    pages: BTreeMap<ContentHash, PageOrReason>,
}

impl PageCache {
    /// Reads a cache that [`PageCache::to_bytes`] wrote.
    ///
    /// # Errors
    /// If the bytes are no such cache.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let read = postcard::from_bytes(bytes);
        read.map(|pages| Self { pages })
            .map_err(|error| Error::new(format!("reading the cache of pages: {error}")))
    }

    /// Writes the cache.
    ///
    /// # Errors
    /// If it cannot be encoded.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let failed = |error| Error::new(format!("writing the cache of pages: {error}"));
        postcard::to_allocvec(&self.pages).map_err(failed)
    }

    /// What was found in the page with this hash.
    pub(super) fn get(&self, hash: &ContentHash) -> Option<PageOrReason> {
        self.pages.get(hash).cloned()
    }

    /// Forgets everything but these pages.
    pub(super) fn replace(&mut self, pages: impl Iterator<Item = (ContentHash, PageOrReason)>) {
        self.pages = pages.collect();
    }
}
