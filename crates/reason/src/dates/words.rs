//! The words of time of all languages together: `languages/dates/*.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::{Outlines, PhraseTable, Token, TokenKind, WordMap, WordSet, phrase_key, token_key};

/// A step in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many days on; back, where below zero.
    Days(i64),
    /// So many months.
    Months(i64),
    /// So many years.
    Years(i64),
}

/// Which day of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// `on Monday`.
    Any,
    /// `the following Monday`.
    Next,
    /// `the previous Monday`.
    Previous,
    /// `last Monday`: before the day of writing.
    Last,
}

/// What words of time mean that stand without a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Counted from a date before.
    Counted(Step),
    /// Counted from the day of writing.
    Deictic(Step),
    /// From the first day of the year or month of writing.
    ToDate(Step),
    /// The time that the document covers.
    Period,
    /// First and last month of a year that the text has told.
    Part(u8, u8),
    /// Cannot be counted.
    Vague,
    /// Monday is 1.
    Weekday(i8, Which),
    /// `weeks`: with a number before it.
    Unit(Step),
}

/// What stands before a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Open,
    Since,
    Until,
    /// "by 20 February": it had come about on some day before.
    By,
    When,
}

/// What stands behind "two days".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Later,
    Earlier,
    /// Counted from what follows, whose date is not told here.
    Beyond,
    /// As [`Tense::Beyond`], back.
    ShortOf,
    Ago,
}

/// Whether a month's name in small letters is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum MonthCase {
    Capital,
    Any,
}

#[derive(Debug, Default)]
pub(super) struct TimeWords {
    pub alone: PhraseTable<Meaning>,
    pub leads: PhraseTable<(Lead, MonthCase)>,
    /// All that may follow "from".
    pub opens: PhraseTable<()>,
    pub parts: PhraseTable<MonthCase>,
    pub spans: PhraseTable<(u8, u8)>,
    pub joins: PhraseTable<()>,
    pub lists: PhraseTable<()>,
    pub onwards: PhraseTable<()>,
    pub fillers: PhraseTable<()>,
    pub tenses: PhraseTable<Tense>,
    pub ago_before: PhraseTable<()>,
    pub elsewhere: PhraseTable<()>,
    pub open_ended: WordSet<String>,
    pub weekdays: WordMap<String, i8>,
    weekday_outlines: Outlines,
    /// "last" before a month.
    pub last: PhraseTable<()>,
    /// "dernier" behind one.
    pub last_behind: PhraseTable<()>,
    /// "a", "un": before a weekday that is no day of its own.
    pub indefinite: WordSet<String>,
    /// "that killed" behind "the day before": not what it counts from.
    pub relative: PhraseTable<()>,
    /// "established", before the year of something that is older than what is told.
    pub founded: WordSet<String>,
    /// Day of the month, in words or with the article before figures.
    pub ordinals: WordMap<String, u8>,
    ordinal_outlines: Outlines,
    /// "the" before "3rd", "le" before "3".
    pub day_leads: PhraseTable<()>,
    /// "la frappe du" before "3".
    pub day_of: PhraseTable<()>,
    /// "of that month".
    pub same_month: PhraseTable<()>,
    /// What may stand right behind a day without its month.
    pub day_before: PhraseTable<()>,
    /// "Published", "Updated on".
    pub published: PhraseTable<()>,
    /// "report", "briefing": what a line names that says when it was written.
    pub documents: PhraseTable<()>,
    /// "Date of incident", before a colon: the field of a sheet that says when something was.
    pub fields: PhraseTable<()>,
    /// "Toll", before a colon: of a sheet that sums up an incident.
    pub sheet: PhraseTable<()>,
    /// "Date", in such a sheet.
    pub sheet_days: PhraseTable<()>,
    /// A word of the title of a report that is of one year.
    pub annual: PhraseTable<()>,
    /// "said on", before the weekday of a dispatch.
    pub said: PhraseTable<()>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    joints: Joints,
    spans: BTreeMap<String, (u8, u8)>,
    days: BTreeMap<String, i64>,
    months: BTreeMap<String, i64>,
    years: BTreeMap<String, i64>,
    counted: Counted,
    deictic: Deictic,
    weekdays: Weekdays,
    month_days: MonthDays,
    writing: WritingWords,
}

