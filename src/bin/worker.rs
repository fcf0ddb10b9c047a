//! The engine behind messages: postcard bytes in, postcard bytes out.
//!
//! Has the bundled corpus analysed block by block, by other workers where that is quicker, telling the page how
//! far it is. Questions are answered as soon as the words of all articles are known; a second word says that
//! names and dates are known, too.

#[path = "worker/pool.rs"]
mod pool;

use dateline::clean::Cleaner;
use dateline::corpus::bundled::BUNDLED;
use dateline::engine::Engine;
use dateline::engine::crew::{Crew, Turn};
use dateline::engine::load::{About, Done, Intake, Loader, Share};
use dateline::engine::portion::Portion;
use dateline::engine::protocol::{Ask, FromWorker, Request, from_bytes, to_bytes};
use js_sys::Uint8Array;
use pool::{Helper, hand_over, hear_once, n_helpers, now_ms, scope, wake_after};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::vec::IntoIter;
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessageEvent, MessagePort};

/// Articles from which a first answer without names comes much sooner than the whole one; below, a page that
/// changes at once would only be restless.
const WORTH_TWO_ANSWERS: usize = 1000;
/// Milliseconds between two words on how far it is: often enough for a bar that moves, seldom enough that the
/// page, which draws it anew each time, takes nothing from those who read.
const PROGRESS_MS: f64 = 250.0;
/// Nobody asks for so long before tables are made that somebody may ask for, in milliseconds: longer than the pauses
/// between letters and clicks.
const IDLE_MS: f64 = 1500.0;
/// The same before one of the questions is rehearsed that readers are likely to ask first, which takes a moment each.
const PAUSE_MS: f64 = 250.0;

fn main() {
    match Share::from_name(&scope().name()) {
        Some(share) => read_share(share),
        None => lead(),
    }
}

/// Reads a share for the worker that asked for it: learns it, and goes on when it hears what was learned of all.
/// Stops where something fails: its blocks are then read there.
fn read_share(share: Share) {
    let portion = Loader::open(BUNDLED).and_then(|loader| Portion::open(&loader, share));
    let Ok(mut portion) = portion else { return };
    let (number, learned) = portion.learn();
    hear_once(move |bytes| {
        let Ok(cleaner) = from_bytes::<Cleaner>(&bytes) else { return };
        while portion.clean_next(&cleaner, hand_over) {}
        while portion.annotate_next(hand_over) {}
    });
    hand_over(number, &learned);
}

/// Leads the reading and answers the page.
fn lead() {
    std::panic::set_hook(Box::new(|panic| tell(&FromWorker::Failed(panic.to_string()))));
    let Ok(channel) = MessageChannel::new() else {
        return tell(&FromWorker::Failed("opening a channel of messages failed".to_owned()));
    };
    let steps =
        Rc::new(Steps { port: channel.port1(), is_coming: Cell::new(false), is_timed: Cell::new(false) });
    match Reading::start(&steps) {
        Ok(reading) => go_on(Rc::new(RefCell::new(reading)), steps, &channel.port2()),
        Err(reason) => tell(&FromWorker::Failed(reason)),
    }
}

/// The corpus while it is read.
struct Reading {
    n_articles: usize,
    /// In how many shares they are learned.
    n_shares: usize,
    about: About,
    /// Learns and cleans what no other worker does; goes when every article is cleaned.
    own: Option<Own>,
    intake: Rc<RefCell<Intake>>,
    crew: Rc<RefCell<Crew>>,
    helpers: Vec<Helper>,
    /// What answers, as soon as there is something to answer by.
    engine: Option<Engine>,
    /// When the page was last told how far it is.
    told_ms: f64,
    /// Whether it knows names and dates.
    is_ready: bool,
    /// When the page asked last.
    heard_ms: Cell<f64>,
    /// What is still to be rehearsed.
    rehearsal: IntoIter<Ask>,
}

/// What the leader reads by.
struct Own {
    loader: Loader<'static>,
    /// Known when all shares are learned.
    cleaner: Option<Cleaner>,
}

/// Who answers the page, shared between the reading and the questions.
type Shared = Rc<RefCell<Reading>>;

/// What comes after a step.
enum Next {
    /// Another one.
    Step,
    /// Word from another worker, for so many milliseconds at most.
    Wait(f64),
    /// Another one after so many milliseconds in which nobody asks.
    Idle(f64),
    /// Nothing.
    Done,
}

