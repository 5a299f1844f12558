//! E01: one person, group or place spelled in several ways.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;

use crate::entities::{Entity, EntityKind, Mention};
use crate::text::{fold_words, straight};

use super::corpus::Corpus;
use super::named::{Named, times};
use super::spelling::distance;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::E01,
    why: "A name under two spellings looks like two parties: searches, screenings and the reader's count all go wrong.",
    wrong: &[Typed::report(
        "Colonel Moussa Kessoura signed for the ministry.\n\n\
             In June, Moussa Kesoura denied that he had signed.\n",
    )],
    right: &[Typed::report(
        "Colonel Moussa Kessoura signed for the ministry.\n\n\
             In June, Moussa Kessoura denied that he had signed.\n",
    )],
    silence: "when these are two people, groups or places",
    run: |corpus: &Corpus<'_>| {
        corpus.readings.iter().flat_map(|reading| check(&Named::of(reading))).collect()
    },
};

/// A word or spelling that more names share tells nothing, and comparing them all would take long.
const MOST_SHARING: usize = 60;
/// Shorter words are one letter apart by chance.
const SHORTEST_WORD: usize = 5;
/// In words of so many letters two slips are still slips.
const LONG_WORD: usize = 8;

fn check(named: &Named<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (entity, of) in named.entities() {
        found.extend(within(named, entity, of));
    }
    let entities = &named.reading.analysis.entities;
    let names: Vec<String> = entities.iter().map(|entity| fold_words(&entity.caption)).collect();
    for (one, other) in candidates(named, &names) {
        let told_apart = || are_told_apart(&entities[one], &entities[other]);
        if is_one_slip(&names[one], &names[other]) && !told_apart() {
            let kind = entities[one].kind;
            let spellings = [one, other]
                .map(|entity| (entities[entity].caption.as_str(), named.mentions(entity).to_vec()));
            found.extend(told(named, kind, &spellings));
        }
    }
    found
}

/// One entity whose name is written with other letters, accents or hyphens here and there.
fn within<'a>(named: &Named<'_, 'a>, entity: usize, of: &Entity) -> Option<Diagnostic> {
    let mentions = named.mentions(entity);
    // Most names are written in one way only.
    let first = named.text(mentions.first()?);
    if mentions.iter().all(|mention| named.text(mention) == first) {
        return None;
    }
    let mut forms: HashMap<String, BTreeMap<String, Vec<&'a Mention>>> = HashMap::new();
    let mut folded: HashMap<&str, (String, String)> = HashMap::new();
    for mention in mentions.iter().copied() {
        let text = named.text(mention);
        if text.contains(char::is_lowercase) && !text.contains('.') {
            let (name, spelled) =
                folded.entry(text).or_insert_with(|| (fold_words(text).replace(' ', ""), plain(text)));
            let spellings = forms.entry(name.clone()).or_default();
            spellings.entry(spelled.clone()).or_default().push(mention);
        }
    }
    let mut several: Vec<_> = forms.into_values().filter(|spellings| spellings.len() > 1).collect();
    several.sort_by_key(|spellings| spellings.values().map(|mentions| mentions[0].span.start).min());
    let spellings: Vec<(&str, Vec<&Mention>)> =
        several.first()?.values().map(|mentions| (named.text(mentions[0]), mentions.clone())).collect();
    told(named, of.kind, &spellings)
}

/// Without what is no spelling: case, kinds of apostrophes and hyphens, composed or decomposed accents, the article.
fn plain(name: &str) -> String {
    let plain: String = name.nfc().map(straight).flat_map(char::to_lowercase).collect();
    plain.strip_prefix("the ").map_or(plain.clone(), str::to_owned)
}

/// Pairs of one kind that share a word or, of one word each, their first letters.
fn candidates(named: &Named<'_, '_>, names: &[String]) -> BTreeSet<(usize, usize)> {
    let mut sharing: HashMap<(EntityKind, String), Vec<usize>> = HashMap::new();
    for (entity, of) in named.entities().filter(|(_, of)| of.kind != EntityKind::Other) {
        let name = &names[entity];
        let keys: BTreeSet<String> = match name.split_once(' ') {
            Some(_) => name.split(' ').filter(|word| word.len() > 2).map(str::to_owned).collect(),
            None if of.kind == EntityKind::Place => BTreeSet::from([name.chars().take(3).collect()]),
            None => BTreeSet::new(),
        };
        for key in keys {
            sharing.entry((of.kind, key)).or_default().push(entity);
        }
    }
    let mut pairs = BTreeSet::new();
    for sharing in sharing.into_values().filter(|sharing| sharing.len() <= MOST_SHARING) {
        for (index, one) in sharing.iter().enumerate() {
            pairs.extend(sharing[index + 1..].iter().map(|other| (*one, *other)));
        }
    }
    pairs
}

