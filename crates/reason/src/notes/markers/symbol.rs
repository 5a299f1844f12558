use super::{Group, Label};
use crate::notes::Note;

/// The signs that notes are labelled with, each once.
pub(super) fn signs(notes: &[Note]) -> Vec<&str> {
    let mut signs: Vec<&str> = notes
        .iter()
        .map(|note| note.label.as_str())
        .filter(|label| label.starts_with(['*', '†', '‡']))
        .collect();
    signs.sort_unstable();
    signs.dedup();
    signs
}

/// `*`, `†`, `‡` behind a word, where a note has the same sign.
pub(super) fn find(text: &str, signs: &[&str]) -> Vec<Group> {
    let mut groups = Vec::new();
    for sign in signs {
        for (at, _) in text.match_indices(*sign) {
            let end = at + sign.len();
            let behind_word = text[..at]
                .chars()
                .next_back()
                .is_some_and(|c| !c.is_whitespace() && !sign.contains(c) && !matches!(c, '(' | '['));
            let alone = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric() && !sign.contains(c));
            if behind_word && alone {
                let label = Label::new(*sign, at, end);
                groups.push(Group { span: label.span, labels: vec![label] });
            }
        }
    }
    groups
}
