use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One form for all that a reader takes for the same: lower case, no accents, straight quotes, single spaces.
///
/// ```
/// assert_eq!(reason::text::fold("L’Armée  malienne"), "l'armee malienne");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    let mut push = |c: char| {
        if c.is_whitespace() {
            space = true;
        } else {
            if space && !folded.is_empty() {
                folded.push(' ');
            }
            space = false;
            folded.push(c);
        }
    };
    if text.is_ascii() {
        text.chars().for_each(|c| push(c.to_ascii_lowercase()));
    } else {
        for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
            straight(c).to_lowercase().for_each(&mut push);
        }
    }
    folded
}

/// The words of a text, folded: what titles and names are compared by.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len());
    for word in folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// Curly quotes and long dashes as their plain forms.
#[must_use]
pub const fn straight(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '″' => '"',
        '–' | '—' | '‐' | '‑' | '‒' | '−' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        _ => c,
    }
}
