//! Pages: which parts stand where, and which question each page asks. Thin.

mod articles_page;
mod compare_page;
mod entity_page;
mod help_page;
mod map_page;
mod methods_page;
mod network_page;
mod not_found_page;
mod quotes_page;
mod seal_page;
mod timeline_page;

pub use articles_page::{ArticlesPage, ArticlesPageProps};
pub use compare_page::{ComparePage, ComparePageProps};
pub use entity_page::{EntityPage, EntityPageProps};
pub use help_page::{HelpPage, HelpPageProps};
pub use map_page::{MapPage, MapPageProps};
pub use methods_page::{MethodsPage, MethodsPageProps};
pub use network_page::{NetworkPage, NetworkPageProps};
pub use not_found_page::{NotFoundPage, NotFoundPageProps};
pub use quotes_page::{QuotesPage, QuotesPageProps};
pub use seal_page::{SealPage, SealPageProps};
pub use timeline_page::{TimelinePage, TimelinePageProps};
