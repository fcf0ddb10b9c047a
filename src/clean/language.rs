//! The language of a text, where it is long enough to tell.
//!
//! Function words decide where one language has clearly most of them, which is
//! fast; letter trigrams decide the rest, where function words do not contradict.

use super::line::for_each_word;
use super::phrase::{function_words, languages};
use std::sync::LazyLock;

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 1500;

/// How much of the sample is looked at first where letters have to tell, in bytes.
const HEAD: usize = 400;

/// The least words or half-words of a text whose language can be told.
const MIN_WORDS: usize = 12;

/// The least share of function words of one language, and how many times those of any other.
const MIN_SHARE: f32 = 0.25;
const MIN_LEAD: f32 = 1.7;

/// Where one language has so many times the function words of any other, they decide from a smaller share on.
const MIN_SMALL_SHARE: f32 = 0.1;
const MIN_LARGE_LEAD: f32 = 3.0;

/// From this share of numbers on a text without function words is a table, about which letters say nothing.
const MAX_NUMBERS: f32 = 0.25;

/// The least share of its function words in a language that letters tell, unless no other has as many: running
/// text has four times this share, tables of figures and names, about which letters are easily wrong, hardly any.
const MIN_SHARE_BY_LETTERS: f32 = 0.1;

/// The ISO 639-1 code of the language of `text`; `None` where it is short or unclear.
pub(super) fn find_language(text: &str) -> Option<String> {
    static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| languages().map(|(code, _)| code).collect());
    let sample = head(text, SAMPLE);
    let mut counts = [0_u32; 32];
    let (mut n_words, mut n_numbers) = (0_usize, 0_usize);
    let known = function_words();
    for_each_word(sample, |word| {
        n_words += 1;
        n_numbers += usize::from(word.is_number);
        let mut bits = known.get(&word.hash).copied().unwrap_or(0);
        while bits != 0 {
            counts[bits.trailing_zeros() as usize] += 1;
            bits &= bits - 1;
        }
    });
    if n_words < MIN_WORDS {
        return None;
    }
    let best = (0..CODES.len()).max_by_key(|at| counts[*at])?;
    let second = (0..CODES.len()).filter(|at| *at != best).map(|at| counts[at]).max().unwrap_or(0);
    let share = |n: u32| n as f32 / n_words as f32;
    let leads =
        |least: f32, lead: f32| share(counts[best]) >= least && counts[best] as f32 >= lead * second as f32;
    if leads(MIN_SHARE, MIN_LEAD) || leads(MIN_SMALL_SHARE, MIN_LARGE_LEAD) {
        return Some(CODES[best].to_owned());
    }
    let is_table = n_numbers as f32 >= MAX_NUMBERS * n_words as f32;
    if is_table && share(counts[best]) < MIN_SHARE_BY_LETTERS {
        return None;
    }
    let code = by_trigrams(sample)?;
    let is_likely = match CODES.iter().position(|listed| *listed == code) {
        Some(at) if at == best && counts[best] > second => true,
        Some(at) => share(counts[at]) >= MIN_SHARE_BY_LETTERS,
        // Nothing but letters speaks for it, so all of them have to.
        None => detect(sample) == Some(code),
    };
    is_likely.then(|| code.to_owned())
}

/// The beginning of a text, `len` bytes long or a little less.
fn head(text: &str, len: usize) -> &str {
    let mut end = text.len().min(len);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The beginning is nearly always enough, and to look at all of it takes much longer.
fn by_trigrams(sample: &str) -> Option<&'static str> {
    let first = head(sample, HEAD);
    detect(first).or_else(|| if first.len() < sample.len() { detect(sample) } else { None })
}

fn detect(text: &str) -> Option<&'static str> {
    let info = whatlang::detect(text).filter(whatlang::Info::is_reliable)?;
    Some(iso_639_1(info.lang().code()))
}

/// The two-letter code of a three-letter one, or the same where there is none.
fn iso_639_1(code: &'static str) -> &'static str {
    const CODES: [(&str, &str); 69] = [
        ("eng", "en"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("ben", "bn"),
        ("fra", "fr"),
        ("deu", "de"),
        ("ukr", "uk"),
        ("kat", "ka"),
        ("ara", "ar"),
        ("hin", "hi"),
        ("jpn", "ja"),
        ("heb", "he"),
        ("yid", "yi"),
        ("pol", "pl"),
        ("amh", "am"),
        ("jav", "jv"),
        ("kor", "ko"),
        ("nob", "nb"),
        ("dan", "da"),
        ("swe", "sv"),
        ("fin", "fi"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("hun", "hu"),
        ("ces", "cs"),
        ("ell", "el"),
        ("bul", "bg"),
        ("bel", "be"),
        ("mar", "mr"),
        ("kan", "kn"),
        ("ron", "ro"),
        ("slv", "sl"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("mkd", "mk"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("tam", "ta"),
        ("vie", "vi"),
        ("urd", "ur"),
        ("tha", "th"),
        ("guj", "gu"),
        ("uzb", "uz"),
        ("pan", "pa"),
        ("aze", "az"),
        ("ind", "id"),
        ("tel", "te"),
        ("pes", "fa"),
        ("mal", "ml"),
        ("ori", "or"),
        ("mya", "my"),
        ("nep", "ne"),
        ("sin", "si"),
        ("khm", "km"),
        ("tuk", "tk"),
        ("aka", "ak"),
        ("zul", "zu"),
        ("sna", "sn"),
        ("afr", "af"),
        ("lat", "la"),
        ("slk", "sk"),
        ("cat", "ca"),
        ("tgl", "tl"),
        ("hye", "hy"),
        ("epo", "eo"),
    ];
    CODES.iter().find(|(three, _)| *three == code).map_or(code, |(_, two)| two)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_their_small_words_or_letters() {
        let expected = [
            (
                "The ministers said on Monday that they would not be at the meeting in Oslo because of the strike.",
                Some("en"),
            ),
            (
                "Die Minister sagten am Montag, dass sie wegen des Streiks nicht an der Sitzung in Oslo teilnehmen.",
                Some("de"),
            ),
            (
                "Министры заявили в понедельник, что не смогут приехать на встречу в Осло из-за забастовки на железной дороге.",
                Some("ru"),
            ),
            (
                "ΝΑΤΟ: ο γενικός γραμματέας δήλωσε τη Δευτέρα ότι η Ουκρανία θα γίνει μέλος της συμμαχίας κάποτε.",
                Some("el"),
            ),
            ("NATO chief visits Kyiv", None),
            (
                "Harbor Western Apparel Corp shareholders approved the merger with Oslo Instruments Holding Co and the sale of three mills, effective Monday",
                Some("en"),
            ),
            (
                "Shr loss four cts vs profit six cts  Net loss 61,450 vs profit 98,210  Revs 4,105,000 vs 3,980,000",
                None,
            ),
            (
                "Ministrid ütlesid esmaspäeval, et nad ei saa raudteelaste streigi tõttu Oslosse kohtumisele tulla.",
                Some("et"),
            ),
            ("", None),
        ];
        for (text, code) in expected {
            assert_eq!(find_language(text).as_deref(), code, "{text}");
        }
    }
}
