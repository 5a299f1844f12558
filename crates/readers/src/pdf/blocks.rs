//! From the regions of a page to blocks.

use reason::document::{BlockKind, DraftBlock, Span};

use super::classify::{Usual, classify};
use super::contents;
use super::footnotes::{self, Footnote, Sequence};
use super::lines::{Line, lines};
use super::numbered::{self, Chain};
use super::page_text::PageText;
use super::paragraphs::{self, Joint, Measure};
use super::prose::{self, Vocabulary};
use super::tables::{self, Piece, Table};
use super::words::{Word, plain_digit};

/// What is carried from page to page.
#[derive(Debug, Default)]
pub struct Carry {
    footnotes: Sequence,
    chain: Option<Chain>,
    /// The numbered item that the last column left open, as an index of the draft's blocks.
    open_item: Option<usize>,
}

/// A block with what the classification of headings needs to know of its type.
#[derive(Debug)]
pub struct StyledBlock {
    /// The block.
    pub block: DraftBlock,
    /// The size of its type, in points; 0 where it does not matter.
    pub size: f32,
    /// Heavy throughout.
    pub bold: bool,
}

impl StyledBlock {
    /// A block of which no type is known.
    pub fn plain(block: DraftBlock) -> Self {
        Self { block, size: 0.0, bold: false }
    }
}

/// Writes the blocks of a page.
pub struct PageWriter<'a> {
    page: &'a PageText,
    tables: Vec<Table>,
    usual: Usual,
    vocabulary: &'a Vocabulary,
    carry: &'a mut Carry,
    blocks: &'a mut Vec<StyledBlock>,
    /// The last paragraph of the column before, which may go on in the next.
    open: Option<(usize, Vec<Line>, Measure)>,
}

impl<'a> PageWriter<'a> {
    /// A writer for one page.
    pub fn new(
        page: &'a PageText,
        tables: Vec<Table>,
        usual: Usual,
        vocabulary: &'a Vocabulary,
        carry: &'a mut Carry,
        blocks: &'a mut Vec<StyledBlock>,
    ) -> Self {
        Self { page, tables, usual, vocabulary, carry, blocks, open: None }
    }

    /// Writes the regions, in reading order; footnotes come after the body of their page.
    pub fn write(mut self, regions: Vec<Vec<Word>>) {
        let mut notes = Vec::new();
        for words in regions {
            let mut column = lines(words);
            notes.extend(footnotes::take(
                &mut column,
                &self.page.rules,
                self.usual.body,
                &mut self.carry.footnotes,
            ));
            for piece in tables::take_aligned(column) {
                match piece {
                    Piece::Text(lines) => self.write_column(lines),
                    Piece::Table(table) => self.write_table(&table),
                }
            }
        }
        for note in &notes {
            self.write_note(note);
        }
        for line in &self.page.furniture {
            let block = DraftBlock::new(Some(BlockKind::Furniture), line.clone(), Some(self.page.number));
            self.push(block, &[]);
        }
    }

    fn push(&mut self, block: DraftBlock, lines: &[Line]) {
        if block.text.is_empty() && block.rows.is_empty() {
            return;
        }
        let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
        let bold = !lines.is_empty() && lines.iter().all(|line| line.bold);
        self.blocks.push(StyledBlock { block, size, bold });
    }

    fn write_table(&mut self, table: &Table) {
        let mut block = DraftBlock::new(Some(BlockKind::Table), "", Some(self.page.number));
        block.rows.clone_from(&table.rows);
        self.push(block, &[]);
    }

    fn write_column(&mut self, mut column: Vec<Line>) {
        let entries = contents::entries(&column);
        let Some(start) = entries.iter().position(|is_entry| *is_entry) else {
            self.write_body(column);
            return;
        };
        let rest = column.split_off(start);
        self.write_body(column);
        let (mut body, mut listed) = (Vec::new(), Vec::new());
        for (line, is_entry) in rest.into_iter().zip(&entries[start..]) {
            if *is_entry {
                listed.push(line.text());
            } else {
                body.push(line);
            }
        }
        let page = Some(self.page.number);
        let block = DraftBlock::new(Some(BlockKind::Furniture), listed.join("\n"), page);
        self.push(block, &[]);
        self.write_body(body);
    }

    fn write_body(&mut self, mut body: Vec<Line>) {
        if body.is_empty() {
            return;
        }
        let items = numbered::items(&body, self.carry.chain);
        let measure = Measure::of(&body);
        let Some(first) = items.starts.first().copied().or(items.continues.then_some(body.len())) else {
            self.carry.chain = None;
            self.write_paragraphs(body, measure);
            return;
        };
        let rest = body.split_off(first);
        if items.continues {
            self.continue_item(&body, measure);
        } else {
            self.write_paragraphs(body, measure);
        }
        let starts: Vec<usize> = items.starts.iter().map(|start| start - first).collect();
        self.write_items(rest, &starts, measure);
        self.carry.chain = items.open;
    }

    /// Items that begin at `starts`; what follows the last one and is no part of it is written as paragraphs.
    fn write_items(&mut self, mut lines: Vec<Line>, starts: &[usize], measure: Measure) {
        let mut items: Vec<Vec<Line>> = Vec::new();
        for start in starts.iter().rev() {
            items.push(lines.split_off(*start));
        }
        for item in items.into_iter().rev() {
            let end = end_of_item(&item, measure, self.usual);
            let (item, after) = item.split_at(end);
            self.write_item(item, measure);
            if !after.is_empty() {
                self.write_paragraphs(after.to_vec(), measure);
            }
        }
    }

