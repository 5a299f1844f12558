//! Puts snapshots of one list side by side and says what changed, and how those called NAME stood: `list_history NAME FILE[=DAY] ...`.
#![allow(clippy::print_stdout)]

use std::fs::File;
use std::io::BufReader;

use names::history::{Day, History, Snapshot, diff};
use names::lists::{Options, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut given = std::env::args().skip(1);
    let name = given.next().ok_or("whose name?")?.to_lowercase();
    let mut snapshots = Vec::new();
    for file in given {
        let (path, day) = file.split_once('=').map_or((&*file, None), |(path, day)| (path, Day::parse(day)));
        let mut taking = Snapshot::taking();
        let input = BufReader::new(File::open(path)?);
        let list = read(input, &Options::default(), &mut |record| taking.take(record))?;
        snapshots.push(taking.finish(&list, day));
    }
    for pair in snapshots.windows(2) {
        let found = diff(&pair[0], &pair[1]);
        let (added, removed, changed) = (found.added.len(), found.removed.len(), found.changed.len());
        println!("by {:?}: {added} added, {removed} removed, {changed} changed", found.by);
    }
    let history = History::of(snapshots);
    println!("{:?}", history.remarks());
    for (key, listing) in
        history.listings().filter(|(_, listing)| listing.name.to_lowercase().contains(&name))
    {
        println!("{}", listing.name);
        for stretch in history.course(key) {
            let side = |day: Option<Day>| day.map_or("…".to_owned(), |day| day.to_string());
            println!("    {} to {}: {:?}", side(stretch.from), side(stretch.to), stretch.standing);
        }
    }
    Ok(())
}
