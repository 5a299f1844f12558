//! An abbreviation that a document uses without spelling it out is that of the only name in it whose words begin with its letters,
//! all of them and in order: "GKF" of "Greater Kessa Foundation".

use std::collections::HashMap;

use super::EntityKind::{ArmedGroup, Company, Organization};
use super::cluster::Clusters;
use super::lexicon::{Role, lexicon};
use super::shortened;

/// Two letters are those of too many names.
const SHORTEST: usize = 3;

/// Joins what can only be one.
pub(super) fn join(clusters: &mut Clusters) {
    let mut spelled: HashMap<String, Vec<usize>> = HashMap::new();
    for at in 0..clusters.all.len() {
        let cluster = &clusters.all[at];
        let party = matches!(clusters.all[clusters.root(at)].kind, Organization | ArmedGroup | Company);
        if party && !cluster.abbreviation && cluster.key.contains(' ') && cluster.country.is_none() {
            for letters in letters(&cluster.key) {
                spelled.entry(letters).or_default().push(at);
            }
        }
    }
    let mut members: HashMap<usize, usize> = HashMap::new();
    for at in 0..clusters.all.len() {
        *members.entry(clusters.root(at)).or_default() += 1;
    }
    for at in 0..clusters.all.len() {
        let cluster = &clusters.all[at];
        let alone = members.get(&at) == Some(&1);
        let known = lexicon().known(&cluster.key).is_some();
        if !cluster.abbreviation || !alone || known || cluster.key.chars().count() < SHORTEST {
            continue;
        }
        let Some(full) = spelled.get(&cluster.key) else { continue };
        let mut roots: Vec<usize> = full.iter().map(|full| clusters.root(*full)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let [only] = roots[..] {
            shortened::hold(clusters, only, at);
        }
    }
}

/// The first letters of all words, and of those that are no small words.
fn letters(key: &str) -> Vec<String> {
    let first = |word: &str| word.chars().next();
    let all: String = key.split(' ').filter_map(first).collect();
    let main =
        key.split(' ').filter(|word| !lexicon().roles(word).any(&[Role::Of, Role::Article, Role::And]));
    let main: String = main.filter_map(first).collect();
    let mut both = vec![all, main];
    both.dedup();
    both
}
