//! To whom it was done: the people counted, in the words of their sentence.

mod earlier;

pub(super) use self::earlier::last_people;
use self::earlier::{antecedent, ends_with_people, shot_at};
use super::ClaimKind;
use super::lexicon::{Role, Word};
use super::link::{How, Link, complement, whole_of_share};
use super::people::Party;
use super::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};

/// How far behind a number of deaths "among" is looked for.
const FARTHEST_AMONG: usize = 14;

/// The people counted, in the words of this sentence.
pub(super) fn victims(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Party> {
    if let Some(part) = part_of(scene, item) {
        return Some(part);
    }
    match item.phrase.filter(|_| !is_bare(scene, item)) {
        Some(phrase) => of_phrase(scene, item, link, phrase),
        None => of_number(scene, item, link),
    }
}

/// No noun of its own: a number alone, or with its verb, "five sustained injuries".
pub(super) fn is_bare(scene: &Scene<'_>, item: &Item) -> bool {
    item.phrase.is_none_or(|phrase| {
        let verb = matches!(scene.words.tag(phrase.core), Tag::Participle | Tag::Verb);
        let suffers = scene.cues_at(phrase.core).any(|cue| cue.word.role == Role::Suffers);
        verb && (suffers || scene.has(phrase.core, Word::Light))
    })
}

/// Of a number without a noun.
fn of_number(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Party> {
    let named = |phrase: NounPhrase| Some(Party::Named(scene.place(phrase.core, phrase.last)));
    // "a family of five".
    if let Some(group) = scene.group(item) {
        return named(group);
    }
    // "of whom 11 were women".
    if let Some(own) = complement(scene, item.number) {
        return named(own);
    }
    // "the killing (28) and maiming (45) of 73 children".
    if let Some(whole) = whole_of_share(scene, item).and_then(|whole| whole.phrase) {
        return named(whole);
    }
    if let Some(own) = number_of(scene, item, link) {
        return Some(Party::Named(own));
    }
    // "cinq morts parmi les commerçants".
    if link.how == How::Counted
        && let Some(among) = among(scene, link.cue.1 + 1)
    {
        return Some(Party::Named(among));
    }
    if item.last > item.number {
        return Some(others(scene, item));
    }
    let other = |at: usize| scene.has(at, Word::Others) && scene.words.language() == "fr";
    if (item.number + 1..=item.number + 3).any(other) {
        return Some(Party::Meant);
    }
    if let Some(hurt) = looked_after(scene, item, link) {
        return Some(Party::Named(hurt));
    }
    // "The captives, numbering 24".
    let numbered = link.how == How::Toll
        && item.first > 0
        && scene.ending(item.first - 1, Word::Numbering).is_some()
        && !matches!(link.kind, ClaimKind::Killed | ClaimKind::Injured);
    let before = if numbered { antecedent(scene, item.first) } else { ends_with_people(scene, item.first) };
    before.or_else(|| shot_at(scene, item, link)).map(Party::Named)
}

/// Of what the number counts.
fn of_phrase(scene: &Scene<'_>, item: &Item, link: &Link, phrase: NounPhrase) -> Option<Party> {
    let words = &scene.words;
    if let Some(own) = of_them(scene, item, link).or_else(|| upon(scene, item)) {
        return Some(Party::Named(own));
    }
    if scene.has(phrase.head, Word::Others) {
        return Some(others(scene, item));
    }
    if words.tag(phrase.head) == Tag::Pronoun {
        return Some(antecedent(scene, item.first).map_or(Party::Meant, Party::Named));
    }
    // "six autres blessés": others of those before.
    let other = (item.number + 1..phrase.head).any(|at| scene.has(at, Word::Others));
    if link.how == How::Counted {
        if other && !is_counted_itself(scene, phrase) {
            return Some(Party::Meant);
        }
        return counted_of(scene, phrase).or_else(|| shot_at(scene, item, link)).map(Party::Named);
    }
    // "at 22 the number of injured officers".
    if let Some(length) = scene.is(phrase.core, Word::NumberOf) {
        let first = (phrase.core + length..phrase.last)
            .find(|at| !matches!(words.tag(*at), Tag::Participle | Tag::Determiner | Tag::Glue));
        return first.map(|first| Party::Named(scene.place(first, phrase.last)));
    }
    if let Some(told) =
        apposed_to(scene, item, phrase).or_else(|| who_they_were(scene, phrase.last + 1, link))
    {
        return Some(Party::Named(told));
    }
    let next = words.coordinated(phrase).get(1).copied().filter(|next| {
        next.first == next.core
            && words.tag(next.first - 1) == Tag::Coordinator
            && scene.head_is(*next, Word::People)
    });
    let last = next.map_or_else(|| super::people::with_title(scene, phrase.last), |next| next.last);
    Some(Party::Named(scene.place(phrase.core, unquoted(scene, phrase, last))))
}

/// `"12 fighters" of the Front`: what the quotation says and no more.
fn unquoted(scene: &Scene<'_>, phrase: NounPhrase, last: usize) -> usize {
    let close = (phrase.head..last).find(|at| scene.words.tag(*at + 1) == Tag::Quote);
    close.unwrap_or(last)
}

/// "three of the wounded", "four of the dead were farmers", "371 of those deaths".
fn part_of(scene: &Scene<'_>, item: &Item) -> Option<Party> {
    let words = &scene.words;
    let mut at = item.number + 1;
    (words.tag(at) == Tag::Of).then_some(())?;
    let own = scene.has(at + 1, Word::PluralDeterminer);
    while matches!(words.tag(at), Tag::Of | Tag::Determiner | Tag::Glue) {
        at += 1;
    }
    // "une cinquantaine d’autres blessés" are no part of any.
    let other = (item.number + 1..at).any(|at| scene.has(at, Word::Others));
    let definite = !other && (at > item.number + 2 || scene.small[item.number + 1] == "des");
    if definite && scene.has(at, Word::Casualties) {
        let link_free = who_behind(scene, at + 1).map(|phrase| scene.place(phrase.core, phrase.last));
        return Some(Party::Named(link_free.unwrap_or_else(|| scene.place(at, at))));
    }
    let deaths =
        scene.cues_at(at).any(|cue| cue.word.role == Role::Counted && cue.word.kind == ClaimKind::Killed);
    (own && deaths && words.language() == "en").then_some(Party::Meant)
}

/// Of "were farmers from one family" at a token the farmers.
fn who_behind(scene: &Scene<'_>, at: usize) -> Option<NounPhrase> {
    let words = &scene.words;
    (words.tag(at) == Tag::Be).then_some(())?;
    let phrase = words.phrase_at(at + 1).filter(|phrase| phrase.first == at + 1)?;
    scene.head_is(phrase, Word::People).then_some(phrase)
}

/// Of "three of the people killed were farmers" the farmers.
fn who_they_were(scene: &Scene<'_>, at: usize, link: &Link) -> Option<Span> {
    let participle = usize::from(scene.words.tag(at) == Tag::Participle);
    let phrase = who_behind(scene, at + participle).filter(|phrase| link.cue.1 < phrase.first)?;
    Some(scene.place(phrase.core, phrase.last))
}

/// Of "its inhabitants, nearly 900 people," the inhabitants.
fn apposed_to(scene: &Scene<'_>, item: &Item, phrase: NounPhrase) -> Option<Span> {
    let words = &scene.words;
    let comma = item.first.checked_sub(1).filter(|at| words.tag(*at) == Tag::Comma)?;
    let generic = scene.head_is(phrase, Word::AnyPeople) && phrase.last == phrase.head;
    (generic && words.tag(item.last + 1) == Tag::Comma).then_some(())?;
    let whole = words.phrase_before(comma).filter(|whole| whole.last + 1 == comma)?;
    let counted = (whole.first..whole.core).any(|at| words.tag(at) == Tag::Number);
    (scene.head_is(whole, Word::People) && !scene.head_is(whole, Word::AnyPeople) && !counted)
        .then(|| scene.place(whole.core, whole.last))
}

/// "others", « autres » of a number: all that is said of them where nobody was counted before.
pub(super) fn only_others(scene: &Scene<'_>, item: &Item) -> Option<Span> {
    let word = (item.number + 1..=item.last).find(|at| scene.has(*at, Word::Others))?;
    Some(scene.place(word, item.last))
}

/// "and six others": what is said, where it is a noun; else those whom the sentence counted before.
fn others(scene: &Scene<'_>, item: &Item) -> Party {
    let before = scene.items.iter().take_while(|before| before.number < item.number);
    let counted = before.filter_map(|before| before.phrase).any(|phrase| scene.head_is(phrase, Word::People));
    let word = (item.number + 1..=item.last).find(|at| scene.has(*at, Word::Others));
    match word {
        // « une douzaine d’autres »: of those of the sentence before.
        Some(word)
            if !counted && (word != item.last || scene.words.language() != "fr")
                || scene.small[word] == "others" =>
        {
            Party::Named(scene.place(word, item.last))
        }
        _ => Party::Meant,
    }
}

/// Of "five of them women" the women.
fn of_them(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Span> {
    let phrase = item.phrase?;
    let pronoun = matches!(link.how, How::Subset(_)) && scene.words.tag(phrase.head) == Tag::Pronoun;
    let next = phrase.last + 1 + usize::from(scene.words.tag(phrase.last + 1) == Tag::Gerund);
    let own = scene.words.phrase_at(next).filter(|own| own.first == next && pronoun)?;
    Some(scene.place(own.core, own.last))
}

/// Of "dont 11 commis sur des mineures" the girls.
fn upon(scene: &Scene<'_>, item: &Item) -> Option<Span> {
    let at = item.number + 1;
    let length = scene.is(at, Word::Upon)?;
    let phrase = scene.words.phrase_from(at + length).filter(|phrase| phrase.first <= at + length + 1)?;
    scene.head_is(phrase, Word::People).then(|| scene.place(phrase.core, phrase.last))
}

/// "bodies", "lives", "detainees": they are themselves what is counted.
fn is_counted_itself(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    [Word::Bodies, Word::Kept].iter().any(|class| scene.head_is(phrase, *class))
}

/// Of "12 deaths among the miners" the miners, of "31 attacks on convoys" the convoys, of "nine civilian deaths" civilians.
fn counted_of(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let words = &scene.words;
    if is_counted_itself(scene, phrase) {
        return Some(scene.place(phrase.core, phrase.last));
    }
    let from = phrase.last + 1;
    for at in from..(from + FARTHEST_AMONG).min(words.len()) {
        match scene.has(at, Word::Against) {
            true => return among(scene, at),
            _ if matches!(
                words.tag(at),
                Tag::Comma
                    | Tag::Break
                    | Tag::Verb
                    | Tag::Be
                    | Tag::Have
                    | Tag::Coordinator
                    | Tag::Participle
            ) =>
            {
                break;
            }
            _ => {}
        }
    }
    let whose = (phrase.core..phrase.head).any(|at| scene.has(at, Word::People));
    if whose && words.language() == "en" {
        return Some(scene.place(phrase.core, phrase.head - 1));
    }
    // "19 blessés par balle" say more than the noun.
    (phrase.last > phrase.trunk).then(|| scene.place(phrase.trunk + 2, phrase.last))
}

/// "among the miners" at a token: who they are.
fn among(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let phrase = scene.words.phrase_at(at + 1).filter(|_| scene.has(at, Word::Against))?;
    let people = (phrase.core..=phrase.trunk).any(|at| scene.has(at, Word::People));
    // "among its recruits": whose they are is said; a French article says nothing.
    let first = if scene.words.language() == "fr" { phrase.core } else { phrase.first };
    people.then(|| scene.place(first, phrase.last))
}

/// Of "put the number of civilian deaths at eight" the civilians, of "the number of minors who died" the minors.
fn number_of(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Span> {
    let words = &scene.words;
    (link.how == How::Toll).then_some(())?;
    let behind = item.number + 1..item.number + 3;
    let before = (item.first.saturating_sub(FARTHEST_NUMBER_OF)..item.first).rev();
    let end = |at: usize| Some(at + scene.is(at, Word::NumberOf)?);
    let from = behind.chain(before).find_map(end)?;
    let plain = |at: &usize| !matches!(words.tag(*at), Tag::Determiner | Tag::Glue | Tag::Number);
    let first = (from..from + 3).find(plain)?;
    let phrase = words.phrase_at(first)?;
    // What happened to them is not who they are.
    let told = |at: usize| {
        words.tag(at) == Tag::Participle || scene.cues_at(at).any(|cue| cue.word.role == Role::Counted)
    };
    let last = (first..=phrase.last).rev().find(|at| !told(*at))?;
    let people = (first..=last).any(|at| scene.has(at, Word::People) && !scene.has(at, Word::Casualties));
    people.then(|| scene.place(first, last))
}

/// How far before its number "the number of" stands, with what happened to them in between.
const FARTHEST_NUMBER_OF: usize = 25;

/// "treated 19 wounded", "sept blessés demeurent à l’hôpital": people, where "12 dead and 30 wounded" is a toll.
fn looked_after(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Span> {
    let words = &scene.words;
    let noun = link.cue.0;
    let hurt = scene.has(noun, Word::Casualties)
        && matches!(link.kind, ClaimKind::Injured | ClaimKind::Disappeared)
        && noun > item.number
        && noun <= item.number + 3;
    let cue = scene
        .cues_at(item.number + 1)
        .find(|cue| cue.word.role == Role::Counted && cue.word.kind == ClaimKind::Injured);
    let noun = if hurt { noun } else { cue.filter(|cue| scene.has(cue.first, Word::Casualties))?.first };
    let tended = (item.first.saturating_sub(FARTHEST_CARE)..item.first).any(|at| scene.has(at, Word::Tends));
    let joint = item.first.checked_sub(1).is_some_and(|at| words.tag(at) == Tag::Coordinator);
    let subject = !joint && matches!(words.tag(noun + 1), Tag::Be | Tag::Have | Tag::Verb);
    let shot = scene.small.get(noun + 2).is_some_and(|word| word.starts_with("balle"));
    (tended || subject).then(|| scene.place(noun, if shot { noun + 2 } else { noun }))
}

/// "took in, of the wounded, 19": so near stands who looks after them.
const FARTHEST_CARE: usize = 4;
