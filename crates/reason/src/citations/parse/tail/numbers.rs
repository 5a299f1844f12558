//! Numbers that name a work: dockets, symbols, volume and page of a law journal.

use crate::document::Span;
use crate::languages::{WordClass, lexicon};

/// `54 Yale J. Int’l L. 201`: a journal between its volume and its page.
pub(in crate::citations::parse) fn reporter(text: &str) -> Option<Span> {
    let (volume, rest) = text.split_once(' ')?;
    let (name, page) = rest.rsplit_once(' ')?;
    let number = |word: &str| word.len() <= 4 && is_number(word);
    let abbreviated =
        name.starts_with(char::is_uppercase) && (name.contains('.') || name.split(' ').count() >= 2);
    (number(volume) && number(page) && abbreviated)
        .then(|| Span::new(volume.len() + 1, volume.len() + 1 + name.len()))
}

/// `Criminal Case No. 14 of 2019`, `L.N. 44 of 2018`: the year belongs to the number.
pub(super) fn is_docket(text: &str) -> bool {
    let mut words = text.rsplit(' ');
    let year = words.next().is_some_and(|word| word.len() == 4 && is_number(word));
    let of = words.next().is_some_and(|word| lexicon().is(WordClass::Of, word));
    let number = words.next().is_some_and(is_number);
    let marked = || {
        text.split_whitespace().any(|word| {
            lexicon().is(WordClass::NumberMarks, word)
                || lexicon().is(WordClass::DocketWords, word)
                || word.ends_with("N.")
        })
    };
    year && of && number && marked()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "UN Doc.", "Index": says no more than the symbol beside it.
pub(super) fn is_symbol_word(text: &str) -> bool {
    lexicon().is(WordClass::SymbolWords, text.trim_matches(|c: char| !c.is_alphanumeric()))
}
