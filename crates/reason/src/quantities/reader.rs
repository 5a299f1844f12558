use std::borrow::Cow;
use std::cell::OnceCell;

use crate::document::Span;
use crate::text::{LONGEST_PLAIN, PhraseTable as Phrases, Token, TokenKind, plain_key, token_key};

use super::vocabulary::{Joint, Languages, NumberWord, Table, Vocabulary, vocabulary};

/// A text under the eyes of the grammar of numbers.
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub words: &'static Vocabulary,
    language: OnceCell<Languages>,
}

/// So many tokens tell the language of a text; a paragraph of 5 MB is not read for it.
const ENOUGH_FOR_LANGUAGE: usize = 200;

impl<'t> Reader<'t> {
    pub fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self { text, tokens, words: vocabulary(), language: OnceCell::new() }
    }

    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub fn raw(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    pub fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// Whether white space stands before a token; a token past the end stands apart.
    pub fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    pub fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.tokens[first].span.start, self.tokens[end - 1].span.end)
    }

    /// What a token is known by.
    pub fn key(&self, at: usize) -> Cow<'t, str> {
        self.tokens.get(at).map_or(Cow::Borrowed(""), |token| token_key(self.text, token))
    }

    /// What a table says of the word at a token, with the languages that say so.
    pub fn look_up<T: Copy>(&self, table: &Table<T>, at: usize) -> Option<(T, Languages)> {
        let token = self.tokens.get(at)?;
        if token.kind != TokenKind::Word {
            return None;
        }
        let mut buffer = [0; LONGEST_PLAIN];
        match plain_key(token.text(self.text), &mut buffer) {
            Some(word) => self.meaning(table, word),
            None => self.meaning(table, &self.key(at)),
        }
    }

    fn meaning<T: Copy>(&self, table: &Table<T>, word: &str) -> Option<(T, Languages)> {
        let (meaning, languages) = *table.get(word)?;
        let languages = self.sure(word, languages);
        (languages != 0).then_some((meaning, languages))
    }

    /// A number word that goes on a number: what else it might mean is settled.
    pub fn further_number_word(&self, at: usize) -> Option<(NumberWord, Languages)> {
        let word = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word).map(|_| self.key(at))?;
        self.words.numbers.get(word.as_ref()).copied()
    }

    /// A number word. `UN` is an organisation.
    pub fn number_word(&self, at: usize) -> Option<(NumberWord, Languages)> {
        let found = self.look_up(&self.words.numbers, at)?;
        let word = self.raw(at);
        let initials = word.len() > 1 && word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        // "A." and "A-4" are initials and designations.
        let initial = word == "A" && at > 0 && !self.opens_text(at);
        (!initials && !initial).then_some(found)
    }

    fn opens_text(&self, at: usize) -> bool {
        matches!(self.kind(at - 1), Some(TokenKind::Mark(_))) && self.spaced(at + 1)
    }

    /// Of words that mean something else in another language, only the languages that the text is in.
    fn sure(&self, word: &str, languages: Languages) -> Languages {
        if let Some((_, unsure)) = self.words.unsure.get(word) {
            return languages & (!unsure | self.language());
        }
        match self.words.homely.get(word) {
            Some((_, homely)) if self.language() != 0 => languages & (!homely | self.language()),
            _ => languages,
        }
    }

    /// The language that most function words are of; of a text that has none, no language.
    pub fn language(&self) -> Languages {
        *self.language.get_or_init(|| {
            let mut votes = [0_u32; Languages::BITS as usize];
            for at in 0..self.tokens.len().min(ENOUGH_FOR_LANGUAGE) {
                if self.tokens[at].kind != TokenKind::Word || self.raw(at).len() > 6 {
                    continue;
                }
                if let Some((_, languages)) = self.words.function_words.get(self.key(at).as_ref()) {
                    (0..votes.len()).for_each(|bit| votes[bit] += u32::from(languages >> bit & 1));
                }
            }
            let most = votes.iter().copied().max().unwrap_or_default();
            let leading = (0..votes.len()).filter(|bit| votes[*bit] == most);
            if most == 0 { 0 } else { leading.fold(0, |languages, bit| languages | 1 << bit) }
        })
    }

    /// The decimal mark of the text's language, where one language leads.
    pub fn decimal_mark(&self) -> Option<char> {
        let language = self.language();
        (language.count_ones() == 1).then(|| self.words.decimal_marks[language.trailing_zeros() as usize])
    }

    /// How many tokens the small word at a token takes.
    pub fn joint(&self, joint: Joint, at: usize) -> Option<usize> {
        self.starting(self.words.joints.get(&joint)?, at).map(|(length, ())| length)
    }

    /// How many tokens the small word that ends before a token takes, none of them before `floor`.
    pub fn joint_before(&self, joint: Joint, at: usize, floor: usize) -> Option<usize> {
        self.ending(self.words.joints.get(&joint)?, at, floor).map(|(length, ())| length)
    }

    /// The longest phrase that begins at a token.
    pub fn starting<T: Copy>(&self, phrases: &Phrases<T>, at: usize) -> Option<(usize, T)> {
        phrases.starting(self.text, self.tokens, at)
    }

    /// The longest phrase that ends just before a token and does not begin before `floor`.
    pub fn ending<T: Copy>(&self, phrases: &Phrases<T>, at: usize, floor: usize) -> Option<(usize, T)> {
        phrases.ending(self.text, self.tokens, at, floor)
    }
}
