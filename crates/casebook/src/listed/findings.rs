//! What E06 is told: who of a document's entities is listed on its day, and who is said to be and is not.

use names::history::{Day, Standing};
use names::index::Entry;
use names::matching::Says;
use names::screening::{Answer, Screening};
use reason::Source;
use reason::checks::{Diagnostic, check_listings, order, report_date};
use reason::designations::Designation;
use reason::entities::EntityRef;
use reason::listings::{Agreement, Listed, Listings, Unlisted};

use super::Sanctioned;
use super::parties::{matches, party_of};
use crate::Loaded;
use crate::export::diagnostic_ids;
use crate::ledger::Verdict;
use crate::register::{ListSet, Ruling, Rulings, SetBytes, State};

/// Alike enough to be read by a lawyer. Below, E06 says nothing; `scan` shows more.
const CUTOFF: f64 = 0.8;
/// From this score on a name is the same, but for how it is spelled.
const SAME: f64 = 0.95;

/// A party of a document of which E06 is silent, since somebody decided that it is not the one who is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared {
    /// As the document names it.
    pub name: String,
    /// The entry, to be shown.
    pub entry: String,
    /// The decision.
    pub ruling: Ruling,
}

/// Runs E06 over documents and adds what it finds, in its place: by the day of each document, where it says one, else by the latest
/// snapshots; by `day` where one is given. Returns whom it is silent of, by whose decision.
pub fn add(loaded: &mut Loaded, set: &ListSet, rulings: &Rulings, day: Option<Day>) -> Vec<Cleared> {
    let sources = loaded.sources();
    let (listings, cleared) = listings(&sources, set, rulings, day);
    let found = check_listings(&sources, &loaded.conclusions, &listings);
    let known: Vec<String> = diagnostic_ids(loaded).collect();
    let mut all: Vec<(Diagnostic, String)> =
        std::mem::take(&mut loaded.diagnostics).into_iter().zip(known).collect();
    // The ids of what the documents alone show stay as they are without lists.
    for (number, diagnostic) in found.into_iter().enumerate() {
        let place = diagnostic.places.first().and_then(|place| loaded.exhibit(place.document));
        let prefix = place.map_or_else(|| "case".to_owned(), |exhibit| exhibit.sha256.short());
        all.push((diagnostic, format!("{prefix}-l{number}")));
    }
    all.sort_by_key(|(diagnostic, _)| order(diagnostic));
    (loaded.diagnostics, loaded.diagnostic_ids) = all.into_iter().unzip();
    cleared
}

