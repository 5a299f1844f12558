//! A name read, in every Latin form that is really another.

use crate::party::{Kind, NamePart};
use crate::scripts::folded;
use crate::words::given_names;

use super::draft::{Draft, drafts};
use super::written::{Dots, words};
use super::{Role, Token, bodies, flags, persons, several};

/// Letters of a word that are read: the longest word on the lists has 45.
const LETTERS: usize = 60;

/// One reading of a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    pub tokens: Vec<Token>,
    pub letters: Vec<u8>,
    pub as_person: bool,
}

/// Reads a name. `parts` are the parts that whoever wrote it down told apart.
pub(crate) fn forms(kind: Kind, text: &str, parts: &[(NamePart, String)]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let alternatives = several::names(kind, text).into_iter().flat_map(|(start, text)| {
        let mut read = roles(kind, text);
        read.iter_mut()
            .flat_map(|(words, _)| words)
            .for_each(|word| (word.start, word.end) = (word.start + start, word.end + start));
        read
    });
    for (mut words, as_person) in alternatives {
        if as_person {
            tell_apart(&mut words, parts);
        }
        let form = Form::of(&words, as_person);
        let is_new = |known: &Form| known.sounds().ne(form.sounds());
        if !form.tokens.is_empty() && forms.iter().all(is_new) {
            forms.push(form);
        }
    }
    forms
}

fn roles(kind: Kind, text: &str) -> Vec<(Vec<Draft>, bool)> {
    let written = words(text, if matches!(kind, Kind::Person) { Dots::Abbreviate } else { Dots::Join });
    let drafted = drafts(&written, text);
    let as_person = match kind {
        Kind::Person => drafted.first().is_some_and(|words| !bodies::is_body_after_all(words)),
        // Whoever asks without saying what for may mean anybody.
        Kind::LegalEntity | Kind::Other => drafted.first().is_some_and(|words| !bodies::is_body(words)),
        _ => false,
    };
    if as_person {
        return drafted.into_iter().map(|words| (persons::person(words), true)).collect();
    }
    let mut read = match bodies::cut(&written) {
        Some(words) => vec![(words, false)],
        None => drafted.into_iter().map(|words| (bodies::body(words, kind), false)).collect(),
    };
    if matches!(kind, Kind::LegalEntity | Kind::Other) && ends_with_initials(text) {
        read.extend(roles(Kind::Person, text));
    }
    read
}

/// Whether a name is one word with two letters behind it: `Usmanov A.B.` may be somebody, and `Volvo A.B.` is a company.
fn ends_with_initials(text: &str) -> bool {
    let is_initials = |letters: &str| {
        let mut parts = letters.split_terminator('.');
        let is_letter = |part: Option<&str>| part.is_some_and(|part| part.chars().count() == 1);
        is_letter(parts.next()) && is_letter(parts.next()) && parts.next().is_none()
    };
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| !word.contains('.'))
        && words.next().is_some_and(is_initials)
        && words.next().is_none()
}

/// Gives words the roles that parts told apart say.
fn tell_apart(words: &mut [Draft], parts: &[(NamePart, String)]) {
    for (part, text) in parts {
        let role = match part {
            NamePart::Given => Role::Given,
            NamePart::Patronymic => Role::Patronymic,
            NamePart::Family => Role::Family,
            NamePart::Middle | NamePart::Matronymic => continue,
        };
        let part = folded(text);
        for word in
            words.iter_mut().filter(|word| matches!(word.role, Role::Name | Role::Given | Role::Family))
        {
            if part.split(' ').any(|part| part == word.folded) {
                word.role = role;
            }
        }
    }
}

impl Form {
    fn of(words: &[Draft], as_person: bool) -> Self {
        let mut form = Self { as_person, ..Self::default() };
        for word in words.iter().filter(|word| !word.latin.is_empty()) {
            form.push(word);
        }
        form
    }

    fn push(&mut self, word: &Draft) {
        let latin = &word.latin[..word.latin.floor_char_boundary(LETTERS)];
        let sound = persons::sound(latin);
        let letters = self.add(latin.as_bytes());
        let sound = self.add(sound.as_bytes());
        let mut given = [0; 2];
        if word.flags & flags::GIVEN != 0 {
            for (slot, (name, kinship)) in given.iter_mut().zip(given_names(persons::name_within(word))) {
                *slot = name.0 << 2 | (*kinship as u16 + 1);
            }
        }
        self.tokens.push(Token {
            role: word.role,
            flags: word.flags,
            telling: word.telling,
            meaning: word.meaning,
            given,
            letters: letters.0,
            letters_len: letters.1,
            sound: sound.0,
            sound_len: sound.1,
            mask: mask(&self.letters[usize::from(sound.0)..]),
            written: word.start as u16,
            written_len: (word.end - word.start) as u16,
        });
    }

    fn add(&mut self, bytes: &[u8]) -> (u16, u8) {
        let start = self.letters.len() as u16;
        self.letters.extend_from_slice(bytes);
        (start, bytes.len() as u8)
    }

    fn sounds(&self) -> impl Iterator<Item = (&[u8], u32)> {
        self.tokens.iter().map(|token| {
            let start = usize::from(token.sound);
            (&self.letters[start..start + usize::from(token.sound_len)], token.meaning)
        })
    }
}

/// A bit for each letter.
fn mask(sound: &[u8]) -> u32 {
    sound.iter().fold(0, |mask, letter| mask | 1 << (letter & 31))
}
