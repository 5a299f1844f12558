//! Outlets of one owner that print one story on one day: `knowledge/owners.tsv` says who owns what.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::publishers::publishers;
use crate::text::fold_words;

use super::case::{Case, day_number, likeness, telling_words};
use super::{Basis, Edge};

/// An owner, then its outlets parted by `|`.
const LIST: &str = include_str!("../../knowledge/owners.tsv");

/// Stories of one owner on one day that are compared with each other.
const MOST_COMPARED: usize = 48;
/// Of the telling words of the shorter title, in percent, that make two titles one.
const SAME_TITLE: usize = 50;

struct Story {
    standing: usize,
    outlet: &'static str,
    title: Vec<String>,
}

pub(super) fn find(case: &Case<'_>) -> Vec<Edge> {
    let mut by_day: HashMap<(&'static str, i64), Vec<Story>> = HashMap::new();
    let mut edges = Vec::new();
    for (standing, work) in case.works.iter().enumerate() {
        let owned = work.container.as_deref().and_then(owner);
        let (Some((outlet, owner)), Some(day)) = (owned, work.date.and_then(day_number)) else {
            continue;
        };
        let story =
            Story { standing, outlet, title: case.title(standing).map(telling_words).unwrap_or_default() };
        let near = (day - 1..=day + 1).filter_map(|day| by_day.get(&(owner, day))).flatten();
        edges.extend(near.filter_map(|other| edge(case, owner, other, &story)));
        let list = by_day.entry((owner, day)).or_default();
        if list.len() < MOST_COMPARED {
            list.push(story);
        }
    }
    edges
}

fn edge(case: &Case<'_>, owner: &str, one: &Story, other: &Story) -> Option<Edge> {
    if one.outlet == other.outlet || likeness(&one.title, &other.title) < SAME_TITLE {
        return None;
    }
    let why = format!(
        "{} and {} belong to one owner ({owner}) and print one story within a day",
        one.outlet, other.outlet
    );
    let evidence = case.place(one.standing).into_iter().chain(case.place(other.standing)).collect();
    case.suspect(one.standing, other.standing, Basis::SameOwner, &why, evidence)
}

/// The outlet as the list of owners has it, and its owner.
fn owner(outlet: &str) -> Option<(&'static str, &'static str)> {
    static OWNERS: OnceLock<HashMap<String, (&'static str, &'static str)>> = OnceLock::new();
    let owners = OWNERS.get_or_init(|| {
        let lines = LIST.lines().filter_map(|line| line.split_once('\t'));
        lines
            .flat_map(|(owner, outlets)| {
                outlets.split('|').map(move |outlet| (fold_words(outlet), (outlet, owner)))
            })
            .collect()
    });
    let listed = publishers().listed_name(outlet).and_then(|name| owners.get(&fold_words(name)));
    listed.or_else(|| owners.get(&fold_words(outlet))).copied()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Paper, case, told};
    use super::super::{Basis, Edge};

    #[track_caller]
    fn check(notes: &[(&str, &str)], expected: &[&str]) {
        let (read, conclusions) = case(&[Paper { name: "report.md", body: &["They came.¹ ²"], notes }]);
        let edges: Vec<Edge> =
            conclusions.origins.edges.iter().filter(|edge| edge.basis == Basis::SameOwner).cloned().collect();
        assert_eq!(told(&read, &conclusions, &edges), expected);
    }

    #[test]
    fn one_story_of_one_owner_is_suspected() {
        let first = ("1", "« Quatorze morts au bac de Kessa », RFI, 16 mars 2024.");
        check(
            &[first, ("2", "« Au bac de Kessa, quatorze morts », France 24, 17 mars 2024.")],
            &["Au bac de Kessa, quatorze morts > Quatorze morts au bac de Kessa (same owner, Suspected)"],
        );
        check(&[first, ("2", "« Le riz plus cher sur la côte », France 24, 16 mars 2024.")], &[]);
        check(&[first, ("2", "« Au bac de Kessa, quatorze morts », Le Monde, 17 mars 2024.")], &[]);
        check(&[first, ("2", "« Au bac de Kessa, quatorze morts », France 24, 17 mai 2024.")], &[]);
    }
}
