//! A list of authors cut into its names. Bodies whose names hold commas or "and" stay whole.

use crate::languages::{WordClass, lexicon};
use crate::publishers::publishers;

use super::names::{is_name, is_person};
use super::roles::without_roles;

/// The authors of a list, in order.
pub(in crate::citations) fn authors(text: &str) -> Vec<String> {
    let text = without_roles(text.trim()).trim_end_matches('.').trim_end();
    let text = restore_stop(text);
    if text.is_empty() {
        return Vec::new();
    }
    if publishers().by_name(&text).is_some() {
        return vec![text];
    }
    let names = split_names(&text);
    if are_families(&names) || (!names.is_empty() && names.iter().all(|name| is_author(name))) {
        names
    } else {
        vec![text]
    }
}

/// `Moro and Fell`: family names alone.
fn are_families(names: &[String]) -> bool {
    names.len() > 1
        && names.iter().all(|name| {
            !name.contains(' ')
                && name.starts_with(char::is_uppercase)
                && name.chars().any(char::is_lowercase)
        })
}

fn is_author(name: &str) -> bool {
    is_person(name) || publishers().by_name(name).is_some() || name.starts_with('@') || is_initialled(name)
}

/// `Farid, S.`: family name first.
fn is_initialled(name: &str) -> bool {
    name.split_once(", ").is_some_and(|(family, given)| {
        is_name(family) && given.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
    })
}

/// `Jr.`, `J.`: the stop belongs to the name.
fn restore_stop(text: &str) -> String {
    let last = text.rsplit(' ').next().unwrap_or_default();
    let suffix = last.starts_with(char::is_uppercase) && lexicon().is(WordClass::StoppedSuffixes, last);
    let initial = text.contains(' ') && last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    if suffix || initial { format!("{text}.") } else { text.to_owned() }
}

/// A name, or a part of one, with what stands before it.
struct Piece {
    text: String,
    /// "and" stands before it: it goes with nothing that does.
    joined: Joined,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    ByComma,
    ByAnd,
}

/// Cuts at commas, semicolons, strokes and "and", and puts inverted names together again.
fn split_names(text: &str) -> Vec<String> {
    let pieces = pieces(text);
    let inverted =
        pieces.len() >= 2 && !pieces[0].text.contains(' ') && publishers().by_name(&pieces[0].text).is_none();
    if inverted { join_inverted(pieces) } else { join_suffixes(pieces) }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut joined = Joined::ByComma;
    for part in text.split([',', ';']).flat_map(|part| part.split(" / ")) {
        let words: Vec<&str> = part.split_whitespace().collect();
        for (number, name) in words.split(|word| lexicon().is_and(word)).enumerate() {
            if number > 0 {
                joined = Joined::ByAnd;
            }
            let text = without_roles(&name.join(" ")).to_owned();
            if !text.is_empty() {
                pieces.push(Piece { text, joined });
                joined = Joined::ByComma;
            }
        }
    }
    pieces
}

/// `Okolie`, `Maren` is `Okolie, Maren`; further names may follow in natural order.
fn join_inverted(pieces: Vec<Piece>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut open = false;
    for Piece { text, joined } in pieces {
        let initials = text.split_whitespace().all(|word| word.contains('.') || word.chars().count() == 1);
        let belongs = open && joined == Joined::ByComma && (initials || names.len() == 1);
        open = !belongs && !text.contains(' ');
        match names.last_mut() {
            Some(last) if belongs => append(last, &text),
            _ => names.push(text),
        }
    }
    names
}

/// `Joseph Bermudez`, `Jr.` is one name.
fn join_suffixes(pieces: Vec<Piece>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for Piece { text, .. } in pieces {
        let bare = text.trim_end_matches('.');
        let suffix = bare.starts_with(char::is_uppercase) && lexicon().is(WordClass::NameSuffixes, bare);
        match names.last_mut() {
            Some(last) if suffix => append(last, &text),
            _ => names.push(text),
        }
    }
    names
}

fn append(name: &mut String, piece: &str) {
    name.push_str(", ");
    name.push_str(piece);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(authors(text), expected, "{text}");
    }

    #[test]
    fn people_are_parted_bodies_stay_whole() {
        check(
            "Ana Moro, Joe Fell, and Joseph S. Bermudez Jr.",
            &["Ana Moro", "Joe Fell", "Joseph S. Bermudez Jr."],
        );
        check("Ana Moro and Joe Fell", &["Ana Moro", "Joe Fell"]);
        check(
            "UK Foreign, Commonwealth and Development Office",
            &["UK Foreign, Commonwealth and Development Office"],
        );
        check("Mali Ministry of the Economy and Finances", &["Mali Ministry of the Economy and Finances"]);
        check("Jeune Afrique and Ana Moro", &["Jeune Afrique", "Ana Moro"]);
        check("Ana Moro, TV5 Monde", &["Ana Moro", "TV5 Monde"]);
        check("Joana de Deus Pereira", &["Joana de Deus Pereira"]);
        check("Ana Moro et al.", &["Ana Moro"]);
        check("Ana Moro (ed.)", &["Ana Moro"]);
        check("Farid, S.", &["Farid, S."]);
        check("Okolie, Maren", &["Okolie, Maren"]);
        check("Moro and Fell", &["Moro", "Fell"]);
        check("Moro, A. & Fell, J. P.", &["Moro, A.", "Fell, J. P."]);
        check("Armed Conflict Location & Event Data", &["Armed Conflict Location & Event Data"]);
    }
}
