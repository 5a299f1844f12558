//! Keys and what has them, as numbers that lie in buckets.

use std::io;

use super::bytes::Numbers;
use super::room::{Growing, Rooms};

/// A table of numbers by key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'a> {
    /// Where each bucket begins, in pairs, and where the last ends.
    starts: Numbers<'a>,
    /// Key, value, key, value; those of a bucket together.
    pairs: Numbers<'a>,
}

impl<'a> Table<'a> {
    pub(super) fn new(starts: Numbers<'a>, pairs: Numbers<'a>) -> Self {
        Self { starts, pairs }
    }

    /// What has a key, in ascending order.
    pub(super) fn get(self, key: u32) -> impl Iterator<Item = u32> + 'a {
        self.within(key, self.bounds(key))
    }

    /// Adds what has one of many keys. All buckets are looked up before any is read: memory answers several questions at once.
    pub(super) fn get_all(self, keys: &[u32], found: &mut Vec<u32>) {
        let bounds: Vec<(usize, usize)> = keys.iter().map(|key| self.bounds(*key)).collect();
        for (key, bounds) in keys.iter().zip(bounds) {
            found.extend(self.within(*key, bounds));
        }
    }

    fn bounds(self, key: u32) -> (usize, usize) {
        let buckets = self.starts.len().saturating_sub(1);
        self.starts.bounds(bucket(key, buckets)).unwrap_or_default()
    }

    fn within(self, key: u32, (from, until): (usize, usize)) -> impl Iterator<Item = u32> + 'a {
        let pairs = self.pairs.pairs(from, until);
        pairs.filter_map(move |(found, value)| (found == key).then_some(value))
    }
}

/// Which of so many buckets a key is in: keys are spread evenly, so their high bits tell.
fn bucket(key: u32, buckets: usize) -> usize {
    ((u64::from(key) * buckets as u64) >> 32) as usize
}

/// Writes a table: its starts, and its pairs.
pub(super) fn write(mut pairs: Vec<(u32, u32)>, rooms: &mut Rooms) -> io::Result<[Growing; 2]> {
    pairs.sort_unstable();
    pairs.dedup();
    let buckets = (pairs.len() / 2).max(1);
    let (mut starts, mut numbers) = (Growing::new(rooms()?), Growing::new(rooms()?));
    let mut next = 0;
    for place in 0..buckets {
        starts.numbers(&[next as u32])?;
        while let Some((key, value)) = pairs.get(next).filter(|(key, _)| bucket(*key, buckets) == place) {
            numbers.numbers(&[*key, *value])?;
            next += 1;
        }
    }
    starts.numbers(&[next as u32])?;
    Ok([starts, numbers])
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::super::room::{Growing, in_memory};
    use super::{Numbers, Table, write};

    fn all(part: Growing) -> Vec<u8> {
        let mut bytes = Vec::new();
        part.read().unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn finds_what_was_put_in() {
        let pairs: Vec<_> =
            (0..1000_u32).map(|value| ((value / 3).wrapping_mul(0x9e37_79b9), value)).collect();
        let [starts, numbers] = write(pairs.clone(), &mut in_memory()).unwrap().map(all);
        let table = Table::new(Numbers::new(&starts), Numbers::new(&numbers));
        for (key, value) in pairs {
            let found: Vec<_> = table.get(key).collect();
            assert!(found.contains(&value) && found.len() <= 3);
        }
        assert_eq!(table.get(7).count(), 0);
        assert_eq!(Table::new(Numbers::default(), Numbers::default()).get(7).count(), 0);
    }
}
