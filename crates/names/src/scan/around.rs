//! The words around the rarest one: whether they are the rest of its name, and no piece of a longer one.

use super::find::{Piece, Scanning};
use super::listed::{Duty, Pattern, Telling};
use super::lone::is_quoted;
use super::occurrence::{Order, Strength};
use super::tokens::Shape;
use super::word::Likeness;
use crate::party::Kind;
use crate::scripts::{Script, folded, script_of};
use crate::words::{given_names, legal_forms, titles};

/// A name, the words of a piece of text, and what looks them up.
pub(super) struct Around<'a, 's, 'n> {
    pub(super) scanning: &'s mut Scanning<'n>,
    pub(super) piece: Piece<'a>,
    pub(super) pattern: &'a Pattern,
}

/// A name that stands in the text.
#[derive(Debug, Clone)]
pub(super) struct Met {
    /// Index of its first token.
    pub(super) first: usize,
    /// Index of its last token.
    pub(super) last: usize,
    pub(super) likeness: Likeness,
    pub(super) order: Order,
    pub(super) strength: Strength,
    pub(super) telling: Telling,
    /// One word, and nothing beside it that says what it is.
    pub(super) is_lone: bool,
}

/// Words of the name that were found, each with its token.
#[derive(Debug, Clone)]
struct Found {
    /// By part of the name.
    tokens: Vec<Option<usize>>,
    likeness: Likeness,
    initials: usize,
}

