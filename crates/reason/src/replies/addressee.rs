//! Who is meant where a sentence only says "the company", "the ministry".

use crate::document::Span;
use crate::entities::{Entity, EntityKind, Mention};
use crate::patterns::{Tongues, View, core_before, core_from};
use crate::prose::Prose;
use crate::text::{Token, fold};

/// What stands before a sentence.
pub(super) struct Before<'r, 'p> {
    pub prose: &'r Prose<'p>,
    pub entities: &'r [Entity],
    pub mentions: &'r [Mention],
    pub tongues: Tongues,
    pub number: usize,
}

/// How many sentences of the block are looked back over: farther away nothing is certain.
const REACH: usize = 4;

impl Before<'_, '_> {
    /// The party named before that a bare head noun stands for, where only one can be meant.
    pub fn antecedent(&self, head: &str) -> Option<Span> {
        let here = &self.prose.sentences[self.number];
        let earlier = self.prose.sentences[..self.number].iter().rev().take(REACH);
        for sentence in earlier.take_while(|sentence| sentence.block == here.block) {
            if let Some(span) = self.company_in(sentence.span, head) {
                return Some(span);
            }
            let of_head = |token: &Token| {
                let text = token.text(&sentence.text);
                text.starts_with(char::is_uppercase) && fold(text) == head
            };
            if let Some(at) = sentence.tokens.iter().position(of_head) {
                let view = View::new(sentence, self.mentions, self.tongues.at(sentence));
                let (first, _) = core_before(&view, at + 1)?;
                let (_, last) = core_from(&view, at)?;
                return Some(view.place_of(first, last));
            }
        }
        None
    }

    /// The only company named in a sentence.
    fn company_in(&self, span: Span, head: &str) -> Option<Span> {
        let kind = match head {
            "company" | "firm" | "societe" | "entreprise" | "compagnie" => EntityKind::Company,
            _ => return None,
        };
        let first = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let mut found = self.mentions[first..]
            .iter()
            .take_while(|mention| mention.span.start < span.end)
            .filter(|mention| self.entities[mention.entity].kind == kind);
        let company = found.next()?;
        found.all(|other| other.entity == company.entity).then_some(company.span)
    }
}

/// Whether a phrase ends in a name.
pub(super) fn named(view: &View<'_>, member: (usize, usize)) -> bool {
    (member.0..=member.1).any(|at| view.mention(at).is_some() || (at > 0 && view.is_capital(at)))
}
