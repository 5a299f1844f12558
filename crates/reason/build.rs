//! Lists the data files of `languages/`, so that a further language is one file a subject and no line of code:
//! `languages/en.toml` for notes and citations, `languages/quantities/en.toml` for what `quantities/` reads, and so on.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let folder = here.join("languages");
    write_list(&folder, &out.join("languages.rs"));
    for subject in entries(&folder).into_iter().filter(|path| path.is_dir()) {
        let name = subject.file_name().expect("a folder of subjects").to_string_lossy().into_owned();
        write_list(&subject, &out.join(format!("languages_{name}.rs")));
    }
    println!("cargo::rerun-if-changed=languages");
}

/// An array of the texts of the `.toml` files of a folder, in the order of their names.
fn write_list(folder: &Path, to: &Path) {
    let files = entries(folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let list: String = files.map(|path| format!("include_str!({path:?}),\n")).collect();
    fs::write(to, format!("&[\n{list}]\n")).expect("the output folder is writable");
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("the folder of languages is part of the crate")
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    found.sort();
    found
}
