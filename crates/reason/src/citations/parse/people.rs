//! Who wrote it: names of people and bodies before a title.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, lexicon};
use crate::publishers::publishers;
use crate::text::fold;

/// Words of bodies; a name that holds one is no person's, and is not cut at "and".
const BODY_WORDS: [&str; 92] = [
    "office",
    "ministry",
    "minister",
    "ministere",
    "council",
    "conseil",
    "group",
    "groupe",
    "watch",
    "international",
    "center",
    "centre",
    "institute",
    "institut",
    "instituto",
    "commission",
    "committee",
    "comite",
    "department",
    "departement",
    "agency",
    "agence",
    "united",
    "nations",
    "unies",
    "union",
    "bank",
    "banque",
    "organization",
    "organisation",
    "association",
    "foundation",
    "fondation",
    "university",
    "universite",
    "press",
    "presse",
    "news",
    "times",
    "radio",
    "television",
    "tv",
    "government",
    "gouvernement",
    "court",
    "cour",
    "network",
    "reseau",
    "observatory",
    "observatoire",
    "project",
    "projet",
    "programme",
    "program",
    "mission",
    "force",
    "forces",
    "army",
    "armee",
    "republic",
    "republique",
    "presidency",
    "presidence",
    "secretariat",
    "assembly",
    "assemblee",
    "parliament",
    "federation",
    "company",
    "corporation",
    "ltd",
    "inc",
    "plc",
    "gmbh",
    "sa",
    "sarl",
    "society",
    "societe",
    "service",
    "services",
    "authority",
    "autorite",
    "panel",
    "board",
    "house",
    "senate",
    "coalition",
    "initiative",
    "alliance",
    "survey",
    "front",
    "mouvement",
];

/// Small words within names: `Joana de Deus Pereira`, `Ahmed ag Bibi`.
const PARTICLES: [&str; 26] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von", "der",
    "den", "ter", "ten", "al", "el", "ag", "bin", "ibn", "bint", "ould", "y",
];

/// Whether a text can be a list of authors: names of people or bodies and nothing else.
pub(in crate::citations) fn is_name_list(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span).trim_end_matches([',', ':', '.', ' ', '/']);
    if text.is_empty() || text.len() > 400 {
        return false;
    }
    if publishers().by_name(text).is_some() || text.starts_with('@') {
        return true;
    }
    let bare = without_roles(text);
    bare.split([',', ';', '/'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .all(|name| is_name(without_and(name)))
}

/// `and Ines Fell`: the last of a list.
fn without_and(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if lexicon().is_and(first) => rest,
        _ => name,
    }
}

/// A body whose name goes on in small letters: `État-major général des armées`, `Defensoría del pueblo`.
fn is_body_in_small_letters(words: &[&str]) -> bool {
    const OPENINGS: [&str; 44] = [
        "ministere",
        "ministerio",
        "ministério",
        "etat-major",
        "direction",
        "directeur",
        "conseil",
        "office",
        "agence",
        "cour",
        "commission",
        "comite",
        "groupe",
        "haut-commissariat",
        "haut",
        "defensoria",
        "fiscalia",
        "procuraduria",
        "presidence",
        "presidencia",
        "gouvernement",
        "assemblee",
        "secretariat",
        "cabinet",
        "institut",
        "instituto",
        "observatoire",
        "observatorio",
        "centre",
        "centro",
        "ligue",
        "union",
        "federation",
        "association",
        "asociacion",
        "comision",
        "consejo",
        "tribunal",
        "parquet",
        "prefecture",
        "mission",
        "representation",
        "coordination",
        "collectif",
    ];
    let opens = words
        .first()
        .is_some_and(|word| word.starts_with(char::is_uppercase) && OPENINGS.contains(&fold(word).as_str()));
    let verbs = words.iter().any(|word| {
        matches!(
            *word,
            "est"
                | "a"
                | "ont"
                | "sont"
                | "était"
                | "avait"
                | "dit"
                | "es"
                | "fue"
                | "ha"
                | "han"
                | "qui"
                | "que"
        )
    });
    opens && words.len() <= 14 && !verbs
}

