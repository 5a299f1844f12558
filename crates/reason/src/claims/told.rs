//! What a sentence tells of the event that the sentences around it go on about.

use super::When;
use super::episodes::Stands;
use super::fields::{field_actor, field_place};
use super::lexicon::Word;
use super::people::{Party, subject};
use super::place::{
    Spot, any_passed, any_place, any_region, described_place, headed_place, lead_place, locations,
    lying_place,
};
use super::scene::{Item, Scene};
use super::speakers::{Speaker, all_speakers, issuer};
use super::time::{
    Counting, any_step, any_stretch, any_when, event_dates, gives_day, is_elsewhen, leads_with_day,
};
use super::victims::last_people;
use crate::dates::{DateMention, Step};
use crate::document::{BlockKind, Span};
use crate::phrases::{Tag, Voice};

/// Who acted, where, when, and who spoke.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub actor: Option<Span>,
    /// "The attackers": those who were told of last.
    pub assailants: bool,
    /// "Armed men of the Front crossed the river": armed people of whom the sentence tells.
    pub armed: Option<Span>,
    /// Who says that it was they.
    pub owner: Option<Span>,
    pub place: Option<Spot>,
    /// A place that a line of a record gives behind its label.
    pub field: Option<Spot>,
    /// Those whom such a line gives.
    pub field_actor: Option<Span>,
    /// A place named in passing, or where somebody goes to.
    pub passed: Option<Spot>,
    /// A place that the sentence describes: "Kessa is a village of 900 people".
    pub described: Option<Spot>,
    /// A place of which it says what it is like: "the post of Kessa overlooks the road".
    pub lying: Option<Spot>,
    /// A place that a heading names in any way.
    pub headed: Option<Spot>,
    /// A country or a region.
    pub region: Option<Span>,
    /// A day or month of an event.
    pub when: Option<When>,
    /// A time over which something is counted.
    pub stretch: Option<When>,
    /// "two days after the raid": a time counted from an event told of before.
    pub step: Option<Counting>,
    /// "last week": another time, which cannot be told.
    pub elsewhen: bool,
    /// Who speaks, in order.
    pub speakers: Vec<Speaker>,
    /// The last several people whom it names.
    pub people: Option<Span>,
    /// Whose announcement the text is.
    pub issuer: Option<Span>,
    /// Another event than the one told of before: "in a separate incident".
    pub another: bool,
    /// It counts events: "two attacks on mosques in May".
    pub several: bool,
    /// The event told of before: "the attack".
    pub same: bool,
    /// The place told of before: "the same village", "there".
    pub same_place: bool,
    /// It has a word of the line that names the author.
    pub byline: bool,
    /// What came of an event, or was long before it: the text turns back to what it told.
    pub aftermath: bool,
    /// The dead were brought in, or captives came back, after what was told before.
    pub recovers: bool,
    /// "The day before": its time is counted back from that of the event told of before.
    pub back: bool,
    /// "recorded", "verified": somebody who keeps count.
    pub tallies: bool,
    /// "verified": it was one of many, as somebody counts them.
    pub verifies: bool,
    /// It opens with a day.
    pub leads: bool,
    /// It has a word for what happens in an event.
    pub tells: bool,
    /// It counts those to whom something happens.
    pub counts: bool,
    /// It is a sentence, not a heading or a line that says when and where.
    pub has_verb: bool,
}

impl Told {
    /// The place that moves the text on: of a sentence only where something happens there; of a heading, or a line that says
    /// when and where, any.
    pub fn placed(&self, stands: Stands) -> Option<&Spot> {
        let heads = matches!(stands, Stands::Heading(_)) || stands == Stands::Opening && !self.has_verb;
        match heads {
            true => self.passed.as_ref().or(self.place.as_ref()).or(self.headed.as_ref()),
            false => self.place.as_ref().filter(|_| self.tells),
        }
    }
}

