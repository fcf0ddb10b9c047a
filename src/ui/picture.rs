//! A drawing of the page as a file: SVG with its looks written into it, or PNG.
//!
//! Also hands over files of text. Called from events only.

use super::dom;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement,
};
use web_sys::{HtmlImageElement, Url, XmlSerializer};

/// The looks that style sheets give to drawings, as attributes of SVG.
const LOOKS: [&str; 17] = [
    "vector-effect",
    "paint-order",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "display",
];
/// The looks that are colors, and how much of each covers what is below.
const COLORS: [(&str, &str); 2] = [("fill", "fill-opacity"), ("stroke", "stroke-opacity")];
/// A part of a whole, as numbers are read here.
const WHOLE: u32 = 1000;
/// Pixels of a PNG to one of the screen: sharp in print.
const SCALE: f64 = 2.0;

/// Hands a text over as a file.
pub fn save_text(name: &str, media_type: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    if let Ok(url) = Url::create_object_url_with_blob(&blob) {
        save(name, &url);
        // The browser holds the file by now; the address was only for handing it over.
        let _ = Url::revoke_object_url(&url);
    }
}

fn save(name: &str, url: &str) {
    let link = dom::document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(url);
        link.set_download(name);
        link.click();
    }
}

/// Hands the drawing with an id over as an SVG file, or as a PNG.
pub fn save_picture(id: &str, name: &str, is_png: bool) {
    let drawing = dom::document().and_then(|document| document.get_element_by_id(id));
    let Some(svg) = drawing.as_ref().and_then(write_svg) else { return };
    if is_png {
        save_png(name, &svg, drawing.as_ref());
    } else {
        save_text(&[name, ".svg"].concat(), "image/svg+xml", &svg);
    }
}

fn write_svg(drawing: &Element) -> Option<String> {
    let copy = drawing.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
    let (drawn, copies) = (drawing.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    write_looks(drawing, &copy);
    for at in 0..drawn.length() {
        let pair =
            drawn.item(at)?.dyn_into::<Element>().ok().zip(copies.item(at)?.dyn_into::<Element>().ok());
        if let Some((from, to)) = pair {
            write_looks(&from, &to);
        }
    }
    let bounds = drawing.get_bounding_client_rect();
    let set = |name: &str, value: &str| copy.set_attribute(name, value).ok();
    set("xmlns", "http://www.w3.org/2000/svg")?;
    set("width", &bounds.width().round().to_string())?;
    set("height", &bounds.height().round().to_string())?;
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

/// Writes how an element looks on the screen into its copy.
fn write_looks(from: &Element, to: &Element) {
    let style = web_sys::window().and_then(|window| window.get_computed_style(from).ok().flatten());
    let Some(style) = style else { return };
    // An attribute that cannot be written leaves the element as SVG draws it by itself.
    let set = |name: &str, value: &str| drop(to.set_attribute(name, value));
    for name in LOOKS {
        let value = style.get_property_value(name).unwrap_or_default();
        if !value.is_empty() && !value.starts_with("url(") {
            set(name, &value);
        }
    }
    for (name, covers) in COLORS {
        match read_color(&style.get_property_value(name).unwrap_or_default()) {
            Some((_, 0)) => set(name, "none"),
            Some((color, part)) => {
                set(name, &color);
                if part < WHOLE {
                    set(covers, &format!("0.{part:03}"));
                }
            }
            None => {}
        }
    }
}

/// A color as a browser says it, `rgb(29, 27, 24)` or `color(srgb 0.1 0.2 0.3 / 0.5)`, as every program that draws SVG
/// reads it: `#1d1b18`, and how much of it covers what is below, in thousandths.
fn read_color(said: &str) -> Option<(String, u32)> {
    let (kind, inside) = said.strip_suffix(')')?.split_once('(')?;
    let (inside, most) = match kind {
        "rgb" | "rgba" => (inside, 255 * WHOLE),
        "color" => (inside.strip_prefix("srgb ")?, WHOLE),
        _ => return None,
    };
    let numbers = inside.split([',', ' ', '/']).filter(|number| !number.is_empty());
    let numbers: Vec<u32> = numbers.map(read_thousandths).collect::<Option<_>>()?;
    let (channels, part) = (numbers.get(..3)?, numbers.get(3).copied().unwrap_or(WHOLE));
    let byte = |channel: &u32| (channel.min(&most) * 255 + most / 2) / most;
    let figures = channels.iter().map(byte).flat_map(|byte| [byte / 16, byte % 16]);
    let color = figures.filter_map(|figure| char::from_digit(figure, 16));
    Some((std::iter::once('#').chain(color).collect(), part.min(WHOLE)))
}

/// `0.25` → 250. Not by way of floating point, whose tables the page would have to carry.
fn read_thousandths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let figures = part.bytes().chain(std::iter::repeat(b'0')).take(3);
    let part =
        figures.map(|figure| char::from(figure).to_digit(10)).try_fold(0, |sum, it| Some(sum * 10 + it?))?;
    // Nothing a browser says of a color is larger than a byte.
    Some(whole.parse::<u32>().ok()?.min(255) * WHOLE + part)
}

fn save_png(name: &str, svg: &str, drawing: Option<&Element>) {
    let Some(bounds) = drawing.map(Element::get_bounding_client_rect) else { return };
    let (width, height) = (bounds.width() * SCALE, bounds.height() * SCALE);
    let Ok(image) = HtmlImageElement::new() else { return };
    let encoded = String::from(js_sys::encode_uri_component(svg));
    let (drawn, name) = (image.clone(), [name, ".png"].concat());
    let listener = EventListener::once(&image, "load", move |_| {
        if let Some(url) = rasterize(&drawn, width, height) {
            save(&name, &url);
        }
    });
    // The image lives until it is drawn, and the listener with it.
    listener.forget();
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &encoded].concat());
}

fn rasterize(image: &HtmlImageElement, width: f64, height: f64) -> Option<String> {
    let canvas = dom::document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand pixels")]
    let (n_columns, n_rows) = (width as u32, height as u32);
    canvas.set_width(n_columns);
    canvas.set_height(n_rows);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    canvas.to_data_url().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_told_as_every_program_reads_them() {
        let read = |said: &str| read_color(said).map(|(color, part)| format!("{color} {part}"));
        assert_eq!(read("rgb(29, 27, 24)").as_deref(), Some("#1d1b18 1000"));
        assert_eq!(read("rgba(0, 0, 0, 0)").as_deref(), Some("#000000 0"));
        assert_eq!(read("rgba(29, 27, 24, 0.05)").as_deref(), Some("#1d1b18 50"));
        assert_eq!(read("color(srgb 1 0.5 0 / 0.25)").as_deref(), Some("#ff8000 250"));
        assert_eq!(read("color(srgb 0.2039 0.3294 0.6039)").as_deref(), Some("#34549a 1000"));
        for other in ["none", "url(#hatch)", "color(display-p3 1 0 0)", "rgb(a, b, c)", "rgb(1, 2)"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
