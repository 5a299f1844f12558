//! Members of an archive become exhibits of their own.

use reason::document::Member;

use super::BuildEvent;
use super::jobs::Job;
use crate::Result;
use crate::add::{Intake, Provenance};
use crate::folder::Store;
use crate::ledger::Via;
use crate::projection::LostMember;

/// Keeps the members of an archive and returns those that could not be had.
pub(super) fn keep(
    store: &mut Store,
    archive: &Job,
    members: Vec<Member>,
    on: &mut dyn FnMut(BuildEvent<'_>),
) -> Result<Vec<LostMember>> {
    let mut lost = Vec::new();
    let mut kept = 0;
    let mut ignore = |_: crate::AddEvent<'_>| {};
    let mut intake = Intake::new(store, &mut ignore);
    for member in members {
        match member.bytes {
            Ok(bytes) => {
                intake.member(&bytes, provenance(archive, member.path))?;
                kept += 1;
            }
            Err(why) => lost.push(LostMember { path: member.path, why }),
        }
    }
    intake.finish()?;
    on(BuildEvent::Opened { name: &archive.name, sha256: archive.sha256, members: kept });
    for LostMember { path, why } in &lost {
        on(BuildEvent::MemberUnread { archive: &archive.name, path, unread: why });
    }
    Ok(lost)
}

/// The member's path is a name to show, never one to write to.
fn provenance(archive: &Job, path: String) -> Provenance {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
    Provenance {
        name: name.to_owned(),
        origin: path,
        origin_bytes: None,
        modified: None,
        via: Via::MemberOf(archive.sha256),
    }
}
