//! Which script a name is in, and how it is written in Latin letters.
//!
//! One name has several Latin forms: `Юрий` is Yuriy, Yury, Iurii, Juri, Youri. [`latin`] gives the few that lists and
//! passports use most, best first; [`sounds`] maps the spellings of one sound to one key, so that the rest meet there.
//! Scripts that write no short vowels (Arabic, Hebrew) are read with tables of usual names; what is not in a table is given as
//! its consonants and long vowels, and meets its Latin spelling in [`Closeness::Consonants`].

mod arabic;
mod armenian;
mod burmese;
mod clean;
mod cyrillic;
mod diacritics;
mod ethiopic;
mod forms;
mod georgian;
mod greek;
mod han;
mod hangul;
mod hebrew;
mod indic;
mod kana;
mod khmer;
mod lao;
mod latin;
mod lookalikes;
mod romaji;
mod script;
mod sinhala;
mod sounds;
mod syllables;
#[cfg(test)]
mod tests;
mod thai;
mod usual;

pub(crate) use han::japanese;
pub(crate) use latin::latin_of_folded;
pub use latin::{folded, latin};
pub(crate) use romaji::are_one_in_kana;
pub use script::{Script, runs, script_of};
pub use sounds::{Closeness, sounds};
pub(crate) use sounds::{loose_sounds, sounds_in, with_vowels_merged};
pub(crate) use syllables::{are_north_and_south, is_one_syllable};
pub use syllables::{are_one_syllable, is_of_syllables};
