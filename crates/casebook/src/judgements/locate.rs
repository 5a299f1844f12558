//! Finds a passage again in a text that may have been read anew.

use reason::document::{CharacterIndex, Span};

use crate::ledger::Passage;

/// A quote of at least so many letters that occurs once is found by itself: shorter ones ("twelve", "the army") say
/// nothing about their place.
const TELLING: usize = 24;

/// A text without its white space, which readers differ in, and where each letter stands.
#[derive(Debug)]
pub(crate) struct Folded<'t> {
    text: &'t str,
    index: CharacterIndex,
    letters: String,
    /// Of every byte of `letters`: the byte of `text`.
    places: Vec<usize>,
}

impl<'t> Folded<'t> {
    /// Reads the text once.
    pub(crate) fn new(text: &'t str) -> Self {
        let mut letters = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len());
        for (at, letter) in text.char_indices().filter(|(_, letter)| !letter.is_whitespace()) {
            letters.push(letter);
            places.extend(at..at + letter.len_utf8());
        }
        Self { text, index: CharacterIndex::new(text), letters, places }
    }

    /// Of a stretch of letters: its place in the text.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.places[start], self.places[end - 1] + 1)
    }
}

/// One place where the quote stands.
struct Occurrence {
    span: Span,
    same_position: bool,
    before: bool,
    after: bool,
}

/// Where the passage stands; `None` where its words are gone, or stand in several places and nothing tells which.
pub(crate) fn locate(text: &Folded<'_>, passage: &Passage) -> Option<Span> {
    let quote = without_space(&passage.quote);
    if quote.is_empty() {
        return None;
    }
    let (before, after) = (without_space(&passage.prefix), without_space(&passage.suffix));
    let found: Vec<_> = text.letters.match_indices(&*quote).collect();
    let occurrences = found.iter().map(|(start, _)| {
        let end = start + quote.len();
        let span = text.span(*start, end);
        Occurrence {
            span,
            same_position: text.index.characters(text.text, span.start) as u64 == passage.start,
            before: text.letters[..*start].ends_with(&before),
            after: text.letters[end..].starts_with(&after),
        }
    });
    choose(&occurrences.collect::<Vec<_>>(), quote.chars().count())
}

/// From the surest sign to the least; a sign that several places bear tells nothing.
fn choose(occurrences: &[Occurrence], letters: usize) -> Option<Span> {
    let signs: [&dyn Fn(&Occurrence) -> bool; 5] = [
        &|place| place.same_position && place.before && place.after,
        &|place| place.before && place.after,
        &|place| place.same_position,
        &|place| place.before || place.after,
        &|_| letters >= TELLING,
    ];
    signs.into_iter().find_map(|sign| {
        let mut bearing = occurrences.iter().filter(|place| sign(place));
        let first = bearing.next()?;
        bearing.next().is_none().then_some(first.span)
    })
}

fn without_space(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgements::passage;

    /// The passage of `quote` in `old` is found at the text between brackets in `new`.
    #[track_caller]
    fn check(old: &str, quote: &str, new: &str) {
        let start = old.find(quote).expect("the quote");
        let passage = passage(old, Span::new(start, start + quote.len()));
        let expected = new.find('[').map(|open| Span::new(open, new.find(']').expect("closed") - 1));
        let text = new.replace(['[', ']'], "");
        assert_eq!(locate(&Folded::new(&text), &passage), expected, "{new}");
    }

    #[test]
    fn is_found_where_it_moved() {
        let old = "At Kessa, 12 miners were killed.";
        check(old, "12", "At Kessa, [12] miners were killed.");
        check(old, "12", "A new title\n\nAt Kessa, [12] miners were killed.");
        check(old, "12", "At Kessa,\n[12]  miners were\nkilled.");
        check(old, "12", "Twelve (12) men. At Kessa, [12] miners were killed.");
        check(old, "12 miners", "At Kessa, [12\nminers] were killed.");
    }

    #[test]
    fn is_found_by_one_side_or_by_itself() {
        let old = "At Kessa, 12 miners were killed by the Halden Front.";
        check(old, "12", "In the town, [12] miners were killed by the Halden Front.");
        check(old, "miners were killed by the Halden", "Elsewhere: [miners were killed by the Halden]s");
    }

    #[test]
    fn is_not_guessed() {
        let old = "At Kessa, 12 miners were killed.";
        check(old, "12", "Nothing of it is left.");
        check(old, "12", "Page 12. Some 12 others.");
        check(old, "12", "x At Kessa, 12 miners were killed. At Kessa, 12 miners were killed.");
    }
}
