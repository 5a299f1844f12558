//! Lao in Latin letters: its letters are those of Thai, which are read, with the endings that the French left (`Vorachith`).

use super::forms::Forms;
use super::thai;

pub(super) fn latin(run: &str) -> Forms {
    thai::latin(&run.chars().flat_map(in_thai).collect::<String>())
}

/// The block lies 0x80 behind that of Thai, letter by letter, but for some that Thai has not.
fn in_thai(letter: char) -> impl Iterator<Item = char> {
    let letters: [Option<char>; 3] = match letter {
        'ົ' => [None, None, None],
        'ຽ' => [Some('ี'), Some('ย'), None],
        'ຊ' => [Some('ซ'), None, None],
        'ໜ' => [Some('น'), None, None],
        'ໝ' => [Some('ม'), None, None],
        '\u{E80}'..='\u{EFF}' => [char::from_u32(u32::from(letter) - 0x80), None, None],
        _ => [Some(letter), None, None],
    };
    letters.into_iter().flatten()
}
