//! Shares as registers and reports write them: `51`, `51.5%`, `25-50`, `more than 50`, `1/3`.

use super::percent::{Percent, Range};

/// Longer texts are sentences, not shares.
const LONGEST: usize = 120;

impl Range {
    /// Reads a share as written: "51", "33,3 %", "25-50", "more than 25 but not more than 50", "over 75%", "1/3",
    /// "wholly". A bare number is percent. `None` where the text says no share, or one above 100.
    ///
    /// ```
    /// use names::ownership::Range;
    ///
    /// assert_eq!(Range::parse("25-50").unwrap().to_string(), "25 % to 50 %");
    /// assert_eq!(Range::parse("more than 50 percent").unwrap().to_string(), "more than 50 %");
    /// assert_eq!(Range::parse("1,000 shares"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let parts = parts(&text.to_lowercase());
        let numbers: Vec<usize> =
            (0..parts.len()).filter(|at| matches!(parts[*at], Part::Number(_))).collect();
        let range = match numbers[..] {
            [] => in_words(&parts),
            [only] => one(&parts, only),
            [first, second] => two(&parts, first, second),
            _ => None,
        };
        // "Less than 0", "more than 100": no share at all.
        range.filter(|range| range.low <= range.high)
    }
}

/// A piece of a written share.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Number(Percent),
    Word(String),
    Mark(char),
}

