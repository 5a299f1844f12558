//! Any bytes as a line of the ledger: what is understood of it is written again as it was understood.
#![no_main]

use casebook::ledger::Entry;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &[u8]| {
    let Ok(entry) = serde_json::from_slice::<Entry>(line) else {
        return;
    };
    let written = serde_json::to_vec(&entry).expect("an act is JSON");
    let again: Entry = serde_json::from_slice(&written).expect("what was written can be read");
    assert_eq!(entry, again);
});
