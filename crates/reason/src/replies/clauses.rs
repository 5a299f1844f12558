//! Requests for comment read by what a sentence holds, in whatever order and wording: somebody was asked, by those who
//! write, and something or nothing came of it. Patterns come first; this finds what none of them foresaw.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::Span;
use crate::entities::EntityKind;
use crate::patterns::{Book, Found, Sort, View, core_from};
use crate::text::fold;

use super::read::{Hits, Reading, book, is_bystander, is_known};
use super::{Outcome, Reply};

/// What a part of a sentence tells. Outcomes stand in the order in which one is preferred to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Cue {
    /// "our letter to Moor", "wrote to Moor".
    Asked,
    /// "Contacted by us, Moor": the subject was asked.
    Called,
    NoReply,
    Other,
    Replied,
    /// "said": an answer only where somebody surely was asked.
    Said,
}

impl Cue {
    const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Asked | Self::Called => None,
            Self::NoReply => Some(Outcome::NoReply),
            Self::Other => Some(Outcome::Other),
            Self::Replied | Self::Said => Some(Outcome::Replied),
        }
    }
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_requests.rs"));

fn cues() -> &'static Book<Cue> {
    static BOOK: OnceLock<Book<Cue>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

/// How many sentences on an answer may follow its request.
const REACH: usize = 3;

/// So many replies of a sentence are looked at for those asked along with them.
const MOST_NEAR: usize = 20;

/// A request that waits for what came of it.
struct Waiting {
    number: usize,
    span: Span,
    asked: Vec<Span>,
}

/// Whom a sentence says that something came from.
enum Source {
    /// "It", "the company", or nobody at all.
    Meant,
    Party(Vec<Span>),
}

impl Reading<'_, '_> {
    /// Adds what no pattern found.
    pub(super) fn by_clauses(&self, replies: &mut Vec<Reply>) {
        let mut waiting: Option<Waiting> = None;
        let told = std::mem::take(replies);
        for (number, sentence) in self.prose.sentences.iter().enumerate() {
            let over = |waiting: &Waiting| {
                number > waiting.number + REACH
                    || self.prose.sentences[waiting.number].block != sentence.block
            };
            if waiting.as_ref().is_some_and(over) {
                waiting = None;
            }
            let first = told.partition_point(|reply| reply.span.start < sentence.span.start);
            if !cues().may_hold(&sentence.text) {
                continue;
            }
            let near = told[first.saturating_sub(1)..].iter().take(MOST_NEAR);
            let known: Vec<_> = near.filter(|reply| reply.span.overlaps(sentence.span)).collect();
            let hits = Hits { number, view: self.view(sentence), found: Vec::new() };
            let found = match known.is_empty() {
                true => self.clauses(&hits, &mut waiting),
                false => self.also_asked(&hits, &known),
            };
            let fresh: Vec<_> = found.into_iter().filter(|reply| !is_known(replies, reply)).collect();
            replies.extend(fresh);
        }
        replies.extend(told);
        replies.sort_by_key(|reply| (reply.span.end, reply.addressee));
    }

    /// "our letters to the ministry and to Moor": a pattern may have seen only one of them.
    fn also_asked(&self, hits: &Hits<'_>, known: &[&Reply]) -> Vec<Reply> {
        let found = cues().find(&hits.view);
        let nominal = found.iter().filter(|cue| cue.key == Cue::Asked && self.is_by_author(&hits.view, cue));
        for cue in nominal {
            let asked = self.parties(hits, cue, &found);
            let one = |span: &Span| known.iter().find(|reply| reply.addressee.overlaps(*span));
            if let Some(reply) = asked.iter().find_map(one).filter(|_| asked.len() > known.len()) {
                let rest = asked.iter().filter(|span| one(span).is_none()).copied().collect();
                return replies(reply.span, rest, reply.outcome);
            }
        }
        Vec::new()
    }

