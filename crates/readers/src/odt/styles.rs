//! What the styles of a document mean.

use std::collections::HashMap;

use reason::document::BlockKind;

use crate::office::{ANCESTORS, Element, RunFormat, Xml};

/// What `style:text-properties` says of its text.
fn run_format(properties: Option<Element<'_>>) -> RunFormat {
    let value = |name: &str| properties?.attribute(name);
    RunFormat {
        raised: value("text-position").map(|position| {
            // `super 58%`, or how far it is raised: `33% 58%`.
            position.starts_with("super")
                || position.split('%').next().and_then(|up| up.parse().ok()).is_some_and(|up: i32| up > 0)
        }),
        italic: value("font-style").map(|style| style != "normal"),
        hidden: value("display").map(|display| display == "none"),
    }
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    outline: Option<u8>,
    format: RunFormat,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    language: Option<String>,
}

impl Styles {
    /// Named styles, and those that the content makes on its way.
    pub(super) fn read(named: &Xml, content: &Xml) -> Self {
        let mut styles = Self::default();
        for part in [named, content] {
            for element in part.root().descendants() {
                match element.name() {
                    "style" => styles.add(element),
                    "default-style" if element.attribute("family") == Some("paragraph") => {
                        styles.language = element.child("text-properties").and_then(language);
                    }
                    _ => {}
                }
            }
        }
        styles
    }

    fn add(&mut self, style: Element<'_>) {
        let Some(id) = style.attribute("name") else {
            return;
        };
        let name = style.attribute("display-name").map_or_else(|| id.replace("_20_", " "), str::to_owned);
        let read = Style {
            name: name.to_lowercase(),
            parent: style.attribute("parent-style-name").map(str::to_owned),
            outline: style.attribute("default-outline-level").and_then(|level| level.parse().ok()),
            format: run_format(style.child("text-properties")),
        };
        self.styles.insert(id.to_owned(), read);
    }

    /// The language that the document's default style declares.
    pub(super) fn language(&self) -> Option<String> {
        self.language.clone()
    }

    /// The style, its parent, and so on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let first = self.styles.get(id);
        std::iter::successors(first, |style| self.styles.get(style.parent.as_ref()?)).take(ANCESTORS)
    }

    /// What a paragraph of this style is, and its heading level.
    pub(super) fn role(&self, id: &str) -> (BlockKind, u8) {
        for style in self.chain(id) {
            if let Some(kind) = named_kind(&style.name) {
                return (kind, 0);
            }
            if let Some(level) = style.outline.filter(|level| *level > 0) {
                return (BlockKind::Heading, level);
            }
        }
        (BlockKind::Paragraph, 0)
    }

    /// How the style sets its text.
    pub(super) fn run_format(&self, id: &str) -> RunFormat {
        self.chain(id).fold(RunFormat::default(), |format, style| format.over(style.format))
    }
}

fn language(properties: Element<'_>) -> Option<String> {
    let language = properties.attribute("language").filter(|l| !matches!(*l, "none" | "zxx" | ""))?;
    Some(match properties.attribute("country").filter(|c| !matches!(*c, "none" | "")) {
        Some(country) => format!("{language}-{country}"),
        None => language.to_owned(),
    })
}

fn named_kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "title" => BlockKind::Title,
        "quotations" | "quote" | "intense quote" => BlockKind::Quote,
        "caption" | "illustration" | "table" | "drawing" | "figure" => BlockKind::Caption,
        "header" | "footer" | "contents heading" => BlockKind::Furniture,
        name if name.starts_with("contents ") => BlockKind::Furniture,
        _ => return None,
    })
}
