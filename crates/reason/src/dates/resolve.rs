use crate::document::Document;
use crate::prose::Sentence;

/// Finds the dates of all sentences, in reading order, and resolves what only the text before can tell: the year of
/// "on 12 May", the day of "the next day".
pub fn resolve(document: &Document, sentences: &mut [Sentence]) {
    let _ = (document, sentences);
}
