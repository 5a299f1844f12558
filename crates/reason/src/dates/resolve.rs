use crate::document::{BlockKind, Document, Span};
use crate::languages::lexicon;
use crate::prose::Sentence;

use super::dateline::{Dateline, dateline};
use super::expression::{Expression, Says, expressions};
use super::frame::{Frame, from_dateline, to_date};
use super::whole::WholeTime;
use super::{DateBasis, DateMention, Interval, PartialDate, Step};

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

/// As [`resolve`], of cells and captions of one table, in reading order: the year of "9 January" may be that of a cell
/// above it, of the caption, or the one that the text before the table told of. Gives the period that the document covers.
pub(crate) fn resolve_table(
    document: &Document,
    before: &[Sentence],
    cells: &mut [Sentence],
) -> Option<(Interval, Span)> {
    let dateline = dateline(document);
    let mut place = Place { whole: WholeTime::of_head(document), ..Place::default() };
    for sentence in before.iter().filter(|sentence| !is_aside(sentence)) {
        for date in sentence.dates.iter().filter(|date| date.basis == DateBasis::Written) {
            place.whole.learn(date.interval, sentence.place(date.span));
        }
    }
    for cell in cells {
        place.enter(cell);
        let mut found = expressions(&cell.text, &cell.tokens, &cell.quantities);
        found.extend(month_alone(&cell.text).filter(|_| found.is_empty()));
        // What a caption or a header gives a year alone is the time of all below it.
        let dates: Vec<_> = found.iter().map(|found| place.read(cell, found, dateline)).collect();
        if let [DateMention { interval, basis: DateBasis::Written, span, .. }] = dates[..] {
            place.aside.move_to(interval, cell.place(span), place.paragraph);
        }
        cell.dates = dates;
    }
    place.whole.period()
}

/// A cell that is the name of a month: in a sentence, it may be a verb or a person.
fn month_alone(text: &str) -> Option<Expression> {
    let month = lexicon().month(text.trim_end_matches('.'))?;
    let interval = Interval::at(PartialDate::new(None, Some(month), None));
    let says = Says::Date { interval, readings: Vec::new(), year_from: None, year_step: None, last: false };
    Some(Expression { span: Span::new(0, text.len()), says, adverbial: true })
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
            Says::Date { interval, readings: all, year_from, year_step, last } => {
                readings.clone_from(all);
                let told = year_from.map(|year| DateBasis::YearFrom(sentence.place(year)));
                let last = dateline.filter(|_| *last);
                let open_end = interval.to.is_none() && interval.from.is_some_and(|from| from.year.is_none());
                let last = last.or(dateline.filter(|_| open_end));
                match (year_step, last) {
                    (Some(years), _) => of_year(*interval, frame.counted(Step::Years(*years), paragraph)),
                    (None, Some(written)) => of_year(*interval, before(*interval, written)),
                    (None, None) => with_year(*interval, told, frame, &self.whole, dateline),
                }
            }
            Says::Counted(step) => frame.counted(*step, paragraph),
            Says::Beyond(_) => (Interval::default(), DateBasis::Unanchored),
            Says::Deictic(step) => from_dateline(*step, dateline.or_else(|| self.whole.written(*step))),
            Says::ToDate(step) => to_date(*step, dateline.or_else(|| self.whole.written(*step))),
            Says::Part(first, last) => {
                frame.part(*first, *last, dateline.or_else(|| self.whole.written(Step::Years(0))))
            }
            Says::Weekday(day, which) => frame.weekday(*day, *which, paragraph, dateline),
            Says::Period => match self.whole.period() {
                Some((period, place)) => (period, DateBasis::CountedFrom(place)),
                None => (Interval::default(), DateBasis::Unanchored),
            },
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

/// A day or month of a year that was counted; open where that could not be told.
fn of_year(interval: Interval, (year, basis): (Interval, DateBasis)) -> (Interval, DateBasis) {
    let Some(year) = year.from.and_then(|from| from.year) else { return (interval, DateBasis::Written) };
    let dated = |date: PartialDate| PartialDate { year: date.year.or(Some(year)), ..date };
    let basis = match basis {
        DateBasis::CountedFrom(place) => DateBasis::YearFrom(place),
        basis => basis,
    };
    (Interval { from: interval.from.map(dated), to: interval.to.map(dated) }, basis)
}

/// The year of the last such day or month before the day of writing.
fn before(interval: Interval, (written, place): (PartialDate, Span)) -> (Interval, DateBasis) {
    let open = interval.from.or(interval.to);
    let year = open.zip(written.year).map(|(open, year)| {
        let later = (open.month, open.day) >= (written.month, written.day);
        PartialDate::new(Some(if later { year - 1 } else { year }), None, None)
    });
    (Interval { from: year, to: year }, DateBasis::CountedFrom(place))
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
