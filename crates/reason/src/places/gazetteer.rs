use std::sync::OnceLock;

use crate::document::Span;
use crate::text::{Token, TokenKind, WordMap, fold_words};

use super::countries::countries;
use super::{lines, regions};

/// No name of a place that is looked for has more words.
const LONGEST: usize = 8;

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FeatureClass {
    /// A country.
    Country,
    /// A capital.
    Capital,
    /// A town, a village, a part of one.
    Town,
    /// A region, a province, a district.
    Region,
    /// A continent, a sea, a river, a range.
    Area,
    /// A mine, an airport, a base.
    Site,
}

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRecord {
    /// `geonames:2460596`, `iso:ML`, `region:sahel`, or what the user's file gives.
    pub id: Box<str>,
    /// The name that it goes by.
    pub name: Box<str>,
    /// ISO 3166, two letters; empty where it lies in several countries.
    pub country: Box<str>,
    /// First-level region, as GeoNames numbers it.
    pub admin1: Box<str>,
    /// What it is.
    pub class: FeatureClass,
    /// Degrees north and east, where known.
    pub position: Option<(f32, f32)>,
    /// Inhabitants, 0 where unknown.
    pub population: u32,
}

/// Names of places and what they may mean.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    records: Vec<PlaceRecord>,
    /// Fingerprint of a folded name, to the records that bear it. A name is not kept twice.
    by_name: WordMap<u64, Vec<u32>>,
}

/// A name of a place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceHit {
    /// Index of its first token.
    pub first: usize,
    /// Index of its last token.
    pub last: usize,
    /// In bytes of the text.
    pub span: Span,
}

impl Gazetteer {
    /// The small one that is built in: countries, capitals, larger towns, regions of the world.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static BUNDLED: OnceLock<Gazetteer> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            let mut all = Self::default();
            all.add_countries();
            all.add_lines(include_str!("../../knowledge/places.tsv"));
            all.add_exonyms();
            all.add_regions(include_str!("../../knowledge/regions.tsv"));
            all
        })
    }

    /// The bundled one and the user's own: lines of a GeoNames dump (19 columns) or of the short table (9 columns), in any
    /// mixture. Lines that are neither are passed over and counted.
    #[must_use]
    pub fn with(text: &str) -> (Self, usize) {
        let mut all = Self::bundled().clone();
        let unread = all.add_lines(text);
        (all, unread)
    }

    /// Every place that may be meant by a name, whatever its case, accents and hyphens.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<&PlaceRecord> {
        self.of_folded(&fold_words(name)).collect()
    }

    /// As [`Self::lookup`], of a name that [`fold_words`] made.
    pub fn of_folded(&self, folded: &str) -> impl Iterator<Item = &PlaceRecord> + use<'_> {
        let found = self.by_name.get(&key(folded)).map_or(&[][..], Vec::as_slice);
        found.iter().map(|index| &self.records[*index as usize])
    }

    /// The longest names of places in a text cut into tokens; each begins with a capital, none overlap.
    #[must_use]
    pub fn scan(&self, text: &str, tokens: &[Token]) -> Vec<PlaceHit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest_at(text, tokens, at) {
                Some(last) => {
                    let span = Span::new(tokens[at].span.start, tokens[last].span.end);
                    hits.push(PlaceHit { first: at, last, span });
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        hits
    }

    fn longest_at(&self, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
        let starts_name =
            |token: &Token| token.kind == TokenKind::Word && token.text(text).starts_with(char::is_uppercase);
        if !starts_name(&tokens[at]) {
            return None;
        }
        let mut folded = String::new();
        let mut best = None;
        let mut words = 0;
        for (last, token) in tokens.iter().enumerate().skip(at) {
            match token.kind {
                TokenKind::Word => words += 1,
                TokenKind::Mark('-' | '\'') => continue,
                TokenKind::Mark(_) | TokenKind::Number => break,
            }
            if words > LONGEST {
                break;
            }
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(&fold_words(token.text(text)));
            if self.by_name.contains_key(&key(&folded)) {
                best = Some(last);
            }
        }
        best
    }

    fn add_lines(&mut self, text: &str) -> usize {
        let mut unread = 0;
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            match lines::read(line) {
                Some((record, names)) => self.add(record, names),
                None => unread += 1,
            }
        }
        unread
    }

    fn add<'n>(&mut self, record: PlaceRecord, names: impl IntoIterator<Item = &'n str>) {
        let index = self.records.len() as u32;
        self.name(&record.name.clone(), index);
        self.records.push(record);
        for name in names {
            self.name(name, index);
        }
    }

    fn name(&mut self, name: &str, index: u32) {
        let folded = fold_words(name);
        if folded.is_empty() {
            return;
        }
        let known = self.by_name.entry(key(&folded)).or_default();
        if !known.contains(&index) {
            known.push(index);
        }
    }

    fn add_countries(&mut self) {
        let all = countries();
        for (code, names) in &all.names {
            let Some(first) = names.first() else { continue };
            let record = area(format!("iso:{code}"), first, code, FeatureClass::Country);
            self.add(record, names.iter().skip(1).map(String::as_str));
        }
        for name in &all.regions {
            if self.of_folded(&fold_words(name)).next().is_none() {
                let id = format!("region:{}", fold_words(name).replace(' ', "-"));
                self.add(area(id, name, "", FeatureClass::Area), []);
            }
        }
    }

    /// The program's own list. What the towns have already, of the same country, is not added again.
    fn add_regions(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some(named) = regions::read(line) else { continue };
            for name in named.all() {
                self.add_region(&named, &name);
            }
        }
    }

    fn add_region(&mut self, named: &regions::Named<'_>, name: &regions::Name<'_>) {
        let Some(first) = name.forms.first() else { return };
        let region = named.class == FeatureClass::Region;
        let of_country = |form: &&str| {
            let known = self.by_name.get(&key(&fold_words(form)))?;
            known.iter().copied().find(|index| *self.records[*index as usize].country == *named.country)
        };
        let town = name.forms.iter().find_map(of_country);
        if let (Some(index), false) = (town, region) {
            // Only its other spellings are new.
            return name.forms.iter().for_each(|form| self.name(form, index));
        }
        let bare = town.is_none() && !name.full_only;
        let full: Vec<String> = name.forms.iter().flat_map(|form| named.full_names(form)).collect();
        let kind = if region { "region" } else { "place" };
        let id = format!("{kind}:{}-{}", named.country, fold_words(first).replace(' ', "-"));
        let shown = if bare { (*first).to_owned() } else { full.first().cloned().unwrap_or_default() };
        let forms: &[&str] = if bare { &name.forms } else { &[] };
        let names = forms.iter().copied().chain(full.iter().map(String::as_str));
        self.add(area(id, &shown, named.country, named.class), names);
    }

    /// What other languages call a town is said of the largest of its name.
    fn add_exonyms(&mut self) {
        for (name, others) in &countries().exonyms {
            let found = self.by_name.get(&key(&fold_words(name))).map_or(&[][..], Vec::as_slice);
            let largest = found.iter().copied().max_by_key(|index| self.records[*index as usize].population);
            let Some(index) = largest else { continue };
            others.iter().for_each(|other| self.name(other, index));
        }
    }
}