/// Reads it out of a sentence; `places` are the spans of it that name a place.
pub(super) fn told(scene: &Scene<'_>, places: &[Span]) -> Told {
    let any = |class| scene.has_any(class);
    let (locations, dates, has_verb) = (locations(scene, places), event_dates(scene), has_verb(scene));
    // In capitals, and in a heading, every word may look like a name.
    let heads = matches!(scene.sentence().kind, BlockKind::Title | BlockKind::Heading);
    let shouted =
        heads && scene.words.language() == "en" || !scene.sentence().text.contains(char::is_lowercase);
    let known = |spot: &Spot| {
        !shouted || places.iter().any(|place| scene.sentence().place(*place).overlaps(spot.span))
    };
    // "By Sunday 47 had been admitted": a day on which somebody counted moves nothing.
    let moving: Vec<_> = dates.iter().copied().filter(|date| !is_counted_by(scene, date)).collect();
    let tells = !scene.cues.is_empty() || [Word::Event, Word::Attack, Word::SameEvent].into_iter().any(any);
    Told {
        actor: actor(scene).or_else(|| arriving(scene)).filter(|span| !is_assailants(scene, *span)),
        assailants: any(Word::Assailants)
            && (0..scene.words.len()).any(|at| is_definite_assailants(scene, at)),
        armed: armed(scene),
        owner: owner(scene),
        place: any_place(scene, &locations, places)
            .filter(known)
            .filter(|spot| !is_of_statement(scene, spot)),
        field: field_place(scene, places),
        field_actor: field_actor(scene),
        passed: any_passed(scene, &locations, places)
            .or_else(|| {
                lead_place(scene, places)
                    .filter(|_| !has_verb && is_lead(scene) && !(0..3).any(|at| scene.has(at, Word::Byline)))
            })
            .filter(known),
        described: described_place(scene, places).filter(known),
        lying: lying_place(scene, places).filter(|_| !tells && has_verb).filter(known),
        headed: headed_place(scene, places).filter(|_| !heads || !any(Word::Care)),
        region: any_region(scene, &locations),
        when: any_when(scene, &moving),
        stretch: any_stretch(scene, &dates),
        step: any_step(scene, &dates),
        elsewhen: is_elsewhen(scene, &dates),
        speakers: all_speakers(scene),
        people: last_people(scene),
        issuer: issuer(scene),
        another: (0..OPENING).any(|at| scene.has(at, Word::AnotherEvent))
            || any(Word::Another) && (0..scene.words.len()).any(|at| is_another(scene, at)),
        several: scene.items.iter().any(|item| is_several(scene, item)),
        same: any(Word::SameEvent),
        byline: any(Word::Byline),
        same_place: any(Word::SamePlace),
        aftermath: any(Word::Aftermath) || any(Word::Freed),
        recovers: any(Word::Recovered) || any(Word::Freed),
        back: moving.iter().any(|date| matches!(date.counted, Some(Step::Days(by)) if by < 0)),
        tallies: any(Word::Verified) || any(Word::Checked),
        verifies: any(Word::Checked),
        leads: leads_with_day(scene, &dates),
        tells: tells || gives_day(scene, &dates),
        counts: !scene.cues.is_empty() && !scene.items.is_empty(),
        has_verb,
    }
}

/// "by Sunday", "as of 1 June".
fn is_counted_by(scene: &Scene<'_>, date: &DateMention) -> bool {
    let first = scene.words.token_at(date.span.start);
    scene.has(first, Word::AsOf)
        || first.checked_sub(1).is_some_and(|at| scene.ending(at, Word::AsOf).is_some())
}

/// "two attacks": events, none of which is that of the text.
fn is_several(scene: &Scene<'_>, item: &Item) -> bool {
    let figure = scene.sentence().quantities[item.quantity].figure;
    item.phrase.is_some_and(|phrase| scene.head_is(phrase, Word::Event))
        && figure.high != Some(1)
        && figure.low.is_some_and(|low| low > 1)
}

/// "in a statement issued in Kessa": where somebody spoke.
fn is_of_statement(scene: &Scene<'_>, spot: &Spot) -> bool {
    let first = scene.words.token_at(spot.span.start - scene.sentence().span.start);
    (first.saturating_sub(NEAR_STATEMENT)..first).any(|at| scene.has(at, Word::Writing))
}

/// In tokens.
const NEAR_STATEMENT: usize = 3;

