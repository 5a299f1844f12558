//! Named limits: what a hostile file may cost. Each binds long after every real report that we know of; where one
//! binds, the outcome says so.

/// Largest input, in bytes. A reader holds about four copies of a text; the worker has 512 MB.
pub(crate) const INPUT_BYTES: usize = 100 << 20;

/// Largest HTML page, in bytes. A tree takes about eight times its source; long books are 10 MB.
pub(crate) const HTML_BYTES: usize = 24 << 20;

/// Deepest HTML element. Browsers stop at 512; html5ever walks the open elements at every start tag, so that depth
/// costs time quadratically (50,000 nested elements: 10 s without this limit).
pub(crate) const HTML_DEPTH: usize = 512;

/// Most nodes of an HTML tree. Unclosed formatting elements are copied into every paragraph: 100 KB of `<b x=1><b x=2>`
/// can ask for a billion nodes.
pub(crate) const HTML_NODES: usize = 2_000_000;

/// Most attributes of one element: each is compared with all before it.
pub(crate) const HTML_ATTRIBUTES: usize = 256;

/// Largest part of an office file after inflation, in bytes. `document.xml` of a 1,000-page report is 30 MB.
pub(crate) const PART_BYTES: u64 = 64 << 20;

/// Deepest XML element; Word nests a table cell about twelve deep.
pub(crate) const XML_DEPTH: usize = 256;

/// Most nodes of one XML part.
pub(crate) const XML_NODES: usize = 4_000_000;

/// Most cells of one table. Beyond it a table is a data set, which is kept as text of its first rows.
pub(crate) const TABLE_CELLS: usize = 200_000;

/// Most columns that one cell may claim to span (Word allows 63, HTML 1,000).
pub(crate) const COLUMN_SPAN: usize = 63;

/// Most members of an archive.
pub(crate) const ARCHIVE_MEMBERS: usize = 10_000;

/// Largest member of an archive after inflation, in bytes: what a reader would take ([`INPUT_BYTES`]).
pub(crate) const MEMBER_BYTES: u64 = 100 << 20;

/// Most bytes of all members of an archive together: they cross a pipe out of a worker that has 512 MB.
pub(crate) const ARCHIVE_BYTES: u64 = 200 << 20;

/// Deepest archive in an archive, as far as the nested archive's own bytes tell (a name `a.zip` in `b.zip` in `c.zip`).
pub(crate) const ARCHIVE_DEPTH: usize = 3;
