//! Markdown into plain text: one blank line between blocks, marks of emphasis and links gone.
//!
//! Images leave their description, lists their hyphens, tables one line a row.
//! Line breaks inside a paragraph become spaces unless they are hard ones.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What a Markdown file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reduced {
    /// The plain text.
    pub text: String,
    /// The first heading of the first level.
    pub title: Option<String>,
}

/// Reduces a Markdown text without its front matter.
pub fn reduce(markdown: &str) -> Reduced {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut reducer = Reducer::default();
    for event in Parser::new_ext(markdown, options) {
        reducer.take(event);
    }
    let Reducer { text, title, .. } = reducer;
    Reduced { text: text.trim().to_owned(), title }
}

#[derive(Default)]
struct Reducer {
    text: String,
    title: Option<String>,
    /// Where the heading that may be the title starts in `text`.
    heading: Option<usize>,
    /// How deep lists are nested.
    depth: usize,
    /// Whether a list item has just begun, so that its first paragraph stays on its line.
    item_begun: bool,
    /// The HTML block being read.
    html: String,
}

impl Reducer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Rule => self.begin_block(),
            // Tags between words; what stands between two tags is an event of its own.
            Event::InlineHtml(tag) if is_tag(&tag, "br") => self.push("\n"),
            Event::InlineHtml(_) => {}
            Event::Html(line) => self.html.push_str(&line),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.begin_block();
                let is_title = *level == HeadingLevel::H1 && self.title.is_none();
                self.heading = is_title.then_some(self.text.len());
            }
            Tag::Paragraph if self.item_begun => self.item_begun = false,
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::Table(_)
            | Tag::FootnoteDefinition(_)
            | Tag::HtmlBlock => {
                self.begin_block();
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.begin_block(),
            Tag::List(_) => {
                if self.depth == 0 {
                    self.begin_block();
                }
                self.depth += 1;
            }
            Tag::Item => {
                self.begin_line();
                self.text.push_str("- ");
                self.item_begun = true;
            }
            Tag::TableRow => self.begin_line(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some(start) = self.heading.take() {
                    self.title = super::fact::read_line(&self.text[start..]);
                }
            }
            TagEnd::List(_) => self.depth -= 1,
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.push(without_tags(&html).trim());
            }
            TagEnd::Item => self.item_begun = false,
            TagEnd::TableCell => self.push(" "),
            TagEnd::TableRow | TagEnd::TableHead => self.trim_line(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        self.item_begun = false;
        self.text.push_str(text);
    }

    fn trim_line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
    }

    fn begin_line(&mut self) {
        self.trim_line();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Starts a paragraph of its own. A paragraph inside a list item continues the list.
    fn begin_block(&mut self) {
        self.begin_line();
        if self.depth == 0 {
            self.text.truncate(self.text.trim_end().len());
            self.text.push_str(if self.text.is_empty() { "" } else { "\n\n" });
        }
        self.item_begun = false;
    }
}

/// The text of an HTML block: tags, remarks, scripts and styles dropped.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let end = match tag {
            _ if tag.starts_with("!--") => "-->",
            _ if is_tag(&rest[before.len()..], "script") => "</script>",
            _ if is_tag(&rest[before.len()..], "style") => "</style>",
            _ => ">",
        };
        rest = tag.split_once(end).map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text
}

/// Whether a text begins with the tag `name`, in either case.
fn is_tag(html: &str, name: &str) -> bool {
    let own = html.strip_prefix('<').and_then(|tag| tag.get(..name.len()));
    let is_whole = |next: char| !next.is_ascii_alphanumeric();
    own.is_some_and(|own| own.eq_ignore_ascii_case(name)) && html[1 + name.len()..].starts_with(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markdown: &str) -> String {
        reduce(markdown).text
    }

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(
            text(
                "*NATO* chief **Jens** [visits](https://example.org \"t\") `Kyiv` ~~today~~[^1] <https://a.org>\n\n[^1]: Reuters"
            ),
            "NATO chief Jens visits Kyiv today https://a.org\n\nReuters"
        );
        assert_eq!(text("![Soldiers near Bakhmut](a.jpg) stand."), "Soldiers near Bakhmut stand.");
        assert_eq!(
            text("5 \\* 3 &amp; more &mdash; <b>bold</b> line<br>break"),
            "5 * 3 & more — bold line\nbreak"
        );
    }

    #[test]
    fn blocks_stand_apart_and_wrapped_lines_join() {
        assert_eq!(
            text("# Head\nFirst\nline.  \nHard.\n\n> Quoted\n> words.\n\n***\n\nLast."),
            "Head\n\nFirst line.\nHard.\n\nQuoted words.\n\nLast."
        );
    }

    #[test]
    fn lists_keep_hyphens_and_tables_one_line_a_row() {
        assert_eq!(
            text("Before\n\n* one\n* two\n  1. inner\n\nAfter"),
            "Before\n\n- one\n- two\n- inner\n\nAfter"
        );
        assert_eq!(text("- one\n\n  more\n\n- [x] two\n"), "- one\nmore\n- two");
        assert_eq!(text("| a | b |\n|---|---|\n| c | d |\n"), "a b\nc d");
    }

    #[test]
    fn the_first_top_heading_is_the_title() {
        let reduced = reduce("Intro\n\n## Second\n\n# The *real*\ntitle\n\n# Other");
        assert_eq!(reduced.title.as_deref(), Some("The real"));
        assert_eq!(reduce("Title\n=====\n\nText").title.as_deref(), Some("Title"));
        assert_eq!(reduce("## Only second").title, None);
    }

    #[test]
    fn code_and_html_blocks_are_text_without_tags() {
        assert_eq!(
            text(
                "```rust\nlet a = 1;\n```\n\n<div>\n<p>Inside</p>\n</div>\n\n<!-- note\nlong -->\n<script>\nlet b = 2;\n</script>\n\nAfter"
            ),
            "let a = 1;\n\nInside\n\nAfter"
        );
    }
}
