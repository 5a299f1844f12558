//! T02: the sentence dates a statement or publication in one month or year, the note that it calls in another.

mod stated_date;

use crate::citations::{Citation, CitationForm, WorkKind};
use crate::languages::{Cue, lexicon};
use crate::text::{fold_words, tokens};

use super::calendar::{Days, spoken};
use super::corpus::Reading;
use super::wording::{listed, notes};
use super::{Code, Diagnostic, Rule, Typed};
use stated_date::{StatedDate, Utterance, stated_dates};

pub(super) const RULE: Rule = Rule {
    code: Code::T02,
    why: "When text and note date one statement differently, one of them is wrong, or the note is that of another statement.",
    wrong: &[Typed::report(
        "In a statement issued in May 2023, the ministry denied it.[1]\n\n\
             [1] Ministry of Works, “Statement on the Levy,” press release, 21 August 2023.\n",
    )],
    right: &[Typed::report(
        "In a statement issued in August 2023, the ministry denied it.[1]\n\n\
             [1] Ministry of Works, “Statement on the Levy,” press release, 21 August 2023.\n",
    )],
    silence: "when the note cites a later work that quotes the statement",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    (0..reading.analysis.sentences.len())
        .filter(|sentence| !reading.markers_in(*sentence).is_empty())
        .flat_map(|sentence| in_sentence(reading, sentence))
        .collect()
}

/// Whether a sentence gives the date of a statement or publication rather than of what it tells.
pub(super) fn dates_an_utterance(text: &str) -> bool {
    !stated_dates(text).is_empty()
}

fn in_sentence(reading: &Reading<'_>, sentence: usize) -> Vec<Diagnostic> {
    let text = reading.without_markers(sentence);
    let start = reading.analysis.sentences[sentence].span.start;
    let cited = cited_in(reading, sentence);
    if cited.is_empty() {
        return Vec::new();
    }
    stated_dates(&text).iter().filter_map(|stated| mismatch(reading, &text, start, stated, &cited)).collect()
}

/// All that the markers of a sentence call. Short forms count as the work that they lead to.
fn cited_in<'a>(reading: &Reading<'a>, sentence: usize) -> Vec<&'a Citation> {
    let mut called: Vec<usize> = reading
        .markers_in(sentence)
        .iter()
        .filter_map(|marker| reading.analysis.markers[*marker].note)
        .collect();
    called.sort_unstable();
    called.dedup();
    called
        .iter()
        .flat_map(|note| reading.analysis.citations_of(*note))
        .map(|citation| {
            let target = citation.refers_to.filter(|_| citation.form != CitationForm::Full);
            target.map_or(citation, |target| &reading.analysis.citations[target])
        })
        .collect()
}

/// How many days after the date stated the work itself may be dated: time zones.
const SAME_DAY: i64 = 1;
/// A letter takes up to this long to be received.
const MAIL: i64 = 45;

/// A mismatch, if the work that is spoken of is cited, and nothing cited can be it or tell of it.
fn mismatch(
    reading: &Reading<'_>,
    text: &str,
    start: usize,
    stated: &StatedDate,
    cited: &[&Citation],
) -> Option<Diagnostic> {
    let said = Days::of(stated.date)?;
    let itself: Vec<&Citation> =
        cited.iter().copied().filter(|citation| is_itself(citation, stated.utterance, text)).collect();
    let contradicts = |citation: &&Citation| {
        let Some(days) = citation.date.and_then(Days::of) else {
            return false;
        };
        if is_itself(citation, stated.utterance, text) {
            let before = if stated.utterance == Utterance::Received { MAIL } else { SAME_DAY };
            days.after(said) > SAME_DAY || said.after(days) > before
        } else {
            // Others may tell of it at any later time, but not before.
            said.after(days) > SAME_DAY
        }
    };
    if itself.is_empty() || !cited.iter().all(contradicts) {
        return None;
    }
    let dates: Vec<String> = itself.iter().filter_map(|citation| citation.date.map(spoken)).collect();
    let labels: Vec<&str> = itself.iter().map(|citation| reading.label(citation.note)).collect();
    let verb = if labels.len() == 1 { "dates it" } else { "date it" };
    let message = format!(
        "The sentence dates the {} {}, {} {verb} {}.",
        stated.utterance.noun(),
        spoken(stated.date),
        notes(&labels),
        listed(&dates)
    );
    Some(
        Diagnostic::new(
            Code::T02,
            message,
            "Check which date is right, and whether the note is the one that is meant.",
        )
        .at(reading.place(stated.span.shifted(start), format!("{} in the sentence", spoken(stated.date))))
        .at_each(itself.iter().map(|citation| {
            let span = citation.places.date.unwrap_or(citation.span);
            reading.place(span, format!("the date in note {}", reading.label(citation.note)))
        }))
        .notes(labels),
    )
}

