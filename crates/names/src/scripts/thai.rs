//! Thai in Latin letters, after the Royal system (RTGS), and with `v` and `r` as families keep them.

use super::forms::Forms;

pub(super) fn latin(run: &str) -> Forms {
    let royal = run.split(' ').map(word).collect::<Vec<_>>().join(" ");
    let kept = royal.replace('w', "v");
    Forms::of([royal, kept])
}

fn word(word: &str) -> String {
    let letters = sounded(word);
    let mut out = String::with_capacity(letters.len() * 2);
    let mut at = 0;
    while at < letters.len() {
        at += syllable(&letters[at..], &mut out);
    }
    out
}

/// Letters that are heard: without tone marks, and without what a mark silences.
fn sounded(word: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(word.len() / 3);
    for letter in word.chars() {
        match letter {
            '์' => silence(&mut letters),
            '็' | '่' | '้' | '๊' | '๋' | 'ํ' | '๎' => {}
            'ำ' => letters.extend(['ั', 'ม']),
            _ => letters.push(letter),
        }
    }
    letters
}

/// Takes away what a mark silences: the consonant with its signs, and one that is joined to it (จันทร์ is Chan).
fn silence(letters: &mut Vec<char>) {
    while letters.pop().is_some_and(|silent| !is_consonant(silent)) {}
    let joined = matches!(letters[..], [.., before, 'ท' | 'ต' | 'ด'] if is_consonant(before));
    if joined {
        letters.pop();
    }
}

fn is_consonant(letter: char) -> bool {
    matches!(letter, 'ก'..='ฮ')
}

fn is_leading(letter: char) -> bool {
    matches!(letter, 'เ' | 'แ' | 'โ' | 'ไ' | 'ใ')
}

/// Writes the syllable that these letters begin with; how many letters it takes (at least one).
fn syllable(letters: &[char], out: &mut String) -> usize {
    let leading = Some(letters[0]).filter(|letter| is_leading(*letter));
    let start = usize::from(leading.is_some());
    let Some(&first) = letters.get(start).filter(|letter| is_consonant(**letter)) else {
        out.push_str(any_ascii_or_none(letters[0]));
        return 1;
    };
    let second = letters.get(start + 1).copied();
    let behind_second = letters.get(start + 2).copied();
    let is_cluster = matches!(first, 'ศ' | 'ส' | 'ก' | 'ข' | 'ค' | 'ต' | 'ป' | 'ผ' | 'พ' | 'ท' | 'ห')
        && matches!(second, Some('ร' | 'ล' | 'ว'))
        && (leading.is_some() && behind_second.is_some_and(|next| !is_leading(next))
            || behind_second.is_some_and(is_sign));
    let mut at = start + 1;
    out.push_str(initial(first));
    if is_cluster {
        if first == 'ห' {
            out.pop();
        }
        out.push_str(initial(second.unwrap_or(first)));
        at += 1;
    }
    let (taken, vowel) = vowel(leading, &letters[at..]);
    at += taken;
    out.push_str(vowel);
    // A consonant that has no vowel of its own ends the syllable.
    let last = letters.get(at).copied().filter(|letter| is_consonant(*letter));
    // One with a vowel of its own, or with the last consonant behind it (พร is phon), begins the next.
    let is_last_pair = letters.get(at + 1).is_some_and(|next| is_consonant(*next)) && letters.len() == at + 2;
    let own_vowel = letters.get(at + 1).copied().is_some_and(is_sign) || (is_last_pair && !vowel.is_empty());
    if let Some(last) = last.filter(|_| !own_vowel) {
        if vowel.is_empty() {
            out.push('o');
        }
        out.push_str(ending(last));
        at += 1;
    } else if vowel.is_empty() && !(at == letters.len() && start == 0 && letters.len() == 1) {
        out.push('a');
    }
    at
}

fn is_sign(letter: char) -> bool {
    matches!(letter, 'ะ' | 'ั' | 'า' | 'ิ' | 'ี' | 'ึ' | 'ื' | 'ุ' | 'ู')
}

