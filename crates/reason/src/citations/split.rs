//! Where a note can be cut: lines, semicolons, sentences, ends of addresses, "see also", "citing".

use crate::document::Span;
use crate::languages::{Cue, CueHit, lexicon};
use crate::text::{Token, TokenKind};

use super::note_text::NoteText;
use super::parse::is_name_list;

/// Longer quotations are words of a witness, not a title.
const LONGEST_TITLE_WORDS: usize = 45;

/// How firmly a part is parted from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A line end, a semicolon, the end of an address: another work, if it is one.
    Hard,
    /// The end of a sentence: it may be the full stop within one citation.
    Soft,
}

/// A part of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub span: Span,
    /// What parts it from the one before.
    pub joint: Joint,
}

/// Cuts a note at every joint that stands outside of quotations, brackets and addresses.
pub(super) fn parts(note: &NoteText<'_>) -> Vec<Part> {
    let mut cutter = Cutter { note, cuts: vec![(0, Joint::Hard)] };
    for index in 0..note.tokens.len() {
        cutter.at_token(index);
    }
    cutter.finish()
}

struct Cutter<'n, 't> {
    note: &'n NoteText<'t>,
    cuts: Vec<(usize, Joint)>,
}

impl Cutter<'_, '_> {
    fn cut(&mut self, at: usize, joint: Joint) {
        match self.cuts.last_mut() {
            Some((last, known)) if *last == at => {
                if joint == Joint::Hard {
                    *known = Joint::Hard;
                }
            }
            Some((last, _)) if *last > at => {}
            _ => self.cuts.push((at, joint)),
        }
    }

    fn start(&self) -> usize {
        self.cuts.last().map_or(0, |(at, _)| *at)
    }

    fn at_token(&mut self, index: usize) {
        let note = self.note;
        let token = note.tokens[index];
        let start = token.span.start;
        if let Some(before) = index.checked_sub(1).map(|before| note.tokens[before])
            && token.spaced
        {
            let line = note.text[before.span.end..start].contains('\n') && !note.is_inside(start);
            if line {
                self.cut(start, Joint::Hard);
            } else if let Some(joint) = self.sentence_joint(index) {
                self.cut(start, joint);
            }
        }
        if note.is_inside(start) {
            return;
        }
        if token.is(';') && !self.within_imprint(index) {
            self.cut(token.span.end, Joint::Hard);
        }
        if let Some(hit) = note.cues.iter().find(|hit| hit.first == index) {
            self.at_cue(*hit, index);
        }
        if note.symbols.iter().any(|symbol| symbol.start == start) {
            self.at_symbol(index);
        }
    }

    /// `2019;302:109`, `Geneva: WHO; 2022.`: how medical journals print a year.
    fn within_imprint(&self, index: usize) -> bool {
        let Some(next) = self.note.tokens.get(index + 1) else {
            return false;
        };
        let year = next.kind == TokenKind::Number
            && next.span.len() == 4
            && self.note.tokens.get(index + 2).is_some_and(|after| after.is('.') || after.is('['));
        (next.kind == TokenKind::Number && !next.spaced) || year
    }

    /// "…; see also", ", citing".
    fn at_cue(&mut self, hit: CueHit, index: usize) {
        let start = hit.span.start;
        let Some(before) = index.checked_sub(1).map(|before| self.note.tokens[before]) else {
            return;
        };
        let parted =
            matches!(before.kind, TokenKind::Mark(',' | ':' | '.' | ';' | '(' | '"' | '»')) || before.is('-');
        let points = hit.cues.has(Cue::Signal) && is_pointing(self.note.get(hit.span));
        if hit.cues.has(Cue::Via) && start > self.start() {
            self.cut(start, Joint::Hard);
        } else if points && parted && start > self.start() {
            self.cut(start, Joint::Soft);
        }
    }

    /// `S/2022/272 and S/2023/138`: each symbol is a document.
    fn at_symbol(&mut self, index: usize) {
        let note = self.note;
        let part = Span::new(self.start(), note.tokens[index].span.start);
        let Some(before) = index.checked_sub(1).map(|before| note.tokens[before]) else {
            return;
        };
        let listed = before.is(',') || lexicon().is_and(before.text(note.text));
        let earlier = note.symbols.iter().any(|symbol| part.contains(*symbol));
        let and = lexicon().is_and(before.text(note.text)) && !note.get(part).trim().is_empty();
        if listed && (earlier || and) {
            self.cut(note.tokens[index].span.start, Joint::Hard);
        }
    }

