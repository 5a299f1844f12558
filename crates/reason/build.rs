//! Lists the files of `languages/`, so that a further language is one data file and no line of code.

use std::{env, fs, path::PathBuf};

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let folder = here.join("languages");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of languages is part of the crate")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let list: String = files.iter().map(|path| format!("include_str!({path:?}),\n")).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("languages.rs");
    fs::write(out, format!("&[\n{list}]\n")).expect("the output folder is writable");
    println!("cargo::rerun-if-changed=languages");
}
