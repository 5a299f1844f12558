//! Which entities of several documents are one party: those that bear one full name, or that somebody judged so. The rest
//! is suggested, with reasons.

mod groups;
mod profile;
mod suggest;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::EntityKind;
use crate::Source;
use crate::decisions::{Decisions, Likeness};
use crate::text::fingerprint;
use groups::Groups;
use profile::Profile;

/// One entity of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityRef {
    /// Index of the document among those given.
    pub document: usize,
    /// Index in its analysis.
    pub entity: usize,
}

/// Entities of all documents that are held to be one: they bear the same full name, or somebody judged so.
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
}

/// Two parties that may be one, best first: for a person to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Indexes of the parties.
    pub pair: [usize; 2],
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// Holds together what bears one full name in several documents; suggests the rest.
///
/// People are one by a name of two words at least; places by their name, or by the one record that both can only mean;
/// all others by their name, or by their abbreviation where no two full names contradict. What one document keeps apart
/// stays apart, and so do different kinds, save groups that one document knows for armed and another does not. Cost grows with the number of names.
#[must_use]
pub fn join(sources: &[Source<'_>], decisions: &Decisions) -> (Vec<Party>, Vec<Suggestion>) {
    let mut members: Vec<EntityRef> = Vec::new();
    let mut profiles: Vec<Profile> = Vec::new();
    let mut first_of = Vec::with_capacity(sources.len());
    for (document, source) in sources.iter().enumerate() {
        first_of.push(members.len());
        for (entity, of) in source.analysis.entities.iter().enumerate() {
            members.push(EntityRef { document, entity });
            profiles.push(Profile::of(of));
        }
    }
    let node = |of: &EntityRef| {
        first_of.get(of.document).map(|first| first + of.entity).filter(|at| *at < members.len())
    };
    let mut groups = Groups::new(members.iter().map(|member| member.document));
    judged(&mut groups, decisions, node);
    by_names(&mut groups, &profiles);
    by_trade_name(&mut groups, &profiles);
    by_abbreviation(&mut groups, &profiles);
    let (parties, party_of) = parties(sources, &members, &profiles, &groups);
    let suggestions = suggest::suggest(&parties, &party_of, &profiles, |one, other| {
        !decisions.parties.contains_key(&(one.min(other), one.max(other)))
    });
    (parties, suggestions)
}

fn judged(groups: &mut Groups, decisions: &Decisions, node: impl Fn(&EntityRef) -> Option<usize>) {
    // Sorted, so that contradictory judgements give the same parties each time.
    let mut all: Vec<_> = decisions.parties.iter().collect();
    all.sort_unstable_by_key(|(pair, _)| **pair);
    for ((one, other), likeness) in &all {
        if let (Likeness::Different, Some(one), Some(other)) = (likeness, node(one), node(other)) {
            groups.part(one, other);
        }
    }
    for ((one, other), likeness) in &all {
        if let (Likeness::Same, Some(one), Some(other)) = (likeness, node(one), node(other)) {
            groups.judge_same(one, other);
        }
    }
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

/// The parties in the order of first mention, and the party of each entity.
fn parties(
    sources: &[Source<'_>],
    members: &[EntityRef],
    profiles: &[Profile],
    groups: &Groups,
) -> (Vec<Party>, Vec<usize>) {
    let mut parties: Vec<Party> = Vec::new();
    let mut of_root: HashMap<usize, usize> = HashMap::new();
    let mut party_of = Vec::with_capacity(members.len());
    let mut named: std::collections::HashSet<(usize, &str)> = std::collections::HashSet::new();
    for (at, member) in members.iter().enumerate() {
        let source = &sources[member.document];
        let entity = &source.analysis.entities[member.entity];
        let party = *of_root.entry(groups.root(at)).or_insert_with(|| {
            let name = format!("{}/{}/{}", source.id, member.entity, entity.caption);
            parties.push(Party {
                id: format!("p{:016x}", fingerprint(&name)),
                kind: profiles[at].kind,
                caption: entity.caption.clone(),
                names: Vec::new(),
                members: Vec::new(),
            });
            parties.len() - 1
        });
        party_of.push(party);
        let known = &mut parties[party];
        known.members.push(*member);
        if profiles[at].kind == EntityKind::ArmedGroup {
            known.kind = EntityKind::ArmedGroup;
        }
        if entity.caption.chars().count() > known.caption.chars().count() {
            known.caption.clone_from(&entity.caption);
        }
        for name in &entity.names {
            if named.insert((party, name)) {
                known.names.push(name.clone());
            }
        }
    }
    (parties, party_of)
}
