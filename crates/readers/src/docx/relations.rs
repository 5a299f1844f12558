//! What the parts of a package link to.

use std::collections::HashMap;

use reason::document::{Draft, MetadatumKind};

use crate::office::{Package, note_metadatum};

/// The targets of a part's links, by id.
#[derive(Debug, Clone, Default)]
pub(super) struct Relations {
    targets: HashMap<String, String>,
}

impl Relations {
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        self.targets.get(id).map(String::as_str)
    }
}

/// The name of the main part; `word/document.xml` in nearly every file.
pub(super) fn main_part(package: &mut Package<'_>, draft: &mut Draft) -> String {
    let relations = package.part("_rels/.rels", draft);
    relations
        .root()
        .descendants()
        .filter(|relation| relation.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")))
        .find_map(|relation| relation.attribute("Target"))
        .map_or_else(|| "word/document.xml".to_owned(), |name| name.trim_start_matches('/').to_owned())
}

/// The links of a part. Targets on the author's machine are metadata.
pub(super) fn of_part(package: &mut Package<'_>, part: &str, draft: &mut Draft) -> Relations {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let source = package.part(&format!("{folder}/_rels/{name}.rels"), draft);
    let mut targets = HashMap::new();
    for relation in source.root().descendants() {
        let (Some(id), Some(target)) = (relation.attribute("Id"), relation.attribute("Target")) else {
            continue;
        };
        if is_local_path(target) {
            note_metadatum(draft, MetadatumKind::Path, target);
        }
        targets.insert(id.to_owned(), target.to_owned());
    }
    Relations { targets }
}

/// A path on the machine or in the network of whoever wrote the file.
pub(super) fn is_local_path(target: &str) -> bool {
    let drive = target.as_bytes().get(1) == Some(&b':') && target.as_bytes()[0].is_ascii_alphabetic();
    target.starts_with("file:") || target.starts_with("\\\\") || drive
}
