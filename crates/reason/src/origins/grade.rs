//! How well a figure is corroborated: an order of five steps, each with its reason; never a probability.

use std::collections::BTreeSet;

use crate::citations::WorkKind;
use crate::works::Work;

use super::count::{OriginCount, Reach, Strand, count, strands};
use super::{Origins, Standing};

/// One report of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report<'a> {
    /// The work, or the standing of the document.
    pub work: usize,
    /// On whose side the one stands who says so: the caller's name of a party, the same for the same side. `None` where the
    /// text does not tell.
    pub side: Option<&'a str>,
}

/// The five steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// 0: nothing is given for it, or only works that cite each other in a circle.
    Unsourced,
    /// 1: one origin.
    OneOrigin,
    /// 2: one origin, repeated by others.
    OneOriginEchoed,
    /// 3: two or more origins of the same side or of the same type of evidence, or of which one of the two is not known.
    SeveralAlike,
    /// 4: two or more origins that differ in side and in type of evidence.
    SeveralUnlike,
}

impl Level {
    /// 0 to 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }
}

/// A step with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// Which.
    pub level: Level,
    /// In words: `3 reports, 2 origins; both are statements`.
    pub reason: String,
}

/// Types of evidence: two works of one type are the same kind of knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    Testimony,
    Press,
    Statement,
    Research,
    Records,
    Imagery,
}

impl Evidence {
    const fn of(kind: WorkKind) -> Option<Self> {
        Some(match kind {
            WorkKind::Interview | WorkKind::Communication => Self::Testimony,
            WorkKind::News => Self::Press,
            WorkKind::PressRelease | WorkKind::SocialPost => Self::Statement,
            WorkKind::Report | WorkKind::Academic | WorkKind::Book => Self::Research,
            WorkKind::OfficialDocument | WorkKind::CaseLaw | WorkKind::DocumentOnFile => Self::Records,
            WorkKind::ImageOrSatellite => Self::Imagery,
            WorkKind::WebPage | WorkKind::Other => return None,
        })
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Testimony => "testimony",
            Self::Press => "press",
            Self::Statement => "statements",
            Self::Research => "research",
            Self::Records => "documents",
            Self::Imagery => "images",
        }
    }
}

/// Grades what some reports say together. What is only suspected to be dependent is taken as dependent: the lower grade.
#[must_use]
pub fn grade(origins: &Origins, works: &[Work], reports: &[Report<'_>]) -> Grade {
    let standings: Vec<usize> = reports.iter().map(|report| report.work).collect();
    let counted = count(origins, &standings);
    let (level, why) = match (counted.reports, counted.merged) {
        (0, _) => (Level::Unsourced, "no source is given".to_owned()),
        (_, 0) => (Level::Unsourced, "the reports cite each other in a circle".to_owned()),
        (1, _) => (Level::OneOrigin, "one origin".to_owned()),
        (_, 1) => (Level::OneOriginEchoed, echoed(counted)),
        _ => several(&strands(origins, &standings, Reach::Suspected), works, reports, origins),
    };
    Grade { level, reason: format!("{counted}: {why}") }
}

fn echoed(counted: OriginCount) -> String {
    if counted.confirmed == 1 {
        "the others repeat it".to_owned()
    } else {
        "the others are suspected to repeat it".to_owned()
    }
}

fn several(strands: &[Strand], works: &[Work], reports: &[Report<'_>], origins: &Origins) -> (Level, String) {
    let told: Vec<(Option<&str>, Option<Evidence>)> = strands
        .iter()
        .filter(|strand| !strand.origins.is_empty())
        .map(|strand| (side(strand, reports), evidence(strand, works, origins)))
        .collect();
    // Whether two strands differ in both is found by the distinct pairs: few, however many the strands.
    let known: BTreeSet<(&str, Evidence)> =
        told.iter().filter_map(|(side, evidence)| Some(((*side)?, (*evidence)?))).collect();
    let differ = known.iter().find_map(|(side, evidence)| {
        known
            .iter()
            .find(|other| other.0 != *side && other.1 != *evidence)
            .map(|other| ((*side, *evidence), *other))
    });
    if let Some((one, other)) = differ {
        let words = format!("{} ({}) and {} ({})", one.0, one.1.name(), other.0, other.1.name());
        return (Level::SeveralUnlike, format!("no dependence found between {words}"));
    }
    let sides: BTreeSet<Option<&str>> = told.iter().map(|(side, _)| *side).collect();
    let types: BTreeSet<Option<Evidence>> = told.iter().map(|(_, evidence)| *evidence).collect();
    let why = match (sides.first(), types.first()) {
        (Some(Some(side)), _) if sides.len() == 1 => format!("all on the side of {side}"),
        (_, Some(Some(evidence))) if types.len() == 1 => {
            format!("all of one type of evidence ({})", evidence.name())
        }
        _ => "not known to differ both in side and in type of evidence".to_owned(),
    };
    (Level::SeveralAlike, format!("no dependence found, but {why}"))
}

/// The side of a strand: that of its reports, where those of which it is known agree.
fn side<'a>(strand: &Strand, reports: &[Report<'a>]) -> Option<&'a str> {
    let of = |work: &usize| reports.iter().find(|report| report.work == *work).and_then(|report| report.side);
    let mut sides = strand.leading.iter().chain(&strand.echoes).filter_map(of);
    let first = sides.next()?;
    sides.all(|side| side == first).then_some(first)
}

