//! A record in as few bytes as an index keeps it in: a seventh of what its texts and tables take while it is worked on.

use ftm::Record;

use super::bytes::{Reader, Writer};
use super::record;

/// A record that waits. Nothing but [`Packed::of`] makes its bytes, so that they are always read again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Packed(Box<[u8]>);

impl Packed {
    pub(crate) fn of(packed: &Record) -> Self {
        let mut bytes = Writer::default();
        record::write(packed, &mut bytes);
        Self(bytes.0.into_boxed_slice())
    }

    pub(crate) fn id(&self) -> &str {
        record::head(&mut Reader(&self.0)).map_or("", |head| head.id)
    }

    pub(crate) fn schema(&self) -> &str {
        record::head(&mut Reader(&self.0)).map_or("", |head| head.schema)
    }

    /// `None` only of [`Packed::default`].
    pub(crate) fn record(&self) -> Option<Record> {
        record::read(Reader(&self.0))
    }
}
