//! Lists of those put on a list, an entry a block: "The following were designated:", then the names.

use crate::document::{BlockKind, Span};
use crate::patterns::{Book, Sort, View, number_length};
use crate::prose::{Prose, Sentence};

use super::acts::Frame;
use super::members::listed;
use super::parties::{Weak, target};
use super::read::{Reading, Says};

/// A list that is being read.
pub(super) struct List {
    frame: Frame,
    /// The last block that belongs to it.
    block: usize,
    /// How many entries it has.
    entries: usize,
    /// Whether its entries are marked as such.
    items: bool,
}

/// A list has at most so many entries: the longest of real decisions have a few hundred.
const MOST_ENTRIES: usize = 1_000;
/// A name is within so many tokens.
const LONGEST_NAME: usize = 14;

impl Reading<'_, '_> {
    /// A sentence that leads in to a list: its names within the sentence, or a list that is now open.
    pub(super) fn lead_in(&mut self, number: usize, view: &View<'_>, frame: Frame) {
        let sentence = view.sentence;
        let colon = (0..view.len()).find(|at| view.mark(*at, ':') && view.spaced(at + 1));
        if let Some(colon) = colon.filter(|colon| *colon + 1 < view.len()) {
            for span in self.after_colon(view, colon) {
                self.push_named(number, sentence.span, span, frame);
            }
            return;
        }
        let ends_block = self.prose.sentences.get(number + 1).is_none_or(|next| next.block != sentence.block);
        let known = self.list.as_ref().filter(|list| list.block == sentence.block);
        let better = known.is_none_or(|list| list.frame.authority.is_none());
        if ends_block && better && sentence.note.is_none() {
            self.list = Some(List { frame, block: sentence.block, entries: 0, items: false });
        }
    }

    /// "...: Ada Moor, Jonas Bell and Kessa Gold."
    pub(super) fn after_colon(&self, view: &View<'_>, colon: usize) -> Vec<Span> {
        let mut cores = listed(self.book(), view, colon + 1);
        if cores.is_empty() {
            let phrase = crate::patterns::phrase_from(view, colon + 1);
            cores = phrase.map(|phrase| phrase.members).unwrap_or_default();
        }
        cores
            .into_iter()
            .filter_map(|core| target(self.book(), view, self.entities, core, Weak::Yes))
            .map(|((first, last), _)| view.place_of(first, last))
            .collect()
    }

    /// An entry of the open list, or the end of it.
    pub(super) fn entry(&mut self, number: usize, sentence: &Sentence) {
        let Some(list) = &self.list else { return };
        let new_block = number.checked_sub(1).is_none_or(|before| {
            self.prose.sentences.get(before).is_none_or(|before| before.block != sentence.block)
        });
        if sentence.block == list.block || !new_block {
            return;
        }
        let frame = list.frame;
        let view = View::new(sentence, self.mentions, self.tongues.at(sentence));
        let read = sentence.note.is_none() && list.entries < MOST_ENTRIES;
        // A paragraph behind marked entries goes on about them.
        let item = sentence.kind == BlockKind::ListItem;
        let read = read && (item || !list.items);
        let span = entry_name(self.book(), self.prose, &view).filter(|_| read);
        let heads = heads_group(self.book(), &view);
        match span {
            Some(span) => {
                self.push_named(number, sentence.span, span, frame);
                if let Some(list) = &mut self.list {
                    list.block = sentence.block;
                    list.entries += 1;
                    list.items |= item;
                }
            }
            None if heads && read => {}
            None => self.list = None,
        }
    }
}

/// "Individuals", "Entités:": a heading among the entries.
fn heads_group(book: &Book<Says>, view: &View<'_>) -> bool {
    view.len() <= 5 && (0..view.len()).any(|at| book.word_at("group-heading", view, at).is_some())
}

