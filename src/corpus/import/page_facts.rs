//! What a web page says of itself, in JSON-LD, `meta` elements and marked-up parts, into [`Metadata`].
//!
//! The publisher's own statement for the article comes first, then what it
//! tells other sites, then what it marks up for readers. A date is taken as
//! written, in the publisher's time zone. Does not read the article's text.

use super::date::read_any;
use super::fact::{read_language, read_line, read_names, read_url};
use super::linked_data::{self, LinkedArticle};
use crate::corpus::Metadata;
use dom_query::Document;

/// The `meta` names of each fact, best first; compared in lower case.
const TITLES: [&str; 6] =
    ["og:title", "twitter:title", "citation_title", "parsely-title", "dc.title", "headline"];
const AUTHORS: [&str; 10] = [
    "citation_author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author_name",
    "author",
    "article:author",
    "twitter:data1",
];
const OUTLETS: [&str; 6] = [
    "og:site_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
];
const DATES: [&str; 19] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publication_date",
    "publishdate",
    "pubdate",
    "article.published",
    "date",
];
const LANGUAGES: [&str; 4] = ["content-language", "dc.language", "language", "og:locale"];

/// Places that readers see a publication date in, best first.
const DATED_ELEMENTS: [&str; 5] = [
    "[itemprop='datePublished']",
    "time[pubdate]",
    "article header time[datetime]",
    "article time[datetime]",
    "time[datetime]",
];

/// What stands between a headline and the name of the site in a page title.
const BEFORE_SITE: [&str; 6] = [" | ", " - ", " – ", " — ", " · ", " » "];

/// Reads the facts of a page; `html` is its source, for the remark a browser leaves in what it saves.
pub fn read(document: &Document, html: &str) -> Metadata {
    let metas = Metas::of(document);
    let linked = linked_data::find_article(document);
    let url = address(document, &metas, &linked, html);
    let outlet = metas.first(&OUTLETS[..1], read_line).or_else(|| linked.outlet.clone());
    let outlet = outlet.or_else(|| metas.first(&OUTLETS[1..], read_line));
    let outlet = outlet.or_else(|| site_in_title(document, url.as_deref()));
    let title =
        linked.title.clone().or_else(|| metas.first(&TITLES, read_line)).or_else(|| shown_title(document));
    Metadata {
        title: title.map(|title| without_site(&title, outlet.as_deref(), url.as_deref()).to_owned()),
        byline: byline(document, &metas, &linked, outlet.as_deref()),
        published: linked
            .published
            .clone()
            .or_else(|| metas.first(&DATES, read_any))
            .or_else(|| shown_date(document)),
        language: language(document, &metas).or(linked.language),
        url,
        outlet,
    }
}

/// The names in a byline that are neither addresses nor the outlet itself.
pub fn names(written: &str, outlet: Option<&str>) -> Vec<String> {
    let is_author = |name: &String| {
        let is_address = name.contains("://") || name.contains('@') || name.starts_with("www.");
        !is_address && outlet.is_none_or(|outlet| !outlet.eq_ignore_ascii_case(name))
    };
    read_names(written).into_iter().filter(is_author).collect()
}

/// The `meta` elements of a page: name in lower case, content.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(document: &Document) -> Self {
        let mut metas = Vec::new();
        for meta in document.select("meta[content]").iter() {
            let content = meta.attr_or("content", "");
            for attribute in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = meta.attr(attribute) {
                    metas.push((name.trim().to_ascii_lowercase(), content.to_string()));
                }
            }
        }
        Self(metas)
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(found, _)| found == name).map(|(_, content)| content.as_str())
    }

    fn first(&self, names: &[&str], read: fn(&str) -> Option<String>) -> Option<String> {
        names.iter().find_map(|name| self.all(name).find_map(read))
    }
}

