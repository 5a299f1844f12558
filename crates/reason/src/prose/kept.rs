//! What several grammars find out about a sentence, found out once.

use std::sync::OnceLock;

use crate::patterns::{Look, Tongue};
use crate::phrases::Tagged;

/// Filled when it is first asked for; a copy of a sentence begins empty, since its words may be changed.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// The language of its paragraph, as patterns read it.
    pub tongue: OnceLock<Tongue>,
    /// As patterns look at it.
    pub look: OnceLock<Look>,
    /// How much its words tell of each language of phrases.
    pub weights: OnceLock<Vec<usize>>,
    /// What its tokens are in phrases.
    pub tagged: OnceLock<Tagged>,
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}
