//! The words a reader typed into a tree of what they ask for. Whatever is typed has a meaning.
//!
//! ```text
//! query  = or
//! or     = and { "OR" and }
//! and    = { not }
//! not    = [ "-" | "NOT" ] one
//! one    = "(" or ")" | field ":" value | phrase [ "~" number ] | word [ "*" ]
//! ```
//!
//! What does not fit is read as plain words: a bracket nobody closed, an `OR` with
//! nothing behind it, a field nobody knows. A [`Note`] says so where a reader could wonder.

use super::field::{DateField, Field};
use super::query::DateRange;
use crate::index::{SeamFinder, split_terms, term_of};
use crate::key::Facet;

/// Words next to, or near, each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaf {
    /// The terms in the order typed; one term is a plain word.
    pub terms: Vec<String>,
    /// Before which of the terms more than white space was typed: the lowest bit is the first term's.
    pub seams: u64,
    /// Whether the last term stands for every word that begins with it.
    pub is_prefix: bool,
    /// How many other words may stand among them, in any order; `None` for next to each other in order.
    pub slop: Option<u32>,
    /// Whether only headlines count.
    pub in_title: bool,
    /// Whether it stood in quotation marks, so that no other form of a word is meant.
    pub is_quoted: bool,
}

/// What is asked for, over words in some form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<L = Leaf> {
    /// Words.
    Leaf(L),
    /// A value of a facet whose name or alias holds these words, the last one as a prefix.
    Named(Facet, Vec<String>),
    /// A date in, or no vaguer than, a range.
    Dated(DateField, DateRange),
    /// All of them; of nothing, everything.
    And(Vec<Self>),
    /// Any of them.
    Or(Vec<Self>),
    /// Everything without it.
    Not(Box<Self>),
}

impl<L> Node<L> {
    /// The words that must or may stand in a matching article, for ranking and marking.
    #[must_use]
    pub fn wanted(&self) -> Vec<&L> {
        match self {
            Self::Leaf(leaf) => vec![leaf],
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().flat_map(Self::wanted).collect(),
            Self::Named(..) | Self::Dated(..) | Self::Not(_) => Vec::new(),
        }
    }

    /// The same tree over words in another form.
    #[must_use]
    pub fn map<M>(self, read: &impl Fn(L) -> M) -> Node<M> {
        let all = |nodes: Vec<Self>| nodes.into_iter().map(|node| node.map(read)).collect();
        match self {
            Self::Leaf(leaf) => Node::Leaf(read(leaf)),
            Self::Named(facet, terms) => Node::Named(facet, terms),
            Self::Dated(field, range) => Node::Dated(field, range),
            Self::And(nodes) => Node::And(all(nodes)),
            Self::Or(nodes) => Node::Or(all(nodes)),
            Self::Not(node) => Node::Not(Box::new(node.map(read))),
        }
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::And(nodes) if nodes.is_empty())
    }
}

/// Something in a query that was read otherwise than it was perhaps meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The value of a date field is no date; it was passed over.
    NoDate(&'static str, String),
    /// There is no field of this name; it was read as a word.
    NoField(String),
    /// A quotation mark is not closed; the phrase runs to the end.
    OpenPhrase,
    /// Brackets do not pair up: one was closed at the end, or passed over.
    UnevenBrackets,
    /// `OR`, `NOT` or `-` has nothing to work on; it was passed over.
    Dangling(&'static str),
}

/// A query as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// What is asked for.
    pub node: Node,
    /// What could be wondered about, each once, in the order met.
    pub notes: Vec<Note>,
}

/// Reads a query.
///
/// The last word typed, with nothing after it, is a prefix: the reader may still be typing it. A
/// quotation mark that is not closed runs to the end.
#[must_use]
pub fn parse_query(typed: &str) -> Parsed {
    let mut lexer = Lexer::default();
    lexer.lex(typed);
    let mut parser = Parser { tokens: lexer.tokens, at: 0, depth: 0, notes: lexer.notes };
    let mut nodes = Vec::new();
    while parser.at < parser.tokens.len() {
        nodes.push(parser.or());
        // A bracket that closes nothing is passed over.
        if parser.peek() == Some(&Token::Close) {
            parser.at += 1;
            parser.note(Note::UnevenBrackets);
        }
    }
    let node = if nodes.len() == 1 { nodes.remove(0) } else { flat_and(nodes) };
    Parsed { node, notes: parser.notes }
}

