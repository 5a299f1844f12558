//! Whose verb of saying it is.

use super::named::{apposed, joined_end, named, named_with, narrowed};
use super::traits::{of_phrase, of_pronoun};
use super::{Speaker, hearer, same_paper};
use crate::claims::lexicon::Word;
use crate::claims::people::{Party, subject, subject_in, with_title};
use crate::claims::scene::Scene;
use crate::phrases::{NounPhrase, Tag, Voice};

/// How many verbs that "and" joins are gone back.
const MOST_JOINED: usize = 3;

/// Who says what a verb of saying says, where it stands behind its subject or right behind what is said.
pub(super) fn teller(scene: &Scene<'_>, verb: usize) -> Option<Speaker> {
    teller_of(scene, verb, MOST_JOINED)
}

fn teller_of(scene: &Scene<'_>, verb: usize, joined: usize) -> Option<Speaker> {
    let words = &scene.words;
    let group = words.verb_group(verb);
    if group.voice == Voice::Passive || is_reduced(scene, verb) || is_mutual(scene, verb) {
        return None;
    }
    // "which the union has reviewed show": the participle before belongs to another verb.
    let own = words.tag(verb) == Tag::Verb && verb > 0 && words.tag(verb - 1) == Tag::Participle;
    let first = if own { verb } else { group.first };
    let start = match able_from(scene, first) {
        Some(able) if (able.saturating_sub(4)..first).any(|at| words.tag(at) == Tag::Negation) => {
            return None;
        }
        able => able.unwrap_or(first),
    };
    if let Some(pronoun) = inverted_pronoun(scene, verb) {
        return Some(Speaker::pronoun(of_pronoun(scene, pronoun)));
    }
    if let Some(speaker) = closing(scene, verb, start) {
        return Some(speaker);
    }
    if let Some(at) = joined.checked_sub(1).and_then(|_| joined_to(scene, start)) {
        return teller_of(scene, at, joined - 1);
    }
    if let Some(name) = apposed(scene, start) {
        let mut speaker = Speaker::named(scene.place(name.first, name.last));
        speaker.through = hearer(scene, verb);
        return Some(speaker);
    }
    let found = inserted(scene, start).or_else(|| past_relative(scene, start));
    let mut speaker = match found {
        Some(phrase) => settled(scene, phrase, named_with(scene, phrase, start).end),
        None => said_subject(scene, verb, start)?,
    };
    if let Some(name) = mouthpiece(scene, start) {
        speaker.who = Party::Named(name);
    }
    speaker.through = hearer(scene, verb);
    Some(speaker)
}

/// Of "the Front, through its spokesman Halda Osk," the name.
fn mouthpiece(scene: &Scene<'_>, start: usize) -> Option<crate::document::Span> {
    let words = &scene.words;
    let from = start.saturating_sub(FARTHEST_MOUTH);
    let (at, length) = (from..start).find_map(|at| Some((at, scene.is(at, Word::Mouthpiece)?)))?;
    let name = (at + length..start).find(|at| words.tag(*at) == Tag::Name)?;
    let phrase = words.phrase_at(name).filter(|phrase| phrase.last < start)?;
    Some(scene.place(name, phrase.last))
}

const FARTHEST_MOUTH: usize = 24;

/// The phrase as a speaker, up to a byte: "the same statement" is whoever made it.
fn settled(scene: &Scene<'_>, phrase: NounPhrase, end: usize) -> Speaker {
    if same_paper(scene, phrase) {
        return Speaker::meant();
    }
    let span = scene.place(phrase.first, phrase.last);
    let span = crate::document::Span::new(span.start, end.max(span.end));
    Speaker { who: Party::Named(span), through: None, traits: of_phrase(scene, phrase) }
}

