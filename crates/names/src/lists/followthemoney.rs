//! `FollowTheMoney` entities, one a line.

use std::io::{self, BufRead, Read};

use ftm::read_line;

use super::fault::Fault;
use super::input::Text;
use super::out::Out;

/// Bytes of a line that is taken: whole neighbourhoods of an entity stay below.
const LONGEST_LINE: u64 = 64 << 20;

pub(super) fn read<R: Read>(mut input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let mut text = Vec::new();
    loop {
        let number = input.line();
        text.clear();
        if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut text)? == 0 {
            return Ok(());
        }
        let is_whole = text.ends_with(b"\n");
        if !is_whole && text.len() as u64 == LONGEST_LINE {
            input.skip_until(b'\n')?;
            out.tell(number, Fault::Line(ftm::Fault::TooLong { limit: text.len() }));
            continue;
        }
        line(&text, is_whole, number, out);
        input.foreign().into_iter().for_each(|(line, fault)| out.tell(line, fault));
    }
}

fn line(text: &[u8], is_whole: bool, number: u32, out: &mut Out<'_>) {
    let text = String::from_utf8_lossy(text);
    if text.trim().is_empty() {
        return;
    }
    let read = read_line(text.trim(), number);
    // The last line without an end that is no JSON: the file stops there.
    if !is_whole && matches!(read.faults.as_slice(), [ftm::Fault::NotJson { .. }]) {
        return out.tell(number, Fault::BreaksOff { within: None });
    }
    for record in read.records {
        out.list.entries += usize::from(record.sort().is_some());
        out.emit(record);
    }
    read.faults.into_iter().for_each(|fault| out.tell(number, Fault::Line(fault)));
}
