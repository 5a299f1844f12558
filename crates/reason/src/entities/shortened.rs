//! Names without what every reader supplies: "Halden" for "Halden Group", "Ministry of Mines" for "Kessan Ministry of Mines",
//! "Kessan government" for "government of Kessa".

use std::collections::{BTreeMap, HashMap};

use super::EntityKind;
use super::cluster::Clusters;
use super::find::HEADS;
use super::lexicon::{Role, lexicon};
use super::states::country_code;
use super::units::is_nationality;
use crate::places::{FeatureClass, Gazetteer};

/// Joins the forms of one name, then each shortened name to the only longer one that it can be of.
pub(super) fn join(clusters: &mut Clusters, gazetteer: &Gazetteer) {
    same_core(clusters, gazetteer);
    let mut by_short: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in (0..clusters.all.len()).filter(|at| clusters.all[*at].kind != EntityKind::Person) {
        // A part of a state is not shortened to another, nor what everybody knows by its whole name.
        if clusters.all[at].country.is_some() || lexicon().known(&clusters.all[at].key).is_some() {
            continue;
        }
        for short in shorter(&clusters.all[at].key, clusters.all[at].kind) {
            by_short.entry(short).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (short, long) in &by_short {
        let Some(own) = clusters.by_key(short) else { continue };
        let mut roots: Vec<usize> =
            long.iter().map(|at| clusters.root(*at)).filter(|root| *root != clusters.root(own)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let [only] = roots[..] {
            pairs.push((only, own));
        }
    }
    for (long, short) in pairs {
        let long = clusters.root(long);
        if compatible(clusters, gazetteer, long, short) {
            hold(clusters, long, short);
        }
    }
}

/// Holds a shorter name to be that of the longer one, which tells the kind of both.
pub(super) fn hold(clusters: &mut Clusters, long: usize, short: usize) {
    let kind = clusters.all[long].kind;
    clusters.equate(long, short);
    let root = clusters.root(long);
    clusters.all[root].kind = kind;
}

fn compatible(clusters: &Clusters, gazetteer: &Gazetteer, long: usize, short: usize) -> bool {
    use EntityKind::{ArmedGroup, Company, Organization, Other, Person, Place};
    let (kind, other) = (clusters.all[long].kind, clusters.all[clusters.root(short)].kind);
    let place = clusters.all[short].all().of(Place);
    let unknown = gazetteer.of_folded(&clusters.all[short].key).next().is_none();
    match other {
        Other => true,
        Person => matches!(kind, Company | Organization | ArmedGroup),
        // A small town of the name says little against a company that the text names in full.
        Place => {
            kind == Place
                || (kind == Company && unknown && is_formed(&clusters.all[long].key))
                || (kind == Company && (place <= 9 || unknown) && clusters.all[short].votes.of(Place) <= 3)
        }
        Company | Organization | ArmedGroup => matches!(kind, Company | Organization | ArmedGroup),
    }
}

/// Its last word is a legal form: it is a company whatever stands around its short name.
fn is_formed(key: &str) -> bool {
    let last = key.rsplit(' ').next().unwrap_or_default();
    lexicon().roles(last).any(&[Role::CompanyForm, Role::CompanyCapitals])
}

/// Names that differ in their legal form, in how they say their country, or in "of" only.
fn same_core(clusters: &mut Clusters, gazetteer: &Gazetteer) {
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for at in 0..clusters.all.len() {
        let cluster = &clusters.all[at];
        let named = matches!(
            cluster.kind,
            EntityKind::Company | EntityKind::Organization | EntityKind::ArmedGroup | EntityKind::Other
        );
        if !named || !cluster.key.contains(' ') {
            continue;
        }
        let Some(core) = core(&cluster.key, gazetteer) else { continue };
        match known.get(&core) {
            Some(first) if clusters.all[*first].kind == cluster.kind => clusters.equate(*first, at),
            Some(_) => {}
            None => {
                known.insert(core, at);
            }
        }
    }
}

/// The words that matter, in alphabetical order, and the country.
fn core(key: &str, gazetteer: &Gazetteer) -> Option<(String, String)> {
    let words: Vec<&str> = key.split(' ').collect();
    let mut country = String::new();
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let reach = words.len().min(at + 5);
        let named = (at + 1..=reach).rev().find_map(|end| {
            let record = gazetteer
                .of_folded(&words[at..end].join(" "))
                .find(|record| record.class == FeatureClass::Country)?;
            Some((end, record.country.to_string()))
        });
        let roles = lexicon().roles(words[at]);
        if let Some((end, code)) = named {
            country = code;
            at = end;
            continue;
        }
        match country_code(words[at]) {
            Some(code) if words.len() > 1 => country = code,
            _ if roles.any(&[Role::Of, Role::Article]) && !roles.has(Role::CompanyWord) => {}
            _ if at > 0
                && at + 1 == words.len()
                && roles.any(&[Role::CompanyForm, Role::CompanyCapitals])
                && !roles.any(&[Role::OrgHead, Role::UnitNoun]) => {}
            _ => kept.push(words[at]),
        }
        at += 1;
    }
    // One general word and no country say nothing.
    if kept.is_empty() || (kept.len() == 1 && country.is_empty() && is_general(kept[0])) {
        return None;
    }
    kept.sort_unstable();
    Some((kept.join(" "), country))
}

/// What a reader may call it: without nationality or year before it, without the general words behind it; a name of three
/// words and more by its first alone.
fn shorter(key: &str, kind: EntityKind) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let mut all = Vec::new();
    let from = usize::from(words.len() > 1 && (is_nationality(words[0]) || is_year(words[0])));
    // "Comptoir Halden SARL" is Halden.
    let formed = words[words.len() - 1];
    let formed = lexicon().roles(formed).any(&[Role::CompanyForm, Role::CompanyCapitals]);
    let headed = kind == EntityKind::Company && words.len() > 2 && is_general(words[0]);
    let from = from.max(usize::from(headed));
    for start in 0..=from {
        if start > 0 {
            all.push(words[start..].join(" "));
        }
        let mut end = words.len();
        let most = if kind == EntityKind::Company { words.len() } else { 1 };
        while end > start + 1 && words.len() - end < most && drops(words[end - 1], kind) {
            end -= 1;
            all.push(words[start..end].join(" "));
        }
    }
    let party = !matches!(kind, EntityKind::Place | EntityKind::Other);
    // "Blue Kessa Protective Services" is Blue Kessa.
    if kind == EntityKind::Company
        && words.len() > 3
        && is_general(words[words.len() - 1])
        && !is_general(words[1])
    {
        all.push(words[..2].join(" "));
    }
    if party
        && words.len() > 1
        && !is_general(words[0])
        && words[0].len() > 3
        && words[1..].iter().any(|word| is_general(word))
    {
        all.push(words[0].to_owned());
    }
    // "Sitio Kessa" is Kessa.
    let settled =
        lexicon().roles(words[0]).has(Role::PlaceStart) && lexicon().roles(words[0]).has(Role::AdminNoun);
    if kind == EntityKind::Place && words.len() > 1 && settled {
        all.push(words[1..].join(" "));
    }
    // "ministère kessanais des mines" is the "ministère des mines".
    if words.len() > 3
        && matches!(kind, EntityKind::Organization | EntityKind::ArmedGroup)
        && lexicon().roles(words[0]).any(&HEADS)
        && is_nationality(words[1])
        && lexicon().roles(words[2]).has(Role::Of)
    {
        all.push([&words[..1], &words[2..]].concat().join(" "));
    }
    // "the Accords" of the only accords.
    let last = words[words.len() - 1];
    if words.len() > 1 && lexicon().roles(last).has(Role::OtherHead) {
        all.push(last.to_owned());
    }
    all.extend(without_complement(&words, kind));
    if formed && headed {
        all.push(words[1..words.len() - 1].join(" "));
    }
    all.retain(|short| !is_nationality(short));
    all.retain(|short| {
        !short.split(' ').all(is_general)
            || short.contains(' ')
            || lexicon().roles(short).has(Role::OtherHead)
    });
    all.sort();
    all.dedup();
    all
}

/// "Human Rights Office of the Mission" is "Human Rights Office" where there is no other: what stands before the last "of".
fn without_complement(words: &[&str], kind: EntityKind) -> Option<String> {
    if !matches!(kind, EntityKind::Organization | EntityKind::ArmedGroup) {
        return None;
    }
    let of = words.iter().rposition(|word| {
        let roles = lexicon().roles(word);
        roles.has(Role::Of) && !roles.has(Role::Article)
    })?;
    let own = &words[..of];
    let says =
        own.len() > 1 && own.iter().any(|word| is_general(word)) && !own.iter().all(|word| is_general(word));
    says.then(|| own.join(" "))
}

/// Whether a name of a kind may lose its last word.
fn drops(word: &str, kind: EntityKind) -> bool {
    match kind {
        EntityKind::Company if lexicon().roles(word).has(Role::CompanyCapitals) => true,
        EntityKind::Place => lexicon().roles(word).has(Role::AdminNoun),
        EntityKind::Other => false,
        _ => is_general(word),
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_general(word: &str) -> bool {
    let roles = lexicon().roles(word);
    roles.any(&HEADS) || roles.has(Role::CompanyWord)
}
