//! Lines of one column.

use super::bidi;
use super::glyphs::Area;
use super::words::Word;

/// A line of a column.
#[derive(Debug, Clone)]
pub struct Line {
    /// In reading order.
    pub words: Vec<Word>,
    /// Around its words.
    pub area: Area,
    /// Where its letters stand.
    pub baseline: f32,
    /// The size of most of its letters, in points.
    pub size: f32,
    /// All of it is heavy.
    pub bold: bool,
    /// All of it is slanted.
    pub italic: bool,
}

impl Line {
    /// Its text, words parted by one space.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }

    /// The table that it stands for.
    pub fn table(&self) -> Option<usize> {
        self.words.first().and_then(|word| word.table)
    }

    /// Its first word; a line has one.
    pub fn first(&self) -> Option<&Word> {
        self.words.first()
    }

    /// Its last word; a line has one.
    pub fn last(&self) -> Option<&Word> {
        self.words.last()
    }
}

/// Words whose baselines differ by less than this part of their size stand on one line.
const SAME_LINE: f32 = 0.25;

/// Sorts the words of a column into lines, from top to bottom.
pub fn lines(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut groups: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let fits = |group: &&mut Vec<Word>| {
            group.iter().all(|other| word.table.is_none() && other.table.is_none())
                && group
                    .last()
                    .is_some_and(|last| word.baseline - last.baseline <= SAME_LINE * word.size.min(last.size))
        };
        match groups.last_mut().filter(fits) {
            Some(group) => group.push(word),
            None => groups.push(vec![word]),
        }
    }
    groups.into_iter().filter_map(line).collect()
}

fn line(mut words: Vec<Word>) -> Option<Line> {
    words.sort_by(|a, b| a.area.x0.total_cmp(&b.area.x0));
    let area = words.iter().map(|word| word.area).reduce(Area::union)?;
    bidi::order_line(&mut words, |word| &word.text);
    let main = main_size(&words);
    let baseline = words.iter().find(|word| word.size == main)?.baseline;
    let lettered =
        || words.iter().filter(|word| word.text.chars().any(char::is_alphanumeric) && !word.is_raised);
    let any = lettered().next().is_some();
    Some(Line {
        area,
        baseline,
        size: main,
        bold: any && lettered().all(|word| word.bold),
        italic: any && lettered().all(|word| word.italic),
        words,
    })
}

/// The size in which most characters are set.
fn main_size(words: &[Word]) -> f32 {
    let mut counts: Vec<(f32, usize)> = Vec::new();
    for word in words {
        let length = word.text.chars().count();
        match counts.iter_mut().find(|(size, _)| (*size - word.size).abs() < 0.05) {
            Some((_, count)) => *count += length,
            None => counts.push((word.size, length)),
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size)
}
