//! Annotations of a page: links, and remarks that reviewers left.

use pdf_oxide::PdfDocument;
use pdf_oxide::annotation_types::AnnotationSubtype;
use pdf_oxide::annotations::{Annotation, LinkAction};

use super::glyphs::{Area, Hotspot};
use super::matrix::Matrix;

/// The links of a page that lead out of the file, one for each line that they cover.
pub fn hotspots(document: &PdfDocument, index: usize, display: Matrix) -> Vec<Hotspot> {
    let annotations = document.get_annotations(index).unwrap_or_default();
    annotations.iter().flat_map(|annotation| hotspots_of(annotation, display)).collect()
}

fn hotspots_of(annotation: &Annotation, display: Matrix) -> Vec<Hotspot> {
    let Some(LinkAction::Uri(uri)) = &annotation.action else {
        return Vec::new();
    };
    areas(annotation)
        .into_iter()
        .map(|area| Hotspot { area: display.apply_area(area), uri: uri.trim().to_owned() })
        .collect()
}

fn areas(annotation: &Annotation) -> Vec<Area> {
    let lines = annotation.quad_points.iter().flatten().map(|quad| {
        let corner = |at: usize| (quad[2 * at] as f32, quad[2 * at + 1] as f32);
        Area::between(corner(0), corner(3)).union(Area::between(corner(1), corner(2)))
    });
    let lines: Vec<Area> = lines.collect();
    if !lines.is_empty() {
        return lines;
    }
    let whole =
        annotation.rect.map(|[x0, y0, x1, y1]| Area::between((x0 as f32, y0 as f32), (x1 as f32, y1 as f32)));
    whole.into_iter().collect()
}

/// What reviewers wrote on a page, each with its author before a colon.
pub fn remarks(document: &PdfDocument, index: usize) -> Vec<String> {
    let annotations = document.get_annotations(index).unwrap_or_default();
    annotations.iter().filter_map(remark).collect()
}

fn remark(annotation: &Annotation) -> Option<String> {
    let is_remark = matches!(
        annotation.subtype_enum,
        AnnotationSubtype::Text
            | AnnotationSubtype::FreeText
            | AnnotationSubtype::Highlight
            | AnnotationSubtype::Underline
            | AnnotationSubtype::Squiggly
            | AnnotationSubtype::StrikeOut
            | AnnotationSubtype::Caret
            | AnnotationSubtype::Stamp
    );
    let said = annotation.contents.as_deref().map(str::trim).filter(|said| is_remark && !said.is_empty())?;
    let author = annotation.author.as_deref().map(str::trim).filter(|author| !author.is_empty());
    Some(author.map_or_else(|| said.to_owned(), |author| format!("{author}: {said}")))
}
