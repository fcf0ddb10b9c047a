//! Sentences of the analysis in the language of the reader.
//!
//! Rules, reasons and notes come from the worker in English, as `lexicon/` and the analysis have them. The
//! English sentence is the key: it is looked up in the translation, `lexicon/told/` at first, whole, as a
//! sentence with names in it, or as several put together. What is not known stays English.

use super::phrase::{Language, Phrase, fill, language, split_at_place, translation};

/// What the analysis says, in the language of the reader.
#[must_use]
pub fn tell(told: &str) -> String {
    if language() == Language::English {
        return told.to_owned();
    }
    let ways = [tell_note, tell_in_articles, find, tell_reason, tell_learned];
    ways.into_iter().find_map(|way| way(told)).unwrap_or_else(|| told.to_owned())
}

/// Several sentences, one after the other.
#[must_use]
pub fn tell_all(told: &[String]) -> String {
    told.iter().map(|told| tell(told)).collect::<Vec<_>>().join(" ")
}

/// A whole sentence, or one with names, dates or words of an article in the places of `{0}`, `{1}` …
fn find(told: &str) -> Option<String> {
    let known = translation()?;
    known.told(told).map(str::to_owned).or_else(|| {
        known.templates.iter().find_map(|(english, text)| {
            let parts = match_template(english, told)?.map(|part| part.replace(LISTED.english(), &LISTED));
            Some(fill(text, &parts.each_ref().map(String::as_str)))
        })
    })
}

/// Between names that stand in quotation marks each.
const LISTED: Phrase = phrase!("”, “", "“, „", "», «");

/// The most places of a template.
const N_PLACES: usize = 3;

/// What stands in the places of a template, if the rest is the same.
fn match_template<'a>(template: &str, told: &'a str) -> Option<[&'a str; N_PLACES]> {
    let mut parts = [""; N_PLACES];
    let (before, mut number, mut template) = split_at_place(template)?;
    let mut told = told.strip_prefix(before)?;
    while let Some((literal, next, behind)) = split_at_place(template) {
        let (part, rest) = told.split_once(literal)?;
        *parts.get_mut(number)? = part;
        (told, number, template) = (rest, next, behind);
    }
    *parts.get_mut(number)? = told.strip_suffix(template)?;
    parts.iter().take(number + 1).all(|part| !part.is_empty()).then_some(parts)
}

const IN_ARTICLES: [Phrase; 2] = [
    phrase!("{0}, in article {1}", "{0}, im Artikel {1}", "{0}, у статті {1}"),
    phrase!("{0}, in articles {1}", "{0}, in den Artikeln {1}", "{0}, у статтях {1}"),
];

/// `rename “Kiev” to “Kyiv”, in article a`.
fn tell_in_articles(told: &str) -> Option<String> {
    IN_ARTICLES.iter().find_map(|phrase| {
        let [what, articles, _] = match_template(phrase.english(), told)?;
        Some(phrase.with([&find(what)?, articles]))
    })
}

const SURE: Phrase = phrase!("{0} ({1}% sure)", "{0} (zu {1}\u{a0}% sicher)", "{0} (певність {1}\u{a0}%)");
const RATHER_THAN: Phrase = phrase!("{0}, rather than {1}", "{0}, statt {1}", "{0}, а не {1}");
const OR: Phrase = phrase!(" or ", " oder ", " чи ");

/// `the name in full (98% sure), rather than Paris, Texas`.
fn tell_reason(told: &str) -> Option<String> {
    let (reason, behind) = told.split_once(" (")?;
    let (percent, others) = behind.split_once("% sure)")?;
    let sure = SURE.with([&find(reason)?, percent]);
    match others.strip_prefix(", rather than ") {
        Some(others) => Some(RATHER_THAN.with([&sure, &others.replace(OR.english(), &OR)])),
        None => Some(sure),
    }
}

const IT: Phrase = phrase!("It {0}.", "Der Name {0}.", "Ім’я {0}.");
const AND: Phrase = phrase!(", and ", " und ", " та ");
const OR_ELSE: Phrase =
    phrase!(" It could also be {0}.", " Es könnte auch {0} sein.", " Це може бути й {0}.");

/// `It follows a title, and is spelled like such names. It could also be a place.`
fn tell_learned(told: &str) -> Option<String> {
    let told = told.strip_prefix("It ")?;
    let (reasons, rival) = match told.split_once(". It could also be ") {
        Some((reasons, rival)) => (reasons, Some(rival.strip_suffix('.')?)),
        None => (told.strip_suffix('.')?, None),
    };
    let (before, last) = match reasons.rsplit_once(AND.english()) {
        Some((before, last)) => (before.split(", ").map(find).collect::<Option<Vec<_>>>()?, last),
        None => (Vec::new(), reasons),
    };
    let last = find(last)?;
    let reasons = if before.is_empty() { last } else { [before.join(", "), last].join(AND.text()) };
    let rival = match rival {
        Some(rival) => OR_ELSE.with([&find(rival)?]),
        None => String::new(),
    };
    Some(IT.with([&reasons]) + &rival)
}

