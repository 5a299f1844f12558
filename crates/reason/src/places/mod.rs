//! Places: a gazetteer of names, each with every place that it may mean. Several candidates stay several.

/// Names of places and what they may mean.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer;

impl Gazetteer {
    /// The small one that is built in: countries, first-level regions, larger towns.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &Self
    }
}
