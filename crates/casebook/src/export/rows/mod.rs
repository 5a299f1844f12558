//! The rows of the export contract: a public interface. Fields may be added; none is renamed or changes its meaning
//! without a new [`super::SCHEMA_VERSION`].

mod diagnostics;
mod ftm;
mod incidents;
mod parties;
mod statements;
mod texts;
mod works;

pub use diagnostics::{DiagnosticRow, PlaceRow};
pub use ftm::FtmRow;
pub use incidents::{ContestRow, IncidentRow, JoinRow, SideRow};
pub use parties::{
    EntityRow, ImportedEntityRow, ImportedRow, ImportedValueRow, MentionRow, RelationRow, ShareRow,
};
pub use statements::{ClaimRow, ConvertedRow, DesignationRow, MoneyRow, RecommendationRow, ReplyRow};
pub use texts::{AcquisitionRow, CitationRow, DocumentRow, MarkerRow, NoteRow, SpanRow, TextRow};
pub use works::{WorkEdgeRow, WorkRow};
