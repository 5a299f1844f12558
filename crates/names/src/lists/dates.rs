//! Dates as publishers write them.

use crate::history::Day;
use crate::party::PartialDate;

/// What a text says of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// Alternatives: one of them is meant.
    pub dates: Vec<PartialDate>,
    /// Whether the dates say all that the text does: no "circa", no range.
    pub exact: bool,
}

/// Which of two numbers of `03/04/1965` is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayMonth,
    MonthDay,
    /// Nobody said: only where no other reading is possible.
    Unsaid,
}

/// Years of a range that become alternatives; a longer one says too little to be compared with.
const WIDEST_RANGE: u16 = 12;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that make a date a rough one.
const ROUGHLY: [&str; 9] =
    ["circa", "ca.", "c.", "approximately", "approx.", "about", "around", "possibly", "unconfirmed"];

/// Reads `22 Nov 1979`, `Nov 1979`, `1979`, `1979-11-22`, `circa 1979`, `1979 to 1981`, `1979 or 1981`, and numbers parted by `/` in the order
/// that the publisher uses; `None` where a text is anything else.
pub(super) fn written(text: &str, order: Order) -> Option<Written> {
    let text = text.trim().trim_end_matches('.').trim();
    let (text, rough) = without_rough(text);
    let lower = text.to_lowercase();
    for (parting, is_range) in [(" to ", true), (" and ", lower.starts_with("between ")), (" or ", false)] {
        if let Some(at) = lower.find(parting) {
            let from = text.get(..at)?.trim_start_matches("between ").trim_start_matches("Between ");
            let to = text.get(at + parting.len()..)?;
            let dates =
                if is_range { range(one(from, order)?, one(to, order)?) } else { either(from, to, order)? };
            return Some(Written { dates, exact: !is_range && !rough });
        }
    }
    if let Some((from, to)) = years(text) {
        return Some(Written { dates: range(from, to), exact: false });
    }
    Some(Written { dates: vec![one(text, order)?], exact: !rough })
}

/// The days that a text may mean, as tables of people write them: `1965-03-02`, `02.03.1965`, `2 March 1965`, `13/04/1965`, `1951 to 1953`.
/// `None` where it is no date, where it may be two (`03/04/1965`), or where it says too little (`1900 to 1980`).
///
/// ```
/// use names::lists::read_dates;
///
/// let read = |text| read_dates(text).map(|dates| dates[0].to_string());
/// assert_eq!(read("02.03.1965").as_deref(), Some("1965-03-02"));
/// assert_eq!(read("03/04/1965"), None);
/// ```
#[must_use]
pub fn read_dates(text: &str) -> Option<Vec<PartialDate>> {
    written(text, Order::Unsaid).map(|written| written.dates).filter(|dates| !dates.is_empty())
}

/// The day that a text says, as it says it and not roughly.
pub(super) fn day(text: &str, order: Order) -> Option<Day> {
    one(text, order).and_then(Day::of)
}

fn without_rough(text: &str) -> (&str, bool) {
    let lower = text.to_lowercase();
    let found = ROUGHLY.iter().find(|word| {
        lower
            .strip_prefix(**word)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace) || word.ends_with('.'))
    });
    match found.and_then(|word| text.get(word.len()..)) {
        Some(rest) => (rest.trim_start(), true),
        None => (text, false),
    }
}

/// Alternatives, of which each may be anything but a range.
fn either(one_text: &str, other: &str, order: Order) -> Option<Vec<PartialDate>> {
    let mut dates = vec![one(one_text, order)?];
    dates.extend(written(other, order)?.dates);
    Some(dates)
}

/// `1951-1953`, with any dash.
fn years(text: &str) -> Option<(PartialDate, PartialDate)> {
    let (from, to) = text.split_once(['-', '–', '/'])?;
    let year = |text: &str| PartialDate::parse(text.trim()).filter(|date| date.month.is_none());
    Some((year(from)?, year(to)?))
}

/// What lies between two dates, as coarse as it must be; nothing where that is too much.
fn range(from: PartialDate, to: PartialDate) -> Vec<PartialDate> {
    if from.year == to.year {
        let month = from.month.filter(|_| from.month == to.month);
        return vec![PartialDate { year: from.year, month, day: None }];
    }
    match to.year.checked_sub(from.year) {
        Some(1..=WIDEST_RANGE) => {
            (from.year..=to.year).map(|year| PartialDate { year, month: None, day: None }).collect()
        }
        _ => Vec::new(),
    }
}

/// One date.
fn one(text: &str, order: Order) -> Option<PartialDate> {
    let text = text.trim();
    if let Some(date) = numbers(text, order) {
        return Some(date);
    }
    // Behind a day XML writes its time or its offset: 2012-01-01-04:00.
    let start = text.get(..10).filter(|start| start.as_bytes()[4] == b'-' && start.as_bytes()[7] == b'-');
    if let Some(start) = start
        && !text[10..].starts_with(|c: char| c.is_ascii_digit())
        && let Some(date) = Day::parse(start)
    {
        return Some(date.into());
    }
    match PartialDate::parse(text) {
        Some(date) if date.day.is_none() || Day::of(date).is_some() => Some(date),
        _ => named(text),
    }
}

