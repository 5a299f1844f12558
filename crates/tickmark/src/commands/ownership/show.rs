//! The answers, for people: each rule with its paths, what would decide it, and what the records leave out.

use std::io::{self, Write};

use names::history::Day;
use names::ownership::{
    Answer, Because, Certainty, Decides, Edge, Graph, Open, Outcome, Owner, Regime, Remark, Source, Standing,
    Tie,
};

use super::{Asked, Question};
use crate::commands::screen::snapshots;
use crate::terminal::{escape, style};

/// Open questions and gaps of each kind that are shown; the others are counted.
const MOST: usize = 12;

pub(super) fn write(out: &mut impl Write, question: &Question<'_>, asked: &[Asked]) -> io::Result<()> {
    let strong = style::STRONG;
    let node = &question.graph.nodes()[question.party];
    let (name, id) = (escape::line(&node.name), escape::line(&node.id));
    writeln!(out, "{strong}{name}{strong:#} ({id}), as of {}{}", question.day, by_which(question, asked))?;
    for one in asked {
        writeln!(out)?;
        match &one.outcome {
            Some(outcome) => answer(out, question, one, outcome)?,
            None => {
                writeln!(out, "{strong}{}{strong:#}  not asked: no list of it is in use", one.regime.name())?
            }
        }
    }
    remarks(out, question.graph, asked)
}

/// By what it is told who is listed. Without a day the latest snapshots are taken to hold still, and so the same question with the day of today
/// may have another answer: that is said with either.
fn by_which(question: &Question<'_>, asked: &[Asked]) -> &'static str {
    let is_late =
        |day: Day| asked.iter().flat_map(|one| &one.lists).any(|list| list.snapshots.last() < Some(&day));
    match question.lists_of {
        None => "; who is listed: by the latest snapshot of each list, as if it held still",
        Some(day) if is_late(day) => {
            "; who was listed after the latest snapshot is not known (without --as-of it is taken to hold still)"
        }
        Some(_) => "",
    }
}

fn answer(out: &mut impl Write, question: &Question<'_>, asked: &Asked, outcome: &Outcome) -> io::Result<()> {
    let graph = question.graph;
    let strong = style::STRONG;
    let (word, paint) = match outcome.answer {
        Answer::Yes => ("yes", style::ERROR),
        Answer::No => ("no", style::HELP),
        Answer::NotRecorded => ("cannot tell", style::WARNING),
        Answer::Depends => ("depends", style::WARNING),
    };
    writeln!(
        out,
        "{strong}{}{strong:#}  {paint}{word}{paint:#}: {}",
        asked.regime.name(),
        outcome.rule.says
    )?;
    match &outcome.itself {
        Standing::Listed(entries) => {
            writeln!(out, "    listed itself: {}", escape::line(&entries.join(", ")))?;
        }
        Standing::NotKnown(why) => writeln!(out, "    may be listed itself: {}", escape::line(why))?,
        Standing::NotListed => {}
    }
    for group in &outcome.groups {
        let whose = match asked.regime {
            Regime::Uk => "held by one, at once or through others",
            Regime::Us | Regime::Eu => "held by listed parties and what they own",
        };
        writeln!(out, "    {whose}: {}", group.held)?;
        group.owners.iter().try_for_each(|of| owner(out, graph, of, 1))?;
    }
    match outcome.ownership {
        Answer::No if outcome.groups.is_empty() => {
            writeln!(out, "    nobody who owns it is listed, as far as the records go")?;
        }
        Answer::NotRecorded => writeln!(out, "    nothing is recorded of who owns it on that day")?,
        Answer::No | Answer::Yes | Answer::Depends => {}
    }
    for sign in outcome.control.iter().take(MOST) {
        let edge = &graph.edges()[sign.edge];
        let (by, of) = (shown(graph, sign.by), shown(graph, sign.of));
        writeln!(out, "    control? {by} {} {of}  {}", does(edge), place(edge))?;
    }
    for open in outcome.open.iter().take(MOST) {
        writeln!(out, "    depends on {}", escape::line(&of_open(graph, open)))?;
    }
    for gap in outcome.gaps.iter().take(MOST) {
        writeln!(out, "    not recorded: who owns {} of {}", up_to(gap.up_to), shown(graph, gap.asset))?;
    }
    let lists = asked.lists.iter().map(|list| snapshots(question.desk, list, question.lists_of));
    let lists: Vec<String> = lists.collect();
    writeln!(out, "    by {}; lists: {}", outcome.rule.source, escape::line(&lists.join(", ")))
}

fn up_to(share: names::ownership::Percent) -> String {
    if share == names::ownership::Percent::HUNDRED { "any".to_owned() } else { format!("up to {share}") }
}

fn owner(out: &mut impl Write, graph: &Graph, of: &Owner, depth: usize) -> io::Result<()> {
    let indent = "    ".repeat(depth);
    let because = match &of.because {
        Because::Standing(Standing::Listed(entries)) => format!("listed: {}", entries.join(", ")),
        Because::Standing(Standing::NotKnown(why)) => format!("may be listed: {why}"),
        Because::Standing(Standing::NotListed) => String::new(),
        Because::Owned(_) => "itself owned by".to_owned(),
        Because::Told => "itself owned, as above".to_owned(),
        Because::Longer => "itself owned, by a longer chain".to_owned(),
    };
    let sources: Vec<String> = of.edges.iter().map(|at| place(&graph.edges()[*at])).collect();
    writeln!(
        out,
        "{indent}  {}  {}  {}  {}",
        of.share,
        shown(graph, of.party),
        escape::line(&because),
        sources.join(" ")
    )?;
    match &of.because {
        Because::Owned(by) => by.iter().try_for_each(|of| owner(out, graph, of, depth + 1)),
        _ => Ok(()),
    }
}

fn shown(graph: &Graph, party: usize) -> String {
    let node = &graph.nodes()[party];
    escape::line(&format!("{} ({})", node.name, node.id)).into_owned()
}

fn does(edge: &Edge) -> String {
    let (verb, role) = match &edge.tie {
        Tie::Owns { .. } => ("owns", None),
        Tie::Directs { role } => ("directs", role.as_deref()),
        Tie::Linked { role } => ("is linked to", role.as_deref()),
    };
    let role = role.map(|role| format!(" as “{role}”,")).unwrap_or_default();
    escape::line(&format!("{verb}{role}")).into_owned()
}

/// `[register.jsonl, line 12, since 2021]`.
fn place(edge: &Edge) -> String {
    let source = match &edge.source {
        Source::Line { file, line } => format!("{file}, line {line}"),
        Source::Passage { document, page, quote } => {
            let page = page.map(|page| format!(", page {page}")).unwrap_or_default();
            format!("{document}{page}: “{quote}”")
        }
    };
    let date =
        |word: &str, date: Option<names::party::PartialDate>| date.map(|date| format!(", {word} {date}"));
    let when =
        [date("since", edge.when.since), date("until", edge.when.until), date("as of", edge.when.stated)];
    let when: String = when.into_iter().flatten().collect();
    let hedged = if edge.certainty == Certainty::Hedged { ", not as a fact" } else { "" };
    escape::line(&format!("[{source}{when}{hedged}]")).into_owned()
}

fn written(edge: &Edge) -> &str {
    match &edge.tie {
        Tie::Owns { written: Some(written), .. } => written,
        _ => "",
    }
}

fn of_open(graph: &Graph, open: &Open) -> String {
    let alone = |decides: &Decides| match decides {
        Decides::Alone => "",
        Decides::WithOthers => ", with others",
    };
    match open {
        Open::Share { holding, needed, decides } => {
            let needed = needed.map(|needed| format!(": yes from {needed} on")).unwrap_or_default();
            format!(
                "how much {} owns of {}, {}{needed}{}",
                shown(graph, holding.owner),
                shown(graph, holding.asset),
                holding.share,
                alone(decides)
            )
        }
        Open::Standing { party, why, decides } => {
            format!("whether {} is listed: {why}{}", shown(graph, *party), alone(decides))
        }
        Open::JointArrangement { parties } => {
            let names: Vec<String> = parties.iter().map(|party| shown(graph, *party)).collect();
            format!("whether {} exercise their rights together", names.join(" and "))
        }
    }
}

/// Told once for all rules: the records are the same.
fn remarks(out: &mut impl Write, graph: &Graph, asked: &[Asked]) -> io::Result<()> {
    let Some(outcome) = asked.iter().find_map(|one| one.outcome.as_ref()) else { return Ok(()) };
    if outcome.remarks.is_empty() {
        return Ok(());
    }
    let strong = style::STRONG;
    writeln!(out, "\n{strong}Of the records{strong:#}")?;
    for remark in outcome.remarks.iter().take(MOST) {
        writeln!(out, "    {}", of_remark(graph, remark))?;
    }
    match outcome.remarks.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => writeln!(out, "    … and {more} more (--json has all)"),
    }
}

