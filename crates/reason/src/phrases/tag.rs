use crate::document::Span;
use crate::prose::Sentence;
use crate::quantities::{NumberForm, Unit};
use crate::text::{Token, TokenKind};

use super::language::{Tongue, tongues};

/// What a token is, as far as closed-class words, endings and its neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// `the`, `their`, `les`.
    Determiner,
    /// A figure or number word, with its comparator ("at least 12" is three of them).
    Number,
    /// `he`, `ils`.
    Pronoun,
    /// `in`, `by`, `par`.
    Preposition,
    /// `of`; `de`, `du`, `des`, `d’`.
    Of,
    /// `and`, `or`.
    Coordinator,
    /// `that`, `but`, `while`.
    Subordinator,
    /// `who`, `qui`.
    Relative,
    /// Forms of "to be".
    Be,
    /// Forms of "to have".
    Have,
    /// `could`, `did`, `peut`.
    Modal,
    /// `not`, `ne`.
    Negation,
    /// `reportedly`, `également`.
    Adverb,
    /// A finite verb or irregular participle.
    Verb,
    /// `wounded`, `tués`: behind a noun a verb, before one an adjective.
    Participle,
    /// `killing`, `faisant`.
    Gerund,
    /// An adjective that is told by its word: `armed`.
    Adjective,
    /// An adjective that stands before its noun where most stand behind: `anciens`.
    Before,
    /// A word with a capital that does not begin the sentence, or part of a name that was found before.
    Name,
    /// Any other word.
    Noun,
    /// `'s`.
    Genitive,
    /// A hyphen, apostrophe, stroke or full stop within a word.
    Glue,
    /// Part of a date; months and days of the week.
    Date,
    /// `,`
    Comma,
    /// `;`, `:`, or a dash that parts clauses.
    Break,
    /// A quotation mark.
    Quote,
    /// `(`, `[`.
    Open,
    /// `)`, `]`.
    Close,
    /// Anything else.
    Other,
}

/// Sentences are cut off here for phrases: longer ones are lists and tables that lost their lines, and what one
/// sentence costs stays bounded.
pub const MOST_TOKENS: usize = 3_000;

/// How many words are looked at to tell the language of a sentence.
const TELLING_WORDS: usize = 60;

/// The language of a sentence: the one that the most of its first words tell of; where they tell little, that of its
/// document, given as its code.
pub(super) fn tongue_of(sentence: &Sentence, document: Option<&str>) -> &'static Tongue {
    let tongues = tongues();
    let weights = sentence.kept.weights.get_or_init(|| weights(sentence));
    let of_document = |tongue: &Tongue| document.is_some_and(|code| code.starts_with(tongue.code.as_str()));
    let score = |index: usize| weights[index] + 2 * usize::from(of_document(&tongues[index]));
    let best = (0..tongues.len()).max_by_key(|index| (score(*index), std::cmp::Reverse(*index)));
    &tongues[best.unwrap_or(0)]
}

/// How much the first words of a sentence tell of each language.
fn weights(sentence: &Sentence) -> Vec<usize> {
    let mut weights = vec![0; tongues().len()];
    let mut small = String::new();
    for token in sentence.tokens.iter().take(TELLING_WORDS).filter(|token| token.kind == TokenKind::Word) {
        lower(token.text(&sentence.text), &mut small);
        for (weight, tongue) in weights.iter_mut().zip(tongues()) {
            *weight += tongue.weight(&small, token.outline);
        }
    }
    weights
}

/// Small letters, accents kept.
pub(super) fn lower(word: &str, into: &mut String) {
    into.clear();
    if word.is_ascii() {
        into.push_str(word);
        into.make_ascii_lowercase();
    } else {
        word.chars().flat_map(char::to_lowercase).for_each(|c| into.push(c));
    }
}

/// Tags the first [`MOST_TOKENS`] tokens.
pub(super) fn tags(sentence: &Sentence, tongue: &Tongue) -> Vec<Tag> {
    let count = sentence.tokens.len().min(MOST_TOKENS);
    let tokens = &sentence.tokens[..count];
    let mut tags = Vec::with_capacity(count);
    let mut small = String::new();
    let mut quotes = 0usize;
    for (at, token) in tokens.iter().enumerate() {
        let tag = match token.kind {
            TokenKind::Number => Tag::Number,
            TokenKind::Mark(mark) => self::mark(sentence, tokens, at, mark, &mut quotes),
            TokenKind::Word => word(sentence, tokens, at, tongue, &mut small),
        };
        tags.push(tag);
    }
    glue(sentence, tokens, &mut tags);
    spans(sentence, tokens, &mut tags);
    settle(&mut tags, tongue);
    plural_verbs(sentence, &mut tags, tongue);
    tags
}

fn mark(sentence: &Sentence, tokens: &[Token], at: usize, mark: char, quotes: &mut usize) -> Tag {
    let next = tokens.get(at + 1);
    let unspaced = next.is_some_and(|next| !next.spaced);
    let within = !tokens[at].spaced && unspaced && at > 0;
    let text = &sentence.text;
    match mark {
        ',' => Tag::Comma,
        ';' => Tag::Break,
        ':' if within => Tag::Glue,
        ':' => Tag::Break,
        '\'' if within => Tag::Glue,
        // "the soldiers' bodies", as long as no single quotation mark is open.
        '\'' if !tokens[at].spaced
            && at > 0
            && *quotes == 0
            && ends_in_s(tokens[at - 1].text(text))
            && next.is_some() =>
        {
            Tag::Genitive
        }
        '\'' => {
            *quotes = usize::from(*quotes == 0 && tokens[at].spaced);
            Tag::Quote
        }
        '"' | '«' | '»' | '‹' | '›' => Tag::Quote,
        '-' if tokens[at].text(text) == "—" => Tag::Break,
        '-' if within => Tag::Glue,
        '-' => Tag::Break,
        '/' if within => Tag::Glue,
        '.' | '…' if next.is_some() && !tokens[at].spaced && at > 0 => Tag::Glue,
        '&' => Tag::Coordinator,
        '(' | '[' => Tag::Open,
        ')' | ']' => Tag::Close,
        _ => Tag::Other,
    }
}