/// `22 Nov 1979`, `November 1979`, `Nov. 22, 1979`.
fn named(text: &str) -> Option<PartialDate> {
    let words: Vec<&str> = text.split([' ', ',', '\u{a0}', '-']).filter(|word| !word.is_empty()).collect();
    let (day, month, year) = match words.as_slice() {
        [month, year] => (None, month, year),
        [first, second, year] if first.starts_with(|c: char| c.is_ascii_digit()) => {
            (Some(*first), second, year)
        }
        [first, second, year] => (Some(*second), first, year),
        _ => return None,
    };
    // "Nov", "Nov.", "Sept", "November": as much of the name as tells it.
    let start = month.trim_end_matches('.').to_lowercase();
    let at = MONTHS.iter().position(|known| start.len() >= 3 && known.starts_with(&start))?;
    let year = PartialDate::parse(year)?.year;
    let month = u8::try_from(at + 1).ok()?;
    let Some(day) = day else { return Some(PartialDate { year, month: Some(month), day: None }) };
    let digits = day.trim_end_matches(|c: char| c.is_alphabetic());
    Day::new(year, month, digits.parse().ok()?).map(Into::into)
}

/// `28/03/2025`, `28.3.2025`, `28-03-2025`; `00/03/2025` and `dd/mm/2025`, where nobody knows the rest.
fn numbers(text: &str, order: Order) -> Option<PartialDate> {
    let text = text.split_whitespace().next()?;
    let separator = ['/', '.', '-'].into_iter().find(|separator| text.matches(*separator).count() == 2)?;
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let is_short = |part: &str| (1..=2).contains(&part.len());
    if !is_short(first) || !is_short(second) {
        return None;
    }
    // Where dots part, the day stands first: nobody writes it otherwise.
    let order = if separator == '.' { Order::DayMonth } else { order };
    day_month(first, second, year, order)
}

fn day_month(first: &str, second: &str, year: &str, order: Order) -> Option<PartialDate> {
    let number = |text: &str| match text.trim_start_matches('0') {
        "" | "d" | "dd" | "m" | "mm" | "DD" | "MM" => Some(None),
        digits => digits.parse::<u8>().ok().map(Some),
    };
    let (first, second) = (number(first)?, number(second)?);
    let (day, month) = match order {
        Order::DayMonth => (first, second),
        Order::MonthDay => (second, first),
        Order::Unsaid if first == second || first.is_none() || first > Some(12) => (first, second),
        Order::Unsaid if second > Some(12) => (second, first),
        Order::Unsaid => return None,
    };
    let year = PartialDate::parse(year).filter(|date| date.month.is_none())?.year;
    match (month, day) {
        (Some(month), Some(day)) => Day::new(year, month, day).map(Into::into),
        (Some(month), None) if (1..=12).contains(&month) => {
            Some(PartialDate { year, month: Some(month), day: None })
        }
        (None, None) => Some(PartialDate { year, month: None, day: None }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = written(text, Order::DayMonth).map(|written| {
            let dates: Vec<_> = written.dates.iter().map(ToString::to_string).collect();
            format!("{}{}", dates.join(" "), if written.exact { "" } else { " ~" })
        });
        assert_eq!(read.as_deref().unwrap_or("?"), expected, "{text}");
    }

    #[test]
    fn dates_are_as_fine_as_written() {
        check("22 Nov 1979", "1979-11-22");
        check("Nov 1979", "1979-11");
        check("1979", "1979");
        check("1979-11-22", "1979-11-22");
        check("2012-01-01-04:00", "2012-01-01");
        check("2001-02-23T00:00:00", "2001-02-23");
        check("November 22, 1979", "1979-11-22");
        check("22/11/1979", "1979-11-22");
        check("00/11/1979", "1979-11");
        check("00/00/1979", "1979");
        check("dd/mm/1945", "1945");
        check("22.11.1979", "1979-11-22");
        check("22-11-1979", "1979-11-22");
    }

    #[test]
    fn rough_dates_say_so() {
        check("circa 1951", "1951 ~");
        check("1951 to 1953", "1951 1952 1953 ~");
        check("between 1951 and 1952", "1951 1952 ~");
        check("Mar 1962 to Feb 1963", "1962 1963 ~");
        check("03 Mar 1962 to 09 Mar 1962", "1962-03 ~");
        check("1951-1953", "1951 1952 1953 ~");
        check("circa 1979-1982", "1979 1980 1981 1982 ~");
        check("1900 to 1980", " ~");
        check("1962 or 1964", "1962 1964");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "Nov",
            "31 Feb 1979",
            "1979-13-01",
            "22/13/1979",
            "born in the early 1970s",
            "12 Marmalade 1979",
        ] {
            check(text, "?");
        }
        let unsaid = |text| written(text, Order::Unsaid).map(|read| read.dates[0].to_string());
        assert_eq!(unsaid("03/04/1965"), None);
        assert_eq!(unsaid("13/04/1965").as_deref(), Some("1965-04-13"));
        assert_eq!(unsaid("04/13/1965").as_deref(), Some("1965-04-13"));
        assert_eq!(
            day("03/28/2025", Order::MonthDay).map(|day| day.to_string()).as_deref(),
            Some("2025-03-28")
        );
        assert_eq!(day("Mar 2025", Order::MonthDay), None);
    }
}
