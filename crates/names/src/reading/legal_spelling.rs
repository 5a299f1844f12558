//! Words of legal forms with a letter wrong or missing: `Aktiengeselschaft`, `Compan`.

/// Long words of legal forms that are misspelled most: those of the lists' commonest forms. Short ones would take in other words.
const LONG: [&str; 16] = [
    "aktiengesellschaft",
    "gesellschaft",
    "corporation",
    "incorporated",
    "limited",
    "company",
    "liability",
    "partnership",
    "enterprise",
    "aktsionernoe",
    "obshchestvo",
    "ответственностью",
    "ограниченной",
    "акционерное",
    "responsabilidad",
    "responsabilite",
];

/// A folded word, or the word of a legal form that it is one letter away from.
pub(super) fn mended(folded: &str) -> String {
    let count = folded.chars().count();
    let near = |known: &&&str| count >= 6 && **known != folded && is_one_letter_away(folded, known);
    LONG.iter().find(near).map_or(folded, |known| known).to_owned()
}

fn is_one_letter_away(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.chars().skip(same), other.chars().skip(same));
    one.clone().skip(1).eq(other.clone())
        || one.clone().eq(other.clone().skip(1))
        || one.skip(1).eq(other.skip(1))
}
