//! Decisions survive a text that is read anew, and what cannot be found is told.

use reason::Analysis;
use reason::claims::{Claim, ClaimKind};
use reason::decisions::{Likeness, Verdict};
use reason::document::{Draft, DraftBlock, Span};
use reason::incidents::ClaimRef;

use super::{Item, Rulings, State, resolve};
use crate::ledger::{Act, Decided, Entry, KnownAct, Ruling};
use crate::projection::{Exhibit, Loaded, LoadedDocument};
use crate::{Actor, Sha256, Timestamp};

/// Every number of a text is a claim that so many were killed; `!` behind it: injured.
fn read(text: &str) -> Loaded {
    let mut draft = Draft::new("text/plain", "invented", 1);
    draft.blocks = text.split("\n\n").map(|paragraph| DraftBlock::new(None, paragraph, None)).collect();
    let document = reason::structure::compose(draft);
    let text = &document.text;
    let mut claims = Vec::new();
    for (start, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        if text[..start].ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |at| start + at);
        let what = if text[end..].starts_with('!') { ClaimKind::Injured } else { ClaimKind::Killed };
        claims.push(claim(Span::new(0, text.len()), Span::new(start, end), what));
    }
    let sha256 = Sha256::of(b"the same bytes");
    let exhibit = Exhibit { sha256, size: 0, label: "report.txt".to_owned(), acquisitions: Vec::new() };
    let analysis = Analysis { claims, ..Analysis::default() };
    let document = LoadedDocument { id: sha256.short(), exhibit, document, analysis };
    Loaded { documents: vec![document], ..Loaded::default() }
}

fn claim(span: Span, number: Span, what: ClaimKind) -> Claim {
    Claim { number: Some(number), ..Claim::new(span, what) }
}

const fn at(claim: usize) -> ClaimRef {
    ClaimRef { document: 0, claim }
}

/// A ledger with nothing but judgements.
#[derive(Default)]
struct Judge {
    rulings: Rulings,
    acts: u64,
}

impl Judge {
    fn record(&mut self, act: KnownAct) -> u64 {
        let seq = self.acts;
        self.acts += 1;
        let by = Actor { name: "A. Tester".to_owned(), program: "test".to_owned() };
        let (prev, at) = (Sha256::of(b""), Timestamp::UNIX_EPOCH);
        self.rulings.learn(Entry { seq, prev, at, by, act: Act::Known(act) });
        seq
    }

    fn one(&mut self, loaded: &Loaded, ruling: Ruling, claim: usize) -> u64 {
        let on = loaded.subject(Item::Claim(at(claim))).unwrap();
        self.record(KnownAct::Decided(Decided { ruling, on, reason: String::new() }))
    }

    fn two(&mut self, loaded: &Loaded, ruling: Ruling, one: usize, other: usize) -> u64 {
        let on = loaded.subject_of_two(Item::Claim(at(one)), Item::Claim(at(other))).unwrap();
        self.record(KnownAct::Decided(Decided { ruling, on, reason: String::new() }))
    }

    fn undo(&mut self, act: u64) -> u64 {
        self.record(KnownAct::Undone { act, reason: String::new() })
    }

    fn states(&self, loaded: &Loaded) -> Vec<State> {
        resolve(loaded, &self.rulings).states.into_iter().map(|(_, state)| state).collect()
    }
}

const OLD: &str = "At Kessa 84 fighters and 47 soldiers died.\n\nIn Riverbend 84! were hurt.";

#[test]
fn a_decision_is_about_one_number_and_survives_another_reading() {
    let loaded = read(OLD);
    let mut judge = Judge::default();
    judge.one(&loaded, Ruling::Rejected, 1);
    judge.two(&loaded, Ruling::Same, 2, 0);
    let same = [((at(0), at(2)), Likeness::Same)].into();
    let resolved = resolve(&loaded, &judge.rulings).decisions;
    assert_eq!((resolved.claims, &resolved.incidents), ([(at(1), Verdict::Rejected)].into(), &same));
    // A title more, two spaces for one, a number more before them.
    let anew =
        read("Report 12\n\nAt Kessa  84 fighters and 47\nsoldiers died.\n\nIn Riverbend 84! were hurt.");
    let resolved = resolve(&anew, &judge.rulings).decisions;
    assert_eq!(resolved.claims, [(at(2), Verdict::Rejected)].into());
    assert_eq!(resolved.incidents, [((at(1), at(3)), Likeness::Same)].into());
    assert_eq!(judge.states(&anew), [State::Counts, State::Counts]);
}

#[test]
fn what_is_not_found_is_lost_and_comes_back() {
    let loaded = read(OLD);
    let mut judge = Judge::default();
    judge.one(&loaded, Ruling::Accepted, 1);
    assert_eq!(judge.states(&read("At Kessa many died.")), [State::Lost]);
    assert_eq!(judge.states(&Loaded::default()), [State::Lost]);
    assert_eq!(judge.states(&loaded), [State::Counts]);
}

#[test]
fn the_last_one_counts_until_it_is_taken_back() {
    let loaded = read(OLD);
    let mut judge = Judge::default();
    judge.two(&loaded, Ruling::Same, 0, 1);
    let later = judge.two(&loaded, Ruling::Different, 1, 0);
    let verdict = |judge: &Judge| resolve(&loaded, &judge.rulings).decisions.incidents[&(at(0), at(1))];
    assert_eq!(verdict(&judge), Likeness::Different);
    assert_eq!(judge.states(&loaded), [State::Overridden { by: later }, State::Counts]);
    let undo = judge.undo(later);
    assert_eq!(verdict(&judge), Likeness::Same);
    assert_eq!(judge.states(&loaded), [State::Counts, State::Undone]);
    judge.undo(undo);
    assert_eq!(verdict(&judge), Likeness::Different);
}

#[test]
fn decisions_that_contradict_each_other_together_are_marked() {
    let loaded = read(OLD);
    let mut judge = Judge::default();
    judge.two(&loaded, Ruling::Same, 0, 1);
    judge.two(&loaded, Ruling::Same, 1, 2);
    judge.two(&loaded, Ruling::Different, 0, 2);
    assert_eq!(judge.states(&loaded), [State::Counts, State::Counts, State::Contradicted]);
}

#[test]
fn a_thing_is_not_judged_against_itself_or_another_kind() {
    let loaded = read(OLD);
    let claim = Item::Claim(at(0));
    assert_eq!(loaded.subject_of_two(claim, claim), None);
    assert_eq!(loaded.subject_of_two(claim, Item::Document(0)), None);
    assert_eq!(loaded.subject(Item::Document(0)), None);
}
