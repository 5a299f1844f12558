//! Finds the names in a sentence: grows runs of capitals over the small words that names hold, and takes titles off.

use std::borrow::Cow;

use super::candidate::Candidate;
use super::cues;
use super::leads::Told;
use super::lexicon::{KnownName, Role, lexicon};
use super::lists;
use super::units::{Shape, Unit};
use super::vocabulary::Vocabulary;
use crate::document::Span;
use crate::places::{FeatureClass, Gazetteer};
use crate::prose::Sentence;
use crate::text::fold_words;

/// Words that name a kind by standing within a name.
pub(super) const HEADS: [Role; 6] =
    [Role::OrgHead, Role::ArmedHead, Role::PlaceHead, Role::OtherHead, Role::CompanyForm, Role::UnitNoun];
pub(super) const TITLES: [Role; 3] = [Role::Rank, Role::Office, Role::Honorific];
/// No known name has more words.
const LONGEST_KNOWN: usize = 10;
/// Capitals behind a word that opens a sentence are an abbreviation if they are no more.
const LONGEST_OPENED: usize = 5;

/// What a sentence is read with.
pub(super) struct Finder<'a> {
    pub vocabulary: &'a Vocabulary<'a>,
    pub gazetteer: &'a Gazetteer,
    pub sentence: &'a Sentence,
    pub units: Vec<Unit<'a>>,
    /// Most words stand in capitals: they tell nothing.
    pub shouting: bool,
    /// Names that layout, quotation marks or a byline tell, in the order of the text.
    pub told: Vec<Told>,
}

impl<'a> Finder<'a> {
    pub(super) fn find(&self, found: &mut Vec<Candidate>) {
        let from = found.len();
        let mut at = 0;
        let mut told = self.told.iter().copied().peekable();
        while at < self.units.len() {
            while told.next_if(|one| one.first < at).is_some() {}
            if let Some(one) = told.next_if(|one| one.first == at) {
                found.extend(self.made_as_told(one));
                at = one.last + 1;
                continue;
            }
            at = self.take(at, found).max(at + 1);
        }
        lists::lists(self, &mut found[from..]);
    }

    /// Takes the name that begins at a unit, if one does; says where to go on.
    fn take(&self, at: usize, found: &mut Vec<Candidate>) -> usize {
        let unit = &self.units[at];
        if let Some(part) = self.state_part(at) {
            let last = part.last;
            found.extend(self.made_state_part(part));
            return last + 1;
        }
        if let Some((last, candidate)) = self.seat(at) {
            found.push(candidate);
            return last + 1;
        }
        if let Some((last, candidate)) = self.facility(at) {
            found.push(candidate);
            return last + 1;
        }
        let known = unit.is(Role::KnownStart).then(|| self.known_at(at)).flatten();
        let starts = if unit.is_capital() {
            self.may_start(at)
        } else {
            self.is_unit_number(at) || self.is_ministry(at)
        };
        if !starts {
            return known.map_or(at + 1, |last| {
                found.extend(self.made(at, last, None));
                last + 1
            });
        }
        let last = self.grow(at);
        if let Some(known_last) = known.filter(|known_last| *known_last >= last) {
            found.extend(self.made(at, known_last, None));
            return known_last + 1;
        }
        if let Some((end, candidate)) = self.nicknamed(at, last) {
            found.push(candidate);
            return end + 1;
        }
        self.split(at, last, found);
        last + 1
    }

    /// The last unit of the longest name that everybody knows, from here.
    pub(super) fn known_at(&self, at: usize) -> Option<usize> {
        let mut name = String::new();
        let mut best = None;
        for last in at..self.units.len().min(at + LONGEST_KNOWN) {
            let unit = &self.units[last];
            if last > at && (!unit.glued || self.units[last - 1].possessive) {
                break;
            }
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(&self.key(last, last));
            if lexicon().known(&name).is_some_and(|known| self.is_written_so(known, at, last)) {
                best = Some(last);
            }
            if !lexicon().begins_known(&name) {
                break;
            }
        }
        best
    }

    /// Whether the capitals are those of a name that everybody knows.
    fn is_written_so(&self, known: KnownName, at: usize, last: usize) -> bool {
        let units = &self.units[at..=last];
        let upper = units
            .iter()
            .all(|unit| unit.shape == Shape::Upper || unit.shape == Shape::Number || unit.initial);
        let capitals = units.iter().all(|unit| unit.shape != Shape::Lower);
        (!known.capitals || upper)
            && (capitals || last > at || self.units[last].compound || self.is_small_name(last))
    }

    /// A people or group that French writes in small letters.
    fn is_small_name(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.shape == Shape::Lower && self.vocabulary.capital(&unit.folded) == 0 && unit.folded.len() > 4
    }

