//! What becomes of a file: records to the sink, and what is said of the whole.

use std::collections::BTreeMap;

use ftm::Record;

use super::fault::Fault;
use super::format::Format;
use super::place::Place;
use super::{Faults, ReadList};

pub(super) struct Out<'s> {
    pub list: ReadList,
    sink: &'s mut dyn FnMut(Record),
}

impl<'s> Out<'s> {
    pub(super) fn new(format: Format, sink: &'s mut dyn FnMut(Record)) -> Self {
        let list = ReadList {
            format,
            date: None,
            entries: 0,
            records: BTreeMap::new(),
            whole: true,
            identity: format.identity(),
            faults: Faults::default(),
        };
        Self { list, sink }
    }

    pub(super) fn emit(&mut self, record: Record) {
        match self.list.records.get_mut(&record.schema) {
            Some(count) => *count += 1,
            None => {
                self.list.records.insert(record.schema.clone(), 1);
            }
        }
        (self.sink)(record);
    }

    /// Says something of a line, which is the number that values have.
    pub(super) fn tell(&mut self, number: u32, what: Fault) {
        self.list.whole &= !matches!(what, Fault::BreaksOff { .. });
        self.list.faults.tell(Place::of(number), what);
    }
}
