//! How tests make a worker misbehave: an exhibit in debug builds may order it. Release builds know nothing of it.

/// What an exhibit begins with that orders the worker to misbehave.
#[cfg(debug_assertions)]
const ORDER: &[u8] = b"\x01tickmark-misbehave ";

/// Does what the exhibit orders, if it does.
#[cfg(debug_assertions)]
pub fn if_told(bytes: &[u8]) {
    let Some(order) = bytes.strip_prefix(ORDER) else {
        return;
    };
    match order.trim_ascii_end() {
        b"panic" => panic!("told to panic"),
        b"abort" => std::process::abort(),
        b"exit" => std::process::exit(7),
        b"spin" => loop {
            std::hint::spin_loop();
        },
        b"overflow" => {
            descend(0);
        }
        b"allocate" => {
            let mut hoard = Vec::new();
            loop {
                hoard.push(vec![1_u8; 1 << 20]);
            }
        }
        b"chatter" => chatter(),
        _ => {}
    }
}

/// More on standard error than a pipe holds: nobody must wait for it to be read.
#[cfg(debug_assertions)]
fn chatter() {
    use std::io::Write;
    for _ in 0..20_000 {
        let _ = writeln!(std::io::stderr(), "a library that talks too much");
    }
}

#[cfg(debug_assertions)]
#[expect(unconditional_recursion, reason = "the stack is meant to overflow")]
fn descend(depth: u64) -> u64 {
    let frame = std::hint::black_box([depth; 64]);
    descend(frame[0] + 1) + frame[1]
}

/// Nothing, in release builds.
#[cfg(not(debug_assertions))]
pub fn if_told(_bytes: &[u8]) {}
