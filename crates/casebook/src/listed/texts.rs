//! Listed names in the texts of documents.

use std::collections::{HashMap, HashSet};

use names::index::{Entry, Index};
use names::scan::{ListedName, Names, Occurrence};
use names::screening::{Screening, Told};
use reason::Source;
use reason::document::Span;

use crate::register::SetBytes;

/// Every name of every entry that lists ever had, ready to be looked for.
#[derive(Debug)]
pub struct Texts<'a> {
    names: Names,
    /// What each is a name of, and the name itself.
    entries: Vec<ListedEntry<'a>>,
    listed: Vec<&'a str>,
}

/// An entry, whatever snapshots have it.
#[derive(Debug, Clone, Copy)]
pub struct ListedEntry<'a> {
    /// As its latest snapshot has it.
    pub entry: Entry<'a>,
    /// What its list says of it over time.
    pub told: Told<'a>,
}

/// A place of a document that has a listed name.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// Where, in bytes of the reading text.
    pub span: Span,
    /// How it was told.
    pub occurrence: Occurrence,
    /// Whose name.
    pub entry: ListedEntry<'a>,
    /// As its list has it.
    pub listed: &'a str,
    /// The sentence, or the block where it stands in none; in bytes of the reading text.
    pub sentence: Span,
    /// The page, where known.
    pub page: Option<u32>,
    /// Labels of the notes that its sentence calls, or of the note that it stands in.
    pub notes: Vec<String>,
}

impl<'a> Texts<'a> {
    /// The names of all entries of the lists that are asked: also of those that are no more there, or not yet.
    #[must_use]
    pub fn of(index: &'a Index<SetBytes>, screening: &Screening<'a, SetBytes>) -> Self {
        let mut entries: Vec<ListedEntry<'a>> = Vec::new();
        let mut listed: Vec<(ListedName<'a>, &'a str)> = Vec::new();
        let mut known: HashMap<(usize, &'a str), u32> = HashMap::new();
        let mut seen: HashSet<(u32, &'a str)> = HashSet::new();
        for entry in index.entries() {
            let Some(told) = screening.told(entry) else { continue };
            let key = (entry.source_number().index(), entry.id());
            let number = *known.entry(key).or_insert(entries.len() as u32);
            match entries.get_mut(number as usize) {
                // Versions stand in the order of time: the last is shown.
                Some(of) => of.entry = entry,
                None => entries.push(ListedEntry { entry, told }),
            }
            for name in entry.names() {
                if seen.insert((number, name.text())) {
                    let (text, sort, kind) = (name.text(), name.sort(), entry.kind());
                    listed.push((ListedName { entry: number, text, sort, kind }, text));
                }
            }
        }
        let names = Names::of(listed.iter().map(|(name, _)| *name));
        Self { names, entries, listed: listed.into_iter().map(|(_, text)| text).collect() }
    }

    /// How many names are looked for.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Every occurrence in documents, each with the number of its document, in reading order. What is learned of the words of one
    /// serves for all.
    #[must_use]
    pub fn passages(&self, sources: &[Source<'_>]) -> Vec<(usize, Passage<'a>)> {
        let mut scanning = self.names.scanning();
        let of_each = sources.iter().enumerate().map(|(document, source)| {
            let found = scanning.text(&source.document.text);
            found
                .into_iter()
                .filter_map(move |occurrence| Some((document, self.passage(source, occurrence)?)))
        });
        of_each.flatten().collect()
    }

    fn passage(&self, source: &Source<'_>, occurrence: Occurrence) -> Option<Passage<'a>> {
        let (document, analysis) = (source.document, source.analysis);
        let span = Span::new(occurrence.start, occurrence.end);
        let block = document.block_at(span.start)?;
        let at = analysis.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let sentence = analysis.sentences.get(at).filter(|one| one.span.start <= span.start);
        let called = analysis.markers.iter().filter(|marker| sentence.is_some() && marker.sentence == at);
        let label = |note: usize| analysis.notes.get(note).map(|note| note.label.clone());
        let mut notes: Vec<String> = called.filter_map(|marker| label(marker.note?)).collect();
        let own = analysis.notes.iter().find(|note| note.span().overlaps(span));
        notes.extend(own.filter(|_| sentence.is_none()).map(|note| note.label.clone()));
        Some(Passage {
            span,
            occurrence,
            entry: *self.entries.get(occurrence.entry as usize)?,
            listed: self.listed.get(occurrence.name as usize)?,
            sentence: sentence.map_or(block.span, |sentence| sentence.span),
            page: document.page_at(span.start),
            notes,
        })
    }
}
