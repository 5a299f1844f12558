//! One report in six formats: the same notes, called by the same sentences, citing the same works.

use reason::Analysis;
use reason::document::{Document, ReadOutcome};

use super::report::{Piece, Report};
use crate::{ReadOptions, read};

/// Events, people and works are invented.
const REPORT: Report = Report {
    pieces: &[
        Piece::Heading("The levy at Kessou bridge"),
        Piece::Paragraph(
            "Between March and November 2030 the Third Brigade held the bridge of Kessou and took a levy from every lorry \
             that crossed it.{1} Drivers paid between 20,000 and 45,000 francs, about $33 to $75 at the rate of that \
             month.{2}, {3} Those who refused lost their cargo, and at least four of them their lives.{4}",
        ),
        Piece::Paragraph(
            "“We counted the lorries because nobody else would,” said a clerk of the transport union.{5} Her lists, which \
             the union kept in three school exercise books, name 2,114 crossings; the brigade’s own register names 1,870.{6}",
        ),
        Piece::Heading("Where the money went"),
        Piece::Paragraph(
            "A colonel’s brother-in-law registered the Sahel Haulage Company in Port Ansel on 9 May 2030, eleven days after \
             the first payments.{7} The company owned no lorry. Its account received 214 million francs within six months:{8}",
        ),
        Piece::Item("in cash, paid in at the branch of Marrow;"),
        Piece::Item("by transfers that name “bridge services” as their purpose.{9}"),
        Piece::Table(&[&["Month", "Paid in"], &["May 2030", "31 million{10}"], &["June 2030", "44 million"]]),
        Piece::Paragraph(
            "The Ministry of Defence denied that soldiers took money.{11} A United Nations panel had described the same levy \
             a year earlier, and a court at Vellmar had heard three drivers under oath.{12} Neither the colonel nor the \
             company answered the questions that were put to them on 3 and 17 February 2031.{13}",
        ),
    ],
    notes: &[
        "Interviews with six lorry drivers, Kessou and Marrow, November 2030.",
        "Lena Maru and Issa Dembo, “The Price of a Bridge,” The Ansel Courier, 14 August 2030, \
         https://www.anselcourier.example/2030/08/14/the-price-of-a-bridge-drivers-speak-out.html.",
        "Bank of the Coast, “Exchange Rates of the Month: August 2030,” 2 September 2030, \
         https://rates.bankofthecoast.example/monthly/2030-08 (accessed 4 January 2031).",
        "For the deaths of 2 and 19 June, see Ansel Monitor, “Killed for a Toll: Four Deaths at Kessou,” 30 June 2030, p. 7; \
         for the others, see interview with a nurse, Kessou, 21 November 2030.",
        "Interview with a clerk of the transport union, Marrow, 23 November 2030.",
        "Ibid.; register of the Third Brigade, April to September 2030, on file with the authors.",
        "Trade Register of Port Ansel, extract no. 30-1187, 9 May 2030, on file with the authors.",
        "Account statements of the Sahel Haulage Company, May to October 2030, on file with the authors.\n\
         The statements were shown to two bankers, who found no sign that they had been changed.",
        "Marc Teel, Rivers of Salt: Trade and Power on the Coast (Vellmar: Northgate Press, 2029), pp. 44–61.",
        "Maru and Dembo, “The Price of a Bridge.”",
        "Ministry of Defence (@AnselDefence), “No soldier has taken a franc,” X, 16 August 2030, \
         https://x.com/AnselDefence/status/1824400012345678901.",
        "United Nations Security Council, “Final report of the Panel of Experts on the Coast,” S/2029/418, 6 June 2029, \
         para. 112; Tribunal of Vellmar, Prosecutor v. Sarr, Case No. 2030/77, Judgment, 12 December 2030, para. 31.",
        "Letters of the authors to Colonel A. Ferrand and to the Sahel Haulage Company, 3 and 17 February 2031.",
    ],
};

