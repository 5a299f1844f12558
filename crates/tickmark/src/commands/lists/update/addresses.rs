//! Where publishers publish their lists. Addresses as of November 2026; `--from` names another.

/// A list that can be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// What the list is called.
    pub list: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Where.
    pub url: &'static str,
}

/// Those that need no account. The EU's token is the one that its own page of lists gives to everybody.
pub const ADDRESSES: [Address; 7] = [
    Address {
        list: "ofac-sdn",
        publisher: "US Treasury, OFAC",
        url: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML",
    },
    Address {
        list: "ofac-consolidated",
        publisher: "US Treasury, OFAC",
        url: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONSOLIDATED.XML",
    },
    Address {
        list: "un",
        publisher: "United Nations Security Council",
        url: "https://scsanctions.un.org/resources/xml/en/consolidated.xml",
    },
    Address {
        list: "eu",
        publisher: "European Commission",
        url: "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw",
    },
    Address {
        list: "uk",
        publisher: "UK Foreign, Commonwealth & Development Office",
        url: "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml",
    },
    Address {
        list: "canada",
        publisher: "Global Affairs Canada",
        url: "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml",
    },
    Address {
        list: "switzerland",
        publisher: "SECO",
        url: "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction",
    },
];

/// The address of a list.
pub fn of(list: &str) -> Option<&'static Address> {
    ADDRESSES.iter().find(|address| address.list == list)
}
