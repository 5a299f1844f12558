//! Symbols of official documents and numbers of cases.

use std::sync::OnceLock;

use regex::Regex;

use crate::document::Span;

/// Symbols of official documents: `S/2023/138`, `A/HRC/49/76`, `CCPR/C/GC/36`, `S/RES/2374 (2017)`, `UN Doc. …`,
/// `AFR 37/1234/2022`, `AL MLI 3/2022`, `ICC-01/04-01/06`, `COM(2021) 66`.
pub(in crate::citations) fn symbols(text: &str) -> Vec<Span> {
    if !text.contains(['/', '-', '(']) {
        return Vec::new();
    }
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        let united_nations = r"(?:[A-Z]{1,5}(?:\.\d+)?/(?:[A-Z0-9]{1,8}(?:[.\-][A-Z0-9]{1,6})*/?)*(?:[A-Z]{0,4}\d+|\d{4})(?:/(?:(?:Add|Rev|Corr)\.\d+|[A-Z]+\.?\d+|[A-Z]+\b|\d+))*(?:\(?(?:Add|Rev|Corr)\.\d+\)?)?(?: \(\d{4}\))?)";
        let amnesty = r"(?:[A-Z]{3} \d{2}/\d{3,5}/\d{4})";
        let letter = r"(?:(?:AL|UA|OL|JAL|JUA) [A-Z]{3} \d{1,3}/\d{4})";
        let court = r"(?:IC(?:C|TY|TR)-\d{2,4}[/\-\d]+[A-Za-z0-9\-/]*|IT-\d{2}-\d+[A-Za-z0-9\-/.]*|MICT-\d+[A-Za-z0-9\-/]*)";
        Regex::new(&format!(r"\b(?:{court}|{amnesty}|{letter}|{united_nations})")).expect("a tested pattern")
    });
    pattern
        .find_iter(text)
        .filter(|found| {
            found.as_str().contains(|c: char| c.is_ascii_digit()) && !text[found.end()..].starts_with("/")
        })
        .map(|found| Span::new(found.start(), found.end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = symbols(text).iter().map(|span| &text[span.start..span.end]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn knows_symbols_from_dates_and_fractions() {
        check("S/2023/138, para. 45", &["S/2023/138"]);
        check("UN Doc. A/HRC/49/76 and CCPR/C/GC/36", &["A/HRC/49/76", "CCPR/C/GC/36"]);
        check("S/RES/2374 (2017)", &["S/RES/2374 (2017)"]);
        check("A/CONF.183/9", &["A/CONF.183/9"]);
        check("(Index: AFR 37/1234/2022)", &["AFR 37/1234/2022"]);
        check("AL MLI 3/2022", &["AL MLI 3/2022"]);
        check("No. ICC-01/04-01/06-2842", &["ICC-01/04-01/06-2842"]);
        check("on 12/05/2023, and/or 1/3 of it", &[]);
        check("S/2020/158/Add.1", &["S/2020/158/Add.1"]);
    }
}
