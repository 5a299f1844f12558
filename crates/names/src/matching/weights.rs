//! Every weight of a comparison, and how it came about.
//!
//! The words of two names that stand for one another share one point between them, by how much each tells. What speaks against is
//! then taken off. Each weight follows from what must hold at the [`super::THRESHOLD`] of 0.7: the sentence beside it. Where that leaves a
//! range, the value was chosen on one half of the labelled pairs and kept where the other half agreed; no weight is finer than it
//! can be told apart from its neighbours by those few hundred pairs (0.01 for what is left out, else 0.05).

/// Another name where one was to be expected. Of five names four agree and one is another: that is another person (Aiman Sabawi
/// Ibrahim Hasan al-Dulaimi is not al-Tikriti). 0.8 − 0.3 = 0.5.
pub(super) const OTHER_NAME: f32 = 0.30;
/// Another family name, told apart: decisive, whatever else agrees.
pub(super) const OTHER_FAMILY: f32 = 0.38;
/// Another father. Three names, two agree: 0.83 − 0.25 is under the cut-off.
pub(super) const OTHER_FATHER: f32 = 0.25;
/// Another initial. `A. Nazarbayev`, `Nursultan Nazarbayev`: 0.75 − 0.25.
pub(super) const OTHER_INITIAL: f32 = 0.30;

/// How many times what two names of bodies lose by their distance where nothing else of them tells: Bozkir and Bozkurt Petrol share their trade.
pub(super) const ONLY_NAME: f32 = 1.5;

/// What two close words lose by their distance, whatever they share: 0.07 at 0.2 (a letter of a long word), 0.24 at 0.4 (two letters
/// of seven), 0.5 at 0.6 (three letters). One name of two or of five that is three letters off is another name.
pub(super) fn distance(apart: f32) -> f32 {
    0.5 * (apart / 0.6).powf(1.8)
}

/// A father's name or an initial that one side leaves out contradicts nothing; 0.01, so that the fuller agreement comes first.
pub(super) const MISSING_FATHER: f32 = 0.01;
/// A name left out, where two others agree or more: Boris Johnson is Alexander Boris de Pfeffel Johnson (0.78 with two left out). The first
/// takes most: of 10,000 people on no list every tenth shares two names with somebody listed who has a third. Each further one takes more, so
/// that two names of six say as little as they do; beside three names that agree each takes the same.
pub(super) fn missing_name(further: usize, agreeing: usize) -> f32 {
    const FIRST: f32 = 0.12;
    const EACH: f32 = 0.05;
    match (agreeing > 2, further) {
        (false, 1) => FIRST,
        (false, _) => EACH * further as f32,
        (true, _) => EACH,
    }
}

/// A syllable more than a name of Han or Hangul has. Two others agree: 1 − 0.3 is at the cut-off, under it with one doubt more.
pub(super) const OTHER_SYLLABLE: f32 = 0.30;

/// Names left out where only one agrees: `Putin` may be Vladimir Putin (0.73), ...
pub(super) const MISSING_BESIDE_ONE: f32 = 0.26;
/// ... and each further one makes it less likely.
pub(super) const MISSING_FURTHER: f32 = 0.12;
/// A given name alone says little of who is meant: `Shamsuddin` is not Shamsuddin Mohammed Haqqani.
pub(super) const GIVEN_ALONE: f32 = 0.15;
/// Nothing but initials agree.
pub(super) const INITIALS_ALONE: f32 = 0.6;
/// One name agrees but for letters, and of another only the first is known.
pub(super) const INITIAL_BESIDE_LETTERS: f32 = 0.15;

/// Given name and family name exchanged, where it is told which is which: Friedrich Hans is not Hans Friedrich.
pub(super) const EXCHANGED: f32 = 0.35;
/// Ali Hassan, Hassan Ali: one's own name and the father's, neither of them a family's. Lists that begin with the family begin with either (1 − 0.27).
pub(super) const FATHER_BEHIND: f32 = 0.27;
/// Father and child exchanged: Abdullah bin Omar is not Omar bin Abdullah.
pub(super) const FATHER_EXCHANGED: f32 = 0.35;
/// Abu Ayman is not Umm Ayman.
pub(super) const OTHER_PARENT: f32 = 0.35;
/// Junior on one side, senior on the other.
pub(super) const OTHER_GENERATION: f32 = 0.35;
/// Junior on one side only.
pub(super) const MISSING_GENERATION: f32 = 0.03;

/// Another word of an organisation, or another name of one: BAE Systems is not BAE Industries (0.8 − 0.3).
pub(super) const OTHER_WORD: f32 = 0.30;
/// A word of organisations that tells less than this (`group`, `company`) is taken for another more easily.
pub(super) const TELLS_LITTLE: f32 = 0.05;
/// Another number: Brigade 5 is not Brigade 15.
pub(super) const OTHER_NUMBER: f32 = 0.35;
/// A number on one side only: Management Company 23 is not Management Company.
pub(super) const MISSING_NUMBER: f32 = 0.31;
/// What a word that is left out takes, times its part of all that is told: `faberlic`, Faberlic Europe (0.83), but not
/// `Management Company`, Westminster Management Company (0.45).
pub(super) const MISSING_WORD: f32 = 0.58;
/// Nothing agrees but the meaning of one word in two languages: Schwarz is not Negro (0.8), nor is Ocean Sea.
pub(super) const MEANING_ALONE: f32 = 0.2;
/// Limited company on one side, one with traded shares on the other: often two companies of one group, often a mistake of who
/// wrote it down; so it stays over the cut-off.
pub(super) const OTHER_FORM: f32 = 0.2;
/// A weak alias agrees: too common or too doubtful a name to go by, as its publisher says.
pub(super) const WEAK_ALIAS: f32 = 0.08;

/// The day of birth agrees: one in some 20,000 does by chance.
pub(super) const BIRTH_DAY: f32 = 0.08;
/// The year agrees: one in 50.
pub(super) const BIRTH_YEAR: f32 = 0.03;
/// Day and month exchanged, or one digit another: slips that lists are full of.
pub(super) const BIRTH_SLIP: f32 = 0.0;
/// One or two years apart: lists say "about" often.
pub(super) const BIRTH_NEAR: f32 = -0.05;
/// Another birth: two exact names are under the cut-off together with one more doubt, not by this alone twice over.
pub(super) const OTHER_BIRTH: f32 = -0.25;
/// A country agrees: half of what is compared does anyway.
pub(super) const COUNTRY: f32 = 0.02;
/// No country agrees: people have several, and lists leave out most.
pub(super) const OTHER_COUNTRY: f32 = -0.06;
/// Another gender: a slip of the list about as often as another person of that very name.
pub(super) const OTHER_GENDER: f32 = -0.15;
/// A number that only one party has.
pub(super) const IDENTIFIER: f32 = 0.75;
/// A number of which one party has only one is another: two ships of one name are two (1 − 0.35), as two numbered brigades are.
pub(super) const OTHER_IDENTIFIER: f32 = -0.35;
