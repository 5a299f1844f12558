use reason::document::{Member, Unread};

use super::fixtures::zip;
use crate::{Content, ReadOptions, draft_or_members};

fn members(bytes: &[u8]) -> Vec<Member> {
    match draft_or_members("a.zip", bytes, &ReadOptions::default()) {
        Ok(Content::Members(members)) => members,
        Ok(Content::Draft(_)) => panic!("read as a document"),
        Err(unread) => panic!("{}", unread.sentence()),
    }
}

#[test]
fn members_are_named_as_written_and_shown_safely() {
    let archive = zip(&[
        ("../../etc/passwd", b"one".as_slice()),
        ("folder/report.txt", b"two"),
        ("/absolute", b"three"),
        ("invoice\u{202E}fdp.exe", b"four"),
        ("__MACOSX/._report.txt", b"no"),
        (".DS_Store", b"no"),
    ]);
    let members = members(&archive);
    let paths: Vec<&str> = members.iter().map(|member| member.path.as_str()).collect();
    assert_eq!(paths, ["../../etc/passwd", "folder/report.txt", "/absolute", "invoice\\u{202e}fdp.exe"]);
    assert_eq!(members[1].bytes, Ok(b"two".to_vec()));
}

#[test]
fn a_bomb_costs_its_limit() {
    let zeros = vec![0_u8; usize::try_from(crate::limits::MEMBER_BYTES).expect("fits") + 1];
    let members = members(&zip(&[("bomb", &zeros), ("small.txt", b"text")]));
    assert!(matches!(members[0].bytes, Err(Unread::Limit { .. })));
    assert_eq!(members[1].bytes, Ok(b"text".to_vec()));
}

#[test]
fn archives_in_archives_end() {
    let mut archive = zip(&[("a.txt", b"text".as_slice())]);
    for _ in 0..2 {
        archive = zip(&[("inner.zip", &archive)]);
    }
    assert!(members(&archive)[0].bytes.is_ok());
    for _ in 0..3 {
        archive = zip(&[("inner.zip", &archive)]);
    }
    assert!(matches!(members(&archive)[0].bytes, Err(Unread::Limit { .. })));
}

#[test]
fn truncated_archives_are_damaged() {
    let archive = zip(&[("a.txt", b"text".as_slice())]);
    let outcome = draft_or_members("a.zip", &archive[..archive.len() / 2], &ReadOptions::default());
    assert!(matches!(outcome, Err(Unread::Damaged { .. })));
}