/// What the program makes of a file, without places.
#[derive(Debug, PartialEq)]
struct Understood {
    /// Label and text of each note.
    notes: Vec<(String, String)>,
    /// Label of each marker and its sentence.
    markers: Vec<(String, String)>,
    /// Of each citation its note and its fields.
    citations: Vec<Cited>,
}

#[derive(Debug, PartialEq)]
struct Cited {
    note: String,
    kind: String,
    authors: Vec<String>,
    title: Option<String>,
    container: Option<String>,
    date: Option<String>,
    url: Option<String>,
    place: Option<String>,
    interviewee: Option<String>,
}

fn understood(name: &str, bytes: &[u8]) -> Understood {
    let ReadOutcome::Document(document) = read(name, bytes, &ReadOptions::default()) else {
        panic!("{name} is not read");
    };
    assert_eq!(document.warnings, [], "{name}");
    let analysis = reason::analyse(&document);
    let note = |index: usize| analysis.notes[index].label.clone();
    Understood {
        notes: (0..analysis.notes.len())
            .map(|index| (note(index), analysis.note_text(&document, index)))
            .collect(),
        markers: markers(&document, &analysis),
        citations: analysis.citations.iter().map(|citation| cited(note(citation.note), citation)).collect(),
    }
}

fn markers(document: &Document, analysis: &Analysis) -> Vec<(String, String)> {
    let markers = analysis.markers.iter();
    markers
        .map(|marker| {
            let called = marker.note.map(|note| analysis.notes[note].label.as_str());
            assert_eq!(called, Some(marker.label.as_str()), "a marker calls the note of its label");
            (marker.label.clone(), analysis.sentence_text(document, marker.sentence))
        })
        .collect()
}

fn cited(note: String, citation: &reason::citations::Citation) -> Cited {
    Cited {
        note,
        kind: format!("{:?}", citation.kind),
        authors: citation.authors.clone(),
        title: citation.title.clone(),
        container: citation.container.clone(),
        date: citation.date.map(|date| date.to_string()),
        url: citation.url.clone(),
        place: citation.place.clone(),
        interviewee: citation.interviewee.clone(),
    }
}

const PDF: &[u8] = include_bytes!("../../tests/pdf/same-report.pdf");
const PDF_SOURCE: &str = include_str!("../../tests/pdf/same-report.typ");

#[test]
fn every_format_is_understood_alike() {
    let files = REPORT.files();
    let docx = files.iter().find(|(name, _)| *name == "report.docx").expect("one of the formats");
    let expected = understood(docx.0, &docx.1);
    for (name, bytes) in
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).chain([("report.pdf", PDF)])
    {
        let found = understood(name, bytes);
        assert_eq!(found.notes, expected.notes, "{name}");
        assert_eq!(found.markers, expected.markers, "{name}");
        assert_eq!(found.citations, expected.citations, "{name}");
    }
}

#[test]
fn it_is_understood_as_it_was_written() {
    let found = understood("report.docx", &REPORT.files()[3].1);
    let written = (1..).zip(REPORT.notes).map(|(label, text)| (label.to_string(), text.replace('\n', " ")));
    assert_eq!(found.notes, written.collect::<Vec<_>>());
    let labels: Vec<String> = (1..=REPORT.notes.len()).map(|label| label.to_string()).collect();
    assert_eq!(found.markers.iter().map(|(label, _)| label.clone()).collect::<Vec<_>>(), labels);
    let (_, sentence) = &found.markers[2];
    assert_eq!(
        sentence,
        "Drivers paid between 20,000 and 45,000 francs, about $33 to $75 at the rate of that month."
    );
    assert!(found.citations.len() >= REPORT.notes.len(), "{:?}", found.citations);
}

/// `BLESS=1` writes the source anew; then `tests/pdf/make.py same_report` makes the PDF of it.
#[test]
fn the_pdf_is_made_of_the_same_report() {
    let source = REPORT.typst();
    if std::env::var_os("BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pdf/same-report.typ");
        std::fs::write(path, &source).expect("the folder can be written to");
    }
    assert_eq!(PDF_SOURCE, source);
}
