//! Words for characters that cannot be seen.

use super::phrase::Phrase;

/// The code of a character, as Unicode writes it.
#[must_use]
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

const TURNS: Phrase = phrase!(
    "{0}, a character that cannot be seen: it turns the direction of text",
    "{0}, ein unsichtbares Zeichen: Es dreht die Schreibrichtung um",
    "{0}, невидимий знак: змінює напрям тексту",
);
const HIDES: Phrase = phrase!(
    "{0}, a character that cannot be seen: it hides text",
    "{0}, ein unsichtbares Zeichen: Es verbirgt Text",
    "{0}, невидимий знак: приховує текст",
);
const CONTROLS: Phrase = phrase!(
    "{0}, a character that cannot be seen: a control code",
    "{0}, ein unsichtbares Zeichen: ein Steuerzeichen",
    "{0}, невидимий знак: керувальний код",
);
const NO_ROOM: Phrase = phrase!(
    "{0}, a character that cannot be seen: it takes no room",
    "{0}, ein unsichtbares Zeichen: Es nimmt keinen Platz ein",
    "{0}, невидимий знак: не займає місця",
);

/// What a hidden character is.
#[must_use]
pub fn hidden_character(c: char) -> String {
    let what = match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => TURNS,
        '\u{e0000}'..='\u{e007f}' => HIDES,
        c if c.is_control() => CONTROLS,
        _ => NO_ROOM,
    };
    what.with([&code_point(c)])
}
