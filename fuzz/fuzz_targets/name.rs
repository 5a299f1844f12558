//! Any bytes as two names and a text: they are read, compared, written as bytes and looked for without a panic, and the sum of a comparison
//! is its score.
//!
//! Seeds: lines of `crates/names/tests/matching`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use names::matching::{Prepared, compare, score};
use names::party::{Kind, NameSort};
use names::scan::{ListedName, Names};
use names::Party;

const KINDS: [Kind; 7] = [
    Kind::Person,
    Kind::Organization,
    Kind::Company,
    Kind::LegalEntity,
    Kind::Vessel,
    Kind::Airplane,
    Kind::Other,
];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    let (one, other) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    for kind in KINDS {
        let [one, other] = [one, other].map(|name| Prepared::of(&Party::named(kind, name)));
        let compared = compare(&one, &other);
        assert!((0.0..=1.0).contains(&compared.score));
        assert_eq!(compared.score, score(&one, &other));
        let mut written = Vec::new();
        one.encode(&mut written);
        let mut read = Prepared::default();
        // Of words beyond those that are ever compared nothing comes back.
        assert!(read.decode(&written).is_some_and(|()| compare(&read, &other) == compared));
    }
    let listed = [one, other].into_iter().zip(0..).zip([Kind::Person, Kind::Company]);
    let listed = listed.map(|((text, entry), kind)| ListedName { entry, text, sort: NameSort::Name, kind });
    for found in Names::of(listed).scan(&text) {
        let _ = &text[found.start..found.end];
    }
});
