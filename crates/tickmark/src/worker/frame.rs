//! How parent and worker talk: frames on pipes.
//!
//! A frame is a header and any number of attachments, all lengths little-endian:
//!
//! ```text
//! u32 length of the header | u32 number of attachments | header, JSON
//! for each attachment:  u64 length | bytes
//! ```
//!
//! Bytes of exhibits and archive members travel as attachments, so that they are never escaped into JSON.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A header beyond this is not one of ours: reading texts of 100 MB do not leave a worker of 512 MB.
const LONGEST_HEADER: u64 = 1 << 30;

/// An archive with more members than this is cut short by its reader.
const MOST_ATTACHMENTS: u32 = 100_000;

/// Why a frame could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The other side closed the pipe between two frames.
    #[error("the pipe was closed")]
    Closed,
    /// The pipe failed or ended within a frame.
    #[error("the pipe failed")]
    Pipe(#[from] io::Error),
    /// A length that no honest frame has.
    #[error("a frame of {0} bytes is beyond the limit")]
    TooLong(u64),
    /// The header is not what was agreed.
    #[error("the frame's header is not understood")]
    Header(#[from] serde_json::Error),
}

/// Sends a frame and flushes.
///
/// # Errors
/// When the pipe fails or the header cannot be written as JSON.
pub fn send(out: &mut impl Write, header: &impl Serialize, attachments: &[&[u8]]) -> Result<(), FrameError> {
    let header = serde_json::to_vec(header)?;
    let length = u32::try_from(header.len()).map_err(|_| too_long(header.len()))?;
    let count = u32::try_from(attachments.len()).map_err(|_| too_long(attachments.len()))?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&count.to_le_bytes())?;
    out.write_all(&header)?;
    for attachment in attachments {
        out.write_all(&(attachment.len() as u64).to_le_bytes())?;
        out.write_all(attachment)?;
    }
    out.flush()?;
    Ok(())
}

/// Takes a frame whose header and attachments together are at most `limit` bytes.
///
/// # Errors
/// [`FrameError::Closed`] at a clean end, else what is wrong with the frame.
pub fn receive<T: DeserializeOwned>(
    input: &mut impl Read,
    limit: u64,
) -> Result<(T, Vec<Vec<u8>>), FrameError> {
    let mut left = limit;
    let length = match length_or_end(input)? {
        Some(length) => u64::from(length),
        None => return Err(FrameError::Closed),
    };
    let count = u32::from_le_bytes(exactly(input)?);
    if length > LONGEST_HEADER || count > MOST_ATTACHMENTS {
        return Err(FrameError::TooLong(length.max(u64::from(count))));
    }
    let header = serde_json::from_slice(&take(input, length, &mut left)?)?;
    let mut attachments = Vec::new();
    for _ in 0..count {
        let length = u64::from_le_bytes(exactly(input)?);
        attachments.push(take(input, length, &mut left)?);
    }
    Ok((header, attachments))
}

fn length_or_end(input: &mut impl Read) -> Result<Option<u32>, FrameError> {
    let mut first = [0; 4];
    let mut filled = 0;
    while filled < first.len() {
        match input.read(&mut first[filled..]) {
            Ok(0) if filled == 0 => return Ok(None),
            Ok(0) => return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into()),
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Some(u32::from_le_bytes(first)))
}

fn exactly<const N: usize>(input: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    input.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Reads as many bytes as announced. Memory is taken as bytes arrive, not as they are announced.
fn take(input: &mut impl Read, length: u64, left: &mut u64) -> Result<Vec<u8>, FrameError> {
    *left = left.checked_sub(length).ok_or(FrameError::TooLong(length))?;
    /// What is reserved on the word of the other side alone.
    const ON_TRUST: u64 = 1 << 20;
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(ON_TRUST)).unwrap_or(0));
    let read = input.take(length).read_to_end(&mut bytes)?;
    if (read as u64) < length {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
    }
    Ok(bytes)
}

fn too_long(length: usize) -> FrameError {
    FrameError::TooLong(length as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(attachments: &[&[u8]]) {
        let mut pipe = Vec::new();
        send(&mut pipe, &"header", attachments).unwrap();
        let (header, received): (String, _) = receive(&mut pipe.as_slice(), 1000).unwrap();
        assert_eq!(header, "header");
        assert_eq!(received, attachments);
        for cut in 1..pipe.len() {
            let error = receive::<String>(&mut &pipe[..cut], 1000).unwrap_err();
            assert!(matches!(error, FrameError::Pipe(_)), "cut at {cut}: {error}");
        }
    }

    #[test]
    fn what_is_sent_arrives_and_a_cut_frame_is_an_error() {
        check(&[]);
        check(&[b"one"]);
        check(&[b"", b"\0\xff", b"three"]);
    }

    #[test]
    fn an_end_between_frames_is_no_failure_and_a_boast_is_refused() {
        let closed = receive::<String>(&mut [].as_slice(), 10).unwrap_err();
        assert!(matches!(closed, FrameError::Closed));
        let mut pipe = Vec::new();
        send(&mut pipe, &"header", &[b"longer than the limit"]).unwrap();
        let refused = receive::<String>(&mut pipe.as_slice(), 20).unwrap_err();
        assert!(matches!(refused, FrameError::TooLong(21)));
    }
}
