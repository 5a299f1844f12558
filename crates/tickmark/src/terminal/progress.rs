//! How far long work is: on standard error, and only where a person looks at it.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Terminal, escape};

/// How often the time that went by is drawn.
const TICK: Duration = Duration::from_millis(200);

/// A line that counts, and shows a bar once the end is known.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    /// How it looks once the end is known.
    known: &'static str,
}

const THINGS: &str = "{prefix} {bar:24} {human_pos}/{human_len} {elapsed} {wide_msg}";
const BYTES: &str = "{prefix} {bar:24} {bytes}/{total_bytes} {elapsed} {wide_msg}";

impl Progress {
    /// Shows `doing` (`reading`, `adding`).
    pub fn new(terminal: Terminal, doing: &'static str) -> Self {
        Self::shown(terminal, doing, THINGS)
    }

    /// Shows `doing` to one file, of which bytes are counted.
    pub fn in_bytes(terminal: Terminal, doing: &'static str) -> Self {
        Self::shown(terminal, doing, BYTES)
    }

    fn shown(terminal: Terminal, doing: &'static str, known: &'static str) -> Self {
        let target = match terminal.shows_talk() {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(None, target).with_prefix(doing);
        bar.set_style(style("{prefix} {human_pos} {elapsed} {wide_msg}"));
        // One long file can take a while, in which nothing else moves.
        bar.enable_steady_tick(TICK);
        Self { bar, known }
    }

    /// Tells how many there are in all.
    pub fn of(&self, all: u64) {
        self.bar.set_length(all);
        self.bar.set_style(style(self.known));
    }

    /// One more is done.
    pub fn done(&self, name: &str) {
        self.bar.set_message(escape::line(name).into_owned());
        self.bar.inc(1);
    }

    /// So many are done.
    pub fn at(&self, number: u64) {
        self.bar.set_position(number);
    }

    /// Shows what is done now.
    pub fn now(&self, doing: &'static str) {
        self.bar.set_prefix(doing);
        self.bar.set_message("");
        self.bar.tick();
    }

    /// Talks without tearing the line.
    pub fn say(&self, terminal: Terminal, line: &str) {
        self.bar.suspend(|| terminal.say(line));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
