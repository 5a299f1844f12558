//! What to call a list that nobody named.

use std::path::Path;

use names::lists::{Format, Publisher};

/// After its publisher; of OFAC's lists, which share their formats, after the name of the file, too; of others after that alone.
pub(super) fn after(format: Format, path: &str) -> String {
    let stem =
        Path::new(path).file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let named = match format.publisher() {
        Publisher::Ofac if stem.contains("cons") => "ofac-consolidated",
        Publisher::Ofac => "ofac-sdn",
        Publisher::Un => "un",
        Publisher::Eu => "eu",
        Publisher::Uk if format == Format::UkConListCsv => "uk-ofsi",
        Publisher::Uk => "uk",
        Publisher::Canada => "canada",
        Publisher::Switzerland => "switzerland",
        Publisher::OpenSanctions | Publisher::Other => return of_stem(&stem),
    };
    named.to_owned()
}

/// A file's name without its day: `entities-2026-02.ftm` is `entities`.
fn of_stem(stem: &str) -> String {
    let name = stem.split('.').next().unwrap_or(stem);
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let kept: Vec<&str> = words.filter(|word| !word.chars().all(|letter| letter.is_ascii_digit())).collect();
    match kept.is_empty() {
        true => "list".to_owned(),
        false => kept.join("-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_named_after_publisher_and_file() {
        for (format, path, name) in [
            (Format::OfacCsv, "/data/SDN.CSV", "ofac-sdn"),
            (Format::OfacXml, "consolidated-2025-03.xml", "ofac-consolidated"),
            (Format::OfacCsv, "https://ofac.example/CONS_PRIM.CSV", "ofac-consolidated"),
            (Format::UnXml, "whatever.xml", "un"),
            (Format::FtmLines, "entities-2026-02-01.ftm.json", "entities"),
            (Format::Table, "2026.csv", "list"),
        ] {
            assert_eq!(after(format, path), name, "{path}");
        }
    }
}
