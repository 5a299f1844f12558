//! Titles without quotation marks: in italics, or plain between names and date.
//! `Amnesty International, The Unnamed, June 2023, p. 9`, `Moro, A. (2021). The Road. Daily Press.`

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::{PublisherKind, publishers};

use super::Pointed;
use super::found::Found;
use super::people::{authors, is_name_list, is_person};
use super::places::is_city;
use super::segments::segments;
use super::{kind, tail, titled};

/// A title has fewer words; more is a sentence.
const LONGEST_TITLE_WORDS: usize = 40;

pub(super) fn parse(note: &NoteText<'_>, span: Span, pointed: Pointed) -> Option<Found> {
    if note.quotes.iter().any(|quote| span.contains(quote.outer) && quote.outer.start == span.start)
        && note.dates_in(span).next().is_none()
    {
        return None;
    }
    author_year(note, span).or_else(|| emphasised(note, span)).or_else(|| plain(note, span, pointed))
}

/// `Moro, A., & Fell, J. (2021, May 3). The road is long. The Daily. https://…`
fn author_year(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let group = *note.groups.iter().find(|group| span.contains(**group))?;
    let inner = Span::new(group.start + 1, group.end - 1);
    let date = *note.dates_in(inner).next()?;
    let names = note.trim(Span::new(span.start, group.start));
    let opens = date.span.start == inner.start;
    let behind = note.text[group.end..span.end].trim_start_matches(['.', ',', ':', ' ']);
    let year_first = date.date.year.is_some() && opens && (note.get(inner).len() <= 22);
    let direct = note.text[group.end..span.end].starts_with(['.', ',', ' ', ':']);
    if names.is_empty()
        || !year_first
        || !direct
        || !is_name_list(note, names)
        || behind.is_empty()
        || note.get(names).split_whitespace().count() > 20
    {
        return None;
    }
    let single_body = !note.get(names).contains(',')
        && !is_person(note.get(names))
        && publishers().by_name(note.get(names)).is_none();
    if single_body && behind.split_whitespace().count() < 3 {
        return None;
    }
    let mut found = Found::new(span);
    tail::set_date(&mut found, &date);
    found.citation.authors = inverted_authors(note.get(names));
    found.citation.places.authors = Some(names);
    let title = first_sentence(note, Span::new(group.end, span.end))?;
    if note.urls_in(title).next().is_some() {
        return None;
    }
    let title = match note.groups.iter().find(|group| group.start >= title.start && group.end == title.end) {
        Some(group) => note.trim(Span::new(title.start, group.start)),
        None => title,
    };
    set_title(note, title, &mut found);
    let words = tail::read(note, Span::new(title.end, span.end), &mut found);
    titled::assign(note, words, &mut found);
    kind::decide(&mut found);
    Some(found)
}

/// Up to the first full stop, question mark, or address: commas belong to the title.
fn first_sentence(note: &NoteText<'_>, span: Span) -> Option<Span> {
    let parts = segments(note, span);
    let first = *parts.first()?;
    let mut end = first.end;
    for part in &parts[1..] {
        let between = note.get(Span::new(end, part.start));
        let comma = between.trim_start().starts_with(',') && !between.contains('.');
        if !comma
            || note.urls_in(*part).next().is_some()
            || note.dates_in(*part).next().is_some()
            || publishers().by_name(note.get(*part)).is_some()
        {
            break;
        }
        end = part.end;
    }
    Some(Span::new(first.start, end))
}

/// `Moro, A., & Fell, J. P.`: family names with initials.
fn inverted_authors(text: &str) -> Vec<String> {
    let plain = text
        .replace(", &", ",")
        .replace(" & ", ", ")
        .replace(", and ", ", ")
        .replace(", et ", ", ")
        .replace(" and ", ", ")
        .replace(" et ", ", ");
    let pieces: Vec<&str> = plain.split(", ").map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let initials = |piece: &str| piece.split_whitespace().all(|word| word.ends_with('.') && word.len() <= 5);
    let inverted = pieces.len() >= 2
        && pieces.len() % 2 == 0
        && pieces.chunks(2).all(|pair| initials(pair[1].trim_end_matches(',')));
    if inverted {
        return pieces
            .chunks(2)
            .map(|pair| format!("{}, {}", pair[0], pair[1].trim_end_matches(',')))
            .collect();
    }
    authors(text)
}

