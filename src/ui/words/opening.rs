//! What a first visitor reads while the articles are on their way; `index.html` says the same before that.

use super::phrase::Phrase;

/// What the site is, what it does with what a reader does, and why it takes a moment.
pub const OPENING_LEAD: Phrase = phrase!(
    "This page holds a folder of news articles and answers who, where and when, with proof from the text. Your browser reads the articles itself: nothing you search for or open leaves this device. The first visit takes a moment; later ones need no network.",
    "Diese Seite enthält einen Ordner mit Nachrichtenartikeln und beantwortet, wer, wo und wann – mit Belegen aus dem Text. Ihr Browser liest die Artikel selbst: Nichts, was Sie suchen oder öffnen, verlässt dieses Gerät. Der erste Besuch dauert einen Moment; spätere brauchen kein Netz.",
    "Ця сторінка містить теку новинних статей і відповідає, хто, де й коли, — з доказами з тексту. Статті читає сам ваш браузер: ніщо з того, що ви шукаєте чи відкриваєте, не залишає цього пристрою. Перше відкриття потребує хвилинки, далі мережа не потрібна.",
);
