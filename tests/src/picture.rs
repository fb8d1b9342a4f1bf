//! Pictures, compared with those that were looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use anyhow::{Context as _, Result, ensure};

use crate::golden;
use crate::visit::Visit;

/// How far a colour may be from what it was, of 255, until its pixel counts: another release of the browser smooths
/// letters otherwise.
const NEAR: u8 = 48;
/// How many pixels of a million may be others.
const OTHERS: usize = 400;

struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Visit {
    /// What differs between the page as it stands and the picture of this name; nothing where it is the same.
    ///
    /// # Errors
    /// The browser takes no picture, or a file can't be read.
    pub async fn differs_from_picture(&self, name: &str) -> Result<Option<String>> {
        let name = format!("pictures/{}/{name}.png", self.browser.width().pixels());
        let now = self.browser.screenshot().await?;
        let kept = golden::file(&name);
        if golden::is_accepted() {
            // One that is the same by this measure is not written anew.
            let is_same =
                std::fs::read(&kept).is_ok_and(|before| difference(&before, &now).is_ok_and(|found| found.is_none()));
            if !is_same {
                golden::keep(&name, &small(&now)?)?;
            }
            return Ok(None);
        }
        let found = match std::fs::read(&kept) {
            Ok(before) => difference(&before, &now)?,
            Err(_) => Some("there is no picture of it yet".to_owned()),
        };
        found.map(|found| Ok(format!("{found}: see {}", golden::keep(&name, &now)?.display()))).transpose()
    }
}

fn difference(before: &[u8], now: &[u8]) -> Result<Option<String>> {
    let (before, now) = (read(before)?, read(now)?);
    if (before.width, before.height) != (now.width, now.height) {
        return Ok(Some(format!("{}×{} pixels, not {}×{}", now.width, now.height, before.width, before.height)));
    }
    let is_other = |(before, now): &(&[u8], &[u8])| before.iter().zip(*now).any(|(a, b)| a.abs_diff(*b) > NEAR);
    let others = before.pixels.chunks(3).zip(now.pixels.chunks(3)).filter(is_other).count();
    let most = before.pixels.len() / 3 * OTHERS / 1_000_000;
    Ok((others > most).then(|| format!("{others} pixels are others ({most} may be)")))
}

fn read(file: &[u8]) -> Result<Picture> {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("too large")?];
    let info = reader.next_frame(&mut pixels)?;
    pixels.truncate(info.buffer_size());
    let pixels = match info.color_type {
        png::ColorType::Rgb => pixels,
        png::ColorType::Rgba => pixels.chunks(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect(),
        other => anyhow::bail!("a picture in {other:?}"),
    };
    ensure!(pixels.len() == info.width as usize * info.height as usize * 3, "a picture breaks off");
    Ok(Picture { width: info.width, height: info.height, pixels })
}

/// The same picture in as few bytes as it goes: letters and areas have few colours, which a table names.
fn small(file: &[u8]) -> Result<Vec<u8>> {
    let Picture { width, height, mut pixels } = read(file)?;
    // Far nearer than what counts as another colour.
    for level in &mut pixels {
        *level = *level / 16 * 17;
    }
    let colours: BTreeSet<&[u8]> = pixels.chunks(3).collect();
    let numbers: BTreeMap<&[u8], u8> = colours.iter().copied().zip(0..=u8::MAX).collect();
    let mut small = Vec::new();
    let mut encoder = png::Encoder::new(&mut small, width, height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    if colours.len() > numbers.len() {
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(&pixels)?;
    } else {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(colours.iter().flat_map(|colour| colour.iter().copied()).collect::<Vec<_>>());
        let indexed: Vec<u8> = pixels.chunks(3).filter_map(|pixel| numbers.get(pixel).copied()).collect();
        encoder.write_header()?.write_image_data(&indexed)?;
    }
    Ok(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, pixel: impl Fn(u32) -> [u8; 3]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        file
    }

    #[test]
    fn a_picture_differs_by_its_size_and_by_its_pixels() {
        let white = picture(100, 100, |_| [255; 3]);
        assert_eq!(difference(&white, &white).unwrap(), None);
        assert_eq!(difference(&white, &small(&white).unwrap()).unwrap(), None);
        let taller = picture(100, 101, |_| [255; 3]);
        assert_eq!(difference(&white, &taller).unwrap().unwrap(), "100×101 pixels, not 100×100");
        let spotted = |spots| picture(100, 100, move |at| if at < spots { [0, 255, 255] } else { [255, 255, 250] });
        assert_eq!(difference(&white, &spotted(4)).unwrap(), None);
        assert_eq!(difference(&white, &spotted(5)).unwrap().unwrap(), "5 pixels are others (4 may be)");
    }
}
