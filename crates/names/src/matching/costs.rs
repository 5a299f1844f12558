//! What it costs to make one sound of another.
//!
//! Costs are in hundredths of a letter. Letters of the keys of [`crate::scripts::sounds`] that spellings, languages and ears trade
//! cost less than others; which those are follows from the romanisation standards (ISO 9, BGN/PCGN, Hepburn, Pinyin and
//! Wade-Giles, IJMES) and from the spellings of one name on the sanctions lists; their amounts in steps of five, chosen on one half
//! of the labelled pairs and kept where the other half agreed.

/// Letters of a sound that are compared; longer ones are cut.
pub(super) const LONGEST: usize = 32;

/// What two words are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Every letter counts the same: slips of the hand.
    Letters,
    /// Sounds, of which those that are traded are close.
    Sounds,
    /// Sounds of which the first one's vowels are guessed: Arabic and Hebrew leave short ones out (read as `a`), and long ones share
    /// their letter with a consonant.
    Consonants,
}

/// What a letter that has nothing to do with another costs in its place.
pub(super) const ANOTHER_LETTER: u16 = 100;

const LETTERS: usize = 64;
type Table = [[u8; LETTERS]; LETTERS];

/// Pairs of letters that are traded, with their costs.
const TRADED: [(u8, u8, u8); 47] = [
    (b'a', b'e', 40),
    (b'a', b'o', 40),
    (b'a', b'u', 55),
    (b'a', b'i', 60),
    (b'e', b'i', 40),
    (b'e', b'o', 50),
    (b'e', b'u', 60),
    (b'i', b'o', 60),
    (b'i', b'u', 55),
    (b'o', b'u', 25),
    (b'u', b'v', 40),
    (b'b', b'p', 70),
    (b'b', b'v', 60),
    (b'd', b't', 70),
    (b'g', b'k', 50),
    (b'g', b'h', 50),
    (b'h', b'k', 50),
    (b's', b'z', 50),
    (b's', b'S', 40),
    (b'z', b'Z', 40),
    (b'S', b'Z', 50),
    (b'S', b'C', 40),
    (b'C', b'T', 40),
    (b'T', b's', 50),
    (b'T', b'z', 50),
    (b'T', b't', 60),
    (b'T', b'S', 60),
    (b'T', b'k', 60),
    (b'C', b'k', 60),
    (b'C', b'h', 60),
    (b'C', b's', 60),
    (b'C', b't', 70),
    (b'C', b'Z', 50),
    (b'C', b'i', 80),
    (b'f', b'v', 40),
    (b'f', b'p', 80),
    (b'f', b't', 80),
    (b'm', b'n', 85),
    (b'l', b'r', 85),
    (b'Z', b'i', 50),
    (b'Z', b'g', 60),
    (b'g', b'i', 70),
    (b'S', b'h', 70),
    (b'd', b'z', 80),
    (b'i', b'S', 90),
    (b'0', b'o', 10),
    (b'1', b'i', 10),
];

/// What is traded besides where vowels are guessed: one Arabic or Hebrew letter stands for both.
const TRADED_IF_GUESSED: [(u8, u8, u8); 11] = [
    (b'b', b'p', 15),
    (b'f', b'p', 30),
    (b'f', b'v', 15),
    (b'b', b'v', 30),
    (b'u', b'v', 10),
    (b'o', b'v', 15),
    (b'g', b'i', 30),
    (b'g', b'Z', 30),
    (b'g', b'k', 30),
    (b's', b'S', 40),
    (b'C', b'S', 30),
];

