//! C07: one author spelled in several ways.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;

use crate::citations::{Citation, CitationForm, is_person};
use crate::document::Span;
use crate::text::{fold_words, straight};

use super::citing::{Cited, Citing, Naming};
use super::corpus::{Corpus, Reading};
use super::spelling::distance;
use super::wording::listed;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::C07,
    why: "An author under two spellings looks like two authors, and cannot be found by searching for one of them.",
    wrong: &[Typed::report(
        "The levy returned.[1] The boatmen struck.[2]\n\n\
             [1] Ilse Maartens, “The Levy Returns,” The Port Courier, 2 May 2024.\n\
             [2] Ilse Martens, “The Strike of the Boatmen,” The Port Courier, 9 May 2024.\n",
    )],
    right: &[Typed::report(
        "The levy returned.[1] The boatmen struck.[2]\n\n\
             [1] Ilse Maartens, “The Levy Returns,” The Port Courier, 2 May 2024.\n\
             [2] Ilse Maartens, “The Strike of the Boatmen,” The Port Courier, 9 May 2024.\n",
    )],
    silence: "when these are two people",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let spellings = spellings(corpus);
    let mut clusters = Clusters::new(spellings.len());
    for (one, other) in candidates(&spellings) {
        if are_one(&spellings[one], &spellings[other]) {
            clusters.join(one, other);
        }
    }
    clusters
        .groups()
        .into_iter()
        .map(|group| {
            let group: Vec<&Spelling<'_, '_>> = group.iter().map(|at| &spellings[*at]).collect();
            told(&group)
        })
        .collect()
}

/// A name as it is printed, with all citations that print it so.
struct Spelling<'c, 'a> {
    name: String,
    /// Folded.
    words: Vec<String>,
    cited: Vec<Cited<'c, 'a>>,
    works: BTreeSet<usize>,
    /// Outlets and co-authors: who shares one of them is likely the same person.
    company: BTreeSet<String>,
}

fn spellings<'c, 'a>(corpus: &'c Corpus<'a>) -> Vec<Spelling<'c, 'a>> {
    let mut known: BTreeMap<String, Spelling<'c, 'a>> = BTreeMap::new();
    for reading in &corpus.readings {
        for citation in &reading.analysis.citations {
            if citation.form != CitationForm::Full {
                continue;
            }
            for author in citation.authors.iter().filter(|author| is_person(author)) {
                let spelling = known.entry(plain(author)).or_insert_with_key(|name| Spelling {
                    name: author.clone(),
                    words: fold_words(name).split(' ').map(str::to_owned).collect(),
                    cited: Vec::new(),
                    works: BTreeSet::new(),
                    company: BTreeSet::new(),
                });
                spelling.cited.push((reading, citation));
                spelling.works.extend(reading.work_of(citation));
                let others = citation.authors.iter().filter(|other| *other != author);
                spelling.company.extend(others.chain(&citation.container).map(|name| fold_words(name)));
            }
        }
    }
    known.into_values().collect()
}

/// Without what is no spelling: case, kinds of apostrophes, composed or decomposed accents.
fn plain(name: &str) -> String {
    name.nfc().map(straight).flat_map(char::to_lowercase).collect()
}

