//! Sentence patterns as the language files of ties, designations and replies write them: words, classes of words and slots
//! for noun phrases, found from the word that gives each pattern away.
//!
//! A pattern is a line such as `<who> [not] @[reply] (to ..)? [request]`:
//!
//! - `word`: that word, whatever its case and accents; `,` and other marks likewise;
//! - `[class]`: a phrase of that class of the same file;
//! - `<slot>`: a noun phrase, or a list of several;
//! - `(a b|c)`: one of these; `x?`: perhaps; `x*`: any number of them;
//! - `..`: up to ten tokens of the clause; `...`: up to 24, commas among them;
//! - `^`, `$`: the start and the end of the sentence, `$` also before a comma or the like;
//! - adverbs that deny nothing and days ("also", "on 3 May") may stand between any two of these;
//! - `@`: before the word or class from which it is found. Exactly one, and outside brackets.

mod book;
mod headings;
mod idle;
mod lists;
mod look;
mod matcher;
mod nouns;
mod prints;
mod syntax;
#[cfg(test)]
mod trial;
mod view;

pub(crate) use book::{Book, Found};
pub(crate) use headings::{heading, number_length};
pub(crate) use lists::{Phrase, phrase_from};
pub(crate) use look::Look;
pub(crate) use nouns::{core_before, core_from, is_named};
pub(crate) use view::{Sort, Tongue, Tongues, View};
