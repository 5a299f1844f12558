//! XML, one entry at a time: each becomes a small tree, whatever stands between them is passed over.

use std::io::{self, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Text;
use crate::lists::Fault;

/// Elements within elements: publishers' entries have seven levels.
const DEEPEST: usize = 64;

/// Bytes of text of an entry that is taken: a hundred times the longest in any list.
const LARGEST_ENTRY: usize = 16 << 20;

/// An element and what stands in it. Names are without their prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::lists) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Its own text, also that between its children.
    pub text: String,
    pub children: Vec<Element>,
    /// Where it begins, from 1.
    pub line: u32,
}

impl Element {
    /// Its text, white space as one space; empty where there is none.
    pub(in crate::lists) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    pub(in crate::lists) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub(in crate::lists) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of a child; empty where there is none.
    pub(in crate::lists) fn child_text(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.text.trim())
    }

    /// Takes the children of a name out, so that what is left over is what nobody asked for.
    pub(in crate::lists) fn take(&mut self, name: &str) -> Vec<Self> {
        if !self.children.iter().any(|child| child.name == name) {
            return Vec::new();
        }
        let (taken, left) =
            std::mem::take(&mut self.children).into_iter().partition(|child| child.name == name);
        self.children = left;
        taken
    }

    /// Takes what stands in a child out: `take_within("akaList", "aka")`.
    pub(in crate::lists) fn take_within(&mut self, outer: &str, inner: &str) -> Vec<Self> {
        self.take(outer).into_iter().flat_map(|mut list| list.take(inner)).collect()
    }

    /// Takes the first child of a name out and gives its text; empty where there is none.
    pub(in crate::lists) fn take_text(&mut self, name: &str) -> String {
        let found = self.children.iter().position(|child| child.name == name);
        found.map(|at| self.children.remove(at).text.trim().to_owned()).unwrap_or_default()
    }

    /// Every text in it, with the name of the element that holds it and its line; white space is none.
    pub(in crate::lists) fn texts(&self) -> Vec<(&str, &str, u32)> {
        let own = Some((&*self.name, self.text.trim(), self.line)).filter(|(_, text, _)| !text.is_empty());
        own.into_iter().chain(self.children.iter().flat_map(Self::texts)).collect()
    }

    fn size(&self) -> usize {
        self.text.len() + self.attributes.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>()
    }
}

/// What comes next of a file.
pub(in crate::lists) enum Piece {
    /// The element around all, without what stands in it.
    Root(Element),
    /// A whole entry.
    Entry(Element),
}

/// A piece, or what is wrong with a line and the line.
type Next = Result<Piece, (u32, Fault)>;

/// Entries of an input: elements of the given names that stand in no other of them.
pub(in crate::lists) struct Elements<R> {
    reader: Reader<Text<R>>,
    names: &'static [&'static str],
    buffer: Vec<u8>,
    open: Vec<Element>,
    /// Bytes in those that are open.
    size: usize,
    /// Names of the elements around the entry, down to the root.
    around: Vec<String>,
    root: bool,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    /// An entry is broken: nothing is taken until the next begins.
    Lost,
    Ended,
}