/// Italics that are no outlet: the title.
fn emphasised(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let title = *note.emphasis.iter().find(|title| {
        span.contains(**title)
            && title.len() > 3
            && publishers().by_name(note.get(note.trim(**title))).is_none()
            && !note.is_inside(title.start)
    })?;
    let title = note.trim(title);
    let names = note.trim(Span::new(span.start, title.start));
    if !names.is_empty() && !is_name_list(note, names) {
        return None;
    }
    let mut found = Found::new(span);
    if !names.is_empty() {
        titled::set_authors(note, names, &mut found);
    }
    set_title(note, title, &mut found);
    let words = tail::read(note, Span::new(title.end, span.end), &mut found);
    titled::assign(note, words, &mut found);
    evidence(&found).then(|| {
        kind::decide(&mut found);
        found
    })
}

/// Names, then words up to the first date, number, bracket or publisher.
fn plain(note: &NoteText<'_>, span: Span, pointed: Pointed) -> Option<Found> {
    let mut parts = segments(note, span);
    let mut found = Found::new(span);
    split_at_colon(note, &mut parts);
    drop_label(note, &mut parts, &mut found);
    join_inverted(note, &mut parts);
    let first = *parts.first()?;
    let series = series_author(note, first);
    let named = series.is_some() || is_author(note, first);
    let from = usize::from(named);
    let from = if named { more_authors(note, &parts, from) } else { from };
    let names = series.unwrap_or_else(|| Span::new(first.start, parts[from.max(1) - 1].end));
    if series.is_some() {
        found.add(Cue::Report);
    }
    if named {
        titled::set_authors(note, names, &mut found);
    }
    let end = title_end(note, &parts, from)?;
    let has_title = end > from;
    if has_title {
        let title = Span::new(parts[from].start, parts[end - 1].end);
        let title = before_group(note, title);
        if note.get(title).split_whitespace().count() > LONGEST_TITLE_WORDS
            || reads_like_sentence(note, title, named)
        {
            return None;
        }
        set_title(note, title, &mut found);
        let words = tail::read(note, Span::new(title.end, span.end), &mut found);
        titled::assign(note, words, &mut found);
    } else {
        let words = tail::read(note, Span::new(names.end, span.end), &mut found);
        titled::assign(note, words, &mut found);
    }
    let enough = if named {
        evidence(&found)
    } else {
        pointed == Pointed::Yes
            && evidence(&found)
            && (found.citation.url.is_some()
                || found.citation.identifier.is_some()
                || found.citation.container.is_some())
            || found.citation.url.is_some() && found.citation.date.is_some()
            || found.citation.identifier.is_some()
                && note
                    .cues_in(first)
                    .any(|hit| hit.span.start == first.start && hit.cues.has_any(&[Cue::Report, Cue::Law]))
    };
    if !enough || !(has_title || found.citation.url.is_some() || found.citation.date.is_some()) {
        return None;
    }
    if !has_title && !named {
        return None;
    }
    kind::decide(&mut found);
    Some(found)
}

/// `Moro, Ana. The Law of the River`, `Moro, A. (ed.), El río`: family name first, one author.
fn join_inverted(note: &NoteText<'_>, parts: &mut Vec<Span>) {
    let (Some(first), Some(second)) = (parts.first().copied(), parts.get(1).copied()) else {
        return;
    };
    let family = !note.get(first).contains(' ')
        && note.get(first).starts_with(char::is_uppercase)
        && publishers().by_name(note.get(first)).is_none();
    let given = note.get(second).split(" (").next().unwrap_or_default();
    let words: Vec<&str> = given.split_whitespace().collect();
    let initials = !words.is_empty()
        && words.iter().all(|word| {
            word.trim_end_matches('.').chars().count() <= 2 && word.starts_with(char::is_uppercase)
        });
    let stopped = note.text[second.end..].starts_with(". ")
        && words.len() <= 2
        && words.iter().all(|word| word.starts_with(char::is_uppercase));
    if family && parts.len() > 2 && (initials || stopped) {
        parts[1] = Span::new(first.start, second.end);
        parts.remove(0);
    }
}

