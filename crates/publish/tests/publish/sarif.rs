//! SARIF logs, against what the schema of version 2.1.0 requires.

use publish::{Checked, sarif};
use serde_json::Value;

use crate::sample::{Sample, kessa};

fn log(sample: &Sample) -> Value {
    let checked = Checked {
        sources: &sample.sources(),
        conclusions: &sample.conclusions,
        diagnostics: &sample.diagnostics,
    };
    sarif::log("0.1.0", checked)
}

/// Required properties, and the types and bounds that the schema gives them.
#[test]
fn has_the_structure_that_the_schema_requires() {
    let log = log(&kessa());
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "tickmark");
    let about = run["tool"]["driver"]["informationUri"].as_str().unwrap();
    assert!(about.starts_with("https://"), "{about}");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["id"].is_string());
        assert!(rule["help"]["text"].is_string());
        assert!(rule["shortDescription"]["text"].as_str().unwrap().ends_with('.'));
    }
    let artifacts = run["artifacts"].as_array().unwrap().len() as u64;
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(matches!(result["level"].as_str(), Some("error" | "warning" | "note")));
        assert!(result["message"]["text"].is_string());
        let fingerprints = result["partialFingerprints"].as_object().unwrap();
        assert!(fingerprints.values().all(Value::is_string));
        let related = result["relatedLocations"].as_array();
        for location in result["locations"].as_array().unwrap().iter().chain(related.into_iter().flatten()) {
            let physical = &location["physicalLocation"];
            assert!(physical["artifactLocation"]["index"].as_u64().unwrap() < artifacts);
            if let Some(region) = physical.get("region") {
                assert!(region["charOffset"].is_u64() && region["charLength"].is_u64());
            }
        }
    }
}

#[test]
fn offsets_count_code_points_and_the_snippet_is_the_quote() {
    let sample = kessa();
    let log = log(&sample);
    let text: Vec<char> = sample.documents[0].0.text.chars().collect();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let Some(region) = result["locations"][0]["physicalLocation"].get("region") else {
            continue;
        };
        let start = region["charOffset"].as_u64().unwrap() as usize;
        let length = region["charLength"].as_u64().unwrap() as usize;
        let quote: String = text[start..start + length].iter().collect();
        assert_eq!(region["snippet"]["text"], quote);
    }
}

#[test]
fn fingerprints_outlive_a_move_and_tell_twins_apart() {
    let fingerprint = |log: &Value, at: usize| {
        log["runs"][0]["results"][at]["partialFingerprints"]["tickmarkPlace/v1"].clone()
    };
    let before = log(&kessa());
    let mut sample = kessa();
    let twin = sample.diagnostics[0].clone();
    sample.diagnostics.push(twin);
    let (document, _) = &mut sample.documents[0];
    document.text.insert_str(0, "Added above. ");
    for place in sample.diagnostics.iter_mut().flat_map(|found| &mut found.places) {
        place.span = place.span.map(|span| span.shifted("Added above. ".len()));
    }
    let after = log(&sample);
    assert_eq!(fingerprint(&before, 0), fingerprint(&after, 0));
    assert_ne!(fingerprint(&after, 0), fingerprint(&after, sample.diagnostics.len() - 1));
}

#[test]
fn file_names_become_uri_references() {
    let mut sample = kessa();
    sample.names[0] = "folder/c: été #1?.pdf".to_owned();
    let uri = log(&sample)["runs"][0]["artifacts"][0]["location"]["uri"].clone();
    assert_eq!(uri, "folder/c%3A%20%C3%A9t%C3%A9%20%231%3F.pdf");
}

#[test]
fn one_result() {
    let log = log(&kessa());
    insta::assert_snapshot!(serde_json::to_string_pretty(&log["runs"][0]["results"][0]).unwrap());
}
