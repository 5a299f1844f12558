//! What must hold of any text made of the words that the statement grammars look for: nothing panics, and every place lies on
//! character boundaries of the text.
//!
//! Pieces are taken from every language file there is, so that a new language is tried without a line here.

#![allow(missing_docs)]

use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;
use reason::decisions::Decisions;
use reason::document::{BlockKind, Document, Draft, DraftBlock, Span};
use reason::{Analysis, Source, analyse, checks, conclude};

/// Between the words of the files: figures, marks, names, and letters that are more than one byte.
const PIECES: &[&str] = &[
    "12",
    "1,200",
    "3.5",
    "40–50",
    "2023",
    "3 May 2021",
    "le 1er juin",
    "03/04/2024",
    "$4.2 million",
    "12 %",
    "½",
    "٣",
    "9999999999",
    "Kessa",
    "Halden Logistics",
    "General Ada Moor",
    "Ada Moor",
    "KRA",
    "U.S.",
    "Bamako",
    "Mali",
    "Mr.",
    "Col.",
    "al-Kessa",
    "l’Observatoire",
    "É",
    "ﬁ",
    "İ",
    "🛢",
    "e\u{301}",
    "\u{a0}",
    "\u{202f}",
    "ß",
    "de l’",
    "n’",
    "'s",
    "s’",
    "’",
    "'",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    ",",
    ";",
    ":",
    "—",
    "–",
    "-",
    "/",
    "…",
    ".",
    ". ",
    "!",
    "?",
    "%",
    "$",
    "€",
    "&",
    "¹²",
    "[3]",
    "\t",
    "\n",
    "|",
    "•",
    "§",
    "\\",
    "http://a.b/c",
];

/// Every word and phrase that a language file holds, in order of the files.
fn words() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut found = Vec::new();
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("languages"), &mut found);
        assert!(found.len() > 5_000, "the language files hold {} phrases", found.len());
        found
    })
}

fn collect(at: &Path, into: &mut Vec<String>) {
    if at.is_dir() {
        let mut inside: Vec<_> =
            at.read_dir().expect("a folder").map(|entry| entry.expect("a file").path()).collect();
        inside.sort();
        inside.iter().for_each(|path| collect(path, into));
    } else {
        let text = std::fs::read_to_string(at).expect("a language file");
        let table: toml::Table = toml::from_str(&text).expect("a language file is TOML");
        strings(&toml::Value::Table(table), into);
    }
}

fn strings(value: &toml::Value, into: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => {
            // The notation of endings and patterns is taken apart: what is between its signs are the words.
            let words = text.split(['<', '>', '[', ']', '(', ')', '|', '@', '*', '?', '/']);
            into.extend(words.map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned));
        }
        toml::Value::Array(all) => all.iter().for_each(|value| strings(value, into)),
        toml::Value::Table(all) => all.values().for_each(|value| strings(value, into)),
        _ => {}
    }
}

/// One piece of a text: a word of the files, as it is or with a capital, or a sign.
#[derive(Debug, Clone)]
enum Piece {
    Word(Index),
    Capital(Index),
    Sign(Index),
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        3 => any::<Index>().prop_map(Piece::Word),
        1 => any::<Index>().prop_map(Piece::Capital),
        4 => any::<Index>().prop_map(Piece::Sign),
    ]
}

fn text_of(pieces: &[(Piece, bool)]) -> String {
    let mut text = String::new();
    for (piece, spaced) in pieces {
        match piece {
            Piece::Word(index) => text.push_str(index.get::<String>(words())),
            Piece::Capital(index) => {
                let mut letters = index.get::<String>(words()).chars();
                letters.next().into_iter().flat_map(char::to_uppercase).for_each(|c| text.push(c));
                text.push_str(letters.as_str());
            }
            Piece::Sign(index) => text.push_str(index.get::<&str>(PIECES)),
        }
        if *spaced {
            text.push(' ');
        }
    }
    text
}

const KINDS: [BlockKind; 7] = [
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::ListItem,
    BlockKind::Table,
    BlockKind::Caption,
    BlockKind::Note,
    BlockKind::Title,
];

