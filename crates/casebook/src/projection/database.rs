use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::error::At;
use crate::layout::Layout;
use crate::ledger::Head;
use crate::{Error, Result};

/// Of the tables and the rows kept in them: raised with every change; another one is rebuilt.
const FORMAT: &str = "4";

/// What may change the analysis of a reading text. `reason` has the version of this workspace.
const ANALYSIS: &str = env!("CARGO_PKG_VERSION");

/// How long to wait for another process that is just committing.
const PATIENCE: Duration = Duration::from_secs(30);

/// The projection's database.
pub(crate) struct Database {
    pub(crate) connection: Connection,
    /// The ledger holds decisions that the conclusions do not follow from yet.
    pub(crate) decided_since: bool,
}

impl From<Connection> for Database {
    fn from(connection: Connection) -> Self {
        Self { connection, decided_since: false }
    }
}

/// Facts that the projection keeps about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meta {
    Format,
    Analysis,
    /// The end of the ledger as far as it was taken up.
    Head,
    /// Present while works and diagnostics do not follow from the readings.
    Unjoined,
}

impl Meta {
    const fn key(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Analysis => "analysis",
            Self::Head => "head",
            Self::Unjoined => "unjoined",
        }
    }
}

impl Database {
    /// To write: made anew if it is not there or was made in another way.
    pub(crate) fn open_to_write(layout: &Layout) -> Result<Self> {
        if let Ok(Some(database)) = Self::open_existing(layout) {
            return Ok(database);
        }
        delete(layout)?;
        let folder = layout.projection();
        fs::create_dir_all(&folder).at("create", &folder)?;
        let connection = Connection::open(layout.database())?;
        configure(&connection)?;
        connection.execute_batch(include_str!("schema.sql"))?;
        let database = Self::from(connection);
        database.set(Meta::Format, FORMAT)?;
        database.set(Meta::Analysis, ANALYSIS)?;
        Ok(database)
    }

    fn open_existing(layout: &Layout) -> Result<Option<Self>> {
        if !layout.database().exists() {
            return Ok(None);
        }
        let connection = Connection::open(layout.database())?;
        configure(&connection)?;
        let database = Self::from(connection);
        Ok(database.is_current()?.then_some(database))
    }

    /// To read: many may, also while one writes.
    pub(crate) fn open_to_read(layout: &Layout) -> Result<Self> {
        let path = layout.database();
        if !path.exists() {
            return Err(Error::NotBuilt { path: layout.root.clone() });
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        let database = Self::from(connection);
        match database.is_current() {
            Ok(true) => Ok(database),
            Ok(false) => {
                Err(Error::ProjectionUnusable { detail: "it was made by another version".to_owned() })
            }
            // A case on a medium that cannot be written to: WAL needs a file beside it, unless nobody can write anyway.
            Err(_) => Self::open_immutable(&path),
        }
    }

    /// To read without a trace: no lock, no file made. Only right while nobody writes.
    pub(crate) fn open_immutable(path: &Path) -> Result<Self> {
        let escaped: String = path
            .to_string_lossy()
            .chars()
            .map(|c| match c {
                '%' => "%25".to_owned(),
                '?' => "%3f".to_owned(),
                '#' => "%23".to_owned(),
                c => c.to_string(),
            })
            .collect();
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let connection = Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags)?;
        Ok(Self::from(connection))
    }

    /// Whether this version can use what the tables hold.
    pub(crate) fn is_current(&self) -> Result<bool> {
        Ok(self.get(Meta::Format)?.as_deref() == Some(FORMAT)
            && self.get(Meta::Analysis)?.as_deref() == Some(ANALYSIS))
    }

    pub(crate) fn get(&self, meta: Meta) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(statement.query_row([meta.key()], |row| row.get(0)).optional()?)
    }

    pub(crate) fn set(&self, meta: Meta, value: &str) -> Result<()> {
        self.connection
            .execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", [meta.key(), value])?;
        Ok(())
    }

    pub(crate) fn clear(&self, meta: Meta) -> Result<()> {
        self.connection.execute("DELETE FROM meta WHERE key = ?1", [meta.key()])?;
        Ok(())
    }

    /// How far the ledger was taken up.
    pub(crate) fn head(&self) -> Result<Option<Head>> {
        self.get(Meta::Head)?.map(|text| from_json(&text)).transpose()
    }
}

fn configure(connection: &Connection) -> Result<()> {
    connection.busy_timeout(PATIENCE)?;
    // Readers go on while one writes. The projection can be built again: a commit need not wait for the disk.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

/// Removes the projection: its own files only.
pub(crate) fn delete(layout: &Layout) -> Result<()> {
    let database = layout.database();
    let beside = |suffix: &str| {
        let mut name = database.clone().into_os_string();
        name.push(suffix);
        name.into()
    };
    for path in [layout.fingerprint(), beside("-wal"), beside("-shm"), beside("-journal"), database.clone()] {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::io("remove", &path, error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// What was written as JSON into a table.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::ProjectionUnusable { detail: error.to_string() })
}

/// JSON for a table.
pub(crate) fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("the program's own types are JSON")
}
