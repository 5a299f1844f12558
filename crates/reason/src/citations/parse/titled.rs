//! `Ana Moro, “Title,” Outlet, May 3, 2024, https://…` and its many relatives: a title between quotation marks.

use crate::citations::elements::Quote;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::{PublisherKind, publishers};
use crate::text::fold;

use super::found::Found;
use super::people::{authors, is_name_list};
use super::places::is_city;
use super::{kind, tail};

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let quote = *note.quotes.iter().find(|quote| span.contains(quote.outer))?;
    let prefix = note.trim(Span::new(span.start, quote.outer.start));
    let mut found = Found::new(span);
    let named = read_prefix(note, prefix, &mut found)?;
    let (title, after) = title(note, quote, span);
    if title.is_empty() {
        return None;
    }
    let after = read_translation(note, after, span.end, &mut found);
    let rest = Span::new(after, span.end);
    if speaks_on(note.get(rest)) {
        return None;
    }
    found.citation.title = Some(plain_title(note.get(title)));
    found.citation.places.title = Some(title);
    let words = tail::read(note, rest, &mut found);
    assign(note, words, &mut found);
    let evidence = found.citation.date.is_some()
        || found.citation.url.is_some()
        || found.citation.accessed.is_some()
        || found.citation.container.is_some()
        || found.cues.has(Cue::OnFile)
        || found.citation.identifier.is_some();
    if !(evidence
        || (named && note.get(rest).trim_matches(['.', ' ', ',']).is_empty())
        || (named && found.citation.locator.is_some()))
    {
        return None;
    }
    link_over_title(note, title, &mut found);
    read_interviewee(&mut found);
    kind::decide(&mut found);
    Some(found)
}

/// Who stands before the title: `None` where it is a sentence.
fn read_prefix(note: &NoteText<'_>, prefix: Span, found: &mut Found) -> Option<bool> {
    if prefix.is_empty() {
        return Some(false);
    }
    if is_series(note.get(prefix)) {
        return None;
    }
    let press = note
        .cues_in(prefix)
        .last()
        .filter(|hit| {
            hit.cues.has_any(&[Cue::PressRelease])
                && hit.span.end == prefix.end
                && hit.span.start > prefix.start
        })
        .copied();
    let names = match press {
        Some(hit) => {
            found.add(Cue::PressRelease);
            note.trim(Span::new(prefix.start, hit.span.start))
        }
        None => prefix,
    };
    let dated = without_lead_in(note, dated_prefix(note, names, found), found);
    if !is_name_list(note, dated) {
        return None;
    }
    set_authors(note, dated, found);
    Some(true)
}

/// `…, coll. « Title »`: the name of a series, not of the work.
fn is_series(prefix: &str) -> bool {
    let folded = fold(prefix);
    ["coll.", "coll", "collection", "serie", "series", "reihe"].iter().any(|word| folded.ends_with(word))
}

/// `On the older system, Ana Moro`: words that lead in, then names.
fn without_lead_in(note: &NoteText<'_>, names: Span, found: &mut Found) -> Span {
    if is_name_list(note, names) {
        return names;
    }
    let text = note.get(names);
    for (at, _) in text.match_indices(", ") {
        let rest = Span::new(names.start + at + 2, names.end);
        if is_name_list(note, rest)
            && text[..at].split_whitespace().count() <= 8
            && text[..at].contains(' ')
            && !is_name_list(note, Span::new(names.start, names.start + at))
        {
            found.citation.span.start = rest.start;
            return rest;
        }
    }
    names
}

/// `Moro, A. (2021)`: the date stands between names and title.
fn dated_prefix(note: &NoteText<'_>, names: Span, found: &mut Found) -> Span {
    let Some(date) = note.dates_in(names).last().copied() else {
        return names;
    };
    let open = note.groups.iter().find(|group| group.contains(date.span) && names.contains(**group));
    match open {
        Some(group) => {
            tail::set_date(found, &date);
            note.trim(Span::new(names.start, group.start))
        }
        None => names,
    }
}

