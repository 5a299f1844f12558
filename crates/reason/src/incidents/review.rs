//! What one report says of one incident, held against itself: for the rules that look for slips.

use crate::Source;
use crate::claims::ClaimKind;
use crate::dates::Interval;
use crate::document::BlockKind;
use crate::entities::Party;

use super::fact::{Fact, Reader};
use super::quantity::{Scope, Statement};
use super::when::{Exactness, Lie, Time, lie};
use super::words::{Cue, words};
use super::{ClaimRef, Incident};

/// So many claims of one incident are looked at: pairs of them are compared.
const MOST_CLAIMS: usize = 300;

/// Looks at the claims of incidents again.
pub(crate) struct Reviewer<'a> {
    sources: &'a [Source<'a>],
    reader: Reader<'a>,
}

impl<'a> Reviewer<'a> {
    pub fn new(sources: &'a [Source<'a>], parties: &'a [Party]) -> Self {
        Self { sources, reader: Reader::new(sources, parties) }
    }

    fn facts(&mut self, incident: &Incident) -> Vec<Fact> {
        incident.claims.iter().take(MOST_CLAIMS).filter_map(|of| self.reader.fact(*of)).collect()
    }

    /// Pairs of claims in which one document, in one voice, gives one quantity in two ways.
    pub fn conflicts(&mut self, incident: &Incident) -> Vec<(ClaimRef, ClaimRef)> {
        let facts = self.facts(incident);
        let told: Vec<(&Fact, Statement)> = facts
            .iter()
            .filter(|fact| !self.adds(fact))
            .filter_map(|fact| Some((fact, Statement::of(&self.sources[fact.of.document], fact)?)))
            .collect();
        let mut found = Vec::new();
        for (at, (fact, statement)) in told.iter().enumerate() {
            for (earlier, before) in &told[..at] {
                if self.one_passage(earlier, fact) && is_conflict(earlier, before, fact, statement) {
                    found.push((earlier.of, fact.of));
                }
            }
        }
        found
    }

    /// "Another five": counted beside what was told before.
    fn adds(&self, fact: &Fact) -> bool {
        let source = &self.sources[fact.of.document];
        fact.stands.is_some_and(|at| words().cues(super::fact::seen(source, at)).has(Cue::Further))
    }

    /// Both tell of the whole event: in one document, in two paragraphs, for what follows in one paragraph is told bit by bit.
    fn one_passage(&self, one: &Fact, two: &Fact) -> bool {
        let (Some(a), Some(b)) = (one.stands, two.stands) else {
            return one.of.document == two.of.document;
        };
        let kind = |block: usize| self.sources[one.of.document].document.blocks[block].kind;
        let header =
            |block| matches!(kind(block), BlockKind::Title | BlockKind::Heading | BlockKind::Caption);
        let dated = lie(times(one), times(two)) == Lie::SameDay;
        let placed = one.place.names.iter().any(|name| two.place.names.contains(name));
        one.of.document == two.of.document
            && a.block != b.block
            && (dated && placed || header(a.block) || header(b.block))
    }

    /// The days to which the claims of an incident are dated, where they differ: each with its first claim.
    pub fn dates(&mut self, incident: &Incident) -> Vec<(ClaimRef, Interval)> {
        let facts = self.facts(incident);
        let exact = facts.iter().filter_map(|fact| {
            let time = fact.time.filter(|time| time.exact == Exactness::Day && fact.own_time)?;
            (!may_come_later(fact)).then_some((fact.of, time))
        });
        let mut days: Vec<(ClaimRef, Time)> = Vec::new();
        for (of, time) in exact {
            if days.iter().all(|(_, known)| matches!(known.lies_to(time), Lie::Apart(_))) {
                days.push((of, time));
            }
        }
        if days.len() < 2 {
            return Vec::new();
        }
        days.into_iter().map(|(of, time)| (of, time.interval())).collect()
    }
}

fn times(fact: &Fact) -> &[Time] {
    fact.time.as_slice()
}

fn is_conflict(earlier: &Fact, before: &Statement, fact: &Fact, statement: &Statement) -> bool {
    let one_voice = before.speakers.iter().any(|speaker| statement.speakers.contains(speaker));
    let one_time = !matches!(lie(times(earlier), times(fact)), Lie::Apart(_));
    one_voice && one_time && before.scope(statement) == Some(Scope::Alike) && before.contradicts(statement)
}

/// People die of wounds, are freed or flee on later days.
const fn may_come_later(fact: &Fact) -> bool {
    !matches!(fact.kind, ClaimKind::Killed | ClaimKind::Executed | ClaimKind::Injured | ClaimKind::Attacks)
}
