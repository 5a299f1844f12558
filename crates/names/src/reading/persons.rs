//! What the words of a person's name do.

use crate::scripts::{Closeness, is_of_syllables, sounds};
use crate::words::{
    Commonness, Particle, Title, commonness, given_names, in_full, is_syllabic_family, particle, patronymic,
    titles,
};

use super::draft::Draft;
use super::{Role, compounds, flags, meaning};

/// Gives the words of a person's name their roles, and makes one of those that are one name.
pub(super) fn person(mut words: Vec<Draft>) -> Vec<Draft> {
    words.iter_mut().for_each(read_digits);
    words.iter_mut().for_each(write_out);
    name_titles(&mut words);
    let mut words = part_initials(compounds::joined(words));
    name_particles(&mut words);
    name_initials(&mut words);
    if !words.iter().any(|word| tells(word.role)) {
        words.iter_mut().for_each(|word| word.role = Role::Name);
    }
    name_fathers(&mut words);
    name_families(&mut words);
    mark_syllables(&mut words);
    words.iter_mut().for_each(weigh);
    words
}

/// Latin letters that stand for syllables: every name can be cut into them, one is a family name where those are used, and
/// none is a given name elsewhere.
fn mark_syllables(words: &mut [Draft]) {
    let names = || words.iter().filter(|word| tells(word.role));
    let is_family = |word: &&Draft| is_syllabic_family(&word.latin);
    let is_latin = |word: &Draft| {
        word.flags & (flags::OTHER_SCRIPT | flags::LOOKALIKES) == 0 && word.role != Role::Initial
    };
    let is_given =
        |word: &Draft| is_of_syllables(word.latin.as_bytes()) && given_names(&word.latin).is_empty();
    if (2..=4).contains(&names().count())
        && names().all(|word| is_latin(word) && (is_family(&word) || is_given(word)))
        && [names().next(), names().next_back()].into_iter().flatten().any(|word| is_family(&word))
    {
        words.iter_mut().filter(|word| tells(word.role)).for_each(|word| word.flags |= flags::NAME_SYLLABLES);
    }
}

/// Digits among the letters of somebody's name stand for letters: `Ig0r Sech1n`.
fn read_digits(word: &mut Draft) {
    const LOOK: [(char, &str); 6] = [('0', "o"), ('1', "i"), ('3', "e"), ('4', "a"), ('5', "s"), ('7', "t")];
    let digits = word.latin.bytes().filter(u8::is_ascii_digit).count();
    if digits > 0 && digits * 2 < word.latin.len() {
        LOOK.iter().for_each(|(digit, letter)| word.latin = word.latin.replace(*digit, letter));
        word.folded.clone_from(&word.latin);
    }
}

/// `Fco. Hdez.`: Francisco Hernández.
fn write_out(word: &mut Draft) {
    if word.latin.len() <= 6
        && let Some(name) = in_full(&word.latin)
    {
        (word.folded, word.latin) = (name.to_owned(), name.to_owned());
    }
}

/// Whether a word of this role tells who somebody is.
fn tells(role: Role) -> bool {
    matches!(role, Role::Name | Role::Given | Role::Family | Role::Patronymic | Role::Initial)
}

/// Titles that are names more often, in the lists' countries.
const OFTEN_NAMES: [&str; 14] =
    ["wali", "mir", "shah", "khan", "malik", "gul", "beg", "bey", "amir", "emir", "agha", "aga", "su", "min"];

fn name_titles(words: &mut [Draft]) {
    let folded: Vec<String> = words.iter().map(|word| word.folded.clone()).collect();
    let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
    let mut left = words.len();
    let mut at = 0;
    while at < words.len() {
        let Some(known) = titles::starting(&folded[at..]) else {
            at += 1;
            continue;
        };
        // Something must be left that is no title.
        let is_dotless_letter = known.words == 1 && folded[at].chars().count() == 1;
        let is_name = known.words == 1 && OFTEN_NAMES.contains(&folded[at]);
        if known.words < left && !is_dotless_letter && !is_name {
            // Behind a name it is short for senior; señor stands before.
            let is_senior = folded[at] == "sr" && at > 0 && at + 1 == words.len();
            let (role, meaning) = match known.what {
                _ if is_senior => (Role::Generation, meaning::of_generation(Title::Elder)),
                Title::Younger | Title::Elder => (Role::Generation, meaning::of_generation(known.what)),
                _ => (Role::Title, 0),
            };
            words[at..at + known.words]
                .iter_mut()
                .for_each(|word| (word.role, word.meaning) = (role, meaning));
            left -= known.words;
        }
        at += known.words;
    }
}

fn name_particles(words: &mut [Draft]) {
    let count = words.len();
    for at in 0..count {
        let word = &words[at];
        if word.role != Role::Name || word.flags & flags::SYLLABLES != 0 {
            continue;
        }
        let Some(what) = particle(&word.folded).or_else(|| particle(&word.latin)) else { continue };
        // Words that connect are names in other languages (Kai, Ve): only the plainest are not.
        let is_other_language = what == Particle::Connective
            && !matches!(word.folded.as_str(), "and" | "und" | "the" | "of" | "y" | "e" | "i");
        // Ben Netanyahu: short for Benjamin, since nobody stands before whose father would follow.
        let is_short_name = at == 0 && word.latin == "ben";
        let may_be_name = matches!(what, Particle::Behind) && at == 0 || is_short_name;
        let is_last = at + 1 == count && !matches!(what, Particle::Behind | Particle::Son);
        if may_be_name || is_last || is_other_language {
            continue;
        }
        words[at].role = Role::Particle;
        if matches!(what, Particle::Father | Particle::Mother) {
            words[at].meaning = meaning::of_particle(what);
        }
        match what {
            Particle::Son | Particle::Daughter => mark_father(words.get_mut(at + 1..).unwrap_or_default()),
            Particle::Behind => words[at - 1].role = Role::Patronymic,
            _ => {}
        }
    }
}

