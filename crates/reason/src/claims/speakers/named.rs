//! The words that name a speaker: with the place of work, the rank, the name behind a comma, and no more.

use crate::claims::lexicon::Word;
use crate::claims::people::{list_end, with_title};
use crate::claims::scene::Scene;
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};

/// "information gathered by": so near stands who wrote a paper.
const LONGEST_ORIGIN: usize = 4;

/// Of "a statement by the army", "the army's figures" the army, of "les chiffres de la mairie" the town hall: who speaks
/// through a paper.
pub(super) fn author(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let words = &scene.words;
    scene.head_is(phrase, Word::Sayings).then_some(())?;
    let by = (phrase.last + 1..phrase.last + LONGEST_ORIGIN).find(|at| scene.has(*at, Word::By));
    let plain = |by: usize| {
        (phrase.last + 1..by).all(|at| !matches!(words.tag(at), Tag::Comma | Tag::Break | Tag::Relative))
    };
    if let Some(by) = by.filter(|by| plain(*by)).and_then(|by| words.phrase_from(by + 1)) {
        return Some(scene.place(by.first, list_end(scene, by)));
    }
    if words.tag(phrase.trunk + 1) == Tag::Of && phrase.trunk + 1 < phrase.last {
        let from = phrase.trunk + 2 + usize::from(words.tag(phrase.trunk + 2) == Tag::Glue);
        return (from <= phrase.last).then(|| scene.place(from, phrase.last));
    }
    None
}

/// Of "a report that the aid group Halden Relief published" that body.
pub(super) fn published(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let words = &scene.words;
    let that = phrase.last + 1;
    (matches!(words.tag(that), Tag::Relative | Tag::Subordinator)).then_some(())?;
    let mut who = words.phrase_at(that + 1).filter(|who| who.first == that + 1)?;
    let mut first = who.first;
    // "the organization (NGO) Halden Relief": the name.
    if words.tag(who.last + 1) == Tag::Open && words.tag(who.last + 3) == Tag::Close {
        let name = words.phrase_at(who.last + 4).filter(|name| words.tag(name.head) == Tag::Name);
        if let Some(name) = name {
            (who, first) = (name, who.last + 4);
        }
    }
    let verb = (who.last + 1..who.last + 3).any(|at| scene.has(at, Word::Publishing));
    verb.then(|| scene.place(first, who.last))
}

/// Of "the council's own reckoning" the council.
pub(super) fn possessor(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let of = (phrase.first + 1..phrase.head).find(|at| scene.words.tag(*at) == Tag::Genitive)?;
    // The apostrophe and its "s" are two tokens.
    let mark = if scene.words.tag(of - 1) == Tag::Glue { of - 1 } else { of };
    (mark > phrase.first).then(|| scene.place(phrase.first, mark - 1))
}

/// Of "Halden Relief figures", which something is according to, that body.
pub(super) fn compiler(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    (scene.head_is(phrase, Word::Sayings) && phrase.last == phrase.head).then_some(())?;
    let names = (phrase.first..phrase.head).rev().find(|at| scene.words.tag(*at) == Tag::Name)?;
    Some(scene.place(phrase.first, names))
}

/// The span of a speaker; a person's name behind it says more: "the mayor, Halda Osk".
pub(super) fn named(scene: &Scene<'_>, phrase: NounPhrase) -> Span {
    apposition(scene, phrase).map_or_else(
        || scene.place(phrase.first, last_of(scene, phrase)),
        |name| scene.place(name.first, name.last),
    )
}

/// The last token of the phrases that "and" joins to one, counted ones too: "a mayor and two doctors".
fn last_of(scene: &Scene<'_>, phrase: NounPhrase) -> usize {
    let words = &scene.words;
    let next = words.coordinated(phrase).get(1).copied().filter(|next| {
        words.tag(next.first - 1) == Tag::Coordinator
            && scene.head_is(*next, Word::People)
            && (next.first..next.core).any(|at| words.tag(at) == Tag::Number)
            && matches!(words.tag(next.last + 1), Tag::Other | Tag::Break | Tag::Comma)
    });
    next.map_or_else(|| list_end(scene, phrase), |next| next.last)
}

/// A name between commas behind a phrase.
pub(super) fn apposition(scene: &Scene<'_>, phrase: NounPhrase) -> Option<NounPhrase> {
    let words = &scene.words;
    let mut last = phrase.last;
    // "the chief of block 4, Halda Osk".
    last += usize::from(words.tag(last + 1) == Tag::Number);
    // Past "pour le pays", "in the town".
    if words.tag(last + 1) == Tag::Preposition {
        last = words.phrase_from(last + 1)?.last;
    }
    (words.tag(last + 1) == Tag::Comma).then_some(())?;
    let name = words.phrase_at(last + 2).filter(|name| name.first == last + 2)?;
    // "an activist group, the Kessa Committee": of somebody who is only described.
    let described = words.tag(phrase.head) == Tag::Noun && !scene.head_is(name, Word::Places);
    let told = described && words.tag(name.first) == Tag::Determiner && words.tag(name.last) == Tag::Name;
    ((is_name(scene, name) || told) && name.last > name.first).then_some(name)
}

