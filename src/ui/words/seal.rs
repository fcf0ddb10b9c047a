//! Words of the seal, of its page and of the note on a newer version.

use super::number::{counted, number};
use crate::ui::start::Offline;

/// The seal: how many requests were made since everything had arrived.
#[must_use]
pub fn requests(n: u32) -> String {
    counted(n, "request", "requests")
}

/// Since when.
pub const SINCE_LOAD: &str = " since load";
/// Stands before the number when the seal is broken.
pub const BROKEN: &str = "Seal broken: ";

/// What the alert says.
#[must_use]
pub fn broken(n_asked: u32, n_refused: u32) -> String {
    let asked = [&requests(n_asked), " left this page since it was loaded, "].concat();
    let refused = [&number(n_refused.into()), " more were refused by the browser."].concat();
    [asked, refused].concat()
}

/// Leads from the alert to the page of the seal.
pub const SEE_WHICH: &str = "See which";

/// The heading of the page.
pub const SEAL_TITLE: &str = "Nothing leaves this page";
/// What the page says first, while the seal holds.
pub const SEAL_LEAD: &str = "Search, reading and every analysis run inside your browser. Since this page was loaded it has asked nobody for anything: not the host it came from, and nobody else.";
/// What the page says first, when the seal is broken.
pub const SEAL_BROKEN_LEAD: &str = "Something left this page, or tried to, after it was loaded. The program itself never does that: look for an extension of the browser or a changed copy of the site.";

/// The heading of the counts.
pub const SEAL_COUNTS: &str = "What the browser noted";
/// The label of the number of requests.
pub const ASKED: &str = "Requests since load";
/// The label of the number of refusals.
pub const REFUSED: &str = "Refused by the policy";
/// The label of the state without a network.
pub const OFFLINE: &str = "Without a network";
/// The heading of the addresses asked for.
pub const ASKED_TITLE: &str = "Asked for";
/// The heading of what was refused.
pub const REFUSED_TITLE: &str = "Refused";
/// The heading of the policy.
pub const POLICY_TITLE: &str = "The policy it stands under";
/// What the policy means.
pub const POLICY_LEAD: &str = "The first lines of the page give the browser this policy. It shuts out every script but the site’s own, every form and frame, every picture from elsewhere. Once everything has arrived, the page adds “connect-src 'none'”: from then on the browser itself refuses every request, and a policy cannot be taken back.";

/// The heading of the ways to verify it.
pub const VERIFY_TITLE: &str = "Do not take our word for it";
/// The ways to verify it: what to do, and what it shows.
pub const VERIFY: [(&str, &str); 5] = [
    (
        "Watch the network",
        "Open the developer tools of the browser (F12), choose “Network”, clear the list, and use the site: search, filter, open articles. The list stays empty.",
    ),
    (
        "Cut the network",
        "Switch to airplane mode or pull the cable, and go on. Nothing changes. Where the site is kept, it even opens so.",
    ),
    (
        "Try to break it",
        "Type fetch(\"https://example.org\") into the console of the developer tools. The browser refuses, and the seal above breaks until the page is loaded anew.",
    ),
    (
        "Read the first lines",
        "View the source of the page. The policy stands at its beginning, with a hash of the one script in the page; every other file is named with its own hash and is refused when it is another.",
    ),
    (
        "Build it yourself",
        "The same sources give the same bytes: build the site twice, on two machines, and compare the files.",
    ),
];

/// The heading of what is not covered.
pub const LIMITS_TITLE: &str = "What this does not cover";
/// What is not covered.
pub const LIMITS: &str = "When you open the site, its host sees that you asked for it, as with every website; the edition in one file asks nobody even then. On each visit the browser looks whether the site has a newer version. A link to an original page leads to its publisher. Extensions of the browser can see and send what they like.";

/// The state without a network in words.
#[must_use]
pub fn offline(state: Offline) -> &'static str {
    match state {
        Offline::None => "not kept in this browser",
        Offline::Storing => "being kept",
        Offline::Stored => "kept: the site opens without one",
        Offline::Waiting => "kept; a newer version waits",
        Offline::Refused => {
            "not kept: the browser has no room for it or does not allow it, as in a private window"
        }
    }
}

/// Says that a newer version waits.
pub const NEWER_VERSION: &str = "A newer version of this site is here.";
/// Takes the newer version.
pub const TAKE_NEWER: &str = "Reload";
