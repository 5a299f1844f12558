//! Lines to running text: words hyphenated at a line end are joined, addresses broken there too, links and italics marked.

use std::collections::HashSet;

use reason::document::{DraftBlock, Mark, MarkKind, Span};

use super::address;
use super::glyphs::Hotspot;
use super::lines::Line;
use super::words::Word;

/// Words that the document uses, to tell `co-\noperative` from `inter-\nnational`.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: HashSet<String>,
}

impl Vocabulary {
    /// Notes the words of a text.
    pub fn add(&mut self, word: &str) {
        let bare = bare(word);
        if bare.chars().count() > 3 && !self.words.contains(&bare) {
            self.words.insert(bare);
        }
    }

    fn knows(&self, word: &str) -> bool {
        self.words.contains(&bare(word))
    }
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Text with its inline marks.
#[derive(Debug, Default)]
pub struct Prose {
    /// The text.
    pub text: String,
    /// Links and italics, in bytes of the text.
    pub marks: Vec<Mark>,
}

/// How a word follows the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seam {
    /// After a space.
    Space,
    /// On a line of its own, as the author had it.
    Line,
    /// Directly: an address or a compound was broken.
    Nothing,
    /// Directly, in place of the hyphen that the line break brought.
    Hyphen,
    /// After a hyphen of its own, whatever sign the line break made of it.
    HardHyphen,
    /// After a hyphen that the page does not show, but the link's target has.
    MissingHyphen,
}

/// Writes lines as running text.
///
/// `breaks` are the lines before which the author broke off: `\n` stands there.
pub fn write(lines: &[Line], breaks: &[usize], hotspots: &[Hotspot], vocabulary: &Vocabulary) -> Prose {
    let mut writer = Writer { prose: Prose::default(), hotspots, open_link: None, italic_from: None };
    let mut before: Option<&Word> = None;
    for (number, line) in lines.iter().enumerate() {
        for (at, word) in line.words.iter().enumerate() {
            let seam = match before {
                None => Seam::Nothing,
                Some(_) if at > 0 => Seam::Space,
                Some(_) if breaks.contains(&number) => Seam::Line,
                Some(last) => {
                    let token = writer.last_token();
                    seam(last, token, word, &line.words, hotspots, vocabulary)
                }
            };
            writer.push(word, seam);
            before = Some(word);
        }
    }
    writer.finish()
}

/// Writes more of a block that a column or page break cut.
pub fn append(block: &mut DraftBlock, more: Prose) {
    let broken = block.text.ends_with('-')
        && block.text.trim_end_matches('-').ends_with(char::is_lowercase)
        && more.text.starts_with(char::is_lowercase);
    if broken {
        block.text.pop();
    } else if !block.text.is_empty() {
        block.text.push(' ');
    }
    let at = block.text.len();
    block.text.push_str(&more.text);
    block.marks.extend(more.marks.into_iter().map(|mark| Mark { span: mark.span.shifted(at), ..mark }));
}

struct Writer<'a> {
    prose: Prose,
    hotspots: &'a [Hotspot],
    /// Where the link under the last word began, and where it leads.
    open_link: Option<(usize, &'a str)>,
    italic_from: Option<usize>,
}

impl<'a> Writer<'a> {
    fn push(&mut self, word: &Word, seam: Seam) {
        let end = self.prose.text.len();
        match seam {
            Seam::Space => self.prose.text.push(' '),
            Seam::Line => self.prose.text.push('\n'),
            Seam::Nothing => {}
            Seam::Hyphen => {
                self.prose.text.pop();
            }
            Seam::MissingHyphen => self.prose.text.push('-'),
            Seam::HardHyphen => {
                self.prose.text.pop();
                self.prose.text.push('-');
            }
        }
        // The seam may have taken the hyphen away on which the last word ended.
        let end = end.min(self.prose.text.len());
        let start = self.prose.text.len();
        let uri = word.hotspot.and_then(|at| self.hotspots.get(at)).map(|hotspot| hotspot.uri.as_str());
        if self.open_link.is_some_and(|(_, open)| Some(open) != uri) {
            self.close_link(end);
        }
        if !word.italic {
            self.close_italics(end);
        }
        self.prose.text.push_str(&word.text);
        if let (Some(uri), None) = (uri, self.open_link) {
            self.open_link = Some((start, uri));
        }
        if word.italic && self.italic_from.is_none() {
            self.italic_from = Some(start);
        }
    }

