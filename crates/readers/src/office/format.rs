//! How a run of characters is set, as far as reading depends on it.

/// How far a style's ancestors are followed: a damaged file may have a circle of them.
pub(crate) const ANCESTORS: usize = 20;

/// How a run is set; `None` where its own properties leave it to the style above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RunFormat {
    pub raised: Option<bool>,
    pub italic: Option<bool>,
    pub hidden: Option<bool>,
}

impl RunFormat {
    /// This format where it says something, else the other.
    pub fn over(self, other: Self) -> Self {
        Self {
            raised: self.raised.or(other.raised),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
        }
    }
}
