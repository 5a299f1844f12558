//! Documents, works and diagnostics built by hand, about invented events.

use reason::Conclusions;
use reason::checks::{Code, Diagnostic, Place};
use reason::citations::{Citation, CitationForm, WorkKind};
use reason::claims::{Claim, ClaimKind};
use reason::dates::{Interval, PartialDate};
use reason::document::{
    Block, BlockKind, Document, Metadatum, MetadatumKind, PageStart, Reader, Span, Warning, WarningKind,
};
use reason::incidents::{ClaimRef, Contest, Incident, Join, Side};
use reason::notes::{Marker, Note, Sentence};
use reason::quantities::Figure;
use reason::works::{CitationRef, Work};
use reason::{Analysis, Source};

/// What a check would have found in one or more documents.
#[derive(Default)]
pub struct Sample {
    pub names: Vec<String>,
    pub documents: Vec<(Document, Analysis)>,
    pub conclusions: Conclusions,
    pub diagnostics: Vec<Diagnostic>,
}

impl Sample {
    pub fn add(&mut self, name: &str, text: TextBuilder) {
        self.names.push(name.to_owned());
        self.documents.push(text.build());
    }

    pub fn sources(&self) -> Vec<Source<'_>> {
        let named = self.names.iter().zip(&self.documents);
        named
            .map(|(name, (document, analysis))| Source { id: "5f2a90c1", name, document, analysis })
            .collect()
    }

    /// A diagnostic whose places are the first occurrences of quotes, each with what it says.
    pub fn diagnose(&mut self, code: Code, message: &str, places: &[(&str, &str)]) {
        let places = places.iter().map(|(quote, says)| {
            let document = &self.documents[0].0;
            let start = document.text.find(quote).expect("the quote stands in the text");
            Place {
                document: 0,
                span: Some(Span::new(start, start + quote.len())),
                page: document.page_at(start),
                says: (*says).to_owned(),
            }
        });
        self.diagnostics.push(Diagnostic {
            code,
            severity: code.severity(),
            message: message.to_owned(),
            places: places.collect(),
            notes: vec![],
            help: "Look at both and mend the one that is wrong.".to_owned(),
        });
    }

    /// A claim of one document: the words that make it, what happened, the figure and who says so.
    pub fn claim(&mut self, document: usize, quote: &str, figure: Figure, said_by: Option<&str>) {
        let (text, analysis) = &mut self.documents[document];
        let place = |words: &str| {
            let start = text.text.find(words).expect("the words stand in the text");
            Span::new(start, start + words.len())
        };
        analysis.claims.push(Claim {
            figure,
            said_by: said_by.map(place).into_iter().collect(),
            ..Claim::new(place(quote), ClaimKind::Killed)
        });
    }

    /// One incident of all claims.
    pub fn happen(&mut self, name: &str) {
        let claims: Vec<ClaimRef> = (0..)
            .zip(&self.documents)
            .flat_map(|(document, (_, analysis))| {
                (0..analysis.claims.len()).map(move |claim| ClaimRef { document, claim })
            })
            .collect();
        let side = |of: &ClaimRef| Side {
            figure: self.documents[of.document].1.claims[of.claim].figure,
            attributed_to: Some(name.to_owned()),
            claims: vec![*of],
            origins: vec![],
        };
        self.conclusions.incidents.push(Incident {
            id: "i1".to_owned(),
            name: name.to_owned(),
            place: Some(name.to_owned()),
            when: Interval::at(PartialDate::new(Some(2031), Some(6), Some(2))),
            joins: claims
                .windows(2)
                .map(|pair| Join { claim: pair[1], to: pair[0], reason: name.to_owned() })
                .collect(),
            contested: vec![Contest {
                what: ClaimKind::Killed,
                victims: Some(name.to_owned()),
                figures: claims.iter().map(side).collect(),
            }],
            claims,
        });
    }

    /// One work for each citation, unless a citation's title was seen before.
    pub fn join(&mut self) {
        for (number, (_, analysis)) in self.documents.iter().enumerate() {
            for (citation, cited) in analysis.citations.iter().enumerate() {
                let place = CitationRef { document: number, citation };
                let known = self
                    .conclusions
                    .works
                    .iter_mut()
                    .find(|work| work.title.is_some() && work.title == cited.title);
                match known {
                    Some(work) => work.cited_by.push(place),
                    None => self.conclusions.works.push(work(cited, place)),
                }
            }
        }
    }
}

