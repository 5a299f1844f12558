//! What is known of parties besides names and births, each text once.

use super::vocabulary::Interned;
use crate::index::keys::Pattern;
use crate::index::words::LONGEST_WORD;
use crate::scripts::folded;

/// What else is known of somebody that two seldom share by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trait {
    /// Where somebody lives or was born: a town, a postcode.
    Place,
    /// An address of mail.
    Mail,
    /// A telephone number.
    Telephone,
}

/// So many bytes of a text, at most [`LONGEST_WORD`], and the letters that occur there, a bit for each of 64 kinds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beginning {
    length: u8,
    letters: u64,
}

impl Beginning {
    pub(super) fn of(text: &str) -> Self {
        let length = text.len().min(LONGEST_WORD);
        let letters = text.bytes().take(length).fold(0, |letters, letter| letters | 1 << (letter & 63));
        Self { length: length as u8, letters }
    }

    fn length(self) -> usize {
        usize::from(self.length)
    }

    /// Whether no more letters than so many can be others: each that is another changes at most two of those that occur.
    pub(super) fn can_differ_by(self, other: Self, most: usize) -> bool {
        most > 0
            && self.length().abs_diff(other.length()) <= most
            && (self.letters ^ other.letters).count_ones() as usize <= 2 * most
    }
}

/// What a text of a trait looks like: enough to tell most from each other without reading them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// What tells: of an address of mail the part before the host, else all.
    telling: Beginning,
    all: Beginning,
}

impl Shape {
    pub(super) fn new(sort: Trait, text: &str) -> Self {
        let end = if sort == Trait::Mail { text.find('@') } else { None };
        let telling = end.and_then(|end| text.get(..end)).unwrap_or(text);
        Self { telling: Beginning::of(telling), all: Beginning::of(text) }
    }
}

/// Whether two texts of one sort differ by few letters: one in five of what tells, or of an address one in eight of all. Digits are no letters,
/// except in numbers: another house, another year.
pub(super) fn is_misspelt(sort: Trait, one: (Shape, &str), other: (Shape, &str)) -> bool {
    let differ = |of_one: Beginning, of_other: Beginning, of: usize| {
        let most = of_one.length().max(of_other.length()) / of;
        of_one.can_differ_by(of_other, most) && {
            let beginning =
                |text: &'_ str, length| text.as_bytes().get(..length).unwrap_or_default().to_vec();
            let (one, other) = (beginning(one.1, of_one.length()), beginning(other.1, of_other.length()));
            Pattern::new(&one).distance(&other, most).is_some()
        }
    };
    let digits = |text: &'_ str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    (differ(one.0.telling, other.0.telling, 5) || sort == Trait::Mail && differ(one.0.all, other.0.all, 8))
        && (sort == Trait::Telephone || digits(one.1) == digits(other.1))
}

/// Texts by their numbers.
#[derive(Debug, Default)]
pub(super) struct Traits {
    numbers: Interned,
    texts: Vec<Box<str>>,
}

impl Traits {
    /// The number of a text that one more party has.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        let number = self.numbers.number(text);
        if number as usize == self.texts.len() {
            self.texts.push(text.into());
        }
        self.numbers.add(number);
        number
    }

    /// A text by a number that was given.
    pub(super) fn text(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }

    pub(super) fn parties_with(&self, number: u32) -> u32 {
        self.numbers.count(number)
    }
}

/// A trait without what is written differently.
pub(super) fn plain(sort: Trait, text: &str) -> String {
    match sort {
        Trait::Mail => text.trim().to_lowercase(),
        Trait::Place => folded(text),
        Trait::Telephone => text.chars().filter(|letter| letter.is_alphanumeric()).collect(),
    }
}
