//! Lists that were compiled with other tables or other code are told from one's own.

#[path = "../build/stamp.rs"]
mod stamp;

use std::fs;
use std::path::Path;

use names::index::VERSION;

#[test]
fn the_version_of_the_index_is_the_stamp_of_the_tables_and_the_code() {
    let stamp = stamp::of(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("readable");
    assert_eq!(stamp, VERSION, "build.rs does not run again when a table or the code changes");
}

#[test]
fn every_change_gives_another_stamp() {
    let folder = std::env::temp_dir().join(format!("names-stamp-{}", std::process::id()));
    let here = folder.join("names");
    for part in stamp::FOLDERS {
        fs::create_dir_all(here.join(part)).expect("writable");
    }
    let mut stamps = vec![stamp::of(&here).expect("readable")];
    let steps =
        [("data/titles.tsv", "dr"), ("data/titles.tsv", "dc"), ("src/a.rs", ""), ("src/within/a.rs", "")];
    for (file, text) in steps {
        let path = here.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(path, text).expect("writable");
        stamps.push(stamp::of(&here).expect("readable"));
    }
    fs::rename(here.join("src/a.rs"), here.join("src/b.rs")).expect("writable");
    stamps.push(stamp::of(&here).expect("readable"));
    let _ = fs::remove_dir_all(&folder);
    let count = stamps.len();
    stamps.sort_unstable();
    stamps.dedup();
    assert_eq!(stamps.len(), count);
}
