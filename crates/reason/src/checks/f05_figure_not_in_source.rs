//! F05: the cited exhibit is in the case and does not contain the figure.

mod exhibit;

use std::collections::{BTreeMap, HashMap};

use crate::origins::CitedWorks;

use super::corpus::{Corpus, Reading};
use super::stated::{Of, Stated, stated};
use super::wording::{listed, quoted};
use super::{Code, Diagnostic, Rule, Typed};
use exhibit::{Exhibit, Sought};

pub(super) const RULE: Rule = Rule {
    code: Code::F05,
    why: "The reader who follows the note does not find the figure: it was taken from elsewhere, added up, or mistyped.",
    wrong: &[
        Typed::report(
            "At least 48 people were killed.[1]\n\n\
             [1] “Men Burn the Market at Kessa Ferry,” The Sable Herald, 16 March 2024.\n",
        ),
        Typed::named("story.txt", STORY),
    ],
    right: &[
        Typed::report(
            "At least 84 people were killed.[1]\n\n\
             [1] “Men Burn the Market at Kessa Ferry,” The Sable Herald, 16 March 2024.\n",
        ),
        Typed::named("story.txt", STORY),
    ],
    silence: "when the authors added up what the source lists, or the file in the case is an extract; say so in the note",
    run: check,
};

/// What the note of the example cites.
const STORY: &str = "Men Burn the Market at Kessa Ferry\n\n\
    16 March 2024\n\n\
    Men came to the ferry in the night and burned the stalls of the market, residents said by telephone. Residents counted 84 dead. They went from house to house with a list and called out the captains by name, while two pickups closed the road to the north. The hospital of the district took in the wounded before its doctor was told to go home, and nobody has been allowed to cross the river since then.\n";

/// Smaller figures are told without a number: "a man and his son".
const LEAST_FIGURE: u64 = 5;

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let mut held: HashMap<usize, Vec<usize>> = HashMap::new();
    for (document, work) in corpus.conclusions.origins.work_of_document.iter().enumerate() {
        if let Some(work) = work {
            held.entry(*work).or_default().push(document);
        }
    }
    if held.is_empty() {
        return Vec::new();
    }
    let mut search = Search { corpus, held, cited: CitedWorks::new(corpus.works), exhibits: HashMap::new() };
    corpus.readings.iter().flat_map(|reading| search.in_reading(reading)).collect()
}

struct Search<'c, 'a> {
    corpus: &'c Corpus<'a>,
    /// By work: the documents that it is.
    held: HashMap<usize, Vec<usize>>,
    cited: CitedWorks,
    /// What was looked into already; `None`: not wholly read.
    exhibits: HashMap<usize, Option<Exhibit>>,
}

impl Search<'_, '_> {
    fn in_reading(&mut self, reading: &Reading<'_>) -> Vec<Diagnostic> {
        stated(reading).iter().filter_map(|figure| self.of_figure(reading, figure)).collect()
    }

    fn of_figure(&mut self, reading: &Reading<'_>, figure: &Stated) -> Option<Diagnostic> {
        let sought = sought(figure)?;
        let called = figure.called(reading);
        if called.is_empty() {
            return None;
        }
        // By document: the notes that lead there. Where one work is not at hand, the figure may stand in it.
        let mut looked_into: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for note in called {
            let works = self.cited.of_notes(reading.index, reading.analysis, &[note]);
            let citations = reading.analysis.citations_of(note).count();
            if works.is_empty() || citations == 0 || reading.analysis.notes[note].commentary.is_some() {
                return None;
            }
            for work in works {
                for document in self.held.get(&work)? {
                    looked_into.entry(*document).or_default().push(note);
                }
            }
        }
        for document in looked_into.keys() {
            if self.exhibit(*document)?.has(&sought) {
                return None;
            }
        }
        Some(self.diagnostic(reading, figure, &looked_into))
    }

    fn exhibit(&mut self, document: usize) -> Option<&Exhibit> {
        let read = || Exhibit::of(self.corpus.readings[document].document);
        self.exhibits.entry(document).or_insert_with(read).as_ref()
    }

    fn diagnostic(
        &self,
        reading: &Reading<'_>,
        figure: &Stated,
        looked_into: &BTreeMap<usize, Vec<usize>>,
    ) -> Diagnostic {
        let number = quoted(&reading.analysis.words(reading.document, figure.written));
        let names: Vec<&str> =
            looked_into.keys().map(|document| self.corpus.readings[*document].name).collect();
        let mut notes: Vec<usize> = looked_into.values().flatten().copied().collect();
        notes.sort_unstable();
        notes.dedup();
        let labels: Vec<&str> = notes.iter().map(|note| reading.label(*note)).collect();
        let verb = if labels.len() == 1 { "cites" } else { "cite" };
        let message = format!(
            "{number} does not stand in {}, which {} {verb}, neither in digits nor in words.",
            listed(&names),
            super::wording::notes(&labels)
        );
        let help = "Check the figure against the source, or cite where it was taken from.";
        let cited = notes.iter().filter_map(|note| reading.analysis.citations_of(*note).next());
        Diagnostic::new(Code::F05, message, help)
            .at(reading.place(figure.written, "the figure"))
            .at_each(cited.map(|citation| reading.place(citation.span, "what it cites")))
            .notes(labels)
    }
}

/// What would do as the figure: sums of money are rounded and converted, "about" and "at least" are the authors' words.
fn sought(figure: &Stated) -> Option<Sought> {
    let least = figure.low.or(figure.high)?;
    if least < LEAST_FIGURE {
        return None;
    }
    let around = |number: u64| Sought { from: number - number / 10, to: number.saturating_add(number / 4) };
    Some(match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high && figure.of != Of::Money && !figure.approximate => {
            Sought { from: low, to: high }
        }
        (Some(low), Some(high)) if low == high => around(low),
        (Some(low), Some(high)) => Sought { from: low, to: high },
        (Some(low), None) => around(low),
        (None, Some(high)) => Sought { from: high - high / 4, to: high },
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests;
