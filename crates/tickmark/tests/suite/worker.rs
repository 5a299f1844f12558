//! Workers that crash, hang or hoard, and what they are kept from.

use crate::session::Session;

#[cfg(debug_assertions)]
mod misbehaviour {
    use super::Session;

    /// An exhibit that orders the worker to misbehave is told as such; those before and after it are read.
    fn check(order: &str, told: &str) {
        let session = Session::new();
        session
            .file("1.txt", "The ferry stopped at noon.\n")
            .file("2.txt", format!("\u{1}tickmark-misbehave {order}"))
            .file("3.txt", "Nobody was told why.\n");
        // Only the one that never ends shall meet the limit, however busy the machine is.
        let timeout = if order == "spin" { 2 } else { 600 };
        let line = format!("check --timeout {timeout} --jobs 1 1.txt 2.txt 3.txt");
        let transcript = session.run(&line);
        let expected = format!("2.txt could not be read: {told}");
        assert!(transcript.contains(&expected), "{order}: {transcript}");
        assert!(transcript.contains("read 1.txt"), "{order}: {transcript}");
        assert!(transcript.contains("read 3.txt"), "{order}: {transcript}");
    }

    #[test]
    fn each_end_is_an_outcome_of_the_one_exhibit() {
        check("panic", "the reader crashed on it: told to panic");
        check("abort", "the reader crashed on it: SIGABRT");
        check("exit", "the reader crashed on it: exit status 7");
        check("spin", "a limit was reached: it took longer than 2 s");
        check("overflow", "a limit was reached: it is nested more deeply");
        check("allocate", "a limit was reached: reading it needs more than 512 MB of memory");
    }

    #[test]
    fn a_worker_that_talks_too_much_is_heard_out() {
        let session = Session::new();
        session.file("chatter.txt", "\u{1}tickmark-misbehave chatter");
        let transcript = session.run("check chatter.txt");
        assert!(transcript.contains("read chatter.txt"), "{transcript}");
    }
}

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
#[test]
fn files_network_programs_and_memory_are_refused() {
    let told = Session::new().run("doctor");
    for attempt in [
        "opening a file",
        "making a file",
        "opening a network connection",
        "starting a program",
        "taking more memory than granted",
    ] {
        let line = told.lines().find(|line| line.trim_start().starts_with(attempt));
        let line = line.unwrap_or_else(|| panic!("{attempt}: {told}"));
        assert!(line.contains("refused"), "{line}");
    }
}
