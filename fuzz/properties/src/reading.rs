//! What comes from files: bytes in each format are articles or a reason, and what is read can be packed.

use dateline::corpus::import::read_bytes;
use dateline::corpus::pack::{PackReader, encode};
use dateline::corpus::{Corpus, RawArticle};

fn read(name: &str, bytes: &[u8]) -> String {
    let articles = match read_bytes(name, bytes) {
        Ok(articles) => articles,
        Err(refused) => return refused.to_string(),
    };
    let found = format!("{articles:?}");
    let pack = encode(&Corpus { articles: articles.clone(), ..Corpus::default() }).expect("few articles");
    let back = PackReader::open(&pack).expect("a pack").collect::<Result<Vec<RawArticle>, _>>();
    assert_eq!(back.as_ref(), Ok(&articles));
    for url in articles.iter().flat_map(|article| [&article.page.url, &article.editor.url]).flatten() {
        let is_web = url.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
        assert!(is_web && !url.contains(['<', '>', '"', ' ']), "{url}");
    }
    found
}

/// Plain text.
pub fn text_file_is_read(bytes: &[u8]) -> String {
    read("a.txt", bytes)
}

/// Markdown with front matter.
pub fn markdown_file_is_read(bytes: &[u8]) -> String {
    read("a.md", bytes)
}

/// A saved web page.
pub fn page_file_is_read(bytes: &[u8]) -> String {
    read("a.html", bytes)
}

/// One article a line.
pub fn record_file_is_read(bytes: &[u8]) -> String {
    read("a.jsonl", bytes)
}

/// Facts beside an article.
pub fn sidecar_is_read(bytes: &[u8]) -> String {
    read("a.toml", bytes)
}
