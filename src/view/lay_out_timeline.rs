//! Events into places: pixels from the left, rows in which no two marks and no two labels touch, ticks of the axis.

use super::say_days::short_month;
use super::statement::{DAY_MINUTES, When};
use super::timeline::{LaneMark, TimeTick, point_radius};
use crate::annotate::timex::Date;

/// Rows of one lane at most; what finds no room stands in the last one without words.
pub(super) const N_ROWS: usize = 7;
/// Width of a character of a label in pixels: 12 pixels of a wide serif, so that no other runs into its neighbor.
const CHAR_PX: f32 = 6.9;
/// The longest label, in characters; labels are cut at words.
const LABEL_CHARS: usize = 44;
/// The shortest label worth reading, in characters.
const MIN_LABEL_CHARS: usize = 14;
/// Room between a point and its label, in pixels.
pub const LABEL_GAP_PX: f32 = 6.0;
/// Air between two marks of a row, in pixels.
const AIR_PX: f32 = 8.0;
/// A day, or a part of it, is a point while it is drawn narrower than this, in pixels.
const MAX_POINT_PX: f32 = 14.0;
/// The shortest bar, in pixels.
const MIN_BAR_PX: f32 = 6.0;
/// Pixels between two ticks with words, at least.
const TICK_PX: f32 = 72.0;

/// An event to be placed.
pub(super) struct Placed {
    pub event: u32,
    pub when: When,
    /// How many stories tell it: what more tell finds a place first.
    pub weight: u32,
    pub text: String,
}

fn x_of(minute: i64, shown: When, width_px: u32) -> f32 {
    let part = (minute - shown.from) as f64 / shown.minutes().max(1) as f64;
    // Places in a picture of a few thousand pixels are exact enough as single precision.
    #[expect(clippy::cast_possible_truncation, reason = "see above")]
    let x = (part * f64::from(width_px)) as f32;
    x
}

/// Gives each event its place in `n_most` rows at most; marks in order of time, and how many rows they need.
pub(super) fn lay_out(events: &[Placed], shown: When, width_px: u32, n_most: usize) -> (Vec<LaneMark>, u32) {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(events[*at].weight), events[*at].when, *at));
    let mut rows: Vec<Vec<(f32, f32)>> = Vec::new();
    let mut marks: Vec<(usize, LaneMark)> = Vec::with_capacity(events.len());
    for at in order {
        let bare = draw(&events[at], shown, width_px);
        let own = extent(&bare, events[at].weight);
        let choices = label_choices(&bare, own, &events[at].text, width_px as f32);
        let labelled = choices.into_iter().find_map(|(mark, taken)| {
            let row = find_row(&rows, taken, n_most)?;
            Some((LaneMark { row, ..mark }, taken))
        });
        let (mark, taken) = labelled.unwrap_or_else(|| {
            let row = find_row(&rows, own, n_most).unwrap_or(row_number(n_most - 1));
            (LaneMark { row, ..bare }, own)
        });
        take_row(&mut rows, mark.row, taken);
        marks.push((at, mark));
    }
    marks.sort_by_key(|(at, _)| *at);
    let weights: Vec<u32> = marks.iter().map(|(at, _)| events[*at].weight).collect();
    let mut marks: Vec<LaneMark> = marks.into_iter().map(|(_, mark)| mark).collect();
    drop_covered(&mut marks, &weights);
    (marks, row_number(rows.len()))
}

/// A mark with its words: on the right of a point, else on its left, and over a bar from its beginning; with the room
/// each takes.
fn label_choices(
    bare: &LaneMark,
    (start, end): (f32, f32),
    text: &str,
    width_px: f32,
) -> Vec<(LaneMark, (f32, f32))> {
    let length = |label: &str| label.chars().count() as f32 * CHAR_PX;
    let mut choices = Vec::new();
    let right = if bare.width.is_some() { start } else { end + LABEL_GAP_PX };
    let label = cut_label(text, width_px - right);
    if !label.is_empty() {
        let taken = (start, end.max(right + length(&label)));
        choices.push((LaneMark { label, ..bare.clone() }, taken));
    }
    let label = cut_label(text, start - LABEL_GAP_PX);
    if bare.width.is_none() && !label.is_empty() {
        let taken = (start - LABEL_GAP_PX - length(&label), end);
        choices.push((LaneMark { label, is_left: true, ..bare.clone() }, taken));
    }
    choices
}

