//! Which part of a report recommends, and to whom it speaks at each place.

use crate::document::{BlockKind, Document, Span};
use crate::patterns::{Book, Found, Tongues, View, heading, number_length};
use crate::prose::Sentence;
use crate::text::fold_words;

use super::read::Says;

/// What a block is to the section.
pub(super) enum Step {
    /// Its sentences may recommend.
    Text,
    /// It only heads or leads in.
    Head,
}

/// The section in force, block after block.
pub(super) struct Section<'b> {
    document: &'b Document,
    book: &'b Book<Says>,
    tongues: Tongues,
    /// Its heading, and the depth of that.
    pub heading: Option<Span>,
    level: u8,
    /// To whom what follows is addressed.
    pub addressee: Option<Span>,
    /// "The Office recommends that:" stood last: headings that follow are addressees.
    leads_in: bool,
    /// "To the government: open the archives": where the order begins in the block.
    pub runs_in: Option<usize>,
    /// "We ask the committee to:" stood outside any such section: its list is one by itself.
    pub list: Option<Listed>,
    /// The block is a request of those whom the text is by.
    pub author_asks: bool,
}

/// What the items of a list without a section begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// "... recommends that the council:": what is to be done.
    Orders,
    /// "... recommends that:": who is to do it.
    Parties,
}

/// A heading that announces recommendations is short; longer ones tell of something else.
const LONGEST_HEADING: usize = 9;
/// So far into a paragraph the party may reach to which it is addressed.
const LONGEST_RUN_IN: usize = 160;

impl<'b> Section<'b> {
    pub const fn new(document: &'b Document, book: &'b Book<Says>, tongues: Tongues) -> Self {
        Self {
            document,
            book,
            tongues,
            heading: None,
            level: 0,
            addressee: None,
            leads_in: false,
            runs_in: None,
            list: None,
            author_asks: false,
        }
    }

    /// Enters a block, of which this is the last sentence.
    pub fn enter(&mut self, sentence: &Sentence) -> Step {
        self.runs_in = None;
        let block = &self.document.blocks[sentence.block];
        if let Some((words, span)) = heading(self.document, sentence.block) {
            let marked = matches!(block.kind, BlockKind::Heading | BlockKind::Title);
            if self.announces(&words) {
                self.heading = Some(span);
                self.level = block.level;
                self.addressee = self.addressed_in(span);
                self.leads_in = false;
                return Step::Head;
            }
            if self.heading.is_some() {
                return self.within(&words, span, marked.then_some(block.level), sentence);
            }
            return if marked { Step::Head } else { Step::Text };
        }
        let text = self.document.quote(block.span);
        if self.heading.is_some_and(|heading| self.begins_notes(text, heading)) {
            (self.heading, self.addressee, self.list) = (None, None, None);
        }
        let item = block.kind == BlockKind::ListItem || number_length(text) > 0;
        if !item {
            self.close_list();
        }
        if text.trim_end().ends_with(':') && self.opens_list(sentence) {
            return Step::Head;
        }
        if self.heading.is_some() && text.trim_end().ends_with(':') {
            self.lead_in(text, sentence);
            return Step::Head;
        }
        if self.heading.is_some() {
            self.run_in(text, block.span.start);
        }
        Step::Text
    }

    /// "(1) Register of companies.", where the text before has "families.(1)": the notes stand behind without a heading.
    fn begins_notes(&self, text: &str, heading: Span) -> bool {
        const FIRST: [&str; 2] = ["(1)", "[1]"];
        let Some(first) = FIRST.into_iter().find(|first| text.starts_with(first)) else { return false };
        let before = &self.document.text[..heading.start];
        before.match_indices(first).any(|(at, _)| {
            let glued = before[..at].chars().next_back();
            glued.is_some_and(|c| matches!(c, '.' | ',' | '"' | '”' | '»' | ')') || c.is_alphabetic())
        })
    }

    /// "Recommendations to the government": the party in the heading itself.
    fn addressed_in(&self, heading: Span) -> Option<Span> {
        let text = self.document.quote(heading);
        let past =
            text.match_indices(' ').find_map(|(at, _)| Some(at + 1 + self.after_to(&text[at + 1..])?))?;
        Some(trimmed(self.document, Span::new(heading.start + past, heading.end)))
    }

    fn close_list(&mut self) {
        if self.list.take().is_some() && self.heading.is_none() {
            self.addressee = None;
        }
    }

    /// "The Panel recommends that the Committee:", "We ask the Committee to recommend that:".
    fn opens_list(&mut self, sentence: &Sentence) -> bool {
        let view = View::new(sentence, &[], self.tongues.at(sentence));
        let found = self.book.find(&view);
        let last = (0..view.len()).rev().find(|at| !view.is_mark(*at)).unwrap_or_default();
        let asks = |key: Says| key == Says::WeAsk || key == Says::Asks && self.author_asks;
        let mut ours = found.iter().filter(|found| asks(found.key));
        let Some(asked) = ours.next() else {
            // "The Panel recommends that:"
            if self.heading.is_some() && self.book.word_at("that", &view, last).is_some() {
                self.list = Some(Listed::Parties);
                return true;
            }
            return self.opens_orders(&view, &found, sentence.block);
        };
        if self.book.word_at("that", &view, last).is_some() {
            self.list = Some(Listed::Parties);
        } else if self.heading.is_none()
            && let Some(who) = self.book.slot(asked, "who")
            && let (Some(first), Some(last)) = (who.members.first(), who.members.last())
        {
            self.addressee = Some(view.place_of(first.0, last.1));
            self.list = Some(Listed::Orders);
        }
        self.list.is_some()
    }

