
use serde::Deserialize;

use crate::document::Span;
use crate::text::{Token, TokenKind, WordMap, fold};

/// What a word of the running text says about a source. The names are the keys of `[senses]` in a language file.
///
/// Other words than [`super::Cue`]s, which announce the parts of a citation: these stand in sentences and in the
/// descriptions of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// "said", "told": a statement follows or precedes.
    Speech,
    /// "according to": who says so follows.
    Attribution,
    /// "published", "issued", "dated": a date follows.
    Issued,
    /// "received": the date that follows may be later than that of the letter.
    Received,
    /// "that", "who": what follows is said, not the saying.
    Clause,
    /// "in", "on": may stand before a date.
    BeforeDate,
    /// "statement", "communiqué".
    Statement,
    /// "letter".
    Letter,
    /// "report", "study".
    Study,
    /// "article", "story".
    Article,
    /// "post", "tweet".
    Post,
    /// "colonel": a rank that few hold at one place.
    Rank,
    /// "army", "gendarmerie".
    Force,
    /// "battalion".
    Unit,
    /// "former".
    Former,
    /// Finance, treasury, taxes.
    Treasury,
    /// Customs.
    Customs,
    /// The central bank.
    CentralBank,
    /// Police.
    Police,
    /// Courts, prosecution, lawyers.
    Justice,
    /// Army, defence.
    Defence,
    /// Mining.
    Mines,
    /// Hospitals, medicine.
    Health,
    /// Schools, universities.
    Education,
    /// Humanitarian work.
    Aid,
    /// Newspapers, broadcasters.
    Media,
    /// Embassies, foreign affairs.
    Diplomacy,
    /// Trade and shops.
    Trade,
    /// Farming, herding, fishing.
    Farming,
    /// Rebels, militias, armed groups.
    Rebels,
    /// Secret services.
    Intelligence,
    /// Transport.
    Transport,
    /// Ministries of the interior.
    Interior,
    /// Public works.
    Works,
    /// A head of state's office.
    Presidency,
    /// Energy, oil.
    Energy,
    /// Religious life.
    Religion,
}

impl Sense {
    /// The fields in which a source may work: two that differ are two sources.
    pub const FIELDS: [Self; 22] = [
        Self::Treasury,
        Self::Customs,
        Self::CentralBank,
        Self::Police,
        Self::Justice,
        Self::Defence,
        Self::Mines,
        Self::Health,
        Self::Education,
        Self::Aid,
        Self::Media,
        Self::Diplomacy,
        Self::Trade,
        Self::Farming,
        Self::Rebels,
        Self::Intelligence,
        Self::Transport,
        Self::Interior,
        Self::Works,
        Self::Presidency,
        Self::Energy,
        Self::Religion,
    ];
}

/// A set of [`Sense`]s: one word may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SenseSet(u64);

impl SenseSet {
    /// With one more.
    #[must_use]
    pub const fn with(self, sense: Sense) -> Self {
        Self(self.0 | 1 << sense as u64)
    }

    /// Whether it holds a sense.
    #[must_use]
    pub const fn has(self, sense: Sense) -> bool {
        self.0 & (1 << sense as u64) != 0
    }

    /// All of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether both share one.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Only the fields of work among them.
    #[must_use]
    pub fn fields(self) -> Self {
        let fields = Sense::FIELDS.into_iter().fold(Self::default(), Self::with);
        Self(self.0 & fields.0)
    }
}

/// A word or phrase of the running text that has a sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SenseHit {
    /// In bytes of the text.
    pub span: Span,
    /// Index of its first token.
    pub first: usize,
    /// One past its last token.
    pub last: usize,
    /// What it says.
    pub senses: SenseSet,
}

/// The phrases of all languages, by their first word; longest first.
#[derive(Debug, Default)]
pub(super) struct SensePhrases(WordMap<String, Vec<(Vec<String>, SenseSet)>>);

impl SensePhrases {
    pub fn learn(&mut self, phrase: &str, sense: Sense) {
        let words: Vec<String> =
            crate::text::tokens(phrase).iter().map(|token| fold(token.text(phrase))).collect();
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        let known = self.0.entry(first.clone()).or_default();
        match known.iter_mut().find(|(other, _)| other == rest) {
            Some((_, senses)) => *senses = senses.with(sense),
            None => known.push((rest.to_vec(), SenseSet::default().with(sense))),
        }
        known.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    pub fn find(&self, text: &str, tokens: &[Token]) -> Vec<SenseHit> {
        let words: Vec<String> = tokens
            .iter()
            .map(|token| match token.kind {
                TokenKind::Mark(mark) => mark.to_string(),
                _ => fold(token.text(text)),
            })
            .collect();
        let mut hits = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.longest(&words[at..]) {
                Some((length, senses)) => {
                    let last = at + length;
                    let span = Span::new(tokens[at].span.start, tokens[last - 1].span.end);
                    hits.push(SenseHit { span, first: at, last, senses });
                    at = last;
                }
                None => at += 1,
            }
        }
        hits
    }

    fn longest(&self, words: &[String]) -> Option<(usize, SenseSet)> {
        let (first, following) = words.split_first()?;
        self.0
            .get(first)?
            .iter()
            .find(|(rest, _)| following.starts_with(rest))
            .map(|(rest, senses)| (rest.len() + 1, *senses))
    }
}