/// "a statement posted on its page", "deaths recorded by": a participle that only says more of its noun.
pub(super) fn is_reduced(scene: &Scene<'_>, verb: usize) -> bool {
    let words = &scene.words;
    let bare = words.tag(verb) == Tag::Participle && words.verb_group(verb).voice == Voice::Bare;
    let Some(noun) = verb.checked_sub(1).filter(|_| bare).and_then(|at| words.phrase_at(at)) else {
        return false;
    };
    if scene.has(verb + 1, Word::By) {
        return true;
    }
    let next = words.phrase_at(verb + 2).filter(|_| words.tag(verb + 1) == Tag::Preposition);
    // "confirmed to the paper that".
    let placed = next.is_some_and(|next| {
        !scene.head_is(next, Word::Times)
            && words.tag(next.last + 1) != Tag::Subordinator
            && !matches!(&*scene.small[verb + 1], "to" | "à" | "au")
    });
    let comma = noun.first.checked_sub(1).is_some_and(|at| words.tag(at) == Tag::Comma);
    noun.last + 1 == verb && placed && (words.is_governed(noun) || comma)
}

/// "both sides blamed each other": neither says what the other is to blame for.
fn is_mutual(scene: &Scene<'_>, verb: usize) -> bool {
    scene.has(verb + 1, Word::EachOther)
}

/// Of "is able to confirm", "est en mesure de confirmer" the first verb.
fn able_from(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let words = &scene.words;
    let first = scene.ending(verb.checked_sub(1)?, Word::Able)?;
    let start = (first.saturating_sub(1)..=first)
        .find(|at| matches!(words.tag(*at), Tag::Be | Tag::Have | Tag::Modal))
        .unwrap_or(first);
    Some(words.verb_group(start).first)
}

/// "a-t-il dit", "raconte-t-elle", "dit-il": the pronoun.
pub(super) fn inverted_pronoun(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let words = &scene.words;
    let person = |at: usize| words.tag(at) == Tag::Pronoun && scene.has(at, Word::They);
    if words.tag(verb + 1) == Tag::Glue {
        return [verb + 2, verb + 4]
            .into_iter()
            .find(|at| person(*at) && (verb + 1..*at).all(|glue| matches!(words.tag(glue), Tag::Glue)));
    }
    let at = verb.checked_sub(1)?;
    let glued = at.checked_sub(1).is_some_and(|glue| words.tag(glue) == Tag::Glue && words.text(glue) == "-");
    (glued && person(at)).then_some(at)
}

/// The verb of saying that shares its subject: "condemned the raid and said", "accuse …, ajoutant".
fn joined_to(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let words = &scene.words;
    let joint = start.checked_sub(1)?;
    let gerund = words.tag(start) == Tag::Gerund && words.tag(joint) == Tag::Comma;
    (gerund || words.tag(joint) == Tag::Coordinator).then_some(())?;
    let from = start.saturating_sub(FARTHEST_JOINED);
    (from..joint).rev().take_while(|at| scene.small[*at] != ";").find(|at| {
        scene.has(*at, Word::Say)
            && matches!(words.tag(*at), Tag::Verb | Tag::Participle)
            && !is_reduced(scene, *at)
            && words.verb_group(*at).voice != Voice::Passive
            && !in_relative(scene, *at)
    })
}

const FARTHEST_JOINED: usize = 40;

/// "who said": a clause that says more of somebody.
fn in_relative(scene: &Scene<'_>, verb: usize) -> bool {
    let first = scene.words.clause_of(verb).first;
    first > 0 && scene.words.tag(first - 1) == Tag::Relative
}

/// "Gunmen stormed the market, residents said": who stands between the comma and the verb.
fn closing(scene: &Scene<'_>, verb: usize, start: usize) -> Option<Speaker> {
    let words = &scene.words;
    let comma = (0..start).rev().find(|at| matches!(words.tag(*at), Tag::Comma | Tag::Quote | Tag::Break))?;
    let phrase =
        words.phrase_at(comma + 1).filter(|phrase| phrase.first == comma + 1 && phrase.last < start)?;
    let told =
        (0..comma).any(|at| matches!(words.tag(at), Tag::Be | Tag::Have | Tag::Verb | Tag::Participle));
    let end = joined_end(scene, phrase, start);
    (told && end + 1 == start).then(|| Speaker {
        who: Party::Named(narrowed(scene, scene.place(phrase.first, end), verb)),
        through: hearer(scene, verb),
        traits: of_phrase(scene, phrase),
    })
}

