//! Bytes of any encoding that lists come in, as UTF-8, with the line that is being read.

use std::io::{self, BufRead, Read};

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

use crate::lists::fault::Fault;

/// How the bytes of a file stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lists) enum Encoding {
    /// What is no UTF-8 is taken as Windows-1252, and told.
    Utf8,
    /// Windows-1252, and with it ISO 8859-1 as everybody uses it.
    Windows1252,
    /// Windows-1251: Cyrillic.
    Windows1251,
    /// The same where nobody says so but the bytes: told.
    SeemsWindows1251,
    /// UTF-16, the low byte first.
    Utf16Little,
    /// UTF-16, the high byte first.
    Utf16Big,
}

/// What a file is in: by its mark, by its XML declaration, else by what its bytes look like.
pub(in crate::lists) fn encoding(head: &[u8]) -> Encoding {
    match head {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => return Encoding::Utf16Little,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => return Encoding::Utf16Big,
        _ => {}
    }
    let start = &head[..head.len().min(200)];
    let declaration = start.split(|byte| *byte == b'>').next().unwrap_or_default().to_ascii_lowercase();
    let declares = |name: &[u8]| declaration.windows(name.len()).any(|window| window == name);
    if declaration.starts_with(b"<?xml") {
        return match () {
            () if declares(b"iso-8859-1") || declares(b"windows-1252") => Encoding::Windows1252,
            () if declares(b"windows-1251") => Encoding::Windows1251,
            () => Encoding::Utf8,
        };
    }
    let seems = unmarked_utf16(start).or_else(|| is_cyrillic(head).then_some(Encoding::SeemsWindows1251));
    seems.unwrap_or(Encoding::Utf8)
}

/// UTF-16 without its mark: separators and line ends have a zero as one of their two bytes, and no other encoding has zeros.
fn unmarked_utf16(start: &[u8]) -> Option<Encoding> {
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let enough = start.len() / 16;
    match (zeros(0), zeros(1)) {
        (0, low) if low > enough => Some(Encoding::Utf16Little),
        (high, 0) if high > enough => Some(Encoding::Utf16Big),
        _ => None,
    }
}

/// Whether bytes that are no UTF-8 look like Cyrillic of Windows-1251: words of nothing but high bytes, which no language with Latin letters
/// has, outnumber those in which they stand among Latin letters.
fn is_cyrillic(head: &[u8]) -> bool {
    // An end that cuts a character says nothing.
    if std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true) {
        return false;
    }
    let is_high = |byte: &u8| *byte >= 0xA0;
    let words = head.split(|byte| !byte.is_ascii_alphabetic() && !is_high(byte));
    let (mut cyrillic, mut mixed) = (0, 0);
    for word in words.filter(|word| word.iter().any(is_high)) {
        match word.iter().all(is_high) {
            true => cyrillic += usize::from(word.len() >= SHORTEST_CYRILLIC),
            false => mixed += 1,
        }
    }
    cyrillic > mixed
}

/// Letters of a word that is taken as a sign of Cyrillic: shorter runs of high bytes are signs and dashes elsewhere.
const SHORTEST_CYRILLIC: usize = 3;

/// Bytes taken from the input at a time.
const CHUNK: usize = 64 << 10;

/// Bytes that are looked at to tell what they are in: more than the first rows of a table, whose letters may all be English.
const HEAD: u64 = 64 << 10;

/// The first bytes of an input, which are gone from it then.
pub(in crate::lists) fn head(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    input.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// An input of any encoding that lists and tables come in, as UTF-8. Its lines end with a newline, even where the input has returns alone;
/// a mark of its encoding is passed over.
///
/// ```
/// use std::io::BufRead;
/// use names::lists::Text;
///
/// let mut text = Text::of(&b"\xFF\xFEO\0\xF8\0\n\0"[..]).unwrap();
/// let mut line = String::new();
/// text.read_line(&mut line).unwrap();
/// assert_eq!(line, "O\u{f8}\n");
/// assert!(text.foreign().is_empty());
/// ```
#[derive(Debug)]
pub struct Text<R> {
    input: R,
    encoding: Encoding,
    /// What was taken and not decoded: the beginning of a character.
    raw: Vec<u8>,
    ready: String,
    at: usize,
    newlines: u32,
    foreign: Vec<u32>,
    ends: Ends,
}

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// Nothing was read yet.
    Unknown,
    Newline,
    /// A return alone, as spreadsheets on a Mac write it.
    Return,
}

