//! A citation on its way through the parsers.

use crate::citations::{Citation, WorkKind};
use crate::document::Span;
use crate::languages::{Cue, CueSet};

/// A citation on its way; spans count from the note's first byte.
#[derive(Debug, Clone)]
pub(in crate::citations) struct Found {
    pub citation: Citation,
    /// What stands around the title: press release, volume, court. Decides the kind.
    pub cues: CueSet,
    /// A place, a publisher and a year stand in brackets, as books have them.
    pub imprint: bool,
}

impl Found {
    /// A citation without fields.
    pub fn new(span: Span) -> Self {
        let citation = Citation::new(WorkKind::Other, span);
        Self { citation, cues: CueSet::default(), imprint: false }
    }

    /// One more cue.
    pub fn add(&mut self, cue: Cue) {
        self.cues = self.cues.with(cue);
    }

    /// Of the cues given, those that are wanted.
    pub fn add_all(&mut self, cues: CueSet, wanted: &[Cue]) {
        wanted.iter().filter(|cue| cues.has(**cue)).for_each(|cue| self.add(*cue));
    }

    /// Of this kind, whatever its fields tell.
    pub fn of_kind(mut self, kind: WorkKind) -> Self {
        self.citation.kind = kind;
        self
    }
}
