//! Latin letters with diacritics: without, and spelled out.

use super::forms::Forms;

/// Letters that are spelled out by some: in German, the Nordic languages and Dutch, and, for South Slavic, Czech, Turkic and
/// Romanian letters, as English writes their sound. The second is how it is spelled out.
const SPELLED: [(char, &str); 27] = [
    ('ä', "ae"),
    ('ö', "oe"),
    ('ü', "ue"),
    ('å', "aa"),
    ('ø', "oe"),
    ('ő', "oe"),
    ('ű', "ue"),
    ('š', "sh"),
    ('ş', "sh"),
    ('ș', "sh"),
    ('ś', "sh"),
    ('č', "ch"),
    ('ć', "ch"),
    ('ç', "ch"),
    ('ċ', "ch"),
    ('ĉ', "ch"),
    ('ž', "zh"),
    ('ż', "zh"),
    ('ź', "zh"),
    ('đ', "dj"),
    ('ď', "d"),
    ('ğ', "gh"),
    ('ñ', "ny"),
    ('ń', "ny"),
    ('ň', "ny"),
    ('ţ', "ts"),
    ('ț', "ts"),
];

pub(super) fn latin(run: &str) -> Forms {
    let mut without = String::with_capacity(run.len());
    plain(run, &mut without);
    let mut forms = Forms::of([without]);
    let is_spelled = |letter: char| SPELLED.iter().any(|(spelled, _)| *spelled == letter);
    if run.chars().any(is_spelled) {
        let mut out = String::with_capacity(run.len() + 4);
        for letter in run.chars() {
            match SPELLED.iter().find(|(spelled, _)| *spelled == letter) {
                Some((_, spelling)) => out.push_str(spelling),
                None => push_plain(letter, &mut out),
            }
        }
        forms.add(out);
    }
    forms
}

/// Letters in ASCII, without diacritics.
pub(super) fn plain(run: &str, out: &mut String) {
    for letter in run.chars() {
        push_plain(letter, out);
    }
}

fn push_plain(letter: char, out: &mut String) {
    match letter {
        'a'..='z' | '0'..='9' | ' ' => out.push(letter),
        'ə' => out.push('a'),
        _ => out.extend(
            any_ascii::any_ascii_char(letter)
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .map(|plain| plain.to_ascii_lowercase()),
        ),
    }
}
