//! Corrections by hand: each operation, what is told of it, and that neither order nor a changed corpus breaks them.

mod marked;

use dateline::annotate::annotate;
use dateline::clean::Article;
use dateline::corpus::{Action, Repair};
use dateline::resolve::{Resolved, resolve_with};
use marked::named_article;

const TEXTS: [(&str, &str); 4] = [
    ("a", "Joe Biden met Hunter Biden in Kyiv. Then Biden smiled."),
    ("b", "Joe Biden spoke in Paris. Biden left for Kyiv."),
    ("c", "Joseph Bidenn spoke. The Global Widget Council agreed."),
    ("d", "Mr Putin spoke in Moscow. Vladimir Putin left."),
];

fn repair(action: Action) -> Repair {
    Repair { line: 1, articles: Vec::new(), kind: None, action }
}

fn words(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn merge(names: &[&str], into: &str) -> Repair {
    repair(Action::Merge { names: words(names), into: into.to_owned() })
}

fn rename(name: &str, to: &str) -> Repair {
    repair(Action::Rename { name: name.to_owned(), to: to.to_owned() })
}

fn hide(names: &[&str]) -> Repair {
    repair(Action::Hide { names: words(names) })
}

fn split(names: &[&str], from: &str, into: Option<&str>) -> Repair {
    repair(Action::Split { names: words(names), from: from.to_owned(), into: into.map(str::to_owned) })
}

fn retype(names: &[&str], to: &str) -> Repair {
    repair(Action::Retype { names: words(names), to: to.to_owned() })
}

fn alias(name: &str, add: &[&str]) -> Repair {
    repair(Action::Alias { name: name.to_owned(), add: words(add) })
}

fn only_in(article: &str, repair: Repair) -> Repair {
    Repair { articles: vec![article.to_owned()], ..repair }
}

fn apply_to(texts: &[(&str, &str)], repairs: &[Repair]) -> Resolved {
    let articles: Vec<Article> = texts.iter().map(|(id, text)| named_article(id, text)).collect();
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    resolve_with(&articles, &annotations, repairs)
}

/// Every entity as kind, name, articles and forms with their counts.
fn lines(resolved: &Resolved) -> Vec<String> {
    let line = |entity: &dateline::resolve::Entity| {
        let ids: String = entity.articles.iter().map(|at| TEXTS[*at as usize].0).collect();
        let mut forms: Vec<String> =
            entity.aliases.iter().map(|alias| format!("{} {}", alias.text, alias.n_mentions)).collect();
        forms.sort();
        format!("{} {} [{ids}] {}", entity.kind.noun(), entity.name, forms.join(", "))
    };
    let mut lines: Vec<String> = resolved.entities.iter().map(line).collect();
    lines.sort();
    lines
}

fn has(resolved: &Resolved, line: &str) -> bool {
    lines(resolved).iter().any(|found| found == line)
}

fn assert_has(resolved: &Resolved, line: &str) {
    assert!(has(resolved, line), "no {line} in {:#?}", lines(resolved));
}

fn assert_quiet(resolved: &Resolved) {
    for report in &resolved.repairs {
        assert!(report.warnings.is_empty() && report.n_mentions > 0, "{report:?}");
    }
}

#[test]
fn names_are_merged_by_their_shown_name() {
    let resolved = apply_to(&TEXTS, &[merge(&["Joseph Bidenn"], "Joe Biden")]);
    assert_has(&resolved, "person Joe Biden [abc] Biden 1, Joe Biden 2, Joseph Bidenn 1");
    assert_quiet(&resolved);
    assert_eq!(resolved.repairs[0].what, "merge “Joseph Bidenn” into “Joe Biden”");
    let joined =
        resolved.entities.iter().flat_map(|entity| &entity.aliases).find(|it| it.text == "Joseph Bidenn");
    assert!(joined.is_some_and(|alias| alias.reason.contains("by hand") && alias.confidence == 100));
}

#[test]
fn a_merge_may_decide_an_open_name_in_one_article() {
    let resolved = apply_to(&TEXTS, &[only_in("a", merge(&["Biden"], "Hunter Biden"))]);
    assert_has(&resolved, "person Hunter Biden [a] Biden 1, Hunter Biden 1");
    assert_has(&resolved, "person Joe Biden [ab] Biden 1, Joe Biden 2");
    assert_quiet(&resolved);
}

#[test]
fn a_merge_may_name_somebody_new_and_merges_chain() {
    let repairs = [merge(&["Joe Biden"], "Joseph Bidenn"), merge(&["Joseph Bidenn"], "Joseph R. Biden")];
    let resolved = apply_to(&TEXTS, &repairs);
    assert_has(&resolved, "person Joseph R. Biden [abc] Biden 1, Joe Biden 2, Joseph Bidenn 1");
    assert_quiet(&resolved);
}

#[test]
fn a_printed_name_is_split_off() {
    let resolved = apply_to(&TEXTS, &[only_in("b", split(&["Biden"], "Joe Biden", Some("Hunter Biden")))]);
    assert_has(&resolved, "person Hunter Biden [ab] Biden 1, Hunter Biden 1");
    assert_has(&resolved, "person Joe Biden [ab] Joe Biden 2");
    let resolved = apply_to(&TEXTS, &[split(&["Putin"], "Vladimir Putin", None)]);
    assert_has(&resolved, "person Putin [d] Putin 1");
    assert_has(&resolved, "person Vladimir Putin [d] Vladimir Putin 1");
    assert_quiet(&resolved);
}

#[test]
fn a_new_name_keeps_what_is_known() {
    let resolved = apply_to(&TEXTS, &[rename("Kyiv", "Kiev")]);
    let kiev = resolved.entities.iter().find(|entity| entity.name == "Kiev").expect("renamed");
    assert_eq!((kiev.slug.as_str(), kiev.place().map(|place| place.country)), ("kiev", Some("UA")));
    assert!(kiev.variants.iter().any(|name| name == "Kyyiv"));
    assert_quiet(&resolved);
}

#[test]
fn a_new_name_in_one_article_is_somebody_else_there() {
    let resolved = apply_to(&TEXTS, &[only_in("b", rename("Joe Biden", "Beau Biden"))]);
    assert_has(&resolved, "person Beau Biden [b] Biden 1, Joe Biden 1");
    assert_has(&resolved, "person Joe Biden [a] Joe Biden 1");
    assert_quiet(&resolved);
}

#[test]
fn names_change_their_kind() {
    let resolved = apply_to(&TEXTS, &[retype(&["Paris"], "person")]);
    assert_has(&resolved, "person Paris [b] Paris 1");
    assert!(!lines(&resolved).iter().any(|line| line.starts_with("place Paris")));
    assert_quiet(&resolved);
}

#[test]
fn hidden_names_are_gone_and_not_undecided() {
    let resolved =
        apply_to(&TEXTS, &[hide(&["Global Widget Council", "Moscow"]), only_in("b", hide(&["Kyiv"]))]);
    assert!(!lines(&resolved).iter().any(|line| line.contains("Widget") || line.contains("Moscow")));
    assert_has(&resolved, "place Kyiv [a] Kyiv 1");
    for article in &resolved.articles {
        for (ground, entity) in article.grounds.iter().zip(&article.entities) {
            assert!(!ground.is_hidden || entity.is_none());
        }
    }
    assert_eq!(resolved.articles[2].grounds.iter().filter(|ground| ground.is_hidden).count(), 1);
    assert_quiet(&resolved);
}

#[test]
fn added_names_find_what_they_are_added_to() {
    let resolved = apply_to(&TEXTS, &[alias("Joe Biden", &["Joseph Bidenn", "Sleepy Joe"])]);
    assert_has(&resolved, "person Joe Biden [abc] Biden 1, Joe Biden 2, Joseph Bidenn 1");
    let joe = resolved.entities.iter().find(|entity| entity.name == "Joe Biden").expect("there");
    assert!(joe.variants.iter().any(|name| name == "Sleepy Joe"));
}

#[test]
fn what_is_not_found_is_told() {
    let resolved = apply_to(
        &TEXTS,
        &[
            Repair { line: 3, ..merge(&["Nobody Atall", "Joe Biden"], "Joseph Biden") },
            Repair { line: 9, ..only_in("zz", hide(&["Kyiv"])) },
            Repair { line: 14, ..split(&["Joey"], "Joe Biden", None) },
            Repair { line: 20, kind: Some("place".to_owned()), ..hide(&["Joe Biden"]) },
        ],
    );
    let told: Vec<(u32, String)> =
        resolved.repairs.iter().map(|report| (report.line, report.warnings.join("; "))).collect();
    assert_eq!(
        told[..3],
        [
            (3, "no name “Nobody Atall” was found in the articles".to_owned()),
            (9, "there is no article “zz”".to_owned()),
            (14, "“Joe Biden” is not printed as “Joey”".to_owned()),
        ]
    );
    assert_eq!((resolved.repairs[1].n_mentions, resolved.repairs[3].n_mentions), (0, 0));
}

#[test]
fn the_order_of_repairs_does_not_matter() {
    let repairs = [
        merge(&["Joseph Bidenn"], "Joe Biden"),
        rename("Joe Biden", "Joseph Biden"),
        only_in("b", split(&["Biden"], "Joe Biden", Some("Hunter Biden"))),
        hide(&["Moscow"]),
        retype(&["Paris"], "person"),
        alias("Vladimir Putin", &["VVP"]),
        merge(&["Hunter Biden"], "Robert Biden"),
    ];
    let expected = apply_to(&TEXTS, &repairs);
    for turn in 1..repairs.len() {
        let mut turned = repairs.to_vec();
        turned.rotate_left(turn);
        turned.swap(0, turn / 2);
        assert_eq!(apply_to(&TEXTS, &turned).entities, expected.entities, "turned by {turn}");
    }
    assert_has(&expected, "person Joseph Biden [abc] Joe Biden 2, Joseph Bidenn 1");
    assert_has(&expected, "person Robert Biden [ab] Biden 1, Hunter Biden 1");
}

#[test]
fn of_two_that_contradict_the_one_for_fewer_articles_holds() {
    let repairs = [hide(&["Kyiv"]), only_in("a", hide(&["Paris"])), only_in("b", rename("Kyiv", "Kyivan"))];
    assert!(!lines(&apply_to(&TEXTS, &repairs)).iter().any(|line| line.contains("place Kyiv [")));
    let both = [
        Repair { line: 1, ..merge(&["Joseph Bidenn"], "Joe Biden") },
        Repair { line: 2, ..merge(&["Joseph Bidenn"], "Hunter Biden") },
    ];
    let warned = apply_to(&TEXTS, &both);
    let turned = apply_to(&TEXTS, &[both[1].clone(), both[0].clone()]);
    assert_eq!(warned.entities, turned.entities);
    assert!(
        warned.repairs.iter().any(|report| report.warnings.iter().any(|it| it.contains("contradicts line")))
    );
}

#[test]
fn repairs_survive_a_change_of_the_corpus() {
    let decided = only_in("a", merge(&["Biden"], "Hunter Biden"));
    let repairs = [merge(&["Joseph Bidenn"], "Joe Biden"), Repair { line: 5, ..decided }];
    let slug = |resolved: &Resolved, form: &str| {
        let has = |entity: &&dateline::resolve::Entity| entity.aliases.iter().any(|alias| alias.text == form);
        resolved.entities.iter().find(has).map(|entity| entity.slug.clone())
    };
    let before = apply_to(&TEXTS, &repairs);
    let mut more =
        vec![("0", "Jill Biden met Olaf Scholz in Kyiv. Joe Biden stayed."), ("bb", "Joe Biden slept.")];
    more.extend(TEXTS);
    let after = apply_to(&more, &repairs);
    let fewer = apply_to(&TEXTS[..2], &repairs);
    for form in ["Joe Biden", "Hunter Biden"] {
        assert_eq!(slug(&before, form), slug(&after, form));
        assert_eq!(slug(&before, form), slug(&fewer, form));
    }
    assert_eq!(slug(&after, "Joseph Bidenn"), slug(&before, "Joe Biden"));
    assert_eq!(fewer.repairs[0].warnings.len(), 1, "the article that printed it is gone");
    assert_eq!(fewer.repairs[1].n_mentions, 1);
}
