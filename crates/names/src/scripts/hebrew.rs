//! Hebrew in Latin letters: names that people bear by a table, the rest by consonants and the letters that stand for vowels.

use super::forms::Forms;
use super::usual::usual;

pub(super) fn latin(run: &str) -> Forms {
    run.split(' ').fold(Forms::default(), |forms, word| forms.then(&self::word(word), " "))
}

fn word(word: &str) -> Forms {
    usual(word).unwrap_or_else(|| Forms::of([Way::Israeli, Way::Foreign].map(|way| spelled(word, way))))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// `v` for vav and soft bet, `p` first and `f` last.
    Israeli,
    /// A foreign name: `b`, `p` and `o`.
    Foreign,
}

fn spelled(word: &str, way: Way) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(letters.len() * 2);
    let mut at = 0;
    while at < letters.len() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        let doubled = after == Some(letters[at]) && matches!(letters[at], 'ו' | 'י');
        let sound = match letters[at] {
            'ו' if doubled => "v",
            'י' if doubled => "y",
            'ו' if before.is_none() => "v",
            'ו' => {
                if way == Way::Foreign {
                    "o"
                } else {
                    "u"
                }
            }
            'י' if before.is_none() => "y",
            'י' => "i",
            'א' | 'ע' if before.is_none() && matches!(after, Some('ו' | 'י')) => "",
            'א' => "a",
            'ע' => {
                if before.is_none() {
                    "a"
                } else {
                    ""
                }
            }
            'ה' if after.is_none() => "a",
            other => {
                let behind_consonant = out.ends_with(|last: char| !"aeiou".contains(last));
                if behind_consonant
                    && (at == 1 && way == Way::Israeli || after.is_none_or(|after| !is_mater(after)))
                {
                    out.push('a');
                }
                consonant(other, before.is_none(), after.is_none(), way)
            }
        };
        out.push_str(sound);
        at += if doubled { 2 } else { 1 };
    }
    out
}

fn is_mater(letter: char) -> bool {
    matches!(letter, 'ו' | 'י' | 'א' | 'ה')
}

#[rustfmt::skip]
fn consonant(letter: char, first: bool, last: bool, way: Way) -> &'static str {
    match letter {
        'ב' => if first || way == Way::Foreign { "b" } else { "v" },
        'פ' => if first || way == Way::Foreign && !last { "p" } else { "f" },
        'ף' => "f", 'ג' => "g", 'ד' => "d", 'ה' => "h", 'ז' => "z", 'ח' => "ch", 'ט' | 'ת' => "t", 'כ' => if first { "k" } else { "ch" },
        'ך' => "ch", 'ל' => "l", 'מ' | 'ם' => "m", 'נ' | 'ן' => "n", 'ס' => "s", 'צ' | 'ץ' => "tz", 'ק' => "k", 'ר' => "r", 'ש' => "sh",
        other => any_ascii::any_ascii_char(other),
    }
}
