//! The URL form: everything a reader looks at, as the hash of an address.
//!
//! `#/articles?q=tanks&who=jens-stoltenberg&who-not=joe-biden&where-mode=all&published=2022-11..2023-04&sort=newest&read=003`.
//! A hash works from any folder of any static host, from `file:` and without
//! server rules. Unknown parameters are left out; anything parses.

pub use super::view_options::{LaneBy, Lens, LinkWithin, ViewOptions};

use super::query::{Choice, DateRange, DaySpan, Mode, Selection, Sort};
use crate::key::{Axis, Facet, Kind};

/// A page of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Facets, results and reader.
    #[default]
    Articles,
    /// One person, place or organization.
    Entity(Kind, String),
    /// What happened when.
    Timeline,
    /// Where.
    Map,
    /// Who appears with whom and where.
    Network,
    /// Who said what.
    Quotes,
    /// Two articles side by side, or what a selection disagrees on.
    Compare,
    /// What was read, removed and why.
    Methods,
    /// How to ask.
    Help,
    /// What the page has asked of the network, and how to verify it.
    Seal,
    /// Anything else, with the path that led here.
    NotFound(String),
}

impl Page {
    /// The pages of more than the list that show the selection, in the order of the navigation, with their names in URLs.
    pub const VIEWS: [(Self, &'static str); 5] = [
        (Self::Timeline, "timeline"),
        (Self::Map, "map"),
        (Self::Network, "network"),
        (Self::Quotes, "quotes"),
        (Self::Compare, "compare"),
    ];

    /// Whether the page shows the selection, so that narrowing it leads nowhere else.
    #[must_use]
    pub fn shows_selection(&self) -> bool {
        *self == Self::Articles || Self::VIEWS.iter().any(|(page, _)| page == self)
    }
}

/// Everything a reader looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The page.
    pub page: Page,
    /// What is selected; kept on every page, so that the way back leads to the same list.
    pub selection: Selection,
    /// The days the strip of dates shows; all there are, where nothing is said.
    pub zoom: Option<DaySpan>,
    /// Whether places are shown as a tree.
    pub has_tree: bool,
    /// The id of the article that is open.
    pub read: Option<String>,
    /// Whether the open article shows what was removed from it.
    pub shows_removed: bool,
    /// What the page shows beside the selection, if it is a view.
    pub options: ViewOptions,
}

impl Location {
    /// The same selection on another page, with no article open.
    #[must_use]
    pub fn on(&self, page: Page) -> Self {
        let Self { zoom, has_tree, .. } = *self;
        Self { page, selection: self.selection.clone(), zoom, has_tree, ..Self::default() }
    }

    /// The same place with another selection; the open article stays open.
    #[must_use]
    pub fn selecting(&self, selection: Selection) -> Self {
        Self { selection, ..self.clone() }
    }

    /// The same page with other options.
    #[must_use]
    pub fn showing(&self, options: ViewOptions) -> Self {
        Self { options, ..self.clone() }
    }

    /// The list with an article open, or with none.
    #[must_use]
    pub fn reading(&self, read: Option<String>) -> Self {
        Self { read, ..self.on(Page::Articles) }
    }

    /// The hash with its `#`, the shortest that [`Location::parse`] reads back as this place.
    #[must_use]
    pub fn to_hash(&self) -> String {
        let mut hash = String::from("#/");
        match &self.page {
            Page::Articles => {}
            Page::Entity(kind, slug) => {
                hash.push_str(kind.noun());
                hash.push('/');
                push_encoded(&mut hash, slug);
            }
            Page::Methods => hash.push_str("methods"),
            Page::Help => hash.push_str("help"),
            Page::Seal => hash.push_str("seal"),
            Page::NotFound(path) => push_encoded(&mut hash, path),
            view => hash.push_str(name_of(view)),
        }
        let mut params = Params { hash, separator: '?' };
        let selection = &self.selection;
        params.push("q", &selection.words);
        for facet in Facet::ALL {
            let Choice { with, without, mode } = selection.choice(facet);
            let name = facet.param();
            with.iter().for_each(|slug| params.push(name, slug));
            without.iter().for_each(|slug| params.push(&format!("{name}-not"), slug));
            if *mode == Mode::All {
                params.push(&format!("{name}-mode"), "all");
            }
        }
        for axis in Axis::ALL {
            params.push(axis.param(), &selection.range(axis).map(DateRange::to_param).unwrap_or_default());
        }
        if selection.nationalities {
            params.push("nationalities", "counted");
        }
        if self.has_tree {
            params.push("places", "tree");
        }
        params.push("zoom", &self.zoom.map(DaySpan::to_iso).unwrap_or_default());
        if selection.sort != Sort::default() {
            params.push("sort", selection.sort.word());
        }
        if selection.once {
            params.push("stories", "once");
        }
        params.push("read", self.read.as_deref().unwrap_or_default());
        if self.shows_removed {
            params.push("removed", "shown");
        }
        self.options.params().iter().for_each(|(name, value)| params.push(name, value));
        params.hash
    }

