//! The answers, for programs: one JSON object a rule.

use std::io::{self, Write};

use names::ownership::{
    Because, Decides, Edge, Graph, Open, Outcome, Owner, Range, Remark, Source, Standing, Tie,
};
use serde_json::{Value, json};

use super::{Asked, Question};
use crate::commands::screen::searched;

pub(super) fn write(out: &mut impl Write, question: &Question<'_>, asked: &[Asked]) -> io::Result<()> {
    asked.iter().try_for_each(|one| writeln!(out, "{}", row(question, one)))
}

fn row(question: &Question<'_>, asked: &Asked) -> Value {
    let node = &question.graph.nodes()[question.party];
    let head = json!({
        "party": {"id": node.id, "name": node.name},
        "as_of": question.day,
        "rule": asked.regime,
        "lists": asked.lists.iter().map(|list| &list.list).collect::<Vec<_>>(),
        "searched": asked.lists.iter().map(|list| searched(question.desk, list, question.lists_of)).collect::<Vec<_>>(),
    });
    let told = match &asked.outcome {
        None => json!({"answer": "not_asked", "because": "no list of this authority is in use"}),
        Some(outcome) => of_outcome(question.graph, outcome),
    };
    merged(head, told)
}

fn merged(mut one: Value, other: Value) -> Value {
    if let (Value::Object(into), Value::Object(from)) = (&mut one, other) {
        into.extend(from);
    }
    one
}

fn of_outcome(graph: &Graph, outcome: &Outcome) -> Value {
    let name = |party: usize| party_of(graph, party);
    json!({
        "itself": match &outcome.itself {
            Standing::Listed(entries) => json!({"listed": entries}),
            Standing::NotKnown(why) => json!({"may_be_listed": why}),
            Standing::NotListed => json!({}),
        },
        "answer": outcome.answer,
        "ownership": outcome.ownership,
        "says": outcome.rule.says,
        "source": outcome.rule.source,
        "threshold": outcome.rule.threshold.to_string(),
        "groups": outcome.groups.iter().map(|group| json!({
            "held": range(group.held),
            "owners": group.owners.iter().map(|of| owner(graph, of)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "depends_on": outcome.open.iter().map(|open| of_open(graph, open)).collect::<Vec<_>>(),
        "unrecorded": outcome.gaps.iter().map(|gap| json!({
            "asset": name(gap.asset), "up_to": gap.up_to.to_string(),
        })).collect::<Vec<_>>(),
        "control": outcome.control.iter().map(|sign| json!({
            "by": name(sign.by), "of": name(sign.of), "tie": edge(&graph.edges()[sign.edge]),
        })).collect::<Vec<_>>(),
        "remarks": outcome.remarks.iter().map(|remark| of_remark(graph, remark)).collect::<Vec<_>>(),
    })
}

fn party_of(graph: &Graph, party: usize) -> Value {
    let node = &graph.nodes()[party];
    json!({"id": node.id, "name": node.name})
}

fn range(range: Range) -> Value {
    let percent = |share: names::ownership::Percent| share.count() as f64 / 1_000_000.0;
    json!({"low": percent(range.low), "high": percent(range.high), "words": range.to_string()})
}

fn owner(graph: &Graph, of: &Owner) -> Value {
    let because = match &of.because {
        Because::Standing(Standing::Listed(entries)) => json!({"listed": entries}),
        Because::Standing(Standing::NotKnown(why)) => json!({"may_be_listed": why}),
        Because::Standing(Standing::NotListed) => json!({}),
        Because::Owned(by) => json!({"owned_by": by.iter().map(|of| owner(graph, of)).collect::<Vec<_>>()}),
        Because::Told => json!({"owned_by": "told above"}),
        Because::Longer => json!({"owned_by": "a longer chain"}),
    };
    let head = json!({
        "party": party_of(graph, of.party),
        "share": range(of.share),
        "sources": of.edges.iter().map(|at| edge(&graph.edges()[*at])).collect::<Vec<_>>(),
    });
    merged(head, because)
}

fn edge(edge: &Edge) -> Value {
    let source = match &edge.source {
        Source::Line { file, line } => json!({"file": file, "line": line}),
        Source::Passage { document, page, quote } => {
            json!({"document": document, "page": page, "quote": quote})
        }
    };
    let told = match &edge.tie {
        Tie::Owns { share, written } => json!({"tie": "owns", "share": range(*share), "written": written}),
        Tie::Directs { role } => json!({"tie": "directs", "role": role}),
        Tie::Linked { role } => json!({"tie": "linked", "role": role}),
    };
    let date = |date: Option<names::party::PartialDate>| date.map(|date| date.to_string());
    let when = json!({"since": date(edge.when.since), "until": date(edge.when.until), "stated": date(edge.when.stated)});
    merged(merged(source, told), when)
}

fn of_open(graph: &Graph, open: &Open) -> Value {
    let alone = |decides: &Decides| *decides == Decides::Alone;
    match open {
        Open::Share { holding, needed, decides } => json!({
            "what": "share",
            "owner": party_of(graph, holding.owner),
            "asset": party_of(graph, holding.asset),
            "share": range(holding.share),
            "needed": needed.map(|needed| needed.to_string()),
            "decides_alone": alone(decides),
        }),
        Open::Standing { party, why, decides } => json!({
            "what": "listing", "party": party_of(graph, *party), "because": why, "decides_alone": alone(decides),
        }),
        Open::JointArrangement { parties } => json!({
            "what": "joint_arrangement",
            "parties": parties.iter().map(|party| party_of(graph, *party)).collect::<Vec<_>>(),
        }),
    }
}

fn of_remark(graph: &Graph, remark: &Remark) -> Value {
    let name = |party: &usize| party_of(graph, *party);
    match remark {
        Remark::OverHundred { asset, sum } => {
            json!({"what": "over_hundred", "asset": name(asset), "sum": sum.to_string()})
        }
        Remark::Contradiction { owner, asset } => {
            json!({"what": "contradiction", "owner": name(owner), "asset": name(asset)})
        }
        Remark::Circle { parties } => {
            json!({"what": "circle", "parties": parties.iter().map(name).collect::<Vec<_>>()})
        }
        Remark::NotOnTheDay { edge: at } => {
            json!({"what": "not_on_the_day", "tie": edge(&graph.edges()[*at])})
        }
        Remark::NoShare { edge: at } => json!({"what": "no_share", "tie": edge(&graph.edges()[*at])}),
        Remark::Doubtful { edge: at } => json!({"what": "doubtful", "tie": edge(&graph.edges()[*at])}),
        Remark::Undated { ties } => json!({"what": "undated", "ties": ties}),
        Remark::OwnedPerson { person } => json!({"what": "owned_person", "person": name(person)}),
    }
}
