//! The engine in its worker, as state and one callback.
//!
//! Owns the worker: starts it, sends each lane's newest question, keeps the last
//! good answer of each kind, and turns every way it can fail into a [`Failure`].

use super::lanes::{Lanes, N_LANES, lane_of};
use super::list_ask::list_ask;
use super::use_navigation::current;
use super::use_room::{Room, use_room};
use crate::engine::front::Front;
use crate::engine::protocol::{Answer, Ask, FromWorker, Request, from_bytes, to_bytes};
use crate::key::Kind;
use crate::search::query::Selection;
use crate::ui::dom;
use crate::ui::parts::N_HITS;
use crate::ui::start::{front, start_worker};
use crate::view::{
    CompareView, Completion, DisagreeView, EntityView, ExploreView, Export, HelpView, MapView, MethodsView,
    NetworkView, QuotesView, ReaderView, TimelineView,
};
use gloo::events::EventListener;
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use yew::prelude::*;

/// Why there are no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The worker did not start.
    Start,
    /// The page was opened straight from a folder, where most browsers start no worker.
    Folder,
    /// A message could not be read.
    Versions,
    /// The worker stopped after it had started.
    Stopped,
    /// The corpus cannot be used.
    Corpus,
}

/// How far the engine is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// The worker has not spoken.
    #[default]
    Starting,
    /// Articles are being analysed: so many, of so many.
    Reading(u32, u32),
    /// Questions are answered by words; names and dates are being found: in so many, of so many.
    Filling(u32, u32),
    /// Questions are answered.
    Ready,
    /// No more answers will come; with what a program said about it.
    Failed(Failure, String),
}

impl Status {
    /// Whether nothing can be answered yet.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        matches!(self, Self::Starting | Self::Reading(..))
    }

    /// Whether names and dates are still being found, so that a view without any is no answer yet.
    #[must_use]
    pub fn is_filling(&self) -> bool {
        matches!(self, Self::Filling(..))
    }
}

/// An answer with what it answers; nothing where there is no such thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered<K, T> {
    /// What was asked for.
    pub key: K,
    /// The answer.
    pub view: Option<Rc<T>>,
}

/// The last good answer of each kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EngineState {
    /// How far the engine is.
    pub status: Status,
    /// The list side of the articles page.
    pub explore: Option<Rc<ExploreView>>,
    /// Whether that is still the front page that came with the site.
    pub is_front: bool,
    /// The open article, by its id.
    pub read: Option<Answered<String, ReaderView>>,
    /// The open entity, by its kind and slug.
    pub entity: Option<Answered<(Kind, String), EntityView>>,
    /// The methods page.
    pub methods: Option<Rc<MethodsView>>,
    /// What the words could become, by the words.
    pub completions: Option<Answered<String, Vec<Completion>>>,
    /// The help page.
    pub help: Option<Rc<HelpView>>,
    /// The quotes page.
    pub quotes: Option<Rc<QuotesView>>,
    /// The timeline.
    pub timeline: Option<Rc<TimelineView>>,
    /// Two articles side by side, by their ids.
    pub compare: Option<Answered<[String; 2], CompareView>>,
    /// The network.
    pub network: Option<Rc<NetworkView>>,
    /// The map.
    pub map: Option<Rc<MapView>>,
    /// What the selection disagrees on.
    pub disagree: Option<Rc<DisagreeView>>,
    /// The last file made of a view.
    pub export: Option<Answered<(Selection, Export), String>>,
    /// Whether a newer answer is on its way: of the list, the article, the entity, the methods
    /// page, the completions, the help page, the quotes, the timeline, a file, the comparison, the disagreements, the network, the map.
    pub is_busy: [bool; N_LANES],
}

impl EngineState {
    /// Whether a newer list is on its way.
    #[must_use]
    pub fn is_exploring(&self) -> bool {
        self.is_busy[0]
    }

    /// Whether what is asked stands on the front page already, which knows names where the worker does not yet.
    fn has_on_front(&self, ask: &Ask) -> bool {
        self.is_front && self.status != Status::Ready && Front::answers(ask, N_HITS)
    }

    /// Whether another article is on its way.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.is_busy[1]
    }
}

/// The state behind a name of its own, so that only this hook can change it.
struct Answers(Rc<EngineState>);

impl PartialEq for Answers {
    /// As for [`EngineHandle`]: what is heard and changes something makes a state of its own.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Answers {
    /// The front page, if the site has one and the address asks for that list.
    fn first(n_slots: u32) -> Self {
        let ask = list_ask(&current(), N_HITS, n_slots, Vec::new(), Vec::new());
        let front = front().filter(|_| Front::answers(&ask, N_HITS));
        let explore = front.map(|front| front.into_view(n_slots).into());
        let is_front = explore.is_some();
        Self(Rc::new(EngineState { explore, is_front, ..EngineState::default() }))
    }
}

