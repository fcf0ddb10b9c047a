//! Plain data for a screen: text cut into runs, counts, labels. No HTML.
//!
//! Only this layer cuts text by spans; only `ui` draws what it returns.

mod entity;
mod explore;
mod methods;
mod reader;
mod run;

pub use entity::{EntityView, Sentence};
pub use explore::{Chip, ExploreView, FacetValue, FacetView, HitCard, ValueState};
pub use methods::{MethodsView, SkippedFile, Tally};
pub use reader::{Block, Card, CardAlias, Cut, Mark, MarkDetail, ReaderView};
pub use run::{DateLabel, Run};
