//! Who speaks in a clause: the words before "said", or after "according to".

use crate::document::Span;
use crate::languages::{Sense, SenseHit, SenseSet, lexicon};
use crate::text::{Token, TokenKind, tokens};

/// Somebody to whom a clause gives its words.
pub(super) struct Speaker {
    /// In bytes of the clause.
    pub span: Span,
    pub words: String,
    /// The fields of work that the description names.
    pub fields: SenseSet,
}

/// A description is no longer than this, in tokens.
const LONGEST: usize = 14;

/// The speaker of a clause. `None` where there is none, or more than one.
pub(super) fn speaker(clause: &str) -> Option<Speaker> {
    let tokens = tokens(clause);
    let hits = lexicon().senses(clause, &tokens);
    let clause = Clause { text: clause, tokens: &tokens, hits: &hits };
    let mut found: Vec<Speaker> = hits
        .iter()
        .filter_map(|hit| {
            if hit.senses.has(Sense::Attribution) {
                clause.after(hit.last)
            } else if hit.senses.has(Sense::Speech) {
                clause.before(hit.first)
            } else {
                None
            }
        })
        .filter(|speaker| !speaker.fields.is_empty())
        .collect();
    (found.len() == 1).then(|| found.pop()).flatten()
}

struct Clause<'c> {
    text: &'c str,
    tokens: &'c [Token],
    hits: &'c [SenseHit],
}

impl Clause<'_> {
    /// The description that begins here and ends with the next mark or clause.
    fn after(&self, first: usize) -> Option<Speaker> {
        let end = (first..self.tokens.len().min(first + LONGEST))
            .find(|at| self.ends_phrase(*at))
            .unwrap_or(self.tokens.len().min(first + LONGEST));
        self.described(first, end)
    }

    /// The description that ends here, an insertion between commas left out: "an official, speaking softly, said".
    fn before(&self, last: usize) -> Option<Speaker> {
        let comma = last.checked_sub(1).filter(|at| self.tokens[*at].is(','));
        let last = match comma {
            Some(closing) => {
                (closing.saturating_sub(LONGEST)..closing).rev().find(|at| self.tokens[*at].is(','))?
            }
            None => last,
        };
        let first = (last.saturating_sub(LONGEST)..last)
            .rev()
            .find(|at| self.ends_phrase(*at))
            .map_or_else(|| last.saturating_sub(LONGEST), |at| at + 1);
        self.described(first, last)
    }

    /// Punctuation, quotation marks, "that", or another verb of speaking.
    fn ends_phrase(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let mark =
            matches!(token.kind, TokenKind::Mark(mark) if !matches!(mark, '-' | '\'' | '.' | '&' | '('|')'));
        let sense = self.hits.iter().any(|hit| {
            hit.first <= at
                && at < hit.last
                && [Sense::Clause, Sense::Speech, Sense::Attribution]
                    .iter()
                    .any(|sense| hit.senses.has(*sense))
        });
        mark || sense
    }

    /// Somebody is described where the phrase holds an article and no proper name of an outlet or body speaks.
    fn described(&self, first: usize, last: usize) -> Option<Speaker> {
        let article = (first..last).find(|at| self.is_article(*at))?;
        let span = Span::new(self.tokens[article].span.start, self.tokens[last - 1].span.end);
        let closed = self.text[span.start..span.end].trim_end_matches(['.', ' ']).len();
        let span = Span::new(span.start, span.start + closed);
        let fields = self
            .hits
            .iter()
            .filter(|hit| article <= hit.first && hit.last <= last)
            .fold(SenseSet::default(), |all, hit| all.union(hit.senses))
            .fields();
        Some(Speaker { span, words: self.text[span.start..span.end].to_owned(), fields })
    }

    /// "a", "one", "un": somebody who is not named.
    fn is_article(&self, at: usize) -> bool {
        matches!(
            crate::text::fold(self.tokens[at].text(self.text)).as_str(),
            "a" | "an" | "one" | "another" | "un" | "une" | "l'un" | "l'une"
        )
    }
}
