//! `GET /search/{dataset}`: entities by a text, as it is typed.

use std::collections::HashSet;

use ftm::is_a;
use hyper::Method;
use names::Party;
use names::index::Entry;
use names::party::{Identifier, Kind, kind};

use super::asking::day;
use super::entities::shown;
use super::{
    Access, Body, CHANGED_SINCE, Call, DATASET, EXCLUDE_DATASET, EXCLUDE_SCHEMA, Parameter, Route, Shape,
    TOPICS, facets,
};
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::{Filter, Lists, Scope, Together};
use crate::serve::model;
use crate::serve::shapes::Searched;
use crate::serve::shapes::search::SearchResponse;

/// Results of a page at most, as in yente.
pub const MOST_RESULTS: usize = 500;
/// Results before a page at most, as in yente.
pub const FARTHEST: usize = 9_499;
/// A name that is likened less to the text is not found by it.
const LEAST_LIKENESS: f64 = 0.5;
/// Names that are found although no word of theirs is the text's.
const MOST_ALIKE: usize = 50;

/// What yente takes and we do not: to say nothing would be to pretend.
const NOT_HERE: [(&str, &str); 3] = [
    ("sort", "results stand by how well they fit"),
    ("filter", "filters are `countries`, `topics`, `datasets`, `schema`"),
    ("target", "lists do not say who is a target"),
];

pub const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/search/{dataset}",
    summary: "Look for entities by a text: words of a name, its beginning, another spelling, an identifier, an id",
    tag: "Matching",
    parameters: &[
        DATASET,
        Parameter { name: "q", what: "The text; without it, everything.", shape: Shape::Text },
        Parameter { name: "schema", what: "Only entities of this schema.", shape: Shape::Text },
        Parameter {
            name: "countries",
            what: "Only entities of one of these countries.",
            shape: Shape::Texts,
        },
        TOPICS,
        Parameter { name: "datasets", what: "Only entities of one of these datasets.", shape: Shape::Texts },
        Parameter { name: "include_dataset", what: "The same as `datasets`.", shape: Shape::Texts },
        EXCLUDE_DATASET,
        EXCLUDE_SCHEMA,
        CHANGED_SINCE,
        Parameter {
            name: "filter_op",
            what: "Whether of several values of a filter one must hold (`OR`) or all (`AND`).",
            shape: Shape::Choices(&["OR", "AND"]),
        },
        Parameter {
            name: "limit",
            what: "The most results.",
            shape: Shape::Count { default: 10, most: MOST_RESULTS },
        },
        Parameter {
            name: "offset",
            what: "How many results to leave out before them.",
            shape: Shape::Count { default: 0, most: FARTHEST },
        },
        Parameter {
            name: "facets",
            what: "What is counted over all results.",
            shape: Shape::Choices(&facets::NAMES),
        },
        Parameter { name: "sort", what: "Has no effect, and says so.", shape: Shape::Texts },
        Parameter { name: "filter", what: "Has no effect, and says so.", shape: Shape::Texts },
        Parameter { name: "target", what: "Has no effect, and says so.", shape: Shape::Truth },
        Parameter {
            name: "simple",
            what: "Has no effect: a text is always taken as it is.",
            shape: Shape::Truth,
        },
        Parameter {
            name: "fuzzy",
            what: "Has no effect: other spellings are always found, after the same.",
            shape: Shape::Truth,
        },
    ],
    body: Body::None,
    answers: "SearchResponse",
    access: Access::Admitted,
    answer: search,
}];

fn search(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let (limit, offset) = (call.count("limit")?, call.count("offset")?);
    let schema = call.text("schema").unwrap_or("Thing");
    if !model::is_schema(schema) {
        return Err(Refusal::bad("Invalid schema"));
    }
    let facets = facets::asked(call)?;
    let filter = filter(call)?;
    let scope = lists.scope(call.part("dataset"))?;
    let mut found = match call.text("q").map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => by_text(lists, text, schema),
        None => lists.current().collect(),
    };
    found.retain(|entry| is_a(entry.schema(), schema) || schema == "Thing");
    found.retain(|entry| lists.of(*entry).is_some_and(|list| filter.lets(&scope, list, *entry)));
    let page = found.iter().skip(offset).take(limit);
    let response = SearchResponse {
        limit,
        offset,
        total: found.len().into(),
        results: page.filter_map(|entry| shown(lists, *entry)).collect(),
        facets: facets::counted(lists, &found, &facets),
        lists: searched(lists, &scope),
        notices: notices(call),
    };
    Ok(Reply::json(&response))
}

fn filter(call: &Call<'_>) -> Result<Filter, Refusal> {
    let mut datasets = call.texts("datasets");
    datasets.extend(call.texts("include_dataset"));
    Ok(Filter {
        not_schemata: call.texts("exclude_schema"),
        datasets,
        not_datasets: call.texts("exclude_dataset"),
        topics: call.texts("topics"),
        countries: call.texts("countries"),
        changed_since: day(call, "changed_since")?,
        together: match call.text("filter_op") {
            None | Some("OR") => Together::Any,
            Some("AND") => Together::All,
            Some(_) => return Err(call.invalid("filter_op", "should be OR or AND")),
        },
    })
}

fn notices(call: &Call<'_>) -> Vec<String> {
    let given = NOT_HERE.iter().filter(|(name, _)| call.text(name).is_some());
    given.map(|(name, why)| format!("`{name}` had no effect: {why}")).collect()
}

fn searched(lists: &Lists, scope: &Scope) -> Vec<Searched> {
    lists.within(scope).map(|list| Searched::from(list.latest())).collect()
}

/// The entity of that id; those of that number; those that bear every word, the closest first; those whose names are alike.
pub fn by_text<'a>(lists: &'a Lists, text: &str, schema: &str) -> Vec<Entry<'a>> {
    let index = lists.set().index();
    let mut with_words: Vec<Entry<'a>> =
        lists.words().with_all(text).into_iter().filter_map(|number| index.entry(number)).collect();
    with_words.sort_by_cached_key(|entry| distance(*entry, text));
    let screening = lists.set().screening(None, &[]);
    let ask = |party: &Party, least| {
        screening.ask_for(party, least, MOST_ALIKE).into_iter().map(|answer| answer.hit.entry)
    };
    let alike = ask(&Party::named(kind(schema), text), LEAST_LIKENESS);
    let numbered = numbered(kind(schema), text);
    let numbered = numbered.iter().flat_map(|party| ask(party, 0.0));
    let mut seen = HashSet::new();
    let all = lists.with_id(text).chain(numbered).chain(with_words).chain(alike);
    all.filter(|entry| seen.insert(entry.number())).collect()
}

/// One of whom nothing is known but a number, of whatever kind; none, where the text has no digit.
fn numbered(kind: Kind, text: &str) -> Option<Party> {
    let mut party = Party::named(kind, text);
    party.names.clear();
    let number = |property: &&str| Identifier { property: (*property).to_owned(), text: text.to_owned() };
    party.identifiers = facets::IDENTIFIERS.iter().map(number).collect();
    text.bytes().any(|byte| byte.is_ascii_digit()).then_some(party)
}

/// How far an entry's closest name is from a text: letters that differ in number, so that the name itself comes first.
fn distance(entry: Entry<'_>, text: &str) -> (usize, u32) {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let wanted = letters(text);
    let closest = entry.names().map(|name| letters(name.text()).abs_diff(wanted)).min();
    (closest.unwrap_or(usize::MAX), entry.number())
}
