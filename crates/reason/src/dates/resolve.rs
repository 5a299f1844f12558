use crate::document::{BlockKind, Document, Span};
use crate::prose::Sentence;
use crate::text::tokens;

use super::expression::{Expression, Says, expressions};
use super::frame::{Dateline, Frame, from_dateline, to_date};
use super::whole::WholeTime;
use super::{DateBasis, DateMention, Interval, PartialDate, Step, find_dates};

/// Finds the dates of all sentences, in reading order, and resolves what only the text before can tell: the year of
/// "on 12 May", the day of "the next day".
pub fn resolve(document: &Document, sentences: &mut [Sentence]) {
    let dateline = dateline(document);
    let mut place = Place { whole: WholeTime::of_head(document), ..Place::default() };
    for sentence in sentences {
        place.enter(sentence);
        let found = expressions(&sentence.text, &sentence.tokens, &sentence.quantities);
        let dates: Vec<_> = found.iter().map(|found| place.read(sentence, found, dateline)).collect();
        sentence.dates = dates;
    }
}

/// Where the reading is, with the time that the text is at there.
#[derive(Default)]
struct Place {
    /// Of the running text.
    body: Frame,
    /// Of a note or caption, which a reader comes to from anywhere.
    aside: Frame,
    /// What the aside is: the note, or the block.
    aside_of: Option<(Option<usize>, usize)>,
    /// Block of the last sentence of the running text.
    block: Option<usize>,
    /// How many paragraphs have been read.
    paragraph: usize,
    /// What the document says of its time before the section.
    whole: WholeTime,
}

impl Place {
    fn enter(&mut self, sentence: &Sentence) {
        if is_aside(sentence) {
            let of = Some((sentence.note, if sentence.note.is_some() { 0 } else { sentence.block }));
            if self.aside_of != of {
                self.aside = Frame::default();
                self.aside_of = of;
            }
            return;
        }
        if self.block != Some(sentence.block) {
            self.block = Some(sentence.block);
            self.paragraph += 1;
            if matches!(sentence.kind, BlockKind::Title | BlockKind::Heading) {
                self.body = Frame::default();
            }
        }
    }

    fn read(&mut self, sentence: &Sentence, found: &Expression, dateline: Dateline) -> DateMention {
        let paragraph = self.paragraph;
        let frame = if is_aside(sentence) { &mut self.aside } else { &mut self.body };
        let mut readings = Vec::new();
        let (interval, basis) = match &found.says {
            Says::Date { interval, readings: all, year_from } => {
                readings.clone_from(all);
                let told = year_from.map(|year| DateBasis::YearFrom(sentence.place(year)));
                with_year(*interval, told, frame, &self.whole, dateline)
            }
            Says::Counted(step) => frame.counted(*step, paragraph),
            Says::Beyond(_) => (Interval::default(), DateBasis::Unanchored),
            Says::Deictic(step) => from_dateline(*step, dateline.or_else(|| self.whole.written(*step))),
            Says::ToDate(step) => to_date(*step, dateline.or_else(|| self.whole.written(*step))),
            Says::Part(first, last) => frame.part(*first, *last, dateline.or_else(|| self.whole.written(Step::Years(0)))),
            Says::Weekday(day, which) => frame.weekday(*day, *which, paragraph, dateline),
            Says::Vague => (Interval::default(), DateBasis::Unanchored),
        };
        let dated = interval.from.or(interval.to);
        if !is_aside(sentence) && basis == DateBasis::Written {
            self.whole.learn(interval, sentence.place(found.span));
        }
        // "the 2019 agreement" moves no story on.
        if found.adverbial || dated.is_some_and(|date| date.month.is_some()) {
            frame.move_to(interval, sentence.place(found.span), paragraph);
        }
        let step = match found.says {
            Says::Beyond(step) => Some(step),
            Says::Counted(step) if basis == DateBasis::Unanchored => Some(step),
            _ => None,
        };
        DateMention { span: found.span, interval, basis, step, readings }
    }
}

