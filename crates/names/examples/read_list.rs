//! Reads a list as its publisher publishes it and says what is in it: `read_list FILE [COMPANION...] [--records]`.
#![allow(clippy::print_stdout)]

use std::fs::File;
use std::io::BufReader;

use names::lists::{Options, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|one| one.starts_with("--"));
    let shows = |flag: &str| flags.iter().any(|one| one == flag);
    let mut options = Options::default();
    for companion in files.iter().skip(1) {
        let taken = options.companions.take(BufReader::new(File::open(companion)?))?;
        println!("{companion}: {:?}, {} rows, {} faults", taken.part, taken.rows, taken.faults.told().len());
    }
    let file = files.first().ok_or("which file?")?;
    let begun = std::time::Instant::now();
    let list = read(File::open(file).map(BufReader::new)?, &options, &mut |record| {
        if shows("--records") {
            println!("{} {} ({})", record.id, record.schema, record.line);
            for (property, values) in &record.properties {
                let texts: Vec<_> =
                    values.iter().map(|value| format!("{}@{}", value.text, value.line)).collect();
                println!("    {property}: {}", texts.join(" | "));
            }
        }
    })?;
    let took = begun.elapsed().as_secs_f64();
    println!(
        "{:?} of {}: {} entries in {took:.2} s",
        list.format,
        list.date.map_or("?".into(), |day| day.to_string()),
        list.entries
    );
    println!("{:?}; whole: {}; {} left out", list.records, list.whole, list.faults.left_out());
    for told in list.faults.told() {
        println!("{:?} {}: {}", told.place.part, told.place.line, told.what.sentence());
    }
    println!("and {} more", list.faults.untold());
    Ok(())
}