/// "Kessa, 5 May.": short, and it has a date.
fn is_lead(scene: &Scene<'_>) -> bool {
    scene.sentence().dates.len() == 1 && scene.words.len() <= LONGEST_LEAD
}

/// "Meanwhile", "in a separate incident" stand among the first tokens.
const OPENING: usize = 4;

/// In tokens.
const LONGEST_LEAD: usize = 14;

/// "another tunnel collapse", "une autre attaque".
fn is_another(scene: &Scene<'_>, at: usize) -> bool {
    let words = &scene.words;
    scene.has(at, Word::Another)
        && words
            .phrase_at(at + 1)
            .is_some_and(|phrase| phrase.first <= at + 1 && scene.head_is(phrase, Word::Event))
}

fn has_verb(scene: &Scene<'_>) -> bool {
    (0..scene.words.len()).any(|at| {
        matches!(scene.words.tag(at), Tag::Verb | Tag::Be | Tag::Have | Tag::Participle | Tag::Modal)
    })
}

/// "gunmen fired on", "men came to": the noun phrase right before it begins its clause.
fn is_finite(scene: &Scene<'_>, verb: usize) -> bool {
    let words = &scene.words;
    let before =
        words.phrase_before(verb).filter(|phrase| phrase.last + 1 == verb && !words.is_governed(*phrase));
    before.is_some_and(|phrase| {
        phrase.first == words.clause_of(verb).first
            || matches!(words.tag(phrase.first - 1), Tag::Comma | Tag::Date)
    })
}

/// "opened fire", "launched an offensive", not "opened a case", "conducted interviews".
fn is_attack(scene: &Scene<'_>, verb: usize) -> bool {
    let words = &scene.words;
    if scene.has(verb, Word::Beginning) {
        return (verb + 1..verb + 3).any(|at| scene.has(at, Word::Fire));
    }
    let object = |at: usize| {
        words
            .phrase_at(at)
            .is_some_and(|phrase| scene.head_is(phrase, Word::Event) || scene.head_is(phrase, Word::Attack))
    };
    let near = || {
        (verb + 1..verb + FARTHEST_OBJECT)
            .take_while(|at| !matches!(words.tag(*at), Tag::Break | Tag::Comma | Tag::Verb))
            .any(object)
    };
    // "killed", "executed" are verbs of harm beside what else they may be.
    !scene.has(verb, Word::Conduct) || scene.cues_at(verb).next().is_some() || near()
}

/// How far behind "launched" the offensive is looked for.
const FARTHEST_OBJECT: usize = 6;

/// "s’est fait exploser": its subject acts, though "est" looks like a passive.
fn is_reflexive(scene: &Scene<'_>, verb: usize) -> bool {
    let glue = usize::from(verb > 0 && scene.words.tag(verb - 1) == Tag::Glue);
    let before = verb.checked_sub(1 + glue).map(|at| &*scene.small[at]);
    matches!(before, Some("s" | "se"))
}

/// The subject of the first verb by which somebody attacks.
fn actor(scene: &Scene<'_>) -> Option<Span> {
    let words = &scene.words;
    if !scene.has_any(Word::Attack) {
        return None;
    }
    for at in 0..words.len() {
        if !scene.has(at, Word::Attack) || !matches!(words.tag(at), Tag::Verb | Tag::Participle | Tag::Noun) {
            continue;
        }
        // "the attack": a noun.
        if words.tag(at) == Tag::Noun && words.phrase_at(at).is_some_and(|phrase| phrase.head == at) {
            continue;
        }
        let group = words.verb_group(at);
        let by = (at + 1..(at + 8).min(words.len())).find(|next| scene.has(*next, Word::By));
        if group.voice == Voice::Passive && !is_reflexive(scene, group.first) {
            let Some(phrase) =
                by.and_then(|by| words.phrase_from(by + 1).filter(|phrase| phrase.first == by + 1))
            else {
                continue;
            };
            if scene.head_is(phrase, Word::Things) || scene.head_is(phrase, Word::Bystanders) {
                continue;
            }
            return Some(scene.place(phrase.first, phrase.last));
        }
        if group.voice == Voice::Bare && !is_finite(scene, group.first) {
            continue;
        }
        if !is_attack(scene, at) {
            continue;
        }
        if let Some(Party::Named(span)) = subject(scene, group.first)
            && may_act(scene, span)
        {
            return Some(super::people::doer(scene, span));
        }
    }
    None
}

