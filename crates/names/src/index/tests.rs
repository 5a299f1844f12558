//! What is compiled is found again, and damaged bytes do no harm.

use std::collections::BTreeMap;

use ftm::{NameSort, Record, Value};
use proptest::prelude::*;

use super::candidates::{SAME, Scratch, Wanted, candidates};
use super::vocabulary::Vocabulary;
use super::{Compiling, Damaged, Entry, Index, Listed, Options, Ready, Source, VERSION};
use crate::Party;
use crate::matching::Prepared;
use crate::party::{Identifier, Kind, PartialDate};

/// A record of these properties.
fn record(id: &str, schema: &str, properties: &[(&str, &[&str])]) -> Record {
    let values = |texts: &[&str]| {
        (3..).zip(texts).map(|(line, text)| Value { text: (*text).to_owned(), line }).collect()
    };
    let properties: BTreeMap<String, Vec<Value>> =
        properties.iter().map(|(property, texts)| ((*property).to_owned(), values(texts))).collect();
    let (id, schema) = (id.to_owned(), schema.to_owned());
    Record { id, schema, caption: None, datasets: vec!["un".to_owned()], line: 3, properties }
}

fn compiled(records: &[Record]) -> Vec<u8> {
    let mut compiling = Compiling::in_memory().unwrap();
    let day = PartialDate::parse("2026-02-01");
    let source = Source {
        list: "un".to_owned(),
        snapshot: day,
        sha256: "00".to_owned(),
        note: "UN".to_owned(),
        made_of: "un@2026-02-01".to_owned(),
    };
    let source = compiling.source(source).unwrap();
    let listed = Listed { from: day, until: None };
    records.iter().for_each(|record| compiling.record(source, record, listed).unwrap());
    compiling.finish().unwrap()
}

fn some() -> Vec<Record> {
    vec![
        record(
            "1",
            "Person",
            &[("name", &["ABDUL RAHMAN AL-HARZI"]), ("alias", &["Abou Hamza"]), ("birthDate", &["1969"])],
        ),
        record("2", "Person", &[("name", &["Владимир Владимирович Путин"]), ("weakAlias", &["Vova"])]),
        record(
            "3",
            "Company",
            &[("name", &["Kivu Mining Company LLC"]), ("registrationNumber", &["RC 77-1234/B"])],
        ),
        record("4", "Vessel", &[("name", &["Ocean Star"]), ("imoNumber", &["9187629"])]),
        record("5", "Person", &[("name", &["Kim Chol Su"])]),
        record("6", "Person", &[("name", &["--"])]),
        record("7", "Address", &[("country", &["fr"])]),
    ]
}

#[test]
fn what_was_compiled_before_is_compiled_again_without_reading_names() {
    let mut records = some();
    let captioned = Record { caption: Some("Abou".to_owned()), id: "8".to_owned(), ..records[0].clone() };
    records.push(captioned);
    let han = record("9", "Person", &[("name", &["金正恩", "Kim, Jong-un"]), ("alias", &["K."])]);
    records.push(han);
    let bytes = compiled(&records);
    let index = Index::open(&*bytes).unwrap();
    for (entry, record) in index.entries().zip(&records) {
        assert_eq!(Ready::again(entry), Some(Ready::of(record)), "{record:?}");
    }
    assert_eq!(index.sources()[0].made_of, "un@2026-02-01");
}

/// Asks for a name, and says the ids of those found.
fn found(index: &Index<Vec<u8>>, party: &Party) -> Vec<String> {
    index.search(party, &Options::default()).iter().map(|hit| hit.entry.id().to_owned()).collect()
}

/// Many lists have one man under many names: none of them hides him on another.
#[test]
fn what_does_not_come_into_question_takes_no_place() {
    let same = |number: u32| record(&number.to_string(), "Person", &[("name", &["Jann Oste"])]);
    let near = |number: u32| record(&number.to_string(), "Person", &[("name", &["Jan Osste"])]);
    let records: Vec<Record> = (0..60).map(same).chain((60..120).map(near)).collect();
    let index = Index::open(compiled(&records)).unwrap();
    let check = |cutoff: f64, among: &dyn Fn(u32) -> bool, expected: &[u32]| {
        let among = |entry: Entry<'_>| among(entry.number());
        let options = Options { cutoff, limit: 100, among: Some(&among) };
        let hits = index.search(&Party::named(Kind::Person, "Jann Oste"), &options);
        let numbers: Vec<u32> = hits.iter().map(|hit| hit.entry.number()).collect();
        assert_eq!(numbers, expected);
    };
    check(1.0, &|_| true, &(0..60).collect::<Vec<_>>());
    check(0.99, &|_| true, &(0..100).collect::<Vec<_>>());
    check(0.7, &|number| number == 59, &[59]);
    check(0.7, &|number| number == 119, &[119]);
}

