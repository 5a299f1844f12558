//! Two names of people.

use crate::reading::{Read, Role, Token, flags, of_particle};
use crate::scripts::is_one_syllable;
use crate::words::{Particle, is_arabic_name};

use super::account::{Account, Line, Span};
use super::pairing::{Pair, Pairing, bits};
use super::weights as w;
use super::{How, PartKind};

/// Gives the points of two names of people to an account.
pub(super) fn compare(pairing: &Pairing<'_>, account: &mut impl Account) {
    let (other_names, left_one, left_other) = contradictions(pairing);
    let all = pairing.pairs().iter().map(|pair| weight(pairing, pair)).sum::<f32>()
        + other_names.iter().flatten().map(|(one, other)| told(pairing, *one, *other)).sum::<f32>();
    let mut paired = 0;
    while let Some(pair) = next_pair(pairing, &mut paired) {
        let share = weight(pairing, pair) / all;
        let apart = pair.close.apart;
        let kind = what(pairing, pair.one, pair.other);
        let against = if kind == PartKind::Patronymic { w::OTHER_FATHER * apart } else { w::distance(apart) };
        let points = share - against;
        account.add(Line { what: kind, points, one: pair.one, other: pair.other, how: pair.close.how });
    }
    for (one, other) in other_names.into_iter().flatten() {
        let (one, other) = (Span::one(one), Span::one(other));
        let what = what(pairing, one, other);
        let points = match what {
            PartKind::FamilyName => w::OTHER_FAMILY,
            PartKind::Patronymic => w::OTHER_FATHER,
            _ if is_initial(pairing, one, other) => w::OTHER_INITIAL,
            _ => w::OTHER_NAME,
        };
        account.add(Line { what, points: -points, one, other, how: How::Differs });
    }
    missing(pairing, left_one, left_other, account);
    order(pairing, account);
    parents(pairing, account);
    generations(pairing, account);
}

/// Pairs in the order of the words of the first name; `paired` are those that were given out.
fn next_pair<'p>(pairing: &'p Pairing<'_>, paired: &mut u32) -> Option<&'p Pair> {
    let next = pairing
        .pairs()
        .iter()
        .filter(|pair| *paired & pair.one.bits() == 0)
        .min_by_key(|pair| pair.one.start)?;
    *paired |= next.one.bits();
    Some(next)
}

/// How much the words of a pair tell, in hundredths.
fn weight(pairing: &Pairing<'_>, pair: &Pair) -> f32 {
    let sum = |tokens: &[Token], span: Span| tokens[span.places()].iter().map(role_weight).sum::<f32>();
    (sum(pairing.one.tokens(), pair.one) + sum(pairing.other.tokens(), pair.other)) / 2.0
}

fn told(pairing: &Pairing<'_>, one: usize, other: usize) -> f32 {
    (role_weight(&pairing.one.tokens()[one]) + role_weight(&pairing.other.tokens()[other])) / 2.0
}

/// A father's name tells less than half of a name of one's own.
fn role_weight(token: &Token) -> f32 {
    match token.role {
        Role::Patronymic => 0.4 * f32::from(token.telling),
        _ => f32::from(token.telling),
    }
}

fn what(pairing: &Pairing<'_>, one: Span, other: Span) -> PartKind {
    let tokens = || pairing.one.tokens()[one.places()].iter().chain(&pairing.other.tokens()[other.places()]);
    let has = |role: Role| tokens().any(|token| token.role == role);
    if has(Role::Patronymic) {
        PartKind::Patronymic
    } else if has(Role::Family) {
        PartKind::FamilyName
    } else if has(Role::Given) || tokens().any(|token| token.flags & flags::GIVEN != 0) {
        PartKind::GivenName
    } else {
        PartKind::Name
    }
}

fn is_initial(pairing: &Pairing<'_>, one: Span, other: Span) -> bool {
    let tokens = pairing.one.tokens()[one.places()].iter().chain(&pairing.other.tokens()[other.places()]);
    tokens.into_iter().any(|token| token.role == Role::Initial)
}

