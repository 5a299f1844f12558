//! [`reason::conclude_with`] in two threads. Origins need works but no parties, incidents need parties but no works: each half
//! takes about as long as the other, and a large case waits for nothing else so long.

use reason::decisions::Decisions;
use reason::imports::ImportedFile;
use reason::{Conclusions, Source, entities, incidents, origins, works};

/// Draws the conclusions; the same as [`reason::conclude_with`] does, and compares the names of parties that may be one.
pub(super) fn conclude(
    sources: &[Source<'_>],
    imports: &[ImportedFile],
    decisions: &Decisions,
) -> Conclusions {
    std::thread::scope(|scope| {
        let tracing = scope.spawn(|| {
            let works = works::join(sources);
            let origins = origins::trace(sources, &works, decisions);
            (works, origins)
        });
        let (parties, suggestions) = entities::join_with(sources, imports, decisions);
        let suggestions = crate::alike::compared(&parties, imports, decisions, suggestions);
        let (mut incidents, contradictions) = incidents::group(sources, &parties, decisions);
        let (works, origins) = tracing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        incidents::name_origins(&mut incidents, sources, &works, &origins);
        Conclusions { works, parties, suggestions, incidents, contradictions, origins }
    })
}

#[cfg(test)]
mod tests {
    use reason::document::{Draft, DraftBlock};
    use reason::{Analysis, analyse, document::Document};

    use super::*;

    const REPORTS: [&str; 2] = [
        "On 3 May 2024, fighters of the Halden Front killed 12 miners in Kessa, officials said.[1]\n\n[1] Mira Sefton, “Dead \
         at Kessa,” Riverbend Courier, 4 May 2024.",
        "On 3 May 2024, the Halden Front killed 40 miners in Kessa, said Colonel Jann Oste.[1]\n\n[1] Mira Sefton, “Dead at \
         Kessa,” Riverbend Courier, 4 May 2024, citing Norland News Agency.",
    ];

    fn read(text: &str) -> (Document, Analysis) {
        let mut draft = Draft::new("text/plain", "invented", 1);
        draft.blocks = text.split("\n\n").map(|paragraph| DraftBlock::new(None, paragraph, None)).collect();
        let document = reason::structure::compose(draft);
        let analysis = analyse(&document);
        (document, analysis)
    }

    #[test]
    fn two_threads_conclude_what_one_does() {
        let read = REPORTS.map(read);
        let sources: Vec<Source<'_>> = read
            .iter()
            .zip(["aa", "bb"])
            .map(|((document, analysis), id)| Source { id, name: id, document, analysis })
            .collect();
        let decisions = Decisions::default();
        assert_eq!(conclude(&sources, &[], &decisions), reason::conclude(&sources, &decisions));
    }
}