/// `capital of Norway; may stand for its government`.
fn tell_note(told: &str) -> Option<String> {
    let parts = told.contains("; ").then(|| told.split("; ").map(find).collect::<Option<Vec<_>>>())?;
    parts.map(|parts| parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::super::phrase::speak;
    use super::*;

    fn told(english: &str) -> [String; 2] {
        let say = |language| {
            speak(language);
            tell(english)
        };
        assert_eq!(say(Language::English), english);
        [say(Language::German), say(Language::Ukrainian)]
    }

    #[test]
    fn every_rule_and_every_reason_is_told_in_each_language() {
        let rules = include_str!("../../../lexicon/rules.tsv").lines();
        let cuts = include_str!("../../../lexicon/clean/reasons.tsv").lines();
        let sources = include_str!("../../../lexicon/sources.tsv").lines();
        let rows = rules.chain(cuts).chain(sources).filter(|row| !row.starts_with('#'));
        let sentences: Vec<&str> = rows.filter_map(|row| Some(row.split_once('\t')?.1)).collect();
        let names = include_str!("../../../lexicon/clean/reasons.tsv").lines();
        let names = names.filter(|row| !row.starts_with('#')).filter_map(|row| Some(row.split_once('\t')?.0));
        for sentence in sentences.into_iter().chain(names) {
            assert!(told(sentence).iter().all(|told| told != sentence), "not told: {sentence}");
        }
    }

    #[test]
    fn every_learned_reason_is_told() {
        let reasons = include_str!("../../annotate/tagger/reason.rs");
        let words = reasons.split('"').skip(1).step_by(2).filter(|words| words.contains(' '));
        for words in words {
            let sentence = format!("It {words}.");
            assert!(told(&sentence).iter().all(|told| *told != sentence), "not told: {sentence}");
        }
    }

    #[test]
    fn sentences_with_names_in_them_are_told() {
        for (english, german, ukrainian) in [
            (
                "the text says “Tuesday (November 29)” without a year",
                "im Text steht „Tuesday (November 29)“ ohne Jahr",
                "у тексті є «Tuesday (November 29)» без року",
            ),
            ("2023-04-20 is a Thursday", "2023-04-20 ist ein Donnerstag", "2023-04-20 — це четвер"),
            (
                "another version of this story, “A, b, c”, was published 2023-04-20",
                "eine andere Fassung dieses Berichts, „A, b, c“, erschien am 2023-04-20",
                "іншу версію цього матеріалу, «A, b, c», опубліковано 2023-04-20",
            ),
            (
                "the name in full (98% sure)",
                "der volle Name (zu 98\u{a0}% sicher)",
                "повне ім’я (певність 98\u{a0}%)",
            ),
            (
                "the best known place of that name (85% sure), rather than Paris, Texas or Paris, Ontario",
                "der bekannteste Ort dieses Namens (zu 85\u{a0}% sicher), statt Paris, Texas oder Paris, Ontario",
                "найвідоміше місце з такою назвою (певність 85\u{a0}%), а не Paris, Texas чи Paris, Ontario",
            ),
            (
                "capital of Belgium; may stand for the government of Belgium, the European Union or NATO",
                "Hauptstadt von Belgium; kann für die Regierung Belgiens, die Europäische Union oder die NATO stehen",
                "столиця: Belgium; може означати уряд Бельгії, Європейський Союз або НАТО",
            ),
            (
                "It follows a title, is in the list of cities, and is spelled like such names. It could also be a place.",
                "Der Name folgt auf einen Titel, steht in der Liste der Städte und ist wie solche Namen geschrieben. Es könnte auch ein Ort sein.",
                "Ім’я стоїть після титулу, є у списку міст та пишеться як такі імена. Це може бути й місце.",
            ),
            (
                "merge “Zelenskii” into “Volodymyr Zelensky”",
                "„Zelenskii“ mit „Volodymyr Zelensky“ zusammengeführt",
                "«Zelenskii» об’єднано з «Volodymyr Zelensky»",
            ),
        ] {
            assert_eq!(told(english), [german, ukrainian]);
        }
    }

    #[test]
    fn what_is_not_known_stays() {
        for odd in ["", "It rains.", "It .", "a (1% sure)", "{0}", "x; y", "capital of ", "; ", "It , and ."]
        {
            assert_eq!(told(odd), [odd, odd]);
        }
    }
}
