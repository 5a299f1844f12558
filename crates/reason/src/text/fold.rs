use std::borrow::Cow;
use std::sync::OnceLock;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// One form for all that a reader takes for the same: lower case, no accents, straight quotes, single spaces.
///
/// ```
/// assert_eq!(reason::text::fold("L’Armée  malienne"), "l'armee malienne");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return joined(text.split_whitespace(), text.len());
    }
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    each_folded(text, |c| {
        if c.is_whitespace() {
            space = true;
            return;
        }
        if std::mem::take(&mut space) && !folded.is_empty() {
            folded.push(' ');
        }
        folded.push(c);
    });
    folded
}

/// As [`fold`]; plain small letters, which most words are, need no copy.
pub(crate) fn folded(word: &str) -> Cow<'_, str> {
    let plain = word.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase());
    if plain { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) }
}

/// The words of a text, folded: what titles and names are compared by.
#[must_use]
pub fn fold_words(text: &str) -> String {
    if text.is_ascii() {
        return joined(text.split(|c: char| !c.is_ascii_alphanumeric()), text.len());
    }
    let mut words = String::with_capacity(text.len());
    let mut apart = false;
    each_folded(text, |c| {
        if !c.is_alphanumeric() {
            apart = true;
            return;
        }
        if std::mem::take(&mut apart) && !words.is_empty() {
            words.push(' ');
        }
        words.push(c);
    });
    words
}

/// Plain words in small letters, with single spaces between them.
fn joined<'t>(words: impl Iterator<Item = &'t str>, length: usize) -> String {
    let mut joined = String::with_capacity(length);
    for word in words.filter(|word| !word.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined.make_ascii_lowercase();
    joined
}

/// Takes compatibility forms apart character by character: the whole of NFKD also puts combining marks in order, but those
/// go, and plain letters need no table.
fn each_folded(text: &str, mut push: impl FnMut(char)) {
    for c in text.chars() {
        if c.is_ascii() {
            push(c.to_ascii_lowercase());
            continue;
        }
        if let Some(plain) = latin(c) {
            push(plain);
            continue;
        }
        decompose_compatible(c, |part| {
            if !is_combining_mark(part) {
                straight(part).to_lowercase().for_each(&mut push);
            }
        });
    }
}

/// The letters from `À` on that every other word of French has.
const LATIN: std::ops::RangeInclusive<char> = 'À'..='ſ';

/// What a letter with an accent is folded to, where it is one plain letter; quotation marks straight.
pub(super) fn latin(c: char) -> Option<char> {
    static PLAIN: OnceLock<Vec<Option<char>>> = OnceLock::new();
    if matches!(c, '’' | '‘' | '“' | '”' | '–' | '—') {
        return Some(straight(c));
    }
    let at = (c as usize).checked_sub(*LATIN.start() as usize)?;
    *PLAIN.get_or_init(|| LATIN.map(one_letter).collect()).get(at)?
}

fn one_letter(c: char) -> Option<char> {
    let mut folded = Vec::new();
    decompose_compatible(c, |part| {
        if !is_combining_mark(part) {
            folded.extend(straight(part).to_lowercase());
        }
    });
    if let [only] = folded[..] { Some(only) } else { None }
}

/// Curly quotes and long dashes as their plain forms.
#[must_use]
pub const fn straight(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '″' => '"',
        '–' | '—' | '‐' | '‑' | '‒' | '−' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    /// The definition: compatibility decomposition, without marks, plain quotes, lower case.
    fn defined(text: &str) -> String {
        let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(|c| straight(c).to_lowercase());
        plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn folds_as_defined(text in "(\\PC|[ \n’“–ﬁ²́é̈İẞΣ가Ⅻ]){0,40}") {
            let folded = defined(&text);
            prop_assert_eq!(fold(&text), &*folded);
            prop_assert_eq!(super::folded(&text), &*folded);
            let words: Vec<_> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(fold_words(&text), words.join(" "));
        }
    }
}
