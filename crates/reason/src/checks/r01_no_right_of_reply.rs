//! R01: a named party is accused and the report records no request for comment.
//!
//! Persons, companies and organisations: an armed group in the field can rarely be asked, and an army answers through its
//! ministry. Silent where the text lets the party speak in any other way, where it is dead, and where the report asks
//! nobody and is no report with notes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::Inherited;
use crate::claims::{Claim, ClaimKind};
use crate::document::Span;
use crate::entities::EntityKind;
use crate::patterns::{Book, Tongues, View};
use crate::prose::Sentence;
use crate::relations::RelationKind;
use crate::text::fold_words;

use super::corpus::Reading;
use super::words::names_fighters;
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::R01,
    why: "Whoever is accused must have had the chance to answer, and the reader must see that they had it.",
    wrong: &[Typed::report(
        "The company Kessa Gold Ltd smuggled two tons of gold. Its buyer, Halden Logistics Ltd, did not reply to our request for comment.\n",
    )],
    right: &[Typed::report(
        "The company Kessa Gold Ltd smuggled two tons of gold. Kessa Gold Ltd did not reply to our request for comment.\n",
    )],
    silence: "when asking would endanger somebody, or the party cannot be asked; say so in the report",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// A text with fewer notes is no report that states its method.
const LEAST_NOTES: usize = 10;
/// So many passages are shown of a party.
const MOST_PLACES: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Says {
    Accused,
    Answers,
    Dead,
    Defended,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_accusations.rs"));

fn book() -> &'static Book<Says> {
    static BOOK: OnceLock<Book<Says>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let asks = !reading.analysis.replies.is_empty();
    if !asks && reading.analysis.notes.len() < LEAST_NOTES {
        return Vec::new();
    }
    let told = Told::of(reading);
    let heard = heard(reading, &told);
    let grade = if asks { Code::R01.severity() } else { Severity::Note };
    told.accused
        .iter()
        .filter(|(entity, _)| !heard.contains(entity) && may_answer(reading, **entity))
        .map(|(entity, spans)| diagnostic(reading, *entity, spans).graded(grade))
        .collect()
}

/// What the running text says of whom, by entity.
#[derive(Default)]
struct Told {
    accused: BTreeMap<usize, Vec<Span>>,
    /// Who speaks, or is dead.
    settled: BTreeSet<usize>,
    /// "The defence says": whoever stands trial answers in court.
    is_defended: bool,
}

impl Told {
    fn of(reading: &Reading<'_>) -> Self {
        let analysis = reading.analysis;
        let mut told = Self::default();
        for claim in analysis.claims.iter().filter(|claim| claim.suggested_by.is_none() && accuses(claim)) {
            let here = analysis.inherited(claim).iter().all(|(what, _)| *what != Inherited::Perpetrators);
            let named = claim.perpetrators.filter(|_| here).and_then(|span| named_by(reading, span));
            // An organisation that kills is an army or armed group: those are not asked.
            if let Some(entity) = named.filter(|entity| may_be_tried(reading, *entity)) {
                told.accused.entry(entity).or_default().push(claim.span);
            }
        }
        for speaker in analysis.claims.iter().flat_map(|claim| &claim.said_by) {
            told.settled.extend(named_by(reading, *speaker));
        }
        let prose =
            crate::prose::words(reading.document, &analysis.sentences, &analysis.notes, &analysis.markers);
        let tongues = Tongues::of(&prose);
        let may_hold = |sentence: &&Sentence| sentence.note.is_none() && book().may_hold(&sentence.text);
        for sentence in prose.sentences.iter().filter(may_hold) {
            told.sentence(reading, &View::new(sentence, &analysis.mentions, tongues.at(sentence)));
        }
        told
    }

