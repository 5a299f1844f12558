//! Prints what is read in each line of its input: quantities, dates and amounts of money. For writing grammars and looking
//! at what they take.
//!
//!     echo "On 3 May 2022 they paid 6 billion francs (about $10 million) to 12 men." | cargo run -p reason --example states

use std::io::{self, Read as _, Write as _};

use reason::document::{BlockKind, Draft, DraftBlock};
use reason::{notes, prose, structure};

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
            let date = |date: Option<_>| date.map_or("?".to_owned(), |date: reason::dates::PartialDate| date.to_string());
            let (from, to) = (date(found.interval.from), date(found.interval.to));
            writeln!(out, "    {}: {from} to {to}, {:?}", sentence.words(found.span), found.basis)?;
        }
        for found in money.iter().filter(|found| sentence.span.contains(found.written)) {
            writeln!(out, "    {found:?}")?;
        }
    }
    Ok(())
}