fn work(cited: &Citation, place: CitationRef) -> Work {
    Work {
        id: format!("w-{}-{}", place.document, place.citation),
        kind: cited.kind,
        authors: cited.authors.clone(),
        title: cited.title.clone(),
        title_translated: cited.title_translated.clone(),
        container: cited.container.clone(),
        date: cited.date,
        url: cited.url.clone(),
        identifier: cited.identifier.clone(),
        interviewee: cited.interviewee.clone(),
        place: cited.place.clone(),
        confidential: cited.confidential,
        cited_by: vec![place],
    }
}

/// Blocks in which `[12]` is a marker, and notes.
#[derive(Default)]
pub struct TextBuilder {
    text: String,
    blocks: Vec<Block>,
    notes: Vec<Note>,
    citations: Vec<Citation>,
}

impl TextBuilder {
    pub fn block(mut self, kind: BlockKind, level: u8, page: u32, text: &str) -> Self {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(text);
        let rows = match kind {
            BlockKind::Table => cells(text),
            _ => vec![],
        };
        self.blocks.push(Block {
            kind,
            span: Span::new(start, self.text.len()),
            level,
            pages: vec![PageStart { at: start, page }],
            rows,
            anchor: None,
        });
        self
    }

    pub fn paragraph(self, page: u32, text: &str) -> Self {
        self.block(BlockKind::Paragraph, 0, page, text)
    }

    /// A note with what it cites: each citation's verbatim text and its fields.
    pub fn note(mut self, label: &str, text: &str, citations: Vec<(&str, Citation)>) -> Self {
        self = self.block(BlockKind::Note, 0, 9, &format!("{label} {text}"));
        let block = self.blocks.last().expect("just added").span;
        let label_span = Span::new(block.start, block.start + label.len());
        for (index, (quote, mut citation)) in citations.into_iter().enumerate() {
            let start = block.start + self.text[block.start..].find(quote).expect("in the note");
            citation.span = Span::new(start, start + quote.len());
            citation.note = self.notes.len();
            citation.index = index;
            self.citations.push(citation);
        }
        self.notes.push(Note {
            label: label.to_owned(),
            chain: 0,
            spans: vec![Span::new(label_span.end + 1, block.end)],
            label_span,
            commentary: None,
        });
        self
    }

    fn build(self) -> (Document, Analysis) {
        let mut analysis = Analysis { notes: self.notes, citations: self.citations, ..Analysis::default() };
        for (number, block) in self.blocks.iter().enumerate() {
            if block.kind.is_body() {
                sentences(&self.text, number, block.span, &mut analysis.sentences);
            }
            if block.kind.may_call_notes() {
                markers(&self.text, block.span, &mut analysis);
            }
        }
        let document = Document {
            media_type: "application/pdf".to_owned(),
            reader: Reader { name: "pdf".to_owned(), version: 1 },
            title: Some("Night over Kessa".to_owned()),
            language: Some("en".to_owned()),
            pages: Some(9),
            text: self.text,
            blocks: self.blocks,
            marks: vec![],
            metadata: vec![Metadatum { kind: MetadatumKind::Author, value: "R. Sample".to_owned() }],
            warnings: vec![Warning {
                kind: WarningKind::ImageOnlyPage,
                page: Some(4),
                detail: "only a picture, and no text recognition was at hand".to_owned(),
            }],
        };
        (document, analysis)
    }
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let row = |line: &str| line.split('\t').map(str::to_owned).collect();
    text.split('\n').map(row).collect()
}

fn sentences(text: &str, block: usize, span: Span, sentences: &mut Vec<Sentence>) {
    let mut start = span.start;
    while start < span.end {
        let rest = &text[start..span.end];
        let end = rest.find(". ").map_or(span.end, |at| start + at + 1);
        // Markers after the full stop belong to the sentence before.
        let after = text[end..span.end].trim_start();
        let end = match after.strip_prefix('[').and_then(|rest| rest.find(']')) {
            Some(close) => span.end - after.len() + close + 2,
            None => end,
        };
        sentences.push(Sentence { span: Span::new(start, end), block });
        start = span.end - text[end..span.end].trim_start().len();
    }
}

