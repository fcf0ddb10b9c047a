//! Dates, by the cases in `tests/cases/dates`.

mod marked;

use dateline::annotate::annotate;
use dateline::annotate::timex::{Date, resolve_all};
use marked::{Marked, article, files, mark};

#[test]
fn dates_are_those_marked() {
    let mut failures = Vec::new();
    for file in files("tests/cases/dates") {
        let mut reference = None;
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            match line.strip_prefix('@') {
                Some(date) => reference = Date::parse(date.trim()),
                None => failures.extend(failure(line, reference)),
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn failure(line: &str, reference: Option<Date>) -> Option<String> {
    let Marked { text, .. } = Marked::read(line);
    let article = article(&text);
    let marks = resolve_all(&annotate(&article).expressions, reference)
        .into_iter()
        .map(|timex| (timex.span, format!("{} {}", timex.kind.word().to_lowercase(), timex.value)));
    let printed = mark(&text, marks.collect::<Vec<_>>().into_iter());
    (printed != line).then(|| format!("expected {line}\n   found {printed}"))
}
