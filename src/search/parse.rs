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
//! nothing behind it, a field nobody knows.

use crate::index::term_of;
use crate::key::Facet;
use crate::text::split_words;

/// Words next to, or near, each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaf {
    /// The terms in the order typed; one term is a plain word.
    pub terms: Vec<String>,
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
            Self::Named(..) | Self::Not(_) => Vec::new(),
        }
    }

    /// The same tree over words in another form.
    #[must_use]
    pub fn map<M>(self, read: &impl Fn(L) -> M) -> Node<M> {
        let all = |nodes: Vec<Self>| nodes.into_iter().map(|node| node.map(read)).collect();
        match self {
            Self::Leaf(leaf) => Node::Leaf(read(leaf)),
            Self::Named(facet, terms) => Node::Named(facet, terms),
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

/// Reads a query.
///
/// The last word typed, with nothing after it, is a prefix: the reader may still be typing it. A
/// quotation mark that is not closed runs to the end.
#[must_use]
pub fn parse_query(typed: &str) -> Node {
    let mut parser = Parser { tokens: lex(typed), at: 0, depth: 0 };
    let mut nodes = Vec::new();
    while parser.at < parser.tokens.len() {
        nodes.push(parser.or());
        // A bracket that closes nothing is passed over.
        parser.at += usize::from(parser.peek() == Some(&Token::Close));
    }
    if nodes.len() == 1 { nodes.remove(0) } else { flat_and(nodes) }
}

/// Deepest nesting of brackets that is read; deeper ones are passed over, so that no query exhausts the stack.
const MAX_DEPTH: usize = 32;
/// Words in a phrase that are read; nobody types more.
const MAX_TERMS: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    Minus,
    Or,
    Not,
    Leaf(Leaf),
    Named(Facet, Vec<String>),
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
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
        nodes.retain(|node| !node.is_empty());
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
                    return None;
                }
                self.not().map(|node| Node::Not(Box::new(node)))
            }
            Token::Open if self.depth < MAX_DEPTH => {
                self.depth += 1;
                let node = self.or();
                self.depth -= 1;
                self.at += usize::from(self.peek() == Some(&Token::Close));
                (!node.is_empty()).then_some(node)
            }
            Token::Leaf(leaf) => Some(Node::Leaf(leaf)),
            Token::Named(facet, terms) => Some(Node::Named(facet, terms)),
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

fn lex(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = typed.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        let begins_something = after.starts_with(|c: char| is_quote(c) || c == '(' || c.is_alphanumeric());
        rest = match first {
            '(' => push(&mut tokens, Token::Open, after),
            ')' => push(&mut tokens, Token::Close, after),
            '-' | '−' if begins_something => push(&mut tokens, Token::Minus, after),
            _ if is_quote(first) => lex_phrase(after, &mut tokens),
            _ => lex_word(rest, &mut tokens),
        }
        .trim_start();
    }
    tokens
}

fn push<'a>(tokens: &mut Vec<Token>, token: Token, rest: &'a str) -> &'a str {
    tokens.push(token);
    rest
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Reads a phrase behind its opening mark, with its closing mark and reach.
fn lex_phrase<'a>(inner: &'a str, tokens: &mut Vec<Token>) -> &'a str {
    let end = inner.find(is_quote).unwrap_or(inner.len());
    let (phrase, mut rest) = inner.split_at(end);
    let mark = rest.chars().next().map_or(0, char::len_utf8);
    rest = &rest[mark..];
    let mut slop = None;
    if let Some(reach) = rest.strip_prefix('~') {
        let n_digits = reach.bytes().take_while(u8::is_ascii_digit).count();
        slop = reach[..n_digits].parse().ok();
        rest = if n_digits > 0 { &reach[n_digits..] } else { rest };
    }
    push_leaf(
        tokens,
        Leaf { terms: terms_of(phrase), is_prefix: false, slop, in_title: false, is_quoted: true },
    );
    rest
}

fn lex_word<'a>(rest: &'a str, tokens: &mut Vec<Token>) -> &'a str {
    let ends = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')');
    let end = rest.find(ends).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    match word {
        "OR" => return push(tokens, Token::Or, after),
        "NOT" => return push(tokens, Token::Not, after),
        "AND" => return after,
        _ => {}
    }
    if let Some((field, value)) = word.split_once(':')
        && let Some(after) = lex_field(field, value, after, tokens)
    {
        return after;
    }
    let is_prefix = after.is_empty() || word.ends_with('*');
    push_leaf(tokens, Leaf { terms: terms_of(word), is_prefix, ..Leaf::default() });
    after
}

/// Reads `field:value`, where the value may be a phrase; nothing when there is no such field.
fn lex_field<'a>(field: &str, value: &'a str, after: &'a str, tokens: &mut Vec<Token>) -> Option<&'a str> {
    let field = field.to_lowercase();
    let facet = Facet::from_param(&field);
    if facet.is_none() && field != "title" {
        return None;
    }
    let phrase = if value.is_empty() { after.strip_prefix(is_quote) } else { None };
    let (terms, rest) = match phrase {
        Some(inner) => {
            let end = inner.find(is_quote).unwrap_or(inner.len());
            let mark = inner[end..].chars().next().map_or(0, char::len_utf8);
            (&inner[..end], &inner[end + mark..])
        }
        None => (value, after),
    };
    let is_prefix = phrase.is_none() && (rest.is_empty() || terms.ends_with('*'));
    let terms = if facet == Some(Facet::When) { vec![terms.to_owned()] } else { terms_of(terms) };
    if terms.iter().all(String::is_empty) {
        return Some(rest);
    }
    match facet {
        Some(facet) => tokens.push(Token::Named(facet, terms)),
        None => push_leaf(
            tokens,
            Leaf { terms, is_prefix, slop: None, in_title: true, is_quoted: phrase.is_some() },
        ),
    }
    Some(rest)
}

fn terms_of(part: &str) -> Vec<String> {
    let words = split_words(part).filter(|word| word.is_term());
    words.map(|word| term_of(word.of(part))).filter(|term| !term.is_empty()).take(MAX_TERMS).collect()
}

fn push_leaf(tokens: &mut Vec<Token>, leaf: Leaf) {
    if !leaf.terms.is_empty() {
        tokens.push(Token::Leaf(leaf));
    }
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
            Node::And(nodes) => format!("({})", all(nodes, " ")),
            Node::Or(nodes) => format!("({})", all(nodes, " | ")),
            Node::Not(node) => format!("-{}", show(node)),
        }
    }

    fn read(typed: &str) -> String {
        show(&parse_query(typed))
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
}
