//! Prints what is read in each line of its input: quantities, dates and amounts of money. For writing grammars and looking
//! at what they take.
//!
//!     echo "On 3 May 2022 they paid 6 billion francs (about $10 million) to 12 men." | cargo run -p reason --example states

use std::io::{self, Read as _, Write as _};

use reason::document::{BlockKind, Document, Draft, DraftBlock};
use reason::money::Money;
use reason::{notes, prose, structure};

/// One line for an amount: what it is, then every part of it that the text gives.
fn described(document: &Document, money: &Money) -> String {
    let mut line = format!("money {} {}", money.amount.units(), money.currency);
    for (name, span) in
        [("usd", money.usd_span), ("what", money.what), ("payer", money.payer), ("payee", money.payee)]
    {
        if let Some(span) = span {
            line += &format!(" | {name}: {}", document.quote(span));
        }
    }
    if let Some(high) = money.amount_high {
        line += &format!(" | to {}", high.units());
    }
    if let Some(per) = money.per {
        line += &format!(" | per {per:?}");
    }
    if let Some(date) = money.date {
        line += &format!(" | on {date}");
    }
    line + if money.approximate { " | about" } else { "" }
}

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut draft = Draft::new("text/plain", "states", 1);
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    draft.blocks.extend(lines.map(|line| match line.strip_prefix("# ") {
        Some(heading) => DraftBlock::new(Some(BlockKind::Heading), heading, None),
        None => DraftBlock::new(Some(BlockKind::Paragraph), line, None),
    }));
    let document = structure::compose(draft);
    let (sentences, notes, markers) = notes::read(&document);
    let prose = prose::read(&document, &sentences, &notes, &markers);
    let money = reason::analyse(&document).money;
    let mut out = io::stdout().lock();
    for sentence in &prose.sentences {
        writeln!(out, "{}", sentence.text)?;
        for found in &sentence.quantities {
            let words = sentence.words(found.span);
            writeln!(out, "    {words}: {:?} {:?} {:?}", found.figure, found.form, found.unit)?;
        }
        for found in &sentence.dates {
            let date = |date: Option<_>| {
                date.map_or("?".to_owned(), |date: reason::dates::PartialDate| date.to_string())
            };
            let (from, to) = (date(found.interval.from), date(found.interval.to));
            writeln!(out, "    {}: {from} to {to}, {:?}", sentence.words(found.span), found.basis)?;
        }
        for found in money.iter().filter(|found| sentence.span.contains(found.written)) {
            writeln!(out, "    {}", described(&document, found))?;
        }
    }
    Ok(())
}
