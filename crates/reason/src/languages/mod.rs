//! What the languages of reports call things: months, "see also", "interview with", "ibid.". One data file each, in
//! `languages/`; all of them are known at once, since a report cites in several.

mod cues;
mod file;
mod lexicon;
mod senses;
mod word_lists;
mod words;

pub use cues::{Cue, CueSet};
pub use lexicon::{CueHit, Lexicon, lexicon};
pub use senses::{Sense, SenseHit, SenseSet};
pub use words::WordClass;
