//! `FollowTheMoney` entities, one a line.

use std::collections::BTreeMap;
use std::io::BufRead;

use reason::imports::{Record, read_line};

use super::fault::Fault;
use super::{Faults, Format, Part, Place, ReadList, Unreadable};

pub(super) fn read(input: impl BufRead, sink: &mut dyn FnMut(Record)) -> Result<ReadList, Unreadable> {
    let mut list = ReadList {
        format: Format::FtmLines,
        date: None,
        entries: 0,
        records: BTreeMap::new(),
        whole: true,
        faults: Faults::default(),
    };
    for (line, text) in (1..).zip(input.lines()) {
        let read = read_line(&text?, line);
        for record in read.records {
            list.entries += usize::from(record.sort().is_some());
            *list.records.entry(record.schema.clone()).or_default() += 1;
            sink(record);
        }
        for fault in read.faults {
            list.faults.tell(Place { part: Part::Main, line }, Fault::Line(fault));
        }
    }
    Ok(list)
}
