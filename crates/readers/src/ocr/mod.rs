//! Text that the `tesseract` program recognised in the picture of a page.
//!
//! The worker that reads files may start no program. So a scanned page takes two steps: [`crate::page_image`] gives its
//! picture, the program outside of the worker runs `tesseract IMAGE - tsv`, and the file is read again with what that
//! printed in [`crate::ReadOptions::recognised`]. Raised note marks are mostly lost on this way: notes are never linked
//! from such text.

use std::collections::BTreeMap;

use reason::document::{DraftBlock, Warning, WarningKind};

/// The blocks of a page that tesseract recognised, from its TSV or its plain text.
pub(crate) fn recognised_page(output: &str, page: u32) -> Vec<DraftBlock> {
    let paragraphs = match output.strip_prefix(TSV_HEADER) {
        Some(_) => tsv_paragraphs(output),
        None => output.split("\n\n").map(|text| text.lines().map(str::to_owned).collect()).collect(),
    };
    let texts = paragraphs.iter().map(|lines| joined(lines)).filter(|text| !text.is_empty());
    texts.map(|text| DraftBlock::new(None, text, Some(page))).collect()
}

/// What to say of such a page.
pub(crate) fn recognised_warning(page: u32) -> Warning {
    Warning {
        kind: WarningKind::Recognised,
        page: Some(page),
        detail: "tesseract recognised the text in a scan; note marks may be lost".to_owned(),
    }
}

/// How the first line of `tesseract ... tsv` begins.
const TSV_HEADER: &str = "level\tpage_num\tblock_num";
/// Columns of a word's row: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
const COLUMNS: usize = 12;
/// The level of rows that hold a word.
const WORD: &str = "5";
/// Tesseract is this sure, in percent, of anything that is a word; specks of dirt get less.
const LEAST_CONFIDENCE: f32 = 15.0;

/// Paragraphs as lines of words.
fn tsv_paragraphs(tsv: &str) -> Vec<Vec<String>> {
    type Place = (u32, u32);
    let mut paragraphs: BTreeMap<Place, BTreeMap<u32, Vec<&str>>> = BTreeMap::new();
    for row in tsv.lines().skip(1) {
        let cells: Vec<&str> = row.splitn(COLUMNS, '\t').collect();
        let [level, _, block, paragraph, line, .., confidence, text] = cells.as_slice() else {
            continue;
        };
        let sure = confidence.parse::<f32>().is_ok_and(|confidence| confidence >= LEAST_CONFIDENCE);
        let place = block.parse().ok().zip(paragraph.parse().ok()).zip(line.parse().ok());
        if let (WORD, true, Some((at, line))) = (*level, sure && !text.trim().is_empty(), place) {
            paragraphs.entry(at).or_default().entry(line).or_default().push(text.trim());
        }
    }
    paragraphs.into_values().map(|lines| lines.into_values().map(|words| words.join(" ")).collect()).collect()
}

fn joined(lines: &[String]) -> String {
    let mut text = String::new();
    for line in lines {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_broken = text.ends_with('-') && line.starts_with(char::is_lowercase);
        if is_broken {
            text.pop();
        } else if !text.is_empty() && !line.is_empty() {
            text.push(' ');
        }
        text.push_str(&line);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::recognised_page;

    fn check(output: &str, expected: &[&str]) {
        let blocks = recognised_page(output, 3);
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, expected);
        assert!(blocks.iter().all(|block| block.page == Some(3)));
    }

    #[test]
    fn plain_text() {
        check("The con-\nvoy left.\n\nIt came\nback.\n\n", &["The convoy left.", "It came back."]);
        check("", &[]);
    }

    #[test]
    fn tsv() {
        let rows = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n\
            5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.1\tThe\n\
            5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t91\tcon-\n\
            5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t90\tvoy\n\
            5\t1\t1\t1\t2\t2\t0\t0\t9\t9\t3\t~;\n\
            5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t88\tLater\n";
        check(rows, &["The convoy", "Later"]);
    }
}
