//! A saved web page into its main text and what it says of itself.
//!
//! The text is found by `rs-trafilatura` and taken as it gives it. Comments of
//! readers are left out. Nothing a page holds can fail or stop the reading of
//! a folder: a page in which nothing is found gives a reason instead.

use super::page_facts;
use crate::corpus::Metadata;
use dom_query::{Document, NodeRef};
use rs_trafilatura::page_type::PageType;
use rs_trafilatura::{ExtractResult, Options};
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a page holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The main text, paragraphs on lines of their own.
    pub text: String,
    /// What the page says of itself.
    pub facts: Metadata,
}

/// Why a page gives no article.
pub const NOTHING_FOUND: &str = "no article text found in the page";

/// Elements within elements at most. Browsers stop at 512; the time to find the text grows with the
/// square of the depth, so that a hostile page could hold up the reading for minutes.
const DEEPEST: usize = 1000;

/// Finds the article in a page.
pub fn read_page(html: &str) -> Option<Page> {
    let document = Document::from(html);
    if depth(document.root()) > DEEPEST {
        return None;
    }
    let mut facts = page_facts::read(&document, html);
    drop(document);
    let found = extract(html)?;
    if facts.byline.is_empty() {
        facts.byline =
            page_facts::names(found.metadata.author.as_deref().unwrap_or_default(), facts.outlet.as_deref());
    }
    let text = found.content_text;
    (!text.trim().is_empty()).then_some(Page { text, facts })
}

fn extract(html: &str) -> Option<ExtractResult> {
    let options = Options {
        include_comments: false,
        // Every page in a folder of articles is an article: taken for a forum, its comments would be kept.
        page_type: Some(PageType::Article),
        // The cut at the default of a million bytes can fall inside a letter.
        max_extracted_len: usize::MAX,
        ..Options::default()
    };
    // A page that trips the extractor is a page in which nothing was found.
    catch_unwind(AssertUnwindSafe(|| rs_trafilatura::extract_with_options(html, &options))).ok()?.ok()
}

/// How deep elements are nested, without recursion.
fn depth(root: NodeRef<'_>) -> usize {
    let (mut deepest, mut depth) = (0, 0);
    let mut node = root;
    loop {
        if let Some(child) = node.first_child() {
            node = child;
            depth += 1;
            deepest = deepest.max(depth);
            continue;
        }
        loop {
            if depth == 0 {
                return deepest;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return deepest };
            node = parent;
            depth -= 1;
        }
    }
}
