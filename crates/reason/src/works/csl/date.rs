use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::dates::PartialDate;

/// A date variable of CSL-JSON.
///
/// Written as `{"date-parts": [[2024, 7, 25]]}`. A date that the calendar does not have, or that lacks its year, cannot
/// be written so: it goes out as `{"literal": "2023-02-30"}`, in the words of the text, not mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CslDate(PartialDate);

impl CslDate {
    /// The variable of a date.
    #[must_use]
    pub const fn of(date: PartialDate) -> Self {
        Self(date)
    }

    /// The date it was made of.
    #[must_use]
    pub const fn date(self) -> PartialDate {
        self.0
    }

    /// Year, month and day as far as known, where it can be written in parts.
    #[must_use]
    pub fn parts(self) -> Option<Vec<i16>> {
        let year = self.0.year.filter(|_| self.0.is_possible())?;
        let rest = [self.0.month, self.0.day].into_iter().map_while(|part| part);
        Some([year].into_iter().chain(rest.map(i16::from)).collect())
    }
}

impl Serialize for CslDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self.parts() {
            Some(parts) => map.serialize_entry("date-parts", &[parts])?,
            None => map.serialize_entry("literal", &self.0.to_string())?,
        }
        map.end()
    }
}
