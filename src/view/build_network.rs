//! [`NetworkView`] from a selection: which names are drawn, which are linked, what is looked at.

use super::build_timeline::{show_sentence, show_source};
use super::export::Csv;
use super::known::Known;
use super::lay_out_network::lay_out_network;
use super::network::{Link, NetworkView, Node, Step, StepSentence};
use super::statement::{NameWalk, entities_in};
use crate::index::DocSet;
use crate::key::Kind;
use crate::resolve::EntityId;
use crate::search::find_all;
use crate::search::query::Selection;
use crate::search::url::{LinkWithin, ViewOptions};
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::VecDeque;

/// Names drawn at most: the most named of a selection.
const N_NODES: usize = 150;
/// Links drawn at most where the reader sets no threshold.
const N_LINKS: usize = 260;
/// Names a unit may hold to be counted pair by pair: a list of a hundred names links nobody.
const MAX_IN_UNIT: usize = 40;
/// Sentences shown of one name, and of each link.
const N_OF_NAME: usize = 24;
const N_OF_LINK: usize = 6;

/// The names of every sentence, paragraph or article that has any, each once and in order.
#[derive(Default)]
struct Units {
    names: Vec<EntityId>,
    /// Where the names of each end in the list.
    ends: Vec<usize>,
}

impl Units {
    fn of(known: Known<'_>, found: &DocSet, within: LinkWithin) -> Self {
        let mut units = Self::default();
        for doc in found.iter().map(|doc| doc as usize) {
            let article = &known.articles[doc];
            let whole = [Span::new(0, article.text.len())];
            let stretches: &[Span] = match within {
                LinkWithin::Sentence => &known.annotations[doc].sentences,
                LinkWithin::Paragraph => &article.paragraphs,
                LinkWithin::Article => &whole,
            };
            let mut walk = NameWalk::of(known, doc);
            stretches.iter().for_each(|stretch| units.add(&mut walk, *stretch));
        }
        units
    }

    fn add(&mut self, walk: &mut NameWalk<'_>, stretch: Span) {
        let start = self.names.len();
        walk.each(stretch, |id| self.names.push(id));
        self.names[start..].sort_unstable();
        let mut end = start;
        for at in start..self.names.len() {
            if at == start || self.names[at] != self.names[end - 1] {
                self.names[end] = self.names[at];
                end += 1;
            }
        }
        self.names.truncate(end);
        if end > start {
            self.ends.push(end);
        }
    }

    fn iter(&self) -> impl Iterator<Item = &[EntityId]> {
        let mut start = 0;
        self.ends.iter().map(move |end| &self.names[std::mem::replace(&mut start, *end)..*end])
    }
}

/// Who stands with whom, counted.
struct Counts {
    n_units: u32,
    n_names: u32,
    /// The drawn names, most named first, with how often they are named.
    names: Vec<(EntityId, u32)>,
    /// How often two of them stand together, row by row.
    together: Vec<u32>,
}

impl Counts {
    fn of(known: Known<'_>, found: &DocSet, within: LinkWithin) -> Self {
        let mut n_of = vec![0_u32; known.resolved.entities.len()];
        let units = Units::of(known, found, within);
        units.names.iter().for_each(|id| n_of[id.0 as usize] += 1);
        let named = (0u32..).zip(&n_of).filter(|(_, n)| **n > 0);
        let mut names: Vec<(EntityId, u32)> = named.map(|(id, n)| (EntityId(id), *n)).collect();
        let n_names = Span::new(0, names.len()).end;
        let by_count = |(id, n): &(EntityId, u32)| (Reverse(*n), *id);
        if names.len() > N_NODES {
            // Tens of thousands of names, of which a few are drawn: no need to sort the others.
            names.select_nth_unstable_by_key(N_NODES, by_count);
            names.truncate(N_NODES);
        }
        names.sort_unstable_by_key(by_count);
        let mut place = vec![u16::MAX; n_of.len()];
        for (at, (id, _)) in (0u16..).zip(&names) {
            place[id.0 as usize] = at;
        }
        let width = names.len();
        let mut together = vec![0_u32; width * width];
        let mut drawn: Vec<usize> = Vec::new();
        for names in units.iter() {
            drawn.clear();
            let places = names.iter().map(|id| place[id.0 as usize]).filter(|at| *at != u16::MAX);
            drawn.extend(places.map(usize::from));
            if drawn.len() <= MAX_IN_UNIT || within == LinkWithin::Article {
                for (at, a) in drawn.iter().enumerate() {
                    drawn[at + 1..].iter().for_each(|b| together[a.min(b) * width + a.max(b)] += 1);
                }
            }
        }
        Self { n_units: Span::new(0, units.ends.len()).end, n_names, names, together }
    }

