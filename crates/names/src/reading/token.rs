//! A word of a name, and what it does there.

/// What a word does in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Role {
    /// A word that tells who is meant; of a person, which part of the name it is cannot be said.
    Name,
    /// A given name, told apart by whoever wrote it or by its place.
    Given,
    /// A family name, told apart by whoever wrote it, by its place or by capitals.
    Family,
    /// A name made of the father's.
    Patronymic,
    /// One letter that stands for a name.
    Initial,
    /// A small word within a name: bin, van, de, al-, of.
    Particle,
    /// Mr, Doctor, General.
    Title,
    /// Younger and elder of one name: Jr., fils.
    Generation,
    /// What kind of legal person an organisation is: LLC, OOO.
    LegalForm,
    /// A word of which names of organisations are made, with the concept that it stands for: bank, mining.
    OrgWord,
    /// A number, in whatever way it is written.
    Number,
}

/// A word of a name, read: small and copied freely; its letters lie in the [`super::Read`] that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it does.
    pub role: Role,
    /// See the constants of [`flags`].
    pub flags: u8,
    /// How much it tells of who is meant, in hundredths: 100 for a rare name, near 0 for `company`.
    pub telling: u8,
    /// What [`Role::Number`], [`Role::LegalForm`], [`Role::OrgWord`], [`Role::Generation`], abu and umm stand for in
    /// every language: equal where they mean the same. 0 for other words. Holds for one build of this crate.
    pub meaning: u32,
    /// Given names of which it is a form, with how; 0 where there are fewer. Holds for one build of this crate.
    pub given: [u16; 2],
    /// Where its letters begin: small ASCII letters and digits.
    pub letters: u16,
    /// How many letters.
    pub letters_len: u8,
    /// Where its sound begins, a key of [`super::sound`].
    pub sound: u16,
    /// How many bytes its sound has.
    pub sound_len: u8,
    /// Which letters occur in its sound, a bit each: what cannot be close is told from this alone.
    pub mask: u32,
    /// Where it stands in the name as written, in bytes.
    pub written: u16,
    /// How many bytes of the name as written.
    pub written_len: u16,
}

impl Token {
    /// Whether it is made of one or two signs of Han or Hangul.
    pub(crate) const fn is_of_signs(&self) -> bool {
        self.flags & (flags::NAME_SYLLABLES | flags::SYLLABLES) == flags::NAME_SYLLABLES | flags::SYLLABLES
    }

    /// Whether it is made of syllables, in signs or in Latin letters.
    pub(crate) const fn is_of_syllables(&self) -> bool {
        self.flags & flags::NAME_SYLLABLES != 0
    }
}

/// What is to be known of a word besides its role.
pub mod flags {
    /// Written together with the next word, or joined to it by a hyphen or apostrophe.
    pub const JOINED: u8 = 1;
    /// Letters of another script stood among its letters, and were read as those that they look like.
    pub const LOOKALIKES: u8 = 2;
    /// From a script that writes no short vowels.
    pub const NO_VOWELS: u8 = 4;
    /// From a script in which one character is a whole syllable: another character is another name.
    pub const SYLLABLES: u8 = 8;
    /// One or two syllables of Han, Hangul or Vietnamese, of which every sound counts: signs where [`SYLLABLES`] stands beside it, else
    /// Latin letters.
    pub const NAME_SYLLABLES: u8 = 128;
    /// Known as a given name.
    pub const GIVEN: u8 = 16;
    /// Written in another script than Latin.
    pub const OTHER_SCRIPT: u8 = 64;
    /// One of its fathers': it stands behind bin, ibn, bint.
    pub const FATHER: u8 = 32;
}
