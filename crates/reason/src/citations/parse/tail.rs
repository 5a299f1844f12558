//! What follows the title, or the names, in nearly every form: outlet, date, pages, address, access date, brackets.

use crate::citations::note_text::NoteText;
use crate::dates::FoundDate;
use crate::document::Span;
use crate::languages::{Cue, CueHit};
use crate::publishers::{PublisherKind, publishers};
use crate::text::fold;

use super::found::Found;
use super::places::is_city;
use super::segments::segments;

/// Reads all that can be told from a stretch; what remains are the stretches of words: outlets, publishers, series.
pub(super) fn read(note: &NoteText<'_>, span: Span, found: &mut Found) -> Vec<Span> {
    let mut rest = Vec::new();
    let mut state = State::default();
    for segment in segments(note, span) {
        if let Some(words) = read_segment(note, segment, found, &mut state) {
            rest.push(words);
        }
    }
    rest
}

/// What an earlier stretch announced for the next.
#[derive(Default)]
struct State {
    accessed_pending: bool,
    archived_pending: bool,
}

fn read_segment(note: &NoteText<'_>, segment: Span, found: &mut Found, state: &mut State) -> Option<Span> {
    let segment = read_groups(note, segment, found)?;
    let cues = |cue: Cue| note.has_cue(segment, cue);
    if let Some(url) = note.urls_in(segment).next() {
        let before = Span::new(segment.start, url.span.start);
        read_url(note, segment, found, state);
        return words_before_url(note, before, found);
    }
    let leading = note.cues_in(segment).next().filter(|hit| hit.span.start == segment.start).copied();
    if cues(Cue::Accessed)
        && !is_archive_word(note, segment)
        && leading.is_some_and(|hit| hit.cues.has(Cue::Accessed))
    {
        match note.dates_in(segment).next() {
            Some(date) => set_accessed(found, date),
            None => state.accessed_pending = true,
        }
        return None;
    }
    if std::mem::take(&mut state.accessed_pending)
        && let Some(date) = note.dates_in(segment).next()
    {
        set_accessed(found, date);
        return None;
    }
    if leading.is_some_and(|hit| hit.cues.has(Cue::Archived)) {
        state.archived_pending = true;
        return None;
    }
    if leading.is_some_and(|hit| hit.cues.has(Cue::OnFile)) {
        found.add(Cue::OnFile);
        return None;
    }
    if leading.is_some_and(|hit| hit.cues.has(Cue::NoDate) && hit.span == segment) {
        return None;
    }
    if read_locator(note, segment, leading, found) {
        return None;
    }
    read_words(note, segment, found)
}

/// Words, with a date or a symbol among them, or a phrase that tells the kind.
fn read_words(note: &NoteText<'_>, segment: Span, found: &mut Found) -> Option<Span> {
    let mut words = segment;
    if is_docket(note.get(segment)) {
        found.citation.identifier.get_or_insert_with(|| note.get(segment).to_owned());
        return None;
    }
    if let Some(date) = note.dates_in(segment).next().copied() {
        let other = without(note, segment, date.span);
        if is_about_date(note.get(segment), note.get(date.span)) || other.is_none() {
            set_date(found, &date);
            return None;
        }
        // "SIPRI 2019", "post of 19 May 2022": the date stands among words.
        let trails = date.span.end == segment.end;
        if trails && found.citation.date.is_none() {
            set_date(found, &date);
            words = other?;
        }
    }
    if let Some(journal) = reporter(note.get(words)) {
        found.add(Cue::Volume);
        set_container(note, Span::new(words.start + journal.start, words.start + journal.end), found);
        return None;
    }
    if let Some(symbol) = note.symbols.iter().find(|symbol| words.contains(**symbol)) {
        found.citation.identifier.get_or_insert_with(|| note.get(*symbol).to_owned());
        let rest = without(note, words, *symbol)?;
        return (!is_symbol_word(note.get(rest))).then_some(rest);
    }
    mark_kind(note, words, found)
}

