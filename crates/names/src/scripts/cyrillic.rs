//! Cyrillic in Latin letters: Slavic languages, and those of the former Soviet Union and Mongolia.
//!
//! As newspapers in English write it (after BGN/PCGN, `-iy` as `-y`), and as scholars do (ISO 9) once diacritics are gone:
//! everything between has the same [`super::sounds`].

use super::forms::Forms;

/// How a text is spelled where languages differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Language {
    Russian,
    Ukrainian,
    Belarusian,
    /// Serbian, Macedonian, Montenegrin.
    SouthWestern,
    Bulgarian,
    /// Kazakh, Kyrgyz, Tajik, Uzbek, Mongolian, Tatar, Bashkir.
    Eastern,
}

impl Language {
    /// Told by letters that others do not have; Russian if none are there.
    fn of(run: &str) -> Self {
        let mut marks = Marks::default();
        run.chars().for_each(|letter| marks.note(letter));
        if marks.south_western {
            Self::SouthWestern
        } else if marks.short_u && (marks.dotted_i || has_short_u(run)) {
            Self::Belarusian
        } else if marks.eastern || marks.short_u {
            Self::Eastern
        } else if marks.ukrainian {
            Self::Ukrainian
        } else if marks.dotted_i {
            if marks.belarusian { Self::Belarusian } else { Self::Ukrainian }
        } else if marks.hard_sign && run.split(' ').any(has_vowel_er) {
            Self::Bulgarian
        } else {
            Self::Russian
        }
    }
}

/// Which letters stand in a text that not all languages have.
#[derive(Debug, Clone, Copy, Default)]
struct Marks {
    south_western: bool,
    eastern: bool,
    ukrainian: bool,
    /// Of those that also write `і`, the others have none of these.
    belarusian: bool,
    dotted_i: bool,
    short_u: bool,
    hard_sign: bool,
}

impl Marks {
    const fn note(&mut self, letter: char) {
        match letter {
            'ы' | 'э' | 'ё' => self.belarusian = true,
            'ъ' => self.hard_sign = true,
            'а'..='я' => {}
            'ђ' | 'ћ' | 'љ' | 'њ' | 'џ' | 'ј' | 'ѓ' | 'ќ' | 'ѕ' => self.south_western = true,
            'ў' => self.short_u = true,
            'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'ҳ' | 'ҷ' | 'ӣ' | 'ӯ' | 'җ' => {
                self.eastern = true;
            }
            'ї' | 'є' | 'ґ' => self.ukrainian = true,
            'і' => self.dotted_i = true,
            _ => {}
        }
    }
}

/// Whether `ў` stands behind a vowel, as in Belarusian: in Uzbek it is a vowel itself.
fn has_short_u(run: &str) -> bool {
    let mut before = None;
    run.chars().any(|letter| before.replace(letter).is_some_and(is_vowel) && letter == 'ў')
}

/// Whether a hard sign is a vowel: between consonants, or first.
fn has_vowel_er(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.iter().enumerate().any(|(at, &letter)| {
        let follows = letters.get(at + 1).is_some_and(|&next| !is_soft_vowel(next));
        letter == 'ъ' && follows
    })
}

fn is_soft_vowel(letter: char) -> bool {
    matches!(letter, 'е' | 'ё' | 'ю' | 'я' | 'є' | 'ї' | 'и' | 'э')
}

fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'а' | 'е'
            | 'ё'
            | 'є'
            | 'и'
            | 'і'
            | 'ї'
            | 'о'
            | 'у'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'ә'
            | 'ө'
            | 'ұ'
            | 'ү'
            | 'ӣ'
            | 'ӯ'
    )
}

pub(super) fn latin(run: &str) -> Forms {
    let language = Language::of(run);
    let mut forms = Forms::of([newspaper(run, language), scholarly(run)]);
    // г is g in one and h in the other, and many people have papers in both.
    match language {
        Language::Belarusian => forms.add(newspaper(&russian(run), Language::Russian)),
        Language::Ukrainian if run.contains('г') => forms.add(newspaper(run, Language::Russian)),
        Language::Russian if run.contains('г') => forms.add(newspaper(&run.replace('г', "һ"), language)),
        _ => {}
    }
    forms
}

/// A Belarusian name as Russian has it: `дзе` is де, `ці` is ти, `ў` is в (Мядзведзеў, Медведев; Уладзімір, Владимир).
fn russian(run: &str) -> String {
    let letters: Vec<char> = run.chars().collect();
    let softens = |letter: Option<&char>| matches!(letter, Some('е' | 'ё' | 'і' | 'ю' | 'я' | 'ь' | 'в'));
    let mut out = String::with_capacity(run.len());
    for (at, &letter) in letters.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).map(|at| letters[at]), letters.get(at + 1));
        out.push(match letter {
            'з' if before == Some('д') && softens(after) => continue,
            'ц' if softens(after) => 'т',
            'я' if before.is_some_and(|before| before.is_alphabetic() && !is_vowel(before))
                && after.is_some_and(|next| next.is_alphabetic()) =>
            {
                'е'
            }
            // Uladzimir, Uladzislau: the name begins with v elsewhere.
            'у' if before.is_none_or(|before| before == ' ') && matches!(after, Some('л' | 'с' | 'в')) => {
                'в'
            }
            'ў' => 'в',
            'і' => 'и',
            other => other,
        });
    }
    out
}

