//! Word documents (WordprocessingML).
//!
//! `document.xml` is walked once, in order (`body`, `runs`, `table`); styles say what paragraphs are (`styles`); notes
//! are counted where they are called and written after the body (`notes`); what the file says about itself goes to
//! metadata (`properties`).

mod body;
mod fields;
mod notes;
mod numbering;
mod properties;
mod relations;
mod runs;
mod styles;
mod table;

use reason::document::{BlockKind, Draft, DraftBlock, Unread};

use crate::office::{Package, Xml};

/// Raised whenever the same bytes may give another draft.
const VERSION: u32 = 1;

/// The media type of Word documents.
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Reads a document.
///
/// # Errors
/// [`Unread`] if the package or its main part cannot be opened.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Unread> {
    let mut package = Package::open(bytes)?;
    let mut draft = Draft::new(MEDIA_TYPE, "docx", VERSION);
    let main = relations::main_part(&mut package, &mut draft);
    let document = package.main_part(&main, &mut draft)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut part = |name: &str| package.part(&format!("{folder}/{name}"), &mut draft);
    let (styles, numbering, settings) = (part("styles.xml"), part("numbering.xml"), part("settings.xml"));
    let (footnotes, endnotes, comments) = (part("footnotes.xml"), part("endnotes.xml"), part("comments.xml"));
    let relations = relations::of_part(&mut package, &main, &mut draft);
    let note_relations = [
        relations::of_part(&mut package, &format!("{folder}/footnotes.xml"), &mut draft),
        relations::of_part(&mut package, &format!("{folder}/endnotes.xml"), &mut draft),
    ];
    properties::read(&mut package, &settings, &folder, &mut draft);
    properties::comments(&comments, &mut draft);
    let marginals = marginals(&mut package, &folder, &mut draft);

    let styles = styles::Styles::read(&styles);
    let numbering = numbering::Numbering::read(&numbering);
    let notes = notes::NoteCount::new(&document, &settings);
    let mut reader = body::Reader::new(&styles, &numbering, &relations, notes, &mut draft);
    reader.document(&document);
    reader.notes(&footnotes, &endnotes, &note_relations);
    reader.marginals(&marginals);
    Ok(draft)
}

/// Page headers and footers.
fn marginals(package: &mut Package<'_>, folder: &str, draft: &mut Draft) -> Vec<Xml> {
    let mut names = package.names(&format!("{folder}/header"), ".xml");
    names.extend(package.names(&format!("{folder}/footer"), ".xml"));
    names.iter().map(|name| package.part(name, draft)).collect()
}

/// A block, unless it says nothing.
fn push(draft: &mut Draft, kind: BlockKind, level: u8, text: crate::inline::Inline, page: Option<u32>) {
    let (text, marks) = text.finish();
    if !text.is_empty() {
        draft.blocks.push(DraftBlock { level, marks, ..DraftBlock::new(Some(kind), text, page) });
    }
}
