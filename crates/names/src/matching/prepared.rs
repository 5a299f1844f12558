//! A party, read once so that it can be compared often.

use ftm::NameSort;

use crate::Party;
use crate::party::{Gender, Kind, Name, NamePart, PartialDate};
use crate::reading::{self, Read, Token};
use crate::words;

use super::identifiers::{self, Known};

/// A party with its names read: lies in a few flat pieces of memory, can be written as bytes and read back without setting
/// memory aside anew ([`Prepared::encode`], [`Prepared::decode`]).
///
/// Numbers for meanings hold for one build of this crate: bytes are to be made again by another.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    pub(super) kind: Kind,
    pub(super) names: Vec<NameRow>,
    pub(super) tokens: Vec<Token>,
    pub(super) letters: Vec<u8>,
    /// UTF-8.
    pub(super) written: Vec<u8>,
    pub(super) births: Vec<PartialDate>,
    pub(super) countries: Vec<Range>,
    pub(super) genders: Vec<Gender>,
    pub(super) identifiers: Vec<Known>,
}

/// From one place on up to and without another, in one of the flat pieces.
pub(super) type Range = (u32, u32);

/// One reading of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameRow {
    /// Which of the party's names, from 0.
    pub of: u16,
    pub sort: NameSort,
    pub as_person: bool,
    /// Which of the readings of that name, from 0: the first is the likeliest.
    pub form: u8,
    pub tokens: Range,
    pub letters: Range,
    pub written: Range,
}

impl Default for Prepared {
    /// Nothing, to be filled by [`Prepared::decode`].
    fn default() -> Self {
        Self {
            kind: Kind::Other,
            names: Vec::new(),
            tokens: Vec::new(),
            letters: Vec::new(),
            written: Vec::new(),
            births: Vec::new(),
            countries: Vec::new(),
            genders: Vec::new(),
            identifiers: Vec::new(),
        }
    }
}

impl Prepared {
    /// Reads the names of a party. Where it has none but parts told apart, they are its name.
    #[must_use]
    pub fn of(party: &Party) -> Self {
        let mut prepared = Self { kind: party.kind, ..Self::default() };
        let of_parts = if party.names.is_empty() { name_of_parts(&party.parts) } else { None };
        for (of, name) in (0_u16..).zip(party.names.iter().chain(&of_parts)) {
            prepared.add_name(of, name, &party.parts);
        }
        prepared.births.clone_from(&party.births);
        prepared.genders.clone_from(&party.genders);
        for country in &party.countries {
            // Registers write names of countries where lists have codes.
            let code = words::country(country).map_or_else(|| country.trim().to_lowercase(), str::to_owned);
            let range = prepared.write(&code);
            prepared.countries.push(range);
        }
        for identifier in &party.identifiers {
            if let Some(value) = identifiers::value(&identifier.text) {
                let written = prepared.write(&identifier.text);
                let property = prepared.write(&identifier.property);
                let holds = identifiers::holds(&identifier.property);
                prepared.identifiers.push(Known { property, written, holds, value });
            }
        }
        prepared
    }

    fn add_name(&mut self, of: u16, name: &Name, parts: &[(NamePart, String)]) {
        let text = &name.text[..name.text.floor_char_boundary(reading::TEXT)];
        let forms = reading::forms(self.kind, text, parts);
        if forms.is_empty() {
            return;
        }
        let written = self.write(text);
        for (rank, form) in (0_u8..).zip(forms) {
            let tokens = extend(&mut self.tokens, &form.tokens);
            let letters = extend(&mut self.letters, &form.letters);
            let as_person = form.as_person;
            self.names.push(NameRow { of, sort: name.sort, as_person, form: rank, tokens, letters, written });
        }
    }

    fn write(&mut self, text: &str) -> Range {
        let start = self.written.len() as u32;
        self.written.extend_from_slice(text.as_bytes());
        (start, self.written.len() as u32)
    }

    /// What the party is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Every reading of every name, in the order of [`Party::names`].
    pub fn names(&self) -> impl Iterator<Item = Read<'_>> {
        self.names.iter().map(|row| self.read(row))
    }

    /// Which name of [`Party::names`] each reading of [`Prepared::names`] is of, and how that name is borne.
    pub fn sorts(&self) -> impl Iterator<Item = (usize, NameSort)> {
        self.names.iter().map(|row| (usize::from(row.of), row.sort))
    }

    pub(super) fn read(&self, row: &NameRow) -> Read<'_> {
        let tokens = self.tokens.get(usize_range(row.tokens)).unwrap_or_default();
        // Bytes from elsewhere may say more.
        let tokens = &tokens[..tokens.len().min(reading::WORDS)];
        let letters = self.letters.get(usize_range(row.letters)).unwrap_or_default();
        Read::new(tokens, letters, self.bytes(row.written), row.as_person)
    }

    pub(super) fn text(&self, range: Range) -> &str {
        std::str::from_utf8(self.bytes(range)).unwrap_or_default()
    }

    pub(super) fn bytes(&self, range: Range) -> &[u8] {
        self.written.get(usize_range(range)).unwrap_or_default()
    }
}

fn usize_range((start, end): Range) -> std::ops::Range<usize> {
    start as usize..end as usize
}

fn extend<T: Copy>(into: &mut Vec<T>, with: &[T]) -> Range {
    let start = into.len() as u32;
    into.extend_from_slice(with);
    (start, into.len() as u32)
}

/// The parts in the order in which passports print a name; of alternatives the first.
fn name_of_parts(parts: &[(NamePart, String)]) -> Option<Name> {
    use NamePart::{Family, Given, Matronymic, Middle, Patronymic};
    let first =
        |part: NamePart| parts.iter().find(|(known, _)| *known == part).map(|(_, text)| text.as_str());
    let text: Vec<&str> =
        [Given, Middle, Patronymic, Family, Matronymic].into_iter().filter_map(first).collect();
    (!text.is_empty()).then(|| Name { text: text.join(" "), sort: NameSort::Name })
}
