//! A PNG of a screen into one of 256 colors: a page has few, and those between them are the edges of letters.

use png::{BitDepth, ColorType, Compression, Decoder, Encoder};
use std::collections::BTreeMap;
use std::io::Cursor;

type Color = [u8; 3];

/// Colors of a palette.
const N_COLORS: usize = 256;
/// Colors nearer than this in the sum of their channels are one, while there are others: every tint keeps a place.
const NEAR: u32 = 12;

/// The same picture in as many colors as a palette holds.
pub fn shrink(png: &[u8]) -> Vec<u8> {
    let (pixels, width, height) = read(png);
    let mut counts: BTreeMap<Color, u32> = BTreeMap::new();
    pixels.iter().for_each(|color| *counts.entry(*color).or_default() += 1);
    let palette = choose(&counts);
    let places: BTreeMap<Color, u8> =
        counts.keys().map(|color| (*color, nearest(&palette, *color))).collect();
    let indexed: Vec<u8> = pixels.iter().map(|color| places[color]).collect();
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&indexed).expect("the pixels");
    writer.finish().expect("an end");
    out
}

fn read(png: &[u8]) -> (Vec<Color>, u32, u32) {
    let mut reader = Decoder::new(Cursor::new(png)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut bytes).expect("a picture");
    let n_channels = frame.color_type.samples();
    let pixels = bytes[..frame.buffer_size()].chunks(n_channels).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    (pixels.collect(), frame.width, frame.height)
}

/// The most frequent colors, those near a chosen one last.
fn choose(counts: &BTreeMap<Color, u32>) -> Vec<Color> {
    let mut colors: Vec<(Color, u32)> = counts.iter().map(|(color, n)| (*color, *n)).collect();
    colors.sort_by_key(|(color, n)| (std::cmp::Reverse(*n), *color));
    let mut chosen: Vec<Color> = Vec::new();
    for (color, _) in &colors {
        if chosen.len() < N_COLORS && chosen.iter().all(|other| distance(*other, *color) >= NEAR) {
            chosen.push(*color);
        }
    }
    for (color, _) in &colors {
        if chosen.len() < N_COLORS && !chosen.contains(color) {
            chosen.push(*color);
        }
    }
    chosen
}

fn distance(a: Color, b: Color) -> u32 {
    a.into_iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b))).sum()
}

fn nearest(palette: &[Color], color: Color) -> u8 {
    let near = (0u8..=u8::MAX).zip(palette).min_by_key(|(_, other)| distance(**other, color));
    near.map_or(0, |(at, _)| at)
}
