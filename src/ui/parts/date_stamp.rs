//! A publication date in words, dashed where it is inferred or unknown.

use crate::key::Basis;
use crate::ui::hooks::use_language;
use crate::ui::words;
use crate::view::DateLabel;
use yew::prelude::*;

/// See [`DateStamp`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DateStampProps {
    /// The date.
    pub date: DateLabel,
}

/// A publication date in words.
#[component]
pub fn DateStamp(props: &DateStampProps) -> Html {
    use_language();
    let DateLabel { value, basis, .. } = &props.date;
    let Some(value) = value else {
        return html! { <span class="date-stamp" data-guess="true">{ words::UNDATED }</span> };
    };
    let note = basis.and_then(words::basis_note);
    let is_guess = (*basis == Some(Basis::Inferred)).then_some("true");
    html! {
        <span class="date-stamp" data-guess={is_guess}>
            <time datetime={value.clone()}>{ words::iso_date(value) }</time>
            if let Some(note) = note {
                <span class="date-stamp-note">{ ", " }{ note }</span>
            }
        </span>
    }
}
