use std::collections::HashMap;

use crate::Source;
use crate::citations::{Citation, CitationForm};
use crate::text::fingerprint;

use super::{CitationRef, Work, key};

/// Titles that share this much are one title printed twice, if author and year agree: a word in seven may differ.
const SAME_TITLE_PERCENT: usize = 85;
/// Two titles under one address that share less are two works on one page (a home page, a register).
const OTHER_TITLE_PERCENT: usize = 30;

/// Joins the citations of all documents into works, in the order in which each is first cited.
///
/// Two citations mean one work if they have one address (and no two different titles), one document symbol, one title
/// with an author, a date or an outlet in common, or, for sources without title, all that is said of them in common.
/// Short forms belong to the work that they lead to.
#[must_use]
pub fn join(sources: &[Source<'_>]) -> Vec<Work> {
    let mut joiner = Joiner::default();
    for (document, source) in sources.iter().enumerate() {
        joiner.add_document(document, source);
    }
    joiner.works
}

#[derive(Default)]
struct Joiner<'s> {
    works: Vec<Work>,
    /// The first citation of each work: what further ones are compared with.
    first: Vec<&'s Citation>,
    by_address: HashMap<String, Vec<usize>>,
    by_identifier: HashMap<String, usize>,
    by_title: HashMap<String, Vec<usize>>,
    by_author_year: HashMap<(String, Option<i16>), Vec<usize>>,
    by_description: HashMap<String, usize>,
}

impl<'s> Joiner<'s> {
    fn add_document(&mut self, document: usize, source: &Source<'s>) {
        let mut of_citation: HashMap<usize, usize> = HashMap::new();
        for (index, citation) in source.analysis.citations.iter().enumerate() {
            let here = CitationRef { document, citation: index };
            let work = match citation.form {
                CitationForm::Full => Some(self.work_of(citation, source)),
                _ => citation.refers_to.and_then(|target| of_citation.get(&target).copied()),
            };
            let Some(work) = work else { continue };
            of_citation.insert(index, work);
            self.works[work].cited_by.push(here);
            if citation.form == CitationForm::Full {
                fill(&mut self.works[work], citation);
            }
        }
    }

    fn work_of(&mut self, citation: &'s Citation, source: &Source<'s>) -> usize {
        let raw = source.document.quote(citation.span);
        let known = self.find(citation, raw);
        let work = known.unwrap_or_else(|| self.begin(citation, source));
        self.remember(work, citation, raw);
        work
    }

    fn find(&self, citation: &Citation, raw: &str) -> Option<usize> {
        let address = citation.url.as_deref().and_then(key::address);
        let by_address =
            address.as_ref().and_then(|address| self.by_address.get(address)).into_iter().flatten().copied();
        if let Some(work) =
            by_address.into_iter().find(|work| self.may_share_address(*work, citation, address.as_deref()))
        {
            return Some(work);
        }
        let title = key::title(citation);
        if let Some(title) = &title {
            let same = self
                .by_title
                .get(title)
                .into_iter()
                .flatten()
                .copied()
                .find(|work| agree(self.first[*work], citation));
            return same.or_else(|| self.near_title(citation, title));
        }
        if let Some(work) =
            citation.identifier.as_ref().and_then(|identifier| self.by_identifier.get(identifier))
        {
            return Some(*work);
        }
        if address.is_some() {
            return None;
        }
        self.by_description.get(&key::description(citation, raw)).copied()
    }

    fn may_share_address(&self, work: usize, citation: &Citation, address: Option<&str>) -> bool {
        match (key::title(self.first[work]), key::title(citation)) {
            (Some(a), Some(b)) => key::overlap(&a, &b) >= OTHER_TITLE_PERCENT,
            _ => address.is_some_and(key::names_a_page),
        }
    }