/// More than a name comes before a name.
#[test]
fn the_same_party_comes_first() {
    let index = Index::open(compiled(&[
        record("name", "Person", &[("name", &["Jann Oste"])]),
        record("year", "Person", &[("name", &["Jann Oste"]), ("birthDate", &["1971"])]),
        record("day", "Person", &[("name", &["Jan Oste"]), ("birthDate", &["1971-03-02"])]),
        record("number", "Person", &[("name", &["Somebody Else"]), ("passportNumber", &["N 7712"])]),
    ]))
    .unwrap();
    let birth = PartialDate::parse("1971-03-02").into_iter().collect();
    let identifiers = vec![Identifier { property: "passportNumber".to_owned(), text: "N7712".to_owned() }];
    let asked = Party { births: birth, identifiers, ..Party::named(Kind::Person, "Jann Oste") };
    assert_eq!(found(&index, &asked), ["day", "number", "year", "name"]);
}

#[test]
fn finds_by_name() {
    let index = Index::open(compiled(&some())).unwrap();
    let check = |kind: Kind, name: &str, expected: &[&str]| {
        assert_eq!(found(&index, &Party::named(kind, name)), expected, "{name}");
    };
    check(Kind::Person, "Abdul Rahman al Harzi", &["1"]);
    check(Kind::Person, "Abudl Rahman al-Harzi", &["1"]);
    check(Kind::Person, "Abdulrahman Al Harzi", &["1"]);
    check(Kind::Person, "Vladimir Putin", &["2"]);
    check(Kind::Person, "Wladimir Poutine", &["2"]);
    check(Kind::Other, "Putin V.V.", &["2"]);
    check(Kind::Company, "Kivu Mining", &["3"]);
    check(Kind::Vessel, "OCEAN STAR", &["4"]);
    check(Kind::Person, "Marta Kowalska", &[]);
    check(Kind::Person, "", &[]);
    check(Kind::Person, "?!", &[]);
    check(Kind::Person, &"a".repeat(100_000), &[]);
    check(Kind::Person, &"al ".repeat(50_000), &[]);
}

#[test]
fn finds_by_number_alone() {
    let index = Index::open(compiled(&some())).unwrap();
    let check = |property: &str, text: &str, expected: &str| {
        let mut party = Party::named(Kind::Other, "Something Else");
        party.identifiers = vec![Identifier { property: property.to_owned(), text: text.to_owned() }];
        let options = Options { cutoff: 0.0, ..Options::default() };
        let ids: Vec<&str> = index.search(&party, &options).iter().map(|hit| hit.entry.id()).collect();
        assert_eq!(ids, [expected], "{text}");
    };
    check("registrationNumber", "RC771234B", "3");
    check("imoNumber", "9187629", "4");
    check("imoNumber", "IMO No. 9187629", "4");
}

#[test]
fn asks_only_among_some() {
    let index = Index::open(compiled(&some())).unwrap();
    let nobody = Options { among: Some(&|_| false), ..Options::default() };
    assert!(index.search(&Party::named(Kind::Person, "Kim Chol Su"), &nobody).is_empty());
}

#[test]
fn shows_what_was_put_in() {
    let records = some();
    let index = Index::open(compiled(&records)).unwrap();
    let back: Vec<Record> = index.entries().filter_map(|entry| entry.record()).collect();
    assert_eq!(back, records);
    let putin = index.entry(1).unwrap();
    let names: Vec<_> = putin.names().map(|name| (name.sort(), name.text(), name.line())).collect();
    assert_eq!(names, [(NameSort::Name, "Владимир Владимирович Путин", 3), (NameSort::Weak, "Vova", 3)]);
    assert_eq!(
        (putin.schema(), putin.caption(), putin.source().unwrap().list.as_str()),
        ("Person", names[0].1, "un")
    );
    assert_eq!(putin.listed().from, PartialDate::parse("2026-02-01"));
    assert_eq!(index.names().count(), index.name_count());
    assert!(
        index
            .names()
            .all(|name| name.entry().is_some_and(|entry| entry.names().any(|own| own.text() == name.text())))
    );
    assert!(index.entry(7).is_none() && index.entry(u32::MAX).is_none() && index.name(u32::MAX).is_none());
}

#[test]
fn the_same_records_give_the_same_bytes() {
    assert_eq!(compiled(&some()), compiled(&some()));
    assert!(Index::open(compiled(&[])).unwrap().is_empty());
}

#[test]
fn says_why_bytes_are_refused() {
    let check = |change: &dyn Fn(&mut Vec<u8>), expected: Damaged| {
        let mut bytes = compiled(&some());
        change(&mut bytes);
        assert_eq!(Index::open(bytes).map(|_| ()), Err(expected));
    };
    check(&|bytes| bytes[0] = b'x', Damaged::NotAnIndex);
    check(&|bytes| bytes[8] ^= 1, Damaged::OtherVersion { found: VERSION ^ 1 });
    check(&|bytes| bytes.truncate(40), Damaged::CutShort);
    check(&|bytes| bytes.truncate(bytes.len() - 1), Damaged::Changed);
    check(&|bytes| *bytes.last_mut().unwrap() ^= 1, Damaged::Changed);
}

