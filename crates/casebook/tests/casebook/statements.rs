//! Rows of statements and conclusions: every field, ids that lead from one row to another, quotes untouched.

use casebook::export::{Format, Request, What, export_loaded, schema};
use casebook::{Exhibit, Loaded, LoadedDocument, Sha256};
use reason::claims::{Claim, ClaimKind, When};
use reason::dates::{DateBasis, Interval, PartialDate};
use reason::decisions::Verdict;
use reason::designations::Designation;
use reason::document::{Document, Draft, DraftBlock, Span};
use reason::entities::{Entity, EntityKind, EntityRef, Mention, MentionForm, Party};
use reason::incidents::{ClaimRef, Contest, Incident, Join, Side};
use reason::money::{Amount, Money, Period};
use reason::notes::{Marker, Note, Sentence};
use reason::quantities::Figure;
use reason::recommendations::Recommendation;
use reason::relations::{Relation, RelationKind};
use reason::replies::{Outcome, Reply};
use reason::{Analysis, Conclusions};
use serde_json::{Value, json};

const TEXT: &str = "On 3 May 2024, the Halden^{1}  Front killed at least 12 miners in Kessa, Radio Riverbend reportedly said. \
Jann Oste leads the Halden Front. It was paid $2.50 a month. Norland sanctioned Jann Oste in 2023.";

fn span(document: &Document, words: &str) -> Span {
    let start = document.text.find(words).unwrap_or_else(|| panic!("{words}"));
    Span::new(start, start + words.len())
}

fn analysis(document: &Document) -> Analysis {
    let at = |words: &str| span(document, words);
    let first = Span::new(0, document.text.find("said.").unwrap() + 5);
    let group = at("^{1}");
    let entity = |kind, caption: &str, titles: &[&str]| Entity {
        kind,
        caption: caption.to_owned(),
        names: vec![caption.to_owned(), caption.replace("Halden", "H.")],
        titles: titles.iter().map(|title| (*title).to_owned()).collect(),
        candidates: Vec::new(),
    };
    let mention = |words, entity| Mention { span: at(words), entity, form: MentionForm::Name };
    Analysis {
        sentences: vec![Sentence { span: first, block: 0 }],
        notes: vec![Note {
            label: "1".to_owned(),
            chain: 0,
            spans: vec![group],
            label_span: group,
            commentary: None,
        }],
        markers: vec![Marker { label: "1".to_owned(), span: at("1"), group, note: Some(0), sentence: 0 }],
        entities: vec![
            entity(EntityKind::ArmedGroup, "Halden Front", &[]),
            entity(EntityKind::Person, "Jann Oste", &["Commander"]),
            entity(EntityKind::Place, "Kessa", &[]),
        ],
        mentions: vec![mention("Kessa", 2), mention("Jann Oste", 1), mention("Halden Front", 0)],
        claims: vec![claim(document, first)],
        money: vec![Money {
            span: at("It was paid $2.50 a month."),
            written: at("$2.50"),
            amount: Amount::hundredths(250),
            amount_high: None,
            currency: "USD".to_owned(),
            usd_as_written: Some(Amount::whole(6_000_000_000)),
            usd_span: None,
            per: Some(Period::Month),
            what: None,
            payer: None,
            payee: Some(at("It")),
            date: None,
            approximate: false,
        }],
        relations: vec![Relation {
            span: at("Jann Oste leads the Halden Front."),
            subject_span: at("Jann Oste"),
            subject: 1,
            kind: RelationKind::Leads,
            object_span: at("the Halden Front"),
            object: 0,
            detail: None,
            share: None,
            date: None,
            hedges: Vec::new(),
            negated: false,
        }],
        designations: vec![Designation {
            span: at("Norland sanctioned Jann Oste in 2023."),
            target: at("Jann Oste"),
            authority: Some(at("Norland")),
            program: None,
            reason: None,
            date: PartialDate::parse("2023"),
        }],
        replies: vec![Reply { span: first, addressee: at("Radio Riverbend"), outcome: Outcome::NoReply }],
        recommendations: vec![Recommendation {
            span: at("It was paid $2.50 a month."),
            addressee: Some(at("Norland")),
            section: None,
        }],
        ..Analysis::default()
    }
}

