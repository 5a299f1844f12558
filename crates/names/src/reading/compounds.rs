//! Words that together are one name: `Abd al-Rahman`, `Saif ud-Din`, `Habib Ullah`, `Ali Pour`.
//!
//! Arabic compounds are written in one to three words and with any vowel, so they are brought to one form here: `abdul`, `uddin`
//! and `ullah` written together with what belongs to them.

use crate::words::{Particle, particle};

use super::draft::Draft;
use super::{Role, flags};

/// The words with compounds made one, in one form.
pub(super) fn joined(mut words: Vec<Draft>) -> Vec<Draft> {
    put_servant_first(&mut words);
    let mut out: Vec<Draft> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(mut word) = words.next() {
        if word.role == Role::Name {
            if is_servant(&word) {
                let mut article = None;
                while words.peek().is_some_and(is_article) {
                    article = words.next();
                }
                match words.next_if(|next| next.role == Role::Name && next.latin.len() > 1) {
                    Some(served) => {
                        word =
                            together(word, &served, |_, served| format!("abdul{}", without_article(served)))
                    }
                    None => out.extend(article),
                }
            } else if let Some(praised) = words.peek().and_then(|next| praised(&word, next)) {
                word.latin.truncate(praised);
                word.folded.clone_from(&word.latin);
            } else if is_ending(&word)
                && out.last().is_some_and(|last| last.role == Role::Name || is_article(last))
            {
                let article = out.pop_if(|last| is_article(last));
                match out.pop_if(|last| last.role == Role::Name && last.latin.len() > 1) {
                    Some(before) => {
                        word = together(before, &word, |before, ending| {
                            format!("{before}{}", ending_form(ending))
                        });
                    }
                    None => out.extend(article),
                }
            } else if let Some(ending) = family_ending(&word)
                && let Some(before) = out.pop_if(|last| last.role == Role::Name && last.latin.len() > 1)
            {
                word = together(before, &word, |before, _| format!("{before}{ending}"));
            }
            word.latin = one_form(&word.latin);
        }
        out.push(word);
    }
    out
}

/// `Rahman Yasin, Abdul` is Abdul Rahman Yasin: indexes of names cut the compound at its first word.
fn put_servant_first(words: &mut [Draft]) {
    let Some((last, before)) = words.split_last_mut() else { return };
    let is_cut = last.behind_comma && before.iter().all(|word| !word.behind_comma) && !before.is_empty();
    if is_cut && last.role == Role::Name && (is_servant(last) || last.latin == "allah") {
        last.behind_comma = false;
        words.rotate_right(1);
    }
}

fn together(first: Draft, second: &Draft, latin: impl Fn(&str, &str) -> String) -> Draft {
    let latin = latin(&first.latin, &second.latin);
    let flags = first.flags & !flags::JOINED | second.flags;
    Draft { end: second.end.max(first.end), folded: latin.clone(), latin, flags, ..first }
}

fn is_servant(word: &Draft) -> bool {
    particle(&word.latin) == Some(Particle::Servant)
        || matches!(
            word.latin.as_str(),
            "abd" | "abdul" | "abdel" | "abdal" | "abdol" | "abdur" | "abdus" | "abdu"
        )
}

fn is_article(word: &Draft) -> bool {
    word.role == Role::Name
        && word.latin.len() <= 3
        && (particle(&word.latin) == Some(Particle::Article)
            || matches!(word.latin.as_str(), "al" | "el" | "ul" | "ur" | "ud" | "ad" | "ed"))
}

fn is_ending(word: &Draft) -> bool {
    matches!(
        word.latin.as_str(),
        "din"
            | "deen"
            | "dine"
            | "dien"
            | "uddin"
            | "eddin"
            | "eddine"
            | "aldin"
            | "eldin"
            | "aldeen"
            | "ullah"
            | "ollah"
            | "ulla"
            | "allah"
            | "olla"
    )
}

/// How much of `Rafiqul` is a name of its own before `Islam`: Bengal writes the article at the end of the first word, others apart or with the
/// second (`Rafiq ul-Islam`).
fn praised(word: &Draft, next: &Draft) -> Option<usize> {
    const NEXT: [&str; 12] = [
        "islam", "haq", "haque", "huq", "hoque", "hasan", "hassan", "alam", "karim", "kabir", "amin", "bari",
    ];
    let stem = ["ul", "ool"].iter().find_map(|article| word.latin.strip_suffix(article))?;
    (stem.len() >= 4 && next.role == Role::Name && NEXT.contains(&next.latin.as_str())).then_some(stem.len())
}

/// What Persian makes family names of given names with, where it stands apart: `Ali Pour`, `Reza Zadeh`. In one spelling.
fn family_ending(word: &Draft) -> Option<&'static str> {
    Some(match word.latin.as_str() {
        "zade" | "zadeh" | "zada" | "zoda" => "zadeh",
        "pur" | "pour" | "poor" => "pour",
        "nejad" | "nezhad" | "nejhad" => "nejad",
        _ => return None,
    })
}

fn ending_form(ending: &str) -> &'static str {
    if ending.contains("ll") { "ullah" } else { "uddin" }
}

fn without_article(name: &str) -> &str {
    ["al", "el", "ul"]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .filter(|rest| rest.len() > 3)
        .unwrap_or(name)
}

/// A compound that is written as one word, in one form; other words as they are.
fn one_form(latin: &str) -> String {
    let latin = servant_form(latin);
    for ending in ["ullah", "ollah", "allah", "ulla", "olla", "alla", "ulah", "olah"] {
        if let Some(stem) = latin.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            return format!("{stem}ullah");
        }
    }
    for ending in ["dine", "deen", "dien", "din"] {
        let Some(stem) = latin.strip_suffix(ending) else { continue };
        let stem = stem.strip_suffix(['d', 'l']).unwrap_or(stem);
        if let Some(stem) = stem.strip_suffix(['a', 'e', 'o', 'u']).filter(|stem| stem.len() >= 3) {
            return format!("{stem}uddin");
        }
    }
    latin
}

/// `abdurrahman`, `abdelrahman`, `abdrahman`: `abdulrahman`.
fn servant_form(latin: &str) -> String {
    let Some(rest) = latin.strip_prefix("abd") else { return latin.to_owned() };
    let behind = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
    let had_vowel = behind.len() < rest.len();
    let served = match behind.as_bytes() {
        [b'l', b'l', b'a', ..] => return format!("abdul{}", &behind[1..]),
        [b'l', ..] if had_vowel => &behind[1..],
        [one, two, ..] if had_vowel && one == two => &behind[1..],
        [one, ..] if !had_vowel && *one != b'l' => behind,
        _ => return latin.to_owned(),
    };
    if served.len() < 3 { latin.to_owned() } else { format!("abdul{served}") }
}
