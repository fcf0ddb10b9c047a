//! Bytes into text: encodings, byte order marks, line ends.
//!
//! What is sure comes first: a byte order mark, then valid UTF-8, then the
//! shape of UTF-16, then what an HTML page declares; a guess by letter
//! statistics comes last. Does not look at what the text says.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Why bytes are not text: the reasons shown for a skipped file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Nothing but white space.
    Empty,
    /// Control bytes that no text has.
    Binary,
}

impl NotText {
    /// The reason as it is listed.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Empty => "empty file",
            Self::Binary => "binary file",
        }
    }
}

/// How far into a page a declared encoding is looked for, in bytes. The HTML standard demands
/// 1024; pages that were saved with notes in front declare it later.
const DECLARED_WITHIN: usize = 4096;

/// Bytes from which letter statistics are taken at most, in bytes: more changes no guess.
const GUESSED_FROM: usize = 1 << 20;

/// Control characters beyond one in this many bytes make a file binary; real text has none
/// or a stray form feed, compressed data has one in ten.
const CONTROL_RARITY: usize = 200;

/// Decodes a text file.
pub fn decode_text(bytes: &[u8]) -> Result<String, NotText> {
    decode(bytes, None)
}

/// Decodes a saved page, trusting the encoding it declares before statistics.
pub fn decode_page(bytes: &[u8]) -> Result<String, NotText> {
    decode(bytes, declared_encoding(bytes))
}

fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<String, NotText> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned(),
        None if bytes.contains(&0) => decode_utf16(bytes).ok_or(NotText::Binary)?,
        None if is_binary(bytes) => return Err(NotText::Binary),
        None => decode_bytes(bytes, declared),
    };
    if text.contains('\0') {
        return Err(NotText::Binary);
    }
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(NotText::Empty);
    }
    Ok(unify_line_ends(text))
}

fn decode_bytes(bytes: &[u8], declared: Option<&'static Encoding>) -> String {
    let escapes = bytes.contains(&0x1b);
    if let Ok(text) = std::str::from_utf8(bytes) {
        // Only ISO-2022-JP hides its letters in ASCII, behind escapes.
        if !escapes || !text.is_ascii() {
            return text.to_owned();
        }
    } else if is_damaged_utf8(bytes) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let encoding = declared.filter(|encoding| *encoding != UTF_8).unwrap_or_else(|| guess(bytes));
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// The encoding the letters speak for.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(GUESSED_FROM)], true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Whether bytes are UTF-8 but for a few broken places, such as an end cut inside a letter:
/// at least ten sound letters beyond ASCII for each broken one.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_sound, mut n_broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_sound >= 10 * n_broken
}

/// One pair of bytes in so many holds a zero in UTF-16: nearly each in Latin letters, each space and
/// point in others. Fewer are a stray zero in text of another encoding.
const ZEROS_AMONG: usize = 8;

/// Decodes UTF-16 without a byte order mark, or gives nothing where that is not sure: zero bytes are
/// many, nearly all stand on one side of the pairs, every pair decodes, and none to a control.
fn decode_utf16(bytes: &[u8]) -> Option<String> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let is_many = |n_zeros: usize, n_others: usize| {
        n_zeros * ZEROS_AMONG >= bytes.len() / 2 && n_zeros >= n_others * ZEROS_AMONG
    };
    let encoding = match (zeros(0), zeros(1)) {
        (first, second) if is_many(second, first) => UTF_16LE,
        (first, second) if is_many(first, second) => UTF_16BE,
        _ => return None,
    };
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    (!had_errors && text.chars().all(is_text)).then(|| text.into_owned())
}

/// Whether bytes are no text in any encoding that has no zero bytes.
fn is_binary(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 5] = [b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b"];
    let is_control = |byte: &&u8| matches!(byte, 0x01..=0x08 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    MARKS.iter().any(|mark| bytes.starts_with(mark))
        || bytes.iter().filter(is_control).count() > 1 + bytes.len() / CONTROL_RARITY
}

/// The encoding a page declares in a `meta` element or an XML declaration.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let mut rest = &head[..];
    while let Some(at) = find(rest, b"charset").map(|at| at + 7).or_else(|| xml_encoding(rest)) {
        rest = &rest[at..];
        let value = rest.trim_ascii_start().strip_prefix(b"=").map(<[u8]>::trim_ascii_start);
        let label = value.unwrap_or_default();
        let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
        let length =
            label.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:.+".contains(byte)).count();
        if let Some(encoding) = Encoding::for_label(&label[..length]) {
            // A page that can be searched for ASCII is not in UTF-16, whatever it says.
            return Some(encoding).filter(|encoding| encoding.is_ascii_compatible());
        }
    }
    None
}

