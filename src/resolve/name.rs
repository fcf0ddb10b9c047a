//! A mention's text into the words by which it is compared: folded, freed of brackets and initials, transliterations made one.

use super::spelling::canonical;
use crate::text::fold;

/// A person's name, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct PersonName {
    /// The words in front of the last name, folded; initials as one letter.
    pub given: Vec<String>,
    /// The last name with its particles, folded.
    pub last: String,
    /// `jr`, `iii` and the like; empty where none is printed.
    pub suffix: &'static str,
}

impl PersonName {
    /// Whether it is one word only.
    pub fn is_single(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether nothing but initials stands before the last name.
    pub fn has_initials_only(&self) -> bool {
        !self.given.is_empty() && self.given.iter().all(|word| is_initial(word))
    }

    /// The last name without its particles.
    pub fn tail(&self) -> &str {
        self.last.rsplit(' ').next().unwrap_or_default()
    }

    /// Whether the other name can be this one, printed shorter: initials for names, middle names left out.
    /// Who prints a middle name prints all of them, so George W. Bush is not George H. W. Bush.
    pub fn covers(&self, other: &Self) -> bool {
        let has_length =
            other.given.len() == self.given.len() || (other.given.len() == 1 && self.given.len() > 1);
        let has_suffix = other.suffix.is_empty() || other.suffix == self.suffix;
        if self.last != other.last || !has_length || !has_suffix {
            return false;
        }
        let mut words = self.given.iter();
        other.given.iter().all(|short| {
            words.any(|word| word == short || (is_initial(short) && word.starts_with(short.as_str())))
        })
    }

    /// The name as one string, by which it is told from all others.
    pub fn key(&self) -> String {
        let mut key = String::new();
        for word in self.given.iter().map(String::as_str).chain([self.last.as_str(), self.suffix]) {
            if !key.is_empty() && !word.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
        }
        key
    }
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// The name as shown: brackets out, white space single.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.extend(word.chars().filter(|c| !matches!(c, '[' | ']')));
    }
    tidy
}

/// Words that end a name without being a last name, and tell generations apart.
const GENERATIONS: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];
/// Words that end a name and tell nothing apart.
const SUFFIXES: [&str; 3] = ["phd", "md", "esq"];
/// Forms of address, should one stand inside the name.
const ADDRESSES: [&str; 9] = ["mr", "mrs", "ms", "miss", "dr", "sir", "prof", "gen", "sen"];
/// Words that belong to the last name behind them.
const PARTICLES: [&str; 14] =
    ["van", "von", "der", "den", "de", "da", "di", "du", "del", "della", "la", "le", "bin", "ibn"];
/// The Arabic article where it stands alone: left out, since half the press leaves it out.
const ARTICLES: [&str; 2] = ["al", "el"];

/// Takes a person's name apart.
pub(super) fn person_name(text: &str) -> PersonName {
    let folded = fold(text);
    let folded = folded.strip_suffix("'s").or_else(|| folded.strip_suffix("’s")).unwrap_or(&folded);
    let mut words: Vec<String> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '"' | '“' | '”' | ','))
        .flat_map(|word| word.split_inclusive('.'))
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .map(canonical)
        .collect();
    let mut suffix = "";
    while words.len() > 1 {
        let last = words.last().map_or("", String::as_str);
        let generation = GENERATIONS.into_iter().find(|generation| *generation == last);
        if generation.is_none() && !SUFFIXES.contains(&last) {
            break;
        }
        suffix = generation.unwrap_or(suffix);
        words.pop();
    }
    while words.len() > 1 && ADDRESSES.contains(&words[0].as_str()) {
        words.remove(0);
    }
    let mut last = words.pop().unwrap_or_default();
    while let Some(word) = words.pop_if(|word| is_particle(word)) {
        if !ARTICLES.contains(&word.as_str()) {
            last = format!("{word} {last}");
        }
    }
    PersonName { given: words, last, suffix }
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word) || ARTICLES.contains(&word)
}

/// The key of a place or organization that no list knows: folded, the article left out.
pub(super) fn plain_key(text: &str) -> String {
    let folded = fold(&tidy(text)).replace('’', "'");
    folded.strip_prefix("the ").unwrap_or(&folded).trim_matches(['.', ',']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_compare_equal() {
        assert_eq!(person_name("Volodymyr Zelenskyy"), person_name("Volodymyr Zelensky"));
        assert_eq!(person_name("[Vladimir] Putin"), person_name("Vladimir PUTIN"));
        assert_eq!(person_name("Bashar al-Assad"), person_name("Bashar Assad"));
        assert_eq!(person_name("Bashar al Assad"), person_name("Bashar Assad"));
        assert_eq!(person_name("Mr. Putin"), person_name("Putin"));
        assert_eq!(person_name("Ursula von der Leyen").last, "von der leyen");
        assert_eq!(person_name("Martin Luther King Jr.").last, "king");
        assert_eq!(person_name("Martin Luther King Jr.").suffix, "jr");
    }

    #[test]
    fn a_fuller_name_covers_a_shorter() {
        let full = person_name("Joseph Robinette Biden");
        assert!(full.covers(&person_name("J. Biden")) && full.covers(&person_name("Joseph Biden")));
        assert!(full.covers(&person_name("Joseph R. Biden")));
        assert!(!full.covers(&person_name("Hunter Biden")));
        assert!(!person_name("J. Biden").covers(&full));
    }

    #[test]
    fn generations_and_middle_names_keep_people_apart() {
        assert!(!person_name("George H. W. Bush").covers(&person_name("George W. Bush")));
        assert!(!person_name("Donald Trump Jr.").covers(&person_name("Donald Trump Sr.")));
        assert!(person_name("Donald Trump Jr.").covers(&person_name("Donald Trump")));
    }
}
