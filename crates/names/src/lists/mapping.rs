//! Which column of a table is which property.

/// Columns of a table that is of no publisher, and what each becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Mapping {
    /// Header of a column, as written, and the `FollowTheMoney` property that its values are of. The first column that becomes `id` tells entries
    /// apart, the one that becomes `schema` says what each is.
    pub columns: Vec<(String, String)>,
    /// Schema of rows that say none.
    pub schema: Option<String>,
    /// What parts several values within a field, such as `;`.
    pub separator: Option<char>,
}
