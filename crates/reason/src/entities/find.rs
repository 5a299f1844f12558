//! Finds the names in a sentence: grows runs of capitals over the small words that names hold, and takes titles off.

use super::EntityKind;
use super::candidate::{Candidate, Votes};
use super::cues;
use super::lexicon::{Role, lexicon};
use super::units::{Shape, Unit};
use super::vocabulary::Vocabulary;
use crate::document::{BlockKind, Span};
use crate::places::{FeatureClass, Gazetteer, countries};
use crate::prose::Sentence;
use crate::text::fold_words;

/// Words that name a kind by standing within a name.
pub(super) const HEADS: [Role; 6] = [
    Role::OrgHead,
    Role::ArmedHead,
    Role::PlaceHead,
    Role::OtherHead,
    Role::CompanyForm,
    Role::UnitNoun,
];
pub(super) const TITLES: [Role; 3] = [Role::Rank, Role::Office, Role::Honorific];
/// Small words that stand between two parts of a name: no more than "pour la" or "de l'" at once.
const MOST_JOINERS: usize = 3;
/// No name has more words; a longer run of capitals is a heading or a list.
const LONGEST_NAME: usize = 16;
/// No known name has more words.
const LONGEST_KNOWN: usize = 10;

/// What a sentence is read with.
pub(super) struct Finder<'a> {
    pub vocabulary: &'a Vocabulary<'a>,
    pub gazetteer: &'a Gazetteer,
    pub sentence: &'a Sentence,
    pub number: usize,
    pub units: Vec<Unit<'a>>,
    /// Most words stand in capitals: they tell nothing.
    pub shouting: bool,
}

impl<'a> Finder<'a> {
    pub(super) fn find(&self, found: &mut Vec<Candidate>) {
        let from = found.len();
        let mut at = 0;
        while at < self.units.len() {
            at = self.take(at, found).max(at + 1);
        }
        cues::lists(self, &mut found[from..]);
    }

    /// Takes the name that begins at a unit, if one does; says where to go on.
    fn take(&self, at: usize, found: &mut Vec<Candidate>) -> usize {
        let unit = &self.units[at];
        if let Some(next) = self.state_part(at, found) {
            return next;
        }
        let known = unit.is(Role::KnownStart).then(|| self.known_at(at)).flatten();
        let starts = if unit.is_capital() { self.may_start(at) } else { self.is_unit_number(at) };
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
        self.split(at, last, found);
        last + 1
    }

