//! Small words within names, and words that connect (`data/particles.tsv`).

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
    /// Turkic and Persian son or daughter behind the father's name: oglu, ogly, kyzy, qizi, zade.
    Behind,
    /// And, of, the, for: words that only connect.
    Connective,
}

/// What a folded word is, if it is a particle.
///
/// ```
/// use names::words::{Particle, particle};
///
/// assert_eq!(particle("ibn"), Some(Particle::Son));
/// ```
#[must_use]
pub fn particle(word: &str) -> Option<Particle> {
    let _ = word;
    None
}
