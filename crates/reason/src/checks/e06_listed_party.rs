//! E06: somebody whom the report names is on a list of which it says nothing, or is said to be listed and is not.

use crate::entities::{EntityKind, Mention};
use crate::listings::{Agreement, Listed, Unlisted};
use crate::text::fold;

use super::corpus::{Corpus, Reading};
use super::named::Named;
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::E06,
    why: "Whoever deals with a listed party may break the law, and a reader of the report takes its silence for a no. \
          It looks only where lists are given (`--lists DIR`), and goes by the day of the report.",
    wrong: &[
        Typed::report(
            "Riverbend, 3 May 2024\n\n\
             The gold was bought by Halden Varennes Mining.\n",
        ),
        LIST,
    ],
    right: &[
        Typed::report(
            "Riverbend, 3 May 2024\n\n\
             The gold was bought by Halden Varennes Mining, a company under sanctions since 2022.\n",
        ),
        LIST,
    ],
    silence: "when the report says elsewhere what it is. Where another of that name is meant, clear the hit: \
              `tickmark screen NAME --clear LIST:ID --reason WORDS`. E06 is silent of the two until the entry changes, \
              and `check` says by whose decision",
    run: |corpus: &Corpus<'_>| {
        let listed = corpus.listings.listed.iter().filter_map(|listed| untold(corpus, listed));
        let unlisted = corpus.listings.unlisted.iter().filter_map(|unlisted| contrary(corpus, unlisted));
        listed.chain(unlisted).collect()
    },
};

/// A list of that day: `tickmark lists add sanctions.jsonl --date 2024-05-03`.
const LIST: Typed = Typed::named(
    "sanctions.jsonl",
    "{\"id\":\"v-1\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Halden Varennes Mining\"]}}\n",
);

/// Beginnings of words by which reports say that somebody is under sanctions, folded, in the languages that are read.
const SAYS_SO: [&str; 14] = [
    "sanction",
    "sanktion",
    "sancion",
    "sanzion",
    "sankcj",
    "sancoes",
    "санкц",
    "عقوب",
    "blacklist",
    "black list",
    "liste noire",
    "asset freeze",
    "gel des avoirs",
    "ofac",
];

fn untold(corpus: &Corpus<'_>, listed: &Listed) -> Option<Diagnostic> {
    let reading = corpus.readings.get(listed.of.document)?;
    let named = Named::of(reading);
    let entity = reading.analysis.entities.get(listed.of.entity)?;
    let kinds = [EntityKind::Person, EntityKind::Company, EntityKind::Organization, EntityKind::ArmedGroup];
    let mentions = named.mentions(listed.of.entity);
    if !kinds.contains(&entity.kind) || mentions.iter().any(|mention| is_told(reading, mention)) {
        return None;
    }
    let first = mentions.iter().find(|mention| named.is_running(mention.span))?;
    let name = named.text(first);
    let Listed { entry, on, .. } = listed;
    let (message, help, severity) = match listed.agreement {
        Agreement::Party => (
            format!("“{name}” is on a list {on}, and the report does not say so: {entry}."),
            "say that it is listed, by whom and since when".to_owned(),
            Code::E06.severity(),
        ),
        Agreement::Name | Agreement::LikeName => (
            match listed.agreement {
                Agreement::LikeName => format!("“{name}” is like the name of one who is on a list {on}: {entry}."),
                _ => format!("“{name}” bears the name of one who is on a list {on}: {entry}."),
            },
            "nothing but the name says that they are one: find out, and say that it is listed or that another is meant"
                .to_owned(),
            Severity::Note,
        ),
    };
    let diagnostic = Diagnostic::new(Code::E06, message, help).graded(severity);
    Some(diagnostic.at(named.place(first, "named here")))
}