    fn clauses(&self, hits: &Hits<'_>, waiting: &mut Option<Waiting>) -> Vec<Reply> {
        let view = &hits.view;
        if book().has_word("elsewhere", view, 0, view.len()) {
            return Vec::new();
        }
        let found = cues().find(view);
        let (asked, sure) = self.asked(hits, &found);
        let span = view.sentence.span;
        if !asked.is_empty() {
            let come = outcome(&found, |cue| match cue.key {
                Cue::Said => sure,
                _ => self.may_be_of(hits, cue, &found, &asked),
            });
            *waiting = Some(Waiting { number: hits.number, span, asked: asked.clone() });
            return come.map_or_else(Vec::new, |(outcome, _)| replies(span, asked, outcome));
        }
        if let Some(known) = waiting.as_ref()
            && let Some((outcome, cue)) =
                outcome(&found, |cue| self.may_be_of(hits, cue, &found, &known.asked))
        {
            let whole = Span::new(known.span.start, span.end);
            let of = self.of_those(hits, cue, &found, &known.asked);
            return replies(if of.len() < known.asked.len() { span } else { whole }, of, outcome);
        }
        self.volunteered(hits, &found)
    }

    /// "Moor declined to take our calls": the request is theirs, the subject was asked.
    fn volunteered(&self, hits: &Hits<'_>, found: &[Found<Cue>]) -> Vec<Reply> {
        let view = &hits.view;
        let beside = self.sections.blocks.contains_key(&view.sentence.block);
        let ours = has_own("ours", view, 0, view.len());
        if !ours && !beside {
            return Vec::new();
        }
        let sourced = |cue: &Found<Cue>| match (cue.key, self.source(hits, cue, found)) {
            (Cue::Said, _) | (_, Source::Meant) => None,
            (_, Source::Party(of)) => Some(of),
        };
        let best = outcome(found, |cue| sourced(cue).is_some());
        best.map_or_else(Vec::new, |(outcome, cue)| {
            replies(view.sentence.span, sourced(cue).unwrap_or_default(), outcome)
        })
    }

    /// Who was asked in a sentence by those who write; whether it surely was to hear the other side.
    fn asked(&self, hits: &Hits<'_>, found: &[Found<Cue>]) -> (Vec<Span>, bool) {
        let view = &hits.view;
        let mut asked: Vec<Span> = Vec::new();
        let mut sure = false;
        let requests = found.iter().filter(|cue| cue.key.outcome().is_none());
        for cue in requests.filter(|cue| self.is_by_author(view, cue)) {
            let parties = self.parties(hits, cue, found);
            sure |= cue.key == Cue::Called && !parties.is_empty() && self.is_ours(view);
            for party in parties {
                if !asked.iter().any(|known| known.overlaps(party)) {
                    asked.push(party);
                }
            }
        }
        asked.sort_unstable();
        (asked, sure)
    }

    fn parties(&self, hits: &Hits<'_>, cue: &Found<Cue>, all: &[Found<Cue>]) -> Vec<Span> {
        let Some(phrase) = cues().slot(cue, "who") else { return Vec::new() };
        phrase.members.iter().filter_map(|member| self.party(hits, before_verb(*member, all))).collect()
    }

    fn party(&self, hits: &Hits<'_>, (first, mut last): (usize, usize)) -> Option<Span> {
        let view = &hits.view;
        // "a letter to Moor of 3 May".
        while last > first && (view.is_number(last) || view.is_any(last, &[Sort::Time, Sort::Joiner])) {
            last -= 1;
        }
        if self.is_asker(view, first, last) {
            return None;
        }
        let plain = (first..=last).any(|at| cues().word_at("plain-noun", view, at).is_some());
        if plain || !is_answerable(view, first, last) || is_bystander(view, first, last) {
            return None;
        }
        self.addressee(hits, (first, last), &self.before_sentence(hits.number))
    }