    /// The last unit of the longest name that everybody knows, from here.
    fn known_at(&self, at: usize) -> Option<usize> {
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
            name.push_str(&fold_words(self.text(unit.span)));
            if let Some(known) = lexicon().known(&name) {
                let capitals = self.units[at..=last].iter().all(|unit| unit.shape != Shape::Lower);
                let upper = self.units[at..=last].iter().all(|unit| unit.shape != Shape::Lower && unit.shape != Shape::Capital || unit.initial);
                if (!known.capitals || upper) && (capitals || last > at || unit.compound || self.is_small_name(last)) {
                    best = Some(last);
                }
            }
        }
        best
    }

    /// A people or group that French writes in small letters.
    fn is_small_name(&self, at: usize) -> bool {
        self.units[at].shape == Shape::Lower && self.vocabulary.capital(&self.units[at].folded) == 0 && self.units[at].folded.len() > 4
    }

    pub(super) fn text(&self, span: Span) -> &'a str {
        &self.sentence.text[span.start..span.end]
    }

    fn may_start(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.is(Role::Calendar) {
            return false;
        }
        if self.shouting && !unit.any(&HEADS) {
            return self.is_place(at, at);
        }
        if unit.is(Role::Stop) && !(unit.shape == Shape::Upper && !unit.opens) {
            return false;
        }
        !unit.opens || !self.opens_with_word(at)
    }

    /// Whether a capital that opens a sentence is that of an ordinary word.
    fn opens_with_word(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.shape == Shape::Upper || unit.initial || unit.compound {
            return false;
        }
        let (small, capital) = (self.vocabulary.small(&unit.folded), self.vocabulary.capital(&unit.folded));
        let followed = self.units.get(at + 1).is_some_and(|next| next.glued && next.is_capital() && !next.is(Role::Stop));
        if unit.any(&TITLES) || unit.any(&HEADS) || unit.is(Role::Nationality) {
            return !(followed || self.units.get(at + 1).is_some_and(|next| next.glued && next.any(&[Role::Of, Role::NameAdjective, Role::Nationality])));
        }
        if capital * 3 > small && capital > 0 {
            return false;
        }
        if small > 0 || unit.is(Role::Ordinary) {
            return true;
        }
        let told = unit.is(Role::GivenName) || unit.is(Role::KnownStart) || self.is_place(at, at);
        !(told || followed)
    }

    pub(super) fn is_place(&self, first: usize, last: usize) -> bool {
        self.gazetteer.of_folded(&self.key(first, last)).next().is_some()
    }

    /// Folded words from one unit to another.
    pub(super) fn key(&self, first: usize, last: usize) -> String {
        let span = Span::new(self.units[first].span.start, self.units[last].span.end);
        fold_words(&self.text(span).replace('.', ""))
    }

    /// "13th assault unit", "33e régiment": a number that begins the name of a unit.
    fn is_unit_number(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let text = self.text(unit.span);
        unit.shape == Shape::Number
            && text.ends_with(char::is_alphabetic)
            && text.len() <= 6
            && (1..=4).any(|ahead| {
                self.units[at + 1..].iter().take(ahead).all(|next| next.glued && !next.is(Role::Of))
                    && self.units.get(at + ahead).is_some_and(|next| next.is(Role::UnitNoun) && !next.possessive)
            })
    }

    /// The last unit of the name that begins here.
    fn grow(&self, at: usize) -> usize {
        let mut last = at;
        if self.units[at].shape == Shape::Number {
            let unit = (1..=4).find(|ahead| self.units.get(at + ahead).is_some_and(|next| next.is(Role::UnitNoun)));
            last = at + unit.unwrap_or(0);
        }
        while last - at < LONGEST_NAME {
            match self.next(at, last) {
                Some(next) => last = next,
                None => break,
            }
        }
        last
    }

    /// The unit that carries the name on.
    fn next(&self, first: usize, last: usize) -> Option<usize> {
        let here = &self.units[last];
        if here.possessive && !here.is(Role::PossessiveName) {
            return None;
        }
        let next = self.units.get(last + 1)?;
        if !next.glued {
            return self.ampersand(last).then_some(last + 1);
        }
        let headed = self.units[first..=last].iter().any(|unit| unit.any(&HEADS));
        if next.is_capital() {
            let breaks = next.is(Role::Calendar) || (next.is(Role::Stop) && next.shape != Shape::Upper);
            return (!breaks || self.joins_in_capitals(last + 1)).then_some(last + 1);
        }
        if next.shape == Shape::Number {
            let numbered = here.any(&[Role::UnitNoun, Role::OtherHead]);
            return numbered.then_some(last + 1);
        }
        let small_part = next.is(Role::NameAdjective) || next.is(Role::Nationality);
        if headed && small_part && (here.any(&HEADS) || here.shape == Shape::Lower) {
            return Some(last + 1);
        }
        self.over_joiners(first, last, headed)
    }

    /// "MINISTÈRE DE LA DÉFENSE": joiners in capitals.
    fn joins_in_capitals(&self, at: usize) -> bool {
        self.units[at].any(&[Role::Of, Role::Article, Role::Particle]) && self.units[at].shape == Shape::Upper
    }

    fn ampersand(&self, last: usize) -> bool {
        let (here, next) = (&self.units[last], &self.units[last + 1]);
        next.first == here.last + 2 && self.sentence.tokens[here.last + 1].is('&') && next.is_capital()
    }

    fn over_joiners(&self, first: usize, last: usize, headed: bool) -> Option<usize> {
        let mut to = last + 1;
        while to <= last + MOST_JOINERS {
            let unit = self.units.get(to)?;
            if !unit.glued {
                return None;
            }
            if unit.shape != Shape::Lower || !unit.any(&[Role::Of, Role::Article, Role::Particle, Role::And]) {
                break;
            }
            to += 1;
        }
        let right = self.units.get(to).filter(|unit| unit.glued)?;
        let joiners = &self.units[last + 1..to];
        if joiners.is_empty() {
            return None;
        }
        let office = headed && right.is(Role::Portfolio);
        let follows = right.is_capital() && !right.is(Role::Stop) && !right.is(Role::Calendar);
        ((office || follows) && self.joins(first, last, joiners, to)).then_some(to)
    }

    fn joins(&self, first: usize, last: usize, joiners: &[Unit<'_>], to: usize) -> bool {
        let left = &self.units[first..=last];
        let right = &self.units[to];
        let headed = left.iter().any(|unit| unit.any(&HEADS));
        if joiners.iter().any(|unit| unit.is(Role::And)) {
            let inside = left.iter().any(|unit| unit.shape == Shape::Lower && unit.is(Role::Of))
                || left.last().is_some_and(|unit| unit.is(Role::Portfolio));
            return headed && inside && right.is(Role::Portfolio)
                || (right.is(Role::Portfolio) && left.iter().all(|unit| unit.is(Role::Portfolio)) && self.head_follows(to));
        }
        if joiners.iter().all(|unit| unit.is(Role::Particle) && !unit.is(Role::Of) && !unit.is(Role::Article)) {
            return !headed && !self.is_place(first, last);
        }
        let person = left.iter().any(|unit| unit.is(Role::GivenName)) && !headed;
        if joiners.iter().all(|unit| unit.any(&[Role::Particle, Role::Article])) && person {
            return joiners[0].is(Role::Particle) && self.vocabulary.info(self.text(right.span)).is_some();
        }
        if headed {
            let at_place = joiners.iter().any(|unit| matches!(&*unit.folded, "a" | "en" | "on" | "sur" | "au"));
            return !at_place || !self.is_place(to, to);
        }
        let end = &left[left.len() - 1];
        let title = left.iter().all(|unit| unit.any(&TITLES) || unit.any(&[Role::Portfolio, Role::Nationality]));
        !title
            && !person
            && !end.any(&[Role::Nationality, Role::Calendar, Role::Ordinary])
            && end.shape == Shape::Capital
            && !self.is_place(last, last)
            && !right.any(&TITLES)
            && (left.len() > 1 || self.vocabulary.small(&end.folded) > 0)
            && !end.opens
    }

    fn head_follows(&self, at: usize) -> bool {
        self.units.get(at + 1).is_some_and(|next| next.glued && next.any(&HEADS))
    }

    /// "the Malian army", "l'armée malienne", "the government of Mali": a part of a state, in small letters.
    fn state_part(&self, at: usize, found: &mut Vec<Candidate>) -> Option<usize> {
        let (first, last, kind, country) = self.state_part_at(at)?;
        let mut candidate = self.made(first, last, None)?;
        candidate.votes = Votes::default();
        candidate.votes.add(kind, 9);
        candidate.country = Some(country);
        candidate.doubtful = false;
        found.push(candidate);
        Some(last + 1)
    }

    fn state_part_at(&self, at: usize) -> Option<(usize, usize, EntityKind, String)> {
        let unit = &self.units[at];
        if unit.is(Role::Nationality) && unit.is_capital() && !unit.possessive {
            let country = one_country(&unit.folded)?;
            let (last, kind) = self.part_at(at + 1)?;
            return self.ends_well(last).then_some((at, last, kind, country));
        }
        if unit.shape == Shape::Lower || unit.is_capital() {
            let (last, kind) = self.part_of(at)?;
            let next = self.units.get(last + 1).filter(|next| next.glued)?;
            if next.is(Role::Nationality) && next.shape == Shape::Lower {
                let country = one_country(&next.folded)?;
                return Some((at, last + 1, kind, country));
            }
            if next.is(Role::Of) && !self.units[last].possessive {
                let to = (last + 2..last + 4).find(|to| self.units.get(*to).is_some_and(Unit::is_capital))?;
                let end = self.longest_country(to)?;
                let country = self.country_of(to, end)?;
                let glued = self.units[last + 1..=end].iter().all(|unit| unit.glued);
                return glued.then_some((at, end, kind, country));
            }
        }
        None
    }

    /// The part of a state whose name, in small letters, begins with a glued unit.
    fn part_at(&self, at: usize) -> Option<(usize, EntityKind)> {
        self.units.get(at).filter(|unit| unit.glued)?;
        self.part_of(at)
    }

    fn part_of(&self, at: usize) -> Option<(usize, EntityKind)> {
        let unit = &self.units[at];
        if unit.shape != Shape::Lower && !unit.any(&[Role::Government, Role::Military]) {
            return None;
        }
        // "military intelligence service", "armed forces": the longest first.
        for words in (2..=4).rev() {
            let Some(last) = self.units.get(at + words - 1) else { continue };
            let all = &self.units[at..at + words];
            if all[1..].iter().all(|unit| unit.glued) && all[0].shape == Shape::Lower && last.shape == Shape::Lower {
                if let Some(role) = lexicon().pair(&self.key(at, at + words - 1)) {
                    let kind = match role {
                        Role::MilitaryPair => EntityKind::ArmedGroup,
                        _ => EntityKind::Organization,
                    };
                    return Some((at + words - 1, kind));
                }
            }
        }
        if unit.is(Role::Government) {
            return Some((at, EntityKind::Organization));
        }
        unit.is(Role::Military).then_some((at, EntityKind::ArmedGroup))
    }

    /// "the Malian army officer" is nobody's army.
    fn ends_well(&self, last: usize) -> bool {
        let unit = &self.units[last];
        let next = self.units.get(last + 1).filter(|next| next.glued && !unit.possessive);
        !(unit.shape == Shape::Lower && next.is_some_and(|next| next.any(&[Role::Rank, Role::GovernmentPair])))
    }

    fn longest_country(&self, first: usize) -> Option<usize> {
        (first..self.units.len().min(first + 5)).rev().find(|last| self.country_of(first, *last).is_some())
    }

    fn country_of(&self, first: usize, last: usize) -> Option<String> {
        let key = self.key(first, last);
        let found = self.gazetteer.of_folded(&key).find(|record| record.class == FeatureClass::Country)?;
        Some(found.country.to_string())
    }

    /// A run of capitals is a name, a title and a name, or no name.
    fn split(&self, first: usize, last: usize, found: &mut Vec<Candidate>) {
        let (mut first, mut last) = (first, last);
        // "The", "New" before what is a name without it.
        while first < last && self.units[first].is(Role::Article) {
            first += 1;
        }
        while last > first && self.units[last].shape == Shape::Lower && !self.belongs(first, last) {
            last -= 1;
        }
        if let Some((title, name)) = self.title_in(first, last) {
            return found.extend(self.titled(title, name, last));
        }
        if first > 0 && self.units[first].is(Role::Portfolio) {
            if let Some((title, name)) = self.portfolio_before(first, last) {
                return found.extend(self.titled(title, name, last));
            }
        }
        if self.units[first].is(Role::Nationality) && first < last && self.stands_without(first + 1, last) {
            first += 1;
        }
        if self.is_no_name(first, last) {
            return;
        }
        found.extend(self.made(first, last, None));
    }

    fn belongs(&self, first: usize, last: usize) -> bool {
        let unit = &self.units[last];
        unit.any(&[Role::NameAdjective, Role::Nationality, Role::Portfolio, Role::UnitNoun]) && first < last
    }

    /// "Kessan GRU": the rest is a name by itself.
    fn stands_without(&self, first: usize, last: usize) -> bool {
        let rest = &self.units[first..=last];
        let headed = rest.iter().any(|unit| unit.any(&HEADS) || unit.is(Role::Portfolio));
        let abbreviation = rest.len() == 1 && rest[0].shape == Shape::Upper;
        let known = lexicon().known(&self.key(first, last)).is_some();
        known || abbreviation || (!headed && rest.iter().all(|unit| self.vocabulary.small(&unit.folded) == 0))
    }

    /// Where a title ends and a name begins: `Colonel | Ben Kessa`.
    fn title_in(&self, first: usize, last: usize) -> Option<(Span, usize)> {
        let units = &self.units[first..=last];
        let at = units.iter().rposition(|unit| unit.any(&TITLES) && unit.is_capital())?;
        let title = &units[at];
        // The middle initial of a name is no honorific.
        if at > 0 && title.initial && !units[at - 1].any(&TITLES) {
            return None;
        }
        if units[..at].iter().any(|unit| unit.is(Role::OrgHead) && !unit.any(&TITLES)) {
            return None;
        }
        let mut name = first + at + 1;
        let mut of = false;
        while name <= last {
            let unit = &self.units[name];
            if unit.shape == Shape::Lower && unit.any(&[Role::Of, Role::Article, Role::And]) {
                of = true;
            } else if !(of && unit.any(&[Role::Portfolio, Role::Nationality])) {
                break;
            }
            name += 1;
        }
        let begins = self.units.get(name).filter(|_| name <= last)?;
        if begins.any(&HEADS) && !begins.is(Role::GivenName) || (begins.is(Role::Portfolio) && name == last) {
            return None;
        }
        if of && !begins.is_capital() || (of && name == first + at + 2) {
            return None;
        }
        let start = units[..=at].iter().position(|unit| !unit.is(Role::Nationality)).unwrap_or(at);
        let span = Span::new(units[start].span.start, self.units[name - 1].span.end);
        Some((span, name))
    }

    /// "le ministre de la Défense Ben Kessa": the office's field stands before the name.
    fn portfolio_before(&self, first: usize, last: usize) -> Option<(Span, usize)> {
        let name = (first..=last).find(|at| {
            let unit = &self.units[*at];
            unit.is_capital() && !unit.is(Role::Portfolio)
        })?;
        if self.units[name].any(&HEADS) {
            return None;
        }
        let title = (first.saturating_sub(5)..first).rev().find(|at| self.units[*at].any(&TITLES))?;
        let between = &self.units[title + 1..first];
        let of = !between.is_empty() && between.iter().all(|unit| unit.glued && (unit.any(&[Role::Of, Role::Article, Role::Nationality, Role::Portfolio])));
        of.then(|| (Span::new(self.units[title].span.start, self.units[name - 1].span.end), name))
    }

    fn titled(&self, title: Span, name: usize, last: usize) -> Option<Candidate> {
        let mut made = self.made(name, last, Some(title))?;
        made.votes.add(EntityKind::Person, 9);
        Some(made)
    }

    /// Only words that say what something is, and not what it is called.
    fn is_no_name(&self, first: usize, last: usize) -> bool {
        let units = &self.units[first..=last];
        let tells = |unit: &Unit<'_>| {
            unit.is_capital()
                && !unit.any(&TITLES)
                && !unit.any(&HEADS)
                && !unit.any(&[Role::Portfolio, Role::Nationality, Role::Ordinary, Role::Stop, Role::Calendar, Role::Article, Role::Of, Role::PersonNoun])
        };
        if let [only] = units {
            let rare = self.vocabulary.small(&only.folded) <= 3 * self.vocabulary.capital(&only.folded);
            let place = self.is_place(first, last);
            return !(place && !only.is(Role::Nationality)) && !(tells(only) && rare) || only.initial && only.span.len() <= 2;
        }
        if units.iter().all(|unit| unit.any(&TITLES) || unit.is(Role::Ordinary) || !unit.is_capital()) {
            return true;
        }
        let named = units.iter().any(tells);
        let headed = units.iter().any(|unit| unit.any(&HEADS));
        let field = units.iter().any(|unit| unit.any(&[Role::Portfolio, Role::Nationality]));
        let title_only = units[0].any(&TITLES) && !headed;
        !(named || (headed && (field || units.len() > 1)) || self.is_place(first, last)) || title_only
    }

    /// A candidate with the votes of its own words and of those around it.
    pub(super) fn made(&self, first: usize, last: usize, title: Option<Span>) -> Option<Candidate> {
        let units = &self.units[first..=last];
        let span = Span::new(units[0].span.start, units[units.len() - 1].span.end);
        let text = self.text(span);
        let mut key = self.key(first, last);
        if key.is_empty() {
            return None;
        }
        let mut written = span;
        if let Some(article) = first.checked_sub(1).map(|at| &self.units[at]) {
            if article.is(Role::Article) && article.is_capital() && !article.opens && units[0].glued {
                written = Span::new(article.span.start, span.end);
            }
        }
        let heading = matches!(self.sentence.kind, BlockKind::Heading | BlockKind::Title);
        let mut candidate = Candidate {
            sentence: self.number,
            first: units[0].first,
            last: units[units.len() - 1].last,
            span: self.sentence.place(written),
            text: self.text(written).to_owned(),
            key: std::mem::take(&mut key),
            forms: Vec::new(),
            title: title.map(|span| self.text(span).to_owned()),
            votes: Votes::default(),
            doubtful: heading || self.shouting,
            abbreviation: units.len() == 1 && units[0].shape == Shape::Upper && text.chars().count() <= 12,
            country: None,
            list: 0,
        };
        if written != span {
            candidate.forms.push(text.to_owned());
        }
        cues::within(self, first, last, &mut candidate);
        cues::around(self, first, last, &mut candidate);
        Some(candidate)
    }
}

/// The country of an adjective, where it is of one only.
pub(super) fn one_country(adjective: &str) -> Option<String> {
    match countries().of_adjective(&adjective.replace('-', " ")) {
        [only] => Some(only.clone()),
        _ => None,
    }
}

impl Unit<'_> {
    pub(super) fn any(&self, roles: &[Role]) -> bool {
        self.roles.any(roles)
    }
}
