use std::sync::Arc;

use reason::checks::Code;
use reason::document::Span;
use reason::suggestions::Suggestion;

use super::Case;
use crate::add::Intake;
use crate::build::{build, rebuild};
use crate::export::{Exported, Request};
use crate::folder::{Recovery, Writing};
use crate::ledger::{Anchor, Decided, Judgement, KnownAct, Role};
use crate::suggestions::{Model, suggested};
use crate::{
    Actor, AddEvent, AddOptions, AddSource, AddSummary, BuildEvent, BuildOptions, BuildSummary, Clock, Error,
    LoadedDocument, Reading, Result, Sha256,
};

/// The one who writes to a case. Dropped, it gives up the lock.
///
/// After an error of vault or ledger it writes no more: open the case again, and its start mends what was left.
#[derive(Debug)]
pub struct Writer {
    case: Case,
    writing: Writing,
}

impl Writer {
    pub(super) fn open(case: &Case, actor: Actor, clock: Arc<dyn Clock>) -> Result<Self> {
        Ok(Self { case: case.clone(), writing: case.folder.write(actor, clock)? })
    }

    /// The case, to read from.
    #[must_use]
    pub const fn case(&self) -> &Case {
        &self.case
    }

    /// What the start mended; all zero after a clean end.
    #[must_use]
    pub const fn recovery(&self) -> &Recovery {
        &self.writing.recovery
    }

    /// Keeps bytes. Per-file failures are events and the rest goes on; an error means that nothing more can be kept
    /// (disk full, lock lost), and everything told as added before it is safe.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Io`] of the case's own files.
    pub fn add(
        &mut self,
        sources: Vec<AddSource<'_>>,
        options: AddOptions,
        on: &mut dyn FnMut(AddEvent<'_>),
    ) -> Result<AddSummary> {
        Intake::new(&mut self.writing.store, on).run(sources, options)
    }

    /// Reads every exhibit that the current readers have not read yet, opens archives, joins works, runs the rules.
    ///
    /// # Errors
    /// Those of vault, ledger and projection; what cannot be read is an outcome, not an error.
    pub fn build(
        &mut self,
        reading: &dyn Reading,
        options: BuildOptions,
        on: &mut dyn FnMut(BuildEvent<'_>),
    ) -> Result<BuildSummary> {
        build(&self.case, &mut self.writing.store, reading, options, on)
    }

    /// Deletes the projection and builds it from vault and ledger alone.
    ///
    /// # Errors
    /// As [`Self::build`].
    pub fn rebuild(
        &mut self,
        reading: &dyn Reading,
        options: BuildOptions,
        on: &mut dyn FnMut(BuildEvent<'_>),
    ) -> Result<BuildSummary> {
        rebuild(&self.case, &mut self.writing.store, reading, options, on)
    }

    /// Records that a diagnostic is no defect. Get the anchor from [`Loaded::anchor`].
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn silence(&mut self, code: Code, anchor: Anchor, reason: &str) -> Result<()> {
        self.record(KnownAct::Judged(Judgement::Silenced { code, anchor, reason: reason.to_owned() }))
    }

    /// Records that a silenced diagnostic shall be shown again.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn restore(&mut self, code: Code, anchor: Anchor, reason: &str) -> Result<()> {
        self.record(KnownAct::Judged(Judgement::Restored { code, anchor, reason: reason.to_owned() }))
    }

    /// Records a decision. Get its passages from [`crate::Loaded::subject`].
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn decide(&mut self, decided: Decided) -> Result<()> {
        self.record(KnownAct::Decided(decided))
    }

    /// Takes a judgement back, by the `seq` of its line.
    ///
    /// # Errors
    /// [`Error::NoJudgement`] where that line is none, [`Error::AlreadyUndone`] where it was taken back before.
    pub fn undo(&mut self, act: u64, reason: &str) -> Result<()> {
        let rulings = self.case.rulings()?;
        if !rulings.knows(act) {
            return Err(Error::NoJudgement { act });
        }
        if rulings.undone().contains(&act) {
            return Err(Error::AlreadyUndone { act });
        }
        self.record(KnownAct::Undone { act, reason: reason.to_owned() })
    }

    /// Takes an exhibit into use as a table: it is kept, but no document any more. Everything is analysed anew by the next
    /// build where that matters.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`] where there is no such exhibit, [`Error::ExhibitDamaged`].
    pub fn take_into_use(&mut self, role: Role, exhibit: Sha256) -> Result<()> {
        self.case.folder.check_exhibit(&exhibit)?;
        self.record(KnownAct::Used { role, exhibit })
    }

    /// Takes an exhibit out of use. It is kept, and is no document either.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn take_out_of_use(&mut self, role: Role, exhibit: Sha256) -> Result<()> {
        self.record(KnownAct::Unused { role, exhibit })
    }

    /// Records what a model of the user's own suggested about a passage of a document. The next build puts it beside what was
    /// read.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn suggest(
        &mut self,
        of: &LoadedDocument,
        passage: Span,
        taken: &[Suggestion],
        by: &Model<'_>,
    ) -> Result<()> {
        let acts = suggested(of, passage, taken, by);
        if acts.is_empty() { Ok(()) } else { self.writing.store.commit(&mut [], acts) }
    }

    /// Records that passages were sent to a model, and which of them it answered (see [`crate::asked_mark`]).
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn record_asking(
        &mut self,
        of: &Model<'_>,
        passages: u64,
        kept: u64,
        about: Vec<String>,
    ) -> Result<()> {
        self.record(KnownAct::Asked {
            endpoint: of.endpoint.to_owned(),
            model: of.name.to_owned(),
            passages,
            kept,
            about,
        })
    }

    /// Records that rows left the case.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn record_export(&mut self, request: &Request, exported: &Exported) -> Result<()> {
        self.record(KnownAct::Exported {
            what: request.what.name().to_owned(),
            format: request.format.name().to_owned(),
            sha256: exported.sha256,
        })
    }

    fn record(&mut self, act: KnownAct) -> Result<()> {
        self.writing.record(act)
    }
}