/// Deepest nesting of brackets that is read; deeper ones are passed over, so that no query exhausts the stack.
const MAX_DEPTH: usize = 32;
/// Words in a phrase that are read, as many as a leaf has bits for; nobody types more.
const MAX_TERMS: usize = u64::BITS as usize;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    Minus,
    Or,
    Not,
    Leaf(Leaf),
    Named(Facet, Vec<String>),
    Dated(DateField, DateRange),
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    notes: Vec<Note>,
}

impl Parser {
    fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn or(&mut self) -> Node {
        let mut nodes = vec![self.and()];
        while self.peek() == Some(&Token::Or) {
            self.at += 1;
            nodes.push(self.and());
        }
        // An OR with nothing on one side has only the other.
        let n_sides = nodes.len();
        nodes.retain(|node| !node.is_empty());
        if nodes.len() < n_sides && n_sides > 1 {
            self.note(Note::Dangling("OR"));
        }
        if nodes.len() == 1 {
            nodes.remove(0)
        } else if nodes.is_empty() {
            Node::And(nodes)
        } else {
            Node::Or(nodes)
        }
    }

    fn and(&mut self) -> Node {
        let mut nodes = Vec::new();
        while let Some(token) = self.peek() {
            if matches!(token, Token::Or | Token::Close) {
                break;
            }
            nodes.extend(self.not());
        }
        if nodes.len() == 1 { nodes.remove(0) } else { flat_and(nodes) }
    }

    fn not(&mut self) -> Option<Node> {
        let token = self.tokens.get(self.at)?.clone();
        self.at += 1;
        match token {
            Token::Minus | Token::Not => {
                if matches!(self.peek(), None | Some(Token::Or | Token::Close)) {
                    self.note(Note::Dangling(if token == Token::Not { "NOT" } else { "-" }));
                    return None;
                }
                self.not().map(|node| Node::Not(Box::new(node)))
            }
            Token::Open if self.depth < MAX_DEPTH => {
                self.depth += 1;
                let node = self.or();
                self.depth -= 1;
                match self.peek() {
                    Some(&Token::Close) => self.at += 1,
                    _ => self.note(Note::UnevenBrackets),
                }
                (!node.is_empty()).then_some(node)
            }
            Token::Leaf(leaf) => Some(Node::Leaf(leaf)),
            Token::Named(facet, terms) => Some(Node::Named(facet, terms)),
            Token::Dated(field, range) => Some(Node::Dated(field, range)),
            Token::Open | Token::Close | Token::Or => None,
        }
    }
}

fn flat_and(nodes: Vec<Node>) -> Node {
    let flat = nodes.into_iter().flat_map(|node| match node {
        Node::And(inner) => inner,
        node => vec![node],
    });
    Node::And(flat.collect())
}

#[derive(Default)]
struct Lexer {
    tokens: Vec<Token>,
    notes: Vec<Note>,
}

impl Lexer {
    fn lex(&mut self, typed: &str) {
        let mut rest = typed.trim_start();
        while let Some(first) = rest.chars().next() {
            let after = &rest[first.len_utf8()..];
            let begins_something =
                after.starts_with(|c: char| is_quote(c) || c == '(' || c.is_alphanumeric());
            rest = match first {
                '(' => self.push(Token::Open, after),
                ')' => self.push(Token::Close, after),
                '-' | '−' if begins_something => self.push(Token::Minus, after),
                _ if is_quote(first) => self.lex_phrase(after),
                _ => self.lex_word(rest),
            }
            .trim_start();
        }
    }

