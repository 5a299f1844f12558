//! The fence of the program: this program starts itself, gives up files, network and memory, and becomes the other.
//!
//! A picture out of a hostile file reaches the decoders of a C library here. What takes those over finds no socket, no
//! file but the system's own and a temporary folder, and ends with the wall limit.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::cli::Recogniser;
use crate::worker::Limits;
use crate::worker::sandbox;

/// Where systems keep programs, libraries, language data, and what these ask of the machine.
const SYSTEM: [&str; 12] =
    ["/usr", "/bin", "/lib", "/lib64", "/etc", "/opt", "/nix", "/gnu", "/snap", "/proc", "/sys", "/dev"];

/// The folders of one program's installation, beside that of the program.
const INSTALLATION: [&str; 4] = ["lib", "lib64", "libexec", "share"];

/// Variables that the program needs of ours: its own search path, and where its language data lies.
const KEPT: [&str; 2] = ["PATH", LANGUAGE_DATA];
const LANGUAGE_DATA: &str = "TESSDATA_PREFIX";

/// The command that starts a program in its fence.
///
/// # Errors
/// When the system does not tell where this program lies.
pub fn command(program: &Path, arguments: &[&str], limits: &Limits, scratch: &Path) -> io::Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command
        .arg("recogniser")
        .arg(format!("--memory-bytes={}", limits.memory))
        .arg(format!("--wall-seconds={}", limits.wall.as_secs()))
        .arg("--scratch")
        .arg(scratch)
        .arg("--")
        .arg(program)
        .args(arguments)
        .env_clear()
        .envs(KEPT.iter().filter_map(|key| Some((key, env::var_os(key)?))))
        .env("TMPDIR", scratch)
        // Pages are looked at in parallel; threads within one page only cost.
        .env("OMP_THREAD_LIMIT", "1")
        .current_dir(scratch);
    Ok(command)
}

/// Goes into the fence and becomes the program. Returns only if that fails.
pub fn become_program(arguments: &Recogniser) -> io::Error {
    let limits = Limits { memory: arguments.memory_bytes, wall: Duration::from_secs(arguments.wall_seconds) };
    let Some((program, rest)) = arguments.command.split_first() else {
        return io::Error::other("no program is named");
    };
    let mut may_read: Vec<PathBuf> = SYSTEM.iter().map(PathBuf::from).collect();
    may_read.extend(installation(Path::new(program)));
    may_read.extend(env::var_os(LANGUAGE_DATA).map(PathBuf::from));
    sandbox::enter_for_program(&limits, &may_read, &arguments.scratch);
    replace(Command::new(program).args(rest))
}

/// Of `/home/her/tools/bin/tesseract` what lies beside `bin` in `/home/her/tools`, as programs are installed; not what else
/// she keeps there.
fn installation(program: &Path) -> Vec<PathBuf> {
    let program = program.canonicalize().unwrap_or_default();
    let folders = program.parent().into_iter().map(Path::to_owned);
    let prefix = program.parent().and_then(Path::parent);
    let beside = prefix
        .into_iter()
        .flat_map(|prefix| INSTALLATION.iter().map(|name| prefix.join(name)).collect::<Vec<_>>());
    folders.chain(beside).collect()
}

#[cfg(unix)]
fn replace(command: &mut Command) -> io::Error {
    use std::os::unix::process::CommandExt;
    command.exec()
}

#[cfg(not(unix))]
fn replace(_command: &mut Command) -> io::Error {
    io::Error::other("this system cannot fence programs")
}
