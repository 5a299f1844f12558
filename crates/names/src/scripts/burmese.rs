//! Burmese in Latin letters, as people of Myanmar write their names: each syllable is a word (Min Aung Hlaing).

use super::forms::Forms;
use super::usual::usual;

pub(super) fn latin(run: &str) -> Forms {
    run.split(' ').fold(Forms::default(), |forms, word| forms.then(&self::word(word), " "))
}

fn word(word: &str) -> Forms {
    if let Some(known) = usual(word) {
        return known;
    }
    let letters: Vec<char> = word.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (taken, word) = syllable(&letters[at..]);
        words.push(word);
        at += taken;
    }
    words.retain(|word| !word.is_empty());
    let written = words.join(" ");
    // With and without its breath: Htun, Tun.
    let plain = written.replace("ht", "t");
    Forms::of([written, plain])
}

const KILLER: char = '\u{103A}';
const STACKED: char = '\u{1039}';

/// Writes the syllable that these letters begin with: its initial, what joins it, its vowel and the consonant that ends it.
fn syllable(letters: &[char]) -> (usize, String) {
    let Some(initial) = initial(letters[0]) else {
        return (1, independent(letters[0]).to_owned());
    };
    let mut at = 1;
    let mut signs: Vec<char> = Vec::new();
    while let Some(&letter) = letters.get(at).filter(|letter| is_sign(**letter)) {
        signs.push(letter);
        at += 1;
    }
    let tones = |from: usize| letters[from..].iter().take_while(|letter| is_tone(**letter)).count();
    let mut last = None;
    if let Some(&letter) = letters.get(at) {
        // A tone mark may stand before the mark that takes the vowel away.
        let killed = at + 1 + tones(at + 1);
        if matches!(letters.get(killed), Some(&(KILLER | STACKED))) {
            last = Some(letter);
            at = killed + 1 + tones(killed + 1);
        }
    }
    let mut out = joined(initial, &signs);
    out.push_str(rhyme(&signs, last));
    // A short tone behind a nasal is written as t: Myint, Thant.
    if out.ends_with(['n', 'g']) && letters[..at].contains(&'့') {
        out.push('t');
    }
    (at, out)
}

/// The initial with the letters that are joined to it: `ky`, `hl`, `sh`.
fn joined(initial: &str, signs: &[char]) -> String {
    let has = |sign: char| signs.contains(&sign);
    let softened = has('ျ') || has('ြ');
    let mut out = match (initial, softened, has('ှ')) {
        ("y" | "l" | "r", true, true) | ("y" | "r", _, true) => "sh".to_owned(),
        ("kh", true, _) => "ch".to_owned(),
        (initial, _, breathed) => {
            let breath = if breathed { "h" } else { "" };
            format!("{breath}{initial}{}", if softened { "y" } else { "" })
        }
    };
    if has('ွ') && (has('ေ') || has('ာ') || has('ါ') || has('ဲ')) {
        out.push('w');
    }
    out
}

/// The vowel and the end of a syllable.
fn rhyme(signs: &[char], last: Option<char>) -> &'static str {
    let has = |sign: char| signs.contains(&sign);
    let (e, a, i, u, w) = (has('ေ'), has('ာ') || has('ါ'), has('ိ'), has('ု'), has('ွ'));
    let nasal = has('ံ') || matches!(last, Some('န' | 'မ' | 'ဏ' | 'ံ'));
    let stopped = matches!(last, Some('တ' | 'ပ' | 'ဒ' | 'ဋ' | 'သ' | 'ဗ'));
    match last {
        Some('က') if e && a => "auk",
        Some('င') if e && a => "aung",
        Some('က') if i && u => "aik",
        Some('င') if i && u => "aing",
        Some('င') if w => "win",
        Some('က') if w => "wet",
        Some('က') => "et",
        Some('င' | 'ဉ') => "in",
        Some('စ') => "it",
        Some('ည') => "i",
        Some('ယ') => "e",
        _ if e && a => "aw",
        _ if i && u => "o",
        _ if nasal && w => "un",
        _ if nasal && u => "on",
        _ if nasal && i => "ein",
        _ if nasal => "an",
        _ if stopped && w => "ut",
        _ if stopped && u => "ok",
        _ if stopped && i => "eik",
        _ if stopped => "at",
        _ if e || has('ဲ') => "e",
        _ if i || has('ီ') => "i",
        _ if u || has('ူ') => "u",
        _ if w && !a => "wa",
        _ => "a",
    }
}

fn is_tone(letter: char) -> bool {
    matches!(letter, '့' | 'း')
}

/// Signs that stand behind a consonant and are none themselves.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{102B}'..='\u{1038}' | KILLER | '\u{103B}'..='\u{103E}')
}

#[rustfmt::skip]
fn initial(letter: char) -> Option<&'static str> {
    Some(match letter {
        'က' => "k", 'ခ' => "kh", 'ဂ' | 'ဃ' => "g", 'င' => "ng", 'စ' | 'ဆ' => "s", 'ဇ' | 'ဈ' => "z", 'ည' | 'ဉ' => "ny", 'တ' | 'ဋ' => "t",
        'ထ' | 'ဌ' => "ht", 'ဒ' | 'ဓ' | 'ဍ' | 'ဎ' => "d", 'န' | 'ဏ' => "n", 'ပ' => "p", 'ဖ' => "ph", 'ဗ' | 'ဘ' => "b", 'မ' => "m", 'ယ' | 'ရ' => "y",
        'လ' | 'ဠ' => "l", 'ဝ' => "w", 'သ' | 'ဿ' => "th", 'ဟ' => "h", 'အ' => "",
        _ => return None,
    })
}

fn independent(letter: char) -> &'static str {
    match letter {
        'ဣ' | 'ဤ' => "i",
        'ဥ' | 'ဦ' => "u",
        'ဧ' => "e",
        'ဩ' | 'ဪ' => "aw",
        letter if letter.is_ascii() => any_ascii::any_ascii_char(letter),
        _ => "",
    }
}