impl Answers {
    /// Whether what is heard changes nothing, so that nothing has to be drawn anew.
    fn knows(&self, event: &Heard) -> bool {
        let state = &self.0;
        match event {
            Heard::Asked(ask) => state.is_busy[lane_of(ask)] != state.has_on_front(ask),
            Heard::Status(status) => state.status == *status,
            Heard::Answered(_) => false,
        }
    }
}

enum Heard {
    Asked(Box<Ask>),
    Status(Status),
    Answered(Box<(Ask, Answer)>),
}

impl Reducible for Answers {
    type Action = Heard;

    fn reduce(self: Rc<Self>, event: Heard) -> Rc<Self> {
        if self.knows(&event) {
            return self;
        }
        let mut next = (*self.0).clone();
        match event {
            Heard::Asked(ask) => next.is_busy[lane_of(&ask)] = !next.has_on_front(&ask),
            Heard::Status(status) => next.reach(status),
            Heard::Answered(answered) => next.take(answered.0, answered.1),
        }
        Rc::new(Self(Rc::new(next)))
    }
}

impl EngineState {
    /// Comes to another status. Once names are known, what was answered without any stands for nothing.
    fn reach(&mut self, status: Status) {
        if self.status.is_filling() && status == Status::Ready {
            let Self { timeline, network, map, quotes, disagree, entity, .. } = self;
            (*timeline, *network, *map, *quotes, *disagree, *entity) = (None, None, None, None, None, None);
        }
        self.status = status;
    }

    fn take(&mut self, ask: Ask, answer: Answer) {
        self.is_busy[lane_of(&ask)] = false;
        match (ask, answer) {
            (ask, Answer::Explore(_)) if self.has_on_front(&ask) => {}
            (_, Answer::Explore(view)) => {
                self.explore = Some(view.into());
                self.is_front = false;
            }
            (_, Answer::Methods(view)) => self.methods = Some(view.into()),
            (_, Answer::Help(view)) => self.help = Some(view.into()),
            (_, Answer::Quotes(view)) => self.quotes = Some(view.into()),
            (_, Answer::Network(view)) => self.network = Some(view.into()),
            (_, Answer::Map(view)) => self.map = Some(view.into()),
            (_, Answer::Disagree(view)) => self.disagree = Some(view.into()),
            (Ask::Compare { ids }, Answer::Compare(view)) => {
                self.compare = Some(Answered { key: ids, view: view.map(Rc::from) });
            }
            (_, Answer::Timeline(view)) => self.timeline = Some(view.into()),
            (Ask::Export { selection, what }, Answer::Export(text)) => {
                self.export = Some(Answered { key: (selection, what), view: Some(text.into()) });
            }
            (Ask::Complete { words }, Answer::Complete(view)) => {
                self.completions = Some(Answered { key: words, view: Some(view.into()) });
            }
            (Ask::Read { article, .. }, Answer::Read(view)) => {
                self.read = Some(Answered { key: article, view: view.map(Rc::from) });
            }
            (Ask::Entity { kind, slug, .. }, Answer::Entity(view)) => {
                self.entity = Some(Answered { key: (kind, slug), view: view.map(Rc::from) });
            }
            _ => {}
        }
    }
}

/// The engine as a page sees it.
#[derive(Clone, Debug)]
pub struct EngineHandle {
    /// The last good answers.
    pub state: Rc<EngineState>,
    /// Asks; the answer arrives in `state`.
    pub ask: Callback<Ask>,
    /// The room on the page, which says how finely to ask.
    pub room: Room,
}

impl PartialEq for EngineHandle {
    /// Whatever is heard and changes something makes a state of its own, so that nothing in it needs to be looked at.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.ask == other.ask && self.room == other.room
    }
}

/// Starts the worker once and keeps it for as long as the component lives.
#[hook]
pub fn use_engine() -> EngineHandle {
    let room = use_room();
    let state = use_reducer_eq(|| Answers::first(room.n_slots));
    let link = use_mut_ref(Link::default);
    {
        let (link, dispatcher) = (link.clone(), state.dispatcher());
        use_effect_with((), move |()| {
            start(&link, Callback::from(move |event| dispatcher.dispatch(event)));
            move || link.borrow_mut().stop()
        });
    }
    let dispatcher = state.dispatcher();
    let ask = use_callback((), move |ask: Ask, ()| {
        if link.borrow().lanes.is_newest(&ask) {
            return;
        }
        let request = link.borrow_mut().lanes.ask(ask.clone());
        link.borrow().send(request);
        dispatcher.dispatch(Heard::Asked(Box::new(ask)));
    });
    EngineHandle { state: state.0.clone(), ask, room }
}