    fn push<'a>(&mut self, token: Token, rest: &'a str) -> &'a str {
        self.tokens.push(token);
        rest
    }

    fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn push_leaf(&mut self, leaf: Leaf) {
        if !leaf.terms.is_empty() {
            self.tokens.push(Token::Leaf(leaf));
        }
    }

    /// Splits a phrase behind its opening mark from what follows its closing one.
    fn split_phrase<'a>(&mut self, inner: &'a str) -> (&'a str, &'a str) {
        let Some(end) = inner.find(is_quote) else {
            if !inner.trim().is_empty() {
                self.note(Note::OpenPhrase);
            }
            return (inner, "");
        };
        let mark = inner[end..].chars().next().map_or(0, char::len_utf8);
        (&inner[..end], &inner[end + mark..])
    }

    /// Reads a phrase behind its opening mark, with its closing mark and reach.
    fn lex_phrase<'a>(&mut self, inner: &'a str) -> &'a str {
        let (phrase, mut rest) = self.split_phrase(inner);
        let mut slop = None;
        if let Some(reach) = rest.strip_prefix('~') {
            let n_digits = reach.bytes().take_while(u8::is_ascii_digit).count();
            slop = reach[..n_digits].parse().ok();
            rest = if n_digits > 0 { &reach[n_digits..] } else { rest };
        }
        self.push_leaf(Leaf { slop, is_quoted: true, ..leaf_of(phrase) });
        rest
    }

    fn lex_word<'a>(&mut self, rest: &'a str) -> &'a str {
        let ends = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')');
        let end = rest.find(ends).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        match word {
            "OR" => return self.push(Token::Or, after),
            "NOT" => return self.push(Token::Not, after),
            "AND" => return after,
            _ => {}
        }
        if let Some((name, value)) = word.split_once(':') {
            if let Some(field) = Field::from_name(name) {
                return self.lex_field(field, value, after);
            }
            let is_name = name.len() > 1 && name.chars().all(char::is_alphabetic);
            if is_name && value.starts_with(char::is_alphanumeric) {
                self.note(Note::NoField(name.to_owned()));
            }
        }
        let is_prefix = after.is_empty() || word.ends_with('*');
        self.push_leaf(Leaf { is_prefix, ..leaf_of(word) });
        after
    }

    /// Reads `field:value`, where the value may be a phrase.
    fn lex_field<'a>(&mut self, field: Field, value: &'a str, after: &'a str) -> &'a str {
        let phrase = if value.is_empty() { after.strip_prefix(is_quote) } else { None };
        let (value, rest) = phrase.map_or((value, after), |inner| self.split_phrase(inner));
        let leaf = leaf_of(value);
        match field {
            Field::Date(field) => match DateRange::from_param(value.trim()) {
                Some(range) => self.tokens.push(Token::Dated(field, range)),
                None if value.trim().is_empty() => {}
                None => self.note(Note::NoDate(field.name(), value.trim().to_owned())),
            },
            _ if leaf.terms.is_empty() => {}
            Field::Title => {
                let is_prefix = phrase.is_none() && (rest.is_empty() || value.ends_with('*'));
                let is_quoted = phrase.is_some();
                self.push_leaf(Leaf { is_prefix, in_title: true, is_quoted, ..leaf });
            }
            Field::Name(facet) => self.tokens.push(Token::Named(facet, leaf.terms)),
        }
        rest
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The words of a part of the query in a row.
fn leaf_of(part: &str) -> Leaf {
    let mut leaf = Leaf::default();
    let mut seams = SeamFinder::new(part);
    let words = split_terms(part).map(|word| (word, term_of(word.of(part))));
    for (word, term) in words.filter(|(_, term)| !term.is_empty()).take(MAX_TERMS) {
        leaf.seams |= u64::from(seams.is_behind_seam(word)) << leaf.terms.len();
        leaf.terms.push(term);
    }
    leaf
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(node: &Node) -> String {
        let all = |nodes: &[Node], by: &str| nodes.iter().map(show).collect::<Vec<_>>().join(by);
        match node {
            Node::Leaf(leaf) => {
                let title = if leaf.in_title { "title:" } else { "" };
                let star = if leaf.is_prefix { "*" } else { "" };
                let slop = leaf.slop.map(|slop| format!("~{slop}")).unwrap_or_default();
                format!("{title}{}{star}{slop}", leaf.terms.join("_"))
            }
            Node::Named(facet, terms) => format!("{}:{}", facet.param(), terms.join("_")),
            Node::Dated(field, range) => format!("{}:{}", field.name(), range.to_param()),
            Node::And(nodes) => format!("({})", all(nodes, " ")),
            Node::Or(nodes) => format!("({})", all(nodes, " | ")),
            Node::Not(node) => format!("-{}", show(node)),
        }
    }

    fn read(typed: &str) -> String {
        show(&parse_query(typed).node)
    }

    #[test]
    fn words_phrases_and_exclusions() {
        assert_eq!(read("Kyiv tanks"), "(kyiv tanks*)");
        assert_eq!(read("kyiv "), "kyiv");
        assert_eq!(read("“As long as it takes” -Biden nat* x"), "(as_long_as_it_takes -biden nat* x*)");
        assert_eq!(read("NATO-Ukraine Council"), "(nato_ukraine council*)");
        assert_eq!(read("\"nato ukraine\"~5 a"), "(nato_ukraine~5 a*)");
    }

    #[test]
    fn either_brackets_and_fields() {
        assert_eq!(read("tanks OR planes winter "), "(tanks | (planes winter))");
        assert_eq!(read("(tanks OR planes) -(rain snow) "), "((tanks | planes) -(rain snow))");
        assert_eq!(
            read("who:Stoltenberg where:\"New York\" title:war when:2023-04 "),
            "(who:stoltenberg where:new_york title:war when:2023-04)"
        );
        assert_eq!(read("outlet:"), "()");
        assert_eq!(read("3:15 nobody:x "), "(3_15 nobody:x)");
    }

    #[test]
    fn whatever_is_typed_has_a_meaning() {
        assert_eq!(read("\"never closed"), "never_closed");
        assert_eq!(read("- \"\" *** … -"), "()");
        assert_eq!(read("a\"b c\"d"), "(a b_c d*)");
        assert_eq!(read("OR a OR OR b) ) (c"), "((a | b) c*)");
        assert_eq!(read("NOT"), "()");
        assert_eq!(read(&"(".repeat(10_000)), "()");
        assert_eq!(read(&"-".repeat(10_000)), "()");
    }

    #[test]
    fn dates_are_ranges_on_an_axis() {
        assert_eq!(read("when:2022-11..2023-04 x "), "(when:2022-11..2023-04 x)");
        assert_eq!(read("published:2022.. mentioned:..2023 "), "(published:2022.. mentioned:..2023)");
        assert_eq!(read("-published:undated when:\"2023-04\" "), "(-published:undated when:2023-04)");
        assert_eq!(read("when:soon tank "), "tank");
    }

    #[test]
    fn what_could_be_wondered_about_is_noted() {
        let notes = |typed: &str| parse_query(typed).notes;
        assert_eq!(notes("when:soon "), [Note::NoDate("when", "soon".into())]);
        assert_eq!(notes("nobody:x 3:15 https://a.b Breaking: "), [Note::NoField("nobody".into())]);
        assert_eq!(notes("said:\"Jens Stoltenberg\" "), []);
        assert_eq!(notes("\"never closed"), [Note::OpenPhrase]);
        assert_eq!(notes("(tank"), [Note::UnevenBrackets]);
        assert_eq!(notes("tank) plane)"), [Note::UnevenBrackets]);
        assert_eq!(notes("tank OR "), [Note::Dangling("OR")]);
        assert_eq!(notes("tank -(x) NOT "), [Note::Dangling("NOT")]);
        assert_eq!(notes("who:Stoltenberg (a OR -b) \"c d\"~3 e* when: who: "), []);
    }
}
