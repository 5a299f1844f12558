use reason::checks::{Code, Diagnostic, Typed, rule};
use serde_json::{Value, json};

/// The codes that occur, in their order: what `ruleIndex` counts in.
pub fn used(diagnostics: &[Diagnostic]) -> Vec<Code> {
    let mut codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// A `reportingDescriptor` (SARIF 3.49).
pub fn descriptor(code: Code) -> Value {
    let rule = rule(code);
    let (wrong, right) = (together(rule.wrong), together(rule.right));
    let advice = format!("`tickmark check --allow {}` silences it, {}.", code.name(), rule.silence);
    let why = rule.why;
    json!({
        "id": code.name(),
        "name": pascal_case(code.slug()),
        "shortDescription": {"text": sentence(code.summary())},
        "fullDescription": {"text": why},
        "help": {
            "text": format!("{why}\n\nReported: {wrong}\nNot reported: {right}\n\n{}", advice.replace('`', "")),
            "markdown": format!("{why}\n\nReported:\n\n{}\n\nNot reported:\n\n{}\n\n{advice}", code_block(&wrong), code_block(&right)),
        },
        "defaultConfiguration": {"level": super::level(code.severity())},
    })
}

/// The files of an example one below the other; where there are several, with their names.
fn together(files: &[Typed]) -> String {
    match files {
        [one] => one.text.trim_end().to_owned(),
        _ => {
            let named: Vec<_> =
                files.iter().map(|file| format!("{}:\n{}", file.name, file.text.trim_end())).collect();
            named.join("\n\n")
        }
    }
}

/// An example as Markdown shows it unread: its brackets and asterisks are no markup.
fn code_block(example: &str) -> String {
    format!("```text\n{example}\n```")
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
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
