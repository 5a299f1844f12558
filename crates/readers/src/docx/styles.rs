//! What the styles of a document mean.

use std::collections::HashMap;

use reason::document::BlockKind;

use crate::office::{ANCESTORS, Element, RunFormat, Xml};

/// What a paragraph style makes of its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Role {
    /// `None`: nothing special.
    pub(super) kind: Option<BlockKind>,
    /// Of a heading: 1 to 9.
    pub(super) level: u8,
}

/// What `w:rPr` says of its run.
pub(super) fn run_format(properties: Option<Element<'_>>) -> RunFormat {
    let Some(properties) = properties else {
        return RunFormat::default();
    };
    let switch = |name: &str| properties.child(name).map(is_on);
    let raised = properties.child("vertAlign").and_then(|align| align.attribute("val"));
    RunFormat {
        raised: raised.map(|align| align == "superscript"),
        italic: switch("i"),
        hidden: switch("vanish").or_else(|| switch("webHidden")),
    }
}

/// `<w:i/>` is on; `<w:i w:val="0"/>` is off.
fn is_on(switch: Element<'_>) -> bool {
    !matches!(switch.attribute("val"), Some("0" | "false" | "off" | "none"))
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    outline: Option<u8>,
    list: bool,
    format: RunFormat,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
}

impl Styles {
    pub(super) fn read(part: &Xml) -> Self {
        let mut styles = Self::default();
        for style in part.root().descendants().filter(|element| element.name() == "style") {
            let Some(id) = style.attribute("styleId") else {
                continue;
            };
            let value = |name: &str| style.child(name).and_then(|child| child.attribute("val"));
            let outline = style.at(&["pPr", "outlineLvl"]).and_then(|level| level.attribute("val"));
            let read = Style {
                name: value("name").unwrap_or(id).to_lowercase(),
                parent: value("basedOn").map(str::to_owned),
                outline: outline.and_then(|level| level.parse().ok()),
                list: style.at(&["pPr", "numPr"]).is_some(),
                format: run_format(style.child("rPr")),
            };
            if style.attribute("default") == Some("1") && style.attribute("type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
            }
            styles.styles.insert(id.to_owned(), read);
        }
        styles
    }

    /// The style, its parent, and so on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let first = self.styles.get(id);
        std::iter::successors(first, |style| self.styles.get(style.parent.as_ref()?)).take(ANCESTORS)
    }

    /// What a paragraph of this style is.
    pub(super) fn role(&self, id: Option<&str>) -> Role {
        let Some(id) = id.or(self.default_paragraph.as_deref()) else {
            return Role::default();
        };
        let unknown = (!self.styles.contains_key(id)).then(|| id.to_lowercase());
        let names = unknown.iter().map(String::as_str).chain(self.chain(id).map(|style| style.name.as_str()));
        if let Some(role) = names.into_iter().find_map(named_role) {
            return role;
        }
        let outline = self.chain(id).find_map(|style| style.outline).filter(|level| *level < 9);
        match outline {
            Some(level) => Role { kind: Some(BlockKind::Heading), level: level + 1 },
            None if self.chain(id).any(|style| style.list) => {
                Role { kind: Some(BlockKind::ListItem), level: 0 }
            }
            None => Role::default(),
        }
    }

    /// How a character style sets its runs.
    pub(super) fn run_format(&self, id: Option<&str>) -> RunFormat {
        let chain = id.into_iter().flat_map(|id| self.chain(id));
        chain.fold(RunFormat::default(), |format, style| format.over(style.format))
    }
}

/// Word keeps the English name of a built-in style in every language; other programs write their own.
fn named_role(name: &str) -> Option<Role> {
    let of = |kind| Some(Role { kind: Some(kind), level: 0 });
    let compact: String = name.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '_').collect();
    for start in ["heading", "titre", "überschrift", "título", "titolo", "kop", "rubrik"] {
        if let Some(level) = compact.strip_prefix(start).and_then(|rest| rest.parse().ok()) {
            return Some(Role { kind: Some(BlockKind::Heading), level });
        }
    }
    match compact.as_str() {
        "title" | "titre" | "titel" | "título" | "booktitle" => of(BlockKind::Title),
        "subtitle" | "soustitre" | "sous‑titre" => Some(Role { kind: Some(BlockKind::Heading), level: 1 }),
        "caption" | "légende" | "beschriftung" | "leyenda" | "figure" | "illustration" => {
            of(BlockKind::Caption)
        }
        "quote" | "intensequote" | "blockquote" | "blocktext" | "quotations" | "citation"
        | "citationintense" | "zitat" => of(BlockKind::Quote),
        "header" | "footer" => of(BlockKind::Furniture),
        "tocheading" | "tableoffigures" | "tableofauthorities" => of(BlockKind::Furniture),
        name if name.strip_prefix("toc").is_some_and(|level| level.parse::<u8>().is_ok()) => {
            of(BlockKind::Furniture)
        }
        name if name.starts_with("listbullet") || name.starts_with("listnumber") => of(BlockKind::ListItem),
        _ => None,
    }
}
