use serde::Deserialize;

/// What a phrase announces. The names are the keys of `[cues]` in a language file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// "See also": a reference follows.
    Signal,
    /// "quoted in": a further reference follows, through which the first is known.
    Via,
    /// "available at": an address follows.
    Available,
    /// "accessed": a date follows that is not of publication.
    Accessed,
    /// "archived at": the address of a copy follows.
    Archived,
    /// "on file with".
    OnFile,
    /// "interview".
    Interview,
    /// "email", "letter": addressed to the authors or by them.
    Communication,
    /// "with" after one of the two before.
    With,
    /// "press release".
    PressRelease,
    /// "post", "tweet".
    Social,
    /// "satellite image".
    Imagery,
    /// "database".
    Dataset,
    /// "decree".
    Law,
    /// "judgment".
    Court,
    /// "journal", "thesis".
    Academic,
    /// "report", "briefing".
    Report,
    /// "website".
    Blog,
    /// "company registry": documents that are held rather than published.
    Registry,
    /// "ed."
    Editors,
    /// "et al."
    EtAl,
    /// "n.d."
    NoDate,
    /// "p."
    Page,
    /// "para."
    Paragraph,
    /// "vol.", "no."
    Volume,
    /// "ibid."
    Ibid,
    /// "supra", "above".
    Supra,
    /// "note", before the number of one.
    Note,
    /// "op. cit."
    OpCit,
    /// "a", "official": words for a person who is not named.
    Unnamed,
    /// "pseudonym".
    Pseudonym,
    /// Of web pages: navigation, subscription.
    Boilerplate,
    /// Closes the teaser of another story.
    TeaserEnd,
    /// "Photo:".
    Caption,
    /// "REUTERS": a picture's agency.
    Agency,
}

/// A set of [`Cue`]s: one phrase may announce several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CueSet(u64);

impl CueSet {
    /// With one more.
    #[must_use]
    pub const fn with(self, cue: Cue) -> Self {
        Self(self.0 | 1 << cue as u64)
    }

    /// Whether it holds a cue.
    #[must_use]
    pub const fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u64) != 0
    }

    /// Whether it holds one of several.
    #[must_use]
    pub fn has_any(self, cues: &[Cue]) -> bool {
        cues.iter().any(|cue| self.has(*cue))
    }

    /// All of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