/// Words that no word of the other side stands for: each with the one that stands in its place, as far as both sides have some.
type Contradictions = [Option<(usize, usize)>; 8];

fn contradictions(pairing: &Pairing<'_>) -> (Contradictions, u32, u32) {
    let (mut left_one, mut left_other) = (pairing.left_one, pairing.left_other);
    let mut found: Contradictions = [None; 8];
    let same = |role| (role, role);
    let (initial, father) = (Some(Role::Initial), Some(Role::Patronymic));
    let roles = [same(father), same(Some(Role::Family)), same(None), (initial, father), (father, initial)];
    let mut slots = found.iter_mut();
    for (first, second) in roles {
        while let (Some(one), Some(other)) =
            (next(pairing.one.tokens(), left_one, first), next(pairing.other.tokens(), left_other, second))
            && let Some(slot) = slots.next()
        {
            *slot = Some((one, other));
            left_one &= !(1 << one);
            left_other &= !(1 << other);
        }
    }
    (found, left_one, left_other)
}

/// The next word that can contradict: of a role, or of any but the father's, whose name the other side may have left out.
fn next(tokens: &[Token], left: u32, role: Option<Role>) -> Option<usize> {
    bits(left).find(|at| match role {
        Some(role) => tokens[*at].role == role,
        None => tokens[*at].role != Role::Patronymic,
    })
}

fn missing(pairing: &Pairing<'_>, left_one: u32, left_other: u32, account: &mut impl Account) {
    let agreeing = || pairing.pairs().iter().filter(|pair| !is_initial(pairing, pair.one, pair.other));
    let names: usize = agreeing().map(|pair| words_of(pairing, pair)).sum();
    let doubt = |points: f32| Line {
        what: PartKind::Name,
        points: -points,
        one: Span::NONE,
        other: Span::NONE,
        how: How::Missing,
    };
    if names == 0 {
        account.add(doubt(w::INITIALS_ALONE));
    }
    // Letters that differ and an initial leave too much open at once: Diallo B. is not Diala Barakat.
    if names == 1 && pairing.pairs().len() > 1 && agreeing().all(|pair| pair.close.how == How::Letters) {
        account.add(doubt(w::INITIAL_BESIDE_LETTERS));
    }
    let left =
        || bits(left_one).map(|at| (Side::One, at)).chain(bits(left_other).map(|at| (Side::Other, at)));
    // Beside one name alone nothing that is left out is minor: Hussain is not Hussain Jafarov.
    let is_all_minor = names == 1 && left().all(|(side, at)| is_minor(&side.read(pairing).tokens()[at]));
    let mut further = 0;
    for (side, at) in left() {
        let token = &side.read(pairing).tokens()[at];
        let points = if is_minor(token) && !is_all_minor {
            w::MISSING_FATHER
        } else if is_served(pairing, side) && !side.read(pairing).letter_bytes(token).starts_with(b"abdul") {
            // Abdul Mohammed, Shah Mohammed: the servant's word stands where the other has another name.
            w::OTHER_NAME
        } else if is_other_syllable(pairing, side, token) {
            w::OTHER_SYLLABLE
        } else if names >= 2 && token.flags & flags::FATHER != 0 {
            w::MISSING_FATHER
        } else {
            further += 1;
            match (names, further) {
                (2.., _) => w::missing_name(further, names),
                (_, 1) => w::MISSING_BESIDE_ONE + given_alone(pairing),
                _ => w::MISSING_FURTHER,
            }
        };
        let (one, other) = side.spans(Span::one(at));
        account.add(Line { what: what(pairing, one, other), points: -points, one, other, how: How::Missing });
    }
}

/// A name that a party may leave out.
fn is_minor(token: &Token) -> bool {
    matches!(token.role, Role::Patronymic | Role::Initial)
}

/// Which of the two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    One,
    Other,
}

