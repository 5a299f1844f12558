use std::collections::HashMap;

use reason::checks::Code;

use crate::Sha256;
use crate::judgements::Rulings;
use crate::ledger::{Anchor, Judgement, Passage};

/// What people decided about diagnostics: of several judgements about one place the last counts.
#[derive(Debug, Default)]
pub(crate) struct Silences {
    judged: HashMap<(Code, Sha256), Vec<Judged>>,
}

/// A place (`None`: the exhibit as a whole) and what was decided about it.
type Judged = (Option<Passage>, Verdict);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Silenced,
    Restored,
}

impl Silences {
    /// Those of a ledger.
    pub(crate) fn of(rulings: &Rulings) -> Self {
        let mut silences = Self::default();
        rulings.of_diagnostics().for_each(|judgement| silences.learn(judgement));
        silences
    }

    /// Takes up a judgement; they come in the order of the ledger.
    fn learn(&mut self, judgement: &Judgement) {
        let (code, anchor, verdict) = match judgement {
            Judgement::Silenced { code, anchor, .. } => (*code, anchor, Verdict::Silenced),
            Judgement::Restored { code, anchor, .. } => (*code, anchor, Verdict::Restored),
        };
        self.judged.entry((code, anchor.exhibit)).or_default().push((anchor.passage.clone(), verdict));
    }

    /// Whether a diagnostic of this rule at this place is silenced.
    pub(crate) fn hold(&self, code: Code, anchor: Option<&Anchor>) -> bool {
        anchor
            .and_then(|anchor| {
                let judged = self.judged.get(&(code, anchor.exhibit))?;
                let same = |(passage, _): &&_| is_same(passage, &anchor.passage);
                judged.iter().rev().find(same)
            })
            .is_some_and(|(_, verdict)| *verdict == Verdict::Silenced)
    }
}

/// The same words at the same position, or between the same words: a passage is found again after its exhibit was read
/// anew, as long as its own words did not change.
fn is_same(judged: &Option<Passage>, found: &Option<Passage>) -> bool {
    match (judged, found) {
        (None, None) => true,
        (Some(judged), Some(found)) => {
            judged.quote == found.quote
                && (judged.start == found.start
                    || (judged.prefix == found.prefix && judged.suffix == found.suffix))
        }
        _ => false,
    }
}
