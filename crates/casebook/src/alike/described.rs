//! A party of a case as names are compared: its names, and what imported files say of it.

use names::Party as Known;
use names::matching::Prepared;
use names::party::Kind;
use reason::entities::Party;
use reason::imports::ImportedFile;

use crate::listed::party_of;

/// A party, ready to be compared.
pub(super) struct Described {
    pub(super) party: Known,
    pub(super) prepared: Prepared,
}

/// `None` of places and of what has no name in full.
pub(super) fn describe(party: &Party, imports: &[ImportedFile]) -> Option<Described> {
    let mut known = party_of(party.kind, &party.names);
    let records = party.imported.iter();
    for record in records.filter_map(|of| imports.get(of.file)?.records.get(of.record)) {
        let of = Known::of_record(record);
        known = Some(match known {
            None => of,
            Some(mut both) => {
                both.kind = if both.kind == Kind::LegalEntity { of.kind } else { both.kind };
                both.names.extend(of.names);
                both.parts.extend(of.parts);
                both.births.extend(of.births);
                both.countries.extend(of.countries);
                both.genders.extend(of.genders);
                both.identifiers.extend(of.identifiers);
                both
            }
        });
    }
    let party = known.filter(|party| party.kind != Kind::Other)?;
    Some(Described { prepared: Prepared::of(&party), party })
}
