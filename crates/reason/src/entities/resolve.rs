//! Which names of a document are of one entity.

use std::collections::{BTreeMap, HashMap};

use super::candidate::Candidate;
use super::cluster::{Cluster, Clusters};
use super::definitions::Link;
use super::lexicon::lexicon;
use super::{Entity, EntityKind, Mention, MentionForm};
use super::{people, shortened};
use crate::places::Gazetteer;

/// Entities in the order of first mention, mentions in reading order.
pub(super) fn resolve(
    gazetteer: &Gazetteer,
    mut found: Vec<Candidate>,
    links: &[Link],
) -> (Vec<Entity>, Vec<Mention>) {
    let kept = attested(&found, links);
    let mut clusters = Clusters::default();
    let mut of: Vec<Option<usize>> = Vec::with_capacity(found.len());
    for (candidate, kept) in found.iter_mut().zip(kept) {
        of.push(kept.then(|| clusters.take(candidate)));
    }
    for link in links {
        if let (Some(name), Some(other)) = (of[link.name], of[link.other]) {
            clusters.equate(name, other);
        }
    }
    known_names(&mut clusters);
    same_places(&mut clusters, gazetteer);
    clusters.decide();
    shortened::join(&mut clusters, gazetteer);
    let bare = people::join(&mut clusters, &found, &of);
    emit(gazetteer, &mut clusters, &found, &of, &bare)
}

/// A name in a heading or in capitals is one if it is one elsewhere, or if the gazetteer or everybody knows it.
fn attested(found: &[Candidate], links: &[Link]) -> Vec<bool> {
    let mut sure: std::collections::HashSet<&str> =
        found.iter().filter(|one| !one.doubtful).map(|one| one.key.as_str()).collect();
    for link in links {
        sure.insert(&found[link.name].key);
        sure.insert(&found[link.other].key);
    }
    found
        .iter()
        .map(|one| {
            !one.doubtful
                || sure.contains(one.key.as_str())
                || one.all().best().is_some_and(|kind| one.all().of(kind) >= 8)
        })
        .collect()
}

/// Names of one known party are one entity.
fn known_names(clusters: &mut Clusters) {
    let mut by_party: HashMap<usize, usize> = HashMap::new();
    for at in 0..clusters.all.len() {
        let Some(known) = lexicon().known(&clusters.all[at].key) else { continue };
        if known.capitals && !clusters.all[at].abbreviation {
            continue;
        }
        match by_party.get(&known.party) {
            Some(first) => clusters.equate(*first, at),
            None => {
                by_party.insert(known.party, at);
            }
        }
    }
}

/// Two names of the one place that both can only mean.
fn same_places(clusters: &mut Clusters, gazetteer: &Gazetteer) {
    let mut by_record: HashMap<String, usize> = HashMap::new();
    for at in 0..clusters.all.len() {
        let mut records = gazetteer.of_folded(&clusters.all[at].key);
        let (Some(only), None) = (records.next(), records.next()) else { continue };
        if clusters.all[at].all().best() != Some(EntityKind::Place) {
            continue;
        }
        match by_record.get(&*only.id) {
            Some(first) => clusters.equate(*first, at),
            None => {
                by_record.insert(only.id.to_string(), at);
            }
        }
    }
}

fn emit(
    gazetteer: &Gazetteer,
    clusters: &mut Clusters,
    found: &[Candidate],
    of: &[Option<usize>],
    bare: &BTreeMap<usize, usize>,
) -> (Vec<Entity>, Vec<Mention>) {
    let mut order: Vec<usize> = (0..found.len()).filter(|at| of[*at].is_some()).collect();
    order.sort_by_key(|at| (found[*at].span.start, std::cmp::Reverse(found[*at].span.end)));
    let mut entities: Vec<Entity> = Vec::new();
    let mut entity_of: HashMap<usize, usize> = HashMap::new();
    let mut mentions: Vec<Mention> = Vec::new();
    let mut end = 0;
    for at in order {
        let candidate = &found[at];
        if candidate.span.start < end {
            continue;
        }
        end = candidate.span.end;
        let Some(own) = of[at] else { continue };
        let cluster = bare.get(&at).copied().unwrap_or(own);
        let root = clusters.root(cluster);
        let entity = *entity_of.entry(root).or_insert_with(|| {
            entities.push(Entity {
                kind: clusters.all[root].kind,
                caption: String::new(),
                names: Vec::new(),
                titles: Vec::new(),
                candidates: candidates(gazetteer, &clusters.all[root]),
            });
            entities.len() - 1
        });
        let made = &mut entities[entity];
        for form in std::iter::once(&candidate.text).chain(&candidate.forms) {
            push_once(&mut made.names, form);
        }
        if let Some(title) = &candidate.title {
            push_once(&mut made.titles, title);
        }
        let form = form_of(candidate, &clusters.all[root], clusters.all[own].key != clusters.all[root].key);
        mentions.push(Mention { span: candidate.span, entity, form });
    }
    for entity in &mut entities {
        entity.caption = caption(&entity.names);
    }
    (entities, mentions)
}

fn push_once(all: &mut Vec<String>, one: &str) {
    if !all.iter().any(|known| known == one) {
        all.push(one.to_owned());
    }
}

/// The longest form that is no more than a name.
fn caption(names: &[String]) -> String {
    let longest = names.iter().rev().max_by_key(|name| name.chars().count());
    longest.cloned().unwrap_or_default()
}

fn form_of(candidate: &Candidate, root: &Cluster, other: bool) -> MentionForm {
    if super::definitions::is_abbreviation(&candidate.text) {
        return MentionForm::Abbreviation;
    }
    if !other {
        return MentionForm::Name;
    }
    let within = format!(" {} ", root.key).contains(&format!(" {} ", candidate.key));
    if within { MentionForm::Short } else { MentionForm::Alias }
}

fn candidates(gazetteer: &Gazetteer, cluster: &Cluster) -> Vec<String> {
    if cluster.kind != EntityKind::Place {
        return Vec::new();
    }
    gazetteer.of_folded(&cluster.key).map(|record| record.id.to_string()).collect()
}