/// "A nurse, who asked not to be named because she was not authorised to speak, said": the phrase before the insertion.
fn inserted(scene: &Scene<'_>, start: usize) -> Option<NounPhrase> {
    let words = &scene.words;
    let close = start.checked_sub(1).filter(|at| words.tag(*at) == Tag::Comma)?;
    let from = (start.saturating_sub(FARTHEST_JOINED)..close)
        .rev()
        .find(|at| matches!(words.tag(*at), Tag::Break))
        .map_or(start.saturating_sub(FARTHEST_JOINED), |at| at + 1);
    let open =
        (from..close).find(|at| words.tag(*at) == Tag::Comma && words.tag(*at + 1) == Tag::Relative)?;
    let before = words.phrase_before(open).filter(|phrase| phrase.last + 1 == open)?;
    ungoverned(scene, before)
}

/// "A nurse who had fled told", "forensic reports which the union has reviewed show": the phrase before "who".
fn past_relative(scene: &Scene<'_>, start: usize) -> Option<NounPhrase> {
    let words = &scene.words;
    let clause = words.clause_of(start);
    let other = (clause.first..start)
        .any(|at| matches!(words.tag(at), Tag::Verb | Tag::Participle | Tag::Have | Tag::Be | Tag::Modal));
    let comma = (clause.first..start).any(|at| words.tag(at) == Tag::Comma);
    let phrase = clause.antecedent.filter(|_| other && !comma).and_then(|at| words.phrase_at(at))?;
    ungoverned(scene, phrase)
}

/// Of "a nurse at the hospital in Kessa" the nurse.
fn ungoverned(scene: &Scene<'_>, phrase: NounPhrase) -> Option<NounPhrase> {
    let words = &scene.words;
    let mut found = phrase;
    for _ in 0..MOST_PLACES {
        if !words.is_governed(found) {
            return Some(found);
        }
        let before = found.first - 1;
        found = words.phrase_before(before).filter(|phrase| phrase.last + 1 == before)?;
    }
    (!words.is_governed(found)).then_some(found)
}

const MOST_PLACES: usize = 3;

/// Who says: of "“…,” a doctor told" the phrase between the quotation and the verb.
fn said_subject(scene: &Scene<'_>, verb: usize, start: usize) -> Option<Speaker> {
    let words = &scene.words;
    let quote = (0..start).rev().find(|at| words.tag(*at) == Tag::Quote);
    let own = quote.and_then(|quote| {
        (quote + 1..start).find_map(|at| {
            words
                .phrase_at(at)
                .filter(|phrase| phrase.first == at && phrase.last < start && !words.is_governed(*phrase))
                .filter(|phrase| words.tag(phrase.last + 1) != Tag::Close)
        })
    });
    let pronoun = pronoun_before(scene, start);
    if let Some(quote) = quote
        && let Some(at) = pronoun.filter(|at| *at > quote)
        && own.is_none_or(|own| own.first > at)
    {
        return Some(Speaker::pronoun(of_pronoun(scene, at)));
    }
    if let Some(phrase) = own {
        return Some(settled(scene, phrase, named_with(scene, phrase, start).end));
    }
    // "it said", "il en a reconnu": in front of a verb of saying "it" is somebody.
    let near = |at: usize| {
        (at + 1..start).all(|at| {
            matches!(words.tag(at), Tag::Adverb | Tag::Negation | Tag::Pronoun | Tag::Glue | Tag::Date)
                || scene.small[at] == "en"
        })
    };
    if let Some(at) = pronoun.filter(|at| near(*at)) {
        return Some(Speaker::pronoun(of_pronoun(scene, at)));
    }
    if let Some(we) = we_before(scene, start) {
        return Some(Speaker::named(scene.place(we, we)));
    }
    let bracket = open_before(scene, start);
    let who = match bracket {
        Some(open) => subject_in(scene, open + 1, start),
        None => paper(scene, start).or_else(|| subject(scene, start)),
    };
    match who? {
        Party::Named(span) => {
            let token = words.token_at(span.start - scene.sentence().span.start);
            let phrase = words.phrase_at(token);
            if phrase.is_some_and(|phrase| same_paper(scene, phrase)) {
                return Some(Speaker::meant());
            }
            let who = Party::Named(narrowed(scene, span, verb));
            let traits = phrase.map(|phrase| of_phrase(scene, phrase)).unwrap_or_default();
            Some(Speaker { who, through: None, traits })
        }
        Party::Meant => {
            Some(pronoun.map_or_else(Speaker::meant, |at| Speaker::pronoun(of_pronoun(scene, at))))
        }
    }
}