/// "The attackers", "les assaillants", and nobody else.
fn is_definite_assailants(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Word::Assailants) && at > 0 && scene.has(at - 1, Word::Definite)
}

fn is_assailants(scene: &Scene<'_>, span: Span) -> bool {
    let words = &scene.words;
    let (first, end) = (span.start - scene.sentence().span.start, span.end - scene.sentence().span.start);
    let (first, end) = (words.token_at(first), words.token_at(end));
    end == first + 2 && is_definite_assailants(scene, first + 1)
}

/// "On 5 May fighters of the Front reached Kessa": a text that tells on what day armed men came tells of what they did.
fn arriving(scene: &Scene<'_>) -> Option<Span> {
    let dated = !scene.sentence().dates.is_empty() && scene.has_any(Word::Coming);
    dated.then(|| armed(scene)).flatten()
}

/// The subject of the first verb, where armed people are.
fn armed(scene: &Scene<'_>) -> Option<Span> {
    let words = &scene.words;
    scene.has_any(Word::Force).then_some(())?;
    let verb = (0..words.len())
        .find(|at| matches!(words.tag(*at), Tag::Verb | Tag::Participle | Tag::Have | Tag::Be))?;
    let Some(Party::Named(span)) = subject(scene, words.verb_group(verb).first) else { return None };
    let first = words.token_at(span.start - scene.sentence().span.start);
    let phrase = words.phrase_at(first)?;
    (scene.head_is(phrase, Word::Force) || scene.has(phrase.trunk, Word::Force)).then_some(span)
}

/// Whether a phrase may be that of somebody who attacks: no place, no time, nobody who is only there.
fn may_act(scene: &Scene<'_>, span: Span) -> bool {
    let token = scene.words.token_at(span.start - scene.sentence().span.start);
    let Some(phrase) = scene.words.phrase_at(token) else { return true };
    // "The first struck the queue": of the bombs.
    if !matches!(scene.words.tag(phrase.head), Tag::Noun | Tag::Name) {
        return false;
    }
    [Word::Bystanders, Word::Places, Word::Times, Word::Care, Word::Means]
        .into_iter()
        .all(|class| !scene.head_is(phrase, class))
}

/// "The Front claimed responsibility for the attack", "the raid, which was claimed by the Front": who says that it was they.
fn owner(scene: &Scene<'_>) -> Option<Span> {
    let words = &scene.words;
    let owns = (0..words.len()).find(|at| scene.has(*at, Word::Owning));
    let found = owns.and_then(|at| match subject(scene, words.verb_group(at).first) {
        Some(Party::Named(span)) => Some(span),
        _ => None,
    });
    found.or_else(|| claimed_by(scene)).filter(|span| is_somebody(scene, *span))
}

/// How far behind "claimed" its "by" stands: "claimed in statements on its channel by".
const FARTHEST_BY: usize = 8;

fn claimed_by(scene: &Scene<'_>) -> Option<Span> {
    let words = &scene.words;
    let at = (0..words.len()).find(|at| scene.has(*at, Word::Claimed))?;
    let by = (at + 1..at + FARTHEST_BY)
        .take_while(|at| !matches!(words.tag(*at), Tag::Break | Tag::Comma))
        .find(|at| scene.has(*at, Word::By))?;
    let phrase = words.phrase_from(by + 1).filter(|phrase| phrase.first == by + 1)?;
    Some(scene.place(phrase.first, super::people::list_end(scene, phrase)))
}

/// "No group", "the group" tell nobody who it was.
fn is_somebody(scene: &Scene<'_>, span: Span) -> bool {
    let words = &scene.words;
    let (first, end) = (span.start - scene.sentence().span.start, span.end - scene.sentence().span.start);
    let (first, end) = (words.token_at(first), words.token_at(end));
    let named = (first..end).any(|at| words.tag(at) == Tag::Name);
    named
        || !scene.has(first, Word::Definite)
            && !scene.has(first, Word::None)
            && words.tag(first) != Tag::Negation
}
