//! Incidents and contests on the claims and names of the labelled reports: how well claims are grouped, if all of them
//! were read right.

#![allow(missing_docs, reason = "tests document themselves")]
#![allow(clippy::print_stderr, reason = "a measurement prints")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use reason::claims::{Claim, ClaimKind, StandsIn, When};
use reason::dates::{DateBasis, Interval, PartialDate, find_dates};
use reason::decisions::Decisions;
use reason::document::{BlockKind, Document, Draft, DraftBlock, Span};
use reason::entities::{Entity, EntityKind, EntityRef, Mention, MentionForm, Party};
use reason::incidents::{ClaimRef, Incident, group};
use reason::quantities::Figure;
use reason::text::tokens;
use reason::{Analysis, Source, analyse};
use serde_json::Value;

fn rows(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).expect("the gold is part of the repository");
    text.lines().map(|line| serde_json::from_str(line).expect("a row")).collect()
}

fn field<'v>(row: &'v Value, name: &str) -> Option<&'v str> {
    row[name].as_str().filter(|text| !text.is_empty())
}

/// The occurrence of a phrase that is nearest to a place, before it if there is one.
fn nearest(text: &str, phrase: &str, at: usize) -> Option<Span> {
    let occurrences: Vec<usize> = text.match_indices(phrase).map(|(start, _)| start).collect();
    let start = occurrences.iter().min_by_key(|start| start.abs_diff(at))?;
    Some(Span::new(*start, start + phrase.len()))
}

fn kind(row: &Value) -> ClaimKind {
    ClaimKind::ALL
        .into_iter()
        .find(|kind| Some(kind.name()) == row["what"].as_str())
        .expect("a kind of the contract")
}

fn when(row: &Value, document: &Document, passage: Span) -> Option<When> {
    let date = |name: &str| field(row, name).and_then(PartialDate::parse);
    let from = date("date_from");
    // Of a day without its year, the gold leaves the end out.
    let to = date("date_to").or_else(|| from.filter(|from| from.year.is_none()));
    let interval = Interval { from, to };
    interval.from.or(interval.to)?;
    let text = document.quote(passage);
    let own = !find_dates(text, &tokens(text)).is_empty();
    let span = if own { passage } else { Span::new(0, 0) };
    Some(When { interval, span, basis: DateBasis::Written })
}

/// Whether a row counts over time: more than two months, or an open end that is no day.
fn is_cumulative(row: &Value) -> bool {
    let date = |name: &str| field(row, name).and_then(PartialDate::parse);
    let year_only = |date: PartialDate| date.month.is_none();
    match (date("date_from"), date("date_to")) {
        (Some(from), Some(to)) => {
            let months = |date: PartialDate| {
                i32::from(date.year.unwrap_or(0)) * 12 + i32::from(date.month.unwrap_or(1))
            };
            months(to) - months(from) >= 2 || from == to && year_only(from)
        }
        (Some(from), None) => from.year.is_some(),
        _ => false,
    }
}

fn claim(row: &Value, document: &Document) -> Option<Claim> {
    let quote = field(row, "quote")?;
    let passage = nearest(&document.text, quote, 0)?;
    let span = |name: &str| field(row, name).and_then(|text| nearest(&document.text, text, passage.start));
    Some(Claim {
        stands_in: if row["where"] == "table" { StandsIn::Table } else { StandsIn::Body },
        victims: span("victims"),
        perpetrators: span("perpetrators"),
        figure: Figure {
            low: row["low"].as_u64(),
            high: row["high"].as_u64(),
            approximate: row["approx"].as_bool().unwrap_or(false),
        },
        number: field(row, "number_as_written")
            .and_then(|text| document.quote(passage).find(text).map(|at| (at, text.len())))
            .map(|(at, length)| Span::new(passage.start + at, passage.start + at + length)),
        place: span("place"),
        when: when(row, document, passage),
        said_by: span("attributed_to").into_iter().collect(),
        negated: row["negated"].as_bool().unwrap_or(false) || row["high"].as_u64() == Some(0),
        cumulative: is_cumulative(row),
        ..Claim::new(passage, kind(row))
    })
}

fn entity_kind(row: &Value) -> EntityKind {
    match row["type"].as_str() {
        Some("person") => EntityKind::Person,
        Some("organization") => EntityKind::Organization,
        Some("armed_group") => EntityKind::ArmedGroup,
        Some("company") => EntityKind::Company,
        Some("place") => EntityKind::Place,
        _ => EntityKind::Other,
    }
}

