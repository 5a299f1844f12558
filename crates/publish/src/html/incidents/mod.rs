//! Incidents: each with its figures side by side, a picture of them, a time line, and what the figures rest on.

mod figures;
mod rests;
mod times;
mod voice;

use maud::{Markup, html};
use reason::incidents::{Contest, Incident, table};

use super::anchors::Anchor;
use super::index::Index;
use super::view::Drawn;
use super::visible::Visible;
use super::words;

/// Draws the list of incidents, then each of them; nothing where no claims were found.
pub fn incidents(index: &Index<'_>, drawn: &mut Drawn) -> Markup {
    let incidents = &index.checked.conclusions.incidents;
    if incidents.is_empty() {
        return html! {};
    }
    let contested = incidents.iter().filter(|incident| !incident.contested.is_empty()).count();
    html! {
        section #incidents {
            h2 { "Incidents" }
            p.lead {
                (words::count(incidents.len(), "event", "events")) " that the documents count people or attacks of"
                @if contested > 0 { "; " (contested) " with figures that cannot both hold" }
                ". No figure is chosen: each stands with who says it. "
                "↑ marks what a passage does not say itself, but a sentence or heading before it."
            }
            @let ordered = by_date(incidents);
            (list(&ordered))
            @for (number, incident) in &ordered {
                (article(index, *number, incident, drawn))
            }
        }
    }
}

/// With their numbers, in the order of their dates as in the terminal; undated ones last.
fn by_date(incidents: &[Incident]) -> Vec<(usize, &Incident)> {
    let mut ordered: Vec<_> = incidents.iter().enumerate().collect();
    ordered.sort_by_key(|(_, incident)| (incident.when.from.is_none(), incident.when.from));
    ordered
}

fn list(incidents: &[(usize, &Incident)]) -> Markup {
    html! {
        @if incidents.len() > 1 {
            ol.incident-list {
                @for (number, incident) in incidents {
                    li {
                        a href={ "#" (Anchor::Incident(*number)) } dir="auto" { (Visible(&incident.name)) }
                        " " span.number { (words::count(incident.claims.len(), "claim", "claims")) }
                        @if !incident.contested.is_empty() { " " span.contested { "contested" } }
                    }
                }
            }
        }
    }
}

fn article(index: &Index<'_>, number: usize, incident: &Incident, drawn: &mut Drawn) -> Markup {
    let checked = index.checked;
    let rows = table::rows(incident, checked.sources, checked.conclusions);
    html! {
        article.incident id=[drawn.once(Anchor::Incident(number))] aria-label=(super::visible::plain(&incident.name)) {
            h3 dir="auto" { (Visible(&incident.name)) }
            (facts(incident))
            @for contest in &incident.contested { (dispute(contest)) }
            (figures::figures(index, &rows, drawn))
            (times::times(index, &rows))
            (rests::rests(index, &rows))
            (joins(index, incident))
        }
    }
}

fn facts(incident: &Incident) -> Markup {
    let documents = incident.claims.chunk_by(|one, next| one.document == next.document).count();
    html! {
        p.facts {
            @if let Some(place) = &incident.place { span dir="auto" { (Visible(place)) } " · " }
            (time(incident)) " · "
            (words::count(incident.claims.len(), "claim", "claims")) " in "
            (words::count(documents, "document", "documents"))
        }
    }
}

fn time(incident: &Incident) -> String {
    match (incident.when.from, incident.when.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => "no date given".to_owned(),
    }
}

/// All sides of a dispute, in words.
fn dispute(contest: &Contest) -> Markup {
    html! {
        div.dispute {
            p {
                b { "Contested: " } (contest.what.name().replace('_', " "))
                @if let Some(victims) = &contest.victims { ", " span dir="auto" { (Visible(victims)) } }
                ". These figures cannot all hold:"
            }
            ul {
                @for side in &contest.figures {
                    li {
                        b { (super::pictures::spoken(side.figure)) } " – "
                        @match &side.attributed_to {
                            Some(who) => span dir="auto" { (Visible(who)) },
                            None => "the document itself",
                        }
                    }
                }
            }
        }
    }
}

fn joins(index: &Index<'_>, incident: &Incident) -> Markup {
    html! {
        @if !incident.joins.is_empty() {
            details.joins {
                summary { "Why these claims are held to be about one event" }
                ul {
                    @for join in &incident.joins {
                        li {
                            q dir="auto" { (Visible(&voice::short_quote(index, join.claim))) } " with "
                            q dir="auto" { (Visible(&voice::short_quote(index, join.to))) } ": " (Visible(&join.reason))
                        }
                    }
                }
            }
        }
    }
}
