use std::collections::{HashMap, HashSet};

/// Entities held together. Two of one document never are, save by judgement.
#[derive(Debug)]
pub(super) struct Groups {
    parents: Vec<u32>,
    /// Of each root.
    members: Vec<Vec<u32>>,
    document: Vec<u32>,
    /// Documents of a group of several members, by its root.
    documents: HashMap<u32, HashSet<u32>>,
    /// Judged to be two.
    parted: HashMap<u32, Vec<u32>>,
}

impl Groups {
    pub(super) fn new(documents: impl Iterator<Item = usize>) -> Self {
        let document: Vec<u32> = documents.map(|document| document as u32).collect();
        let count = document.len() as u32;
        Self {
            parents: (0..count).collect(),
            members: (0..count).map(|at| vec![at]).collect(),
            document,
            documents: HashMap::new(),
            parted: HashMap::new(),
        }
    }

    pub(super) fn root(&self, at: usize) -> usize {
        let mut at = at;
        while self.parents[at] as usize != at {
            at = self.parents[at] as usize;
        }
        at
    }

    /// Keeps two apart, whatever their names.
    pub(super) fn part(&mut self, one: usize, other: usize) {
        self.parted.entry(one as u32).or_default().push(other as u32);
        self.parted.entry(other as u32).or_default().push(one as u32);
    }

    /// Holds two together, unless a document or a judgement keeps members of both apart.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let Some((large, small)) = self.apart(one, other) else { return };
        if !self.shares_document(large, small) {
            self.unite(large, small);
        }
    }

    /// Holds two together because somebody judged so, unless another judgement says the contrary.
    pub(super) fn judge_same(&mut self, one: usize, other: usize) {
        if let Some((large, small)) = self.apart(one, other) {
            self.unite(large, small);
        }
    }

    /// The roots of two that are not one yet and may become so, the larger first.
    fn apart(&self, one: usize, other: usize) -> Option<(usize, usize)> {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return None;
        }
        let (large, small) =
            if self.members[one].len() >= self.members[other].len() { (one, other) } else { (other, one) };
        let parted = !self.parted.is_empty()
            && self.members[small].iter().any(|member| {
                let kept = self.parted.get(member).map_or(&[][..], Vec::as_slice);
                kept.iter().any(|other| self.root(*other as usize) == large)
            });
        (!parted).then_some((large, small))
    }

    fn shares_document(&self, large: usize, small: usize) -> bool {
        let known = self.documents.get(&(large as u32));
        self.members[small].iter().any(|member| {
            let document = self.document[*member as usize];
            known.map_or(self.document[large] == document, |known| known.contains(&document))
        })
    }

    fn unite(&mut self, large: usize, small: usize) {
        self.parents[small] = large as u32;
        let moved = std::mem::take(&mut self.members[small]);
        self.documents.remove(&(small as u32));
        let first = self.document[large];
        let known = self.documents.entry(large as u32).or_insert_with(|| HashSet::from([first]));
        known.extend(moved.iter().map(|member| self.document[*member as usize]));
        self.members[large].extend(moved);
    }
}
