//! The example case that the README begins with.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::session::Session;

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder)
        .expect("read")
        .map(|entry| entry.expect("read").file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn it_is_built_and_its_report_lies_beside_it() {
    let session = Session::new();
    let told = session.run("demo");
    assert!(told.contains("tickmark-demo/report.html"), "{told}");
    assert!(!told.contains("status"), "{told}");
    let page = fs::read_to_string(session.path("tickmark-demo/report.html")).expect("written");
    assert!(page.contains("Riverbend"));
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/riverbend/documents");
    let written = names(&session.path("tickmark-demo/documents"));
    assert_eq!(written, names(&examples), "the list in demo.rs is not the folder");
    let again = session.run("demo");
    assert!(again.contains("is there already"), "{again}");
}
