use std::collections::HashMap;
use std::sync::Arc;

use reason::decisions::Verdict;
use reason::money::Rates;

use crate::projection::Loaded;

/// What follows for the items of one document from all documents together, by the items' indexes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ties {
    /// Ids of the works that its citations mean.
    pub(crate) works: HashMap<usize, String>,
    /// Ids of the incidents that its claims are about.
    pub(crate) incidents: HashMap<usize, String>,
    /// Ids of the parties that its entities are.
    pub(crate) parties: HashMap<usize, String>,
    /// What people decided about its claims.
    pub(crate) judged: HashMap<usize, Verdict>,
    /// The rates by which its amounts are converted.
    pub(crate) rates: Arc<Rates>,
}

impl Ties {
    /// Those of every document, in order.
    pub(crate) fn of_all(loaded: &Loaded) -> Vec<Self> {
        let conclusions = &loaded.conclusions;
        let rates = Arc::new(loaded.rates.clone().unwrap_or_else(Rates::bundled));
        let mut all = vec![Self { rates, ..Self::default() }; loaded.documents.len()];
        for work in &conclusions.works {
            for cited in &work.cited_by {
                all[cited.document].works.insert(cited.citation, work.id.clone());
            }
        }
        for incident in &conclusions.incidents {
            for claim in &incident.claims {
                all[claim.document].incidents.insert(claim.claim, incident.id.clone());
            }
        }
        for party in &conclusions.parties {
            for member in &party.members {
                all[member.document].parties.insert(member.entity, party.id.clone());
            }
        }
        for (claim, verdict) in &loaded.judged {
            all[claim.document].judged.insert(claim.claim, *verdict);
        }
        all
    }
}

/// As rows and tables name it.
pub(crate) const fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "accepted",
        Verdict::Rejected => "rejected",
    }
}