impl<R: Read> Elements<R> {
    pub(in crate::lists) fn new(input: Text<R>, names: &'static [&'static str]) -> Self {
        let mut reader = Reader::from_reader(input);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        Self {
            reader,
            names,
            buffer: Vec::new(),
            open: Vec::new(),
            size: 0,
            around: Vec::new(),
            root: false,
            state: State::Reading,
        }
    }

    /// See [`Text::foreign`].
    pub(in crate::lists) fn foreign(&mut self) -> Vec<(u32, Fault)> {
        self.reader.get_mut().foreign()
    }

    /// What comes next, or what is wrong with a line and the line; `None` at the end.
    pub(in crate::lists) fn next(&mut self) -> io::Result<Option<Next>> {
        while self.state != State::Ended {
            let line = self.reader.get_ref().line();
            let mut buffer = std::mem::take(&mut self.buffer);
            buffer.clear();
            let piece = match self.reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => self.start(&tag, line),
                Ok(Event::Empty(tag)) => {
                    let begun = self.start(&tag, line);
                    let name = tag.local_name();
                    let ended = self.end(name.as_ref(), line);
                    begun.or(ended)
                }
                Ok(Event::End(tag)) => self.end(tag.local_name().as_ref(), line),
                Ok(Event::Text(text)) => self.text(&text.into_inner(), line),
                Ok(Event::CData(text)) => self.text(&text.into_inner(), line),
                Ok(Event::GeneralRef(entity)) => self.text(&resolved(&entity), line),
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => None,
                Ok(Event::Eof) => self.finish(line),
                Err(quick_xml::Error::Io(error)) => {
                    return Err(io::Error::new(error.kind(), error.to_string()));
                }
                Err(error) => self.broken(line, &error),
            };
            self.buffer = buffer;
            if piece.is_some() {
                return Ok(piece);
            }
        }
        Ok(None)
    }

    fn start(&mut self, tag: &BytesStart<'_>, line: u32) -> Option<Next> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.open.is_empty() {
            if !self.names.contains(&name) {
                self.around.push(name.to_owned());
                return (!std::mem::replace(&mut self.root, true))
                    .then(|| Ok(Piece::Root(element(tag, line))));
            }
            self.state = State::Reading;
            self.size = 0;
        }
        if self.state == State::Lost {
            return None;
        }
        let element = element(tag, line);
        self.size += element.size();
        self.open.push(element);
        match self.open.len() > DEEPEST {
            true => self.lose(line, "elements within elements, more than 64 deep".to_owned()),
            false => self.weigh(line),
        }
    }

    fn end(&mut self, name: &str, line: u32) -> Option<Next> {
        let Some(last) = self.open.last() else {
            if let Some(at) = self.around.iter().rposition(|around| around == name) {
                self.around.truncate(at);
            }
            return None;
        };
        if last.name != name {
            let detail = format!("</{name}> stands where <{}> should end", last.name);
            return self.lose(line, detail);
        }
        let closed = self.open.pop()?;
        let Some(parent) = self.open.last_mut() else { return Some(Ok(Piece::Entry(closed))) };
        parent.children.push(closed);
        None
    }

    fn text(&mut self, text: &str, line: u32) -> Option<Next> {
        let last = self.open.last_mut()?;
        last.text.push_str(text);
        self.size += text.len();
        self.weigh(line)
    }

    fn weigh(&mut self, line: u32) -> Option<Next> {
        if self.size <= LARGEST_ENTRY {
            return None;
        }
        self.open.clear();
        self.state = State::Lost;
        Some(Err((line, Fault::TooLong { limit: LARGEST_ENTRY })))
    }

    fn lose(&mut self, line: u32, detail: String) -> Option<Next> {
        self.open.clear();
        self.state = State::Lost;
        Some(Err((line, Fault::NotWellFormed { detail })))
    }

    fn broken(&mut self, line: u32, error: &quick_xml::Error) -> Option<Next> {
        if matches!(error, quick_xml::Error::Syntax(_)) {
            // Whatever begins here never ends.
            self.state = State::Ended;
            let within = self.open.first().map(|entry| entry.name.clone());
            return Some(Err((line, Fault::BreaksOff { within })));
        }
        self.lose(line, error.to_string())
    }

    fn finish(&mut self, line: u32) -> Option<Next> {
        self.state = State::Ended;
        let within = self.open.first().map(|entry| entry.name.clone());
        let breaks_off = within.is_some() || !self.around.is_empty() || !self.root;
        breaks_off.then_some(Err((line, Fault::BreaksOff { within })))
    }
}

fn element(tag: &BytesStart<'_>, line: u32) -> Element {
    let mut read = Vec::new();
    for attribute in tag.attributes().with_checks(false).flatten() {
        let value = match attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
            Ok(value) => value.into_owned(),
            Err(_) => attribute.value.to_string(),
        };
        read.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Element { name: tag.local_name().as_ref().to_owned(), attributes: read, line, ..Element::default() }
}

/// The five entities of XML and characters by number; what a file declares itself stays as written, since it can grow without bound.
fn resolved(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return character.to_string();
    }
    let name = entity.xml10_content();
    match quick_xml::escape::resolve_xml_entity(&name) {
        Some(text) => text.to_owned(),
        None => format!("&{name};"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::input::Encoding;

    /// Entries as `line:texts`, faults as `line!`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut elements = Elements::new(Text::new(text.as_bytes(), Encoding::Utf8), &["e"]);
        let mut all = Vec::new();
        while let Some(piece) = elements.next().expect("no input fails") {
            match piece {
                Ok(Piece::Root(_)) => {}
                Ok(Piece::Entry(entry)) => {
                    let texts: Vec<_> =
                        entry.texts().iter().map(|(name, text, _)| format!("{name}={text}")).collect();
                    all.push(format!("{}:{}", entry.line, texts.join(",")));
                }
                Err((line, _)) => all.push(format!("{line}!")),
            }
        }
        assert_eq!(all, expected, "{text}");
    }

    #[test]
    fn entries_are_trees() {
        check("<r>\n<e><a>1 &amp; &#50;</a><b/></e>\n<e x='1'><e>in</e></e></r>", &["2:a=1 & 2", "3:e=in"]);
        check("<n:r xmlns:n='u'><n:e><n:a><![CDATA[<x>]]></n:a></n:e></n:r>", &["1:a=<x>"]);
    }

    #[test]
    fn a_broken_entry_is_one_entry() {
        check("<r><e><a>1</b></e>\n<e><a>2</a></e></r>", &["1!", "2:a=2"]);
        check("<r><e><a>1</a></e>\n<e><a>2", &["1:a=1", "2!"]);
        check("<r><e><a>1</a></e>\n<e><a", &["1:a=1", "2!"]);
        check("<r><e><a>1</a></e>\n", &["1:a=1", "2!"]);
        check("", &["1!"]);
    }
}
