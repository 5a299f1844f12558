//! CFA francs are two currencies. Which one is meant is certain where a document names the bank, the union or countries of
//! one of them only.

use std::collections::BTreeSet;

use crate::prose::Prose;
use crate::text::fold;

use super::Money;
use super::words::money_words;

/// Gives the CFA francs of a document their code, where all that it names lies in one zone.
pub(super) fn settle(prose: &Prose<'_>, found: &mut [Money]) {
    let is_cfa = |money: &Money| fold(&money.currency).split(' ').any(|word| matches!(word, "cfa" | "fcfa"));
    if !found.iter().any(is_cfa) {
        return;
    }
    let mut zones: BTreeSet<&'static str> = BTreeSet::new();
    for sentence in &prose.sentences {
        for at in 0..sentence.tokens.len() {
            let capital = sentence.tokens[at].text(&sentence.text).starts_with(char::is_uppercase);
            let zone = || money_words().zones.starting(&sentence.text, &sentence.tokens, at);
            zones.extend(capital.then(zone).flatten().map(|(_, zone)| zone));
        }
        if zones.len() > 1 {
            return;
        }
    }
    if let Some(zone) = zones.first() {
        found
            .iter_mut()
            .filter(|money| is_cfa(money))
            .for_each(|money| (*zone).clone_into(&mut money.currency));
    }
}