/// `Amnesty International: Flusstal`: a colon parts author and title.
fn split_at_colon(note: &NoteText<'_>, parts: &mut Vec<Span>) {
    let Some(first) = parts.first().copied() else {
        return;
    };
    let text = note.get(first);
    if let Some(at) = text.find(": ")
        && (publishers().by_name(&text[..at]).is_some() || is_person(&text[..at]))
    {
        parts[0] = Span::new(first.start, first.start + at);
        parts.insert(1, note.trim(Span::new(first.start + at + 1, first.end)));
    }
}

/// `Press Release, U.S. Department of the Treasury, …`: the kind stands first.
fn drop_label(note: &NoteText<'_>, parts: &mut Vec<Span>, found: &mut Found) {
    let Some(first) = parts.first().copied().filter(|_| parts.len() > 2) else {
        return;
    };
    let label = note
        .cues_in(first)
        .find(|hit| hit.span == first && hit.cues.has_any(&[Cue::PressRelease, Cue::Report]))
        .copied();
    if let Some(hit) = label {
        found.add(if hit.cues.has(Cue::PressRelease) { Cue::PressRelease } else { Cue::Report });
        parts.remove(0);
    }
}

/// `Crisis Group Africa Report N°306`: the publisher that a numbered series names itself by.
fn series_author(note: &NoteText<'_>, part: Span) -> Option<Span> {
    let text = note.get(part);
    let numbered = note.has_cue(part, Cue::Report)
        && text.contains(|c: char| c.is_ascii_digit())
        && text.split_whitespace().count() <= 10;
    if !numbered || publishers().by_name(text).is_some() {
        return None;
    }
    let ends = text.match_indices(' ').map(|(at, _)| at).collect::<Vec<_>>();
    let known = ends.into_iter().rev().find(|end| publishers().by_name(&text[..*end]).is_some())?;
    Some(Span::new(part.start, part.start + known))
}

/// A known publisher, a person, or a body: capitals, no verb.
fn is_author(note: &NoteText<'_>, part: Span) -> bool {
    let text = note.get(part);
    let words = text.split_whitespace().count();
    let known = publishers().by_name(text).is_some();
    let dated = note.dates_in(part).next().is_some() || note.urls_in(part).next().is_some();
    let acronym = words == 1
        && text.chars().count() >= 2
        && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-');
    let inverted = text.split_once(", ").is_some_and(|(family, _)| !family.contains(' '));
    known
        || (!dated && (words >= 2 || inverted) && is_name_list(note, part))
        || (acronym && !dated)
        || (!dated && words == 1 && text.ends_with("’"))
}

/// Further people of the list.
fn more_authors(note: &NoteText<'_>, parts: &[Span], mut from: usize) -> usize {
    while from + 1 < parts.len()
        && is_person(note.get(parts[0]))
        && is_person(
            note.get(parts[from])
                .trim_start_matches("and ")
                .trim_start_matches("et ")
                .trim_start_matches("& "),
        )
        && note.get(parts[from]).split_whitespace().count() <= 4
        && title_end(note, parts, from + 1).is_some_and(|end| end > from + 1)
    {
        from += 1;
    }
    from
}

