//! The words by which a name is looked up.

use super::keys::{self, Tie};
use crate::reading::{Read, Role};
use crate::words::Kinship;

/// Letters of a word that count; what is longer is no name, and must not take long.
pub(crate) const LONGEST_WORD: usize = 32;

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    /// Small ASCII letters and digits, at least one.
    pub(crate) letters: String,
    /// [`crate::reading::Token::meaning`].
    meaning: u32,
    /// [`crate::reading::Token::given`].
    given: [u16; 2],
}

impl Word {
    /// A word of which nothing is known but its letters.
    pub(crate) fn new(letters: &str) -> Self {
        let letters = letters.chars().filter(char::is_ascii).take(LONGEST_WORD).collect();
        Self { letters, meaning: 0, given: [0; 2] }
    }

    /// What ties it to others.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (u32, Tie)> {
        keys::of_letters(&self.letters).into_iter().chain(self.known_keys())
    }

    /// Those of [`Word::keys`] that are of what is known of the word, whatever its letters.
    pub(crate) fn known_keys(&self) -> impl Iterator<Item = (u32, Tie)> {
        let meaning = Some(self.meaning).filter(|meaning| *meaning != 0);
        let meaning = meaning.map(|meaning| (keys::of_number(b'm', meaning), Tie::Meaning));
        let given = self.given.into_iter().filter(|given| *given != 0).map(|given| {
            let tie = Tie::Given(if given & 3 == 3 { Kinship::Cognate } else { Kinship::Form });
            (keys::of_number(b'g', u32::from(given >> 2)), tie)
        });
        meaning.into_iter().chain(given)
    }
}

/// What a name is looked up by.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Words {
    /// Titles left out, unless there is nothing else.
    pub(crate) words: Vec<Word>,
    /// Letters that stand for a word, a bit for each.
    pub(crate) alone: u32,
    /// Letters with which words begin, a bit for each: a letter that stands alone can stand for any of them.
    pub(crate) initials: u32,
}

impl Words {
    /// Those of a name as it was read.
    pub(crate) fn of(read: Read<'_>) -> Self {
        let mut found = Self::default();
        for token in read.tokens() {
            let letters = read.letters(token);
            let bit = letters
                .bytes()
                .next()
                .filter(u8::is_ascii_lowercase)
                .map_or(0, |letter| 1 << (letter - b'a'));
            found.initials |= bit;
            if letters.len() < 2 {
                found.alone |= bit;
                continue;
            }
            if token.role == Role::Title {
                continue;
            }
            found.words.push(Word { meaning: token.meaning, given: token.given, ..Word::new(letters) });
        }
        if found.words.is_empty() {
            found.words.extend(whole(read));
        }
        found
    }
}

/// A name that has no other words: its titles, and its letters as one.
fn whole(read: Read<'_>) -> Vec<Word> {
    let letters = |token| read.letters(token);
    let (alone, titles): (Vec<&str>, Vec<&str>) =
        read.tokens().iter().map(letters).partition(|word| word.len() < 2);
    let alone = Some(alone.concat()).filter(|alone| !alone.is_empty());
    titles.into_iter().map(str::to_owned).chain(alone).map(|word| Word::new(&word)).collect()
}

/// Words that a name would have with fewer spaces: two neighbours, or three, as one.
pub(super) fn joined(words: &[Word]) -> impl Iterator<Item = Word> + '_ {
    let runs = (2..=3).flat_map(|count| words.windows(count));
    let joined = runs.map(|run| run.iter().map(|word| &*word.letters).collect::<String>());
    joined.filter(|joined| joined.len() <= LONGEST_WORD).map(|joined| Word::new(&joined))
}
