//! The `tesseract` program: where it lies, its version, the languages that it can read here.

use std::env;
use std::path::{Path, PathBuf};

use super::fenced::{self, Failure};
use crate::worker::Limits;

/// Languages of reports, as tesseract names them, as far as the machine has them.
const LANGUAGES: [&str; 2] = ["eng", "fra"];
/// Data by which it tells which way up a page is.
const ORIENTATION: &str = "osd";

/// The program, ready to be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    path: PathBuf,
    version: String,
    languages: Vec<String>,
    can_turn: bool,
}

impl Program {
    /// Looks on `PATH`; `None` when it is not there, does not run or has no language.
    pub fn find(limits: &Limits) -> Option<Self> {
        let path = on_path("tesseract")?;
        let version = fenced::run(&path, &["--version"], b"", limits).ok()?;
        let listed = fenced::run(&path, &["--list-langs"], b"", limits).ok()?;
        let listed: Vec<&str> = listed.lines().skip(1).map(str::trim).collect();
        let languages = languages(&listed);
        (!languages.is_empty()).then(|| Self {
            version: first_line(&version),
            languages,
            can_turn: listed.contains(&ORIENTATION),
            path,
        })
    }

    /// Version and languages: `tesseract 5.3.0 (eng+fra)`. Another one may read other words.
    pub fn describe(&self) -> String {
        format!("{} ({})", self.version, self.languages.join("+"))
    }

    /// What it prints of a picture: words with their places (TSV).
    ///
    /// # Errors
    /// When it cannot be started, fails, or takes too long.
    pub fn recognise(&self, picture: &[u8], limits: &Limits) -> Result<String, Failure> {
        let languages = self.languages.join("+");
        // Page segmentation 1 looks which way up the page is, 3 does not.
        let segmentation = if self.can_turn { "1" } else { "3" };
        let arguments = ["stdin", "stdout", "-l", &languages, "--psm", segmentation, "tsv"];
        fenced::run(&self.path, &arguments, picture, limits)
    }
}

/// The languages of reports, or, where it has none of them, the first that it has.
fn languages(listed: &[&str]) -> Vec<String> {
    let wanted = LANGUAGES.iter().filter(|wanted| listed.contains(wanted));
    let mut found: Vec<String> = wanted.map(|wanted| (*wanted).to_owned()).collect();
    if found.is_empty() {
        let other = listed.iter().find(|name| !name.is_empty() && **name != ORIENTATION);
        found.extend(other.map(|name| (*name).to_owned()));
    }
    found
}

/// Relative entries of `PATH` are passed over: a file in a folder under examination is not to be run.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(name))
        .find(|program| is_program(program))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::languages;

    fn check(listed: &[&str], expected: &[&str]) {
        assert_eq!(languages(listed), expected, "{listed:?}");
    }

    #[test]
    fn languages_of_reports_come_first() {
        check(&["ara", "eng", "fra", "osd"], &["eng", "fra"]);
        check(&["fra", "osd"], &["fra"]);
        check(&["osd", "ara", "rus"], &["ara"]);
        check(&["osd"], &[]);
        check(&[], &[]);
    }
}
