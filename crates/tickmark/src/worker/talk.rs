//! What a worker says on standard error: kept in part, for the detail of a crash.

use std::io::Read;
use std::process::ChildStderr;
use std::thread::JoinHandle;

/// How much is kept: a panic message and a few lines; a library may print megabytes.
const KEPT: usize = 4096;

/// Reads a worker's standard error to its end, so that the worker never waits for it.
#[derive(Debug)]
pub struct Talk {
    reader: Option<JoinHandle<Vec<u8>>>,
}

impl Talk {
    /// Starts reading.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn listen(stderr: ChildStderr) -> std::io::Result<Self> {
        let reader = std::thread::Builder::new().spawn(move || last_of(stderr))?;
        Ok(Self { reader: Some(reader) })
    }

    /// The last of what was said. Call it once the worker is dead; it is empty the second time.
    pub fn heard(&mut self) -> String {
        let bytes = self.reader.take().and_then(|reader| reader.join().ok());
        String::from_utf8_lossy(&bytes.unwrap_or_default()).trim().to_owned()
    }
}

fn last_of(mut stderr: impl Read) -> Vec<u8> {
    let mut kept = Vec::with_capacity(2 * KEPT);
    let mut buffer = [0; KEPT];
    while let Ok(count @ 1..) = stderr.read(&mut buffer) {
        kept.extend_from_slice(&buffer[..count]);
        let surplus = kept.len().saturating_sub(KEPT);
        kept.drain(..surplus);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_words_are_kept() {
        let said = [vec![b'a'; 3 * KEPT], b"the end".to_vec()].concat();
        let kept = last_of(said.as_slice());
        assert_eq!(kept.len(), KEPT);
        assert!(kept.ends_with(b"the end"));
    }
}
