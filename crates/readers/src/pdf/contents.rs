//! Tables of contents: lines that lead with dots to a page number, or stand under a heading that says so.

use super::lines::Line;

/// Leaders have at least this many dots.
const FEWEST_DOTS: usize = 4;

/// For each line of a column, whether it belongs to a table of contents.
pub fn entries(lines: &[Line]) -> Vec<bool> {
    let mut entries: Vec<bool> = lines.iter().map(|line| has_leader(&line.text())).collect();
    if let Some(start) = lines.iter().position(|line| is_heading_of_contents(&line.text())) {
        let end = end_of_contents(lines, start + 1);
        if lines[start + 1..end].iter().filter(|line| ends_in_page(line)).count() >= 3 {
            entries[start..end].fill(true);
        }
    }
    fill_wrapped(lines, &mut entries);
    entries
}

/// The first of two lines in a row that do not end in a page number.
fn end_of_contents(lines: &[Line], start: usize) -> usize {
    let ends =
        |at: &usize| !ends_in_page(&lines[*at]) && lines.get(at + 1).is_none_or(|next| !ends_in_page(next));
    (start..lines.len()).find(ends).unwrap_or(lines.len())
}

/// An entry too long for one line has its dots on the last.
fn fill_wrapped(lines: &[Line], entries: &mut [bool]) {
    for at in 1..lines.len().saturating_sub(1) {
        let near = lines[at + 1].baseline - lines[at].baseline < 1.6 * lines[at].size;
        if !entries[at] && entries[at - 1] && entries[at + 1] && near {
            entries[at] = true;
        }
    }
}

fn has_leader(text: &str) -> bool {
    let is_of_page = |c: &char| c.is_ascii_digit() || "ivxl".contains(*c);
    let page = text.chars().rev().take_while(is_of_page).count();
    let before = text.chars().rev().skip(page);
    let leader = before.take_while(|c| matches!(c, '.' | ' ' | '…' | '_' | '·')).filter(|c| *c != ' ');
    let dots: usize = leader.map(|c| if c == '…' { 3 } else { 1 }).sum();
    (1..=4).contains(&page) && dots >= FEWEST_DOTS
}

fn ends_in_page(line: &Line) -> bool {
    let last = line.last().map_or("", |word| word.text.as_str());
    line.words.len() > 1 && last.len() <= 4 && last.chars().all(|c| c.is_ascii_digit())
}

fn is_heading_of_contents(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(':').to_lowercase();
    matches!(
        bare.as_str(),
        "contents"
            | "table of contents"
            | "sommaire"
            | "table des matières"
            | "índice"
            | "inhalt"
            | "inhaltsverzeichnis"
    )
}

#[cfg(test)]
mod tests {
    use super::has_leader;

    #[test]
    fn leaders() {
        for text in ["Summary ........ 3", "Summary . . . . . . 12", "Préface………ix", "Annex____4"] {
            assert!(has_leader(text), "{text}");
        }
        for text in ["He waited ... 3", "Paid 12.4", "In 2019.", "", "See p. 4", "....", "and so on ... "] {
            assert!(!has_leader(text), "{text}");
        }
    }
}
