//! Workers beside this one that read shares of the articles.
//!
//! The script of this worker (`site/worker-start.js`) starts them like itself, under a [name](Share::name) that
//! says their share, and hands them the program that was compiled for this one. A worker that cannot start, or
//! stops, leaves its blocks to whoever is left.

use dateline::engine::load::{Done, Share};
use dateline::engine::protocol::{from_bytes, to_bytes};
use js_sys::Uint8Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

/// Workers at most, this one included: more wait for memory rather than for the processor.
const MAX_WORKERS: usize = 4;
/// Articles for which another worker is worth its start, which takes about as long as reading so many.
const ARTICLES_A_WORKER: usize = 400;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = dateline, js_name = startHelper)]
    fn start_helper(name: &str) -> Result<Worker, JsValue>;
}

/// What this worker runs in.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// How many workers read so many articles on this machine.
pub fn n_workers(n_articles: usize) -> usize {
    let n_cores = scope().navigator().hardware_concurrency() as usize;
    n_cores.clamp(1, MAX_WORKERS).min(n_articles / ARTICLES_A_WORKER).max(1)
}

/// The worker of one share other than this one's.
pub struct Helper {
    worker: Worker,
    share: Share,
    is_alive: Rc<Cell<bool>>,
    _hear: Closure<dyn Fn(MessageEvent)>,
    _stop: Closure<dyn Fn()>,
}

impl Helper {
    /// Starts the worker of a share; `take` hears what it has done with which block, and `wake` that something
    /// has happened. Nothing where the browser starts no worker from here.
    pub fn start(share: Share, take: impl Fn(usize, Done) + 'static, wake: Rc<dyn Fn()>) -> Option<Self> {
        let worker = start_helper(&share.name()).ok()?;
        let is_alive = Rc::new(Cell::new(true));
        let stop = {
            let (is_alive, wake) = (is_alive.clone(), wake.clone());
            Closure::<dyn Fn()>::new(move || {
                is_alive.set(false);
                wake();
            })
        };
        let hear = {
            let is_alive = is_alive.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match from_bytes::<(usize, Done)>(&Uint8Array::new(&event.data()).to_vec()) {
                    Ok((block, done)) => take(block, done),
                    Err(_) => is_alive.set(false),
                }
                wake();
            })
        };
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(stop.as_ref().unchecked_ref()));
        Some(Self { worker, share, is_alive, _hear: hear, _stop: stop })
    }

    /// Whether a block will come from this worker.
    pub fn will_do(&self, block: usize) -> bool {
        self.is_alive.get() && self.share.has(block)
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Says to the worker that started this one what was done with a block.
pub fn hand_over(block: usize, done: &Done) {
    if let Ok(bytes) = to_bytes(&(block, done)) {
        // A message that cannot be sent has nobody left to hear of it.
        let _ = scope().post_message(&Uint8Array::from(bytes.as_slice()));
    }
}