fn parts(text: &str) -> Vec<Part> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            let length = digits(rest);
            let written = rest[..length].trim_end_matches(['.', ',']);
            found.push(number(written).map_or(Part::Word(written.to_owned()), Part::Number));
            length
        } else if is_minus(first, rest, &found) {
            let length = first.len_utf8() + digits(&rest[first.len_utf8()..]);
            found.push(Part::Word(rest[..length].to_owned()));
            length
        } else if first.is_alphabetic() {
            let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            found.push(Part::Word(rest[..length].to_owned()));
            length
        } else {
            if !first.is_whitespace() {
                found.push(Part::Mark(first));
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

fn digits(rest: &str) -> usize {
    rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len())
}

/// A number below nothing, and not the second of "25 -50" or what a hyphen joins to a word.
fn is_minus(first: char, rest: &str, found: &[Part]) -> bool {
    let begins = matches!(found.last(), None | Some(Part::Mark(_)));
    begins && matches!(first, '-' | '−') && rest[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a text means to say a share, though it may be none: "150", "-5 %", "more than 101 percent".
pub(super) fn means_a_share(text: &str) -> bool {
    let parts = parts(&text.to_lowercase());
    let is_number = |part: &Part| match part {
        Part::Number(_) => true,
        Part::Word(word) => word.contains(|c: char| c.is_ascii_digit()),
        Part::Mark(_) => false,
    };
    let is_percent = |part: &Part| match part {
        Part::Mark(mark) => *mark == '%',
        Part::Word(word) => matches!(&**word, "percent" | "pct" | "cent"),
        Part::Number(_) => false,
    };
    let is_bare = |part: &Part| is_number(part) || matches!(part, Part::Mark(_));
    parts.iter().any(is_number) && (parts.iter().any(is_percent) || parts.iter().all(is_bare))
}

/// A number of percent with at most six decimals; none above 100. A comma parts decimals, never thousands.
fn number(written: &str) -> Option<Percent> {
    let (whole, decimals) = written.split_once(['.', ',']).unwrap_or((written, ""));
    let thousands = written.contains(',') && decimals.len() == 3;
    if thousands || decimals.contains(['.', ',']) || whole.len() > 3 {
        return None;
    }
    let decimals: String = decimals.chars().chain(std::iter::repeat('0')).take(6).collect();
    let value = whole.parse::<i64>().ok()? * 1_000_000 + decimals.parse::<i64>().ok()?;
    let share = Percent::millionths(value);
    (share <= Percent::HUNDRED).then_some(share)
}

/// What the words around a number make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Exact,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}

impl Bound {
    fn range(self, share: Percent) -> Range {
        match self {
            Self::Exact => Range::exact(share),
            Self::MoreThan => Range { low: share.more_than(), high: Percent::HUNDRED },
            Self::AtLeast => Range { low: share, high: Percent::HUNDRED },
            Self::LessThan => Range { low: Percent::ZERO, high: share.less_than() },
            Self::AtMost => Range { low: Percent::ZERO, high: share },
        }
    }
}

/// Words and marks as one line, to look for wordings in.
fn line(parts: &[Part]) -> String {
    let mut line = String::from(" ");
    for part in parts {
        match part {
            Part::Word(word) => line.push_str(word),
            Part::Mark('-' | '–' | '—' | '_') | Part::Number(_) => continue,
            Part::Mark(mark) => line.push(*mark),
        }
        line.push(' ');
    }
    line
}

fn bound(before: &[Part], after: &[Part]) -> Bound {
    let (before, after) = (line(before), line(after));
    let before_has = |words: &[&str]| words.iter().any(|words| before.contains(&format!(" {words} ")));
    let after_has = |words: &[&str]| words.iter().any(|words| after.contains(&format!(" {words} ")));
    if before_has(&["not more than", "no more than", "up to", "at most", "≤", "< =", "maximum"])
        || after_has(&["or less", "or fewer", "at most"])
    {
        Bound::AtMost
    } else if before_has(&["not less than", "no less than", "at least", "≥", "> =", "minimum"])
        || after_has(&["or more", "or greater", "or over", "+", "and more"])
    {
        Bound::AtLeast
    } else if before_has(&["more than", "over", "above", "greater than", ">", "exceeding"]) {
        Bound::MoreThan
    } else if before_has(&["less than", "under", "below", "<", "fewer than"]) {
        Bound::LessThan
    } else {
        Bound::Exact
    }
}

fn share_at(parts: &[Part], at: usize) -> Option<Percent> {
    match parts[at] {
        Part::Number(share) => Some(share),
        Part::Word(_) | Part::Mark(_) => None,
    }
}

fn one(parts: &[Part], at: usize) -> Option<Range> {
    let after = &parts[at + 1..];
    let counts = ["shares", "share", "stocks", "units", "million", "thousand"];
    if matches!(after.first(), Some(Part::Word(word)) if counts.contains(&&**word)) {
        return None;
    }
    Some(bound(&parts[..at], after).range(share_at(parts, at)?))
}

fn two(parts: &[Part], first: usize, second: usize) -> Option<Range> {
    let (low, high) = (share_at(parts, first)?, share_at(parts, second)?);
    let between = &parts[first + 1..second];
    if between == [Part::Mark('/')] {
        return fraction(low, high);
    }
    // "51% (2019)" never comes here: 2019 is no share. "51% of 30" does, and is none.
    let joins = |part: &Part| match part {
        Part::Mark(mark) => matches!(mark, '-' | '–' | '—' | '%' | '.' | '_' | '<' | '>' | '='),
        Part::Word(word) => {
            const JOINING: [&str; 14] = [
                "to", "and", "percent", "per", "cent", "pct", "but", "not", "no", "more", "than", "up",
                "under", "less",
            ];
            JOINING.contains(&&**word)
        }
        Part::Number(_) => false,
    };
    if low > high || !between.iter().all(joins) {
        return None;
    }
    let low = bound(&parts[..first], &[]).range(low);
    let upper = match bound(between, &[]) {
        Bound::LessThan => high.less_than(),
        _ => high,
    };
    Some(Range { low: low.low, high: upper })
}

/// "1/3": rounded down to a millionth of a percent.
fn fraction(numerator: Percent, denominator: Percent) -> Option<Range> {
    let (numerator, denominator) = (numerator.count(), denominator.count());
    (numerator <= denominator && denominator > 0)
        .then(|| Range::exact(Percent::millionths(numerator * 100_000_000 / denominator)))
}

fn in_words(parts: &[Part]) -> Option<Range> {
    let line = line(parts);
    let half = Percent::whole(50);
    let said = |words: &[&str]| words.iter().any(|word| line.contains(&format!(" {word} ")));
    if said(&["wholly", "fully", "sole", "entirely"]) {
        return Some(Range::exact(Percent::HUNDRED));
    }
    if said(&["majority"]) {
        return Some(Range { low: half.more_than(), high: Percent::HUNDRED });
    }
    if said(&["minority"]) {
        return Some(Range { low: Percent::ZERO, high: half.less_than() });
    }
    said(&["half"]).then(|| Bound::range(bound(parts, &[]), half))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_read_as_written() {
        for (text, expected) in [
            ("51", Some("51 %")),
            ("51.00", Some("51 %")),
            ("33,33 %", Some("33.33 %")),
            ("100%", Some("100 %")),
            ("25-50", Some("25 % to 50 %")),
            ("25% - 50%", Some("25 % to 50 %")),
            ("25 to 50 percent", Some("25 % to 50 %")),
            ("between 25 and 50 per cent", Some("25 % to 50 %")),
            ("ownership-of-shares-25-to-50-percent", Some("25 % to 50 %")),
            ("more than 25% but not more than 50%", Some("more than 25 % to 50 %")),
            (">50", Some("more than 50 %")),
            ("over 75 percent", Some("more than 75 %")),
            ("75% or more", Some("75 % or more")),
            (">= 50", Some("50 % or more")),
            ("less than 5%", Some("less than 5 %")),
            ("up to 10%", Some("up to 10 %")),
            ("51% (2019)", Some("51 %")),
            ("1/4", Some("25 %")),
            ("majority", Some("more than 50 %")),
            ("wholly owned", Some("100 %")),
            ("more than half", Some("more than 50 %")),
            ("half", Some("50 %")),
            ("1,000", None),
            ("1000", None),
            ("50 shares", None),
            ("unknown", None),
            ("", None),
            ("51% of 30", None),
            ("-5", None),
            ("(−51 %)", None),
            ("101", None),
            ("more than 150 %", None),
            ("25 -50", Some("25 % to 50 %")),
        ] {
            assert_eq!(Range::parse(text).map(|range| range.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_means_to_be_a_share_is_known_from_what_does_not() {
        let means = |text: &&str| means_a_share(text);
        assert!(["150", "-5 %", "101 percent", "1000", "60-40", "more than 150 %", "51"].iter().all(means));
        assert!(!["", "shareholder", "owner since 2019", "1,000 shares", "unknown"].iter().any(means));
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "(\\PC|[0-9.,%<>/ -]|more|than|to){0,30}") {
            if let Some(range) = Range::parse(&text) {
                prop_assert!(range.low <= range.high && range.high <= Percent::HUNDRED);
            }
        }
    }
}
