//! Documents that are all but the same: two drafts of one report, two copies of one page.
//!
//! What the outlet prints everywhere is not taken out first, as it is for reuse: three drafts in one folder would look like
//! nothing but boilerplate.

use super::case::Case;
use super::reuse::{Cuts, Shared, alike_pairs};
use super::{Basis, Certainty, Edge, shingles};

/// Share of the longer text's words, in percent, that stand in runs which the other has too.
const COPY_PERCENT: usize = 88;
/// One word changed takes six runs away: pairs that share fewer runs than this are not looked at word by word.
const WORTH_READING_PERCENT: usize = 45;
/// Shorter texts than this many runs are alike by chance: a form, a heading.
const FEWEST_RUNS: usize = 15;

/// Finds them.
pub(super) fn find(case: &Case<'_>, texts: &[Vec<u64>]) -> Vec<Edge> {
    let pairs = alike_pairs(case, texts, FEWEST_RUNS);
    pairs.into_iter().filter_map(|(document, other)| edge(case, texts, document, other)).collect()
}

fn edge(case: &Case<'_>, texts: &[Vec<u64>], document: usize, other: usize) -> Option<Edge> {
    let (standing, other_standing) = (case.origins.standing(document), case.origins.standing(other));
    let worth = Shared::of(texts, document, other).percent_of_longer() >= WORTH_READING_PERCENT;
    if !worth || standing == other_standing {
        return None;
    }
    let percent = percent_of_longer(case, document, other);
    if percent < COPY_PERCENT {
        return None;
    }
    let (one, two) = (case.sources[other].name, case.sources[document].name);
    let why = format!("{percent} % of the words of {one} and {two} stand in both, in the same order");
    let edge = case.suspect(
        standing,
        other_standing,
        Basis::NearCopy,
        &why,
        Cuts::new(case).shared(document, other),
    )?;
    Some(Edge { certainty: Certainty::Confirmed, ..edge })
}

fn percent_of_longer(case: &Case<'_>, document: usize, other: usize) -> usize {
    let words = |document: usize| shingles::words(case.sources[document].document);
    let (a, b) = (words(document), words(other));
    let (longer, shorter) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    100 * shingles::covered(&longer, &shingles::set(&shorter)) / longer.len().max(1)
}

#[cfg(test)]
mod tests {
    use super::super::count;
    use super::super::trial::{Paper, case, told};

    const REPORT: &str = "On 3 May 2024 a column of raiders came to the ferry landing of Kessa before dawn and opened fire on the stalls of the market. Residents who hid in the school counted 43 dead on the quay, among them nine children. The district hospital took in 27 wounded and ran out of blood by noon, its director said. The governor of Taravia announced an inquiry, which has not met since.";
    const OTHER: &str = "In the first week of June, the boatmen of the river refused to pay the levy that the customs post had begun to take from each sack of rice. Four of them were held at the post for two nights and let go without charge. Their union says that the levy has no ground in law, and that the post gives no receipts.";

    #[track_caller]
    fn check(papers: &[(&str, &str)], expected: &[&str], counted: &str) {
        let bodies: Vec<[&str; 1]> = papers.iter().map(|(_, body)| [*body]).collect();
        let papers: Vec<Paper<'_>> =
            papers.iter().zip(&bodies).map(|((name, _), body)| Paper { name, body, notes: &[] }).collect();
        let (read, conclusions) = case(&papers);
        let origins = &conclusions.origins;
        assert_eq!(told(&read, &conclusions, &origins.edges), expected);
        let all: Vec<usize> = (0..papers.len()).map(|document| origins.standing(document)).collect();
        assert_eq!(count(origins, &all).to_string(), counted);
    }

    #[test]
    fn two_drafts_of_one_report_are_counted_once() {
        let second = REPORT.replace("43 dead", "46 dead").replace("ran out of blood", "was without blood");
        check(
            &[("in/draft-1.txt", REPORT), ("in/draft-2.txt", &second)],
            &["in/draft-2.txt > in/draft-1.txt (near copy, Confirmed)"],
            "1 report, 1 origin",
        );
    }

    #[test]
    fn three_drafts_in_one_folder_are_no_boilerplate() {
        let second = REPORT.replace("43 dead", "46 dead");
        let third = second.replace("27 wounded", "29 wounded");
        check(
            &[("in/a.txt", REPORT), ("in/b.txt", &second), ("in/c.txt", &third)],
            &[
                "in/b.txt > in/a.txt (near copy, Confirmed)",
                "in/c.txt > in/a.txt (near copy, Confirmed)",
                "in/c.txt > in/b.txt (near copy, Confirmed)",
            ],
            "1 report, 1 origin",
        );
    }

    #[test]
    fn short_drafts_too() {
        let first = "Two boats were burned at Kessa on 3 May 2024, and three boatmen were held for a week without any charge.";
        let second = "Two boats were burned at Kessa on 3 May 2024, and three boatmen were held for a week without charge.";
        check(
            &[("a.txt", first), ("b.txt", second)],
            &["b.txt > a.txt (near copy, Confirmed)"],
            "1 report, 1 origin",
        );
    }

    #[test]
    fn a_text_within_a_longer_one_is_reuse_and_no_copy() {
        let longer = format!("{REPORT} {OTHER} {OTHER}");
        check(
            &[("a.txt", REPORT), ("b.txt", &longer)],
            &["b.txt > a.txt (text reuse, Suspected)"],
            "2 reports, 1 to 2 origins",
        );
        check(&[("a.txt", REPORT), ("b.txt", OTHER)], &[], "2 reports, 2 origins");
    }
}
