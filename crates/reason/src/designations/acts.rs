//! What has been found so far, and what of it is said again in other words.

use std::collections::BTreeMap;

use crate::dates::PartialDate;
use crate::document::Span;

use super::Designation;
use super::parties::Named;

/// All of an act but its target.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    pub authority: Option<Span>,
    pub program: Option<Span>,
    pub date: Option<PartialDate>,
    pub reason: Option<Span>,
}

/// A designation with what later sentences need of it.
pub(super) struct Act {
    pub designation: Designation,
    pub number: usize,
    pub named: Named,
    /// Which announcement of the document it belongs to: counted from one.
    pub announcement: Option<usize>,
}

/// All designations of a document, in the order in which they were found.
#[derive(Default)]
pub(super) struct Acts {
    pub all: Vec<Act>,
}

impl Acts {
    /// Keeps an act that is not known yet; one with its authority takes the place of one without.
    pub fn push(&mut self, act: Act) {
        let (target, authority) = (act.designation.target, act.designation.authority);
        let same = self.all.iter_mut().rev().take_while(|known| known.number == act.number).find(|known| {
            let known = &known.designation;
            known.target.overlaps(target)
                && (known.authority.is_none()
                    || authority
                        .is_none_or(|authority| known.authority.is_some_and(|a| a.overlaps(authority))))
        });
        match same {
            Some(known) if known.designation.authority.is_none() && authority.is_some() => *known = act,
            Some(_) => {}
            None => self.all.push(act),
        }
    }

    /// Without "three officials and two companies" where the same announcement then names them.
    pub fn settled(self) -> Vec<Designation> {
        let mut last_named: BTreeMap<usize, usize> = BTreeMap::new();
        for act in self.all.iter().filter(|act| act.named == Named::Yes) {
            if let Some(announcement) = act.announcement {
                let last = last_named.entry(announcement).or_default();
                *last = act.number.max(*last);
            }
        }
        let told_again = |act: &Act| {
            let last = act.announcement.and_then(|announcement| last_named.get(&announcement));
            act.named == Named::No && last.is_some_and(|last| *last >= act.number)
        };
        self.all.into_iter().filter(|act| !told_again(act)).map(|act| act.designation).collect()
    }
}
