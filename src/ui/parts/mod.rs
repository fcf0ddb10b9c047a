//! Parts: props into Html. Each has one name in five places: its file, its
//! component, its class, its style sheet in `styles/parts/`, its snapshot.

mod chip_row;
mod date_stamp;
mod empty_note;
mod facet_group;
mod facet_panel;
mod facet_row;
mod failure_note;
mod hit_card;
mod key_help;
mod mark_card;
mod masthead;
mod progress_note;
mod reader;
mod reader_head;
mod result_head;
mod result_list;
mod run_text;
mod search_box;
mod skip_links;
mod sort_menu;
mod tally_table;

pub use chip_row::{ChipRow, ChipRowProps};
pub use date_stamp::{DateStamp, DateStampProps};
pub use empty_note::{EmptyNote, EmptyNoteProps};
pub use facet_group::{FacetGroup, FacetGroupProps};
pub use facet_panel::{FILTERS_ID, FacetPanel, FacetPanelProps};
pub use facet_row::{FacetAct, FacetRow, FacetRowProps};
pub use failure_note::{FailureNote, FailureNoteProps};
pub use hit_card::{HitCard, HitCardProps, hit_id};
pub use key_help::{KeyHelp, KeyHelpProps};
pub use mark_card::{MarkCard, MarkCardProps};
pub use masthead::{Masthead, MastheadProps};
pub use progress_note::{ProgressNote, ProgressNoteProps};
pub use reader::{READER_ID, Reader, ReaderProps, mark_id};
pub use reader_head::{ReaderHead, ReaderHeadProps};
pub use result_head::{FILTERS_BUTTON_ID, RESULTS_ID, ResultHead, ResultHeadProps};
pub use result_list::{N_HITS, ResultList, ResultListProps};
pub use run_text::{draw_hits, draw_runs};
pub use search_box::{SEARCH_ID, SearchBox, SearchBoxProps};
pub use skip_links::{SkipLinks, SkipLinksProps};
pub use sort_menu::{SortMenu, SortMenuProps};
pub use tally_table::{TallyTable, TallyTableProps};
