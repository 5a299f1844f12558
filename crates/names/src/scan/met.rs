//! Which words a run over texts met: a table that is asked for every word, so that it has little to read.

/// Numbers by hash, eight bytes each and one of them read for nearly every question.
#[derive(Debug)]
pub(super) struct Numbers {
    /// The upper bits of a hash and a number; 0 where there is none.
    places: Vec<u64>,
    taken: usize,
}

/// Numbers are below this: the bits of a place that are not of the hash.
pub(super) const MOST: usize = 1 << BITS;
const BITS: u32 = 22;

/// Places of an empty table.
const FEWEST: usize = 1 << 12;

impl Default for Numbers {
    fn default() -> Self {
        Self { places: vec![0; FEWEST], taken: 0 }
    }
}

impl Numbers {
    /// How many words have a number.
    pub(super) const fn len(&self) -> usize {
        self.taken
    }

    pub(super) fn get(&self, hash: u64) -> Option<u32> {
        let found = self.places[self.place(hash)];
        (found != 0).then_some((found % MOST as u64) as u32)
    }

    /// Takes a number below [`MOST`] for a hash that has none.
    pub(super) fn add(&mut self, hash: u64, number: u32) {
        if self.taken * 2 >= self.places.len() {
            self.grow();
        }
        let place = self.place(hash);
        self.places[place] = tag(hash) | u64::from(number);
        self.taken += 1;
    }

    /// Where a hash is, or would be.
    fn place(&self, hash: u64) -> usize {
        let last = self.places.len() - 1;
        // The upper bits again: growing must find the place from what a place has.
        let mut at = (tag(hash) >> BITS) as usize & last;
        while self.places[at] != 0 && tag(self.places[at]) != tag(hash) {
            at = (at + 1) & last;
        }
        at
    }

    fn grow(&mut self) {
        let larger = vec![0; self.places.len() * 4];
        for of in std::mem::replace(&mut self.places, larger) {
            if of != 0 {
                let place = self.place(of);
                self.places[place] = of;
            }
        }
    }
}

/// The bits of a hash that a place keeps; never none.
const fn tag(hash: u64) -> u64 {
    let tag = hash >> BITS << BITS;
    if tag == 0 { 1 << BITS } else { tag }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hashed::hash;

    #[test]
    fn every_number_is_found_again() {
        let mut numbers = Numbers::default();
        let hash = |number: u32| hash(&number.to_le_bytes());
        for number in 0..100_000 {
            assert_eq!(numbers.get(hash(number)), None);
            numbers.add(hash(number), number);
        }
        assert!((0..100_000).all(|number| numbers.get(hash(number)) == Some(number)));
        assert_eq!(numbers.len(), 100_000);
    }
}
