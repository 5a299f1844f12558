//! Laws, resolutions, judgments, and documents named by their symbol alone.

use std::sync::OnceLock;

use regex::Regex;

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::{PublisherKind, publishers};
use crate::text::fold;

use super::found::Found;
use super::people::{authors, is_name_list};
use super::segments::segments;
use super::tail;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    if note.quotes.iter().any(|quote| span.contains(quote.outer)) {
        return None;
    }
    symbol_alone(note, span).or_else(|| case(note, span)).or_else(|| law(note, span))
}

/// `S/2023/138, para. 45.` The symbol is all that names it, so it is the title, too.
fn symbol_alone(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let symbol = *note.symbols.iter().find(|symbol| span.contains(**symbol))?;
    let before = fold(note.get(note.trim(Span::new(span.start, symbol.start))));
    let lead = matches!(
        before.as_str(),
        "" | "un doc."
            | "un doc"
            | "document"
            | "doc."
            | "u.n. doc."
            | "united nations document"
            | "the"
            | "and"
            | "un document"
            | "nations unies"
            | "et"
            | "united nations"
            | "report"
    );
    if !lead {
        return None;
    }
    let text = note.get(symbol);
    let mut found = Found::new(span).of_kind(WorkKind::OfficialDocument);
    found.citation.title = Some(text.to_owned());
    found.citation.places.title = Some(symbol);
    found.citation.identifier = Some(text.to_owned());
    let rest = tail::read(note, Span::new(symbol.end, span.end), &mut found);
    let sentence = rest.iter().any(|part| {
        note.get(*part).split_whitespace().count() > 8 && note.get(*part).starts_with(char::is_lowercase)
    });
    (!sentence).then_some(found)
}

/// `Prosecutor v. Thomas Lubanga Dyilo, Case No. ICC-01/04-01/06, Judgment, 14 March 2012, para. 12`.
fn case(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let parts = segments(note, span);
    let first = *parts.first()?;
    let text = note.get(first);
    let versus = [" v. ", " v ", " vs. ", " c. ", " vs "].iter().any(|word| text.contains(word))
        && text.starts_with(|c: char| c.is_uppercase() || c == '“');
    let court_first = (matches!(publishers().by_name(text), Some(PublisherKind::Official)) || is_court(text))
        && parts
            .get(1)
            .is_some_and(|next| [" v. ", " v ", " c. "].iter().any(|word| note.get(*next).contains(word)));
    let in_re = text.starts_with("In re ") || text.starts_with("Ex parte ") || text.starts_with("Re ");
    let affair = fold(text).starts_with("affaire ")
        || fold(text).starts_with("le procureur c")
        || fold(text).starts_with("prosecutor");
    let prosecutor = affair && note.has_cue(span, Cue::Court);
    if is_court(text)
        && !versus
        && !court_first
        && note.get(first).split_whitespace().count() <= 8
        && let Some(found) = decision(note, span, &parts)
    {
        return Some(found);
    }
    if !(versus || court_first || prosecutor || (in_re && note.dates_in(span).next().is_some()))
        || text.split_whitespace().count() > 24
    {
        return None;
    }
    let mut found = Found::new(span).of_kind(WorkKind::CaseLaw);
    let title = if court_first {
        tail::set_container(note, first, &mut found);
        *parts.get(1)?
    } else {
        first
    };
    let title = parties_only(note, reporter_cut(note, title));
    found.citation.title = Some(note.get(title).to_owned());
    found.citation.places.title = Some(title);
    let rest = Span::new(title.end, span.end);
    for segment in segments(note, rest) {
        let court = publishers().by_name(note.get(segment)).is_some() || is_court(note.get(segment));
        if court
            && note.dates_in(segment).next().is_none()
            && note.symbols.iter().all(|symbol| !segment.contains(*symbol))
        {
            tail::set_container(note, segment, &mut found);
        }
    }
    tail::read(note, rest, &mut found);
    found.citation.kind = WorkKind::CaseLaw;
    found.citation.place = None;
    Some(found)
}

