//! Overlapping spans cut into pieces that do not overlap: markup nests, annotations of a text do not.

use reason::document::{MarkKind, Span};

use super::index::PlaceAt;
use super::view::View;

/// A piece of text to which the same things apply from end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment<'a> {
    pub span: Span,
    pub text: &'a str,
    /// The sentence with markers that it is part of.
    pub sentence: Option<usize>,
    /// What of it is a marker.
    pub calling: Calling,
    pub emphasis: bool,
    /// Where the file links it to.
    pub link: Option<&'a str>,
    /// Diagnostics that underline it.
    pub under: Vec<usize>,
    /// Places that end with it.
    pub ending: Vec<PlaceAt>,
}

/// Part that a segment has in the calling of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calling {
    /// None.
    No,
    /// The label of a marker, or the first piece of one.
    Label(usize),
    /// The rest of a label, a bracket, a comma between two.
    Around,
}

/// Cuts a span of a document wherever something begins or ends.
pub fn segments<'a>(view: View<'a>, slice: Span) -> Vec<Segment<'a>> {
    if view.text(slice).is_empty() {
        return Vec::new();
    }
    let layers = Layers::of(view, slice);
    let cuts = layers.cuts(view, slice);
    cuts.windows(2).map(|cut| layers.segment(view, slice, Span::new(cut[0], cut[1]))).collect()
}

/// All that touches a span.
struct Layers<'a> {
    places: Vec<PlaceAt>,
    sentences: Vec<(usize, Span)>,
    /// Number, label, whole group.
    markers: Vec<(usize, Span, Span)>,
    emphasis: Vec<Span>,
    links: Vec<(Span, &'a str)>,
}

impl<'a> Layers<'a> {
    fn of(view: View<'a>, slice: Span) -> Self {
        let analysis = view.analysis();
        let first = analysis.sentences.partition_point(|sentence| sentence.span.end <= slice.start);
        let sentences = analysis.sentences.iter().enumerate().skip(first);
        let first = analysis.markers.partition_point(|marker| marker.span.end <= slice.start);
        let markers = analysis.markers.iter().enumerate().skip(first);
        let mut layers = Self {
            places: view.places_in(slice).collect(),
            sentences: sentences
                .take_while(|(_, sentence)| sentence.span.start < slice.end)
                .filter(|(number, _)| view.index().called_sentences.contains(number))
                .map(|(number, sentence)| (number, sentence.span))
                .collect(),
            markers: markers
                .take_while(|(_, marker)| marker.span.start < slice.end)
                .map(|(number, marker)| (number, marker.span, marker.group))
                .collect(),
            emphasis: Vec::new(),
            links: Vec::new(),
        };
        for mark in view.source.document.marks_in(slice) {
            match &mark.kind {
                MarkKind::Emphasis => layers.emphasis.push(mark.span),
                MarkKind::Link(target) => layers.links.push((mark.span, target)),
                MarkKind::NoteReference(_) => {}
            }
        }
        layers
    }

    fn spans(&self) -> impl Iterator<Item = Span> {
        let places = self.places.iter().map(|place| place.span);
        let sentences = self.sentences.iter().map(|sentence| sentence.1);
        let markers = self.markers.iter().flat_map(|marker| [marker.1, marker.2]);
        let links = self.links.iter().map(|link| link.0);
        let emphasis = self.emphasis.iter().copied();
        places.chain(sentences).chain(markers).chain(links).chain(emphasis)
    }

    fn cuts(&self, view: View<'_>, slice: Span) -> Vec<usize> {
        let text = &view.source.document.text;
        let mut cuts: Vec<_> = self
            .spans()
            .flat_map(|span| [span.start, span.end])
            .chain([slice.start, slice.end])
            .filter(|at| (slice.start..=slice.end).contains(at) && text.is_char_boundary(*at))
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    fn segment(&self, view: View<'a>, slice: Span, span: Span) -> Segment<'a> {
        let places = self.places.iter().filter(|place| place.span.overlaps(span));
        let mut under: Vec<_> = places.map(|place| place.diagnostic).collect();
        under.sort_unstable();
        under.dedup();
        let ends = |place: &&PlaceAt| place.span.end.min(slice.end) == span.end;
        Segment {
            span,
            text: view.text(span),
            sentence: find(&self.sentences, span, |sentence| sentence.1).map(|found| found.0),
            calling: self.calling(span),
            emphasis: self.emphasis.iter().any(|mark| mark.overlaps(span)),
            link: find(&self.links, span, |link| link.0).map(|found| found.1),
            under,
            ending: self.places.iter().filter(ends).copied().collect(),
        }
    }

    fn calling(&self, span: Span) -> Calling {
        if let Some(marker) = find(&self.markers, span, |marker| marker.1) {
            if marker.1.start == span.start { Calling::Label(marker.0) } else { Calling::Around }
        } else if find(&self.markers, span, |marker| marker.2).is_some() {
            Calling::Around
        } else {
            Calling::No
        }
    }
}

fn find<T>(layer: &[T], span: Span, place: impl Fn(&T) -> Span) -> Option<&T> {
    layer.iter().find(|item| place(item).overlaps(span))
}
