//! What must hold of any bytes: no panic, and what came before a break stays.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{FILES, all, shown};
use crate::lists::{Companions, Format, Options, read, tell};

/// Formats whose entries are told over several rows: one that is cut within them has only what came before.
const SEVERAL_ROWS: [Format; 3] = [Format::EuCsv, Format::UkConListCsv, Format::UkListCsv];

#[test]
fn each_format_is_told_by_its_content() {
    use Format::{
        CanadaXml, EuCsv, EuXml, FtmLines, JsonArray, OfacAdvancedXml, OfacCsv, OfacXml, SwissXml, Table,
        TargetsCsv, UkConListCsv, UkListCsv, UkListXml, UnXml,
    };
    let formats = [
        OfacCsv,
        OfacXml,
        OfacAdvancedXml,
        UnXml,
        EuXml,
        EuCsv,
        UkConListCsv,
        UkListCsv,
        UkListXml,
        CanadaXml,
        SwissXml,
        FtmLines,
        TargetsCsv,
        Table,
        JsonArray,
    ];
    for (file, format) in FILES.into_iter().zip(formats) {
        assert_eq!(tell(file), Some(format));
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend(file);
        assert_eq!(tell(&marked), Some(format), "behind a byte order mark");
    }
}

#[test]
fn what_is_no_list_says_what_it_is() {
    for (file, expected) in [
        ("", "it is empty"),
        ("\n\n \r\n", "it is empty"),
        ("%PDF-1.7", "it is a PDF"),
        ("\n<!DOCTYPE html><html><body/></html>", "it is a web page"),
        ("<html><body/></html>", "it is a web page"),
        ("BM\0\0\u{1}\u{2}\0", "it is a file of bytes that are no text"),
        ("Some prose, with a comma.\nMore of it.\n", "looked for XML with one of the roots sdnList"),
        ("<?xml version='1.0'?><invoice/>", "looked for XML with one of the roots sdnList"),
    ] {
        match read(file.as_bytes(), &Options::default(), &mut |_| {}) {
            Err(error) => assert!(error.to_string().contains(expected), "{file}: {error}"),
            other => panic!("{file:?}: {other:?}"),
        }
    }
    assert!(Companions::default().take(FILES[0]).is_err(), "the list is no companion of itself");
}

/// Cut anywhere, a file gives the parties that ended before, and they are what they are in the whole file.
#[test]
fn a_file_that_breaks_off_gives_what_came_before() {
    for file in FILES {
        let (whole, records) = all(file, &Options::default());
        let known: HashSet<String> = records.iter().map(shown).collect();
        let mut most = 0;
        // Some 150 cuts of each: all of them would take minutes.
        for end in (0..file.len()).step_by(1 + file.len() / 150) {
            let mut cut = Vec::new();
            let Ok(list) = read(&file[..end], &Options::default(), &mut |record| cut.push(record)) else {
                continue;
            };
            let is_row = SEVERAL_ROWS.contains(&list.format) || list.format != whole.format;
            let is_table =
                is_row || matches!(list.format, Format::OfacCsv | Format::TargetsCsv | Format::Table);
            // The last row of a table cannot be told from one that is cut.
            let sure = cut.iter().filter(|record| !is_table || record.line < last_line(&file[..end]));
            // Ties and places that stand behind the cut are not known.
            for record in
                sure.filter(|record| !is_row && record.sort().is_some() && whole.format != Format::SwissXml)
            {
                assert!(known.contains(&shown(record)), "cut at {end}: {}", shown(record));
            }
            assert!(list.entries + 1 >= most, "cut at {end}: entries were lost");
            most = most.max(list.entries);
            let is_xml = file.starts_with(b"<");
            assert!(!is_xml || !list.whole || file[end..].trim_ascii().is_empty(), "cut at {end}: not told");
        }
        assert!(most + 1 >= whole.entries);
    }
}

fn last_line(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|byte| **byte == b'\n').count()).expect("few lines") + 1
}

/// An input that hands out few bytes at a time gives the same.
#[test]
fn chunks_do_not_matter() {
    for file in FILES {
        let (_, whole) = all(file, &Options::default());
        let mut records = Vec::new();
        let input = std::io::BufReader::with_capacity(1, file);
        read(input, &Options::default(), &mut |record| records.push(record)).expect("a list");
        assert_eq!(records, whole);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes[..], &Options::default(), &mut |_| {});
        let _ = Companions::default().take(&bytes[..]);
    }

    /// A file with some of its bytes replaced, so that readers get beyond the first line.
    #[test]
    fn no_damage_makes_a_reader_panic(
        which in 0..FILES.len(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = FILES[which].to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let mut options = Options::default();
        let _ = options.companions.take(&include_bytes!("data/alt.csv")[..]);
        let _ = read(&bytes[..], &options, &mut |_| {});
    }

    #[test]
    fn no_remark_makes_a_reader_panic(remark in "\\PC{0,60}") {
        let row = format!("1,\"A\",individual,B,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1; Passport {}; a.k.a. {}\"\n",
            remark.replace('"', ""), remark.replace('"', ""));
        let _ = read(row.as_bytes(), &Options::default(), &mut |_| {});
    }
}