/// Names before a title; a platform that is the only name is the container, what it says of itself is not known.
pub(super) fn set_authors(note: &NoteText<'_>, names: Span, found: &mut Found) {
    let mut text = note.get(names);
    if text.contains("(ed") || text.contains("(dir") || text.contains(" ed.") || text.contains(" eds") {
        found.add(Cue::Editors);
    }
    // "New Vision (Kampala)"
    if let Some((name, rest)) = text.rsplit_once(" (")
        && let Some(place) = rest.strip_suffix(')').filter(|place| is_city(place))
    {
        found.citation.place = Some(place.to_owned());
        text = name;
    }
    found.citation.authors = authors(text);
    found.citation.places.authors = Some(names);
}

/// The title, and where it ends. `“Words”: The Rest of the Title` goes on after the mark.
fn title(note: &NoteText<'_>, quote: Quote, span: Span) -> (Span, usize) {
    let rest = &note.text[quote.outer.end..span.end];
    if rest.starts_with(": ") || rest.starts_with(" : ") {
        let end = first_boundary(note, quote.outer.end + 1, span.end);
        let whole = note.trim(Span::new(quote.outer.start, end));
        return (whole, end);
    }
    let inner = note.get(quote.inner);
    let kept = inner.trim_end_matches([',', ' ']);
    let kept = match kept.strip_suffix('.') {
        Some(shorter) if !kept.ends_with("..") && !shorter.ends_with(|c: char| c == '.') => shorter,
        _ => kept,
    };
    (Span::new(quote.inner.start, quote.inner.start + kept.len()), quote.outer.end)
}

/// The first comma or bracket that closes an unquoted rest of a title.
fn first_boundary(note: &NoteText<'_>, from: usize, end: usize) -> usize {
    let comma = note
        .tokens
        .iter()
        .filter(|token| token.is(',') && token.span.start >= from && token.span.end <= end)
        .map(|token| token.span.start);
    let group = note.groups.iter().map(|group| group.start).filter(|start| (from..end).contains(start));
    comma.chain(group).min().unwrap_or(end)
}

fn plain_title(text: &str) -> String {
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // The comma of the sentence may stand before the mark that closes a quotation within the title.
    for mark in ['\'', '’', '”', '"', '»'] {
        if let Some(inner) = title.strip_suffix(mark).and_then(|rest| rest.strip_suffix(',')) {
            return format!("{inner}{mark}");
        }
    }
    title
}

/// `Interview d'Amadou Koufa par Ana Moro`: the title says who was asked.
fn read_interviewee(found: &mut Found) {
    let Some(title) = found.citation.title.as_deref() else {
        return;
    };
    let tokens = crate::text::tokens(title);
    let hits = crate::languages::lexicon().cues(title, &tokens);
    let Some(first) = hits.first().filter(|hit| hit.first == 0 && hit.cues.has(Cue::Interview)) else {
        return;
    };
    let Some(with) = hits.iter().find(|hit| hit.first == first.last && hit.cues.has(Cue::With)) else {
        return;
    };
    let rest = title[with.span.end..].trim();
    let end = [" par ", " by ", ", ", ": ", " – ", " por "]
        .iter()
        .filter_map(|joint| rest.find(joint))
        .min()
        .unwrap_or(rest.len());
    let name = rest[..end].trim();
    if super::people::is_person(name) {
        found.citation.interviewee = Some(name.to_owned());
    }
}

/// `(The Road)`, `[The Road]` right behind the title, if it is words and no imprint.
fn read_translation(note: &NoteText<'_>, after: usize, end: usize, found: &mut Found) -> usize {
    let gap = note.text[after..end].len() - note.text[after..end].trim_start().len();
    let Some(group) =
        note.groups.iter().find(|group| group.start == after + gap && group.end <= end).copied()
    else {
        return after;
    };
    let inner = Span::new(group.start + 1, group.end - 1);
    let text = note.get(inner);
    let first = text.trim_start_matches(['“', '"', '‘', '«', '\'', '(', ' ']).chars().next();
    let words = text.split_whitespace().count();
    let imprint = note
        .dates_in(inner)
        .last()
        .is_some_and(|date| date.span.end == inner.end && (words <= 3 || text.contains(", ")))
        && !text.contains(['?', '!'])
        && looks_like_imprint(note, inner);
    let remark = note.symbols.iter().any(|symbol| inner.contains(*symbol))
        || note.urls_in(inner).next().is_some()
        || note.has_cue(inner, Cue::Accessed) && words <= 5
        || fold(text).starts_with("in ") && words <= 3;
    if imprint
        || remark
        || !first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii())
        || (words < 2 && text.len() < 6)
    {
        return after;
    }
    let label = note.cues_in(inner).any(|hit| {
        hit.span == inner && hit.cues.has_any(&[Cue::Blog, Cue::Social, Cue::PressRelease, Cue::Report])
    });
    if label {
        return after;
    }
    let bare = text.trim().trim_end_matches([',', '.']).trim();
    found.citation.title_translated = Some(plain_title(unquoted(bare)));
    group.end
}

