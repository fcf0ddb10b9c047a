//! Plain data for a screen: text cut into runs, counts, labels. No HTML.
//!
//! Only this layer cuts text by spans; only `ui` draws what it returns.

mod align;
mod build_compare;
mod build_entity;
mod build_explore;
mod build_help;
mod build_hit;
mod build_map;
mod build_methods;
mod build_network;
mod build_places;
mod build_quotes;
mod build_reader;
mod build_strip;
mod build_timeline;
mod cluster;
mod compare;
mod differ;
mod disagreement;
mod entity;
mod explore;
mod export;
mod export_timeline;
mod fact;
mod feature;
mod feature_table;
mod help;
mod known;
mod lay_out_names;
mod lay_out_network;
mod lay_out_timeline;
mod map;
mod mark_quotes;
mod methods;
mod network;
mod outlines;
mod projection;
mod quotes;
mod reader;
mod run;
mod say_days;
mod say_reading;
mod statement;
mod strip;
mod strip_axis;
mod timeline;

pub use crate::index::when_slugs;
pub use crate::search::Completion;
pub use build_compare::build_compare;
pub use build_entity::build_entity;
pub use build_explore::{Branch, FacetWindow, N_WALKED, build_explore};
pub use build_help::build_help;
pub use build_map::build_map;
pub use build_methods::build_methods;
pub use build_network::build_network;
pub use build_quotes::build_quotes;
pub use build_reader::build_reader;
pub use build_strip::build_strip;
pub use build_timeline::build_timeline;

pub use cluster::{FARTHEST_SCALE, Join, N_LEVELS, NEAREST_SCALE, level_of, radius_of, scale_of};
pub use compare::{
    CompareRow, CompareView, Difference, DisagreeView, Disagreement, Flag, Piece, SideView, VersionPair,
};
pub use disagreement::{Disagreements, build_disagreements};
pub use entity::{EntityView, Quoted, Sentence};
pub use explore::{
    AxisCount, BranchState, Chip, ExploreView, FacetValue, FacetView, HitCard, ValueState, Version,
};
pub use export::{Export, Tables, export};
pub use help::{Example, HelpView, Lesson};
pub use known::Known;
pub use lay_out_names::{NameSeat, Seat, place_names};
pub use lay_out_network::lay_out_network;
pub use lay_out_timeline::LABEL_GAP_PX;
pub use map::{LookedPlace, MapCircle, MapCountry, MapPlace, MapView, UnplacedPlace};
pub use methods::{AppliedRepair, MethodsView, SkippedFile, Tally};
pub use network::{Link, NetworkView, Node, Step, StepSentence};
pub use projection::Projection;
pub use quotes::{Quotation, QuoteSource, QuotesView, SpeakerRow, Wording};
pub use reader::{Block, Card, CardAlias, Cut, Mark, MarkDetail, ReaderView};
pub use run::{DateLabel, Run};
pub use say_days::{IsoParts, days_in_words, iso_date, iso_parts};
pub use statement::Statements;
pub use strip::{STRIP_ROOMS, StripBar, StripRow, StripSlot, StripUnit, StripView, StripWindow, Tick};
pub use timeline::{
    EventMark, EventView, Lane, LaneMark, LaneOf, Source, TimeTick, TimelineView, TimelineWindow,
    point_radius,
};
