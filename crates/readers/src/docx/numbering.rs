//! Lists whose numbers Word counts itself.

use std::collections::HashMap;

use crate::office::{Element, NumberFormat, Xml};

/// How one level of a list is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Level {
    /// `None` for bullets.
    pub(super) format: Option<NumberFormat>,
    pub(super) start: u32,
}

/// All lists of a document, by number and level.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    levels: HashMap<(String, String), Level>,
}

impl Numbering {
    pub(super) fn read(part: &Xml) -> Self {
        let mut abstracts: HashMap<&str, Element<'_>> = HashMap::new();
        let mut levels = HashMap::new();
        for element in part.root().descendants() {
            match element.name() {
                "abstractNum" => {
                    abstracts.extend(element.attribute("abstractNumId").map(|id| (id, element)));
                }
                "num" => {
                    let Some(number) = element.attribute("numId") else {
                        continue;
                    };
                    let list = element.child("abstractNumId").and_then(|id| id.attribute("val"));
                    let Some(list) = list.and_then(|id| abstracts.get(id)) else {
                        continue;
                    };
                    for level in list.children().filter(|child| child.name() == "lvl") {
                        let Some(index) = level.attribute("ilvl") else {
                            continue;
                        };
                        levels.insert((number.to_owned(), index.to_owned()), read_level(level));
                    }
                }
                _ => {}
            }
        }
        Self { levels }
    }

    /// How a level of a list is numbered, if the file says so.
    pub(super) fn level(&self, list: &str, level: &str) -> Option<Level> {
        self.levels.get(&(list.to_owned(), level.to_owned())).copied()
    }
}

fn read_level(level: Element<'_>) -> Level {
    let value = |name: &str| level.child(name).and_then(|child| child.attribute("val"));
    let format = value("numFmt").filter(|format| !matches!(*format, "bullet" | "none"));
    Level {
        format: format.map(NumberFormat::from_word),
        start: value("start").and_then(|start| start.parse().ok()).unwrap_or(1),
    }
}
