//! What stands beside names and is none: "(ed.)", "et al.", "and", a genitive.

use crate::languages::{WordClass, lexicon};

/// Without "(ed.)", "eds.", "et al.", "dir." at the end.
pub(in crate::citations::parse) fn without_roles(text: &str) -> &str {
    let mut rest = text.trim().trim_end_matches([',', ':', ' ']);
    loop {
        let shorter = strip_role(rest);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter.trim_end_matches([',', ' ']);
    }
}

fn strip_role(text: &str) -> &str {
    let open = text.trim_end_matches([')', ']']);
    match lexicon().closes(WordClass::Roles, open) {
        Some(at) => open[..at].trim_end(),
        None => text,
    }
}

/// Whether one of the names is said to be an editor, a translator, a director of the work.
pub(in crate::citations::parse) fn has_role(names: &str) -> bool {
    names
        .split_whitespace()
        .any(|word| lexicon().is(WordClass::Roles, word.trim_end_matches([')', ']', ',', ':'])))
}

/// `and Ines Fell`: the last of a list.
pub(in crate::citations::parse) fn without_and(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if lexicon().is_and(first) => rest,
        _ => name,
    }
}

/// `Human Rights Watch’s`, `the authors’`: without the mark of the English genitive.
pub(in crate::citations::parse) fn without_genitive(name: &str) -> &str {
    name.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['’', '\'', ' '])
}