/// Titles that contradict, and two places that the gazetteer knows, are two.
fn are_told_apart(one: &Entity, other: &Entity) -> bool {
    if !one.candidates.is_empty() && !other.candidates.is_empty() {
        return true;
    }
    if one.titles.is_empty() || other.titles.is_empty() {
        return false;
    }
    let titles =
        |entity: &Entity| entity.titles.iter().map(|title| fold_words(title)).collect::<BTreeSet<_>>();
    titles(one).is_disjoint(&titles(other))
}

/// All words the same but one, and that one a slip.
fn is_one_slip(one: &str, other: &str) -> bool {
    if one.split(' ').count() != other.split(' ').count() {
        return false;
    }
    let mut differing = one.split(' ').zip(other.split(' ')).filter(|(x, y)| x != y);
    match (differing.next(), differing.next()) {
        (Some((x, y)), None) => is_slip(x, y),
        _ => false,
    }
}

fn is_slip(x: &str, y: &str) -> bool {
    let shorter = x.chars().count().min(y.chars().count());
    let numbered = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let grammatical = ["s", "e", "es", "n", "ne", "an"]
        .iter()
        .any(|ending| x.strip_suffix(ending) == Some(y) || y.strip_suffix(ending) == Some(x));
    if shorter < SHORTEST_WORD || numbered(x) || numbered(y) || grammatical {
        return false;
    }
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let limit = if shorter >= LONG_WORD || letters(x) == letters(y) { 2 } else { 1 };
    x.chars().next() == y.chars().next() && distance(x, y, limit).is_some()
}

fn told(named: &Named<'_, '_>, kind: EntityKind, spellings: &[(&str, Vec<&Mention>)]) -> Option<Diagnostic> {
    let mut spellings = spellings.to_vec();
    spellings.retain(|(_, mentions)| !mentions.is_empty());
    spellings.sort_by_key(|(_, mentions)| mentions[0].span.start);
    if spellings.len() < 2 {
        return None;
    }
    let what = match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organisation",
        EntityKind::ArmedGroup => "group",
        EntityKind::Company => "company",
        EntityKind::Place => "place",
        EntityKind::Other => "name",
    };
    let forms: Vec<String> =
        spellings.iter().map(|(form, mentions)| format!("“{form}” ({})", times(mentions.len()))).collect();
    let message =
        format!("One {what} is spelled in {} ways: {}.", forms.len(), super::wording::listed(&forms));
    let places = spellings.iter().map(|(form, mentions)| named.place(mentions[0], format!("“{form}”")));
    Some(
        Diagnostic::new(
            Code::E01,
            message,
            "Look the name up and write it in one way; if these are two, leave it.",
        )
        .at_each(places),
    )
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(body: &[&str], expected: &[(&str, &[&str])]) {
        check(&RULE, &Report { body, notes: &[] }, expected);
    }

    #[test]
    fn a_name_is_written_in_one_way() {
        reports(
            &[
                "Colonel Moussa Kessoura signed for the ministry.",
                "Later, Moussa Kesoura denied that he had signed.",
            ],
            &[(
                "One person is spelled in 2 ways: “Moussa Kessoura” (once) and “Moussa Kesoura” (once).",
                &["Moussa Kessoura", "Moussa Kesoura"],
            )],
        );
        reports(
            &["They fled the village of Kessaré in May.", "The village of Kessare was empty by June."],
            &[(
                "One place is spelled in 2 ways: “Kessaré” (once) and “Kessare” (once).",
                &["Kessaré", "Kessare"],
            )],
        );
        reports(
            &["Le village de Tinkessaoua a été brûlé.", "Les habitants du village de Tinkesaoua ont fui."],
            &[(
                "One place is spelled in 2 ways: “Tinkessaoua” (once) and “Tinkesaoua” (once).",
                &["Tinkessaoua", "Tinkesaoua"],
            )],
        );
    }

    #[test]
    fn two_parties_may_have_like_names() {
        for body in [
            &["Colonel Moussa Kessoura signed.", "Major Moussa Kesoura denied it."][..],
            &["Moussa Kessoura signed.", "Awa Kessoura denied it."],
            &["They fled the village of Kessa.", "They reached the village of Kassa."],
            &["The 33rd Regiment left.", "The 34th Regiment stayed."],
            &["They fled In'Kessa.", "They reached In’Kessa."],
            &["KESSARÉ BURNS", "They fled the village of Kessaré."],
        ] {
            reports(body, &[]);
        }
    }
}
