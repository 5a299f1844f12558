//! The words of all names, for whoever types: the last word may be begun.

use std::collections::HashMap;

use names::index::Entry;
use names::scripts::latin;

/// Words that are looked for at most: what is longer is a text, no name.
const MOST_WORDS: usize = 12;

/// Every word of every name, in Latin letters, with the entry that bears it, in the order of the letters.
#[derive(Debug, Default)]
pub struct Words {
    letters: String,
    /// Where a word begins and ends, and the number of its entry.
    uses: Vec<(u32, u32, u32)>,
}

impl Words {
    /// Of entries.
    pub fn of<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Self {
        let mut words = Self::default();
        let mut known: HashMap<String, (u32, u32)> = HashMap::new();
        for entry in entries {
            let mut of_entry: Vec<(u32, u32)> = Vec::new();
            for name in entry.names() {
                for word in latin(name.text()).iter().flat_map(|form| cut(form)) {
                    let place = match known.get(word) {
                        Some(place) => *place,
                        None => {
                            let place = words.add(word);
                            known.insert(word.to_owned(), place);
                            place
                        }
                    };
                    of_entry.push(place);
                }
            }
            of_entry.sort_unstable();
            of_entry.dedup();
            words.uses.extend(of_entry.into_iter().map(|(from, until)| (from, until, entry.number())));
        }
        let letters = std::mem::take(&mut words.letters);
        let text =
            |(from, until, entry): &(u32, u32, u32)| (&letters[*from as usize..*until as usize], *entry);
        words.uses.sort_by(|one, other| text(one).cmp(&text(other)));
        words.letters = letters;
        words
    }

    fn add(&mut self, word: &str) -> (u32, u32) {
        let from = self.letters.len() as u32;
        self.letters.push_str(word);
        (from, self.letters.len() as u32)
    }

    /// The numbers of the entries that bear every word of a text, of any of its ways to be written in Latin letters; a word that is
    /// begun counts as it will. In the order of the numbers, each once.
    pub fn with_all(&self, text: &str) -> Vec<u32> {
        let mut found: Vec<u32> = latin(text).iter().flat_map(|form| self.with_form(form)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn with_form(&self, form: &str) -> Vec<u32> {
        let mut words: Vec<&str> = cut(form).take(MOST_WORDS).collect();
        // The rarest first would be best; the longest is nearly that, and costs nothing to know.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut words = words.into_iter();
        let Some(first) = words.next() else { return Vec::new() };
        let mut found = self.beginning_with(first);
        for word in words {
            let others = self.beginning_with(word);
            found.retain(|entry| others.binary_search(entry).is_ok());
        }
        found
    }

    fn beginning_with(&self, begun: &str) -> Vec<u32> {
        let word = |(from, until, _): &(u32, u32, u32)| &self.letters[*from as usize..*until as usize];
        let from = self.uses.partition_point(|one| word(one) < begun);
        let mut found: Vec<u32> = self.uses[from..]
            .iter()
            .take_while(|one| word(one).starts_with(begun))
            .map(|(_, _, entry)| *entry)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn cut(form: &str) -> impl Iterator<Item = &str> {
    form.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}
