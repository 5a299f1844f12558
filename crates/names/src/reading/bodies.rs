//! What the words of the name of an organisation, a company, a ship or another thing do.

use crate::party::Kind;
use crate::scripts::{Script, japanese};
use crate::words::{
    LegalForm, Number, OrgWord, Particle, given_names, is_of_people, legal_forms, number, org_words,
    particle, patronymic, titles,
};

use super::draft::{Draft, draft, first_form};
use super::written::{Written, is_unspaced};
use super::{Role, aircraft, flags, legal_spelling, meaning, ships};

/// Gives the words of a name their roles, and makes one of those that are one phrase.
pub(super) fn body(words: Vec<Draft>, kind: Kind) -> Vec<Draft> {
    let words = match kind {
        Kind::Airplane => match aircraft::read(words) {
            Ok(read) => return read,
            Err(words) => words,
        },
        _ => words,
    };
    let folded: Vec<String> = words.iter().map(|word| legal_spelling::mended(&word.folded)).collect();
    let folded: Vec<&str> = folded.iter().map(|word| without_article(word)).collect();
    let mut out: Vec<Draft> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let (mut word, taken) = phrase(&words, &folded, at, kind);
        if word.role == Role::Number {
            join_number(&mut out, &mut word);
        }
        out.push(word);
        at += taken;
    }
    if !out.iter().any(|word| matches!(word.role, Role::Name | Role::OrgWord | Role::Number)) {
        out.iter_mut().for_each(|word| (word.role, word.telling) = (Role::Name, 100));
    }
    out
}

/// A word of organisations without the article or the "for the" that Arabic and Hebrew write together with it; other words as they are.
fn without_article(word: &str) -> &str {
    let is_known = |word: &str| org_words::starting(&[word]).is_some();
    let behind = || ["ال", "لل", "ה", "ל"].iter().find_map(|article| word.strip_prefix(article));
    match word.chars().next() {
        Some('ا' | 'ل' | 'ה') if !is_known(word) => behind().filter(|word| is_known(word)).unwrap_or(word),
        _ => word,
    }
}

