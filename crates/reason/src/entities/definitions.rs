//! Where a text equates two names: `Full Name (ABBR)`, `X, also known as Y`, `ci-après « la Société »`.

use super::EntityKind;
use super::candidate::Candidate;
use super::expansions;
use super::find::Finder;
use super::lexicon::{Equation, lexicon};
use crate::document::Span;
use crate::text::{TokenKind, fold, fold_words, folded};

/// Two candidates that the text says are one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// Index of the name.
    pub name: usize,
    /// Index of its other name.
    pub other: usize,
}

/// An abbreviation has no more letters.
pub(super) const LONGEST_ABBREVIATION: usize = 14;
/// A phrase that equates has no more tokens: "également connue sous le nom de".
const LONGEST_PHRASE: usize = 10;

/// Finds what a sentence equates among the candidates from an index on.
pub(super) fn find(finder: &Finder<'_>, from: usize, found: &mut Vec<Candidate>, links: &mut Vec<Link>) {
    let tokens = &finder.sentence.tokens;
    if tokens.iter().any(|token| token.is('(')) {
        expansions::spell_out(finder, from, found);
    }
    if tokens.iter().any(|token| token.is('"') || token.is('«')) {
        quoted_names(finder, from, found);
    }
    let mut within: Option<usize> = None;
    for at in from + 1..found.len() {
        match gap(finder, &found[at - 1], &found[at]) {
            Gap::Opens => {
                within = is_definition(finder, found, at - 1, at).then_some(at - 1);
                links.extend(within.map(|name| Link { name, other: at }));
            }
            Gap::Within => links.extend(inside(finder, from, found, at, within)),
            Gap::Equates => links.push(Link { name: at - 1, other: at }),
            Gap::None => {}
        }
    }
}

/// A further name in brackets: of the name before them, or of the one that the brackets begin with.
fn inside(
    finder: &Finder<'_>,
    from: usize,
    found: &[Candidate],
    at: usize,
    within: Option<usize>,
) -> Vec<Link> {
    if let Some(name) = within {
        return vec![Link { name, other: at }];
    }
    let outer = at >= from + 2 && matches!(gap(finder, &found[at - 2], &found[at - 1]), Gap::Opens);
    if outer && is_definition(finder, found, at - 2, at) {
        return vec![Link { name: at - 2, other: at - 1 }, Link { name: at - 2, other: at }];
    }
    let own = abbreviates(&found[at].text, &found[at - 1].text);
    if own { vec![Link { name: at - 1, other: at }] } else { Vec::new() }
}

enum Gap {
    /// `(`: the second stands in brackets behind the first.
    Opens,
    /// `, or`: both stand in the same brackets.
    Within,
    /// "also known as".
    Equates,
    /// Nothing that equates.
    None,
}

