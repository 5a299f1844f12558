use casebook::export::What;
use casebook::ledger::{Act, Anchor, Judgement, KnownAct};
use reason::checks::Code;

use crate::support::{Desk, Invented, TWO};

fn unreadable() -> (Desk, Anchor) {
    let desk = Desk::new();
    desk.add(&desk.file("locked.pdf", "LOCKED"));
    desk.build();
    let loaded = desk.case.load().unwrap();
    let anchor = loaded.anchor(&loaded.diagnostics[0]).unwrap();
    (desk, anchor)
}

#[test]
fn a_silenced_diagnostic_is_not_shown_until_it_is_restored() {
    let (desk, anchor) = unreadable();
    assert_eq!(desk.case.status().unwrap().diagnostics, 1);
    desk.writer().silence(Code::D01, anchor.clone(), "a copy was read on paper").unwrap();
    assert_eq!(desk.export(What::Diagnostics), "");
    assert_eq!(desk.case.load().unwrap().diagnostics, []);
    let status = desk.case.status().unwrap();
    assert_eq!((status.diagnostics, status.stale), (0, 0));
    desk.writer().rebuild(&Invented, TWO, &mut |_| {}).unwrap();
    assert_eq!(desk.export(What::Diagnostics), "", "judgements survive");
    desk.writer().restore(Code::D01, anchor, "it was another file").unwrap();
    assert_eq!(desk.case.status().unwrap().diagnostics, 1);
    assert_eq!(desk.verify().findings, []);
}

#[test]
fn a_judgement_is_about_one_rule_and_one_exhibit() {
    let (desk, anchor) = unreadable();
    desk.writer().silence(Code::N01, anchor.clone(), "another rule").unwrap();
    let elsewhere = Anchor { exhibit: casebook::Sha256::of(b"another file"), ..anchor };
    desk.writer().silence(Code::D01, elsewhere, "another file").unwrap();
    assert_eq!(desk.case.status().unwrap().diagnostics, 1);
}

#[test]
fn the_ledger_keeps_who_judged_and_why() {
    let (desk, anchor) = unreadable();
    desk.writer().silence(Code::D01, anchor.clone(), "read on paper").unwrap();
    let last = desk.case.log().unwrap().last().unwrap().unwrap();
    assert_eq!(last.by.name, "A. Tester");
    let expected = Judgement::Silenced { code: Code::D01, anchor, reason: "read on paper".to_owned() };
    assert_eq!(last.act, Act::Known(KnownAct::Judged(expected)));
}

#[test]
fn what_a_model_answered_about_is_known_by_its_words() {
    let desk = Desk::new();
    let model = casebook::Model { name: "local", endpoint: "http://127.0.0.1:1" };
    let mark = casebook::asked_mark("At Kessa, 12 miners were killed.");
    desk.writer().record_asking(&model, 2, 0, vec![mark.clone()]).unwrap();
    assert!(desk.case.asked_before("local").unwrap().contains(&mark));
    assert!(desk.case.asked_before("another").unwrap().is_empty());
    assert_eq!(desk.verify().findings, []);
}
