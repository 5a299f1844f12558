//! A prepared party as bytes, and back. Whatever the bytes are, reading them ends with a party or with `None`.

use ftm::NameSort;

use crate::party::{Gender, Kind, PartialDate};
use crate::reading::{Role, Token, WORDS};

use super::Prepared;
use super::identifiers::{Holds, Known};
use super::prepared::{NameRow, Range};

/// What stands first: bytes of another form are not read.
const FORM: u8 = 3;

const KINDS: [Kind; 7] = [
    Kind::Person,
    Kind::Organization,
    Kind::Company,
    Kind::LegalEntity,
    Kind::Vessel,
    Kind::Airplane,
    Kind::Other,
];
const SORTS: [NameSort; 5] =
    [NameSort::Name, NameSort::Alias, NameSort::Previous, NameSort::Abbreviation, NameSort::Weak];
const GENDERS: [Gender; 3] = [Gender::Female, Gender::Male, Gender::Other];
const ROLES: [Role; 11] = [
    Role::Name,
    Role::Given,
    Role::Family,
    Role::Patronymic,
    Role::Initial,
    Role::Particle,
    Role::Title,
    Role::Generation,
    Role::LegalForm,
    Role::OrgWord,
    Role::Number,
];

impl Prepared {
    /// Appends it as bytes.
    pub fn encode(&self, out: &mut Vec<u8>) {
        out.extend([FORM, place(&KINDS, self.kind)]);
        let counts = [
            self.names.len(),
            self.tokens.len(),
            self.letters.len(),
            self.written.len(),
            self.births.len(),
            self.countries.len(),
            self.genders.len(),
            self.identifiers.len(),
        ];
        counts.iter().for_each(|count| number(out, *count as u32));
        self.names.iter().for_each(|name| write_name(out, name));
        self.tokens.iter().for_each(|token| write_token(out, token));
        out.extend_from_slice(&self.letters);
        out.extend_from_slice(&self.written);
        for birth in &self.births {
            out.extend(birth.year.to_le_bytes());
            out.extend([birth.month.unwrap_or(0), birth.day.unwrap_or(0)]);
        }
        self.countries.iter().for_each(|range| pair(out, *range));
        out.extend(self.genders.iter().map(|gender| place(&GENDERS, *gender)));
        for known in &self.identifiers {
            pair(out, known.property);
            pair(out, known.written);
            out.push(known.holds as u8);
            out.extend(known.value.to_le_bytes());
        }
    }

    /// Reads what [`Prepared::encode`] wrote, in place of what it held; memory that it has is used again. None if the bytes are
    /// not whole or of another form; it is then empty.
    #[must_use]
    pub fn decode(&mut self, bytes: &[u8]) -> Option<()> {
        self.decode_names(bytes, |_| true)
    }

    /// [`Prepared::decode`] with these of [`crate::Party::names`] alone: what is known not to be close need not be compared.
    #[must_use]
    pub(crate) fn decode_names(&mut self, bytes: &[u8], is_wanted: impl Fn(u16) -> bool) -> Option<()> {
        self.names.clear();
        self.tokens.clear();
        self.letters.clear();
        self.written.clear();
        self.births.clear();
        self.countries.clear();
        self.genders.clear();
        self.identifiers.clear();
        let read = self.fill(&mut Reader(bytes), is_wanted);
        if read.is_none() {
            self.names.clear();
        }
        read
    }

