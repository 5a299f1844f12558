//! What a language model of the user's own suggests: taken only where it quotes the text, and never its numbers.
//!
//! A model is asked for claims in one passage. Of its answer only spans are used: the quote, and within the quote the
//! number, the victims and so on, each of which must stand there verbatim. What the number says is read by
//! [`crate::quantities`], not taken from the model. The rest is dropped and counted.

mod answer;
mod prompt;

pub use answer::{Dropped, Suggestion, Taken, take};
pub use prompt::{INSTRUCTION, question};
