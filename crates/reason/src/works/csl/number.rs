use super::Work;

/// The identifier under the variable that its form shows it to be.
#[derive(Default)]
pub(super) struct Number {
    /// Document symbol, case number.
    pub plain: Option<String>,
    /// Without its resolver.
    pub doi: Option<String>,
    /// Digits only.
    pub isbn: Option<String>,
}

impl Number {
    pub fn of(work: &Work) -> Self {
        let Some(identifier) = work.identifier.as_deref().map(str::trim) else {
            return Self::default();
        };
        if let Some(doi) = doi(identifier) {
            Self { doi: Some(doi.to_owned()), ..Self::default() }
        } else if let Some(isbn) = isbn(identifier) {
            Self { isbn: Some(isbn), ..Self::default() }
        } else {
            Self { plain: Some(identifier.to_owned()), ..Self::default() }
        }
    }
}

/// `10.1080/14678802.2023.1`, with or without the words or the resolver that introduce it.
fn doi(identifier: &str) -> Option<&str> {
    let at = identifier.find("10.")?;
    let (before, doi) = identifier.split_at(at);
    let introduced = before.is_empty()
        || before.trim_end_matches([':', ' ']).eq_ignore_ascii_case("doi")
        || before.ends_with("doi.org/");
    (introduced && doi.contains('/')).then_some(doi)
}

/// Ten or thirteen digits, the hyphens taken out.
fn isbn(identifier: &str) -> Option<String> {
    let rest = identifier.strip_prefix("ISBN").or_else(|| identifier.strip_prefix("isbn"))?;
    let digits: String = rest.chars().filter(|c| c.is_ascii_digit() || *c == 'X').collect();
    matches!(digits.len(), 10 | 13).then_some(digits)
}
