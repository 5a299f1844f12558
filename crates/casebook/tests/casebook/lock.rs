use casebook::{Error, LockHolder};

use crate::support::{Desk, actor, clock};

#[test]
fn a_second_writer_is_told_who_holds_the_case_and_readers_go_on() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    let first = desk.writer();
    let refused = desk.case.write(actor(), clock()).unwrap_err();
    let Error::Locked { holder: Some(LockHolder { pid, program, .. }), .. } = &refused else {
        panic!("{refused}");
    };
    assert_eq!(*pid, std::process::id());
    assert_eq!(program, "test 1");
    assert!(refused.to_string().contains(&format!("process {pid}")));
    assert_eq!(desk.case.status().unwrap().exhibits, 1);
    assert!(desk.verify().is_sound());
    drop(first);
    assert!(desk.case.write(actor(), clock()).is_ok());
}

#[test]
fn a_lock_file_without_a_holder_is_no_lock() {
    let desk = Desk::new();
    std::fs::write(desk.root().join("lock"), "{\"pid\":1}").unwrap();
    assert!(desk.case.write(actor(), clock()).is_ok());
    assert_eq!(std::fs::read(desk.root().join("lock")).unwrap(), b"");
}