/// Whether words say that this is the name of a body and not of somebody. Peace (Mira, Salam), victory (Nasr) and the moon (Luna) are names of
/// people too, and say nothing.
pub(super) fn is_body(words: &[Draft]) -> bool {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    (0..words.len()).any(|at| {
        let is_form =
            legal_forms::starting(&folded[at..]).is_some_and(|known| is_placed(&folded, at, known.words));
        is_form
            || org_words::starting(&folded[at..]).is_some_and(|known| {
                known.what.telling < 0.6 && (known.words > 1 || !is_of_people(&words[at].latin))
            })
            || folded[at].bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a name that is said to be somebody's is a body's: words of organisations, and none of people's names. Lists and
/// registers put many bodies among persons.
pub(super) fn is_body_after_all(words: &[Draft]) -> bool {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    let is_person = |word: &Draft| !given_names(&word.latin).is_empty() || patronymic(&word.latin).is_some();
    // Short words (Shi, Bank) are family names too, and titles come before people.
    let is_org = |at: usize| {
        let known = org_words::starting(&folded[at..]).is_some_and(|known| known.what.telling < 0.6);
        known && folded[at].chars().count() > 4 && titles::starting(&folded[at..]).is_none()
    };
    let count = (0..words.len()).filter(|&at| is_org(at)).count();
    count >= 2 || (count == 1 && words.len() >= 2 && !words.iter().any(is_person))
}

/// The longest phrase that the words from a place on begin with, as one word, and how many words it takes.
fn phrase(words: &[Draft], folded: &[&str], at: usize, kind: Kind) -> (Draft, usize) {
    let one = words[at].clone();
    if kind == Kind::Vessel {
        let prefix = if at == 0 { ships::prefix(words.iter().map(|word| word.latin.as_str())) } else { 0 };
        let no_name = prefix.max(ships::imo_number(&words[at..]));
        if no_name > 0 && no_name < words.len() {
            return (Draft { role: Role::Title, telling: 0, ..join(&words[at..at + no_name]) }, no_name);
        }
    }
    let number = number_at(folded, at);
    if let Some(number) = number {
        let value = number.value();
        return (Draft { role: Role::Number, telling: 35, meaning: value, ..one }, 1);
    }
    // Ala-Too: a word of a name, though a form is written so.
    let is_within = |end: usize| at > 0 && end < words.len() && words[at - 1].flags & flags::JOINED != 0;
    let form = legal_forms::starting(&folded[at..])
        .filter(|known| is_placed(folded, at, known.words) && !is_within(at + known.words));
    let org = org_words::starting(&folded[at..]);
    if let Some(known) = form
        && org.is_none_or(|org| {
            if is_soft(known.what) { org.words < known.words } else { org.words <= known.words }
        })
    {
        return (form_word(join(&words[at..at + known.words]), known.what), known.words);
    }
    if let Some(known) = org {
        return (org_word(join(&words[at..at + known.words]), known.what), known.words);
    }
    if is_small(folded, at) {
        return (Draft { role: Role::Particle, telling: 0, ..one }, 1);
    }
    let telling = match one.latin.len() {
        1 => 40,
        2 => 70,
        _ => 100,
    };
    (Draft { telling, ..one }, 1)
}

/// Small words connect others: at the beginning only an article does.
fn is_small(folded: &[&str], at: usize) -> bool {
    let word = folded[at];
    let is_first = at == 0
        || (1..=at).any(|words| {
            legal_forms::starting(&folded[at - words..])
                .is_some_and(|known| known.words == words && at == words && !is_soft(known.what))
        });
    match particle(word) {
        Some(_) if at + 1 == folded.len() => false,
        Some(what) if what != Particle::Connective && word.chars().count() > 4 => false,
        Some(Particle::Article) => true,
        Some(_) => !is_first || word == "the",
        None => false,
    }
}

/// Short forms (`as`, `se`, `co`) are words too: they are forms only where forms stand.
fn is_placed(folded: &[&str], at: usize, words: usize) -> bool {
    let letters: usize = folded[at..at + words].iter().map(|word| word.chars().count()).sum();
    let end = at + words;
    letters > 2 || at == 0 || end == folded.len() || legal_forms::starting(&folded[end..]).is_some()
}

/// Forms that are also what a body calls itself.
fn is_soft(form: LegalForm) -> bool {
    use LegalForm::{Association, Branch, Cooperative, Foundation, Institution, Party, State, Trust};
    matches!(form, Association | Branch | Cooperative | Foundation | Institution | Party | State | Trust)
}

fn form_word(word: Draft, form: LegalForm) -> Draft {
    let meaning = meaning::of_form(form);
    match is_soft(form) {
        true => Draft { role: Role::OrgWord, telling: 25, meaning, ..word },
        false => Draft { role: Role::LegalForm, telling: 0, meaning, ..word },
    }
}

fn org_word(word: Draft, org: OrgWord) -> Draft {
    let telling = (org.telling.clamp(0.0, 1.0) * 100.0) as u8;
    Draft { role: Role::OrgWord, telling, meaning: meaning::of_concept(org.concept), ..word }
}

/// A single Roman letter is a number only at the end, before a form or before another number.
fn number_at(folded: &[&str], at: usize) -> Option<Number> {
    let found = number(folded[at])?;
    let Number::Roman(_) = found else { return Some(found) };
    let word = folded[at];
    let ends = at + 1 == folded.len() || legal_forms::starting(&folded[at + 1..]).is_some();
    let is_small = word.bytes().all(|letter| b"ivx".contains(&letter));
    (is_small && (at > 0 || word.len() > 2) && (word.len() > 1 || ends)).then_some(found)
}

/// Forty four, forty 4: 44.
fn join_number(out: &mut Vec<Draft>, unit: &mut Draft) {
    let is_tens = |word: &Draft| {
        word.role == Role::Number
            && (20..=90).contains(&word.meaning)
            && word.meaning.is_multiple_of(10)
            && word.latin.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    if !(1..=9).contains(&unit.meaning) {
        return;
    }
    if let Some(tens) = out.pop_if(|last| is_tens(last)) {
        unit.meaning += tens.meaning;
        unit.start = tens.start;
        unit.latin = unit.meaning.to_string();
    }
}

fn join(words: &[Draft]) -> Draft {
    let mut joined = words[0].clone();
    for word in &words[1..] {
        joined.end = word.end.max(joined.end);
        joined.latin.push_str(&word.latin);
        joined.flags |= word.flags;
    }
    joined
}

/// A word beside those that are written without spaces: a number, or a name.
fn plain(word: Draft) -> Draft {
    match number(&word.folded) {
        Some(number) => Draft { role: Role::Number, telling: 35, meaning: number.value(), ..word },
        None => word,
    }
}

/// What stands behind the number of a ship or a house: 海丰8号.
fn counts_ships(word: &Written, before: &[Draft]) -> bool {
    matches!(word.folded.as_str(), "号" | "號" | "호")
        && before.last().is_some_and(|last| last.role == Role::Number)
}

/// Whether a word says that its body is of Japan: by its form, which no other country writes so, or by kana.
fn is_japanese(word: &Written) -> bool {
    word.script == Script::Kana
        || ["株式会社", "有限会社", "合同会社"].iter().any(|form| word.folded.contains(form))
}

/// A name that is written without spaces, cut where the tables know words: 华为技术有限公司.
pub(super) fn cut(words: &[Written]) -> Option<Vec<Draft>> {
    if !words.iter().any(|word| is_unspaced(word.script)) {
        return None;
    }
    let is_japanese = words.iter().any(is_japanese);
    let mut out = Vec::new();
    for word in words {
        if counts_ships(word, &out) {
            continue;
        }
        if !is_unspaced(word.script) {
            out.extend(first_form(&word.folded).iter().map(|latin| plain(draft(word, &word.folded, latin))));
            continue;
        }
        if let Some(form) = legal_forms::starting(&[&word.folded]) {
            out.push(form_word(draft(word, "", "form"), form.what));
            continue;
        }
        let (form, rest) = match legal_forms::within(&word.folded) {
            Some((form, rest)) => (Some(form), rest),
            None => (None, word.folded.as_str()),
        };
        for (piece, org) in org_words::cut(rest) {
            let latin =
                if is_japanese { japanese(piece).unwrap_or_default() } else { first_form(piece).concat() };
            let piece = draft(word, piece, &latin);
            out.push(org.map_or(piece.clone(), |org| org_word(piece, org)));
        }
        out.extend(form.map(|form| form_word(draft(word, "", "form"), form)));
    }
    Some(out)
}
