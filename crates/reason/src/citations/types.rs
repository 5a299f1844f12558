//! What a citation is, as the export contract has it.

use serde::{Deserialize, Serialize};

use crate::dates::PartialDate;
use crate::document::Span;

/// What kind of work a citation refers to. The names are those of the export contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkKind {
    /// An article of a newspaper, magazine, broadcaster or agency.
    News,
    /// A study or article of a research institute, an NGO, a think tank.
    Report,
    /// An article of a scholarly journal, a thesis.
    Academic,
    /// A communiqué or press release.
    PressRelease,
    /// Of a government, the UN, a regional body: resolutions, reports, laws, letters.
    OfficialDocument,
    /// A post or video on a platform.
    SocialPost,
    /// A page that is none of these.
    WebPage,
    /// Somebody was asked and answered.
    Interview,
    /// A letter, e-mail, call or message to the authors.
    Communication,
    /// A document that the authors hold or saw and that is not published.
    DocumentOnFile,
    /// A photograph, satellite image or map.
    ImageOrSatellite,
    /// A book or a chapter of one.
    Book,
    /// A judgment, decision, indictment.
    CaseLaw,
    /// Anything else.
    Other,
}

impl WorkKind {
    /// All kinds, in the order in which tables list them.
    pub const ALL: [Self; 14] = [
        Self::News,
        Self::Report,
        Self::OfficialDocument,
        Self::PressRelease,
        Self::Academic,
        Self::Book,
        Self::CaseLaw,
        Self::Interview,
        Self::Communication,
        Self::DocumentOnFile,
        Self::SocialPost,
        Self::ImageOrSatellite,
        Self::WebPage,
        Self::Other,
    ];

    /// The contract's name: `press_release`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Report => "report",
            Self::Academic => "academic",
            Self::PressRelease => "press_release",
            Self::OfficialDocument => "official_document",
            Self::SocialPost => "social_post",
            Self::WebPage => "web_page",
            Self::Interview => "interview",
            Self::Communication => "communication",
            Self::DocumentOnFile => "document_on_file",
            Self::ImageOrSatellite => "image_or_satellite",
            Self::Book => "book",
            Self::CaseLaw => "case_law",
            Self::Other => "other",
        }
    }

    /// Whether the public can get hold of it: what checks C01 to C03 ask a date, a publisher and a locator of.
    #[must_use]
    pub const fn is_published(self) -> bool {
        !matches!(self, Self::Interview | Self::Communication | Self::DocumentOnFile | Self::Other)
    }
}

/// How a citation names its work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CitationForm {
    /// With its own fields.
    Full,
    /// `Ibid.`, `Id.`: the work cited just before.
    Ibid,
    /// `supra note 14`, `see footnote 3 above`: the work of that note.
    Supra {
        /// The label of the note named, where one is named.
        note: Option<String>,
    },
    /// `op. cit.`, `art. cit.`, or only a surname and a short title: an earlier work of that author.
    OpCit,
}

/// One reference in a note. A field that the text does not give is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Index of its note.
    pub note: usize,
    /// Its number in the note, from 0.
    pub index: usize,
    /// Its verbatim text.
    pub span: Span,
    /// Kind of the work; of a short form, that of the work meant.
    pub kind: WorkKind,
    /// How it names the work.
    pub form: CitationForm,
    /// People or bodies, in the order given.
    pub authors: Vec<String>,
    /// Without its quotation marks.
    pub title: Option<String>,
    /// The translation of the title that the note gives.
    pub title_translated: Option<String>,
    /// Outlet, publisher, journal, platform.
    pub container: Option<String>,
    /// Of publication; of an interview, the day it was held.
    pub date: Option<PartialDate>,
    /// Mended where a line end or a page broke it; [`FieldSpans::url`] shows it as printed.
    pub url: Option<String>,
    /// When the page was last seen by the authors.
    pub accessed: Option<PartialDate>,
    /// Of an interview, or of publication.
    pub place: Option<String>,
    /// Who was interviewed, as written: `an army colonel`.
    pub interviewee: Option<String>,
    /// The human source is not named.
    pub confidential: bool,
    /// Page or paragraph cited: `p. 23`, `para. 45`.
    pub locator: Option<String>,
    /// Document symbol, case number, DOI, ISBN: `S/2023/138`.
    pub identifier: Option<String>,
    /// The copy of an archive (Wayback Machine and the like).
    pub archived_url: Option<String>,
    /// Where the fields stand.
    pub places: FieldSpans,
    /// Signs of damage that parsing met, for check C05.
    pub damage: Vec<UrlDamage>,
    /// Of a short form: index of the citation it leads back to; `None` where it leads nowhere or to several works.
    #[serde(default)]
    pub refers_to: Option<usize>,
}

impl Citation {
    /// A full citation of which nothing is known yet but its kind and where it stands: the first of note 0.
    #[must_use]
    pub fn new(kind: WorkKind, span: Span) -> Self {
        Self {
            note: 0,
            index: 0,
            span,
            kind,
            form: CitationForm::Full,
            authors: Vec::new(),
            title: None,
            title_translated: None,
            container: None,
            date: None,
            url: None,
            accessed: None,
            place: None,
            interviewee: None,
            confidential: false,
            locator: None,
            identifier: None,
            archived_url: None,
            places: FieldSpans::default(),
            damage: Vec::new(),
            refers_to: None,
        }
    }
}

/// Where the fields of a citation stand in the reading text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSpans {
    /// All authors.
    pub authors: Option<Span>,
    /// The title without its quotation marks.
    pub title: Option<Span>,
    /// Container.
    pub container: Option<Span>,
    /// Date of publication.
    pub date: Option<Span>,
    /// The address as printed.
    pub url: Option<Span>,
    /// The access date.
    pub accessed: Option<Span>,
    /// Interviewee.
    pub interviewee: Option<Span>,
}

/// How a printed address is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UrlDamage {
    /// Cut by a line or page end and mended.
    Broken,
    /// White space stands inside it.
    Space,
    /// Ends in a bare `?`, `&` or `=`.
    BareQuery,
    /// A `#:~:text=` fragment hides a quotation.
    TextFragment,
    /// Markup of a converter stands inside it.
    Markup,
    /// Ends in punctuation that belongs to the sentence, or an unbalanced bracket.
    Trailing,
    /// No valid host.
    NoHost,
}
