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
    let behind = |text: &str, skip: usize| text.chars().skip(same + skip).collect::<String>();
    behind(one, 1) == behind(other, 0)
        || behind(one, 0) == behind(other, 1)
        || behind(one, 1) == behind(other, 1)
}
