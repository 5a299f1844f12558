//! Where the text of a page comes from, and what a person must know of it.

use reason::document::{Draft, Metadatum, MetadatumKind, Warning, WarningKind};

use super::page_text::{Origin, PageText};
use crate::ocr::{recognised_page, recognised_warning};

/// Takes in what was recognised in the picture of a page, and says what is uncertain about the page.
pub fn tell(page: &mut PageText, recognised: Option<&str>, draft: &mut Draft) {
    if page.origin == Origin::PictureOnly {
        let blocks = recognised.map(|output| recognised_page(output, page.number));
        page.recognised = blocks.unwrap_or_default();
    }
    draft.warnings.extend(warning(page, recognised));
    if let Some(hidden) = &page.hidden {
        draft.metadata.push(Metadatum { kind: MetadatumKind::HiddenText, value: hidden.clone() });
    }
}

fn warning(page: &PageText, recognised: Option<&str>) -> Option<Warning> {
    let number = page.number;
    let (kind, detail) = match page.origin {
        Origin::Typeset => return None,
        Origin::PictureOnly if !page.recognised.is_empty() => {
            return Some(recognised_warning(number));
        }
        Origin::BehindScan => (
            WarningKind::Recognised,
            "another program recognised the text in a scan; note marks may be lost".to_owned(),
        ),
        // A photograph: nothing is left unread as far as the program can tell.
        Origin::PictureOnly if recognised.is_some() => {
            (WarningKind::Recognised, "tesseract recognised no text in a picture".to_owned())
        }
        Origin::PictureOnly => (WarningKind::ImageOnlyPage, "a page is a picture without text".to_owned()),
        Origin::Drawn => (
            WarningKind::ImageOnlyPage,
            "a page is drawn without text: its letters may be mere outlines".to_owned(),
        ),
    };
    Some(Warning { kind, page: Some(number), detail })
}