/// "Human Rights Watch news release": the phrase tells the kind, the words before it are the outlet.
fn mark_kind(note: &NoteText<'_>, words: Span, found: &mut Found) -> Option<Span> {
    let telling = [
        Cue::PressRelease,
        Cue::Report,
        Cue::Blog,
        Cue::Academic,
        Cue::Law,
        Cue::Court,
        Cue::Dataset,
        Cue::Volume,
        Cue::Editors,
        Cue::Social,
        Cue::Imagery,
        Cue::Registry,
    ];
    for hit in note.cues_in(words) {
        for cue in telling.into_iter().filter(|cue| hit.cues.has(*cue)) {
            found.add(cue);
        }
    }
    let last = note.cues_in(words).last().copied();
    let trailing = last.filter(|hit| {
        hit.cues.has_any(&[Cue::PressRelease, Cue::Blog, Cue::Social]) && hit.span.end == words.end
    });
    match trailing {
        Some(hit) if publishers().by_name(note.get(words)).is_none() => {
            let before = note.trim(Span::new(words.start, hit.span.start));
            (!before.is_empty()).then_some(before)
        }
        _ => Some(words),
    }
}

/// Brackets at the end or in the middle of a stretch. Returns the stretch without them.
fn read_groups(note: &NoteText<'_>, segment: Span, found: &mut Found) -> Option<Span> {
    let mut kept = segment;
    for group in note.groups.iter().filter(|group| segment.contains(**group)) {
        let inner = Span::new(group.start + 1, group.end - 1);
        if group.start == kept.start {
            kept.start = group.end;
            read_group(note, inner, found);
        } else if group.end == kept.end || note.urls_in(segment).next().is_some() {
            if !is_platform_remark(note, *group, kept) {
                kept.end = group.start.max(kept.start);
                read_group(note, inner, found);
            }
        } else if note.dates_in(inner).next().is_some() {
            // "44, no. 2 (Fall 2019): 90–128"
            read_group(note, inner, found);
        }
    }
    let kept = note.trim(kept);
    (!kept.is_empty() && note.get(kept).chars().any(char::is_alphanumeric)).then_some(kept)
}

/// `X (formerly Twitter)`: part of the name.
fn is_platform_remark(note: &NoteText<'_>, group: Span, segment: Span) -> bool {
    let inside = fold(note.get(Span::new(group.start + 1, group.end - 1)));
    let before = note.trim(Span::new(segment.start, group.start));
    (inside.starts_with("formerly") || inside.starts_with("ex-") || inside.starts_with("anciennement"))
        && publishers().by_name(note.get(before)).is_some()
}

fn read_group(note: &NoteText<'_>, inner: Span, found: &mut Found) {
    let text = note.get(inner);
    if note.has_cue(inner, Cue::Accessed) && note.dates_in(inner).next().is_some() {
        if let Some(date) = note.dates_in(inner).next() {
            set_accessed(found, date);
        }
        if note.urls_in(inner).next().is_some() {
            read_url(note, inner, found, &mut State::default());
        }
        return;
    }
    if note.urls_in(inner).next().is_some() {
        let mut state = State {
            archived_pending: note.has_cue(inner, Cue::Archived) || found.citation.url.is_some(),
            accessed_pending: false,
        };
        read_url(note, inner, found, &mut state);
        return;
    }
    if let Some(symbol) = note.symbols.iter().find(|symbol| inner.contains(**symbol)) {
        found.citation.identifier.get_or_insert_with(|| note.get(*symbol).to_owned());
        return;
    }
    for hit in note.cues_in(inner) {
        for cue in
            [Cue::PressRelease, Cue::Blog, Cue::Academic, Cue::OnFile, Cue::Editors, Cue::Social, Cue::Report]
        {
            if hit.cues.has(cue) {
                found.add(cue);
            }
        }
    }
    if fold(text).starts_with("in ") || fold(text).starts_with("en ") {
        return;
    }
    read_imprint(note, inner, found);
}

