//! The one door: [`Engine::handle`] turns a [`Request`](protocol::Request) into a [`Response`](protocol::Response).
//!
//! Runs in the worker, and natively in tests and on the command line.

pub mod protocol;

use crate::view::{ExploreView, MethodsView};
use protocol::{Answer, Ask, Request, Response};

/// A corpus, analysed and ready to answer.
#[derive(Debug, Default)]
pub struct Engine {}

impl Engine {
    /// Answers one request. Never fails: what does not exist is answered as not found.
    #[must_use]
    pub fn handle(&self, request: &Request) -> Response {
        let answer = match &request.ask {
            Ask::Explore { .. } => Answer::Explore(Box::<ExploreView>::default()),
            Ask::Read { .. } => Answer::Read(None),
            Ask::Entity { .. } => Answer::Entity(None),
            Ask::Methods => Answer::Methods(Box::<MethodsView>::default()),
        };
        Response { id: request.id, answer }
    }
}
