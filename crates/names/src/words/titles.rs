//! Titles, honorifics and ranks (`data/titles.tsv`).

use std::sync::OnceLock;

use super::lexicon::Lexicon;
use super::{Known, rows};

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

/// Names of the classes in the table.
pub(super) const CLASSES: [(&str, Title); 9] = [
    ("courtesy", Title::Courtesy),
    ("woman", Title::CourtesyWoman),
    ("learned", Title::Learned),
    ("religious", Title::Religious),
    ("military", Title::Military),
    ("office", Title::Office),
    ("noble", Title::Noble),
    ("younger", Title::Younger),
    ("elder", Title::Elder),
];

/// The longest title that these folded words begin with. Some are names too (`Khan`, `Shah`, `Malik`): the table leaves those
/// out that are names more often.
///
/// ```
/// use names::words::{Title, titles};
///
/// let found = titles::starting(&["lieutenant", "general", "ivanov"]).unwrap();
/// assert_eq!((found.what, found.words), (Title::Military, 2));
/// ```
#[must_use]
pub fn starting(words: &[&str]) -> Option<Known<Title>> {
    static TABLE: OnceLock<Lexicon<Title>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let entries = rows::pairs(include_str!("../../data/titles.tsv")).flat_map(|(class, forms)| {
            let class = CLASSES.iter().find(|(name, _)| *name == class).map(|(_, class)| *class);
            forms.split('|').filter_map(move |form| Some((form, class?)))
        });
        Lexicon::new(entries)
    });
    table.starting(words)
}
