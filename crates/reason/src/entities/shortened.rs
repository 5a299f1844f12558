//! Names without what every reader supplies: "Halden" for "Halden Group", "Ministry of Mines" for "Kessan Ministry of Mines".

use std::collections::HashMap;

use super::EntityKind;
use super::cluster::Clusters;
use super::find::HEADS;
use super::lexicon::{Role, lexicon};
use super::units::is_nationality;

/// Joins each shortened name to the only longer one that it can be of.
pub(super) fn join(clusters: &mut Clusters) {
    let mut by_short: HashMap<String, Vec<usize>> = HashMap::new();
    for at in clusters.roots().filter(|at| clusters.all[*at].kind != EntityKind::Person) {
        for short in shorter(&clusters.all[at].key) {
            by_short.entry(short).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (short, long) in &by_short {
        let Some(own) = clusters.by_key(short) else { continue };
        let mut roots: Vec<usize> = long.iter().map(|at| clusters.root(*at)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let [only] = roots[..] {
            pairs.push((only, own));
        }
    }
    pairs.sort_unstable();
    for (long, short) in pairs {
        let kinds = (clusters.all[clusters.root(long)].kind, clusters.all[clusters.root(short)].kind);
        if compatible(kinds.0, kinds.1) {
            let kind = kinds.0;
            clusters.equate(long, short);
            let root = clusters.root(long);
            clusters.all[root].kind = kind;
        }
    }
}

fn compatible(long: EntityKind, short: EntityKind) -> bool {
    long == short || short == EntityKind::Other || (short == EntityKind::Person && long != EntityKind::Place)
        || matches!((long, short), (EntityKind::Company | EntityKind::ArmedGroup | EntityKind::Organization, EntityKind::Company | EntityKind::ArmedGroup | EntityKind::Organization))
}

/// What a reader may call it: without the nationality before it, without the general words behind it.
fn shorter(key: &str) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let mut all = Vec::new();
    let from = usize::from(words.len() > 1 && (is_nationality(words[0]) || is_year(words[0])));
    for start in 0..=from {
        let mut end = words.len();
        if start > 0 {
            all.push(words[start..].join(" "));
        }
        while end > start + 1 && is_general(words[end - 1]) {
            end -= 1;
            all.push(words[start..end].join(" "));
        }
    }
    all.retain(|short| !short.split(' ').all(is_general) || short.contains(' '));
    all
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_general(word: &str) -> bool {
    lexicon().roles(word).any(&HEADS) || lexicon().roles(word).has(Role::CompanyWord)
}
