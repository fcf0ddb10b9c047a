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

/// Elements within elements at most. Browsers stop at 512; the time to read a page grows with the
/// square of the depth, so that a hostile page could hold up the reading for minutes.
const DEEPEST: usize = 1000;

/// Elements open at once at most, as far as tags tell before the page is parsed. Careless pages leave
/// some hundreds open that the parser closes; at five thousand parsing takes a second.
const MOST_UNCLOSED: usize = 5000;

/// Finds the article in a page.
pub fn read_page(html: &str) -> Option<Page> {
    if unclosed(html) > MOST_UNCLOSED {
        return None;
    }
    let document = Document::from(html);
    if depth(document.root()) > DEEPEST {
        return None;
    }
    let mut facts = page_facts::read(&document, html);
    let window_title = document.select_single("title").text();
    let found = extract(html)?;
    if facts.byline.is_empty() {
        facts.byline =
            page_facts::names(found.metadata.author.as_deref().unwrap_or_default(), facts.outlet.as_deref());
    }
    let text = found.content_text;
    // Where the body says nothing, the extractor falls back on the title of the window.
    let rest = text.replace(window_title.trim(), "");
    rest.contains(char::is_alphanumeric).then_some(Page { text, facts })
}

/// Finds the main text with the settings that its authors measure it with, except where it takes the
/// page for a forum: then it would keep the comments of readers as the article.
fn extract(html: &str) -> Option<ExtractResult> {
    let found = attempt(html, None);
    let is_forum =
        |found: &ExtractResult| found.metadata.page_type.as_deref() == Some(PageType::Forum.as_str());
    match found {
        Some(found) if !is_forum(&found) => Some(found),
        found => attempt(html, Some(PageType::Article)).or(found),
    }
}

/// A page that trips the extractor is a page in which nothing was found.
fn attempt(html: &str, page_type: Option<PageType>) -> Option<ExtractResult> {
    let options = Options {
        include_comments: false,
        page_type,
        // The cut at the default of a million bytes can fall inside a letter.
        max_extracted_len: usize::MAX,
        ..Options::default()
    };
    let extract =
        |html| catch_unwind(AssertUnwindSafe(|| rs_trafilatura::extract_with_options(html, &options)));
    match extract(html) {
        Ok(found) => found.ok(),
        Err(_) => {
            // The extractor marks its thread while it reads a forum and takes the mark off at the end of
            // a page; left on, it would change what is found in the next page.
            drop(extract("<p>"));
            None
        }
    }
}

/// How many elements are open at once at most by a look at the tags alone, those left out whose end
/// may be missing: about what the parser would have to hold, for a thousandth of its time.
fn unclosed(html: &str) -> usize {
    let (mut most, mut open) = (0_usize, 0_usize);
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        let is_end = tag.starts_with('/');
        let name = tag_name(tag.trim_start_matches('/'));
        let is = |names: &[&str]| names.iter().any(|own| own.eq_ignore_ascii_case(name));
        rest = match tag.strip_prefix("!--") {
            Some(remark) => remark.split_once("-->").map_or("", |(_, after)| after),
            None if !is_end && is(&RAW) => after_end_of(name, tag),
            None => tag,
        };
        if name.is_empty() || is(&RAW) || is(&CLOSED_BY_THEMSELVES) {
            continue;
        }
        open = if is_end { open.saturating_sub(1) } else { open + 1 };
        most = most.max(open);
    }
    most
}

/// Elements whose end may be left out, or that have none.
const CLOSED_BY_THEMSELVES: [&str; 36] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "frame", "head", "hr", "html",
    "image", "img", "input", "keygen", "li", "link", "meta", "optgroup", "option", "p", "param", "path",
    "rb", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
];

/// Elements in which `<` begins no tag.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

fn tag_name(tag: &str) -> &str {
    &tag[..tag.bytes().take_while(u8::is_ascii_alphanumeric).count()]
}

/// What follows the end tag of a raw element.
fn after_end_of<'a>(name: &str, html: &'a str) -> &'a str {
    let mut rest = html;
    while let Some((_, end)) = rest.split_once("</") {
        if tag_name(end).eq_ignore_ascii_case(name) {
            return end;
        }
        rest = end;
    }
    ""
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_elements_are_counted_without_parsing() {
        for (html, expected) in [
            ("<div><div></div><div><b>x</b></div></div>", 3),
            ("<p>a<p>b<li>c<br><img src=a><td>", 0),
            ("<div><script>if (a<b && c<d) x='<div><div>'</SCRIPT><!-- <div><div> --></div>", 1),
            ("a < b <", 0),
            ("<DIV><span></span>", 2),
            ("<script>a<b", 0),
        ] {
            assert_eq!(unclosed(html), expected, "{html}");
        }
    }

    #[test]
    fn a_page_without_text_gives_nothing() {
        for html in [
            "",
            "<html></html>",
            "<title>Only a title</title>",
            "<title>T</title><body><script>var a;</script>",
        ] {
            assert_eq!(read_page(html), None, "{html}");
        }
    }

    #[test]
    fn a_short_page_gives_what_it_has() {
        let page = read_page("<title>T</title><body><p>The bridge opened on Monday.</p></body>")
            .expect("an article");
        assert!(page.text.contains("The bridge opened on Monday."), "{}", page.text);
    }
}
