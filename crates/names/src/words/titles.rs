//! Titles, honorifics and ranks (`data/titles.tsv`).

use super::Known;

/// What a title says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Title {
    /// Mr, Monsieur, Herr, Sayın.
    Courtesy,
    /// Ms, Madame, Frau: also says that somebody is a woman.
    CourtesyWoman,
    /// Dr, Professor, Engineer.
    Learned,
    /// Mullah, Shaikh, Haji, Father, Imam.
    Religious,
    /// General, Colonel, Captain.
    Military,
    /// President, Minister, Senator.
    Office,
    /// Prince, Lord, Bey.
    Noble,
    /// Junior, fils: tells son from father, so it is part of who is meant.
    Younger,
    /// Senior, père.
    Elder,
}

/// The longest title that these folded words begin with. Some are names too (`Khan`, `Shah`, `Malik`): the table leaves those
/// out that are names more often.
#[must_use]
pub fn starting(words: &[&str]) -> Option<Known<Title>> {
    let _ = words;
    None
}
