//! What one report says of one incident, held against itself: for the rules that look for slips.

use crate::Source;
use crate::claims::ClaimKind;
use crate::dates::Interval;
use crate::document::BlockKind;
use crate::entities::Party;

use super::fact::{Fact, Reader};
use super::quantity::{Scope, Statement};
use super::when::{Exactness, Lie, Time, lie};
use super::words::Cue;
use super::{ClaimRef, Incident};

/// So many claims of one incident are looked at: pairs of them are compared.
const MOST_CLAIMS: usize = 300;

/// What the claims of one incident say against each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reviewed {
    /// The first two claims in which one document, in one voice, gives one quantity in two ways.
    pub conflict: Option<(ClaimRef, ClaimRef)>,
    /// The days to which claims are dated, where they differ: each with its first claim.
    pub dates: Vec<(ClaimRef, Interval)>,
}

/// Looks at the claims of all incidents again; one entry an incident.
pub(crate) fn review(sources: &[Source<'_>], parties: &[Party], incidents: &[Incident]) -> Vec<Reviewed> {
    let mut reviewer = Reviewer { sources, reader: Reader::new(sources, parties) };
    incidents.iter().map(|incident| reviewer.review(incident)).collect()
}

struct Reviewer<'a> {
    sources: &'a [Source<'a>],
    reader: Reader<'a>,
}

impl Reviewer<'_> {
    fn review(&mut self, incident: &Incident) -> Reviewed {
        if let [only] = incident.claims[..] {
            // Most incidents: nothing stands against it. Names are known by the first spelling that comes up, also here.
            self.reader.learn_place(only);
            return Reviewed::default();
        }
        let claims = incident.claims.iter().take(MOST_CLAIMS);
        let facts: Vec<Fact> = claims.filter_map(|of| self.reader.fact(*of)).collect();
        Reviewed { conflict: self.conflict(&facts), dates: dates(&facts) }
    }

    fn conflict(&self, facts: &[Fact]) -> Option<(ClaimRef, ClaimRef)> {
        let told: Vec<(&Fact, Statement)> = facts
            .iter()
            // "Another five": counted beside what was told before.
            .filter(|fact| !fact.cues.has(Cue::Further))
            .filter_map(|fact| Some((fact, Statement::of(&self.sources[fact.of.document], fact)?)))
            // "Three of the dead": no count of them.
            .filter(|(_, statement)| !statement.counts_some())
            .collect();
        told.iter().enumerate().find_map(|(at, (fact, statement))| {
            let (earlier, _) = told[..at].iter().find(|(earlier, before)| {
                self.one_passage(earlier, fact) && is_conflict(earlier, before, fact, statement)
            })?;
            Some((earlier.of, fact.of))
        })
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
}

fn dates(facts: &[Fact]) -> Vec<(ClaimRef, Interval)> {
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

fn times(fact: &Fact) -> &[Time] {
    fact.time.as_slice()
}

fn is_conflict(earlier: &Fact, before: &Statement, fact: &Fact, statement: &Statement) -> bool {
    let one_voice = before.speakers.iter().any(|speaker| statement.speakers.contains(speaker));
    let one_time = !matches!(lie(times(earlier), times(fact)), Lie::Apart(_));
    // "In our ranks, three fell": not those whom the speaker killed.
    let one_side = earlier.cues.has(Cue::OwnSide) == fact.cues.has(Cue::OwnSide);
    one_voice
        && one_time
        && one_side
        && before.scope(statement) == Some(Scope::Alike)
        && before.contradicts(statement)
}

/// People die of wounds, are freed or flee on later days.
const fn may_come_later(fact: &Fact) -> bool {
    !matches!(fact.kind, ClaimKind::Killed | ClaimKind::Executed | ClaimKind::Injured | ClaimKind::Attacks)
}