/// What lists say of those whom documents name, and who was cleared.
fn listings(
    sources: &[Source<'_>],
    set: &ListSet,
    rulings: &Rulings,
    day: Option<Day>,
) -> (Listings, Vec<Cleared>) {
    let (mut listings, mut cleared) = (Listings::default(), Vec::<Cleared>::new());
    let sanctioned = Sanctioned::default();
    for (document, source) in sources.iter().enumerate() {
        let day = day.or_else(|| day_of(source));
        let screening = set.screening(day, &[]);
        let reading = Reading { document, source, screening: &screening, rulings, sanctioned: &sanctioned };
        listings.listed.extend(reading.listed(&mut cleared));
        listings.unlisted.extend(reading.unlisted());
    }
    (listings, cleared)
}

/// By which name and how much an entry is alike, where that is not plain: `, as “The Miller”, score 0.87`.
fn likeness(answer: &Answer<'_>) -> String {
    let name = answer.hit.name.map(|name| name.text()).filter(|name| *name != answer.record.shown());
    let name = name.map(|name| format!(", as “{name}”")).unwrap_or_default();
    match answer.hit.comparison.score {
        score if score < SAME => format!("{name}, score {score:.2}"),
        _ => name,
    }
}

/// A decision once, however often somebody is named.
fn tell(cleared: &mut Vec<Cleared>, one: Cleared) {
    if cleared.iter().all(|known| known.ruling.act != one.ruling.act) {
        cleared.push(one);
    }
}

/// The day of a report; `None` where it gives only a month.
fn day_of(source: &Source<'_>) -> Option<Day> {
    let date = report_date(source)?;
    Day::new(u16::try_from(date.year?).ok()?, date.month?, date.day?)
}

struct Reading<'r, 'a> {
    document: usize,
    source: &'r Source<'r>,
    screening: &'r Screening<'a, SetBytes>,
    rulings: &'r Rulings,
    sanctioned: &'r Sanctioned,
}

impl Reading<'_, '_> {
    fn listed(&self, cleared: &mut Vec<Cleared>) -> Vec<Listed> {
        let entities = self.source.analysis.entities.iter().enumerate();
        entities
            .filter_map(|(entity, of)| self.of_entity(entity, &party_of(of.kind, &of.names)?, cleared))
            .collect()
    }

    /// The best entry that nobody cleared; those before it that somebody did are told.
    fn of_entity(&self, entity: usize, party: &names::Party, cleared: &mut Vec<Cleared>) -> Option<Listed> {
        let found = matches(self.screening, party, CUTOFF, &|entry| self.sanctioned.has(entry));
        for answer in found.iter().filter(|answer| answer.standing == Standing::Listed) {
            let entry = format!("{} ({}:{})", answer.record.shown(), answer.list, answer.record.id);
            let reopened = match self.ruling(party, answer) {
                Some((ruling, State::Holds)) => {
                    let name = party.names.first().map_or_else(String::new, |name| name.text.clone());
                    tell(cleared, Cleared { name, entry, ruling: ruling.clone() });
                    continue;
                }
                Some((_, State::Reopened { .. })) => "; it was cleared, and the entry changed since",
                None => "",
            };
            return Some(Listed {
                of: EntityRef { document: self.document, entity },
                agreement: match answer.hit.comparison.says {
                    Says::SameParty => Agreement::Party,
                    _ if answer.hit.comparison.score >= SAME => Agreement::Name,
                    _ => Agreement::LikeName,
                },
                entry: format!("{entry}{}{reopened}", likeness(answer)),
                on: self.on(),
            });
        }
        None
    }

    /// What was decided about a party and an entry, where it was cleared.
    fn ruling(&self, party: &names::Party, answer: &Answer<'_>) -> Option<(&Ruling, State)> {
        let names: Vec<&str> = party.names.iter().map(|name| &*name.text).collect();
        let decided = self.rulings.of_names(party.kind, &names, answer.list, &answer.record);
        decided.filter(|(ruling, _)| ruling.ruled.verdict == Verdict::Clear)
    }

    /// `on 2024-05-03`, or of the latest snapshots.
    fn on(&self) -> String {
        self.screening.day().map_or_else(|| "as of its latest snapshot".to_owned(), |day| format!("on {day}"))
    }

    fn unlisted(&self) -> Vec<Unlisted> {
        let acts = self.source.analysis.designations.iter().enumerate();
        acts.filter_map(|(designation, act)| self.contrary(designation, act)).collect()
    }

    /// A statement that somebody is listed, where the lists of that authority cover the day and have nobody of that name.
    fn contrary(&self, designation: usize, act: &Designation) -> Option<Unlisted> {
        let authority = Authority::of(self.source.document.quote(act.authority?))?;
        let party = self.target(act)?;
        let lists: Vec<&str> = self
            .screening
            .searched()
            .filter(|list| Authority::of_list(&list.list) == Some(authority))
            .map(|list| &*list.list)
            .collect();
        let covered = self.screening.searched().filter(|list| lists.contains(&&*list.list)).all(|list| {
            self.screening.day().is_none_or(|day| match list.snapshots[..] {
                [one] => one == day,
                [first, last] => first <= day && day <= last,
                _ => false,
            })
        });
        if lists.is_empty() || !covered {
            return None;
        }
        // What is listed under a name that is only nearly the same is no contradiction.
        let among = |entry: Entry<'_>| entry.source().is_some_and(|source| lists.contains(&&*source.list));
        let found = self.screening.ask_among(&party, 0.6, usize::MAX, &among);
        let may_be_listed = found.iter().any(|answer| answer.standing != Standing::NotListed);
        (!may_be_listed).then(|| Unlisted {
            document: self.document,
            designation,
            lists: lists.join(" and "),
            on: self.on(),
        })
    }

    fn target(&self, act: &Designation) -> Option<names::Party> {
        let analysis = self.source.analysis;
        let mention = analysis.mentions.iter().find(|mention| mention.span.overlaps(act.target))?;
        let entity = analysis.entities.get(mention.entity)?;
        party_of(entity.kind, &entity.names)
    }
}

/// Who keeps a list, as reports and lists are named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Authority {
    UnitedStates,
    EuropeanUnion,
    UnitedNations,
    UnitedKingdom,
    Canada,
    Switzerland,
}

