//! Tables: words within a grid of lines, or between lines of one width.

use super::glyphs::{Area, RULE_THICKNESS, Rule};
use super::lines::{Line, lines};
use super::page_text::PageText;
use super::words::Word;

/// A table of a page.
#[derive(Debug, Clone)]
pub struct Table {
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
}

/// Drawings (maps, charts) have more lines than this; comparing each with each would take long.
const MOST_RULES: usize = 800;
/// Lines that end this close to each other, in points, belong together.
const TOUCHING: f32 = 3.0;
/// A gap of this many sizes between cells parts columns where no line does.
const COLUMN_GAP: f32 = 0.9;
/// Cells fill at most this part of their column; running text in two columns fills nearly all.
const MOST_FILLED: f32 = 0.82;

/// Takes the tables out of a page's words; one word stands in for each.
pub fn take(page: &mut PageText) -> Vec<Table> {
    let mut tables = Vec::new();
    if page.rules.len() > MOST_RULES {
        return tables;
    }
    for region in regions(&page.rules) {
        let inside: Vec<Word> = page
            .words
            .iter()
            .filter(|word| word.table.is_none() && stands_in(word, region.area))
            .cloned()
            .collect();
        let Some(rows) = region.cells(&inside) else {
            continue;
        };
        page.words.retain(|word| word.table.is_some() || !stands_in(word, region.area));
        page.words.push(stand_in(region.area, tables.len()));
        tables.push(Table { rows });
    }
    tables
}

fn stands_in(word: &Word, area: Area) -> bool {
    area.holds(word.area.x0.midpoint(word.area.x1), word.baseline - 0.3 * word.size, 1.0)
}

fn stand_in(area: Area, table: usize) -> Word {
    Word {
        text: String::new(),
        area,
        baseline: area.y0.midpoint(area.y1),
        size: 1.0,
        bold: false,
        italic: false,
        is_raised: false,
        is_artifact: false,
        hotspot: None,
        table: Some(table),
    }
}

/// Lines that belong to one table.
struct Region {
    area: Area,
    /// Places of lines between rows, from top to bottom.
    ys: Vec<f32>,
    /// Places of lines between columns, from left to right.
    xs: Vec<f32>,
}

fn regions(rules: &[Rule]) -> Vec<Region> {
    let mut found = grids(rules);
    let free: Vec<Rule> = rules
        .iter()
        .copied()
        .filter(|rule| !found.iter().any(|grid: &Region| overlap(grid.area, rule.area)))
        .collect();
    found.extend(ladders(&free));
    found
}

fn overlap(a: Area, b: Area) -> bool {
    a.x0 < b.x1 + TOUCHING && b.x0 < a.x1 + TOUCHING && a.y0 < b.y1 + TOUCHING && b.y0 < a.y1 + TOUCHING
}

/// Takes the tables without lines out of a column: at least three rows of short cells in the same columns.
pub fn take_aligned(lines: Vec<Line>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text: Vec<Line> = Vec::new();
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        if !is_tabular(&line) {
            text.push(line);
            continue;
        }
        let mut run = vec![line];
        while let Some(next) = rest.next_if(|next| goes_with(&run, next)) {
            run.push(next);
        }
        match aligned_cells(&run) {
            Some(rows) => {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Table(Table { rows }));
            }
            None => text.append(&mut run),
        }
    }
    pieces.push(Piece::Text(text));
    pieces
}

/// A part of a column.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Running text.
    Text(Vec<Line>),
    /// A table.
    Table(Table),
}

/// Three cells or more, none of them long.
fn is_tabular(line: &Line) -> bool {
    line.table().is_none() && cells_of(line) >= 3
}

/// Cells of one line: parted by gaps that no word space has.
fn cells_of(line: &Line) -> usize {
    let gaps = line.words.windows(2).filter(|pair| pair[1].area.x0 - pair[0].area.x1 > 1.1 * line.size);
    1 + gaps.count()
}

fn goes_with(run: &[Line], next: &Line) -> bool {
    let Some(last) = run.last() else { return false };
    let near = next.baseline - last.baseline < 3.0 * next.size;
    next.table().is_none() && near && (cells_of(next) >= 2 || next.area.width() < 0.3 * last.area.width())
}

