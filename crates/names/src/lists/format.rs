//! What a file is: told by its content.

/// Who publishes a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Publisher {
    /// Office of Foreign Assets Control, United States.
    Ofac,
    /// Security Council of the United Nations.
    Un,
    /// European Union.
    Eu,
    /// United Kingdom: Treasury (OFSI) and Foreign Office.
    Uk,
    /// Global Affairs Canada.
    Canada,
    /// State Secretariat for Economic Affairs (SECO), Switzerland.
    Switzerland,
    /// `OpenSanctions`.
    OpenSanctions,
    /// Somebody else: whoever made the file does not say.
    Other,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Format {
    /// OFAC's SDN.CSV or CONS_PRIM.CSV; its companions are read with it (`Companions`).
    OfacCsv,
    /// OFAC's SDN.XML or CONSOLIDATED.XML.
    OfacXml,
    /// OFAC's SDN_ADVANCED.XML or CONS_ADVANCED.XML.
    OfacAdvancedXml,
    /// The United Nations' consolidated list.
    UnXml,
    /// The EU's financial sanctions file, version 1.1.
    EuXml,
    /// The same as a table.
    EuCsv,
    /// OFSI's ConList.csv.
    UkConListCsv,
    /// The UK sanctions list of the Foreign Office as a table.
    UkListCsv,
    /// The same as XML.
    UkListXml,
    /// Canada's consolidated autonomous list.
    CanadaXml,
    /// SECO's list.
    SwissXml,
    /// `FollowTheMoney` entities, one a line.
    FtmLines,
    /// `OpenSanctions`' targets.simple.csv.
    TargetsCsv,
    /// A table of no publisher that we know, with a header.
    Table,
    /// A JSON array of objects, of no publisher that we know.
    JsonArray,
}

/// What tells one entry of a list from another, from snapshot to snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identity {
    /// The publisher's own number, which a record's id is made of.
    Id,
    /// There is none that lasts: name and birth.
    NameAndBirth,
}

impl Format {
    /// Who publishes in it.
    #[must_use]
    pub const fn publisher(self) -> Publisher {
        match self {
            Self::OfacCsv | Self::OfacXml | Self::OfacAdvancedXml => Publisher::Ofac,
            Self::UnXml => Publisher::Un,
            Self::EuXml | Self::EuCsv => Publisher::Eu,
            Self::UkConListCsv | Self::UkListCsv | Self::UkListXml => Publisher::Uk,
            Self::CanadaXml => Publisher::Canada,
            Self::SwissXml => Publisher::Switzerland,
            Self::TargetsCsv => Publisher::OpenSanctions,
            Self::FtmLines | Self::Table | Self::JsonArray => Publisher::Other,
        }
    }

    /// What publishers and their users call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OfacCsv => "OFAC SDN.CSV",
            Self::OfacXml => "OFAC SDN.XML",
            Self::OfacAdvancedXml => "OFAC SDN_ADVANCED.XML",
            Self::UnXml => "UN consolidated XML",
            Self::EuXml => "EU FSF 1.1 XML",
            Self::EuCsv => "EU FSF 1.1 CSV",
            Self::UkConListCsv => "OFSI ConList.csv",
            Self::UkListCsv => "UK Sanctions List CSV",
            Self::UkListXml => "UK Sanctions List XML",
            Self::CanadaXml => "Canada SEMA XML",
            Self::SwissXml => "SECO XML",
            Self::FtmLines => "FollowTheMoney lines",
            Self::TargetsCsv => "OpenSanctions targets.simple.csv",
            Self::Table => "table",
            Self::JsonArray => "JSON array",
        }
    }

    /// What tells its entries apart from snapshot to snapshot, where nothing surer is in the file.
    #[must_use]
    pub(super) const fn identity(self) -> Identity {
        match self {
            Self::CanadaXml | Self::Table | Self::JsonArray => Identity::NameAndBirth,
            _ => Identity::Id,
        }
    }
}

impl Publisher {
    /// On what terms its lists may be used, in a sentence; not legal advice.
    #[must_use]
    pub const fn licence(self) -> &'static str {
        match self {
            Self::Ofac => "US government work: public domain",
            Self::Un => "© United Nations; free to use for screening, see the terms of use of un.org",
            Self::Eu => "© European Union; reuse with the source named (Commission Decision 2011/833/EU)",
            Self::Uk => "Crown copyright; Open Government Licence v3.0, with the source named",
            Self::Canada => "Open Government Licence – Canada, with the source named",
            Self::Switzerland => "Swiss Confederation; free to use with the source named",
            Self::OpenSanctions => "OpenSanctions: CC BY-NC 4.0; commercial use needs a licence of theirs",
            Self::Other => "not stated in the file",
        }
    }
}
