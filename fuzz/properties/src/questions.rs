//! Every question that a page asks, about one article and some words.

use dateline::engine::protocol::{Ask, Window};
use dateline::key::Facet;
use dateline::search::query::Selection;
use dateline::search::url::{LaneBy, LinkWithin, ViewOptions};
use dateline::view::{Export, StripWindow, TimelineWindow};

/// What the views can be taken away as.
const EXPORTS: [Export; 9] = [
    Export::TimelineMarkdown,
    Export::TimelineCsv,
    Export::TimelineJson,
    Export::DisagreementsCsv,
    Export::NetworkCsv,
    Export::MapCsv,
    Export::MapGeoJson,
    Export::SpeakersCsv,
    Export::QuotesCsv,
];

/// One question of every kind, the views over everything and over what `words` select.
pub(crate) fn questions(article: &str, words: &str) -> Vec<Ask> {
    let mut asks = vec![
        Ask::Read { article: article.to_owned(), words: words.to_owned() },
        Ask::Complete { words: words.to_owned() },
        Ask::Compare { ids: [article.to_owned(), article.to_owned()] },
        Ask::Methods,
        Ask::Help,
    ];
    asks.push(explore(Selection::default().with_words(words)));
    asks.extend(views(&Selection::default()));
    asks
}

fn explore(selection: Selection) -> Ask {
    let windows = vec![Window { facet: Facet::Who, n_values: 20, filter: "a".to_owned() }];
    Ask::Explore { selection, n_hits: 20, windows, tree: Some(Vec::new()), strip: StripWindow::default() }
}

fn views(selection: &Selection) -> Vec<Ask> {
    let own = || selection.clone();
    let mut asks = vec![
        explore(own()),
        Ask::Quotes { selection: own(), about: None, n_quotes: 20 },
        Ask::Map { selection: own(), place: Some("kyiv".to_owned()) },
        Ask::Disagree { selection: own() },
    ];
    let window = TimelineWindow { zoom: None, width_px: 800 };
    asks.extend(LaneBy::ALL.map(|lanes| Ask::Timeline { selection: own(), lanes, window }));
    let within = |within| ViewOptions { within, ..ViewOptions::default() };
    asks.extend(LinkWithin::ALL.map(|by| Ask::Network { selection: own(), options: within(by) }));
    asks.extend(EXPORTS.map(|what| Ask::Export { selection: own(), what }));
    asks
}