/// Takes the words from marks that others stand on, where a row is too full for all.
fn drop_covered(marks: &mut [LaneMark], weights: &[u32]) {
    let room = |at: usize, mark: &LaneMark| extent(mark, weights[at]);
    let rooms: Vec<(u32, (f32, f32))> =
        marks.iter().enumerate().map(|(at, mark)| (mark.row, room(at, mark))).collect();
    for (at, mark) in marks.iter_mut().enumerate().filter(|(_, mark)| !mark.label.is_empty()) {
        let (start, end) = rooms[at].1;
        let length = mark.label.chars().count() as f32 * CHAR_PX;
        let label = match (mark.width, mark.is_left) {
            (Some(_), _) => (start, start + length),
            (None, false) => (end, end + LABEL_GAP_PX + length),
            (None, true) => (start - LABEL_GAP_PX - length, start),
        };
        let mut others =
            rooms.iter().enumerate().filter(|(other, (row, _))| *other != at && *row == mark.row);
        if others.any(|(_, (_, (from, to)))| *from < label.1 && label.0 < *to) {
            mark.label.clear();
        }
    }
}

fn row_number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn draw(event: &Placed, shown: When, width_px: u32) -> LaneMark {
    let (from, to) = (x_of(event.when.from, shown, width_px), x_of(event.when.to, shown, width_px));
    let is_point = event.when.minutes() <= DAY_MINUTES && to - from < MAX_POINT_PX;
    let left = from.max(0.0);
    let right = to.min(width_px as f32).max(left + MIN_BAR_PX);
    let (x, width) = if is_point { ((from + to) / 2.0, None) } else { (left, Some(right - left)) };
    LaneMark { event: event.event, x, width, row: 0, label: String::new(), is_left: false }
}

/// From where to where a mark reaches without its label, told by so many stories.
fn extent(mark: &LaneMark, n_stories: u32) -> (f32, f32) {
    let radius = point_radius(n_stories) as f32;
    match mark.width {
        Some(width) => (mark.x, mark.x + width),
        None => (mark.x - radius, mark.x + radius),
    }
}

/// The first row with room, a new one included.
fn find_row(rows: &[Vec<(f32, f32)>], (start, end): (f32, f32), n_most: usize) -> Option<u32> {
    let is_free =
        |row: &Vec<(f32, f32)>| row.iter().all(|(from, to)| end + AIR_PX <= *from || *to + AIR_PX <= start);
    let row = rows.iter().position(is_free).or((rows.len() < n_most).then_some(rows.len()))?;
    Some(row_number(row))
}

fn take_row(rows: &mut Vec<Vec<(f32, f32)>>, row: u32, taken: (f32, f32)) {
    while rows.len() <= row as usize {
        rows.push(Vec::new());
    }
    rows[row as usize].push(taken);
}

/// The first words of a text that fit into a width; nothing where hardly any do.
fn cut_label(text: &str, room_px: f32) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred at most, never negative"
    )]
    let n_chars = ((room_px / CHAR_PX).max(0.0) as usize).min(LABEL_CHARS);
    if n_chars < MIN_LABEL_CHARS {
        return String::new();
    }
    if text.chars().count() <= n_chars {
        return text.to_owned();
    }
    let cut: String = text.chars().take(n_chars - 1).collect();
    let words = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    [words.trim_end_matches([',', ';', ':', '–', '-', ' ']), "…"].concat()
}

