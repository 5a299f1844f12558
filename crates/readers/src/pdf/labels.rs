//! What a line begins with: the label of a note, the number of a list item, a bullet.

use super::lines::Line;
use super::words::{Word, plain_digit};

/// A label at the start of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// As printed, in plain digits: `12`, `12.`, `*`.
    pub text: String,
    /// Its number, if it is one.
    pub number: Option<u32>,
    /// How it is set.
    pub setting: Setting,
}

/// How a label is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Small and raised.
    Raised,
    /// In the type of its line, followed by a period or a bracket: `12.`, `12)`, `[12]`.
    Punctuated,
    /// In the type of its line, alone.
    Bare,
}

/// Labels have at most four digits: a longer number is an amount.
const MOST_DIGITS: usize = 4;

/// The label with which a line begins.
pub fn label(line: &Line) -> Option<Label> {
    let word = line.first()?;
    raised(word).or_else(|| {
        let next = line.words.get(1)?;
        level(&word.text).filter(|label| label.setting == Setting::Punctuated || !is_month(&next.text))
    })
}

/// `4 May 2023` at the start of a line is a date.
fn is_month(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    MONTHS.split(' ').any(|month| bare.chars().count() >= 3 && month.starts_with(bare.as_str()))
}

/// Months of the languages in which such reports are mostly written; abbreviations are their beginnings.
const MONTHS: &str = "january february march april may june july august september october november december \
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre \
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre \
    januar februar märz mai juni juli oktober dezember";

fn raised(word: &Word) -> Option<Label> {
    let digits: String = word.text.chars().map_while(plain_digit).collect();
    if !digits.is_empty() && digits.len() <= MOST_DIGITS {
        return Some(Label { number: digits.parse().ok(), text: digits, setting: Setting::Raised });
    }
    let signs: String = word.text.chars().take_while(|c| matches!(c, '*' | '†' | '‡' | '§')).collect();
    let is_label = !signs.is_empty() && signs.chars().count() <= 3;
    is_label.then_some(Label { number: None, text: signs, setting: Setting::Raised })
}

fn level(word: &str) -> Option<Label> {
    let inner = word.strip_prefix(['[', '(']).unwrap_or(word);
    let bare = inner.strip_suffix(['.', ')', ']', ':']).unwrap_or(inner);
    let bare = bare.strip_suffix(')').unwrap_or(bare);
    let is_number =
        !bare.is_empty() && bare.len() <= MOST_DIGITS && bare.bytes().all(|byte| byte.is_ascii_digit());
    let setting = if bare.len() == word.len() { Setting::Bare } else { Setting::Punctuated };
    is_number.then(|| Label { number: bare.parse().ok(), text: word.to_owned(), setting })
}

/// Whether a line begins with a bullet.
pub fn has_bullet(line: &Line) -> bool {
    let Some(first) = line.first() else {
        return false;
    };
    let is_bullet = |c: char| {
        matches!(
            c,
            '•' | '‣'
                | '◦'
                | '▪'
                | '■'
                | '□'
                | '●'
                | '○'
                | '►'
                | '▶'
                | '➢'
                | '➤'
                | '✓'
                | '❖'
                | '⁃'
                | '∙'
                | '·'
        ) || ('\u{f0a7}'..='\u{f0fc}').contains(&c)
    };
    let mut characters = first.text.chars();
    match (characters.next(), characters.next()) {
        (Some('–' | '—' | '-' | 'o' | '»'), None) => {
            line.words.len() > 1 && gap_after_first(line) > 0.35 * line.size
        }
        (Some(c), _) => is_bullet(c),
        _ => false,
    }
}

fn gap_after_first(line: &Line) -> f32 {
    match line.words.as_slice() {
        [first, second, ..] => second.area.x0 - first.area.x1,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<(Option<u32>, Setting)>) {
        assert_eq!(level(word).map(|label| (label.number, label.setting)), expected, "{word}");
    }

    #[test]
    fn numbers_at_the_start_of_a_line() {
        check("12", Some((Some(12), Setting::Bare)));
        check("12.", Some((Some(12), Setting::Punctuated)));
        check("[12]", Some((Some(12), Setting::Punctuated)));
        check("(12)", Some((Some(12), Setting::Punctuated)));
        check("12:", Some((Some(12), Setting::Punctuated)));
        check("12,", None);
        check("12345", None);
        check("Smith", None);
        check("", None);
        check(".", None);
    }
}
