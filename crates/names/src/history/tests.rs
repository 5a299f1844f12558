//! Snapshots that agree, differ, overlap, come in the wrong order.

use super::{By, Dating, Day, History, Remark, Snapshot, Standing, diff};
use crate::lists::{Options, read};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// A snapshot of a table; `on` is its day, or empty.
fn snapshot(on: &str, table: &str) -> Snapshot {
    let mut taking = Snapshot::taking();
    let list =
        read(table.as_bytes(), &Options::default(), &mut |record| taking.take(record)).expect("a table");
    taking.finish(&list, Day::parse(on))
}

/// The course of the one who is called A, as `from..to standing`.
fn course(history: &History) -> Vec<String> {
    let key = history.listings().find(|(_, listing)| listing.name == "A").map(|(key, _)| key.to_owned());
    let side = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let course = history.course(&key.unwrap_or_default());
    course.iter().map(|one| format!("{}..{} {:?}", side(one.from), side(one.to), one.standing)).collect()
}

#[track_caller]
fn check(snapshots: &[(&str, &str)], expected: &[&str]) {
    let history = History::of(
        snapshots.iter().map(|(on, rows)| snapshot(on, &format!("name,listed on\n{rows}"))).collect(),
    );
    assert_eq!(course(&history), expected);
}

const WITH: &str = "A,\nB,\n";
const WITHOUT: &str = "B,\n";

#[test]
fn what_no_snapshot_covers_is_not_known() {
    check(
        &[("2023-11-01", WITH), ("2025-06-12", WITH), ("2026-06-01", WITHOUT)],
        &[
            "..2023-10-31 NotKnown",
            "2023-11-01..2025-06-12 Listed",
            "2025-06-13..2026-05-31 NotKnown",
            "2026-06-01..2026-06-01 NotListed",
            "2026-06-02.. NotKnown",
        ],
    );
    check(
        &[("2024-01-01", WITHOUT), ("2024-03-01", WITHOUT), ("2024-05-01", WITH)],
        &[
            "..2023-12-31 NotKnown",
            "2024-01-01..2024-03-01 NotListed",
            "2024-03-02..2024-04-30 NotKnown",
            "2024-05-01..2024-05-01 Listed",
            "2024-05-02.. NotKnown",
        ],
    );
    check(
        &[("2024-01-01", WITHOUT)],
        &["..2023-12-31 NotKnown", "2024-01-01..2024-01-01 NotListed", "2024-01-02.. NotKnown"],
    );
    check(&[], &[".. NotKnown"]);
}

#[test]
fn an_own_listing_date_tells_of_the_time_before() {
    check(
        &[("2024-01-01", "A,2020-05-06\n")],
        &["..2020-05-05 NotListed", "2020-05-06..2024-01-01 Listed", "2024-01-02.. NotKnown"],
    );
    check(
        &[("2024-01-01", WITHOUT), ("2024-06-01", "A,2024-03-02\n")],
        &[
            "..2023-12-31 NotKnown",
            "2024-01-01..2024-03-01 NotListed",
            "2024-03-02..2024-06-01 Listed",
            "2024-06-02.. NotKnown",
        ],
    );
    // It says that it was listed when a snapshot says that it was not: the date tells nothing of the time between.
    check(
        &[("2024-01-01", WITHOUT), ("2024-06-01", "A,2020-03-02\n")],
        &[
            "..2023-12-31 NotKnown",
            "2024-01-01..2024-01-01 NotListed",
            "2024-01-02..2024-05-31 NotKnown",
            "2024-06-01..2024-06-01 Listed",
            "2024-06-02.. NotKnown",
        ],
    );
    // Listed tomorrow, or in some year: no day that counts.
    check(
        &[("2024-01-01", "A,2024-01-02\n")],
        &["..2023-12-31 NotKnown", "2024-01-01..2024-01-01 Listed", "2024-01-02.. NotKnown"],
    );
    check(
        &[("2024-01-01", "A,2020\n")],
        &["..2023-12-31 NotKnown", "2024-01-01..2024-01-01 Listed", "2024-01-02.. NotKnown"],
    );
}

#[test]
fn the_wrong_order_is_sorted_and_told() {
    let given = |on: &str, rows: &str| snapshot(on, &format!("name,listed on\n{rows}"));
    let history = History::of(vec![given("2025-06-12", WITH), given("2023-11-01", WITHOUT), given("", WITH)]);
    assert_eq!(history.days(), [day("2023-11-01"), day("2025-06-12")]);
    assert_eq!(history.remarks(), [Remark::Sorted, Remark::Undated { at: 2 }]);
    assert_eq!(given("", WITH).dating, Dating::Unknown);
    let twice = History::of(vec![given("2025-06-12", WITH), given("2025-06-12", WITHOUT)]);
    assert_eq!(twice.remarks(), [Remark::SameDay { day: day("2025-06-12") }]);
    assert_eq!(twice.listings().count(), 1, "the later one counts");
}