    fn sentence(&mut self, reading: &Reading<'_>, view: &View<'_>) {
        for found in book().find(view) {
            self.is_defended |= found.key == Says::Defended;
            let members = book().slot(&found, "who").map(|who| who.members.clone()).unwrap_or_default();
            for (first, last) in members {
                let Some(entity) = named_by(reading, view.place_of(first, last)) else {
                    continue;
                };
                match found.key {
                    Says::Accused => self.accused.entry(entity).or_default().push(view.sentence.span),
                    Says::Answers | Says::Dead => {
                        self.settled.insert(entity);
                    }
                    Says::Defended => {}
                }
            }
        }
    }
}

fn accuses(claim: &Claim) -> bool {
    let grave = !matches!(
        claim.what,
        ClaimKind::Attacks
            | ClaimKind::Operations
            | ClaimKind::Deployed
            | ClaimKind::Other
            | ClaimKind::Displaced
    );
    grave && !claim.negated
}

/// The entity that a phrase is: its mention must take up most of it.
fn named_by(reading: &Reading<'_>, span: Span) -> Option<usize> {
    let mentions = &reading.analysis.mentions;
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let inside = mentions[first..].iter().take_while(|mention| mention.span.start < span.end);
    let longest = inside.max_by_key(|mention| mention.span.len())?;
    (2 * longest.span.len() >= span.len()).then_some(longest.entity)
}

fn is_person(reading: &Reading<'_>, entity: usize) -> bool {
    reading.analysis.entities[entity].kind == EntityKind::Person
}

fn may_be_tried(reading: &Reading<'_>, entity: usize) -> bool {
    matches!(reading.analysis.entities[entity].kind, EntityKind::Person | EntityKind::Company)
}

/// Bytes before and after a name in which it may be said that its bearer fights.
const AROUND: usize = 60;

/// Who fights for no state, as the words around one of the mentions say, is seldom within reach.
fn fights(reading: &Reading<'_>, entity: usize) -> bool {
    let text = &reading.document.text;
    let mentions = reading.analysis.mentions.iter().filter(|mention| mention.entity == entity);
    mentions.take(MOST_MENTIONS).any(|mention| {
        let block = reading.document.block_at(mention.span.start).map_or(mention.span, |block| block.span);
        let from = text.floor_char_boundary(mention.span.start.saturating_sub(AROUND).max(block.start));
        let to = text.floor_char_boundary((mention.span.end + AROUND).min(block.end).max(mention.span.end));
        let before = text[from..mention.span.start].rsplit(['.', ';', '!', '?']).next().unwrap_or_default();
        let behind = text[mention.span.end..to].split(['.', ';', '!', '?']).next().unwrap_or_default();
        let apposed = behind.starts_with([',', ' ']).then(|| behind.split(',').nth(1)).flatten();
        names_fighters(before)
            || apposed.is_some_and(|words| behind.starts_with(',') && names_fighters(words))
    })
}

/// Mentions that are looked at.
const MOST_MENTIONS: usize = 40;

/// Persons and companies, and organisations; see above.
fn may_answer(reading: &Reading<'_>, number: usize) -> bool {
    let entity = &reading.analysis.entities[number];
    let whole = entity.kind != EntityKind::Person || entity.caption.contains(' ');
    let kind = matches!(entity.kind, EntityKind::Person | EntityKind::Company | EntityKind::Organization);
    whole && kind && !fights(reading, number)
}

/// Who was asked, or speaks, or answers for the other: a company through its head, an official through the ministry.
fn heard(reading: &Reading<'_>, told: &Told) -> BTreeSet<usize> {
    let analysis = reading.analysis;
    let mut heard = told.settled.clone();
    let mut persons = told.accused.keys().filter(|entity| is_person(reading, **entity));
    if let (true, Some(only), None) = (told.is_defended, persons.next(), persons.next()) {
        heard.insert(*only);
    }
    let asked: Vec<String> =
        analysis.replies.iter().map(|reply| fold_words(reading.quote(reply.addressee))).collect();
    let interviewed =
        analysis.citations.iter().filter_map(|citation| citation.interviewee.as_deref()).map(fold_words);
    let asked: Vec<String> = asked.into_iter().chain(interviewed).collect();
    for (number, entity) in analysis.entities.iter().enumerate() {
        let named = |name: &String| {
            let name = fold_words(name);
            !name.is_empty() && asked.iter().any(|words| holds(words, &name))
        };
        if told.accused.contains_key(&number) && entity.names.iter().any(named) {
            heard.insert(number);
        }
    }
    for reply in &analysis.replies {
        heard.extend(named_by(reading, reply.addressee));
    }
    let tied = analysis.relations.iter().filter(|relation| answers_for(relation.kind));
    let through: Vec<usize> = tied
        .flat_map(|relation| [(relation.subject, relation.object), (relation.object, relation.subject)])
        .filter(|(one, _)| heard.contains(one))
        .map(|(_, other)| other)
        .collect();
    heard.extend(through);
    heard
}

