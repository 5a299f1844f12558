//! "the Front" for the only front that a text names, "the Company" for its only company: a head that stands alone, with a
//! capital and an article. What could mean two, or nothing, is no name.

use std::collections::HashMap;

use super::EntityKind;
use super::candidate::Candidate;
use super::cluster::Clusters;
use super::lexicon::{Role, lexicon};

/// The cluster that each lone head stands for; the rest are dropped.
pub(super) fn join(clusters: &mut Clusters, found: &[Candidate], of: &mut [Option<usize>]) {
    if !found.iter().any(|one| one.lone_head) {
        return;
    }
    let unnamed = unnamed(clusters, found);
    let named = by_head(clusters);
    for (at, one) in found.iter().enumerate().filter(|(_, one)| one.lone_head) {
        let company = lexicon().roles(&one.key).has(Role::CompanyNoun);
        let key = if company { COMPANY } else { one.key.as_str() };
        of[at] = match named.get(key).map(Vec::as_slice) {
            Some([only]) if clusters.all[*only].first < one.span.start => Some(*only),
            _ => unnamed.get(key).copied(),
        };
    }
}

/// So often a text names "the Commission" if it is one.
const OFTEN: usize = 3;

/// Heads that a text names often and never in full, each an entity by itself: which commission it is stays open.
fn unnamed(clusters: &mut Clusters, found: &[Candidate]) -> HashMap<String, usize> {
    let mut heads: HashMap<&str, Vec<&Candidate>> = HashMap::new();
    for one in found.iter().filter(|one| one.lone_head && lexicon().roles(&one.key).has(Role::OrgHead)) {
        heads.entry(one.key.as_str()).or_default().push(one);
    }
    let named = by_head(clusters);
    let mut alone: Vec<_> = heads
        .into_iter()
        .filter(|(key, ones)| ones.len() >= OFTEN && !named.contains_key(key))
        .filter(|(key, _)| lexicon().known(key).is_none() && !lexicon().roles(key).has(Role::CompanyNoun))
        .map(|(key, ones)| (key.to_owned(), ones[0].clone()))
        .collect();
    alone.sort_by_key(|(_, first)| first.span.start);
    let mut made = HashMap::new();
    for (key, first) in alone {
        let at = clusters.take(&first);
        clusters.all[at].kind = EntityKind::Organization;
        made.insert(key, at);
    }
    made
}

/// What stands for the head of every company.
const COMPANY: &str = "";

/// The entities by the word that says what they are, at either end of one of their names.
fn by_head(clusters: &Clusters) -> HashMap<&str, Vec<usize>> {
    let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in 0..clusters.all.len() {
        let root = clusters.root(at);
        let kind = clusters.all[root].kind;
        let party = matches!(kind, EntityKind::Organization | EntityKind::ArmedGroup | EntityKind::Company);
        let key = clusters.all[at].key.as_str();
        if !party || !key.contains(' ') || clusters.all[at].country.is_some() {
            continue;
        }
        let ends = [key.split(' ').next(), key.rsplit(' ').next()];
        let company = (kind == EntityKind::Company).then_some(COMPANY);
        for head in ends.into_iter().chain([company]).flatten() {
            let known = named.entry(head).or_default();
            if !known.contains(&root) && known.len() < 2 {
                known.push(root);
            }
        }
    }
    named
}