    /// The subject of the sentence, where somebody who can answer opens it.
    fn subject(&self, hits: &Hits<'_>, cue: &Found<Cue>, all: &[Found<Cue>]) -> Option<Span> {
        let view = &hits.view;
        let (first, last) = before_verb(core_from(view, 0)?, all);
        let own = view.is(first, Sort::Pronoun) || is_bare_office(view, first, last) && hits.number > 0;
        (last < cue.anchor.0 && !own).then(|| self.party(hits, (first, last))).flatten()
    }

    /// Whether those who write asked: they say so, a house is named, or it was for comment.
    fn is_by_author(&self, view: &View<'_>, cue: &Found<Cue>) -> bool {
        let (start, end) = cue.anchor;
        let who = cues().slot(cue, "who").map_or(end, |who| who.start);
        if cue.key == Cue::Asked && book().has_word("no-asker", view, 0, start.min(who)) {
            return false;
        }
        let agent =
            (end + 1..view.len().min(end + 8)).find(|at| cues().word_at("agent", view, *at).is_some());
        if let Some(agent) = agent {
            return has_own("asker", view, agent, agent + 5) || self.is_house(view, agent + 1);
        }
        self.is_ours(view)
            || match cue.key {
                Cue::Called => !cues().has_word("by-anybody", view, start, end + 1),
                _ => self.is_house(view, 0) || self.is_bare(view, cue, who),
            }
    }

    fn is_ours(&self, view: &View<'_>) -> bool {
        has_own("asker", view, 0, view.len()) || cues().has_word("for-comment", view, 0, view.len())
    }

    /// "A letter to Halden Logistics": by nobody else, to somebody with a name.
    fn is_bare(&self, view: &View<'_>, cue: &Found<Cue>, who: usize) -> bool {
        let opens = (0..cue.anchor.0).all(|at| !view.is_capital(at) || at == 0)
            && !view.is_any(0, &[Sort::Pronoun])
            && view.mention(0).is_none()
            && (0..=cue.anchor.1).any(|at| cues().word_at("plain-noun", view, at).is_some());
        opens && (who..who + 3).any(|at| view.is_capital(at) || view.mention(at).is_some())
    }

    /// Whether an organisation is named at a token, an article before it, perhaps.
    fn is_house(&self, view: &View<'_>, at: usize) -> bool {
        let near = (at..at + 3).find_map(|at| view.mention(at));
        let kind = near.and_then(|(mention, ..)| view.entity(mention)).and_then(|e| self.entities.get(e));
        match kind {
            Some(entity) => matches!(entity.kind, EntityKind::Organization | EntityKind::Other),
            None => at > 0 && (at..at + 3).any(|at| view.is_capital(at)),
        }
    }

    /// Whether an outcome can be of those who were asked.
    fn may_be_of(&self, hits: &Hits<'_>, cue: &Found<Cue>, all: &[Found<Cue>], asked: &[Span]) -> bool {
        match self.source(hits, cue, all) {
            // "The company said": of those asked only where it is told who said it.
            Source::Meant => cue.key != Cue::Said || self.is_pronoun(hits, cue),
            Source::Party(of) => of.iter().any(|of| asked.iter().any(|asked| self.is_one(*asked, *of))),
        }
    }

    fn of_those(&self, hits: &Hits<'_>, cue: &Found<Cue>, all: &[Found<Cue>], asked: &[Span]) -> Vec<Span> {
        match self.source(hits, cue, all) {
            Source::Meant => asked.to_vec(),
            Source::Party(of) => {
                let told = |asked: &&Span| of.iter().any(|of| self.is_one(**asked, *of));
                asked.iter().filter(told).copied().collect()
            }
        }
    }

    fn is_pronoun(&self, hits: &Hits<'_>, cue: &Found<Cue>) -> bool {
        let view = &hits.view;
        cues().slot(cue, "who").is_some_and(|who| {
            let (first, last) = who.members[0];
            view.is(first, Sort::Pronoun)
                && view.mention(first).is_none()
                && !self.is_asker(view, first, last)
                || is_bare_office(view, first, last)
        })
    }