const fn answers_for(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::Leads
            | RelationKind::HoldsOffice
            | RelationKind::EmployedBy
            | RelationKind::Owns
            | RelationKind::SubsidiaryOf
            | RelationKind::PartOf
            | RelationKind::MemberOf
    )
}

/// Whether words stand whole within others.
fn holds(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let end = at + name.len();
        (at == 0 || words[..at].ends_with(' ')) && (end == words.len() || words[end..].starts_with(' '))
    })
}

fn diagnostic(reading: &Reading<'_>, entity: usize, spans: &[Span]) -> Diagnostic {
    let caption = &reading.analysis.entities[entity].caption;
    let message = format!("{caption} is accused, and no request for comment to {caption} is recorded.");
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    spans.dedup();
    Diagnostic::new(
        Code::R01,
        message,
        "Ask, and record the answer or that none came; or say why nobody was asked.",
    )
    .at_each(spans.into_iter().take(MOST_PLACES).map(|span| reading.place(span, "accused here")))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[test]
    fn whoever_is_accused_is_asked() {
        let asked = "Halden Logistics Ltd did not reply to our request for comment.";
        let accused = "The company Kessa Gold Ltd smuggled two tons of gold.";
        check(
            &RULE,
            &Report { body: &[accused, asked], notes: &[] },
            &[(
                "Kessa Gold Ltd is accused, and no request for comment to Kessa Gold Ltd is recorded.",
                &[accused],
            )],
        );
        for body in [
            &[accused][..],
            &[accused, "Kessa Gold Ltd did not reply to our request for comment."],
            &[accused, "A lawyer for Kessa Gold Ltd declined to comment."],
            &[accused, asked, "Kessa Gold Ltd denied the allegations."],
            &["Kessa Gold Ltd exported two tons of gold.", asked],
        ] {
            check(&RULE, &Report { body, notes: &[] }, &[]);
        }
    }

    #[test]
    fn whoever_stands_trial_answers_in_court() {
        let asked = "Halden Logistics Ltd did not reply to our request for comment.";
        let (tried, other) = ("Ada Moor is accused of a raid.", "Hugo Bell is accused of another.");
        let message =
            |name: &str| format!("{name} is accused, and no request for comment to {name} is recorded.");
        for defence in [
            "The defence maintains that she was elsewhere.",
            "Her lawyer, Eva Lind, told the court that she was elsewhere.",
        ] {
            check(&RULE, &Report { body: &[tried, defence, asked], notes: &[] }, &[]);
            let both = [(&*message("Ada Moor"), &[tried][..]), (&*message("Hugo Bell"), &[other][..])];
            check(&RULE, &Report { body: &[tried, other, defence, asked], notes: &[] }, &both);
        }
        for body in [
            ["Ada Moor est accusée d’un raid.", "La défense soutient qu’elle était ailleurs."],
            ["Ada Moor est accusée d’un raid.", "Son avocate, Eva Lind, a plaidé qu’elle était ailleurs."],
        ] {
            check(&RULE, &Report { body: &[body[0], body[1], asked], notes: &[] }, &[]);
        }
        let ministry = "The defence minister said that the raid was over.";
        check(
            &RULE,
            &Report { body: &[tried, ministry, asked], notes: &[] },
            &[(&*message("Ada Moor"), &[tried])],
        );
    }
}
