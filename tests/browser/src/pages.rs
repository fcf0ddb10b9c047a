//! Every page of the site, for what must hold on all of them.

use crate::visit::Visit;

/// A page: its hash, and words that stand on it when it is drawn, and on no other.
#[derive(Clone, Copy, Debug)]
pub struct Page(pub &'static str, pub &'static str);

/// Every page, in every form that looks different.
pub const PAGES: [Page; 15] = [
    Page("#/", "5 articles"),
    Page("#/?q=finland&who=joe-biden", "Clear all"),
    Page("#/?q=qqqqqq", "No article matches"),
    Page("#/?read=003_ba8f150e48c27e3d&removed=shown", "Leave a Reply"),
    Page("#/person/jens-stoltenberg", "Named in the same sentences"),
    Page("#/timeline", "Timeline"),
    Page("#/map?place=kyiv", "Only articles that name it"),
    Page("#/network", "Network"),
    Page("#/quotes", "Quotes"),
    Page("#/compare", "30-member"),
    Page("#/compare?left=003_ba8f150e48c27e3d&right=004_54fe4d522f3f9e08", "only here"),
    Page("#/methods", "What was read"),
    Page("#/help", "How to search"),
    Page("#/seal", "Do not take our word for it"),
    Page("#/nowhere", "No such page"),
];

/// Everything in the main part that a screen reader would say.
const TEXT: &str = "return document.querySelector('main').textContent";

impl Visit {
    /// Turns to a page without loading anew, and waits until it is drawn.
    pub async fn turn_to(&self, Page(hash, words): Page) {
        self.script(&format!("location.hash = '{hash}'")).await;
        let is_drawn = async || {
            let text = self.script(TEXT).await;
            text.as_str().filter(|text| text.contains(words)).map(|_| ())
        };
        self.wait(&format!("“{words}” on {hash}"), is_drawn).await;
    }
}
