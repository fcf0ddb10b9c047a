//! Hand-made quotations and the snapshots of what draws them.

use crate::fixture as fx;
use crate::render::{assert_snapshot, render};
use dateline::key::{Basis, Facet, Kind};
use dateline::search::query::Selection;
use dateline::search::url::{Location, Page};
use dateline::ui::hooks::EngineState;
use dateline::ui::pages::*;
use dateline::ui::parts::*;
use dateline::view::*;

fn source(article: &str, outlet: Option<&str>, words: &str) -> QuoteSource {
    QuoteSource {
        article: article.into(),
        title: "NATO chief visits Ukraine".into(),
        outlet: outlet.map(Into::into),
        published: fx::published("2023-04-20", Basis::Text, &[]),
        context: vec![Run { is_hit: true, ..fx::run(words) }, fx::run(",” he said on Thursday.")],
    }
}

fn speaker(name: &str, n_direct: u32, is_chosen: bool) -> SpeakerRow {
    let slug = dateline::key::slug(name);
    let kind = Kind::Person;
    SpeakerRow {
        kind,
        name: name.into(),
        slug,
        n_direct,
        n_indirect: 2,
        n_articles: 3,
        n_outlets: 1,
        is_chosen,
    }
}

/// Two speakers; one quotation in two wordings, one reported statement of nobody.
pub fn view() -> QuotesView {
    let said = "NATO will stand with Ukraine";
    let wording = |runs, sources| Wording { runs, sources };
    let direct = Quotation {
        speaker: Some((Kind::Person, "jens-stoltenberg".into(), "Jens Stoltenberg".into())),
        verb: "said".into(),
        said_on: Some("2023-04-20".into()),
        is_indirect: false,
        why: "A name beside a verb of saying.".into(),
        wordings: vec![
            wording(
                vec![fx::run(said)],
                vec![source("003", Some("OBOZ.UA"), said), source("004", None, said)],
            ),
            wording(
                vec![fx::run("NATO "), Run { is_hit: true, ..fx::run("stands") }, fx::run(" with Ukraine")],
                vec![source("001", None, "NATO stands with Ukraine")],
            ),
        ],
    };
    let reported = Quotation {
        speaker: None,
        verb: String::new(),
        said_on: None,
        is_indirect: true,
        why: "Said by somebody whom the article does not name there.".into(),
        wordings: vec![wording(
            vec![fx::run("the bridge was closed")],
            vec![source("002", None, "the bridge")],
        )],
    };
    QuotesView {
        n_articles: 5,
        about: None,
        n_quoting: 4,
        n_direct: 12,
        n_indirect: 7,
        n_unattributed: 3,
        n_speakers: 2,
        speakers: vec![speaker("Jens Stoltenberg", 11, true), speaker("Dmytro Kuleba", 1, false)],
        quotes: vec![direct, reported],
        n_listed: 19,
    }
}

fn page(view: QuotesView) -> impl FnOnce() -> QuotesPageProps + Send + 'static {
    move || QuotesPageProps {
        engine: fx::engine(EngineState { quotes: Some(view.into()), ..fx::state() }),
        navigation: fx::at(Location {
            page: Page::Quotes,
            selection: Selection::only(Facet::Speaker, "jens-stoltenberg"),
            ..Location::default()
        }),
    }
}

#[test]
fn quotes_page() {
    assert_snapshot("quotes_page", &render::<QuotesPage>(page(view())));
    assert_snapshot("quotes_page_empty", &render::<QuotesPage>(page(QuotesView::default())));
}

#[test]
fn quote_card() {
    let props =
        || QuoteCardProps { quotation: view().quotes.remove(0), navigation: fx::at(Location::default()) };
    assert_snapshot("quote_card", &render::<QuoteCard>(props));
}

#[test]
fn source_audit() {
    let props = || SourceAuditProps { speakers: view().speakers, navigation: fx::at(Location::default()) };
    assert_snapshot("source_audit", &render::<SourceAudit>(props));
}

#[test]
fn the_words_of_others_are_text() {
    let html = render::<QuotesPage>(page(QuotesView {
        speakers: vec![speaker("<img src=x onerror=alert(1)>", 1, false)],
        ..view()
    }));
    assert!(!html.contains("<img"));
}
