use casebook::{Exhibit, Loaded, LoadedDocument, Sha256};
use insta::assert_snapshot;
use reason::checks::{Code, Diagnostic, Place};
use reason::document::{BlockKind, Draft, DraftBlock, Span, Unread};
use reason::notes::{Note, Sentence};
use reason::{Analysis, structure};

use super::*;

const BODY: &str = "The convoy left Kessa before dawn on 3 March. A trader told Radio Sable that six people \
                    had been killed at the ferry landing, among them two children, before the army came.⁷ Nobody \
                    was charged.";
const NOTE: &str =
    "7 Radio Sable, “Night at the landing,” 13 August 2023, https://sable.example/2023/05/13/night.";

/// A document of one page with one paragraph and one note.
fn loaded() -> Loaded {
    let mut draft = Draft::new("text/plain", "text", 1);
    let body = DraftBlock::new(Some(BlockKind::Paragraph), BODY, Some(6));
    let note = DraftBlock::new(Some(BlockKind::Note), NOTE, Some(9));
    draft.blocks.extend([body, note]);
    let document = structure::compose(draft);
    let sentence = |text: &str| Sentence { span: span_of(&document.text, text), block: 0 };
    let label = span_of(&document.text, "7 Radio");
    let analysis = Analysis {
        sentences: vec![
            sentence("The convoy left Kessa before dawn on 3 March."),
            sentence(BODY.split_inclusive(". ").nth(1).expect("two").trim_end()),
        ],
        notes: vec![Note {
            label: "7".to_owned(),
            chain: 0,
            spans: vec![Span::new(label.start + 2, document.text.len())],
            label_span: Span::new(label.start, label.start + 1),
            commentary: None,
        }],
        ..Analysis::default()
    };
    Loaded {
        documents: vec![LoadedDocument {
            exhibit: exhibit("report.pdf"),
            id: "d1".to_owned(),
            document,
            analysis,
        }],
        ..Loaded::default()
    }
}

fn exhibit(label: &str) -> Exhibit {
    Exhibit {
        sha256: Sha256::of(label.as_bytes()),
        size: 1,
        label: label.to_owned(),
        acquisitions: Vec::new(),
    }
}

fn span_of(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap_or_else(|| panic!("no `{part}`"));
    Span::new(start, start + part.len())
}

fn place(loaded: &Loaded, at: &str, says: &str) -> Place {
    Place {
        document: 0,
        span: Some(span_of(&loaded.documents[0].document.text, at)),
        page: None,
        says: says.to_owned(),
    }
}

fn finding(code: Code, message: &str, places: Vec<Place>) -> Diagnostic {
    Diagnostic {
        code,
        severity: code.severity(),
        message: message.to_owned(),
        places,
        notes: vec!["7".to_owned()],
        help: "compare with the page itself".to_owned(),
    }
}

fn draw(loaded: &Loaded, one: &Diagnostic, width: usize) -> String {
    let mut plain = anstream::StripStream::new(Vec::new());
    diagnostic(&mut plain, loaded, one, &Options::all(width)).expect("memory");
    String::from_utf8(plain.into_inner()).expect("UTF-8")
}

#[test]
fn every_place_is_shown_with_its_sentence() {
    let loaded = loaded();
    let places = vec![
        place(&loaded, "13 August 2023", "printed here as 13 August 2023"),
        place(&loaded, "2023/05/13", "the address says 13 May 2023"),
        place(&loaded, "⁷", "called here"),
    ];
    let one = finding(Code::C04, "note 7 is dated 13 August 2023, its address 13 May 2023", places);
    assert_snapshot!(draw(&loaded, &one, 80), @r"
    error[C04]: note 7 is dated 13 August 2023, its address 13 May 2023
      --> report.pdf, page 9, note 7
       |
       | Radio Sable, “Night at the landing,” 13 August 2023,…
       |                                      ^^^^^^^^^^^^^^
       |                                      printed here as 13 August 2023
      --> report.pdf, page 9, note 7
       |
       | …at the landing,” 13 August 2023, https://sable.example/2023/05/13/night.
       |                                                         ──────────
       |                                                the address says 13 May 2023
      --> report.pdf, page 6
       |
       | …among them two children, before the army came.⁷ Nobody was charged.
       |                                                ─ called here
       = help: compare with the page itself
    ");
}

#[test]
fn a_place_longer_than_a_line_is_wrapped() {
    let loaded = loaded();
    let at = "A trader told Radio Sable that six people had been killed at the ferry landing, among them two children";
    let one = finding(
        Code::E05,
        "the sentence and its note name different sources",
        vec![place(&loaded, at, "a trader")],
    );
    assert_snapshot!(draw(&loaded, &one, 60), @r"
    warning[E05]: the sentence and its note name different sources
      --> report.pdf, page 6
       |
       | A trader told Radio Sable that six people had been
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       | killed at the ferry landing, among them two children,
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       | a trader
       | before the army…
       = help: compare with the page itself
    ");
}

#[test]
fn a_file_without_text_is_only_named() {
    let mut loaded = loaded();
    loaded.unread.push((exhibit("scan.pdf"), Unread::Encrypted));
    let one = super::super::unread::diagnostics(&loaded).remove(0);
    assert_snapshot!(draw(&loaded, &one, 80), @r"
    error[D01]: scan.pdf could not be read: the file is locked with a password
      --> scan.pdf
       = help: save a copy without password and give that
    ");
}

#[test]
fn the_summary_counts() {
    let mut loaded = loaded();
    let one = finding(Code::C04, "wrong", vec![]);
    let other = finding(Code::C07, "odd", vec![]);
    loaded.diagnostics = vec![one.clone(), one, other];
    let mut plain = anstream::StripStream::new(Vec::new());
    write(&mut plain, &loaded, &Options { width: 80, most: 2 }).expect("memory");
    assert_snapshot!(String::from_utf8(plain.into_inner()).expect("UTF-8"), @r"
    error[C04]: wrong
       = help: compare with the page itself

    error[C04]: wrong
       = help: compare with the page itself

    … and 1 more, left out by --max 2

    read report.pdf: 1 note, 0 markers, 0 citations
    in all: 1 document, 0 works cited
    found: 2 errors, 1 warning (C04 2, C07 1)
    hint: `tickmark explain C04` says why a rule exists and how to silence it
    ");
}
