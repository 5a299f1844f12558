//! Same name, same party, or neither.

use crate::reading::Role;

use super::evidence::Evidence;
use super::{Because, Closest, How, Prepared, Says, THRESHOLD};

/// What the names and the evidence besides say together.
///
/// A name alone is never a party. A party is one whose name agrees and which shares what two parties of one name seldom share: an
/// identifier, the day of birth, or, where the name is rare, the year of birth or the country.
pub(super) fn says(
    names: Option<Closest<'_>>,
    evidence: Evidence,
    one: &Prepared,
    other: &Prepared,
) -> (Says, Because) {
    let agree = names.filter(|names| f64::from(names.points) + 1e-6 >= THRESHOLD);
    let Some(names) = agree else {
        // A ship that was renamed keeps its number.
        let is_same = evidence.identifier == Some(How::Same) && !evidence.contradicts();
        return if is_same {
            (Says::SameParty, Because::Identifier)
        } else {
            (Says::Neither, Because::NameDiffers)
        };
    };
    if evidence.contradicts() {
        return (Says::SameName, Because::Contradiction);
    }
    if evidence.identifier == Some(How::Same) {
        return (Says::SameParty, Because::Identifier);
    }
    if names.is_weak() {
        return (Says::SameName, Because::WeakAlias);
    }
    if evidence.birth == Some(How::Same) {
        return (Says::SameParty, Because::Birth);
    }
    let besides = evidence.birth == Some(How::Within) || evidence.country == Some(How::Same);
    let against = evidence.country == Some(How::Differs) || evidence.birth == Some(How::Near);
    let nothing = evidence.birth.is_none() && evidence.country.is_none() && evidence.gender.is_none();
    match () {
        () if besides && !against && is_rare(names, one, other) => (Says::SameParty, Because::RareName),
        () if nothing && evidence.identifier.is_none() => (Says::SameName, Because::NameAlone),
        () => (Says::SameName, Because::TooLittleBesides),
    }
}

/// Whether both names hold two words at least that few bear, and are all but the same.
fn is_rare(names: Closest<'_>, one: &Prepared, other: &Prepared) -> bool {
    const ALMOST: f32 = 0.9;
    let rare = |read: crate::reading::Read<'_>| {
        let tokens = read.tokens().iter();
        tokens.filter(|token| token.telling >= 90 && token.role != Role::Patronymic).count() >= 2
    };
    names.points >= ALMOST && rare(one.read(names.one)) && rare(other.read(names.other))
}