/// The vowel behind an initial, given what stands before it; how many letters it takes.
fn vowel(leading: Option<char>, behind: &[char]) -> (usize, &'static str) {
    let second = behind.get(1).copied();
    match (leading, behind.first().copied()) {
        (Some('เ'), Some('ี')) if second == Some('ย') => (2, "ia"),
        (Some('เ'), Some('ื')) if second == Some('อ') => (2, "uea"),
        (Some('เ'), Some('า')) if second == Some('ะ') => (2, "o"),
        (Some('เ'), Some('า')) => (1, "ao"),
        (Some('เ'), Some('อ' | 'ิ')) => (1, "oe"),
        (Some('เ'), Some('ย')) => (1, "oei"),
        (Some('เ'), Some('ะ')) => (1, "e"),
        (Some('เ'), _) => (0, "e"),
        (Some('แ'), Some('ะ')) => (1, "ae"),
        (Some('แ'), _) => (0, "ae"),
        (Some('โ'), Some('ะ')) => (1, "o"),
        (Some('โ'), _) => (0, "o"),
        (Some('ไ'), Some('ย')) => (1, "ai"),
        (Some(_), _) => (0, "ai"),
        (None, Some('ั')) if second == Some('ว') => (2, "ua"),
        (None, Some('ั' | 'ะ' | 'า')) => (1, "a"),
        (None, Some('ิ' | 'ี')) => (1, "i"),
        (None, Some('ึ')) => (1, "ue"),
        (None, Some('ื')) => {
            if second == Some('อ') {
                (2, "ue")
            } else {
                (1, "ue")
            }
        }
        (None, Some('ุ' | 'ู')) => (1, "u"),
        (None, Some('อ')) => (1, "o"),
        (None, Some('ร')) if second == Some('ร') => {
            let closed = behind.get(2).is_some_and(|next| is_consonant(*next));
            (2, if closed { "a" } else { "an" })
        }
        (None, Some('ว')) if second.is_some_and(is_consonant) => (1, "ua"),
        _ => (0, ""),
    }
}

#[rustfmt::skip]
fn initial(letter: char) -> &'static str {
    match letter {
        'ก' => "k", 'ข' | 'ฃ' | 'ค' | 'ฅ' | 'ฆ' => "kh", 'ง' => "ng", 'จ' => "ch", 'ฉ' | 'ช' | 'ฌ' => "ch", 'ซ' | 'ศ' | 'ษ' | 'ส' => "s",
        'ญ' | 'ย' => "y", 'ฎ' | 'ด' => "d", 'ฏ' | 'ต' => "t", 'ฐ' | 'ฑ' | 'ฒ' | 'ถ' | 'ท' | 'ธ' => "th", 'ณ' | 'น' => "n", 'บ' => "b",
        'ป' => "p", 'ผ' | 'พ' | 'ภ' => "ph", 'ฝ' | 'ฟ' => "f", 'ม' => "m", 'ร' => "r", 'ล' | 'ฬ' => "l", 'ว' => "w", 'ห' | 'ฮ' => "h",
        _ => "",
    }
}

#[rustfmt::skip]
fn ending(letter: char) -> &'static str {
    match letter {
        'ก' | 'ข' | 'ค' | 'ฆ' => "k", 'ง' => "ng", 'จ' | 'ช' | 'ซ' | 'ฎ' | 'ฏ' | 'ฐ' | 'ฑ' | 'ฒ' | 'ด' | 'ต' | 'ถ' | 'ท' | 'ธ' | 'ศ' | 'ษ' | 'ส' => "t",
        'ญ' | 'ณ' | 'น' | 'ร' | 'ล' | 'ฬ' => "n", 'บ' | 'ป' | 'พ' | 'ฟ' | 'ภ' => "p", 'ม' => "m", 'ย' => "i", 'ว' => "o",
        _ => "",
    }
}

fn any_ascii_or_none(letter: char) -> &'static str {
    match letter {
        'ฤ' => "rue",
        'ะ' | 'ั' | 'า' => "a",
        'ิ' | 'ี' => "i",
        'ึ' | 'ื' => "ue",
        'ุ' | 'ู' => "u",
        '0'..='9' => any_ascii::any_ascii_char(letter),
        _ => "",
    }
}
