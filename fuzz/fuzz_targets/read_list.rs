//! Any bytes as a list of any publisher: no reader panics, and every record that it gives can be compiled, opened and asked for.
//!
//! Seeds: the lists in `crates/names/src/lists/tests/data`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use names::index::{Compiling, Index, Listed, Source};
use names::lists::{Options, read};

fuzz_target!(|bytes: &[u8]| {
    let mut records = Vec::new();
    let _ = read(bytes, &Options::default(), &mut |record| records.push(record));
    let mut compiling = Compiling::in_memory().expect("memory takes all");
    let Ok(source) = compiling.source(Source::default()) else { return };
    for record in &records {
        let _ = compiling.record(source, record, Listed::default());
    }
    let index = Index::open(compiling.finish().expect("memory takes all")).expect("what was just compiled opens");
    for entry in index.entries() {
        let _ = entry.record();
    }
});
