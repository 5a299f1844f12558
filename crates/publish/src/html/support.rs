//! What the notes rest on, counted: kinds and years of works, and what each note cites.

use reason::Analysis;
use reason::citations::WorkKind;
use reason::works::Work;

use super::words;

/// A bar: what it counts, and how many.
pub type Bar = (String, usize);

/// Years shown one by one; what is older is one bar.
const YEARS_SHOWN: i16 = 16;

/// Works by kind, the most frequent first; kinds that do not occur are left out.
pub fn kinds(works: &[Work]) -> Vec<Bar> {
    let mut bars: Vec<Bar> = WorkKind::ALL
        .into_iter()
        .map(|kind| {
            let number = works.iter().filter(|work| work.kind == kind).count();
            (words::kind(kind).to_owned(), number)
        })
        .filter(|(_, number)| *number > 0)
        .collect();
    bars.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    bars
}

/// Works by year of publication, every year between the first and the last, then those without one.
pub fn years(works: &[Work]) -> Vec<Bar> {
    let years: Vec<i16> = works.iter().filter_map(|work| work.date?.year).collect();
    let mut bars = Vec::new();
    if let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) {
        let since = (*first).max(last.saturating_sub(YEARS_SHOWN - 1));
        let older = years.iter().filter(|year| **year < since).count();
        if older > 0 {
            bars.push((format!("before {since}"), older));
        }
        for shown in since..=*last {
            let number = years.iter().filter(|year| **year == shown).count();
            bars.push((shown.to_string(), number));
        }
    }
    let undated = works.len() - years.len();
    if undated > 0 {
        bars.push(("no year".to_owned(), undated));
    }
    bars
}

/// What a note has to show for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Support {
    Published,
    Mixed,
    Unpublished,
    Protected,
    Nothing,
}

/// Notes by what they cite: what anybody can look up, and what only the authors have seen or heard.
pub fn notes<'a>(analyses: impl Iterator<Item = &'a Analysis>) -> Vec<Bar> {
    let all: Vec<Support> =
        analyses.flat_map(|analysis| (0..analysis.notes.len()).map(|note| support(analysis, note))).collect();
    [
        (Support::Published, "published only"),
        (Support::Mixed, "published and not"),
        (Support::Unpublished, "unpublished only"),
        (Support::Protected, "confidential only"),
        (Support::Nothing, "no citation"),
    ]
    .into_iter()
    .map(|(support, name)| {
        let number = all.iter().filter(|of| **of == support).count();
        (name.to_owned(), number)
    })
    .filter(|(_, number)| *number > 0)
    .collect()
}

fn support(analysis: &Analysis, note: usize) -> Support {
    let published = |confidential: bool, kind: WorkKind| !confidential && kind.is_published();
    let (mut open, mut closed, mut protected) = (0, 0, 0);
    for cited in analysis.citations_of(note) {
        if published(cited.confidential, cited.kind) {
            open += 1;
        } else {
            closed += 1;
        }
        protected += usize::from(cited.confidential);
    }
    match (open, closed) {
        (0, 0) => Support::Nothing,
        (_, 0) => Support::Published,
        (0, _) if protected == closed => Support::Protected,
        (0, _) => Support::Unpublished,
        _ => Support::Mixed,
    }
}