fn address(document: &Document, metas: &Metas, linked: &LinkedArticle, html: &str) -> Option<String> {
    let canonical = document.select("link[rel='canonical']").attr("href");
    canonical
        .and_then(|href| read_url(&href))
        .or_else(|| metas.first(&["og:url"], read_url))
        .or_else(|| linked.url.clone())
        .or_else(|| saved_from(html))
}

/// `<!-- saved from url=(0023)https://example.org/ -->`, which browsers write above a page they save.
fn saved_from(html: &str) -> Option<String> {
    /// The remark stands within so many bytes of the start.
    const WITHIN: usize = 2048;
    let at = html.find("saved from url=(").filter(|at| *at < WITHIN)?;
    let (_, rest) = html[at..].split_once(')')?;
    read_url(rest.split_whitespace().next()?.trim_end_matches("-->"))
}

/// The only headline of the first level, or the title of the window.
fn shown_title(document: &Document) -> Option<String> {
    let headings = document.select("h1");
    let only = if headings.length() == 1 { read_line(&headings.text()) } else { None };
    only.or_else(|| read_line(&document.select_single("title").text()))
}

/// A headline without the name of the site around it.
fn without_site<'a>(title: &'a str, outlet: Option<&str>, url: Option<&str>) -> &'a str {
    let is_site = |part: &str| {
        outlet.is_some_and(|outlet| outlet.trim().to_lowercase() == part.trim().to_lowercase())
            || url.is_some_and(|url| names_host(part, url))
    };
    for between in BEFORE_SITE {
        if let Some((headline, _)) = title.rsplit_once(between).filter(|(_, site)| is_site(site)) {
            return headline.trim_end();
        }
        if let Some((_, headline)) = title.split_once(between).filter(|(site, _)| is_site(site)) {
            return headline.trim_start();
        }
    }
    title
}

/// The last part of the window's title, where the page's address confirms that it names the site.
fn site_in_title(document: &Document, url: Option<&str>) -> Option<String> {
    let (title, url) = (document.select_single("title").text(), url?);
    let last = BEFORE_SITE
        .iter()
        .filter_map(|between| Some(title.rsplit_once(between)?.1))
        .min_by_key(|part| part.len());
    last.filter(|part| names_host(part, url)).and_then(read_line)
}

/// Whether a name is that of the host of an address: `The Example` and `https://www.theexample.org/a`.
fn names_host(name: &str, url: &str) -> bool {
    let host =
        url.split("://").nth(1).unwrap_or_default().split('/').next().unwrap_or_default().to_lowercase();
    let letters =
        |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let name = letters(name);
    name.len() >= 3 && host.split('.').any(|label| letters(label) == name)
        || letters(&host) == name && !name.is_empty()
}

fn byline(document: &Document, metas: &Metas, linked: &LinkedArticle, outlet: Option<&str>) -> Vec<String> {
    let of = |written: &[String]| written.iter().flat_map(|name| names(name, outlet)).collect::<Vec<_>>();
    let stated = of(&linked.authors);
    if !stated.is_empty() {
        return stated;
    }
    for name in AUTHORS {
        let given: Vec<String> = metas.all(name).map(str::to_owned).collect();
        let is_labelled = name != "twitter:data1"
            || metas.all("twitter:label1").any(|label| label.to_lowercase().contains("by"));
        let found = of(&given);
        if is_labelled && !found.is_empty() {
            return found;
        }
    }
    let marked = ["[itemprop='author'] [itemprop='name']", "[itemprop='author']", "a[rel~='author']"];
    let texts = |selector: &&str| -> Vec<String> {
        let elements = document.select(selector);
        let mut texts: Vec<String> = elements.iter().map(|element| element.text().to_string()).collect();
        texts.dedup();
        of(&texts)
    };
    marked.iter().map(texts).find(|names| !names.is_empty()).unwrap_or_default()
}

