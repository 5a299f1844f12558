//! Events that kill, and who is behind them: "the raid left 12 dead", "attributed to the rebels".

use super::{FARTHEST_AGENT, Party, list_end, subject};
use crate::claims::ClaimKind;
use crate::claims::lexicon::Word;
use crate::claims::link::Link;
use crate::claims::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag, Voice};

/// The subject of "left 12 dead", "resulted in the deaths of", "claimed the deaths of".
pub(super) fn cause(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Party> {
    let start = item.first.min(link.cue.0);
    let from = start.saturating_sub(6);
    let event = matches!(link.kind, ClaimKind::Attacks | ClaimKind::Operations);
    let verb = (from..start).rev().find(|at| {
        // "font état de 12 morts" reports them.
        let reports = scene.small.get(*at + 1).is_some_and(|next| next == "état");
        let caused = scene.has(*at, Word::Cause) && !reports;
        let conducted = event && scene.has(*at, Word::Conduct) && !scene.has(*at, Word::Say);
        caused || conducted || scene.has(*at, Word::Owned)
    })?;
    let broken =
        (verb..start).any(|at| matches!(scene.words.tag(at), Tag::Break | Tag::Relative | Tag::Subordinator));
    // "260 have been killed and 48,000 displaced": those who suffer cause nothing.
    let suffered = scene.words.verb_group(verb).voice == Voice::Passive;
    if broken || suffered || (scene.words.tag(verb) == Tag::Noun && scene.words.language() == "en") {
        return None;
    }
    if let Some(party) = blamed(scene, verb).or_else(|| late_event(scene, verb)) {
        return Some(party);
    }
    subject(scene, verb).map(|party| by_doer(scene, party))
}

/// Who does what an event does, where its phrase says so.
pub(super) fn by_doer(scene: &Scene<'_>, party: Party) -> Party {
    match party {
        Party::Named(span) => Party::Named(doer(scene, span)),
        Party::Meant => Party::Meant,
    }
}

/// "months after an air strike had caused": a clause of its own behind what looks like a preposition.
pub(super) fn late_event(scene: &Scene<'_>, verb: usize) -> Option<Party> {
    let words = &scene.words;
    let start = words.verb_group(verb).first;
    let phrase = words.phrase_before(start).filter(|phrase| phrase.last + 1 == start)?;
    let before = phrase.first.checked_sub(1)?;
    let late = scene.ending(before, Word::Whenever).is_some() || words.tag(before) == Tag::Date;
    (late && scene.head_is(phrase, Word::Event))
        .then(|| Party::Named(doer(scene, scene.place(phrase.core, phrase.last))))
}

/// "Incidents – attributed to gunmen or floods – caused", "the shelling, blamed on the army, killed": who is named in between.
pub(super) fn blamed(scene: &Scene<'_>, verb: usize) -> Option<Party> {
    let start = scene.words.verb_group(verb).first;
    let parts = |at: usize| is_dash(scene, at) || scene.words.tag(at) == Tag::Comma;
    let close = start.checked_sub(1).filter(|at| parts(*at))?;
    let open = (close.saturating_sub(FARTHEST_AGENT)..close).rev().find(|at| parts(*at))?;
    let (at, length) = (open + 1..close).find_map(|at| Some((at, scene.is(at, Word::Attributed)?)))?;
    (at + length < close).then(|| Party::Named(scene.place(at + length, close - 1)))
}

/// "accused the Front of killing", "blames the army for": those whom somebody holds to have done what the verb says.
pub(super) fn accused(scene: &Scene<'_>, verb: usize) -> Option<Party> {
    let words = &scene.words;
    let mut link = words.verb_group(verb).first.checked_sub(1)?;
    if words.tag(link) == Tag::Glue {
        link = link.checked_sub(1)?;
    }
    let last = words
        .phrase_before(link)
        .filter(|phrase| phrase.last + 1 == link && matches!(words.tag(link), Tag::Of | Tag::Preposition))?;
    let mut first = last.first;
    while words.tag(first.wrapping_sub(1)) == Tag::Coordinator {
        first = words.phrase_before(first - 1).filter(|phrase| phrase.last + 2 == first)?.first;
    }
    scene.ending(first.checked_sub(1)?, Word::Accusing)?;
    Some(Party::Named(scene.place(first, last.last)))
}

/// "accused the Front of raiding a market, killing 12": the same, where the verb only goes on.
pub(super) fn accused_before(scene: &Scene<'_>, (from, to): (usize, usize)) -> Option<Party> {
    let link = (from + 1..to).find(|at| {
        let before = scene.words.phrase_before(*at).filter(|phrase| phrase.last + 1 == *at);
        matches!(scene.words.tag(*at), Tag::Of | Tag::Preposition)
            && before.is_some_and(|phrase| {
                phrase.first.checked_sub(1).is_some_and(|at| scene.ending(at, Word::Accusing).is_some())
            })
    })?;
    accused(scene, link + 1)
}

/// Whether a span names an event: somebody may answer for it whom the sentence does not name there.
pub(in crate::claims) fn is_event(scene: &Scene<'_>, span: Span) -> bool {
    let start = scene.sentence().span.start;
    let phrase = scene.words.phrase_from(scene.words.token_at(span.start - start));
    phrase.is_some_and(|phrase| {
        scene.head_is(phrase, Word::Event) && phrase.head < scene.words.token_at(span.end - start)
    })
}

/// "conducted more than a dozen strikes": who conducted the event of a phrase.
fn conductor(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let words = &scene.words;
    let item = scene.items.iter().find(|item| item.phrase == Some(phrase));
    let verb = item.map_or(phrase.first, |item| item.first.min(phrase.first)).checked_sub(1)?;
    let verb = if matches!(words.tag(verb), Tag::Of | Tag::Determiner) { verb.checked_sub(1)? } else { verb };
    let active = matches!(words.tag(verb), Tag::Verb | Tag::Participle | Tag::Gerund)
        && words.verb_group(verb).voice != Voice::Passive;
    (active && scene.has(verb, Word::Conduct) && !scene.has(verb, Word::Say)).then_some(())?;
    match subject(scene, verb)? {
        Party::Named(span) if !is_event(scene, span) => Some(span),
        _ => None,
    }
}

fn is_dash(scene: &Scene<'_>, token: usize) -> bool {
    matches!(scene.words.text(token), "—" | "–" | "--")
}

/// Of "the attack on a convoy by the Front" the Front, of "the army's attack" the army.
pub(in crate::claims) fn doer(scene: &Scene<'_>, span: Span) -> Span {
    let words = &scene.words;
    let token = words.token_at(span.start - scene.sentence().span.start);
    let Some(phrase) = words.phrase_at(token).filter(|phrase| scene.head_is(*phrase, Word::Event)) else {
        return span;
    };
    let by = (phrase.last + 1..phrase.last + 4).find(|at| scene.has(*at, Word::By));
    if let Some(by) = by.and_then(|by| words.phrase_from(by + 1).filter(|found| found.first == by + 1)) {
        return scene.place(by.first, list_end(scene, by));
    }
    match (phrase.first..phrase.head)
        .find(|at| words.tag(*at) == Tag::Genitive || words.tag(at + 1) == Tag::Genitive)
    {
        Some(owner) if words.tag(owner) != Tag::Genitive => scene.place(phrase.first, owner),
        _ => conductor(scene, phrase).or_else(|| owner(scene, phrase)).unwrap_or(span),
    }
}

/// "died in an air strike": what is not known from before acts, as far as is said.
pub(super) fn event(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Party> {
    let words = &scene.words;
    let behind = item.last.max(link.cue.1);
    for at in behind + 1..(behind + FARTHEST_AGENT).min(words.len()) {
        if matches!(words.tag(at), Tag::Break | Tag::Verb | Tag::Have | Tag::Relative) {
            break;
        }
        // "lors de l’attaque".
        let of = usize::from(words.tag(at + 1) == Tag::Of);
        let definite = scene.has(at + 1 + of, Word::Definite);
        if matches!(&*scene.small[at], "in" | "dans" | "during" | "when" | "lors")
            && !definite
            && let Some(phrase) = words
                .phrase_at(at + 1 + of)
                .filter(|phrase| phrase.first + of > at && scene.head_is(*phrase, Word::Event))
        {
            let own = owner(scene, phrase);
            return Some(Party::Named(
                own.unwrap_or_else(|| doer(scene, scene.place(phrase.first, phrase.last))),
            ));
        }
    }
    None
}

/// Of "an operation of the army", "des tirs de l’ennemi" whose it was; of "tir d’obus" nobody's.
pub(super) fn owner(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let words = &scene.words;
    (scene.head_is(phrase, Word::Event) && words.tag(phrase.trunk + 1) == Tag::Of).then_some(())?;
    let from = phrase.trunk + 2 + usize::from(words.tag(phrase.trunk + 2) == Tag::Glue);
    let named = matches!(words.tag(from), Tag::Determiner | Tag::Name) && from <= phrase.last;
    let head = (from..=phrase.last).find(|at| matches!(words.tag(*at), Tag::Noun | Tag::Name))?;
    let thing = [Word::Event, Word::Things, Word::Places, Word::One]
        .iter()
        .any(|class| scene.has(head, *class) || scene.has(from, *class));
    (named && !thing).then(|| scene.place(from, list_end(scene, phrase)))
}