/// Lets a step follow behind the messages that wait, one at a time.
struct Steps {
    port: MessagePort,
    is_coming: Cell<bool>,
    is_timed: Cell<bool>,
}

impl Steps {
    fn call(&self) {
        if !self.is_coming.replace(true) {
            // The port is this worker's own and open as long as it is.
            let _ = self.port.post_message(&JsValue::NULL);
        }
    }

    /// Lets a step follow after a time, even if nothing is heard meanwhile.
    fn call_after(self: &Rc<Self>, wait_ms: f64) {
        if !self.is_timed.replace(true) {
            let steps = self.clone();
            wake_after(wait_ms, move || {
                steps.is_timed.set(false);
                steps.call();
            });
        }
    }
}

impl Reading {
    fn start(steps: &Rc<Steps>) -> Result<Self, String> {
        let loader = Loader::open(BUNDLED).map_err(|error| error.to_string())?;
        let about = loader.about().map_err(|error| error.to_string())?;
        let n_articles = loader.n_articles();
        let of = n_helpers(n_articles);
        let intake = Rc::new(RefCell::new(Intake::new(n_articles, of.max(1))));
        let crew = Rc::new(RefCell::new(Crew::default()));
        let start = |number: usize| {
            let (intake, steps) = (intake.clone(), steps.clone());
            let take = move |block, done| intake.borrow_mut().take(block, done);
            Helper::start(Share { number, of }, &crew, take, Rc::new(move || steps.call()))
        };
        let helpers = (0..of).filter_map(start).collect();
        let heard_ms = Cell::new(now_ms());
        Ok(Self {
            n_articles,
            n_shares: of.max(1),
            about,
            own: Some(Own { loader, cleaner: None }),
            intake,
            crew,
            helpers,
            engine: None,
            is_ready: false,
            told_ms: 0.0,
            heard_ms,
            rehearsal: Vec::new().into_iter(),
        })
    }

    /// Does the next thing there is to do.
    fn read_on(&mut self) -> Result<Next, String> {
        if self.is_ready {
            return Ok(self.prepare());
        }
        if self.engine.is_none() {
            return self.clean_on();
        }
        let turn = self.crew.borrow().next(self.intake.borrow().missing_annotated(), now_ms());
        if let (Turn::Read(block), Some(engine)) = (turn, &mut self.engine) {
            self.intake.borrow_mut().take(block, Done::Annotated(engine.annotate(block)));
        }
        let found = self.intake.borrow_mut().take_annotated();
        let Some(found) = found else {
            let has_read = self.engine.as_mut().is_some_and(Engine::read_ahead);
            return Ok(if has_read { Next::Step } else { after(turn) });
        };
        // What they hold in memory goes before the most of it is needed here.
        self.helpers.clear();
        self.engine = self.engine.take().map(|engine| engine.with_names(found));
        self.is_ready = true;
        tell(&FromWorker::Ready);
        self.rehearsal = self.engine.as_ref().map(Engine::rehearsal).unwrap_or_default().into_iter();
        Ok(Next::Idle(PAUSE_MS))
    }

    /// Rehearses a question, or makes a table that some view will need, unless the page has just asked something.
    fn prepare(&mut self) -> Next {
        let Some(engine) = &self.engine else { return Next::Done };
        let is_rehearsing = !self.rehearsal.as_slice().is_empty();
        let wanted_ms = if is_rehearsing { PAUSE_MS } else { IDLE_MS };
        let rest_ms = wanted_ms - (now_ms() - self.heard_ms.get());
        if rest_ms > 0.0 {
            return Next::Idle(rest_ms.min(wanted_ms));
        }
        if let Some(ask) = self.rehearsal.next() {
            // As it is done when somebody asks, but nobody is told.
            let _ = to_bytes(&FromWorker::Response(engine.handle(&Request { id: 0, ask })));
            return Next::Idle(0.0);
        }
        if engine.prepare() { Next::Idle(IDLE_MS) } else { Next::Done }
    }

