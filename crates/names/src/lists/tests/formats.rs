//! From a small file of each format to all that it gives, as it stands in `data/*.txt`.

use super::{all, report};
use crate::lists::{Companions, Mapping, Options, Part};

/// Compares all that a file gives with what it should; says where they differ and, to be looked through, what it gives.
#[track_caller]
fn check(file: &[u8], options: &Options, expected: &str) {
    let report = report(file, options);
    let same = report.lines().zip(expected.lines()).take_while(|(read, line)| read == line).count();
    assert!(report == expected, "not as expected from line {} on:\n{report}\n", same + 1);
}

macro_rules! gives {
    ($name:ident, $file:literal, $expected:literal) => {
        #[test]
        fn $name() {
            let file = include_bytes!(concat!("data/", $file));
            check(file, &Options::default(), include_str!(concat!("data/", $expected)));
        }
    };
}

gives!(ofac_xml, "sdn.xml", "sdn.xml.txt");
gives!(ofac_advanced_xml, "advanced.xml", "advanced.xml.txt");
gives!(un_xml, "un.xml", "un.xml.txt");
gives!(eu_xml, "eu.xml", "eu.xml.txt");
gives!(eu_csv, "eu.csv", "eu.csv.txt");
gives!(uk_con_list, "conlist.csv", "conlist.csv.txt");
gives!(uk_list_csv, "uk.csv", "uk.csv.txt");
gives!(uk_list_xml, "uk.xml", "uk.xml.txt");
gives!(canada_xml, "canada.xml", "canada.xml.txt");
gives!(swiss_xml, "swiss.xml", "swiss.xml.txt");
gives!(targets_csv, "targets.csv", "targets.csv.txt");
gives!(a_table, "table.csv", "table.csv.txt");
gives!(a_json_array, "array.json", "array.json.txt");
gives!(ftm_lines, "ftm.json", "ftm.json.txt");

#[test]
fn ofac_csv_with_its_companions() {
    let mut companions = Companions::default();
    for (file, part, rows) in [
        (&include_bytes!("data/add.csv")[..], Part::Addresses, 3),
        (include_bytes!("data/alt.csv"), Part::Aliases, 2),
        (include_bytes!("data/comments.csv"), Part::Comments, 1),
    ] {
        let taken = companions.take(file).expect("a companion");
        assert_eq!((taken.part, taken.rows, taken.faults.told().len()), (part, rows, 0));
    }
    let options = Options { companions, ..Options::default() };
    check(include_bytes!("data/sdn.csv"), &options, include_str!("data/sdn.csv.txt"));
}

#[test]
fn broken_rows_cost_themselves_alone() {
    let good = "7,\"GOOD, One\",individual,T,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
    let rows = format!(
        "{good}8,\"OPEN,individual,T\n9,SHORT\nx,\"NO, Number\",individual,T,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n{good}"
    );
    let (list, records) = all(rows.as_bytes(), &Options::default());
    assert_eq!(list.entries, 2);
    assert_eq!(records.iter().filter(|record| record.schema == "Person").count(), 2);
    let told: Vec<String> = list
        .faults
        .told()
        .iter()
        .map(|told| [told.place.line.to_string(), told.what.sentence()].join(" "))
        .collect();
    assert_eq!(
        told,
        [
            "2 left out: a quotation mark opens and never closes",
            "3 left out: 2 fields, where the table has 12",
            "4 left out: the entry has no number of its own",
        ]
    );
}

#[test]
fn a_mapping_says_what_columns_are() {
    let pairs =
        [("Kunde", "name"), ("Geb.", "birthDate"), ("Land", "country"), ("Nr", "id"), ("Geheim", "-")];
    let mapping = Mapping {
        columns: pairs.map(|(header, what)| (header.to_owned(), what.to_owned())).to_vec(),
        schema: Some("Person".to_owned()),
        separator: Some('/'),
    };
    let file = "Nr;Kunde;Geb.;Land;Geheim;Notiz\n1;Awa Diallo;13.04.1965;Mali/Ghana;x;VIP\n";
    let (list, records) = all(file.as_bytes(), &Options { mapping: Some(mapping), ..Options::default() });
    assert_eq!((&*records[0].id, &*records[0].schema), ("list-1", "Person"));
    let values =
        |property: &str| records[0].values(property).iter().map(|value| &*value.text).collect::<Vec<_>>();
    assert_eq!(values("country"), ["ml", "gh"]);
    assert_eq!(values("birthDate"), ["1965-04-13"]);
    assert_eq!(values("notes"), ["Notiz: VIP"]);
    let told: Vec<String> = list.faults.told().iter().map(|told| told.what.sentence()).collect();
    assert_eq!(told, ["the column “Notiz” is mapped to nothing; its values were kept as notes"]);
}

#[test]
fn rows_that_say_nothing_of_their_own_are_told() {
    let file = "id,name\n1,Jann Oste\n2,...!!!\n1,Mira Sefton\n3,7-11\n";
    let (list, records) = all(file.as_bytes(), &Options::default());
    let told: Vec<String> = list.faults.told().iter().map(|told| told.what.sentence()).collect();
    assert_eq!(
        told,
        ["left out: “list-2” has no name", "“1” is the id of line 2, too; they were taken as one entry"]
    );
    assert_eq!(records.iter().map(|record| &*record.id).collect::<Vec<_>>(), ["list-1", "list-1", "list-3"]);
}
