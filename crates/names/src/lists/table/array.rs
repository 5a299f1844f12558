//! A JSON array of objects. Values have the number of their object, from 1, since such files are mostly one line.

use std::io::{self, BufRead, Read};

use serde_json::{Map, Value as Json};

use super::{Known, party};
use crate::lists::fault::Fault;
use crate::lists::input::Text;
use crate::lists::mapping::{Mapping, Target};
use crate::lists::out::Out;

/// Bytes of an object that is taken.
const LARGEST_OBJECT: usize = 16 << 20;

pub(in crate::lists) fn read<R: Read>(
    input: Text<R>,
    mapping: Option<&Mapping>,
    out: &mut Out<'_>,
) -> io::Result<()> {
    let mut objects = Objects { input, depth: 0, in_string: false, escaped: false };
    let mut known = Known::default();
    let mut text = Vec::new();
    for number in 1.. {
        let end = objects.next(&mut text)?;
        match end {
            End::Array => break,
            End::File => {
                out.tell(number, Fault::BreaksOff { within: None });
                break;
            }
            End::Object if text.len() > LARGEST_OBJECT => {
                out.tell(number, Fault::TooLong { limit: LARGEST_OBJECT })
            }
            End::Object => match serde_json::from_slice(&text) {
                Ok(Json::Object(object)) => take(object, mapping, number, &mut known, out),
                Ok(_) => out.tell(number, Fault::NotWellFormed { detail: "no object".to_owned() }),
                Err(error) => out.tell(number, Fault::NotWellFormed { detail: error.to_string() }),
            },
        }
        objects.input.foreign().into_iter().for_each(|(_, fault)| out.tell(number, fault));
    }
    known.identify(out);
    Ok(())
}

fn take(
    object: Map<String, Json>,
    mapping: Option<&Mapping>,
    number: u32,
    known: &mut Known,
    out: &mut Out<'_>,
) {
    let headers: Vec<&str> = object.keys().map(String::as_str).collect();
    let (targets, faults): (Vec<Target>, Vec<Fault>) = Mapping::targets(mapping, &headers);
    faults.into_iter().for_each(|fault| out.tell(number, fault));
    let mut fields = Vec::new();
    for (target, value) in targets.iter().zip(object.values()) {
        texts(value, 0).into_iter().for_each(|text| fields.push((target, text)));
    }
    party(fields, mapping, number, known, out);
}

/// Texts in a value; an object within is kept as it is written.
fn texts(value: &Json, depth: usize) -> Vec<String> {
    match value {
        Json::Null => Vec::new(),
        Json::String(text) => vec![text.clone()],
        Json::Array(all) if depth < 8 => all.iter().flat_map(|one| texts(one, depth + 1)).collect(),
        other => vec![other.to_string()],
    }
}

/// What ended what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Object,
    Array,
    File,
}

/// Cuts the array into its objects, by brackets and strings alone.
struct Objects<R> {
    input: Text<R>,
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl<R: Read> Objects<R> {
    /// The text of the next object. Of one that is too long only its beginning is kept.
    fn next(&mut self, text: &mut Vec<u8>) -> io::Result<End> {
        text.clear();
        loop {
            let chunk = self.input.fill_buf()?;
            if chunk.is_empty() {
                return Ok(End::File);
            }
            let mut taken = 0;
            let mut end = None;
            for byte in chunk {
                taken += 1;
                end = step(&mut self.depth, &mut self.in_string, &mut self.escaped, *byte);
                if (self.depth > 1 || end.is_some()) && text.len() <= LARGEST_OBJECT {
                    text.push(*byte);
                }
                if end.is_some() {
                    break;
                }
            }
            self.input.consume(taken);
            if let Some(end) = end {
                return Ok(end);
            }
        }
    }
}

/// Takes a byte; says whether it ends an object of the array, or the array. The array itself has depth 1.
fn step(depth: &mut usize, in_string: &mut bool, escaped: &mut bool, byte: u8) -> Option<End> {
    if *in_string {
        match byte {
            _ if *escaped => *escaped = false,
            b'\\' => *escaped = true,
            b'"' => *in_string = false,
            _ => {}
        }
        return None;
    }
    match byte {
        b'"' => *in_string = true,
        b'[' | b'{' => *depth += 1,
        b']' | b'}' => {
            *depth = depth.saturating_sub(1);
            return match *depth {
                0 => Some(End::Array),
                1 => Some(End::Object),
                _ => None,
            };
        }
        _ => {}
    }
    None
}