/// A name: its words begin with capitals, but for particles and joining words.
pub(super) fn is_name(text: &str) -> bool {
    let text = without_roles(text);
    if text.is_empty() || text.len() > 160 || publishers().by_name(text).is_some() {
        return !text.is_empty() && text.len() <= 160;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &str| {
        let bare = word.trim_start_matches(['(', '[', '“', '"', '‘', '\'', '’', '@']);
        bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || elided(bare)
    };
    let first = words.first().is_some_and(|word| {
        capital(word)
            || (words.len() > 1 && PARTICLES.contains(&fold(word).as_str()))
            || word.starts_with("al-")
            || word.starts_with("el-")
    });
    let small = |word: &&&str| !capital(word) && !is_joining(word);
    (is_body_in_small_letters(&words))
        || first && words.len() <= 22 && words.iter().skip(1).filter(small).count() == 0
}

/// `d'État`, `l’Azawad`, `al-Ghabass`: the capital stands behind the elision.
fn elided(word: &str) -> bool {
    let mut parts = word.splitn(2, ['\'', '’', '-']);
    match (parts.next(), parts.next()) {
        (Some(head), Some(rest)) => head.chars().count() <= 3 && rest.starts_with(char::is_uppercase),
        _ => false,
    }
}

fn is_joining(word: &str) -> bool {
    let folded = fold(word);
    let folded = folded.trim_matches(|c: char| !c.is_alphanumeric());
    PARTICLES.contains(&folded)
        || lexicon().is_and(folded)
        || word == "&"
        || matches!(
            folded,
            "of" | "the"
                | "for"
                | "in"
                | "on"
                | "et"
                | "pour"
                | "les"
                | "au"
                | "aux"
                | "en"
                | "sur"
                | "contre"
                | "against"
                | "to"
                | "und"
                | "fur"
                | "y"
                | "e"
                | "al"
                | "with"
                | "a"
                | "l"
                | "d"
                | "from"
                | "by"
                | "los"
                | "las"
                | "para"
                | "por"
                | "des"
                | "x"
                | "–"
                | "-"
        )
        || folded.is_empty()
}

/// Without "(ed.)", "eds.", "et al.", "dir."
fn without_roles(text: &str) -> &str {
    let mut rest = text.trim().trim_end_matches([',', ':', ' ']);
    loop {
        let shorter = strip_role(rest);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter.trim_end_matches([',', ' ']);
    }
}

fn strip_role(text: &str) -> &str {
    let open = text.trim_end_matches([')', ']']);
    let folded_roles = [
        "et al.",
        "et al",
        "and others",
        "(eds.",
        "(ed.",
        "(eds",
        "(ed",
        "(dir.",
        "(dir",
        "(coord.",
        "eds.",
        "ed.",
        "eds",
        "(éd.",
        "(éds.",
        "(hrsg.",
        "hrsg.",
        "hg.",
        "(coords.",
        "trans.",
        "(org.",
    ];
    for role in folded_roles {
        let Some(at) = open.len().checked_sub(role.len()) else {
            continue;
        };
        if open.is_char_boundary(at)
            && open[at..].eq_ignore_ascii_case(role)
            && (at == 0 || open[..at].ends_with([' ', ',']))
        {
            return open[..at].trim_end();
        }
    }
    text
}

/// A person's name, as far as its form tells: two to five words, none of a body.
pub(in crate::citations) fn is_person(text: &str) -> bool {
    let text = text.trim();
    if publishers().by_name(text).is_some() || text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let body = |word: &&str| BODY_WORDS.contains(&fold(word).trim_matches(|c: char| !c.is_alphanumeric()));
    let acronym = words.len() == 1 && text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    (2..=6).contains(&words.len())
        && is_name(text)
        && !words.iter().any(body)
        && !acronym
        && !words
            .iter()
            .any(|word| matches!(*word, "of" | "for" | "the" | "on" | "&" | "pour" | "et" | "and"))
}

/// The authors of a list, in order. Bodies whose names hold commas or "and" stay whole.
pub(in crate::citations) fn authors(text: &str) -> Vec<String> {
    let text = without_roles(text.trim()).trim_end_matches('.').trim_end();
    let text = restore_stop(text);
    if text.is_empty() {
        return Vec::new();
    }
    if publishers().by_name(&text).is_some() {
        return vec![text];
    }
    let names = split_names(&text);
    let families = names.len() > 1
        && names.iter().all(|name| {
            !name.contains(' ')
                && name.starts_with(char::is_uppercase)
                && name.chars().any(char::is_lowercase)
        });
    if families {
        return names;
    }
    let people = names.iter().all(|name| {
        is_person(name) || publishers().by_name(name).is_some() || is_handle(name) || is_initialled(name)
    });
    if people && !names.is_empty() { names } else { vec![text] }
}

/// `Jr.`, `J.`: the stop belongs to the name.
fn restore_stop(text: &str) -> String {
    let last = text.rsplit(' ').next().unwrap_or_default();
    let stopped = matches!(last, "Jr" | "Sr" | "Dr")
        || (text.contains(' ') && last.chars().count() == 1 && last.chars().all(char::is_uppercase));
    if stopped { format!("{text}.") } else { text.to_owned() }
}

fn is_handle(name: &str) -> bool {
    name.starts_with('@')
}

/// `Farid, S.`: family name first.
fn is_initialled(name: &str) -> bool {
    name.split_once(", ").is_some_and(|(family, given)| {
        is_name(family)
            && given.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase))
    })
}