struct Corpus {
    names: Vec<String>,
    documents: Vec<Document>,
    analyses: Vec<Analysis>,
    parties: Vec<Party>,
    gold: HashMap<ClaimRef, (String, Option<String>, bool)>,
}

fn corpus(folder: &Path) -> Corpus {
    let names: BTreeMap<String, String> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("gold/documents.json")).expect("gold"))
            .expect("names of documents");
    let claims = rows(&folder.join("gold/claims.jsonl"));
    let aliases = rows(&folder.join("gold/aliases.jsonl"));
    let mut corpus = Corpus {
        names: Vec::new(),
        documents: Vec::new(),
        analyses: Vec::new(),
        parties: Vec::new(),
        gold: HashMap::new(),
    };
    for (document, (id, file)) in names.iter().enumerate() {
        let text = std::fs::read_to_string(folder.join(file)).expect("a report");
        let mut draft = Draft::new("text/plain", "test", 1);
        draft.blocks = text
            .split("\n\n")
            .filter(|block| !block.trim().is_empty())
            .map(|block| DraftBlock::new(Some(BlockKind::Paragraph), block.trim(), None))
            .collect();
        let read = reason::structure::compose(draft);
        let mut analysis = analyse(&read);
        analysis.claims.clear();
        let mut found: Vec<(Claim, &Value)> = claims
            .iter()
            .filter(|row| row["doc"] == **id)
            .filter_map(|row| Some((claim(row, &read)?, row)))
            .collect();
        found.sort_by_key(|(claim, _)| claim.span.start);
        for (index, (claim, row)) in found.into_iter().enumerate() {
            let of = ClaimRef { document, claim: index };
            let borderline = row["borderline"].as_bool().unwrap_or(false);
            let incident = field(row, "incident").map(str::to_owned);
            corpus.gold.insert(of, (field(row, "id").expect("an id").to_owned(), incident, borderline));
            analysis.claims.push(claim);
        }
        entities(
            &mut corpus.parties,
            document,
            &read,
            &mut analysis,
            aliases.iter().filter(|row| row["doc"] == **id),
        );
        corpus.names.push(file.clone());
        corpus.documents.push(read);
        corpus.analyses.push(analysis);
    }
    corpus
}

fn entities<'v>(
    parties: &mut Vec<Party>,
    document: usize,
    read: &Document,
    analysis: &mut Analysis,
    rows: impl Iterator<Item = &'v Value>,
) {
    let mut mentions: Vec<Mention> = Vec::new();
    (analysis.entities, analysis.relations) = (Vec::new(), Vec::new());
    for (entity, row) in rows.enumerate() {
        let caption = field(row, "canonical").expect("a name").to_owned();
        let names: Vec<String> = row["aliases"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect();
        for name in &names {
            mentions.extend(read.text.match_indices(name.as_str()).map(|(start, _)| Mention {
                span: Span::new(start, start + name.len()),
                entity,
                form: MentionForm::Name,
            }));
        }
        let member = EntityRef { document, entity };
        match parties.iter_mut().find(|party| party.caption == caption) {
            Some(party) => party.members.push(member),
            None => parties.push(Party {
                id: caption.clone(),
                kind: entity_kind(row),
                caption: caption.clone(),
                names: names.clone(),
                members: vec![member],
                imported: Vec::new(),
            }),
        }
        let kind = entity_kind(row);
        analysis.entities.push(Entity { kind, caption, names, titles: Vec::new(), candidates: Vec::new() });
    }
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mut end = 0;
    mentions.retain(|mention| {
        let kept = mention.span.start >= end;
        end = end.max(mention.span.end);
        kept
    });
    analysis.mentions = mentions;
}

fn pairs<K: Ord, T: Ord + Clone>(groups: BTreeMap<K, Vec<T>>) -> BTreeSet<(T, T)> {
    let mut found = BTreeSet::new();
    for mut group in groups.into_values() {
        group.sort();
        for (at, one) in group.iter().enumerate() {
            found.extend(group[at + 1..].iter().map(|two| (one.clone(), two.clone())));
        }
    }
    found
}

fn gold_pairs(corpus: &Corpus) -> BTreeSet<(String, String)> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, incident, _) in corpus.gold.values() {
        if let Some(incident) = incident {
            groups.entry(incident.clone()).or_default().push(id.clone());
        }
    }
    pairs(groups)
}

