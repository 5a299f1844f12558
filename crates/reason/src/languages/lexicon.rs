use std::sync::OnceLock;

use crate::document::Span;
use crate::text::{Outlines, Token, TokenKind, WordMap, WordSet, fold, folded, tokens};

use super::file::{self, LanguageFile};
use super::senses::SensePhrases;
use super::word_lists::{WordLists, fold_into};
use super::{Cue, CueSet, SenseHit, WordClass};

/// The words of all languages together.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: WordMap<String, u32>,
    /// By the first word: the further words, longest first, and what the phrase announces.
    phrases: WordMap<u32, Vec<(Vec<u32>, CueSet)>>,
    months: WordMap<String, u8>,
    month_outlines: Outlines,
    date_words: WordSet<String>,
    ordinals: WordSet<String>,
    and: WordSet<String>,
    open_words: WordSet<String>,
    abbreviations: WordSet<String>,
    notes_headings: WordSet<String>,
    contents_headings: WordSet<String>,
    senses: SensePhrases,
    pub(super) word_lists: WordLists,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueHit {
    /// In bytes of the text.
    pub span: Span,
    /// Index of its first token and one past its last.
    pub first: usize,
    /// One past its last token.
    pub last: usize,
    /// What it announces.
    pub cues: CueSet,
}

/// The lexicon, made at first use.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::default();
        for language in file::all() {
            lexicon.learn(language);
        }
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        lexicon
    })
}

impl Lexicon {
    fn learn(&mut self, language: LanguageFile) {
        for (month, names) in (1..).zip(&language.months) {
            for name in names.split(' ').map(fold) {
                self.month_outlines.learn(&name);
                self.months.insert(name, month);
            }
        }
        let all = |words: Vec<String>| words.into_iter().map(|word| fold(&word)).collect::<Vec<_>>();
        self.date_words.extend(all(language.date_words));
        self.ordinals.extend(all(language.ordinals));
        self.and.extend(all(language.and));
        self.open_words.extend(all(language.open_words));
        self.abbreviations.extend(all(language.abbreviations));
        self.notes_headings.extend(all(language.headings.notes));
        self.contents_headings.extend(all(language.headings.contents));
        for (sense, phrases) in &language.senses {
            for phrase in phrases {
                self.senses.learn(phrase, *sense);
            }
        }
        for (class, phrases) in &language.words {
            phrases.iter().for_each(|phrase| self.word_lists.learn(*class, phrase));
        }
        for (cue, phrases) in language.cues.into_iter().chain(language.page) {
            for phrase in phrases {
                self.learn_phrase(&phrase, cue);
            }
        }
    }

    fn learn_phrase(&mut self, phrase: &str, cue: Cue) {
        let ids: Vec<u32> = tokens(phrase).iter().map(|token| self.intern(token.text(phrase))).collect();
        let Some((first, rest)) = ids.split_first() else {
            return;
        };
        let known = self.phrases.entry(*first).or_default();
        match known.iter_mut().find(|(other, _)| other == rest) {
            Some((_, cues)) => *cues = cues.with(cue),
            None => known.push((rest.to_vec(), CueSet::default().with(cue))),
        }
    }

    fn intern(&mut self, word: &str) -> u32 {
        let next = self.words.len() as u32;
        *self.words.entry(fold(word)).or_insert(next)
    }

    fn id(&self, token: &Token, text: &str, buffer: &mut String) -> Option<u32> {
        match token.kind {
            TokenKind::Number => None,
            TokenKind::Mark(mark) => {
                buffer.clear();
                buffer.push(mark);
                self.words.get(buffer.as_str()).copied()
            }
            TokenKind::Word => {
                fold_into(token.text(text), buffer);
                self.words.get(buffer.as_str()).copied()
            }
        }
    }

    /// Finds the phrases in a text cut into tokens; the longest at each place, none overlapping.
    #[must_use]
    pub fn cues(&self, text: &str, tokens: &[Token]) -> Vec<CueHit> {
        let mut buffer = String::new();
        let ids: Vec<_> = tokens.iter().map(|token| self.id(token, text, &mut buffer)).collect();
        let mut hits = Vec::new();
        let mut at = 0;
        while at < ids.len() {
            match self.longest_at(&ids, at) {
                Some((length, cues)) => {
                    let last = at + length;
                    let span = Span::new(tokens[at].span.start, tokens[last - 1].span.end);
                    hits.push(CueHit { span, first: at, last, cues });
                    at = last;
                }
                None => at += 1,
            }
        }
        hits
    }

    /// Finds the words that tell of sources in running text; the longest phrase at each place, none overlapping.
    #[must_use]
    pub fn senses(&self, text: &str, tokens: &[Token]) -> Vec<SenseHit> {
        self.senses.find(text, tokens)
    }