/// The first name behind `bin` is the father's, articles apart.
fn mark_father(behind: &mut [Draft]) {
    let is_small = |word: &&mut Draft| particle(&word.folded) == Some(Particle::Article);
    if let Some(word) = behind.iter_mut().find(|word| !is_small(word)) {
        word.flags |= flags::FATHER;
    }
}

/// First letters of names that are two or more in Latin letters: `Yu. A. Plisetsky`, `Ch. Bessonneau`.
const DIGRAPHS: [&str; 17] =
    ["yu", "ya", "ye", "yo", "iu", "ia", "ju", "ja", "zh", "kh", "ts", "ch", "sh", "shch", "th", "ph", "dzh"];

/// Two capitals that are no word are two initials: `JP Vauquelin`.
fn part_initials(words: Vec<Draft>) -> Vec<Draft> {
    const NAMES: [&str; 4] = ["ng", "md", "mc", "st"];
    let is_name = |word: &Draft| {
        tells(word.role) && !word.capitals && word.latin.len() > 2 && particle(&word.latin).is_none()
    };
    let has_small = words.iter().any(is_name);
    let are_initials = |word: &Draft| {
        has_small
            && word.role == Role::Name
            && word.capitals
            && word.latin.len() == 2
            && !word.latin.contains(['a', 'e', 'i', 'o', 'u', 'y'])
            && !NAMES.contains(&word.latin.as_str())
    };
    let part = |word: Draft| {
        let letters: Vec<String> = word.latin.chars().map(String::from).collect();
        letters.into_iter().map(move |latin| Draft { folded: latin.clone(), latin, ..word.clone() })
    };
    words
        .into_iter()
        .flat_map(|word| if are_initials(&word) { part(word).collect() } else { vec![word] })
        .collect()
}

fn name_initials(words: &mut [Draft]) {
    // Hyon-u, Min-o: a syllable behind a hyphen.
    let mut is_hyphened = false;
    for word in words.iter_mut() {
        let is_syllable = is_hyphened && !word.dotted && matches!(word.latin.as_str(), "u" | "o");
        is_hyphened = word.flags & flags::JOINED != 0 && word.latin.len() > 1;
        if !matches!(word.role, Role::Name | Role::Particle) || is_syllable {
            continue;
        }
        if word.flags & flags::SYLLABLES != 0 {
            continue;
        }
        if word.latin.len() == 1 && word.latin.as_bytes()[0].is_ascii_alphabetic() {
            word.role = Role::Initial;
        } else if word.dotted && word.latin.len() <= 3 && word.folded.chars().count() == 1 {
            word.role = Role::Initial;
            word.latin.truncate(1);
        } else if word.dotted && DIGRAPHS.contains(&word.latin.as_str()) {
            word.role = Role::Initial;
        }
    }
}

/// Of three names or more, the first with a father's ending that is not the first of all: `Abramovich Roman Arkadyevich` and
/// `Roman Arkadyevich Abramovich` both have Arkadyevich.
fn name_fathers(words: &mut [Draft]) {
    let names: Vec<usize> = (0..words.len()).filter(|&at| tells(words[at].role)).collect();
    if words.iter().any(|word| word.role == Role::Patronymic) || names.len() < 2 {
        return;
    }
    let is_patronymic =
        |at: &&usize| words[**at].role == Role::Name && patronymic(&words[**at].latin).is_some();
    let found = match names.len() {
        // Two names: only where the other is that father's name, as in Putin Vladimirovich, it cannot be told from a family name.
        2 => None,
        _ => names[1..].iter().find(is_patronymic).copied(),
    };
    if let Some(at) = found {
        words[at].role = Role::Patronymic;
    }
}

/// Told apart by a comma, or by capitals among small letters.
fn name_families(words: &mut [Draft]) {
    let is_name = |word: &Draft| word.role == Role::Name;
    let comma = words.iter().position(|word| word.behind_comma && tells(word.role));
    if let Some(comma) = comma {
        words[..comma].iter_mut().filter(|word| is_name(word)).for_each(|word| word.role = Role::Family);
        words[comma..].iter_mut().filter(|word| is_name(word)).for_each(|word| word.role = Role::Given);
        return;
    }
    let names = || words.iter().filter(|word| tells(word.role) && word.latin.len() > 1);
    let capitals = names().filter(|word| word.capitals).count();
    if capitals == 0 || capitals == names().count() {
        return;
    }
    words.iter_mut().filter(|word| is_name(word) && word.capitals).for_each(|word| word.role = Role::Family);
}

fn weigh(word: &mut Draft) {
    if !tells(word.role) {
        word.telling = 0;
        return;
    }
    if word.role != Role::Family && !given_names(name_within(word)).is_empty() {
        word.flags |= flags::GIVEN;
    }
    word.telling = match commonness(&word.latin) {
        _ if word.role == Role::Initial => 30,
        Commonness::Rare => 100,
        Commonness::Usual => 90,
        Commonness::Common => 80,
        Commonness::Everywhere => 65,
    };
}

/// The given name that a word is, or that the father's name is made of.
pub(super) fn name_within(word: &Draft) -> &str {
    let stem = || patronymic(&word.latin).map(|patronymic| patronymic.stem);
    if word.role == Role::Patronymic { stem().unwrap_or(&word.latin) } else { &word.latin }
}

/// The key that words of one sound have in common.
pub(super) fn sound(latin: &str) -> String {
    sounds(latin, Closeness::Spelling)
}
