//! SARIF 2.1.0 (OASIS): diagnostics as code editors and review tools read them.
//!
//! Places count Unicode code points of the *reading text*, as `tickmark export text` writes it: a PDF has no lines, and
//! the bytes of a DOCX mean nothing to a person.

mod fingerprint;
mod location;
mod rules;

use reason::checks::{Diagnostic, Severity};
use serde_json::{Value, json};

use crate::Checked;
use fingerprint::Fingerprints;
use location::Locator;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const ABOUT_PLACES: &str = "Offsets count Unicode code points of the reading text that tickmark made of this file \
                            (tickmark export text), not of its bytes.";

/// The log of one run. `version` is that of the program, such as `0.1.0`.
#[must_use]
pub fn log(version: &str, checked: Checked<'_>) -> Value {
    let locator = Locator::new(checked.sources);
    let mut fingerprints = Fingerprints::default();
    let rules = rules::used(checked.diagnostics);
    let results: Vec<_> = checked
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let fingerprint = fingerprints.of(diagnostic, checked.sources);
            result(diagnostic, &rules, &locator, &fingerprint)
        })
        .collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "tickmark",
                "semanticVersion": version,
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.iter().map(|code| rules::descriptor(*code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "artifacts": locator.artifacts(),
            "results": results,
        }],
    })
}

fn result(
    diagnostic: &Diagnostic,
    rules: &[reason::checks::Code],
    locator: &Locator<'_>,
    fingerprint: &str,
) -> Value {
    let mut places = diagnostic.places.iter();
    let first: Vec<_> = places.next().and_then(|place| locator.location(place)).into_iter().collect();
    let further: Vec<_> = places
        .filter_map(|place| locator.location(place))
        .enumerate()
        .map(|(id, mut location)| {
            location["id"] = json!(id);
            location
        })
        .collect();
    let mut result = json!({
        "ruleId": diagnostic.code.name(),
        "ruleIndex": rules.iter().position(|code| *code == diagnostic.code),
        "level": level(diagnostic.severity),
        "message": {"text": message(diagnostic)},
        "locations": first,
        "partialFingerprints": {fingerprint::NAME: fingerprint},
        "properties": {"notes": diagnostic.notes},
    });
    if !further.is_empty() {
        result["relatedLocations"] = json!(further);
    }
    result
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn message(diagnostic: &Diagnostic) -> String {
    if diagnostic.help.is_empty() {
        diagnostic.message.clone()
    } else {
        format!("{}\n{}", diagnostic.message, diagnostic.help)
    }
}
