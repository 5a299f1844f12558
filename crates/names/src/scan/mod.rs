//! Listed names in running text.
//!
//! Every word of a text is looked up once, by its sound in Latin letters, so that cases ("Путина"), scripts and spellings meet. Where
//! it is the rarest word of a listed name, the words around it are asked for the rest: a person's in any order, a body's in that
//! of the list. A lawyer reads each occurrence, so that what is doubtful is left out, or told as weak:
//!
//! - a piece of a longer name is no occurrence;
//! - one word alone counts only where the text never writes it small and gives a sign that it is a name (a capital within a sentence, where
//!   not all nouns have one; quotation marks), where it is no month or day, and no other listed names share it;
//! - a weak alias, an abbreviation, a given name alone count only where the text has a better name of the same entry.

mod around;
mod endings;
mod find;
mod keep;
mod listed;
mod lone;
mod met;
mod names;
mod near;
mod occurrence;
#[cfg(test)]
mod tests;
mod tokens;
mod unspaced;
mod word;

pub use find::Scanning;
pub use listed::ListedName;
pub use names::Names;
pub use occurrence::{Occurrence, Order, Strength};
pub use word::Likeness;
