//! Names in scripts that part no words: found letter by letter, by their first two.

use super::listed::ListedName;
use crate::hashed::{Hashed, hash};
use crate::scripts::{Script, script_of};
use ftm::NameSort;

/// A name in such a script.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) entry: u32,
    pub(super) name: u32,
    pub(super) text: String,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Unspaced {
    runs: Vec<Run>,
    /// By their first two characters.
    begins: Hashed<Vec<u32>>,
    /// Their first characters: nearly all that a text has begin none.
    firsts: Characters,
}

/// Some characters, a bit for each; several share one.
#[derive(Debug)]
struct Characters([u64; 1024]);

impl Default for Characters {
    fn default() -> Self {
        Self([0; 1024])
    }
}

impl Characters {
    const fn place(of: char) -> (usize, u64) {
        let code = of as usize;
        (code / 64 % 1024, 1 << (code % 64))
    }

    fn add(&mut self, one: char) {
        let (at, bit) = Self::place(one);
        self.0[at] |= bit;
    }

    const fn may_have(&self, one: char) -> bool {
        let (at, bit) = Self::place(one);
        self.0[at] & bit != 0
    }
}

/// Fewer letters are a piece of many other words.
const fn shortest(script: Script) -> Option<usize> {
    match script {
        Script::Han | Script::Hangul => Some(3),
        Script::Kana | Script::Thai | Script::Lao | Script::Khmer | Script::Burmese => Some(4),
        _ => None,
    }
}

impl Unspaced {
    pub(super) fn len(&self) -> usize {
        self.runs.len()
    }

    /// Takes a name, if it is in such a script alone.
    pub(super) fn take(&mut self, listed: &ListedName<'_>, name: u32) -> bool {
        let letters: String = listed.text.chars().filter(|c| script_of(*c) != Script::Common).collect();
        let Some(shortest) = letters.chars().next().map(script_of).and_then(shortest) else { return false };
        if letters.chars().any(|c| self::shortest(script_of(c)).is_none()) {
            return false;
        }
        if letters.chars().count() >= shortest && listed.sort != NameSort::Weak {
            letters.chars().take(1).for_each(|first| self.firsts.add(first));
            self.begins.entry(start(&letters)).or_default().push(self.runs.len() as u32);
            self.runs.push(Run { entry: listed.entry, name, text: letters });
        }
        true
    }

    /// Whether some name may begin with a character.
    pub(super) const fn may_begin(&self, first: char) -> bool {
        self.firsts.may_have(first)
    }

    /// The names that begin at the start of a text, each with its end there. Spaces and dots between its letters are passed over.
    pub(super) fn at<'r>(&'r self, text: &'r str) -> impl Iterator<Item = (&'r Run, usize)> {
        let known = self.begins.get(&start(text));
        let runs = known.into_iter().flatten().filter_map(|run| self.runs.get(*run as usize));
        runs.filter_map(move |run| Some((run, end(text, &run.text)?)))
    }
}

fn start(text: &str) -> u64 {
    let mut letters = text.char_indices().filter(|(_, c)| script_of(*c) != Script::Common);
    let mut first = String::new();
    first.extend(letters.by_ref().take(2).map(|(_, c)| c));
    hash(first.as_bytes())
}

fn end(text: &str, name: &str) -> Option<usize> {
    let mut wanted = name.chars().peekable();
    for (at, c) in text.char_indices() {
        if wanted.next_if_eq(&c).is_some() {
            if wanted.peek().is_none() {
                return Some(at + c.len_utf8());
            }
        } else if !matches!(c, ' ' | '·' | '・' | '\u{3000}') {
            return None;
        }
    }
    None
}