/// Whether a passage about somebody says that they are under sanctions.
fn is_told(reading: &Reading<'_>, mention: &Mention) -> bool {
    let acts = reading.analysis.designations.iter();
    if acts.clone().any(|act| act.target.overlaps(mention.span)) {
        return true;
    }
    let sentence = reading.analysis.sentences.iter().find(|sentence| sentence.span.contains(mention.span));
    let around = sentence
        .map(|sentence| sentence.span)
        .or_else(|| reading.document.block_at(mention.span.start).map(|block| block.span));
    around.is_some_and(|span| {
        let words = fold(reading.quote(span));
        SAYS_SO.iter().any(|says| words.contains(says))
    })
}

fn contrary(corpus: &Corpus<'_>, unlisted: &Unlisted) -> Option<Diagnostic> {
    let reading = corpus.readings.get(unlisted.document)?;
    let act = reading.analysis.designations.get(unlisted.designation)?;
    let name = reading.quote(act.target);
    let by = act.authority.map(|authority| format!(" by {}", reading.quote(authority))).unwrap_or_default();
    let Unlisted { lists, on, .. } = unlisted;
    let message = format!("“{name}” is said to be listed{by}, and nobody of that name is on {lists} {on}.");
    let help = "look whether the listing was lifted, or is under another name, and say of which day it is";
    Some(Diagnostic::new(Code::E06, message, help).at(reading.place(act.target, "said here")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::trial::{Report, run_listed};
    use crate::entities::EntityRef;
    use crate::listings::Listings;

    /// The entity of the first document that is called so, as listed.
    fn listings(analysis: &crate::Analysis, name: &str, agreement: Agreement) -> Listings {
        let entity = analysis.entities.iter().position(|entity| entity.caption == name);
        let listed = entity.map(|entity| Listed {
            of: EntityRef { document: 0, entity },
            agreement,
            entry: "OSTE, Jann (un:17)".to_owned(),
            on: "on 2024-05-03".to_owned(),
        });
        Listings { listed: listed.into_iter().collect(), unlisted: Vec::new() }
    }

    #[track_caller]
    fn check(body: &[&str], agreement: Agreement, expected: Option<Severity>) {
        let found = run_listed(&RULE, Report { body, notes: &[] }.draft(), |analysis| {
            listings(analysis, "Jann Oste", agreement)
        });
        let severities: Vec<_> = found.iter().map(|one| one.severity).collect();
        assert_eq!(severities, expected.into_iter().collect::<Vec<_>>(), "{body:?}: {found:?}");
    }

    #[test]
    fn a_listed_party_is_told_where_the_report_is_silent() {
        let silent = &["The gold was sold by Jann Oste in May.", "Later Oste left."];
        check(silent, Agreement::Party, Some(Severity::Warning));
        check(silent, Agreement::Name, Some(Severity::Note));
        check(silent, Agreement::LikeName, Some(Severity::Note));
    }

    #[test]
    fn what_the_report_says_itself_is_not_told() {
        check(
            &["The gold was sold by Jann Oste, who has been under UN sanctions since 2022."],
            Agreement::Party,
            None,
        );
        check(&["On 3 May 2022 OFAC designated Jann Oste.", "Jann Oste sold gold."], Agreement::Party, None);
        check(&["L’or fut vendu par Jann Oste, visé par des sanctions."], Agreement::Name, None);
    }

    #[test]
    fn a_listing_that_no_list_has_is_told() {
        let report = Report { body: &["On 3 May 2022 the US Treasury designated Jann Oste."], notes: &[] };
        let found = run_listed(&RULE, report.draft(), |analysis| Listings {
            listed: Vec::new(),
            unlisted: (0..analysis.designations.len())
                .map(|designation| Unlisted {
                    document: 0,
                    designation,
                    lists: "ofac-sdn".to_owned(),
                    on: "on 2024-05-03".to_owned(),
                })
                .collect(),
        });
        let [one] = &*found else { panic!("{found:?}") };
        assert!(
            one.message.contains("“Jann Oste” is said to be listed by the US Treasury"),
            "{}",
            one.message
        );
    }
}