/// The units ticks stand at, narrowest first, in minutes, about.
const HOUR: i64 = 60;
const YEAR: i64 = 365 * DAY_MINUTES;
const STEPS: [(Step, i64); 14] = [
    (Step::Minutes(HOUR), HOUR),
    (Step::Minutes(3 * HOUR), 3 * HOUR),
    (Step::Minutes(6 * HOUR), 6 * HOUR),
    (Step::Minutes(DAY_MINUTES), DAY_MINUTES),
    (Step::Days(2), 2 * DAY_MINUTES),
    (Step::Days(7), 7 * DAY_MINUTES),
    (Step::Months(1), 30 * DAY_MINUTES),
    (Step::Months(3), 91 * DAY_MINUTES),
    (Step::Months(12), YEAR),
    (Step::Months(60), 5 * YEAR),
    (Step::Months(120), 10 * YEAR),
    (Step::Months(600), 50 * YEAR),
    (Step::Months(1200), 100 * YEAR),
    (Step::Months(12_000), 1000 * YEAR),
];

#[derive(Clone, Copy)]
enum Step {
    Minutes(i64),
    /// Days of a month, counted from its first; a remainder of a day or two joins the last.
    Days(u8),
    Months(i64),
}

/// What the axis says over what is shown.
pub(super) fn ticks(shown: When, width_px: u32) -> Vec<TimeTick> {
    let n_most = (width_px as f32 / TICK_PX).max(2.0);
    let fits = |(_, minutes): &&(Step, i64)| (shown.minutes() / minutes) as f32 <= n_most;
    let (step, _) = STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
    let mut ticks: Vec<TimeTick> = Vec::new();
    let mut at = floor(shown.from, *step);
    while at < shown.to {
        if at >= shown.from {
            let (text, is_major) = name_tick(at, *step, ticks.is_empty());
            ticks.push(TimeTick { x: x_of(at, shown, width_px), text, is_major });
        }
        at = next(at, *step);
    }
    ticks
}

fn date_of(minute: i64) -> Date {
    Date::from_number(minute.div_euclid(DAY_MINUTES))
}

fn minute_of(year: i64, month: u8, day: u8) -> i64 {
    let year = i32::try_from(year.clamp(1, 9999)).unwrap_or(1);
    Date::new(year, month, day).map_or(0, |date| date.number() * DAY_MINUTES)
}

fn floor(minute: i64, step: Step) -> i64 {
    let date = date_of(minute);
    let year = i64::from(date.year);
    match step {
        Step::Minutes(length) => minute - minute.rem_euclid(length),
        Step::Days(length) => minute_of(year, date.month, date.day - (date.day - 1) % length),
        Step::Months(length) if length < 12 => {
            let month = i64::from(date.month) - 1;
            minute_of(year, u8::try_from(month - month % length + 1).unwrap_or(1), 1)
        }
        Step::Months(length) => minute_of(year - year.rem_euclid(length / 12), 1, 1),
    }
}

fn next(minute: i64, step: Step) -> i64 {
    let date = date_of(minute);
    match step {
        Step::Minutes(length) => minute + length,
        Step::Days(length) => {
            // Two ticks around the end of a month would touch: the last days of it go without.
            let is_last = u32::from(date.day) + 2 * u32::from(length) > 32;
            let first = minute_of(date.year.into(), date.month, 1);
            if is_last {
                date_of(first).plus_months(1).number() * DAY_MINUTES
            } else {
                minute + i64::from(length) * DAY_MINUTES
            }
        }
        Step::Months(length) if length < 12 => date.plus_months(length).number() * DAY_MINUTES,
        Step::Months(length) if i64::from(date.year) + length / 12 > 9999 => i64::MAX,
        Step::Months(length) => {
            minute_of(i64::from(date.year) + length / 12 - i64::from(date.year) % (length / 12), 1, 1)
        }
    }
}

