//! Turns the pixels of a drawing into a PNG with a palette: a drawing of few colors has many more at its
//! edges, whose differences nobody sees and everybody would load.

use crate::Outcome;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// How many colors remain. With these no channel of any icon is off by more than 13 of 255, and only in pixels at edges.
const N_COLORS: usize = 64;

/// Red, green, blue, and how much of the ground it hides.
type Color = [u8; 4];

/// Writes a PNG anew with a palette. The same picture always gives the same bytes.
///
/// # Errors
/// The file cannot be read or written, or is no PNG of eight bits a channel.
pub fn reduce(path: &Path) -> Outcome {
    let bytes = fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let failed = |e: String| format!("cannot reduce the colors of {}: {e}", path.display());
    let (side, pixels) = read(&bytes).map_err(failed)?;
    crate::project::write(path, write(side, &pixels).map_err(failed)?)
}

/// The width of a PNG and its pixels, row by row.
fn read(bytes: &[u8]) -> Outcome<(u32, Vec<Color>)> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().map_err(|e| e.to_string())?;
    let mut samples = vec![0; reader.output_buffer_size().ok_or("it is too large")?];
    let info = reader.next_frame(&mut samples).map_err(|e| e.to_string())?;
    let samples = &samples[..info.buffer_size()];
    let pixels = match (info.color_type, info.bit_depth) {
        (png::ColorType::Rgba, png::BitDepth::Eight) => samples.as_chunks().0.to_vec(),
        (png::ColorType::Rgb, png::BitDepth::Eight) => {
            samples.as_chunks().0.iter().map(|[red, green, blue]| [*red, *green, *blue, u8::MAX]).collect()
        }
        other => return Err(format!("its pixels are {other:?}")),
    };
    Ok((info.width, pixels))
}

/// The colors to keep: next always the one that most pixels would be most wrong without.
fn choose_palette(pixels: &[Color]) -> Vec<Color> {
    let mut uses: BTreeMap<Color, u64> = BTreeMap::new();
    pixels.iter().for_each(|color| *uses.entry(*color).or_default() += 1);
    let mut palette: Vec<Color> = Vec::new();
    while palette.len() < N_COLORS {
        let wrong = |color: &Color| {
            let nearest = palette.iter().map(|kept| distance(*kept, *color)).min().unwrap_or(1);
            nearest.pow(2) * uses[color]
        };
        match uses.keys().map(|color| (wrong(color), *color)).max() {
            Some((1.., color)) => palette.push(color),
            _ => break,
        }
    }
    // What is transparent stands first, so that no other color needs to say that it is not.
    palette.sort_by_key(|color| (color[3], *color));
    palette
}

/// The squares of the differences between two colors, added up.
fn distance(a: Color, b: Color) -> u64 {
    a.iter().zip(b).map(|(a, b)| u64::from(a.abs_diff(b)).pow(2)).sum()
}

fn write(side: u32, pixels: &[Color]) -> Outcome<Vec<u8>> {
    let palette = choose_palette(pixels);
    let nearest = |color: Color| {
        let numbers = 0..palette.len() as u8;
        numbers.min_by_key(|number| distance(palette[usize::from(*number)], color)).unwrap_or(0)
    };
    let colors: BTreeSet<Color> = pixels.iter().copied().collect();
    let numbers: BTreeMap<Color, u8> = colors.into_iter().map(|color| (color, nearest(color))).collect();
    let mut rows = Vec::with_capacity(pixels.len() + side as usize);
    for row in pixels.chunks(side as usize) {
        /// The first byte of a row that is written as it is: no filter makes numbers of colors more alike.
        const AS_IT_IS: u8 = 0;
        rows.push(AS_IT_IS);
        rows.extend(row.iter().map(|color| numbers[color]));
    }
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Zlib, rows.as_slice(), &mut packed)
        .map_err(|e| e.to_string())?;
    let height = u32::try_from(pixels.len()).map_err(|e| e.to_string())? / side.max(1);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(
        palette.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<_>>(),
    );
    let hides: Vec<u8> = palette.iter().map(|color| color[3]).take_while(|hides| *hides < u8::MAX).collect();
    if !hides.is_empty() {
        encoder.set_trns(hides);
    }
    let mut writer = encoder.write_header().map_err(|e| e.to_string())?;
    writer.write_chunk(png::chunk::IDAT, &packed).map_err(|e| e.to_string())?;
    drop(writer);
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_few_colors_comes_back_as_it_is() {
        let pixels: Vec<Color> =
            (0..64_u8).map(|n| [n % 5, 200, 7, if n % 3 == 0 { 0 } else { 255 }]).collect();
        let bytes = write(8, &pixels).unwrap();
        assert_eq!(bytes, write(8, &pixels).unwrap());
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().unwrap();
        let mut samples = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut samples).unwrap();
        assert_eq!(samples.as_chunks().0, pixels);
    }

    #[test]
    fn of_many_colors_the_nearest_are_taken() {
        let pixels: Vec<Color> = (0..=255).map(|n| [n, n, n, 255]).collect();
        let palette = choose_palette(&pixels);
        assert_eq!(palette.len(), N_COLORS);
        let off = |color: &Color| palette.iter().map(|kept| kept[0].abs_diff(color[0])).min().unwrap();
        assert!(pixels.iter().all(|color| off(color) <= 3));
    }
}
