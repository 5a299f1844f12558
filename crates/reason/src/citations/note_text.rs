//! One note with its elements: tokens, cues, quotations, addresses, brackets, dates, symbols.

use crate::dates::{FoundDate, find_dates};
use crate::document::Span;
use crate::languages::{Cue, CueHit, lexicon};
use crate::text::{Token, tokens};

use super::elements::{FoundUrl, Quote, groups, quotes, symbols, urls};

/// The text of a note with what can be told of it before it is understood. Spans count from the note's first byte.
#[derive(Debug)]
pub(super) struct NoteText<'t> {
    pub text: &'t str,
    pub tokens: Vec<Token>,
    pub cues: Vec<CueHit>,
    pub urls: Vec<FoundUrl>,
    pub quotes: Vec<Quote>,
    /// Outermost brackets.
    pub groups: Vec<Span>,
    pub dates: Vec<FoundDate>,
    pub symbols: Vec<Span>,
    /// Italics.
    pub emphasis: Vec<Span>,
    /// Hyperlinks with their targets.
    pub links: Vec<(Span, String)>,
}

impl<'t> NoteText<'t> {
    /// Finds the elements of a note's text.
    pub fn new(text: &'t str, emphasis: Vec<Span>, links: Vec<(Span, String)>) -> Self {
        let urls = urls(text, &links);
        let in_url = |at: usize| urls.iter().any(|url| url.span.start <= at && at < url.span.end);
        let quotes: Vec<Quote> =
            quotes(text).into_iter().filter(|quote| !in_url(quote.outer.start)).collect();
        let free = |at: usize| {
            !in_url(at) && !quotes.iter().any(|quote| quote.outer.start <= at && at < quote.outer.end)
        };
        let groups = groups(text, free);
        let tokens = tokens(text);
        let outside_urls = |span: &Span| !urls.iter().any(|url| url.span.overlaps(*span));
        let cues = lexicon().cues(text, &tokens).into_iter().filter(|hit| outside_urls(&hit.span)).collect();
        let dates = find_dates(text, &tokens).into_iter().filter(|date| outside_urls(&date.span)).collect();
        let symbols = symbols(text).into_iter().filter(outside_urls).collect();
        Self { text, tokens, cues, urls, quotes, groups, dates, symbols, emphasis, links }
    }

    /// The text of a stretch.
    pub fn get(&self, span: Span) -> &'t str {
        &self.text[span.start..span.end]
    }

    /// Whether a place lies within a quotation, a bracket, an address or a date: no joint there is one of the note.
    pub fn is_inside(&self, at: usize) -> bool {
        let within = |span: Span| span.start < at && at < span.end;
        self.quotes.iter().any(|quote| within(quote.outer))
            || self.groups.iter().any(|span| within(*span))
            || self.urls.iter().any(|url| within(url.span))
    }

    /// The tokens of a stretch, each with its index.
    pub fn tokens_in(&self, span: Span) -> impl Iterator<Item = (usize, Token)> {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let inside = move |(_, token): &(usize, Token)| token.span.end <= span.end;
        self.tokens.iter().copied().enumerate().skip(first).take_while(inside)
    }

    /// The cues of a stretch, in order.
    pub fn cues_in(&self, span: Span) -> impl Iterator<Item = &CueHit> {
        let first = self.cues.partition_point(|hit| hit.span.start < span.start);
        self.cues[first..]
            .iter()
            .take_while(move |hit| hit.span.start < span.end)
            .filter(move |hit| span.contains(hit.span))
    }

    /// Whether a stretch holds a cue.
    pub fn has_cue(&self, span: Span, cue: Cue) -> bool {
        self.cues_in(span).any(|hit| hit.cues.has(cue))
    }

    /// The cue that a stretch begins with.
    pub fn leading_cue(&self, span: Span) -> Option<CueHit> {
        self.cues_in(span).next().filter(|hit| hit.span.start == span.start).copied()
    }

    /// The dates of a stretch, in order.
    pub fn dates_in(&self, span: Span) -> impl Iterator<Item = &FoundDate> {
        self.dates.iter().filter(move |date| span.contains(date.span))
    }

    /// The addresses of a stretch, in order.
    pub fn urls_in(&self, span: Span) -> impl Iterator<Item = &FoundUrl> {
        self.urls.iter().filter(move |url| span.contains(url.span))
    }

    /// The bracket that opens right behind a place, white space aside, and closes before another.
    pub fn group_behind(&self, at: usize, end: usize) -> Option<Span> {
        let rest = &self.text[at..end];
        let start = at + rest.len() - rest.trim_start().len();
        self.groups.iter().find(|group| group.start == start && group.end <= end).copied()
    }

    /// Without white space and joining punctuation at its ends.
    pub fn trim(&self, span: Span) -> Span {
        let text = self.get(span);
        let is_joint = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':');
        let lead = text.len() - text.trim_start_matches(is_joint).len();
        let text = &text[lead..];
        Span::new(span.start + lead, span.start + lead + text.trim_end_matches(is_joint).len())
    }
}
