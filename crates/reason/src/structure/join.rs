//! How two pieces of one text are put together again.

use super::piece::{ends_sentence, without_closing_marks};

/// What stood between two pieces before a page, a line or another block cut them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glue {
    /// A word or an address was cut: nothing. The hyphen that stands at the cut goes.
    Hyphen,
    /// An address was cut: nothing, and its hyphen stays.
    Nothing,
    /// A space.
    Space,
    /// The first was complete: a line of its own.
    Line,
}

/// How a note goes on in a further piece.
pub(super) fn note_glue(before: &str, after: &str) -> Glue {
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let first = after.split_whitespace().next().unwrap_or_default();
    if is_address(last) && goes_on_address(last, after, first) {
        return Glue::Nothing;
    }
    if let Some(glue) = word_glue(before, after) {
        return glue;
    }
    let complete = (ends_sentence(before) && !before.trim_end().ends_with([':', ';'])) || is_address(last);
    if complete && !after.starts_with(char::is_lowercase) { Glue::Line } else { Glue::Space }
}

/// How a paragraph goes on in a further piece.
pub(super) fn paragraph_glue(before: &str, after: &str) -> Glue {
    if after.starts_with(crate::text::is_raised) {
        return Glue::Nothing;
    }
    word_glue(before, after).unwrap_or(Glue::Space)
}

/// A word cut at its hyphen.
fn word_glue(before: &str, after: &str) -> Option<Glue> {
    let stem = before.strip_suffix(['-', '\u{ad}', '‐'])?;
    let cut = stem.ends_with(char::is_alphabetic) && after.starts_with(char::is_lowercase);
    cut.then_some(Glue::Hyphen)
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || word.starts_with("<http")
}

/// An address that stops at a joint (`-`, `/`, `_`, `=`, `&`, `%`) and whose next piece begins with a word that no text
/// has: joints inside, no space.
fn goes_on_address(last: &str, after: &str, first: &str) -> bool {
    let at_joint = last.ends_with(['-', '/', '_', '=', '&', '%', '?', '.', '~', '+']);
    let whole_piece = first.len() == after.trim().len();
    let jointed = first.matches(['-', '/', '_', '=', '&', '%']).count();
    at_joint
        && !is_address(first)
        && (jointed >= 2
            || (whole_piece && jointed >= 1)
            || (whole_piece && last.ends_with(['-', '_', '=', '%'])))
}

impl Glue {
    /// What to put between, after [`Glue::trim`].
    pub fn text(self) -> &'static str {
        match self {
            Self::Hyphen | Self::Nothing => "",
            Self::Space => " ",
            Self::Line => "\n",
        }
    }

    /// Takes from the first piece what does not stay.
    pub fn trim(self, before: &mut String) {
        before.truncate(before.trim_end().len());
        if self == Self::Hyphen {
            before.pop();
        }
    }
}

/// Whether a paragraph breaks off in the middle of a sentence.
pub(super) fn breaks_off(text: &str) -> bool {
    let bare = without_closing_marks(text);
    !ends_sentence(text)
        && bare
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '—' | '%' | '$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_joined_as_they_were_cut() {
        for (before, after, glue) in [
            ("News, https://a.org/2023-", "mali-les-habitants-savent", Glue::Nothing),
            ("News, https://a.org/", "government/news/uk-sanctions", Glue::Nothing),
            ("Nasr, “Title,” Centre, September 13,", "2024, available at: https://a.org", Glue::Space),
            ("See: A, https://a.org/b", "Smith, “Title,” 2024.", Glue::Line),
            ("A witness said so. See:", "Smith, “Title,” 2024.", Glue::Space),
            ("the re-", "sponsible officer", Glue::Hyphen),
            ("Interview, Tamer, May 2024.", "Interview, Oulo, June 2024.", Glue::Line),
        ] {
            assert_eq!(note_glue(before, after), glue, "{before} | {after}");
        }
    }
}