impl<R: Read> Text<R> {
    /// Of what is told by its first bytes: a mark, a declaration, else what they look like.
    ///
    /// # Errors
    /// The input's.
    pub fn of(mut input: R) -> io::Result<Self> {
        let head = head(&mut input)?;
        Ok(Self::begun(head, input))
    }

    /// The same of an input whose [`head`] was taken.
    pub(in crate::lists) fn begun(head: Vec<u8>, input: R) -> Self {
        let encoding = encoding(&head);
        Self { raw: head, ..Self::new(input, encoding) }
    }

    pub(in crate::lists) fn new(input: R, encoding: Encoding) -> Self {
        let (raw, ready) = (Vec::with_capacity(CHUNK), String::with_capacity(CHUNK + CHUNK / 8));
        Self { input, encoding, raw, ready, at: 0, newlines: 0, foreign: Vec::new(), ends: Ends::Unknown }
    }

    /// The line that the next character stands in, from 1.
    pub const fn line(&self) -> u32 {
        self.newlines.saturating_add(1)
    }

    /// Lines with bytes that are no UTF-8, since last asked, and that they are: of those that were decoded, some of which may not have been
    /// read yet. Of an encoding that the input does not say it is in, the first line is one.
    pub fn foreign(&mut self) -> Vec<(u32, Fault)> {
        let taken_as = match self.encoding {
            Encoding::Windows1251 | Encoding::SeemsWindows1251 => "Windows-1251",
            Encoding::Utf8 | Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Little | Encoding::Utf16Big => "UTF-16, and are none",
        };
        std::mem::take(&mut self.foreign)
            .into_iter()
            .map(|line| (line, Fault::NotUtf8 { taken_as }))
            .collect()
    }

