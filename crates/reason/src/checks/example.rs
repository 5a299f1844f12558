//! The files of a rule's example: whoever types them as they stand and checks them sees what is promised.

/// A file as somebody would type it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// Its name, whose ending says what it is.
    pub name: &'static str,
    /// All that stands in it.
    pub text: &'static str,
}

impl Typed {
    /// A report in plain text.
    pub(super) const fn report(text: &'static str) -> Self {
        Self::named("report.txt", text)
    }

    /// A file of another kind, or a further one.
    pub(super) const fn named(name: &'static str, text: &'static str) -> Self {
        Self { name, text }
    }
}
