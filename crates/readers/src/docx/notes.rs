//! Counting notes where they are called.

use std::collections::HashSet;

use crate::office::{Element, NumberFormat, Xml};

/// Footnotes and endnotes are counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

impl NoteKind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Footnote => "footnote",
            Self::Endnote => "endnote",
        }
    }

    const fn properties(self) -> &'static str {
        match self {
            Self::Footnote => "footnotePr",
            Self::Endnote => "endnotePr",
        }
    }

    /// What Word does unless told otherwise.
    const fn default_format(self) -> NumberFormat {
        match self {
            Self::Footnote => NumberFormat::Decimal,
            Self::Endnote => NumberFormat::LowerRoman,
        }
    }
}

/// When a count begins anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Restart {
    #[default]
    Never,
    EachSection,
    EachPage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Rules {
    format: Option<NumberFormat>,
    start: Option<u32>,
    restart: Option<Restart>,
}

impl Rules {
    fn read(properties: Option<Element<'_>>) -> Self {
        let value = |name: &str| properties?.child(name)?.attribute("val");
        Self {
            format: value("numFmt").map(NumberFormat::from_word),
            start: value("numStart").and_then(|start| start.parse().ok()),
            restart: value("numRestart").map(|restart| match restart {
                "eachSect" => Restart::EachSection,
                "eachPage" => Restart::EachPage,
                _ => Restart::Never,
            }),
        }
    }

    fn over(self, other: Self) -> Self {
        Self {
            format: self.format.or(other.format),
            start: self.start.or(other.start),
            restart: self.restart.or(other.restart),
        }
    }
}

#[derive(Debug)]
struct Series {
    kind: NoteKind,
    document: Rules,
    sections: Vec<Rules>,
    next: u32,
    page: Option<u32>,
}

impl Series {
    fn new(kind: NoteKind, sections: &[Element<'_>], settings: &Xml) -> Self {
        let document = settings.root().at(&["settings", kind.properties()]);
        let sections = sections.iter().map(|section| Rules::read(section.child(kind.properties())));
        let mut series =
            Self { kind, document: Rules::read(document), sections: sections.collect(), next: 1, page: None };
        series.next = series.rules(0).start.unwrap_or(1);
        series
    }

    fn rules(&self, section: usize) -> Rules {
        let section = self.sections.get(section).copied().unwrap_or_default();
        section.over(self.document)
    }

    fn enter_section(&mut self, section: usize) {
        let rules = self.rules(section);
        if rules.restart == Some(Restart::EachSection) {
            self.next = rules.start.unwrap_or(1);
        }
    }

    fn label(&mut self, section: usize, page: Option<u32>) -> String {
        let rules = self.rules(section);
        if rules.restart == Some(Restart::EachPage) && self.page != page {
            self.next = rules.start.unwrap_or(1);
        }
        self.page = page;
        let label = rules.format.unwrap_or(self.kind.default_format()).write(self.next);
        self.next = self.next.saturating_add(1);
        label
    }
}

/// A note that the text calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) kind: NoteKind,
    /// As the file numbers it.
    pub(super) number: String,
    pub(super) label: String,
    pub(super) page: Option<u32>,
}

impl Called {
    /// Unique in the file.
    pub(super) fn id(&self) -> String {
        anchor_id(self.kind, &self.number)
    }
}

pub(super) fn anchor_id(kind: NoteKind, number: &str) -> String {
    format!("{}-{number}", kind.name())
}

/// The notes called so far.
#[derive(Debug)]
pub(super) struct NoteCount {
    footnotes: Series,
    endnotes: Series,
    section: usize,
    pub(super) called: Vec<Called>,
    seen: HashSet<(NoteKind, String)>,
}

impl NoteCount {
    /// Reads how each section counts: a section's properties stand at its end.
    pub(super) fn new(document: &Xml, settings: &Xml) -> Self {
        let sections: Vec<Element<'_>> =
            document.root().descendants().filter(|element| element.name() == "sectPr").collect();
        Self {
            footnotes: Series::new(NoteKind::Footnote, &sections, settings),
            endnotes: Series::new(NoteKind::Endnote, &sections, settings),
            section: 0,
            called: Vec::new(),
            seen: HashSet::new(),
        }
    }

    /// A section has ended.
    pub(super) fn next_section(&mut self) {
        self.section += 1;
        self.footnotes.enter_section(self.section);
        self.endnotes.enter_section(self.section);
    }

    /// Counts a call; `custom` is the mark that the author typed instead of a number.
    pub(super) fn call(
        &mut self,
        kind: NoteKind,
        number: &str,
        custom: Option<String>,
        page: Option<u32>,
    ) -> Called {
        let series = match kind {
            NoteKind::Footnote => &mut self.footnotes,
            NoteKind::Endnote => &mut self.endnotes,
        };
        let label = custom.unwrap_or_else(|| series.label(self.section, page));
        let called = Called { kind, number: number.to_owned(), label, page };
        if self.seen.insert((kind, called.number.clone())) {
            self.called.push(called.clone());
        }
        called
    }

    /// Whether the text calls a note.
    pub(super) fn is_called(&self, kind: NoteKind, number: &str) -> bool {
        self.seen.contains(&(kind, number.to_owned()))
    }
}