    fn fill(&mut self, bytes: &mut Reader<'_>, is_wanted: impl Fn(u16) -> bool) -> Option<()> {
        let [form, kind] = bytes.take()?;
        if form != FORM {
            return None;
        }
        self.kind = *KINDS.get(usize::from(kind))?;
        let mut counts = [0_usize; 8];
        for count in &mut counts {
            *count = bytes.count()?;
        }
        let [names, tokens, letters, written, births, countries, genders, identifiers] = counts;
        let names = bytes.slice(names.checked_mul(NAME)?)?;
        let tokens = bytes.slice(tokens.checked_mul(TOKEN)?)?;
        for name in names.as_chunks().0 {
            let mut row = read_name(name)?;
            if is_wanted(row.of) {
                row.tokens = self.take_tokens(tokens, row.tokens)?;
                self.names.push(row);
            }
        }
        self.letters.extend_from_slice(bytes.slice(letters)?);
        self.written.extend_from_slice(bytes.slice(written)?);
        for _ in 0..births {
            let [low, high, month, day] = bytes.take()?;
            let part = |part: u8| Some(part).filter(|part| *part != 0);
            self.births.push(PartialDate {
                year: u16::from_le_bytes([low, high]),
                month: part(month),
                day: part(day),
            });
        }
        for _ in 0..countries {
            self.countries.push(bytes.pair()?);
        }
        for _ in 0..genders {
            let [gender] = bytes.take()?;
            self.genders.push(*GENDERS.get(usize::from(gender))?);
        }
        for _ in 0..identifiers {
            let (property, written) = (bytes.pair()?, bytes.pair()?);
            let [holds] = bytes.take()?;
            let holds = if holds == Holds::One as u8 { Holds::One } else { Holds::Several };
            self.identifiers.push(Known {
                property,
                written,
                holds,
                value: u64::from_le_bytes(bytes.take()?),
            });
        }
        Some(())
    }

    /// Reads the words of a name out of those of all; returns where they lie now.
    fn take_tokens(&mut self, all: &[u8], (start, end): Range) -> Option<Range> {
        let taken = self.tokens.len() as u32;
        // More are never compared, and bytes from elsewhere may say that every name has all.
        let end = end.min(start.saturating_add(WORDS as u32));
        for token in all.as_chunks().0.get(start as usize..end as usize)? {
            self.tokens.push(read_token(token)?);
        }
        Some((taken, self.tokens.len() as u32))
    }
}

fn place<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|known| *known == one).map_or(0, |place| place as u8)
}

fn number(out: &mut Vec<u8>, number: u32) {
    out.extend(number.to_le_bytes());
}

fn pair(out: &mut Vec<u8>, (start, end): Range) {
    number(out, start);
    number(out, end);
}

const NAME: usize = 29;

fn write_name(out: &mut Vec<u8>, name: &NameRow) {
    out.extend(name.of.to_le_bytes());
    out.extend([place(&SORTS, name.sort), u8::from(name.as_person), name.form]);
    [name.tokens, name.letters, name.written].iter().for_each(|range| pair(out, *range));
}

fn read_name(bytes: &[u8; NAME]) -> Option<NameRow> {
    let mut bytes = Reader(bytes);
    let of = u16::from_le_bytes(bytes.take()?);
    let [sort, as_person, form] = bytes.take()?;
    Some(NameRow {
        of,
        sort: *SORTS.get(usize::from(sort))?,
        as_person: as_person != 0,
        form,
        tokens: bytes.pair()?,
        letters: bytes.pair()?,
        written: bytes.pair()?,
    })
}

const TOKEN: usize = 25;

fn write_token(out: &mut Vec<u8>, token: &Token) {
    out.extend([place(&ROLES, token.role), token.flags, token.telling]);
    number(out, token.meaning);
    number(out, token.mask);
    for short in
        [token.given[0], token.given[1], token.letters, token.sound, token.written, token.written_len]
    {
        out.extend(short.to_le_bytes());
    }
    out.extend([token.letters_len, token.sound_len]);
}

fn read_token(bytes: &[u8; TOKEN]) -> Option<Token> {
    let short = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
    let long = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    Some(Token {
        role: *ROLES.get(usize::from(bytes[0]))?,
        flags: bytes[1],
        telling: bytes[2],
        meaning: long(3),
        mask: long(7),
        given: [short(11), short(13)],
        letters: short(15),
        sound: short(17),
        written: short(19),
        written_len: short(21),
        letters_len: bytes[23],
        sound_len: bytes[24],
    })
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn number(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    /// How many follow: never more than there are bytes left.
    fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.0.len()).then_some(count)
    }

    fn pair(&mut self) -> Option<Range> {
        Some((self.number()?, self.number()?))
    }

    fn slice(&mut self, len: usize) -> Option<&'a [u8]> {
        let (slice, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(slice)
    }
}