/// `Athens: Ohio University Press, 2008`, `PhD diss., University of Florida, 2016`, `June 2021`, `Pretoria: ISS, March 2021`.
fn read_imprint(note: &NoteText<'_>, inner: Span, found: &mut Found) {
    let date = note.dates_in(inner).last().copied();
    found.imprint |= note.get(inner).contains(": ")
        || by_commas(note, inner).into_iter().any(|part| {
            let name = note.get(part).trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
            publishers().by_name(name) == Some(PublisherKind::BookPublisher) || matches!(name, "OUP" | "CUP")
        });
    if let Some(date) = &date {
        set_date(found, date);
    }
    let end = date.map_or(inner.end, |date| date.span.start);
    let names = note.trim(Span::new(inner.start, end.max(inner.start)));
    let thesis = note.has_cue(inner, Cue::Academic);
    if names.is_empty()
        || (date.is_none() && !thesis && !note.get(names).contains(':'))
        || is_about_date(note.get(names), "")
    {
        return;
    }
    let text = note.get(names);
    if let Some(colon) = text.find(": ") {
        found.citation.place.get_or_insert_with(|| text[..colon].trim().to_owned());
        set_container(note, note.trim(Span::new(names.start + colon + 1, names.end)), found);
        return;
    }
    for part in by_commas(note, names) {
        let words = note.get(part);
        let label = note.cues_in(part).any(|hit| {
            hit.cues.has_any(&[Cue::Academic, Cue::Editors, Cue::Report, Cue::PressRelease])
                && hit.span.start == part.start
        });
        if is_city(words) {
            found.citation.place.get_or_insert_with(|| words.to_owned());
        } else if !label
            && words.starts_with(char::is_uppercase)
            && !words.ends_with("ed.")
            && !words.ends_with("edn")
        {
            set_container(note, part, found);
        }
    }
}

/// The stretches between commas within a bracket.
fn by_commas(note: &NoteText<'_>, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for piece in note.get(span).split(',') {
        parts.push(note.trim(Span::new(start, start + piece.len())));
        start += piece.len() + 1;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

pub(super) fn set_container(note: &NoteText<'_>, span: Span, found: &mut Found) {
    let text = note.get(span);
    let kept = without_volume(text);
    if kept.len() < text.len() {
        // "HC 167" numbers a paper; "African Affairs 121" is a volume.
        if kept.len() <= 4 && kept.chars().all(char::is_uppercase) {
            found.citation.identifier.get_or_insert_with(|| text.to_owned());
            return;
        }
        found.add(Cue::Volume);
    }
    if found.citation.container.is_none() && !kept.is_empty() {
        found.citation.container = Some(kept.trim_end_matches('.').to_owned());
        found.citation.places.container = Some(Span::new(span.start, span.start + kept.len()));
    }
}

/// `African Affairs 121`, `International Security 44(2)`: the name of a journal without its volume.
fn without_volume(text: &str) -> &str {
    let Some((name, last)) = text.rsplit_once(' ') else {
        return text;
    };
    let volume = last.starts_with(|c: char| c.is_ascii_digit())
        && last.len() <= 9
        && last.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | '.' | '/' | ':' | '-' | '–'));
    let year = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
    let named = publishers().by_name(text).is_none() && name.chars().any(char::is_alphabetic);
    if volume && !year && named && name.split_whitespace().count() >= 1 { name } else { text }
}

fn set_accessed(found: &mut Found, date: &FoundDate) {
    if found.citation.accessed.is_none() {
        found.citation.accessed = Some(date.date);
        found.citation.places.accessed = Some(date.span);
    }
}

pub(super) fn set_date(found: &mut Found, date: &FoundDate) {
    if found.citation.date.is_none() {
        found.citation.date = Some(date.date);
        found.citation.places.date = Some(date.span);
    }
}

fn read_url(note: &NoteText<'_>, segment: Span, found: &mut Found, state: &mut State) {
    let archived_cue = note.has_cue(segment, Cue::Archived) || std::mem::take(&mut state.archived_pending);
    for url in note.urls_in(segment) {
        let is_copy = publishers().by_address(&url.url) == Some(PublisherKind::Archive);
        if (archived_cue || is_copy) && found.citation.url.is_some() {
            found.citation.archived_url.get_or_insert_with(|| url.url.clone());
        } else if found.citation.url.is_none() {
            found.citation.url = Some(url.url.clone());
            found.citation.places.url = Some(url.span);
            found.citation.damage.clone_from(&url.damage);
        }
    }
    if note.has_cue(segment, Cue::Accessed)
        && let Some(date) = note.dates_in(segment).next()
    {
        set_accessed(found, date);
    }
}

