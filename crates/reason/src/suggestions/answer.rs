use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::claims::ClaimKind;
use crate::document::Span;
use crate::quantities::{self, Figure, Quantity};
use crate::text::tokens;

/// Claims of one answer beyond this are dropped: a model that runs on has lost the passage.
const MOST: usize = 20;

/// A claim that a model suggests. Spans count in the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// The words that make it.
    pub quote: Span,
    /// What happened.
    pub what: ClaimKind,
    /// The number as written.
    pub number: Span,
    /// What the number says, as our own grammar reads it.
    pub figure: Figure,
    /// To whom.
    pub victims: Option<Span>,
    /// By whom.
    pub perpetrators: Option<Span>,
    /// Where.
    pub place: Option<Span>,
    /// Who says so.
    pub said_by: Option<Span>,
}

impl Suggestion {
    /// The same with its spans counted in the quote instead of the passage.
    #[must_use]
    pub fn within_quote(&self) -> Self {
        let start = self.quote.start;
        let back = |span: Span| Span::new(span.start - start, span.end - start);
        Self {
            quote: back(self.quote),
            number: back(self.number),
            victims: self.victims.map(back),
            perpetrators: self.perpetrators.map(back),
            place: self.place.map(back),
            said_by: self.said_by.map(back),
            ..*self
        }
    }
}

/// Why a suggestion, or a field of one, was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dropped {
    /// The answer is no JSON of the shape asked for.
    Unreadable,
    /// The quote does not stand in the passage, or is empty.
    NotVerbatim,
    /// The number does not stand in the quote, or is no number.
    NoNumber,
    /// A kind that there is not.
    UnknownKind,
    /// A field whose words do not stand in the quote: the field alone is left out.
    FieldNotVerbatim,
    /// More claims than one passage can hold.
    TooMany,
    /// The same claim twice.
    Repeated,
}

impl Dropped {
    /// In words, for a count of them: `3 quoted words that do not stand in the passage`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unreadable => "gave no readable answer",
            Self::NotVerbatim => "quoted words that do not stand in the passage",
            Self::NoNumber => "gave no number that stands in the quote",
            Self::UnknownKind => "gave a kind of claim that there is not",
            Self::FieldNotVerbatim => {
                "gave a field whose words do not stand in the quote (the field was left out)"
            }
            Self::TooMany => "came after the twentieth claim of one passage",
            Self::Repeated => "repeated another",
        }
    }
}

/// What could be taken of an answer, and what was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// In the order of the answer.
    pub suggestions: Vec<Suggestion>,
    /// How many were dropped, and why.
    pub dropped: BTreeMap<Dropped, usize>,
}

#[derive(Deserialize)]
struct Answer {
    claims: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Said {
    quote: String,
    what: String,
    number: String,
    #[serde(default)]
    victims: Option<String>,
    #[serde(default)]
    perpetrators: Option<String>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    said_by: Option<String>,
}

/// Takes of an answer what stands in the passage.
///
/// ```
/// use reason::suggestions::take;
/// let passage = "The mayor of Kessa said that 12 ferrymen were killed.";
/// let honest = r#"{"claims": [{"quote": "12 ferrymen were killed", "what": "killed", "number": "12"}]}"#;
/// assert_eq!(take(honest, passage).suggestions.len(), 1);
/// let liar = r#"{"claims": [{"quote": "40 ferrymen were killed", "what": "killed", "number": "40"}]}"#;
/// assert!(take(liar, passage).suggestions.is_empty());
/// ```
#[must_use]
pub fn take(answer: &str, passage: &str) -> Taken {
    let mut taken = Taken::default();
    let Ok(Answer { claims }) = serde_json::from_str(json_of(answer)) else {
        taken.drop(Dropped::Unreadable);
        return taken;
    };
    for (number, claim) in claims.into_iter().enumerate() {
        if number >= MOST {
            taken.drop(Dropped::TooMany);
            continue;
        }
        match serde_json::from_value(claim) {
            Ok(said) => taken.add(&said, passage),
            Err(_) => taken.drop(Dropped::Unreadable),
        }
    }
    taken
}

/// Models wrap JSON in a code fence or a polite sentence: from the first brace to the last.
fn json_of(answer: &str) -> &str {
    match (answer.find('{'), answer.rfind('}')) {
        (Some(start), Some(end)) if start < end => &answer[start..=end],
        _ => answer,
    }
}

impl Taken {
    fn drop(&mut self, why: Dropped) {
        *self.dropped.entry(why).or_default() += 1;
    }