fn gap(finder: &Finder<'_>, one: &Candidate, next: &Candidate) -> Gap {
    let Some(tokens) = finder.sentence.tokens.get(one.last + 1..next.first) else { return Gap::None };
    if tokens.is_empty() {
        // "Kessan intelligence agency KIA".
        let called = one.country.is_some()
            && next.abbreviation
            && !finder.sentence.text[..next.span.start - finder.sentence.span.start].ends_with(['-', '\'']);
        return if called { Gap::Equates } else { Gap::None };
    }
    if tokens.len() > LONGEST_PHRASE {
        return Gap::None;
    }
    let mut spoken = tokens.iter().filter(|token| !matches!(token.kind, TokenKind::Mark(_)));
    if let Some(first) = spoken.next().map(|token| folded(token.text(&finder.sentence.text)))
        && !lexicon().begins_equation(&first)
        && !is_article(&first)
    {
        // Most gaps: what begins with another word equates nothing.
        return Gap::None;
    }
    let opens = tokens.iter().position(|token| token.is('('));
    let closes = tokens.iter().any(|token| token.is(')'));
    let quoted = tokens.last().is_some_and(|token| token.is('"') || token.is('«'));
    let words: Vec<String> = tokens
        .iter()
        .filter(|token| !matches!(token.kind, TokenKind::Mark(_)))
        .map(|token| fold(token.text(&finder.sentence.text)))
        .collect();
    let phrase = words.join(" ");
    let equation = lexicon().equation(&phrase);
    // "Ben Kessoura (alias « Kes »)": whatever kind of name it is.
    if opens == Some(0)
        && !closes
        && matches!(equation, Some(Equation::Anywhere))
        && one.last + 1 < next.first
    {
        return Gap::Equates;
    }
    if opens.is_some() && !closes {
        // The possessive ending of the name aside, only a phrase may stand there.
        return if phrase.is_empty() || equation.is_some() || is_article(&phrase) {
            Gap::Opens
        } else {
            Gap::None
        };
    }
    match equation {
        Some(Equation::Anywhere) if !closes => Gap::Equates,
        Some(Equation::Within) if !closes && abbreviates(&next.text, &one.text) => Gap::Equates,
        Some(Equation::Within) if !closes && (quoted || is_bracketed(finder, next)) => {
            if quoted && !is_bracketed(finder, next) { Gap::Equates } else { Gap::Within }
        }
        // "the military intelligence service, the GRU,"
        None if is_article(&phrase)
            && tokens.len() == 2
            && tokens[0].is(',')
            && one.country.is_some()
            && next.abbreviation =>
        {
            Gap::Equates
        }
        None if phrase.is_empty()
            && !closes
            && is_bracketed(finder, next)
            && tokens.iter().all(|token| token.is(',') || token.is(';') || token.is('/')) =>
        {
            Gap::Within
        }
        _ => Gap::None,
    }
}

fn is_article(phrase: &str) -> bool {
    !phrase.is_empty()
        && phrase.split(' ').all(|word| lexicon().roles(word).has(super::lexicon::Role::Article))
}

/// A closing bracket comes before another opens, soon behind it.
fn is_bracketed(finder: &Finder<'_>, candidate: &Candidate) -> bool {
    let mut ahead = finder.sentence.tokens[candidate.last + 1..].iter().take(LONGEST_PHRASE);
    ahead.find(|token| token.is('(') || token.is(')')).is_some_and(|token| token.is(')'))
}

/// Whether what stands in brackets behind a name is the same under another name.
fn is_definition(finder: &Finder<'_>, found: &[Candidate], name: usize, other: usize) -> bool {
    let (full, short) = (&found[name], &found[other]);
    let place = |candidate: &Candidate| candidate.all().best() == Some(EntityKind::Place);
    if abbreviates(&short.text, &full.text) || abbreviates(&full.text, &short.text) {
        return true;
    }
    if !finder.sentence.tokens.get(short.last + 1).is_some_and(|token| {
        token.is(')') || token.is(',') || token.is(';') || token.is('"') || token.is('»') || token.is('.')
    }) {
        return false;
    }
    let words = |candidate: &Candidate| candidate.key.split(' ').count();
    if place(full) || place(short) || full.all().best() == Some(EntityKind::Person) {
        return false;
    }
    if is_abbreviation(&short.text) {
        return words(full) >= 2 && !finder.gazetteer.of_folded(&short.key).any(|_| true);
    }
    // A translation: both long, and an abbreviation often follows.
    words(full) >= 3 && words(short) >= 3
}

/// Two capitals at least, and short.
pub(super) fn is_abbreviation(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    capitals >= 2 && capitals > small && !text.contains(' ') && text.chars().count() <= LONGEST_ABBREVIATION
}

