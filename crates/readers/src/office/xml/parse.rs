//! Source to tree.

use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{Attribute, Index, NONE, Xml};
use crate::limits::{XML_DEPTH, XML_NODES};

/// Fills a tree while it reads.
pub(super) struct Parser<'x> {
    xml: &'x mut Xml,
    open: Vec<Index>,
    /// Elements left out that are still open.
    too_deep: usize,
    dropped: usize,
}

impl<'x> Parser<'x> {
    pub(super) fn new(xml: &'x mut Xml) -> Self {
        Self { xml, open: vec![0], too_deep: 0, dropped: 0 }
    }

    /// Reads as far as the source goes; gives what stopped it.
    pub(super) fn run(mut self, source: &str) -> Option<String> {
        let mut reader = quick_xml::Reader::from_str(source);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.start(&tag),
                Ok(Event::Empty(tag)) => {
                    self.start(&tag);
                    self.end();
                }
                Ok(Event::End(_)) => self.end(),
                Ok(Event::Text(text)) => self.text(&text.into_inner()),
                Ok(Event::CData(text)) => self.text(&text.into_inner()),
                Ok(Event::GeneralRef(entity)) => self.entity(&entity),
                Ok(Event::Eof) => break,
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
                Err(error) => {
                    return Some(format!("XML at byte {}: {error}", reader.error_position()));
                }
            }
        }
        if self.dropped > 0 {
            Some(format!(
                "{} elements beyond {XML_DEPTH} deep or {XML_NODES} in all were left out",
                self.dropped
            ))
        } else if self.open.len() > 1 {
            Some("it ends in the middle".to_owned())
        } else {
            None
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        if self.too_deep > 0 || self.open.len() >= XML_DEPTH || self.xml.items.len() >= XML_NODES {
            self.too_deep += 1;
            self.dropped += 1;
            return;
        }
        let parent = self.open.last().copied().unwrap_or(0);
        let index = self.xml.add(parent, tag.local_name().as_ref());
        let first = Index::try_from(self.xml.attributes.len()).unwrap_or(NONE);
        for attribute in tag.attributes().with_checks(false).flatten() {
            let name = self.xml.name(attribute.key.local_name().as_ref());
            let value = match attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
                Ok(value) => self.xml.write(&value),
                Err(_) => self.xml.write(&attribute.value),
            };
            self.xml.attributes.push(Attribute { name, value });
        }
        let end = Index::try_from(self.xml.attributes.len()).unwrap_or(NONE);
        self.xml.items[index as usize].attributes = (first, end);
        self.open.push(index);
    }

    fn end(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if self.open.len() > 1 {
            self.open.pop();
        }
    }

    fn text(&mut self, text: &str) {
        if self.too_deep == 0 && !text.is_empty() && self.xml.items.len() < XML_NODES {
            let parent = self.open.last().copied().unwrap_or(0);
            self.xml.add_text(parent, text);
        }
    }

    /// The five entities of XML and characters by number. Entities that a file declares itself are not expanded: they
    /// can grow without bound.
    fn entity(&mut self, entity: &BytesRef<'_>) {
        if let Ok(Some(character)) = entity.resolve_char_ref() {
            let mut buffer = [0; 4];
            self.text(character.encode_utf8(&mut buffer));
            return;
        }
        let name = entity.xml10_content();
        match quick_xml::escape::resolve_xml_entity(&name) {
            Some(text) => self.text(text),
            None => self.text(&format!("&{name};")),
        }
    }
}
