//! Who did it, and to whom.

mod causes;

use self::causes::{accused, accused_before, blamed, by_doer, cause, event, late_event, owner};
pub(super) use self::causes::{doer, is_event};
use super::lexicon::Word;
use super::link::{How, Link};
use super::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag, Voice};

/// How far behind a verb "by" is looked for.
const FARTHEST_AGENT: usize = 14;

/// How many clauses back the subject of a verb without one is looked for.
const CLAUSES_BACK: usize = 2;

/// A noun phrase, or a pronoun that stands for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Party {
    /// Named here; the span counts in the document.
    Named(Span),
    /// "They": somebody named before.
    Meant,
}

/// An abbreviation in brackets right behind a name belongs to it: "the Riverbend Volunteers (RV)".
pub(super) fn with_title(scene: &Scene<'_>, last: usize) -> usize {
    let words = &scene.words;
    let bracketed = words.tag(last + 1) == Tag::Open
        && words.tag(last + 3) == Tag::Close
        && words.tag(last + 2) == Tag::Name;
    if bracketed { last + 3 } else { last }
}

/// Who did it, in the words of this sentence.
pub(super) fn perpetrators(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Party> {
    let by = agent(scene, item.last.max(link.cue.1)).map(Party::Named);
    match link.how {
        How::Object if is_agentless(scene, link.cue.0) => by,
        How::Object => {
            let verb = link.verb.map_or(link.cue.0, |verb| verb.first);
            let late = blamed(scene, verb).or_else(|| late_event(scene, verb));
            let acted = late.or_else(|| subject(scene, verb)).map(|party| by_doer(scene, party));
            // "gunmen killed 12 in a raid later claimed by the Front": what is said first; of "the raid killed 12" nobody is.
            match acted {
                Some(Party::Named(span)) if by.is_none() || !is_event(scene, span) => acted,
                _ => by.or(acted),
            }
        }
        _ if by.is_some() => by,
        How::Of | How::Counted | How::Suffers | How::Subject => {
            cause(scene, item, link).or_else(|| event(scene, item, link))
        }
        How::Toll => None,
        How::Subset(host) => {
            let host = &scene.items[host];
            let object = link.verb.is_some_and(|verb| verb.voice != Voice::Passive)
                && link.cue.1 < host.first
                && !is_agentless(scene, link.cue.0);
            let by = agent(scene, host.last.max(link.cue.1)).map(Party::Named);
            by.or_else(|| cause(scene, host, link))
                .or_else(|| object.then(|| subject(scene, link.cue.0)).flatten())
        }
    }
}

fn is_agentless(scene: &Scene<'_>, token: usize) -> bool {
    scene.has(token, Word::Agentless)
}

/// "by the army", "par des soldats" behind a verb or noun of an event and before the next verb.
fn agent(scene: &Scene<'_>, behind: usize) -> Option<Span> {
    let words = &scene.words;

    for at in behind + 1..(behind + FARTHEST_AGENT).min(words.len()) {
        if scene.has(at, Word::According) {
            break;
        }
        if let Some(length) = scene.is(at, Word::By).or_else(|| scene.is(at, Word::Attributed)) {
            // "at the hands of the army" looks like one phrase.
            let from = at + length + usize::from(words.tag(at + length) == Tag::Glue);
            let phrase = words.phrase_at(from)?;
            let thing = [Word::Things, Word::Means].iter().any(|class| scene.head_is(phrase, *class))
                || words.tag(phrase.core) == Tag::Date;
            let whole = phrase.first == from || (phrase.first > at && phrase.first < from);
            return (whole && !thing)
                .then(|| owner(scene, phrase).unwrap_or_else(|| scene.place(from, list_end(scene, phrase))));
        }
        let attributed = words.tag(at) == Tag::Comma && scene.has(at + 1, Word::Attributed);
        let ends = matches!(
            words.tag(at),
            Tag::Break | Tag::Comma | Tag::Be | Tag::Have | Tag::Relative | Tag::Subordinator
        );
        if ends && !attributed {
            break;
        }
    }
    None
}

/// The last token of the phrases that "and" joins to one.
pub(super) fn list_end(scene: &Scene<'_>, phrase: NounPhrase) -> usize {
    let list = scene.words.coordinated(phrase);
    let next = list.get(1).filter(|next| {
        scene.words.tag(next.first.saturating_sub(1)) == Tag::Coordinator
            && !matches!(scene.words.tag(next.first), Tag::Number)
            && !matches!(scene.words.tag(next.last + 1), Tag::Be | Tag::Have | Tag::Verb)
    });
    with_title(scene, next.map_or(phrase.last, |next| next.last))
}

/// The subject of a verb: the first noun phrase of its clause that no preposition governs; where the clause has none, that
/// of the clause before; "they" where a pronoun stands there.
pub(super) fn subject(scene: &Scene<'_>, verb: usize) -> Option<Party> {
    let words = &scene.words;
    let mut verb = verb;
    for back in 0..=CLAUSES_BACK {
        let clause = words.clause_of(verb);
        if let Some(party) = accused(scene, verb).or_else(|| of_gerund(scene, verb)) {
            return Some(party);
        }
        // "according to which", "in which": the clause has a subject of its own; "militiamen, whom refugees knew, fired": not
        // that of the verb behind it.
        let inner = clause.first > 1 && words.tag(clause.first - 2) == Tag::Preposition
            || clause.first > 0 && scene.has(clause.first - 1, Word::Oblique);
        let own = back == 0 && inner;
        // "the fighters who attacked the town", "Osk, who speaks for the town, told".
        let antecedent = clause.antecedent.and_then(|token| words.phrase_at(token));
        if let Some(phrase) = antecedent.filter(|phrase| !own && !is_ordinal(scene, *phrase)) {
            let first = whose(scene, phrase).first;
            return Some(Party::Named(scene.place(first, with_title(scene, phrase.last))));
        }
        if let Some(party) = behind_insertion(scene, clause.first, verb)
            .or_else(|| subject_in(scene, behind_said(scene, clause.first, verb), verb))
        {
            return Some(party);
        }
        verb = clause.first.checked_sub(1).filter(|at| !matches!(words.tag(*at), Tag::Break))?;
    }
    None
}

/// Of "a nurse at the hospital in Kessa, who" the nurse, of "strikes on a market in Mora, which" the strikes.
fn whose(scene: &Scene<'_>, phrase: NounPhrase) -> NounPhrase {
    let words = &scene.words;
    let mut found = phrase;
    for _ in 0..MOST_PLACES {
        let governed = found.first.checked_sub(1).filter(|at| words.tag(*at) == Tag::Preposition);
        // "l’opération du 3 mai à Mora, qui": a day may stand between.
        let close = |before: &NounPhrase, at: usize| {
            (before.last + 1..at).all(|at| matches!(words.tag(at), Tag::Date | Tag::Of | Tag::Glue))
        };
        let before = governed.and_then(|at| words.phrase_before(at).filter(|before| close(before, at)));
        let Some(before) = before else { break };
        let event = scene.head_is(before, Word::Event) && !scene.head_is(phrase, Word::People);
        if event || scene.head_is(before, Word::People) {
            return before;
        }
        found = before;
    }
    phrase
}

/// "at the hospital in Kessa near the border": no longer chains of places are followed.
const MOST_PLACES: usize = 3;

/// "When residents went back, a trap went off, killing one": the clause that the comma before the gerund ends.
fn of_gerund(scene: &Scene<'_>, verb: usize) -> Option<Party> {
    let words = &scene.words;
    let comma = verb.checked_sub(1)?;
    (is_gerund(scene, verb) && words.tag(comma) == Tag::Comma).then_some(())?;
    let (from, _) = super::speakers::segment(scene, verb, verb);
    if let Some(party) = accused_before(scene, (from, comma)) {
        return Some(party);
    }
    let opens = (from..comma).rev().find(|at| {
        (*at == from || words.tag(*at - 1) == Tag::Comma)
            && words.phrase_at(*at).is_some_and(|phrase| {
                phrase.first == *at && is_subject(scene, phrase) && is_active(scene, phrase.last + 1)
            })
    })?;
    subject_in(scene, opens, comma)
}

/// "after the raid that threw the town into mourning, bandits left 12 dead": the clause of "that" ends with the comma.
fn behind_insertion(scene: &Scene<'_>, first: usize, verb: usize) -> Option<Party> {
    let words = &scene.words;
    let opener = first.checked_sub(1)?;
    matches!(words.tag(opener), Tag::Relative | Tag::Subordinator).then_some(())?;
    let comma = (first..verb).find(|at| words.tag(*at) == Tag::Comma)?;
    let told =
        (first..comma).any(|at| matches!(words.tag(at), Tag::Verb | Tag::Be | Tag::Have | Tag::Participle));
    told.then_some(())?;
    let phrase = words.phrase_at(comma + 1).filter(|phrase| phrase.first == comma + 1)?;
    (phrase.last < verb && is_subject(scene, phrase)).then(|| subject_in(scene, comma + 1, verb)).flatten()
}

/// "killing" is a noun, too, and tagged as one.
fn is_gerund(scene: &Scene<'_>, verb: usize) -> bool {
    scene.words.tag(verb) == Tag::Gerund
        || (scene.words.language() == "en" && scene.small[verb].ends_with("ing"))
}

/// A finite verb that says no more than that somebody did something.
fn is_active(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.words.tag(at), Tag::Verb | Tag::Have | Tag::Participle) && !scene.has(at, Word::Say)
}

