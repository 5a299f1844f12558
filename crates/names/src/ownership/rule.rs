//! The three tests, as their authorities state them, each for the days on which it stands.

use super::percent::Percent;
use crate::party::PartialDate;

/// Whose test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// The US Treasury's Office of Foreign Assets Control.
    Us,
    /// The Council of the European Union.
    Eu,
    /// The UK's Office of Financial Sanctions Implementation.
    Uk,
}

/// Whether shares of several listed parties are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aggregation {
    /// They are.
    Together,
    /// Each listed party is looked at alone.
    Each,
    /// Each alone, unless they exercise their rights by a joint arrangement, which no record tells.
    EachUnlessJoint,
}

/// Whether control without ownership counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// It does.
    Counts,
    /// It does not; the authority advises caution.
    Caution,
}

/// A test of ownership on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Whose.
    pub regime: Regime,
    /// So much, or more.
    pub threshold: Percent,
    /// Of several listed parties.
    pub aggregation: Aggregation,
    /// Beside ownership.
    pub control: Control,
    /// What it says, in one line.
    pub says: &'static str,
    /// Where it is stated.
    pub source: &'static str,
}

impl Regime {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Us, Self::Eu, Self::Uk];

    /// As shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Us => "US",
            Self::Eu => "EU",
            Self::Uk => "UK",
        }
    }

    /// The test as it stands on a day.
    ///
    /// Indirect ownership goes through parties that meet the threshold themselves, and then counts in full: shares are never
    /// multiplied along a chain (OFAC FAQ 401; Schedule 1 of the UK's Regulations, "majority stake").
    ///
    /// ```
    /// use names::{ownership::Regime, party::PartialDate};
    ///
    /// let before = Regime::Eu.rule(PartialDate::parse("2024-03-01").unwrap());
    /// assert_eq!(before.threshold.to_string(), "more than 50 %");
    /// let after = Regime::Eu.rule(PartialDate::parse("2025-03-01").unwrap());
    /// assert_eq!(after.threshold.to_string(), "50 %");
    /// ```
    #[must_use]
    pub fn rule(self, day: PartialDate) -> Rule {
        let half = Percent::whole(50);
        let on = |year, month, date| PartialDate { year, month: Some(month), day: Some(date) };
        match self {
            // Revised guidance of 13 August 2014; that of 14 February 2008 did not add up.
            Self::Us if day < on(2014, 8, 13) => Rule {
                regime: self,
                threshold: half,
                aggregation: Aggregation::Each,
                control: Control::Caution,
                says: "owned 50 percent or more, directly or indirectly, by one blocked person",
                source: "OFAC guidance of 14 February 2008",
            },
            Self::Us => Rule {
                regime: self,
                threshold: half,
                aggregation: Aggregation::Together,
                control: Control::Caution,
                says: "owned 50 percent or more in the aggregate, directly or indirectly, by blocked persons",
                source: "OFAC revised guidance of 13 August 2014; FAQ 398 (control does not count), 399 (all blocked \
                         persons together), 401 (indirectly: through entities that are 50 percent or more owned), 402 (divestment)",
            },
            Self::Eu if day < on(2024, 7, 3) => Rule {
                regime: self,
                threshold: half.more_than(),
                aggregation: Aggregation::Together,
                control: Control::Counts,
                says: "owned more than 50 percent by listed persons, or controlled by one",
                source: "EU Best Practices for restrictive measures as they stood before 3 July 2024",
            },
            Self::Eu => Rule {
                regime: self,
                threshold: half,
                aggregation: Aggregation::Together,
                control: Control::Counts,
                says: "owned 50 percent or more by listed persons together, or controlled by one",
                source: "EU Best Practices for restrictive measures, Council, 3 July 2024",
            },
            Self::Uk => Rule {
                regime: self,
                threshold: half.more_than(),
                aggregation: Aggregation::EachUnlessJoint,
                control: Control::Counts,
                says: "owned more than 50 percent, directly or indirectly, by one designated person, or controlled by one",
                source: "regulation 7 and Schedule 1 of the Russia (Sanctions) (EU Exit) Regulations 2019, the same in other \
                         UK regulations; OFSI guidance (no adding up without a joint arrangement)",
            },
        }
    }
}