    pub(super) fn text(&self, span: Span) -> &'a str {
        &self.sentence.text[span.start..span.end]
    }

    fn may_start(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.is(Role::NoName) || unit.is(Role::Calendar) && !self.is_given_month(at) {
            return false;
        }
        if self.shouting && !unit.any(&HEADS) && !unit.any(&[Role::Government, Role::Military]) {
            return self.is_place(at, at);
        }
        if unit.is(Role::Stop) && (unit.shape != Shape::Upper || unit.opens) && !unit.is(Role::CompanyWord) {
            // "in Celle": a small word of another language.
            let placed = at > 0 && unit.glued && self.units[at - 1].any(&[Role::In, Role::PlacePreposition]);
            return placed
                && unit.shape == Shape::Capital
                && self.vocabulary.small(&unit.folded) == 0
                && self.is_place(at, at)
                || self.is_foreign_start(at);
        }
        !unit.opens || !self.opens_with_word(at)
    }

    /// "Je Kessa", "Three Rivers": a capital within a sentence, on a word that the text does not use otherwise, before another.
    fn is_foreign_start(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let next = self.units.get(at + 1).filter(|next| next.glued && !unit.possessive);
        let said = unit.first.checked_sub(1).is_some_and(|before| {
            let token = &self.sentence.tokens[before];
            [':', '"', '«', '“', '—', '–', '-', '*', '•'].iter().any(|mark| token.is(*mark))
        });
        unit.shape == Shape::Capital
            && !unit.opens
            && !said
            && !unit.initial
            && unit.span.len() > 1
            && !unit.any(&[Role::Article, Role::Of, Role::Particle, Role::And, Role::Honorific])
            && self.vocabulary.small(&unit.folded) == 0
            && next
                .is_some_and(|next| next.shape == Shape::Capital && !next.any(&[Role::Stop, Role::Calendar]))
    }

    /// Whether a capital that opens a sentence is that of an ordinary word.
    fn opens_with_word(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.shape == Shape::Upper || unit.initial || unit.compound {
            return false;
        }
        let next = self.units.get(at + 1).filter(|next| next.glued && !unit.possessive);
        let followed = next.is_some_and(|next| next.is_capital() && !next.is(Role::Stop));
        if unit.is(Role::Ordinary) && !followed {
            return true;
        }
        if unit.any(&TITLES) || unit.any(&HEADS) || unit.is(Role::Nationality) {
            let carried = [Role::Of, Role::NameAdjective, Role::Nationality];
            return !(followed || next.is_some_and(|next| next.any(&carried)));
        }
        if self.is_dateline(at, at) {
            return false;
        }
        // "South Kessa's gold": a place of several words.
        if followed && self.is_place(at, at + 1) {
            return false;
        }
        let (small, capital) = (self.vocabulary.small(&unit.folded), self.vocabulary.capital(&unit.folded));
        if capital * 3 > small && capital > 0 {
            return false;
        }
        if small > 0 || unit.is(Role::Ordinary) || lexicon().ends_ordinarily(&unit.folded) {
            return true;
        }
        // "Unless Kessa": what follows is a name without it.
        let given = followed
            && self.units[at + 1].is(Role::GivenName)
            && self.units.get(at + 2).is_some_and(|third| third.glued && third.is_capital());
        // "Saturn Puma, 44,": all of it is somebody's name.
        if followed && self.is_aged(at + 1) {
            return false;
        }
        let begins_there = followed
            && (given
                || self.known_at(at + 1).is_some()
                || self.is_place(at + 1, at + 1)
                || self.is_short_upper(at + 1));
        let told =
            unit.is(Role::GivenName) || unit.is(Role::KnownStart) || self.is_place(at, at) || unit.possessive;
        !(told || (followed && !begins_there))
    }

    pub(super) fn is_place(&self, first: usize, last: usize) -> bool {
        self.gazetteer.of_folded(&self.key(first, last)).next().is_some()
    }

    /// An abbreviation, not the surname of "Ben KESSOURA".
    fn is_short_upper(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.shape == Shape::Upper && unit.span.len() <= LONGEST_OPENED
    }

    /// "la Suisse": an adjective that is the name of the country, too.
    fn is_country(&self, at: usize) -> bool {
        let mut known = self.gazetteer.of_folded(&self.units[at].folded);
        known.any(|record| record.class == FeatureClass::Country)
    }

    /// Folded words from one unit to another.
    pub(super) fn key(&self, first: usize, last: usize) -> Cow<'_, str> {
        // Most units are a word of plain letters, which was folded before.
        let unit = &self.units[first];
        if first == last && unit.folded.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Cow::Borrowed(&unit.folded);
        }
        let text = self.text(Span::new(unit.span.start, self.units[last].span.end));
        Cow::Owned(if text.contains('.') { fold_words(&text.replace('.', "")) } else { fold_words(text) })
    }

    /// A run of capitals is a name, a title and a name, or no name.
    fn split(&self, first: usize, last: usize, found: &mut Vec<Candidate>) {
        let (mut first, mut last) = (first, last);
        while first < last && self.units[first].is(Role::Article) {
            first += 1;
        }
        while last > first && self.units[last].shape == Shape::Lower && !self.belongs(last) {
            last -= 1;
        }
        if let Some((title, name)) = self.title_in(first, last) {
            return found.extend(self.titled(title, name, last));
        }
        if first > 0
            && self.units[first].is(Role::Portfolio)
            && let Some((title, name)) = self.portfolio_before(first, last)
        {
            return found.extend(self.titled(title, name, last));
        }
        if let Some((title, name)) = self.office_before(first, last) {
            found.extend(self.made(first, name - 1, None));
            return found.extend(self.titled(title, name, last));
        }
        if self.units[first].is(Role::Nationality) && first < last && self.stands_without(first + 1, last) {
            first += 1;
        }
        if !self.is_no_name(first, last) {
            let last = if self.is_feature(first, last) { last + 1 } else { last };
            found.extend(self.made(first, last, None));
        } else if self.is_lone_head(first, last) {
            found.extend(self.bare(first, last, None).map(|one| Candidate { lone_head: true, ..one }));
        }
    }

    /// "the Front": with a capital, behind an article.
    fn is_lone_head(&self, first: usize, last: usize) -> bool {
        const LONE: [Role; 4] = [Role::OrgHead, Role::ArmedHead, Role::UnitNoun, Role::CompanyNoun];
        let unit = &self.units[first];
        first == last
            && unit.any(&LONE)
            && unit.shape == Shape::Capital
            && !self.shouting
            && unit.glued
            && first > 0
            && self.units[first - 1].is(Role::Article)
            && !self.units[first - 1].opens
            // "le Front a dit": the verb folds as the preposition does.
            && !self
                .units
                .get(last + 1)
                .is_some_and(|next| next.glued && next.is(Role::Of) && self.text(next.span) != "a")
    }

    /// "Kessa forest" is another place than Kessa: what it is belongs to its name.
    fn is_feature(&self, first: usize, last: usize) -> bool {
        let here = &self.units[last];
        let next = self.units.get(last + 1).filter(|next| next.glued && !here.possessive);
        next.is_some_and(|next| next.shape == Shape::Lower && next.is(Role::Feature))
            && !self.units[first..=last].iter().any(|unit| unit.any(&HEADS))
            && lexicon().known(&self.key(first, last)).is_none()
    }

    /// Whether a small word may end a name.
    fn belongs(&self, last: usize) -> bool {
        let unit = &self.units[last];
        let before = &self.units[last - 1];
        unit.any(&[Role::NameAdjective, Role::Nationality, Role::Portfolio, Role::UnitNoun])
            || before.shape == Shape::Lower
                && before.any(&[Role::Of, Role::Article])
                && !unit.any(&[Role::Of, Role::Article, Role::Stop])
    }

    /// "Kessan GRU": the rest is a name by itself.
    fn stands_without(&self, first: usize, last: usize) -> bool {
        let rest = &self.units[first..=last];
        let headed = rest.iter().any(|unit| unit.any(&HEADS) || unit.is(Role::Portfolio));
        let abbreviation = rest.len() == 1 && rest[0].shape == Shape::Upper;
        let known = lexicon().known(&self.key(first, last)).is_some();
        known || abbreviation || (!headed && rest.iter().all(|unit| self.vocabulary.small(&unit.folded) == 0))
    }

    /// Only words that say what something is, and not what it is called.
    fn is_no_name(&self, first: usize, last: usize) -> bool {
        let units = &self.units[first..=last];
        if units[0].shape == Shape::Number || self.is_ministry(first) || cues::is_cause(units) {
            return false;
        }
        if let [only] = units {
            let rare = self.vocabulary.small(&only.folded) <= 3 * self.vocabulary.capital(&only.folded);
            let other = only.is(Role::Nationality) && !self.is_country(first)
                || only.is(Role::OrgHead) && !only.is(Role::PlaceHead);
            let place = self.is_place(first, last) && !other;
            // "Saw township": what is put before names of people may be that of a place.
            let town = only.is(Role::NamePrefix)
                && self.units.get(last + 1).is_some_and(|next| next.glued && next.is(Role::AdminNoun));
            let named = place || town || (calls(only) && rare);
            return !named || (only.initial && only.span.len() <= 2);
        }
        if units.iter().all(|unit| unit.any(&TITLES) || unit.is(Role::Ordinary) || !unit.is_capital()) {
            return !units.iter().any(|unit| unit.is_capital() && unit.any(&HEADS)) || units[0].any(&TITLES);
        }
        let named = units.iter().any(calls);
        let headed = units.iter().any(|unit| unit.any(&HEADS));
        let title_only = units[0].any(&TITLES) && !headed;
        !(named || headed || self.is_place(first, last)) || title_only
    }
}

/// A word that calls, not one that says what is called.
pub(super) fn calls(unit: &Unit<'_>) -> bool {
    unit.is_capital()
        && !unit.any(&TITLES)
        && !unit.any(&HEADS)
        && !unit.any(&[
            Role::Portfolio,
            Role::Nationality,
            Role::Ordinary,
            Role::Stop,
            Role::Calendar,
            Role::Article,
            Role::Of,
            Role::PersonNoun,
        ])
}

impl Unit<'_> {
    /// "El Kessa", "La Riverbend": an article that is part of a name.
    pub(super) fn opens_name(&self) -> bool {
        self.is_capital() && !self.opens
    }

    pub(super) fn any(&self, roles: &[Role]) -> bool {
        self.roles.any(roles)
    }
}
