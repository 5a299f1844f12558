//! What grouping looks at of a claim, made once a claim.

use std::collections::HashMap;

use crate::Source;
use crate::claims::{Claim, ClaimKind, StandsIn};
use crate::document::Span;
use crate::entities::{EntityKind, EntityRef, Party};
use crate::quantities::Figure;
use crate::relations::RelationKind;
use crate::text::{TokenKind, fold_words, tokens};

use super::ClaimRef;
use super::names::{Key, Names};
use super::place::{self, Where};
use super::when::{Exactness, Time};
use super::words::{Cue, CuesFound, words};

/// A claim as grouping sees it.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    pub of: ClaimRef,
    /// Of running text: where it stands.
    pub stands: Option<Stand>,
    /// The event of which its document tells there.
    pub episode: Option<usize>,
    pub kind: ClaimKind,
    pub time: Option<Time>,
    /// The words for the time stand in its own sentence.
    pub own_time: bool,
    /// Neither its time nor its place stands in its own paragraph: both are those of the scene before.
    pub borrowed: bool,
    pub place: Where,
    pub perpetrators: Vec<Key>,
    pub victims: Vec<Key>,
    /// Who says so first; the document itself, where nobody is named.
    pub speakers: Vec<Key>,
    pub figure: Figure,
    /// What its sentence says about the event told of before.
    pub cues: CuesFound,
}

/// A place in the running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand {
    pub sentence: usize,
    pub block: usize,
    /// The claim's own words.
    pub span: Span,
    /// The sentence.
    pub whole: Span,
}

/// What is looked at of the sentence around a claim: a paragraph of megabytes may be one sentence.
const SENTENCE_SEEN: usize = 1_000;
/// Mentions looked at within one phrase.
const MENTIONS_SEEN: usize = 16;

/// Reads the claims of all documents.
pub(super) struct Reader<'a> {
    sources: &'a [Source<'a>],
    party_of: HashMap<EntityRef, usize>,
    parties: &'a [Party],
    pub names: Names,
    kept: Kept<'a>,
}

/// What claims have in common, read once.
#[derive(Default)]
struct Kept<'a> {
    /// Of the sentence read last: several claims stand in it.
    cues: Option<(&'a str, CuesFound)>,
    /// By the words for a place.
    places: HashMap<&'a str, Where>,
    /// By party: what its names are compared by.
    forms: HashMap<usize, Vec<Key>>,
    parties: HashMap<usize, Key>,
}

/// So many different words for places are kept.
const MOST_PLACES: usize = 50_000;

