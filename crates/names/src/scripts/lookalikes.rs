//! Letters of one script that stand in for those of another: `Василiвна` with a Latin i.

use super::{Script, script_of};

/// Small letters of Latin, Cyrillic and Greek that look the same in print, small or capital.
const ALIKE: [(char, char, char); 20] = [
    ('a', 'а', 'α'),
    ('b', 'в', 'β'),
    ('c', 'с', 'c'),
    ('e', 'е', 'ε'),
    ('h', 'н', 'η'),
    ('i', 'і', 'ι'),
    ('j', 'ј', 'j'),
    ('k', 'к', 'κ'),
    ('m', 'м', 'μ'),
    ('n', 'п', 'ν'),
    ('o', 'о', 'ο'),
    ('p', 'р', 'ρ'),
    ('s', 'ѕ', 's'),
    ('t', 'т', 'τ'),
    ('x', 'х', 'χ'),
    ('y', 'у', 'υ'),
    ('ï', 'ї', 'ϊ'),
    ('z', 'z', 'ζ'),
    ('u', 'и', 'u'),
    ('r', 'г', 'r'),
];

/// A clean text whose words are of one script each, where letters of another only look like it.
pub(super) fn mended(clean: String) -> String {
    if !clean.split(' ').any(|word| home(word).is_some()) {
        return clean;
    }
    let words: Vec<String> = clean
        .split(' ')
        .map(|word| match home(word) {
            Some(script) => word.chars().map(|letter| moved(letter, script)).collect(),
            None => word.to_owned(),
        })
        .collect();
    words.join(" ")
}

/// The script that a mixed word is really of: that of most letters, and Cyrillic or Greek before Latin.
fn home(word: &str) -> Option<Script> {
    // Of one script beyond doubt.
    if word.is_ascii()
        || word.chars().all(|letter| matches!(letter, '\u{400}'..'\u{530}'))
        || word.chars().all(|letter| letter >= '\u{530}')
    {
        return None;
    }
    let mut counts = [(Script::Cyrillic, 0), (Script::Greek, 0), (Script::Latin, 0)];
    for own in word.chars().map(script_of) {
        counts.iter_mut().filter(|(script, _)| *script == own).for_each(|(_, count)| *count += 1);
    }
    if counts.iter().filter(|(_, count)| *count > 0).count() < 2 {
        return None;
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    let home = counts.into_iter().find(|(_, count)| *count == most)?.0;
    // A word is only mended if all of it can be.
    let fits =
        |letter: char| matches!(script_of(letter), Script::Common) || script_of(moved(letter, home)) == home;
    word.chars().all(fits).then_some(home)
}

fn moved(letter: char, to: Script) -> char {
    let Some(&(latin, cyrillic, greek)) =
        ALIKE.iter().find(|(latin, cyrillic, greek)| [*latin, *cyrillic, *greek].contains(&letter))
    else {
        return letter;
    };
    match to {
        Script::Latin => latin,
        Script::Cyrillic => cyrillic,
        Script::Greek => greek,
        _ => letter,
    }
}