fn newspaper(run: &str, language: Language) -> String {
    let written = written(run, language, english);
    let is_long = |word: &str| word.len() > 3 && ENDINGS.iter().any(|(ending, _)| word.ends_with(ending));
    if !written.split(' ').any(is_long) {
        return written;
    }
    let words: Vec<&str> = written.split(' ').collect();
    let short = words.iter().map(|word| match ENDINGS.iter().find(|(ending, _)| word.ends_with(ending)) {
        Some((ending, end)) if word.len() > 3 => [&word[..word.len() - ending.len()], end].concat(),
        _ => (*word).to_owned(),
    });
    short.collect::<Vec<String>>().join(" ")
}

/// Endings that newspapers write short.
const ENDINGS: [(&str, &str); 3] = [("iy", "y"), ("yy", "y"), ("iyi", "y")];

/// Whether `е` behind this letter is `ye`.
fn opens(before: char) -> bool {
    is_vowel(before) || matches!(before, 'ь' | 'ъ' | 'й' | ' ')
}

/// A letter in its surroundings, as a language writes it.
type Spelling = fn(char, Option<char>, Option<char>, Language) -> &'static str;

fn written(run: &str, language: Language, spelling: Spelling) -> String {
    let mut out = String::with_capacity(run.len());
    let mut before = None;
    let mut letters = run.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii() {
            out.push(letter);
        } else {
            out.push_str(spelling(letter, before, letters.peek().copied(), language));
        }
        before = Some(letter);
    }
    out
}

#[rustfmt::skip]
fn english(letter: char, before: Option<char>, after: Option<char>, language: Language) -> &'static str {
    use Language::{Belarusian, Bulgarian, Eastern, Russian, SouthWestern, Ukrainian};
    let first = before.is_none_or(|before| before == ' ');
    match letter {
        'г' if matches!(language, Ukrainian | Belarusian) => "h",
        'и' if language == Ukrainian => "y",
        'х' if matches!(language, SouthWestern | Bulgarian) => "h",
        'щ' if language == Bulgarian => "sht",
        'ъ' if language == Bulgarian => "a",
        'ц' if language == SouthWestern => "c",
        'ў' if language == Eastern && !before.is_some_and(is_vowel) => "o",
        'е' if language == Belarusian && (first || before.is_some_and(opens)) => "ye",
        'ж' if language == Eastern && after.is_some_and(is_vowel) => "zh",
        'я' if language == Russian && before == Some('и') && !first => "ya",
        'а' => "a", 'б' => "b", 'в' => "v", 'г' | 'ґ' => "g", 'ғ' => "gh", 'д' => "d", 'ђ' => "dj", 'ѓ' => "gj",
        'е' | 'ё' | 'э' => "e", 'є' if first => "ye", 'є' => "ie", 'ж' => "zh", 'җ' | 'ҷ' | 'ҹ' => "j", 'з' => "z",
        'ѕ' => "dz", 'и' | 'і' | 'ї' | 'ӣ' => "i", 'й' | 'ј' => "y", 'к' | 'ҝ' => "k", 'қ' => "k", 'ќ' => "kj", 'л' => "l",
        'љ' => "lj", 'м' => "m", 'н' => "n", 'њ' => "nj", 'ң' => "ng", 'о' | 'ө' => "o", 'п' => "p", 'р' => "r", 'с' => "s",
        'т' => "t", 'ћ' => "c", 'у' | 'ў' | 'ұ' | 'ү' | 'ӯ' => "u", 'ф' => "f", 'х' => "kh", 'ҳ' | 'һ' => "h", 'ц' => "ts",
        'ч' => "ch", 'џ' => "dz", 'ш' => "sh", 'щ' => "shch", 'ъ' | 'ь' | 'ʼ' => "", 'ы' => "y", 'ю' => "yu", 'я' => "ya",
        'ә' => "a", 'ӓ' => "a", 'ӧ' => "o", 'ӱ' => "u", 'ӑ' => "a", 'ӗ' => "e", 'ҫ' => "s", 'ҙ' => "z", 'ӏ' => "",
        _ => any_ascii::any_ascii_char(letter),
    }
}

#[rustfmt::skip]
fn scholarly(run: &str) -> String {
    written(run, Language::Russian, |letter, before, after, language| match letter {
        'ж' | 'џ' => "z", 'х' => "h", 'ц' | 'ч' | 'ћ' => "c", 'ш' => "s", 'щ' => "sc", 'й' | 'ј' => "j", 'ю' => "ju", 'я' => "ja",
        'є' => "je", 'ї' => "ji", 'ђ' => "d", 'ѓ' => "g", 'ќ' => "k", 'ғ' => "g", 'қ' => "q",
        _ => english(letter, before, after, language),
    })
}
