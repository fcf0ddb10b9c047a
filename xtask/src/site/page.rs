//! Turns the `index.html` that Trunk wrote into one that carries its own policy, its start script and
//! the hash of every file it names.

use super::{
    base64,
    policy::{self, Edition},
};
use crate::Outcome;

/// What Trunk's reload script holds in place of an address, filled in while serving. It is filled in
/// here instead, because a hash of the script must not change afterwards.
const RELOAD_ADDRESS: &str = "'{{__TRUNK_ADDRESS__}}'";
const RELOAD_BASE: &str = "{{__TRUNK_WS_BASE__}}";
/// The one line of Trunk's reload script that sets raw HTML: an icon above a build failure.
const RELOAD_ICON: &str = "icon.innerHTML = ";

/// Whether Trunk serves the page and rebuilds it.
pub fn is_served(html: &str) -> bool {
    html.contains(RELOAD_ADDRESS)
}

/// Adds the policy and the start script.
///
/// # Errors
/// The page has no head.
pub fn seal(html: &str, start_script: &str) -> Outcome<String> {
    let edition = if is_served(html) { Edition::Served } else { Edition::Folder };
    let html = html
        .replace(RELOAD_ADDRESS, "window.location.host")
        .replace(RELOAD_BASE, "/")
        .replace(RELOAD_ICON, "icon.title = ");
    let mut scripts = vec![start_script];
    scripts.extend(inline(&html, "script"));
    let policy = policy::policy(edition, &scripts, &[]);
    with_head(&html, &policy, start_script)
}

/// The page with a policy and a script at the start of its head.
///
/// # Errors
/// The page has no head.
pub fn with_head(html: &str, policy: &str, start_script: &str) -> Outcome<String> {
    let start = head_start(html).ok_or("cannot seal a page: it has no <head>")?;
    let sealed = format!(
        "\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n  <script>{start_script}</script>"
    );
    Ok(format!("{}{sealed}{}", &html[..start], &html[start..]))
}

/// The page with the hash of a file wherever it names that file as a script or a style sheet.
pub fn with_integrity(html: &str, file: &str, integrity: &str) -> String {
    ["src", "href"].iter().fold(html.to_string(), |html, attribute| {
        let names = format!("{attribute}=\"./{file}\"");
        html.replace(&names, &format!("{names} integrity=\"{integrity}\""))
    })
}

/// The address of an icon that holds the icon itself.
pub fn icon_address(svg: &str) -> String {
    format!("data:image/svg+xml;base64,{}", base64::encode(svg.as_bytes()))
}

/// The page with its icon in it. One that the page names is asked for anew whenever the part of the address
/// behind `#` changes, wherever the browser does not keep the site.
pub fn with_icon(html: &str, file: &str, svg: &str) -> String {
    html.replace(&format!("href=\"./{file}\""), &format!("href=\"{}\"", icon_address(svg)))
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

/// The text of each script or style sheet that is written into the page.
pub fn inline<'a>(html: &'a str, tag: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&open) {
        let Some((attributes, after)) = after.split_once('>') else {
            break;
        };
        let Some((text, after)) = after.split_once(&close) else {
            break;
        };
        if !attributes.contains(" src=") {
            found.push(text);
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head>\n<meta charset=\"utf-8\">\n<script type=\"module\">start()</script><script src=\"./x.js\"></script></head><body></body></html>";

    #[test]
    fn inline_scripts_are_those_without_a_source() {
        assert_eq!(inline(PAGE, "script"), ["start()"]);
    }

    #[test]
    fn the_policy_stands_before_every_script_and_after_the_character_set() {
        let sealed = seal(PAGE, "go()").unwrap();
        let at = |text: &str| sealed.find(text).unwrap();
        assert!(at("<meta charset") < at("Content-Security-Policy"));
        assert!(at("Content-Security-Policy") < at("<script"));
        assert!(sealed.contains("<script>go()</script>"));
        assert!(at("Content-Security-Policy") < 1024);
    }

    #[test]
    fn every_inline_script_of_the_sealed_page_is_in_its_policy() {
        let sealed = seal(PAGE, "go()").unwrap();
        let scripts = inline(&sealed, "script");
        assert_eq!(scripts.len(), 2);
        assert!(sealed.contains(&policy::policy(Edition::Folder, &scripts, &[])));
    }

    #[test]
    fn files_carry_their_hash() {
        let html = with_integrity(PAGE, "x.js", "sha256-a");
        assert!(html.contains("<script src=\"./x.js\" integrity=\"sha256-a\">"), "{html}");
    }

    #[test]
    fn the_icon_is_in_the_page() {
        let html = with_icon("<link rel=\"icon\" href=\"./icon.svg\">", "icon.svg", "<svg/>");
        assert_eq!(html, "<link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">");
    }

    #[test]
    fn the_reload_script_is_filled_in_before_it_is_hashed() {
        let page = format!(
            "<head></head><body><script>const a = {RELOAD_ADDRESS} + '{RELOAD_BASE}';</script></body>"
        );
        let sealed = seal(&page, "go()").unwrap();
        assert!(sealed.contains("const a = window.location.host + '/';"));
        assert!(sealed.contains(&policy::policy(Edition::Served, &inline(&sealed, "script"), &[])));
    }
}