/// "Un bilan communal fait état de": a toll speaks, though it does nobody harm.
fn paper(scene: &Scene<'_>, start: usize) -> Option<Party> {
    let words = &scene.words;
    let phrase = words.phrase_before(start).filter(|phrase| phrase.last + 1 == start)?;
    let toll = scene.head_is(phrase, Word::Toll) || scene.head_is(phrase, Word::Sayings);
    let opens = phrase.first == words.clause_of(start).first;
    (toll && opens).then(|| Party::Named(scene.place(phrase.first, phrase.last)))
}

/// The bracket in which a verb stands.
fn open_before(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let brackets = (verb.saturating_sub(FARTHEST_JOINED)..verb).rev();
    let mut brackets = brackets.filter(|at| matches!(scene.words.tag(*at), Tag::Open | Tag::Close));
    brackets.next().filter(|at| scene.words.tag(*at) == Tag::Open)
}

/// "he", "elles": the nearest before a verb in its clause.
pub(super) fn pronoun_before(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let first = scene.words.clause_of(start).first;
    (first..start).rev().find(|at| scene.words.tag(*at) == Tag::Pronoun && scene.has(*at, Word::They))
}

/// "We counted", "nous avons documenté": the authors, outside a quotation.
fn we_before(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let words = &scene.words;
    let at = (start.saturating_sub(2)..start).rev().find(|at| scene.has(*at, Word::We))?;
    let plain = (at + 1..start).all(|at| matches!(words.tag(at), Tag::Adverb | Tag::Negation));
    let governed =
        at.checked_sub(1).is_some_and(|before| matches!(words.tag(before), Tag::Preposition | Tag::Of));
    let quoted = (0..at).filter(|at| words.tag(*at) == Tag::Quote).count() % 2 == 1;
    // "Le maire nous a dit": the hearers.
    let heard = words.language() == "fr" && !scene.small[start].ends_with("ons");
    (plain && !governed && !quoted && !heard).then_some(at)
}

/// In tokens and phrases.
const MOST_BETWEEN: usize = 8;

/// "said the mayor", "a annoncé lundi son directeur pour le pays, Viktor Lemnos": past days and adverbs.
pub(super) fn inverted(scene: &Scene<'_>, verb: usize) -> Option<Speaker> {
    let words = &scene.words;
    let mut at = verb + scene.is(verb, Word::Say).unwrap_or(1);
    // "a affirmé à l’agence son chef", "a indiqué dans un communiqué publié lundi soir l’état-major": hearer, paper and day
    // first.
    for _ in 0..MOST_BETWEEN {
        match words.tag(at) {
            Tag::Date | Tag::Adverb | Tag::Glue | Tag::Pronoun => at += 1,
            Tag::Participle if words.verb_group(at).voice == Voice::Bare => at += 1,
            Tag::Preposition => {
                let hearer = words.phrase_from(at)?;
                if let Some(own) = behind_hearer(scene, hearer) {
                    let who = Party::Named(scene.place(own.first, own.last));
                    return Some(Speaker { who, through: None, traits: of_phrase(scene, own) });
                }
                at = with_title(scene, hearer.last) + 1;
            }
            _ => break,
        }
    }
    let phrase = words.phrase_from(at).filter(|phrase| phrase.first <= at + 1)?;
    if scene.head_is(phrase, Word::Times) && words.tag(phrase.head) != Tag::Name {
        return None;
    }
    if same_paper(scene, phrase) {
        return Some(Speaker::meant());
    }
    let who = Party::Named(named(scene, phrase));
    Some(Speaker { who, through: None, traits: of_phrase(scene, phrase) })
}

/// "ont indiqué à l’AFV des sources locales": what looks like the complement of the name speaks.
fn behind_hearer(scene: &Scene<'_>, hearer: NounPhrase) -> Option<NounPhrase> {
    let of = hearer.trunk + 1;
    let plural = scene.small.get(of).is_some_and(|word| word == "des");
    let named = scene.words.tag(hearer.trunk) == Tag::Name;
    (plural && named && of < hearer.last).then_some(NounPhrase { first: of + 1, core: of + 1, ..hearer })
}
