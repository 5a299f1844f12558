//! Georgian in Latin letters (the national system of 2002, without its apostrophes).

use super::forms::Forms;

pub(super) fn latin(run: &str) -> Forms {
    let written: String = run.chars().map(letter).collect();
    // Foreign names take the ending of the nominative: Putini.
    let bare = |word: &str| match word.strip_suffix('i') {
        Some(stem) if stem.len() > 3 && !ENDINGS.iter().any(|ending| word.ends_with(ending)) => {
            stem.to_owned()
        }
        _ => word.to_owned(),
    };
    let foreign = written.split(' ').map(bare).collect::<Vec<_>>().join(" ");
    Forms::of([written, foreign])
}

/// Endings of Georgian names, whose `-i` belongs to them.
const ENDINGS: [&str; 8] = ["shvili", "eli", "ani", "iri", "uri", "dzi", "oni", "ali"];

#[rustfmt::skip]
fn letter(letter: char) -> &'static str {
    match letter {
        'ა' => "a", 'ბ' => "b", 'გ' => "g", 'დ' => "d", 'ე' => "e", 'ვ' => "v", 'ზ' => "z", 'თ' | 'ტ' => "t", 'ი' => "i",
        'კ' | 'ქ' => "k", 'ლ' => "l", 'მ' => "m", 'ნ' => "n", 'ო' => "o", 'პ' | 'ფ' => "p", 'ჟ' => "zh", 'რ' => "r", 'ს' => "s",
        'უ' => "u", 'ღ' => "gh", 'ყ' => "q", 'შ' => "sh", 'ჩ' | 'ჭ' => "ch", 'ც' | 'წ' => "ts", 'ძ' => "dz", 'ხ' => "kh",
        'ჯ' => "j", 'ჰ' => "h", ' ' => " ",
        _ => any_ascii::any_ascii_char(letter),
    }
}