/// Days of a month that the text has named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthDays {
    lead: Vec<String>,
    of: Vec<String>,
    same_month: Vec<String>,
    before: Vec<String>,
    ordinals: BTreeMap<String, u8>,
}

/// How a text says when it was written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WritingWords {
    published: Vec<String>,
    documents: Vec<String>,
    #[serde(default)]
    annual: Vec<String>,
    #[serde(default)]
    fields: Vec<String>,
    #[serde(default)]
    sheet: Vec<String>,
    #[serde(default)]
    sheet_days: Vec<String>,
    said: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Joints {
    open: Vec<String>,
    join: Vec<String>,
    list: Vec<String>,
    since: Vec<String>,
    onwards: Vec<String>,
    until: Vec<String>,
    by: Vec<String>,
    when: Vec<String>,
    part: Vec<String>,
    filler: Vec<String>,
    elsewhere: Vec<String>,
    open_ended: Vec<String>,
    relative: Vec<String>,
    founded: Vec<String>,
    month_case: MonthCase,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    days: Vec<String>,
    weeks: Vec<String>,
    months: Vec<String>,
    years: Vec<String>,
    later: Vec<String>,
    earlier: Vec<String>,
    beyond: Vec<String>,
    short_of: Vec<String>,
    ago: Vec<String>,
    ago_before: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Deictic {
    days: BTreeMap<String, i64>,
    months: BTreeMap<String, i64>,
    years: BTreeMap<String, i64>,
    year_to_date: Vec<String>,
    month_to_date: Vec<String>,
    period: Vec<String>,
    parts: BTreeMap<String, (u8, u8)>,
    vague: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Weekdays {
    next: Vec<String>,
    previous: Vec<String>,
    last: Vec<String>,
    last_behind: Vec<String>,
    next_behind: Vec<String>,
    previous_behind: Vec<String>,
    indefinite: Vec<String>,
    #[serde(flatten)]
    days: BTreeMap<String, i8>,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_dates.rs"));

/// The words of time, made at first use.
pub(super) fn time_words() -> &'static TimeWords {
    static WORDS: OnceLock<TimeWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = TimeWords::default();
        for source in SOURCES {
            words.learn(&toml::from_str(source).expect("the built-in language files are tested"));
        }
        words
    })
}

impl TimeWords {
    /// The day of the week that a token names; Monday is 1.
    pub fn weekday(&self, text: &str, token: &Token) -> Option<i8> {
        let may = self.weekday_outlines.may_have_one(token.outline);
        may.then(|| self.weekdays.get(token_key(text, token).as_ref()).copied()).flatten()
    }

    /// The day of the month that a token names in words.
    pub fn ordinal(&self, text: &str, token: &Token) -> Option<u8> {
        let may = self.ordinal_outlines.may_have_one(token.outline);
        may.then(|| self.ordinals.get(token_key(text, token).as_ref()).copied()).flatten()
    }

    /// So many tokens behind its first a day without its month stands at most: "du", "Friday the", "la nuit du".
    pub fn longest_day_lead(&self) -> usize {
        let opened = self.opens.longest() + self.fillers.longest();
        opened.max(self.day_leads.longest() + 1).max(self.day_of.longest())
    }

