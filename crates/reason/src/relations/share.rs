//! How much of a company somebody owns.

use crate::entities::Mention;
use crate::patterns::{Book, Found, View};
use crate::quantities::{Decimal, Quantity, Unit};

use super::sides::Side;
use super::{RelationKind, Share};

/// The share that a passage gives of two parties: between them, or in brackets behind the owner.
///
/// "Moor owns 51 percent of Kessa Mining and Halden Logistics" says it of the first alone: where a name stands between the
/// share and the party behind it, the share is another's.
pub(super) fn share(
    book: &Book<RelationKind>,
    view: &View<'_>,
    found: &Found<RelationKind>,
    (subject, object): (Side, Side),
    mentions: &[Mention],
) -> Option<Share> {
    let owner = match found.key {
        RelationKind::Owns => subject,
        RelationKind::SubsidiaryOf => object,
        _ => return None,
    };
    let (first, last) = if subject.1 < object.1 { (subject, object) } else { (object, subject) };
    let percents = || view.sentence.quantities.iter().filter(|quantity| quantity.unit == Unit::Percent);
    let place = |quantity: &Quantity| view.sentence.place(quantity.span);
    let (after, before) = (mentions[first.0].span.end, mentions[last.0].span.start);
    if view.mark(owner.2 + 1, '(') {
        let open = view.place_of(owner.2 + 1, owner.2 + 1).end;
        let bracketed = percents().find(|quantity| place(quantity).start == open);
        if let Some(quantity) = bracketed {
            return Some(of_quantity(quantity, view));
        }
    }
    let between = percents().rfind(|quantity| {
        let at = place(quantity);
        after <= at.start && at.end <= before
    });
    if let Some(quantity) = between {
        let at = place(quantity);
        let from = mentions.partition_point(|mention| mention.span.start < at.end);
        return (mentions[from].span.start == before).then(|| of_quantity(quantity, view));
    }
    // "in which Moor holds 20 percent": behind both, and no other name before it.
    let end = view.place_of(found.first, found.last.min(view.len() - 1)).end;
    let from = mentions.partition_point(|mention| mention.span.start <= before);
    let behind =
        percents().filter(|_| last == owner).map(|quantity| (place(quantity), quantity)).find(|(at, _)| {
            at.start > before
                && at.start < end
                && mentions.get(from).is_none_or(|next| next.span.start > at.start)
        });
    behind
        .map(|(_, quantity)| of_quantity(quantity, view))
        .or_else(|| in_words(book, view, (first.2 + 1, last.1)))
}

fn of_quantity(quantity: &Quantity, view: &View<'_>) -> Share {
    let open = quantity.figure.low.is_some() || quantity.figure.high.is_some();
    Share {
        low: Some(quantity.least).filter(|_| !open || quantity.figure.low.is_some()),
        high: Some(quantity.most).filter(|_| !open || quantity.figure.high.is_some()),
        span: view.sentence.place(quantity.span),
    }
}

/// "Wholly owned", "majority shareholder": all of it, more than half.
fn in_words(book: &Book<RelationKind>, view: &View<'_>, (first, end): (usize, usize)) -> Option<Share> {
    let said = |class: &str| {
        (first..end).find_map(|at| {
            let length = book.word_at(class, view, at)?;
            (at + length <= end).then(|| view.place_of(at, at + length - 1))
        })
    };
    let percent = |number: u64| Some(Decimal::whole(number));
    if let Some(span) = said("whole") {
        return Some(Share { low: percent(100), high: percent(100), span });
    }
    said("majority").map(|span| Share { low: percent(50), high: None, span })
}
