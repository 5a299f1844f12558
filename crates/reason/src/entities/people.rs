//! Bare surnames and given names: whose they are.

use std::collections::BTreeMap;

use super::EntityKind;
use super::candidate::Candidate;
use super::cluster::Clusters;
use crate::text::TextMap;

/// More people of one surname in one document cannot be told apart by it.
const MOST_NAMESAKES: usize = 50;

/// For each mention of a bare surname that is of one person only: that person. By index of the candidate.
///
/// The only one of that surname whom the text has named before, or whom it has in the same paragraph; else the only one whom
/// it names at all. Where two may be meant, the surname stays an entity of its own.
pub(super) fn join(
    clusters: &mut Clusters,
    found: &[Candidate],
    of: &[Option<usize>],
) -> BTreeMap<usize, usize> {
    let mut by_part: TextMap<String, Vec<usize>> = TextMap::default();
    for at in clusters.roots().filter(|at| clusters.all[*at].kind == EntityKind::Person) {
        let words: Vec<&str> = clusters.all[at].key.split(' ').collect();
        for from in 1..words.len() {
            by_part.entry(words[from..].join(" ")).or_default().push(at);
        }
        if words.len() > 1 {
            by_part.entry(words[0].to_owned()).or_default().push(at);
        }
        // "Eliseo Kessa Riverón" is Kessa: the father's name stands before the mother's.
        for middle in words.iter().take(words.len().saturating_sub(1)).skip(1).filter(|word| is_name(word)) {
            by_part.entry((*middle).to_owned()).or_default().push(at);
        }
    }
    let mut bare = BTreeMap::new();
    // The block in which each person was last named in full.
    let mut named_in: TextMap<usize, usize> = TextMap::default();
    for (at, candidate) in found.iter().enumerate() {
        let Some(own) = of[at].filter(|_| !candidate.lone_head) else { continue };
        let root = clusters.root(own);
        if clusters.all[root].kind == EntityKind::Person && candidate.key.contains(' ') {
            named_in.insert(root, candidate.block);
        }
        let people = by_part.get(&candidate.key).filter(|people| people.len() <= MOST_NAMESAKES);
        let Some(people) = people else { continue };
        if !may_be_surname(clusters, own) || people.contains(&root) {
            continue;
        }
        let surname = format!(" {}", candidate.key);
        let last: Vec<usize> =
            people.iter().copied().filter(|person| clusters.all[*person].key.ends_with(&surname)).collect();
        let people = if last.is_empty() { people } else { &last };
        let before: Vec<usize> = people
            .iter()
            .copied()
            .filter(|person| clusters.all[*person].first < candidate.span.start)
            .collect();
        let beside: Vec<usize> =
            before.iter().copied().filter(|person| named_in.get(person) == Some(&candidate.block)).collect();
        match (&before[..], &people[..], &beside[..]) {
            ([only], ..) | ([], [only], _) | (.., [only]) => {
                bare.insert(at, *only);
            }
            _ => clusters.all[root].kind = EntityKind::Person,
        }
    }
    bare
}

/// No particle.
fn is_name(word: &str) -> bool {
    word.chars().count() > 2 && !super::lexicon::lexicon().roles(word).has(super::lexicon::Role::Particle)
}

/// A place of that name that the text speaks of as one is no person.
fn may_be_surname(clusters: &Clusters, own: usize) -> bool {
    let cluster = &clusters.all[own];
    let votes = cluster.all();
    let rival = [
        EntityKind::Place,
        EntityKind::ArmedGroup,
        EntityKind::Organization,
        EntityKind::Company,
        EntityKind::Other,
    ]
    .iter()
    .map(|kind| votes.of(*kind))
    .max()
    .unwrap_or(0);
    cluster.key.split(' ').count() <= 2 && (rival < 6 || votes.of(EntityKind::Person) * 2 > rival)
}