fn area(id: String, name: &str, country: &str, class: FeatureClass) -> PlaceRecord {
    PlaceRecord {
        id: id.into(),
        name: name.into(),
        country: country.into(),
        admin1: "".into(),
        class,
        position: None,
        population: 0,
    }
}

fn key(folded: &str) -> u64 {
    crate::text::fingerprint(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[track_caller]
    fn check(name: &str, expected: &[&str]) {
        let found: Vec<_> = Gazetteer::bundled().lookup(name).iter().map(|record| &*record.id).collect();
        for id in expected {
            assert!(found.contains(id), "{name}: {found:?}");
        }
        assert_eq!(found.is_empty(), expected.is_empty(), "{name}: {found:?}");
    }

    #[test]
    fn names_are_found_whatever_their_accents_and_case() {
        check("Côte d’Ivoire", &["iso:CI"]);
        check("COTE D'IVOIRE", &["iso:CI"]);
        check("Ivory Coast", &["iso:CI"]);
        check("États-Unis", &["iso:US"]);
        check("U.S.", &["iso:US"]);
        check("RDC", &["iso:CD"]);
        check("West Africa", &["region:west-africa"]);
        check("N’Djaména", &["geonames:2427123"]);
        check("Riverbend Quay", &[]);
        check("Haut-Mbomou", &["region:CF-haut-mbomou"]);
        check("préfecture du Haut-Mbomou", &["region:CF-haut-mbomou"]);
        check("North Kivu", &["region:CD-nord-kivu"]);
        check("Cox’s Bazar", &["geonames:1336134"]);
    }

    #[test]
    fn a_region_that_bears_the_name_of_its_town_has_its_full_name_only() {
        check("Mopti", &["geonames:2453348"]);
        check("région de Mopti", &["region:ML-mopti"]);
        check("Kidal Region", &["region:ML-kidal"]);
        check("Kara Region", &["region:TG-kara"]);
    }

    #[test]
    fn several_candidates_stay_several() {
        assert!(Gazetteer::bundled().lookup("Niger").len() == 1);
        assert!(Gazetteer::bundled().lookup("Georgia").len() > 1);
    }

    #[test]
    fn the_users_own_lines_are_added() {
        let dump = "99\tKessa\tKessa\tKassa Ville,Quessa\t14.1\t-3.2\tP\tPPL\tML\t\t04\t\t\t\t1200\t\t280\tAfrica/Bamako\t2020-01-01";
        let (all, unread) = Gazetteer::with(&format!(
            "{dump}\nnot a line\nML\tUpper Kell\tKell-le-Haut\t04\tregion\t\t\t\tk1\n"
        ));
        assert_eq!(unread, 1);
        assert_eq!(&*all.lookup("Quessa")[0].id, "geonames:99");
        assert_eq!(all.lookup("Kell le Haut")[0].class, FeatureClass::Region);
        assert_eq!(&*all.lookup("Bamako")[0].country, "ML");
    }

    #[test]
    fn a_text_is_scanned_for_the_longest_names() {
        let text = "From Burkina Faso to the south of Saudi Arabia, not to a niger.";
        let hits: Vec<_> = Gazetteer::bundled()
            .scan(text, &tokens(text))
            .iter()
            .map(|hit| &text[hit.span.start..hit.span.end])
            .collect();
        assert_eq!(hits, ["Burkina Faso", "Saudi Arabia"]);
    }
}
