//! Workers beside this one that read shares of the articles.
//!
//! The script of this worker (`site/worker-start.js`) starts them like itself, under a [name](Share::name) that
//! says their share, and hands them the program that was compiled for this one. Where there are any, this one
//! only leads: what reading takes in memory goes with them when they are done.

use dateline::clean::Cleaner;
use dateline::engine::crew::{self, Crew};
use dateline::engine::load::{Done, Share};
use dateline::engine::protocol::{from_bytes, to_bytes};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = dateline, js_name = startHelper)]
    fn start_helper(name: &str) -> Result<Worker, JsValue>;
}

/// What this worker runs in.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// How many workers read so many articles on this machine; none where this one does as well alone.
pub fn n_helpers(n_articles: usize) -> usize {
    let n_cores = scope().navigator().hardware_concurrency() as usize;
    crew::n_helpers(n_cores, n_articles)
}

/// The time, in milliseconds.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Calls back once, after a time.
pub fn wake_after(wait_ms: f64, wake: impl FnOnce() + 'static) {
    let wake = Closure::once_into_js(wake);
    // Where there is no clock a silent worker is waited for.
    let _ = scope()
        .set_timeout_with_callback_and_timeout_and_arguments_0(wake.unchecked_ref(), wait_ms.ceil() as i32);
}

/// The worker of one share.
pub struct Helper {
    worker: Worker,
    _hear: Closure<dyn Fn(MessageEvent)>,
    _stop: Closure<dyn Fn(Event)>,
}

impl Helper {
    /// Starts the worker of a share, one of a crew; `take` hears what it has done with which block, and `wake`
    /// that something has happened. Nothing where the browser starts no worker from here.
    pub fn start(
        share: Share,
        crew: &Rc<RefCell<Crew>>,
        take: impl Fn(usize, Done) + 'static,
        wake: Rc<dyn Fn()>,
    ) -> Option<Self> {
        let worker = start_helper(&share.name()).ok()?;
        crew.borrow_mut().add(share, now_ms());
        let stop = {
            let (crew, wake) = (crew.clone(), wake.clone());
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                // It is dealt with here and no failure of the page.
                event.prevent_default();
                crew.borrow_mut().lose(share);
                wake();
            })
        };
        let hear = {
            let crew = crew.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match from_bytes::<(usize, Done)>(&Uint8Array::new(&event.data()).to_vec()) {
                    Ok((block, done)) => {
                        crew.borrow_mut().hear(share, now_ms());
                        take(block, done);
                    }
                    Err(_) => crew.borrow_mut().lose(share),
                }
                wake();
            })
        };
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(stop.as_ref().unchecked_ref()));
        Some(Self { worker, _hear: hear, _stop: stop })
    }

    /// Tells the worker what was learned of all articles.
    pub fn tell(&self, cleaner: &Cleaner) {
        if let Ok(bytes) = to_bytes(cleaner) {
            // One that cannot be told falls silent, and is read for.
            let _ = self.worker.post_message(&Uint8Array::from(bytes.as_slice()));
        }
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Hears the one thing that the worker which started this one has to say.
pub fn hear_once(hear: impl FnOnce(Vec<u8>) + 'static) {
    let hear =
        Closure::once_into_js(move |event: MessageEvent| hear(Uint8Array::new(&event.data()).to_vec()));
    scope().set_onmessage(Some(hear.unchecked_ref()));
}

/// Says to the worker that started this one what was done with a block.
pub fn hand_over(block: usize, done: &Done) {
    if let Ok(bytes) = to_bytes(&(block, done)) {
        let bytes = Uint8Array::from(bytes.as_slice());
        // A message that cannot be sent has nobody left to hear of it.
        let _ = scope().post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
    }
}
