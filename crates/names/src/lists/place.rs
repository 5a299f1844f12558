//! Where a value stands, in a list that is of several files.

/// Lines of one part; a line of the next counts on from here. No list comes near: OFAC's longest part has 25,000.
const LINES_OF_A_PART: u32 = 1_000_000_000;

/// Which of its files a value of a list stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Part {
    /// The file itself.
    Main,
    /// OFAC's ADD.CSV.
    Addresses,
    /// OFAC's ALT.CSV.
    Aliases,
    /// OFAC's SDN_COMMENTS.CSV: remarks that are too long for the file itself.
    Comments,
}

/// A line of one of the files of a list.
///
/// A [`ftm::Value`] has but a number. Lines of a companion are kept in it as `part × 1,000,000,000 + line`, so that a line of
/// the file itself is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Which file.
    pub part: Part,
    /// From 1.
    pub line: u32,
}

impl Place {
    /// The place that a value's number says.
    ///
    /// ```
    /// use names::lists::{Part, Place};
    ///
    /// assert_eq!(Place::of(17), Place { part: Part::Main, line: 17 });
    /// assert_eq!(Place::of(2_000_000_017), Place { part: Part::Aliases, line: 17 });
    /// ```
    #[must_use]
    pub const fn of(number: u32) -> Self {
        let part = match number / LINES_OF_A_PART {
            0 => Part::Main,
            1 => Part::Addresses,
            2 => Part::Aliases,
            _ => Part::Comments,
        };
        Self { part, line: number % LINES_OF_A_PART }
    }

    /// The number to keep in a value. Beyond the most lines that a part can have it stays at the last.
    #[must_use]
    pub const fn number(self) -> u32 {
        let line = if self.line < LINES_OF_A_PART { self.line } else { LINES_OF_A_PART - 1 };
        self.part as u32 * LINES_OF_A_PART + line
    }
}