/// A year at the end of few words, or a place, a publisher and a year.
fn looks_like_imprint(note: &NoteText<'_>, inner: Span) -> bool {
    let text = note.get(inner);
    let date = note.dates_in(inner).last().map_or("", |date| note.get(date.span));
    let before = text.strip_suffix(date).unwrap_or(text).trim_end_matches([',', ' ']);
    let names = before.split([':', ',']).map(str::trim).filter(|name| !name.is_empty());
    before.is_empty()
        || names.clone().any(is_city)
        || names.clone().any(|name| publishers().by_name(name).is_some())
        || note.has_cue(inner, Cue::Academic)
}

fn unquoted(text: &str) -> &str {
    let pairs = [('“', '”'), ('"', '"'), ('«', '»'), ('‘', '’'), ('\'', '\'')];
    for (open, close) in pairs {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && !inner.contains(open)
        {
            return inner.trim().trim_end_matches(',');
        }
    }
    text
}

/// `…,” he said`: a sentence goes on behind the quotation.
fn speaks_on(rest: &str) -> bool {
    let first = rest
        .trim_start_matches([',', ' ', '.'])
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_end_matches([',', '.', ':', ';']);
    let small = first.starts_with(char::is_lowercase) && !first.contains('.') && !first.contains('/');
    let hit = crate::languages::lexicon().leading(rest.trim_start_matches([',', ' ', '.']));
    let known = hit.is_some_and(|hit| {
        hit.cues.has_any(&[
            Cue::Available,
            Cue::Accessed,
            Cue::Archived,
            Cue::OnFile,
            Cue::Page,
            Cue::Paragraph,
            Cue::Volume,
            Cue::PressRelease,
            Cue::Social,
            Cue::Report,
            Cue::Editors,
            Cue::Via,
            Cue::NoDate,
            Cue::Blog,
            Cue::Dataset,
            Cue::Imagery,
            Cue::Academic,
            Cue::Court,
            Cue::Law,
            Cue::Registry,
        ])
    });
    let article = matches!(
        first,
        "the"
            | "in"
            | "dans"
            | "le"
            | "la"
            | "les"
            | "à"
            | "publié"
            | "published"
            | "l’"
            | "documentary"
            | "editorial"
            | "éditorial"
            | "op-ed"
            | "podcast"
            | "mise"
            | "traduit"
            | "translated"
            | "oral"
            | "al-"
            | "den"
            | "de"
            | "iPad"
            | "n.d."
            | "s.d."
            | "dernière"
            | "forthcoming"
            | "unpublished"
            | "supplement"
            | "map"
            | "video"
            | "broadcast"
            | "radio"
            | "online"
            | "speech"
            | "remarks"
            | "testimony"
            | "presentation"
            | "lecture"
            | "and"
            | "transcript"
    ) || first.starts_with("d’")
        || first.starts_with("l’")
        || first.starts_with("l'")
        || lexicon_month(first);
    let article = article
        && !matches!(
            rest.trim_start_matches([',', ' ']).split_whitespace().nth(1),
            Some("said" | "told" | "added" | "says")
        );
    small && !known && !article
}

fn lexicon_month(word: &str) -> bool {
    crate::languages::lexicon().month(word.trim_end_matches(['.', ','])).is_some()
}