    fn learn(&mut self, file: &File) {
        self.learn_joints(&file.joints);
        for (phrase, months) in &file.spans {
            self.spans.learn(phrase, *months);
        }
        let step: [fn(i64) -> Step; 3] = [Step::Days, Step::Months, Step::Years];
        for (table, step) in [&file.days, &file.months, &file.years].into_iter().zip(step) {
            table.iter().for_each(|(phrase, by)| self.alone.learn(phrase, Meaning::Counted(step(*by))));
        }
        let deictic = &file.deictic;
        for (table, step) in [&deictic.days, &deictic.months, &deictic.years].into_iter().zip(step) {
            table.iter().for_each(|(phrase, by)| self.alone.learn(phrase, Meaning::Deictic(step(*by))));
        }
        self.alone.learn_all(&deictic.vague, Meaning::Vague);
        self.alone.learn_all(&deictic.year_to_date, Meaning::ToDate(Step::Years(0)));
        self.alone.learn_all(&deictic.month_to_date, Meaning::ToDate(Step::Months(0)));
        self.alone.learn_all(&deictic.period, Meaning::Period);
        for (phrase, (first, last)) in &deictic.parts {
            self.alone.learn(phrase, Meaning::Part(*first, *last));
        }
        let counted = &file.counted;
        self.alone.learn_all(&counted.days, Meaning::Unit(Step::Days(1)));
        self.alone.learn_all(&counted.weeks, Meaning::Unit(Step::Days(7)));
        self.alone.learn_all(&counted.months, Meaning::Unit(Step::Months(1)));
        self.alone.learn_all(&counted.years, Meaning::Unit(Step::Years(1)));
        self.tenses.learn_all(&counted.beyond, Tense::Beyond);
        self.tenses.learn_all(&counted.short_of, Tense::ShortOf);
        self.tenses.learn_all(&counted.later, Tense::Later);
        self.tenses.learn_all(&counted.earlier, Tense::Earlier);
        self.tenses.learn_all(&counted.ago, Tense::Ago);
        self.ago_before.learn_all(&counted.ago_before, ());
        self.learn_weekdays(&file.weekdays);
        self.learn_month_days(&file.month_days);
        self.published.learn_all(&file.writing.published, ());
        self.documents.learn_all(&file.writing.documents, ());
        self.annual.learn_all(&file.writing.annual, ());
        self.fields.learn_all(&file.writing.fields, ());
        self.sheet.learn_all(&file.writing.sheet, ());
        self.sheet_days.learn_all(&file.writing.sheet_days, ());
        self.said.learn_all(&file.writing.said, ());
    }

    fn learn_month_days(&mut self, days: &MonthDays) {
        self.day_leads.learn_all(&days.lead, ());
        self.day_of.learn_all(&days.of, ());
        self.same_month.learn_all(&days.same_month, ());
        self.day_before.learn_all(&days.before, ());
        let ordinals = days.ordinals.iter().map(|(word, day)| (phrase_key(word, TokenKind::Word), *day));
        self.ordinals.extend(ordinals);
        self.ordinals.keys().for_each(|word| self.ordinal_outlines.learn(word));
    }

    fn learn_joints(&mut self, joints: &Joints) {
        let case = joints.month_case;
        self.opens.learn_all(&joints.open, ());
        self.leads.learn_all(&joints.since, (Lead::Since, case));
        self.leads.learn_all(&joints.until, (Lead::Until, case));
        self.leads.learn_all(&joints.open, (Lead::Open, case));
        self.leads.learn_all(&joints.when, (Lead::When, case));
        self.leads.learn_all(&joints.by, (Lead::By, case));
        self.relative.learn_all(&joints.relative, ());
        self.founded.extend(joints.founded.iter().map(|word| phrase_key(word, TokenKind::Word)));
        self.parts.learn_all(&joints.part, case);
        self.joins.learn_all(&joints.join, ());
        self.lists.learn_all(&joints.list, ());
        self.onwards.learn_all(&joints.onwards, ());
        self.fillers.learn_all(&joints.filler, ());
        self.elsewhere.learn_all(&joints.elsewhere, ());
        self.open_ended.extend(joints.open_ended.iter().map(|word| phrase_key(word, TokenKind::Word)));
    }

    fn learn_weekdays(&mut self, weekdays: &Weekdays) {
        self.last.learn_all(&weekdays.last, ());
        self.last_behind.learn_all(&weekdays.last_behind, ());
        self.indefinite.extend(weekdays.indefinite.iter().map(|word| phrase_key(word, TokenKind::Word)));
        for (name, day) in &weekdays.days {
            let key = phrase_key(name, TokenKind::Word);
            self.weekday_outlines.learn(&key);
            self.weekdays.insert(key, *day);
            self.alone.learn(name, Meaning::Weekday(*day, Which::Any));
            for (phrases, which) in [
                (&weekdays.next, Which::Next),
                (&weekdays.previous, Which::Previous),
                (&weekdays.last, Which::Last),
            ] {
                for phrase in phrases {
                    self.alone.learn(&format!("{phrase} {name}"), Meaning::Weekday(*day, which));
                }
            }
            for (phrases, which) in [
                (&weekdays.last_behind, Which::Last),
                (&weekdays.next_behind, Which::Next),
                (&weekdays.previous_behind, Which::Previous),
            ] {
                for phrase in phrases {
                    self.alone.learn(&format!("{name} {phrase}"), Meaning::Weekday(*day, which));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        assert_eq!(time_words().weekdays.len(), 7 * SOURCES.len());
    }
}
