//! The last step: one text with blocks in it.

use crate::citations::LONGEST_NOTE;
use crate::document::{Block, BlockKind, Document, Draft, PageStart, Span, Warning, WarningKind};

use super::piece::Piece;

/// Text enough to tell a language by; below, trigram statistics guess.
const ENOUGH_FOR_LANGUAGE: usize = 120;
/// What a language is told from; more only costs time.
const LANGUAGE_SAMPLE: usize = 8000;

pub(super) fn assemble(draft: Draft, pieces: Vec<Piece>) -> Document {
    let mut document = Document {
        media_type: draft.media_type,
        reader: draft.reader,
        title: draft.title,
        language: None,
        pages: draft.pages,
        text: String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 2).sum()),
        blocks: Vec::with_capacity(pieces.len()),
        marks: Vec::new(),
        metadata: draft.metadata,
        warnings: draft.warnings,
    };
    for piece in pieces {
        push(&mut document, piece);
    }
    if document.title.is_none() {
        let title = document.blocks.iter().find(|block| block.kind == BlockKind::Title);
        document.title =
            title.map(|block| document.text[block.span.start..block.span.end].replace('\n', " "));
    }
    document.language = language(&document).or(draft.language);
    document
}

fn push(document: &mut Document, piece: Piece) {
    if piece.kind == Some(BlockKind::Note) && piece.text.len() > LONGEST_NOTE {
        document.warnings.push(Warning {
            kind: WarningKind::Truncated,
            page: piece.pages.first().map(|(_, page)| *page),
            detail: format!(
                "A note is {} bytes long; citations were read in its first {LONGEST_NOTE} bytes only.",
                piece.text.len()
            ),
        });
    }
    if !document.text.is_empty() {
        document.text.push_str("\n\n");
    }
    let start = document.text.len();
    document.text.push_str(&piece.text);
    document.marks.extend(piece.marks.into_iter().map(|mut mark| {
        mark.span = mark.span.shifted(start);
        mark
    }));
    document.blocks.push(Block {
        kind: piece.kind.unwrap_or(BlockKind::Paragraph),
        span: Span::new(start, document.text.len()),
        level: piece.level,
        pages: piece.pages.into_iter().map(|(at, page)| PageStart { at: start + at, page }).collect(),
        rows: piece.rows,
        anchor: piece.anchor,
    });
}

/// The language of the body, as BCP 47, where trigrams are sure of it.
fn language(document: &Document) -> Option<String> {
    let mut sample = String::new();
    for block in document.blocks.iter().filter(|block| block.kind.is_body() && block.span.len() > 60) {
        sample.push_str(document.quote(block.span));
        sample.push('\n');
        if sample.len() > LANGUAGE_SAMPLE {
            break;
        }
    }
    if sample.len() < ENOUGH_FOR_LANGUAGE {
        return None;
    }
    let found = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    Some(bcp47(found.lang().code()).to_owned())
}

/// BCP 47 wants the two-letter code where there is one; `whatlang` gives three letters (ISO 639-3).
fn bcp47(code: &'static str) -> &'static str {
    match code {
        "eng" => "en",
        "fra" => "fr",
        "spa" => "es",
        "por" => "pt",
        "deu" => "de",
        "ita" => "it",
        "nld" => "nl",
        "rus" => "ru",
        "ukr" => "uk",
        "bel" => "be",
        "pol" => "pl",
        "ces" => "cs",
        "srp" => "sr",
        "hrv" => "hr",
        "bul" => "bg",
        "ron" => "ro",
        "tur" => "tr",
        "ara" => "ar",
        "heb" => "he",
        "pes" => "fa",
        "urd" => "ur",
        "hin" => "hi",
        "ben" => "bn",
        "cmn" => "zh",
        "jpn" => "ja",
        "kor" => "ko",
        "vie" => "vi",
        "tha" => "th",
        "ind" => "id",
        "swe" => "sv",
        "dan" => "da",
        "nob" => "nb",
        "fin" => "fi",
        "hun" => "hu",
        "ell" => "el",
        "amh" => "am",
        "kat" => "ka",
        "hye" => "hy",
        "mya" => "my",
        other => other,
    }
}
