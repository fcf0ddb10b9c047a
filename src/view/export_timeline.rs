//! The timeline of a selection as a file: Markdown to read, CSV to reckon with, JSON for TimelineJS.

use super::build_timeline::{Picked, iso_of, pick_events, say_when, show_source};
use super::export::{Csv, json_string, markdown_text};
use super::known::Known;
use super::statement::{DAY_MINUTES, Statement, Statements, entities_in};
use super::timeline::Source;
use crate::annotate::timex::Date;
use crate::key::Kind;
use crate::search::find_all;
use crate::search::query::Selection;

/// Which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Markdown,
    Csv,
    Json,
}

/// Writes every event of a selection.
pub(super) fn export(known: Known<'_>, statements: &Statements, selection: &Selection, form: Form) -> String {
    let found = find_all(known.index, selection);
    let picked = pick_events(known, statements, &found);
    match form {
        Form::Markdown => to_markdown(known, &picked),
        Form::Csv => to_csv(known, &picked),
        Form::Json => to_json(known, &picked),
    }
}

fn source(known: Known<'_>, it: &Statement) -> Source {
    show_source(known, it.doc as usize, it.sentence)
}

fn to_markdown(known: Known<'_>, picked: &[Picked<'_>]) -> String {
    let mut out = String::new();
    for it in picked {
        let first = source(known, it.statements[0]);
        let guess = if it.is_certain() { "" } else { " (guessed)" };
        out.push_str(&format!("- **{}**{guess}: {}\n", say_when(it.when()), markdown_text(&first.text)));
        for statement in &it.statements {
            let Source { article, title, outlet, .. } = source(known, statement);
            let outlet = outlet.map(|outlet| [", ", &outlet].concat()).unwrap_or_default();
            out.push_str(&format!(
                "  - {}{} ({})\n",
                markdown_text(&title),
                markdown_text(&outlet),
                markdown_text(&article)
            ));
        }
    }
    out
}

fn names(known: Known<'_>, it: &Statement, kind: Kind) -> String {
    let mut names: Vec<&str> = Vec::new();
    for id in entities_in(known, it.doc as usize, it.sentence) {
        let entity = known.entity(id);
        if entity.kind == kind && !names.contains(&entity.name.as_str()) {
            names.push(&entity.name);
        }
    }
    names.join("; ")
}

fn to_csv(known: Known<'_>, picked: &[Picked<'_>]) -> String {
    let columns = [
        "event",
        "date",
        "certain",
        "stories",
        "articles",
        "people",
        "places",
        "organizations",
        "sentence",
        "article",
        "outlet",
        "published",
    ];
    let mut csv = Csv::with_columns(&columns);
    for (number, it) in picked.iter().enumerate() {
        for statement in &it.statements {
            let Source { article, outlet, published, text, .. } = source(known, statement);
            csv.push(&[
                &(number + 1).to_string(),
                &iso_of(it.when()),
                if statement.is_certain { "yes" } else { "no" },
                &it.n_stories.to_string(),
                &it.n_articles.to_string(),
                &names(known, statement, Kind::Person),
                &names(known, statement, Kind::Place),
                &names(known, statement, Kind::Organization),
                &text,
                &article,
                outlet.as_deref().unwrap_or_default(),
                published.value.as_deref().unwrap_or_default(),
            ]);
        }
    }
    csv.finish()
}

/// A moment as TimelineJS writes it, as wide as is known.
fn json_date(minute: i64, width: i64) -> String {
    let date = Date::from_number(minute.div_euclid(DAY_MINUTES));
    let mut out = format!("{{\"year\": {}", date.year);
    if width < 365 * DAY_MINUTES {
        out.push_str(&format!(", \"month\": {}", date.month));
    }
    if width < 28 * DAY_MINUTES {
        out.push_str(&format!(", \"day\": {}", date.day));
    }
    if width < DAY_MINUTES {
        let rest = minute.rem_euclid(DAY_MINUTES);
        out.push_str(&format!(", \"hour\": {}, \"minute\": {}", rest / 60, rest % 60));
    }
    out + "}"
}

fn to_json(known: Known<'_>, picked: &[Picked<'_>]) -> String {
    let event = |(number, it): (usize, &Picked<'_>)| {
        let (when, first) = (it.when(), source(known, it.statements[0]));
        let sources: Vec<String> = it.statements.iter().map(|it| source(known, it).title).collect();
        let end = match when.minutes() {
            minutes if minutes > DAY_MINUTES => {
                format!(", \"end_date\": {}", json_date(when.to - 1, minutes))
            }
            _ => String::new(),
        };
        format!(
            "{{\"start_date\": {}{end}, \"display_date\": {}, \"text\": {{\"headline\": {}, \"text\": {}}}, \"unique_id\": \"event-{number}\"}}",
            json_date(when.from, when.minutes()),
            json_string(&say_when(when)),
            json_string(&as_html(&first.text)),
            json_string(&as_html(&sources.join("; "))),
        )
    };
    let events: Vec<String> = picked.iter().enumerate().map(event).collect();
    ["{\"events\": [", &events.join(",\n"), "]}\n"].concat()
}

/// TimelineJS reads its texts as HTML.
fn as_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