    /// Every link, strongest first. What stands together as often as chance would have it is no link.
    fn links(&self) -> Vec<Link> {
        let width = self.names.len();
        let mut links = Vec::new();
        for a in 0..width {
            for b in a + 1..width {
                let n_together = self.together[a * width + b];
                let strength = self.strength(n_together, self.names[a].1, self.names[b].1);
                if n_together > 0 && strength > 0.0 {
                    links.push(Link { ends: [a, b].map(|at| Span::new(0, at).end), n_together, strength });
                }
            }
        }
        links.sort_by(|a, b| b.strength.total_cmp(&a.strength).then_with(|| b.n_together.cmp(&a.n_together)));
        links
    }

    /// Normalized pointwise mutual information, -1 to 1 (Bouma 2009). Two names that only ever stand together have 1.
    fn strength(&self, n_together: u32, n_a: u32, n_b: u32) -> f32 {
        let share = |n: u32| f64::from(n) / f64::from(self.n_units.max(1));
        let both = share(n_together);
        if n_together == 0 || both >= 1.0 {
            return both as f32;
        }
        ((both / (share(n_a) * share(n_b))).ln() / -both.ln()) as f32
    }
}

/// The fewest times two must stand together for the picture to hold all links.
fn usual_least(links: &[Link]) -> u32 {
    let mut counts: Vec<u32> = links.iter().map(|link| link.n_together).collect();
    counts.sort_unstable_by_key(|n| Reverse(*n));
    counts.get(N_LINKS).map_or(1, |n| n + 1)
}

/// Builds the network of a selection.
#[must_use]
pub fn build_network(known: Known<'_>, selection: &Selection, options: &ViewOptions) -> NetworkView {
    let found = find_all(known.index, selection);
    let counts = Counts::of(known, &found, options.within);
    let mut links = counts.links();
    let most = links.iter().map(|link| link.n_together).max().unwrap_or(0);
    let least = options.least.unwrap_or_else(|| usual_least(&links)).clamp(1, most.max(1));
    links.retain(|link| link.n_together >= least);
    let (mut nodes, ids) = draw_linked(known, &counts, &mut links);
    lay_out_network(&mut nodes, &links);
    let (steps, is_apart) = look(known, &found, &nodes, &ids, &links, options);
    NetworkView {
        n_articles: found.len(),
        n_names: counts.n_names,
        nodes,
        links,
        least,
        most,
        steps,
        is_apart,
    }
}

/// The names that have a link, and the links between their new places.
fn draw_linked(known: Known<'_>, counts: &Counts, links: &mut [Link]) -> (Vec<Node>, Vec<EntityId>) {
    let mut is_linked = vec![false; counts.names.len()];
    links.iter().flat_map(|link| link.ends).for_each(|end| is_linked[end as usize] = true);
    let mut places = vec![0_u32; counts.names.len()];
    let (mut nodes, mut ids) = (Vec::new(), Vec::new());
    for (at, (id, n_units)) in counts.names.iter().enumerate().filter(|(at, _)| is_linked[*at]) {
        let entity = known.entity(*id);
        places[at] = Span::new(0, nodes.len()).end;
        ids.push(*id);
        nodes.push(Node {
            kind: entity.kind,
            slug: entity.slug.clone(),
            name: entity.name.clone(),
            n_units: *n_units,
            x: 0.0,
            y: 0.0,
        });
    }
    links.iter_mut().for_each(|link| link.ends = link.ends.map(|end| places[end as usize]));
    (nodes, ids)
}

fn look(
    known: Known<'_>,
    found: &DocSet,
    nodes: &[Node],
    ids: &[EntityId],
    links: &[Link],
    options: &ViewOptions,
) -> (Vec<Step>, bool) {
    let place = |name: &Option<String>| nodes.iter().position(|node| Some(node.key()) == *name);
    let [from, to] = [place(&options.names[0]), place(&options.names[1])];
    let step = |ends: &[usize], n_units: u32, n_most: usize| Step {
        ends: ends.iter().map(|at| Span::new(0, *at).end).collect(),
        n_units,
        sentences: find_sentences(
            known,
            found,
            &ends.iter().map(|at| ids[*at]).collect::<Vec<_>>(),
            options.within,
            n_most,
        ),
    };
    match (from, to) {
        (Some(from), Some(to)) if from != to => {
            let chain = find_chain(nodes.len(), links, from, to);
            let steps = chain.windows(2).map(|ends| {
                let is_its = |link: &&Link| ends.iter().all(|at| link.ends.contains(&Span::new(0, *at).end));
                let n_together = links.iter().find(is_its).map_or(0, |link| link.n_together);
                step(ends, n_together, N_OF_LINK)
            });
            (steps.collect(), chain.is_empty())
        }
        (Some(at), _) | (None, Some(at)) => (vec![step(&[at], nodes[at].n_units, N_OF_NAME)], false),
        (None, None) => (Vec::new(), false),
    }
}

