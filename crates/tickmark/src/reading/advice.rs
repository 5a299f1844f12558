//! What to do about an exhibit that could not be read.

use reason::document::Unread;

/// One sentence.
pub fn advice(unread: &Unread) -> &'static str {
    match unread {
        Unread::Empty => "get the file again: a download or copy may have failed",
        Unread::Unsupported { .. } => {
            "readable are plain text, Markdown, HTML, PDF, DOCX, ODT and zip archives of these"
        }
        Unread::Encrypted => "save a copy without password and give that",
        Unread::Damaged { .. } => "get the file again, or open it in its own program and save it anew",
        Unread::Limit { .. } => "if you trust the file, raise the limit that is named",
        Unread::Crashed { .. } => "please report this; the other files were read",
    }
}