    /// Decodes the next bytes; at the end of the input `ready` stays empty.
    fn refill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.at = 0;
        while self.ready.is_empty() {
            let kept = self.raw.len();
            self.raw.resize(kept + CHUNK, 0);
            let read = read_some(&mut self.input, &mut self.raw[kept..]);
            self.raw.truncate(kept + read.as_ref().copied().unwrap_or(0));
            let ended = read? == 0;
            self.decode(ended);
            if ended {
                break;
            }
        }
        if self.ends == Ends::Unknown {
            self.begin();
        }
        if self.ends == Ends::Return {
            self.ready = self.ready.replace('\r', "\n");
        }
        Ok(())
    }

    /// Passes over a mark, and sees what ends lines.
    fn begin(&mut self) {
        if self.ready.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        let is_return = self.ready.contains('\r') && !self.ready.contains('\n');
        self.ends = if is_return { Ends::Return } else { Ends::Newline };
    }

    fn decode(&mut self, ended: bool) {
        let raw = std::mem::take(&mut self.raw);
        let used = match self.encoding {
            Encoding::Utf8 => self.utf8(&raw, ended),
            Encoding::Windows1252 => self.bytes(&raw, WINDOWS_1252),
            Encoding::Windows1251 | Encoding::SeemsWindows1251 => {
                let used = self.bytes(&raw, WINDOWS_1251);
                self.note_cyrillic();
                used
            }
            Encoding::Utf16Little => self.utf16(&raw, u16::from_le_bytes, ended),
            Encoding::Utf16Big => self.utf16(&raw, u16::from_be_bytes, ended),
        };
        self.raw = raw;
        self.raw.drain(..used);
    }

    /// Of an encoding in which each byte is a character.
    fn bytes(&mut self, raw: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
        self.ready.push_str(&encoding.decode_without_bom_handling(raw).0);
        raw.len()
    }

    fn utf8(&mut self, raw: &[u8], ended: bool) -> usize {
        let mut used = 0;
        loop {
            let error = match std::str::from_utf8(&raw[used..]) {
                Ok(text) => {
                    self.ready.push_str(text);
                    return raw.len();
                }
                Err(error) => error,
            };
            let (valid, rest) = raw[used..].split_at(error.valid_up_to());
            self.ready.push_str(&String::from_utf8_lossy(valid));
            used += valid.len();
            let Some(length) = error.error_len().or(ended.then_some(rest.len())) else { return used };
            self.note_foreign();
            used += self.bytes(&rest[..length], WINDOWS_1252);
        }
    }

    fn utf16(&mut self, raw: &[u8], unit: fn([u8; 2]) -> u16, ended: bool) -> usize {
        let units: Vec<u16> = raw.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        let half = units.last().is_some_and(|last| (0xD800..0xDC00).contains(last)) && !ended;
        let whole = units.len() - usize::from(half);
        for decoded in char::decode_utf16(units[..whole].iter().copied()) {
            if decoded.is_err() {
                self.note_foreign();
            }
            self.ready.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        if ended { raw.len() } else { whole * 2 }
    }

    /// Notes the line that stands at the end of what is ready, once.
    fn note_foreign(&mut self) {
        let before = newlines(&self.ready.as_bytes()[self.at..]);
        let line = self.line().saturating_add(before);
        if self.foreign.last() != Some(&line) {
            self.foreign.push(line);
        }
    }

    /// Notes the first line with Cyrillic, where nobody says that it is some: all others are of its kind.
    fn note_cyrillic(&mut self) {
        if self.encoding != Encoding::SeemsWindows1251 {
            return;
        }
        if let Some(at) = self.ready.find(|letter: char| !letter.is_ascii()) {
            self.foreign.push(self.line().saturating_add(newlines(&self.ready.as_bytes()[..at])));
            self.encoding = Encoding::Windows1251;
        }
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let ready = self.fill_buf()?;
        let length = ready.len().min(into.len());
        into[..length].copy_from_slice(&ready[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Text<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.ready.len() {
            self.refill()?;
        }
        Ok(&self.ready.as_bytes()[self.at..])
    }

    fn consume(&mut self, length: usize) {
        let end = (self.at + length).min(self.ready.len());
        self.newlines = self.newlines.saturating_add(newlines(&self.ready.as_bytes()[self.at..end]));
        self.at = end;
    }
}

fn read_some(input: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

fn newlines(bytes: &[u8]) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, foreign: &[u32]) {
        let mut read = Text::new(bytes, encoding(bytes));
        let mut all = String::new();
        read.read_to_string(&mut all).expect("bytes are UTF-8 now");
        let lines: Vec<u32> = read.foreign().into_iter().map(|(line, _)| line).collect();
        assert_eq!((all.as_str(), lines.as_slice()), (text, foreign));
    }

    #[test]
    fn any_bytes_are_text() {
        check("Œuvre\n".as_bytes(), "Œuvre\n", &[]);
        check(b"\xEF\xBB\xBFid", "id", &[]);
        check(b"a\nJos\xE9 P\xE9rez\n\x96", "a\nJosé Pérez\n–", &[2, 3]);
        check(
            b"<?xml version='1.0' encoding='ISO-8859-1'?>\xE9",
            "<?xml version='1.0' encoding='ISO-8859-1'?>é",
            &[],
        );
        check(b"\xFF\xFEa\0\xE9\0", "aé", &[]);
        check(b"\xFE\xFF\0a\xD8\x3D", "a\u{fffd}", &[1]);
        check(b"", "", &[]);
    }

    #[test]
    fn cyrillic_is_told_from_western_letters() {
        check(
            b"name\n\xcf\xb8\xf2\xf0 \xc8\xe2\xe0\xed\xee\xe2\n\xa8\xe6\n",
            "name\nПётр Иванов\nЁж\n",
            &[2],
        );
        check(
            b"<?xml version='1.0' encoding='windows-1251'?>\xc0",
            "<?xml version='1.0' encoding='windows-1251'?>А",
            &[],
        );
        check(b"Fran\xe7ois M\xfcller \xa7\xa7\xa7\n", "François Müller §§§\n", &[1]);
    }

    #[test]
    fn utf_16_needs_no_mark() {
        let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        for text in ["name,country\nJann Oste,Norway\n", "имя;страна\nИван Иванов;Россия\n"]
        {
            check(&little(text), text, &[]);
            check(&big(text), text, &[]);
        }
    }

    #[test]
    fn a_return_alone_ends_a_line() {
        check(b"name\rJann Oste\r", "name\nJann Oste\n", &[]);
        check(b"name\r\nJann Oste\r\n", "name\r\nJann Oste\r\n", &[]);
    }
}
