//! The list of diagnostics, by code, each with its places.

use maud::{Markup, html};
use reason::checks::{Code, Diagnostic, Place, Severity};

use super::anchors::Anchor;
use super::index::Index;
use super::snippet::snippet;
use super::view::Drawn;
use super::visible::Visible;
use super::{view::View, words};

/// Groups with more entries than this begin folded: the list must be seen as a whole first.
const OPEN_AT_MOST: usize = 20;

/// Draws the list. `drawn` must know all that the documents have drawn: a place that stands nowhere in the text gets
/// its anchor here.
pub fn diagnostics(index: &Index<'_>, drawn: &mut Drawn) -> Markup {
    let all = index.checked.diagnostics;
    html! {
        section #diagnostics aria-labelledby="diagnostics-title" {
            h2 #diagnostics-title { "Diagnostics" }
            @if all.is_empty() {
                p.none { "The rules found nothing. That is no proof that the report is right." }
            } @else {
                (filter(all))
                @for code in codes(all) { (group(index, code, drawn)) }
                p.filtered-out hidden role="status" { "The filter hides every diagnostic." }
            }
        }
    }
}

/// The codes that occur, the gravest first.
fn codes(all: &[Diagnostic]) -> Vec<Code> {
    let mut codes: Vec<_> = all.iter().map(|found| found.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let gravest = |code: &Code| {
        let of_code = all.iter().filter(|found| found.code == *code);
        std::cmp::Reverse(of_code.map(|found| found.severity).max())
    };
    codes.sort_by_key(gravest);
    codes
}

/// Boxes to choose what is shown. They need the script, which shows them.
fn filter(all: &[Diagnostic]) -> Markup {
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    html! {
        div.filter hidden {
            fieldset {
                legend { "Severity" }
                @for severity in severities {
                    @let number = all.iter().filter(|found| found.severity == severity).count();
                    @if number > 0 { (choice("severity", words::severity(severity), number, words::severity(severity), "")) }
                }
            }
            fieldset {
                legend { "Rule" }
                @for code in codes(all) {
                    @let number = all.iter().filter(|found| found.code == code).count();
                    (choice("code", code.name(), number, code.name(), code.slug()))
                }
            }
        }
    }
}

fn choice(group: &str, value: &str, number: usize, label: &str, title: &str) -> Markup {
    html! {
        label.choice title=(title) {
            input type="checkbox" checked data-filter=(group) value=(value);
            span { (label) " " span.number { (number) } }
        }
    }
}

fn group(index: &Index<'_>, code: Code, drawn: &mut Drawn) -> Markup {
    let all = index.checked.diagnostics.iter().enumerate();
    let found: Vec<_> = all.filter(|(_, found)| found.code == code).collect();
    html! {
        details.group open[found.len() <= OPEN_AT_MOST] {
            summary {
                h3 { span.code { (code.name()) } " " (code.slug()) " " span.number { (found.len()) } }
                span.summary { (code.summary()) }
            }
            ol {
                @for (number, found) in found { (entry(index, number, found, drawn)) }
            }
        }
    }
}

fn entry(index: &Index<'_>, number: usize, found: &Diagnostic, drawn: &mut Drawn) -> Markup {
    let severity = words::severity(found.severity);
    html! {
        li.diagnostic.(severity) id=[drawn.once(Anchor::Diagnostic(number))] data-x=(number)
            data-severity=(severity) data-code=(found.code.name()) {
            p.message dir="auto" { span.severity { (severity) } " " (Visible(&found.message)) }
            @if !found.places.is_empty() {
                ul.places {
                    @for (at, place) in found.places.iter().enumerate() { (self::place(index, number, at, place, drawn)) }
                }
            }
            @if !found.help.is_empty() { p.help dir="auto" { (Visible(&found.help)) } }
        }
    }
}

fn place(index: &Index<'_>, number: usize, at: usize, place: &Place, drawn: &mut Drawn) -> Markup {
    let anchor = Anchor::Place(number, at);
    let Some(view) = View::each(index).nth(place.document) else {
        return html! {};
    };
    let target = if drawn.has(anchor) { anchor } else { Anchor::Document(view.number) };
    html! {
        li id=[drawn.once(anchor)] {
            a href={ "#" (target) } { (Visible(&whereabouts(view, place))) }
            @if !place.says.is_empty() { " " span.says dir="auto" { (Visible(&place.says)) } }
            @if let Some(span) = place.span { (snippet(view, span)) }
        }
    }
}

/// `note 12, page 6`; with several documents, which one.
fn whereabouts(view: View<'_>, place: &Place) -> String {
    let note = place.span.and_then(|span| view.index().note_at(span.start));
    let page = place.page.or_else(|| view.source.document.page_at(place.span?.start));
    let mut parts = Vec::new();
    if view.all.checked.sources.len() > 1 {
        parts.push(view.source.name.to_owned());
    }
    parts.extend(note.map(|note| format!("note {}", view.analysis().notes[note].label)));
    parts.extend(page.map(|page| format!("page {page}")));
    if place.span.is_none() && page.is_none() {
        parts.push("the file itself".to_owned());
    } else if note.is_none() && page.is_none() {
        parts.push("text".to_owned());
    }
    parts.join(", ")
}

/// `3 errors`, `1 warning`, for each severity, the gravest first.
pub fn tally(all: &[Diagnostic]) -> [(Severity, usize, String); 3] {
    let of = |severity, one, many| {
        let number = all.iter().filter(|found| found.severity == severity).count();
        (severity, number, words::count(number, one, many))
    };
    [
        of(Severity::Error, "error", "errors"),
        of(Severity::Warning, "warning", "warnings"),
        of(Severity::Note, "remark", "remarks"),
    ]
}
