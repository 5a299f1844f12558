//! The date of publication that an address carries, if it is certain that it carries one.

use crate::dates::PartialDate;
use crate::languages::lexicon;
use crate::text::fold_words;

/// Folders in which files lie by the day of their upload, which is not that of publication.
const UPLOADS: [&str; 14] = [
    "upload",
    "uploads",
    "media",
    "files",
    "file",
    "assets",
    "documents",
    "docs",
    "images",
    "img",
    "download",
    "downloads",
    "dam",
    "storage",
];

/// The hosts of archives, whose addresses begin with the time of the capture and go on with the page's own.
const ARCHIVES: [&str; 4] = ["web.archive.org", "archive.org", "archive.ph", "archive.is"];

/// Years in which pages were published.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// The date in an address: `/2023/05/13/`, `/2023/may/13/`, `/20230513-slug`, `slug-2023-05-13`, `slug-may-13-2023`, or
/// only `/2023/05/`. `None` where there is none, where two contradict each other, where it is the day of an upload or
/// of a capture, or where it belongs to the title.
pub(super) fn address_date(url: &str, title: &str) -> Option<PartialDate> {
    let path = path_of(url)?;
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let folders = segments.iter().map(|part| part.to_ascii_lowercase());
    if folders.into_iter().any(|part| UPLOADS.contains(&part.as_str()) || part.starts_with("wp-content")) {
        return None;
    }
    let mut dates: Vec<PartialDate> = Vec::new();
    dates.extend(folder_date(&segments));
    for segment in &segments {
        dates.extend(slug_date(segment, title));
    }
    let (first, rest) = dates.split_first()?;
    let finest = rest
        .iter()
        .fold(*first, |finest, date| if date.day.is_some() && finest.day.is_none() { *date } else { finest });
    dates.iter().all(|date| date.agrees_with(finest)).then_some(finest).filter(|date| date.is_possible())
}

/// What follows the host, without query and fragment; of an archived copy, that of the page itself.
fn path_of(url: &str) -> Option<&str> {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let (host, path) = bare.split_once('/')?;
    let path = path.split(['?', '#']).next().unwrap_or(path);
    if ARCHIVES.contains(&host) {
        let (_, original) = path.split_once("://").or_else(|| path.split_once(":/"))?;
        return path_of(original);
    }
    Some(path)
}

/// `2023/05/13`, `2023/5/13`, `2023/may/13`, `2023/05`.
fn folder_date(segments: &[&str]) -> Option<PartialDate> {
    segments.windows(2).enumerate().find_map(|(at, pair)| {
        let year = year(pair[0])?;
        let month = month(pair[1])?;
        let day = segments.get(at + 2).and_then(|part| day(part));
        Some(PartialDate::new(Some(year), Some(month), day))
    })
}

/// A date at the start or at the end of a slug. One in its middle may be that of the event told, and so may one that
/// the title has, too.
fn slug_date(segment: &str, title: &str) -> Option<PartialDate> {
    let words: Vec<&str> = segment.split(['-', '_', '.', ',']).filter(|word| !word.is_empty()).collect();
    let ends = [words.first(), words.last()];
    let solid = ends.into_iter().flatten().find_map(|word| eight_digits(word));
    let date = solid
        .or_else(|| words.first_chunk::<3>().and_then(three_parts))
        .or_else(|| words.last_chunk::<3>().and_then(three_parts))?;
    (!is_in_title(date, title)).then_some(date)
}

fn is_in_title(date: PartialDate, title: &str) -> bool {
    let words = fold_words(title);
    let year = date.year.unwrap_or_default().to_string();
    words.split(' ').any(|word| word == year)
}

/// `20230513`.
fn eight_digits(word: &str) -> Option<PartialDate> {
    let digits = word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return None;
    }
    let date = PartialDate::new(Some(year(&word[..4])?), Some(month(&word[4..6])?), Some(day(&word[6..])?));
    Some(date)
}

/// `2023-05-13`, `13-05-2023`, `13-may-2023`, `may-13-2023`, `2023-may-13`. `05-04-2023` is left: day and month cannot be
/// told apart.
fn three_parts(parts: &[&str; 3]) -> Option<PartialDate> {
    let [a, b, c] = *parts;
    let date = |y: i16, m: u8, d: u8| Some(PartialDate::new(Some(y), Some(m), Some(d)));
    if let (Some(y), Some(m), Some(d)) = (year(a), month(b), day(c)) {
        return date(y, m, d);
    }
    let y = year(c)?;
    let named = |word: &str| word.starts_with(|c: char| c.is_alphabetic());
    match (named(a), named(b)) {
        (true, false) => date(y, month(a)?, day(b)?),
        (false, true) => date(y, month(b)?, day(a)?),
        (false, false) => match (day(a)?, day(b)?) {
            (d, m) if d > 12 && m <= 12 => date(y, m, d),
            (m, d) if d > 12 && m <= 12 => date(y, m, d),
            _ => None,
        },
        (true, true) => None,
    }
}

fn year(text: &str) -> Option<i16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|year| YEARS.contains(year))
}

fn month(text: &str) -> Option<u8> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return number(text).filter(|month| (1..=12).contains(month));
    }
    lexicon().month(text)
}

fn day(text: &str) -> Option<u8> {
    number(text).filter(|day| (1..=31).contains(day))
}

fn number(text: &str) -> Option<u8> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, expected: Option<&str>) {
        let date = address_date(url, "The Levy of March 2021").map(|date| date.to_string());
        assert_eq!(date.as_deref(), expected, "{url}");
    }

    #[test]
    fn finds_the_day_of_publication() {
        check("https://a.example/2023/05/13/levy", Some("2023-05-13"));
        check("https://a.example/news/2022/8/16/levy", Some("2022-08-16"));
        check("https://a.example/2023/may/13/levy", Some("2023-05-13"));
        check("https://a.example/2022/02/why-levy/", Some("2022-02"));
        check("https://a.example/fr/20230513-levy", Some("2023-05-13"));
        check("https://a.example/levy-2023-05-13/", Some("2023-05-13"));
        check("https://a.example/brief-2024-september-13/", Some("2024-09-13"));
        check("https://a.example/update-november-8-2023", Some("2023-11-08"));
        check("https://a.example/levy-13-05-2023.html", None);
        check("https://a.example/levy-13-05-2023", Some("2023-05-13"));
    }

    #[test]
    fn leaves_what_is_no_day_of_publication() {
        check("https://a.example/wp-content/uploads/2023/05/levy.pdf", None);
        check("https://a.example/sites/default/files/2023-05/levy.pdf", None);
        check("https://web.archive.org/web/20220518101112/https://a.example/levy", None);
        check(
            "https://web.archive.org/web/20220518101112/https://a.example/2023/05/13/levy",
            Some("2023-05-13"),
        );
        check("https://a.example/levy-05-04-2023", None);
        check("https://a.example/levy-of-march-3-2021", None);
        check("https://a.example/2023/05/13/levy-2022-01-01", None);
        check("https://a.example/12345678/levy", None);
        check("https://a.example/2023-05-13T10:00?d=2020/01/02", None);
    }
}
