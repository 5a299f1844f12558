//! Gives the crate the stamp of its own tables and code, so that what was compiled by others is compiled anew.

#[path = "build/stamp.rs"]
mod stamp;

use std::env;
use std::path::PathBuf;

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let stamp = stamp::of(&here).expect("tables and code are part of the crate");
    println!("cargo::rustc-env=NAMES_STAMP={stamp}");
    println!("cargo::rerun-if-changed=build");
    for folder in stamp::FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
    }
}
