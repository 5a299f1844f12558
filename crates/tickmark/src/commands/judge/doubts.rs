//! What a person should know before two things are judged to be one, and after works were tied.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use casebook::Loaded;
use casebook::judgements::Item;
use ftm::{Record, is_a};
use reason::entities::{Entity, EntityKind};
use reason::imports::may_be;
use reason::origins::{Certainty, Reach, roots};
use reason::places::Gazetteer;

use crate::commands::findings::standing_name;

/// Two places that lie further apart than this are hardly one town with two names.
const FAR_KM: f64 = 20.0;
/// Of the earth, in kilometres.
const RADIUS_KM: f64 = 6371.0;

/// Why two things can hardly be one; `None` where nothing speaks against it.
pub fn against_one(loaded: &Loaded, one: Item, other: Item) -> Option<String> {
    if let Some(why) = imported_as_another(loaded, one, other) {
        return why;
    }
    let (one, other) = (Known::of(loaded, one)?, Known::of(loaded, other)?);
    if one.kind != other.kind && one.kind != EntityKind::Other && other.kind != EntityKind::Other {
        return Some(format!(
            "“{}” was read as {}, “{}” as {}",
            one.name,
            with_article(one.kind),
            other.name,
            with_article(other.kind)
        ));
    }
    if one.places.is_empty() || other.places.is_empty() || !one.places.is_disjoint(&other.places) {
        return None;
    }
    match distance(&one, &other) {
        Some(apart) if apart < FAR_KM => None,
        Some(apart) => Some(format!("“{}” and “{}” lie {apart:.0} km apart", one.name, other.name)),
        None => Some(format!("“{}” and “{}” are two places of the gazetteer", one.name, other.name)),
    }
}

/// Of pairs in which one was imported: what the file says it is, against what the other was read as. `None` where neither was.
fn imported_as_another(loaded: &Loaded, one: Item, other: Item) -> Option<Option<String>> {
    let record = |item: Item| {
        let Item::Party(party) = item else { return None };
        let party = loaded.conclusions.parties.get(party)?;
        let of = party.members.is_empty().then(|| party.imported.first()).flatten()?;
        loaded.imports.get(of.file)?.records.get(of.record)
    };
    let against = |imported: &Record, known: &Known| {
        let fits = imported.sort().is_some_and(|sort| may_be(sort, known.kind));
        (!fits).then(|| {
            let (name, read) = (&known.name, with_article(known.kind));
            format!("“{}” was imported as {}, “{name}” was read as {read}", imported.shown(), imported.schema)
        })
    };
    match (record(one), record(other)) {
        (None, None) => None,
        (Some(one), Some(other)) => {
            let fits = is_a(&one.schema, &other.schema) || is_a(&other.schema, &one.schema);
            Some((!fits).then(|| {
                let (shown, name) = (one.shown(), other.shown());
                format!("“{shown}” was imported as {}, “{name}” as {}", one.schema, other.schema)
            }))
        }
        (Some(record), None) => Some(against(record, &Known::of(loaded, other)?)),
        (None, Some(record)) => Some(against(record, &Known::of(loaded, one)?)),
    }
}

const fn with_article(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "a person",
        EntityKind::Organization => "an organisation",
        EntityKind::ArmedGroup => "an armed group",
        EntityKind::Company => "a company",
        EntityKind::Place => "a place",
        EntityKind::Other => "something else",
    }
}

/// What is known of somebody or something.
struct Known {
    kind: EntityKind,
    name: String,
    names: BTreeSet<String>,
    /// Ids of what the gazetteer knows by its name.
    places: BTreeSet<String>,
}

impl Known {
    fn of(loaded: &Loaded, item: Item) -> Option<Self> {
        let entity =
            |document: usize, entity: usize| loaded.documents.get(document)?.analysis.entities.get(entity);
        let members: Vec<&Entity> = match item {
            Item::Party(party) => {
                let party = loaded.conclusions.parties.get(party)?;
                party.members.iter().filter_map(|member| entity(member.document, member.entity)).collect()
            }
            Item::Mention(document, mention) => {
                let mention = loaded.documents.get(document)?.analysis.mentions.get(mention)?;
                vec![entity(document, mention.entity)?]
            }
            _ => return None,
        };
        let first = members.first()?;
        Some(Self {
            kind: first.kind,
            name: first.caption.clone(),
            names: members.iter().flat_map(|member| member.names.iter().cloned()).collect(),
            places: members.iter().flat_map(|member| member.candidates.iter().cloned()).collect(),
        })
    }

    fn positions(&self) -> Vec<(f32, f32)> {
        let records = self.names.iter().flat_map(|name| Gazetteer::bundled().lookup(name));
        let meant = records.filter(|record| self.places.contains(&*record.id));
        meant.filter_map(|record| record.position).collect()
    }
}

/// The least distance between what the one and what the other may be.
fn distance(one: &Known, other: &Known) -> Option<f64> {
    let others = other.positions();
    let pairs = one.positions().into_iter().flat_map(|a| others.iter().map(move |b| kilometres(a, *b)));
    pairs.min_by(f64::total_cmp)
}

/// Along the great circle.
fn kilometres(a: (f32, f32), b: (f32, f32)) -> f64 {
    let radians = |degrees: f32| f64::from(degrees).to_radians();
    let (north, east) = (radians(b.0) - radians(a.0), radians(b.1) - radians(a.1));
    let half =
        (north / 2.0).sin().powi(2) + radians(a.0).cos() * radians(b.0).cos() * (east / 2.0).sin().powi(2);
    2.0 * RADIUS_KM * half.sqrt().min(1.0).asin()
}

/// The works that rest on each other in a circle through two of them, by name; nothing where they lead to an origin.
pub fn circle(loaded: &Loaded, from: Item, to: Item) -> Vec<String> {
    let origins = &loaded.conclusions.origins;
    let standing = |item: Item| match item {
        Item::Work(work) => Some(work),
        Item::Document(document) => Some(origins.standing(document)),
        _ => None,
    };
    let (Some(from), Some(to)) = (standing(from), standing(to)) else {
        return Vec::new();
    };
    if !roots(origins, &[from], Reach::Confirmed).is_empty() {
        return Vec::new();
    }
    let mut came_from = BTreeMap::from([(to, from)]);
    let mut open = VecDeque::from([to]);
    while let Some(at) = open.pop_front() {
        let edges = origins.edges_from(at).iter().filter(|edge| edge.certainty == Certainty::Confirmed);
        for next in edges.map(|edge| edge.to) {
            came_from.entry(next).or_insert_with(|| {
                open.push_back(next);
                at
            });
        }
    }
    let mut around = Vec::new();
    let mut at = from;
    while let Some(before) = came_from.get(&at) {
        around.push(standing_name(loaded, at));
        at = *before;
        if at == from {
            break;
        }
    }
    around.reverse();
    around
}
