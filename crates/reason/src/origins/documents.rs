//! What the documents of a case say of themselves: titles, day, wire credits.

use std::collections::BTreeSet;

use crate::Source;
use crate::dates::{PartialDate, find_dates};
use crate::document::{Block, BlockKind, Span};
use crate::text::{fold_words, tokens};

use super::agencies::{Agencies, Agency};
use super::words::words;

/// Title, byline and date stand in one of the first blocks.
const FIRST_BLOCKS: usize = 12;
/// A credit also stands in one of the last blocks of the body.
const LAST_BLOCKS: usize = 4;
/// A line that states a title is no longer than this.
const LONGEST_TITLE: usize = 250;
/// A line that states a date or a credit is no longer than this.
const LONGEST_LINE: usize = 120;

/// One document.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// All that may be its title, folded to words.
    pub titles: BTreeSet<String>,
    /// Its title as it is shown.
    pub title: Option<String>,
    /// Days that its opening lines state.
    pub dates: BTreeSet<PartialDate>,
    /// Its opening lines and its name, folded to words, a space at either end.
    pub opening: String,
    /// Words of its opening lines as written: document symbols among them.
    pub symbols: BTreeSet<String>,
    /// The agency that it credits, and where.
    pub credit: Option<(Agency, Span)>,
}

impl Facts {
    /// Its day, if its opening states one only.
    pub fn day(&self) -> Option<PartialDate> {
        let mut full = self.dates.iter().filter(|date| date.day.is_some());
        full.next().copied().filter(|_| full.next().is_none())
    }

    /// Reads the opening and the end of a document.
    pub fn read(source: &Source<'_>, agencies: &mut Agencies) -> Self {
        let mut facts = Self::default();
        let document = source.document;
        facts.title.clone_from(&document.title);
        if let Some(title) = &document.title {
            facts.learn_title(title);
        }
        let opening = || document.blocks.iter().filter(|block| is_opening(block)).take(FIRST_BLOCKS);
        let mut before: Option<&str> = None;
        facts.opening.push(' ');
        for block in opening() {
            let text = document.quote(block.span);
            for line in text.lines().map(str::trim).filter(|line| line.len() <= LONGEST_TITLE) {
                facts.learn_line(line);
                if let Some(before) = before {
                    facts.learn_title(&format!("{before} {line}"));
                }
                before = Some(line);
            }
        }
        facts.opening.push_str(&fold_words(source.name));
        facts.opening.push(' ');
        facts.credit = credit(source, agencies);
        facts
    }

    fn learn_line(&mut self, line: &str) {
        self.title.get_or_insert_with(|| line.to_owned());
        self.learn_title(line);
        self.opening.push_str(&fold_words(line));
        self.opening.push(' ');
        if line.len() <= LONGEST_LINE {
            let tokens = tokens(line);
            let found = find_dates(line, &tokens).into_iter().filter(|found| !found.ambiguous);
            self.dates.extend(
                found.map(|found| found.date).filter(|date| date.month.is_some() && date.year.is_some()),
            );
            self.symbols.extend(line.split_whitespace().filter(|word| word.contains('/')).map(str::to_owned));
        }
    }

    /// The line, and what stands before a colon, a stroke or the name of the site.
    fn learn_title(&mut self, line: &str) {
        for joint in ["", " | ", " – ", " — ", " - ", ": ", " : "] {
            let part = if joint.is_empty() { line } else { line.split(joint).next().unwrap_or(line) };
            let words = fold_words(part);
            if !words.is_empty() {
                self.titles.insert(words);
            }
        }
    }
}

fn is_opening(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Note | BlockKind::Caption | BlockKind::Table | BlockKind::Duplicate)
}

/// A credit line, a byline or a dateline that names an agency: in the first blocks or the last.
fn credit(source: &Source<'_>, agencies: &mut Agencies) -> Option<(Agency, Span)> {
    let blocks = &source.document.blocks;
    let may = |block: &&Block| block.kind.is_body() && !block.span.is_empty();
    let first = blocks.iter().filter(may).take(FIRST_BLOCKS);
    let last = blocks.iter().rev().filter(may).take(LAST_BLOCKS);
    let mut seen = BTreeSet::new();
    for block in first.chain(last).filter(|block| seen.insert(block.span.start)) {
        let text = source.document.quote(block.span);
        let found = if text.len() <= LONGEST_LINE {
            credit_line(text, agencies)
        } else {
            dateline(text, agencies).or_else(|| closing(text, agencies))
        };
        if let Some((agency, within)) = found {
            return Some((agency, within.shifted(block.span.start)));
        }
    }
    None
}

