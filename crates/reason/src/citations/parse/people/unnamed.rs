//! Whether somebody who is described stays unnamed.

use crate::languages::{Cue, CueHit, WordClass, lexicon};
use crate::text::tokens;

use super::names::{has_arabic_article, is_elided, is_joining, is_particle};

/// An office or a role rather than a name, a pseudonym, initials.
pub(in crate::citations::parse) fn is_unnamed(text: &str) -> bool {
    let hits = lexicon().cues(text, &tokens(text));
    if hits.iter().any(|hit| hit.cues.has(Cue::Pseudonym)) {
        return true;
    }
    let head = text.split([',', '(']).next().unwrap_or(text).trim();
    if head.is_empty() || head.starts_with(['“', '"', '‘', '«', '\'']) {
        return true;
    }
    let words: Vec<&str> = head.split_whitespace().collect();
    let article = words.first().is_some_and(|word| lexicon().is(WordClass::UnnamedArticles, word));
    let numbered = words.len() == 1 && head.chars().any(|c| c.is_ascii_digit());
    article
        || numbered
        || words.iter().any(|word| is_common_noun(word))
        || are_initials(&words)
        || hits.iter().any(|hit| is_role(text, head, hit))
}

/// A small letter where a name would have a capital.
fn is_common_noun(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && !is_joining(word)
        && !is_particle(word)
        && !is_elided(word)
        && !has_arabic_article(word)
}

/// `A.B.`, `Amina K.`
fn are_initials(words: &[&str]) -> bool {
    let all = words.iter().all(|word| {
        word.trim_end_matches('.').chars().filter(|c| c.is_alphabetic()).count() <= 2
            && word.starts_with(char::is_uppercase)
    });
    let last = words.len() == 2 && words[1].trim_end_matches('.').chars().count() == 1;
    all || last
}

/// "security official", but not "Colonel", which also stands before names.
fn is_role(text: &str, head: &str, hit: &CueHit) -> bool {
    hit.cues.has(Cue::Unnamed)
        && hit.span.end <= head.len()
        && !lexicon().is(WordClass::Ranks, &text[hit.span.start..hit.span.end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_no_name() {
        for text in [
            "an army colonel",
            "security official",
            "Western diplomat",
            "Amina K. (pseudonym)",
            "“Fatou”, survivor",
            "A.B.",
            "une source sécuritaire",
            "Taravian government officials",
            "former minister",
        ] {
            assert!(is_unnamed(text), "{text}");
        }
        for text in
            ["Joseph Tarimo, deputy prosecutor", "General Marc Tolland", "Amadou Kefra", "Ingrid Solheim"]
        {
            assert!(!is_unnamed(text), "{text}");
        }
    }
}
