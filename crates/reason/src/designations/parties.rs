//! Who can put on a list, and who can be put on one.

use crate::document::Span;
use crate::entities::{Entity, EntityKind};
use crate::patterns::{Book, Sort, View, core_before, core_from, is_named};

use super::read::Says;

type Core = (usize, usize);

/// What can be put on a list.
pub(super) const fn is_party(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Person | EntityKind::Company | EntityKind::ArmedGroup | EntityKind::Organization
    )
}

/// Whether a phrase is one of those who keep lists.
pub(super) fn is_authority(book: &Book<Says>, view: &View<'_>, core: Core) -> bool {
    book.has_word("authority", view, core.0, core.1 + 1)
}

/// The authority with what tells it from others: "the Committee established pursuant to resolution 2127 (2013)".
pub(super) fn authority_span(book: &Book<Says>, view: &View<'_>, core: Core) -> Span {
    let (first, mut last) = without_measure(book, view, untailed(view, core));
    if book.word_at("set-up", view, last + 1).is_some() {
        let reach = (last + 16).min(view.len());
        let ends = |at: &usize| {
            [',', ';', '.'].iter().any(|mark| view.mark(*at, *mark))
                || view.is_any(*at, &[Sort::Preposition, Sort::Place]) && dated(view, *at + 1)
        };
        last = (last + 1..reach).find(ends).unwrap_or(reach) - 1;
    }
    view.place_of(first, last)
}

/// "a U.S. sanctions", "un gel des avoirs de la part du Conseil": of what is imposed and by whom, the latter.
fn without_measure(book: &Book<Says>, view: &View<'_>, core: Core) -> Core {
    let (mut first, mut last) = core;
    let authority = |from: usize, to: usize| book.has_word("authority", view, from, to);
    let skips = |at: usize| view.is_mark(at) || view.is_any(at, &[Sort::Joiner, Sort::Indefinite]);
    loop {
        let start = (first..=last).find(|at| !skips(*at)).unwrap_or(last);
        let Some(length) = book.word_at("measure", view, start) else { break };
        let behind = (start + length..=last).find(|at| !skips(*at));
        let Some(behind) = behind.filter(|behind| authority(*behind, last + 1)) else { break };
        first = behind;
    }
    while last > first
        && book.word_at("measure", view, last) == Some(1)
        && !view.is(last - 1, Sort::Joiner)
        && authority(first, last)
    {
        last -= 1;
        first += usize::from(view.is(first, Sort::Indefinite) && first < last);
    }
    (first, last)
}

fn dated(view: &View<'_>, at: usize) -> bool {
    let number = view.is_number(at) && (view.is(at + 1, Sort::Time) || view.word(at).len() == 4);
    number || view.is(at, Sort::Time) || view.word(at) == "le"
}

/// Without a possessive or a bracket at its end.
fn untailed(view: &View<'_>, core: Core) -> Core {
    let (mut first, mut last) = core;
    if last > first + 1 && view.word(last) == "s" && view.mark(last - 1, '\'') {
        last -= 2;
    }
    if view.mark(last, '\'') && last > first {
        last -= 1;
    }
    while first < last
        && (view.is(first, Sort::Before) || view.is_mark(first))
        && view.mention(first).is_none()
    {
        first += 1;
    }
    (first, last)
}

/// The party put on a list, without rank and office, and whether it is named; `None` where it is no party.
pub(super) fn target(
    book: &Book<Says>,
    view: &View<'_>,
    entities: &[Entity],
    core: Core,
    weak: Weak,
) -> Option<(Core, Named)> {
    let (first, last) = unbracketed(view, untailed(view, core));
    let named_of = book.word_at("name-of", view, first).map(|length| first + length);
    let named_of = named_of.map(|first| first + usize::from(view.mark(first, '\'')));
    let core = (named_of.filter(|first| *first <= last).unwrap_or(first), last);
    if book.has_word("no-party", view, core.0, core.1 + 1) {
        return None;
    }
    let people = book.has_word("party", view, core.0, core.1 + 1);
    let tail = (core.0 + 1..=core.1)
        .filter(|at| !view.is_capital(*at) && view.mention(*at).is_none())
        // "Moor for her part in it".
        .filter(|at| people || view.is(*at, Sort::Joiner) && !view.is_capital(at + 1))
        .find(|at| book.word_at("tail", view, *at).is_some());
    let core = (core.0, tail.map_or(core.1, |tail| tail - 1));
    let core = (core.0, if people { end_of_party(book, view, core) } else { end_of_name(view, core) });
    let inside = (core.0..=core.1).filter_map(|at| view.mention(at)).next_back();
    if let Some((mention, first, last)) = inside
        && last == core.1
    {
        let kind = entities.get(view.entity(mention)?)?.kind;
        return match kind {
            EntityKind::Person if !is_of(view, core.0, first) => Some(((first, last), Named::Yes)),
            EntityKind::Place if weak == Weak::Yes => None,
            // A name of which nothing tells what it is: a full one is a party, a single word may be anything.
            EntityKind::Other if weak == Weak::Yes && first == last => None,
            _ => Some((core, Named::Yes)),
        };
    }
    // "Entries are listed": a first word has its capital from its place.
    let opening = weak == Weak::Yes && core.1 == 0 && view.mention(0).is_none();
    let named = !opening
        && (is_named(view, core) || weak == Weak::No && is_half_named(view, core))
        && !view.is(core.1, Sort::Time);
    if named {
        return Some((without_title(view, core), Named::Yes));
    }
    people.then_some((core, Named::No))
}