impl Authority {
    /// Whom a report means: the first that its words hold.
    fn of(words: &str) -> Option<Self> {
        const WORDS: [(&str, Authority); 26] = [
            ("united nations", Authority::UnitedNations),
            ("un security council", Authority::UnitedNations),
            ("security council", Authority::UnitedNations),
            ("nations unies", Authority::UnitedNations),
            ("onu", Authority::UnitedNations),
            ("european union", Authority::EuropeanUnion),
            ("eu council", Authority::EuropeanUnion),
            ("union europeenne", Authority::EuropeanUnion),
            ("ue", Authority::EuropeanUnion),
            ("eu", Authority::EuropeanUnion),
            ("united kingdom", Authority::UnitedKingdom),
            ("ofsi", Authority::UnitedKingdom),
            ("uk", Authority::UnitedKingdom),
            ("britain", Authority::UnitedKingdom),
            ("canada", Authority::Canada),
            ("switzerland", Authority::Switzerland),
            ("seco", Authority::Switzerland),
            ("office of foreign assets control", Authority::UnitedStates),
            ("ofac", Authority::UnitedStates),
            ("us treasury", Authority::UnitedStates),
            ("u s treasury", Authority::UnitedStates),
            ("united states", Authority::UnitedStates),
            ("etats unis", Authority::UnitedStates),
            ("washington", Authority::UnitedStates),
            ("us", Authority::UnitedStates),
            ("un", Authority::UnitedNations),
        ];
        let folded = format!(" {} ", reason::text::fold_words(words));
        WORDS.into_iter().find(|(says, _)| folded.contains(&format!(" {says} "))).map(|(_, of)| of)
    }

    /// Whose a list is, by the name that it has in the register.
    fn of_list(name: &str) -> Option<Self> {
        name.split('-').find_map(|word| {
            Some(match word {
                "ofac" | "us" | "sdn" => Self::UnitedStates,
                "eu" => Self::EuropeanUnion,
                "un" => Self::UnitedNations,
                "uk" | "gb" | "ofsi" => Self::UnitedKingdom,
                "canada" | "ca" => Self::Canada,
                "switzerland" | "seco" | "ch" => Self::Switzerland,
                _ => return None,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities_are_told_by_their_words() {
        for (words, expected) in [
            ("the US Treasury", Some(Authority::UnitedStates)),
            ("OFAC", Some(Authority::UnitedStates)),
            ("the U.S. Treasury Department", Some(Authority::UnitedStates)),
            ("the UN Security Council", Some(Authority::UnitedNations)),
            ("l’Union européenne", Some(Authority::EuropeanUnion)),
            ("the Council of the EU", Some(Authority::EuropeanUnion)),
            ("the ministry", None),
        ] {
            assert_eq!(Authority::of(words), expected, "{words}");
        }
        assert_eq!(Authority::of_list("uk-ofsi"), Some(Authority::UnitedKingdom));
        assert_eq!(Authority::of_list("entities"), None);
    }
}
