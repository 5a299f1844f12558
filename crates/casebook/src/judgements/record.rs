use std::collections::HashSet;

use reason::checks::Code;

use crate::Timestamp;
use crate::ledger::{Act, Decided, Entry, Judgement, KnownAct, undone};

/// A judgement as the ledger has it, and whether it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// `seq` of its line: what it is taken back by.
    pub act: u64,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What was judged.
    pub what: What,
    /// Whether it counts.
    pub state: State,
}

/// What was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A diagnostic.
    Diagnostic(Judgement),
    /// Claims, entities or works.
    Decided(Decided),
}

impl What {
    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Diagnostic(Judgement::Silenced { reason, .. } | Judgement::Restored { reason, .. }) => {
                reason
            }
            Self::Decided(decided) => &decided.reason,
        }
    }

    /// The rule, of a diagnostic.
    #[must_use]
    pub const fn code(&self) -> Option<Code> {
        match self {
            Self::Diagnostic(Judgement::Silenced { code, .. } | Judgement::Restored { code, .. }) => {
                Some(*code)
            }
            Self::Decided(_) => None,
        }
    }
}

/// Whether a judgement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It does.
    Counts,
    /// A later one about the same thing does.
    Overridden {
        /// `seq` of the later one.
        by: u64,
    },
    /// It says "different" of what others, taken together, say is the same: the pair itself stays apart.
    Contradicted,
    /// It was taken back.
    Undone,
    /// Its words are not found any more, or nothing is read there now. It counts again when they are.
    Lost,
    /// The projection does not know it yet.
    Pending,
}

/// For a table.
pub(crate) fn name_state(state: State) -> (&'static str, Option<u64>) {
    match state {
        State::Counts => ("counts", None),
        State::Overridden { by } => ("overridden", Some(by)),
        State::Contradicted => ("contradicted", None),
        State::Undone => ("undone", None),
        State::Lost => ("lost", None),
        State::Pending => ("pending", None),
    }
}

/// Out of a table.
pub(crate) fn parse_state(name: &str, by: Option<u64>) -> State {
    match (name, by) {
        ("counts", _) => State::Counts,
        ("overridden", Some(by)) => State::Overridden { by },
        ("contradicted", _) => State::Contradicted,
        ("undone", _) => State::Undone,
        ("lost", _) => State::Lost,
        _ => State::Pending,
    }
}

/// All judgements of a ledger, and which of them were taken back.
#[derive(Debug, Default)]
pub(crate) struct Rulings {
    entries: Vec<Entry>,
}

impl Rulings {
    /// Takes up an act; they come in the order of the ledger.
    pub(crate) fn learn(&mut self, entry: Entry) {
        if entry.is_decision() || entry.judgement().is_some() {
            self.entries.push(entry);
        }
    }

    /// Acts that were taken back by one that was not.
    pub(crate) fn undone(&self) -> HashSet<u64> {
        undone(self.entries.iter())
    }

    /// What was decided about claims, entities and works, with the number of its line, in order.
    pub(crate) fn decided(&self) -> impl Iterator<Item = (u64, &Decided)> {
        self.entries.iter().filter_map(|entry| match &entry.act {
            Act::Known(KnownAct::Decided(decided)) => Some((entry.seq, decided)),
            _ => None,
        })
    }

    /// Judgements about diagnostics that were not taken back, in order.
    pub(crate) fn of_diagnostics(&self) -> impl Iterator<Item = &Judgement> {
        let undone = self.undone();
        self.entries.iter().filter(move |entry| !undone.contains(&entry.seq)).filter_map(Entry::judgement)
    }

    /// Every judgement, in order; `state_of` gives that of a decision.
    pub(crate) fn recorded(&self, state_of: impl Fn(u64) -> State) -> Vec<Recorded> {
        let undone = self.undone();
        let recorded = self.entries.iter().filter_map(|entry| {
            let what = match &entry.act {
                Act::Known(KnownAct::Judged(judgement)) => What::Diagnostic(judgement.clone()),
                Act::Known(KnownAct::Decided(decided)) => What::Decided(decided.clone()),
                _ => return None,
            };
            let state = match (undone.contains(&entry.seq), &what) {
                (true, _) => State::Undone,
                (false, What::Diagnostic(_)) => State::Counts,
                (false, What::Decided(_)) => state_of(entry.seq),
            };
            Some(Recorded { act: entry.seq, at: entry.at, by: entry.by.name.clone(), what, state })
        });
        recorded.collect()
    }

    /// Whether an act can be taken back.
    pub(crate) fn knows(&self, act: u64) -> bool {
        self.entries.iter().any(|entry| entry.seq == act)
    }
}