fn aligned_cells(run: &[Line]) -> Option<Vec<Vec<String>>> {
    let columns = column_areas(run);
    let tabular = run.iter().filter(|line| is_tabular(line)).count();
    if run.len() < 3 || columns.len() < 3 || tabular * 2 < run.len() || is_prose(run, &columns) {
        return None;
    }
    Some(run.iter().map(|line| in_columns(line, &columns)).collect())
}

/// Groups of touching lines that make at least two rows and two columns.
fn grids(rules: &[Rule]) -> Vec<Region> {
    let mut group: Vec<usize> = (0..rules.len()).collect();
    for one in 0..rules.len() {
        for other in one + 1..rules.len() {
            let (a, b) = (root(&group, one), root(&group, other));
            if a != b && overlap(rules[one].area, rules[other].area) {
                group[b.max(a)] = b.min(a);
            }
        }
    }
    let roots: Vec<usize> = (0..rules.len()).map(|at| root(&group, at)).collect();
    let mut distinct = roots.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let members =
        |of: usize| rules.iter().zip(&roots).filter(move |(_, root)| **root == of).map(|(rule, _)| *rule);
    distinct.into_iter().filter_map(|of| grid(&members(of).collect::<Vec<_>>())).collect()
}

fn root(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

fn grid(rules: &[Rule]) -> Option<Region> {
    let area = rules.iter().map(|rule| rule.area).reduce(Area::union)?;
    let upright = rules.iter().filter(|rule| !rule.is_horizontal() && rule.area.width() <= RULE_THICKNESS);
    let xs = places(upright.map(|rule| rule.area.x0.midpoint(rule.area.x1)));
    let ys = places(
        rules.iter().filter(|rule| rule.is_horizontal()).map(|rule| rule.area.y0.midpoint(rule.area.y1)),
    );
    // Borders may be left open at the sides: two lines within make three columns.
    let columns =
        xs.len() + 1 - usize::from(near(xs.first(), area.x0)) - usize::from(near(xs.last(), area.x1));
    (columns >= 2 && ys.len() >= 3).then_some(Region { area, ys, xs })
}

fn near(place: Option<&f32>, edge: f32) -> bool {
    place.is_some_and(|place| (place - edge).abs() <= TOUCHING)
}

fn places(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.dedup_by(|next, kept| *next - *kept < TOUCHING);
    values
}

/// Lines of one width above each other, as books set their tables.
fn ladders(rules: &[Rule]) -> Vec<Region> {
    let mut rest: Vec<Rule> =
        rules.iter().copied().filter(|rule| rule.is_horizontal() && rule.area.width() > 80.0).collect();
    rest.sort_by(|a, b| a.area.y0.total_cmp(&b.area.y0));
    let mut found = Vec::new();
    while let Some(first) = rest.first().copied() {
        let same = |rule: &Rule| {
            (rule.area.x0 - first.area.x0).abs() < TOUCHING && (rule.area.x1 - first.area.x1).abs() < TOUCHING
        };
        let (steps, others): (Vec<Rule>, Vec<Rule>) = rest.into_iter().partition(same);
        rest = others;
        let ys = places(steps.iter().map(|rule| rule.area.y0));
        if let (Some(area), true) = (steps.iter().map(|rule| rule.area).reduce(Area::union), ys.len() >= 2) {
            found.push(Region { area, ys, xs: Vec::new() });
        }
    }
    found
}

impl Region {
    /// The cells, or `None` when this is no table.
    fn cells(&self, words: &[Word]) -> Option<Vec<Vec<String>>> {
        let rows = if self.xs.is_empty() {
            self.cells_between_gaps(words)?
        } else {
            self.cells_between_lines(words)
        };
        let rows: Vec<Vec<String>> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let wide = rows.iter().filter(|row| row.iter().filter(|cell| !cell.is_empty()).count() >= 2).count();
        (rows.len() >= 2 && 2 * wide >= rows.len()).then_some(rows)
    }

    fn cells_between_lines(&self, words: &[Word]) -> Vec<Vec<String>> {
        let mut xs = self.xs.clone();
        xs.retain(|x| (x - self.area.x0).abs() > TOUCHING && (x - self.area.x1).abs() > TOUCHING);
        let mut cells: Vec<Vec<Vec<Word>>> = vec![vec![Vec::new(); xs.len() + 1]; self.ys.len() + 1];
        for word in words {
            let row = self.ys.partition_point(|y| *y < word.baseline - 0.3 * word.size);
            let column = xs.partition_point(|x| *x < word.area.x0.midpoint(word.area.x1));
            cells[row][column].push(word.clone());
        }
        cells.into_iter().map(|row| row.into_iter().map(cell_text).collect()).collect()
    }

    fn cells_between_gaps(&self, words: &[Word]) -> Option<Vec<Vec<String>>> {
        let lines = lines(words.to_vec());
        let columns = column_areas(&lines);
        let fewest = if self.ys.len() > 2 { 2 } else { 3 };
        if columns.len() < fewest || is_prose(&lines, &columns) {
            return None;
        }
        let ruled = self.ys.len() >= 2 * lines.len() / 3;
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut last_band = usize::MAX;
        for line in &lines {
            let cells = in_columns(line, &columns);
            let band = self.ys.partition_point(|y| *y < line.baseline);
            let is_new = if ruled { band != last_band } else { !cells[0].is_empty() || band != last_band };
            last_band = band;
            match rows.last_mut().filter(|_| !is_new) {
                Some(row) => row.iter_mut().zip(cells).for_each(|(whole, part)| append(whole, &part)),
                None => rows.push(cells),
            }
        }
        Some(rows)
    }
}

fn append(whole: &mut String, part: &str) {
    if !whole.is_empty() && !part.is_empty() {
        whole.push(' ');
    }
    whole.push_str(part);
}

fn cell_text(words: Vec<Word>) -> String {
    let mut text = String::new();
    for line in lines(words) {
        append(&mut text, &line.text());
    }
    text
}

/// Where words stand in at least one line, as areas parted by white strips.
fn column_areas(lines: &[Line]) -> Vec<Area> {
    let mut words: Vec<&Word> = lines.iter().flat_map(|line| &line.words).collect();
    words.sort_by(|a, b| a.area.x0.total_cmp(&b.area.x0));
    let mut columns: Vec<Area> = Vec::new();
    for word in words {
        match columns.last_mut().filter(|column| word.area.x0 - column.x1 < COLUMN_GAP * word.size) {
            Some(column) => *column = column.union(word.area),
            None => columns.push(word.area),
        }
    }
    columns
}

fn in_columns(line: &Line, columns: &[Area]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    for word in &line.words {
        let middle = word.area.x0.midpoint(word.area.x1);
        let column = columns.partition_point(|column| column.x1 < middle).min(columns.len() - 1);
        append(&mut cells[column], &word.text);
    }
    cells
}

/// Cells of running text are long and fill their column.
fn is_prose(lines: &[Line], columns: &[Area]) -> bool {
    let length: usize = lines.iter().map(|line| line.text().chars().count()).sum();
    let per_cell = length as f32 / (lines.len() * columns.len()).max(1) as f32;
    per_cell > LONGEST_CELL && filled(lines, columns) > MOST_FILLED
}

/// Characters in one line of a cell, on average; columns of running text have 35 and more.
const LONGEST_CELL: f32 = 22.0;

/// How much of its column's width a cell's line takes on average.
fn filled(lines: &[Line], columns: &[Area]) -> f32 {
    let mut shares = Vec::new();
    for line in lines {
        for column in columns {
            let words = line
                .words
                .iter()
                .filter(|word| word.area.x0 >= column.x0 - 1.0 && word.area.x1 <= column.x1 + 1.0);
            if let Some(area) = words.map(|word| word.area).reduce(Area::union) {
                shares.push(area.width() / column.width().max(1.0));
            }
        }
    }
    if shares.is_empty() { 1.0 } else { shares.iter().sum::<f32>() / shares.len() as f32 }
}
