//! All names that are looked for, found by their rarest word.

use super::listed::{Duty, ListedName, Pattern, Telling};
use super::near::Beside;
use super::word::{Word, Words};

/// The names of lists, ready to be looked for in texts.
///
/// ```
/// use names::scan::{ListedName, Names};
/// use names::party::{Kind, NameSort};
///
/// let listed = ListedName { entry: 7, text: "OSTE, Jann", sort: NameSort::Name, kind: Kind::Person };
/// let names = Names::of([listed]);
/// let text = "The mine belongs to Jann Oste.";
/// let found = names.scan(text);
/// assert_eq!(&text[found[0].start..found[0].end], "Jann Oste");
/// assert_eq!(found[0].entry, 7);
/// ```
#[derive(Debug, Default)]
pub struct Names {
    pub(super) words: Words,
    pub(super) patterns: Vec<Pattern>,
    /// By class of word: where its anchors begin in `anchors`.
    starts: Vec<u32>,
    anchors: Vec<Anchor>,
    /// By class: in how many names it stands.
    pub(super) bearers: Vec<u32>,
    /// By class: whether it must stand in some name.
    required: Vec<bool>,
    pub(super) unspaced: super::unspaced::Unspaced,
}

/// What names ask of a word of the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Anchoring {
    /// It must stand in some name, whether it is the rarest word or not.
    pub(super) required: bool,
    /// One with a capital.
    pub(super) capital: bool,
    /// One written small: of a body, "Ministry of mines".
    pub(super) small: bool,
}

/// A name, and its word by which it is found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) pattern: u32,
    pub(super) part: u16,
    /// Whether the word may be written small: of a body, "Ministry of mines".
    pub(super) may_be_small: bool,
    pub(super) word: Word,
    pub(super) beside: Beside,
}

impl Names {
    /// Takes names in any order. Of names that cannot be looked for (no letters, more than 24 words) nothing is kept.
    pub fn of<'a>(listed: impl IntoIterator<Item = ListedName<'a>>) -> Self {
        let mut names = Self::default();
        for (number, listed) in (0..).zip(listed) {
            if names.unspaced.take(&listed, number) {
                continue;
            }
            names.patterns.extend(Pattern::of(&listed, number, &mut names.words));
        }
        names.count();
        names.anchor();
        names
    }

    /// How many names are looked for.
    #[must_use]
    pub fn len(&self) -> usize {
        self.patterns.len() + self.unspaced.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The names whose rarest word is of a class.
    pub(super) fn anchored(&self, class: u32) -> &[Anchor] {
        let at = class as usize;
        let (Some(from), Some(to)) = (self.starts.get(at), self.starts.get(at + 1)) else { return &[] };
        self.anchors.get(*from as usize..*to as usize).unwrap_or_default()
    }

    /// What the names that have a word of a class ask of it.
    pub(super) fn anchoring(&self, class: u32) -> Anchoring {
        let anchors = self.anchored(class);
        Anchoring {
            required: self.required.get(class as usize).is_some_and(|required| *required),
            capital: !anchors.is_empty(),
            small: anchors.iter().any(|anchor| anchor.may_be_small),
        }
    }

    fn count(&mut self) {
        self.bearers = vec![0; self.words.len()];
        self.required = vec![false; self.words.len()];
        for pattern in &self.patterns {
            for part in &pattern.parts {
                self.bearers[part.word.class as usize] += 1;
                self.required[part.word.class as usize] |= part.duty == Duty::Required;
            }
        }
        // A word that many names have beside others is no name by itself. Those that have it alone are that name: one company under ten legal forms.
        let mut beside_others = vec![0_u32; self.words.len()];
        for pattern in self.patterns.iter().filter(|pattern| !pattern.is_one_word()) {
            pattern.parts.iter().for_each(|part| beside_others[part.word.class as usize] += 1);
        }
        let is_common = |pattern: &Pattern| {
            pattern.required().all(|at| beside_others[pattern.parts[at].word.class as usize] > MOST_BEARERS)
        };
        let lone: Vec<usize> = (0..self.patterns.len())
            .filter(|at| self.patterns[*at].telling == Telling::Lone && is_common(&self.patterns[*at]))
            .collect();
        for at in lone {
            self.patterns[at].telling = Telling::Little;
        }
    }

    fn anchor(&mut self) {
        let mut by_class: Vec<(u32, Anchor)> = Vec::with_capacity(self.patterns.len());
        for (number, pattern) in (0..).zip(&self.patterns) {
            let rarest = pattern.required().min_by_key(|at| {
                let word = pattern.parts[*at].word;
                (self.bearers[word.class as usize], *at)
            });
            if let Some(part) = rarest {
                let word = pattern.parts[part].word;
                let may_be_small = !pattern.is_free() && !pattern.is_one_word();
                let beside = Beside::of(pattern, part);
                let anchor = Anchor { pattern: number, part: part as u16, may_be_small, word, beside };
                by_class.push((word.class, anchor));
            }
        }
        by_class.sort_by_key(|(class, _)| *class);
        self.starts = vec![0; self.words.len() + 1];
        for (class, _) in &by_class {
            self.starts[*class as usize + 1] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
        self.anchors = by_class.into_iter().map(|(_, anchor)| anchor).collect();
    }

    /// Whether every word of a name is borne by many listed names.
    pub(super) fn is_common(&self, pattern: &Pattern) -> bool {
        /// In the benchmark list of 93,000 names, as many bear each of "Ahmed" and "Ali".
        const MANY: u32 = 40;
        let parts = pattern.parts.iter().filter(|part| part.duty == Duty::Required);
        parts.clone().all(|part| self.bearers[part.word.class as usize] > MANY)
    }
}

/// A word that stands beside others in more listed names than this is no name by itself.
const MOST_BEARERS: u32 = 6;