    /// What was written since the last white space.
    fn last_token(&self) -> &str {
        let text = &self.prose.text;
        text.rfind(char::is_whitespace).map_or(text, |at| text[at..].trim_start())
    }

    fn close_link(&mut self, end: usize) {
        if let Some((start, uri)) = self.open_link.take() {
            let shown = self.prose.text[start..end].trim_end_matches(['.', ',', ';', ')', '”', '"', '»']);
            let end = if uri.ends_with(&self.prose.text[start..end]) { end } else { start + shown.len() };
            self.mark(start, end, MarkKind::Link(uri.to_owned()));
        }
    }

    fn close_italics(&mut self, end: usize) {
        if let Some(start) = self.italic_from.take() {
            self.mark(start, end, MarkKind::Emphasis);
        }
    }

    fn mark(&mut self, start: usize, end: usize, kind: MarkKind) {
        if start < end {
            self.prose.marks.push(Mark { span: Span::new(start, end), kind });
        }
    }

    fn finish(mut self) -> Prose {
        let end = self.prose.text.len();
        self.close_link(end);
        self.close_italics(end);
        self.prose.marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
        show_hyphens(&mut self.prose);
        if self.prose.text.ends_with('\u{2010}') {
            // A word cut by the end of a column or page: the common hyphen says so to who joins it.
            replace_last(&mut self.prose, '-');
        }
        self.prose
    }
}

/// Puts another character in place of the last; marks up to the end still end there.
fn replace_last(prose: &mut Prose, by: char) {
    let end = prose.text.len();
    prose.text.pop();
    prose.text.push(by);
    for mark in prose.marks.iter_mut().filter(|mark| mark.span.end == end) {
        mark.span.end = prose.text.len();
    }
}

/// What still stands after the line ends were mended was printed within a line: some fonts have one glyph for the hyphen
/// and the soft hyphen, and files name the wrong one.
fn show_hyphens(prose: &mut Prose) {
    let Some(first) = prose.text.find('\u{ad}') else {
        return;
    };
    let before = |at: usize| prose.text[first.min(at)..at].matches('\u{ad}').count();
    let spans: Vec<Span> = prose
        .marks
        .iter()
        .map(|mark| mark.span)
        .map(|span| Span::new(span.start - before(span.start), span.end - before(span.end)))
        .collect();
    for (mark, span) in prose.marks.iter_mut().zip(spans) {
        mark.span = span;
    }
    prose.text = prose.text.replace('\u{ad}', "-");
}

fn seam(
    last: &Word,
    token: &str,
    next: &Word,
    line: &[Word],
    hotspots: &[Hotspot],
    vocabulary: &Vocabulary,
) -> Seam {
    if let Some(seam) = address::seam_in_address(last, token, next, hotspots) {
        return seam;
    }
    let Some(head) = last.text.strip_suffix(['-', '\u{ad}', '\u{2010}']) else {
        return if next.is_raised { Seam::Nothing } else { Seam::Space };
    };
    let is_soft = last.text.ends_with('\u{ad}');
    let ends_in_letter = head.chars().next_back().is_some_and(char::is_alphabetic);
    let starts_lower = next.text.chars().next().is_some_and(char::is_lowercase);
    if is_soft {
        return Seam::Hyphen;
    }
    if !ends_in_letter || !starts_lower {
        // `2019-` and `2021`, `Franco-` and `German`: the hyphen is the author's. `pre-` and `and`: a space follows.
        return if head.is_empty() || !next.text.starts_with(char::is_alphanumeric) {
            Seam::Space
        } else {
            Seam::Nothing
        };
    }
    if is_elliptic(next, line) {
        return Seam::Space;
    }
    keep_hyphen(head, &next.text, vocabulary)
}

/// `pre- and post-war`: the hyphen stands for the rest of the word.
fn is_elliptic(next: &Word, line: &[Word]) -> bool {
    line.len() > 1 && matches!(next.text.as_str(), "and" | "or" | "to" | "et" | "ou" | "und" | "oder")
}

fn keep_hyphen(head: &str, tail: &str, vocabulary: &Vocabulary) -> Seam {
    let joined = format!("{head}{tail}");
    let compound = format!("{head}-{tail}");
    if vocabulary.knows(&compound) && !vocabulary.knows(&joined) {
        return Seam::Nothing;
    }
    // A word with a hyphen already (`door-to-`) was broken at one of its own.
    if head.contains('-') && !vocabulary.knows(&joined) {
        return Seam::Nothing;
    }
    Seam::Hyphen
}
