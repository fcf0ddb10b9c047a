//! What `dateline --help` teaches, by example.

/// What follows a command line that was not understood.
pub const HINT: &str = "try \"dateline --help\"";

/// What is to be taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// What there is.
    All,
    /// `dateline annotate`.
    Annotate,
    /// `dateline corpus`.
    Corpus,
}

impl Topic {
    /// The lesson.
    pub fn text(self) -> &'static str {
        match self {
            Self::All => ALL,
            Self::Annotate => ANNOTATE,
            Self::Corpus => CORPUS,
        }
    }
}

const ALL: &str = r#"Dateline reads news articles and tells who, where and when, with proof.

Analyze a folder of articles as the site would:
    dateline corpus clippings > corpus.json

Who is in it, and in how many articles?
    dateline corpus clippings | jq -r '.facets.person[] | "\(.articles | length) \(.value)"'

Analyze articles from another program, one JSON object a line:
    echo '{"id":"1","text":"Angela Merkel spoke in Berlin on Tuesday.","published":"2015-03-02"}' |
        dateline annotate

Commands:
    annotate [--plain]   JSON Lines in, JSON Lines out, in order and without delay
    corpus [DIR]         a whole folder (seeds if none is named) into one JSON object
    help [COMMAND]       more about one command, with its output explained

Options:
    -h, --help           this text, or more about a command
    -V, --version        the version

Ends with 0 when all went well, 1 when something could not be read, 2 when the
command line was not understood.
"#;

const ANNOTATE: &str = r#"dateline annotate [--plain]

Reads one article a line from standard input and writes what was found in it,
one object a line, in the same order. Each line is answered as soon as it is
read, and stands alone: nothing is carried from one article to the next.

    echo '{"id":"1","text":"Angela Merkel spoke in Berlin on Tuesday.","published":"2015-03-02"}' |
        dateline annotate --plain

In:
    id          string or number, given back as it is
    text        the article; page furniture around it is found and removed
    published   optional, an ISO 8601 date; "on Tuesday" is reckoned from it

    title, byline, outlet, url and language may be given as well.

Out, always in this order:
    id, language, title, byline, outlet
    published   {"value","basis"} or null; basis is editor, page, text or inferred
    removed     [{"start","end","reason"}] what is not part of the article
    mentions    [{"start","end","kind","entity","rule"}] kind is person, place or
                organization; entity is the full name, null where undecided
    dates       [{"start","end","type","value","rule"}] TIMEX3 types and values
    quotes      [{"start","end","speaker","rule","indirect"}]

Positions count Unicode code points of the text as given; end is one past the
last. A line that cannot be read is answered by {"error","line"} in its place,
and the command ends with 1 after the last line.

Options:
    --plain     the text is clean already: nothing is removed, no headline or
                byline is looked for
"#;

const CORPUS: &str = r#"dateline corpus [DIR]

Reads the articles in DIR (seeds if none is named), analyzes them together as
the site would, and writes one JSON object.

    dateline corpus clippings > corpus.json
    dateline corpus clippings | jq '.skipped'
    dateline corpus clippings | jq '.articles[] | {id, published}'

Reads .txt, .md and .html files with one article each, and .jsonl files with one
article a line. Facts for NAME.txt may stand beside it in NAME.toml:

    title = "NATO chief visits Kyiv"
    byline = ["Anna Smith", "Bo Li"]
    outlet = "The Example"
    published = 2023-04-20
    url = "https://example.org/nato-chief"
    language = "en"

Out:
    articles    [{"id","file","title","byline","outlet","language","published",
                  "body","removed","dates"}] by id
    facets      person, place, organization, outlet: [{"value","aliases",
                "articles"}], what is in most articles first
    stories     [[id, …]] articles that tell one story in versions; every
                article is in one
    skipped     [{"file","reason"}] files that hold no article
    repairs     [{"line","repair","mentions","warnings"}] what became of each
                correction in repairs.toml

A correction in repairs.toml whose name is not in the articles is told on
standard error and changes nothing. A mistake in a .toml or .jsonl file is told
with its line, and nothing is written.
"#;