    /// Reads a hash, with or without its `#`. Whatever is typed has a meaning.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, params) = hash.split_once('?').unwrap_or((hash, ""));
        let mut location = Self { page: parse_page(path), ..Self::default() };
        for param in params.split('&') {
            let (name, value) = param.split_once('=').unwrap_or((param, ""));
            let value = decode(value);
            if !value.is_empty() {
                location.set(name, value);
            }
        }
        location
    }

    fn set(&mut self, name: &str, value: String) {
        if self.options.set(name, &value) {
            return;
        }
        match name {
            "q" => self.selection.words = value,
            "read" => self.read = Some(value),
            "stories" => self.selection.once = value == "once",
            "removed" => self.shows_removed = value == "shown",
            "nationalities" => self.selection.nationalities = value == "counted",
            "places" => self.has_tree = value == "tree",
            "zoom" => self.zoom = DaySpan::of_range(&value),
            "sort" => {
                let sort = Sort::ALL.into_iter().find(|sort| sort.word() == value);
                self.selection.sort = sort.unwrap_or_default();
            }
            _ => match Axis::from_param(name) {
                Some(axis) => self.selection.dates[axis as usize] = DateRange::from_param(&value),
                None => self.choose(name, value),
            },
        }
    }

    fn choose(&mut self, name: &str, value: String) {
        let (facet, part) = name.split_once('-').unwrap_or((name, ""));
        let Some(facet) = Facet::from_param(facet) else { return };
        let choice = self.selection.choice_mut(facet);
        let is_new = !choice.with.contains(&value) && !choice.without.contains(&value);
        match part {
            "" if is_new => choice.with.push(value),
            "not" if is_new => choice.without.push(value),
            "mode" if value == "all" => choice.mode = Mode::All,
            _ => {}
        }
    }
}

fn name_of(view: &Page) -> &'static str {
    Page::VIEWS.iter().find(|(page, _)| page == view).map_or("", |(_, name)| name)
}

fn parse_page(path: &str) -> Page {
    let path = path.trim_matches('/');
    if let Some((view, _)) = Page::VIEWS.iter().find(|(_, name)| *name == path) {
        return view.clone();
    }
    match path.split_once('/') {
        None if path.is_empty() || path == "articles" => Page::Articles,
        None if path == "methods" => Page::Methods,
        None if path == "help" => Page::Help,
        None if path == "seal" => Page::Seal,
        Some((noun, slug)) if Kind::from_noun(noun).is_some() && !slug.contains('/') => {
            Kind::from_noun(noun).map_or_else(Page::default, |kind| Page::Entity(kind, decode(slug)))
        }
        _ => Page::NotFound(decode(path)),
    }
}

struct Params {
    hash: String,
    separator: char,
}

impl Params {
    fn push(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.hash.push(self.separator);
        self.separator = '&';
        self.hash.push_str(name);
        self.hash.push('=');
        push_encoded(&mut self.hash, value);
    }
}

/// Percent-encodes whatever would end a value or be rewritten by a browser; letters of any script
/// stay readable, and a space is `+`.
fn push_encoded(out: &mut String, value: &str) {
    for c in value.chars() {
        if c == ' ' {
            out.push('+');
        } else if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | ':' | '*' | '(' | ')') {
            out.push(c);
        } else {
            let mut buffer = [0; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                out.push('%');
                out.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
                out.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
            }
        }
    }
}

/// Undoes [`push_encoded`] and what browsers encode of their own; broken escapes stay as they are,
/// bytes that are not UTF-8 become U+FFFD.
fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |at: usize| tail.get(at).and_then(|c| char::from(*c).to_digit(16));
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
                rest = &tail[2..];
                continue;
            }
            (b'+', ..) => bytes.push(b' '),
            (byte, ..) => bytes.push(*byte),
        }
        rest = tail;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_round_trips() {
        let mut selection = Selection::default()
            .toggled(Facet::Who, "jens-stoltenberg")
            .excluding(Facet::Who, "joe-biden")
            .toggled(Facet::When, "2023-04")
            .toggled(Facet::Where, "київ")
            .toggled(Facet::Where, "in:united-states:texas")
            .with_words("\"as long as it takes\" & 100% +? #/");
        selection.choice_mut(Facet::Where).mode = Mode::All;
        selection.sort = Sort::Oldest;
        selection.nationalities = true;
        selection.once = true;
        for page in [
            Page::Articles,
            Page::Entity(Kind::Place, "київ".into()),
            Page::Methods,
            Page::Quotes,
            Page::Help,
            Page::Seal,
            Page::NotFound("no such page".into()),
            Page::Timeline,
            Page::Map,
            Page::Compare,
        ] {
            let location = Location {
                page,
                selection: selection
                    .with_range(Axis::Published, DateRange::from_param("2022-11..2023-04"))
                    .with_range(Axis::Mentioned, Some(DateRange::Undated)),
                zoom: DaySpan::of_range("2020..2029"),
                has_tree: true,
                read: Some("003 a/b".into()),
                shows_removed: true,
                options: ViewOptions {
                    lanes: LaneBy::Place,
                    pair: [Some("003".into()), Some("004 a".into())],
                    within: LinkWithin::Paragraph,
                    least: Some(3),
                    names: [Some("person:joe-biden".into()), Some("place:kyiv".into())],
                    place: Some("kyiv".into()),
                    lens: Some(Lens { latitude: -3352, longitude: 15121, doublings: 375 }),
                    about: Some("person:joe-biden".into()),
                },
            };
            assert_eq!(Location::parse(&location.to_hash()), location);
        }
    }

    #[test]
    fn the_plain_list_has_the_shortest_hash() {
        assert_eq!(Location::default().to_hash(), "#/");
        assert_eq!(Location::parse(""), Location::default());
    }

    #[test]
    fn anything_parses() {
        for hash in ["#/?q=%", "#/?q=%zz&&=&who", "#%ff?who=%ff", "#////", "#/person/", "#/person/a/b"] {
            let location = Location::parse(hash);
            assert_eq!(Location::parse(&location.to_hash()), location, "{hash}");
        }
    }
}
