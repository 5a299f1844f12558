//! The same named speaker gives the same figure for one event: those who report it may all have it from there.

use std::collections::HashMap;

use crate::claims::{Claim, ClaimKind, StandsIn};
use crate::dates::PartialDate;
use crate::document::Span;
use crate::entities::EntityKind;
use crate::quantities::Figure;
use crate::text::fold_words;

use super::case::Case;
use super::{Basis, Edge};

/// Works that one claim may stand for: a note that cites more does not say which gives the figure.
const MOST_WORKS: usize = 4;
/// Statements of one speaker and figure that are compared with each other.
const MOST_COMPARED: usize = 32;

/// Who says how many of what.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Said {
    speaker: String,
    what: ClaimKind,
    figure: Figure,
}

/// Where and when, as far as told.
struct Told {
    standing: usize,
    place: Option<String>,
    day: Option<PartialDate>,
    at: (usize, Span),
}

pub(super) fn find(case: &Case<'_>) -> Vec<Edge> {
    let mut told: HashMap<Said, Vec<Told>> = HashMap::new();
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (document, source) in case.sources.iter().enumerate() {
        order.extend((0..source.analysis.claims.len()).map(|claim| (document, claim)));
    }
    let mut edges = Vec::new();
    for (document, index) in order {
        let claim = &case.sources[document].analysis.claims[index];
        let Some(said) = said(case, document, claim) else {
            continue;
        };
        let speaker = said.speaker.clone();
        let known = told.entry(said).or_default();
        for new in tellings(case, document, claim) {
            let like = known.iter().rev().find(|old| old.standing != new.standing && one_event(old, &new));
            edges.extend(like.and_then(|old| edge(case, &speaker, old, &new)));
            if known.len() < MOST_COMPARED && !known.iter().any(|old| old.standing == new.standing) {
                known.push(new);
            }
        }
    }
    edges
}

fn edge(case: &Case<'_>, speaker: &str, old: &Told, new: &Told) -> Option<Edge> {
    let why = format!("both have their figure from one speaker ({speaker})");
    case.suspect(old.standing, new.standing, Basis::SameSpeakerSameFigure, &why, vec![old.at, new.at])
}

/// The speaker of a claim with an exact figure, where it is somebody with a name: "residents" are not the same residents.
fn said(case: &Case<'_>, document: usize, claim: &Claim) -> Option<Said> {
    let exact = claim.figure.is_known() && !claim.negated && !claim.cumulative;
    let speaker = *claim.said_by.first()?;
    exact.then_some(Said {
        speaker: name_of(case, document, speaker)?,
        what: claim.what,
        figure: claim.figure,
    })
}

fn name_of(case: &Case<'_>, document: usize, span: Span) -> Option<String> {
    let analysis = case.sources[document].analysis;
    let first = analysis.mentions.partition_point(|mention| mention.span.end <= span.start);
    let named = analysis.mentions[first..].iter().take_while(|mention| mention.span.start < span.end);
    let entity = named
        .map(|mention| &analysis.entities[mention.entity])
        .find(|entity| !matches!(entity.kind, EntityKind::Place | EntityKind::Other))?;
    Some(fold_words(&entity.caption)).filter(|name| !name.is_empty())
}

/// The works that tell it, each with place and day. What somebody told the authors, or a record, is its own origin.
fn tellings(case: &Case<'_>, document: usize, claim: &Claim) -> Vec<Told> {
    let source = &case.sources[document];
    let standings = case.cited.of_claim(&case.origins, document, source.analysis, claim);
    if standings.len() > MOST_WORKS {
        return Vec::new();
    }
    let place = claim.place.map(|place| fold_words(source.document.quote(place)));
    let day = claim.when.and_then(|when| when.interval.from);
    let span = match claim.stands_in {
        StandsIn::CitedTitle(citation) => source.analysis.citations[citation].span,
        _ => claim.span,
    };
    standings
        .into_iter()
        .filter(|standing| !case.is_first_hand(*standing))
        .map(|standing| Told { standing, place: place.clone(), day, at: (document, span) })
        .collect()
}

/// Whether two claims can be about one event: day or place agree, and neither contradicts.
fn one_event(a: &Told, b: &Told) -> bool {
    let days = a.day.zip(b.day).map(|(a, b)| a.agrees_with(b));
    let places = a.place.as_ref().zip(b.place.as_ref()).map(|(a, b)| a == b);
    days != Some(false) && places != Some(false) && (days == Some(true) || places == Some(true))
}
