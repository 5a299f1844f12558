use serde::Deserialize;

use super::{Claim, read::Reading, read::read};
use crate::document::{Document, Draft, DraftBlock, Span};
use crate::{Analysis, prose, structure};

/// A sentence and its claims, as `tests/claims/en.toml` writes them.
#[derive(Deserialize)]
struct Case {
    text: String,
    /// Not compared where left out.
    claims: Option<Vec<String>>,
    /// Where, one a claim, `-` for nowhere; not compared where left out. Names are known as in a whole analysis.
    #[serde(default)]
    places: Vec<String>,
    /// From when, one a claim, `-` for none; not compared where left out.
    #[serde(default)]
    days: Vec<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn document(text: &str) -> Document {
    let mut draft = Draft::new("text/plain", "text", 1);
    draft.blocks.extend(text.split("\n\n").map(|block| DraftBlock::new(None, block, None)));
    structure::compose(draft)
}

fn claims(document: &Document) -> Vec<Claim> {
    let (sentences, notes, markers) = crate::notes::read(document);
    let prose = prose::read(document, &sentences, &notes, &markers);
    read(Reading { prose: &prose, cells: &[], entities: &[], mentions: &[], citations: &[] })
}

fn figure(claim: &Claim) -> String {
    let figure = claim.figure;
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    let range = if figure.low == figure.high {
        number(figure.low)
    } else {
        format!("{}..{}", number(figure.low), number(figure.high))
    };
    format!("{}{}{range}", if claim.negated { "!" } else { "" }, if figure.approximate { "~" } else { "" })
}

fn bare(text: &str) -> String {
    let folded = crate::text::fold(text);
    let words = folded
        .split(' ')
        .filter(|word| !matches!(*word, "the" | "a" | "an" | "le" | "la" | "les" | "des" | "un" | "une"));
    words.collect::<Vec<_>>().join(" ").trim_start_matches("l'").to_owned()
}

fn field(document: &Document, span: Option<Span>) -> String {
    span.map_or_else(|| "-".to_owned(), |span| bare(document.quote(span)))
}

fn day(claim: &Claim) -> String {
    let from = claim.when.and_then(|when| when.interval.from);
    from.map_or_else(|| "-".to_owned(), |from| from.to_string())
}

/// Whether a claim is as written; the difference where it is not.
fn differs(document: &Document, claim: &Claim, expected: &str) -> bool {
    let mut parts = expected.split(" | ");
    let first = format!("{} {}", claim.what.name(), figure(claim));
    let fields = [
        field(document, claim.victims),
        field(document, claim.perpetrators),
        field(document, claim.said_by.first().copied()),
    ];
    parts.next() != Some(first.as_str())
        || parts.zip(&fields).any(|(expected, found)| {
            if expected == "_" {
                false
            } else if expected == "-" {
                found != "-"
            } else {
                bare(expected) != *found
            }
        })
}

fn shown(document: &Document, claim: &Claim) -> String {
    let said = field(document, claim.said_by.first().copied());
    format!(
        "{} {} | {} | {} | {said}",
        claim.what.name(),
        figure(claim),
        field(document, claim.victims),
        field(document, claim.perpetrators)
    )
}

fn check(source: &str) {
    let cases: Cases = toml::from_str(source).expect("cases");
    let mut wrong = Vec::new();
    for case in &cases.case {
        let Some(expected) = &case.claims else { continue };
        let document = document(&case.text);
        let found = claims(&document);
        let same = found.len() == expected.len()
            && found.iter().zip(expected).all(|(claim, expected)| !differs(&document, claim, expected));
        if !same {
            let shown: Vec<_> = found.iter().map(|claim| shown(&document, claim)).collect();
            wrong.push(format!("{}\n  want {:?}\n  got  {shown:?}", case.text, expected));
        }
    }
    for case in cases.case.iter().filter(|case| !case.days.is_empty()) {
        let found: Vec<_> = crate::analyse(&document(&case.text)).claims.iter().map(day).collect();
        if found != case.days {
            wrong.push(format!("{}\n  want {:?}\n  got  {found:?}", case.text, case.days));
        }
    }
    for case in cases.case.iter().filter(|case| !case.places.is_empty()) {
        let document = document(&case.text);
        let found: Vec<_> =
            crate::analyse(&document).claims.iter().map(|claim| field(&document, claim.place)).collect();
        let wanted: Vec<_> =
            case.places.iter().map(|place| if place == "-" { "-".to_owned() } else { bare(place) }).collect();
        if found != wanted {
            wrong.push(format!("{}\n  want {wanted:?}\n  got  {found:?}", case.text));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.case.len(), wrong.join("\n"));
}

#[test]
fn english() {
    check(include_str!("../../tests/claims/en.toml"));
}

#[test]
fn french() {
    check(include_str!("../../tests/claims/fr.toml"));
}

#[test]
fn genre_in_english() {
    check(include_str!("../../tests/claims/genre_en.toml"));
}

#[test]
fn genre_in_french() {
    check(include_str!("../../tests/claims/genre_fr.toml"));
}

#[test]
fn days_in_english() {
    check(include_str!("../../tests/claims/days_en.toml"));
}

#[test]
fn days_in_french() {
    check(include_str!("../../tests/claims/days_fr.toml"));
}

/// Nothing that a text holds makes it panic, and monstrous sentences take bounded time.
#[test]
fn monsters_are_survived() {
    for text in [
        "12 killed ".repeat(20_000),
        "(".repeat(5_000) + " 12 killed",
        "12, ".repeat(30_000) + "killed",
        "“".repeat(3_000) + "12 died",
    ] {
        let document = document(&text);
        let _ = claims(&document);
    }
    let _ = Analysis::default();
}