#[test]
fn a_day_is_answered() {
    let file = |on: &str, rows: &str| snapshot(on, &format!("name,dob\n{rows}"));
    let history = History::of(vec![
        file("2024-01-01", "Awa DIALLO,1970\nModibo KEITA,1965\n"),
        file("2024-06-01", "\"KEITA, Modibo\",1965\n"),
    ]);
    assert_eq!(history.by(), By::NameAndBirth);
    let standing = |name: &str, on: &str| {
        let key = history.listings().find(|(_, listing)| listing.name == name).expect("it is there").0;
        history.as_of(key, day(on))
    };
    assert_eq!(standing("Awa DIALLO", "2024-01-01"), Standing::Listed);
    assert_eq!(standing("Awa DIALLO", "2024-02-01"), Standing::NotKnown);
    assert_eq!(standing("KEITA, Modibo", "2024-02-01"), Standing::Listed);
    assert_eq!(history.as_of("nobody", day("2024-02-01")), Standing::NotListed);
    let key = history.key(history.listings().next().expect("one").1);
    assert!(history.at(&key, day("2023-12-31")).is_none());
}

#[test]
fn what_changed_is_told_by_value() {
    let before = snapshot("", "name,dob,nationality,alias\nA,1970,Mali,X\nB,1971,Mali,\n");
    let after = snapshot("", "name,dob,nationality,alias\nA,1970,Ghana,X;Y\nC,1972,Mali,\n");
    let difference = diff(&before, &after);
    let names =
        |listings: &[&super::Listing]| listings.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(
        (names(&difference.added), names(&difference.removed)),
        (vec!["C".to_owned()], vec!["B".to_owned()])
    );
    let [changed] = difference.changed.as_slice() else { panic!("{:?}", difference.changed) };
    let values: Vec<_> =
        changed.values.iter().map(|(property, values)| (*property, values.clone())).collect();
    assert_eq!(values, [("alias", (vec![], vec!["Y"])), ("nationality", (vec!["ml"], vec!["gh"]))]);
    assert!(diff(&before, &before).changed.is_empty());
}

#[test]
fn what_a_format_has_no_place_for_is_no_change() {
    let table = snapshot("", "name,alias,nationality\nA,X,Mali\n");
    let array = snapshot("", r#"[{"name": "A", "aliases": ["X"], "source": "S"}]"#);
    assert!(diff(&table, &array).changed.is_empty());
    let array = snapshot("", r#"[{"name": "A", "aliases": ["Y"], "source": "S"}]"#);
    assert_eq!(diff(&table, &array).changed.len(), 1);
    // Notes stand under the headings of their format; names are ordered and punctuated as it does.
    let table = snapshot("", "Name,Alias,Source\n\"OSTE, Jann\",X,USOFAC\n");
    let array = snapshot("", r#"[{"full_name": "Jann Oste", "aliases": ["X"], "source": "OFAC"}]"#);
    assert!(diff(&table, &array).changed.is_empty(), "{:?}", diff(&table, &array));
}

#[test]
fn numbers_of_two_publishers_tell_nothing_apart() {
    let list = |id: &str, name: &str| snapshot("", &format!("id,name\n{id},{name}\nX,Other {id}\n"));
    for (one, other, by) in [
        (list("1", "A"), list("1", "B"), By::Id),
        (snapshot("", "id,name\n1,A\n"), snapshot("", "id,name\n2,A\n"), By::Name),
    ] {
        let difference = diff(&one, &other);
        assert_eq!((difference.by, difference.added.len()), (by, 0), "{difference:?}");
    }
}

#[test]
fn numbers_given_anew_are_no_change() {
    let file = |data_id: &str, comment: &str| {
        format!(
            "<CONSOLIDATED_LIST dateGenerated='2025-04-19T23:00:04Z'><ENTITY><DATAID>{data_id}</DATAID><FIRST_NAME>A</FIRST_NAME>\
             <REFERENCE_NUMBER>X.1</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON><COMMENTS1>{comment}</COMMENTS1></ENTITY></CONSOLIDATED_LIST>"
        )
    };
    let (one, other) = (snapshot("", &file("1", "old")), snapshot("2026-01-01", &file("2", "old")));
    assert_eq!((one.dating, one.day), (Dating::File, Some(day("2025-04-19"))));
    assert_eq!(one.listings[0].listed, Some(day("2012-12-31")));
    assert!(diff(&one, &other).changed.is_empty());
    let changed = snapshot("", &file("2", "new"));
    assert_eq!(diff(&one, &changed).changed.len(), 1);
}