fn shown_date(document: &Document) -> Option<String> {
    DATED_ELEMENTS.iter().find_map(|selector| {
        let elements = document.select(selector);
        // Several bare times on a page are those of other articles as well.
        let is_sure = *selector != "time[datetime]" || elements.length() == 1;
        let dated = elements.iter().next().filter(|_| is_sure)?;
        let stated = dated.attr("datetime").or_else(|| dated.attr("content"));
        read_any(&stated.unwrap_or_else(|| dated.text()))
    })
}

fn language(document: &Document, metas: &Metas) -> Option<String> {
    let stated = document.select_single("html").attr("lang");
    stated.and_then(|code| read_language(&code)).or_else(|| metas.first(&LANGUAGES, read_language))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(html: &str) -> Metadata {
        read(&Document::from(html), html)
    }

    #[test]
    fn the_publisher_s_own_statement_comes_first() {
        let facts = facts(
            r#"<html lang="en-US"><head><title>Chief visits Kyiv | The Example</title>
            <link rel="canonical" href="https://www.theexample.org/2023/kyiv">
            <meta property="og:title" content="Shorter">
            <meta property="og:site_name" content="The Example">
            <meta name="author" content="Web desk">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"The Example"},
              {"@type":"NewsArticle","headline":"Chief visits Kyiv &amp; Lviv","datePublished":"2023-04-20T23:10:00-04:00",
               "author":[{"@type":"Person","name":"Anna Smith"},{"@type":"Person","name":"Bo Li"}]}]}</script></head></html>"#,
        );
        assert_eq!(facts.title.as_deref(), Some("Chief visits Kyiv & Lviv"));
        assert_eq!(facts.byline, ["Anna Smith", "Bo Li"]);
        assert_eq!(facts.outlet.as_deref(), Some("The Example"));
        assert_eq!(facts.published.as_deref(), Some("2023-04-20"));
        assert_eq!(facts.url.as_deref(), Some("https://www.theexample.org/2023/kyiv"));
        assert_eq!(facts.language.as_deref(), Some("en"));
    }

    #[test]
    fn meta_elements_fill_in() {
        let facts = facts(
            r#"<meta property="og:title" content="Talks go on - live updates | The Example">
            <meta property="og:site_name" content="The Example"><meta name="author" content="By Anna Smith">
            <meta property="article:author" content="https://facebook.com/anna">
            <meta property="article:published_time" content="2023-04-20T01:00:00Z">
            <meta property="og:url" content="https://example.org/a"><meta property="og:locale" content="de_DE">"#,
        );
        assert_eq!(facts.title.as_deref(), Some("Talks go on - live updates"));
        assert_eq!(facts.byline, ["Anna Smith"]);
        assert_eq!(facts.published.as_deref(), Some("2023-04-20"));
        assert_eq!(facts.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(facts.language.as_deref(), Some("de"));
    }

    #[test]
    fn what_readers_see_is_the_last_resort() {
        let facts = facts(
            r#"<!-- saved from url=(0030)https://www.daily-planet.com/a -->
            <html><head><title>A storm – Daily Planet</title></head><body><article>
            <span itemprop="author">Clark Kent</span><time datetime="2023-04-20">yesterday</time></article>
            <aside><time datetime="2019-01-01"></time></aside></body></html>"#,
        );
        assert_eq!(facts.title.as_deref(), Some("A storm"));
        assert_eq!(facts.outlet.as_deref(), Some("Daily Planet"));
        assert_eq!(facts.byline, ["Clark Kent"]);
        assert_eq!(facts.published.as_deref(), Some("2023-04-20"));
        assert_eq!(facts.url.as_deref(), Some("https://www.daily-planet.com/a"));
    }

    #[test]
    fn what_is_not_sure_is_not_said() {
        let facts = facts(
            r#"<title>War - what next</title><time datetime="2023-04-20"></time><time datetime="2023-04-21"></time>
            <meta name="author" content="info@example.org"><link rel="canonical" href="/relative">"#,
        );
        assert_eq!(facts, Metadata { title: Some("War - what next".to_owned()), ..Metadata::default() });
    }
}