/// Cuts at commas, semicolons, strokes and "and", and puts inverted names together again.
fn split_names(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in text.split([',', ';']).flat_map(|piece| piece.split(" / ")) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let mut name: Vec<&str> = Vec::new();
        for word in words {
            if lexicon().is_and(word) {
                if !name.is_empty() {
                    pieces.push(name.join(" "));
                }
                name.clear();
            } else {
                name.push(word);
            }
        }
        if !name.is_empty() {
            pieces.push(without_roles(&name.join(" ")).to_owned());
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    let inverted =
        pieces.len() >= 2 && !pieces[0].contains(' ') && publishers().by_name(&pieces[0]).is_none();
    if inverted { join_inverted(pieces) } else { join_suffixes(pieces) }
}

/// `Okolie`, `Maren` is `Okolie, Maren`; further names may follow in natural order.
fn join_inverted(pieces: Vec<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut open = false;
    for piece in pieces {
        let initials = piece
            .split_whitespace()
            .all(|word| word.ends_with('.') || word.chars().count() == 1 || word.contains('.'));
        if open && (initials || names.len() == 1) {
            if let Some(last) = names.last_mut() {
                last.push_str(", ");
                last.push_str(&piece);
            }
            open = false;
        } else {
            open = !piece.contains(' ');
            names.push(piece);
        }
    }
    names
}

/// `Joseph Bermudez`, `Jr.` is one name.
fn join_suffixes(pieces: Vec<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in pieces {
        let suffix = matches!(piece.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "PhD" | "MD");
        match names.last_mut() {
            Some(last) if suffix => {
                last.push_str(", ");
                last.push_str(&piece);
            }
            _ => names.push(piece),
        }
    }
    names
}

/// Whether who is described stays unnamed: an office or a role rather than a name, a pseudonym, initials.
pub(super) fn is_unnamed(text: &str) -> bool {
    let lower = crate::text::tokens(text);
    let hits = lexicon().cues(text, &lower);
    if hits.iter().any(|hit| hit.cues.has(Cue::Pseudonym)) {
        return true;
    }
    let head = text.split([',', '(']).next().unwrap_or(text).trim();
    if head.is_empty() || head.starts_with(['“', '"', '‘', '«', '\'']) {
        return true;
    }
    let words: Vec<&str> = head.split_whitespace().collect();
    let lowercase = words.iter().any(|word| {
        word.starts_with(char::is_lowercase)
            && !is_joining(word)
            && !PARTICLES.contains(word)
            && !elided(word)
            && !word.starts_with("al-")
    });
    let article = words.first().is_some_and(|word| {
        matches!(
            fold(word).as_str(),
            "a" | "an"
                | "the"
                | "one"
                | "two"
                | "three"
                | "un"
                | "une"
                | "deux"
                | "trois"
                | "le"
                | "la"
                | "les"
                | "des"
                | "l"
                | "four"
                | "five"
                | "several"
                | "plusieurs"
                | "el"
                | "una"
                | "ein"
                | "eine"
                | "einem"
                | "einer"
        )
    });
    let initials = words.iter().all(|word| {
        word.trim_end_matches('.').chars().filter(|c| c.is_alphabetic()).count() <= 2
            && word.starts_with(char::is_uppercase)
    });
    let last_initial = words.len() == 2 && words[1].trim_end_matches('.').chars().count() == 1;
    let single = words.len() == 1;
    let role = hits.iter().any(|hit| {
        hit.cues.has(Cue::Unnamed)
            && hit.span.end <= head.len()
            && !matches!(
                fold(&text[hit.span.start..hit.span.end]).as_str(),
                "chief"
                    | "chef"
                    | "col"
                    | "colonel"
                    | "pastor"
                    | "imam"
                    | "commander"
                    | "doctor"
                    | "minister"
                    | "leader"
            )
    });
    lowercase
        || article
        || initials
        || last_initial
        || role
        || (single && head.chars().any(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(authors(text), expected, "{text}");
    }

    #[test]
    fn people_are_parted_bodies_stay_whole() {
        check(
            "Ana Moro, Joe Fell, and Joseph S. Bermudez Jr.",
            &["Ana Moro", "Joe Fell", "Joseph S. Bermudez Jr."],
        );
        check("Ana Moro and Joe Fell", &["Ana Moro", "Joe Fell"]);
        check(
            "UK Foreign, Commonwealth and Development Office",
            &["UK Foreign, Commonwealth and Development Office"],
        );
        check("Mali Ministry of the Economy and Finances", &["Mali Ministry of the Economy and Finances"]);
        check("Jeune Afrique and Ana Moro", &["Jeune Afrique", "Ana Moro"]);
        check("Ana Moro, TV5 Monde", &["Ana Moro", "TV5 Monde"]);
        check("Joana de Deus Pereira", &["Joana de Deus Pereira"]);
        check("Ana Moro et al.", &["Ana Moro"]);
        check("Ana Moro (ed.)", &["Ana Moro"]);
        check("Farid, S.", &["Farid, S."]);
        check("Okolie, Maren", &["Okolie, Maren"]);
        check("Armed Conflict Location & Event Data", &["Armed Conflict Location & Event Data"]);
    }

    #[test]
    fn a_role_is_no_name() {
        for text in [
            "a FAMA army colonel",
            "security official",
            "Western diplomat",
            "Amina K. (pseudonym)",
            "“Fatou”, survivor",
            "A.B.",
            "une source sécuritaire",
            "Malian government officials",
            "former minister",
        ] {
            assert!(is_unnamed(text), "{text}");
        }
        for text in
            ["Joseph Tarimo, deputy prosecutor", "General Marc Tolland", "Amadou Koufa", "Ingrid Solheim"]
        {
            assert!(!is_unnamed(text), "{text}");
        }
    }
}
