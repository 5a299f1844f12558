//! The whole document: pages read one by one, then understood together.

use std::collections::BTreeMap;

use reason::document::{BlockKind, Draft, Warning, WarningKind};

use super::blocks::{Carry, PageWriter, StyledBlock};
use super::classify::{Usual, is_title_size};
use super::columns;
use super::furniture;
use super::origin;
use super::page_text::PageText;
use super::prose::Vocabulary;
use super::source::{MOST_PAGES, Source, guarded};
use super::superiors::Superiors;
use super::tables;

/// Raised whenever the same bytes may give another text.
const VERSION: u32 = 2;

/// Reads all pages; `recognised` is what was seen in the pictures of pages, by their number.
pub fn draft(source: &mut Source, recognised: &BTreeMap<u32, String>) -> Draft {
    let mut draft = Draft::new("application/pdf", "pdf", VERSION);
    draft.pages = u32::try_from(source.pages()).ok();
    let information = source.information();
    draft.title = information.title.filter(|title| !is_file_name(title));
    draft.language = information.language;
    draft.metadata = information.metadata;
    let mut pages = read_pages(source, recognised, &mut draft);
    furniture::set_apart(&mut pages);
    let usual = usual(&pages);
    let vocabulary = vocabulary(&pages);
    let mut blocks = Vec::new();
    let mut carry = Carry::default();
    let mut gutters = columns::KnownGutters::default();
    for page in &mut pages {
        let laid_out = guarded(|| {
            let tables = tables::take(page);
            let words = std::mem::take(&mut page.words);
            let regions = columns::in_reading_order(words, &mut gutters);
            PageWriter::new(page, tables, usual, &vocabulary, &mut carry, &mut blocks).write(regions);
        });
        if let Err(detail) = laid_out {
            let page = Some(page.number);
            draft.warnings.push(Warning { kind: WarningKind::Damaged, page, detail });
        }
        blocks.extend(page.recognised.drain(..).map(StyledBlock::plain));
    }
    set_levels(&mut blocks, usual);
    draft.blocks = blocks.into_iter().map(|styled| styled.block).collect();
    draft
}

fn read_pages(source: &mut Source, recognised: &BTreeMap<u32, String>, draft: &mut Draft) -> Vec<PageText> {
    let count = source.pages();
    let mut superiors = Superiors::default();
    let mut pages = Vec::with_capacity(count.min(MOST_PAGES));
    for index in 0..count.min(MOST_PAGES) {
        let number = index as u32 + 1;
        match source.page(index) {
            Ok(content) => {
                if let Some(detail) = &content.limit {
                    draft.warnings.push(Warning {
                        kind: WarningKind::Truncated,
                        page: Some(number),
                        detail: detail.clone(),
                    });
                }
                draft.warnings.extend(damaged(number, &content.faults));
                let mut page = PageText::new(number, content, &mut superiors);
                let recognised = recognised.get(&number).map(String::as_str);
                origin::tell(&mut page, recognised, draft);
                pages.push(page);
            }
            Err(detail) => {
                draft.warnings.push(Warning { kind: WarningKind::Damaged, page: Some(number), detail })
            }
        }
        draft.metadata.extend(source.remarks(index));
    }
    if count > MOST_PAGES {
        let detail = format!("of {count} pages the first {MOST_PAGES} were read");
        draft.warnings.push(Warning { kind: WarningKind::Truncated, page: None, detail });
    }
    pages
}

/// One warning for each thing that is wrong with a page; the same font may be missing in many forms.
fn damaged(number: u32, faults: &[String]) -> Vec<Warning> {
    let mut told: Vec<&String> = Vec::new();
    for fault in faults {
        if !told.contains(&fault) && told.len() < MOST_FAULTS {
            told.push(fault);
        }
    }
    let warnings = told.into_iter().map(|fault| Warning {
        kind: WarningKind::Damaged,
        page: Some(number),
        detail: fault.clone(),
    });
    warnings.collect()
}

/// More of one page tell nothing new.
const MOST_FAULTS: usize = 5;

/// The size in which most characters are set, in steps of a quarter of a point.
fn usual(pages: &[PageText]) -> Usual {
    let mut counts: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for word in pages.iter().flat_map(|page| &page.words) {
        let length = word.text.chars().count();
        let entry = counts.entry((word.size * 4.0).round() as i32).or_default();
        entry.0 += length;
        entry.1 += if word.bold { length } else { 0 };
    }
    let most = counts.values().map(|(count, _)| *count).max().unwrap_or(0);
    let is_much = |count: usize| count as f32 >= MUCH_TEXT * most as f32;
    let Some(main) = counts.iter().max_by_key(|(_, (count, _))| *count).map(|(size, _)| *size) else {
        return Usual { body: 10.0, is_bold: false };
    };
    // Notes may hold more text than the body; then the body is the next larger size of which there is much, too.
    let larger =
        counts.iter().rev().find(|(size, (count, _))| is_much(*count) && **size as f32 <= 1.5 * main as f32);
    let (size, (count, bold)) = larger.map_or((main, counts[&main]), |(size, counted)| (*size, *counted));
    Usual { body: size as f32 / 4.0, is_bold: 2 * bold > count }
}

/// Of a size, against the most used one.
const MUCH_TEXT: f32 = 0.3;

fn vocabulary(pages: &[PageText]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for word in pages.iter().flat_map(|page| &page.words) {
        if !word.text.ends_with(['-', '\u{ad}']) {
            vocabulary.add(&word.text);
        }
    }
    vocabulary
}

/// Headings get their depth from their type, the largest first; the largest of the first two pages is the title.
fn set_levels(blocks: &mut [StyledBlock], usual: Usual) {
    let is_heading = |styled: &StyledBlock| styled.block.kind == Some(BlockKind::Heading);
    let early =
        blocks.iter().filter(|styled| is_heading(styled) && styled.block.page.is_some_and(|page| page <= 2));
    let largest = early.map(|styled| styled.size).fold(0.0, f32::max);
    if is_title_size(largest, usual) {
        let found = blocks.iter_mut().find(|styled| is_heading(styled) && styled.size == largest);
        if let Some(title) = found {
            title.block.kind = Some(BlockKind::Title);
        }
    }
    let mut styles: Vec<(i32, bool)> = blocks.iter().filter(|styled| is_heading(styled)).map(style).collect();
    styles.sort_unstable_by(|a, b| b.cmp(a));
    styles.dedup();
    for styled in blocks.iter_mut().filter(|styled| is_heading(styled)) {
        let depth = styles.iter().position(|known| *known == style(styled)).unwrap_or(0) + 1;
        styled.block.level = u8::try_from(depth.min(DEEPEST_HEADING)).unwrap_or(1);
    }
}

/// Depth of headings that other formats have names for.
const DEEPEST_HEADING: usize = 6;

fn style(styled: &StyledBlock) -> (i32, bool) {
    ((styled.size * 2.0).round() as i32, styled.bold)
}

/// Programs write the name of the file where a title belongs.
fn is_file_name(title: &str) -> bool {
    let lower = title.trim().to_lowercase();
    let ending = [".doc", ".docx", ".indd", ".pdf", ".odt", ".tex", ".qxd", ".rtf", ".html"];
    lower.is_empty()
        || lower.starts_with("microsoft word")
        || lower.starts_with("untitled")
        || ending.iter().any(|ending| lower.ends_with(ending))
}
