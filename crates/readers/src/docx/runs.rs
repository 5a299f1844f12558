//! Text within a paragraph: runs of characters, links, fields, tracked changes, note calls.

use reason::document::{MarkKind, MetadatumKind};

use super::body::Reader;
use super::fields;
use super::notes::NoteKind;
use super::styles::run_format;
use crate::inline::Inline;
use crate::office::{Element, Node, RunFormat, by_author, note_metadatum};

impl<'x> Reader<'x, '_> {
    /// Reads what stands within a paragraph or within an element of it. Depth is bounded by the XML tree's.
    pub(super) fn phrasing(&mut self, parent: Element<'x>, out: &mut Inline) {
        for element in parent.children() {
            match element.name() {
                "r" => self.run(element, out),
                "hyperlink" => self.hyperlink(element, out),
                "fldSimple" => self.simple_field(element, out),
                "ins" | "moveTo" => {
                    let start = out.start();
                    self.phrasing(element, out);
                    let text = out.as_str()[start.byte()..].to_owned();
                    self.tracked(element, &text);
                }
                "del" | "moveFrom" => self.tracked(element, &element.text()),
                "AlternateContent" => {
                    if let Some(branch) = branch(element) {
                        self.phrasing(branch, out);
                    }
                }
                "txbxContent" => self.boxes.push(element),
                "tbl" => {}
                name if name.ends_with("Pr") => {}
                _ => self.phrasing(element, out),
            }
        }
    }

    fn hyperlink(&mut self, element: Element<'x>, out: &mut Inline) {
        let target = element.attribute("id").and_then(|id| self.relations.target(id));
        let target = target.map(str::to_owned);
        let start = out.start();
        self.phrasing(element, out);
        if let Some(target) = target {
            out.close(start, MarkKind::Link(target));
        }
    }

    fn simple_field(&mut self, element: Element<'x>, out: &mut Inline) {
        let start = out.start();
        self.phrasing(element, out);
        if let Some(target) = element.attribute("instr").and_then(fields::address) {
            out.close(start, MarkKind::Link(target));
        }
    }

    fn tracked(&mut self, change: Element<'_>, text: &str) {
        if !text.trim().is_empty() {
            let value = by_author(change.attribute("author"), text);
            note_metadatum(self.draft, MetadatumKind::TrackedChange, &value);
        }
    }

    fn run(&mut self, run: Element<'x>, out: &mut Inline) {
        let properties = run.child("rPr");
        let style = properties.and_then(|p| p.child("rStyle")).and_then(|s| s.attribute("val"));
        let format = run_format(properties).over(self.styles.run_format(style));
        let start = out.start();
        for child in run.children() {
            self.run_child(run, child, format, out);
        }
        if format.italic == Some(true) {
            out.close(start, MarkKind::Emphasis);
        }
    }

    fn run_child(&mut self, run: Element<'x>, child: Element<'x>, format: RunFormat, out: &mut Inline) {
        match child.name() {
            "t" => self.text(&own_text(child), format, out),
            "sym" => self.text(&symbol(child).to_string(), format, out),
            "noBreakHyphen" => self.text("-", format, out),
            "tab" | "ptab" => out.space(),
            "cr" => out.break_line(),
            "br" => match child.attribute("type") {
                // Where Word wrote down its page breaks, those that the author set are among them.
                Some("page" | "column") => out.space(),
                _ => out.break_line(),
            },
            "lastRenderedPageBreak" => self.rendered_page_break(out),
            "footnoteReference" => self.call(NoteKind::Footnote, run, child, out),
            "endnoteReference" => self.call(NoteKind::Endnote, run, child, out),
            "fldChar" => self.field_sign(child, out),
            "instrText" => self.fields.push_code(&own_text(child)),
            "AlternateContent" => {
                if let Some(branch) = branch(child) {
                    self.drawing(branch);
                }
            }
            "drawing" | "pict" | "object" => self.drawing(child),
            "ruby" => {
                if let Some(base) = child.child("rubyBase") {
                    self.phrasing(base, out);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, format: RunFormat, out: &mut Inline) {
        if self.fields.in_code() || self.custom_mark {
            return;
        }
        if format.hidden == Some(true) {
            self.hidden.push_str(text);
        } else if format.raised == Some(true) {
            out.push_raised(text);
        } else {
            out.push(text);
        }
    }

    /// A call of a note. A mark of the author's own follows its call in the same run.
    fn call(&mut self, kind: NoteKind, run: Element<'x>, call: Element<'x>, out: &mut Inline) {
        let Some(number) = call.attribute("id") else {
            return;
        };
        let custom = call.attribute("customMarkFollows").is_some_and(|on| on != "0" && on != "false");
        let mark = custom.then(|| mark_after(run, call)).filter(|mark| !mark.is_empty());
        self.custom_mark = mark.is_some();
        let called = self.notes.call(kind, number, mark, self.page);
        out.push_reference(&called.label, &called.id());
    }

    fn field_sign(&mut self, sign: Element<'x>, out: &mut Inline) {
        match sign.attribute("fldCharType") {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.separate(out.start()),
            Some("end") => {
                if let Some((start, address)) = self.fields.end() {
                    out.close(start, MarkKind::Link(address));
                }
            }
            _ => {}
        }
    }

    /// Text boxes within a drawing are read after the paragraph that holds them.
    fn drawing(&mut self, drawing: Element<'x>) {
        for element in drawing.children() {
            match element.name() {
                "txbxContent" => self.boxes.push(element),
                "AlternateContent" => {
                    if let Some(branch) = branch(element) {
                        self.drawing(branch);
                    }
                }
                _ => self.drawing(element),
            }
        }
    }
}

/// Of two ways to say the same, the first that says something.
pub(super) fn branch(alternate: Element<'_>) -> Option<Element<'_>> {
    alternate.child("Choice").or_else(|| alternate.child("Fallback"))
}

fn own_text(element: Element<'_>) -> String {
    let texts = element.nodes().filter_map(|node| match node {
        Node::Text(text) => Some(text),
        Node::Element(_) => None,
    });
    texts.collect()
}

/// The author's own mark: text that follows the call in its run.
fn mark_after(run: Element<'_>, call: Element<'_>) -> String {
    let after = run.children().skip_while(|child| *child != call).skip(1);
    let pieces = after.map(|child| match child.name() {
        "t" => own_text(child),
        "sym" => symbol(child).to_string(),
        _ => String::new(),
    });
    pieces.collect::<String>().trim().to_owned()
}

/// A character of a symbol font. Those fonts keep their signs where Unicode has none; the few that text is written
/// with are translated, others are shown as bullets.
fn symbol(element: Element<'_>) -> char {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
    let low = code.map_or(0, |code| if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code });
    match low {
        0xA7 | 0xB7 | 0x6C | 0x6E => '•',
        0x2A => '*',
        0xE0 | 0xAE => '→',
        0x21..=0x7E if element.attribute("font") == Some("Symbol") => char::from_u32(low).unwrap_or('•'),
        0..=0xFF => '•',
        _ => char::from_u32(low).unwrap_or('•'),
    }
}
