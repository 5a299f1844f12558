//! Any script in Latin letters.

use super::clean::cleaned;
use super::forms::Forms;
use super::{Script, runs};
use super::{
    arabic, armenian, burmese, cyrillic, diacritics, ethiopic, georgian, greek, han, hangul, hebrew, indic,
    kana, khmer, lao, thai,
};

/// A text as it is looked up in tables: in its own script, small letters, without diacritics and marks. Dots of initialisms and
/// apostrophes within a word are dropped, everything else that is no letter or digit is one space.
///
/// ```
/// use names::scripts::folded;
///
/// assert_eq!(folded("Société d’Énergie S.A."), "societe denergie sa");
/// assert_eq!(folded("Алёна"), "алена");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    // What needs nothing: nearly every word of a text in Russian.
    if text.chars().all(|letter| matches!(letter, 'а'..='я')) {
        return text.to_owned();
    }
    let clean = cleaned(text);
    if clean.is_ascii() {
        return clean;
    }
    let mut folded = String::with_capacity(clean.len());
    for (script, run) in runs(&clean) {
        match script {
            Script::Latin => diacritics::plain(run, &mut folded),
            Script::Cyrillic => {
                folded.extend(run.chars().map(|letter| if letter == 'ё' { 'е' } else { letter }))
            }
            Script::Greek => folded.extend(run.chars().map(greek::unaccented)),
            Script::Arabic => folded.extend(run.chars().filter_map(arabic::unmarked)),
            _ => folded.push_str(run),
        }
    }
    folded
}

/// A name in Latin letters, in the few ways in which lists and passports write it: best first, at most four, no two the same,
/// at least one unless nothing in the text can be written. Each is words of small ASCII letters and digits with one space between.
///
/// Give the whole name: readings depend on neighbours (`عبد الله` is Abdullah, `曾` as a surname is Zeng), and names written
/// without spaces come out as family name and given name with a space between.
///
/// ```
/// use names::scripts::latin;
///
/// assert_eq!(latin("Владимир Путин")[0], "vladimir putin");
/// ```
#[must_use]
pub fn latin(text: &str) -> Vec<String> {
    latin_of_folded(&cleaned(text))
}

/// [`latin`] of what [`folded`] gave: nothing is left to clean.
pub(crate) fn latin_of_folded(clean: &str) -> Vec<String> {
    if clean.is_ascii() {
        return Forms::of([clean]).into_vec();
    }
    let forms = match joined_runs(clean)[..] {
        [(script, run)] => read(script, run.trim_end()),
        ref runs => {
            let mut forms = Forms::default();
            let mut between = "";
            for (script, run) in runs {
                forms = forms.then(&read(*script, run.trim_end()), between);
                between = if run.ends_with(' ') { " " } else { "" };
            }
            forms
        }
    };
    let is_tidy = |form: &str| form.bytes().all(|byte| byte.is_ascii_lowercase());
    if forms.iter().all(is_tidy) { forms.into_vec() } else { Forms::of(forms.iter().map(tidied)).into_vec() }
}

/// Words of small ASCII letters and digits with one space between: what romanisers leave of marks and letters without a reading is
/// dropped here, in one place.
fn tidied(form: &str) -> String {
    let mut tidy = String::with_capacity(form.len());
    for character in form.chars() {
        if character.is_ascii_alphanumeric() {
            tidy.push(character.to_ascii_lowercase());
        } else if character == ' ' && !tidy.is_empty() && !tidy.ends_with(' ') {
            tidy.push(' ');
        }
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// Runs, but Han and kana of one word together: names in Japanese mix them.
fn joined_runs(clean: &str) -> Vec<(Script, &str)> {
    let mut joined: Vec<(Script, &str)> = Vec::new();
    let mut start = 0;
    for (script, run) in runs(clean) {
        let end = start + run.len();
        match joined.last_mut() {
            Some((last, text)) if is_japanese(*last, script) => {
                *text = &clean[start - text.len()..end];
                *last = Script::Kana;
            }
            _ => joined.push((script, run)),
        }
        start = end;
    }
    joined
}

fn is_japanese(before: Script, script: Script) -> bool {
    matches!((before, script), (Script::Han | Script::Kana, Script::Kana) | (Script::Kana, Script::Han))
}

/// A clean run of one script, without spaces around it.
fn read(script: Script, run: &str) -> Forms {
    match script {
        Script::Latin => diacritics::latin(run),
        Script::Cyrillic => cyrillic::latin(run),
        Script::Greek => greek::latin(run),
        Script::Arabic => arabic::latin(run),
        Script::Hebrew => hebrew::latin(run),
        Script::Georgian => georgian::latin(run),
        Script::Armenian => armenian::latin(run),
        Script::Han => han::latin(run),
        Script::Kana => kana::latin(run),
        Script::Hangul => hangul::latin(run),
        Script::Indic => indic::latin(run),
        Script::Thai => thai::latin(run),
        Script::Khmer => khmer::latin(run),
        Script::Lao => lao::latin(run),
        Script::Burmese => burmese::latin(run),
        Script::Ethiopic => ethiopic::latin(run),
        Script::Other | Script::Common => by_letter(run),
    }
}

/// Letter by letter, for scripts without rules of their own.
pub(super) fn by_letter(run: &str) -> Forms {
    let mut plain = String::new();
    diacritics::plain(run, &mut plain);
    Forms::of([plain])
}
