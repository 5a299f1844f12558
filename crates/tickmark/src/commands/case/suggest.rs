//! `build --suggest`: asks a model of the user's own, keeps what it quotes, and tells what became of the rest.

use std::time::Duration;

use casebook::{LoadedDocument, Model, Writer, asked_mark};
use reason::document::{BlockKind, Span};
use reason::quantities::{self, NumberForm, Unit};
use reason::text::tokens;

use super::explain;
use crate::cli::Suggest;
use crate::explained::Explained;
use crate::suggest::{Endpoint, NoAnswer, Outcome, ask_about};
use crate::terminal::progress::Progress;
use crate::terminal::{Terminal, counted};

/// Bytes of the longest passage that is sent: a paragraph, not a document.
const LONGEST_PASSAGE: usize = 6_000;

/// Asks about every paragraph with a number; returns how many suggestions were kept.
pub fn suggest(arguments: &Suggest, writer: &mut Writer, terminal: Terminal) -> Result<usize, Explained> {
    let Some(endpoint) = endpoint(arguments)? else {
        return Ok(0);
    };
    if !endpoint.is_local() {
        terminal.say(&format!(
            "warning: {} is not on this machine; passages of your documents go there",
            endpoint.address()
        ));
    }
    let loaded = writer.case().load().map_err(|error| explain(&error))?;
    let all: Vec<(&LoadedDocument, Span)> =
        loaded.documents.iter().flat_map(|of| passages(of).map(move |span| (of, span))).collect();
    let before = writer.case().asked_before(endpoint.model()).map_err(|error| explain(&error))?;
    let is_new = |(of, span): &(&LoadedDocument, Span)| !before.contains(&mark(of, *span));
    let passages: Vec<_> = all.iter().copied().filter(is_new).collect();
    if passages.len() < all.len() {
        let known = counted((all.len() - passages.len()) as u64, "passage was", "passages were");
        terminal.say(&format!("note: {known} asked about before, with the same model and the same words"));
    }
    if passages.is_empty() && !all.is_empty() {
        return Ok(0);
    }
    let progress = Progress::new(terminal, "asking");
    progress.of(passages.len() as u64);
    let model = Model { name: endpoint.model(), endpoint: endpoint.address() };
    let texts = passages.iter().map(|(of, span)| of.document.quote(*span));
    let mut answered = Vec::new();
    let outcome = ask_about(&endpoint, texts, |number, taken| {
        let (of, span) = passages[number];
        progress.done(&of.exhibit.label);
        answered.push(mark(of, span));
        writer.suggest(of, span, &taken, &model).map_err(|error| explain(&error))
    })?;
    drop(progress);
    let (asked, kept) = (outcome.asked as u64, outcome.taken as u64);
    writer.record_asking(&model, asked, kept, answered).map_err(|error| explain(&error))?;
    tell(&outcome, passages.len(), &endpoint, terminal);
    Ok(outcome.taken)
}

fn mark(of: &LoadedDocument, passage: Span) -> String {
    asked_mark(of.document.quote(passage))
}

fn endpoint(arguments: &Suggest) -> Result<Option<Endpoint>, Explained> {
    let Some(address) = &arguments.suggest else {
        return Ok(None);
    };
    let key = match &arguments.suggest_key {
        None => None,
        Some(variable) => Some(std::env::var(variable).map_err(|_| {
            Explained::new(format!("the environment has no {variable}"))
                .hint("set it to the key of the endpoint, or leave --suggest-key out")
        })?),
    };
    let patience = Duration::from_secs(arguments.suggest_timeout.max(1));
    Endpoint::new(address, &arguments.suggest_model, key, patience).map(Some)
}

/// The paragraphs in which something is counted.
fn passages(of: &LoadedDocument) -> impl Iterator<Item = Span> + '_ {
    let blocks = of.document.blocks.iter();
    let asked = blocks.filter(|block| {
        (block.kind.is_body() || block.kind == BlockKind::Caption)
            && block.span.len() <= LONGEST_PASSAGE
            && has_a_count(of.document.quote(block.span))
    });
    asked.map(|block| block.span)
}

fn has_a_count(text: &str) -> bool {
    let counts = |unit, form| unit == Unit::Count && form != NumberForm::Article;
    quantities::find(text, &tokens(text)).iter().any(|found| counts(found.unit, found.form))
}

fn tell(outcome: &Outcome, passages: usize, endpoint: &Endpoint, terminal: Terminal) {
    terminal.say(&format!(
        "asked {} about {} of {}: {} kept, each marked as one until `tickmark judge accept`",
        endpoint.model(),
        outcome.asked,
        counted(passages as u64, "passage", "passages"),
        counted(outcome.taken as u64, "suggestion", "suggestions"),
    ));
    for (why, number) in &outcome.dropped {
        terminal.say(&format!("note: {number} dropped: it {}", why.words()));
    }
    if outcome.unanswered > 0 {
        let number = counted(outcome.unanswered as u64, "passage", "passages");
        terminal.say(&format!("warning: {number} without an answer"));
    }
    if let Some(why) = &outcome.failure {
        terminal.say(&format!("warning: {}", words_of(why, endpoint.address())));
        if outcome.gave_up {
            terminal.say("warning: no more was asked");
        }
        terminal
            .say("hint: check the address, the model and the key; what was built without the model stands");
    }
}

fn words_of(why: &NoAnswer, address: &str) -> String {
    match why {
        NoAnswer::Unreachable(why) => format!("{address} cannot be reached: {why}"),
        NoAnswer::TimedOut => format!("{address} does not answer in time"),
        NoAnswer::Refused(status) => format!("{address} answers with status {status}"),
        NoAnswer::Rubbish => format!("{address} answers with something that is no chat completion"),
    }
}