/// The fewest links from one name to another; of equally short chains the one with the strongest links first.
fn find_chain(n_nodes: usize, links: &[Link], from: usize, to: usize) -> Vec<usize> {
    let mut beside: Vec<Vec<usize>> = vec![Vec::new(); n_nodes];
    for [a, b] in links.iter().map(|link| link.ends.map(|end| end as usize)) {
        beside[a].push(b);
        beside[b].push(a);
    }
    let mut before = vec![None; n_nodes];
    let mut queue = VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        for next in &beside[at] {
            if before[*next].is_none() && *next != from {
                before[*next] = Some(at);
                queue.push_back(*next);
            }
        }
    }
    let mut chain = vec![to];
    while let Some(at) = chain.last().and_then(|at| before[*at]) {
        chain.push(at);
    }
    chain.reverse();
    if chain[0] == from { chain } else { Vec::new() }
}

/// Sentences that name all of some names, or in a wider unit that holds all of them, the first of them.
pub(super) fn find_sentences(
    known: Known<'_>,
    found: &DocSet,
    ids: &[EntityId],
    within: LinkWithin,
    n_most: usize,
) -> Vec<StepSentence> {
    let has_all =
        |doc: usize, span: Span| ids.iter().all(|id| entities_in(known, doc, span).any(|other| other == *id));
    let mut sentences = Vec::new();
    let docs = known.entity(ids[0]).articles.iter().filter(|doc| found.contains(**doc));
    for doc in docs.map(|doc| *doc as usize) {
        let article = &known.articles[doc];
        for sentence in &known.annotations[doc].sentences {
            let names_first = entities_in(known, doc, *sentence).any(|id| id == ids[0]);
            let holds = names_first
                && match within {
                    LinkWithin::Sentence => has_all(doc, *sentence),
                    LinkWithin::Paragraph => {
                        article.paragraphs.iter().any(|it| it.contains(*sentence) && has_all(doc, *it))
                    }
                    LinkWithin::Article => has_all(doc, Span::new(0, article.text.len())),
                };
            if holds {
                let (runs, marks) = show_sentence(known, doc, *sentence);
                sentences.push(StepSentence { runs, marks, source: show_source(known, doc, *sentence) });
            }
            if sentences.len() >= n_most {
                return sentences;
            }
        }
    }
    sentences
}

/// The links of a selection as a table, those that stand together least included.
pub(super) fn export(known: Known<'_>, selection: &Selection) -> String {
    let found = find_all(known.index, selection);
    let counts = Counts::of(known, &found, LinkWithin::default());
    let mut csv = Csv::with_columns(&["name", "kind", "name", "kind", "sentences together", "strength"]);
    for link in counts.links() {
        let [a, b] = link.ends.map(|end| known.entity(counts.names[end as usize].0));
        let kind = |kind: Kind| kind.noun();
        let (n_together, strength) = (link.n_together.to_string(), format!("{:.3}", link.strength));
        csv.push(&[&a.name, kind(a.kind), &b.name, kind(b.kind), &n_together, &strength]);
    }
    csv.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(ends: &[[u32; 2]]) -> Vec<Link> {
        ends.iter().map(|ends| Link { ends: *ends, n_together: 1, strength: 0.5 }).collect()
    }

    #[test]
    fn a_chain_is_as_short_as_can_be() {
        let links = links(&[[0, 1], [1, 2], [2, 3], [0, 4], [4, 3]]);
        assert_eq!(find_chain(6, &links, 0, 3), [0, 4, 3]);
        assert_eq!(find_chain(6, &links, 3, 0).len(), 3);
        assert_eq!(find_chain(6, &links, 0, 5), [0; 0]);
    }

    #[test]
    fn strength_is_corrected_for_how_common_names_are() {
        let counts = Counts { n_units: 1000, n_names: 0, names: Vec::new(), together: Vec::new() };
        assert!(counts.strength(5, 5, 5) > 0.99, "they only ever stand together");
        assert!(counts.strength(5, 10, 10) > counts.strength(5, 100, 10), "one is everywhere");
        assert!(counts.strength(1, 100, 100) < 0.0, "chance would do better");
    }
}