/// Outlet, publisher or series among the words that remain.
pub(super) fn assign(note: &NoteText<'_>, words: Vec<Span>, found: &mut Found) {
    let stripped = |span: Span| {
        let (text, lead) = container_text(note.get(span));
        Span::new(span.start + lead, span.start + lead + text.len())
    };
    // "in States of Exchange": the book that a chapter stands in, whoever publishes it.
    let within = words
        .iter()
        .copied()
        .find(|span| note.get(*span).starts_with("in ") || note.get(*span).starts_with("dans "));
    if let Some(book) = within {
        found.citation.container = None;
        return tail::set_container(note, stripped(book), found);
    }
    let known = words.iter().copied().map(stripped).find(|span| {
        publishers().by_name(note.get(*span)).is_some_and(|kind| kind != PublisherKind::Archive)
    });
    let mut named = None;
    for span in words.into_iter().map(stripped) {
        let text = note.get(span);
        if is_city(text) && known.is_none_or(|known| known != span) {
            found.citation.place.get_or_insert_with(|| text.to_owned());
        } else if named.is_none() && !is_label(note, span) && is_container_like(text) {
            named = Some(span);
        }
    }
    if let Some(container) = known.or(named) {
        let container = without_place(note, container, found);
        tail::set_container(note, container, found);
    }
}

/// `Switzerland: Geneva Center`: place and publisher.
fn without_place(note: &NoteText<'_>, container: Span, found: &mut Found) -> Span {
    let text = note.get(container);
    let Some((place, name)) = text.split_once(": ") else {
        return container;
    };
    if publishers().by_name(text).is_some() || place.split_whitespace().count() > 3 || name.is_empty() {
        return container;
    }
    found.citation.place.get_or_insert_with(|| place.to_owned());
    Span::new(container.end - name.len(), container.end)
}

/// `in The Daily`: without the preposition; with how many bytes were taken.
fn container_text(text: &str) -> (&str, usize) {
    for lead in [
        "published by ",
        "published in ",
        "publié par ",
        "publié dans ",
        "broadcast on ",
        "aired on ",
        "in ",
        "In ",
        "dans ",
        "Dans ",
        "in: ",
        "In: ",
        "via ",
        "for ",
        "at ",
        "on ",
        "sur ",
    ] {
        if let Some(rest) = text.strip_prefix(lead) {
            return (rest, lead.len());
        }
    }
    (text, 0)
}

/// "Policy Brief No. 44", "Briefing Paper": says what the work is, not who publishes it.
fn is_label(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span);
    if publishers().by_name(text).is_some() {
        return false;
    }
    let labels = [
        Cue::Report,
        Cue::PressRelease,
        Cue::Blog,
        Cue::Social,
        Cue::Dataset,
        Cue::Editors,
        Cue::Volume,
        Cue::Imagery,
        Cue::Court,
    ];
    let hits: Vec<_> = note.cues_in(span).collect();
    let journal =
        fold(text).contains("journal") || fold(text).contains("gazette") || fold(text).contains("review");
    let thesis = fold(text).contains("thesis")
        || fold(text).contains("diss")
        || fold(text).starts_with("memoire")
        || fold(text).starts_with("these");
    if thesis {
        return true;
    }
    let labelled = hits.iter().any(|hit| {
        hit.cues.has_any(&labels)
            && (hit.span.start == span.start
                || hit.span.end == span.end
                || text.contains(|c: char| c.is_ascii_digit()))
    });
    labelled && !journal
}

fn is_container_like(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii())
        && text.split_whitespace().count() <= 14
        && text.chars().any(char::is_alphabetic)
        || text.contains('.') && !text.contains(' ')
        || matches!(text.split(['\'', '’']).next(), Some("l" | "d"))
        || text
            .split_whitespace()
            .next()
            .is_some_and(|word| matches!(word, "the" | "le" | "la" | "les" | "el" | "al-"))
}

/// The title itself may carry the address.
fn link_over_title(note: &NoteText<'_>, title: Span, found: &mut Found) {
    if found.citation.url.is_none() {
        let link = note.links.iter().find(|(span, href)| span.overlaps(title) && href.contains("://"));
        found.citation.url = link.map(|(_, href)| href.clone());
    }
}
