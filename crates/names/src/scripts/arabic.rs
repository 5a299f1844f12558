//! Arabic script in Latin letters: Arabic, Persian, Urdu, Pashto, Kurdish, Uyghur.
//!
//! Short vowels are not written, so names that people bear come from a table; the rest is read letter by letter, with `a` where
//! a vowel must stand. [`super::Closeness::Consonants`] is how such a reading meets the Latin spelling.

use super::forms::Forms;
use super::usual::usual;

/// One letter for those that are written in several ways; `None` for marks.
pub(super) fn unmarked(letter: char) -> Option<char> {
    Some(match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ۍ' | 'ې' | 'ئ' | 'ێ' | 'ے' | 'ۓ' | 'ۑ' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ه' | 'ہ' | 'ۀ' | 'ۂ' | 'ۃ' | 'ھ' => 'ه',
        'ؤ' | 'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' => 'و',
        'ء' => return None,
        _ => letter,
    })
}

pub(super) fn latin(run: &str) -> Forms {
    let words: Vec<&str> = run.split(' ').collect();
    let mut forms = Forms::default();
    let mut at = 0;
    while at < words.len() {
        let (taken, read) = name(&words[at..]);
        forms = forms.then(&read, " ");
        at += taken;
    }
    forms
}

/// The first name of these words, and how many it takes.
fn name(words: &[&str]) -> (usize, Forms) {
    let first: String = words[0].chars().filter_map(unmarked).collect();
    if let Some(second) = words.get(1) {
        let second: String = second.chars().filter_map(unmarked).collect();
        if let Some(known) = usual(&format!("{first}{second}")) {
            return (2, known);
        }
        if let Some(compound) = compound(&first, words[0], &second) {
            return (2, compound);
        }
    }
    (1, word(&first, words[0]))
}

/// Two words that are one name: servant of, of the faith, of God.
fn compound(first: &str, written: &str, second: &str) -> Option<Forms> {
    if first == "عبد" {
        return second.strip_prefix("ال").map(servant);
    }
    let endings: [&str; 3] = match second {
        "الدين" => ["uddin", " al din", "eddine"],
        "الله" => ["ullah", " allah", "allah"],
        "الزمان" => ["uzzaman", " al zaman", "ezzaman"],
        "الاسلام" => ["ul islam", " al islam", "ulislam"],
        "الحق" => ["ul haq", " al haq", "ulhaq"],
        "الرحمن" => ["ur rahman", " al rahman", "urrahman"],
        _ => return None,
    };
    let stem = word(first, written);
    Some(Forms::of(endings.iter().enumerate().filter_map(|(rank, ending)| {
        let stem = stem.iter().nth(rank).or_else(|| stem.iter().next())?;
        Some(format!("{}{ending}", stem.trim_end_matches(['a', 'h']).to_owned()))
    })))
}

/// Servant of, with the attribute behind the article.
fn servant(attribute: &str) -> Forms {
    let read = word(attribute, attribute);
    let mut forms = Forms::default();
    for (prefix, latin) in ["abdul ", "abd al ", "abdel ", "abdul "].iter().zip(read.iter().cycle()) {
        forms.add(format!("{prefix}{latin}"));
    }
    forms
}

/// A word: by the table, behind its article, or letter by letter.
fn word(plain: &str, written: &str) -> Forms {
    if let Some(known) = usual(plain) {
        return known;
    }
    if let Some(attribute) = plain.strip_prefix("عبدال").filter(|rest| rest.chars().count() > 1) {
        return servant(attribute);
    }
    let behind_article = plain.strip_prefix("ال").filter(|rest| rest.chars().count() > 2);
    if let Some(rest) = behind_article {
        let written = written.char_indices().nth(2).map_or("", |(at, _)| &written[at..]);
        return Forms::of(["al"]).then(&word(rest, written), " ");
    }
    made_of_known(plain).unwrap_or_else(|| letters(written))
}

/// First halves of names that are written together in Persian and Urdu: Mohammadreza, Gholamali.
const FIRST_HALVES: [&str; 9] = ["محمد", "علي", "امير", "غلام", "سيد", "حسين", "حسن", "مير", "نور"];

/// Endings that make a name of another: of a place or tribe, born of, family of, and the feminine.
const ENDINGS: [(&str, &str); 7] = [
    ("زاده", "zadeh"),
    ("پور", "pour"),
    ("يان", "ian"),
    ("نيا", "nia"),
    ("فر", "far"),
    ("ي", "i"),
    ("ه", "a"),
];

/// A name that consists of one that the table has and something more.
fn made_of_known(plain: &str) -> Option<Forms> {
    let halves = FIRST_HALVES.iter().find_map(|first| {
        let second = usual(plain.strip_prefix(first)?)?;
        Some(usual(first)?.then(&second, " "))
    });
    halves.or_else(|| {
        ENDINGS.iter().find_map(|(ending, latin)| {
            let stem = usual(plain.strip_suffix(ending)?)?;
            Some(Forms::of(stem.iter().map(|stem| format!("{}{latin}", stem.trim_end_matches('a')))))
        })
    })
}

/// The languages whose letters differ in sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    Arabic,
    /// Persian, Urdu, Pashto: `v`, and `z` for four letters.
    Persian,
    /// A foreign name in Arabic letters: `b` for p, `f` for v, clusters without vowels.
    Foreign,
}

fn letters(written: &str) -> Forms {
    let written: Vec<char> = written.chars().filter(|&letter| letter != 'ء').collect();
    let is_persian = written.iter().any(|letter| is_beyond_arabic(*letter));
    let is_foreign = !written.iter().any(|letter| is_of_arabic_alone(*letter));
    let mut ways = if is_persian { vec![Sound::Persian] } else { vec![Sound::Arabic] };
    if is_foreign {
        ways.push(Sound::Foreign);
    }
    if !is_persian {
        ways.push(Sound::Persian);
    }
    Forms::of(ways.into_iter().map(|way| spelled(&written, way)))
}