impl Around<'_, '_, '_> {
    /// The name, if the rest of it stands around the token that is one of its words.
    pub(super) fn verify(&mut self, at: usize, part: usize, likeness: Likeness) -> Option<Met> {
        let mut tokens = std::mem::take(&mut self.scanning.room);
        tokens.clear();
        tokens.resize(self.pattern.parts.len(), None);
        let mut found = Found { tokens, likeness, initials: 0 };
        found.tokens[part] = Some(at);
        if self.pattern.is_free() {
            self.free(at, &mut found);
        } else {
            self.in_order(at, part, &mut found);
        }
        let missing = |part: usize| found.tokens[part].is_none();
        let met = if self.pattern.required().any(missing) { None } else { self.weigh(&found) };
        self.scanning.room = found.tokens;
        met
    }

    /// Of a person: the words stand side by side in any order.
    fn free(&mut self, at: usize, found: &mut Found) {
        for step in [1_isize, -1] {
            let mut here = at;
            let mut skipped = 0;
            while let Some(next) =
                here.checked_add_signed(step).filter(|next| *next < self.piece.tokens.len())
            {
                let (before, behind) = if step > 0 { (here, next) } else { (next, here) };
                if !joins(self.between(before, behind)) || skipped > 1 {
                    break;
                }
                here = next;
                if self.take_any(next, found) {
                    skipped = 0;
                } else if self.scanning.known(self.piece, next).is_small_word {
                    skipped += 1;
                } else {
                    break;
                }
            }
        }
    }

    /// Takes a token as a word of the name that is still missing; an initial where that is all there is of a given name.
    fn take_any(&mut self, at: usize, found: &mut Found) -> bool {
        let mut best: Option<(Likeness, usize)> = None;
        for (part, of) in self.pattern.parts.iter().enumerate() {
            if found.tokens[part].is_some() {
                continue;
            }
            if let Some(likeness) = self.scanning.likeness(self.piece, at, &of.word)
                && best.is_none_or(|(known, _)| likeness < known)
            {
                best = Some((likeness, part));
            }
        }
        if let Some((likeness, part)) = best {
            found.tokens[part] = Some(at);
            found.likeness = found.likeness.max(likeness);
            return true;
        }
        self.take_initial(at, found)
    }

    fn take_initial(&self, at: usize, found: &mut Found) -> bool {
        let token = self.piece.tokens[at];
        let Some(family) = self.pattern.family else { return false };
        if token.shape != Shape::Initial {
            return false;
        }
        let letter = crate::scripts::latin(&folded(token.text(self.piece.text)));
        let letter = letter.first().and_then(|form| form.bytes().next()).unwrap_or_default();
        let parts = self.pattern.parts.iter().enumerate();
        let stands_for = parts
            .filter(|(part, of)| *part != family && found.tokens[*part].is_none() && of.initial == letter)
            .map(|(part, _)| part)
            .next();
        let Some(part) = stands_for else { return false };
        found.tokens[part] = Some(at);
        found.initials += 1;
        true
    }

    /// Of a body or a thing: the words stand in the order of the list.
    fn in_order(&mut self, at: usize, part: usize, found: &mut Found) {
        for step in [1_isize, -1] {
            let (mut here, mut next_part) = (at, part.checked_add_signed(step));
            while let Some(part) = next_part.filter(|part| *part < self.pattern.parts.len()) {
                let of = self.pattern.parts[part];
                let token = self.beside(here, step, &of.word);
                match token {
                    Some((token, likeness)) => {
                        found.tokens[part] = Some(token);
                        found.likeness = found.likeness.max(likeness);
                        here = token;
                    }
                    None if of.duty == Duty::Required => return,
                    None => {}
                }
                next_part = part.checked_add_signed(step);
            }
        }
    }

    /// The next token in a direction that is a word, small words passed over.
    fn beside(&mut self, at: usize, step: isize, of: &super::word::Word) -> Option<(usize, Likeness)> {
        let mut here = at;
        for _ in 0..3 {
            let next = here.checked_add_signed(step).filter(|next| *next < self.piece.tokens.len())?;
            let likeness = self.scanning.likeness(self.piece, next, of);
            let (before, behind) = if step > 0 { (here, next) } else { (next, here) };
            let goes_on = likeness.is_some() || self.scanning.known(self.piece, next).is_small_word;
            if !goes_on || !joins(self.between(before, behind)) {
                return None;
            }
            if let Some(likeness) = likeness {
                return Some((next, likeness));
            }
            here = next;
        }
        None
    }

    fn weigh(&mut self, found: &Found) -> Option<Met> {
        let stand = || found.tokens.iter().flatten().copied();
        let (first, last) = (stand().min()?, stand().max()?);
        let mut required = self.pattern.required().filter_map(|part| found.tokens[part]);
        if !required.any(|at| self.piece.tokens[at].is_capital()) {
            return None;
        }
        let one_word = self.pattern.is_one_word();
        // Another spelling is only looked for where other words agree; and in Latin letters nearly every word is one with an ending,
        // Africa of Afric.
        let latin = self.pattern.parts.iter().any(|part| part.word.script == Script::Latin);
        let far = found.likeness == Likeness::Spelling || found.likeness == Likeness::Inflected && latin;
        let sounds_alone = found.likeness == Likeness::Transliterated && !self.tells_in_consonants(first);
        if one_word && (far || sounds_alone || self.piece.tokens[first].shape == Shape::Small) {
            return None;
        }
        let person = self.pattern.kind == Kind::Person;
        if person && self.is_a_piece(first, last) {
            return None;
        }
        let sorted = stand().is_sorted();
        let mut telling = self.pattern.telling;
        let dressed = one_word && (stand().nth(1).is_some() || self.is_announced(first));
        if dressed && telling == Telling::Lone {
            telling = Telling::Enough;
        }
        // Ships are called what anything is called; texts write their names in quotation marks or capitals.
        let is_set_off = self.is_quoted(first) || self.piece.tokens[first].shape == Shape::Upper;
        if telling == Telling::Lone && self.pattern.kind == Kind::Vessel && !is_set_off {
            telling = Telling::Little;
        }
        let common = self.scanning.names().is_common(self.pattern);
        let strength = match telling {
            _ if found.initials > 0 => Strength::Initial,
            Telling::Lone => Strength::OneWord,
            _ if common => Strength::Common,
            _ => Strength::Full,
        };
        if found.initials > 0 {
            telling = self.with_initials(telling)?;
        }
        Some(Met {
            first,
            last,
            likeness: found.likeness,
            order: if sorted { Order::Listed } else { Order::Other },
            strength,
            telling,
            is_lone: telling == Telling::Lone,
        })
    }

    /// Whether a word that is written without its vowels is long enough to be told by its sound: in Arabic three letters sound like
    /// many names.
    fn tells_in_consonants(&self, at: usize) -> bool {
        const SHORTEST: usize = 5;
        let word = self.piece.tokens[at].text(self.piece.text);
        let writes_vowels = |letter| !matches!(script_of(letter), Script::Arabic | Script::Hebrew);
        word.chars().next().is_some_and(writes_vowels) || word.chars().count() >= SHORTEST
    }

    /// What a family name with initials tells: something where few listed names have it.
    fn with_initials(&self, telling: Telling) -> Option<Telling> {
        /// A man listed under two lists with three spellings.
        const FEW: u32 = 6;
        let family = self.pattern.parts.get(self.pattern.family?)?;
        let bearers = self.scanning.names().bearers.get(family.word.class as usize)?;
        Some(if *bearers <= FEW { telling } else { Telling::Little })
    }

    /// Whether the name goes on before or behind: then it is another's.
    fn is_a_piece(&mut self, first: usize, last: usize) -> bool {
        let goes_on = |around: &mut Self, at: usize| {
            let token = around.piece.tokens[at];
            let capital = matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Initial);
            let word = folded(token.text(around.piece.text));
            let title = titles::starting(&[&word]).is_some();
            capital
                && !title
                && (!given_names(&word).is_empty() || around.scanning.known(around.piece, at).is_of_a_name())
        };
        let behind = last + 1;
        if behind < self.piece.tokens.len() && is_tight(self.between(last, behind)) && goes_on(self, behind) {
            return true;
        }
        let Some(before) = first.checked_sub(1) else { return false };
        if !is_tight(self.between(before, first)) {
            return false;
        }
        let word = folded(self.piece.tokens[before].text(self.piece.text));
        let capital = self.piece.tokens[before].shape == Shape::Capital;
        capital && titles::starting(&[&word]).is_none() && !given_names(&word).is_empty()
    }

    /// Whether what stands before or behind says what it is: "the tanker Kessa", "Kessa LLC".
    fn is_announced(&self, at: usize) -> bool {
        const SHIPS: [&str; 16] = [
            "vessel",
            "tanker",
            "ship",
            "mv",
            "mt",
            "freighter",
            "carrier",
            "yacht",
            "судно",
            "судна",
            "танкер",
            "танкера",
            "navire",
            "buque",
            "schiff",
            "tankowiec",
        ];
        const BODIES: [&str; 12] = [
            "company",
            "group",
            "firm",
            "bank",
            "компания",
            "компании",
            "группа",
            "группы",
            "société",
            "groupe",
            "firma",
            "spółka",
        ];
        let word = |at: Option<usize>| {
            let token = self.piece.tokens.get(at?)?;
            Some(token.text(self.piece.text).to_lowercase())
        };
        let cues: &[&str] = if self.pattern.kind == Kind::Vessel { &SHIPS } else { &BODIES };
        let before = word(at.checked_sub(1));
        let behind = word(at.checked_add(1));
        // "is" and "as" are legal forms somewhere, but not in small letters.
        let form = behind
            .filter(|_| self.piece.tokens[at + 1].is_capital())
            .is_some_and(|word| legal_forms::starting(&[&folded(&word)]).is_some());
        form || before.is_some_and(|word| cues.contains(&&*word))
    }

    fn is_quoted(&self, at: usize) -> bool {
        let token = self.piece.tokens[at];
        is_quoted(self.piece.text, token.start as usize, token.end as usize)
    }

    fn between(&self, one: usize, next: usize) -> &str {
        self.piece
            .text
            .get(self.piece.tokens[one].end as usize..self.piece.tokens[next].start as usize)
            .unwrap_or_default()
    }
}

/// Whether what stands between two words leaves them in one name.
fn joins(between: &str) -> bool {
    between == " "
        || between.chars().count() <= 4
        && between.chars().all(|c| {
            c.is_whitespace()
                || matches!(c, '-' | '–' | '‐' | '‑' | ',' | '.' | '"' | '«' | '»' | '“' | '”' | '„' | '&' | '\'' | '’' | '(' | ')' | '/')
        })
        // A sentence ends there, or a paragraph.
        && !between.contains("\n\n")
}

/// Whether nothing but a space stands between two words.
fn is_tight(between: &str) -> bool {
    matches!(between, " " | "\n" | "\u{a0}" | "-")
}