    /// "The State party should:", outside such a section, before a list.
    fn opens_orders(&mut self, view: &View<'_>, found: &[Found<Says>], block: usize) -> bool {
        let last = (0..view.len()).rev().find(|at| !view.is_mark(*at)).unwrap_or_default();
        let modal = |found: &&Found<Says>| found.key == Says::Modal && found.anchor.1 == last;
        if self.heading.is_some() || !self.list_follows(block) {
            return false;
        }
        let who = found.iter().find(modal).and_then(|found| self.book.slot(found, "who"));
        let Some((first, last)) = who.and_then(|who| Some((who.members.first()?.0, who.members.last()?.1)))
        else {
            return false;
        };
        if !self.book.has_word("party", view, first, last + 1) {
            return false;
        }
        self.addressee = Some(view.place_of(first, last));
        self.list = Some(Listed::Orders);
        true
    }

    fn run_in(&mut self, text: &str, start: usize) {
        let skipped = number_length(text);
        let Some(past) = self.after_to(&text[skipped..]) else { return };
        let Some(colon) = text.find(':').filter(|colon| *colon > skipped + past && *colon <= LONGEST_RUN_IN)
        else {
            return;
        };
        self.addressee = Some(trimmed(self.document, Span::new(start + skipped + past, start + colon)));
        let rest = &text[colon + 1..];
        self.runs_in = Some(start + text.len() - rest.trim_start().len());
    }

    /// Whether a document has such a section.
    pub fn is_in(document: &Document, book: &Book<Says>) -> bool {
        (0..document.blocks.len())
            .filter(|block| document.blocks[*block].kind.is_body())
            .any(|block| heading(document, block).is_some_and(|(words, _)| announces(book, &words)))
    }

    fn announces(&self, words: &str) -> bool {
        announces(self.book, words)
    }

    /// A heading inside the section: a party, a theme, or the end of it.
    fn within(&mut self, words: &str, span: Span, level: Option<u8>, sentence: &Sentence) -> Step {
        if self.book.is_word("close", words) {
            self.heading = None;
            return Step::Head;
        }
        let span = trimmed(self.document, span);
        let text = self.document.quote(span);
        if let Some(past) = self.after_to(text) {
            self.addressee = Some(trimmed(self.document, Span::new(span.start + past, span.end)));
            return Step::Head;
        }
        let short = words.split(' ').count() <= 14;
        let party = short && self.book.is_word_within("party", words) && !self.is_statement(sentence);
        match level {
            Some(_) if self.leads_in && short => self.addressee = Some(trimmed(self.document, span)),
            Some(level) if level > self.level => {
                self.addressee = party.then(|| trimmed(self.document, span));
            }
            // No deeper than the section's own, as plain text has them: a party where a list follows.
            Some(_) if party && self.list_follows(sentence.block) => {
                self.addressee = Some(trimmed(self.document, span));
            }
            Some(_) => self.heading = None,
            None if party && sentence.kind != BlockKind::ListItem => {
                self.addressee = Some(trimmed(self.document, span));
            }
            None => return Step::Text,
        }
        Step::Head
    }

    fn list_follows(&self, block: usize) -> bool {
        self.document.blocks.get(block + 1).is_some_and(|next| {
            next.kind == BlockKind::ListItem || number_length(self.document.quote(next.span)) > 0
        })
    }

    /// Whether a short line says what somebody should do: a recommendation without its full stop.
    fn is_statement(&self, sentence: &Sentence) -> bool {
        let view = View::new(sentence, &[], self.tongues.at(sentence));
        !self.book.find(&view).is_empty()
    }

    fn lead_in(&mut self, text: &str, sentence: &Sentence) {
        let start = self.document.blocks[sentence.block].span.start + number_length(text);
        let end = start + self.document.text[start..].find(':').unwrap_or_default();
        let head = &self.document.text[start..end.max(start)];
        let view = View::new(sentence, &[], self.tongues.at(sentence));
        let found = self.book.find(&view);
        // "Au vu de ce qui précède, la mission recommande au Gouvernement :" begins with the same word.
        let asks = found.iter().any(|found| matches!(found.key, Says::WeAsk | Says::Asks | Says::Asked));
        if let Some(past) = self.after_to(head).filter(|_| !asks) {
            self.addressee = Some(trimmed(self.document, Span::new(start + past, end)));
            self.leads_in = false;
            return;
        }
        let who = found.iter().filter_map(|found| self.book.slot(found, "who")).max_by_key(|who| who.start);
        let named = who.and_then(|who| Some((who.members.first()?, who.members.last()?)));
        match named {
            Some((first, last)) => self.addressee = Some(view.place_of(first.0, last.1)),
            None if self.book.is_word_within("party", &fold_words(head)) => {
                // "Armed groups to:"
                let kept = self.book.trails("to", head).unwrap_or(head.len());
                self.addressee = Some(trimmed(self.document, Span::new(start, start + kept)));
            }
            None => self.leads_in = true,
        }
    }

    /// How many bytes "To ", "Aux " take at the start of a text, where a party follows.
    pub fn after_to(&self, text: &str) -> Option<usize> {
        let past = self.book.leads("to", text)?;
        let rest = text[past..].trim_start();
        (!rest.is_empty()).then(|| text.len() - rest.len())
    }
}

fn announces(book: &Book<Says>, words: &str) -> bool {
    words.split(' ').count() <= LONGEST_HEADING && book.is_word_within("heading", words)
}

/// Without the marks and white space at its ends.
pub(super) fn trimmed(document: &Document, span: Span) -> Span {
    let text = document.quote(span);
    let loose = |c: char| c.is_whitespace() || matches!(c, ':' | '*' | '-' | '–' | '—' | '.');
    let start = text.len() - text.trim_start_matches(loose).len();
    let kept = text.trim_matches(loose).len();
    Span::new(span.start + start, span.start + start + kept)
}
