use serde::Deserialize;

/// What a word does where it stands, as far as the citation grammar asks. The names are the keys of `[words]` in a
/// language file; `languages/en.toml` shows each with its words.
///
/// A [`super::Cue`] is looked for in running text; a word class is asked of a stretch that the grammar has cut out
/// already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordClass {
    /// "ministry": a name that holds one is a body's, no person's.
    BodyWords,
    /// "Ministère": opens the name of a body that goes on in small letters.
    BodyOpenings,
    /// "qui", "sont": words that the name of a body never holds.
    ClauseWords,
    /// "de", "bin": small words within the names of people.
    Particles,
    /// "of", "for": small words within the names of bodies.
    Joining,
    /// "of", "and": words that the name of one person never holds.
    NotInPersons,
    /// "(ed.", "et al.": stands behind names and is none.
    Roles,
    /// "Jr", "PhD": stands behind a comma and belongs to the name before it.
    NameSuffixes,
    /// "Jr": its full stop belongs to the name.
    StoppedSuffixes,
    /// "a", "two": opens the description of somebody who is not named.
    UnnamedArticles,
    /// "colonel": a role that also stands before the name of somebody who is named.
    Ranks,
    /// "author": those who write the report.
    Own,
    /// "telephone", "follow-up": stands between who asks and "interview".
    InterviewAdjectives,
    /// "written": stands before "letter" and tells of nobody.
    LetterAdjectives,
    /// "meeting": an interview only with somebody and on a day.
    WeakInterviews,
    /// "confidential source": names the interview and the one interviewed at once.
    SourcePhrases,
    /// "phone": how somebody was spoken to.
    Media,
    /// "by", "via": before one of [`WordClass::Media`].
    MediaLeads,
    /// "with": the one interviewed or written with follows.
    With,
    /// "from", "by": the one who asks or writes follows.
    Senders,
    /// "of", "du": the same, but only right behind the letter or interview.
    Of,
    /// "to": the one written to follows.
    Recipients,
    /// "in": parts a name from the place of the interview.
    PlaceJoints,
    /// "de", "near": small words within the names of places.
    PlaceWords,
    /// "on", "dated": stands before a date and says no more than it.
    BeforeDate,
    /// "on file with": of the phrases for documents that are held, those for one's own files.
    OwnFiles,
    /// "on": before the name of a platform.
    PlatformLeads,
    /// "formerly": opens the remark that a platform had another name.
    Formerly,
    /// "by", "account": stands between a post and its author.
    PostLeads,
    /// "satellite": of pictures, those taken by one.
    Satellite,
    /// "aerial": of pictures, others that were taken from above.
    FromAbove,
    /// "unpublished".
    Unpublished,
    /// "copy": several documents, or one that is not described.
    Copies,
    /// "between": joins the parties of a document, which make it one among all others.
    PartyJoints,
    /// "was": the verb of a sentence.
    Auxiliaries,
    /// "reported": a verb that titles seldom hold.
    Verbs,
    /// "supra": leads back to an earlier note even without its number.
    SupraAlone,
    /// "UN Doc.": stands before a symbol that is all there is.
    SymbolLeads,
    /// "Index": stands beside a symbol and says no more than it.
    SymbolWords,
    /// "Prosecutor": opens the name of a case.
    CaseLeads,
    /// "tribunal": a name that holds one is a court's.
    Courts,
    /// "Official Journal": where laws are printed.
    Gazettes,
    /// "loi": opens the name of a law, which needs no number.
    LawsOpening,
    /// "Act": closes the name of a law.
    LawsClosing,
    /// "Convention": stands within the name of a law.
    LawsWithin,
    /// "relating": small words within the names of laws.
    LawJoints,
    /// "ministry": tells an author of official documents.
    OfficialBodies,
    /// "institute": tells an author of reports.
    ReportBodies,
    /// "times": tells a news outlet.
    NewsBodies,
    /// "study": a title that holds one is a report's.
    ReportWords,
    /// "Tuesday", "published": stands beside a date and says no more than it.
    AboutDate,
    /// "chapter", "table": a number behind it is the place within the work.
    Locators,
    /// "edition": closes the number of one.
    Editions,
    /// "forthcoming": a remark that is no field.
    Remarks,
    /// "in": before the name of the language that a work is in.
    InLanguage,
    /// "No.": a number follows.
    NumberMarks,
    /// "Case": the number of a case follows.
    DocketWords,
    /// "coll.": the name of a series follows, not of the work.
    Series,
    /// "published", "the": may go on in small letters behind a title without being a sentence.
    AfterTitle,
    /// "said": a quotation was spoken.
    Speech,
    /// "in": the book or paper that a chapter stands in follows.
    ChapterLeads,
    /// "published by": the outlet or publisher follows.
    ContainerLeads,
    /// "review": a name that holds one is a periodical's, though it also holds the word for a report.
    Journals,
    /// "thesis": says what the work is.
    Theses,
    /// "the": opens the name of an outlet in small letters.
    DefiniteArticles,
    /// "website": stands behind the name of those whose page it is.
    WebPages,
    /// "e.g.": of the words before a reference, those that also stand within commentary.
    WeakSignals,
    /// "Ltd", "ibid": of the abbreviations, those that sentences end with.
    ClosingAbbreviations,
    /// "al": closes sentences of the body, but no part of a note.
    RarelyClosing,
}

/// The classes of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WordSet(u128);

impl WordSet {
    pub const fn with(self, class: WordClass) -> Self {
        Self(self.0 | 1 << class as u128)
    }

    pub const fn has(self, class: WordClass) -> bool {
        self.0 & (1 << class as u128) != 0
    }
}
