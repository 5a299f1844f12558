//! The number that the International Maritime Organization gives to a ship, wherever it is written: `Leyla (IMO: 9187629)`.

/// Digits of a number; the last is a check of the others.
const DIGITS: usize = 7;

/// What may stand between `IMO` and the digits.
const BETWEEN: [&str; 6] = ["no", "nr", "num", "number", "nummer", "ship"];

/// The number that some words begin with, and how many of them say it: two of `IMO 9187629`, three of `IMO number 9187629`, one of
/// `IMO9187629`.
pub(crate) fn imo_number<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(&'w str, usize)> {
    let mut words = words.into_iter();
    let behind = behind_imo(words.next()?)?;
    if !behind.is_empty() {
        return is_number(behind).then_some((behind, 1));
    }
    for (count, word) in (2..).zip(words) {
        if is_number(word) {
            return Some((word, count));
        }
        if !BETWEEN.iter().any(|known| word.eq_ignore_ascii_case(known)) {
            return None;
        }
    }
    None
}

/// The first number that stands in a text.
pub(crate) fn imo_number_in(text: &str) -> Option<&str> {
    let words = || text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut starts = words().enumerate().filter(|(_, word)| behind_imo(word).is_some());
    starts.find_map(|(at, _)| imo_number(words().skip(at))).map(|(number, _)| number)
}

fn behind_imo(word: &str) -> Option<&str> {
    let (start, behind) = word.split_at_checked(3)?;
    start.eq_ignore_ascii_case("imo").then_some(behind)
}

fn is_number(word: &str) -> bool {
    word.len() == DIGITS && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_written() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(imo_number_in(text), expected, "{text}");
        check("Leyla (IMO: 9187629)", Some("9187629"));
        check("LEYLA IMO-No. 9187629, ex Sea Heron", Some("9187629"));
        check("IMO Ship Number: 9187629", Some("9187629"));
        check("imo9187629", Some("9187629"));
        check("IMO TRADER (IMO 9187629)", Some("9187629"));
        check("Leyla 9187629", None);
        check("IMO 91876291", None);
        check("IMO trader 9187629", None);
        check("Simo 9187629", None);
        check("IMO", None);
    }
}