/// "the spokesman said the air force had struck": what is said begins behind the verb of saying.
fn behind_said(scene: &Scene<'_>, first: usize, verb: usize) -> usize {
    let words = &scene.words;
    let said = (first..verb).rev().find(|at| {
        scene.has(*at, Word::Say)
            && !scene.has(*at, Word::Tell)
            && !scene.has(*at, Word::Owned)
            && matches!(words.tag(*at), Tag::Verb | Tag::Participle)
            && *at > first
    });
    let Some(said) = said else { return first };
    let own = phrase_said(scene, said + 1, said + 1)
        .is_some_and(|phrase| phrase.last < verb && !scene.has(phrase.first, Word::Nobody));
    if own || words.tag(said + 1) == Tag::Pronoun { said + 1 } else { first }
}

pub(super) fn subject_in(scene: &Scene<'_>, first: usize, verb: usize) -> Option<Party> {
    let words = &scene.words;
    let mut at = first;
    while at < verb {
        match words.tag(at) {
            Tag::Open => {
                at = (at..verb).find(|next| words.tag(*next) == Tag::Close).unwrap_or(at) + 1;
                continue;
            }
            Tag::Pronoun
                if !scene.has(at, Word::Nobody)
                    && !words.tag(at.saturating_sub(1)).eq(&Tag::Preposition)
                    && scene.has(at, Word::They) =>
            {
                return Some(Party::Meant);
            }
            _ => {}
        }
        if let Some(phrase) = phrase_said(scene, first, at) {
            if phrase.last < verb && is_subject(scene, phrase) {
                return Some(Party::Named(
                    scene.place(uncounted(scene, phrase), subject_end(scene, phrase, verb)),
                ));
            }
            at = phrase.last + 1;
        } else {
            at += 1;
        }
    }
    None
}

