//! Whether two Latin forms are one Japanese name to the two systems that write kana: Hepburn (Tsuchiya, Junichi) and that of the schools and
//! of older papers (Tutiya, Zyun'iti).

/// Letters of the shortest word that is looked at: in shorter ones `Razi` and `Raji` are names of other peoples.
const SHORTEST: usize = 5;
const LONGEST: usize = 40;

/// Whether two words of small ASCII letters are one word of kana.
pub(crate) fn are_one_in_kana(one: &[u8], other: &[u8]) -> bool {
    let (Some(first), Some(last)) = (one.first().zip(other.first()), one.last()) else { return false };
    if one.len().min(other.len()) < SHORTEST
        || other.last() != Some(last)
        || !matches!(last, b'a' | b'e' | b'i' | b'o' | b'u' | b'n')
        || !begin_alike(*first.0, *first.1)
    {
        return false;
    }
    of_schools(one).is_some_and(|(one, end)| {
        of_schools(other).is_some_and(|(other, other_end)| one[..end] == other[..other_end])
    })
}

/// Whether two words may be one by their first letters alone: most are not, and are not looked at.
const fn begin_alike(one: u8, other: u8) -> bool {
    one == other
        || matches!(
            (one, other),
            (b'z', b'j') | (b'j', b'z') | (b'h', b'f') | (b'f', b'h') | (b't', b'c') | (b'c', b't')
        )
}

/// What Hepburn writes by sound, and the schools by the row of the table of kana.
const ROWS: [(&[u8], &[u8]); 8] = [
    (b"shi", b"si"),
    (b"sh", b"sy"),
    (b"chi", b"ti"),
    (b"ch", b"ty"),
    (b"tsu", b"tu"),
    (b"fu", b"hu"),
    (b"ji", b"zi"),
    (b"j", b"zy"),
];

/// A word in the spelling of the schools without long vowels; `None` where it is not made of kana.
fn of_schools(word: &[u8]) -> Option<([u8; LONGEST], usize)> {
    let mut out = [0; LONGEST];
    let mut end: usize = 0;
    let mut rest = word;
    while let Some(letter) = rest.first() {
        let known = ROWS.iter().find(|(hepburn, _)| rest.starts_with(hepburn));
        let (taken, row) =
            known.map_or((1, std::slice::from_ref(letter)), |(taken, row)| (taken.len(), *row));
        // Ono, Oono, Ohno, Ouno.
        let before = end.checked_sub(1).map(|at| out[at]);
        let is_long = matches!((before, row), (Some(b'o'), b"o" | b"u") | (Some(b'u'), b"u"));
        if !is_long {
            out.get_mut(end..end + row.len())?.copy_from_slice(row);
            end += row.len();
        }
        rest = &rest[taken..];
    }
    is_kana(&out[..end]).then_some((out, end))
}

/// Whether each consonant has its vowel behind it, `n` apart.
fn is_kana(word: &[u8]) -> bool {
    let is_vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u');
    let next = |at: usize| word.get(at + 1).copied();
    word.iter().enumerate().all(|(at, letter)| match (*letter, next(at)) {
        (b'n', _) => true,
        (letter, _) if is_vowel(letter) => true,
        (letter, Some(next)) if b"kstnhmyrwgzdbp".contains(&letter) => {
            is_vowel(next) || letter == next || (next == b'y' && letter != b'w')
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_systems_write_one_name() {
        for (one, other, same) in [
            ("tsuchiya", "tutiya", true),
            ("shinzo", "sinzo", true),
            ("junichiro", "zyunitiro", true),
            ("fujii", "huzii", true),
            ("hatchobori", "hattyobori", true),
            ("ryuichi", "ryuuiti", true),
            ("shinzo", "shinji", false),
            ("tatiana", "tatyana", false),
            ("rashid", "rasid", false),
            ("raji", "razi", false),
        ] {
            assert_eq!(are_one_in_kana(one.as_bytes(), other.as_bytes()), same, "{one} {other}");
        }
    }
}
