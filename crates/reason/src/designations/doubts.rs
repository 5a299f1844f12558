//! What looks like an act of putting somebody on a list and is none, or not the one it looks like.

use crate::document::{BlockKind, Span};
use crate::patterns::{Found, Phrase, Sort, View};

use super::parties::{Named, is_authority};
use super::read::{Says, Target, book};

/// What somebody was designated as, behind a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum As {
    /// "as its chair": an office, no sanction.
    Office,
    /// "as a terrorist".
    Sanctioned,
}

pub(super) fn designated_as(view: &View<'_>, last: usize) -> Option<As> {
    let near = (last + 1..(last + 4).min(view.len())).take_while(|at| !view.is_mark(*at));
    let office = near.into_iter().find_map(|at| Some(at + book().word_at("as", view, at)?))?;
    let end = (office + 5).min(view.len());
    let sanctioned = (office..end).any(|at| book().word_at("as-sanctioned", view, at).is_some());
    Some(if sanctioned { As::Sanctioned } else { As::Office })
}

/// Whether neither an auxiliary nor a mark stands between a party and what is said of it.
pub(super) fn is_bare(view: &View<'_>, last: usize, verb: usize) -> bool {
    last < verb
        && !(last + 1..=verb).any(|at| view.is_any(at, &[Sort::Auxiliary, Sort::Clause]) || view.is_mark(at))
}

/// "The persons put on the list", "les personnes et entités désignées": which ones they are, not what was done.
pub(super) fn is_described(view: &View<'_>, found: &Found<Says>, core: (usize, usize)) -> bool {
    const NEAR: usize = 5;
    let all = view.is(core.0, Sort::Determiner);
    let end = (core.1 + NEAR).min(found.anchor.0);
    let before_verb = (core.1 + 1..end).take_while(|at| !view.is_any(*at, &[Sort::Auxiliary, Sort::Clause]));
    all && before_verb.into_iter().any(|at| book().word_at("no-party", view, at).is_some())
}

/// "a gold dealer, Jonas Bell, and seven companies": the dealer is Bell.
pub(super) fn without_offices(view: &View<'_>, mut targets: Vec<Target>) -> Vec<Target> {
    let start = view.sentence.span.start;
    let at = |place: usize| view.sentence.tokens.partition_point(|token| token.span.end + start <= place);
    let named: Vec<usize> = targets
        .iter()
        .filter(|(.., named)| *named == Named::Yes)
        .map(|(_, span, _)| at(span.start))
        .collect();
    // "two firms, Kessa Gold and Kessa Air".
    let all_named = named.len() > 1 && named.len() + 1 == targets.len();
    targets.retain(|(last, span, one)| {
        let single = all_named || view.is_any(at(span.start), &[Sort::Indefinite, Sort::Determiner]);
        let next = named.iter().copied().find(|next| next > last);
        let apposed = next.is_some_and(|next| {
            next < last + 6
                && (last + 1..next).filter(|at| view.mark(*at, ',')).count() == 1
                && !(last + 1..next).any(|at| view.is(at, Sort::And))
                && !book().has_word("together", view, last + 1, next)
        });
        !(*one == Named::No && single && apposed)
    });
    targets
}

/// "three individuals and two entities": one group, since none is named.
pub(super) fn whole_list(view: &View<'_>, targets: Vec<(usize, Span, Named)>) -> Vec<(usize, Span, Named)> {
    let told = targets.len() > 1 && targets.iter().all(|(.., named)| *named == Named::No);
    match (targets.first(), targets.last()) {
        (Some((_, first, _)), Some((last, end, _)))
            if told && first.start < end.start && *last < view.len() =>
        {
            vec![(*last, Span::new(first.start, end.end), Named::No)]
        }
        _ => targets,
    }
}

/// "Specially Designated Nationals": no verb.
pub(super) fn is_in_name(view: &View<'_>, at: usize) -> bool {
    let running = !matches!(view.sentence.kind, BlockKind::Heading | BlockKind::Title);
    at > 0 && running && view.is_capital(at) && view.is_capital(at - 1) && view.is_capital(at + 1)
}

/// "The minister announced that Canada is imposing": Canada does.
pub(super) fn is_farther(view: &View<'_>, one: &Found<Says>, all: &[Found<Says>]) -> bool {
    let by = |found: &Found<Says>| {
        let active = matches!(found.key, Says::ByAuthority | Says::Announced);
        let phrase = book().slot(found, "authority").filter(|_| active)?;
        phrase.members.iter().find(|member| is_authority(book(), view, **member))?;
        phrase.members.last().map(|member| member.1).filter(|last| *last < found.anchor.0)
    };
    let overlaps = |other: &Found<Says>| other.anchor.0 <= one.anchor.1 && one.anchor.0 <= other.anchor.1;
    let apart = |phrase: &Phrase| !view.is_capital(phrase.start) && phrase.members[0].0 == phrase.start;
    // "sur la liste américaine ... par le Trésor": the latter did it.
    let loose = |found: &Found<Says>| {
        let phrase = book().slot(found, "authority").filter(|_| found.key == Says::Passive)?;
        let known = phrase.members.iter().any(|member| is_authority(book(), view, *member));
        known.then_some(())?;
        Some(apart(phrase) && !view.is_any(phrase.start, &[Sort::Determiner, Sort::Indefinite]))
    };
    if loose(one) == Some(true) && all.iter().any(|other| overlaps(other) && loose(other) == Some(false)) {
        return true;
    }
    by(one)
        .is_some_and(|last| all.iter().any(|other| overlaps(other) && by(other).is_some_and(|by| by > last)))
}

/// How far before the verb a word makes it less than an act.
const REACH: usize = 7;

/// Recommended, threatened, denied or lifted.
pub(super) fn is_unsure(view: &View<'_>, found: &Found<Says>) -> bool {
    let (start, end) = found.anchor;
    let from = (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(|at| ![';', '.', ':'].iter().any(|mark| view.mark(*at, *mark)))
        .last()
        .unwrap_or(start);
    // "May" is a month there; "No" opens a sentence.
    let is_name = |at: usize| view.is_capital(at) && (at > 0 || view.is(at, Sort::Time));
    let unsure = (from..start).any(|at| book().word_at("unsure", view, at).is_some() && !is_name(at));
    let lifted =
        found.key == Says::Noun && book().has_word("lifted", view, end + 1, (end + 14).min(view.len()));
    unsure || lifted
}