impl Side {
    fn read<'a>(self, pairing: &Pairing<'a>) -> Read<'a> {
        match self {
            Self::One => pairing.one,
            Self::Other => pairing.other,
        }
    }

    const fn opposite(self) -> Self {
        match self {
            Self::One => Self::Other,
            Self::Other => Self::One,
        }
    }

    const fn of(self, pair: &Pair) -> Span {
        match self {
            Self::One => pair.one,
            Self::Other => pair.other,
        }
    }

    /// Words of this name, and none of the other.
    const fn spans(self, words: Span) -> (Span, Span) {
        match self {
            Self::One => (words, Span::NONE),
            Self::Other => (Span::NONE, words),
        }
    }
}

/// How many names agree in a pair. Parts of one word are one name, which counts where its first part agrees: syllables of Han and
/// Hangul, Muhammad-Ali written together.
fn words_of(pairing: &Pairing<'_>, pair: &Pair) -> usize {
    let begins = |tokens: &[Token], span: Span| {
        span.places()
            .filter(|at| {
                !at.checked_sub(1).is_some_and(|before| are_of_one_word(&tokens[before], &tokens[*at]))
            })
            .count()
    };
    let (one, other) = (begins(pairing.one.tokens(), pair.one), begins(pairing.other.tokens(), pair.other));
    let whole = |count: usize, span: Span| count == usize::from(span.count);
    match (whole(one, pair.one), whole(other, pair.other)) {
        (true, true) => one.max(other),
        _ => one.min(other),
    }
}

fn are_of_one_word(one: &Token, other: &Token) -> bool {
    (one.written, one.written_len) == (other.written, other.written_len)
}

/// Whether a word that is left is a syllable more than the other side's name of Han or Hangul has, or one of its own that is only half
/// there: those names are whole, and Yong is not Yong-ju.
fn is_other_syllable(pairing: &Pairing<'_>, side: Side, token: &Token) -> bool {
    let own = side.read(pairing);
    if token.is_of_signs() {
        let is_half = own.tokens().iter().filter(|part| are_of_one_word(part, token)).count() > 1;
        let is_paired =
            |pair: &Pair| side.of(pair).places().any(|at| are_of_one_word(&own.tokens()[at], token));
        return is_half && pairing.pairs().iter().any(is_paired);
    }
    let mut opposite = side.opposite().read(pairing).tokens().iter();
    opposite.any(Token::is_of_signs) && is_one_syllable(own.letter_bytes(token))
}

/// Whether a word of the other side than this one has a servant's word that its pair has not.
fn is_served(pairing: &Pairing<'_>, left: Side) -> bool {
    let length =
        |side: Side, pair: &Pair| side.read(pairing).tokens()[usize::from(side.of(pair).start)].letters_len;
    let mut served = pairing.pairs().iter().filter(|pair| pair.close.how == How::Served);
    served.any(|pair| {
        let shorter =
            if length(Side::One, pair) < length(Side::Other, pair) { Side::One } else { Side::Other };
        shorter == left
    })
}

/// What is taken because the one word that agrees is a given name, and nothing says that it is a family name too.
fn given_alone(pairing: &Pairing<'_>) -> f32 {
    let is_given = pairing.pairs().iter().any(|pair| {
        let tokens = || {
            pairing.one.tokens()[pair.one.places()].iter().chain(&pairing.other.tokens()[pair.other.places()])
        };
        tokens().any(|token| token.role == Role::Given || token.flags & flags::GIVEN != 0)
            && !tokens().any(|token| token.role == Role::Family)
    });
    if is_given { w::GIVEN_ALONE } else { 0.0 }
}