fn ends_in_s(word: &str) -> bool {
    word.ends_with(['s', 'S'])
}

fn word(sentence: &Sentence, tokens: &[Token], at: usize, tongue: &Tongue, small: &mut String) -> Tag {
    let text = tokens[at].text(&sentence.text);
    lower(text, small);
    let capital = text.starts_with(char::is_uppercase);
    let shouted = capital && text.chars().count() > 1 && !text.contains(char::is_lowercase);
    let first = begins(tokens, at);
    if small == "s" && at > 1 && tokens[at - 1].is('\'') && !tokens[at].spaced && !tokens[at - 1].spaced {
        return Tag::Genitive;
    }
    match tongue.tag(small, tokens[at].outline) {
        None if capital && !first => Tag::Name,
        None => Tag::Noun,
        Some(
            Tag::Verb
            | Tag::Participle
            | Tag::Gerund
            | Tag::Adverb
            | Tag::Adjective
            | Tag::Modal
            | Tag::Before,
        ) if capital && !first => Tag::Name,
        Some(_) if shouted && !first => Tag::Name,
        Some(tag) => tag,
    }
}

/// Whether a token begins a sentence or a quotation, where a capital says nothing.
fn begins(tokens: &[Token], at: usize) -> bool {
    tokens[..at]
        .iter()
        .rev()
        .take_while(|token| !matches!(token.kind, TokenKind::Word))
        .any(|token| matches!(token.kind, TokenKind::Mark('"' | '«' | ':')))
        || tokens[..at].iter().all(|token| token.kind != TokenKind::Word)
}

/// Words that a hyphen joins are one open-class word ("sous-préfecture", "take-over"), save a pronoun behind its verb
/// ("dit-il", "a-t-elle"); behind an apostrophe the word stays what it is ("l’armée").
fn glue(sentence: &Sentence, tokens: &[Token], tags: &mut [Tag]) {
    for at in 1..tags.len().saturating_sub(1) {
        if tags[at] != Tag::Glue || !matches!(tokens[at].kind, TokenKind::Mark('-' | '/')) {
            continue;
        }
        if matches!(tags[at + 1], Tag::Pronoun) {
            continue;
        }
        // The "t" of "a-t-elle" is nothing but sound.
        if tokens[at + 1].text(&sentence.text) == "t" && tags.get(at + 3) == Some(&Tag::Pronoun) {
            tags[at + 1] = Tag::Glue;
            continue;
        }
        for side in [at - 1, at + 1] {
            if !matches!(tags[side], Tag::Name | Tag::Number | Tag::Genitive) {
                tags[side] = Tag::Noun;
            }
        }
    }
}

/// Numbers and dates that were found before.
fn spans(sentence: &Sentence, tokens: &[Token], tags: &mut [Tag]) {
    let counts = sentence
        .quantities
        .iter()
        .filter(|quantity| quantity.unit == Unit::Count && quantity.form != NumberForm::Article);
    for quantity in counts {
        set(tokens, tags, quantity.span, Tag::Number);
    }
    for date in &sentence.dates {
        set(tokens, tags, date.span, Tag::Date);
    }
}

fn set(tokens: &[Token], tags: &mut [Tag], span: Span, tag: Tag) {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    for at in first..tags.len() {
        if tokens[at].span.end > span.end {
            break;
        }
        tags[at] = tag;
    }
}

/// What only the neighbours tell: behind a determiner or number a "verb" is a noun ("the claims", "deux morts"); behind a
/// preposition, too ("in attacks").
fn settle(tags: &mut [Tag], tongue: &Tongue) {
    for at in 1..tags.len() {
        if tags[at] != Tag::Verb {
            continue;
        }
        let mut before = at - 1;
        while before > 0 && tags[before] == Tag::Glue {
            before -= 1;
        }
        let noun = match tags[before] {
            Tag::Determiner | Tag::Genitive | Tag::Adjective | Tag::Before => true,
            Tag::Number => tags.get(at + 1) != Some(&Tag::Number),
            Tag::Of => true,
            _ => false,
        };
        // "12 killed", "trois tués" stay verbs: they are told by their ending, which `Participle` keeps.
        if noun && !(tongue.code == "en" && tags[before] == Tag::Number) {
            tags[at] = Tag::Noun;
        }
    }
}

/// "des hommes encerclent": an open-class word in "-ent" behind a plural is a verb; as a noun it would be plural, too.
fn plural_verbs(sentence: &Sentence, tags: &mut [Tag], tongue: &Tongue) {
    if !tongue.head_first {
        return;
    }
    for at in 1..tags.len() {
        let word = |at: usize| sentence.tokens[at].text(&sentence.text);
        // "ont été blessés": what else is a noun is a participle behind its auxiliary.
        if tags[at] == Tag::Noun
            && matches!(tags[at - 1], Tag::Be | Tag::Have | Tag::Adverb)
            && ["é", "és", "ée", "ées"].iter().any(|ending| word(at).ends_with(ending))
        {
            tags[at] = Tag::Participle;
        }
        if tags[at] == Tag::Noun
            && matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Adjective)
            && word(at).ends_with("ent")
            && word(at - 1).ends_with(['s', 'x'])
        {
            tags[at] = Tag::Verb;
        }
    }
}