/// Whether a work can be the very thing that the sentence dates: a communiqué for a statement, an interview for what
/// somebody told the authors, an article for what its outlet reported.
fn is_itself(citation: &Citation, utterance: Utterance, sentence: &str) -> bool {
    use WorkKind as Kind;
    let kinds: &[Kind] = match utterance {
        Utterance::Statement => &[Kind::PressRelease, Kind::OfficialDocument, Kind::SocialPost],
        Utterance::Letter | Utterance::Received => &[Kind::Communication, Kind::DocumentOnFile],
        Utterance::Study => &[Kind::Report, Kind::OfficialDocument, Kind::Academic],
        Utterance::Article => &[Kind::News],
        Utterance::Post => &[Kind::SocialPost],
        Utterance::Told => &[Kind::Interview],
        Utterance::Reported => return is_by_speaker(citation, sentence),
    };
    kinds.contains(&citation.kind) && !is_law(citation)
}

/// A law is an official document, too, but no statement and no report: it is what those speak of.
fn is_law(citation: &Citation) -> bool {
    let title = citation.title.as_deref().unwrap_or_default();
    let cues = lexicon().cues(title, &tokens(title));
    citation.kind == WorkKind::OfficialDocument && cues.iter().any(|hit| hit.cues.has(Cue::Law))
}

/// Whether the sentence names the outlet or the author of the work.
fn is_by_speaker(citation: &Citation, sentence: &str) -> bool {
    let published = matches!(citation.kind, WorkKind::News | WorkKind::Report);
    let sentence = format!(" {} ", fold_words(sentence));
    published
        && citation
            .authors
            .iter()
            .chain(&citation.container)
            .map(|name| fold_words(name))
            .any(|name| !name.is_empty() && sentence.contains(&format!(" {name} ")))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_sentence;
    use super::RULE;

    #[track_caller]
    fn reports(body: &str, note: &str, expected: Option<(&str, [&str; 2])>) {
        check_sentence(&RULE, body, note, expected);
    }

    const RELEASE: &str =
        "Ministry of Works, “On the Concession,” press release, August 21, 2023, https://works.example/c";

    #[test]
    fn a_statement_has_one_date() {
        reports(
            "In a statement issued in May 2023, the ministry denied it.¹",
            RELEASE,
            Some((
                "The sentence dates the statement May 2023, note 1 dates it 21 August 2023.",
                ["May 2023", "August 21, 2023"],
            )),
        );
        reports("In a statement issued in August 2023, the ministry denied it.¹", RELEASE, None);
        reports("In its statement, the ministry denied that the bridge fell in May 2023.¹", RELEASE, None);
    }

    #[test]
    fn an_interview_has_one_date() {
        let note = "Basin Monitor interview with a trader, Kell, October 2024.";
        reports(
            "A trader told Basin Monitor in June 2024 that the boats had left.¹",
            note,
            Some((
                "The sentence dates the interview June 2024, note 1 dates it October 2024.",
                ["June 2024", "October 2024"],
            )),
        );
        reports("A trader told Basin Monitor that in June 2024 the boats had left.¹", note, None);
        reports("A trader told Basin Monitor in October 2024 that the boats had left.¹", note, None);
    }

    #[test]
    fn an_outlet_s_own_report_has_one_date() {
        let note = "Ada Moor, “The Levy Returns,” Reuters, March 5, 2024, https://reuters.com/levy";
        reports(
            "In September 2021, Reuters reported that the levy had returned.¹",
            note,
            Some((
                "The sentence dates the report September 2021, note 1 dates it 5 March 2024.",
                ["September 2021", "March 5, 2024"],
            )),
        );
        reports("In September 2021, the army said that it had left.¹", note, None);
        reports("In March 2024, Reuters reported that the levy had returned.¹", note, None);
    }

    #[test]
    fn a_later_article_may_tell_of_an_earlier_letter() {
        reports(
            "In a letter dated May 2023, the company refused.¹",
            "Ada Moor, “The Levy Returns,” Reuters, March 5, 2024, https://reuters.com/levy",
            None,
        );
        reports(
            "In a letter received in February 2024, the company refused.¹",
            "Letter from Halden Logistics to the Panel, dated 6 June 2024.",
            Some((
                "The sentence dates the letter February 2024, note 1 dates it 6 June 2024.",
                ["February 2024", "6 June 2024"],
            )),
        );
        reports(
            "Dans une déclaration de janvier 2024, le gouverneur niait son existence.¹",
            "Ministère des Travaux publics, « Mise au point », communiqué de presse, 4 mars 2024.",
            Some((
                "The sentence dates the statement January 2024, note 1 dates it 4 March 2024.",
                ["janvier 2024", "4 mars 2024"],
            )),
        );
    }
}
