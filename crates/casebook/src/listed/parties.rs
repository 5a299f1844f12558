//! Parties of documents as lists are asked for them.

use names::Party;
use names::index::Entry;
use names::matching::Says;
use names::party::{Kind, Name, NameSort};
use names::screening::{Answer, Screening};
use reason::entities::EntityKind;

use crate::register::SetBytes;

/// Names that reports shorten: fewer letters than this are an abbreviation of anything.
const SHORTEST: usize = 5;

/// What a document names, as a party that lists can be asked for; `None` of places and the like, and where no name is full
/// enough: of a person, a surname alone; of a body, an abbreviation.
#[must_use]
pub fn party_of(kind: EntityKind, names: &[String]) -> Option<Party> {
    let kind = match kind {
        EntityKind::Person => Kind::Person,
        EntityKind::Company => Kind::Company,
        EntityKind::Organization | EntityKind::ArmedGroup => Kind::Organization,
        EntityKind::Place | EntityKind::Other => return None,
    };
    let full = |name: &&String| match kind {
        Kind::Person => name.split_whitespace().count() > 1,
        _ => name.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST,
    };
    let names: Vec<Name> =
        names.iter().filter(full).map(|text| Name { text: text.clone(), sort: NameSort::Name }).collect();
    let first = names.first()?.text.clone();
    Some(Party { names, ..Party::named(kind, &first) })
}

/// Of the entries of which a test holds, those of the same name, those first of which more than the name agrees: all of them, so that nobody who
/// was not listed on the day hides one who was. Who does not pass the test takes no place of those who do.
pub fn matches<'a>(
    screening: &Screening<'a, SetBytes>,
    party: &Party,
    cutoff: f64,
    among: &dyn Fn(Entry<'_>) -> bool,
) -> Vec<Answer<'a>> {
    let mut found = screening.ask_among(party, cutoff, usize::MAX, among);
    found.retain(|answer| answer.hit.comparison.says != Says::Neither);
    // They come by score, and stay so among those of one kind.
    found.sort_by_key(|answer| answer.hit.comparison.says != Says::SameParty);
    found
}
