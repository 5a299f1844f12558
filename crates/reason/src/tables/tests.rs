use super::read;
use crate::document::{BlockKind, Document, Draft, DraftBlock};

fn table(caption: Option<&str>, rows: &[&[&str]]) -> Document {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(caption.map(|text| DraftBlock::new(Some(BlockKind::Caption), text, None)));
    let text = rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
    let mut block = DraftBlock::new(Some(BlockKind::Table), text, None);
    block.rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    draft.blocks.push(block);
    crate::structure::compose(draft)
}

#[track_caller]
fn check(caption: Option<&str>, rows: &[&[&str]], expected: &[&str]) {
    let document = table(caption, rows);
    let found: Vec<String> = read(&document)
        .iter()
        .map(|cell| {
            let unit = if cell.multiplier == 1 { String::new() } else { format!(" x{}", cell.multiplier) };
            format!("{} | {}: {}{unit}", cell.row_header, cell.column_header, document.quote(cell.span))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn cells_know_their_headers() {
    check(
        None,
        &[&["Town", "2022", "2023"], &["Kessa", "12", "1,204"], &["Halden", "–", "at least 7"]],
        &["Kessa | 2022: 12", "Kessa | 2023: 1,204", "Halden | 2023: at least 7"],
    );
    check(
        None,
        &[&["", "Killed", "", "Hurt"], &["", "Men", "Women", "All"], &["Kessa", "1", "2", "3"]],
        &["Kessa | Killed Men: 1", "Kessa | Killed Women: 2", "Kessa | Hurt All: 3"],
    );
    check(
        None,
        &[&["Year", "Raids"], &["2019", "4"], &["2020", "5"]],
        &["2019 | Raids: 4", "2020 | Raids: 5"],
    );
    check(
        None,
        &[&["No", "Town", "Dead"], &["1", "Kessa", "4"], &["2", "Halden", "5"]],
        &["1 Kessa | Dead: 4", "2 Halden | Dead: 5"],
    );
    check(None, &[&["Kessa", "4 men left on foot the same day"]], &[]);
}

#[test]
fn units_are_said_once_for_all() {
    check(
        Some("Budget (in thousands of marks)"),
        &[&["Year", "Sum"], &["2019", "40"]],
        &["2019 | Sum: 40 x1000"],
    );
    check(None, &[&["USD million", "Sum"], &["Army", "40"]], &["Army | Sum: 40 x1000000"]);
    check(
        None,
        &[&["Poste", "Montant (en milliers de francs)", "Part"], &["Armée", "1 204", "12 %"]],
        &["Armée | Montant (en milliers de francs): 1 204 x1000", "Armée | Part: 12 %"],
    );
}

#[test]
fn a_large_table_takes_linear_time() {
    let rows: Vec<Vec<String>> =
        (0..10_000).map(|row| (0..10).map(|column| (row * 10 + column).to_string()).collect()).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let document = table(None, &rows);
    assert!(read(&document).len() >= 90_000);
}