fn order(pairing: &Pairing<'_>, account: &mut impl Account) {
    let pairs = || pairing.pairs().iter().filter(|pair| pair.one.count == 1 && pair.other.count == 1);
    let tokens = |pair: &Pair| {
        (
            &pairing.one.tokens()[usize::from(pair.one.start)],
            &pairing.other.tokens()[usize::from(pair.other.start)],
        )
    };
    let is = |pair: &Pair, one: Role, other: Role| {
        let (first, second) = tokens(pair);
        first.role == one && second.role == other
    };
    let told = pairs().any(|pair| is(pair, Role::Given, Role::Family))
        && pairs().any(|pair| is(pair, Role::Family, Role::Given));
    let exchanged = if told || is_family_made_of_given(pairing) {
        Some(w::EXCHANGED)
    } else {
        are_two_given_exchanged(pairing).then(|| given_exchanged(pairing))
    };
    if let Some(points) = exchanged {
        let points = -points;
        account.add(Line {
            what: PartKind::Order,
            points,
            one: Span::NONE,
            other: Span::NONE,
            how: How::Exchanged,
        });
        return;
    }
    let fathers = |pair: &Pair| {
        let (one, other) = tokens(pair);
        (one.flags & flags::FATHER != 0, other.flags & flags::FATHER != 0)
    };
    if pairs().any(|pair| fathers(pair) == (true, false))
        && pairs().any(|pair| fathers(pair) == (false, true))
    {
        let points = -w::FATHER_EXCHANGED;
        account.add(Line {
            what: PartKind::Order,
            points,
            one: Span::NONE,
            other: Span::NONE,
            how: How::Exchanged,
        });
    }
}

/// Two given names in the other order, and no word more: which of them is the family's cannot be told, but it is another.
fn are_two_given_exchanged(pairing: &Pairing<'_>) -> bool {
    let two = |tokens: &[Token]| {
        tokens.len() == 2
            && tokens.iter().all(|token| token.role == Role::Name && token.flags & flags::GIVEN != 0)
    };
    let crossed = |pair: &Pair| pair.one.start != pair.other.start;
    two(pairing.one.tokens())
        && two(pairing.other.tokens())
        && pairing.pairs().len() == 2
        && pairing.pairs().iter().all(crossed)
}

/// What two given names in the other order take: less where they are no family's, and lists begin with either.
fn given_exchanged(pairing: &Pairing<'_>) -> f32 {
    let tokens = pairing.one.tokens();
    if tokens.iter().all(|token| is_arabic_name(pairing.one.letters(token))) {
        w::FATHER_BEHIND
    } else {
        w::EXCHANGED
    }
}

/// Aleksei Dmitriev and Dmitri Alekseev: each is called by what the other's family is made of.
fn is_family_made_of_given(pairing: &Pairing<'_>) -> bool {
    let makes = |pair: &Pair, given: Side| {
        let is_given = |side: Side| {
            side.read(pairing).tokens()[usize::from(side.of(pair).start)].flags & flags::GIVEN != 0
        };
        pair.close.how == How::Letters && is_given(given) && !is_given(given.opposite())
    };
    let has = |given| pairing.pairs().iter().any(|pair| makes(pair, given));
    has(Side::One) && has(Side::Other)
}

/// Called father on one side, mother on the other: that of the first name, since grandfathers have such names too.
fn parents(pairing: &Pairing<'_>, account: &mut impl Account) {
    let first = |read: Read<'_>| {
        read.tokens().first().filter(|token| token.role == Role::Particle).map(|token| token.meaning)
    };
    let (father, mother) = (of_particle(Particle::Father), of_particle(Particle::Mother));
    if let (Some(one), Some(other)) = (first(pairing.one), first(pairing.other))
        && [(father, mother), (mother, father)].contains(&(one, other))
    {
        let span = Span::one(0);
        account.add(Line {
            what: PartKind::Particle,
            points: -w::OTHER_PARENT,
            one: span,
            other: span,
            how: How::Differs,
        });
    }
}

fn generations(pairing: &Pairing<'_>, account: &mut impl Account) {
    let place = |tokens: &[Token]| tokens.iter().position(|token| token.role == Role::Generation);
    let (one, other) = (place(pairing.one.tokens()), place(pairing.other.tokens()));
    let span = |place: Option<usize>| place.map_or(Span::NONE, Span::one);
    let (points, how) = match (one, other) {
        (None, None) => return,
        (Some(first), Some(second)) => {
            let meaning = |read: Read<'_>, at: usize| read.tokens()[at].meaning;
            if meaning(pairing.one, first) == meaning(pairing.other, second) {
                (0.0, How::Same)
            } else {
                (-w::OTHER_GENERATION, How::Differs)
            }
        }
        _ => (-w::MISSING_GENERATION, How::Missing),
    };
    account.add(Line { what: PartKind::Generation, points, one: span(one), other: span(other), how });
}