/// The name that an entry is of.
fn entry_name(book: &Book<Says>, prose: &Prose<'_>, view: &View<'_>) -> Option<Span> {
    let sentence = view.sentence;
    let text = &sentence.text;
    let skipped = number_length(text);
    let marked = skipped > 0
        || sentence.kind == BlockKind::ListItem
        || text.starts_with(['-', '–', '—', '•', '*', '·']);
    let mut first = sentence.tokens.partition_point(|token| token.span.start < skipped).min(view.len());
    while first < view.len() && view.is_mark(first) && !view.mark(first, '"') {
        first += 1;
    }
    if let Some(length) = book.word_at("name-label", view, first) {
        first += length;
        while view.is_mark(first) {
            first += 1;
        }
    }
    let (first, last) = name_at(book, view, first)?;
    let alone = last + 1 >= view.len();
    let closed = alone
        || [',', '(', ';', ':', '-', '–', '.', '['].iter().any(|mark| view.mark(last + 1, *mark))
        || view.is_any(last + 1, &[Sort::Preposition, Sort::Clause, Sort::Joiner, Sort::And]);
    let heading = matches!(sentence.kind, BlockKind::Heading | BlockKind::Title);
    // A paragraph that only opens with a name and goes on as prose is no entry.
    let prose_like = !marked && alone && prose.document.quote(sentence.span).len() > 120;
    (closed && !heading && !prose_like && (marked || is_entry(view, last)))
        .then(|| view.place_of(first, last))
}

/// Of an unmarked paragraph: the name stands alone, or what is said of the party follows a comma or bracket without a verb.
fn is_entry(view: &View<'_>, last: usize) -> bool {
    let next = last + 1;
    next >= view.len() || view.mark(next, '(') || view.mark(next, ';') || view.mark(next, ',')
}

/// A name in full: "MOOR, Ada", "Major General Jonas Bell", "Kessa Gold Ltd".
fn name_at(book: &Book<Says>, view: &View<'_>, start: usize) -> Option<(usize, usize)> {
    let mut first = start;
    while first < start + 8
        && (view.is_any(first, &[Sort::Title, Sort::Determiner])
            || view.mark(first, '.')
            || view.mark(first, '\'') && first > start
            || !view.is_capital(first) && book.word_at("party", view, first).is_some())
        && !view.mention(first).is_some_and(|(_, from, to)| from == first && to > first)
    {
        first += 1;
    }
    if !view.is_capital(first) && view.mention(first).is_none() && !view.mark(first, '"') {
        return None;
    }
    let mut last = end_of_name(book, view, first);
    let shouted = |at: usize| {
        let word = view.sentence.tokens[at].text(&view.sentence.text);
        word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
    };
    // "MOOR, Ada (a.k.a. ...)": the family name first.
    let family = (first..=last).all(shouted) && view.mark(last + 1, ',') && view.is_capital(last + 2);
    if family && !view.is(last + 2, Sort::Title) && !shouted(last + 2) {
        let given = end_of_name(book, view, last + 2);
        let ends =
            [',', '(', ';', '.'].iter().any(|mark| view.mark(given + 1, *mark)) || given + 1 >= view.len();
        if ends && given < last + 7 {
            last = given;
        }
    }
    (last < first + LONGEST_NAME).then_some((first, last))
}

/// The last token of the name that begins at one.
fn end_of_name(book: &Book<Says>, view: &View<'_>, first: usize) -> usize {
    let mut at = first;
    while at < view.len() && at < first + LONGEST_NAME {
        let tight = !view.spaced(at) && !view.spaced(at + 1) && at > first;
        let goes_on = view.is_capital(at)
            || view.mention(at).is_some()
            || view.is_number(at) && at > first
            || view.mark(at, '&')
            || tight && (view.mark(at, '-') || view.mark(at, '\'') || view.mark(at, '.'))
            || view.mark(at, '.') && view.word(at.saturating_sub(1)).len() == 1
            || view.is_any(at, &[Sort::Joiner, Sort::And]) && view.is_capital(at + 1) && at > first
            || book.word_at("particle", view, at).is_some() && view.is_capital(at + 1);
        if !goes_on {
            break;
        }
        at += 1;
    }
    while at > first + 1 && view.is_mark(at - 1) {
        at -= 1;
    }
    at.max(first + 1) - 1
}