/// `Cour de cassation, chambre criminelle, 12 mars 2019, n° 18-81.234`: the court and the day; a name or number of the
/// decision where there is one.
fn decision(note: &NoteText<'_>, span: Span, parts: &[Span]) -> Option<Found> {
    let first = *parts.first()?;
    let date = note.dates_in(span).next()?;
    let told = note.cues_in(span).any(|hit| hit.cues.has(Cue::Court) && hit.span.start > first.end)
        || parts.get(1..3).is_some_and(|near| near.iter().any(|part| part.contains(date.span)));
    if !told || note.urls_in(span).next().is_some() {
        return None;
    }
    let mut found = Found::new(span).of_kind(WorkKind::CaseLaw);
    tail::set_container(note, first, &mut found);
    tail::set_date(&mut found, date);
    let title = parts[1..].iter().copied().find(|part| {
        let text = note.get(*part);
        let numbered = note.has_cue(*part, Cue::Court)
            && text.contains(|c: char| c.is_ascii_digit())
            && !note.dates_in(*part).any(|date| date.date.month.is_some());
        let named = text.starts_with(char::is_uppercase)
            && note.dates_in(*part).next().is_none()
            && !is_court(text)
            && !text.contains(['.', '°'])
            && text.split_whitespace().count() >= 2;
        numbered || named
    });
    if let Some(title) = title {
        found.citation.title = Some(note.get(title).to_owned());
        found.citation.places.title = Some(title);
    }
    Some(found)
}

fn is_court(text: &str) -> bool {
    fold(text).split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "court"
                | "cour"
                | "tribunal"
                | "chamber"
                | "chambre"
                | "bgh"
                | "bverfg"
                | "bverwg"
                | "echr"
                | "icj"
                | "icc"
                | "cedh"
                | "cpi"
                | "cij"
                | "corte"
                | "juzgado"
                | "landgericht"
        )
    })
}

/// Brackets behind the parties hold the kind of decision, its number, its date.
fn parties_only(note: &NoteText<'_>, title: Span) -> Span {
    let versus = [" v. ", " v ", " vs. ", " c. "]
        .iter()
        .filter_map(|word| note.get(title).find(word))
        .min()
        .map_or(title.start, |at| title.start + at);
    match note.groups.iter().find(|group| group.start > versus && title.contains(**group)) {
        Some(group) => note.trim(Span::new(title.start, group.start)),
        None => title,
    }
}

/// Bluebook: `Doe v. Roe, 550 U.S. 544 (2007)`; the reporter is no part of the name.
fn reporter_cut(note: &NoteText<'_>, title: Span) -> Span {
    static REPORTER: OnceLock<Regex> = OnceLock::new();
    let reporter = REPORTER.get_or_init(|| {
        Regex::new(r",? (?:\d{1,4} [A-Z][A-Za-z.0-9 ]{0,16} \d{1,5}|\[\d{4}\] .*$)")
            .expect("a tested pattern")
    });
    let text = note.get(title);
    reporter.find(text).map_or(title, |found| Span::new(title.start, title.start + found.start()))
}

/// `Loi n° 2023-040 du 29 août 2023 portant Code minier`, `18 U.S.C. § 1956`, `Human Rights Council resolution 51/20`.
fn law(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let parts = segments(note, span);
    let first = *parts.first()?;
    let text = note.get(first);
    if code(text) {
        return Some(named(note, span, first));
    }
    let (author, title) = match parts.get(1) {
        Some(next)
            if (is_law(note, *next) || is_numbered_law(note, *next))
                && is_name_list(note, first)
                && !is_law(note, first) =>
        {
            (Some(first), *next)
        }
        _ => (None, first),
    };
    if !(is_law(note, title) || author.is_some()) || note.get(title).split_whitespace().count() > 40 {
        return None;
    }
    let has_number = note.get(title).contains(|c: char| c.is_ascii_digit());
    let article = note.cues_in(span).any(|hit| hit.cues.has(Cue::Paragraph) && hit.span.start > title.end);
    let dated = article
        || note.dates_in(span).next().is_some()
        || note.symbols.iter().any(|symbol| span.contains(*symbol))
        || has_number;
    if !dated {
        return None;
    }
    if tail::goes_on_as_prose(note, Span::new(title.end, span.end)) {
        return None;
    }
    let mut found = named(note, span, title);
    if let Some(author) = author {
        if is_gazette(note.get(author)) {
            tail::set_container(note, author, &mut found);
        } else {
            found.citation.authors = authors(note.get(author));
            found.citation.places.authors = Some(author);
        }
    }
    Some(found)
}

fn named(note: &NoteText<'_>, span: Span, title: Span) -> Found {
    let mut found = Found::new(span).of_kind(WorkKind::OfficialDocument);
    let name = law_name(note, title);
    found.citation.title = Some(note.get(name).to_owned());
    found.citation.places.title = Some(name);
    if let Some(date) = note.dates_in(title).next() {
        tail::set_date(&mut found, date);
    }
    let words = tail::read(note, Span::new(title.end, span.end), &mut found);
    if let Some(symbol) =
        note.symbols.iter().find(|symbol| span.contains(**symbol) && symbol.start >= name.end)
    {
        found.citation.identifier.get_or_insert_with(|| note.get(*symbol).to_owned());
    }
    if let Some(journal) = words.into_iter().find(|span| is_gazette(note.get(*span))) {
        let text = note.get(journal);
        let end = [" n°", " no ", " No. ", " du ", ", "]
            .iter()
            .filter_map(|joint| text.find(joint))
            .min()
            .unwrap_or(text.len());
        tail::set_container(note, Span::new(journal.start, journal.start + end), &mut found);
    }
    found.citation.kind = WorkKind::OfficialDocument;
    found
}

