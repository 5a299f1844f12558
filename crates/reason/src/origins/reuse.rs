//! Documents that share long stretches of text, once what each outlet prints everywhere is taken out.
//!
//! Measured in reports and news: of the runs of six words of the shorter text, a fifth or more in the other tells reuse;
//! texts written apart share almost none.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::document::Span;
use crate::publishers;

use super::case::Case;
use super::shingles::{self, Cut};
use super::{Basis, Edge};

/// Share of the shorter text's runs, in percent, that tells reuse.
const REUSE_PERCENT: usize = 20;
/// Shorter texts than this many runs share them by chance: a heading, a formula.
const FEWEST_RUNS: usize = 40;
/// Every so many-th run, by its hash, is looked up to find which documents to compare: all would be 8 times the memory.
const SAMPLE: u64 = 8;
/// Of texts with fewer runs all are looked up.
const SHORT: usize = 200;
/// Of longer texts only the sample is kept: enough of it to tell a fifth.
const SAMPLED_FROM: usize = 8_000;
/// Sampled runs in common that make a comparison worth while.
const WORTH_COMPARING: usize = 2;
/// Documents that are kept under one run: the first. A text that forty outlets print is found by the first of them.
const MOST_UNDER_ONE: usize = 16;
/// Documents that one is compared with, those that share most.
const MOST_COMPARED: usize = 8;
/// A run that this share of an outlet's documents have, and at least so many of them, is its boilerplate.
const BOILERPLATE_PERCENT: usize = 30;
const FEWEST_WITH_BOILERPLATE: usize = 3;

/// Texts of which one is a near copy of the other are not told again.
pub(super) fn find(case: &Case<'_>, texts: Vec<Vec<u64>>, copies: &[Edge]) -> Vec<Edge> {
    let known: HashSet<(usize, usize)> =
        copies.iter().flat_map(|edge| [(edge.from, edge.to), (edge.to, edge.from)]).collect();
    let boilerplate = boilerplate(case, &texts);
    let texts: Vec<Vec<u64>> = texts
        .into_iter()
        .enumerate()
        .map(|(document, mut runs)| {
            if let Some(common) = outlet(case, document).and_then(|outlet| boilerplate.get(&outlet)) {
                runs.retain(|run| !common.contains(run));
            }
            runs
        })
        .collect();
    let pairs = alike_pairs(case, &texts, FEWEST_RUNS);
    let mut cuts = Cuts::new(case);
    let found = pairs.into_iter().filter_map(|pair| edge(case, &texts, &mut cuts, pair));
    found.filter(|edge| !known.contains(&(edge.from, edge.to))).collect()
}

/// Pairs of documents of at least so many runs that share some of the sample, the later first.
pub(super) fn alike_pairs(case: &Case<'_>, texts: &[Vec<u64>], fewest: usize) -> Vec<(usize, usize)> {
    let mut index: HashMap<u64, Vec<u32>> = HashMap::new();
    let mut pairs = Vec::new();
    for document in by_date(case) {
        let runs = &texts[document];
        if runs.len() < fewest {
            continue;
        }
        pairs.extend(candidates(&index, runs, document).into_iter().map(|other| (document, other)));
        for run in looked_up(runs) {
            let known = index.entry(run).or_default();
            if known.len() < MOST_UNDER_ONE {
                known.push(document as u32);
            }
        }
    }
    pairs
}

/// The runs of a text that are looked up: the sample; of a short text, whose sample might be empty, all.
fn looked_up(runs: &[u64]) -> impl Iterator<Item = u64> + '_ {
    let all = runs.len() < SHORT;
    runs.iter().copied().filter(move |run| all || run.is_multiple_of(SAMPLE))
}

pub(super) fn texts(case: &Case<'_>) -> Vec<Vec<u64>> {
    let each = case.sources.iter().map(|source| shingles::set(&shingles::words(source.document)));
    each.map(|mut runs| {
        if runs.len() > SAMPLED_FROM {
            runs.retain(|run| run % SAMPLE == 0);
            runs.shrink_to_fit();
        }
        runs
    })
    .collect()
}

/// The runs of two texts of which the same share is known.
fn alike<'t>(a: &'t [u64], b: &'t [u64]) -> (Cow<'t, [u64]>, Cow<'t, [u64]>) {
    let is_sample = |runs: &[u64]| runs.iter().all(|run| run % SAMPLE == 0);
    let sampled = |runs: &[u64]| Cow::Owned(runs.iter().copied().filter(|run| run % SAMPLE == 0).collect());
    match (is_sample(a), is_sample(b)) {
        (true, false) => (Cow::Borrowed(a), sampled(b)),
        (false, true) => (sampled(a), Cow::Borrowed(b)),
        _ => (Cow::Borrowed(a), Cow::Borrowed(b)),
    }
}

/// Those with a date first, the earliest first; the others as the case has them.
fn by_date(case: &Case<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..case.sources.len()).collect();
    order.sort_by_key(|document| {
        let date = case.date(case.origins.standing(*document)).and_then(|date| date.earliest());
        (date.is_none(), date, *document)
    });
    order
}

