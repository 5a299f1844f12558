//! Makes the [`Prose`] of a document.

use crate::document::{Document, Span};
use crate::notes::{Marker, Note};
use crate::text::{sentences, tokens};
use crate::{dates, notes, quantities};

use super::{Call, Kept, Prose, Sentence};

/// Reads the running text: the sentences of the body with their note marks, and the commentary of the notes.
#[must_use]
pub fn read<'d>(
    document: &'d Document,
    body: &[notes::Sentence],
    notes: &[Note],
    markers: &[Marker],
) -> Prose<'d> {
    let mut prose = words(document, body, notes, markers);
    for sentence in &mut prose.sentences {
        sentence.quantities = quantities::find(&sentence.text, &sentence.tokens);
    }
    dates::resolve(document, &mut prose.sentences);
    prose.sentences.iter_mut().for_each(drop_numbers_of_dates);
    prose
}

/// As [`read`], without quantities and dates: for whom the words are enough.
#[must_use]
pub(crate) fn words<'d>(
    document: &'d Document,
    body: &[notes::Sentence],
    notes: &[Note],
    markers: &[Marker],
) -> Prose<'d> {
    let mut found = Vec::with_capacity(body.len());
    for (number, sentence) in body.iter().enumerate() {
        let called = markers_in(markers, sentence.span);
        let text = blanked(document.quote(sentence.span), sentence.span, &markers[called.clone()]);
        let mut made = cut(document, sentence.span, sentence.block, text);
        made.number = Some(number);
        made.calls = calls(markers, called, sentence.span);
        found.push(made);
    }
    for (number, note) in notes.iter().enumerate().filter(|(_, note)| note.commentary.is_some()) {
        for span in &note.spans {
            for within in sentences(document.quote(*span)) {
                let place = within.shifted(span.start);
                let block = block_of(document, place);
                let mut made = cut(document, place, block, document.quote(place).to_owned());
                made.note = Some(number);
                found.push(made);
            }
        }
    }
    Prose { document, sentences: found }
}

/// The 3 of "3 May" and the "two" of "two days later" count nothing.
fn drop_numbers_of_dates(sentence: &mut Sentence) {
    let mut dates = sentence.dates.iter().peekable();
    sentence.quantities.retain(|quantity| {
        while dates.next_if(|date| date.span.end <= quantity.span.start).is_some() {}
        !dates.peek().is_some_and(|date| date.span.overlaps(quantity.span))
    });
    sentence.kept = Kept::default();
}

fn block_of(document: &Document, span: Span) -> usize {
    document.blocks.partition_point(|block| block.span.start <= span.start).saturating_sub(1)
}

fn cut(document: &Document, span: Span, block: usize, text: String) -> Sentence {
    let tokens = tokens(&text);
    Sentence {
        span,
        number: None,
        block,
        kind: document.blocks[block].kind,
        note: None,
        text,
        tokens,
        quantities: Vec::new(),
        dates: Vec::new(),
        calls: Vec::new(),
        kept: Kept::default(),
    }
}

/// The markers whose group begins in a span, as a range of indexes.
fn markers_in(markers: &[Marker], span: Span) -> std::ops::Range<usize> {
    let first = markers.partition_point(|marker| marker.group.start < span.start);
    let last = markers.partition_point(|marker| marker.group.start < span.end);
    first..last
}

/// Every note mark replaced by spaces, so that all other bytes keep their place. A mark that lies half outside is as well.
pub(crate) fn blanked<'m>(text: &str, span: Span, called: impl IntoIterator<Item = &'m Marker>) -> String {
    let mut text = text.to_owned();
    for marker in called {
        let group = marker.group;
        let (start, end) =
            (group.start.max(span.start) - span.start, group.end.min(span.end).max(span.start) - span.start);
        if start < end && text.is_char_boundary(start) && text.is_char_boundary(end) {
            text.replace_range(start..end, &" ".repeat(end - start));
        }
    }
    text
}

fn calls(markers: &[Marker], called: std::ops::Range<usize>, span: Span) -> Vec<Call> {
    called
        .map(|index| Call {
            at: markers[index].group.start - span.start,
            note: markers[index].note,
            marker: index,
        })
        .collect()
}
