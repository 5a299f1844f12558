//! What the sandbox is asked to prove: a worker tries, and reports how it was refused.

use std::fs::File;
use std::net::TcpStream;
use std::process::Command;

use serde::{Deserialize, Serialize};

use super::limits::Limits;

/// Something that a worker should not be able to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attempt {
    /// Open a file that everybody may read.
    ReadFile,
    /// Make a file where everybody may.
    WriteFile,
    /// Connect to a port of this machine.
    Connect,
    /// Start a program.
    Execute,
    /// Take more memory than was granted.
    Allocate,
}

impl Attempt {
    /// All of them, in the order in which `doctor` lists them.
    pub const ALL: [Self; 5] =
        [Self::ReadFile, Self::WriteFile, Self::Connect, Self::Execute, Self::Allocate];

    /// What is tried, as words for `... was refused`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ReadFile => "opening a file",
            Self::WriteFile => "making a file",
            Self::Connect => "opening a network connection",
            Self::Execute => "starting a program",
            Self::Allocate => "taking more memory than granted",
        }
    }

    /// Tries it.
    pub fn run(self, limits: &Limits) -> Refusal {
        match self {
            Self::ReadFile => Refusal::of(File::open("/").map(drop)),
            Self::WriteFile => Refusal::of(write_file()),
            // Port 9 (discard): refused by the sandbox before anybody could listen there.
            Self::Connect => Refusal::of_network(TcpStream::connect(("127.0.0.1", 9)).map(drop)),
            Self::Execute => Refusal::of(Command::new("/bin/true").spawn().map(drop)),
            Self::Allocate => allocate(limits),
        }
    }
}

fn write_file() -> std::io::Result<()> {
    let path = std::env::temp_dir().join(format!("tickmark-probe-{}", std::process::id()));
    drop(File::create(&path)?);
    std::fs::remove_file(path)
}

fn allocate(limits: &Limits) -> Refusal {
    let size = usize::try_from(limits.memory).unwrap_or(usize::MAX / 2);
    match Vec::<u8>::new().try_reserve_exact(size) {
        Ok(()) => Refusal::Allowed,
        Err(error) => Refusal::Refused(error.to_string()),
    }
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Refused, with the system's words.
    Refused(String),
    /// Not refused: the protection is not in force.
    Allowed,
    /// It failed, but not because it was refused: nothing is proved.
    Unclear(String),
}

impl Refusal {
    fn of(result: std::io::Result<()>) -> Self {
        match result {
            Ok(()) => Self::Allowed,
            Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                Self::Refused(error.to_string())
            }
            Err(error) => Self::Unclear(error.to_string()),
        }
    }

    /// That nobody listens is an answer of the network: it was reached.
    fn of_network(result: std::io::Result<()>) -> Self {
        match result {
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => Self::Allowed,
            result => Self::of(result),
        }
    }
}
