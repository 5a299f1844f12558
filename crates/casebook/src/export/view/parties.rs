use reason::quantities::Decimal;
use serde_json::Number;

use super::{DocumentView, ids};
use crate::export::Ties;
use crate::export::rows::{MentionRow, RelationRow, ShareRow};

impl DocumentView<'_> {
    pub(crate) fn mentions<'w>(&'w self, ties: &'w Ties) -> impl Iterator<Item = MentionRow> + 'w {
        self.analysis.mentions.iter().enumerate().map(|(index, mention)| MentionRow {
            id: ids::mention(self.id, index),
            document: self.label.to_owned(),
            span: self.span(mention.span),
            entity: ties.parties.get(&mention.entity).cloned(),
            text: self.phrase(mention.span),
            form: mention.form,
        })
    }

    pub(crate) fn relations<'w>(&'w self, ties: &'w Ties) -> impl Iterator<Item = RelationRow> + 'w {
        self.analysis.relations.iter().enumerate().map(|(index, relation)| RelationRow {
            id: ids::relation(self.id, index),
            document: self.label.to_owned(),
            span: self.span(relation.span),
            subject: ties.parties.get(&relation.subject).cloned(),
            relation: relation.kind,
            object: ties.parties.get(&relation.object).cloned(),
            subject_text: self.phrase(relation.subject_span),
            object_text: self.phrase(relation.object_span),
            detail: relation.detail.map(|span| self.phrase(span)),
            share: relation
                .share
                .map(|share| ShareRow { low: share.low.and_then(number), high: share.high.and_then(number) }),
            date: relation.date,
            hedges: self.phrases(&relation.hedges),
            negated: relation.negated,
        })
    }
}

/// A decimal as JSON has it.
fn number(decimal: Decimal) -> Option<Number> {
    match decimal.is_whole() {
        true => Some(decimal.floor().into()),
        false => Number::from_f64(format!("{}{}", decimal.floor(), decimal.decimals()).parse().ok()?),
    }
}
