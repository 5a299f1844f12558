//! How alike two names are, word by word.

use super::described::{Known, Row};
use super::likeness::{Field, Likeness};
use super::vocabulary::KnownWord;
use crate::index::keys::{Pattern, edits};

/// How far two words are apart that stand for one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Apart {
    /// They sound the same.
    Same,
    /// Forms of one given name, words of one meaning.
    Form,
    /// A slip or two.
    Misspelt,
    /// A third of the letters are others.
    Garbled,
}

impl Apart {
    /// How many bits less rare than the same word one is that is so far apart: so many more words are.
    fn commoner(self) -> f32 {
        match self {
            Self::Same => 0.0,
            Self::Form => 1.0,
            Self::Misspelt => 2.0,
            Self::Garbled => 6.0,
        }
    }

    /// How far from the same: steps of a name, whose words' are added up.
    fn steps(self) -> u8 {
        match self {
            Self::Same => 0,
            Self::Form | Self::Misspelt => 1,
            Self::Garbled => 2,
        }
    }
}

/// The step from which on names have words of which none stands for another.
pub(super) const CONFLICT: u8 = 4;

/// The step of names that have nothing in common.
const OTHER: u8 = 5;

/// How alike the names of two parties are.
pub(super) fn of_names(one: &Row, other: &Row, known: &Known) -> Option<Likeness> {
    let all = one.names.iter().flat_map(|name| other.names.iter().map(move |of_other| (name, of_other)));
    all.filter_map(|(name, of_other)| of_words(name, of_other, known))
        .min_by(|one, other| one.step.cmp(&other.step).then(other.rare.total_cmp(&one.rare)))
}

/// Whether names have words of which none stands for another.
pub(super) fn is_conflict(likeness: Likeness) -> bool {
    likeness.field == Field::Names && likeness.step >= CONFLICT
}

/// How alike names are that are one, though not word by word, of which the commoner is so rare.
pub(super) fn put_otherwise(rarity: f32) -> Likeness {
    let rare = (rarity - Apart::Garbled.commoner()).max(0.0);
    Likeness { field: Field::Names, step: CONFLICT - 1, rare }
}

/// How alike two names of these words are. What one leaves out is neither for nor against.
fn of_words(one: &[u32], other: &[u32], known: &Known) -> Option<Likeness> {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if shorter.is_empty() {
        return None;
    }
    let mut is_taken = 0_u64;
    let (mut steps, mut rare, mut same, mut left_over) = (0, 0.0, 0.0, 0);
    for word in shorter {
        let word = known.word(*word);
        let closest = (0..longer.len().min(64))
            .filter(|place| is_taken >> place & 1 == 0)
            .filter_map(|place| apart(word, known.word(longer[place])).map(|apart| (apart, place)))
            .min();
        let Some((apart, place)) = closest else {
            left_over += 1;
            continue;
        };
        is_taken |= 1 << place;
        steps += apart.steps();
        // Whoever has the commoner one is the likelier to have been meant.
        let rarity = known.word_rarity(word).min(known.word_rarity(known.word(longer[place])));
        let bits = (rarity - apart.commoner()).max(0.0);
        rare += bits;
        same += if apart <= Apart::Form { bits } else { 0.0 };
    }
    let (step, rare) = match left_over {
        0 => (steps.min(CONFLICT - 1), rare),
        left_over if left_over == shorter.len() => (OTHER, 0.0),
        // Beside another name a likeness is chance.
        _ => (CONFLICT, same),
    };
    Some(Likeness { field: Field::Names, step, rare })
}

/// How far two words are apart, if they may stand for one another.
fn apart(one: &KnownWord, other: &KnownWord) -> Option<Apart> {
    if one.sound == other.sound {
        return Some(Apart::Same);
    }
    if one.ties.iter().any(|tie| other.ties.contains(tie)) {
        return Some(Apart::Form);
    }
    let (letters, of_other) = (one.letters.as_bytes(), other.letters.as_bytes());
    if letters.len() == 1 || of_other.len() == 1 {
        return (letters.first() == of_other.first()).then_some(Apart::Form);
    }
    let longest = letters.len().max(of_other.len());
    let most = longest / 3;
    if !one.shape.can_differ_by(other.shape, most) || letters.iter().chain(of_other).any(u8::is_ascii_digit) {
        return None;
    }
    let distance = Pattern::new(letters).distance(of_other, most)?;
    Some(if distance <= edits(longest) { Apart::Misspelt } else { Apart::Garbled })
}
