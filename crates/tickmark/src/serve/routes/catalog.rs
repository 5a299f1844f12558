//! `/catalog`: which lists are served, of which days, by which hashes.

use hyper::Method;

use super::{Access, Body, Call, Route};
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::{ALL, List, Lists};
use crate::serve::shapes::Searched;
use crate::serve::shapes::catalog::{Catalog, Dataset};

pub const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/catalog",
    summary: "The lists that are served, with their days and hashes",
    tag: "Data access",
    parameters: &[],
    body: Body::None,
    answers: "DataCatalogModel",
    access: Access::Admitted,
    answer: catalog,
}];

fn catalog(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let datasets: Vec<Dataset> =
        [together(lists)].into_iter().chain(lists.all().iter().map(|list| dataset(lists, list))).collect();
    let current = datasets.iter().map(|dataset| dataset.name.clone()).collect();
    Ok(Reply::json(&Catalog { datasets, current, outdated: Vec::new(), index_stale: false }))
}

fn together(lists: &Lists) -> Dataset {
    let latest = lists.all().iter().map(|list| list.latest().added.date).max();
    let version = latest.map_or_else(String::new, |date| date.to_string());
    Dataset {
        name: ALL.to_owned(),
        title: "All lists".to_owned(),
        summary: None,
        load: true,
        index_version: version.clone(),
        version,
        index_current: true,
        children: lists.all().iter().map(|list| list.name.clone()).collect(),
        entity_count: lists.current().count(),
        snapshots: Vec::new(),
    }
}

fn dataset(lists: &Lists, list: &List) -> Dataset {
    let latest = list.latest();
    let version = latest.added.date.to_string();
    Dataset {
        name: list.name.clone(),
        title: list.name.clone(),
        summary: Some(latest.added.licence.clone()).filter(|licence| !licence.is_empty()),
        load: true,
        index_version: version.clone(),
        version,
        index_current: true,
        children: list.collections.iter().filter(|name| **name != list.name).cloned().collect(),
        entity_count: lists
            .current()
            .filter(|entry| lists.of(*entry).is_some_and(|of| of.name == list.name))
            .count(),
        snapshots: list.snapshots.iter().map(Searched::from).collect(),
    }
}