    fn is_asker(&self, view: &View<'_>, first: usize, last: usize) -> bool {
        has_own("asker", view, first.saturating_sub(1), last + 1)
    }

    /// Whom an outcome comes from: its subject.
    fn source(&self, hits: &Hits<'_>, cue: &Found<Cue>, all: &[Found<Cue>]) -> Source {
        let view = &hits.view;
        let Some(phrase) = cues().slot(cue, "who") else {
            return self.subject(hits, cue, all).map_or(Source::Meant, |of| Source::Party(vec![of]));
        };
        let (first, last) = phrase.members[0];
        let pronoun = view.is(first, Sort::Pronoun) && view.mention(first).is_none();
        if pronoun || self.is_asker(view, first, last) || is_bare_office(view, first, last) && hits.number > 0
        {
            return Source::Meant;
        }
        let parties = self.parties(hits, cue, all);
        match self.subject(hits, cue, all).filter(|_| parties.is_empty()) {
            Some(of) => Source::Party(vec![of]),
            None if parties.is_empty() => Source::Meant,
            None => Source::Party(parties),
        }
    }

    /// Whether two names are of one party: one holds the other.
    fn is_one(&self, one: Span, other: Span) -> bool {
        let text = |span: Span| fold(self.prose.document.quote(span));
        let (one, other) = (text(one), text(other));
        one.contains(other.as_str()) || other.contains(one.as_str())
    }
}

/// Whether those who write are told of: "told us", but not "told US officials".
fn has_own(class: &str, view: &View<'_>, from: usize, to: usize) -> bool {
    (from..to.min(view.len())).any(|at| {
        cues().word_at(class, view, at).is_some_and(|length| {
            let last = &view.sentence.tokens[at + length - 1];
            at + length <= to && last.text(&view.sentence.text) != "US"
        })
    })
}

/// "our calls to the office rang out": the office ends before the verb.
fn before_verb((first, last): (usize, usize), all: &[Found<Cue>]) -> (usize, usize) {
    let verbs = all.iter().filter(|cue| cue.key.outcome().is_some()).map(|cue| cue.anchor.0);
    let verb = verbs.filter(|at| first < *at && *at <= last).min();
    (first, verb.map_or(last, |at| at - 1))
}

/// Somebody with a name, or who answers for others: not anybody's nurse.
fn is_answerable(view: &View<'_>, first: usize, last: usize) -> bool {
    let named = (first..=last)
        .any(|at| view.mention(at).is_some() || view.is_capital(at) && (at > 0 || view.is_name(at)));
    let office = (first..=last).any(|at| cues().word_at("office", view, at).is_some());
    named
        || office && view.is_any(first, &[Sort::Determiner, Sort::Indefinite])
        || office && first > 0 && view.is(first - 1, Sort::Place)
}

/// "the company", "l'entreprise".
fn is_bare_office(view: &View<'_>, first: usize, last: usize) -> bool {
    let small = (first..=last).all(|at| view.mention(at).is_none() && (at == 0 || !view.is_capital(at)));
    small
        && view.is(first, Sort::Determiner)
        && last - first <= 2
        && book().word_at("stands-for", view, last).is_some()
}

/// What came of a request: the most telling of the outcomes that hold.
fn outcome(found: &[Found<Cue>], holds: impl Fn(&Found<Cue>) -> bool) -> Option<(Outcome, &Found<Cue>)> {
    let sourced = |cue: &Found<Cue>| cues().slot(cue, "who").is_none();
    let best = found
        .iter()
        .filter(|cue| cue.key.outcome().is_some() && holds(cue))
        .min_by_key(|cue| (cue.key, sourced(cue), cue.anchor.0))?;
    Some((best.key.outcome()?, best))
}

fn replies(span: Span, of: Vec<Span>, outcome: Outcome) -> Vec<Reply> {
    of.into_iter().map(|addressee| Reply { span, addressee, outcome }).collect()
}
