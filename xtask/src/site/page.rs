//! Turns the `index.html` that Trunk wrote into one that names its worker and carries its own policy.

use super::policy;
use crate::Outcome;

/// What Trunk's reload script holds in place of an address, filled in while serving. It is filled in
/// here instead, because a hash of the script must not change afterwards.
const RELOAD_ADDRESS: &str = "'{{__TRUNK_ADDRESS__}}'";
const RELOAD_BASE: &str = "{{__TRUNK_WS_BASE__}}";
/// The one line of Trunk's reload script that sets raw HTML: an icon above a build failure.
const RELOAD_ICON: &str = "icon.innerHTML = ";

/// Adds the policy, the address of the worker, and what the policy needs.
///
/// # Errors
/// The page has no head.
pub fn seal(html: &str, worker: &str) -> Outcome<String> {
    let served = html.contains(RELOAD_ADDRESS);
    let html = html
        .replace(RELOAD_ADDRESS, "window.location.host")
        .replace(RELOAD_BASE, "/")
        .replace(RELOAD_ICON, "icon.title = ");
    let trusted = policy::trusted_types(worker);
    let start = head_start(&html).ok_or("cannot seal index.html: it has no <head>")?;
    let mut scripts = vec![trusted.as_str()];
    scripts.extend(inline_scripts(&html));
    let sealed = format!(
        "\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n  <script>{trusted}</script>\n  <meta name=\"dateline-worker\" content=\"{worker}\">",
        policy::policy(&scripts, served),
    );
    Ok(format!("{}{sealed}{}", &html[..start], &html[start..]))
}

/// Where the policy goes: first in the head, but after the character set, which browsers look for in
/// the first 1024 bytes only.
fn head_start(html: &str) -> Option<usize> {
    let head = html.find("<head>")? + "<head>".len();
    let rest = html[head..].trim_start();
    if rest.starts_with("<meta charset") {
        let charset = html.len() - rest.len();
        return Some(charset + html[charset..].find('>')? + 1);
    }
    Some(head)
}

/// The text of each script that is written into the page.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((attributes, after)) = after.split_once('>') else {
            break;
        };
        let Some((text, after)) = after.split_once("</script>") else {
            break;
        };
        if !attributes.contains(" src=") {
            scripts.push(text);
        }
        rest = after;
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head>\n<meta charset=\"utf-8\">\n<script type=\"module\">start()</script><script src=\"x.js\"></script></head><body></body></html>";

    #[test]
    fn inline_scripts_are_those_without_a_source() {
        assert_eq!(inline_scripts(PAGE), ["start()"]);
    }

    #[test]
    fn the_policy_stands_before_every_script_and_after_the_character_set() {
        let sealed = seal(PAGE, "./worker-1.js").unwrap();
        let at = |text: &str| sealed.find(text).unwrap();
        assert!(at("<meta charset") < at("Content-Security-Policy"));
        assert!(at("Content-Security-Policy") < at("<script"));
        assert!(sealed.contains("<meta name=\"dateline-worker\" content=\"./worker-1.js\">"));
        assert!(at("Content-Security-Policy") < 1024);
    }

    #[test]
    fn every_inline_script_of_the_sealed_page_is_in_its_policy() {
        let sealed = seal(PAGE, "./worker-1.js").unwrap();
        let scripts = inline_scripts(&sealed);
        assert_eq!(scripts.len(), 2);
        assert!(sealed.contains(&policy::policy(&scripts, false)));
    }

    #[test]
    fn the_reload_script_is_filled_in_before_it_is_hashed() {
        let page = format!(
            "<head></head><body><script>const a = {RELOAD_ADDRESS} + '{RELOAD_BASE}';</script></body>"
        );
        let sealed = seal(&page, "./w.js").unwrap();
        assert!(sealed.contains("const a = window.location.host + '/';"));
        assert!(sealed.contains(&policy::policy(&inline_scripts(&sealed), true)));
    }
}
