//! Which question goes to the worker when: one lane for each kind of question.
//!
//! A lane has at most one question under way and remembers only the newest that
//! waits behind it, so that fast typing never builds a queue. The answer to a
//! question that a newer one has overtaken is dropped.

use crate::engine::protocol::{Ask, Request};

/// How many kinds of questions there are.
pub const N_LANES: usize = 13;

/// The lane of a question.
pub fn lane_of(ask: &Ask) -> usize {
    match ask {
        Ask::Explore { .. } => 0,
        Ask::Read { .. } => 1,
        Ask::Entity { .. } => 2,
        Ask::Methods => 3,
        Ask::Complete { .. } => 4,
        Ask::Help => 5,
        Ask::Quotes { .. } => 6,
        Ask::Timeline { .. } => 7,
        Ask::Export { .. } => 8,
        Ask::Compare { .. } => 9,
        Ask::Disagree { .. } => 10,
        Ask::Network { .. } => 11,
        Ask::Map { .. } => 12,
    }
}

#[derive(Debug, Default)]
struct Lane {
    under_way: Option<Request>,
    waiting: Option<Ask>,
    answered: Option<Ask>,
}

impl Lane {
    fn newest(&self) -> Option<&Ask> {
        let under_way = self.under_way.as_ref().map(|request| &request.ask);
        self.waiting.as_ref().or(under_way).or(self.answered.as_ref())
    }
}

/// Questions under way and waiting.
#[derive(Debug, Default)]
pub struct Lanes {
    is_open: bool,
    last_id: u32,
    lanes: [Lane; N_LANES],
}

impl Lanes {
    /// Whether a question is the newest of its kind already, answered or not.
    pub fn is_newest(&self, ask: &Ask) -> bool {
        self.lanes[lane_of(ask)].newest() == Some(ask)
    }

    /// Takes a question in; the request to send at once, if any. A question that is already the newest is not asked again.
    pub fn ask(&mut self, ask: Ask) -> Option<Request> {
        let at = lane_of(&ask);
        if self.is_newest(&ask) {
            return None;
        }
        self.lanes[at].waiting = Some(ask);
        self.send(at)
    }

    /// Lets questions through from now on; the requests that waited for it.
    pub fn open(&mut self) -> Vec<Request> {
        self.is_open = true;
        (0..N_LANES).filter_map(|at| self.send(at)).collect()
    }

    /// Asks what was answered once more, since the answers may be otherwise now; the requests to send.
    pub fn again(&mut self) -> Vec<Request> {
        for lane in &mut self.lanes {
            // What is under way may be answered by what was known before.
            let under_way = lane.under_way.as_ref().map(|request| request.ask.clone());
            lane.waiting = lane.waiting.take().or(under_way).or(lane.answered.take());
        }
        self.open()
    }

    /// Takes note of an answer: its question, if none newer waits, and the request to send next.
    pub fn answered(&mut self, id: u32) -> (Option<Ask>, Option<Request>) {
        let is_its = |lane: &Lane| lane.under_way.as_ref().is_some_and(|request| request.id == id);
        let Some(at) = self.lanes.iter().position(is_its) else { return (None, None) };
        let lane = &mut self.lanes[at];
        let ask = lane.under_way.take().map(|request| request.ask);
        if lane.waiting.is_some() {
            return (None, self.send(at));
        }
        lane.answered.clone_from(&ask);
        (ask, None)
    }

    fn send(&mut self, at: usize) -> Option<Request> {
        let lane = &mut self.lanes[at];
        if !self.is_open || lane.under_way.is_some() {
            return None;
        }
        let ask = lane.waiting.take()?;
        self.last_id = self.last_id.wrapping_add(1);
        let request = Request { id: self.last_id, ask };
        lane.under_way = Some(request.clone());
        Some(request)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn read(words: &str) -> Ask {
        Ask::Read { article: "003".into(), words: words.into() }
    }

    #[test]
    fn questions_wait_until_the_worker_is_ready() {
        let mut lanes = Lanes::default();
        assert_eq!(lanes.ask(read("a")), None);
        assert_eq!(lanes.ask(Ask::Methods), None);
        let sent = lanes.open();
        assert_eq!(
            sent.into_iter().map(|request| request.ask).collect::<Vec<_>>(),
            [read("a"), Ask::Methods]
        );
    }

    #[test]
    fn the_newest_question_wins_and_those_between_are_never_sent() {
        let mut lanes = Lanes::default();
        lanes.open();
        let first = lanes.ask(read("a")).unwrap();
        assert_eq!(lanes.ask(read("ab")), None);
        assert_eq!(lanes.ask(read("abc")), None);
        let (shown, next) = lanes.answered(first.id);
        assert_eq!(shown, None);
        let next = next.unwrap();
        assert_eq!(next.ask, read("abc"));
        assert_eq!(lanes.answered(next.id), (Some(read("abc")), None));
    }

    #[test]
    fn the_same_question_is_not_asked_twice() {
        let mut lanes = Lanes::default();
        lanes.open();
        let request = lanes.ask(read("a")).unwrap();
        assert_eq!(lanes.ask(read("a")), None);
        lanes.answered(request.id);
        assert_eq!(lanes.ask(read("a")), None);
        assert!(lanes.ask(read("b")).is_some());
    }

    #[test]
    fn a_question_taken_back_while_another_is_under_way_is_asked_again() {
        let mut lanes = Lanes::default();
        lanes.open();
        let first = lanes.ask(read("a")).unwrap();
        lanes.answered(first.id);
        let second = lanes.ask(read("ab")).unwrap();
        assert_eq!(lanes.ask(read("a")), None);
        let (shown, next) = lanes.answered(second.id);
        assert_eq!((shown, next.map(|request| request.ask)), (None, Some(read("a"))));
    }

    #[test]
    fn what_was_answered_or_is_under_way_is_asked_again() {
        let mut lanes = Lanes::default();
        lanes.open();
        let first = lanes.ask(read("a")).unwrap();
        lanes.answered(first.id);
        let methods = lanes.ask(Ask::Methods).unwrap();
        assert_eq!(lanes.again().into_iter().map(|request| request.ask).collect::<Vec<_>>(), [read("a")]);
        let (shown, next) = lanes.answered(methods.id);
        assert_eq!((shown, next.map(|request| request.ask)), (None, Some(Ask::Methods)));
    }

    #[test]
    fn an_answer_nobody_asked_for_is_dropped() {
        let mut lanes = Lanes::default();
        lanes.open();
        assert_eq!(lanes.answered(7), (None, None));
    }
}