    fn write_item(&mut self, item: &[Line], measure: Measure) {
        let prose = prose::write(item, &breaks(item, measure), &self.page.hotspots, self.vocabulary);
        let mut block = DraftBlock::new(None, prose.text, Some(self.page.number));
        block.marks = prose.marks;
        with_plain_label(&mut block);
        self.push(block, item);
        self.carry.open_item = Some(self.blocks.len() - 1);
    }

    /// Lines at the head of a column that belong to the item which the column before left open.
    fn continue_item(&mut self, lines: &[Line], measure: Measure) {
        if lines.is_empty() {
            return;
        }
        let Some(open) = self.carry.open_item else {
            self.write_paragraphs(lines.to_vec(), measure);
            return;
        };
        let prose = prose::write(lines, &breaks(lines, measure), &self.page.hotspots, self.vocabulary);
        prose::append(&mut self.blocks[open].block, prose);
    }

    fn write_paragraphs(&mut self, lines: Vec<Line>, measure: Measure) {
        let mut paragraphs = paragraphs::split(lines, measure).into_iter();
        if let (Some((at, mut open, open_measure)), Some(next)) =
            (self.open.take(), paragraphs.as_slice().first())
            && paragraphs::goes_on(&open, open_measure, next, measure)
        {
            open.extend(paragraphs.next().unwrap_or_default());
            self.blocks[at] = self.paragraph(&open);
        }
        for paragraph in paragraphs {
            let styled = self.paragraph(&paragraph);
            let kind = styled.block.kind;
            self.blocks.push(styled);
            let may_go_on = matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem));
            self.open = may_go_on.then(|| (self.blocks.len() - 1, paragraph, measure));
        }
    }

    fn paragraph(&self, lines: &[Line]) -> StyledBlock {
        let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
        let bold = lines.iter().all(|line| line.bold);
        let page = Some(self.page.number);
        if let Some(table) = lines.first().and_then(Line::table).and_then(|at| self.tables.get(at)) {
            let mut block = DraftBlock::new(Some(BlockKind::Table), "", page);
            block.rows.clone_from(&table.rows);
            return StyledBlock { block, size: 0.0, bold: false };
        }
        let prose = prose::write(lines, &[], &self.page.hotspots, self.vocabulary);
        let kind = classify(lines, &prose.text, self.usual, &self.page.images);
        let mut block = DraftBlock::new(Some(kind), prose.text, page);
        block.marks = prose.marks;
        if kind == BlockKind::ListItem {
            without_bullet(&mut block);
        }
        StyledBlock { block, size, bold }
    }

    fn write_note(&mut self, note: &Footnote) {
        let measure = Measure::of(&note.lines);
        let prose =
            prose::write(&note.lines, &breaks(&note.lines, measure), &self.page.hotspots, self.vocabulary);
        let mut block = DraftBlock::new(Some(BlockKind::Note), prose.text, Some(self.page.number));
        block.marks = prose.marks;
        if note.label.is_some() {
            with_plain_label(&mut block);
        }
        self.push(block, &note.lines);
    }
}

/// A bullet is layout, as it is in the formats that only know that something is a list item. A tick says something.
fn without_bullet(block: &mut DraftBlock) {
    let mut characters = block.text.chars();
    if characters.next() == Some(TICK) {
        return;
    }
    let cut = block.text.len() - characters.as_str().trim_start().len();
    block.text.drain(..cut);
    block.marks.retain(|mark| mark.span.end > cut);
    for mark in &mut block.marks {
        mark.span = Span::new(mark.span.start.saturating_sub(cut), mark.span.end - cut);
    }
}

/// Of a list of what was done and what was not.
const TICK: char = '✓';

/// Where an author visibly began another paragraph within an item.
fn breaks(lines: &[Line], measure: Measure) -> Vec<usize> {
    let apart = |at: &usize| {
        let (last, line) = (&lines[at - 1], &lines[*at]);
        let room = measure.right - last.area.x1;
        let needed = line.first().map_or(0.0, |word| word.area.width());
        let is_cut = room > needed + 2.0 * last.size && paragraphs::ends_sentence(last);
        is_cut && lines.len() > 1
    };
    (1..lines.len()).filter(apart).collect()
}

/// The line at which something other than the item begins: a heading, a table, another type.
fn end_of_item(item: &[Line], measure: Measure, usual: Usual) -> usize {
    let ends = |at: &usize| {
        let (last, line) = (&item[at - 1], &item[*at]);
        let other_type = !paragraphs::is_same_type(last, line) || (line.bold && !last.bold && !usual.is_bold);
        let returns = paragraphs::is_apart(last, line, measure)
            && paragraphs::joint(&item[..*at], line, measure) == Joint::Breaks
            && line.area.x0 <= item[0].area.x0 + 0.5;
        line.table().is_some() || other_type || returns
    };
    (1..item.len()).find(ends).unwrap_or(item.len())
}

/// The label at the start of a note in plain digits, one space after it.
fn with_plain_label(block: &mut DraftBlock) {
    let text = std::mem::take(&mut block.text);
    let digits: String = text.chars().map_while(plain_digit).collect();
    if digits.is_empty() {
        block.text = text;
        return;
    }
    let raised: usize = text.chars().take(digits.len()).map(char::len_utf8).sum();
    let rest = text[raised..].trim_start();
    let removed = text.len() - rest.len();
    let label = digits.len() + 1;
    for mark in &mut block.marks {
        let moved = |at: usize| {
            if at < removed { label } else { at - removed + label }
        };
        mark.span = Span::new(moved(mark.span.start), moved(mark.span.end));
    }
    block.marks.retain(|mark| !mark.span.is_empty());
    block.text = format!("{digits} {rest}");
}
