//! Panics of parsers and of our own, caught and told in one line: what was said, and where.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, Location};

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on a panic prints nothing: who catches it tells it.
pub fn silence() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(short);
        PLACE.with(|kept| *kept.borrow_mut() = place);
    }));
}

/// Runs `work`; a panic becomes a sentence.
///
/// What `work` changed before it panicked must not be used afterwards: give it nothing to change.
///
/// # Errors
/// What the panic said, and where: `index out of bounds (quotes.rs:96)`.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|cause| {
        let said = message(cause.as_ref());
        match PLACE.with(|kept| kept.borrow_mut().take()) {
            Some(place) => format!("{said} ({place})"),
            None => said.to_owned(),
        }
    })
}

/// The file's name and line: the folders are those of whoever built the program.
fn short(location: &Location<'_>) -> String {
    let file = location.file().rsplit(['/', '\\']).next().unwrap_or_default();
    format!("{file}:{}", location.line())
}

fn message(cause: &(dyn Any + Send)) -> &str {
    cause
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| cause.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without a message")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without [`silence`], which would hide the failures of other tests, the place is not known.
    #[test]
    fn a_panic_becomes_a_sentence() {
        assert_eq!(catch(|| 7), Ok(7));
        assert_eq!(catch(|| panic!("no {}", "luck")), Err::<(), _>("no luck".to_owned()));
    }
}