/// The words before an address that are not "available at".
fn words_before_url(note: &NoteText<'_>, before: Span, found: &mut Found) -> Option<Span> {
    let available: Option<CueHit> = note
        .cues_in(before)
        .find(|hit| hit.cues.has_any(&[Cue::Available, Cue::Archived, Cue::Accessed]))
        .copied();
    let end = available.map_or(before.end, |hit| hit.span.start);
    let words = note.trim(Span::new(before.start, end));
    let text = note.get(words).trim_matches(|c: char| !c.is_alphanumeric());
    if text.is_empty() {
        return None;
    }
    read_words(note, words, found)
}

/// `p. 12`, `paras. 3–4`, `473-494`, `61.4`, `12, no. 3`, `vol. 2`, `N° 306`.
fn read_locator(note: &NoteText<'_>, segment: Span, leading: Option<CueHit>, found: &mut Found) -> bool {
    let text = note.get(segment);
    let folded = fold(text);
    if let Some(hit) = leading {
        let rest = note.get(Span::new(hit.span.end, segment.end)).trim_start_matches([' ', '.', '\u{a0}']);
        let counted = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
        if hit.cues.has_any(&[Cue::Page, Cue::Paragraph]) && !hit.cues.has(Cue::Available) && counted {
            found.citation.locator.get_or_insert_with(|| text.to_owned());
            found.add(Cue::Page);
            return true;
        }
        if hit.cues.has(Cue::Volume) && rest.starts_with(|c: char| c.is_ascii_digit()) {
            found.add(Cue::Volume);
            return true;
        }
    }
    let numeric = folded
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '(' | ')' | '/' | ' ' | '\''));
    if numeric
        && folded.contains(|c: char| c.is_ascii_digit())
        && note.dates_in(segment).next().is_none_or(|date| date.span != segment)
    {
        if let Some((year, _)) = folded.split_once('/').filter(|(year, _)| year.len() == 4) {
            found.citation.date = found.citation.date.or_else(|| crate::dates::PartialDate::parse(year));
            found.add(Cue::Volume);
        } else if folded.contains(['.', '(', ':']) {
            found.add(Cue::Volume);
        } else {
            found.citation.locator.get_or_insert_with(|| text.to_owned());
        }
        return true;
    }
    let chapter = [
        "ch. ",
        "chap. ",
        "chapter ",
        "annex ",
        "annexe ",
        "app. ",
        "appendix ",
        "figure ",
        "fig. ",
        "table ",
        "section ",
        "sect. ",
        "tableau ",
        "note ",
        "n. ",
        "episode ",
    ];
    if chapter.iter().any(|word| folded.starts_with(word)) && folded.contains(|c: char| c.is_ascii_digit()) {
        found.citation.locator.get_or_insert_with(|| text.to_owned());
        return true;
    }
    if folded.split(' ').count() <= 3
        && [" edition", " edn", " ed.", " edn.", "e ed.", " auflage", " edicion"]
            .iter()
            .any(|end| folded.ends_with(end))
    {
        return true;
    }
    matches!(
        folded.as_str(),
        "forthcoming"
            | "ibid"
            | "passim"
            | "emphasis added"
            | "mimeo"
            | "mimeograph"
            | "unpublished"
            | "in press"
            | "et passim"
            | "translated by the authors"
            | "translation by the authors"
    )
}

/// `54 Yale J. Int’l L. 201`: a journal between its volume and its page.
pub(super) fn reporter(text: &str) -> Option<Span> {
    let (volume, rest) = text.split_once(' ')?;
    let (name, page) = rest.rsplit_once(' ')?;
    let number =
        |word: &str| !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let abbreviated =
        name.starts_with(char::is_uppercase) && (name.contains('.') || name.split(' ').count() >= 2);
    (number(volume) && number(page) && abbreviated)
        .then(|| Span::new(volume.len() + 1, volume.len() + 1 + name.len()))
}

/// `Criminal Case No. 14 of 2019`, `L.N. 44 of 2018`: the year belongs to the number.
fn is_docket(text: &str) -> bool {
    let mut words = text.rsplit(' ');
    let year =
        words.next().is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let of = words.next().is_some_and(|word| matches!(word, "of" | "de"));
    let number =
        words.next().is_some_and(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()));
    let marked = text.contains("No.") || text.contains("N.") || text.contains("Case") || text.contains("n°");
    year && of && number && marked
}

