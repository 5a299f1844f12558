//! Tables for people: columns as wide as what stands in them takes on the terminal, and the widest cut to fit.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{escape, style};

/// Between two columns.
const GAP: usize = 2;
/// A column that fills is not made narrower than this.
const LEAST: usize = 12;

/// How a column is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// As wide as its widest cell.
    Left(&'static str),
    /// Numbers: their last digits beneath each other.
    Right(&'static str),
    /// Shares the room that is left; cells are cut to it.
    Filling(&'static str),
}

impl Column {
    const fn name(self) -> &'static str {
        match self {
            Self::Left(name) | Self::Right(name) | Self::Filling(name) => name,
        }
    }
}

/// Rows of cells, each as text of a document may have it.
#[derive(Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    indent: usize,
}

impl Table {
    /// Without rows, set in by so many columns.
    pub fn new(columns: impl Into<Vec<Column>>, indent: usize) -> Self {
        Self { columns: columns.into(), rows: Vec::new(), indent }
    }

    /// Adds a row: as many cells as there are columns.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        let cells = cells.into_iter().map(Into::into).map(|cell: String| escape::line(&cell).into_owned());
        self.rows.push(cells.collect());
    }

    /// Draws it; a column in which nothing stands is left out.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn write(&self, out: &mut impl Write, width: usize) -> io::Result<()> {
        let widths = self.widths(width);
        let strong = style::STRONG;
        write!(out, "{}", " ".repeat(self.indent))?;
        let header: Vec<_> = self.columns.iter().map(|column| column.name().to_owned()).collect();
        writeln!(out, "{strong}{}{strong:#}", self.line(&header, &widths))?;
        for row in &self.rows {
            writeln!(out, "{}{}", " ".repeat(self.indent), self.line(row, &widths))?;
        }
        Ok(())
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for ((cell, column), width) in cells.iter().zip(&self.columns).zip(widths) {
            if *width == 0 {
                continue;
            }
            let cell = cut(cell, *width);
            let space = " ".repeat(width.saturating_sub(cell.width()));
            match column {
                Column::Right(_) => line.extend([&*space, &*cell]),
                _ => line.extend([&*cell, &*space]),
            }
            line.push_str(&" ".repeat(GAP));
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// Of each column; 0 where nothing stands in it.
    fn widths(&self, width: usize) -> Vec<usize> {
        let natural: Vec<usize> = (0..self.columns.len())
            .map(|column| {
                let widest =
                    self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
                widest
                    .filter(|widest| *widest > 0)
                    .map_or(0, |widest| widest.max(self.columns[column].name().width()))
            })
            .collect();
        let shown = natural.iter().filter(|width| **width > 0).count();
        let taken: usize = self.indent + GAP * shown.saturating_sub(1);
        let is_filling = |column: usize| matches!(self.columns[column], Column::Filling(_));
        let fixed: usize =
            (0..natural.len()).filter(|column| !is_filling(*column)).map(|column| natural[column]).sum();
        let mut room = width.saturating_sub(taken + fixed);
        let mut widths = natural;
        // The narrowest first: what one does not need, the others get.
        let mut filling: Vec<usize> =
            (0..widths.len()).filter(|column| is_filling(*column) && widths[*column] > 0).collect();
        filling.sort_by_key(|column| widths[*column]);
        for (number, column) in filling.iter().enumerate() {
            let share = room / (filling.len() - number);
            widths[*column] = widths[*column].min(share.max(LEAST));
            room = room.saturating_sub(widths[*column]);
        }
        widths
    }
}

/// A text in at most so many columns, with an ellipsis where something is left out.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut taken = 0;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if taken + wide + 1 > width {
            break;
        }
        kept.push(letter);
        taken += wide;
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: usize, rows: &[[&str; 3]]) -> String {
        let columns = [Column::Left("ID"), Column::Right("N"), Column::Filling("NAME")];
        let mut table = Table::new(columns, 1);
        rows.iter().for_each(|row| table.row(*row));
        let mut out = Vec::new();
        table.write(&mut out, width).unwrap();
        anstream::adapter::strip_bytes(&out).into_vec().escape_ascii().to_string().replace("\\n", "\n")
    }

    #[test]
    fn columns_stand_beneath_each_other() {
        assert_eq!(
            drawn(40, &[["a", "7", "Kessa"], ["bb", "12", "Halden"]]),
            " ID   N  NAME\n a    7  Kessa\n bb  12  Halden\n"
        );
    }

    #[test]
    fn the_filling_column_is_cut_to_the_terminal() {
        let drawn = drawn(26, &[["a", "7", "The Halden Front of Riverbend"]]);
        assert!(drawn.ends_with(" a   7  The Halden Front\\xe2\\x80\\xa6\n"), "{drawn}");
    }

    #[test]
    fn empty_columns_are_left_out_and_controls_written_out() {
        assert_eq!(drawn(40, &[["a", "", "x\u{1b}[2J"]]), " ID  NAME\n a   x<U+001B>[2J\n");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(cut("難民難民", 5), "難民…");
        assert_eq!(cut("abc", 3), "abc");
    }
}
