//! What stands before a ship's name: motor vessel, tanker, fishing vessel.

use super::draft::Draft;
use crate::words;

/// As words are cut: `M/V` is two, `MV` and `M.V.` are one. т/х is a motor ship, т/к a tanker, "р/с" a fishing boat.
const PREFIXES: [&[&str]; 44] = [
    &["mv"],
    &["mt"],
    &["ms"],
    &["ss"],
    &["my"],
    &["mts"],
    &["fv"],
    &["rv"],
    &["sv"],
    &["mtb"],
    &["lpgc"],
    &["lng"],
    &["tug"],
    &["tanker"],
    &["m", "v"],
    &["m", "t"],
    &["m", "s"],
    &["s", "s"],
    &["m", "y"],
    &["f", "v"],
    &["r", "v"],
    &["s", "v"],
    &["t", "kh"],
    &["t", "k"],
    &["r", "s"],
    &["motor", "vessel"],
    &["motor", "tanker"],
    &["motor", "ship"],
    &["fishing", "vessel"],
    &["cargo", "vessel"],
    &["oil", "tanker"],
    &["crude", "oil", "tanker"],
    &["teplokhod"],
    &["sy"],
    &["s", "y"],
    &["ts"],
    &["usv"],
    &["km"],
    &["kmp"],
    &["trawler"],
    &["bulk", "carrier"],
    &["general", "cargo"],
    &["patrol", "boat"],
    &["patrol", "vessel"],
];

/// How many words the name of a ship has before its own begins; 0 if nothing would be left.
pub(crate) fn prefix<'w>(words: impl Iterator<Item = &'w str> + Clone) -> usize {
    let fits = |prefix: &&&[&str]| {
        let mut words = words.clone();
        prefix.iter().all(|known| words.next() == Some(*known)) && words.next().is_some()
    };
    PREFIXES.iter().filter(fits).map(|prefix| prefix.len()).max().unwrap_or_default()
}

/// How many words from here on are the number that the International Maritime Organization gave: it is an identifier, not a name.
pub(super) fn imo_number(words: &[Draft]) -> usize {
    words::imo_number(words.iter().map(|word| word.latin.as_str())).map_or(0, |(_, count)| count)
}
