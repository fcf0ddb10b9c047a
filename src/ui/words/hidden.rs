//! Words for characters that cannot be seen.

/// The code of a character, as Unicode writes it.
#[must_use]
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// What a hidden character is.
#[must_use]
pub fn hidden_character(c: char) -> String {
    let what = match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            "it turns the direction of text"
        }
        '\u{e0000}'..='\u{e007f}' => "it hides text",
        c if c.is_control() => "a control code",
        _ => "it takes no room",
    };
    [&code_point(c), ", a character that cannot be seen: ", what].concat()
}