fn claim(document: &Document, sentence: Span) -> Claim {
    let at = |words: &str| span(document, words);
    Claim {
        notes: vec![0],
        victims: Some(at("miners")),
        perpetrators: Some(at("the Halden^{1}  Front")),
        figure: Figure::at_least(12),
        number: Some(at("at least 12")),
        place: Some(at("Kessa")),
        when: Some(When {
            interval: Interval::at(PartialDate::parse("2024-05-03").unwrap()),
            span: at("3 May 2024"),
            basis: DateBasis::Written,
        }),
        said_by: vec![at("Radio Riverbend")],
        hedges: vec![at("reportedly")],
        ..Claim::new(sentence, ClaimKind::Killed)
    }
}

fn conclusions() -> Conclusions {
    let first = ClaimRef { document: 0, claim: 0 };
    let names = [
        ("party-0", EntityKind::ArmedGroup, "Halden Front"),
        ("party-1", EntityKind::Person, "Jann Oste"),
        ("party-2", EntityKind::Place, "Kessa"),
    ];
    let parties = names.into_iter().enumerate().map(|(entity, (id, kind, caption))| Party {
        id: id.to_owned(),
        kind,
        caption: caption.to_owned(),
        names: vec![caption.to_owned(), caption.replace("Halden", "H.")],
        members: vec![EntityRef { document: 0, entity }],
        imported: Vec::new(),
    });
    let side = |number, who: &str| Side {
        figure: Figure::exactly(number),
        attributed_to: Some(who.to_owned()),
        claims: vec![first],
        origins: Vec::new(),
    };
    Conclusions {
        parties: parties.collect(),
        incidents: vec![Incident {
            id: "incident-0".to_owned(),
            name: "Kessa, 3 May 2024".to_owned(),
            place: Some("Kessa".to_owned()),
            when: Interval::at(PartialDate::parse("2024-05-03").unwrap()),
            claims: vec![first],
            joins: vec![Join { claim: first, to: first, reason: "same place".to_owned() }],
            contested: vec![Contest {
                what: ClaimKind::Killed,
                victims: Some("miners".to_owned()),
                figures: vec![side(12, "Radio Riverbend"), side(40, "the Halden Front")],
            }],
        }],
        ..Conclusions::default()
    }
}

fn loaded() -> Loaded {
    let mut draft = Draft::new("text/plain", "invented", 1);
    draft.blocks = vec![DraftBlock::new(None, TEXT, Some(1))];
    let document = reason::structure::compose(draft);
    let analysis = analysis(&document);
    let sha256 = Sha256::of(TEXT.as_bytes());
    let exhibit = Exhibit { sha256, size: 0, label: "report.txt".to_owned(), acquisitions: Vec::new() };
    Loaded {
        documents: vec![LoadedDocument { id: "doc".to_owned(), exhibit, document, analysis }],
        conclusions: conclusions(),
        judged: vec![(ClaimRef { document: 0, claim: 0 }, Verdict::Accepted)],
        ..Loaded::default()
    }
}

fn lines(what: What, loaded: &Loaded) -> Vec<String> {
    let mut out = Vec::new();
    export_loaded(&Request { what, format: Format::Jsonl }, loaded, &mut out).unwrap();
    String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
}

fn row(what: What) -> Value {
    serde_json::from_str(&lines(what, &loaded())[0]).unwrap()
}

