//! Text strings of the file itself: titles, authors, remarks (ISO 32000-1, 7.9.2.2).

use pdf_oxide::fonts::font_dict::pdfdoc_encoding_lookup;

/// UTF-16 or UTF-8 with its mark, else PDFDocEncoding.
pub fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| pdfdoc_encoding_lookup(*byte).unwrap_or(char::from(*byte))).collect(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes), expected);
    }

    #[test]
    fn encodings() {
        check(b"Plain title", "Plain title");
        check(b"\xFE\xFF\0M\0\xE9\0n\0a\0k\0a", "M\u{e9}naka");
        check(b"\xFF\xFEM\0\xE9\0", "M\u{e9}");
        check("\u{feff}M\u{e9}naka".as_bytes(), "M\u{e9}naka");
        check(b"caf\xE9", "caf\u{e9}");
        check(b"", "");
    }
}
