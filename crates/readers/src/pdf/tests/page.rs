//! PDFs of one page, written by hand.

/// A page of 600 by 800 points with a font `/F1`; further resources and objects (from number 10 on) as given.
pub(super) fn page(content: &[u8], resources: &str, objects: &[&[u8]]) -> Vec<u8> {
    let head = format!("/Length {}", content.len());
    page_of(&stream(&head, content), resources, objects)
}

/// The same with the whole content object as given.
pub(super) fn page_of(content: &[u8], resources: &str, objects: &[&[u8]]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        .to_vec();
    let page = format!(
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font\
        /Subtype/Type1/BaseFont/Helvetica>>>>{resources}>>>>endobj\n"
    );
    file.extend_from_slice(page.as_bytes());
    for (number, object) in [(4, content)].into_iter().chain((10..).zip(objects.iter().copied())) {
        file.extend_from_slice(format!("{number} 0 obj").as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"endobj\n");
    }
    file.extend_from_slice(b"trailer<</Root 1 0 R>>\n%%EOF");
    file
}

/// A stream object with these entries in its dictionary.
pub(super) fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("<<{entries}>>stream\n").as_bytes(), bytes, b"\nendstream "].concat()
}

/// A picture of one grey dot, stretched to wherever it is painted.
pub(super) fn dot(entries: &str) -> Vec<u8> {
    let head = format!(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1{entries}"
    );
    stream(&head, b"\x80")
}
