//! Abbreviations in brackets, spelled out by the words before them: "le Front pour la foi et la justice (FFJ)". The letters tell
//! where the name begins, whatever small words it holds.

use super::candidate::Candidate;
use super::cues;
use super::definitions::{abbreviates, is_abbreviation};
use super::find::{Finder, HEADS};
use super::lexicon::Role;
use super::units::Shape;

/// No name that an abbreviation stands for has more words.
const LONGEST_FULL_NAME: usize = 14;

/// Sees to it that the name before each bracketed abbreviation is a candidate as a whole.
pub(super) fn spell_out(finder: &Finder<'_>, from: usize, found: &mut Vec<Candidate>) {
    for bracket in 1..finder.units.len() {
        let tokens = &finder.sentence.tokens;
        let (before, short) = (bracket - 1, &finder.units[bracket]);
        let opens = finder.units[before].last + 2 == short.first && tokens[short.first - 1].is('(');
        let text = finder.text(short.span);
        if !opens || !is_abbreviation(text) {
            continue;
        }
        let Some(first) = beginning(finder, before, text) else { continue };
        take(finder, (first, before), text, from, found);
    }
}

/// The unit with which the name begins that ends before the bracket: the nearest from which the letters fit, and which
/// opens a name or says what it is.
fn beginning(finder: &Finder<'_>, last: usize, short: &str) -> Option<usize> {
    let initial = crate::text::fold(short).chars().next()?;
    let mut first = last;
    for _ in 0..LONGEST_FULL_NAME {
        let unit = &finder.units[first];
        let starts = unit.folded.starts_with(initial) && !unit.any(&[Role::Of, Role::Article, Role::Stop]);
        let named = unit.is_capital() || unit.any(&HEADS);
        if starts && named && first < last {
            let full = finder.text(crate::document::Span::new(unit.span.start, finder.units[last].span.end));
            if abbreviates(short, full) {
                return Some(first);
            }
        }
        let dashed = first > 0
            && finder.units[first - 1].last + 2 == unit.first
            && finder.sentence.tokens[unit.first - 1].is('-');
        if !unit.glued && !dashed {
            return None;
        }
        first = first.checked_sub(1)?;
    }
    None
}

fn take(
    finder: &Finder<'_>,
    (first, last): (usize, usize),
    short: &str,
    from: usize,
    found: &mut Vec<Candidate>,
) {
    let (start, end) = (finder.units[first].first, finder.units[last].last);
    let inside = |one: &Candidate| one.first <= end && one.last >= start;
    // A candidate that already reaches from further left spells it out, too.
    let whole = found[from..].iter().any(|one| {
        inside(one)
            && one.first <= start
            && one.last >= finder.units[last].last.min(end)
            && abbreviates(short, &one.text)
    });
    let small = finder.units[first..=last].iter().all(|unit| unit.shape == Shape::Lower);
    if whole || (small && short.chars().count() < 3) {
        return;
    }
    let Some(mut made) = finder.bare(first, last, None) else { return };
    cues::within(finder, first, last, &mut made);
    cues::around(finder, first, last, &mut made);
    let at = from + found[from..].iter().take_while(|one| one.last < start).count();
    let until = at + found[at..].iter().take_while(|one| inside(one)).count();
    found.splice(at..until, [made]);
}
