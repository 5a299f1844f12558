use reason::checks::{Code, Diagnostic};
use serde_json::{Value, json};

/// The codes that occur, in their order: what `ruleIndex` counts in.
pub fn used(diagnostics: &[Diagnostic]) -> Vec<Code> {
    let mut codes: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// A `reportingDescriptor` (SARIF 3.49).
pub fn descriptor(code: Code) -> Value {
    let help = format!(
        "{} ({}): {}. `tickmark explain {}` gives the reason, an example and how to silence it.",
        code.name(),
        code.slug(),
        code.summary(),
        code.name(),
    );
    json!({
        "id": code.name(),
        "name": pascal_case(code.slug()),
        "shortDescription": {"text": sentence(code.summary())},
        "help": {"text": help.replace('`', ""), "markdown": help},
        "defaultConfiguration": {"level": super::level(code.severity())},
    })
}

/// SARIF asks for names as `UnresolvedMarker`.
fn pascal_case(slug: &str) -> String {
    slug.split('-').map(capitalised).collect()
}

fn sentence(summary: &str) -> String {
    format!("{}.", capitalised(summary))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