const fn slot(letter: u8) -> usize {
    match letter {
        b'a'..=b'z' => (letter - b'a') as usize,
        b'A'..=b'Z' => 26 + (letter - b'A') as usize,
        b'0'..=b'9' => 52 + (letter - b'0') as usize,
        _ => 62,
    }
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// A vowel that Arabic or Hebrew gave, against one that was written: `a` may be any that was left out, `i` and `u` have a letter.
const fn guessed(read: u8, written: u8) -> u8 {
    match (read, written) {
        (b'a', _) | (b'i', b'e') | (b'e', b'i') | (b'u', b'o') | (b'o', b'u') => 8,
        _ => 40,
    }
}

const fn table(by: By) -> Table {
    let mut table = [[ANOTHER_LETTER as u8; LETTERS]; LETTERS];
    let mut at = 0;
    while at < LETTERS {
        table[at][at] = 0;
        at += 1;
    }
    at = 0;
    while !matches!(by, By::Letters) && at < TRADED.len() {
        let (one, other, cost) = TRADED[at];
        if matches!(by, By::Consonants) && is_vowel(one) && is_vowel(other) {
            table[slot(one)][slot(other)] = guessed(one, other);
            table[slot(other)][slot(one)] = guessed(other, one);
        } else {
            table[slot(one)][slot(other)] = cost;
            table[slot(other)][slot(one)] = cost;
        }
        at += 1;
    }
    at = 0;
    while matches!(by, By::Consonants) && at < TRADED_IF_GUESSED.len() {
        let (one, other, cost) = TRADED_IF_GUESSED[at];
        table[slot(one)][slot(other)] = cost;
        table[slot(other)][slot(one)] = cost;
        at += 1;
    }
    table
}

/// What a letter of the first costs that the second has not.
const fn left_out(letter: u8, before: u8, is_last: bool, by: By) -> u16 {
    match (letter, by) {
        // Abbasi is not Abbas: the letter was written.
        (b'i', By::Consonants) if is_last => 100,
        (b'i' | b'u', By::Consonants) => 45,
        _ => extra(letter, before, is_last, by),
    }
}

/// What a letter too many costs.
const fn extra(letter: u8, before: u8, is_last: bool, by: By) -> u16 {
    match (letter, by) {
        (b'i', By::Consonants) if is_last => 60,
        (_, By::Letters) if letter == before => 50,
        (_, By::Letters) => ANOTHER_LETTER,
        (b'g', _) if before == b'n' => 40,
        (b'a' | b'e' | b'i' | b'o' | b'u', By::Consonants) => 10,
        (b'h' | b'v', By::Consonants) => 40,
        (b'e', _) if is_last => 25,
        (b'i', _) => 30,
        (b'h', _) => 40,
        (b'e' | b'a' | b'o' | b'u', _) => 60,
        (b's', _) if is_last => 50,
        (b'v', _) => 85,
        _ => 100,
    }
}

/// Costs of letters that one side has more, by what stands before (the same letter, n, another), whether it is the last, and slot.
type Places = [[[u8; LETTERS]; 2]; 3];

/// All that is asked about letters in one way of comparing, laid out: which letter comes next cannot be foreseen, and a table answers
/// sooner than a question.
struct Costs {
    traded: Table,
    extra: Places,
    left_out: Places,
}

impl Costs {
    const fn of(by: By) -> Self {
        let (mut extra, mut left_out) = ([[[0; LETTERS]; 2]; 3], [[[0; LETTERS]; 2]; 3]);
        let mut at = 0;
        while at < 256 * 6 {
            let (letter, place, last) = ((at / 6) as u8, at / 2 % 3, at % 2);
            let before = [letter, b'n', 0][place];
            extra[place][last][slot(letter)] = self::extra(letter, before, last == 1, by) as u8;
            left_out[place][last][slot(letter)] = self::left_out(letter, before, last == 1, by) as u8;
            at += 1;
        }
        Self { traded: table(by), extra, left_out }
    }
}

static COSTS: [Costs; 3] = [Costs::of(By::Letters), Costs::of(By::Sounds), Costs::of(By::Consonants)];

/// [`slot`] of every byte.
static SLOTS: [u8; 256] = {
    let mut slots = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        slots[byte] = slot(byte as u8) as u8;
        byte += 1;
    }
    slots
};

fn slot_of(letter: u8) -> usize {
    usize::from(SLOTS[usize::from(letter)]) % LETTERS
}

/// What the letter at a place costs if the other side has none for it.
fn alone(letters: &[u8], at: usize, costs: &Places) -> u16 {
    let letter = letters[at];
    let place = match previous(letters, at) {
        before if before == letter => 0,
        b'n' => 1,
        _ => 2,
    };
    u16::from(costs[place][usize::from(at + 1 == letters.len())][slot_of(letter)])
}

fn previous(letters: &[u8], at: usize) -> u8 {
    at.checked_sub(1).map_or(0, |before| letters[before])
}

/// Two neighbours exchanged: one slip of the hand, of two letters.
const EXCHANGED: u16 = 75;

/// What it costs to make one sound of the other, in hundredths of a letter; `most` where it costs that or more.
///
/// Weighted Damerau-Levenshtein (optimal string alignment).
pub(super) fn distance(one: &[u8], other: &[u8], by: By, most: u16) -> u16 {
    let one = &one[..one.len().min(LONGEST)];
    let other = &other[..other.len().min(LONGEST)];
    let costs = &COSTS[by as usize];
    let mut extras = [0_u16; LONGEST];
    let mut rows = [[0_u16; LONGEST + 1]; 3];
    let [twice_before, before, row] = &mut rows;
    let (mut twice_before, mut before, mut row) = (twice_before, before, row);
    for at in 0..other.len() {
        extras[at] = alone(other, at, &costs.extra);
        before[at + 1] = before[at] + extras[at];
    }
    let mut least_before = 0;
    for (at, letter) in one.iter().enumerate() {
        let traded = &costs.traded[slot_of(*letter)];
        let leave = alone(one, at, &costs.left_out);
        let letter_before = previous(one, at);
        let mut left = before[0] + leave;
        row[0] = left;
        let mut least = left;
        let mut diagonal = before[0];
        let columns = before[1..].iter().zip(&extras).zip(&mut row[1..]);
        for (to, (to_letter, ((above, extra), cost))) in other.iter().zip(columns).enumerate() {
            left = (diagonal + u16::from(traded[slot_of(*to_letter)])).min(above + leave).min(left + extra);
            let is_exchanged = letter_before == *to_letter && at > 0 && to > 0 && *letter == other[to - 1];
            if is_exchanged && letter != to_letter {
                left = left.min(twice_before[to - 1] + EXCHANGED);
            }
            *cost = left;
            least = least.min(left);
            diagonal = *above;
        }
        // An exchange leads past this row from the one before.
        if least >= most && least_before + EXCHANGED >= most {
            return most;
        }
        least_before = least;
        (twice_before, before, row) = (before, row, twice_before);
    }
    before[other.len()].min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_say_what_rules_say() {
        for by in [By::Letters, By::Sounds, By::Consonants] {
            let costs = &COSTS[by as usize];
            for (letter, before) in
                (1..=u8::MAX).flat_map(|letter| (1..=u8::MAX).map(move |before| (letter, before)))
            {
                let check = |letters: &[u8], is_last: bool| {
                    assert_eq!(
                        alone(letters, 1, &costs.extra),
                        extra(letter, before, is_last, by),
                        "{letters:?}"
                    );
                    assert_eq!(
                        alone(letters, 1, &costs.left_out),
                        left_out(letter, before, is_last, by),
                        "{letters:?}"
                    );
                };
                check(&[before, letter], true);
                check(&[before, letter, b'x'], false);
            }
        }
    }
}
