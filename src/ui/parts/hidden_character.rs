//! Text with what cannot be seen made visible: characters that turn the direction of what follows, that
//! hide inside words, or that control a terminal. Each is drawn as its code in its place and does
//! nothing. What scripts and emoji need in order to be drawn right stays as it is.

use crate::ui::words;
use yew::prelude::*;

/// Draws a text; nearly every text holds nothing hidden and is one text node.
pub fn draw_text(text: &str) -> Html {
    let hidden = find_hidden(text);
    if hidden.is_empty() {
        return text.into();
    }
    let mut drawn = Vec::new();
    let mut from = 0;
    for (at, c) in hidden {
        drawn.push(Html::from(&text[from..at]));
        drawn.push(draw_hidden(c));
        from = at + c.len_utf8();
    }
    drawn.push(Html::from(&text[from..]));
    drawn.into_iter().collect()
}

fn draw_hidden(c: char) -> Html {
    let code = words::code_point(c);
    html! { <span class="hidden-character" title={words::hidden_character(c)}>{ code }</span> }
}

/// Every character to make visible, with its place.
fn find_hidden(text: &str) -> Vec<(usize, char)> {
    let mut hidden = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        if is_hidden(c, before, after) {
            hidden.push((at, c));
        }
        before = Some(c);
    }
    hidden
}

/// Unicode's bidirectional controls, its default-ignorable characters that no script needs where they
/// stand, and the control codes except the ends of lines and tabs.
fn is_hidden(c: char, before: Option<char>, after: Option<char>) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{180e}' => true,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' => true,
        // Flags of regions are written with tags behind a black flag; elsewhere they only hide.
        '\u{e0000}'..='\u{e007f}' => !before.is_some_and(|c| matches!(c, '🏴' | '\u{e0000}'..='\u{e007f}')),
        // Joiners and marks of direction belong to scripts and emoji, not between letters of the Latin alphabet.
        '\u{200c}'..='\u{200f}' | '\u{61c}' => {
            [before, after].iter().flatten().all(char::is_ascii_alphanumeric)
        }
        c => c.is_control(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<usize> {
        find_hidden(text).into_iter().map(|(at, _)| at).collect()
    }

    #[test]
    fn what_turns_or_hides_is_found() {
        assert_eq!(places("a\u{202e}b"), [1]);
        assert_eq!(places("pay\u{200b}pal \u{2066}x\u{2069}"), [3, 10, 14]);
        assert_eq!(places("a\0b\u{1b}[2J"), [1, 3]);
        assert_eq!(places("pass\u{200d}word"), [4]);
        assert_eq!(places("x\u{e0041}"), [1]);
    }

    #[test]
    fn what_scripts_and_emoji_need_stays() {
        for text in [
            "می\u{200c}خواهم",
            "👩\u{200d}🚀",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "שלום\u{200f}!",
            "line\nline\ttab\r\n",
            "co\u{ad}operate",
        ] {
            assert!(places(text).is_empty(), "{text}");
        }
    }
}
