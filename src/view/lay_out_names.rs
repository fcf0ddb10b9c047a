//! Names of a picture into places beside their circles, so that no name covers another name or any circle.

/// Width of a character and height of a line of a name, and the gap beside its circle, in pixels.
const CHAR_PX: f64 = 7.4;
const LINE_PX: f64 = 15.0;
const GAP_PX: f64 = 4.0;
/// Air between two names of one line, in pixels: less reads as one name.
const AIR_PX: f64 = 8.0;
/// Air between a name and the circle of another, in pixels: less reads as the name of that one.
const CIRCLE_AIR_PX: f64 = 4.0;
/// From the top of a line to the foot of its letters, in pixels.
const FOOT_PX: f64 = 11.5;

/// A circle in a picture that wants to have its name written beside it, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// The middle of the circle from the left.
    pub x: f64,
    /// The middle of the circle from the top.
    pub y: f64,
    /// Its radius.
    pub radius: f64,
    /// The characters of the name.
    pub n_chars: usize,
}

/// Where a name is written, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NameSeat {
    /// Where it begins, ends or has its middle, as the anchor says.
    pub x: f64,
    /// The foot of its letters.
    pub y: f64,
    /// The value of SVG's `text-anchor`.
    pub anchor: &'static str,
}

/// Left, top, right, bottom.
type Area = [f64; 4];

/// Gives names their places: those that come first choose first, right of the circle before left, below, above and aslant;
/// a name that has no room is not written. Only the first `n_most` choose.
#[must_use]
pub fn place_names(seats: &[Seat], n_most: usize, width_px: f64, height_px: f64) -> Vec<Option<NameSeat>> {
    let circles: Vec<Area> = seats.iter().map(circle_of).collect();
    let mut names: Vec<Area> = Vec::new();
    let place = |(at, seat): (usize, &Seat)| {
        let is_free = |area: &Area, names: &[Area]| {
            let is_inside = area[0] >= 0.0 && area[1] >= 0.0 && area[2] <= width_px && area[3] <= height_px;
            let mut others =
                circles.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, circle)| circle);
            let touches_name = names.iter().any(|other| touch(&with_air(area, AIR_PX), other));
            is_inside && !touches_name && !others.any(|other| touch(&with_air(area, CIRCLE_AIR_PX), other))
        };
        let (found, area) = sides(seat).into_iter().find(|(_, area)| is_free(area, &names))?;
        names.push(area);
        Some(found)
    };
    let rest = std::iter::repeat_n(None, seats.len().saturating_sub(n_most));
    seats.iter().take(n_most).enumerate().map(place).chain(rest).collect()
}

fn circle_of(seat: &Seat) -> Area {
    [seat.x - seat.radius, seat.y - seat.radius, seat.x + seat.radius, seat.y + seat.radius]
}

fn sides(seat: &Seat) -> [(NameSeat, Area); 8] {
    let length = seat.n_chars as f64 * CHAR_PX;
    let away = seat.radius + GAP_PX;
    let side = |anchor: &'static str, x: f64, start: f64, top: f64| {
        (NameSeat { x, y: top + FOOT_PX, anchor }, [start, top, start + length, top + LINE_PX])
    };
    let beside = seat.y - LINE_PX / 2.0;
    // On a diagonal a name begins where the circle has fallen back by this.
    let aslant = seat.radius * std::f64::consts::FRAC_1_SQRT_2 + GAP_PX / 2.0;
    let (above, below) = (seat.y - aslant - LINE_PX * 0.75, seat.y + aslant - LINE_PX * 0.25);
    [
        side("start", seat.x + away, seat.x + away, beside),
        side("end", seat.x - away, seat.x - away - length, beside),
        side("middle", seat.x, seat.x - length / 2.0, seat.y + seat.radius + 1.0),
        side("middle", seat.x, seat.x - length / 2.0, seat.y - seat.radius - 1.0 - LINE_PX),
        side("start", seat.x + aslant, seat.x + aslant, above),
        side("start", seat.x + aslant, seat.x + aslant, below),
        side("end", seat.x - aslant, seat.x - aslant - length, above),
        side("end", seat.x - aslant, seat.x - aslant - length, below),
    ]
}

/// The same with air on its left and right.
fn with_air(area: &Area, air_px: f64) -> Area {
    [area[0] - air_px, area[1], area[2] + air_px, area[3]]
}

fn touch(a: &Area, b: &Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_covers_a_name_or_a_circle() {
        let seat = |at: u32| {
            let (x, y) = (f64::from(at * 7919 % 900), f64::from(at * 104_729 % 600));
            Seat { x, y, radius: 4.0 + f64::from(at % 9), n_chars: 5 + at as usize % 11 }
        };
        let seats: Vec<Seat> = (0..120).map(seat).collect();
        let found = place_names(&seats, 110, 900.0, 600.0);
        assert_eq!(found, place_names(&seats, 110, 900.0, 600.0));
        assert_eq!((found.len(), found[119]), (120, None));
        let area = |(seat, name): (&Seat, &Option<NameSeat>)| {
            name.and_then(|name| sides(seat).into_iter().find(|(it, _)| *it == name)).map(|(_, area)| area)
        };
        let areas: Vec<Option<Area>> = seats.iter().zip(&found).map(area).collect();
        assert!(areas.iter().flatten().count() > 60);
        for (at, a) in areas.iter().enumerate().filter_map(|(at, area)| Some((at, area.as_ref()?))) {
            assert!(areas[at + 1..].iter().flatten().all(|b| !touch(&with_air(a, AIR_PX), b)));
            let others = seats.iter().enumerate().filter(|(other, _)| *other != at);
            let mut circles = others.map(|(_, seat)| circle_of(seat));
            assert!(circles.all(|circle| !touch(&with_air(a, CIRCLE_AIR_PX), &circle)));
            assert!(a[0] >= 0.0 && a[1] >= 0.0 && a[2] <= 900.0 && a[3] <= 600.0);
        }
    }

    #[test]
    fn a_name_goes_where_there_is_room() {
        let seat = |x: f64| Seat { x, y: 50.0, radius: 5.0, n_chars: 4 };
        let anchors = |seats: &[Seat]| {
            place_names(seats, 9, 200.0, 100.0)
                .into_iter()
                .map(|it| it.map(|it| it.anchor))
                .collect::<Vec<_>>()
        };
        assert_eq!(anchors(&[seat(50.0), seat(195.0)]), [Some("start"), Some("end")]);
        assert_eq!(anchors(&[seat(100.0), seat(80.0), seat(120.0)])[0], Some("middle"));
    }
}
