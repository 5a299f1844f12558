//! Endings that make families of names.
//!
//! Abbasi and Abbasov, Ahmadzai and Ahmadi, Petrenko and Petrov, Popov and Popović are a letter or two apart and never one family: what
//! differs is the ending, and each people has its own. Spellings of one ending (`-sky`, `-skyi`) are one.

/// Endings in Latin letters, by the family that they make; the longest that fits holds.
const ENDINGS: [&[&[u8]]; 16] = [
    &[b"ov", b"ev", b"ova", b"eva", b"off", b"eff"],
    &[
        b"ski", b"sky", b"skii", b"skij", b"skiy", b"skyi", b"skyy", b"ska", b"skaya", b"skaia", b"cki",
        b"cky", b"cka",
    ],
    &[b"vic", b"vich", b"vych", b"vitch", b"witsch", b"wicz", b"vits"],
    &[b"enko", b"enka"],
    &[b"chuk", b"czuk", b"tschuk", b"tchouk"],
    &[b"czyk", b"chik"],
    &[b"yan", b"ian"],
    &[b"shvili", b"chvili", b"schwili"],
    &[b"zadeh", b"zade", b"zada", b"zoda"],
    &[b"zai", b"zay", b"zoi", b"zoy"],
    &[b"pour", b"pur", b"poor"],
    &[b"nejad", b"nezhad"],
    &[b"oglu", b"oglou", b"oghlu"],
    &[b"son", b"sson", b"sen", b"ssen"],
    &[b"dottir"],
    &[b"i", b"y"],
];

/// Letters before an ending.
const STEM: usize = 3;

/// Whether two words of small ASCII letters begin alike, and end as families of two kinds do.
pub(super) fn are_of_other_kinds(one: &[u8], other: &[u8]) -> bool {
    if one.len().min(other.len()) <= STEM || one[..STEM - 1] != other[..STEM - 1] {
        return false;
    }
    match (kind(one), kind(other)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

fn kind(word: &[u8]) -> Option<usize> {
    let longest = |endings: &[&[u8]]| {
        let fits = |ending: &&&[u8]| word.len() >= ending.len() + STEM && word.ends_with(ending);
        endings.iter().filter(fits).map(|ending| ending.len()).max()
    };
    let known = ENDINGS.iter().enumerate().filter_map(|(kind, endings)| Some((longest(endings)?, kind)));
    known.max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_people_has_its_own() {
        for (one, other, differ) in [
            ("abbasi", "abbasov", true),
            ("ahmadzai", "ahmadi", true),
            ("petrenko", "petrov", true),
            ("popov", "popovic", true),
            ("karimzadeh", "karimi", true),
            ("zelensky", "zelenskyi", false),
            ("jovanovic", "jovanovich", false),
            ("sarkisian", "sargsyan", false),
            ("ivanov", "ivanova", false),
            ("osman", "osmani", false),
        ] {
            assert_eq!(are_of_other_kinds(one.as_bytes(), other.as_bytes()), differ, "{one} {other}");
        }
    }
}
