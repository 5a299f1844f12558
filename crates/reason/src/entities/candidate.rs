//! A name as it was found, with what tells its kind.

use super::EntityKind;
use crate::document::Span;
use crate::text::fold_words;

/// For and against each kind: how much a cue says, from 1 (a preposition before it) to 9 (its own last word).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Votes([u32; 6]);

impl Votes {
    /// A mention tells at most this much of a kind: many weak cues do not outvote a certain one.
    pub(super) fn add(&mut self, kind: EntityKind, weight: u32) {
        self.0[kind as usize] += weight;
    }

    pub(super) fn join(&mut self, other: Self) {
        for (mine, more) in self.0.iter_mut().zip(other.0) {
            *mine += more;
        }
    }

    /// The louder of both for each kind.
    pub(super) fn raise(&mut self, other: Self) {
        for (mine, more) in self.0.iter_mut().zip(other.0) {
            *mine = (*mine).max(more);
        }
    }

    /// What speaks for a kind is worth a fraction only.
    pub(super) fn doubt(&mut self, kind: EntityKind, fraction: u32) {
        self.0[kind as usize] /= fraction;
    }

    /// Both together.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.join(other);
        self
    }

    pub(super) const fn of(self, kind: EntityKind) -> u32 {
        self.0[kind as usize]
    }

    /// The kind that most speaks for; `None` where nothing does.
    pub(super) fn best(self) -> Option<EntityKind> {
        const KINDS: [EntityKind; 6] = [
            EntityKind::Person,
            EntityKind::Organization,
            EntityKind::ArmedGroup,
            EntityKind::Company,
            EntityKind::Place,
            EntityKind::Other,
        ];
        let best = KINDS.into_iter().rev().max_by_key(|kind| self.of(*kind))?;
        (self.of(best) > 0).then_some(best)
    }
}

impl Candidate {
    /// A name that stands from one token to another, without votes.
    pub(super) fn named(block: usize, (first, last): (usize, usize), span: Span, text: &str) -> Self {
        Self {
            block,
            first,
            last,
            span,
            key: fold_words(text),
            text: text.to_owned(),
            forms: Vec::new(),
            title: None,
            titled: None,
            own: Votes::default(),
            votes: Votes::default(),
            doubtful: false,
            abbreviation: false,
            country: None,
            acts: false,
            list: 0,
            opens: false,
            article: false,
            lone_head: false,
        }
    }

    /// All that speaks for its kind here.
    pub(super) fn all(&self) -> Votes {
        self.own.and(self.votes)
    }
}

/// A name in one place.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Index of its block.
    pub block: usize,
    /// First and last token in its sentence.
    pub first: usize,
    pub last: usize,
    /// In bytes of the reading text.
    pub span: Span,
    /// As written.
    pub text: String,
    /// What names are compared by: folded words, without article.
    pub key: String,
    /// Further forms of the name that stand here: with its noun, without its nickname.
    pub forms: Vec<String>,
    /// Rank or office before it.
    pub title: Option<String>,
    /// Rank and name as they are written: "Dr. Kess".
    pub titled: Option<String>,
    /// What its own words say: counted once, however often it is named.
    pub own: Votes,
    /// What the words around it say.
    pub votes: Votes,
    /// A capital here may mean nothing: it is a name only if it is one elsewhere.
    pub doubtful: bool,
    /// An abbreviation by its letters.
    pub abbreviation: bool,
    /// Of a government or an office: the country of its adjective, as a code.
    pub country: Option<String>,
    /// It is said to act: "Kessa denied".
    pub acts: bool,
    /// Number of the list that it is part of, in its sentence.
    pub list: usize,
    /// A sentence opens with it: its first word may be none of it.
    pub opens: bool,
    /// An article stands before it: it is hardly a person.
    pub article: bool,
    /// A word that says what something is, and nothing else: "the Front".
    pub lone_head: bool,
}
