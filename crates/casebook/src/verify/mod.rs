mod finding;

use std::path::Path;

pub use finding::{Finding, Severity, Verification, VerifyProgress};

/// Looks at a case, however damaged, and changes nothing.
///
/// # Errors
/// [`crate::Error::Io`] if the folder itself cannot be read; everything else is a [`Finding`].
pub fn verify(
    _root: &Path,
    _progress: &mut dyn FnMut(VerifyProgress),
) -> crate::Result<Verification> {
    Ok(Verification::default())
}
