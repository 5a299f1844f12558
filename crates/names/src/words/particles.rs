//! Small words within names, and words that connect (`data/particles.tsv`).

use std::sync::OnceLock;

use super::lexicon::Lexicon;
use super::rows;

/// What a small word does in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Particle {
    /// Arabic `al-` in all its spellings, also assimilated (`ar-`, `ash-`, `en-`) and Maghrebi (`el`, `l'`).
    Article,
    /// Son of: bin, ibn, ben, ould, ag, son of.
    Son,
    /// Daughter of: bint, mint, walt.
    Daughter,
    /// Father of: abu, abou.
    Father,
    /// Mother of: umm, oum.
    Mother,
    /// Servant of: abd, abdul. Makes one name with what follows.
    Servant,
    /// Of a family or place: de, van, von, da, dos, du, di, zu, af, y.
    Of,
    /// Turkic son or daughter behind the father's name: oglu, ogly, kyzy, qizi.
    Behind,
    /// And, of, the, for: words that only connect.
    Connective,
}

/// Names of the classes in the table.
pub(super) const CLASSES: [(&str, Particle); 9] = [
    ("article", Particle::Article),
    ("son", Particle::Son),
    ("daughter", Particle::Daughter),
    ("father", Particle::Father),
    ("mother", Particle::Mother),
    ("servant", Particle::Servant),
    ("of", Particle::Of),
    ("behind", Particle::Behind),
    ("connective", Particle::Connective),
];

/// What a folded word is, if it is a particle.
///
/// ```
/// use names::words::{Particle, particle};
///
/// assert_eq!(particle("ibn"), Some(Particle::Son));
/// ```
#[must_use]
pub fn particle(word: &str) -> Option<Particle> {
    static TABLE: OnceLock<Lexicon<Particle>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let entries = rows::pairs(include_str!("../../data/particles.tsv")).flat_map(|(class, words)| {
            let class = CLASSES.iter().find(|(name, _)| *name == class).map(|(_, class)| *class);
            words.split('|').filter_map(move |word| Some((word, class?)))
        });
        Lexicon::new(entries)
    });
    table.word(word)
}
