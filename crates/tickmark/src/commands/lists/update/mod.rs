//! `lists update`: fetches lists from their publishers, when asked.

mod addresses;
mod fetch;

use std::io::Write;
use std::time::Duration;

use casebook::register::{ListFile, NewList, Register};
use names::history::Day;

use self::addresses::ADDRESSES;
use super::add::add;
use super::{begin, explain, folder, set};
use crate::cli::values::day;
use crate::cli::{ListsFolder, UpdateLists};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;
use crate::terminal::table::{Column, Table};

/// A list and where to fetch it.
struct Wanted {
    list: String,
    urls: Vec<String>,
}

/// Shows where it will go, then goes there; what fails is told and the rest goes on.
pub fn run(lists: &ListsFolder, arguments: &UpdateLists, terminal: Terminal) -> Result<Exit, Explained> {
    if arguments.show {
        return show(terminal);
    }
    let date = arguments.date.as_deref().map(|text| day("--date", text)).transpose()?;
    let wanted = wanted(lists, arguments)?;
    for one in &wanted {
        one.urls.iter().for_each(|url| terminal.say(&format!("fetching {} from {url}", one.list)));
    }
    let patience = Duration::from_secs(arguments.timeout.max(1));
    let mut exit = Exit::Clean;
    let mut failed = Vec::new();
    for one in &wanted {
        match update(lists, arguments, one, date, patience, terminal) {
            Ok(Exit::Clean) => {}
            Ok(_) => exit = Exit::Findings,
            Err(error) => failed.push(error),
        }
    }
    if failed.len() == wanted.len()
        && let Some(last) = failed.pop()
    {
        failed.iter().for_each(|error| drop(error.tell(&mut terminal.talk())));
        return Err(last);
    }
    failed.iter().for_each(|error| drop(error.tell(&mut terminal.talk())));
    let register = super::open(lists)?;
    set(&register, &register.contents().map_err(|error| explain(&error))?, terminal)?;
    Ok(if failed.is_empty() { exit } else { Exit::Findings })
}

fn update(
    lists: &ListsFolder,
    arguments: &UpdateLists,
    one: &Wanted,
    date: Option<Day>,
    patience: Duration,
    terminal: Terminal,
) -> Result<Exit, Explained> {
    let fetched = one.urls.iter().map(|url| Ok((fetch::fetch(url, patience, terminal)?, url)));
    let fetched: Vec<_> = fetched.collect::<Result<_, Explained>>()?;
    let files: Vec<ListFile> = fetched
        .iter()
        .map(|(file, url)| ListFile { path: file.path().to_owned(), origin: Some((*url).clone()) })
        .collect();
    let mut writer = begin(lists, &arguments.author)?;
    let today = Day::parse(&casebook::Timestamp::now().to_string());
    let new = NewList { files: &files, list: Some(&one.list), date, fetched_on: today, mapping: None };
    add(&mut writer, &new, terminal)
}

/// The lists named; else those in use that have an address.
fn wanted(lists: &ListsFolder, arguments: &UpdateLists) -> Result<Vec<Wanted>, Explained> {
    if !arguments.from.is_empty() {
        let [list] = &*arguments.names else {
            return Err(Explained::new("--from is the address of one list").hint("name that one list"));
        };
        return Ok(vec![Wanted { list: list.clone(), urls: arguments.from.clone() }]);
    }
    let names = match arguments.names.is_empty() {
        false => arguments.names.clone(),
        true => in_use(lists)?,
    };
    names.into_iter().map(|list| match addresses::of(&list) {
        Some(address) => Ok(Wanted { list, urls: vec![address.url.to_owned()] }),
        None => Err(Explained::new(format!("no address of `{list}` is known"))
            .hint(format!("`tickmark lists update {list} --from URL` fetches it from there; `tickmark lists update --show` shows the known ones"))),
    }).collect()
}

fn in_use(lists: &ListsFolder) -> Result<Vec<String>, Explained> {
    let nothing = || {
        Explained::new("no list in use has a known address").hint(format!(
            "name those to fetch: `tickmark lists update {}`",
            ADDRESSES.map(|one| one.list).join(" ")
        ))
    };
    let Ok(register) = Register::open(&folder(lists)?) else { return Err(nothing()) };
    let contents = register.contents().map_err(|error| explain(&error))?;
    let known: Vec<String> = contents
        .lists()
        .map(|snapshots| snapshots[0].added.list.clone())
        .filter(|list| addresses::of(list).is_some())
        .collect();
    if known.is_empty() { Err(nothing()) } else { Ok(known) }
}

fn show(terminal: Terminal) -> Result<Exit, Explained> {
    let mut table = Table::new([Column::Left("LIST"), Column::Left("PUBLISHER"), Column::Left("ADDRESS")], 0);
    ADDRESSES.iter().for_each(|one| table.row([one.list, one.publisher, one.url]));
    let mut out = terminal.results();
    table.write(&mut out, terminal.room())?;
    out.flush()?;
    Ok(Exit::Clean)
}