/// Nothing but words about the date beside it: "published on", "last updated", a weekday, an hour.
fn is_about_date(segment: &str, date: &str) -> bool {
    let other = segment.replacen(date, " ", 1);
    let folded = fold(&other);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
        matches!(
            word,
            "on" | "le"
                | "du"
                | "de"
                | "of"
                | "the"
                | "in"
                | "en"
                | "published"
                | "publie"
                | "publiee"
                | "posted"
                | "dated"
                | "date"
                | "updated"
                | "last"
                | "modified"
                | "vom"
                | "am"
                | "del"
                | "el"
                | "dal"
                | "from"
                | "released"
                | "broadcast"
                | "aired"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "lundi"
                | "mardi"
                | "mercredi"
                | "jeudi"
                | "vendredi"
                | "samedi"
                | "dimanche"
                | "utc"
                | "gmt"
                | "local"
                | "time"
                | "spring"
                | "summer"
                | "autumn"
                | "fall"
                | "winter"
                | "printemps"
                | "ete"
                | "automne"
                | "hiver"
                | "early"
                | "late"
                | "mid"
                | "circa"
                | "ca"
                | "issued"
                | "adopted"
                | "signed"
                | "taken"
                | "captured"
                | "image"
                | "st"
                | "nd"
                | "rd"
                | "th"
                | "and"
                | "to"
                | "au"
                | "et"
                | "held"
                | "a"
                | "at"
                | "entered"
                | "into"
                | "force"
                | "filed"
                | "delivered"
        ) || word.bytes().all(|byte| byte.is_ascii_digit())
            || word.ends_with('h') && word.len() <= 3
    })
}

fn is_symbol_word(text: &str) -> bool {
    matches!(
        fold(text).trim_matches(|c: char| !c.is_alphanumeric()),
        "un doc"
            | "u.n. doc"
            | "u.n doc"
            | "doc"
            | "un document"
            | "document"
            | "index"
            | "doc. onu"
            | "doc onu"
            | "nations unies"
            | "document des nations unies"
            | "no"
            | "ref"
            | "report"
            | "rapport"
            | "and"
            | "et"
            | "un docs"
            | "index number"
            | "case no"
            | "resolution"
            | "un"
    )
}

fn is_archive_word(note: &NoteText<'_>, segment: Span) -> bool {
    note.has_cue(segment, Cue::Archived) && note.urls_in(segment).next().is_some()
}

/// The stretch without a part of it that stands at its start or end; `None` where nothing is left.
fn without(note: &NoteText<'_>, segment: Span, part: Span) -> Option<Span> {
    let before = note.trim(Span::new(segment.start, part.start));
    let after = note.trim(Span::new(part.end, segment.end));
    let has_letters = |span: Span| note.get(span).chars().any(char::is_alphabetic);
    if has_letters(before) {
        return Some(before);
    }
    has_letters(after).then_some(after)
}

/// Whether what follows a name is the rest of a sentence: several words that begin small and announce nothing.
pub(super) fn goes_on_as_prose(note: &NoteText<'_>, span: Span) -> bool {
    segments(note, span).into_iter().any(|part| {
        let text = note.get(part);
        let announced = note
            .cues_in(part)
            .next()
            .is_some_and(|hit| hit.span.start == part.start && !hit.cues.has(Cue::Unnamed));
        text.starts_with(char::is_lowercase)
            && text.split_whitespace().count() >= 4
            && !announced
            && note.dates_in(part).next().is_none_or(|date| date.span.end != part.end)
            && note.urls_in(part).next().is_none()
    })
}

/// Whether a part holds only what belongs to a citation before it: an address, an access date, pages.
pub(in crate::citations) fn is_only_tail(note: &NoteText<'_>, span: Span) -> bool {
    let mut found = Found::new(span);
    let rest = read(note, span, &mut found);
    let citation = &found.citation;
    let something = citation.url.is_some()
        || citation.accessed.is_some()
        || citation.locator.is_some()
        || citation.archived_url.is_some()
        || found.cues.has(Cue::OnFile);
    rest.is_empty() && something && citation.date.is_none() && citation.identifier.is_none()
}