    fn longest_at(&self, ids: &[Option<u32>], at: usize) -> Option<(usize, CueSet)> {
        let phrases = self.phrases.get(&ids[at]?)?;
        phrases.iter().find_map(|(rest, cues)| {
            let following = ids.get(at + 1..at + 1 + rest.len())?;
            let same = following.iter().zip(rest).all(|(id, word)| *id == Some(*word));
            same.then_some((rest.len() + 1, *cues))
        })
    }

    /// The cues that a text begins with.
    #[must_use]
    pub fn leading(&self, text: &str) -> Option<CueHit> {
        let head = text.char_indices().nth(80).map_or(text, |(at, _)| &text[..at]);
        let tokens = tokens(head);
        self.cues(head, &tokens).into_iter().next().filter(|hit| hit.first == 0)
    }

    /// The number of a month's name or abbreviation, from 1.
    #[must_use]
    pub fn month(&self, word: &str) -> Option<u8> {
        if !self.month_outlines.may_have(word) {
            return None;
        }
        self.months.get(&*folded(word)).copied()
    }

    /// As [`Lexicon::month`], of a token.
    pub(crate) fn month_at(&self, text: &str, token: &Token) -> Option<u8> {
        let may = token.kind == TokenKind::Word && self.month_outlines.may_have_one(token.outline);
        may.then(|| self.months.get(&*folded(token.text(text))).copied()).flatten()
    }

    /// Whether a word may stand between the parts of a date ("25th *of* July").
    #[must_use]
    pub fn is_date_word(&self, word: &str) -> bool {
        self.date_words.contains(&*folded(word))
    }

    /// Whether it is the ending of a written ordinal ("25*th*").
    #[must_use]
    pub fn is_ordinal(&self, word: &str) -> bool {
        self.ordinals.contains(&*folded(word))
    }

    /// Whether it joins the last two of a list.
    #[must_use]
    pub fn is_and(&self, word: &str) -> bool {
        // "E." is an initial, "e" joins two names in Portuguese.
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        !initial && self.and.contains(&*folded(word))
    }

    /// Whether no sentence can end with this word.
    #[must_use]
    pub fn is_open_word(&self, word: &str) -> bool {
        self.open_words.contains(&*folded(word))
    }

    /// Whether a full stop after this word ends no sentence. The word may hold full stops (`e.g`).
    #[must_use]
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(&*folded(word))
    }

    /// Whether an abbreviation is also one that sentences end with: `Inc.`, `U.S.`, `etc.`.
    #[must_use]
    pub fn may_close(&self, word: &str) -> bool {
        self.is(WordClass::ClosingAbbreviations, word) || self.is(WordClass::RarelyClosing, word)
    }

    /// Whether a heading opens a list of notes.
    #[must_use]
    pub fn is_notes_heading(&self, heading: &str) -> bool {
        self.notes_headings.contains(&plain_heading(heading))
    }

    /// Whether a heading opens a table of contents.
    #[must_use]
    pub fn is_contents_heading(&self, heading: &str) -> bool {
        self.contents_headings.contains(&plain_heading(heading))
    }
}

/// Without numbering and closing punctuation: "7. Endnotes:" is "endnotes".
fn plain_heading(heading: &str) -> String {
    fold(heading.trim_matches(|c: char| !c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Cue)]) {
        let tokens = tokens(text);
        let hits = lexicon().cues(text, &tokens);
        for (phrase, cue) in expected {
            let found =
                hits.iter().any(|hit| &text[hit.span.start..hit.span.end] == *phrase && hit.cues.has(*cue));
            assert!(found, "{phrase} in {text}: {hits:?}");
        }
    }

    #[test]
    fn finds_the_longest_phrase_whatever_its_case_and_accents() {
        check("See also: Smith", &[("See also", Cue::Signal)]);
        check("Voir aussi Dupont", &[("Voir aussi", Cue::Signal)]);
        check("disponible à l’adresse suivante : x", &[("disponible à l’adresse suivante", Cue::Available)]);
        check("Smith, op. cit., p. 4", &[("op. cit.", Cue::OpCit), ("p.", Cue::Page)]);
        check("The Sentry interview with a colonel", &[("interview", Cue::Interview), ("with", Cue::With)]);
    }

    #[test]
    fn knows_months_of_all_languages() {
        for (word, month) in [("July", 7), ("juillet", 7), ("août", 8), ("Sept", 9), ("Décembre", 12)] {
            assert_eq!(lexicon().month(word), Some(month), "{word}");
        }
    }

    #[test]
    fn knows_the_headings_of_notes() {
        assert!(lexicon().is_notes_heading("7. ENDNOTES:"));
        assert!(lexicon().is_notes_heading("Notes et références"));
        assert!(!lexicon().is_notes_heading("Notes on method"));
    }
}
