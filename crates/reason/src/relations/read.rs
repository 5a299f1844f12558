use std::sync::OnceLock;

use crate::designations::Designation;
use crate::designations::dating::Dates;
use crate::document::Span;
use crate::entities::{Entity, Mention};
use crate::patterns::{Book, Found, Tongue, View};
use crate::prose::{Prose, Sentence};

use super::share::share;
use super::sides::{Side, fits, side};
use super::{Relation, RelationKind};

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_relations.rs"));

fn book() -> &'static Book<RelationKind> {
    static BOOK: OnceLock<Book<RelationKind>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

/// Finds the stated ties of a document, in reading order: those that sentences tell, and who was sanctioned by whom.
#[must_use]
pub fn read(
    prose: &Prose<'_>,
    entities: &[Entity],
    mentions: &[Mention],
    designations: &[Designation],
) -> Vec<Relation> {
    let reading = Reading { entities, mentions, tongue: Tongue::of(prose) };
    let mut found: Vec<Relation> = prose
        .sentences
        .iter()
        .filter(|sentence| reading.names_two(sentence) && book().may_hold(&sentence.text))
        .flat_map(|sentence| reading.sentence(sentence))
        .collect();
    found.extend(designations.iter().filter_map(|act| reading.sanctioned(act)));
    found.sort_by_key(|relation| (relation.span, relation.subject_span));
    found
}

struct Reading<'r> {
    entities: &'r [Entity],
    mentions: &'r [Mention],
    tongue: Tongue,
}

impl Reading<'_> {
    fn names_two(&self, sentence: &Sentence) -> bool {
        let first = self.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
        self.mentions[first..]
            .iter()
            .take_while(|mention| mention.span.end <= sentence.span.end)
            .take(2)
            .count()
            == 2
    }

    fn sentence(&self, sentence: &Sentence) -> Vec<Relation> {
        let view = View::new(sentence, self.mentions, self.tongue);
        let mut found = book().find(&view);
        if found.is_empty() {
            return Vec::new();
        }
        // What says more in fewer words first: a pattern that reaches far is the likelier to have reached too far.
        found.sort_by_key(|found| found.last - found.first);
        let dates = Dates::of(&view);
        let mut relations: Vec<Relation> = Vec::new();
        for found in &found {
            for (subject, object) in pairs(&view, found) {
                if let Some(relation) = self.relation(&view, &dates, found, subject, object)
                    && !relations.iter().any(|known| same(known, &relation))
                {
                    relations.push(relation);
                }
            }
        }
        relations
    }

    fn relation(
        &self,
        view: &View<'_>,
        dates: &Dates,
        found: &Found<RelationKind>,
        subject: Side,
        object: Side,
    ) -> Option<Relation> {
        let (of, to) = (self.mentions.get(subject.0)?, self.mentions.get(object.0)?);
        let (one, other) = (self.entities.get(of.entity)?, self.entities.get(to.entity)?);
        if of.entity == to.entity || !fits(found.key, one.kind, other.kind) {
            return None;
        }
        let (first, last) = found.anchor;
        let bare = last - first < 1 && view.word(first).len() <= 3;
        Some(Relation {
            span: view.place_of(found.first, found.last.min(view.len() - 1)),
            subject_span: of.span,
            subject: of.entity,
            kind: found.key,
            object_span: to.span,
            object: to.entity,
            detail: (!bare).then(|| view.place_of(first, last)),
            share: share(book(), view, found, (subject, object), self.mentions),
            date: dates.of_act(view, found.anchor, subject.2.max(object.2)),
            hedges: hedges(view, found),
            negated: negated(view, found),
        })
    }

    /// A designation as a tie, where both its sides are entities.
    fn sanctioned(&self, act: &Designation) -> Option<Relation> {
        let target = self.mention_in(act.target)?;
        let authority = self.mention_in(act.authority?)?;
        let kind = self.entities.get(target.entity)?.kind;
        let told = target.entity != authority.entity
            && fits(RelationKind::SanctionedBy, kind, self.entities.get(authority.entity)?.kind);
        told.then(|| Relation {
            span: act.span,
            subject_span: target.span,
            subject: target.entity,
            kind: RelationKind::SanctionedBy,
            object_span: authority.span,
            object: authority.entity,
            detail: act.program,
            share: None,
            date: act.date,
            hedges: Vec::new(),
            negated: false,
        })
    }

    /// The mention that takes up most of a span.
    fn mention_in(&self, span: Span) -> Option<&Mention> {
        let first = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let inside = self.mentions[first..].iter().take_while(|mention| mention.span.start < span.end);
        let longest = inside.max_by_key(|mention| mention.span.len())?;
        (longest.span.overlaps(span) && 2 * longest.span.len() >= span.len()).then_some(longest)
    }
}

/// Every subject with every object.
fn pairs(view: &View<'_>, found: &Found<RelationKind>) -> Vec<(Side, Side)> {
    let sides = |name: &str| -> Vec<Side> {
        let phrase = book().slot(found, name);
        let members = phrase.map(|phrase| phrase.members.as_slice()).unwrap_or_default();
        members.iter().filter_map(|member| side(book(), view, *member)).collect()
    };
    let both = sides("both");
    if let [one, other] = both[..] {
        return vec![(one, other)];
    }
    let objects = sides("y");
    sides("x").into_iter().flat_map(|subject| objects.iter().map(move |object| (subject, *object))).collect()
}

fn same(known: &Relation, other: &Relation) -> bool {
    let turned = known.subject == other.object && known.object == other.subject;
    let there = known.subject == other.subject && known.object == other.object;
    there && (known.kind == other.kind || known.span.overlaps(other.span))
        || turned && known.kind == other.kind
}

/// How far before a pattern a word makes it less certain.
const REACH: usize = 5;

fn within(view: &View<'_>, found: &Found<RelationKind>, class: &str) -> Vec<Span> {
    let from = (found.first.saturating_sub(REACH)..found.first)
        .rev()
        .take_while(|at| ![';', '.', ':', '"'].iter().any(|mark| view.mark(*at, *mark)))
        .last()
        .unwrap_or(found.first);
    let to = found.last.min(view.len().saturating_sub(1));
    (from..=to)
        .filter_map(|at| {
            let length = book().word_at(class, view, at)?;
            Some(view.place_of(at, (at + length - 1).min(to.max(at))))
        })
        .collect()
}

fn hedges(view: &View<'_>, found: &Found<RelationKind>) -> Vec<Span> {
    within(view, found, "hedge")
}

fn negated(view: &View<'_>, found: &Found<RelationKind>) -> bool {
    (found.first..=found.last.min(view.len() - 1)).any(|at| book().word_at("negation", view, at).is_some())
}

#[cfg(test)]
mod tests;