#[rustfmt::skip]
const fn is_beyond_arabic(letter: char) -> bool {
    matches!(
        letter,
        'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ہ' | 'ے' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ھ' | 'ټ' | 'ډ' | 'ړ' | 'ښ' | 'ږ' | 'ځ' | 'څ' | 'ڼ' | 'ې'
            | 'ۍ' | 'ێ' | 'ۆ' | 'ە' | 'ڵ' | 'ڕ' | 'ڤ' | 'ۇ' | 'ۈ' | 'ۋ' | 'ڭ'
    )
}

/// Letters of sounds that foreign names in Arabic letters do not have.
const fn is_of_arabic_alone(letter: char) -> bool {
    matches!(letter, 'ح' | 'ع' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ق' | 'ث' | 'ذ')
}

fn spelled(letters: &[char], way: Sound) -> String {
    let mut out = String::with_capacity(letters.len() * 2);
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        let sound = match vowel(letter, before, after, way) {
            Some(vowel) => vowel,
            None => {
                if before.is_some() && needs_vowel(&out, after, at, way) {
                    out.push('a');
                }
                consonant(letter, way)
            }
        };
        out.push_str(sound);
    }
    out
}

/// Whether a short vowel must stand between what is written and the next consonant.
fn needs_vowel(out: &str, after: Option<char>, at: usize, way: Sound) -> bool {
    let behind_consonant = out.ends_with(|last: char| !"aeiou".contains(last));
    let before_end = after.is_none_or(|after| !is_mater(after));
    match way {
        Sound::Foreign => behind_consonant && at > 1 && before_end && out.len() < 3,
        _ => behind_consonant && (at == 1 || before_end || !out.contains(['a', 'i', 'u', 'e', 'o'])),
    }
}

fn is_mater(letter: char) -> bool {
    matches!(letter, 'ا' | 'آ' | 'أ' | 'و' | 'ي' | 'ی' | 'ى' | 'ة' | 'ې' | 'ە' | 'ۆ' | 'ێ' | 'ے' | 'ۇ' | 'ۈ')
}

/// What a letter is if it stands for a vowel here.
fn vowel(letter: char, before: Option<char>, after: Option<char>, way: Sound) -> Option<&'static str> {
    let between = before.is_some_and(|before| !is_mater(before));
    let next_to_vowel = after.is_some_and(|after| matches!(after, 'ا' | 'آ' | 'ة'));
    let next_to_mater = after.is_some_and(is_mater);
    Some(match letter {
        'إ' if before.is_none() => "i",
        'ا' if before.is_none() && after.is_some_and(|after| matches!(after, 'ي' | 'ی')) => "i",
        'ا' if before.is_none() && after == Some('و') => "",
        'ا' | 'أ' | 'آ' | 'إ' | 'ٱ' | 'ى' | 'ة' | 'ە' | 'ۀ' => "a",
        'ع' => {
            if before.is_none() && !next_to_mater {
                "a"
            } else {
                ""
            }
        }
        'ۆ' => "o",
        'ۇ' | 'ۈ' => "u",
        'ې' | 'ێ' | 'ے' => "e",
        'ۍ' => "ai",
        'ؤ' => "u",
        'ئ' => {
            if before.is_none() {
                ""
            } else {
                "i"
            }
        }
        'و' if before == Some('ا') && after.is_some() && !next_to_mater && way != Sound::Persian => "u",
        'و' if between && !next_to_vowel => {
            if way == Sound::Foreign && after.is_none() {
                "o"
            } else {
                "u"
            }
        }
        'ي' | 'ی' if before == Some('ا') && before.is_some() => "i",
        'ي' | 'ی' if between && !next_to_vowel => "i",
        'ي' | 'ی' if after.is_none() => "i",
        'ه' | 'ہ' if after.is_none() && between => "a",
        _ => return None,
    })
}

#[rustfmt::skip]
fn consonant(letter: char, way: Sound) -> &'static str {
    match (letter, way) {
        ('ب', Sound::Foreign) => "p", ('ف', Sound::Foreign) => "v", ('غ', Sound::Foreign) => "g",
        ('و', Sound::Arabic) => "w", ('ذ' | 'ض', Sound::Persian) => "z", ('ث', Sound::Persian) => "s",
        ('و' | 'ۋ' | 'ڤ', _) => "v", ('ب', _) => "b", ('پ', _) => "p", ('ت' | 'ٹ' | 'ټ' | 'ط', _) => "t", ('ث', _) => "th",
        ('ج', _) => "j", ('چ', _) => "ch", ('ح' | 'ه' | 'ھ' | 'ہ', _) => "h", ('خ', _) => "kh", ('د' | 'ڈ' | 'ډ', _) => "d",
        ('ذ', _) => "dh", ('ر' | 'ڑ' | 'ړ' | 'ڕ', _) => "r", ('ز' | 'ظ', _) => "z", ('ژ' | 'ږ', _) => "zh", ('س' | 'ص', _) => "s",
        ('ش' | 'ښ', _) => "sh", ('ض', _) => "d", ('غ', _) => "gh", ('ف', _) => "f", ('ق', _) => "q", ('ك' | 'ک' | 'ڪ', _) => "k",
        ('گ', _) => "g", ('ل' | 'ڵ', _) => "l", ('م', _) => "m", ('ن' | 'ں' | 'ڼ', _) => "n", ('ڭ', _) => "ng",
        ('ي' | 'ی', _) => "y", ('ځ', _) => "dz", ('څ', _) => "ts",
        (other, _) => any_ascii::any_ascii_char(other),
    }
}
