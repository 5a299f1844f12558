//! Countries by name (`data/countries.tsv`).

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::scripts;

/// The code of a country that goes by a name, in any of the table's languages; `None` where the table has none such.
///
/// Also `Belarus / Bélarus`, where both halves mean one country, and the code itself.
///
/// ```
/// use names::words::country;
///
/// assert_eq!(country("Korea, North"), Some("kp"));
/// assert_eq!(country("Syria / Syrie"), Some("sy"));
/// assert_eq!(country("FR"), Some("fr"));
/// assert_eq!(country("Atlantis"), None);
/// ```
#[must_use]
pub fn country(text: &str) -> Option<&'static str> {
    let table = table();
    let find = |text: &str| table.get(&*folded(text)).copied();
    find(text).or_else(|| {
        let (one, other) = text.split_once('/')?;
        find(one).filter(|code| find(other) == Some(code))
    })
}

fn table() -> &'static HashMap<String, &'static str> {
    static TABLE: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("../../data/countries.tsv").lines().filter(|line| !line.starts_with('#'));
        let mut table = HashMap::new();
        for (code, names) in lines.filter_map(|line| line.split_once('\t')) {
            table.insert(code.to_owned(), code);
            for name in names.split('|') {
                table.entry(folded(name)).or_insert(code);
            }
        }
        table
    })
}

/// As names are looked up; `&` is a word.
fn folded(text: &str) -> String {
    scripts::folded(&text.replace('&', " and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_go_by_many_names() {
        for (name, code) in [
            ("Bélarus", Some("by")),
            ("SYRIAN ARAB REPUBLIC", Some("sy")),
            ("Congo, Democratic Republic of the", Some("cd")),
            ("Iran (Islamic Republic of)", Some("ir")),
            ("Myanmar (Burma) / Myanmar (Birmanie)", Some("mm")),
            ("Côte d’Ivoire", Some("ci")),
            ("Region: Gaza", Some("ps")),
            ("RUS", Some("ru")),
            ("Россия", Some("ru")),
            ("USSR", Some("suhh")),
            ("Sudan / Egypt", None),
            ("Trinidad and Tobago", Some("tt")),
            ("Bosnia & Herzegovina", Some("ba")),
            ("", None),
            ("Extremist Settler Violence / Violence extrémiste des colons", None),
        ] {
            assert_eq!(country(name), code, "{name}");
        }
    }
}
