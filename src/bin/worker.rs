//! The engine behind messages: postcard bytes in, postcard bytes out.
//!
//! Analyses the bundled corpus first, telling the page how far it is, then says
//! that it is ready and answers questions in the order they come.

use dateline::engine::Engine;
use dateline::engine::protocol::{FromWorker, Request, from_bytes, to_bytes};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Articles analysed between two reports of progress: often enough for a smooth bar, seldom enough to cost nothing.
const REPORT_EVERY: usize = 16;

fn main() {
    std::panic::set_hook(Box::new(|panic| tell(&FromWorker::Failed(panic.to_string()))));
    match Engine::from_pack(dateline::corpus::bundled::BUNDLED, report) {
        Ok(engine) => serve(engine),
        Err(error) => tell(&FromWorker::Failed(error.to_string())),
    }
}

fn report(n_done: usize, n_total: usize) {
    if n_done.is_multiple_of(REPORT_EVERY) || n_done == n_total {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        tell(&FromWorker::Progress { n_done: narrow(n_done), n_total: narrow(n_total) });
    }
}

fn serve(engine: Engine) {
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        tell(&match from_bytes::<Request>(&bytes) {
            Ok(request) => FromWorker::Response(engine.handle(&request)),
            Err(error) => FromWorker::Failed(error.to_string()),
        });
    });
    scope().set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The engine lives as long as the worker.
    answer.forget();
    tell(&FromWorker::Ready);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Says something to the page. A message that cannot be sent has nobody left to hear of it.
fn tell(message: &FromWorker) {
    if let Ok(bytes) = to_bytes(message) {
        let _ = scope().post_message(&Uint8Array::from(bytes.as_slice()));
    }
}