fn of_remark(graph: &Graph, remark: &Remark) -> String {
    match remark {
        Remark::OverHundred { asset, sum } => {
            format!("the shares of {} add up to {sum}", shown(graph, *asset))
        }
        Remark::Contradiction { owner, asset } => {
            let (owner, asset) = (shown(graph, *owner), shown(graph, *asset));
            format!("sources contradict each other about how much {owner} owns of {asset}")
        }
        Remark::Circle { parties } => {
            let names: Vec<String> = parties.iter().map(|party| shown(graph, *party)).collect();
            format!("they own each other: {}", names.join(", "))
        }
        Remark::Doubtful { edge } => {
            let edge = &graph.edges()[*edge];
            let (owner, asset) = (shown(graph, edge.owner), shown(graph, edge.asset));
            format!("doubtful: that {owner} owned a share of {asset} on that day {}", place(edge))
        }
        Remark::NoShare { edge } => {
            let edge = &graph.edges()[*edge];
            let (owner, asset) = (shown(graph, edge.owner), shown(graph, edge.asset));
            let written = escape::line(written(edge));
            format!(
                "“{written}” is no share from 0 to 100 %: how much {owner} owns of {asset} is taken for unknown {}",
                place(edge)
            )
        }
        Remark::NotOnTheDay { edge } => {
            let edge = &graph.edges()[*edge];
            let (owner, asset) = (shown(graph, edge.owner), shown(graph, edge.asset));
            format!("not on that day: {owner} {} {asset} {}", does(edge), place(edge))
        }
        Remark::Undated { ties } => format!("{ties} of the ties are without a date: they are taken to hold"),
        Remark::OwnedPerson { person } => {
            format!("{} is a person, and is said to be owned: passed over", shown(graph, *person))
        }
    }
}