    /// Whether a sentence, an address or a quotation ends right before a token.
    fn sentence_joint(&self, index: usize) -> Option<Joint> {
        let note = self.note;
        let token = note.tokens[index];
        if note.is_inside(token.span.start) || !begins_sentence(&token, note.text) {
            return None;
        }
        let before = note.tokens[index - 1];
        if let Some(joint) = self.after_address(index) {
            return Some(joint);
        }
        let quoted = note.quotes.iter().find(|quote| quote.outer.end == before.span.end);
        if let Some(quote) = quoted {
            let stopped = note.get(quote.inner).ends_with(['.', '!', '?', '…']);
            let prefix = Span::new(self.start(), quote.outer.start);
            let points = note.cues.iter().any(|hit| {
                hit.first == index && hit.cues.has(Cue::Signal) && is_pointing(note.get(hit.span))
            });
            let short = note.get(quote.inner).split_whitespace().count() <= LONGEST_TITLE_WORDS;
            let title = !points
                && short
                && (is_name_list(note, note.trim(prefix)) || note.get(prefix).trim().is_empty());
            return (stopped && !title).then_some(Joint::Soft);
        }
        match before.kind {
            TokenKind::Mark('!' | '?') => Some(Joint::Soft),
            TokenKind::Mark('.') if self.stop_is_final(index - 1) => Some(Joint::Soft),
            TokenKind::Mark(')' | ']') if self.group_stopped(before) => Some(Joint::Soft),
            _ => None,
        }
    }

    /// `(He left.) Then`.
    fn group_stopped(&self, close: Token) -> bool {
        self.note.text[..close.span.start].ends_with(['.', '!', '?'])
    }

    /// An address closes its citation, unless what follows says when it was read or where it is kept.
    fn after_address(&self, index: usize) -> Option<Joint> {
        let note = self.note;
        let token = note.tokens[index];
        let behind = |end: usize| {
            end <= token.span.start
                && note.text[end..token.span.start]
                    .chars()
                    .all(|c| c.is_whitespace() || matches!(c, '>' | '.' | ')' | ']'))
        };
        let ended = note.urls.iter().any(|url| behind(url.span.end));
        let hit = note.cues.iter().find(|hit| hit.first == index);
        let belongs = hit.is_some_and(|hit| {
            hit.cues.has_any(&[Cue::Accessed, Cue::Archived, Cue::Available, Cue::OnFile])
                && !hit.cues.has(Cue::Report)
        });
        (ended && !belongs).then_some(Joint::Hard)
    }

    /// Whether a full stop ends a sentence, not an abbreviation or initial.
    fn stop_is_final(&self, stop: usize) -> bool {
        let note = self.note;
        let Some(word) = stop.checked_sub(1).map(|before| note.tokens[before]) else {
            return false;
        };
        let next = stop + 1;
        let points = note.cues.iter().any(|hit| {
            hit.first == next
                && hit.cues.has_any(&[Cue::Signal, Cue::Ibid])
                && is_pointing(note.get(hit.span))
        });
        if word.kind == TokenKind::Number
            && note.tokens.get(next).is_some_and(|next| lexicon().month(next.text(note.text)).is_some())
        {
            return false;
        }
        if points || note.tokens[stop].spaced || word.kind == TokenKind::Number {
            return true;
        }
        let text = word.text(note.text);
        if text.chars().count() == 1 && text.chars().all(char::is_uppercase) {
            return false;
        }
        let folded = text.to_lowercase();
        let closes = matches!(
            folded.as_str(),
            "ibid" | "id" | "cit" | "etc" | "inc" | "ltd" | "corp" | "co" | "idem" | "ibidem"
        );
        let dotted = stop >= 2
            && note.tokens[stop - 2].is('.')
            && !note.tokens[stop - 1].spaced
            && text.chars().count() == 1;
        !dotted && (closes || !lexicon().is_abbreviation(text))
    }

    fn finish(self) -> Vec<Part> {
        let ends: Vec<usize> =
            self.cuts.iter().skip(1).map(|(at, _)| *at).chain([self.note.text.len()]).collect();
        let parts = self.cuts.iter().zip(ends).map(|((start, joint), end)| (Span::new(*start, end), *joint));
        parts
            .map(|(span, joint)| Part { span: self.note.trim(span), joint })
            .filter(|part| self.note.get(part.span).chars().any(char::is_alphanumeric))
            .collect()
    }
}

/// "See", "Voir", "Cf.": not "e.g." alone, which also stands within commentary.
pub(super) fn is_pointing(phrase: &str) -> bool {
    let folded = crate::text::fold(phrase);
    !matches!(folded.as_str(), "e.g." | "accord" | "refer to" | "lire" | "compare" | "comparer" | "contra")
}

fn begins_sentence(token: &Token, text: &str) -> bool {
    match token.kind {
        TokenKind::Word => token.text(text).starts_with(|c: char| c.is_uppercase()),
        TokenKind::Mark(_) => token.text(text).starts_with(['“', '"', '«', '‘', '„', '@', '[', '¿', '¡']),
        TokenKind::Number => false,
    }
}