fn markers(text: &str, span: Span, analysis: &mut Analysis) {
    let mut at = span.start;
    while let Some(open) = text[at..span.end].find('[').map(|found| at + found) {
        let Some(close) = text[open..span.end].find(']').map(|found| open + found) else {
            return;
        };
        at = close + 1;
        let label = &text[open + 1..close];
        let numbered = !label.is_empty() && label.chars().all(|c| c.is_ascii_digit());
        if !numbered {
            continue;
        }
        let sentence = analysis.sentences.iter().rposition(|sentence| sentence.span.start <= open);
        analysis.markers.push(Marker {
            label: label.to_owned(),
            span: Span::new(open + 1, close),
            group: Span::new(open, close + 1),
            note: analysis.notes.iter().position(|note| note.label == label),
            sentence: sentence.unwrap_or(0),
        });
    }
}

/// A citation without fields.
pub fn citation(kind: WorkKind) -> Citation {
    Citation::new(kind, Span::new(0, 0))
}

/// A news article.
pub fn news(author: &str, title: &str, outlet: &str, date: &str, url: &str) -> Citation {
    Citation {
        authors: vec![author.to_owned()],
        title: Some(title.to_owned()),
        container: Some(outlet.to_owned()),
        date: PartialDate::parse(date),
        url: Some(url.to_owned()),
        ..citation(WorkKind::News)
    }
}

/// A short report: three notes, a table, furniture, and diagnostics that overlap.
pub fn kessa() -> Sample {
    let mut sample = Sample::default();
    sample.add("night-over-kessa.pdf", kessa_text());
    sample.join();
    sample.diagnose(
        Code::C04,
        "The address is dated 2031-03-13, the note says 13 August 2031.",
        &[("13 August 2031", "printed here as 13 August 2031"), ("/2031/03/13/", "dated here 13 March 2031")],
    );
    sample.diagnose(
        Code::T02,
        "The sentence speaks of a statement in June, its note is dated August.",
        &[("said on June 2 that the road was open", "June"), ("13 August 2031", "August")],
    );
    sample.diagnose(Code::N01, "Marker 7 has no note.", &[("7", "the marker")]);
    sample.diagnose(
        Code::S01,
        "Rank, force and place may together identify the source.",
        &[("a sergeant of the river guard, Kessa", "rank, force, town")],
    );
    sample.diagnose(
        Code::E05,
        "The sentence names the governor, its note a newspaper.",
        &[("the road was open. [1]", "the governor"), ("Lina Orsk", "a journalist")],
    );
    sample.diagnostics.push(Diagnostic {
        code: Code::S02,
        severity: Code::S02.severity(),
        message: "The file names its author: R. Sample.".to_owned(),
        places: vec![Place { document: 0, span: None, page: None, says: "author".to_owned() }],
        notes: vec![],
        help: String::new(),
    });
    sample
}

fn kessa_text() -> TextBuilder {
    let ledger = "https://ledger.example/2031/03/13/road";
    let first = "Lina Orsk, \"Road to Kessa Open, Governor Says,\" Daily Ledger, 13 August 2031, https://ledger.example/2031/03/13/road";
    let article =
        || news("Lina Orsk", "Road to Kessa Open, Governor Says", "Daily Ledger", "2031-08-13", ledger);
    let interview = Citation {
        authors: vec!["The Watchhouse".to_owned()],
        interviewee: Some("a sergeant of the river guard".to_owned()),
        place: Some("Kessa".to_owned()),
        date: PartialDate::parse("2031-09"),
        confidential: true,
        ..citation(WorkKind::Interview)
    };
    let ibid = Citation { form: CitationForm::Ibid, title: article().title, ..citation(WorkKind::News) };
    TextBuilder::default()
        .block(BlockKind::Furniture, 0, 1, "The Watchhouse | Night over Kessa")
        .block(BlockKind::Title, 0, 1, "Night over Kessa")
        .block(BlockKind::Heading, 1, 1, "What happened on the road")
        .paragraph(1, "The governor said on June 2 that the road was open. [1] Two carts were found burnt near the ford. [2]")
        .block(BlockKind::ListItem, 0, 2, "The first cart belonged to a miller. [3]")
        .block(BlockKind::ListItem, 0, 2, "The second had no owner. [7]")
        .block(BlockKind::Table, 0, 2, "Day\tCarts\n1 June\t4 [2]\n2 June\t2")
        .block(BlockKind::Heading, 1, 3, "Notes")
        .note("1", first, vec![(first, article())])
        .note("2", "Interview with a sergeant of the river guard, Kessa, September 2031.", vec![("Interview with a sergeant of the river guard, Kessa, September 2031", interview)])
        .note("3", "Ibid.", vec![("Ibid.", ibid)])
        .note("4", "A remark that nothing calls.", vec![])
}
