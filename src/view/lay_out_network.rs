//! Links into places: a small force layout (Fruchterman and Reingold 1991), the same for the same links.
//!
//! Names push each other away, links pull them together, a weak pull to the middle keeps apart what is not linked
//! without losing it. Begins from a sunflower, not from chance.

use super::network::{Link, Node};

/// Rounds of pushing and pulling; the picture is calm well before.
const N_ROUNDS: u32 = 140;
/// The angle between two seeds of a sunflower, in radians.
const GOLDEN_ANGLE: f32 = 2.399_963;
/// The pull to the middle, as a share of the distance.
const GRAVITY: f32 = 3.0;
/// How far a name may move in the first round, as a share of the picture.
const FIRST_STEP: f32 = 0.12;
/// The nearest two names can be, so that no push is endless.
const NEAREST: f32 = 0.001;

/// Gives each node its place.
pub fn lay_out_network(nodes: &mut [Node], links: &[Link]) {
    let mut at = sunflower(nodes.len());
    let ideal = (1.0 / nodes.len().max(1) as f32).sqrt();
    let mut moves = vec![(0.0_f32, 0.0_f32); nodes.len()];
    for round in 0..N_ROUNDS {
        let step = FIRST_STEP * (1.0 - round as f32 / N_ROUNDS as f32);
        push_apart(&at, ideal, &mut moves);
        pull_together(&at, links, ideal, &mut moves);
        for ((x, y), (dx, dy)) in at.iter_mut().zip(&mut moves) {
            let (pull_x, pull_y) = (*dx - *x * GRAVITY, *dy - *y * GRAVITY);
            let length = (pull_x * pull_x + pull_y * pull_y).sqrt().max(f32::MIN_POSITIVE);
            let part = (step / length).min(1.0);
            (*x, *y) = (*x + pull_x * part, *y + pull_y * part);
            (*dx, *dy) = (0.0, 0.0);
        }
    }
    fit(&at, nodes);
}

fn sunflower(n: usize) -> Vec<(f32, f32)> {
    let seed = |at: usize| {
        let radius = ((at as f32 + 0.5) / n as f32).sqrt() / 2.0;
        let (sin, cos) = (at as f32 * GOLDEN_ANGLE).sin_cos();
        (radius * cos, radius * sin)
    };
    (0..n).map(seed).collect()
}

fn push_apart(at: &[(f32, f32)], ideal: f32, moves: &mut [(f32, f32)]) {
    for a in 0..at.len() {
        let (mut sum_x, mut sum_y) = (0.0, 0.0);
        for b in a + 1..at.len() {
            let (dx, dy) = (at[a].0 - at[b].0, at[a].1 - at[b].1);
            let push = ideal * ideal / (dx * dx + dy * dy).max(NEAREST * NEAREST);
            (sum_x, sum_y) = (sum_x + dx * push, sum_y + dy * push);
            (moves[b].0, moves[b].1) = (moves[b].0 - dx * push, moves[b].1 - dy * push);
        }
        (moves[a].0, moves[a].1) = (moves[a].0 + sum_x, moves[a].1 + sum_y);
    }
}

fn pull_together(at: &[(f32, f32)], links: &[Link], ideal: f32, moves: &mut [(f32, f32)]) {
    for link in links {
        let [a, b] = link.ends.map(|end| end as usize);
        let (dx, dy) = (at[a].0 - at[b].0, at[a].1 - at[b].1);
        let pull = (dx * dx + dy * dy).sqrt() / ideal * (0.25 + link.strength);
        (moves[a].0, moves[a].1) = (moves[a].0 - dx * pull, moves[a].1 - dy * pull);
        (moves[b].0, moves[b].1) = (moves[b].0 + dx * pull, moves[b].1 + dy * pull);
    }
}

/// Stretches the places over the whole picture.
fn fit(at: &[(f32, f32)], nodes: &mut [Node]) {
    let bounds = |of: fn(&(f32, f32)) -> f32| {
        let least = at.iter().map(of).fold(f32::INFINITY, f32::min);
        let most = at.iter().map(of).fold(f32::NEG_INFINITY, f32::max);
        (least, most - least)
    };
    let ((left, width), (top, height)) = (bounds(|it| it.0), bounds(|it| it.1));
    let place =
        |value: f32, least: f32, length: f32| if length > NEAREST { (value - least) / length } else { 0.5 };
    for (node, (x, y)) in nodes.iter_mut().zip(at) {
        (node.x, node.y) = (place(*x, left, width), place(*y, top, height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Kind;

    fn network(n: u32) -> (Vec<Node>, Vec<Link>) {
        let node = |at: u32| Node {
            kind: Kind::Person,
            slug: at.to_string(),
            name: format!("Name {at}"),
            n_units: 1,
            x: 0.0,
            y: 0.0,
        };
        let links = (1..n).flat_map(|at| [[at / 2, at], [at / 7, at]]).filter(|[a, b]| a != b);
        let links = links.map(|ends| Link { ends, n_together: 2, strength: 0.5 }).collect();
        ((0..n).map(node).collect(), links)
    }

    #[test]
    fn the_same_links_give_the_same_picture_within_its_bounds() {
        for n in [0, 1, 2, 30, 300] {
            let (mut nodes, links) = network(n);
            let mut again = nodes.clone();
            lay_out_network(&mut nodes, &links);
            lay_out_network(&mut again, &links);
            assert_eq!(nodes, again);
            assert!(
                nodes.iter().all(|node| (0.0..=1.0).contains(&node.x) && (0.0..=1.0).contains(&node.y)),
                "{n}"
            );
        }
    }

    #[test]
    fn linked_names_stand_nearer_than_others() {
        let (mut nodes, links) = network(60);
        lay_out_network(&mut nodes, &links);
        let distance = |a: usize, b: usize| (nodes[a].x - nodes[b].x).hypot(nodes[a].y - nodes[b].y);
        let mean = |pairs: &[(usize, usize)]| {
            pairs.iter().map(|(a, b)| distance(*a, *b)).sum::<f32>() / pairs.len() as f32
        };
        let linked: Vec<_> =
            links.iter().map(|link| (link.ends[0] as usize, link.ends[1] as usize)).collect();
        let all: Vec<_> = (0..60).flat_map(|a| (a + 1..60).map(move |b| (a, b))).collect();
        assert!(mean(&linked) * 1.5 < mean(&all));
    }
}
