//! `ownership`: whether a party is owned or controlled by listed ones, and through whom.

mod rows;
mod show;

use std::collections::BTreeMap;
use std::io::Write;

use casebook::ownership::{Owners, Standings, lists_of};
use casebook::{Clock, read_parties};
use names::history::Day;
use names::ownership::{Answer, Graph, Outcome, Regime, Standing, test};
use names::screening::Searched;

use super::case::{self, WallClock};
use super::screen::Desk;
use super::subject;
use crate::cli::values::day;
use crate::cli::{CaseFolder, Ownership};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape};

/// What one rule says, or that no list of its authority is in use.
struct Asked {
    regime: Regime,
    /// The lists that say who is listed, with the snapshots that answer; none where there is none of that authority.
    lists: Vec<Searched>,
    outcome: Option<Outcome>,
}

/// Whom the question is about, and when.
struct Question<'a> {
    desk: &'a Desk,
    graph: &'a Graph,
    party: usize,
    /// On which ties are to hold.
    day: Day,
    /// On which somebody is to be listed; `None`: by the latest snapshots.
    lists_of: Option<Day>,
}

/// Asks the three rules. Status 1 where one says yes, or cannot say no.
pub fn run(arguments: &Ownership, terminal: Terminal) -> Result<Exit, Explained> {
    let as_of = arguments.as_of.as_deref().map(|text| day("--as-of", text)).transpose()?;
    let desk = Desk::open(&arguments.lists, terminal)?;
    let owners = gathered(arguments, &desk, as_of, terminal)?;
    let party = one(&owners, &arguments.party)?;
    let day = as_of.map_or_else(today, Ok)?;
    let question = Question { desk: &desk, graph: owners.graph(), party, day, lists_of: as_of };
    let mut known = BTreeMap::new();
    let asked: Vec<Asked> =
        Regime::ALL.into_iter().map(|regime| ask(&owners, &question, regime, &mut known)).collect();
    let mut out = terminal.results();
    match arguments.json {
        true => rows::write(&mut out, &question, &asked)?,
        false => show::write(&mut out, &question, &asked)?,
    }
    out.flush()?;
    let is_open = |one: &Outcome| one.answer != Answer::No || one.itself != Standing::NotListed;
    let open = asked.iter().filter_map(|asked| asked.outcome.as_ref()).any(is_open);
    Ok(if open { Exit::Findings } else { Exit::Clean })
}

/// `known` keeps who was looked up in which lists: those of the three rules are often the same.
fn ask<'a>(
    owners: &'a Owners,
    question: &Question<'a>,
    regime: Regime,
    known: &mut BTreeMap<Vec<String>, Standings<'a>>,
) -> Asked {
    let set = question.desk.set();
    let lists = lists_of(set, regime);
    if lists.is_empty() {
        return Asked { regime, lists: Vec::new(), outcome: None };
    }
    let asking = |lists: &Vec<String>| Standings::of(owners, set, lists, question.lists_of);
    let standings = &*known.entry(lists).or_insert_with_key(asking);
    let day = question.day.into();
    let outcome =
        test(question.graph, regime.rule(day), question.party, day, |party| standings.standing(party));
    Asked { regime, lists: standings.searched().cloned().collect(), outcome: Some(outcome) }
}

fn today() -> Result<Day, Explained> {
    let now = WallClock.now().to_string();
    Day::parse(&now)
        .ok_or_else(|| Explained::new(format!("the clock gives no day: {now}")).hint("give one with --as-of"))
}

/// All that is known of who owns whom: lists, files of records, a case.
fn gathered(
    arguments: &Ownership,
    desk: &Desk,
    as_of: Option<Day>,
    terminal: Terminal,
) -> Result<Owners, Explained> {
    let mut owners = Owners::default();
    for snapshots in desk.contents().lists() {
        // The last that is not after the day; where all are, the first.
        let before = snapshots.iter().rev().find(|one| as_of.is_none_or(|day| one.added.date <= day));
        let Some(snapshot) = before.or(snapshots.first()) else { continue };
        let explain = |error: casebook::Error| super::lists::explain(&error);
        let (read, ties) = desk.register().read_with_ties(snapshot).map_err(explain)?;
        owners.add_list(&snapshot.added.list, snapshot.added.date, &read.parties, &ties);
    }
    for file in &arguments.records {
        let read = read_parties(file).map_err(|error| case::explain(&error))?;
        let name = file
            .file_name()
            .map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned());
        for told in &read.gathered.told {
            let said = format!("{name}, line {}: {}", told.line, told.what.sentence());
            terminal.say(&format!("note: {}", escape::line(&said)));
        }
        if read.gathered.untold > 0 {
            terminal.say(&format!("note: {name}: {} more remarks", read.gathered.untold));
        }
        owners.add_records(&name, &read.gathered.records);
    }
    if arguments.case.is_some() || case::folder(&CaseFolder { case: None }).is_ok() {
        let (_, loaded) = subject::of_case(arguments.case.as_ref(), &arguments.reading, terminal)?;
        owners.add_case(&loaded);
    }
    Ok(owners)
}

/// The one party that is meant.
fn one(owners: &Owners, text: &str) -> Result<usize, Explained> {
    match owners.find(text)[..] {
        [only] => Ok(only),
        [] => Err(nobody(owners, text)),
        ref several => Err(Explained::new(format!("several are called “{text}”"))
            .because(shown(owners, several))
            .hint("give the id of the one that you mean")),
    }
}

/// Names that are offered where nobody is called so.
const OFFERED: usize = 5;

/// Offers those who are called nearly so; which of them is meant, if any, is the user's to say.
fn nobody(owners: &Owners, text: &str) -> Explained {
    let error = Explained::new(format!("nobody is called “{text}”"))
        .because("neither lists nor --records nor the case have that name or id");
    match &*owners.nearest(text, OFFERED) {
        [] => error.hint("`tickmark screen NAME` finds names that are nearly the same"),
        near => error
            .because(format!("the nearest are {}", shown(owners, near)))
            .hint("ask by the id of the one that you mean: `tickmark ownership ID`"),
    }
}

fn shown(owners: &Owners, parties: &[usize]) -> String {
    let nodes = parties.iter().map(|node| &owners.graph().nodes()[*node]);
    let shown: Vec<String> = nodes.map(|node| format!("{} ({})", node.id, node.name)).collect();
    shown.join(", ")
}