/// The type of a strand: that of its origins, else of the reports that lead to them.
fn evidence(strand: &Strand, works: &[Work], origins: &Origins) -> Option<Evidence> {
    let of = |list: &[usize]| {
        let kinds: BTreeSet<Option<Evidence>> = list
            .iter()
            .map(|standing| match origins.meaning(*standing) {
                Standing::Work(work) => works.get(work).and_then(|work| Evidence::of(work.kind)),
                Standing::Document(_) => None,
            })
            .collect();
        kinds.first().copied().flatten().filter(|_| kinds.len() == 1)
    };
    of(&strand.origins).or_else(|| of(&strand.leading))
}

#[cfg(test)]
mod tests {
    use super::super::{Basis, Certainty, Edge};
    use super::*;

    fn work(kind: WorkKind) -> Work {
        Work {
            id: String::new(),
            kind,
            authors: Vec::new(),
            title: None,
            title_translated: None,
            container: None,
            date: None,
            url: None,
            identifier: None,
            interviewee: None,
            place: None,
            confidential: false,
            cited_by: Vec::new(),
        }
    }

    #[track_caller]
    fn check(
        edges: &[(usize, usize, Certainty)],
        reports: &[(usize, Option<&str>)],
        level: u8,
        reason: &str,
    ) {
        let works =
            [WorkKind::News, WorkKind::News, WorkKind::Interview, WorkKind::PressRelease, WorkKind::WebPage]
                .map(work);
        let edges = edges.iter().map(|(from, to, certainty)| Edge {
            from: *from,
            to: *to,
            basis: Basis::WireCredit,
            certainty: *certainty,
            reason: String::new(),
            evidence: Vec::new(),
        });
        let origins = Origins { edges: edges.collect(), cited: works.len(), ..Origins::default() };
        let reports: Vec<_> =
            reports.iter().map(|(work, side)| Report { work: *work, side: *side }).collect();
        let grade = grade(&origins, &works, &reports);
        assert_eq!((grade.level.number(), grade.reason.as_str()), (level, reason));
    }

    #[test]
    fn five_steps() {
        use Certainty::{Confirmed, Suspected};
        let (army, people) = (Some("the army"), Some("residents"));
        check(&[], &[], 0, "0 reports, 0 origins: no source is given");
        check(
            &[(0, 1, Confirmed), (1, 0, Confirmed)],
            &[(0, army), (1, army)],
            0,
            "2 reports, 0 origins: the reports cite each other in a circle",
        );
        check(&[], &[(0, army)], 1, "1 report, 1 origin: one origin");
        check(&[(1, 0, Confirmed)], &[(0, army), (1, army)], 2, "2 reports, 1 origin: the others repeat it");
        check(
            &[(1, 0, Suspected)],
            &[(0, army), (1, people)],
            2,
            "2 reports, 1 to 2 origins: the others are suspected to repeat it",
        );
        check(
            &[],
            &[(0, army), (3, army)],
            3,
            "2 reports, 2 origins: no dependence found, but all on the side of the army",
        );
        check(
            &[],
            &[(0, army), (1, people)],
            3,
            "2 reports, 2 origins: no dependence found, but all of one type of evidence (press)",
        );
        check(
            &[],
            &[(0, army), (4, people)],
            3,
            "2 reports, 2 origins: no dependence found, but not known to differ both in side and in type of evidence",
        );
        check(
            &[],
            &[(3, army), (2, people)],
            4,
            "2 reports, 2 origins: no dependence found between residents (testimony) and the army (statements)",
        );
    }
}
