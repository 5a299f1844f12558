//! The words by which a name is looked up.

use crate::scripts::latin;

/// Letters of a word that count; what is longer is no name, and must not take long.
pub(super) const LONGEST_WORD: usize = 32;

/// Words of a name that count. The longest names of real lists have about thirty.
pub(super) const MOST_WORDS: usize = 40;

/// Characters of a name that are read at all.
const LONGEST_NAME: usize = 600;

/// A name in Latin letters, cut into words: one list for each way to write it, the usual one first. None is empty.
pub(super) fn forms(name: &str) -> Vec<Vec<String>> {
    let end = name.char_indices().nth(LONGEST_NAME).map_or(name.len(), |(end, _)| end);
    latin(&name[..end]).iter().map(|form| cut(form)).filter(|words| !words.is_empty()).collect()
}

/// Words of two letters and more. Letters that stand alone are joined with those beside them (`u s a`); one that has none beside
/// it is an initial, and no word unless there is no other.
fn cut(form: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut alone = String::new();
    let mut initials: Vec<String> = Vec::new();
    let mut close = |alone: &mut String, words: &mut Vec<String>| match alone.len() {
        0 => {}
        1 => initials.push(std::mem::take(alone)),
        _ => words.push(std::mem::take(alone)),
    };
    for word in form.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        match word.len() {
            1 => alone.push_str(word),
            _ => {
                close(&mut alone, &mut words);
                words.push(word[..word.len().min(LONGEST_WORD)].to_owned());
            }
        }
    }
    close(&mut alone, &mut words);
    if words.is_empty() {
        words.extend(Some(initials.concat()).filter(|joined| !joined.is_empty()));
    }
    words.iter_mut().for_each(|word| word.truncate(LONGEST_WORD));
    words.truncate(MOST_WORDS);
    words
}

/// The letters with which words begin, a bit for each: an initial can stand for any of them.
pub(super) fn initials(words: &[String]) -> u32 {
    let letters = words.iter().filter_map(|word| word.bytes().next()).filter(u8::is_ascii_lowercase);
    letters.fold(0, |bits, letter| bits | 1 << (letter - b'a'))
}

/// Words that a name would have with fewer spaces: two neighbours, or three, as one.
pub(super) fn joined(words: &[String]) -> impl Iterator<Item = String> + '_ {
    let runs = (2..=3).flat_map(|count| words.windows(count)).map(<[String]>::concat);
    runs.filter(|joined| joined.len() <= LONGEST_WORD)
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn words_of_names() {
        let check = |name: &str, expected: &str| {
            assert_eq!(
                forms(name).first().map(|words| words.join(" ")).unwrap_or_default(),
                expected,
                "{name}"
            );
        };
        check("Awa Diallo", "awa diallo");
        check("V. Putin", "putin");
        check("U S A", "usa");
        check("Q", "q");
        check("--", "");
        check("", "");
        check(&"a".repeat(100_000), &"a".repeat(32));
    }
}
