//! Entries by their numbers and codes.

use super::entry::Entry;
use super::keys;
use super::layout::Section;
use super::open::View;
use super::table::Table;
use crate::Party;
use crate::words::imo_number_in;

/// The least letters and digits of an identifier that is looked up: shorter ones are of anybody.
const SHORTEST: usize = 5;

/// An identifier without what is written differently: letters in capitals and digits alone, no `IMO` before a ship's number; `None` where
/// too little is left.
fn plain(text: &str) -> Option<String> {
    let text = imo_number_in(text).unwrap_or(text);
    let plain: String =
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    (plain.chars().count() >= SHORTEST).then_some(plain)
}

/// The numbers and codes of a party, plain. A number is looked up whatever it is a number of: lists disagree about that.
pub(super) fn of(party: &Party) -> Vec<String> {
    party.identifiers.iter().filter_map(|identifier| plain(&identifier.text)).collect()
}

/// Keys of numbers and codes.
pub(super) fn keys(numbers: &[String]) -> impl Iterator<Item = u32> + '_ {
    numbers.iter().map(|number| keys::identifier(number))
}

/// The entries that have one of some numbers, in ascending order.
pub(super) fn entries(view: View<'_>, numbers: &[String]) -> Vec<u32> {
    let table = Table::new(view.numbers(Section::IdentifierStarts), view.numbers(Section::Identifiers));
    let mut entries: Vec<u32> = keys(numbers).flat_map(|key| table.get(key)).collect();
    entries.sort_unstable();
    entries.dedup();
    entries.retain(|entry| {
        let listed =
            Entry::of(view, *entry).and_then(Entry::party).map(|party| of(&party)).unwrap_or_default();
        listed.iter().any(|number| numbers.contains(number))
    });
    entries
}
