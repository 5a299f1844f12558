//! Entries that are told over several rows, such as one for each name.

use std::collections::{HashMap, HashSet, VecDeque};

use super::draft::Draft;
use super::fault::Fault;
use super::links::Links;
use super::out::Out;
use super::record::House;

/// Entries that are held because rows of them may follow: the longest of such lists has 7,000. Beyond, the one held longest goes on.
const MOST_HELD: usize = 20_000;

/// Entries of a table while its rows come.
#[derive(Default)]
pub(super) struct Groups {
    held: HashMap<String, Draft>,
    order: VecDeque<String>,
    gone: HashSet<String>,
    links: Links,
}

impl Groups {
    /// The entry of a number, begun if need be.
    pub(super) fn entry(
        &mut self,
        number: &str,
        out: &mut Out<'_>,
        begin: impl FnOnce() -> Draft,
    ) -> &mut Draft {
        if !self.held.contains_key(number) {
            self.make_room(out);
            let draft = begin();
            if self.gone.contains(number) {
                out.tell(draft.line(), Fault::Scattered { id: draft.id().to_owned() });
            }
            self.order.push_back(number.to_owned());
            self.held.insert(number.to_owned(), draft);
        }
        self.held.get_mut(number).unwrap_or_else(|| unreachable!("it was put in just now"))
    }

    fn make_room(&mut self, out: &mut Out<'_>) {
        if self.held.len() < MOST_HELD {
            return;
        }
        let Some(oldest) = self.order.pop_front() else { return };
        if let Some(draft) = self.held.remove(&oldest) {
            draft.finish(&mut self.links, out);
        }
        self.gone.insert(oldest);
    }

    /// All that are still held, in the order of the file; then the ties between them.
    pub(super) fn finish(mut self, house: House, out: &mut Out<'_>) {
        for number in std::mem::take(&mut self.order) {
            if let Some(draft) = self.held.remove(&number) {
                draft.finish(&mut self.links, out);
            }
        }
        self.links.finish(house, out);
    }
}