    /// The same author and year, and nearly the same title: printed in two ways.
    fn near_title(&self, citation: &Citation, title: &str) -> Option<usize> {
        let years = citation.date.and_then(|date| date.year);
        let author = key::authors(citation).into_iter().next()?;
        let candidates = self.by_author_year.get(&(author, years))?;
        candidates.iter().copied().find(|work| {
            let other = key::title(self.first[*work]).unwrap_or_default();
            let numbered = |text: &str| {
                text.split(' ')
                    .filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            // "Weekly Update, 8 November" and "…, 15 November" are two works; so are "Part 1" and "Part 2".
            key::overlap(&other, title) >= SAME_TITLE_PERCENT && numbered(&other) == numbered(title)
        })
    }

    fn begin(&mut self, citation: &'s Citation, source: &Source<'_>) -> usize {
        let name = format!("{}/{}/{}", source.id, citation.note, citation.index);
        self.works.push(Work {
            id: format!("w{:016x}", fingerprint(&name)),
            kind: citation.kind,
            authors: Vec::new(),
            title: None,
            title_translated: None,
            container: None,
            date: None,
            url: None,
            identifier: None,
            interviewee: None,
            place: None,
            confidential: citation.confidential,
            cited_by: Vec::new(),
        });
        self.first.push(citation);
        self.works.len() - 1
    }

    fn remember(&mut self, work: usize, citation: &Citation, raw: &str) {
        if let Some(address) = citation.url.as_deref().and_then(key::address) {
            push_once(self.by_address.entry(address).or_default(), work);
        }
        if let Some(title) = key::title(citation) {
            push_once(self.by_title.entry(title).or_default(), work);
            if let Some(author) = key::authors(citation).into_iter().next() {
                let year = citation.date.and_then(|date| date.year);
                push_once(self.by_author_year.entry((author, year)).or_default(), work);
            }
        }
        if let Some(identifier) = &citation.identifier {
            self.by_identifier.entry(identifier.clone()).or_insert(work);
        }
        if citation.title.is_none() && citation.url.is_none() {
            self.by_description.entry(key::description(citation, raw)).or_insert(work);
        }
    }
}

fn push_once(works: &mut Vec<usize>, work: usize) {
    if !works.contains(&work) {
        works.push(work);
    }
}

/// Whether two citations with one title are of one work: nothing that both state about author or date contradicts, or
/// one of the two agrees.
fn agree(a: &Citation, b: &Citation) -> bool {
    let (authors_a, authors_b) = (key::authors(a), key::authors(b));
    let authors = authors_a.iter().any(|name| authors_b.contains(name));
    let no_authors = authors_a.is_empty() || authors_b.is_empty();
    let dates = match (a.date, b.date) {
        (Some(a), Some(b)) => Some(a.agrees_with(b)),
        _ => None,
    };
    match dates {
        Some(true) => true,
        // One of the two dates is a slip where a long title, or a shorter one of one publisher, is the same.
        Some(false) => {
            let long = key::title(a).is_some_and(|title| title.split(' ').count() >= 4);
            authors && (long || (a.container.is_some() && a.container == b.container && a.kind == b.kind))
        }
        None => {
            authors
                || (no_authors && a.container == b.container)
                || (authors_a.is_empty() && authors_b.is_empty())
        }
    }
}

/// Takes the fields that the work does not have yet.
fn fill(work: &mut Work, citation: &Citation) {
    fn take<T: Clone>(field: &mut Option<T>, from: &Option<T>) {
        if field.is_none() {
            field.clone_from(from);
        }
    }
    if work.authors.is_empty() {
        work.authors.clone_from(&citation.authors);
    }
    take(&mut work.title, &citation.title);
    take(&mut work.title_translated, &citation.title_translated);
    take(&mut work.container, &citation.container);
    take(&mut work.date, &citation.date);
    take(&mut work.url, &citation.url);
    take(&mut work.identifier, &citation.identifier);
    take(&mut work.interviewee, &citation.interviewee);
    take(&mut work.place, &citation.place);
}
