//! Kana in Latin letters (Hepburn), long vowels dropped as in most passports, or kept.

use super::forms::Forms;
use super::usual::usual;
use super::{Script, han, script_of};

pub(super) fn latin(run: &str) -> Forms {
    run.split(' ').fold(Forms::default(), |forms, word| forms.then(&self::word(word), " "))
}

/// A word of kana, perhaps with Han in it.
fn word(word: &str) -> Forms {
    if let Some(known) = usual(word) {
        return known;
    }
    let first_kana = word.find(|letter| script_of(letter) == Script::Kana);
    match first_kana {
        Some(0) => {
            let end = word.find(|letter| script_of(letter) == Script::Han).unwrap_or(word.len());
            let (kana, rest) = word.split_at(end);
            let kana = syllables(kana);
            if rest.is_empty() { kana } else { kana.then(&self::word(rest), " ") }
        }
        Some(at) => han::japanese_word(&word[..at]).then(&self::word(&word[at..]), " "),
        None => han::japanese_word(word),
    }
}

fn syllables(word: &str) -> Forms {
    let letters: Vec<char> = word.chars().map(hiragana).collect();
    let mut kept = String::with_capacity(letters.len() * 2);
    let mut at = 0;
    while at < letters.len() {
        let (taken, sound) = match letters[at] {
            'ー' => (1, kept.chars().next_back().filter(|last| "aeiou".contains(*last)).map(String::from)),
            'っ' => (1, letters.get(at + 1).map(|&next| doubled(next))),
            _ => glide(&letters, at)
                .map_or_else(|| (1, Some(syllable(letters[at]).to_owned())), |sound| (2, Some(sound))),
        };
        kept.extend(sound);
        at += taken;
    }
    let dropped = ["aa", "ii", "uu", "ee", "oo", "ou"]
        .iter()
        .fold(kept.clone(), |text, long| text.replace(long, &long[..1]));
    Forms::of([dropped, kept])
}

fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        _ => letter,
    }
}

/// What a small tsu makes of the consonant behind it.
fn doubled(next: char) -> String {
    match syllable(next).chars().next() {
        Some('c') => "t".to_owned(),
        Some(first) if !"aeiou".contains(first) => first.to_string(),
        _ => String::new(),
    }
}

/// A syllable that a small vowel behind it changes: kya, sha, fa, ti.
fn glide(letters: &[char], at: usize) -> Option<String> {
    let small = match letters.get(at + 1)? {
        'ゃ' => "ya",
        'ゅ' => "yu",
        'ょ' => "yo",
        'ぁ' => "a",
        'ぃ' => "i",
        'ぅ' => "u",
        'ぇ' => "e",
        'ぉ' => "o",
        _ => return None,
    };
    let stem = match letters[at] {
        'う' | 'ゔ' if small.len() == 1 => {
            if letters[at] == 'う' {
                "w"
            } else {
                "v"
            }
        }
        'ゔ' => "v",
        'て' => "t",
        'で' => "d",
        'と' => "t",
        'ど' => "d",
        full => syllable(full).strip_suffix(['i', 'u'])?,
    };
    let soft = matches!(stem, "sh" | "ch" | "j");
    Some(format!("{stem}{}", if soft { small.trim_start_matches('y') } else { small }))
}

#[rustfmt::skip]
fn syllable(letter: char) -> &'static str {
    match letter {
        'あ' | 'ぁ' => "a", 'い' | 'ぃ' | 'ゐ' => "i", 'う' | 'ぅ' => "u", 'え' | 'ぇ' | 'ゑ' => "e", 'お' | 'ぉ' | 'を' => "o",
        'か' | 'ゕ' => "ka", 'き' => "ki", 'く' => "ku", 'け' | 'ゖ' => "ke", 'こ' => "ko", 'が' => "ga", 'ぎ' => "gi", 'ぐ' => "gu",
        'げ' => "ge", 'ご' => "go", 'さ' => "sa", 'し' => "shi", 'す' => "su", 'せ' => "se", 'そ' => "so", 'ざ' => "za", 'じ' | 'ぢ' => "ji",
        'ず' | 'づ' => "zu", 'ぜ' => "ze", 'ぞ' => "zo", 'た' => "ta", 'ち' => "chi", 'つ' => "tsu", 'て' => "te", 'と' => "to",
        'だ' => "da", 'で' => "de", 'ど' => "do", 'な' => "na", 'に' => "ni", 'ぬ' => "nu", 'ね' => "ne", 'の' => "no", 'は' => "ha",
        'ひ' => "hi", 'ふ' => "fu", 'へ' => "he", 'ほ' => "ho", 'ば' => "ba", 'び' => "bi", 'ぶ' => "bu", 'べ' => "be", 'ぼ' => "bo",
        'ぱ' => "pa", 'ぴ' => "pi", 'ぷ' => "pu", 'ぺ' => "pe", 'ぽ' => "po", 'ま' => "ma", 'み' => "mi", 'む' => "mu", 'め' => "me",
        'も' => "mo", 'や' | 'ゃ' => "ya", 'ゆ' | 'ゅ' => "yu", 'よ' | 'ょ' => "yo", 'ら' => "ra", 'り' => "ri", 'る' => "ru", 'れ' => "re",
        'ろ' => "ro", 'わ' | 'ゎ' => "wa", 'ん' => "n", 'ゔ' => "vu",
        other => any_ascii::any_ascii_char(other),
    }
}
