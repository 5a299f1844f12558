//! What was found, for people: each entry with the places where its names stand, then the parties.

use std::collections::HashMap;
use std::io::{self, Write};

use casebook::Loaded;
use casebook::listed::{ListedEntry, Passage};
use names::history::Standing;
use names::screening::{Answer, Told, Unknown};
use reason::document::Span;
use reason::entities::Party;

use super::Scanned;
use crate::cli::Scan;
use crate::commands::screen::{NOT_WHOLE, account};
use crate::terminal::{counted, escape, style};

/// The sentences that were shown, each by its document and place: under which entry. One man stands on many lists, and is read about once.
type Shown = HashMap<(usize, Span), String>;

/// Occurrences of one entry.
type OfEntry<'s, 'a> = (ListedEntry<'a>, Vec<(usize, &'s Passage<'a>)>);

pub(super) fn write(
    out: &mut impl Write,
    loaded: &Loaded,
    scanned: &Scanned<'_>,
    arguments: &Scan,
) -> io::Result<()> {
    let day = arguments.as_of.as_deref();
    let mut shown = Shown::new();
    for (entry, passages) in by_entry(scanned) {
        let name = format!("{}:{}", entry.told.list, entry.entry.id());
        heading(out, &entry, &name, day)?;
        for (document, passage) in passages.iter().take(arguments.limit) {
            occurrence(out, loaded, *document, passage)?;
            sentence(out, loaded, (*document, passage.sentence), &name, &mut shown)?;
        }
        if passages.len() > arguments.limit {
            writeln!(out, "  … and {} more (--limit shows more)", passages.len() - arguments.limit)?;
        }
        writeln!(out)?;
    }
    if !scanned.parties.is_empty() {
        let strong = style::STRONG;
        writeln!(out, "{strong}Parties that may be listed{strong:#}")?;
        for (party, found) in &scanned.parties {
            of_party(out, party, found, arguments)?;
        }
        writeln!(out)?;
    }
    let searched: Vec<String> = scanned
        .screening
        .searched()
        .map(|list| {
            let days: Vec<String> = list.snapshots.iter().map(ToString::to_string).collect();
            let whole = if scanned.desk.breaks_off(list) { NOT_WHOLE } else { "" };
            format!("{} of {}{whole}", list.list, days.join(" and "))
        })
        .collect();
    writeln!(out, "searched: {}", escape::line(&searched.join("; ")))?;
    let documents = counted(loaded.documents.len(), "document", "documents");
    let found = counted(scanned.passages.len(), "listed name", "listed names");
    let parties = counted(scanned.parties.len(), "party that may be listed", "parties that may be listed");
    writeln!(out, "{found} in {documents}; {parties}")
}

/// In the order in which they first stand in the documents.
fn by_entry<'s, 'a>(scanned: &'s Scanned<'a>) -> Vec<OfEntry<'s, 'a>> {
    let mut found: Vec<OfEntry<'s, 'a>> = Vec::new();
    let mut known: HashMap<u32, usize> = HashMap::new();
    for (document, passage) in &scanned.passages {
        let at = *known.entry(passage.occurrence.entry).or_insert(found.len());
        if at == found.len() {
            found.push((passage.entry, Vec::new()));
        }
        found[at].1.push((*document, passage));
    }
    found
}

fn heading(out: &mut impl Write, entry: &ListedEntry<'_>, name: &str, day: Option<&str>) -> io::Result<()> {
    let strong = style::STRONG;
    writeln!(out, "{strong}{}{strong:#}  {}", escape::line(entry.entry.caption()), escape::line(name))?;
    writeln!(out, "    {}; {}", entry.entry.schema(), escape::line(&told(&entry.told, day)))
}

fn occurrence(
    out: &mut impl Write,
    loaded: &Loaded,
    document: usize,
    passage: &Passage<'_>,
) -> io::Result<()> {
    let of = &loaded.documents[document];
    let span = passage.span;
    let frame = style::FRAME;
    let page = passage.page.map(|page| format!(", page {page}")).unwrap_or_default();
    let notes = match &*passage.notes {
        [] => String::new(),
        [one] => format!(", note {one}"),
        several => format!(", notes {}", several.join(", ")),
    };
    let place = format!("{}{page}{notes}", of.exhibit.label);
    let quote = escape::line(of.document.quote(span)).into_owned();
    let as_listed = format!("“{}”", passage.listed);
    writeln!(
        out,
        "  {frame}{}{frame:#}: “{quote}” ({}): {}",
        escape::line(&place),
        passage.occurrence.told(),
        escape::line(&as_listed)
    )
}

/// The sentence of an occurrence; where it was shown before, where that was.
fn sentence(
    out: &mut impl Write,
    loaded: &Loaded,
    place: (usize, Span),
    name: &str,
    shown: &mut Shown,
) -> io::Result<()> {
    match shown.get(&place) {
        Some(before) if before == name => Ok(()),
        Some(before) => writeln!(out, "      its sentence stands under {}", escape::line(before)),
        None => {
            shown.insert(place, name.to_owned());
            let of = &loaded.documents[place.0];
            let sentence = of.analysis.words(&of.document, place.1);
            writeln!(out, "      {}", escape::line(&shortened(&sentence)))
        }
    }
}

/// Characters of a sentence that are shown.
const SHOWN: usize = 240;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn of_party(out: &mut impl Write, party: &Party, found: &[Answer<'_>], arguments: &Scan) -> io::Result<()> {
    writeln!(out, "  {} ({})", escape::line(&party.caption), party.id)?;
    for answer in found.iter().take(arguments.limit) {
        let name = answer.record.shown();
        let (list, id, line) = (answer.list, &answer.record.id, answer.record.line);
        let standing = standing(answer.standing, answer.unknown, arguments.as_of.as_deref());
        let facts = format!("{name}  {list}:{id}; {standing}; line {line}");
        let (score, says) = (account::score(&answer.hit.comparison), account::says(&answer.hit.comparison));
        writeln!(out, "      {score:.3}  {says}  {}", escape::line(&facts))?;
        if arguments.explain {
            for part in account::lines(&answer.hit.comparison) {
                writeln!(out, "          {}", escape::line(&part))?;
            }
        }
    }
    match found.len().saturating_sub(arguments.limit) {
        0 => Ok(()),
        more => writeln!(out, "      … and {more} more (--limit shows more)"),
    }
}

/// Whether it is listed, and over which time.
fn told(told: &Told<'_>, day: Option<&str>) -> String {
    let since = match (told.listed_on, told.gone) {
        (Some(date), None) => format!("listed since {date}"),
        (None, None) => format!("listed since {} or before", told.first_seen),
        (_, Some(gone)) => format!("in snapshots from {} to before {gone}", told.first_seen),
    };
    format!("{}; {since}", standing(told.standing, told.unknown, day))
}

fn standing(standing: Standing, unknown: Option<Unknown>, day: Option<&str>) -> String {
    let on = day.map(|day| format!(" on {day}")).unwrap_or_default();
    match standing {
        Standing::Listed => format!("listed{on}"),
        Standing::NotListed if on.is_empty() => "not listed any more".to_owned(),
        Standing::NotListed => format!("not listed{on}"),
        Standing::NotKnown => {
            format!(
                "not known whether listed{on}: {}",
                unknown.map(|why| why.to_string()).unwrap_or_default()
            )
        }
    }
}
