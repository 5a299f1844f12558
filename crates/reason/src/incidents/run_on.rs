//! Claims that belong together because the text tells of them in one go.

use crate::Source;
use crate::claims::ClaimKind;
use crate::dates::{Interval, find_dates};
use crate::document::{BlockKind, Span};
use crate::text::tokens;

use super::event::Event;
use super::evidence::{Agreement, Evidence};
use super::fact::{Fact, Stand};
use super::when::{Exactness, Lie, Time, lie};
use super::words::{Cue, words};

/// The text runs on over so many sentences without a claim.
const SENTENCES_BETWEEN: usize = 3;
/// What is looked at between two claims.
const TEXT_BETWEEN: usize = 2_000;

/// Why a claim belongs to the event of the claim before it, if it does.
pub(super) fn reason(
    source: &Source<'_>,
    before: &Fact,
    told: &Event,
    fact: &Fact,
    event: &Event,
) -> Option<&'static str> {
    let (from, to) = (before.stands?, fact.stands?);
    let evidence = Evidence::between(told, event);
    if from.block == to.block
        && is_sequel(fact, &evidence)
        && to.sentence - from.sentence <= SENTENCES_BETWEEN
    {
        return Some("of one paragraph, what became of those people");
    }
    if matches!(evidence.when, Lie::Apart(_)) || evidence.place == Agreement::Different {
        return None;
    }
    if from.sentence == to.sentence {
        return Some("of one sentence");
    }
    if fact.cues.has(Cue::NewEvent) && evidence.when != Lie::SameDay {
        return None;
    }
    if from.block == to.block {
        let near = to.sentence - from.sentence <= SENTENCES_BETWEEN;
        let open = own_month(fact, told) || other_date_between(source, from, to, told);
        let dated =
            !told.times.is_empty() && !told.borrowed || fact.cues.has(Cue::SameEvent) && told.is_anchored();
        return (near && dated && !open).then_some("of one paragraph that runs on");
    }
    let follows = to.block - from.block == 1 && source.document.blocks[to.block].kind == BlockKind::Paragraph;
    let bare = !event.is_anchored()
        || !fact.own_time && evidence.place != Agreement::Same && evidence.when != Lie::Unknown;
    let names_it = fact.cues.has(Cue::SameEvent)
        || evidence.actors == Agreement::Same && evidence.kinds == Agreement::Same;
    let opens = first_of_block(source, to);
    (follows
        && bare
        && opens
        && names_it
        && told.is_anchored()
        && !other_date_between(source, from, to, told))
    .then_some("the next paragraph goes on about it")
}

/// "As of 1 June, 13 were still missing": a later day, but the same people.
fn is_sequel(fact: &Fact, evidence: &Evidence) -> bool {
    let lasting = matches!(
        fact.kind,
        ClaimKind::Detained | ClaimKind::Disappeared | ClaimKind::Abducted | ClaimKind::Other
    );
    lasting
        && fact.cues.has(Cue::Status)
        && evidence.place != Agreement::Different
        && evidence.when != Lie::Unknown
}

/// "In November" after "on 3 November": what follows is told of the month, not of that day.
fn own_month(fact: &Fact, told: &Event) -> bool {
    let month = fact.time.is_some_and(|time| time.exact == Exactness::Month);
    month && fact.own_time && told.times.iter().any(|time| time.exact == Exactness::Day)
}

/// Whether the claim stands in the first two sentences of its block.
fn first_of_block(source: &Source<'_>, at: Stand) -> bool {
    let sentences = &source.analysis.sentences;
    let first = sentences.partition_point(|sentence| sentence.block < at.block);
    at.sentence - first < 2
}

/// Whether the text between two claims turns to another day.
fn other_date_between(source: &Source<'_>, from: Stand, to: Stand, told: &Event) -> bool {
    let (start, end) = (from.span.end.min(to.whole.start), to.span.start);
    let between = Span::new(start.max(end.saturating_sub(TEXT_BETWEEN)), end.max(start));
    let Some(text) = source.document.text.get(between.start..between.end) else {
        return true;
    };
    let dated = find_dates(text, &tokens(text));
    let another = dated
        .iter()
        .filter_map(|found| Time::of(Interval::at(found.date)))
        .any(|time| time.exact != Exactness::Long && matches!(lie(&told.times, &[time]), Lie::Apart(_)));
    let cut = to.whole.start.max(between.start);
    let passed = source.document.text.get(between.start..cut).unwrap_or_default();
    another || words().cues(passed).has(Cue::NewEvent)
}
