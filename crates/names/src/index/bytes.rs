//! Numbers and texts as bytes, and back. Whatever the bytes are, reading them ends with a value or with `None`.

use crate::party::PartialDate;

/// Writes values one after the other.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    pub(crate) fn byte(&mut self, value: u8) {
        self.0.push(value);
    }

    /// Seven bits a byte, the low ones first: most numbers are small.
    pub(crate) fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.0.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    /// How many follow.
    pub(crate) fn count(&mut self, value: usize) {
        self.number(u32::try_from(value).unwrap_or(u32::MAX));
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    pub(crate) fn texts(&mut self, texts: &[String]) {
        self.count(texts.len());
        texts.iter().for_each(|text| self.text(text));
    }

    pub(crate) fn date(&mut self, date: Option<PartialDate>) {
        self.number(packed(date));
    }
}

/// Reads what a [`Writer`] wrote.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// How many follow: never more than there are bytes left, so that nothing is set aside for what cannot come.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.0.len()).then_some(count)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(crate) fn texts(&mut self) -> Option<Vec<String>> {
        (0..self.count()?).map(|_| self.text().map(str::to_owned)).collect()
    }

    pub(crate) fn date(&mut self) -> Option<Option<PartialDate>> {
        self.number().map(unpacked)
    }
}

/// A date as one number; 0 where there is none.
pub(crate) fn packed(date: Option<PartialDate>) -> u32 {
    let part = |part: Option<u8>| u32::from(part.unwrap_or(0));
    date.map_or(0, |date| u32::from(date.year) << 16 | part(date.month) << 8 | part(date.day))
}

/// The date that a number stands for.
pub(crate) fn unpacked(number: u32) -> Option<PartialDate> {
    let part = |part: u32| Some((part & 0xff) as u8).filter(|part| *part != 0);
    let year = (number >> 16) as u16;
    (year != 0).then(|| PartialDate { year, month: part(number >> 8), day: part(number) })
}

/// Numbers of four bytes that lie one after the other.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Numbers<'a>(&'a [u8]);

impl<'a> Numbers<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn len(self) -> usize {
        self.0.len() / 4
    }

    pub(crate) fn get(self, index: usize) -> Option<u32> {
        let start = index.checked_mul(4)?;
        let bytes = self.0.get(start..start.checked_add(4)?)?;
        bytes.try_into().ok().map(u32::from_le_bytes)
    }

    /// Those from the first index up to and without the second.
    pub(crate) fn part(self, from: usize, until: usize) -> impl Iterator<Item = u32> + 'a {
        let bytes =
            from.checked_mul(4).zip(until.checked_mul(4)).and_then(|(from, until)| self.0.get(from..until));
        let fours = bytes.unwrap_or(&[]).chunks_exact(4);
        fours.map(|four| four.try_into().map_or(0, u32::from_le_bytes))
    }

    /// Pairs of them, from the first index up to and without the second.
    pub(crate) fn pairs(self, from: usize, until: usize) -> impl Iterator<Item = (u32, u32)> + 'a {
        let bytes =
            from.checked_mul(8).zip(until.checked_mul(8)).and_then(|(from, until)| self.0.get(from..until));
        let fours = bytes.unwrap_or(&[]).as_chunks().0.as_chunks().0.iter();
        fours.map(|[one, other]| (u32::from_le_bytes(*one), u32::from_le_bytes(*other)))
    }

    /// The bounds of the piece that belongs to an index, where this holds the start of each piece and the end of the last.
    pub(crate) fn bounds(self, index: usize) -> Option<(usize, usize)> {
        let bounds = (self.get(index)? as usize, self.get(index.checked_add(1)?)? as usize);
        (bounds.0 <= bounds.1).then_some(bounds)
    }
}
