//! What documents state: claims, money, sanctions, requests for comment, recommendations. Phrases are as written, with
//! the marks of notes taken out and white space folded; the quotes of spans are verbatim.

use reason::claims::ClaimKind;
use reason::dates::PartialDate;
use reason::money::Period;
use reason::replies::Outcome;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::SpanRow;

/// What a passage says happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClaimRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// The passage that makes it.
    pub span: SpanRow,
    /// The words of the passage, verbatim: the quote of `span`.
    pub quote: String,
    /// Labels of the notes that support it.
    pub notes: Vec<String>,
    /// Id of the incident that it is about.
    pub incident: Option<String>,
    /// killed, injured, executed, abducted, detained, disappeared, displaced, deployed, `sexual_violence`, attacks,
    /// operations or other.
    #[schemars(with = "String")]
    pub what: ClaimKind,
    /// Several kinds in one figure ("killed or wounded"): all of them.
    #[schemars(with = "Vec<String>")]
    pub combined: Vec<ClaimKind>,
    /// To whom, without the number.
    pub victims: Option<String>,
    /// By whom.
    pub perpetrators: Option<String>,
    /// The least that it says.
    pub low: Option<u64>,
    /// The most that it says.
    pub high: Option<u64>,
    /// Not meant exactly.
    pub approximate: bool,
    /// The number with its comparator.
    pub number_as_written: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// From when: ISO 8601, as precise as the text.
    #[schemars(with = "Option<String>")]
    pub date_from: Option<PartialDate>,
    /// To when; equal to `date_from` for a single day, month or year.
    #[schemars(with = "Option<String>")]
    pub date_to: Option<PartialDate>,
    /// The words that date it.
    pub date_as_written: Option<String>,
    /// How the date is known from them: written, `year_from` or `counted_from` another date, unanchored.
    pub date_basis: Option<String>,
    /// Which of victims, perpetrators, place, date and `attributed_to` do not stand in the sentence of the claim, but before it.
    pub inherited: Vec<String>,
    /// Who says so: the first speaker; null where the document itself does.
    pub attributed_to: Option<String>,
    /// The first speaker, then those through whom it came.
    pub attributed_chain: Vec<String>,
    /// Words that make it less than certain.
    pub hedges: Vec<String>,
    /// Said not to have happened.
    pub negated: bool,
    /// Id of the claim whose figure this one is a part of.
    pub subset_of: Option<String>,
    /// Where it stands: body, caption, table, note, or title (of a work that the document cites).
    pub stands_in: String,
    /// Of a claim in the title of a cited work: id of the citation.
    pub citation: Option<String>,
    /// It counts over a span of time or many places, not one event.
    pub cumulative: bool,
    /// The model of the user's own that suggested it; null where the grammar read it. It takes no part in incidents and
    /// checks until a person accepts it.
    pub suggested_by: Option<String>,
    /// What a person decided about it: accepted or rejected; null where nobody did.
    pub judged: Option<String>,
}

/// An amount of money, or of goods that count as money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MoneyRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// The clause in which it stands.
    pub span: SpanRow,
    /// In units of the currency; of a range, its lower end.
    #[schemars(with = "f64")]
    pub amount: Number,
    /// Of a range, its upper end.
    #[schemars(with = "Option<f64>")]
    pub amount_high: Option<Number>,
    /// ISO 4217 where certain, else as written.
    pub currency: String,
    /// Amount and currency as written.
    pub written: String,
    /// What the text says it comes to in US dollars.
    #[schemars(with = "Option<f64>")]
    pub usd_as_written: Option<Number>,
    /// day, week, month, quarter or year.
    #[schemars(with = "Option<String>")]
    pub per: Option<Period>,
    /// What it came to in US dollars by the rates in use, on its date; null where no rate holds then.
    pub usd_converted: Option<ConvertedRow>,
    /// What it is for.
    pub what: Option<String>,
    /// Who pays.
    pub payer: Option<String>,
    /// Who is paid.
    pub payee: Option<String>,
    /// ISO 8601, as precise as the text.
    #[schemars(with = "Option<String>")]
    pub date: Option<PartialDate>,
    /// Not meant exactly.
    pub approximate: bool,
}

/// An amount in another currency, with all that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConvertedRow {
    /// In units, to the cent.
    #[schemars(with = "f64")]
    pub amount: Number,
    /// How many units one unit of the original was worth.
    #[schemars(with = "f64")]
    pub rate: Number,
    /// The dates of the rates used.
    #[schemars(with = "Vec<String>")]
    pub rate_dates: Vec<PartialDate>,
    /// Where they come from.
    pub sources: Vec<String>,
}

/// One party put on a sanctions list by one authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DesignationRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// The passage.
    pub span: SpanRow,
    /// Who was sanctioned.
    pub target: String,
    /// Id of the entity that is named there, where one is.
    pub target_entity: Option<String>,
    /// By whom.
    pub authority: Option<String>,
    /// The programme or list.
    pub program: Option<String>,
    /// What for, in the words of the passage.
    pub reason: Option<String>,
    /// ISO 8601, as precise as the text.
    #[schemars(with = "Option<String>")]
    pub date: Option<PartialDate>,
}

/// A request for comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReplyRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// The passage.
    pub span: SpanRow,
    /// Who was asked.
    pub addressee: String,
    /// `no_reply`, replied or other.
    #[schemars(with = "String")]
    pub outcome: Outcome,
}

/// What a report asks of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecommendationRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// The sentence.
    pub span: SpanRow,
    /// Who shall do it.
    pub addressee: Option<String>,
    /// What shall be done.
    pub text: String,
    /// The heading of its section.
    pub section: Option<String>,
}
