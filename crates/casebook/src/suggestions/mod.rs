//! What a model of the user's own suggested: kept in the ledger, and put beside what was read.

use std::collections::{HashMap, HashSet};

use reason::Analysis;
use reason::claims::{Claim, StandsIn};
use reason::document::{BlockKind, Document, Span};
use reason::suggestions::Suggestion;

use crate::case::Case;
use crate::judgements::{self, Folded, locate};
use crate::ledger::{Act, Anchor, KnownAct, Suggested};
use crate::{LoadedDocument, Result, Sha256};

/// Which model was asked, and where.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    /// Its name as the user gave it.
    pub name: &'a str,
    /// The address that was asked.
    pub endpoint: &'a str,
}

/// The acts that keep suggestions about a passage of a document.
pub(crate) fn suggested(
    of: &LoadedDocument,
    passage: Span,
    taken: &[Suggestion],
    by: &Model<'_>,
) -> Vec<Act> {
    let act = |suggestion: &Suggestion| {
        let quote = suggestion.quote.shifted(passage.start);
        let anchor = Anchor {
            exhibit: of.exhibit.sha256,
            passage: Some(judgements::passage(&of.document.text, quote)),
        };
        let suggested = Suggested {
            anchor,
            model: by.name.to_owned(),
            endpoint: by.endpoint.to_owned(),
            claim: suggestion.within_quote(),
        };
        Act::Known(KnownAct::Suggested(suggested))
    };
    taken.iter().map(act).collect()
}

/// By what the ledger knows a passage that a model was asked about: its words are not written down twice.
#[must_use]
pub fn asked_mark(passage: &str) -> String {
    Sha256::of(passage.as_bytes()).short()
}

impl Case {
    /// The marks of all passages that a model has answered about before, wherever it ran.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn asked_before(&self, model: &str) -> Result<HashSet<String>> {
        let mut known = HashSet::new();
        for entry in self.log()? {
            if let Act::Known(KnownAct::Asked { model: asked, about, .. }) = entry?.act
                && asked == model
            {
                known.extend(about);
            }
        }
        Ok(known)
    }
}

/// The suggestions of a case, by exhibit, in the order of the ledger.
#[derive(Debug, Default)]
pub(crate) struct Suggestions {
    of: HashMap<Sha256, Vec<Suggested>>,
}

impl Suggestions {
    /// Reads the ledger.
    pub(crate) fn of(case: &Case) -> Result<Self> {
        let mut all = Self::default();
        for entry in case.log()? {
            if let Some(suggested) = entry?.suggested() {
                all.of.entry(suggested.anchor.exhibit).or_default().push(suggested.clone());
            }
        }
        Ok(all)
    }

    /// Adds the claims suggested for an exhibit behind those that were read in it. One whose words are gone, or that the
    /// grammar has by now, is left out.
    pub(crate) fn add_to(&self, exhibit: &Sha256, document: &Document, analysis: &mut Analysis) {
        let Some(suggested) = self.of.get(exhibit) else {
            return;
        };
        let folded = Folded::new(&document.text);
        for one in suggested {
            let place = one.anchor.passage.as_ref().and_then(|passage| locate(&folded, passage));
            let Some(claim) = place.and_then(|place| claim(document, place, one)) else {
                continue;
            };
            if !analysis.claims.iter().any(|known| is_same(known, &claim)) {
                analysis.claims.push(claim);
            }
        }
    }
}

fn claim(document: &Document, place: Span, suggested: &Suggested) -> Option<Claim> {
    let Suggestion { what, number, figure, victims, perpetrators, place: at, said_by, .. } = suggested.claim;
    // Spans count in the passage as it was quoted; read anew it may have other white space.
    let whole = document.text.get(place.start..place.end)?;
    let quoted = &suggested.anchor.passage.as_ref()?.quote;
    let within = |span: Span| (whole == quoted).then(|| span.shifted(place.start));
    Some(Claim {
        span: place,
        stands_in: stands_in(document.block_at(place.start)?.kind),
        notes: Vec::new(),
        what,
        combined: Vec::new(),
        victims: victims.and_then(within),
        perpetrators: perpetrators.and_then(within),
        figure,
        number: within(number),
        place: at.and_then(within),
        when: None,
        said_by: said_by.and_then(within).into_iter().collect(),
        hedges: Vec::new(),
        negated: false,
        subset_of: None,
        cumulative: false,
        episode: None,
        suggested_by: Some(suggested.model.clone()),
    })
}

const fn stands_in(kind: BlockKind) -> StandsIn {
    match kind {
        BlockKind::Caption => StandsIn::Caption,
        BlockKind::Table => StandsIn::Table,
        BlockKind::Note => StandsIn::Note,
        _ => StandsIn::Body,
    }
}

fn is_same(known: &Claim, claim: &Claim) -> bool {
    known.what == claim.what && known.figure == claim.figure && known.span.overlaps(claim.span)
}
