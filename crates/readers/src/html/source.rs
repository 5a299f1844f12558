//! The characters of a page, made safe to parse.

use std::borrow::Cow;

use encoding_rs::Encoding;

use crate::encoding::{self, Decoded};
use crate::limits::HTML_ATTRIBUTES;

/// How far into a page its `<meta charset>` may stand, in bytes, by the HTML standard.
const CHARSET_BYTES: usize = 1024;

/// Decodes by byte order mark, `<meta charset>` or guess.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    encoding::decode(bytes, declared(bytes))
}

/// `charset=` within the first bytes: `<meta charset="…">`, `content="text/html; charset=…"`, `<?xml encoding="…"`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(CHARSET_BYTES)].to_ascii_lowercase();
    let after = |name: &[u8]| memchr::memmem::find(&head, name).map(|at| &head[at + name.len()..]);
    let value = after(b"charset=").or_else(|| after(b"encoding="))?;
    let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_:".contains(b)))?;
    Encoding::for_label(&value[..end])
}

/// Cuts the attributes of elements that have more than [`HTML_ATTRIBUTES`]: a parser compares each with all others.
pub(super) fn cap_attributes(source: &str) -> Cow<'_, str> {
    let bytes = source.as_bytes();
    let mut kept: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        at += found + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let tag = Tag::scan(bytes, at);
        if let Some(cut) = tag.cut {
            let kept = kept.get_or_insert_default();
            kept.push_str(&source[copied..cut]);
            copied = tag.end;
        }
        at = tag.end;
    }
    match kept {
        None => Cow::Borrowed(source),
        Some(mut kept) => {
            kept.push_str(&source[copied..]);
            Cow::Owned(kept)
        }
    }
}

/// A tag in the source.
struct Tag {
    /// Its `>`, or the end of the source.
    end: usize,
    /// Where its attributes become too many.
    cut: Option<usize>,
}

impl Tag {
    /// White space, `/` and quotes part attributes; there are never more attributes than such signs.
    fn scan(bytes: &[u8], start: usize) -> Self {
        let mut quote = None;
        let mut parts = 0;
        let mut cut = None;
        for (offset, byte) in bytes[start..].iter().enumerate() {
            match (quote, byte) {
                (Some(open), byte) if open == *byte => quote = None,
                (Some(_), _) => {}
                (None, b'>') => {
                    return Self { end: start + offset, cut };
                }
                (None, b'"' | b'\'') if bytes[start + offset - 1] == b'=' => quote = Some(*byte),
                (None, b' ' | b'\n' | b'\t' | b'\r' | b'/' | b'"' | b'\'' | 0x0C) => {
                    parts += 1;
                    if parts == 4 * HTML_ATTRIBUTES && cut.is_none() {
                        cut = Some(start + offset);
                    }
                }
                (None, _) => {}
            }
        }
        Self { end: bytes.len(), cut }
    }
}
