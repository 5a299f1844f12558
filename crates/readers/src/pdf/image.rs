//! The picture of a scanned page, for text recognition outside of the worker.

use pdf_oxide::extractors::images::{ImageData, PdfFilter};

use super::source::{Source, guarded};

/// Smaller pictures are logos and seals; a page scanned at 72 dots per inch has 600 by 800.
const FEWEST_PIXELS: u64 = 300 * 300;
/// A picture of more pixels is not unpacked: 12,000 by 12,000 dots would take 430 MB.
const MOST_PIXELS: u64 = 60_000_000;

/// The largest picture of a page, counted from 1, as a JPEG or PNG file.
///
/// `None` when the page has no picture that could be a scan, or when it cannot be decoded.
#[must_use]
pub fn page_image(bytes: &[u8], page: u32) -> Option<Vec<u8>> {
    let source = Source::open(bytes).ok()?;
    let index = usize::try_from(page.checked_sub(1)?).ok()?;
    guarded(|| largest(&source, index)).ok().flatten()
}

fn largest(source: &Source, index: usize) -> Option<Vec<u8>> {
    let pixels = |width: u32, height: u32| u64::from(width) * u64::from(height);
    let handles = source.document().page_image_handles(index).ok()?;
    let fitting = handles
        .iter()
        .filter(|handle| (FEWEST_PIXELS..=MOST_PIXELS).contains(&pixels(handle.width, handle.height)));
    let handle = fitting.max_by_key(|handle| pixels(handle.width, handle.height))?;
    let is_plain_jpeg = matches!(handle.filter_chain.as_slice(), [PdfFilter::DCTDecode])
        && handle.color_space.components() < 4;
    if is_plain_jpeg && let Ok(jpeg) = handle.raw_compressed_bytes() {
        return Some(jpeg);
    }
    let image = handle.decode().ok()?;
    match image.data() {
        ImageData::Jpeg(jpeg) if image.color_space().components() < 4 => Some(jpeg.clone()),
        _ => image.to_png_bytes().ok(),
    }
}
