//! The registration of an aircraft: what tells which one it is, however its parts are set apart (`EP-TQB`, `EPTQB`, `Boeing 747 EP-TQB`).

use super::Role;
use super::draft::Draft;
use super::flags;

/// Letters and digits of a registration: a mark of the country, one or two, and two to five behind it.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=7;

/// What makers call their types, written as registrations are: Il-76, Tu-154, An-26.
const TYPES: [&str; 12] = ["an", "il", "tu", "mi", "su", "ka", "md", "dc", "be", "ch", "uh", "c"];

/// Makes one word of a registration; the words beside it (type, maker, serial) tell little then. Names without one stay as they are.
pub(super) fn read(words: Vec<Draft>) -> Result<Vec<Draft>, Vec<Draft>> {
    let Some((start, end)) = registration(&words) else { return Err(words) };
    let mut mark = words[start].clone();
    mark.end = words[end - 1].end;
    mark.latin = words[start..end].iter().map(|word| word.latin.as_str()).collect();
    mark.folded.clone_from(&mark.latin);
    (mark.role, mark.telling, mark.meaning) = (Role::Number, 100, number(&mark.latin));
    let beside = |mut word: Draft| {
        (word.role, word.telling) = (Role::Particle, 0);
        word
    };
    let mut out: Vec<Draft> = words[..start].iter().cloned().map(beside).collect();
    out.push(mark);
    out.extend(words[end..].iter().cloned().map(beside));
    Ok(out)
}

/// The words of the registration: joined by hyphens, or the whole name.
fn registration(words: &[Draft]) -> Option<(usize, usize)> {
    if is_registration(words) {
        return Some((0, words.len()));
    }
    let chains =
        (0..words.len()).filter(|&at| at == 0 || words[at - 1].flags & flags::JOINED == 0).map(|start| {
            let joined = words[start..].iter().take_while(|word| word.flags & flags::JOINED != 0).count();
            (start, (start + joined + 1).min(words.len()))
        });
    chains.into_iter().find(|&(start, end)| end - start > 1 && is_registration(&words[start..end]))
}

fn is_registration(words: &[Draft]) -> bool {
    let Some(first) = words.first() else { return false };
    let letters: usize = words.iter().map(|word| word.latin.len()).sum();
    let is_type = TYPES.contains(&first.latin.as_str())
        && words.get(1).is_some_and(|next| next.latin.starts_with(|letter: char| letter.is_ascii_digit()));
    // Digits begin a word of their own behind three letters: UPI7645.
    let is_cut = words.len() == 2 && words[1].latin.bytes().all(|byte| byte.is_ascii_digit());
    let is_country = words.len() == 1 || first.latin.len() <= 2 || first.latin.len() == 3 && is_cut;
    words.len() <= 3 && LENGTH.contains(&letters) && is_country && !is_type
}

/// The letters and digits as a number (FNV-1a), over those that are counted with.
fn number(mark: &str) -> u32 {
    let hash = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    mark.bytes().fold(0x811C_9DC5, hash) | 1 << 31
}
