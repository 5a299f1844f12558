//! Bytes to Unicode, as the WHATWG Encoding Standard has it.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use reason::document::{Warning, WarningKind};

/// How much of a file the guess of its encoding rests on, in bytes: later bytes hardly change it.
const GUESS_BYTES: usize = 256 << 10;
/// How much of a file tells UTF-16 without a byte order mark, in bytes.
const UTF16_PROBE_BYTES: usize = 1024;

/// Text with what had to be said about it.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) warning: Option<Warning>,
}

/// Decodes by byte order mark, else as `declared`, else as UTF-8 if that is valid or nearly so, else by guess.
pub(crate) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    let (bytes, encoding) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (&bytes[length..], Some(encoding)),
        None => (bytes, None),
    };
    if encoding.is_none_or(|e| e == UTF_8)
        && let Ok(text) = std::str::from_utf8(bytes)
        && unmarked_utf16(bytes).is_none()
    {
        return Decoded { text: text.to_owned(), warning: None };
    }
    let encoding = encoding.or_else(|| unmarked_utf16(bytes)).or(declared).unwrap_or_else(|| guess(bytes));
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let replaced = text.matches('\u{FFFD}').count();
    let warning = (replaced > 0).then(|| Warning {
        kind: WarningKind::Encoding,
        page: None,
        detail: format!(
            "{replaced} byte sequences are not valid {}; U+FFFD stands in their place",
            encoding.name()
        ),
    });
    Decoded { text: text.into_owned(), warning }
}

/// A file that is UTF-8 but for a few broken bytes is UTF-8; anything else is left to the detector.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(GUESS_BYTES)];
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if valid > broken {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// UTF-16 text in Latin letters has a zero in every second byte.
pub(crate) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let probe = &bytes[..bytes.len().min(UTF16_PROBE_BYTES) & !1];
    if probe.len() < 4 {
        return None;
    }
    let zeros = |offset: usize| probe.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (high, low, pairs) = (zeros(0), zeros(1), probe.len() / 2);
    if low * 10 >= pairs * 7 && high * 10 < pairs {
        Some(UTF_16LE)
    } else if high * 10 >= pairs * 7 && low * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}
