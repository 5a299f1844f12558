//! Goes through the tokens of a note and cuts it.

use crate::document::Span;
use crate::languages::{Cue, CueHit, lexicon};
use crate::text::TokenKind;

use super::super::note_text::NoteText;
use super::{Joint, Part, is_pointing, sentence};

/// Cuts a note at every joint that stands outside of quotations, brackets and addresses.
pub(in crate::citations) fn parts(note: &NoteText<'_>) -> Vec<Part> {
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
            } else if let Some(joint) = sentence::joint_before(note, self.start(), index) {
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