/// "AFP", "(AFP)", "With AFP", "Reuters contributed to this report", "16 March 2024, 13:05 – TPA", "AFP/RFI".
fn credit_line(text: &str, agencies: &mut Agencies) -> Option<(Agency, Span)> {
    let whole = Span::new(0, text.len());
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold_words(bare);
    let lexicon = words();
    let rest = lexicon.credit_before.strip_lead(&folded).unwrap_or(&folded);
    let rest = lexicon.credit_after.strip_tail(rest).unwrap_or(rest);
    if let Some(agency) = agencies.find(rest).or_else(|| agencies.find(bare)) {
        return Some((agency, whole));
    }
    let parts = text
        .split(['–', '—', '|', '/', '•', '·', ','])
        .map(|part| part.trim_matches(['(', ')', ' ', '-', '.']));
    let dated = !find_dates(text, &tokens(text)).is_empty();
    let is_slashed = text.split('/').count() == 2;
    if !dated && !is_slashed {
        return dateline(text, agencies).or_else(|| closing(text, agencies));
    }
    parts.filter(|part| is_name(part)).find_map(|part| agencies.find(part)).map(|agency| (agency, whole))
}

/// `PARIS (AFP) —`, `Paris, 3 mai (AFP) -`, `PARIS, May 3 (Reuters) -`: an agency in brackets before the first dash.
fn dateline(text: &str, agencies: &mut Agencies) -> Option<(Agency, Span)> {
    const LONGEST: usize = 80;
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let dash = head[close..].trim_start_matches([')', ' ', '\u{a0}']).starts_with(['-', '–', '—', '−', ':']);
    // What stands before is a place and a day, no sentence.
    let place = head[..open].split_whitespace().count() <= 6;
    let name = &head[open + 1..close];
    (dash && place && is_name(name))
        .then(|| name.split(['/', ',']).find_map(|part| agencies.find(part.trim())))
        .flatten()
        .map(|agency| (agency, Span::new(0, close + 1)))
}

/// `… on Monday. (AFP)`, `… on Monday. — Reuters`, `… lundi. Avec AFP`.
fn closing(text: &str, agencies: &mut Agencies) -> Option<(Agency, Span)> {
    let end = text.trim_end().len();
    let stop =
        text[..end].rfind(['.', '!', '?', '”', '»', '…']).filter(|stop| *stop + 4 < end).or_else(|| {
            // The credit may close with a stop of its own.
            let inner = text[..end].strip_suffix('.')?.rfind(['.', '!', '?', '”', '»', '…'])?;
            (inner + 4 < end).then_some(inner)
        })?;
    let start = stop + text[stop..].chars().next().map_or(1, char::len_utf8);
    let tail = text[start..end].trim();
    if tail.len() > 60 || tail.is_empty() {
        return None;
    }
    let marked = tail.starts_with(['(', '-', '–', '—', '[']);
    let bare = tail.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold_words(bare);
    let rest = words().credit_before.strip_lead(&folded);
    let rest = rest
        .or_else(|| words().credit_after.strip_tail(&folded))
        .or_else(|| marked.then_some(folded.as_str()))?;
    agencies.find(rest).map(|agency| {
        (agency, Span::new(start + (text[start..end].len() - text[start..end].trim_start().len()), end))
    })
}

/// A name rather than words: it begins with a capital.
fn is_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.len() <= LONGEST_LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let mut agencies = Agencies::default();
        let found = if text.len() <= LONGEST_LINE {
            credit_line(text, &mut agencies)
        } else {
            dateline(text, &mut agencies).or_else(|| closing(text, &mut agencies))
        };
        assert_eq!(found.map(|(agency, _)| agencies.name(agency)), expected, "{text}");
    }

    #[test]
    fn credits_are_lines_bylines_and_datelines() {
        let (afp, reuters) = (Some("Agence France-Presse"), Some("Reuters"));
        let story = "A column of men reached the ferry of Kessa in the night and burned the stalls, residents of the town told a reporter by telephone on Monday.";
        for (text, agency) in [
            ("AFP", afp),
            ("(AFP)", afp),
            ("With AFP", afp),
            ("Avec AFP", afp),
            ("Par AFP", afp),
            ("By Reuters", reuters),
            ("Agence France-Presse contributed to this report.", afp),
            ("16 March 2024, 13:05 – AFP", afp),
            ("AFP/RFI", afp),
            ("KESSA (AFP) — Men came.", afp),
            ("Men came. — Reuters", reuters),
            ("According to AFP, men came.", None),
            ("Reuters journalists killed", None),
            ("The ferry of Kessa burns", None),
            ("How the Associated Press counts the dead", None),
        ] {
            check(text, agency);
        }
        check(&format!("KESSA, May 3 (Reuters) - {story}"), reuters);
        check(&format!("Kessa, 3 mai (AFP) – {story}"), afp);
        check(&format!("{story} (AFP)"), afp);
        check(&format!("{story} Avec AFP."), afp);
        check(&format!("The Assembly of Paddlers (AP) met. {story}"), None);
        check(&format!("{story} They told AFP."), None);
        check(story, None);
    }
}
