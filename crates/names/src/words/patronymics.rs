//! Names made from a father's name by an ending.

use crate::party::Gender;

/// A patronymic taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patronymic<'a> {
    /// What stands before the ending: `vladimir` of `vladimirovich`, `serge` of `sergeevna`.
    pub stem: &'a str,
    /// Whose child it names: a son or a daughter.
    pub gender: Gender,
}

/// Endings of sons, behind the vowel that joins them: Russian, Serbian, Swedish, Polish, German, French, Hungarian, Romanian, Catalan
/// spellings of -ich.
const SONS: [&str; 17] =
    ["tsch", "tsj", "tch", "tsh", "chi", "cz", "cs", "ch", "tj", "ts", "tx", "ci", "c", "k", "s", "z", "ti"];
/// Endings of daughters, whole.
const DAUGHTERS: [&str; 16] = [
    "ovna", "evna", "yevna", "jevna", "ievna", "ivna", "yivna", "avna", "owna", "ewna", "jewna", "auna",
    "euna", "ovny", "ichna", "inichna",
];
/// Letters of the shortest stem: Lev, Ilya, Ivan.
const SHORTEST_STEM: usize = 2;

/// Takes the ending off an East Slavic patronymic in Latin letters, in the spelling of any language (`-ovich`, `-ovitj`,
/// `-owicz`, `-ovics`, `-avich`, `-ovna`, `-ivna`, `-auna`). Family names of that ending (`Abramovich`) look the same: where it stands
/// in a name decides.
///
/// ```
/// use names::{party::Gender, words::patronymic};
///
/// let found = patronymic("wladimirowitsch").unwrap();
/// assert_eq!((found.stem, found.gender), ("wladimir", Gender::Male));
/// ```
#[must_use]
pub fn patronymic(latin: &str) -> Option<Patronymic<'_>> {
    son(latin).or_else(|| daughter(latin)).filter(|found| found.stem.len() >= SHORTEST_STEM)
}

fn son(latin: &str) -> Option<Patronymic<'_>> {
    let stem = SONS.iter().find_map(|ending| latin.strip_suffix(ending)?.strip_suffix(['i', 'y', 'j']));
    let stem = stem?.strip_suffix(['v', 'w'])?;
    let stem = stem.strip_suffix(['o', 'e', 'a'])?;
    Some(Patronymic { stem: without_glide(stem), gender: Gender::Male })
}

fn daughter(latin: &str) -> Option<Patronymic<'_>> {
    let stem =
        DAUGHTERS.iter().filter_map(|ending| latin.strip_suffix(ending)).min_by_key(|stem| stem.len())?;
    Some(Patronymic { stem: without_glide(stem), gender: Gender::Female })
}

/// Without the `y` or `j` that a soft ending brings: Vasily-evich, Sergej-evitj.
fn without_glide(stem: &str) -> &str {
    stem.trim_end_matches(['y', 'j', 'i'])
}
