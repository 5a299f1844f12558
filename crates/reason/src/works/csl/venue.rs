use super::Work;
use crate::citations::WorkKind;

/// Where a work appeared, under the variables that CSL has for its kind.
#[derive(Default)]
pub(super) struct Venue {
    pub container_title: Option<String>,
    pub publisher: Option<String>,
    pub publisher_place: Option<String>,
    pub event_place: Option<String>,
    pub authority: Option<String>,
}

impl Venue {
    pub fn of(work: &Work) -> Self {
        let mut venue = Self::default();
        let appeared = work.container.clone();
        match work.kind {
            WorkKind::CaseLaw => venue.authority = appeared,
            WorkKind::Report
            | WorkKind::OfficialDocument
            | WorkKind::PressRelease
            | WorkKind::Book
            | WorkKind::DocumentOnFile
            | WorkKind::ImageOrSatellite => venue.publisher = appeared,
            WorkKind::News
            | WorkKind::Academic
            | WorkKind::SocialPost
            | WorkKind::WebPage
            | WorkKind::Interview
            | WorkKind::Communication
            | WorkKind::Other => venue.container_title = appeared,
        }
        match work.kind {
            WorkKind::Interview | WorkKind::Communication => {
                venue.event_place.clone_from(&work.place);
            }
            _ => venue.publisher_place.clone_from(&work.place),
        }
        venue
    }
}