/// Pairs that share a word or differ in accents only: all that need to be compared.
fn candidates(spellings: &[Spelling<'_, '_>]) -> BTreeSet<(usize, usize)> {
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, spelling) in spellings.iter().enumerate() {
        for word in &spelling.words {
            by_word.entry(word).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for sharing in by_word.values().filter(|sharing| sharing.len() <= MOST_SHARING) {
        for (index, one) in sharing.iter().enumerate() {
            pairs.extend(sharing[index + 1..].iter().map(|other| (*one, *other)));
        }
    }
    pairs
}

/// A name that more authors than this share tells nothing, and comparing them all would take long.
const MOST_SHARING: usize = 200;

/// Accents and hyphens aside, the same name; or one letter apart (two in long words) and in the same company.
fn are_one(a: &Spelling<'_, '_>, b: &Spelling<'_, '_>) -> bool {
    if a.words.concat() == b.words.concat() {
        return true;
    }
    if a.words.len() != b.words.len() {
        return false;
    }
    let mut differing = a.words.iter().zip(&b.words).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (differing.next(), differing.next()) else {
        return false;
    };
    let together = !a.works.is_disjoint(&b.works) || !a.company.is_disjoint(&b.company);
    together && is_slip(x, y)
}

fn is_slip(x: &str, y: &str) -> bool {
    let shorter = x.chars().count().min(y.chars().count());
    let limit = if shorter >= 7 { 2 } else { 1 };
    shorter >= 4 && x.chars().next() == y.chars().next() && distance(x, y, limit).is_some()
}

/// Which spellings hang together.
struct Clusters(Vec<usize>);

impl Clusters {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&self, mut at: usize) -> usize {
        while self.0[at] != at {
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }

    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.0.len() {
            groups.entry(self.root(at)).or_default().push(at);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}

fn told(group: &[&Spelling<'_, '_>]) -> Diagnostic {
    let mut group = group.to_vec();
    group.sort_by_key(|spelling| {
        let (reading, citation) = spelling.cited[0];
        (reading.index, citation.span.start)
    });
    let all: Vec<Cited<'_, '_>> = group.iter().flat_map(|spelling| spelling.cited.clone()).collect();
    let naming = Naming::among(&all);
    let forms: Vec<String> = group
        .iter()
        .map(|spelling| format!("“{}” ({})", spelling.name, Citing::named(&spelling.cited, naming).names))
        .collect();
    let message = format!("One author is spelled in {} ways: {}.", group.len(), listed(&forms));
    let places = group.iter().map(|spelling| {
        let (reading, citation) = spelling.cited[0];
        reading.place(name_place(reading, citation, &spelling.name), format!("“{}”", spelling.name))
    });
    Diagnostic::new(
        Code::C07,
        message,
        "Look the name up and print it in one way; if these are two people, leave it.",
    )
    .at_each(places)
    .notes(Citing::of(&all).labels)
}

fn name_place(reading: &Reading<'_>, citation: &Citation, name: &str) -> Span {
    let within = citation.places.authors.unwrap_or(citation.span);
    match reading.quote(within).find(name) {
        Some(at) => Span::new(within.start + at, within.start + at + name.len()),
        None => within,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(notes: [&str; 2], expected: &[(&str, &[&str])]) {
        let report =
            Report { body: &["They pay.¹ They complain.²"], notes: &[("1", notes[0]), ("2", notes[1])] };
        check(&RULE, &report, expected);
    }

    #[test]
    fn one_author_has_one_name() {
        reports(
            [
                "Ilse Maartens, “The Levy Returns,” Reuters, May 13, 2023.",
                "Ilse Martens, “The Quay Closes,” Reuters, June 9, 2023.",
            ],
            &[(
                "One author is spelled in 2 ways: “Ilse Maartens” (note 1) and “Ilse Martens” (note 2).",
                &["Ilse Maartens", "Ilse Martens"],
            )],
        );
        reports(
            [
                "Thérèse Cadio, « Le bac », Le Monde, 13 mai 2023.",
                "Therese Cadio, « La taxe », Jeune Afrique, 9 juin 2023.",
            ],
            &[(
                "One author is spelled in 2 ways: “Thérèse Cadio” (note 1) and “Therese Cadio” (note 2).",
                &["Thérèse Cadio", "Therese Cadio"],
            )],
        );
    }

    #[test]
    fn two_people_may_have_like_names() {
        for other in [
            "Ilse Martens, “The Quay Closes,” Le Monde, June 9, 2023.",
            "Anna Maartens, “The Quay Closes,” Reuters, June 9, 2023.",
            "I. Maartens, “The Quay Closes,” Reuters, June 9, 2023.",
            "ILSE MAARTENS, “The Quay Closes,” Reuters, June 9, 2023.",
        ] {
            reports(["Ilse Maartens, “The Levy Returns,” Reuters, May 13, 2023.", other], &[]);
        }
    }
}