/// Many bear one name: none of them is passed over in silence.
#[test]
fn all_who_bear_nearly_one_name_are_hits() {
    let names: Vec<String> =
        (b'A'..=b'Z').flat_map(|of| [1, 2].map(|_| format!("Hassan Abdi Warsame {}.", of as char))).collect();
    let records: Vec<Record> = names
        .iter()
        .enumerate()
        .map(|(at, name)| record(&at.to_string(), "Person", &[("name", &[name])]))
        .collect();
    let index = Index::open(compiled(&records)).unwrap();
    let asked = Party::named(Kind::Person, "Hassan Abdi Warsame");
    let found = |limit| index.search(&asked, &Options { limit, ..Options::default() }).len();
    assert_eq!(found(usize::MAX), names.len());
    assert_eq!(found(5), 5);
}

/// Reads all there is, and asks.
fn read_all(index: &Index<Vec<u8>>) {
    let mut read = 0;
    for entry in index.entries() {
        read += entry.record().map_or(0, |record| record.properties.len()) + entry.names().count();
        read += entry.source().map_or(0, |source| source.list.len()) + entry.listed().from.map_or(0, |_| 1);
    }
    read += index
        .names()
        .map(|name| name.text().len() + name.entry().map_or(0, |entry| entry.id().len()))
        .sum::<usize>();
    let mut party = Party::named(Kind::Person, "Abdul Rahman al Harzi");
    party.identifiers = vec![Identifier { property: "idNumber".to_owned(), text: "RC771234B".to_owned() }];
    for name in ["Abdul Rahman al Harzi", "Kim Chol Su", "Kivu Mining"] {
        party.names[0].text = name.to_owned();
        read += index.search(&party, &Options { cutoff: 0.0, ..Options::default() }).len();
    }
    std::hint::black_box(read);
}

proptest! {
    #[test]
    fn any_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Index::open(bytes).is_err());
    }

    /// A bit that is another is seen.
    #[test]
    fn a_flipped_bit_is_seen(place in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let mut bytes = compiled(&some());
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        prop_assert!(Index::open(bytes).is_err());
    }

    /// Bytes that were changed on purpose, check sum and all, answer wrongly at worst.
    #[test]
    fn forged_bytes_do_no_harm(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..60),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = compiled(&some());
        bytes.truncate(cut.index(bytes.len() * 8).max(320));
        for (place, value) in changes {
            let place = 16 + place.index(bytes.len() - 16);
            bytes[place] = value;
        }
        let sum = crc32fast::hash(&bytes[16..]);
        bytes[12..16].copy_from_slice(&sum.to_le_bytes());
        if let Ok(index) = Index::open(bytes) {
            read_all(&index);
        }
    }

    /// Names that are passed over while others are gathered are none of the likeliest.
    #[test]
    fn fewer_candidates_are_the_first_of_more(
        names in proptest::collection::vec("(ali|omar|karim|salim|hasan|[a-e]{3,5})( (ali|omar|karim|salim|hasan|[a-e]{3,5})){0,3}", 5..60),
        asked in "(ali|omar|karim|[a-e]{3,5})( (omar|salim|k|[a-e]{3,5})){0,2}",
    ) {
        let records: Vec<Record> = names.iter().map(|name| record(name, "Person", &[("name", &[name])])).collect();
        let index = Index::open(compiled(&records)).unwrap();
        let asked = Prepared::of(&Party::named(Kind::Person, &asked));
        let likeliest = |most, among: &dyn Fn(u32) -> bool| {
            candidates(Vocabulary::of(index.view()), &asked, Wanted { most, among }, &mut Scratch::default())
        };
        let all = likeliest(names.len(), &|_| true);
        for among in [&|_: u32| true, &(|name: u32| name % 2 == 1) as &dyn Fn(u32) -> bool] {
            let mut few = all.clone();
            few.retain(|candidate| among(candidate.name));
            let same = few.iter().filter(|candidate| candidate.likeness >= SAME).count();
            few.truncate(same.max(3));
            prop_assert_eq!(&likeliest(3, among)[..], &few[..]);
        }
    }

    /// Whoever has a name that can be read is found by it.
    #[test]
    fn every_entry_is_found_by_each_of_its_names(
        people in proptest::collection::vec(proptest::collection::vec("[A-Za-z]{2,9}( [A-Za-z]{2,9}){1,3}|[А-Яа-я]{3,9} [А-Яа-я]{3,9}", 1..4), 1..12),
    ) {
        let records: Vec<Record> = (0..).zip(&people).map(|(number, names): (usize, &Vec<String>)| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            record(&number.to_string(), "Person", &[("name", &names)])
        }).collect();
        let index = Index::open(compiled(&records)).unwrap();
        for (number, names) in (0..).zip(&people) {
            for name in names {
                let hits = index.search(&Party::named(Kind::Person, name), &Options { limit: 100, ..Options::default() });
                prop_assert!(hits.iter().any(|hit| hit.entry.number() == number), "{name}");
            }
        }
    }
}