/// The phrase that begins at a token; of "sources reported soldiers executed", where "reported" looks like an adjective, the
/// soldiers.
fn phrase_said(scene: &Scene<'_>, first: usize, at: usize) -> Option<NounPhrase> {
    let phrase = scene.words.phrase_at(at)?;
    let said = at == first && phrase.first + 1 == at && scene.has(phrase.first, Word::Say);
    match said {
        true => Some(NounPhrase { first: at, core: at.max(phrase.core), ..phrase }),
        false => (phrase.first == at).then_some(phrase),
    }
}

/// "five days before Mora", "le lendemain de l’attaque": the phrase belongs to the date before it.
fn ends_date(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    let Some(before) = phrase.first.checked_sub(1) else { return false };
    let words = &scene.words;
    let open = matches!(
        &*scene.small[before],
        "avant" | "après" | "before" | "after" | "of" | "de" | "since" | "depuis"
    );
    words.tag(before) == Tag::Date && (open || words.tag(phrase.first) == Tag::Of)
}

/// Of "une trentaine d’hommes" the men, of "an unknown number of gunmen" the gunmen.
fn uncounted(scene: &Scene<'_>, phrase: NounPhrase) -> usize {
    let of = phrase.trunk + 1;
    if scene.has(phrase.trunk, Word::Amount) && scene.words.tag(of) == Tag::Of && of < phrase.last {
        return of + 1 + usize::from(scene.words.tag(of + 1) == Tag::Glue);
    }
    let counted = (phrase.first..phrase.core).any(|at| scene.words.tag(at) == Tag::Number);
    if counted { phrase.core } else { phrase.first }
}

