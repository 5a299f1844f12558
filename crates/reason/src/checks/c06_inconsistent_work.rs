//! C06: one work cited with different titles, dates, outlets or URLs.

use crate::citations::{Citation, WorkKind};
use crate::dates::PartialDate;
use crate::document::Span;
use crate::publishers::{host, publishers};
use crate::text::fold_words;
use crate::works::Work;

use super::calendar::spoken;
use super::citing::{Cited, Citing};
use super::corpus::Corpus;
use super::spelling::distance;
use super::wording::{capitalised, listed, quoted};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::C06,
    why: "Two forms of one citation cannot both be right, and a reader takes them for two sources.",
    wrong: &[Typed::report(
        "The market burned.[1] Nobody was tried.[2]\n\n\
             [1] UN Office, “Report on the Events at Kessa,” 3 May 2024, https://un.example/r.pdf\n\
             [2] UN Office, “Report on Events at Kessa,” 13 May 2024, https://un.example/r.pdf\n",
    )],
    right: &[Typed::report(
        "The market burned.[1] Nobody was tried.[2]\n\n\
             [1] UN Office, “Report on the Events at Kessa,” 3 May 2024, https://un.example/r.pdf\n\
             [2] UN Office, “Report on the Events at Kessa,” 3 May 2024, https://un.example/r.pdf\n",
    )],
    silence: "when the work itself was published in two versions and each note means its own",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    corpus
        .works
        .iter()
        .filter(|work| work.kind.is_published() || work.kind == WorkKind::DocumentOnFile)
        .filter_map(|work| inconsistent(corpus, work))
        .collect()
}

/// One field in the forms in which it is printed.
struct Variants<'c, 'a> {
    field: &'static str,
    /// Each form, and the first citation that has it.
    forms: Vec<(String, Cited<'c, 'a>, Span)>,
}

fn inconsistent(corpus: &Corpus<'_>, work: &Work) -> Option<Diagnostic> {
    let citations: Vec<Cited<'_, '_>> = corpus.full_citations(work).collect();
    if citations.len() < 2 {
        return None;
    }
    let fields: Vec<Variants<'_, '_>> = [
        variants(
            "titles",
            &citations,
            |citation| citation.title.as_deref(),
            |citation| citation.places.title,
            same_title,
            quoted,
        ),
        dates(&citations),
        variants(
            "outlets",
            &citations,
            |citation| citation.container.as_deref(),
            |citation| citation.places.container,
            same_outlet,
            str::to_owned,
        ),
        variants(
            "addresses",
            &citations,
            |citation| citation.url.as_deref(),
            |citation| citation.places.url,
            same_address,
            str::to_owned,
        ),
    ]
    .into_iter()
    .filter(|field| field.forms.len() > 1)
    .collect();
    (!fields.is_empty()).then(|| told(&fields))
}

fn variants<'c, 'a>(
    field: &'static str,
    citations: &[Cited<'c, 'a>],
    value: impl Fn(&Citation) -> Option<&str>,
    place: impl Fn(&Citation) -> Option<Span>,
    same: impl Fn(&str, &str) -> bool,
    shown: impl Fn(&str) -> String,
) -> Variants<'c, 'a> {
    let mut known: Vec<(&str, Cited<'c, 'a>, Span)> = Vec::new();
    for (reading, citation) in citations {
        let Some(text) = value(citation) else {
            continue;
        };
        if !known.iter().any(|(other, ..)| same(other, text)) {
            known.push((text, (reading, citation), place(citation).unwrap_or(citation.span)));
        }
    }
    let forms = known.into_iter().map(|(text, cited, span)| (shown(text), cited, span)).collect();
    Variants { field, forms }
}

fn dates<'c, 'a>(citations: &[Cited<'c, 'a>]) -> Variants<'c, 'a> {
    let mut known: Vec<(PartialDate, Cited<'c, 'a>)> = Vec::new();
    for (reading, citation) in citations {
        let Some(date) = citation.date else { continue };
        let differs = |(other, (_, cited)): &(PartialDate, Cited<'_, '_>)| {
            !other.agrees_with(date) && may_be_one_page(cited, citation)
        };
        if known.iter().all(differs) {
            known.push((date, (reading, citation)));
        }
    }
    let forms = known
        .into_iter()
        .map(|(date, cited)| (spoken(date), cited, cited.1.places.date.unwrap_or(cited.1.span)))
        .collect();
    Variants { field: "dates", forms }
}

/// Two addresses and two dates are two works, whatever their titles: parts of a series, posts of one channel.
fn may_be_one_page(a: &Citation, b: &Citation) -> bool {
    match (&a.url, &b.url) {
        (Some(a), Some(b)) => plain_address(a) == plain_address(b),
        _ => true,
    }
}

/// Case, accents, punctuation and the ways to write "number" and to spell English do not count, nor does a subtitle
/// that one of the two leaves out.
fn same_title(a: &str, b: &str) -> bool {
    let (a, b) = (plain_words(a), plain_words(b));
    let solid = |text: &str| text.replace(' ', "");
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ') || rest.is_empty())
    };
    begins(&a, &b) || begins(&b, &a) || solid(&a) == solid(&b)
}