/// The worker with the questions on their way to it.
#[derive(Default)]
struct Link {
    worker: Option<Worker>,
    listeners: Vec<EventListener>,
    lanes: Lanes,
    has_spoken: bool,
    is_searchable: bool,
    is_stopped: bool,
}

impl Link {
    fn send(&self, requests: impl IntoIterator<Item = Request>) {
        let Some(worker) = &self.worker else { return };
        for request in requests {
            if let Ok(bytes) = to_bytes(&request) {
                // A worker that takes no message has stopped, and says so by an error event.
                let _ = worker.post_message(&Uint8Array::from(&bytes[..]));
            }
        }
    }

    /// What the page learns from a message.
    fn hear(&mut self, message: FromWorker) -> Option<Heard> {
        self.has_spoken = true;
        match message {
            FromWorker::Progress { n_done, n_total } => Some(Heard::Status(match self.is_searchable {
                true => Status::Filling(n_done, n_total),
                false => Status::Reading(n_done, n_total),
            })),
            FromWorker::Searchable => {
                self.is_searchable = true;
                let waiting = self.lanes.open();
                self.send(waiting);
                None
            }
            FromWorker::Ready => {
                let waiting = self.lanes.again();
                self.send(waiting);
                Some(Heard::Status(Status::Ready))
            }
            FromWorker::Response(response) => {
                let (ask, next) = self.lanes.answered(response.id);
                self.send(next);
                Some(Heard::Answered(Box::new((ask?, response.answer))))
            }
            FromWorker::Failed(reason) => Some(Heard::Status(Status::Failed(Failure::Corpus, reason))),
        }
    }

    fn failure(&self) -> Failure {
        match self.has_spoken {
            true => Failure::Stopped,
            false if dom::is_from_folder() => Failure::Folder,
            false => Failure::Start,
        }
    }

    fn stop(&mut self) {
        self.is_stopped = true;
        self.listeners.clear();
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
    }
}

/// Begins a worker; its listeners stand in the link before it speaks.
fn start(link: &Rc<RefCell<Link>>, say: Callback<Heard>) {
    let link = link.clone();
    spawn_local(async move {
        let worker = start_worker().await;
        if link.borrow().is_stopped {
            // Nobody waits for it any more.
            let _ = worker.map(|worker| worker.terminate());
            return;
        }
        match worker {
            Ok(worker) => listen(&link, worker, &say),
            Err(reason) => say.emit(failed(link.borrow().failure(), reason)),
        }
    });
}

fn listen(link: &Rc<RefCell<Link>>, worker: Worker, say: &Callback<Heard>) {
    let on_unreadable = {
        let say = say.clone();
        EventListener::new(&worker, "messageerror", move |_| {
            say.emit(failed(Failure::Versions, String::new()));
        })
    };
    let listeners =
        vec![on_message(link, &worker, say.clone()), on_error(link, &worker, say.clone()), on_unreadable];
    let mut link = link.borrow_mut();
    link.listeners = listeners;
    link.worker = Some(worker);
}

fn on_message(link: &Rc<RefCell<Link>>, worker: &Worker, say: Callback<Heard>) -> EventListener {
    let link = link.clone();
    EventListener::new(worker, "message", move |event| match read_message(event) {
        Ok(message) => {
            let heard = link.borrow_mut().hear(message);
            if let Some(heard) = heard {
                say.emit(heard);
            }
        }
        Err(reason) => say.emit(failed(Failure::Versions, reason)),
    })
}

fn on_error(link: &Rc<RefCell<Link>>, worker: &Worker, say: Callback<Heard>) -> EventListener {
    let link = link.clone();
    EventListener::new(worker, "error", move |event| {
        let reason = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        say.emit(failed(link.borrow().failure(), reason));
    })
}

fn read_message(event: &Event) -> Result<FromWorker, String> {
    let bytes = event
        .dyn_ref::<MessageEvent>()
        .and_then(|event| event.data().dyn_into::<Uint8Array>().ok())
        .ok_or_else(|| "a message from the worker holds no bytes".to_owned())?;
    from_bytes(&bytes.to_vec()).map_err(|error| error.to_string())
}

/// Browsers differ in what they say of too little memory, but all name it; the program never does.
fn failed(failure: Failure, reason: String) -> Heard {
    let is_memory = failure == Failure::Start && reason.contains("memory");
    let failure = if is_memory { Failure::Stopped } else { failure };
    Heard::Status(Status::Failed(failure, reason))
}
