//! Which mention a phrase stands for, and whether two parties can be tied so.

use crate::entities::EntityKind::{self, ArmedGroup, Company, Organization, Person, Place};
use crate::patterns::{Book, Sort, View};

use super::RelationKind;

/// One side of a tie: the mention, its first and last token.
pub(super) type Side = (usize, usize, usize);

/// The mention that a phrase stands for: "Mines Minister Moor", "the town of Marrow", "Kessa troops"; none for "Moor's
/// brother", who is somebody else.
pub(super) fn side(book: &Book<RelationKind>, view: &View<'_>, member: (usize, usize)) -> Option<Side> {
    let (start, mut end) = member;
    if view.mark(end, ')') {
        let open = (start + 1..end).rev().find(|at| view.mark(*at, '('));
        end = open.map_or(end, |open| open - 1);
    }
    let (mention, first, last) = (start..=end).rev().find_map(|at| view.mention(at))?;
    if first < start || last > end {
        return None;
    }
    let behind = (last + 1..=end).all(|at| !view.is_mark(at) && stands(book, view, at));
    let joined = first > start && view.is_any(first - 1, &[Sort::Joiner, Sort::Place])
        || first > start + 1 && view.mark(first - 1, '\'');
    let before = !joined || (start..first).any(|at| book.word_at("stands", view, at).is_some());
    (behind && before).then_some((mention, first, last))
}

fn stands(book: &Book<RelationKind>, view: &View<'_>, at: usize) -> bool {
    book.word_at("stands", view, at).is_some()
}

/// Whether a tie of a kind can be between two such.
pub(super) fn fits(kind: RelationKind, subject: EntityKind, object: EntityKind) -> bool {
    let group = |kind: EntityKind| matches!(kind, ArmedGroup | Company | Organization);
    match kind {
        RelationKind::Leads => {
            matches!(subject, Person | ArmedGroup | Organization)
                && (group(object) || object == Place && subject == Person)
        }
        RelationKind::HoldsOffice => subject == Person && (group(object) || object == Place),
        RelationKind::MemberOf => matches!(subject, Person | ArmedGroup | Organization) && group(object),
        RelationKind::EmployedBy => subject == Person && group(object),
        RelationKind::Owns => {
            (subject == Person || group(subject)) && matches!(object, Company | Place | Organization)
        }
        RelationKind::SubsidiaryOf => {
            matches!(subject, Company | Organization) && matches!(object, Company | Organization)
        }
        RelationKind::PartOf => group(subject) && (group(object) || object == Place),
        RelationKind::FamilyOf => subject == Person && object == Person,
        RelationKind::SuccessorOf => {
            subject != EntityKind::Other && (subject == object || group(subject) && group(object))
        }
        RelationKind::AlliedWith | RelationKind::Supplies | RelationKind::TrainedBy => {
            subject != EntityKind::Other
                && object != EntityKind::Other
                && !(subject == Place && object == Place)
        }
        RelationKind::Fights => (group(subject) || subject == Person) && group(object),
        RelationKind::Pays => (subject == Person || group(subject)) && (object == Person || group(object)),
        RelationKind::SignedWith => subject != EntityKind::Other && object != EntityKind::Other,
        RelationKind::SanctionedBy => subject != EntityKind::Other,
        RelationKind::LocatedIn => (group(subject) || subject == Place) && object == Place,
        RelationKind::Other => true,
    }
}
