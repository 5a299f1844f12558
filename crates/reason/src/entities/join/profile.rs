use crate::entities::definitions::is_abbreviation;
use crate::entities::find::HEADS;
use crate::entities::lexicon::{Role, lexicon};
use crate::entities::states::country_code;
use crate::entities::{Entity, EntityKind};
use crate::text::{fingerprint, fold_words};

/// What an entity is compared by.
#[derive(Debug)]
pub(super) struct Profile {
    pub kind: EntityKind,
    /// Fingerprints of the names that make two entities one.
    pub keys: Vec<u64>,
    /// Folded names of two words and more, or a single word that is no abbreviation.
    pub full: Vec<String>,
    /// Of a company: names without their legal form, and the form.
    pub trade_names: Vec<(String, String)>,
    /// Parties that everybody in the field knows by a name of it, and the folded name.
    pub known: Vec<(usize, String)>,
    /// As written, without full stops.
    pub abbreviations: Vec<String>,
    /// Folded ranks and offices.
    pub titles: Vec<String>,
    /// The one country whose adjective a name holds.
    country: Option<String>,
}

impl Profile {
    pub(super) fn of(entity: &Entity) -> Self {
        let mut made = Self {
            kind: entity.kind,
            keys: Vec::new(),
            full: Vec::new(),
            trade_names: Vec::new(),
            known: Vec::new(),
            abbreviations: Vec::new(),
            titles: entity.titles.iter().map(|title| fold_words(title)).collect(),
            country: None,
        };
        // "Colonel Kessoura" is a surname: many may bear rank and name.
        let ranked = |name: &String| entity.titles.iter().any(|title| name.starts_with(title.as_str()));
        for name in entity.names.iter().filter(|name| !ranked(name)) {
            made.take(name);
        }
        if entity.kind == EntityKind::Place
            && let [only] = &entity.candidates[..]
        {
            made.keys.push(fingerprint(only));
        }
        made
    }

    fn take(&mut self, name: &str) {
        let folded = fold_words(name);
        let short = is_abbreviation(name);
        if short && !matches!(self.kind, EntityKind::Place | EntityKind::Person) {
            self.abbreviations.push(name.replace('.', ""));
        }
        if let Some(known) = lexicon().known(&folded).filter(|known| !known.capitals || short) {
            self.keys.push(fingerprint(&format!("known:{}", known.party)));
            self.known.push((known.party, folded.clone()));
        }
        let words = folded.split(' ').count();
        let whole = words > 1 || (!short && self.kind != EntityKind::Person);
        if whole {
            if !is_general(&folded) {
                self.keys.push(fingerprint(&folded));
            }
            if self.kind == EntityKind::Company {
                self.trade_names.extend(trade_name(&folded));
            }
            if self.country.is_none() && self.kind != EntityKind::Person {
                self.country = folded.split(' ').find_map(country_code);
            }
            self.full.push(folded);
        }
    }

    /// The kind that names are compared within: whether a group bears arms, not every document tells.
    pub(super) const fn class(&self) -> EntityKind {
        match self.kind {
            EntityKind::ArmedGroup => EntityKind::Organization,
            kind => kind,
        }
    }

    /// Whether a name in full is known.
    pub(super) fn is_full(&self) -> bool {
        self.full.iter().any(|name| name.contains(' '))
    }

    /// Whether no full name of both contradicts: one continues the other, or both are of one country.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        if !self.is_full() || !other.is_full() {
            return true;
        }
        if self.country.is_some() && self.country == other.country {
            return true;
        }
        let agree = |mine: &str, theirs: &str| {
            continues(mine, theirs) || continues(theirs, mine) || are_cognate(mine, theirs)
        };
        self.full.iter().any(|mine| other.full.iter().any(|theirs| agree(mine, theirs)))
    }
}

/// Words in two languages that begin alike by so many letters are one, such as "défense" and "defence".
const COGNATE: usize = 3;

/// Whether half of the words that matter are the same in both names, as in a name and its translation. Asked only of names
/// with one abbreviation.
fn are_cognate(one: &str, other: &str) -> bool {
    let content = |name: &str| {
        name.split(' ').filter(|word| word.len() > COGNATE).map(str::to_owned).collect::<Vec<_>>()
    };
    let (one, other) = (content(one), content(other));
    let alike =
        |a: &String, b: &String| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count() >= COGNATE;
    let shared = one.iter().filter(|a| other.iter().any(|b| alike(a, b))).count();
    shared >= 2 && shared * 2 >= one.len().min(other.len())
}

/// "ministry of defence", "national guard": every state has one.
pub(super) fn is_general(folded: &str) -> bool {
    let roles = [
        Role::Portfolio,
        Role::Ministry,
        Role::Of,
        Role::Article,
        Role::And,
        Role::NameAdjective,
        Role::Ordinary,
        Role::Government,
        Role::Military,
    ];
    let of_a_state = [Role::Ministry, Role::ArmedHead, Role::Military];
    folded.split(' ').any(|word| lexicon().roles(word).any(&of_a_state))
        && folded.split(' ').all(|word| {
            let known = lexicon().roles(word);
            known.any(&HEADS) || known.any(&roles)
        })
}

/// A company's name without its legal form, and the form; an empty one where it has none.
fn trade_name(folded: &str) -> Option<(String, String)> {
    let form = folded.rsplit(' ').next().filter(|last| {
        let roles = lexicon().roles(last);
        roles.any(&[Role::CompanyForm, Role::CompanyCapitals]) && !roles.has(Role::GenericHead)
    });
    let Some(form) = form else { return Some((folded.to_owned(), String::new())) };
    let name = folded.strip_suffix(form)?.trim_end();
    (!name.is_empty()).then(|| (name.to_owned(), form.to_owned()))
}

/// Whether a name is another with words behind it.
pub(super) fn continues(long: &str, short: &str) -> bool {
    long == short
        || (short.contains(' ') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ')))
}