/// The documents seen before that share most, judged by the sample.
fn candidates(index: &HashMap<u64, Vec<u32>>, runs: &[u64], document: usize) -> Vec<usize> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for run in looked_up(runs) {
        for other in index.get(&run).into_iter().flatten().filter(|other| **other as usize != document) {
            *counts.entry(*other).or_default() += 1;
        }
    }
    let mut found: Vec<(usize, u32)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= WORTH_COMPARING)
        .map(|(other, count)| (count, other))
        .collect();
    found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(MOST_COMPARED);
    found.into_iter().map(|(_, other)| other as usize).collect()
}

/// So many words of texts are kept cut, 28 bytes each: the same few texts are compared with many.
const MOST_KEPT_WORDS: usize = 1_000_000;

/// Texts cut for comparison, each once as long as there is room.
pub(super) struct Cuts<'a> {
    case: &'a Case<'a>,
    known: HashMap<usize, Rc<Cut>>,
    words: usize,
}

impl<'a> Cuts<'a> {
    pub fn new(case: &'a Case<'a>) -> Self {
        Self { case, known: HashMap::new(), words: 0 }
    }

    /// The longest stretch that two texts share, in each of them.
    pub fn shared(&mut self, document: usize, other: usize) -> Vec<(usize, Span)> {
        let (here, there) = self.get(document).longest_shared(&self.get(other));
        let here = here.map(|span| (document, span));
        here.into_iter().chain(there.map(|span| (other, span))).collect()
    }

    fn get(&mut self, document: usize) -> Rc<Cut> {
        if let Some(cut) = self.known.get(&document) {
            return Rc::clone(cut);
        }
        let cut = Rc::new(Cut::of(&shingles::words(self.case.sources[document].document)));
        if self.words > MOST_KEPT_WORDS {
            self.known.clear();
            self.words = 0;
        }
        self.words += cut.len();
        self.known.insert(document, Rc::clone(&cut));
        cut
    }
}

fn edge(
    case: &Case<'_>,
    texts: &[Vec<u64>],
    cuts: &mut Cuts<'_>,
    (document, other): (usize, usize),
) -> Option<Edge> {
    let (standing, other_standing) = (case.origins.standing(document), case.origins.standing(other));
    let shared = Shared::of(texts, document, other);
    if shared.percent_of_shorter() < REUSE_PERCENT || standing == other_standing {
        return None;
    }
    let (longer, short) = if shared.first > shared.second { (document, other) } else { (other, document) };
    let why = format!(
        "{} % of the text of {} stands in {}, word for word",
        shared.percent_of_shorter(),
        case.sources[short].name,
        case.sources[longer].name
    );
    let evidence = cuts.shared(document, other);
    case.suspect(standing, other_standing, Basis::TextReuse, &why, evidence)
}

/// How many runs two texts have, and how many they share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared {
    first: usize,
    second: usize,
    common: usize,
}

impl Shared {
    pub fn of(texts: &[Vec<u64>], document: usize, other: usize) -> Self {
        let (a, b) = alike(&texts[document], &texts[other]);
        Self { first: a.len(), second: b.len(), common: shingles::common(&a, &b) }
    }

    pub fn percent_of_shorter(self) -> usize {
        100 * self.common / self.first.min(self.second).max(1)
    }

    pub fn percent_of_longer(self) -> usize {
        100 * self.common / self.first.max(self.second).max(1)
    }
}

/// Whose text a document is: by the outlet of the work, else by the folder or host in its name.
fn outlet(case: &Case<'_>, document: usize) -> Option<String> {
    let work = case.origins.work_of_document[document].and_then(|work| case.work(work));
    let cited = work.and_then(|work| {
        let by_address = work.url.as_deref().and_then(publishers::host).map(str::to_owned);
        by_address.or_else(|| work.container.as_deref().map(crate::text::fold_words))
    });
    let folder = || case.sources[document].name.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    cited.or_else(folder).or_else(|| last_line(case, document))
}

/// Pages of one site close with the same line.
fn last_line(case: &Case<'_>, document: usize) -> Option<String> {
    let document = case.sources[document].document;
    let last = document.blocks.iter().rev().find(|block| !block.span.is_empty())?;
    (last.span.len() <= 200).then(|| document.quote(last.span).to_owned())
}

/// By outlet: the runs that a large share of its documents have.
fn boilerplate(case: &Case<'_>, texts: &[Vec<u64>]) -> HashMap<String, HashSet<u64>> {
    let mut by_outlet: HashMap<String, Vec<usize>> = HashMap::new();
    for document in 0..texts.len() {
        if let Some(outlet) = outlet(case, document) {
            by_outlet.entry(outlet).or_default().push(document);
        }
    }
    by_outlet
        .into_iter()
        .filter(|(_, documents)| documents.len() >= FEWEST_WITH_BOILERPLATE)
        .map(|(outlet, documents)| (outlet, frequent(&documents, texts)))
        .collect()
}

fn frequent(documents: &[usize], texts: &[Vec<u64>]) -> HashSet<u64> {
    let least = (documents.len() * BOILERPLATE_PERCENT).div_ceil(100).max(FEWEST_WITH_BOILERPLATE);
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for run in documents.iter().flat_map(|document| &texts[*document]) {
        *counts.entry(*run).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count as usize >= least).map(|(run, _)| run).collect()
}

#[cfg(test)]
#[path = "reuse_tests.rs"]
mod tests;
