//! Tables of contents: text that repeats the headings and would be read as body.

use crate::document::BlockKind;
use crate::languages::lexicon;

use super::piece::Piece;

pub(super) fn set_apart(pieces: &mut [Piece]) {
    let mut listing = false;
    for piece in pieces.iter_mut() {
        if listing && !is_entry(piece) {
            listing = false;
        }
        let opens = matches!(piece.kind, None | Some(BlockKind::Paragraph | BlockKind::Heading))
            && piece.text.len() < 60
            && lexicon().is_contents_heading(&piece.text);
        if opens {
            listing = true;
        }
        if listing || is_leadered(&piece.text) {
            piece.kind = Some(BlockKind::Furniture);
        }
    }
}

/// A line, list item or table whose lines end in page numbers.
fn is_entry(piece: &Piece) -> bool {
    if piece.kind == Some(BlockKind::Table) {
        let rows: Vec<_> =
            piece.rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        let numbered = rows.iter().filter(|row| row.last().is_some_and(|cell| ends_in_page(cell))).count();
        return numbered * 3 >= rows.len() * 2;
    }
    if !matches!(piece.kind, None | Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading)) {
        return false;
    }
    let lines: Vec<_> = piece.text.lines().collect();
    let numbered = lines.iter().filter(|line| line.len() < 200 && ends_in_page(line)).count();
    numbered * 2 > lines.len()
}

/// Ends in a number of at most three digits, or a small roman one, that is not part of a date or sentence.
fn ends_in_page(line: &str) -> bool {
    let last = line
        .trim_end()
        .rsplit(|c: char| c.is_whitespace() || c == '.' || c == '…')
        .next()
        .unwrap_or_default();
    let number = !last.is_empty() && last.len() <= 3 && last.bytes().all(|byte| byte.is_ascii_digit());
    number
        || (!last.is_empty()
            && last.len() <= 5
            && last.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')))
}

/// `Conclusion ........ 31`
fn is_leadered(text: &str) -> bool {
    let leaders = text.contains("....") || text.contains(". . . .") || text.contains("……");
    leaders && text.lines().all(|line| ends_in_page(line) || line.len() < 30)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DraftBlock;

    #[test]
    fn contents_end_where_the_page_numbers_end() {
        let texts = [
            "Contents",
            "Summary 4",
            "The attack ..... 12",
            "On 3 May the column left.",
            "Elsewhere ........ 14",
        ];
        let mut pieces: Vec<_> =
            texts.iter().filter_map(|text| Piece::from_draft(DraftBlock::new(None, *text, None))).collect();
        set_apart(&mut pieces);
        let furniture: Vec<_> = pieces.iter().map(|piece| piece.kind == Some(BlockKind::Furniture)).collect();
        assert_eq!(furniture, [true, true, true, false, true]);
    }
}