fn found_pairs(corpus: &Corpus, incidents: &[Incident]) -> BTreeSet<(String, String)> {
    let groups = incidents
        .iter()
        .enumerate()
        .map(|(at, incident)| (at, incident.claims.iter().map(|of| corpus.gold[of].0.clone()).collect()))
        .collect();
    pairs(groups)
}

#[test]
fn claims_are_grouped_as_people_group_them() {
    let folder = std::env::var_os("REPORTS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/dev"), Into::into);
    let corpus = corpus(&folder);
    let sources: Vec<Source<'_>> = corpus
        .names
        .iter()
        .zip(corpus.documents.iter().zip(&corpus.analyses))
        .map(|(name, (document, analysis))| Source { id: name, name, document, analysis })
        .collect();
    let (incidents, contradictions) = group(&sources, &corpus.parties, &Decisions::default());
    assert!(contradictions.is_empty());
    let (gold, found) = (gold_pairs(&corpus), found_pairs(&corpus, &incidents));
    let right = gold.intersection(&found).count();
    let f1 = 2.0 * right as f64 / (gold.len() + found.len()) as f64;
    let wrong: Vec<_> = found.difference(&gold).collect();
    let flagged: BTreeSet<&str> = incidents
        .iter()
        .filter(|incident| !incident.contested.is_empty())
        .flat_map(|incident| incident.claims.iter().filter_map(|of| corpus.gold[of].1.as_deref()))
        .collect();
    let contested: BTreeSet<String> = rows(&folder.join("gold/incidents.jsonl"))
        .iter()
        .filter(|row| row["contested"] == true)
        .filter_map(|row| field(row, "incident").map(str::to_owned))
        .collect();
    let flagged: BTreeSet<String> = flagged.into_iter().map(str::to_owned).collect();
    if std::env::var_os("SHOW").is_some() {
        show(&corpus, &incidents, &gold, &found);
        eprintln!("f1 {f1:.3} of {} pairs, {} wrong", gold.len(), wrong.len());
        eprintln!("not flagged: {:?}", contested.difference(&flagged).collect::<Vec<_>>());
        eprintln!("flagged wrongly: {:?}", flagged.difference(&contested).collect::<Vec<_>>());
    }
    assert!(f1 >= 0.90, "pairs F1 {f1:.3}");
    assert!(wrong.is_empty(), "joined wrongly: {wrong:?}");
    assert!(
        contested.is_subset(&flagged),
        "not flagged: {:?}",
        contested.difference(&flagged).collect::<Vec<_>>()
    );
    assert!(
        flagged.is_subset(&contested),
        "flagged wrongly: {:?}",
        flagged.difference(&contested).collect::<Vec<_>>()
    );
}

/// For whoever works on it: `SHOW=1 cargo test -p reason --test incidents_of_gold_claims -- --nocapture`.
fn show(
    corpus: &Corpus,
    incidents: &[Incident],
    gold: &BTreeSet<(String, String)>,
    found: &BTreeSet<(String, String)>,
) {
    for incident in incidents {
        let claims: Vec<&str> = incident.claims.iter().map(|of| corpus.gold[of].0.as_str()).collect();
        eprintln!("{} | {}", incident.name, claims.join(" "));
        for join in &incident.joins {
            eprintln!("    {} to {}: {}", corpus.gold[&join.claim].0, corpus.gold[&join.to].0, join.reason);
        }
        for contest in &incident.contested {
            let sides: Vec<String> = contest
                .figures
                .iter()
                .map(|side| format!("{:?}-{:?} {:?}", side.figure.low, side.figure.high, side.attributed_to))
                .collect();
            eprintln!("    contested {} {:?}: {}", contest.what.name(), contest.victims, sides.join(" / "));
        }
    }
    let mut missing: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let incident_of: HashMap<&str, &Option<String>> =
        corpus.gold.values().map(|(id, incident, _)| (id.as_str(), incident)).collect();
    for (one, two) in gold.difference(found) {
        let incident = incident_of[one.as_str()].clone().unwrap_or_default();
        missing.entry(incident).or_default().extend([one.as_str(), two.as_str()]);
    }
    for (incident, claims) in missing {
        eprintln!("not all joined: {incident}: {claims:?}");
    }
    for (one, two) in found.difference(gold) {
        eprintln!("joined wrongly: {one} {two}");
    }
}