/// The part that is no more title.
fn title_end(note: &NoteText<'_>, parts: &[Span], from: usize) -> Option<usize> {
    let closes = |part: Span| {
        let text = note.get(part);
        let within = ["in: ", "in ", "dans ", "In: "]
            .iter()
            .any(|lead| text.strip_prefix(lead).is_some_and(|rest| rest.starts_with(char::is_uppercase)));
        if within {
            return true;
        }
        let date =
            note.dates_in(part).next().is_some_and(|date| note.get(part).len() - date.span.len() <= 12);
        let symbol =
            note.symbols.iter().any(|symbol| part.contains(*symbol) && symbol.start - part.start <= 10);
        let leading = note.cues_in(part).next().filter(|hit| hit.span.start == part.start);
        let telling = leading.is_some_and(|hit| {
            let rest = &note.text[hit.span.end..part.end];
            let counted = rest.trim_start_matches([' ', '.']).starts_with(|c: char| c.is_ascii_digit());
            (hit.cues.has_any(&[Cue::Page, Cue::Paragraph, Cue::Volume]) && counted)
                || hit.cues.has_any(&[
                    Cue::Available,
                    Cue::Accessed,
                    Cue::Archived,
                    Cue::OnFile,
                    Cue::PressRelease,
                    Cue::NoDate,
                ]) && !hit.cues.has(Cue::With)
                || hit.cues.has_any(&[Cue::Report, Cue::Academic, Cue::Blog, Cue::Dataset, Cue::Editors])
                    && (rest.trim().is_empty() || text.contains(|c: char| c.is_ascii_digit()))
        });
        let series = note.cues_in(part).any(|hit| hit.cues.has(Cue::Report)) && text.contains(['°', 'º'])
            || note
                .cues_in(part)
                .any(|hit| hit.cues.has_any(&[Cue::Report, Cue::Academic]) && text.contains("No. "));
        let known = publishers().by_name(text).is_some_and(|kind| kind != PublisherKind::Archive);
        date || symbol
            || telling
            || series
            || known
            || is_city(text)
            || note.urls_in(part).next().is_some()
            || numeric(text)
    };
    let edition = |part: Span| crate::text::fold(note.get(part)).ends_with(" edition");
    let ends = |at: usize| {
        let part = parts[at];
        let behind_bracket = at > from && group_between(note, parts[at - 1]);
        closes(part) || behind_bracket || edition(part) || tail::reporter(note.get(part)).is_some()
    };
    // "Rapport d’information n° 534, 2 mars 2022": the series is all the title there is.
    let only_series = |at: usize| {
        let part = parts[at];
        let plain = note.dates_in(part).all(|date| date.span.len() <= 9)
            && note.symbols.iter().all(|symbol| !part.contains(*symbol))
            && note.urls_in(part).next().is_none();
        at == from
            && from > 0
            && plain
            && note.has_cue(part, Cue::Report)
            && note.get(part).split_whitespace().count() >= 3
            && note.get(part).starts_with(char::is_uppercase)
            && (at + 1 >= parts.len() || closes(parts[at + 1]))
    };
    let found = (from..parts.len()).find(|at| ends(*at) && !only_series(*at));
    Some(found.unwrap_or(parts.len()))
}

fn group_between(note: &NoteText<'_>, part: Span) -> bool {
    note.groups.iter().any(|group| group.end == part.end && part.contains(*group))
}

fn numeric(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '.' | ':' | '(' | ')'))
}

/// A bracket at the end of a title is its imprint.
fn before_group(note: &NoteText<'_>, title: Span) -> Span {
    let imprint = |group: &&Span| {
        let behind = note.get(Span::new(group.end, title.end));
        let closes = behind.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '.'));
        let told = note.dates_in(**group).next().is_some()
            || note.symbols.iter().any(|symbol| group.contains(*symbol))
            || note.get(**group).contains(':');
        closes && told
    };
    match note.groups.iter().filter(|group| title.contains(**group)).find(imprint) {
        Some(group) => note.trim(Span::new(title.start, group.start)),
        None => title,
    }
}

/// A verb among small words: commentary rather than a title.
fn reads_like_sentence(note: &NoteText<'_>, title: Span, named: bool) -> bool {
    let text = note.get(title);
    let words: Vec<&str> = text.split_whitespace().collect();
    if named
        && !text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '«' | '"' | '‘')
        })
    {
        return !note
            .cues_in(title)
            .any(|hit| hit.cues.has_any(&[Cue::Report, Cue::Dataset, Cue::Law, Cue::Registry]));
    }
    let verbs = [
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "said",
        "told",
        "did",
        "does",
        "est",
        "sont",
        "était",
        "étaient",
        "ont",
        "avait",
        "reported",
        "describes",
        "noted",
        "claims",
        "claimed",
        "added",
        "would",
        "could",
        "visited",
        "signed",
        "used",
    ];
    let verb = words.iter().any(|word| verbs.contains(word));
    verb && (!named || words.len() > 12)
}

fn set_title(note: &NoteText<'_>, title: Span, found: &mut Found) {
    // "evening news bulletin": a description, no title.
    if note.get(title).starts_with(char::is_lowercase) {
        return;
    }
    let text = note.get(title).trim_end_matches(['.', ',', ' ']);
    found.citation.title = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
    found.citation.places.title = Some(Span::new(title.start, title.start + text.len()));
}

fn evidence(found: &Found) -> bool {
    let citation = &found.citation;
    citation.date.is_some()
        || citation.url.is_some()
        || citation.identifier.is_some()
        || citation.accessed.is_some()
        || found.cues.has(Cue::OnFile)
        || (citation.locator.is_some() && citation.title.is_some() && !citation.authors.is_empty())
}