/// With what "and" joins to it, and with "between the army and the rebels" or "under his command".
fn subject_end(scene: &Scene<'_>, phrase: NounPhrase, verb: usize) -> usize {
    let words = &scene.words;
    let list = words.coordinated(phrase);
    let joined = list.get(1).filter(|next| next.last < verb && words.tag(next.first - 1) == Tag::Coordinator);
    let mut last = joined.map_or(phrase.last, |next| next.last);
    // "le groupe prétend": a verb that looks like a noun; "the attackers first fired".
    while last > phrase.first && (scene.has(last, Word::Say) || scene.has(last, Word::Ordinal)) {
        last -= 1;
    }
    match allegiance(scene, (phrase.first, last)).filter(|inner| inner.last < verb) {
        Some(inner) => list_end(scene, inner),
        None => with_title(scene, last),
    }
}

/// Of "gunmen loyal to the Front" the Front, of "clashes between A and B" A: what a phrase goes on with. "loyal" may look like a
/// word of the phrase.
fn allegiance(scene: &Scene<'_>, (first, last): (usize, usize)) -> Option<NounPhrase> {
    let words = &scene.words;
    let at = (last.max(first + 1)..=last + 1).find(|at| scene.has(*at, Word::Behind))?;
    let behind = at + scene.is(at, Word::Behind)?;
    words.phrase_at(behind).filter(|inner| inner.first == behind || inner.first <= at && inner.last >= behind)
}

/// "in Mora, Nord territory, soldiers": behind a comma a place only says more of the one before it.
fn names_where(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    scene.head_is(phrase, Word::Places) && phrase.first > 0 && scene.words.tag(phrase.first - 1) == Tag::Comma
}

/// "the crossroads called Mora", "avant de se retirer": behind these words no subject stands.
fn names_what_was_before(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    phrase.first.checked_sub(1).is_some_and(|before| {
        scene.ending(before, Word::Called).is_some() || matches!(&*scene.small[before], "se" | "dit" | "dits")
    })
}

/// "The second, which fell on the market": one of the bombs told of before.
fn is_ordinal(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    scene.head_is(phrase, Word::Ordinal)
        && (phrase.first..phrase.head).all(|at| scene.words.tag(at) == Tag::Determiner)
}

/// No preposition before it, and no time: "last week gunmen killed".
fn is_subject(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    let words = &scene.words;
    !words.is_governed(phrase)
        // "the Kessa Times" is none.
        && (!scene.head_is(phrase, Word::Times) || words.tag(phrase.head) == Tag::Name)
        && words.tag(phrase.core) != Tag::Date
        // "last April".
        && (words.tag(phrase.last + 1) != Tag::Date || phrase.first != phrase.last)
        && !ends_date(scene, phrase)
        && !names_where(scene, phrase)
        && !scene.has(phrase.first, Word::Nobody)
        && !is_ordinal(scene, phrase)
        && !names_what_was_before(scene, phrase)
        && !scene.head_is(phrase, Word::Bodies)
        && !scene.head_is(phrase, Word::Toll)
}
