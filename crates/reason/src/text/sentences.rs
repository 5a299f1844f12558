use crate::document::Span;
use crate::languages::lexicon;

use super::is_raised;

/// Cuts a paragraph into sentences. Each span takes in the quotes, brackets and note marks that close it, and no
/// white space at its ends.
///
/// A full stop ends no sentence after an abbreviation of any known language, after an initial, within a number, or
/// before a small letter.
///
/// ```
/// use reason::text::sentences;
/// let text = "Col. B. Diarra left.¹² He said “enough.” Nobody knew.";
/// let parts: Vec<_> = sentences(text).into_iter().map(|s| &text[s.start..s.end]).collect();
/// assert_eq!(parts, ["Col. B. Diarra left.¹²", "He said “enough.”", "Nobody knew."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = skip_space(text, 0);
    let mut at = start;
    while let Some(stop) = next_stop(text, at) {
        let end = closing_end(text, stop.end);
        let next = skip_space(text, end);
        if next >= text.len() {
            break;
        }
        if ends_sentence(text, start, &stop, end, next) {
            found.push(Span::new(start, end));
            start = next;
        }
        // A second line end before the next sentence is none of its stops.
        at = end.max(start);
    }
    let end = text.trim_end().len();
    if start < end {
        found.push(Span::new(start, end));
    }
    found
}

/// A run of stops: `.`, `?!`, `...`, `…`, or a line end that the author set.
struct Stop {
    start: usize,
    end: usize,
    mark: char,
}

fn next_stop(text: &str, from: usize) -> Option<Stop> {
    let (offset, mark) = text[from..]
        .char_indices()
        .find(|(_, c)| matches!(c, '.' | '!' | '?' | '…' | '。' | '؟' | '।' | '\n'))?;
    let start = from + offset;
    let run = text[start..].find(|c| !matches!(c, '.' | '!' | '?' | '…')).unwrap_or(text.len() - start);
    Some(Stop { start, end: start + run.max(mark.len_utf8()), mark })
}

/// Past closing quotes, brackets and note marks. A space before a raised mark (`end. ¹²`) is crossed, too.
fn closing_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut pending = from;
    for c in text[from..].chars() {
        let next = pending + c.len_utf8();
        match c {
            '"' | '\'' if end == pending => end = next,
            '”' | '’' | '»' | ')' | ']' | '*' | '†' | '‡' => end = next,
            ',' | '-' | '–' if end == pending && is_raised_before(text, pending) => {}
            _ if is_raised(c) => end = next,
            ' ' | '\u{a0}' | '\u{202f}' => {}
            // "killed.(3) The attackers": with a space before it, a bracket begins something else.
            '(' if pending == from => match bracketed_numbers(&text[pending..]) {
                Some(length) => return closing_end(text, pending + length),
                None => break,
            },
            '[' => match bracketed_numbers(&text[pending..]) {
                Some(length) => return closing_end(text, pending + length),
                None => break,
            },
            _ => break,
        }
        pending = next;
    }
    end
}

fn is_raised_before(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(is_raised)
}

/// The length of `[12]`, `[12, 13]` or `(12)` at the start of a text.
fn bracketed_numbers(text: &str) -> Option<usize> {
    let inside = &text[1..];
    let close = inside.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | ' ' | '-' | '–'))?;
    let numbers = inside.starts_with(|c: char| c.is_ascii_digit()) && inside[close..].starts_with([']', ')']);
    numbers.then_some(close + 2)
}

fn skip_space(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

fn ends_sentence(text: &str, start: usize, stop: &Stop, end: usize, next: usize) -> bool {
    if stop.mark == '\n' {
        return true;
    }
    if next == end {
        return text[end..].starts_with(|c: char| c.is_uppercase()) && end > stop.end;
    }
    let following = text[next..]
        .trim_start_matches(['"', '\'', '“', '‘', '«', '(', '[', ' ', '\u{a0}', '\u{202f}', '—', '–', '-']);
    let Some(first) = following.chars().next() else {
        return true;
    };
    if first.is_lowercase() {
        return false;
    }
    match stop.mark {
        '.' if stop.end - stop.start == 1 => !is_abbreviation(&text[start..stop.start], first),
        // An ellipsis within a quotation: "further up ... showing".
        '.' | '…' => !text[..stop.start].ends_with(' '),
        _ => true,
    }
}

/// Whether the word before a full stop is one that a full stop follows without ending the sentence.
fn is_abbreviation(before: &str, next: char) -> bool {
    let word_start = before
        .rfind(|c: char| {
            c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '«' | '\'' | '’' | '—' | '–' | '/')
        })
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = &before[word_start..];
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        // "J. Smith", but not "in Annex A. The": a lone capital is an initial where a name may stand.
        (Some(initial), None) if initial.is_uppercase() => {
            !before[..word_start].trim_end().ends_with(|c: char| c.is_ascii_digit())
        }
        (Some(_), _)
            if next.is_ascii_digit() && (lexicon().is_abbreviation(word) || is_short_month(word)) =>
        {
            true
        }
        (Some(_), Some(_)) => {
            is_dotted(word) || (lexicon().is_abbreviation(word) && !lexicon().may_close(word))
        }
        (Some(_), None) => lexicon().is_abbreviation(word),
        (None, _) => false,
    }
}

/// "Nov. 13", but not "in May. 13 people": May has no shorter form.
fn is_short_month(word: &str) -> bool {
    let short = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    short && word.starts_with(char::is_uppercase) && lexicon().month(word).is_some_and(|month| month != 5)
}

/// `U.S`, `e.g`, `J.-P`: single letters parted by full stops.
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split(['.', '-']).all(|part| part.chars().count() <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text).into_iter().map(|span| &text[span.start..span.end]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn stops_where_a_reader_does() {
        check("One. Two.", &["One.", "Two."]);
        check("He saw Gen. Keita. She did not.", &["He saw Gen. Keita.", "She did not."]);
        check("It cost 3.5 million. Nobody paid.", &["It cost 3.5 million.", "Nobody paid."]);
        check("It was “over.”² But not done.", &["It was “over.”²", "But not done."]);
        check("A claim.¹², ¹³ Another.", &["A claim.¹², ¹³", "Another."]);
        check("A claim.[12] Another [13]. Third.", &["A claim.[12]", "Another [13].", "Third."]);
        check("A claim.(12) Another.(13)", &["A claim.(12)", "Another.(13)"]);
        check("In No. 5 of vol. 3, p. 7. Then.", &["In No. 5 of vol. 3, p. 7.", "Then."]);
        check("“Up there ... showing it.” Good.", &["“Up there ... showing it.”", "Good."]);
        check("Il a dit : « C’est fini. » Rien d’autre.", &["Il a dit : « C’est fini. »", "Rien d’autre."]);
        check(
            "The U.S. Treasury listed him. He denied it.",
            &["The U.S. Treasury listed him.", "He denied it."],
        );
        check("Who? Me! Yes.", &["Who?", "Me!", "Yes."]);
        check("no stop at all", &["no stop at all"]);
        check("", &[]);
        check("They left.12 Nobody", &["They left.12 Nobody"]);
    }

    #[test]
    fn a_mark_after_a_comma_closes_nothing() {
        check("Stay,³,⁴ he said. Go.", &["Stay,³,⁴ he said.", "Go."]);
    }
}
