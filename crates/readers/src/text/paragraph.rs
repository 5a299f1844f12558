//! Paragraphs out of lines.

use std::borrow::Cow;

use super::hyphen::{Compounds, LineEnd};
use super::wrapping::{Wrapping, is_full};

/// Parts a group of lines into paragraphs: at the labels of a list of notes, where a wrapped line ends early, or, in a
/// text of one line a paragraph, at every line.
pub(super) fn split<'a, 'l>(lines: &'a [&'l str], wrapping: &Wrapping) -> Vec<&'a [&'l str]> {
    let mut paragraphs = Vec::new();
    for run in split_at_labels(lines) {
        if wrapping.width().is_none() && !wrapping.of_group(run) {
            paragraphs.extend(run.chunks(1));
        } else {
            split_at_short_lines(run, wrapping, &mut paragraphs);
        }
    }
    paragraphs
}

/// The lines of one paragraph as one: with spaces between, or joined where a line end cut a word or URL.
pub(crate) fn join<'a>(lines: &[&'a str], compounds: &Compounds<'_>) -> Cow<'a, str> {
    let [first, rest @ ..] = lines else {
        return Cow::Borrowed("");
    };
    if rest.is_empty() {
        return Cow::Borrowed(first.trim());
    }
    let mut joined = first.trim().to_owned();
    for line in rest.iter().map(|line| line.trim()) {
        match compounds.line_end(&joined, line) {
            LineEnd::Space => joined.push(' '),
            LineEnd::KeepHyphen => {}
            LineEnd::DropHyphen => joined.truncate(joined.len() - 1),
        }
        joined.push_str(line);
    }
    Cow::Owned(joined)
}

/// A line that ends early ends its paragraph, unless the next goes on in the middle of a sentence.
fn split_at_short_lines<'a, 'l>(
    lines: &'a [&'l str],
    wrapping: &Wrapping,
    paragraphs: &mut Vec<&'a [&'l str]>,
) {
    let width = wrapping.width().unwrap_or(0);
    let mut start = 0;
    for at in 1..lines.len() {
        let (before, line) = (lines[at - 1].trim_end(), lines[at].trim());
        let goes_on = line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let sentence_ends = before.ends_with(['.', '!', '?', ':', '”', '"', '»']);
        if !is_full(before, line, width) && (!goes_on || sentence_ends) {
            paragraphs.push(&lines[start..at]);
            start = at;
        }
    }
    paragraphs.push(&lines[start..]);
}

/// Notes are often printed one below the other without a blank line: a line that begins with the label after the
/// last one begins a block.
fn split_at_labels<'a, 'l>(lines: &'a [&'l str]) -> Vec<&'a [&'l str]> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut last = lines.first().and_then(|line| leading_label(line));
    for (at, line) in lines.iter().enumerate().skip(1) {
        let Some((number, style)) = leading_label(line) else {
            continue;
        };
        if last.is_some_and(|(before, s)| s == style && number == before + 1) {
            runs.push(&lines[start..at]);
            start = at;
            last = Some((number, style));
        }
    }
    runs.push(&lines[start..]);
    runs
}

/// A number at a line's start with the sign that stands around or after it: `12 `, `12. `, `[12] `, `¹² `.
fn leading_label(line: &str) -> Option<(u32, &'static str)> {
    const STYLES: [(&str, &str); 6] = [("[", "]"), ("(", ")"), ("", ". "), ("", ") "), ("", " "), ("", "\t")];
    let line = line.trim();
    if let Some(number) = raised_number(line) {
        return Some((number, "raised"));
    }
    STYLES.iter().find_map(|(open, close)| {
        let rest = line.strip_prefix(open)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest.get(..digits)?.parse().ok()?;
        (digits <= 4 && rest[digits..].starts_with(close)).then_some((number, *close))
    })
}

fn raised_number(line: &str) -> Option<u32> {
    let raised: String = line.chars().map_while(lowered).take(5).collect();
    raised.parse().ok()
}

fn lowered(c: char) -> Option<char> {
    Some(match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from(b'4' + u8::try_from(c as u32 - '⁴' as u32).ok()?),
        _ => return None,
    })
}
