//! What must hold of any text whatever, as a note and as a body: nothing panics, every place lies where it says, and no
//! field holds words that the note does not.

#![allow(missing_docs)]

use proptest::prelude::*;
use proptest::sample::{Index, select};
use reason::citations::Citation;
use reason::document::{BlockKind, Document, Draft, DraftBlock, Mark, MarkKind, NoteAnchor, Span};
use reason::{Analysis, analyse};

/// Pieces that citations are made of, and signs that break them.
const PIECES: &[&str] = &[
    "See",
    "see also",
    "Voir",
    "cf.",
    "citing",
    "Ibid.,",
    "Id.",
    "supra note 3",
    "op. cit.",
    "n 14",
    "ebd.",
    "Ana Moro",
    "Moro, A.",
    "Joe Fell",
    "and",
    "et",
    "&",
    "et al.",
    "(ed.)",
    "(dir.)",
    "@handle",
    "’s",
    "d’",
    "l’Azawad",
    "al-",
    "État-major général",
    "a colonel",
    "une source",
    "Amina K. (pseudonym)",
    "Crisis Group",
    "interview with",
    "entretien avec",
    "by phone",
    "email from",
    "to",
    "letter",
    "confidential source",
    "on file with",
    "reviewed by",
    "unpublished",
    "Contract between",
    "Copy of",
    "satellite image",
    "©",
    "Image:",
    "Maxar",
    "14.2871° N",
    "X (formerly Twitter) post",
    "Telegram",
    "Facebook, post by",
    "(ex-Twitter)",
    "“The Road”",
    "“The Road",
    "”",
    "“",
    "‘",
    "’",
    "« La route »",
    "«",
    "»",
    "\"",
    "'",
    "(The Road)",
    "[The Road]",
    "(",
    ")",
    "[",
    "]",
    "[Internet]",
    "[cited 3 May",
    "Reuters",
    "Le Monde",
    "in",
    "In: ",
    "dans",
    "published by",
    "press release",
    "Report No. 44",
    "N°306",
    "n°",
    "vol. 2",
    "121",
    "44(2)",
    "2019/2",
    "pp. 3–4",
    "p.",
    "para. 45",
    "ch. 4",
    "2nd ed.",
    "forthcoming",
    "Loi n° 2023-040 du",
    "Act",
    "18 U.S.C. § 1956",
    "resolution 51/20",
    "§",
    "Doe v. Roe",
    "In re Doe",
    "550 U.S. 544",
    "Cour de cassation",
    "Journal officiel n° 3",
    "S/2023/138",
    "UN Doc.",
    "AFR 37/1234/2022",
    "ICC-01/04",
    "3 May 2024",
    "mai 2021",
    "(2021)",
    "2019;302:109-14.",
    "2020",
    "le",
    "dated",
    "accessed",
    "archived",
    "available at",
    "disponible à l’adresse",
    "https://a.org/b-",
    "c/d",
    "https://",
    "www.",
    "http://é.org/ü",
    "hrw.org/news",
    "(https://a.org/b_(c))",
    "<https://a.org>",
    "doi.org/10",
    ",",
    ", ",
    ".",
    ". ",
    ";",
    ":",
    "?",
    "!",
    "…",
    "–",
    "—",
    "-",
    "/",
    "*",
    "†",
    "¹",
    "²³",
    "^{6, 7}",
    "\n",
    "\n\n",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\u{200b}",
    "\u{301}",
    "e\u{301}",
    "ß",
    "ﬁ",
    "İ",
    "ǅ",
    "ᾼ",
    "Ω",
    "א",
    "\u{202e}",
    "中文。",
    "🚩",
    "I",
    "1",
    "0",
    "١٢",
    "Ⅳ",
    "½",
    "ª",
    "𝟛",
];

/// Notes that the grammar was built on, cut and glued by the strategies below.
fn known_notes() -> Vec<String> {
    let rows = include_str!("notes/dev.jsonl").lines();
    let notes = rows.filter_map(|row| serde_json::from_str::<serde_json::Value>(row).ok());
    notes.filter_map(|row| row["note"].as_str().map(str::to_owned)).collect()
}

/// From one place of a text to another, in characters.
fn part_of(text: &str, from: &Index, to: &Index) -> String {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (from.index(ends.len()), to.index(ends.len()));
    text[ends[a.min(b)]..ends[a.max(b)]].to_owned()
}

fn from_pieces() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![8 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let joint = select(&[" ", " ", " ", ", ", ""][..]);
    prop::collection::vec((piece, joint), 0..24)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, joint)| piece + joint).collect())
}

/// Parts of known notes with pieces between.
fn from_notes() -> impl Strategy<Value = String> {
    let part = (select(known_notes()), any::<Index>(), any::<Index>())
        .prop_map(|(note, from, to)| part_of(&note, &from, &to));
    prop::collection::vec((part, select(PIECES)), 1..5)
        .prop_map(|parts| parts.into_iter().map(|(part, piece)| part + piece).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => from_pieces(), 3 => from_notes(), 1 => any::<String>()]
}