/// The kind of a block, where it has one, and its pieces, each with whether a space stands behind it.
type Drafted = (Option<Index>, Vec<(Piece, bool)>);

fn document(blocks: &[Drafted]) -> Document {
    let mut draft = Draft::new("text/plain", "test", 1);
    for (kind, pieces) in blocks {
        draft.blocks.push(DraftBlock::new(kind.map(|kind| *kind.get(&KINDS)), text_of(pieces), None));
    }
    reason::structure::compose(draft)
}

/// Every span of every statement.
fn spans(analysis: &Analysis) -> Vec<(&'static str, Span)> {
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    all.extend(analysis.mentions.iter().map(|mention| ("mention", mention.span)));
    all.extend(analysis.cells.iter().map(|cell| ("cell", cell.span)));
    all.extend(analysis.cells.iter().filter_map(|cell| cell.unit).map(|span| ("unit of a cell", span)));
    for claim in &analysis.claims {
        let parts =
            [claim.victims, claim.perpetrators, claim.number, claim.place, claim.when.map(|when| when.span)];
        all.push(("claim", claim.span));
        all.extend(parts.into_iter().flatten().map(|span| ("part of a claim", span)));
        all.extend(claim.said_by.iter().chain(&claim.hedges).map(|span| ("speaker or hedge", *span)));
    }
    for money in &analysis.money {
        let parts = [money.usd_span, money.what, money.payer, money.payee];
        all.extend([("money", money.span), ("amount", money.written)]);
        all.extend(parts.into_iter().flatten().map(|span| ("part of money", span)));
    }
    for relation in &analysis.relations {
        all.extend([
            ("relation", relation.span),
            ("subject", relation.subject_span),
            ("object", relation.object_span),
        ]);
        all.extend(relation.detail.iter().chain(&relation.hedges).map(|span| ("part of a relation", *span)));
    }
    for designation in &analysis.designations {
        all.extend([("designation", designation.span), ("target", designation.target)]);
        let parts = [designation.authority, designation.program];
        all.extend(parts.into_iter().flatten().map(|span| ("part of a designation", span)));
    }
    for reply in &analysis.replies {
        all.extend([("reply", reply.span), ("addressee", reply.addressee)]);
    }
    for recommendation in &analysis.recommendations {
        all.push(("recommendation", recommendation.span));
        let parts = [recommendation.addressee, recommendation.section];
        all.extend(parts.into_iter().flatten().map(|span| ("part of a recommendation", span)));
    }
    all
}

fn holds(document: &Document, analysis: &Analysis) -> Result<(), TestCaseError> {
    for (what, span) in spans(analysis) {
        let text = document.text.get(span.start..span.end);
        prop_assert!(text.is_some_and(|text| !text.is_empty()), "{what} at {span:?} of {:?}", document.text);
    }
    for pair in analysis.mentions.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "{pair:?} of {:?}", document.text);
    }
    for mention in &analysis.mentions {
        prop_assert!(mention.entity < analysis.entities.len());
    }
    for relation in &analysis.relations {
        prop_assert!(relation.subject.max(relation.object) < analysis.entities.len());
    }
    for (number, claim) in analysis.claims.iter().enumerate() {
        prop_assert!(claim.subset_of.is_none_or(|whole| whole < number), "{claim:?} of {:?}", document.text);
        prop_assert!(claim.notes.iter().all(|note| *note < analysis.notes.len()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_cue_words_breaks_the_grammars(
        blocks in prop::collection::vec((any::<Option<Index>>(), prop::collection::vec((piece(), prop::bool::weighted(0.8)), 0..60)), 1..6)
    ) {
        let document = document(&blocks);
        let analysis = analyse(&document);
        holds(&document, &analysis)?;
        prop_assert_eq!(&analyse(&document), &analysis);
        let sources = [Source { id: "a", name: "a.txt", document: &document, analysis: &analysis }; 2];
        let conclusions = conclude(&sources, &Decisions::default());
        for diagnostic in checks::check(&sources, &conclusions) {
            for span in diagnostic.places.iter().filter_map(|place| place.span) {
                prop_assert!(document.text.get(span.start..span.end).is_some(), "{diagnostic:?} of {:?}", document.text);
            }
        }
    }
}