/// British and American forms of words that names and titles are full of, after folding.
const ENGLISH: [(&str, &str); 5] = [
    ("defence", "defense"),
    ("centre", "center"),
    ("organis", "organiz"),
    ("labour", "labor"),
    ("programme", "program"),
];

fn plain_words(text: &str) -> String {
    let words = fold_words(text);
    let counted: Vec<&str> =
        words.split(' ').filter(|word| !matches!(*word, "no" | "n" | "nr" | "num" | "numero")).collect();
    ENGLISH.iter().fold(counted.join(" "), |text, (british, american)| text.replace(british, american))
}

/// An outlet may be named by any of its names, with its section or its house. Only where both are known outlets, or
/// nearly one name, can two be told apart.
fn same_outlet(a: &str, b: &str) -> bool {
    let (x, y) = (plain_words(a).replace(' ', ""), plain_words(b).replace(' ', ""));
    if x.contains(&y) || y.contains(&x) || publishers().same(a, b) {
        return true;
    }
    let both_known = publishers().by_name(a).is_some() && publishers().by_name(b).is_some();
    let slip = x.len() >= 6 && distance(&x, &y, 2).is_some();
    !(both_known || slip)
}

/// Only a slip within one address of one host: other pages of the host, other hosts and other languages are ways to
/// publish one work.
fn same_address(a: &str, b: &str) -> bool {
    let (x, y) = (plain_address(a), plain_address(b));
    let slip = host(a) == host(b) && distance(&x, &y, 2).is_some() && !differ_in_number(&x, &y);
    x == y || !slip
}

fn plain_address(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    bare.split(['#', '?']).next().unwrap_or(bare).trim_end_matches('/').to_lowercase()
}

/// `/part-1` and `/part-2` are two pages.
fn differ_in_number(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(a) != digits(b)
}

fn told(fields: &[Variants<'_, '_>]) -> Diagnostic {
    let said: Vec<String> = fields
        .iter()
        .map(|field| {
            let forms: Vec<&str> = field.forms.iter().map(|(form, ..)| form.as_str()).collect();
            format!("{} {} ({})", number(forms.len()), field.field, listed(&forms))
        })
        .collect();
    let citations: Vec<Cited<'_, '_>> =
        fields.iter().flat_map(|field| &field.forms).map(|(_, cited, _)| *cited).collect();
    let citing = Citing::of(&citations);
    let verb = citing.verb("cites", "cite");
    let message = format!("{} {verb} one work with {}.", capitalised(&citing.names), listed(&said));
    let places = fields.iter().flat_map(|field| &field.forms).map(|(form, (reading, citation), span)| {
        let label = reading.label(citation.note);
        reading.place(*span, format!("note {label}: {form}"))
    });
    Diagnostic::new(
        Code::C06,
        message,
        "Look the work up and print it in one way; if these are two works, say what sets them apart.",
    )
    .at_each(places)
    .notes(citing.labels)
}

fn number(count: usize) -> String {
    match count {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        more => more.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, run};
    use super::RULE;

    #[track_caller]
    fn reports(notes: [&str; 2], messages: &[&str]) {
        let report =
            Report { body: &["They pay.¹ They complain.²"], notes: &[("1", notes[0]), ("2", notes[1])] };
        let (_, found) = run(&RULE, vec![report.draft()]);
        let said: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(said, messages);
    }

    #[test]
    fn one_work_has_one_form() {
        let first =
            "Human Rights Watch, “Report on the Events at Kell,” May 3, 2024, https://hrw.org/kell.pdf";
        reports([first, first], &[]);
        reports(
            [
                first,
                "Human Rights Watch, “Report on the Kell Events,” May 13, 2024, https://hrw.org/kell.pdf",
            ],
            &[
                "Notes 1 and 2 cite one work with two titles (“Report on the Events at Kell” and “Report on the Kell Events”) and two dates (3 May 2024 and 13 May 2024).",
            ],
        );
        for other in [
            "Human Rights Watch, “Report on the events at Kell: What Is Known,” May 2024, https://hrw.org/kell.pdf",
            "Human Rights Watch, “Report on the Events at Kell,” May 3, 2024, p. 7, https://www.hrw.org/kell.pdf#page=7",
            "Human Rights Watch, “Report on the Events at Kell,” June 3, 2024, https://hrw.org/kell-part-two",
        ] {
            reports([first, other], &[]);
        }
    }

    #[test]
    fn an_outlet_may_have_two_names() {
        reports(
            [
                "Ada Moor, “The Levy Returns,” RFI, May 13, 2023, https://rfi.fr/levy",
                "Ada Moor, “The Levy Returns,” Radio France Internationale, May 13, 2023, https://rfi.fr/levy",
            ],
            &[],
        );
        reports(
            [
                "Ada Moor, “The Levy Returns,” RFI, May 13, 2023, https://rfi.fr/levy",
                "Ada Moor, “The Levy Returns,” Le Monde, May 13, 2023, https://rfi.fr/levy",
            ],
            &["Notes 1 and 2 cite one work with two outlets (RFI and Le Monde)."],
        );
    }
}
