//! Which entities of several documents are one party: those that bear one full name, or that somebody judged so. The rest
//! is suggested, with reasons.

mod groups;
mod ids;
mod imported;
mod make;
mod nodes;
mod profile;
mod signs;
mod sounds;
mod suggest;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Entity, EntityKind};
use crate::Source;
use crate::decisions::{Decisions, Likeness};
use crate::imports::{ImportedFile, RecordRef};
use groups::Groups;
use make::parties;
use nodes::Nodes;
use profile::Profile;

/// One entity of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityRef {
    /// Index of the document among those given.
    pub document: usize,
    /// Index in its analysis.
    pub entity: usize,
}

/// What can be judged to be one party with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartyRef {
    /// An entity of a document.
    Named(EntityRef),
    /// A record of an imported file.
    Imported(RecordRef),
}

/// Entities of all documents that are held to be one: they bear the same full name, or somebody judged so. An imported
/// record is a party by itself, until somebody judges that it is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Stable: the same documents and version give the same id.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name.
    pub caption: String,
    /// Every form as written, each once.
    pub names: Vec<String>,
    /// Its entities, in the order of the documents.
    pub members: Vec<EntityRef>,
    /// Its records in imported files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub imported: Vec<RecordRef>,
}

/// Two parties that may be one, best first: for a person to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Indexes of the parties.
    pub pair: [usize; 2],
    /// Why, one sentence each.
    pub reasons: Vec<String>,
    /// What a comparison of the two says, where somebody compared them: names are compared elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared: Option<Compared>,
}

/// What a comparison of two parties says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// How much they look like one, in thousandths.
    pub score: u16,
    /// `same party`, `same name`, `another name`.
    pub says: String,
    /// What the score is made of, a line each.
    pub parts: Vec<String>,
}

/// Holds together what bears one full name in several documents; suggests the rest.
///
/// People are one by a name of two words at least; places by their name, or by the one record that both can only mean;
/// all others by their name, or by their abbreviation where no two full names contradict. What one document keeps apart
/// stays apart, and so do different kinds, save groups that one document knows for armed and another does not. Cost grows with the number of names.
#[must_use]
pub fn join(sources: &[Source<'_>], decisions: &Decisions) -> (Vec<Party>, Vec<Suggestion>) {
    join_with(sources, &[], decisions)
}

/// The same, beside what others wrote down about parties: nothing of it is joined with anything but by judgement.
#[must_use]
pub fn join_with(
    sources: &[Source<'_>],
    imports: &[ImportedFile],
    decisions: &Decisions,
) -> (Vec<Party>, Vec<Suggestion>) {
    let nodes = Nodes::of(sources, imports);
    let profiles: Vec<Profile> = nodes.named().map(|of| Profile::of(entity(sources, of))).collect();
    let mut groups = Groups::new(nodes.all.iter().map(|node| match node {
        PartyRef::Named(of) => of.document,
        PartyRef::Imported(of) => sources.len() + of.file,
    }));
    judged(&mut groups, decisions, &nodes);
    by_names(&mut groups, &profiles);
    by_trade_name(&mut groups, &profiles);
    by_abbreviation(&mut groups, &profiles);
    let (mut parties, party_of) = parties(sources, imports, &nodes, &groups);
    ids::of_imported(&mut parties, imports);
    let judged = judged_pairs(decisions, &nodes, &party_of);
    let open = |pair: [usize; 2]| !judged.contains(&pair);
    let mut found = suggest::suggest(&parties, &party_of[..profiles.len()], &profiles, open);
    found.extend(imported::suggest(&parties, &party_of[..profiles.len()], &profiles, imports, open));
    (parties, suggest::best(found))
}

fn entity<'a>(sources: &'a [Source<'_>], of: EntityRef) -> &'a Entity {
    &sources[of.document].analysis.entities[of.entity]
}

fn judged(groups: &mut Groups, decisions: &Decisions, nodes: &Nodes) {
    // Sorted, so that contradictory judgements give the same parties each time.
    let mut all: Vec<_> = decisions.parties.iter().collect();
    all.sort_unstable_by_key(|(pair, _)| **pair);
    for ((one, other), likeness) in &all {
        if let (Likeness::Different, Some(one), Some(other)) = (likeness, nodes.find(one), nodes.find(other))
        {
            groups.part(one, other);
        }
    }
    for ((one, other), likeness) in &all {
        if let (Likeness::Same, Some(one), Some(other)) = (likeness, nodes.find(one), nodes.find(other)) {
            groups.judge_same(one, other);
        }
    }
}

/// Pairs of parties that a person has looked at, the smaller first.
fn judged_pairs(decisions: &Decisions, nodes: &Nodes, party_of: &[usize]) -> HashSet<[usize; 2]> {
    let party = |of: &PartyRef| Some(party_of[nodes.find(of)?]);
    let pairs = decisions.parties.keys();
    let pairs = pairs.filter_map(|(one, other)| Some((party(one)?, party(other)?)));
    pairs.map(|(one, other)| [one.min(other), one.max(other)]).collect()
}

fn by_names(groups: &mut Groups, profiles: &[Profile]) {
    let mut known: HashMap<(EntityKind, u64), usize> = HashMap::with_capacity(profiles.len());
    for (at, profile) in profiles.iter().enumerate() {
        for key in &profile.keys {
            match known.get(&(profile.class(), *key)) {
                Some(first) => groups.join(*first, at),
                None => {
                    known.insert((profile.class(), *key), at);
                }
            }
        }
    }
}

/// A company that some name with its legal form and others without is one, where only one form is ever named: "Halden Ltd" and
/// "Halden SA" are two companies, and "Halden" may be either.
fn by_trade_name(groups: &mut Groups, profiles: &[Profile]) {
    let mut bearing: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for (name, form) in &profile.trade_names {
            bearing.entry(name).or_default().push((at, form));
        }
    }
    for bearing in bearing.into_values().filter(|bearing| bearing.len() > 1) {
        let mut forms = bearing.iter().map(|(_, form)| *form).filter(|form| !form.is_empty());
        let first = forms.next();
        if forms.all(|form| Some(form) == first) {
            bearing.iter().for_each(|(at, _)| groups.join(bearing[0].0, *at));
        }
    }
}

/// An abbreviation stands for one party where all full names that are given for it agree.
fn by_abbreviation(groups: &mut Groups, profiles: &[Profile]) {
    let mut bearing: HashMap<(EntityKind, &str), Vec<usize>> = HashMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for short in &profile.abbreviations {
            bearing.entry((profile.class(), short)).or_default().push(at);
        }
    }
    let mut all: Vec<_> = bearing.into_iter().filter(|(_, bearing)| bearing.len() > 1).collect();
    all.sort_unstable_by_key(|(_, bearing)| bearing[0]);
    for (_, bearing) in all {
        let full = bearing.iter().find(|at| profiles[**at].is_full());
        let agree =
            bearing.iter().all(|at| full.is_none_or(|full| profiles[*full].agrees_with(&profiles[*at])));
        if agree {
            let first = *full.unwrap_or(&bearing[0]);
            bearing.iter().for_each(|at| groups.join(first, *at));
        }
    }
}