/// Nothing but names, or one rank and a name: "l’abbé Osk".
pub(super) fn is_name(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    let words = &scene.words;
    let all = (phrase.first..=phrase.last)
        .all(|at| matches!(words.tag(at), Tag::Name | Tag::Glue) || is_initial(scene, at));
    let ranked = words.language() == "fr"
        && matches!(words.tag(phrase.first), Tag::Determiner)
        && words.tag(phrase.core) == Tag::Noun
        && phrase.core < phrase.last
        && (phrase.core + 1..=phrase.last).all(|at| matches!(words.tag(at), Tag::Name | Tag::Glue));
    all || ranked
}

/// "CSP Osk": letters for a rank.
fn is_initial(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.words.text(at);
    text.len() > 1 && text.chars().all(char::is_uppercase)
}

/// The name right before a verb, between commas, of somebody described before it: "the spokesman, Halda Osk, told".
pub(super) fn apposed(scene: &Scene<'_>, verb: usize) -> Option<NounPhrase> {
    let words = &scene.words;
    let close = verb.checked_sub(1).filter(|at| words.tag(*at) == Tag::Comma)?;
    let name = words.phrase_before(close).filter(|name| name.last + 1 == close && is_name(scene, *name))?;
    let open = name.first.checked_sub(1).filter(|at| words.tag(*at) == Tag::Comma)?;
    let end = open - usize::from(words.tag(open.saturating_sub(1)) == Tag::Number);
    let described = words.phrase_before(end).filter(|phrase| phrase.last + 1 == end)?;
    (words.tag(described.head) == Tag::Noun
        && !words.is_governed(described)
        && !scene.head_is(name, Word::Places))
    .then_some(name)
}

/// With "at the town's hospital", "with the local guard" behind it, up to the verb.
pub(super) fn named_with(scene: &Scene<'_>, phrase: NounPhrase, verb: usize) -> Span {
    let words = &scene.words;
    let mut last = phrase.last;
    for _ in 0..DEEPEST {
        let at = last + 1;
        if !matches!(scene.small.get(at).map(|word| &**word), Some("at" | "with" | "in" | "from" | "for")) {
            break;
        }
        let inner = words.phrase_at(at + 1).filter(|inner| inner.first == at + 1 && inner.last < verb);
        // "at first", "at the time", "in March": no place of work.
        let placed = inner.filter(|inner| {
            matches!(words.tag(inner.core), Tag::Noun | Tag::Name | Tag::Adjective)
                && ![Word::Times, Word::Sayings, Word::Writing]
                    .iter()
                    .any(|class| scene.head_is(*inner, *class))
                && !matches!(&*scene.small[inner.core], "first" | "last" | "least" | "present")
        });
        let Some(inner) = placed else { break };
        last = inner.last;
    }
    scene.place(phrase.first, last)
}

/// "at the hospital in Kessa": no more is added to a speaker.
const DEEPEST: usize = 2;

/// As [`named`], for the subject of a verb, whose span is known.
pub(super) fn narrowed(scene: &Scene<'_>, span: Span, verb: usize) -> Span {
    let start = span.start - scene.sentence().span.start;
    let token = scene.words.token_at(start);
    let Some(phrase) = scene.words.phrase_at(token) else { return span };
    if let Some(author) = author(scene, phrase) {
        return author;
    }
    match apposition(scene, phrase) {
        Some(name) if name.last < verb => scene.place(name.first, name.last),
        _ => {
            // "eleven witnesses": they are so many.
            let counted = (phrase.first..phrase.core).any(|at| scene.words.tag(at) == Tag::Number);
            let from = if counted { scene.place(phrase.first, phrase.first).start } else { span.start };
            let wide = named_with(scene, phrase, verb);
            Span::new(from.min(span.start), wide.end.max(span.end))
        }
    }
}

/// With "and a local official" before the verb.
pub(super) fn joined_end(scene: &Scene<'_>, phrase: NounPhrase, verb: usize) -> usize {
    let next = scene.words.coordinated(phrase).get(1).copied();
    let next = next.filter(|next| next.last < verb && scene.words.tag(next.first - 1) == Tag::Coordinator);
    next.map_or_else(|| list_end(scene, phrase), |next| next.last)
}

/// The last token of a phrase, an abbreviation in brackets taken in.
pub(super) fn titled_end(scene: &Scene<'_>, phrase: NounPhrase) -> usize {
    with_title(scene, phrase.last)
}