    fn clean_on(&mut self) -> Result<Next, String> {
        let Some(Own { loader, cleaner: Some(cleaner) }) = &self.own else { return self.learn_on() };
        let turn = self.crew.borrow().next(self.intake.borrow().missing_cleaned(), now_ms());
        if let Turn::Read(block) = turn {
            let cleaned = loader.clean(cleaner, block).map_err(|error| error.to_string())?;
            self.intake.borrow_mut().take(block, Done::Cleaned(cleaned));
        }
        let cleaned = self.intake.borrow_mut().take_cleaned();
        let Some(cleaned) = cleaned else { return Ok(after(turn)) };
        self.own = None;
        self.engine = Some(Engine::without_names(cleaned, std::mem::take(&mut self.about)));
        if self.n_articles >= WORTH_TWO_ANSWERS {
            tell(&FromWorker::Searchable);
        }
        Ok(Next::Step)
    }

    /// Learns what no other worker does, and tells them all what was learned when it is known of all articles.
    fn learn_on(&mut self) -> Result<Next, String> {
        let Some(own) = &mut self.own else { return Ok(Next::Done) };
        let turn = self.crew.borrow().next(self.intake.borrow().missing_learned(), now_ms());
        if let Turn::Read(number) = turn {
            let share = Share { number, of: self.n_shares };
            let learned = own.loader.learn(share).map_err(|error| error.to_string())?;
            self.intake.borrow_mut().take(number, Done::Learned(learned));
        }
        let cleaner = self.intake.borrow_mut().take_learned();
        let Some(cleaner) = cleaner else { return Ok(after(turn)) };
        self.helpers.iter().for_each(|helper| helper.tell(&cleaner));
        self.crew.borrow_mut().go_on(now_ms());
        own.cleaner = Some(cleaner);
        Ok(Next::Step)
    }

    /// How far it is, of all there is to do, unless that was just told: cleaning is quick beside finding names.
    fn tell_progress(&mut self) {
        let now_ms = now_ms();
        if now_ms - self.told_ms < PROGRESS_MS {
            return;
        }
        self.told_ms = now_ms;
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (intake, n_total) = (self.intake.borrow(), narrow(self.n_articles));
        let n_done = match self.engine {
            Some(_) => intake.n_annotated(),
            None => intake.n_cleaned(),
        };
        tell(&FromWorker::Progress { n_done: narrow(n_done), n_total });
    }
}

fn after(turn: Turn) -> Next {
    match turn {
        Turn::Read(_) => Next::Step,
        Turn::Wait(wait_ms) => Next::Wait(wait_ms),
    }
}

/// Reads on, a block at a time, and lets messages in between.
fn go_on(shared: Shared, steps: Rc<Steps>, own_port: &MessagePort) {
    listen(shared.clone());
    let first = steps.clone();
    let next = Closure::<dyn Fn()>::new(move || step(&shared, &steps));
    own_port.set_onmessage(Some(next.as_ref().unchecked_ref()));
    // It lives as long as the worker.
    next.forget();
    first.call();
}

fn step(shared: &Shared, steps: &Rc<Steps>) {
    steps.is_coming.set(false);
    let next = shared.borrow_mut().read_on();
    match next {
        Ok(Next::Done) => {}
        Ok(Next::Idle(wait_ms)) => steps.call_after(wait_ms),
        Ok(Next::Step) => {
            shared.borrow_mut().tell_progress();
            steps.call();
        }
        Ok(Next::Wait(wait_ms)) => {
            shared.borrow_mut().tell_progress();
            steps.call_after(wait_ms);
        }
        Err(reason) => tell(&FromWorker::Failed(reason)),
    }
}

fn listen(shared: Shared) {
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        let reading = shared.borrow();
        match (from_bytes::<Request>(&bytes), &reading.engine) {
            (Ok(request), Some(engine)) => tell(&FromWorker::Response(engine.handle(&request))),
            // The page asks nothing before it is told that it may.
            (Ok(_), None) => {}
            (Err(error), _) => tell(&FromWorker::Failed(error.to_string())),
        }
        reading.heard_ms.set(now_ms());
    });
    scope().set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The engine lives as long as the worker.
    answer.forget();
}

/// Says something to the page. A message that cannot be sent has nobody left to hear of it.
fn tell(message: &FromWorker) {
    if let Ok(bytes) = to_bytes(message) {
        let _ = scope().post_message(&Uint8Array::from(bytes.as_slice()));
    }
}
