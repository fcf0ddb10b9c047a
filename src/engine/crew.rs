//! Who of several workers reads which blocks, and what the one that leads them reads itself.
//!
//! A *crew* is the workers that read shares. Each first learns its share, which here counts as one block of work under
//! the number of the share; when all are learned they are told to go on. One of them may stop, or fall silent without
//! a word; what it leaves undone, the leader learns and reads. A block that is read twice counts once, so that taking
//! a slow worker for a silent one costs time and nothing else.

use super::load::Share;

/// After so many milliseconds without a word from a worker the leader reads on in its place. Learning a share of
/// twenty thousand articles takes a slow machine two seconds, during which a worker says nothing.
const PATIENCE_MS: f64 = 10_000.0;

/// Workers that read at most: more wait for memory rather than for the processor.
const MAX_HELPERS: usize = 4;
/// Articles for which another worker is worth its start, which takes about as long as reading so many.
const ARTICLES_A_HELPER: usize = 400;

/// How many workers beside the leader read so many articles on a machine of so many cores; none where it does as well
/// alone.
#[must_use]
pub fn n_helpers(n_cores: usize, n_articles: usize) -> usize {
    let n = n_cores.min(MAX_HELPERS).min(n_articles / ARTICLES_A_HELPER);
    if n > 1 { n } else { 0 }
}

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

    /// Notes that all were told to go on: those who waited in silence for the others are not yet late.
    pub fn go_on(&mut self, now_ms: f64) {
        let in_time = self.members.iter_mut().filter(|member| member.patience_ms(now_ms) > 0.0);
        in_time.for_each(|member| member.heard_ms = now_ms);
    }

    /// Notes that the worker of a share does nothing any more.
    pub fn lose(&mut self, share: Share) {
        self.of(share).for_each(|member| member.is_gone = true);
    }

    fn of(&mut self, share: Share) -> impl Iterator<Item = &mut Member> {
        self.members.iter_mut().filter(move |member| member.share == share)
    }

    /// What the leader does next, given the blocks that are missing, or the shares that are not learned.
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
    fn few_articles_or_one_core_need_no_crew() {
        assert_eq!([1, 2, 3, 8].map(|n_cores| n_helpers(n_cores, 20_000)), [0, 2, 3, MAX_HELPERS]);
        assert_eq!([0, 799, 800, 1200].map(|n_articles| n_helpers(4, n_articles)), [0, 0, 2, 3]);
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

    #[test]
    fn a_share_that_nobody_learns_is_learned_by_the_leader() {
        assert_eq!(Crew::default().next(0..1, 0.0), Turn::Read(0));
        let mut crew = crew();
        assert_eq!(crew.next(0..2, 0.0), Turn::Wait(PATIENCE_MS));
        crew.lose(share(1));
        assert_eq!(crew.next(0..2, 0.0), Turn::Read(1));
        assert_eq!(crew.next(0..1, PATIENCE_MS), Turn::Read(0));
    }

    #[test]
    fn who_waits_for_others_to_learn_is_not_late_and_who_was_late_stays_so() {
        let mut crew = crew();
        crew.hear(share(0), 1.0);
        let late = PATIENCE_MS + 0.5;
        // The leader learns in place of the second, and then tells all to go on.
        assert_eq!(crew.next([1].into_iter(), late), Turn::Read(1));
        crew.go_on(late);
        assert_eq!(crew.next([0, 2].into_iter(), late + 5.0), Turn::Wait(PATIENCE_MS - 5.0));
        assert_eq!(crew.next([1, 3].into_iter(), late + 5.0), Turn::Read(1));
        crew.lose(share(0));
        crew.go_on(late);
        assert_eq!(crew.next([0, 2].into_iter(), late), Turn::Read(0), "who is gone stays gone");
    }

    /// What a worker does before it stops: whether it learns its share, and how many blocks it reads then; and whether
    /// it says that it stops.
    type Stop = (bool, usize, bool);

    /// A crew of which each does as it is told. Gives what was learned and read in the end, and how many blocks the
    /// leader read.
    fn play(n_blocks: usize, stops: &[Stop]) -> (Vec<bool>, Vec<bool>, usize) {
        let shares: Vec<Share> = (0..stops.len()).map(|number| Share { number, of: stops.len() }).collect();
        let (mut crew, mut n_own, mut now_ms) = (Crew::default(), 0, 0.0);
        let (mut learned, mut read) = (vec![false; shares.len()], vec![false; n_blocks]);
        shares.iter().for_each(|share| crew.add(*share, now_ms));
        let (mut n_read, mut is_told) = (vec![0; stops.len()], false);
        for _ in 0..10 * (n_blocks + shares.len()) + 10 {
            for (share, (learns, n_most, says_so)) in shares.iter().zip(stops) {
                let next = (0..n_blocks).filter(|block| share.has(*block)).nth(n_read[share.number]);
                match next {
                    _ if *learns && !learned[share.number] => {
                        learned[share.number] = true;
                        crew.hear(*share, now_ms);
                    }
                    _ if *learns && !is_told => {}
                    Some(block) if *learns && n_read[share.number] < *n_most => {
                        read[block] = true;
                        n_read[share.number] += 1;
                        crew.hear(*share, now_ms);
                    }
                    _ if *says_so => crew.lose(*share),
                    _ => {}
                }
            }
            let missing = |done: &[bool]| (0..done.len()).filter(|at| !done[*at]).collect::<Vec<_>>();
            let (done, n_done) = if is_told { (&mut read, &mut n_own) } else { (&mut learned, &mut 0) };
            match crew.next(missing(done).into_iter(), now_ms) {
                Turn::Read(at) => {
                    assert!(!done[at], "nothing is asked for that is there");
                    done[at] = true;
                    *n_done += 1;
                }
                Turn::Wait(wait_ms) if missing(done).is_empty() && !is_told => {
                    assert!(wait_ms > 0.0);
                    is_told = true;
                    crew.go_on(now_ms);
                }
                Turn::Wait(wait_ms) => now_ms += wait_ms.max(1.0),
            }
        }
        (learned, read, n_own)
    }

    #[test]
    fn nothing_is_lost_whoever_stops_and_whenever() {
        for n_most in 0..6 {
            for (learns, says_so) in [(false, false), (false, true), (true, false), (true, true)] {
                let stops = [(true, 99, true), (learns, n_most, says_so), (true, n_most / 2, !says_so)];
                let (learned, read, n_own) = play(12, &stops);
                assert!(learned.iter().chain(&read).all(|done| *done), "{n_most} {learns} {says_so}");
                // Two of three read four blocks each at most.
                assert!(n_own <= 8, "{n_own}");
            }
        }
        let (learned, read, _) = play(7, &[(false, 0, false), (false, 0, true)]);
        assert_eq!((learned, read), (vec![true; 2], vec![true; 7]));
    }
}
