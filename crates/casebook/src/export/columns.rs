use super::What;

impl What {
    /// The fields of its rows, in order: the header of a table.
    #[must_use]
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Documents => DOCUMENTS,
            Self::Text => TEXT,
            Self::Notes => NOTES,
            Self::Markers => MARKERS,
            Self::Citations => CITATIONS,
            Self::Works => WORKS,
            Self::Claims => CLAIMS,
            Self::Incidents => INCIDENTS,
            Self::Entities => ENTITIES,
            Self::Mentions => MENTIONS,
            Self::Relations => RELATIONS,
            Self::Money => MONEY,
            Self::Designations => DESIGNATIONS,
            Self::Replies => REPLIES,
            Self::Recommendations => RECOMMENDATIONS,
            Self::Ftm => FTM,
            Self::Imported => IMPORTED,
            Self::Diagnostics => DIAGNOSTICS,
        }
    }
}

const DOCUMENTS: &[&str] = &[
    "id",
    "document",
    "sha256",
    "media_type",
    "title",
    "language",
    "pages",
    "characters",
    "added_at",
    "added_by",
    "origin",
    "acquisitions",
    "unread",
];
const TEXT: &[&str] = &["id", "document", "span", "kind", "level", "text", "rows"];
const NOTES: &[&str] = &["id", "document", "span", "note", "text", "commentary", "cited_by"];
const MARKERS: &[&str] = &["id", "document", "span", "note", "note_id", "sentence", "sentence_id"];
const CITATIONS: &[&str] = &[
    "id",
    "document",
    "span",
    "note",
    "note_id",
    "index",
    "kind",
    "authors",
    "title",
    "title_translated",
    "container",
    "date",
    "url",
    "accessed",
    "place",
    "interviewee",
    "confidential",
    "locator",
    "identifier",
    "archived_url",
    "work",
];
const WORKS: &[&str] = &[
    "id",
    "document",
    "kind",
    "authors",
    "title",
    "title_translated",
    "container",
    "date",
    "url",
    "identifier",
    "place",
    "interviewee",
    "confidential",
    "csl",
    "cited_by",
    "origin_of",
    "derived_from",
];
const CLAIMS: &[&str] = &[
    "id",
    "document",
    "span",
    "quote",
    "notes",
    "incident",
    "what",
    "combined",
    "victims",
    "perpetrators",
    "low",
    "high",
    "approximate",
    "number_as_written",
    "place",
    "date_from",
    "date_to",
    "date_as_written",
    "date_basis",
    "inherited",
    "attributed_to",
    "attributed_chain",
    "hedges",
    "negated",
    "subset_of",
    "stands_in",
    "citation",
    "cumulative",
    "suggested_by",
    "judged",
];
const INCIDENTS: &[&str] =
    &["id", "document", "name", "place", "date_from", "date_to", "claims", "documents", "contested", "joins"];
const ENTITIES: &[&str] = &[
    "id",
    "document",
    "schema",
    "kind",
    "caption",
    "names",
    "titles",
    "candidates",
    "documents",
    "mentions",
    "imported",
];
const MENTIONS: &[&str] = &["id", "document", "span", "entity", "text", "form"];
const RELATIONS: &[&str] = &[
    "id",
    "document",
    "span",
    "subject",
    "relation",
    "object",
    "subject_text",
    "object_text",
    "detail",
    "share",
    "date",
    "hedges",
    "negated",
];
const MONEY: &[&str] = &[
    "id",
    "document",
    "span",
    "amount",
    "amount_high",
    "currency",
    "written",
    "usd_as_written",
    "per",
    "usd_converted",
    "what",
    "payer",
    "payee",
    "date",
    "approximate",
];
const DESIGNATIONS: &[&str] =
    &["id", "document", "span", "target", "target_entity", "authority", "program", "reason", "date"];
const REPLIES: &[&str] = &["id", "document", "span", "addressee", "outcome"];
const RECOMMENDATIONS: &[&str] = &["id", "document", "span", "addressee", "text", "section"];
const FTM: &[&str] = &["id", "schema", "properties", "datasets"];
const IMPORTED: &[&str] =
    &["id", "document", "sha256", "line", "entity", "party", "schema", "caption", "datasets", "properties"];
const DIAGNOSTICS: &[&str] = &["id", "document", "code", "severity", "message", "spans", "notes", "help"];
