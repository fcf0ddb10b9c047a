//! Folding: the form in which two spellings of one word are equal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without diacritics, with straight apostrophes.
///
/// `Zelenskyy’s` → `zelenskyy's`, `Łódź` → `lodz`. Letters that only look
/// like a base letter with a stroke (ł, ø, đ) fold to it as well, because
/// readers type them so.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return folded;
    }
    for c in text.chars() {
        fold_char(c, |c| folded.push(c));
    }
    folded
}

/// Folds one character into `out`; see [`fold`]. Combining marks give nothing.
pub fn fold_char(c: char, mut out: impl FnMut(char)) {
    if c.is_ascii() {
        return out(c.to_ascii_lowercase());
    }
    match c {
        '’' | '‘' | 'ʼ' | '＇' | '`' => out('\''),
        'ß' => "ss".chars().for_each(out),
        'æ' | 'Æ' => "ae".chars().for_each(out),
        'œ' | 'Œ' => "oe".chars().for_each(out),
        'ø' | 'Ø' => out('o'),
        'ł' | 'Ł' => out('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out('d'),
        'þ' | 'Þ' => "th".chars().for_each(out),
        'ı' => out('i'),
        // These letters are not their base letter with a mark: й is not и to its readers.
        'й' | 'Й' => out('й'),
        'ї' | 'Ї' => out('ї'),
        _ => {
            for lower in c.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)) {
                out(lower);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_and_apostrophes_fold() {
        assert_eq!(fold("Zelenskyy’s"), "zelenskyy's");
        assert_eq!(fold("ŁÓDŹ"), "lodz");
        assert_eq!(fold("Straße"), "strasse");
        assert_eq!(fold("Київ"), "київ");
        assert_eq!(fold("İstanbul"), "istanbul");
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in ["Ærø Þórr", "Ǆ ﬁ Ⅳ", "ΣΊΣΥΦΟΣ", "e\u{301}"] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }
}
