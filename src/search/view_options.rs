//! What a view shows beside the selection: lanes of the timeline, the two articles to compare, how links are
//! counted, the part of the map that is seen. Part of the address, so that a picture can be sent to a colleague.

/// What the lanes of the timeline stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum LaneBy {
    /// One lane for each person.
    #[default]
    Person,
    /// One lane for each place.
    Place,
    /// One lane for each article.
    Article,
}

impl LaneBy {
    /// Every choice, in the order menus list them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Article];

    /// The word in URLs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Article => "article",
        }
    }
}

/// Within what two names must stand to be linked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum LinkWithin {
    /// One sentence.
    #[default]
    Sentence,
    /// One paragraph.
    Paragraph,
    /// One article.
    Article,
}

impl LinkWithin {
    /// Every choice, narrowest first.
    pub const ALL: [Self; 3] = [Self::Sentence, Self::Paragraph, Self::Article];

    /// The word in URLs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::Article => "article",
        }
    }
}

/// What a view shows beside the selection.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ViewOptions {
    /// The lanes of the timeline.
    pub lanes: LaneBy,
    /// The ids of the articles that are compared, left and right.
    pub pair: [Option<String>; 2],
    /// Within what names are linked in the network.
    pub within: LinkWithin,
    /// The fewest times two names must stand together to be linked; as few as the picture can hold, where nothing is said.
    pub least: Option<u32>,
    /// What is looked at in the network: one name, or two with the shortest chain between them, as `person:joe-biden`.
    pub names: [Option<String>; 2],
    /// The place that is looked at on the map, by its name in URLs.
    pub place: Option<String>,
    /// The part of the map that is seen; all places, where nothing is said.
    pub lens: Option<Lens>,
    /// Whom the quotations listed are about, as `person:joe-biden`.
    pub about: Option<String>,
}

/// The part of a map that is seen, in the address as `50.45:30.52:6.5`. Says how near, not how large the picture is: a
/// smaller screen sees less of the same map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Lens {
    /// The latitude of the middle in hundredths of a degree.
    pub latitude: i32,
    /// The longitude of the middle likewise.
    pub longitude: i32,
    /// How often the farthest scale is doubled, in hundredths.
    pub doublings: i32,
}

impl Lens {
    /// The most that each number can be, in hundredths: a quarter circle, a half circle, a scale beyond all maps.
    const BOUNDS: [i32; 3] = [9_000, 18_000, 2_000];

    fn to_param(self) -> String {
        [self.latitude, self.longitude, self.doublings].map(say_hundredths).join(":")
    }

    fn from_param(value: &str) -> Option<Self> {
        let mut numbers = value.split(':').zip(Self::BOUNDS).map(|(number, most)| {
            read_hundredths(number).filter(|hundredths| (-most..=most).contains(hundredths))
        });
        let (latitude, longitude) = (numbers.next()??, numbers.next()??);
        Some(Self { latitude, longitude, doublings: numbers.next()?? })
    }
}

/// `5045` → `50.45`, without zeros at the end.
fn say_hundredths(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match (part, part % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

/// `50.45` → `5045`, rounded. Not by way of floating point: its tables are four hundredths of the page.
fn read_hundredths(number: &str) -> Option<i32> {
    let (sign, digits) = number.strip_prefix('-').map_or((1, number), |digits| (-1, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_figures(whole) || !is_figures(part) {
        return None;
    }
    let digit = |at: usize| part.as_bytes().get(at).map_or(0, |byte| i32::from(byte - b'0'));
    let rounded = digit(0) * 10 + digit(1) + i32::from(digit(2) >= 5);
    Some(sign * whole.parse::<i32>().ok()?.checked_mul(100)?.checked_add(rounded)?)
}

/// The parameters of [`ViewOptions::pair`] and [`ViewOptions::names`].
const PAIR: [&str; 2] = ["left", "right"];
const NAMES: [&str; 2] = ["from", "to"];

impl ViewOptions {
    /// The parameters that say what is not as usual, with their values; empty values are left out by the address.
    pub(super) fn params(&self) -> Vec<(&'static str, String)> {
        let other = |is_usual: bool, word: &str| if is_usual { String::new() } else { word.to_owned() };
        let mut params = vec![("lanes", other(self.lanes == LaneBy::default(), self.lanes.word()))];
        for (names, values) in [(PAIR, &self.pair), (NAMES, &self.names)] {
            params
                .extend(names.into_iter().zip(values.iter().map(|value| value.clone().unwrap_or_default())));
        }
        params.push(("about", self.about.clone().unwrap_or_default()));
        params.push(("within", other(self.within == LinkWithin::default(), self.within.word())));
        params.push(("least", self.least.map(|least| least.to_string()).unwrap_or_default()));
        params.push(("place", self.place.clone().unwrap_or_default()));
        params.push(("at", self.lens.map(Lens::to_param).unwrap_or_default()));
        params
    }

    /// Takes a parameter in; whether it is one of a view.
    pub(super) fn set(&mut self, name: &str, value: &str) -> bool {
        let side = |names: [&str; 2]| names.iter().position(|side| *side == name);
        match name {
            "lanes" => self.lanes = LaneBy::ALL.into_iter().find(|by| by.word() == value).unwrap_or_default(),
            "within" => {
                self.within = LinkWithin::ALL.into_iter().find(|by| by.word() == value).unwrap_or_default();
            }
            "place" => self.place = Some(value.to_owned()),
            "at" => self.lens = Lens::from_param(value),
            "about" => self.about = Some(value.to_owned()),
            "least" => self.least = value.parse().ok().filter(|least| *least > 0),
            _ => match (side(PAIR), side(NAMES)) {
                (Some(at), _) => self.pair[at] = Some(value.to_owned()),
                (_, Some(at)) => self.names[at] = Some(value.to_owned()),
                _ => return false,
            },
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_read_as_they_are_said() {
        for (hundredths, said) in [(0, "0"), (5045, "50.45"), (-5, "-0.05"), (650, "6.5"), (-17_900, "-179")]
        {
            assert_eq!(say_hundredths(hundredths), said);
            assert_eq!(read_hundredths(said), Some(hundredths));
        }
        assert_eq!((read_hundredths("1.995"), read_hundredths("007.1249")), (Some(200), Some(712)));
        for odd in ["", "-", ".", ".5", "5.", "1e3", "NaN", "--1", "1.2.3", "٣", "99999999999", "30000000"] {
            assert_eq!(read_hundredths(odd), None, "{odd}");
        }
    }
}