/// The place after `encoding` in an XML declaration at the very start.
fn xml_encoding(head: &[u8]) -> Option<usize> {
    let end = find(head, b"?>").filter(|_| head.trim_ascii_start().starts_with(b"<?xml"))?;
    find(&head[..end], b"encoding").map(|at| at + 8)
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

/// `\r\n` and lone `\r` become `\n`.
pub fn unify_line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Encodes as a file written by an older program would be.
    fn encoded(text: &str, label: &str) -> Vec<u8> {
        let (bytes, _, had_errors) =
            Encoding::for_label(label.as_bytes()).expect("a known label").encode(text);
        assert!(!had_errors, "{label} has every letter of the case");
        bytes.into_owned()
    }

    #[test]
    fn every_encoding_a_newsroom_used_is_recognized() {
        for (label, text) in [
            (
                "windows-1252",
                "Le Premier ministre a déclaré jeudi que la réforme serait présentée à l’Assemblée.",
            ),
            (
                "windows-1251",
                "Президент Украины заявил в четверг, что переговоры продолжатся на следующей неделе.",
            ),
            (
                "koi8-r",
                "Президент заявил в четверг, что переговоры продолжатся на следующей неделе в Москве.",
            ),
            ("windows-1250", "Předseda vlády řekl, že jednání bude pokračovat příští týden v Praze."),
            ("iso-8859-7", "Ο πρωθυπουργός δήλωσε την Πέμπτη ότι οι συνομιλίες θα συνεχιστούν."),
            ("shift_jis", "首相は木曜日、来週も協議を続けると述べた。東京で記者会見が開かれた。"),
            ("euc-jp", "首相は木曜日、来週も協議を続けると述べた。東京で記者会見が開かれた。"),
            ("iso-2022-jp", "首相は木曜日、来週も協議を続けると述べた。"),
            ("gb18030", "总理周四表示，谈判将于下周在北京继续进行。"),
            ("big5", "總理週四表示，談判將於下週在臺北繼續進行。"),
            ("euc-kr", "총리는 목요일 다음 주에도 협상을 계속하겠다고 밝혔다."),
        ] {
            assert_eq!(decode_text(&encoded(text, label)).as_deref(), Ok(text), "{label}");
        }
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let text = "Kyiv — Київ, 20 April 2023.\nSecond line.\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode_text(&little).as_deref(), Ok(text));
        assert_eq!(decode_text(&big).as_deref(), Ok(text));
        assert_eq!(decode_text(&[b"\xff\xfe", &little[..]].concat()).as_deref(), Ok(text));
        assert_eq!(decode_text(&[b"\xfe\xff", &big[..]].concat()).as_deref(), Ok(text));
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(decode_text(b"\xef\xbb\xbfKyiv").as_deref(), Ok("Kyiv"));
    }

    #[test]
    fn utf8_cut_inside_a_letter_stays_utf8() {
        let text = "Київ — столиця України".as_bytes();
        let cut = decode_text(&text[..text.len() - 1]).expect("text");
        assert_eq!(cut, "Київ — столиця Україн\u{fffd}");
    }

    #[test]
    fn a_page_is_read_as_it_declares() {
        let page =
            encoded("<html><head><meta charset='windows-1251'></head><body>Киев</body>", "windows-1251");
        assert!(decode_page(&page).expect("text").contains("Киев"));
        let page =
            encoded("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\"><p>Киев", "koi8-r");
        assert!(decode_page(&page).expect("text").contains("Киев"));
        let page = encoded("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><p>Łódź", "iso-8859-2");
        assert!(decode_page(&page).expect("text").contains("Łódź"));
        let page = "<meta charset='windows-1252'><p>Київ";
        assert_eq!(decode_page(page.as_bytes()).as_deref(), Ok(page), "sound UTF-8 beats a false label");
    }

    #[test]
    fn what_is_not_text_says_so() {
        assert_eq!(decode_text(b""), Err(NotText::Empty));
        assert_eq!(decode_text(b"\xef\xbb\xbf \r\n\t"), Err(NotText::Empty));
        assert_eq!(decode_text(b"\x7fELF\x02\x01\x01\0\0\0"), Err(NotText::Binary));
        assert_eq!(decode_text(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Err(NotText::Binary));
        assert_eq!(decode_text(b"half text\0half not"), Err(NotText::Binary));
    }

    #[test]
    fn line_ends_become_one_kind() {
        assert_eq!(decode_text(b"a\r\nb\rc\nd\r\n").as_deref(), Ok("a\nb\nc\nd\n"));
    }
}
