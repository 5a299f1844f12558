use reason::claims::{Claim, StandsIn};
use reason::dates::DateBasis;
use reason::document::Span;
use reason::money::{Amount, Money, Rates};
use serde_json::Number;

use super::{DocumentView, ids, label_of};
use crate::export::rows::{ClaimRow, ConvertedRow, DesignationRow, MoneyRow, RecommendationRow, ReplyRow};
use crate::export::ties::{Ties, verdict_name};

impl DocumentView<'_> {
    pub(crate) fn claims<'w>(&'w self, ties: &'w Ties) -> impl Iterator<Item = ClaimRow> + 'w {
        self.analysis.claims.iter().enumerate().map(|(index, claim)| self.claim(ties, index, claim))
    }

    fn claim(&self, ties: &Ties, index: usize, claim: &Claim) -> ClaimRow {
        let chain = self.phrases(&claim.said_by);
        let (stands_in, citation) = stands_in(claim.stands_in);
        ClaimRow {
            id: ids::claim(self.id, index),
            document: self.label.to_owned(),
            span: self.span(claim.span),
            quote: self.document.quote(claim.span).to_owned(),
            notes: claim.notes.iter().map(|note| label_of(self.analysis, *note)).collect(),
            incident: ties.incidents.get(&index).cloned(),
            what: claim.what,
            combined: claim.combined.clone(),
            victims: claim.victims.map(|span| self.phrase(span)),
            perpetrators: claim.perpetrators.map(|span| self.phrase(span)),
            low: claim.figure.low,
            high: claim.figure.high,
            approximate: claim.figure.approximate,
            number_as_written: claim.number.map(|span| self.phrase(span)),
            place: claim.place.map(|span| self.phrase(span)),
            date_from: claim.when.and_then(|when| when.interval.from),
            date_to: claim.when.and_then(|when| when.interval.to),
            date_as_written: claim.when.map(|when| self.phrase(when.span)),
            date_basis: claim.when.map(|when| basis(when.basis).to_owned()),
            inherited: self
                .analysis
                .inherited(claim)
                .iter()
                .map(|(what, _)| what.name().to_owned())
                .collect(),
            attributed_to: chain.first().cloned(),
            attributed_chain: chain,
            hedges: self.phrases(&claim.hedges),
            negated: claim.negated,
            subset_of: claim.subset_of.map(|whole| ids::claim(self.id, whole)),
            stands_in: stands_in.to_owned(),
            citation: citation.map(|citation| ids::citation(self.id, citation)),
            cumulative: claim.cumulative,
            suggested_by: claim.suggested_by.clone(),
            judged: ties.judged.get(&index).map(|verdict| verdict_name(*verdict).to_owned()),
        }
    }

    pub(crate) fn money<'w>(&'w self, rates: &'w Rates) -> impl Iterator<Item = MoneyRow> + 'w {
        self.analysis.money.iter().enumerate().map(move |(index, money)| MoneyRow {
            id: format!("{}-a{index}", self.id),
            document: self.label.to_owned(),
            span: self.span(money.span),
            amount: number(money.amount),
            amount_high: money.amount_high.map(number),
            currency: money.currency.clone(),
            written: self.phrase(money.written),
            usd_as_written: money.usd_as_written.map(number),
            per: money.per,
            usd_converted: converted(money, rates),
            what: money.what.map(|span| self.phrase(span)),
            payer: money.payer.map(|span| self.phrase(span)),
            payee: money.payee.map(|span| self.phrase(span)),
            date: money.date,
            approximate: money.approximate,
        })
    }

    pub(crate) fn designations<'w>(&'w self, ties: &'w Ties) -> impl Iterator<Item = DesignationRow> + 'w {
        self.analysis.designations.iter().enumerate().map(move |(index, designation)| DesignationRow {
            id: format!("{}-g{index}", self.id),
            document: self.label.to_owned(),
            span: self.span(designation.span),
            target: self.phrase(designation.target),
            target_entity: self
                .named_in(designation.target)
                .and_then(|entity| ties.parties.get(&entity).cloned()),
            authority: designation.authority.map(|span| self.phrase(span)),
            program: designation.program.map(|span| self.phrase(span)),
            reason: designation.reason.map(|span| self.phrase(span)),
            date: designation.date,
        })
    }

    pub(crate) fn replies(&self) -> impl Iterator<Item = ReplyRow> {
        self.analysis.replies.iter().enumerate().map(|(index, reply)| ReplyRow {
            id: format!("{}-y{index}", self.id),
            document: self.label.to_owned(),
            span: self.span(reply.span),
            addressee: self.phrase(reply.addressee),
            outcome: reply.outcome,
        })
    }

    pub(crate) fn recommendations(&self) -> impl Iterator<Item = RecommendationRow> {
        self.analysis.recommendations.iter().enumerate().map(|(index, recommendation)| RecommendationRow {
            id: format!("{}-w{index}", self.id),
            document: self.label.to_owned(),
            span: self.span(recommendation.span),
            addressee: recommendation.addressee.map(|span| self.phrase(span)),
            text: self.phrase(recommendation.span),
            section: recommendation.section.map(|span| self.phrase(span)),
        })
    }

    /// The entity that is named last within a span: of "the general Jann Oste", Oste.
    fn named_in(&self, span: Span) -> Option<usize> {
        let mentions = &self.analysis.mentions;
        let end = mentions.partition_point(|mention| mention.span.end <= span.end);
        let last = mentions[..end].last()?;
        (last.span.start >= span.start).then_some(last.entity)
    }
}

const fn stands_in(place: StandsIn) -> (&'static str, Option<usize>) {
    match place {
        StandsIn::Body => ("body", None),
        StandsIn::Caption => ("caption", None),
        StandsIn::Table => ("table", None),
        StandsIn::Note => ("note", None),
        StandsIn::CitedTitle(citation) => ("title", Some(citation)),
    }
}

const fn basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Written => "written",
        DateBasis::YearFrom(_) => "year_from",
        DateBasis::CountedFrom(_) => "counted_from",
        DateBasis::Unanchored => "unanchored",
    }
}

/// Only of what is a date with a year, by a rate of that time, and not of what are dollars already.
fn converted(money: &Money, rates: &Rates) -> Option<ConvertedRow> {
    let date = money.date.filter(|_| money.currency != "USD")?;
    let converted = rates.convert(money.amount.units(), &money.currency, date, "USD")?;
    Some(ConvertedRow {
        amount: Number::from_f64((converted.amount * 100.0).round() / 100.0)?,
        rate: Number::from_f64(converted.rate)?,
        rate_dates: converted.rate_dates,
        sources: converted.sources,
    })
}

/// Whole units are whole numbers: `6000000000`, not `6000000000.0`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole, and below 2^63 by the test before"
)]
fn number(amount: Amount) -> Number {
    let units = amount.units();
    match units.fract() == 0.0 && units < 9.0e18 {
        true => Number::from(units as u64),
        false => Number::from_f64(units).expect("hundredths of a whole number are finite"),
    }
}