/// Without a bracket of dates, a day at its end, or what stands behind its number.
fn law_name(note: &NoteText<'_>, title: Span) -> Span {
    let dated_group = note.groups.iter().find(|group| {
        title.contains(**group) && (group.end == title.end || note.dates_in(**group).next().is_some())
    });
    if let Some(group) = dated_group {
        return note.trim(Span::new(title.start, group.start));
    }
    match note
        .dates_in(title)
        .last()
        .filter(|date| date.span.end == title.end && date.date.day.is_some() && date.span.start > title.start)
    {
        Some(date) if !note.get(Span::new(title.start, date.span.start)).trim_end().ends_with(" du") => {
            note.trim(Span::new(title.start, date.span.start))
        }
        _ => title,
    }
}

/// Where laws are printed.
pub(super) fn is_gazette(text: &str) -> bool {
    let folded = fold(text);
    [
        "journal officiel",
        "official journal",
        "gazette",
        "jorf",
        "boletin oficial",
        "bundesgesetzblatt",
        "diario oficial",
    ]
    .iter()
    .any(|name| folded.contains(name))
}

/// `18 U.S.C. § 1956`, `31 C.F.R. pt. 544`, `Pub. L. No. 114-328`.
fn code(text: &str) -> bool {
    static CODE: OnceLock<Regex> = OnceLock::new();
    CODE.get_or_init(|| Regex::new(r"^(?:H[CL] Deb\.? |Hansard|\d{1,3} (?:U\.S\.C|C\.F\.R|Fed\. Reg)\.?|Pub\. L\. No\.|Exec\. Order|Executive Order|H\.R\.|S\. Res)").expect("a tested pattern")).is_match(text)
}

/// Whether a stretch names a law or resolution: the word opens or closes it, or a number follows the word.
fn is_law(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span);
    let first = text.chars().next().is_some_and(char::is_uppercase);
    first
        && note.cues_in(span).any(|hit| {
            let word = fold(note.get(hit.span));
            let opens = hit.span.start == span.start && hit.cues.has(Cue::Law);
            let numbered = hit.cues.has(Cue::Law)
                && note.text[hit.span.end..span.end]
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'n' | 'N' | '('));
            let closes = hit.cues.has(Cue::Law)
                && hit.span.end == span.end
                && matches!(
                    word.as_str(),
                    "act"
                        | "statute"
                        | "code"
                        | "convention"
                        | "treaty"
                        | "constitution"
                        | "charter"
                        | "protocol"
                        | "order"
                        | "regulations"
                        | "decree"
                        | "covenant"
                );
            let inner = hit.cues.has(Cue::Law)
                && matches!(
                    word.as_str(),
                    "statute"
                        | "convention"
                        | "charter"
                        | "protocol"
                        | "constitution"
                        | "act"
                        | "code"
                        | "covenant"
                )
                && note.get(hit.span).starts_with(char::is_uppercase)
                && capitals(text);
            opens
                && (numbered
                    || text.contains(|c: char| c.is_ascii_digit())
                    || matches!(
                        word.as_str(),
                        "loi"
                            | "ley"
                            | "lei"
                            | "gesetz"
                            | "decret"
                            | "decreto"
                            | "constitution"
                            | "ordonnance"
                            | "arrete"
                            | "code"
                            | "code penal"
                            | "code minier"
                            | "charte"
                            | "convention"
                    ))
                || numbered && capitals(text)
                || closes && capitals(text)
                || inner
        })
}

/// `résolution 2374 (2017)` behind its body.
fn is_numbered_law(note: &NoteText<'_>, span: Span) -> bool {
    note.cues_in(span).next().is_some_and(|hit| hit.span.start == span.start && hit.cues.has(Cue::Law))
        && note.get(span).contains(|c: char| c.is_ascii_digit())
        && note.get(span).split_whitespace().count() <= 5
}

/// Few small words: a name, not a sentence.
fn capitals(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = words
        .iter()
        .filter(|word| {
            word.starts_with(char::is_lowercase)
                && word.len() > 4
                && !matches!(
                    **word,
                    "resolution"
                        | "décision"
                        | "against"
                        | "concerning"
                        | "portant"
                        | "relative"
                        | "relating"
                )
        })
        .count();
    small * 3 <= words.len() && words.len() <= 24
}
