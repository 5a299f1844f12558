//! Names of courts, parties, codes and gazettes, by the words and signs in them.

use std::sync::OnceLock;

use regex::Regex;

use crate::languages::{WordClass, lexicon};

/// What parts the parties of a case, in the reports of all countries.
const VERSUS: [&str; 5] = [" v. ", " v ", " vs. ", " c. ", " vs "];

/// What opens the name of a case without a second party, in common law.
const WITHOUT_PARTY: [&str; 3] = ["In re ", "Ex parte ", "Re "];

/// Where the sign stands that parts the parties of a case.
pub(super) fn versus(text: &str) -> Option<usize> {
    VERSUS.iter().filter_map(|sign| text.find(sign)).min()
}

pub(super) fn is_without_party(text: &str) -> bool {
    WITHOUT_PARTY.iter().any(|lead| text.starts_with(lead))
}

/// `Cour de cassation`, `BGH`.
pub(super) fn is_court(text: &str) -> bool {
    lexicon().mentions(WordClass::Courts, text)
}

/// Where laws are printed: `Journal officiel`.
pub(in crate::citations::parse) fn is_gazette(text: &str) -> bool {
    lexicon().mentions(WordClass::Gazettes, text)
}

/// `18 U.S.C. § 1956`, `31 C.F.R. pt. 544`, `Pub. L. No. 114-328`, as the Bluebook and OSCOLA have them.
pub(super) fn is_code(text: &str) -> bool {
    static CODE: OnceLock<Regex> = OnceLock::new();
    CODE.get_or_init(|| {
        Regex::new(concat!(
            r"^(?:H[CL] Deb\.? |Hansard|\d{1,3} (?:U\.S\.C|C\.F\.R|Fed\. Reg)\.?|Pub\. L\. No\.",
            r"|Exec\. Order|Executive Order|H\.R\.|S\. Res)"
        ))
        .expect("a tested pattern")
    })
    .is_match(text)
}

/// Bluebook: `Doe v. Roe, 550 U.S. 544 (2007)`; where the reporter begins, which is no part of the name.
pub(super) fn reporter_start(text: &str) -> Option<usize> {
    static REPORTER: OnceLock<Regex> = OnceLock::new();
    let reporter = REPORTER.get_or_init(|| {
        Regex::new(r",? (?:\d{1,4} [A-Z][A-Za-z.0-9 ]{0,16} \d{1,5}|\[\d{4}\] .*$)")
            .expect("a tested pattern")
    });
    reporter.find(text).map(|found| found.start())
}

/// Words of the longest name of a law.
const MOST_WORDS: usize = 24;

/// Bytes of the longest word that any name may hold in small letters.
const LONGEST_SMALL: usize = 4;

/// Few small words: a name, not a sentence.
pub(super) fn is_capitalised(text: &str) -> bool {
    let words = text.split_whitespace();
    let is_small = |word: &&str| {
        word.starts_with(char::is_lowercase)
            && word.len() > LONGEST_SMALL
            && !lexicon().is(WordClass::LawJoints, word)
    };
    let count = words.clone().count();
    count <= MOST_WORDS && words.filter(is_small).count() * 3 <= count
}