/// A note that the file keeps apart, called by a sentence, with italics and a link in it.
fn as_note(text: &str, italics: (Index, Index), href: &str) -> Draft {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), "Nobody knew.¹ Then all did.²", None));
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (italics.0.index(ends.len()), italics.1.index(ends.len()));
    let span = Span::new(ends[a.min(b)], ends[a.max(b)]);
    let kinds = [MarkKind::Emphasis, MarkKind::Link(href.to_owned())];
    let mut block = DraftBlock::new(Some(BlockKind::Note), text, None);
    block.marks = kinds.into_iter().map(|kind| Mark { span, kind }).collect();
    block.anchor = Some(NoteAnchor { id: "1".into(), label: "1".into() });
    let mut second = DraftBlock::new(Some(BlockKind::Note), format!("Ibid. {text}"), None);
    second.anchor = Some(NoteAnchor { id: "2".into(), label: "2".into() });
    draft.blocks.extend([block, second]);
    draft
}

/// Running text of a format without structure, with a list of notes at its end.
fn as_body(text: &str) -> Draft {
    let mut draft = Draft::new("text/plain", "test", 1);
    for part in
        text.split("\n\n").chain(["So it was.1 And so.[2] Thus.³", "Notes", "1. ", "2. See above.", "3 "])
    {
        let listed = part.ends_with(". ") || part.ends_with("3 ");
        let block = if listed { format!("{part}{text}") } else { part.to_owned() };
        draft.blocks.push(DraftBlock::new(None, block, None));
    }
    draft
}

/// Every place lies within the text, on character boundaries.
fn check_places(document: &Document, analysis: &Analysis) {
    let check = |what: &str, span: Span| {
        assert!(span.start <= span.end, "{what}: {span:?}");
        assert!(document.text.get(span.start..span.end).is_some(), "{what}: {span:?} in {:?}", document.text);
    };
    for sentence in &analysis.sentences {
        check("sentence", sentence.span);
        assert!(sentence.block < document.blocks.len());
    }
    for note in &analysis.notes {
        check("label", note.label_span);
        note.spans.iter().for_each(|span| check("note", *span));
    }
    for marker in &analysis.markers {
        check("marker", marker.span);
        check("group", marker.group);
        assert!(marker.group.contains(marker.span), "{marker:?}");
        assert!(marker.sentence < analysis.sentences.len());
        assert!(marker.note.is_none_or(|note| note < analysis.notes.len()));
    }
}

/// Letters and digits, in lower case: what is left of a text when white space, quotes and stops are folded away.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A citation lies in its note, its fields in the note's text, and their words are the note's.
fn check_citation(document: &Document, analysis: &Analysis, index: usize) {
    let citation = &analysis.citations[index];
    let note = analysis.notes[citation.note].spans[0];
    assert!(note.contains(citation.span), "{citation:?} in {note:?}");
    assert!(document.text.get(citation.span.start..citation.span.end).is_some(), "{citation:?}");
    for place in places(citation) {
        assert!(place.start <= place.end && note.contains(place), "{place:?} of {citation:?} in {note:?}");
        assert!(document.text.get(place.start..place.end).is_some(), "{place:?} of {citation:?}");
    }
    let words = letters(document.quote(note));
    for author in &citation.authors {
        assert!(in_order(author, document.quote(note)), "{author:?} in {:?}", document.quote(note));
    }
    for field in fields(citation) {
        assert!(words.contains(&letters(field)), "{field:?} of {citation:?} in {:?}", document.quote(note));
    }
    assert!(citation.refers_to.is_none_or(|target| target < index), "{citation:?}");
}

/// Whether the words of a name stand in a text in their order: "(ed.)" may part them.
fn in_order(name: &str, text: &str) -> bool {
    let words = letters(text);
    let mut rest = words.as_str();
    name.split_whitespace().map(letters).all(|word| match rest.find(&word) {
        Some(at) => {
            rest = &rest[at + word.len()..];
            true
        }
        None => false,
    })
}

fn places(citation: &Citation) -> impl Iterator<Item = Span> {
    let places = &citation.places;
    [
        places.authors,
        places.title,
        places.container,
        places.date,
        places.url,
        places.accessed,
        places.interviewee,
    ]
    .into_iter()
    .flatten()
}

fn fields(citation: &Citation) -> impl Iterator<Item = &String> {
    [
        &citation.title,
        &citation.title_translated,
        &citation.container,
        &citation.place,
        &citation.interviewee,
        &citation.locator,
        &citation.identifier,
    ]
    .into_iter()
    .flatten()
}

fn check(draft: Draft) {
    let document = reason::structure::compose(draft);
    let analysis = analyse(&document);
    check_places(&document, &analysis);
    (0..analysis.citations.len()).for_each(|index| check_citation(&document, &analysis, index));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_a_note(text in any_text(), from in any::<Index>(), to in any::<Index>(), href in any_text()) {
        check(as_note(&text, (from, to), &href));
    }

    #[test]
    fn any_text_can_be_a_body(text in any_text()) {
        check(as_body(&text));
    }
}
