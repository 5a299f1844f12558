use serde::{Deserialize, Serialize};

use crate::document::Span;

/// How grave a diagnostic is. Ordered: `Note < Warning < Error`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably wrong, or weak.
    Warning,
    /// Wrong as it stands.
    Error,
}

impl Severity {
    /// `note`, `warning`, `error`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $summary:literal;)*) => {
        /// The code of a rule. Once released it keeps its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Code { $(#[doc = $summary] $code,)* }

        impl Code {
            /// All codes, in their order.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// `N01`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// `unresolved-marker`.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// How grave it is unless the user says otherwise.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }

            /// What it sees, in one line.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$code => $summary,)* }
            }
        }
    };
}

codes! {
    N01 "unresolved-marker" Error "a marker that has no note";
    N02 "uncalled-note" Error "a note that no marker calls";
    N03 "marker-order" Warning "markers out of sequence, repeated, or a group with a lost comma";
    N04 "repeated-work" Warning "one work cited twice or more at one place, as if it were two sources";
    N05 "empty-note" Error "a note with neither citation nor commentary";
    C01 "no-date" Warning "a published work without a date";
    C02 "no-publisher" Warning "neither outlet nor publisher nor an organisation as author";
    C03 "no-locator" Note "an online work without address; a long document without page or paragraph";
    C04 "url-date" Error "the date inside the address differs from the date printed";
    C05 "damaged-url" Warning "an address broken by a line end, a lost character, a bare trailing `?`, a text fragment or markup";
    C06 "inconsistent-work" Warning "one work cited with different titles, dates, outlets or addresses";
    C07 "author-spelling" Warning "one author spelled in several ways";
    C08 "impossible-date" Error "a date that cannot be: 30 February, after the report itself, an access date before publication";
    C09 "lost-ibid" Error "ibid., supra or op. cit. that leads nowhere or to a note with several works";
    T01 "source-predates-event" Warning "a sentence tells of a day after the date of everything that it cites";
    T02 "date-mismatch" Warning "the sentence dates a statement or publication in one month or year, the note that it calls in another";
    T03 "date-conflict" Warning "one event dated differently";
    F01 "contested-figure" Note "speakers give figures of one quantity of one incident that cannot both hold";
    F02 "figure-conflict" Warning "one report gives one quantity in two ways";
    F03 "unsourced-figure" Warning "a count of victims or a sum of money without a note";
    F04 "single-origin" Warning "a figure with several notes that all lead back to one origin";
    F05 "figure-not-in-source" Warning "the cited exhibit is in the case and does not contain the figure";
    F06 "table-total" Error "rows or columns of a table that do not add up to their total";
    F07 "conversion-outlier" Warning "amounts and their stated equivalents imply exchange rates that disagree";
    F08 "subset-exceeds-total" Error "more in a part than in the whole: more children among the dead than dead";
    E01 "name-spelling" Warning "one person, group or place spelled in several ways";
    E02 "undefined-abbreviation" Note "an abbreviation used before, or without, its definition";
    E03 "ambiguous-name" Warning "a bare surname that two people in the report share";
    E05 "attribution-mismatch" Warning "the sentence names one kind of source, its note another";
    E06 "listed-party" Warning "somebody on a sanctions list of which the report says nothing, or said to be listed and not so on its date";
    R01 "no-right-of-reply" Warning "a named party is accused and the report records no request for comment";
    S01 "identifiable-source" Warning "details that together may identify a source whom the report means to protect";
    S02 "source-leak" Error "document metadata, comments or hidden text that may name a person";
    D01 "unread" Warning "a part that could not be read";
}

impl Code {
    /// Reads `N01` or `unresolved-marker`, in any case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.name().eq_ignore_ascii_case(text) || code.slug().eq_ignore_ascii_case(text))
    }
}

/// One finding of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Which rule.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// One sentence that says what is wrong.
    pub message: String,
    /// Every place involved, the most telling first.
    pub places: Vec<Place>,
    /// Labels of the notes involved.
    pub notes: Vec<String>,
    /// What to do.
    pub help: String,
}

/// A place that a diagnostic points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Index of the document among those checked.
    pub document: usize,
    /// Where in its reading text; `None` where the place is the file itself (metadata) or a page without text.
    pub span: Option<Span>,
    /// The page, where known.
    pub page: Option<u32>,
    /// What stands there, in a few words: `printed here as 13 August 2023`.
    pub says: String,
}

impl Diagnostic {
    /// At its rule's own severity, without places yet.
    pub(super) fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            places: Vec::new(),
            notes: Vec::new(),
            help: help.into(),
        }
    }

    /// With one more place.
    pub(super) fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// With several more places.
    pub(super) fn at_each(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.places.extend(places);
        self
    }

    /// With one more note involved.
    pub(super) fn note(mut self, label: &str) -> Self {
        if !label.is_empty() && !self.notes.iter().any(|known| known == label) {
            self.notes.push(label.to_owned());
        }
        self
    }

    /// With several more notes involved.
    pub(super) fn notes<'l>(self, labels: impl IntoIterator<Item = &'l str>) -> Self {
        labels.into_iter().fold(self, Self::note)
    }

    /// Graver or less grave than the rule usually is.
    pub(super) fn graded(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