/// The fields of a row as they are written, the header of its table, and its schema are one list.
#[test]
fn every_row_has_the_fields_that_are_declared() {
    let loaded = loaded();
    let schema = schema();
    for what in What::ALL {
        let properties = schema["rows"][what.name()]["properties"].as_object().unwrap();
        assert_eq!(properties.len(), what.columns().len(), "{}", what.name());
        assert!(what.columns().iter().all(|column| properties.contains_key(*column)), "{}", what.name());
        for line in lines(what, &loaded) {
            let mut from = 0;
            for column in what.columns() {
                let key = format!("\"{column}\":");
                let at = line[from..].find(&key).unwrap_or_else(|| panic!("{column} in {line}"));
                from += at + key.len();
            }
        }
    }
}

#[test]
fn a_claim_has_readable_fields_and_a_verbatim_quote() {
    let row = row(What::Claims);
    let expected = json!({
        "id": "doc-k0", "document": "report.txt", "notes": ["1"], "incident": "incident-0", "what": "killed",
        "victims": "miners", "perpetrators": "the Halden Front", "low": 12, "high": null, "approximate": true,
        "number_as_written": "at least 12", "place": "Kessa", "date_from": "2024-05-03", "date_to": "2024-05-03",
        "date_as_written": "3 May 2024", "date_basis": "written", "attributed_to": "Radio Riverbend",
        "attributed_chain": ["Radio Riverbend"], "hedges": ["reportedly"], "negated": false, "subset_of": null,
        "stands_in": "body", "citation": null, "cumulative": false, "judged": "accepted", "combined": [],
    });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&row[field], value, "{field}");
    }
    assert_eq!(row["quote"], row["span"]["quote"]);
    assert!(row["quote"].as_str().unwrap().contains("Halden^{1}  Front killed"));
}

#[test]
fn whole_amounts_are_whole_numbers() {
    let money = &lines(What::Money, &loaded())[0];
    assert!(money.contains("\"amount\":2.5,"), "{money}");
    assert!(money.contains("\"usd_as_written\":6000000000,"), "{money}");
    assert!(money.contains("\"per\":\"month\""), "{money}");
}

#[test]
fn ids_lead_from_one_row_to_another() {
    let relation = row(What::Relations);
    assert_eq!((&relation["subject"], &relation["object"]), (&json!("party-1"), &json!("party-0")));
    assert_eq!(
        (&relation["relation"], &relation["object_text"]),
        (&json!("leads"), &json!("the Halden Front"))
    );
    assert_eq!(row(What::Mentions)["entity"], "party-2");
    assert_eq!(row(What::Designations)["target_entity"], "party-1");
    let entity = row(What::Entities);
    assert_eq!((&entity["schema"], &entity["kind"]), (&json!("Organization"), &json!("armed_group")));
    assert_eq!((&entity["mentions"], &entity["documents"]), (&json!(1), &json!(["report.txt"])));
    let incident = row(What::Incidents);
    assert_eq!(incident["claims"], json!(["doc-k0"]));
    assert_eq!(incident["contested"][0]["figures"][1]["attributed_to"], "the Halden Front");
}

#[test]
fn follow_the_money_has_nodes_then_ties() {
    let loaded = loaded();
    let rows: Vec<Value> =
        lines(What::Ftm, &loaded).iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let schemata: Vec<_> = rows.iter().map(|row| row["schema"].as_str().unwrap()).collect();
    let expected = ["Organization", "Person", "Address", "Event", "Document", "Directorship", "Sanction"];
    assert_eq!(schemata, expected);
    assert_eq!(rows[1]["properties"]["position"], json!(["Commander"]));
    assert_eq!(rows[3]["properties"]["date"], json!(["2024-05-03"]));
    assert_eq!(rows[5]["properties"]["director"], json!(["party-1"]));
    assert_eq!(rows[5]["properties"]["proof"], json!(["doc"]));
}

#[test]
fn what_is_denied_is_no_tie_in_follow_the_money() {
    let mut loaded = loaded();
    loaded.documents[0].analysis.relations[0].negated = true;
    assert!(lines(What::Ftm, &loaded).iter().all(|line| !line.contains("Directorship")));
}
