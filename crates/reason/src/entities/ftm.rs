use super::EntityKind;

/// The FollowTheMoney schema of a kind: <https://followthemoney.tech/explorer/>. The narrowest that is certain.
#[must_use]
pub const fn schema(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization | EntityKind::ArmedGroup => "Organization",
        EntityKind::Company => "Company",
        // An address is a place that a party has; a place that is only named has no schema nearer than this.
        EntityKind::Place => "Address",
        EntityKind::Other => "Thing",
    }
}
