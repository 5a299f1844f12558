//! Colours. None of them carries a meaning that the words do not.

use anstyle::{AnsiColor, Style};
use reason::checks::Severity;

/// Of `error`.
pub const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Of `warning`.
pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Of `note`.
pub const NOTE: Style = AnsiColor::Cyan.on_default().bold();
/// Of help and hints.
pub const HELP: Style = AnsiColor::Green.on_default().bold();
/// Of arrows, bars and other scaffolding.
pub const FRAME: Style = AnsiColor::Blue.on_default().bold();
/// Of what matters in a line.
pub const STRONG: Style = Style::new().bold();

/// The colour of a severity.
pub const fn severity(severity: Severity) -> Style {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Note => NOTE,
    }
}
