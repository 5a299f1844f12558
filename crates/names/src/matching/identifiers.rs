//! Numbers and codes, as they are compared.

use super::prepared::Range;
use crate::words::imo_number_in;

/// How a code is given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Holds {
    /// One to a party for as long as it is there: another one is another party.
    One,
    /// To one party only, but a party may have several: passports, accounts, numbers of registers of several countries.
    Several,
}

/// A code of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// Which property, in the party's text.
    pub property: Range,
    /// As written, in the party's text.
    pub written: Range,
    pub holds: Holds,
    /// Of its letters and digits.
    pub value: u64,
}

/// How the code of a `FollowTheMoney` property is given out: by the registers' own rules.
pub(super) fn holds(property: &str) -> Holds {
    match property {
        "imoNumber" | "leiCode" | "innCode" | "ogrnCode" | "dunsCode" | "serialNumber" | "uniqueEntityId"
        | "npiCode" | "wikidataId" => Holds::One,
        _ => Holds::Several,
    }
}

/// Letters and digits alone, in small letters, as one number (FNV-1a). None under four of them: too many have those. `IMO` before the
/// digits of a ship's number says nothing.
pub(super) fn value(text: &str) -> Option<u64> {
    let text = imo_number_in(text).unwrap_or(text);
    let letters = || text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    let hash = letters().fold(0xcbf2_9ce4_8422_2325_u64, |hash, letter| {
        (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3)
    });
    (letters().count() >= 4).then_some(hash)
}