    fn add(&mut self, said: &Said, passage: &str) {
        match self.read(said, passage) {
            Ok(suggestion) if self.suggestions.contains(&suggestion) => self.drop(Dropped::Repeated),
            Ok(suggestion) => self.suggestions.push(suggestion),
            Err(why) => self.drop(why),
        }
    }

    fn read(&mut self, said: &Said, passage: &str) -> Result<Suggestion, Dropped> {
        let whole = Span::new(0, passage.len());
        let quote = within(passage, whole, &said.quote).ok_or(Dropped::NotVerbatim)?;
        let what = kind(&said.what).ok_or(Dropped::UnknownKind)?;
        let number = within(passage, quote, &said.number).ok_or(Dropped::NoNumber)?;
        let read = quantity_at(passage, quote, number).ok_or(Dropped::NoNumber)?;
        Ok(Suggestion {
            quote,
            what,
            number: read.span.shifted(quote.start),
            figure: read.figure,
            victims: self.field(passage, quote, said.victims.as_deref()),
            perpetrators: self.field(passage, quote, said.perpetrators.as_deref()),
            place: self.field(passage, quote, said.place.as_deref()),
            said_by: self.field(passage, quote, said.said_by.as_deref()),
        })
    }

    fn field(&mut self, passage: &str, quote: Span, said: Option<&str>) -> Option<Span> {
        let said = said.filter(|said| !said.trim().is_empty())?;
        let found = within(passage, quote, said);
        if found.is_none() {
            self.drop(Dropped::FieldNotVerbatim);
        }
        found
    }
}

/// Where words stand verbatim within a part of the passage.
fn within(passage: &str, part: Span, words: &str) -> Option<Span> {
    let words = words.trim();
    let at = passage[part.start..part.end].find(words)?;
    let start = part.start + at;
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

fn kind(name: &str) -> Option<ClaimKind> {
    ClaimKind::ALL.into_iter().find(|kind| kind.name() == name)
}

/// What our own grammar reads at the number: the model says where, never how many.
fn quantity_at(passage: &str, quote: Span, number: Span) -> Option<Quantity> {
    let text = &passage[quote.start..quote.end];
    let number = Span::new(number.start - quote.start, number.end - quote.start);
    quantities::find(text, &tokens(text)).into_iter().find(|found| found.span.overlaps(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSAGE: &str = "On 3 May, the mayor of Kessa said that at least 12 ferrymen were killed by the River Guard at Tassi.";

    #[track_caller]
    fn check(answer: &str, quotes: &[&str], dropped: &[(Dropped, usize)]) {
        let taken = take(answer, PASSAGE);
        let found: Vec<&str> =
            taken.suggestions.iter().map(|one| &PASSAGE[one.quote.start..one.quote.end]).collect();
        assert_eq!(found, quotes, "{answer}");
        assert_eq!(taken.dropped, dropped.iter().copied().collect(), "{answer}");
    }

    #[test]
    fn only_what_stands_in_the_passage_is_taken() {
        let quote = "at least 12 ferrymen were killed by the River Guard";
        check(
            &format!(
                r#"{{"claims": [{{"quote": "{quote}", "what": "killed", "number": "12", "victims": "ferrymen"}}]}}"#
            ),
            &[quote],
            &[],
        );
        check(
            &format!(
                "Sure!\n```json\n{{\"claims\": [{{\"quote\": \"{quote}\", \"what\": \"killed\", \"number\": \"12\", \"victims\": \"boatmen\"}}]}}\n```"
            ),
            &[quote],
            &[(Dropped::FieldNotVerbatim, 1)],
        );
        check(
            r#"{"claims": [{"quote": "40 ferrymen were killed", "what": "killed", "number": "40"}]}"#,
            &[],
            &[(Dropped::NotVerbatim, 1)],
        );
        check(
            r#"{"claims": [{"quote": "12 ferrymen were killed", "what": "slaughtered", "number": "12"}]}"#,
            &[],
            &[(Dropped::UnknownKind, 1)],
        );
        check(
            r#"{"claims": [{"quote": "ferrymen were killed", "what": "killed", "number": "12"}]}"#,
            &[],
            &[(Dropped::NoNumber, 1)],
        );
    }

    #[test]
    fn rubbish_is_counted_not_taken() {
        for rubbish in
            ["", "no", "{}", "{\"claims\": 3}", "[1, 2]", "}{", "{\"claims\": [7]}", "\u{0}\u{ffff}"]
        {
            check(rubbish, &[], &[(Dropped::Unreadable, 1)]);
        }
    }
}
