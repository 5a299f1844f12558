//! Places named within other names: "the Government of Kessa" names Kessa, "parquet de Riverbend" Riverbend. A mention holds
//! one entity only, so such a place is an entity without a mention of its own, and nothing is said to have happened there.

use super::lexicon::{Role, lexicon};
use super::{Entity, EntityKind};
use crate::places::{FeatureClass, Gazetteer};
use crate::text::{Token, TokenKind, fold, fold_words, tokens};

/// The name of a country or town within another name has no more words.
const LONGEST: usize = 6;

/// Adds the places that the names of other entities hold, each once, and none that the document names by itself.
pub(super) fn add(gazetteer: &Gazetteer, entities: &mut Vec<Entity>) {
    let mut known: std::collections::HashSet<String> =
        entities.iter().flat_map(|entity| &entity.names).map(|name| fold_words(name)).collect();
    let mut added = Vec::new();
    for entity in entities.iter().filter(|entity| holds_places(entity)) {
        for name in &entity.names {
            for (text, key) in places_in(gazetteer, name) {
                if known.insert(key.clone()) {
                    added.push(place(gazetteer, text, &key));
                }
            }
        }
    }
    entities.append(&mut added);
}

fn holds_places(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Organization | EntityKind::ArmedGroup | EntityKind::Place)
        && entity.names.iter().any(|name| name.contains(' '))
}

fn place(gazetteer: &Gazetteer, text: &str, key: &str) -> Entity {
    Entity {
        kind: EntityKind::Place,
        caption: text.to_owned(),
        names: vec![text.to_owned()],
        titles: Vec::new(),
        candidates: gazetteer.of_folded(key).map(|record| record.id.to_string()).collect(),
    }
}

/// A country anywhere in a name, a town or a region behind its "of" or "in"; the name itself is none.
fn places_in<'n>(gazetteer: &Gazetteer, name: &'n str) -> Vec<(&'n str, String)> {
    let tokens = tokens(name);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let last = begins(name, &tokens, at).then(|| longest(gazetteer, name, &tokens, at)).flatten();
        let Some((last, key)) = last else {
            at += 1;
            continue;
        };
        if at > 0 || last + 1 < tokens.len() {
            found.push((&name[tokens[at].span.start..tokens[last].span.end], key));
        }
        at = last + 1;
    }
    found
}

fn begins(name: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].kind == TokenKind::Word
        && tokens[at].text(name).starts_with(char::is_uppercase)
        && (at == 0 || !tokens[at - 1].is('-'))
}

fn longest(gazetteer: &Gazetteer, name: &str, tokens: &[Token], at: usize) -> Option<(usize, String)> {
    let of = at > 0 && {
        let mut before = (0..at).rev().filter(|before| tokens[*before].kind == TokenKind::Word);
        let word = before.next().map(|before| fold(tokens[before].text(name))).unwrap_or_default();
        lexicon().roles(&word).any(&[Role::Of, Role::In, Role::Article])
    };
    (at..tokens.len().min(at + LONGEST)).rev().find_map(|last| {
        let closes = !tokens.get(last + 1).is_some_and(|next| next.is('-') && !next.spaced);
        if tokens[last].kind != TokenKind::Word || !closes {
            return None;
        }
        let key = fold_words(&name[tokens[at].span.start..tokens[last].span.end]);
        let named = gazetteer.of_folded(&key).any(|record| match record.class {
            FeatureClass::Country => true,
            FeatureClass::Capital | FeatureClass::Town | FeatureClass::Region => of,
            _ => false,
        });
        // "Niger" of "Niger River", "the Congo Basin": other places than the country.
        let plain = key.len() > 2 && !super::units::is_nationality(&key);
        (named && plain).then_some((last, key))
    })
}
