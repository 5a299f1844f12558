//! S01: details that together may identify a source whom the report means to protect.

use crate::citations::{Citation, CitationForm, WorkKind, is_large_city};
use crate::document::Span;
use crate::languages::{Sense, SenseHit, lexicon};
use crate::text::tokens;
use crate::works::Work;

use super::calendar::spoken;
use super::corpus::{Corpus, Reading};
use super::wording::listed;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::S01,
    why: "Nobody is named, and yet whoever knows the garrison knows who was there that month: rank, force, town and time leave one or two people.",
    wrong: &[Typed::report(
        "Nobody was paid.[1]\n\n\
             [1] Interview with a lieutenant colonel in the Third River Battalion, Marrow, June 2024.\n",
    )],
    right: &[Typed::report(
        "Nobody was paid.[1]\n\n\
             [1] Interview with an army officer, June 2024.\n",
    )],
    silence: "when the source agreed to these words, or so many people fit them that none is found",
    run: |corpus| corpus.works.iter().filter_map(|work| check(corpus, work)).collect(),
};

fn check(corpus: &Corpus<'_>, work: &Work) -> Option<Diagnostic> {
    let citations: Vec<_> =
        corpus.full_citations(work).filter(|(_, citation)| is_protected(citation)).collect();
    let (reading, first) = *citations.first()?;
    let details = details(reading, first)?;
    let labels = citations.iter().map(|(reading, citation)| reading.label(citation.note));
    let message = format!(
        "An unnamed source can perhaps be told by {} together: {}.",
        listed(&details.iter().map(|detail| detail.what).collect::<Vec<_>>()),
        details.iter().map(|detail| detail.words.as_str()).collect::<Vec<_>>().join(", ")
    );
    Some(
        Diagnostic::new(
            Code::S01,
            message,
            "Ask whether anybody could name this person, and leave out what the reader does not need.",
        )
        .at_each(citations.iter().map(|(reading, citation)| {
            reading.place(citation.span, format!("in note {}", reading.label(citation.note)))
        }))
        .notes(labels),
    )
}

/// Somebody who was spoken to and is not named; groups hide each of their members.
fn is_protected(citation: &Citation) -> bool {
    citation.form == CitationForm::Full
        && citation.kind == WorkKind::Interview
        && citation.confidential
        && citation.interviewee.is_some()
}

struct Detail {
    what: &'static str,
    words: String,
}

/// Rank, force or unit, place and month: all of them, or none is told. A large city hides a rank, unless the unit is
/// named as well.
fn details(reading: &Reading<'_>, citation: &Citation) -> Option<Vec<Detail>> {
    let who = citation.interviewee.as_deref()?;
    let tokens = tokens(who);
    let hits = lexicon().senses(who, &tokens);
    let word =
        |sense: Sense| hits.iter().filter(|hit| hit.senses.has(sense)).max_by_key(|hit| hit.span.len());
    let rank = word(Sense::Rank)?;
    if word(Sense::Former).is_some() || is_named(who, rank, &hits) {
        return None;
    }
    let unit = word(Sense::Unit);
    let force = unit.or_else(|| word(Sense::Force).filter(|hit| hit.span.start != rank.span.start))?;
    let place = citation.place.as_deref()?;
    let town = place.split(',').next().unwrap_or(place).trim();
    let date = citation.date.filter(|date| date.month.is_some())?;
    if unit.is_none() && (is_large_city(town) || is_large_city(place)) {
        return None;
    }
    let said = |hit: &SenseHit| who[hit.span.start..hit.span.end].to_owned();
    Some(vec![
        Detail { what: "rank", words: said(rank) },
        Detail { what: if unit.is_some() { "unit" } else { "force" }, words: named(who, force.span) },
        Detail { what: "town", words: town.to_owned() },
        Detail { what: if date.day.is_some() { "day" } else { "month" }, words: spoken(date) },
    ])
    .filter(|_| !is_group(reading.quote(citation.span)))
}

/// "Colonel Ada Moor": a name follows the rank, and nobody is hidden.
fn is_named(who: &str, rank: &SenseHit, hits: &[SenseHit]) -> bool {
    let rest = who[rank.span.end..].trim_start();
    let at = who.len() - rest.len();
    rest.starts_with(char::is_uppercase) && !hits.iter().any(|hit| hit.span.start == at)
}

/// With the capitalised words before it: "Third River Battalion".
fn named(text: &str, span: Span) -> String {
    let before: Vec<&str> = text[..span.start]
        .split_whitespace()
        .rev()
        .take_while(|word| word.starts_with(char::is_uppercase))
        .collect();
    let mut words: Vec<&str> = before.into_iter().rev().collect();
    words.push(&text[span.start..span.end]);
    words.join(" ")
}

/// "Interviews with": several people.
fn is_group(text: &str) -> bool {
    let folded = crate::text::fold(text);
    folded.contains("interviews ") || folded.starts_with("entretiens ")
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(text: &str, message: Option<&str>) {
        let report = Report { body: &["They were told to leave.¹"], notes: &[("1", text)] };
        match message {
            Some(message) => check(&RULE, &report, &[(message, &[text])]),
            None => check(&RULE, &report, &[]),
        }
    }

    #[test]
    fn rank_force_town_and_month_together() {
        reports(
            "Basin Monitor interview with a colonel in the Fourth Hill Battalion, Marrow, June 2024.",
            Some(
                "An unnamed source can perhaps be told by rank, unit, town and month together: colonel, Fourth Hill Battalion, Marrow, June 2024.",
            ),
        );
        reports(
            "Entretien avec un capitaine de la gendarmerie, Riverbend, 12 mai 2024.",
            Some(
                "An unnamed source can perhaps be told by rank, force, town and day together: capitaine, gendarmerie, Riverbend, 12 May 2024.",
            ),
        );
    }

    #[test]
    fn fewer_details_hide_a_source() {
        for hidden in [
            "Interview with an army officer, Marrow, June 2024.",
            "Interview with a colonel in the army, Nairobi, June 2024.",
            "Interview with a colonel in the army, June 2024.",
            "Interview with a former colonel in the army, Marrow, June 2024.",
            "Interview with a ferry captain, Marrow, June 2024.",
            "Interview with General Ada Moor of the army, Marrow, June 2024.",
        ] {
            reports(hidden, None);
        }
    }
}
