//! Who of several workers reads which blocks, and what the one that leads them reads itself.
//!
//! A *crew* is the workers that read shares. One of them may stop, or fall silent without a word; what it
//! leaves undone, the leader reads. A block that is read twice counts once, so that taking a slow worker for
//! a silent one costs time and nothing else.

use super::load::Share;

/// After so many milliseconds without a word from a worker the leader reads on in its place. Opening the pack
/// of twenty thousand articles takes a slow machine three seconds, during which a worker says nothing.
const PATIENCE_MS: f64 = 10_000.0;

/// What the leader does next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// It reads a block.
    Read(usize),
    /// It waits for word from the crew, at most so many milliseconds.
    Wait(f64),
}

#[derive(Clone, Copy, Debug)]
struct Member {
    share: Share,
    is_gone: bool,
    /// When it was last heard, in milliseconds since whenever.
    heard_ms: f64,
}

impl Member {
    /// How long it may still be silent.
    fn patience_ms(&self, now_ms: f64) -> f64 {
        if self.is_gone { 0.0 } else { PATIENCE_MS - (now_ms - self.heard_ms) }
    }
}

/// The workers that read shares; without any, all is left to the leader.
#[derive(Debug, Default)]
pub struct Crew {
    members: Vec<Member>,
}

impl Crew {
    /// Adds the worker of a share.
    pub fn add(&mut self, share: Share, now_ms: f64) {
        self.members.push(Member { share, is_gone: false, heard_ms: now_ms });
    }

    /// Notes that the worker of a share said something.
    pub fn hear(&mut self, share: Share, now_ms: f64) {
        self.of(share).for_each(|member| member.heard_ms = now_ms);
    }

    /// Notes that the worker of a share does nothing any more.
    pub fn lose(&mut self, share: Share) {
        self.of(share).for_each(|member| member.is_gone = true);
    }

    fn of(&mut self, share: Share) -> impl Iterator<Item = &mut Member> {
        self.members.iter_mut().filter(move |member| member.share == share)
    }

    /// What the leader does next, given the blocks that are missing.
    pub fn next(&self, missing: impl Iterator<Item = usize>, now_ms: f64) -> Turn {
        let mut wait_ms = PATIENCE_MS;
        for block in missing {
            let reader = self.members.iter().find(|member| member.share.has(block));
            let patience_ms = reader.map_or(0.0, |member| member.patience_ms(now_ms));
            if patience_ms <= 0.0 {
                return Turn::Read(block);
            }
            wait_ms = wait_ms.min(patience_ms);
        }
        Turn::Wait(wait_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(number: usize) -> Share {
        Share { number, of: 2 }
    }

    fn crew() -> Crew {
        let mut crew = Crew::default();
        [share(0), share(1)].into_iter().for_each(|share| crew.add(share, 0.0));
        crew
    }

    #[test]
    fn a_leader_alone_reads_everything() {
        assert_eq!(Crew::default().next(3..9, 0.0), Turn::Read(3));
        assert!(matches!(Crew::default().next(0..0, 0.0), Turn::Wait(_)));
    }

    #[test]
    fn a_leader_waits_while_all_are_at_work() {
        assert_eq!(crew().next(0..4, 0.0), Turn::Wait(PATIENCE_MS));
        assert_eq!(crew().next(0..4, 100.0), Turn::Wait(PATIENCE_MS - 100.0));
    }

    #[test]
    fn what_one_that_stops_leaves_is_read_by_the_leader() {
        let mut crew = crew();
        crew.lose(share(1));
        assert_eq!(crew.next(0..4, 0.0), Turn::Read(1));
        assert_eq!(crew.next([2, 3].into_iter(), 0.0), Turn::Read(3));
        assert_eq!(crew.next([0, 2].into_iter(), 0.0), Turn::Wait(PATIENCE_MS));
    }

    #[test]
    fn a_worker_that_never_starts_leaves_its_share() {
        let mut crew = Crew::default();
        crew.add(share(0), 0.0);
        assert_eq!(crew.next(0..4, 0.0), Turn::Read(1));
    }

    #[test]
    fn one_that_falls_silent_is_read_for_until_it_is_heard_again() {
        let mut crew = crew();
        let late = PATIENCE_MS + 1.0;
        crew.hear(share(0), late - 5.0);
        assert_eq!(crew.next(0..4, late), Turn::Read(1));
        crew.hear(share(1), late);
        assert_eq!(crew.next(0..4, late), Turn::Wait(PATIENCE_MS - 5.0));
    }

    /// A crew of which each does as it is told: how many blocks each reads before it stops, and whether it
    /// says so. Gives what was read in the end, and how often the leader read.
    fn play(n_blocks: usize, stops: &[(usize, bool)]) -> (Vec<bool>, usize) {
        let shares: Vec<Share> = (0..stops.len()).map(|number| Share { number, of: stops.len() }).collect();
        let (mut crew, mut read, mut n_own, mut now_ms) = (Crew::default(), vec![false; n_blocks], 0, 0.0);
        shares.iter().for_each(|share| crew.add(*share, now_ms));
        let mut n_read = vec![0; stops.len()];
        for _ in 0..10 * n_blocks + 10 {
            for (share, (n_most, says_so)) in shares.iter().zip(stops) {
                let next = (0..n_blocks).filter(|block| share.has(*block)).nth(n_read[share.number]);
                match next {
                    Some(block) if n_read[share.number] < *n_most => {
                        read[block] = true;
                        n_read[share.number] += 1;
                        crew.hear(*share, now_ms);
                    }
                    _ if *says_so => crew.lose(*share),
                    _ => {}
                }
            }
            match crew.next((0..n_blocks).filter(|block| !read[*block]), now_ms) {
                Turn::Read(block) => {
                    assert!(!read[block], "no block is asked for that is there");
                    read[block] = true;
                    n_own += 1;
                }
                Turn::Wait(wait_ms) => now_ms += wait_ms.max(1.0),
            }
        }
        (read, n_own)
    }

    #[test]
    fn nothing_is_lost_whoever_stops_and_whenever() {
        for n_most in 0..6 {
            for says_so in [false, true] {
                let (read, n_own) = play(12, &[(99, true), (n_most, says_so), (n_most / 2, !says_so)]);
                assert!(read.iter().all(|read| *read), "{n_most} {says_so}");
                // Two of three read four blocks each at most.
                assert!(n_own <= 8, "{n_own}");
            }
        }
        assert_eq!(play(7, &[(0, false), (0, true)]).0, [true; 7]);
    }
}
