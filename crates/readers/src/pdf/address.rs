//! Addresses that a line end broke: whether the next line goes on with them.

use super::glyphs::Hotspot;
use super::prose::Seam;
use super::words::Word;

/// Whether an address goes on over the line end.
/// `token` is all of the address that stands before the line end, over however many lines.
pub fn seam_in_address(last: &Word, token: &str, next: &Word, hotspots: &[Hotspot]) -> Option<Seam> {
    let uri = |word: &Word| word.hotspot.and_then(|at| hotspots.get(at)).map(|hotspot| hotspot.uri.as_str());
    if let (Some(a), Some(b)) = (uri(last), uri(next))
        && a == b
        && let Some(seam) = seam_by_target(token, &next.text, a)
    {
        return Some(seam);
    }
    if token.ends_with("http:") || token.ends_with("https:") {
        return next.text.starts_with("//").then_some(Seam::Nothing);
    }
    let begins = token.contains("://") || token.contains("www.");
    (begins && continues_address(token, &next.text)).then_some(Seam::Nothing)
}

/// The link's target tells whether the address goes on, and whether a hyphen at the line end belongs to it.
fn seam_by_target(last: &str, next: &str, uri: &str) -> Option<Seam> {
    let shown = last.chars().count();
    let tail: String = last.chars().skip(shown.saturating_sub(12)).collect();
    let head: String = next.chars().take(8).collect();
    let head = head.trim_end_matches(['.', ',', ';', ')', '>', '”', '"', '-', '\u{2010}']);
    if uri.contains(&format!("{tail}{head}")) {
        return Some(Seam::Nothing);
    }
    if uri.contains(&format!("{tail}-{head}")) {
        return Some(Seam::MissingHyphen);
    }
    let bare = tail.strip_suffix(['-', '\u{2010}', '\u{ad}'])?;
    if uri.contains(&format!("{bare}-{head}")) {
        return Some(Seam::HardHyphen);
    }
    uri.contains(&format!("{bare}{head}")).then_some(Seam::Hyphen)
}

/// What closes an address or the sentence that it stands in.
const CLOSING: [char; 9] = ['.', ',', ';', ')', '>', ']', '”', '"', '»'];
/// Endings of files, and of hosts that a period before a line end may have cut.
const ENDINGS: [&str; 11] = ["html", "htm", "pdf", "php", "aspx", "asp", "com", "org", "net", "shtml", "doc"];

/// Whether the next line's first word can only be the rest of an address.
fn continues_address(last: &str, next: &str) -> bool {
    let bare = next.trim_end_matches(CLOSING);
    if last.ends_with(CLOSING) && !last.ends_with("www.") {
        return last.ends_with('.') && continues_after_period(bare);
    }
    let is_clean = bare.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c));
    if bare.is_empty() || !is_clean || bare.contains("://") {
        return false;
    }
    let has_digit = bare.contains(|c: char| c.is_ascii_digit());
    let has_letter = bare.contains(|c: char| c.is_ascii_alphabetic());
    if last.ends_with(['/', '-', '_', '=', '&', '?', '%', '#', '+', '~']) {
        return !bare.starts_with(char::is_uppercase) || last.ends_with('-');
    }
    if bare.starts_with(char::is_uppercase) {
        return false;
    }
    let has_sign = bare.contains(['/', '_', '=', '%', '?', '#', '&']) || is_slug(bare);
    let is_file =
        ENDINGS.iter().any(|ending| bare.strip_suffix(ending).is_some_and(|name| name.ends_with('.')));
    has_sign || is_file || (bare.len() > 4 && has_digit && has_letter)
}

/// A period ends the sentence, or stands within an address: `report.` and `pdf`, `courier.` and `example/2023`.
fn continues_after_period(next: &str) -> bool {
    let starts_lower = next.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    ENDINGS.contains(&next) || (next.contains('/') && starts_lower)
}

/// `killed-in-menaka-attack`: lower case throughout, several hyphens or digits.
fn is_slug(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    let hyphens = text.matches('-').count();
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    text.len() > 6 && text.chars().all(is_plain) && (hyphens > 1 || (hyphens == 1 && has_digit))
}

#[cfg(test)]
mod tests {
    use super::continues_address;

    fn check(last: &str, next: &str, expected: bool) {
        assert_eq!(continues_address(last, next), expected, "{last} | {next}");
    }

    #[test]
    fn addresses_over_line_ends() {
        check("https://a.example/2023/", "gold-trade.", true);
        check("https://a.example/2023/gold-", "trade-in-kefra", true);
        check("https://a.example/reports/annual", "report_2.html.", true);
        check("https://a.example/index.", "html", true);
        check("https://a.example/gold.", "Ibid.", false);
        check("https://a.example/gold", "(accessed", false);
        check("https://a.example/gold", "accessed", false);
        check("https://a.example/gold,", "4", false);
        check("https://a.example/gold", "and", false);
    }
}
