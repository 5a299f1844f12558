//! From the sides of a contest to the works behind them.

use crate::Source;
use crate::origins::{CitedWorks, Origins, Reach, name, roots};
use crate::works::Work;

use super::{ClaimRef, Incident};

/// Writes down for each side of each contest from which works its figure comes, as far as is stated.
pub fn name_origins(incidents: &mut [Incident], sources: &[Source<'_>], works: &[Work], origins: &Origins) {
    let cited = CitedWorks::new(works);
    let documents: Vec<&str> = sources.iter().map(|source| source.id).collect();
    let sides =
        incidents.iter_mut().flat_map(|incident| &mut incident.contested).flat_map(|of| &mut of.figures);
    for side in sides {
        let reports = reports(&cited, origins, sources, &side.claims);
        let from = roots(origins, &reports, Reach::Confirmed);
        side.origins = from.into_iter().map(|root| name(origins, works, &documents, root)).collect();
    }
}

/// The works that give some claims, each once.
pub(super) fn reports(
    cited: &CitedWorks,
    origins: &Origins,
    sources: &[Source<'_>],
    claims: &[ClaimRef],
) -> Vec<usize> {
    let mut found = Vec::new();
    for of in claims {
        let analysis = sources[of.document].analysis;
        let works = cited.of_claim(origins, of.document, analysis, &analysis.claims[of.claim]);
        found.extend(works.into_iter().filter(|work| !found.contains(work)).collect::<Vec<_>>());
    }
    found
}