/// Whether the letters of an abbreviation are those of the words of a name, in order, each word's first before its others.
pub(super) fn abbreviates(short: &str, full: &str) -> bool {
    // "FRK-Kessa" of the "Front for Riverbend and Kessa": the letters before its own word.
    if let Some((letters, word)) = short.split_once('-')
        && letters.len() > 1
        && letters.chars().all(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
    {
        return abbreviates(letters, full);
    }
    if !is_abbreviation(short) || !full.contains(' ') {
        return false;
    }
    let letters: Vec<char> = fold(short).chars().filter(|c| c.is_alphabetic()).collect();
    let full = fold_words(full);
    let words: Vec<&str> = full.split(' ').collect();
    fits(&letters, &words)
}

/// Letters are taken from the words in order: of each word a beginning, or nothing.
fn fits(letters: &[char], words: &[&str]) -> bool {
    // reached[i]: the first i letters are used up by the words so far.
    let mut reached = vec![false; letters.len() + 1];
    reached[0] = true;
    for (number, word) in words.iter().enumerate() {
        let mut next = if number == 0 { vec![false; letters.len() + 1] } else { reached.clone() };
        for from in (0..letters.len()).filter(|from| reached[*from]) {
            for (taken, c) in word.chars().enumerate() {
                if letters.get(from + taken) != Some(&c) || taken > 3 {
                    break;
                }
                next[from + taken + 1] = true;
            }
        }
        reached = next;
    }
    reached[letters.len()]
}

/// `hereinafter "the Company"`, `or “Higgo”`: a name in quotation marks behind a phrase that equates.
fn quoted_names(finder: &Finder<'_>, from: usize, found: &mut Vec<Candidate>) {
    let tokens = &finder.sentence.tokens;
    let mut added = Vec::new();
    // Only as far as units were cut.
    let end = finder.units.last().map_or(0, |unit| unit.last + 1).min(tokens.len());
    for open in 1..end.saturating_sub(2) {
        if !(tokens[open].is('"') || tokens[open].is('«')) {
            continue;
        }
        let close =
            (open + 2..tokens.len().min(open + 8)).find(|at| tokens[*at].is('"') || tokens[*at].is('»'));
        let Some(close) = close else { continue };
        if !phrase_before(finder, open) {
            continue;
        }
        let mut last = close - 1;
        while last > open + 1 && matches!(tokens[last].kind, TokenKind::Mark(_)) {
            last -= 1;
        }
        let taken = found[from..].iter().any(|one| one.first <= last && one.last > open);
        if !taken && matches!(tokens[open + 1].kind, TokenKind::Word) {
            added.push((open + 1, last));
        }
    }
    for (first, last) in added {
        let span = Span::new(tokens[first].span.start, tokens[last].span.end);
        let text = finder.text(span).to_owned();
        let at = from + found[from..].iter().take_while(|one| one.first < first).count();
        found.insert(
            at,
            Candidate::named(finder.sentence.block, (first, last), finder.sentence.place(span), &text),
        );
    }
}

/// Whether an equating phrase ends before a token.
fn phrase_before(finder: &Finder<'_>, open: usize) -> bool {
    let tokens = &finder.sentence.tokens;
    let mut phrase = String::new();
    for token in tokens[..open].iter().rev().take(LONGEST_PHRASE) {
        if matches!(token.kind, TokenKind::Mark(_)) {
            // "a.k.a."
            let dotted = token.is('.') && phrase.split(' ').all(|word| word.len() == 1);
            if phrase.is_empty() || token.is('-') || dotted {
                continue;
            }
            break;
        }
        let word = fold(token.text(&finder.sentence.text));
        phrase = if phrase.is_empty() { word } else { format!("{word} {phrase}") };
        if lexicon().equation(&phrase).is_some() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_take_their_letters_from_the_words_in_order() {
        for (short, full, expected) in [
            ("KRA", "Kessa Rangers Association", true),
            ("FAMA", "Forces Armées Maliennes", true),
            ("CNT", "Conseil national de la transition", true),
            ("MoD", "Ministry of Defence", true),
            ("KRA", "Riverbend Quay Company", false),
            ("FRK-Dolo", "Front de redressement du Kessa", true),
            ("FRK-Dolo", "Parti du Riverbend", false),
            ("Kess-Dolo", "Kessa Dolo", false),
            ("RQ", "Kessa Riverbend Quay", false),
            ("Kessa", "Kessa Rangers", false),
        ] {
            assert_eq!(abbreviates(short, full), expected, "{short} {full}");
        }
    }
}