impl<'a> Reader<'a> {
    pub fn new(sources: &'a [Source<'a>], parties: &'a [Party]) -> Self {
        let party_of = parties
            .iter()
            .enumerate()
            .flat_map(|(index, party)| party.members.iter().map(move |member| (*member, index)))
            .collect();
        Self { sources, party_of, parties, names: Names::default(), kept: Kept::default() }
    }

    /// The claim as grouping sees it; `None` where it tells of no one event.
    pub fn fact(&mut self, of: ClaimRef) -> Option<Fact> {
        let sources: &'a [Source<'a>] = self.sources;
        let source = &sources[of.document];
        let claim = &source.analysis.claims[of.claim];
        let time = claim.when.and_then(|when| Time::of(when.interval));
        let place = self.place(of, claim);
        if !tells_of_an_event(claim, time, &place) {
            return None;
        }
        let stands = stand(source, claim);
        let own_time = claim.when.is_some_and(|when| stands.is_some_and(|at| at.whole.contains(when.span)));
        let cues = stands.map_or_else(CuesFound::default, |at| self.cues(seen(source, at)));
        let cues = if stands.is_some_and(|at| opens_with_another(source, claim, at)) {
            cues.with(Cue::NewEvent)
        } else {
            cues
        };
        let borrowed = stands.is_some_and(|at| is_borrowed(source, claim, at));
        // "Another mine fell in": the day of the event before is not its own, nor is the place.
        let other = cues.has(Cue::NewEvent) && !own_time;
        let own_place = claim.place.is_some_and(|span| stands.is_some_and(|at| at.whole.contains(span)));
        if cues.has(Cue::OverTime) && !(own_time && own_place) {
            return None;
        }
        let time = time.filter(|_| !other);
        let place = if other && !own_place { Where::default() } else { place };
        Some(Fact {
            of,
            stands,
            episode: claim.episode,
            kind: claim.what,
            time: time.filter(|time| time.exact != Exactness::Long),
            own_time,
            borrowed,
            place,
            perpetrators: self.actors(of, claim.perpetrators),
            victims: self.actors(of, claim.victims),
            speakers: self.speakers(of, claim),
            figure: claim.figure,
            cues,
        })
    }

    /// Takes in the names of a claim's place, for the spellings of those to come.
    pub fn learn_place(&mut self, of: ClaimRef) {
        let sources: &'a [Source<'a>] = self.sources;
        self.place(of, &sources[of.document].analysis.claims[of.claim]);
    }

    fn place(&mut self, of: ClaimRef, claim: &Claim) -> Where {
        let sources: &'a [Source<'a>] = self.sources;
        let source = &sources[of.document];
        let Some(span) = claim.place else {
            return Where::default();
        };
        let mut place = self.read_place(source.document.quote(span));
        // One place under two names is known by the names of its party.
        for party in self.parties_in(of.document, span) {
            let known = &self.parties[party];
            if known.kind != EntityKind::Place || known.names.len() < 2 {
                continue;
            }
            let forms = self.forms(party);
            if forms.iter().any(|form| place.names.contains(form)) {
                place.names.extend(forms);
                place.names.sort_unstable();
                place.names.dedup();
            }
        }
        place
    }

    fn cues(&mut self, text: &'a str) -> CuesFound {
        if let Some((known, cues)) = self.kept.cues
            && std::ptr::eq(known, text)
        {
            return cues;
        }
        let cues = words().cues(text);
        self.kept.cues = Some((text, cues));
        cues
    }

    fn read_place(&mut self, text: &'a str) -> Where {
        if let Some(known) = self.kept.places.get(text) {
            return known.clone();
        }
        let place = place::read(text, &mut self.names);
        if self.kept.places.len() < MOST_PLACES {
            self.kept.places.insert(text, place.clone());
        }
        place
    }

    fn forms(&mut self, party: usize) -> &[Key] {
        self.kept.forms.entry(party).or_insert_with(|| {
            let names = self.parties[party].names.iter();
            names.map(|name| self.names.spelled(&fold_words(name))).collect()
        })
    }

    /// The parties, bodies and abbreviations that a phrase names.
    fn actors(&mut self, of: ClaimRef, span: Option<Span>) -> Vec<Key> {
        let Some(span) = span else {
            return Vec::new();
        };
        let mut keys: Vec<Key> = self
            .parties_in(of.document, span)
            .into_iter()
            .filter(|party| !matches!(self.parties[*party].kind, EntityKind::Place | EntityKind::Other))
            .map(|party| {
                let key = self.kept.parties.entry(party);
                *key.or_insert_with(|| self.names.exact(&format!("party {party}")))
            })
            .collect();
        let text = self.sources[of.document].document.quote(span);
        for token in tokens(text).iter().filter(|token| token.kind == TokenKind::Word) {
            let word = token.text(text);
            if is_abbreviation(word) {
                keys.push(self.names.exact(&format!("short {}", word.to_lowercase())));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn speakers(&mut self, of: ClaimRef, claim: &Claim) -> Vec<Key> {
        let Some(first) = claim.said_by.first() else {
            return vec![self.names.exact(&format!("document {}", of.document))];
        };
        let mut keys = self.actors(of, Some(*first));
        let words = fold_words(self.sources[of.document].document.quote(*first));
        let bare = ["the ", "a ", "an ", "le ", "la ", "les ", "l ", "un ", "une "]
            .iter()
            .find_map(|article| words.strip_prefix(article))
            .unwrap_or(&words);
        keys.push(self.names.exact(&format!("said {bare}")));
        keys
    }

    fn parties_in(&self, document: usize, span: Span) -> Vec<usize> {
        let mentions = &self.sources[document].analysis.mentions;
        let first = mentions.partition_point(|mention| mention.span.end <= span.start);
        let mut found: Vec<usize> = mentions[first..]
            .iter()
            .take_while(|mention| mention.span.start < span.end)
            .take(MENTIONS_SEEN)
            .filter_map(|mention| self.party_of.get(&EntityRef { document, entity: mention.entity }).copied())
            .collect();
        found.dedup();
        found
    }

    /// Which places lie in which, as the documents state it.
    pub fn containers(&mut self) -> Vec<(Key, Key)> {
        let mut found = Vec::new();
        for source in self.sources {
            let ties = source.analysis.relations.iter();
            for tie in ties.filter(|tie| tie.kind == RelationKind::LocatedIn && !tie.negated) {
                let entities = &source.analysis.entities;
                let (inner, outer) = (&entities[tie.subject], &entities[tie.object]);
                if inner.kind == EntityKind::Place && outer.kind == EntityKind::Place {
                    let key = |name: &str, names: &mut Names| names.spelled(&fold_words(name));
                    found.push((key(&inner.caption, &mut self.names), key(&outer.caption, &mut self.names)));
                }
            }
        }
        found
    }
}

/// Whether a claim is about one event: no count over time, no strength of a force, no share.
fn tells_of_an_event(claim: &Claim, time: Option<Time>, place: &Where) -> bool {
    let told = time.is_some_and(|time| time.exact != Exactness::Long);
    let on_a_day = time.is_some_and(|time| time.exact == Exactness::Day);
    let open_end = claim.when.is_some_and(|when| when.interval.from.is_some() && when.interval.to.is_none());
    let located = !place.names.is_empty();
    let event = match claim.what {
        // "600 fighters" is a strength unless a day and a place make an event of it.
        ClaimKind::Other if claim.combined.is_empty() => told && located,
        // "33 cases in January" is a count over the month.
        ClaimKind::Attacks | ClaimKind::Operations | ClaimKind::SexualViolence => on_a_day,
        // Troops are sent, and hostages held, from a day on.
        ClaimKind::Deployed | ClaimKind::Abducted => true,
        _ => !open_end,
    };
    let in_table = claim.stands_in == StandsIn::Table;
    event && !claim.cumulative && (!in_table || (told && located))
}

/// "Another tunnel fell in": an event of its own. "Another two dozen people": more of the one told of.
fn opens_with_another(source: &Source<'_>, claim: &Claim, at: Stand) -> bool {
    let start = seen(source, at).trim_start();
    let word = ["Another ", "Un autre ", "Une autre "].into_iter().find(|word| start.starts_with(word));
    let number = claim.number.map_or(usize::MAX, |span| span.start);
    word.is_some_and(|word| number > at.whole.start + word.len() + 2)
}

fn is_borrowed(source: &Source<'_>, claim: &Claim, at: Stand) -> bool {
    let block = source.document.blocks[at.block].span;
    let time = claim.when.is_some_and(|when| !when.span.is_empty() && block.contains(when.span));
    let place = claim.place.is_some_and(|span| block.contains(span));
    !time && !place
}

fn stand(source: &Source<'_>, claim: &Claim) -> Option<Stand> {
    if !matches!(claim.stands_in, StandsIn::Body | StandsIn::Caption) {
        return None;
    }
    let sentences = &source.analysis.sentences;
    let sentence =
        sentences.partition_point(|sentence| sentence.span.start <= claim.span.start).checked_sub(1)?;
    let of = &sentences[sentence];
    of.span.overlaps(claim.span).then_some(Stand {
        sentence,
        block: of.block,
        span: claim.span,
        whole: of.span,
    })
}

/// The sentence, or of a very long one what is around the claim.
pub(super) fn seen<'d>(source: &Source<'d>, at: Stand) -> &'d str {
    let text = &source.document.text;
    let mut from = at.whole.start.max(at.span.start.saturating_sub(SENTENCE_SEEN));
    let mut to = at.whole.end.min(at.span.start + SENTENCE_SEEN);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.get(from..to).unwrap_or_default()
}

/// `FFJ`, `CSP`: two capitals at least, and nothing else.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().count();
    (2..=10).contains(&letters)
        && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
        && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}
