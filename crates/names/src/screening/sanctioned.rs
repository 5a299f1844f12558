//! Who of those in a collection is listed.

use ftm::Record;

/// What only a record of somebody listed says of it.
const OF_A_LISTING: [&str; 4] = ["program", "programId", "authority", "listingDate"];

/// Whether a record of a list is itself listed: collections also have those that are tied to listed ones, or hold an office, and say so in
/// their topics (`sanction`, against `sanction.linked` and `role.pep`). Of a list without topics everybody is.
///
/// ```
/// let record = |properties: &str| {
///     let line = format!(r#"{{"id": "a", "schema": "Company", "properties": {{"name": ["Kessa Gold"], {properties}}}}}"#);
///     ftm::read_line(&line, 1).records.remove(0)
/// };
/// assert!(names::screening::is_sanctioned(&record(r#""topics": ["sanction"]"#)));
/// assert!(!names::screening::is_sanctioned(&record(r#""topics": ["sanction.linked"]"#)));
/// ```
#[must_use]
pub fn is_sanctioned(record: &Record) -> bool {
    let topics = record.values("topics");
    topics.is_empty()
        || topics.iter().any(|topic| topic.text == "sanction")
        || OF_A_LISTING.iter().any(|property| !record.values(property).is_empty())
}
