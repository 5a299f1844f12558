//! Entries by their numbers and codes.

use super::keys;
use super::layout::Section;
use super::open::View;
use super::table::Table;
use crate::Party;
use crate::party::Identifier;

/// The least letters and digits of an identifier that is looked up: shorter ones are of anybody.
const SHORTEST: usize = 5;

/// An identifier without what is written differently: letters in capitals and digits alone; `None` where too little is left.
fn plain(text: &str) -> Option<String> {
    let plain: String =
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    (plain.chars().count() >= SHORTEST).then_some(plain)
}

/// Keys of what tells a party from others. A number is looked up whatever it is a number of: lists disagree about that.
pub(super) fn keys(party: &Party) -> impl Iterator<Item = u32> + '_ {
    party
        .identifiers
        .iter()
        .filter_map(|identifier| plain(&identifier.text))
        .map(|plain| keys::identifier(&plain))
}

/// Whether two parties have a number in common.
fn shares(one: &[Identifier], other: &[Identifier]) -> bool {
    let numbers =
        |of: &[Identifier]| of.iter().filter_map(|identifier| plain(&identifier.text)).collect::<Vec<_>>();
    let numbers_of_other = numbers(other);
    numbers(one).iter().any(|number| numbers_of_other.contains(number))
}

/// The entries that have a number of a party, in ascending order.
pub(super) fn entries(view: View<'_>, party: &Party) -> Vec<u32> {
    let table = Table::new(view.numbers(Section::IdentifierStarts), view.numbers(Section::Identifiers));
    let mut entries: Vec<u32> = keys(party).flat_map(|key| table.get(key)).collect();
    entries.sort_unstable();
    entries.dedup();
    entries.retain(|entry| {
        let listed = super::entry::Entry::of(view, *entry).and_then(super::entry::Entry::party);
        listed.is_some_and(|listed| shares(&listed.identifiers, &party.identifiers))
    });
    entries
}
