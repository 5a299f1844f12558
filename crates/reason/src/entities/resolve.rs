//! Which names of a document are of one entity.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::candidate::Candidate;
use super::cluster::{Cluster, Clusters};
use super::definitions::Link;
use super::lexicon::lexicon;
use super::{Entity, EntityKind, Mention, MentionForm};
use super::{heads, initials, people, shortened, within};
use crate::places::{FeatureClass, Gazetteer};
use crate::text::fold_words;

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
        of.push((kept && !candidate.lone_head).then(|| clusters.take(candidate)));
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
    initials::join(&mut clusters);
    heads::join(&mut clusters, &found, &mut of);
    let bare = people::join(&mut clusters, &found, &of);
    let (mut entities, mentions) = emit(gazetteer, &clusters, &found, &of, &bare);
    within::add(gazetteer, &mut entities);
    (entities, mentions)
}

/// A name in a heading or in capitals is one if it is one elsewhere, or if the gazetteer or everybody knows it.
fn attested(found: &[Candidate], links: &[Link]) -> Vec<bool> {
    let mut sure: HashSet<&str> =
        found.iter().filter(|one| !one.doubtful && !one.lone_head).map(|one| one.key.as_str()).collect();
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
    clusters: &Clusters,
    found: &[Candidate],
    of: &[Option<usize>],
    bare: &BTreeMap<usize, usize>,
) -> (Vec<Entity>, Vec<Mention>) {
    let mut order: Vec<usize> = (0..found.len()).filter(|at| of[*at].is_some()).collect();
    order.sort_by_key(|at| (found[*at].span.start, std::cmp::Reverse(found[*at].span.end)));
    let mut made = Made::default();
    let mut end = 0;
    for at in order {
        let candidate = &found[at];
        let Some(own) = of[at].filter(|_| candidate.span.start >= end) else { continue };
        end = candidate.span.end;
        let root = clusters.root(bare.get(&at).copied().unwrap_or(own));
        let entity = made.entity(root, gazetteer, &clusters.all[root]);
        made.name(entity, candidate);
        let other = candidate.key != clusters.all[root].key;
        let capital = candidate.acts && is_capital(gazetteer, &clusters.all[root]);
        let form =
            if capital { MentionForm::Metonym } else { form_of(candidate, &clusters.all[root], other) };
        made.mentions.push(Mention { span: candidate.span, entity, form });
    }
    made.finish()
}

/// Entities as they are written down.
#[derive(Default)]
struct Made {
    entities: Vec<Entity>,
    /// By cluster.
    numbers: HashMap<usize, usize>,
    mentions: Vec<Mention>,
    /// Forms with their rank, by entity.
    titled: BTreeMap<usize, Vec<String>>,
    untitled: HashSet<usize>,
}

impl Made {
    fn entity(&mut self, root: usize, gazetteer: &Gazetteer, cluster: &Cluster) -> usize {
        *self.numbers.entry(root).or_insert_with(|| {
            self.entities.push(Entity {
                kind: cluster.kind,
                caption: String::new(),
                names: Vec::new(),
                titles: Vec::new(),
                candidates: candidates(gazetteer, cluster),
            });
            self.entities.len() - 1
        })
    }

    fn name(&mut self, entity: usize, candidate: &Candidate) {
        let made = &mut self.entities[entity];
        for form in std::iter::once(&candidate.text).chain(&candidate.forms) {
            push_once(&mut made.names, form);
        }
        if let Some(title) = &candidate.title {
            push_once(&mut made.titles, title);
            let plain = format!("{title} {}", candidate.text);
            let written = candidate.titled.as_ref().filter(|form| fold_words(form) == fold_words(&plain));
            let plain = written.cloned().unwrap_or(plain);
            // "Daw Khin Kess": what is put before every name of a people is as good as part of it.
            if lexicon().roles(&crate::text::fold(title)).has(super::lexicon::Role::NamePrefix) {
                push_once(&mut made.names, &plain);
            }
            self.titled.entry(entity).or_default().push(plain);
        } else {
            self.untitled.insert(entity);
        }
    }

    fn finish(mut self) -> (Vec<Entity>, Vec<Mention>) {
        for entity in &mut self.entities {
            entity.caption = caption(&entity.names);
        }
        // A name that only ever stands with its rank is known by both.
        for (entity, forms) in self.titled.iter().filter(|(entity, _)| !self.untitled.contains(entity)) {
            forms.iter().for_each(|form| push_once(&mut self.entities[*entity].names, form));
        }
        (self.entities, self.mentions)
    }
}

/// A capital that acts stands for its government; which it is stays open.
fn is_capital(gazetteer: &Gazetteer, cluster: &Cluster) -> bool {
    cluster.kind == EntityKind::Place
        && gazetteer.of_folded(&cluster.key).any(|record| record.class == FeatureClass::Capital)
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