fn is_aside(sentence: &Sentence) -> bool {
    sentence.note.is_some() || !sentence.kind.is_body()
}

fn with_year(
    interval: Interval,
    told: Option<DateBasis>,
    frame: &Frame,
    whole: &WholeTime,
    dateline: Dateline,
) -> (Interval, DateBasis) {
    let Some(open) = interval.from.or(interval.to).filter(|date| date.year.is_none()) else {
        return (interval, told.unwrap_or(DateBasis::Written));
    };
    let Some((year, place)) = frame.year_of(open, dateline).or_else(|| whole.year_of(open)) else {
        return (interval, DateBasis::Written);
    };
    let dated =
        |date: PartialDate| if date.year.is_some() { date } else { PartialDate { year: Some(year), ..date } };
    let interval = Interval { from: interval.from.map(dated), to: interval.to.map(dated) };
    (interval, DateBasis::YearFrom(place))
}

/// A dateline stands in the first blocks of an article.
const FIRST_BLOCKS: usize = 12;

/// A line that holds little but a date: "Published 14 March 2023, 10:20 GMT".
const SHORT_LINE: usize = 80;

/// "RIVERBEND, 14 March 2023 (Kessa Wire) -" begins a paragraph.
const LINE_START: usize = 80;

/// So many characters behind the date, an agency's name among them, stands the dash of a dispatch.
const DASH_WITHIN: usize = 40;

/// "de", "of", "le" between the names of a dateline.
const SMALL_WORD: usize = 3;

/// The day of writing, where the document prints it at its head.
fn dateline(document: &Document) -> Dateline {
    let kinds = [
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Furniture,
        BlockKind::Boilerplate,
        BlockKind::ListItem,
    ];
    let blocks = document.blocks.iter().take(FIRST_BLOCKS).filter(|block| kinds.contains(&block.kind));
    blocks.into_iter().find_map(|block| {
        let text = document.quote(block.span);
        let short = text.len() <= SHORT_LINE;
        let head = if short { text } else { &text[..text.floor_char_boundary(LINE_START)] };
        let found = find_dates(head, &tokens(head)).into_iter().find(|found| found.date.day.is_some())?;
        let place = found.span.shifted(block.span.start);
        let whole = found.date.year.is_some() && found.date.is_possible();
        // A line that is a sentence tells of a day; one that is none gives the day of writing.
        let line = short && !text.trim_end().ends_with(['.', '!', '?', ':', ';']);
        // "Attack on Kessa, 3 March 2024" heads what is told of that day.
        let heads = block.kind == BlockKind::Heading && !is_bare_date(text, found.span);
        (whole && !heads && (line || opens_dispatch(text, found.span))).then_some((found.date, place))
    })
}

/// "Thursday, 10 October 2024": no more than a word beside the date.
fn is_bare_date(text: &str, date: Span) -> bool {
    let around = [&text[..date.start], &text[date.end..]];
    around.iter().map(|text| text.split_whitespace().count()).sum::<usize>() <= 1
}

/// "RIVERBEND, 14 March 2023 (Kessa Wire) —", "(Riverbend, 14 March 2023) —": names before the date, a dash behind it.
fn opens_dispatch(text: &str, date: Span) -> bool {
    let behind = text[date.end..].char_indices().nth(DASH_WITHIN).map_or(text.len(), |(at, _)| date.end + at);
    let dashed = [" – ", " — ", " - ", "—"].iter().any(|dash| text[date.end..behind].contains(dash));
    let mut words = text[..date.start].split_whitespace();
    let named = words.all(|word| {
        let first = word.trim_start_matches(['(', '*', '_']).chars().next();
        first.is_none_or(|first| first.is_uppercase() || !first.is_alphabetic()) || word.len() <= SMALL_WORD
    });
    dashed && named && date.start > 0
}
