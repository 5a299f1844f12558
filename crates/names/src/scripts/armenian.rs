//! Armenian in Latin letters: as the east says it, and as the west (and much of the diaspora) does, where voiced and voiceless trade
//! places: Petros, Bedros.

use super::forms::Forms;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    East,
    West,
}

pub(super) fn latin(run: &str) -> Forms {
    let letters: Vec<char> = run.chars().collect();
    Forms::of([Side::East, Side::West].map(|side| written(&letters, side)))
}

fn written(letters: &[char], side: Side) -> String {
    let mut out = String::with_capacity(letters.len() + 4);
    let mut at = 0;
    while at < letters.len() {
        let first = at == 0 || letters[at - 1] == ' ';
        let (taken, spelling) = match (letters[at], letters.get(at + 1)) {
            ('ո', Some('ւ')) => (2, "u"),
            ('ո', _) if first => (1, "vo"),
            ('ե', _) if first => (1, "ye"),
            ('և', _) => (1, "ev"),
            ('յ', _) if first && side == Side::West => (1, "h"),
            (plain @ ('a'..='z' | '0'..='9' | ' '), _) => {
                out.push(plain);
                (1, "")
            }
            (other, _) => (1, letter(other, side)),
        };
        out.push_str(spelling);
        at += taken;
    }
    out
}

#[rustfmt::skip]
fn letter(letter: char, side: Side) -> &'static str {
    match (letter, side) {
        ('բ', Side::West) => "p", ('գ', Side::West) => "k", ('դ', Side::West) => "t", ('պ', Side::West) => "b",
        ('կ', Side::West) => "g", ('տ', Side::West) => "d", ('ջ', Side::West) => "ch", ('ճ', Side::West) => "j",
        ('ծ', Side::West) => "dz", ('ձ', Side::West) => "ts",
        ('ա', _) => "a", ('բ', _) => "b", ('գ', _) => "g", ('դ', _) => "d", ('ե' | 'է', _) => "e", ('զ', _) => "z", ('ը', _) => "y",
        ('թ' | 'տ', _) => "t", ('ժ', _) => "zh", ('ի', _) => "i", ('լ', _) => "l", ('խ', _) => "kh", ('ծ', _) => "ts", ('կ', _) => "k",
        ('հ', _) => "h", ('ձ', _) => "dz", ('ղ', _) => "gh", ('ճ', _) => "ch", ('մ', _) => "m", ('յ', _) => "y", ('ն', _) => "n",
        ('շ', _) => "sh", ('ո' | 'օ', _) => "o", ('չ', _) => "ch", ('պ', _) => "p", ('ջ', _) => "j", ('ռ' | 'ր', _) => "r",
        ('ս', _) => "s", ('վ' | 'ւ', _) => "v", ('ց', _) => "ts", ('փ', _) => "p", ('ք', _) => "k", ('ֆ', _) => "f",
        _ => any_ascii::any_ascii_char(letter),
    }
}
