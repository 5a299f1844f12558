//! What a Word document says about itself.

use reason::document::{Draft, MetadatumKind};

use super::relations::{self, is_local_path};
use crate::office::{Package, Xml, by_author, note_metadatum};

/// Reads `docProps` and the path of the attached template.
pub(super) fn read(package: &mut Package<'_>, settings: &Xml, folder: &str, draft: &mut Draft) {
    let core = package.part("docProps/core.xml", draft);
    for property in core.root().descendants() {
        let kind = match property.name() {
            "title" => {
                let title = property.text().trim().to_owned();
                draft.title = Some(title).filter(|title| !title.is_empty());
                continue;
            }
            "creator" => MetadatumKind::Author,
            "lastModifiedBy" => MetadatumKind::LastModifiedBy,
            "created" => MetadatumKind::Created,
            "modified" => MetadatumKind::Modified,
            "keywords" => MetadatumKind::Keywords,
            "subject" => MetadatumKind::Subject,
            _ => continue,
        };
        note_metadatum(draft, kind, &property.text());
    }
    let app = package.part("docProps/app.xml", draft);
    for property in app.root().descendants() {
        let text = property.text();
        match property.name() {
            "Company" => note_metadatum(draft, MetadatumKind::Company, &text),
            "Manager" => note_metadatum(draft, MetadatumKind::Manager, &text),
            "Application" => note_metadatum(draft, MetadatumKind::Producer, &text),
            // `Normal.dotm` says nothing of anybody's machine.
            "Template" if text.contains(['/', '\\']) => note_metadatum(draft, MetadatumKind::Path, &text),
            "HyperlinkBase" => note_metadatum(draft, MetadatumKind::Path, &text),
            _ => {}
        }
    }
    template(package, settings, folder, draft);
    draft.language = settings
        .root()
        .at(&["settings", "themeFontLang"])
        .and_then(|language| language.attribute("val"))
        .map(str::to_owned);
}

/// The template that the settings name: a path on its author's machine, or an address in a network.
fn template(package: &mut Package<'_>, settings: &Xml, folder: &str, draft: &mut Draft) {
    let attached = settings.root().at(&["settings", "attachedTemplate"]);
    let links = relations::of_part(package, &format!("{folder}/settings.xml"), draft);
    let target = attached.and_then(|template| links.target(template.attribute("id")?));
    // Local paths were taken with the links.
    if let Some(target) = target.filter(|target| !is_local_path(target)) {
        note_metadatum(draft, MetadatumKind::Path, target);
    }
}

/// Remarks in the margin.
pub(super) fn comments(part: &Xml, draft: &mut Draft) {
    for comment in part.root().descendants().filter(|element| element.name() == "comment") {
        let paragraphs = comment.descendants().filter(|element| element.name() == "p");
        let text = paragraphs.map(|paragraph| paragraph.text()).collect::<Vec<_>>().join(" ");
        note_metadatum(draft, MetadatumKind::Comment, &by_author(comment.attribute("author"), &text));
    }
}
