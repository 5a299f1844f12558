//! Endings of names in running text: what a form may be the case of.
//!
//! For each language, what a case ending is put in place of. The same ending can stand for several: "Иванова" is the
//! genitive of Иванов and the nominative of Иванова. Every base form that comes out is only looked up: what is no listed word goes.

use crate::scripts::Script;

/// Endings of one script, with those of the base form.
type Endings = &'static [(&'static str, &'static [&'static str])];

/// Russian, Ukrainian, Belarusian, Bulgarian: names and the adjectives that names of bodies are made of.
const CYRILLIC: Endings = &[
    ("ами", &["", "а"]),
    ("ями", &["я", "ь"]),
    ("ого", &["ый", "ой", "ое", "ий"]),
    ("его", &["ий", "ее"]),
    ("ому", &["ый", "ой", "ое", "ий"]),
    ("ему", &["ий", "ее"]),
    ("ском", &["ский", "ское"]),
    ("ским", &["ский", "ское"]),
    ("ской", &["ская"]),
    ("скую", &["ская"]),
    ("ських", &["ські"]),
    ("овой", &["ова"]),
    ("евой", &["ева"]),
    ("иной", &["ина"]),
    ("ову", &["ова", "ов"]),
    ("еву", &["ева", "ев"]),
    ("ину", &["ина", "ин"]),
    ("овым", &["ов"]),
    ("евым", &["ев"]),
    ("иным", &["ин"]),
    ("ией", &["ия"]),
    ("ією", &["ія"]),
    ("ию", &["ия", "ий", "ие"]),
    ("ии", &["ия", "ие"]),
    ("ія", &["ій"]),
    ("ію", &["ія", "ій"]),
    ("ия", &["ий"]),
    ("ие", &["ий", "ия"]),
    ("ием", &["ий", "ие"]),
    ("ым", &["ый"]),
    ("им", &["ий"]),
    ("ых", &["ые"]),
    ("ой", &["а", "ая"]),
    ("ою", &["а"]),
    ("ей", &["я", "ь"]),
    ("ею", &["я"]),
    ("ую", &["ая"]),
    ("юю", &["яя"]),
    ("ом", &["", "о"]),
    ("ем", &["", "й", "ь", "е"]),
    ("єм", &["й"]),
    ("ём", &["й", "ь"]),
    ("ові", &["", "о"]),
    ("еві", &["ь", "й"]),
    ("ов", &[""]),
    ("ів", &[""]),
    ("а", &["", "о"]),
    ("я", &["й", "ь"]),
    ("у", &["", "а", "о"]),
    ("ю", &["й", "ь", "я"]),
    ("е", &["", "а", "о", "й", "ь"]),
    ("є", &["я", "й"]),
    ("і", &["", "а", "ь"]),
    ("ы", &["", "а"]),
    ("и", &["", "а", "я", "ь"]),
    ("ї", &["я"]),
];

/// Polish, Czech, Slovak; German genitive; Latin of the Baltic.
const LATIN: Endings = &[
    ("skiego", &["ski"]),
    ("skiemu", &["ski"]),
    ("skim", &["ski"]),
    ("skiej", &["ska"]),
    ("ską", &["ska"]),
    ("ckiego", &["cki"]),
    ("ckiemu", &["cki"]),
    ("ckim", &["cki"]),
    ("kiej", &["ka"]),
    ("ego", &["y", "i"]),
    ("emu", &["y", "i"]),
    ("ého", &["ý"]),
    ("ému", &["ý"]),
    ("owi", &["", "o"]),
    ("ovi", &["", "o", "a"]),
    ("iem", &["", "ie"]),
    ("em", &["", "o"]),
    ("ą", &["a"]),
    ("ę", &["a"]),
    ("ou", &["a", "á"]),
    ("ie", &["", "a"]),
    ("y", &["a"]),
    ("u", &["", "a"]),
    ("a", &["", "o"]),
    ("e", &[""]),
    ("es", &[""]),
    ("s", &[""]),
];

const GREEK: Endings =
    &[("ου", &["ος", "ης"]), ("ο", &["ος"]), ("η", &["ης"]), ("α", &["ας"]), ("ας", &["α"]), ("ης", &["η"])];

/// Fewer letters than this are no name that changes: "Али" is no case of "Ал".
const SHORTEST: usize = 3;

/// Whether names in a script change with their case.
pub(super) fn has_cases(script: Script) -> bool {
    !endings(script).is_empty()
}

const fn endings(script: Script) -> Endings {
    match script {
        Script::Cyrillic => CYRILLIC,
        Script::Latin => LATIN,
        Script::Greek => GREEK,
        _ => &[],
    }
}

/// What a word in small letters may be a case of, as its beginning and its end; not the word itself, some twice. None in scripts whose
/// names do not change.
pub(super) fn bases(word: &str, script: Script) -> impl Iterator<Item = (&str, &'static str)> {
    let last = word.as_bytes().last();
    let may_end = endings(script).iter().filter(move |(ending, _)| ending.as_bytes().last() == last);
    let known =
        may_end.filter_map(move |(ending, instead)| Some((*ending, word.strip_suffix(ending)?, *instead)));
    known.flat_map(move |(ending, stem, instead)| {
        let changed = instead.iter().filter(move |base| **base != ending);
        changed.filter(move |base| is_long_enough(stem, base)).map(move |base| (stem, *base))
    })
}

fn is_long_enough(stem: &str, base: &str) -> bool {
    stem.chars().chain(base.chars()).nth(SHORTEST - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_lead_back_to_names() {
        for (word, base) in [
            ("путина", "путин"),
            ("путиным", "путин"),
            ("владимиру", "владимир"),
            ("сергея", "сергей"),
            ("игорем", "игорь"),
            ("ивановой", "иванова"),
            ("марии", "мария"),
            ("зеленского", "зеленский"),
            ("шевченка", "шевченко"),
            ("юрія", "юрій"),
            ("роснефти", "роснефть"),
            ("обороны", "оборона"),
            ("kowalskiego", "kowalski"),
            ("putinowi", "putin"),
            ("putinem", "putin"),
            ("putins", "putin"),
        ] {
            let script = crate::scripts::script_of(word.chars().next().unwrap());
            assert!(bases(word, script).any(|(stem, end)| [stem, end].concat() == base), "{word}");
        }
    }
}
