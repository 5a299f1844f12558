//! `--suggest`: asks a model of the user's own for claims that the grammar may have missed, passage by passage.
//!
//! Nothing of this runs unless the user names an address. What a model says is taken only as far as
//! [`reason::suggestions::take`] finds it in the passage; what is taken is kept in the ledger with the model's name, and is
//! marked as a suggestion until a person accepts it.

mod endpoint;

pub use endpoint::{Endpoint, NoAnswer};

use std::collections::BTreeMap;

use reason::suggestions::{Dropped, INSTRUCTION, Suggestion, question, take};

/// Failures in a row after which a model is given up: it is not there, or not what was asked for.
const GIVE_UP_AFTER: usize = 3;

/// What asking came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Passages asked about.
    pub asked: usize,
    /// Suggestions taken.
    pub taken: usize,
    /// Of the answers: what was dropped, and why.
    pub dropped: BTreeMap<Dropped, usize>,
    /// Passages without an answer.
    pub unanswered: usize,
    /// Why the last of them has none.
    pub failure: Option<NoAnswer>,
    /// No more was asked after it.
    pub gave_up: bool,
}

/// Asks about passages one after the other; `keep` gets what is taken of each.
///
/// # Errors
/// Those of `keep`.
pub fn ask_about<'p, Error>(
    endpoint: &Endpoint,
    passages: impl Iterator<Item = &'p str>,
    mut keep: impl FnMut(usize, Vec<Suggestion>) -> Result<(), Error>,
) -> Result<Outcome, Error> {
    let mut outcome = Outcome::default();
    let mut failed_in_a_row = 0;
    for (number, passage) in passages.enumerate() {
        outcome.asked += 1;
        match endpoint.ask(INSTRUCTION, &question(passage)) {
            Ok(answer) => {
                failed_in_a_row = 0;
                let taken = take(&answer, passage);
                for (why, count) in taken.dropped {
                    *outcome.dropped.entry(why).or_default() += count;
                }
                outcome.taken += taken.suggestions.len();
                keep(number, taken.suggestions)?;
            }
            Err(why) => {
                outcome.unanswered += 1;
                failed_in_a_row += 1;
                let hopeless = matches!(why, NoAnswer::Unreachable(_)) || failed_in_a_row >= GIVE_UP_AFTER;
                outcome.failure = Some(why);
                if hopeless {
                    outcome.gave_up = true;
                    break;
                }
            }
        }
    }
    Ok(outcome)
}

#[cfg(test)]
mod tests;
