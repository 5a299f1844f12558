//! Days and periods, which the file gives as the earliest and latest day of their start and end.

use crate::lists::input::Element;
use crate::party::PartialDate;

/// `<Year/><Month/><Day/>`, as fine as it is.
pub(super) fn date(element: &Element) -> Option<PartialDate> {
    let [year, month, day] = ["Year", "Month", "Day"].map(|part| element.child_text(part));
    let text = match (month, day) {
        ("", _) => format!("{year:0>4}"),
        (month, "") => format!("{year:0>4}-{month:0>2}"),
        (month, day) => format!("{year:0>4}-{month:0>2}-{day:0>2}"),
    };
    PartialDate::parse(&text)
}

/// A period in words that say as much: `1962`, `circa 1962-11`, `1951 to 1953`; empty where it has no day.
pub(super) fn period(element: &Element) -> String {
    let Some(start) = element.child("Start") else { return String::new() };
    let side = |of: &Element, names: [&str; 2]| names.into_iter().find_map(|name| date(of.child(name)?));
    let Some(from) = side(start, ["From", "To"]) else { return String::new() };
    let to = element.child("End").and_then(|end| side(end, ["To", "From"])).unwrap_or(from);
    let roughly = ["Start", "End"]
        .into_iter()
        .filter_map(|name| element.child(name))
        .any(|one| one.attribute("Approximate") == "true");
    let said = whole(from, to).map_or_else(|| format!("{from} to {to}"), |date| date.to_string());
    if roughly { format!("circa {said}") } else { said }
}

/// The one date that a period is: a day, all days of a month, or of a year.
fn whole(from: PartialDate, to: PartialDate) -> Option<PartialDate> {
    if from == to {
        return Some(from);
    }
    let day = |date: PartialDate| (date.month.unwrap_or(1), date.day.unwrap_or(1));
    let year = PartialDate { year: from.year, month: None, day: None };
    if from.year != to.year {
        return None;
    }
    match (day(from), day(to)) {
        ((1, 1), (12, 31)) => Some(year),
        ((month, 1), (last, 28..=31)) if month == last => Some(PartialDate { month: Some(month), ..year }),
        _ => None,
    }
}
