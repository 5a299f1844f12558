//! How far a name reaches: over capitals, numbers, and the small words that names hold.

use super::find::{Finder, HEADS, TITLES};
use super::lexicon::Role;
use super::units::{Shape, Unit};

/// Small words that stand between two parts of a name: no more than "pour la" or "de l'" at once.
const MOST_JOINERS: usize = 3;
/// No name has more words; a longer run of capitals is a heading or a list.
const LONGEST_NAME: usize = 16;
/// Behind the comma of a list of fields: "and Water Office".
const LONGEST_LIST: usize = 3;
/// Between the number of a unit and its noun stand no more words: "13th Kessan river assault unit".
const UNIT_WORDS: usize = 4;

impl Finder<'_> {
    /// "13th assault unit", "33e régiment": a number that begins the name of a unit.
    pub(super) fn is_unit_number(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let text = self.text(unit.span);
        unit.shape == Shape::Number
            && text.ends_with(char::is_alphabetic)
            && text.len() <= 6
            && self.unit_noun(at).is_some()
    }

    fn unit_noun(&self, at: usize) -> Option<usize> {
        let ahead = self.units[at + 1..].iter().take(UNIT_WORDS);
        let words =
            ahead.take_while(|next| next.glued && !next.any(&[Role::Of, Role::And])).collect::<Vec<_>>();
        words.iter().position(|next| next.is(Role::UnitNoun)).map(|noun| at + 1 + noun)
    }

    /// "le ministère de la Défense", "the ministry of mines": in small letters, and yet a name.
    pub(super) fn is_ministry(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let mut next = self.units[at + 1..].iter().take_while(|next| next.glued);
        unit.is(Role::Ministry)
            && next
                .find(|next| !next.any(&[Role::NameAdjective, Role::Nationality]))
                .is_some_and(|next| next.is(Role::Of))
            && next
                .find(|next| !next.any(&[Role::Of, Role::Article]))
                .is_some_and(|next| next.is(Role::Portfolio))
    }

    /// The last unit of the name that begins here.
    pub(super) fn grow(&self, at: usize) -> usize {
        let mut last = at;
        if self.units[at].shape == Shape::Number {
            last = self.unit_noun(at).unwrap_or(at);
            last = self.arm(last).unwrap_or(last);
        }
        while last - at < LONGEST_NAME {
            match self.next(at, last) {
                Some(next) => last = next,
                None => break,
            }
        }
        last
    }

    /// "bataillon d'infanterie": the arm of a numbered unit.
    fn arm(&self, noun: usize) -> Option<usize> {
        let (of, arm) = (self.units.get(noun + 1)?, self.units.get(noun + 2)?);
        (of.glued
            && of.is(Role::Of)
            && of.folded.starts_with('d')
            && arm.glued
            && arm.shape == Shape::Lower
            && !arm.any(&[Role::Article, Role::Stop]))
        .then_some(noun + 2)
    }

    /// The unit that carries the name on.
    fn next(&self, first: usize, last: usize) -> Option<usize> {
        let here = &self.units[last];
        let next = self.units.get(last + 1)?;
        if here.possessive && !here.is(Role::PossessiveName) {
            // "Kess's Bazaar" as the gazetteer has it.
            let place = next.glued && next.is_capital() && self.is_place(first, last + 1);
            return place.then_some(last + 1);
        }
        if !next.glued {
            return (self.ampersand(last) || self.lists_fields(first, last)).then_some(last + 1);
        }
        let headed = self.units[first..=last].iter().any(|unit| unit.any(&HEADS));
        if next.is(Role::CompanySmall) && here.is_capital() {
            return Some(last + 1);
        }
        if next.is_capital() {
            let small = next.is(Role::Stop)
                && next.shape != Shape::Upper
                && !next.is(Role::CompanyWord)
                && !(next.initial && here.is_capital());
            let named = next.is(Role::Calendar) && self.is_surname(first, last + 1);
            return (named || !(next.is(Role::Calendar) || small) || self.joins_in_capitals(last + 1))
                .then_some(last + 1);
        }
        if next.shape == Shape::Number {
            return here.any(&[Role::UnitNoun, Role::OtherHead]).then_some(last + 1);
        }
        let adjective = next.is(Role::NameAdjective) || (next.is(Role::Nationality) && headed);
        let behind_name = headed || (first > 0 && self.is_capital_article(first - 1));
        if behind_name
            && adjective
            && (here.is_capital() || here.any(&[Role::NameAdjective, Role::Nationality, Role::Ministry]))
        {
            return Some(last + 1);
        }
        self.over_joiners(first, last, headed)
    }

    /// "Theresa May": behind a given name alone, and before no day.
    fn is_surname(&self, first: usize, month: usize) -> bool {
        let day = self.units.get(month + 1).is_some_and(|next| next.glued && next.shape == Shape::Number);
        first + 1 == month && self.units[first].is(Role::GivenName) && !day
    }

    /// "Julio Kessa": a month of some language that is a given name before a surname, and behind no preposition or day.
    pub(super) fn is_given_month(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let before = at.checked_sub(1).map(|at| &self.units[at]).filter(|_| unit.glued);
        let dated = before.is_some_and(|unit| {
            unit.shape == Shape::Number
                || unit.any(&[Role::In, Role::Of, Role::Toward, Role::PlacePreposition])
        });
        let next = self.units.get(at + 1).filter(|next| next.glued && next.shape == Shape::Capital);
        unit.is(Role::GivenName)
            && !dated
            && next.is_some_and(|next| !next.any(&[Role::Calendar, Role::Stop]))
    }

    /// "Le" within a sentence begins the name of a newspaper.
    fn is_capital_article(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.is(Role::Article)
            && unit.is_capital()
            && !unit.opens
            && self.units.get(at + 1).is_some_and(|next| next.glued)
    }

    /// "MINISTÈRE DE LA DÉFENSE": joiners in capitals.
    fn joins_in_capitals(&self, at: usize) -> bool {
        self.units[at].any(&[Role::Of, Role::Article, Role::Particle]) && self.units[at].shape == Shape::Upper
    }

    fn ampersand(&self, last: usize) -> bool {
        let (here, next) = (&self.units[last], &self.units[last + 1]);
        next.first == here.last + 2 && self.sentence.tokens[here.last + 1].is('&') && next.is_capital()
    }

    /// "Ministry of Mines, Energy and Water", "Foreign, Kessan and Development Office": a list of fields that goes on behind a comma.
    fn lists_fields(&self, first: usize, last: usize) -> bool {
        let (here, next) = (&self.units[last], &self.units[last + 1]);
        let field = |unit: &Unit<'_>| unit.is_capital() && unit.is(Role::Portfolio);
        let listed = next.first == here.last + 2
            && self.sentence.tokens[here.last + 1].is(',')
            && field(here)
            && field(next);
        if !listed {
            return false;
        }
        let left = &self.units[first..=last];
        let inside = left[0].any(&HEADS) && left.iter().any(|unit| unit.is(Role::Of));
        let fields = left.iter().all(field);
        let mut ahead = self.units[last + 2..].iter().take(LONGEST_LIST).take_while(|unit| unit.glued);
        if !ahead.next().is_some_and(|unit| unit.is(Role::And)) || !ahead.next().is_some_and(field) {
            return false;
        }
        inside || fields && ahead.next().is_some_and(|unit| unit.is_capital() && unit.any(&HEADS))
    }

    fn over_joiners(&self, first: usize, last: usize, headed: bool) -> Option<usize> {
        let mut to = last + 1;
        while to <= last + MOST_JOINERS {
            let unit = self.units.get(to)?;
            if !unit.glued {
                return None;
            }
            if unit.shape != Shape::Lower || !unit.any(&[Role::Of, Role::Article, Role::Particle, Role::And])
            {
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
        let follows = right.is_capital()
            && (!right.is(Role::Stop) || right.shape == Shape::Upper)
            && !right.is(Role::Calendar);
        if (office || follows) && self.joins(first, last, joiners, to) {
            return Some(to);
        }
        self.small_complement(first, last, joiners, to).then_some(to)
    }

    /// "Comité des victimes", "Groupe d'experts": French goes on in small letters behind a capital that says what it is.
    fn small_complement(&self, first: usize, last: usize, joiners: &[Unit<'_>], to: usize) -> bool {
        // "Haut Commandement de la gendarmerie"
        let high = usize::from(first < last && self.units[first].is(Role::Ordinary));
        let head = &self.units[first + high];
        let only_head = self.units[first + high + 1..=last]
            .iter()
            .all(|unit| unit.any(&[Role::NameAdjective, Role::Nationality]));
        let right = &self.units[to];
        head.is_capital()
            && !head.opens
            && head.any(&[Role::OrgHead, Role::ArmedHead, Role::GenericHead])
            && !self.units.get(to + 1).is_some_and(|next| next.glued && next.is_capital())
            && only_head
            && matches!(&*joiners[0].folded, "des" | "du" | "de" | "d" | "pour" | "contre")
            && (joiners.len() > 1 || joiners[0].folded != "de")
            && joiners.iter().all(|unit| unit.any(&[Role::Of, Role::Article]))
            && right.shape == Shape::Lower
            && !right.any(&[Role::Stop, Role::Saying, Role::Calendar])
    }

    fn joins(&self, first: usize, last: usize, joiners: &[Unit<'_>], to: usize) -> bool {
        let left = &self.units[first..=last];
        let right = &self.units[to];
        let headed = left.iter().any(|unit| unit.any(&HEADS));
        if joiners.iter().any(|unit| unit.is(Role::And)) {
            return self.joins_by_and(left, to, headed) || self.is_motto(first, last, to);
        }
        if joiners.iter().all(|unit| unit.is(Role::Particle) && !unit.is(Role::Of) && !unit.is(Role::Article))
        {
            return headed || !self.is_place(first, last);
        }
        let given = left.iter().any(|unit| unit.is(Role::GivenName)) && !headed;
        if given {
            // "Charles de Gaulle", but not "Ivan of Kessa".
            return joiners.iter().all(|unit| unit.is(Role::Particle)) && !self.is_place(to, to);
        }
        if headed {
            return self.joins_head(left, joiners, to);
        }
        let end = &left[left.len() - 1];
        // "le quartier Dav de Kessa": the noun says that the name is a place within another.
        let nested = first > 0
            && left[0].glued
            && self.units[first - 1].any(&[Role::PlaceNoun, Role::Facility])
            && self.is_place(to, to);
        if nested {
            return false;
        }
        let title =
            left.iter().all(|unit| unit.any(&TITLES) || unit.any(&[Role::Portfolio, Role::Nationality]));
        let french = joiners[0].folded.starts_with('d') && joiners[0].is(Role::Of);
        if first > 0 && self.is_capital_article(first - 1) {
            return !right.any(&TITLES);
        }
        // "Ben al-Kess en Syrie": somebody in a place.
        let within = joiners.iter().any(|unit| matches!(&*unit.folded, "a" | "en" | "au" | "aux"));
        let somewhere = within && self.is_place(to, to);
        !title
            && !end.any(&[Role::Nationality, Role::Calendar, Role::Ordinary])
            && end.shape == Shape::Capital
            && !self.is_place(last, last)
            && !somewhere
            && self.known_at(first).is_none()
            && !right.any(&TITLES)
            && (left.len() > 1 || self.vocabulary.small(&end.folded) > 0 || french)
            && !end.opens
    }

    /// A name that says what it is takes its "of"; a company's legal form ends it, and "in" a town is none of it.
    fn joins_head(&self, left: &[Unit<'_>], joiners: &[Unit<'_>], to: usize) -> bool {
        let end = &left[left.len() - 1];
        if left.len() == 1 && end.opens && end.is(Role::PossessiveName) && self.may_be_person(to) {
            return false;
        }
        if left.len() > 1 && end.is(Role::CompanyForm) && !end.any(&[Role::OrgHead, Role::UnitNoun]) {
            return false;
        }
        // "11th Division of the Kessan Forces" are two.
        let article = joiners.iter().any(|unit| unit.is(Role::Article));
        if left[0].shape == Shape::Number && article && self.units[to].is_capital() {
            return false;
        }
        let about = joiners.iter().any(|unit| matches!(&*unit.folded, "on" | "sur"));
        let at_place = joiners.iter().any(|unit| matches!(&*unit.folded, "a" | "en" | "au" | "aux"));
        if about {
            return end.is(Role::OrgHead) || !self.is_place(to, to);
        }
        !at_place || !self.is_place(to, to)
    }

    /// "l'ONG Aide et Kessa", "the charity Hope and Light": one name behind a noun in the singular.
    fn is_motto(&self, first: usize, last: usize, to: usize) -> bool {
        let Some(noun) = first.checked_sub(1).map(|at| &self.units[at]) else { return false };
        let article = first.checked_sub(2).map(|at| &self.units[at]);
        let plural = article.is_none_or(|unit| matches!(&*unit.folded, "les" | "des" | "two" | "deux"));
        let (left, right) = (&self.units[first], &self.units[to]);
        let word = |unit: &Unit<'_>| unit.shape == Shape::Capital && !unit.any(&TITLES);
        let ends = self.units.get(to + 1).is_none_or(|next| !(next.glued && next.is_capital()));
        first == last
            && to == last + 2
            && left.glued
            && noun.is(Role::OrgNoun)
            && !noun.is(Role::OtherNoun)
            && !plural
            && word(left)
            && word(right)
            && ends
            && !self.is_place(first, first)
            && !self.is_place(to, to)
    }

    /// "Lawyers for Jonas Bell", not "Lawyers for Human Rights": two capitals that name no cause.
    fn may_be_person(&self, at: usize) -> bool {
        let cause = [Role::CivilField, Role::Portfolio, Role::Nationality];
        let name = self.units[at..].iter().take(2);
        name.len() == 2
            && self.units[at + 1].glued
            && name.clone().all(|unit| unit.is_capital() && !unit.any(&cause))
    }

    /// "Ministry of Energy and Mines", "Food and Agriculture Organization"; never two parties.
    fn joins_by_and(&self, left: &[Unit<'_>], to: usize, headed: bool) -> bool {
        let right = &self.units[to];
        let inside = left.iter().any(|unit| unit.shape == Shape::Lower && unit.is(Role::Of))
            || left.last().is_some_and(|unit| unit.is(Role::Portfolio));
        let fields = left.iter().all(|unit| unit.is(Role::Portfolio));
        let head_follows = self.units.get(to + 1).is_some_and(|next| next.glued && next.any(&HEADS));
        // A name in brackets is one: "(Group for the Support of Kessa and Riverbend, or GSK)".
        let bracketed =
            left[0].first.checked_sub(1).is_some_and(|before| self.sentence.tokens[before].is('('));
        let closes =
            self.sentence.tokens.get(right.last + 1).is_some_and(|token| token.is(',') || token.is(')'));
        let whole = bracketed && closes && right.is_capital() && headed && inside;
        whole || (right.is(Role::Portfolio) && ((headed && inside) || (fields && head_follows)))
    }
}
