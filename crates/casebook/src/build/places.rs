use std::sync::OnceLock;

use reason::places::Gazetteer;

use crate::case::Case;
use crate::ledger::Role;
use crate::{Result, Sha256};

/// The gazetteers of the case. Read when the first text is analysed: a build with nothing to read needs none.
pub(super) struct Places {
    case: Case,
    used: Vec<Sha256>,
    gazetteer: OnceLock<Gazetteer>,
}

impl Places {
    pub(super) fn of(case: &Case) -> Result<Self> {
        let used = case.in_use()?.into_iter().filter(|(role, _)| *role == Role::Gazetteer);
        Ok(Self {
            case: case.clone(),
            used: used.map(|(_, exhibit)| exhibit).collect(),
            gazetteer: OnceLock::new(),
        })
    }

    /// The readers' version and the gazetteers': a reading depends on both.
    pub(super) fn version(&self, readers: &str) -> String {
        let used = self.used.iter().map(|exhibit| format!(" gazetteer {}", exhibit.short()));
        format!("{readers}{}", used.collect::<String>())
    }

    /// The one that is built in, with the user's own. One that is damaged is left out: `verify` says so.
    pub(super) fn gazetteer(&self) -> &Gazetteer {
        if self.used.is_empty() {
            return Gazetteer::bundled();
        }
        self.gazetteer.get_or_init(|| {
            let texts = self.used.iter().filter_map(|exhibit| self.case.exhibit_bytes(exhibit).ok());
            let texts: Vec<_> = texts.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
            Gazetteer::with(&texts.join("\n")).0
        })
    }
}
