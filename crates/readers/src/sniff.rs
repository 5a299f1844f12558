//! What kind of file it is. The bytes tell; the name only parts kinds that look alike.

use crate::{archive, encoding};

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Text,
    Markdown,
    Html,
    Pdf,
    Docx,
    Odt,
    Zip,
    /// An OLE compound file that holds a locked Office document.
    LockedOffice,
    /// Known or not, no reader takes it; its media type.
    Other(&'static str),
}

/// How far into a file its header may stand: PDF readers look for `%PDF-` in the first 1,024 bytes.
const HEADER_BYTES: usize = 1024;
/// How much of a file tells text from bytes.
const TEXT_PROBE_BYTES: usize = 8192;
/// The stream in which Office keeps a locked document, in the UTF-16 of an OLE directory.
const ENCRYPTED_PACKAGE: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// First bytes of kinds that have no reader.
const SIGNATURES: [(&[u8], &str); 19] = [
    (b"\x89PNG\r\n", "image/png"),
    (b"\xFF\xD8\xFF", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
    (b"\x1F\x8B", "application/gzip"),
    (b"7z\xBC\xAF\x27\x1C", "application/x-7z-compressed"),
    (b"Rar!\x1A\x07", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xFD7zXZ\0", "application/x-xz"),
    (b"\x28\xB5\x2F\xFD", "application/zstd"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\x7FELF", "application/x-executable"),
    (b"MZ", "application/vnd.microsoft.portable-executable"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"%!PS", "application/postscript"),
];

/// Tells the kind of a file that is not empty.
pub(crate) fn sniff(name: &str, bytes: &[u8]) -> FileKind {
    let head = &bytes[..bytes.len().min(HEADER_BYTES)];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::kind(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound_file(bytes);
    }
    if contains(head, b"%PDF-") && !looks_like_html(head) {
        return FileKind::Pdf;
    }
    let utf16 = bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || encoding::unmarked_utf16(bytes).is_some();
    if !utf16 {
        if let Some(media_type) = signature(bytes) {
            return FileKind::Other(media_type);
        }
        if is_binary(bytes) {
            return FileKind::Other("application/octet-stream");
        }
    }
    text_kind(name, &encoding::decode(head, None).text, bytes)
}

fn signature(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("image/webp");
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some("video/mp4");
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some("application/x-tar");
    }
    let (magic, media_type) = SIGNATURES.iter().find(|(magic, _)| bytes.starts_with(magic))?;
    // Two letters may begin a sentence; what follows them in a picture or program is not text.
    (magic.len() > 3 || is_binary(bytes)).then_some(*media_type)
}

fn compound_file(bytes: &[u8]) -> FileKind {
    if contains(bytes, ENCRYPTED_PACKAGE) {
        FileKind::LockedOffice
    } else {
        FileKind::Other("application/msword")
    }
}

/// Text holds no zero byte and next to no control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let probe = &bytes[..bytes.len().min(TEXT_PROBE_BYTES)];
    let zeros = probe.iter().filter(|b| **b == 0).count();
    let controls =
        probe.iter().filter(|b| **b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)).count();
    zeros * 100 > probe.len() || controls * 20 > probe.len()
}

fn text_kind(name: &str, head: &str, bytes: &[u8]) -> FileKind {
    let name = name.to_ascii_lowercase();
    let named_markdown = [".md", ".markdown", ".mdown"].iter().any(|end| name.ends_with(end));
    if looks_like_html(head.as_bytes()) {
        return FileKind::Html;
    }
    let start = head.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    if start.starts_with("<?xml") {
        return FileKind::Other("application/xml");
    }
    if named_markdown || has_markdown_notes(bytes) {
        return FileKind::Markdown;
    }
    let named_html = [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end));
    if named_html && start.starts_with('<') { FileKind::Html } else { FileKind::Text }
}

/// Whether a page begins here: a document type, or an element that only pages begin with.
fn looks_like_html(head: &[u8]) -> bool {
    const STARTS: [&[u8]; 12] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<meta",
        b"<title",
        b"<div",
        b"<article",
        b"<main",
        b"<p>",
        b"<h1",
        b"<table",
    ];
    let lower = head.to_ascii_lowercase();
    let mut rest: &[u8] = lower.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&lower);
    loop {
        rest = rest.trim_ascii_start();
        if STARTS.iter().any(|start| rest.starts_with(start)) {
            return true;
        }
        // Declarations and comments may come first.
        let end: &[u8] = match rest {
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            [b'<', b'?' | b'!', ..] => b">",
            _ => return false,
        };
        match rest.windows(end.len()).position(|window| window == end) {
            Some(at) => rest = &rest[at + end.len()..],
            None => return contains(rest, b"<html"),
        }
    }
}

/// A line that defines a Markdown note, `[^1]: Smith …`, and elsewhere a call of one.
fn has_markdown_notes(bytes: &[u8]) -> bool {
    let mut defined = false;
    let mut called = false;
    for line in bytes.split(|b| *b == b'\n') {
        let mut from = 0;
        while let Some(at) = line[from..].windows(2).position(|pair| pair == b"[^") {
            let at = from + at;
            let close = line[at..].iter().take(64).position(|b| *b == b']').map(|end| at + end);
            match close {
                Some(end) if at <= 3 && line.get(end + 1) == Some(&b':') => defined = true,
                Some(_) => called = true,
                None => {}
            }
            if defined && called {
                return true;
            }
            from = at + 2;
        }
    }
    false
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(haystack, needle).is_some()
}