/// Whether the verb also has a use in which nobody is sanctioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weak {
    Yes,
    No,
}

/// Whether a party is named or only told of: "three officials".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Yes,
    No,
}

/// "le Front bleu": of a name of several words only the first may have a capital.
fn is_half_named(view: &View<'_>, core: Core) -> bool {
    let article = view.is(core.0, Sort::Determiner) && (core.0 == 0 || !view.is_capital(core.0));
    let first = core.0 + 1 + usize::from(view.mark(core.0 + 1, '\''));
    article && first < core.1 && core.1 < first + 4 && view.is_name(first)
}

/// "la société Kessa Or poursuit": the party ends with its name where nothing but a verb can follow.
fn end_of_party(book: &Book<Says>, view: &View<'_>, core: Core) -> usize {
    let small = |at: usize| !view.is_mark(at) && !view.is_capital(at) && view.mention(at).is_none();
    let name = (core.0..core.1).rev().find(|at| view.mention(*at).is_some_and(|(_, _, last)| last == *at));
    match name {
        Some(name)
            if small(name + 1)
                && !view.is(name + 1, Sort::Joiner)
                && !book.has_word("party", view, name + 1, core.1 + 1) =>
        {
            name
        }
        _ => core.1,
    }
}

/// "Kessa Gold bought it": the name ends before the verb.
fn end_of_name(view: &View<'_>, core: Core) -> usize {
    // "Halden-based": no word by itself.
    let bound = |at: usize| at > 0 && view.mark(at - 1, '-') && !view.spaced(at);
    let small = |at: &usize| {
        !view.is_mark(*at) && !view.is_capital(*at) && view.mention(*at).is_none() && !bound(*at)
    };
    match view.is_capital(core.0) && !view.is(core.0, Sort::Determiner) {
        true => {
            (core.0..=core.1).find(|at| small(at) && !view.is(*at, Sort::Joiner)).map_or(core.1, |at| at - 1)
        }
        false => core.1,
    }
}

/// "the network of Ada Moor": not she herself.
fn is_of(view: &View<'_>, start: usize, name: usize) -> bool {
    let mut at = name;
    while at > start && (view.is_mark(at - 1) || view.is(at - 1, Sort::Joiner)) {
        at -= 1;
    }
    (at..name).any(|at| view.is(at, Sort::Joiner)) && at > start
}

fn unbracketed(view: &View<'_>, core: Core) -> Core {
    if !view.mark(core.1, ')') {
        return core;
    }
    let open = (core.0 + 1..core.1).rev().find(|at| view.mark(*at, '('));
    open.map_or(core, |open| (core.0, open - 1))
}

/// "Air Force Chief of Staff Ada Moor": the name alone.
fn without_title(view: &View<'_>, core: Core) -> Core {
    let title = (core.0..core.1).rev().find(|at| view.is(*at, Sort::Title));
    let name = title.map(|at| at + 1 + usize::from(view.mark(at + 1, '.')));
    match name {
        Some(name) if name <= core.1 && view.is_capital(name) && !view.is(name, Sort::Joiner) => {
            (name, core.1)
        }
        _ => core,
    }
}

/// The subject of a sentence, where it begins with a name: what "it" or "he" in the next one stands for.
pub(super) fn subject(view: &View<'_>) -> Option<Span> {
    let core = core_from(view, 0)?;
    let core = unbracketed(view, core);
    // A first word by itself has its capital from its place.
    if core.0 == core.1 && view.mention(core.0).is_none() {
        return None;
    }
    // "Jonas Bell commands the front": the name alone.
    let core = view.mention(core.0).map_or(core, |(_, first, last)| (first, last));
    is_named(view, core).then(|| view.place_of(core.0, core.1))
}

/// "Ada Moor, an officer sanctioned": Ada Moor.
pub(super) fn apposed(book: &Book<Says>, view: &View<'_>, member: Core) -> Option<Span> {
    let comma = member.0.checked_sub(1).filter(|at| view.mark(*at, ','))?;
    let one = view.is_any(member.0, &[Sort::Indefinite, Sort::Determiner])
        || book.word_at("party", view, member.0).is_some();
    let (first, last) = core_before(view, comma).filter(|core| one && is_named(view, *core))?;
    Some(view.place_of(first, last))
}
