//! The fields of a citation, as the parser understood them.

use maud::{Markup, html};
use reason::citations::{Citation, CitationForm};
use reason::works::CitationRef;

use super::anchors::Anchor;
use super::view::View;
use super::visible::Visible;
use super::{links, words};

/// Draws citation number `number` of a document.
pub fn citation(view: View<'_>, number: usize) -> Markup {
    let cited = &view.analysis().citations[number];
    html! {
        li {
            p.cited-kind {
                span.kind { (words::kind(cited.kind)) }
                @if let Some(form) = short_form(&cited.form) { " " span.form { (form) } }
                @if cited.confidential { " " (confidential()) }
            }
            dl {
                @for (name, value) in texts(cited) { dt { (name) } dd dir="auto" { (Visible(&value)) } }
                @for (name, address) in addresses(cited) { dt { (name) } dd { (links::address(address)) } }
            }
            (work(view, number))
        }
    }
}

/// Says that a source is protected.
pub fn confidential() -> Markup {
    html! { span.confidential { "confidential source" } }
}

fn short_form(form: &CitationForm) -> Option<String> {
    match form {
        CitationForm::Full => None,
        CitationForm::Ibid => Some("ibid.".to_owned()),
        CitationForm::OpCit => Some("op. cit.".to_owned()),
        CitationForm::Supra { note: Some(label) } => Some(format!("supra, note {label}")),
        CitationForm::Supra { note: None } => Some("supra".to_owned()),
    }
}

fn texts(cited: &Citation) -> Vec<(&'static str, String)> {
    let date = |date: Option<reason::dates::PartialDate>| date.map(|date| date.to_string());
    let authors = (!cited.authors.is_empty()).then(|| cited.authors.join("; "));
    let fields = [
        ("Author", authors),
        ("Title", cited.title.clone()),
        ("Translated", cited.title_translated.clone()),
        ("In", cited.container.clone()),
        ("Interviewee", cited.interviewee.clone()),
        ("Place", cited.place.clone()),
        ("Date", date(cited.date)),
        ("Number", cited.identifier.clone()),
        ("Cited at", cited.locator.clone()),
        ("Accessed", date(cited.accessed)),
    ];
    fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn addresses(cited: &Citation) -> impl Iterator<Item = (&'static str, &str)> {
    let address = cited.url.as_deref().map(|url| ("Address", url));
    let archived = cited.archived_url.as_deref().map(|url| ("Archived", url));
    address.into_iter().chain(archived)
}

fn work(view: View<'_>, number: usize) -> Markup {
    let cited = CitationRef { document: view.number, citation: number };
    let Some(&work) = view.all.works.get(&cited) else {
        return html! {};
    };
    let times = view.all.checked.conclusions.works[work].cited_by.len();
    html! {
        p.work-link {
            a href={ "#" (Anchor::Work(work)) } {
                @if times == 1 { "Cited once" } @else { "Cited " (times) " times" }
            }
        }
    }
}