fn name_tick(minute: i64, step: Step, is_first: bool) -> (String, bool) {
    let date = date_of(minute);
    let day = |is_long: bool| match is_long {
        true => format!("{} {} {}", date.day, short_month(date), date.year),
        false => format!("{} {}", date.day, short_month(date)),
    };
    match step {
        Step::Minutes(length) if length < DAY_MINUTES => match minute.rem_euclid(DAY_MINUTES) {
            0 => (day(is_first), true),
            rest => (format!("{:02}:00", rest / 60), false),
        },
        Step::Minutes(_) | Step::Days(_) => (day(is_first), date.day == 1),
        Step::Months(length) if length < 12 => match date.month {
            1 => (date.year.to_string(), true),
            _ if is_first => (format!("{} {}", short_month(date), date.year), false),
            _ => (short_month(date), false),
        },
        Step::Months(length) => {
            (date.year.to_string(), i64::from(date.year).rem_euclid(length / 12 * 5) == 0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::DaySpan;

    fn shown(range: &str) -> When {
        let days = DaySpan::of_range(range).expect("a range");
        When { from: i64::from(days.first) * DAY_MINUTES, to: (i64::from(days.last) + 1) * DAY_MINUTES }
    }

    #[test]
    fn the_axis_goes_from_hours_to_centuries() {
        let says = |range: &str| {
            let ticks = ticks(shown(range), 900);
            assert!((2..=14).contains(&ticks.len()), "{range}: {}", ticks.len());
            assert!(ticks.windows(2).all(|pair| pair[1].x - pair[0].x > 40.0), "{range}");
            ticks[0].text.clone() + " " + &ticks[1].text
        };
        assert_eq!(says("2023-04-20"), "20 Apr 2023 03:00");
        assert_eq!(says("2023-04-17..2023-04-23"), "17 Apr 2023 18 Apr");
        assert_eq!(says("2023-04"), "1 Apr 2023 8 Apr");
        assert_eq!(says("2023"), "2023 Feb");
        assert_eq!(says("2020..2023"), "2020 2021");
        assert_eq!(says("1950..2023"), "1950 1960");
        assert_eq!(says("0001..9999"), "1 1000");
    }

    #[test]
    fn no_two_marks_of_a_row_touch_while_there_is_room() {
        let window = shown("2023");
        let placed: Vec<Placed> = (0..9_u32)
            .map(|at| {
                let from = window.from + i64::from(at * at % 7) * 20 * DAY_MINUTES;
                let text = "Finland joined the alliance, setting aside decades".to_owned();
                Placed { event: at, when: When { from, to: from + DAY_MINUTES }, weight: at % 3, text }
            })
            .collect();
        let (marks, n_rows) = lay_out(&placed, window, 900, N_ROWS);
        assert_eq!(marks.len(), placed.len());
        let room = |at: usize| {
            let mark = &marks[at];
            let (start, end) = extent(mark, placed[at].weight);
            let length = mark.label.chars().count() as f32 * CHAR_PX;
            if mark.is_left { (start - length, end) } else { (start, end + length) }
        };
        for at in 0..marks.len() {
            assert!(marks[at].row < n_rows);
            for other in (at + 1..marks.len()).filter(|other| marks[*other].row == marks[at].row) {
                let (a, b) = (room(at), room(other));
                assert!(a.1 <= b.0 || b.1 <= a.0, "{:?} {:?}", marks[at], marks[other]);
            }
        }
    }

    #[test]
    fn words_stand_where_there_is_room_and_nowhere_else() {
        let window = shown("2023");
        let event = |day: i64, days: i64| Placed {
            event: 0,
            when: When {
                from: window.from + day * DAY_MINUTES,
                to: window.from + (day + days) * DAY_MINUTES,
            },
            weight: 1,
            text: "Finland joined the alliance".to_owned(),
        };
        let marks = |events: &[Placed], n_rows: usize| lay_out(events, window, 900, n_rows).0;
        // A point at the right edge has its words on the left, a bar over itself.
        let at_edge = marks(&[event(360, 1)], 1);
        assert!(at_edge[0].is_left && !at_edge[0].label.is_empty());
        let bar = marks(&[event(0, 365)], 1);
        assert!(!bar[0].is_left && !bar[0].label.is_empty());
        // Where a row is too full, no words are stood on.
        let full: Vec<Placed> = (0..40).map(|at| event(100 + at, 1)).collect();
        assert!(marks(&full, 1).iter().all(|mark| mark.label.is_empty() || mark.is_left));
    }

    #[test]
    fn labels_are_cut_at_words() {
        assert_eq!(
            cut_label("Finland joined the alliance, setting aside", 230.0),
            "Finland joined the alliance…"
        );
        assert_eq!(cut_label("Finland joined", 230.0), "Finland joined");
        assert_eq!(cut_label("Finland joined the alliance", 40.0), "");
    }
}
