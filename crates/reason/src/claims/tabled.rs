//! Claims that stand in no sentence: cells of tables, titles of cited works.

use super::lexicon::{Role, lexicon};
use super::link::links;
use super::people::{Party, perpetrators};
use super::place::place;
use super::read::{Reading, may_matter};
use super::scene::Scene;
use super::truth::{hedges, is_negated, is_unreal};
use super::victims::victims;
use super::{Claim, ClaimKind, StandsIn};
use crate::document::{BlockKind, Span};
use crate::prose::Sentence;
use crate::quantities::{self, Figure};
use crate::text::tokens;

/// Tables with more cells than this are statistics, not reports of events; the rest of them stays a table.
const MOST_CELLS: usize = 5_000;

/// Cells whose headers say what happened.
pub(super) fn cells(reading: Reading<'_>, claims: &mut Vec<Claim>) {
    for cell in reading.cells.iter().take(MOST_CELLS) {
        let Some(kind) = header_kind(&cell.column_header).or_else(|| header_kind(&cell.row_header)) else {
            continue;
        };
        if cell.figure.low.is_none() && cell.figure.high.is_none() {
            continue;
        }
        claims.push(Claim {
            span: cell.span,
            stands_in: StandsIn::Table,
            number: Some(cell.span),
            figure: multiplied(cell.figure, cell.multiplier),
            ..Claim::new(cell.span, kind)
        });
    }
}

fn multiplied(figure: Figure, by: u64) -> Figure {
    let times = |number: Option<u64>| number.map(|number| number.saturating_mul(by));
    Figure { low: times(figure.low), high: times(figure.high), ..figure }
}

/// The kind of which a header has a word, in any language; a header with several kinds tells none.
fn header_kind(header: &str) -> Option<ClaimKind> {
    let words: Vec<String> = tokens(header).iter().map(|token| token.text(header).to_lowercase()).collect();
    let mut kinds: Vec<ClaimKind> = ["en", "fr"]
        .iter()
        .flat_map(|code| {
            (0..words.len()).flat_map(|at| lexicon(code).cues.at(&words, at).collect::<Vec<_>>())
        })
        .filter(|(_, cue)| !cue.needs_people && matches!(cue.role, Role::Acts | Role::Counted | Role::States))
        .map(|(_, cue)| cue.kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    match kinds.as_slice() {
        [kind] => Some(*kind),
        _ => None,
    }
}

/// Titles of cited works: what they claim is that work's claim.
pub(super) fn titles(reading: Reading<'_>, claims: &mut Vec<Claim>) {
    for (index, citation) in reading.citations.iter().enumerate() {
        let Some(span) = citation.places.title else { continue };
        let sentence = titled(reading, span);
        if may_matter(&sentence) {
            title(reading, &sentence, index, claims);
        }
    }
}

fn titled(reading: Reading<'_>, span: Span) -> Sentence {
    let text = reading.prose.document.quote(span).to_owned();
    let tokens = tokens(&text);
    let quantities = quantities::find(&text, &tokens);
    Sentence {
        span,
        number: None,
        block: 0,
        kind: BlockKind::Note,
        note: None,
        text,
        tokens,
        quantities,
        dates: Vec::new(),
        calls: Vec::new(),
        kept: Default::default(),
    }
}

fn title(reading: Reading<'_>, sentence: &Sentence, citation: usize, claims: &mut Vec<Claim>) {
    let scene = Scene::of(sentence, &[], reading.prose.document.language.as_deref());
    for (item, link) in scene.items.iter().zip(links(&scene)) {
        let Some(link) = link.filter(|link| !is_unreal(&scene, item, link)) else { continue };
        let named = |party: Option<Party>| match party {
            Some(Party::Named(span)) => Some(span),
            _ => None,
        };
        let quantity = &sentence.quantities[item.quantity];
        let at = (item.first.min(link.cue.0), item.last.max(link.cue.1));
        claims.push(Claim {
            stands_in: StandsIn::CitedTitle(citation),
            notes: vec![reading.citations[citation].note],
            victims: named(victims(&scene, item, &link)),
            perpetrators: named(perpetrators(&scene, item, &link)),
            place: place(&scene, at, link.kind, &[]).map(|spot| spot.span),
            figure: quantity.figure,
            number: Some(sentence.place(quantity.span)),
            hedges: hedges(&scene, item, &link),
            negated: is_negated(&scene, item, &link),
            combined: link.combined.clone(),
            ..Claim::new(sentence.span, link.kind)
        });
    }
}
