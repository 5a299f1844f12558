//! Which claims of one incident count the same people, so that their figures can contradict each other.

use crate::Source;
use crate::claims::{Claim, ClaimKind};
use crate::quantities::{Bounds, Closeness, Figure};
use crate::text::fold_words;

use super::ClaimRef;
use super::event::plain;
use super::fact::{Fact, seen};
use super::names::Key;
use super::share::{Share, share};
use super::words::{Cue, Victims, words};

/// A claim as one side of a quantity.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub of: ClaimRef,
    pub kinds: Vec<ClaimKind>,
    pub figure: Figure,
    pub bounds: Bounds,
    pub speakers: Vec<Key>,
    victims: Option<Victims>,
    /// Where no list knows them: the words.
    unknown_victims: Option<String>,
    named_victims: Vec<Key>,
    perpetrators: Vec<Key>,
    /// The army is said to have done it, or says it itself.
    by_soldiers: bool,
    share: Share,
    /// A later toll: what was lower before is not in dispute with it.
    is_update: bool,
    /// An early toll: what is higher is not in dispute with it.
    is_early: bool,
    place: Option<String>,
    place_is_named: bool,
}

/// Whom two figures count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The same people.
    Alike,
    /// The first counts some of those whom the second counts.
    Within,
    /// The other way round.
    Around,
}

impl Statement {
    /// `None` where a claim says no number, or says that it did not happen.
    pub fn of(source: &Source<'_>, fact: &Fact) -> Option<Self> {
        let claim = &source.analysis.claims[fact.of.claim];
        if !counts_people(claim) {
            return None;
        }
        let quote = |span| source.document.quote(span);
        // People named in another sentence are those of another figure.
        let own = |span: &crate::document::Span| fact.stands.is_none_or(|at| at.whole.contains(*span));
        let victims_text = claim.victims.filter(own).map(quote);
        let own_side = fact.cues.has(Cue::OwnSide).then_some(Victims::Soldiers);
        let victims = victims_text.map_or(own_side, |text| words().victims(text));
        let mut bounds = bounds(source, claim, fact, victims)?;
        let share = share(source, fact.of.claim);
        if share == Share::Some {
            bounds.high = None;
        }
        let is_army = |text: &str| words().victims(text) == Some(Victims::Soldiers);
        let by = claim.perpetrators.map(quote).is_some_and(is_army);
        let says = claim.perpetrators.is_none()
            && claim.said_by.first().map(|span| quote(*span)).is_some_and(is_army);
        let unknown = victims_text.filter(|_| victims.is_none()).map(fold_words);
        Some(Self {
            of: fact.of,
            kinds: if claim.combined.is_empty() { vec![plain(claim.what)] } else { claim.combined.clone() },
            figure: claim.figure,
            bounds,
            speakers: fact.speakers.clone(),
            victims,
            unknown_victims: unknown,
            named_victims: if victims_text.is_some() { fact.victims.clone() } else { Vec::new() },
            perpetrators: fact.perpetrators.clone(),
            by_soldiers: by || says,
            share,
            is_update: fact.cues.has(Cue::Update),
            is_early: fact.cues.has(Cue::Early),
            place: claim.place.map(|span| fold_words(quote(span))),
            place_is_named: !fact.place.names.is_empty(),
        })
    }

    /// Whether it counts some of those of another figure.
    pub fn counts_some(&self) -> bool {
        self.share == Share::Some
    }

    /// Whether both cannot hold, being about the same people.
    pub fn contradicts(&self, other: &Self) -> bool {
        let Some(scope) = self.scope(other) else {
            return false;
        };
        let (below, above) = (self.bounds.is_below(other.bounds), other.bounds.is_below(self.bounds));
        let outdated =
            below && (other.is_update || self.is_early) || above && (self.is_update || other.is_early);
        let excluded = match scope {
            Scope::Alike => below || above,
            Scope::Within => above,
            Scope::Around => below,
        };
        excluded && !outdated
    }

    /// Whom the two count; `None` where they count different people, or it cannot be told.
    pub fn scope(&self, other: &Self) -> Option<Scope> {
        if self.kinds != other.kinds || self.is_elsewhere(other) || other.is_elsewhere(self) {
            return None;
        }
        let names = (&self.named_victims, &other.named_victims);
        let shared = names.0.iter().any(|name| names.1.contains(name));
        if !names.0.is_empty() && !names.1.is_empty() && !shared {
            return None;
        }
        // What was added to others is held against nothing: those others are not known.
        if self.share == Share::Further || other.share == Share::Further {
            return None;
        }
        if self.share == Share::Part || other.share == Share::Part {
            return (self.victims.is_some() && self.victims == other.victims).then_some(Scope::Alike);
        }
        self.scope_by_noun(other)
    }

    fn scope_by_noun(&self, other: &Self) -> Option<Scope> {
        let (one, two) = (self.group(), other.group());
        match (one, two) {
            (Group::Unknown, Group::Unknown) => {
                (self.unknown_victims == other.unknown_victims).then_some(Scope::Alike)
            }
            _ if one == two => Some(Scope::Alike),
            (Group::Foes, Group::Everybody) | (Group::Everybody, Group::Foes) => {
                self.same_side(other).then_some(Scope::Alike)
            }
            (Group::Foes, Group::Civil(_)) => self.same_side(other).then_some(Scope::Around),
            (Group::Civil(_), Group::Foes) => self.same_side(other).then_some(Scope::Within),
            (Group::Apart(_), _) | (_, Group::Apart(_)) => None,
            (Group::Civil(Victims::Civilians), Group::Civil(_)) => Some(Scope::Around),
            (Group::Civil(_), Group::Civil(Victims::Civilians)) => Some(Scope::Within),
            // "The army lost seven men": soldiers.
            (Group::Men, Group::Armed(Victims::Soldiers)) => Some(Scope::Around),
            (Group::Armed(Victims::Soldiers), Group::Men) => Some(Scope::Within),
            (Group::Everybody, _) => Some(Scope::Around),
            (_, Group::Everybody) => Some(Scope::Within),
            _ => None,
        }
    }

    fn group(&self) -> Group {
        use Victims as V;
        match self.victims {
            None if self.unknown_victims.is_some() => Group::Unknown,
            None | Some(V::Anyone | V::Bodies) => Group::Everybody,
            Some(V::Adults) => Group::Men,
            Some(V::Foes) => Group::Foes,
            Some(own @ (V::Soldiers | V::Police | V::Fighters)) => Group::Armed(own),
            Some(
                own @ (V::Children
                | V::Boys
                | V::Girls
                | V::Infants
                | V::Pupils
                | V::Women
                | V::Elderly
                | V::Families),
            ) => Group::Apart(own),
            Some(own) => Group::Civil(own),
        }
    }

    /// Both tell what one side did: the same party, or the army by its own account and by others'.
    fn same_side(&self, other: &Self) -> bool {
        self.perpetrators.iter().any(|name| other.perpetrators.contains(name))
            || self.speakers.iter().any(|name| other.perpetrators.contains(name))
            || other.speakers.iter().any(|name| self.perpetrators.contains(name))
            || self.by_soldiers && other.by_soldiers
    }

    /// It counts at a place without a name ("at the well"), a part of where the other counts.
    fn is_elsewhere(&self, other: &Self) -> bool {
        self.place.is_some() && !self.place_is_named && self.place != other.place
    }
}

/// What victims are, as far as it decides who is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// People, bodies, or nobody named.
    Everybody,
    /// Soldiers, or only the men among others.
    Men,
    /// Civilians, and kinds of them.
    Civil(Victims),
    /// Soldiers, fighters, police.
    Armed(Victims),
    /// What one side calls those whom it killed.
    Foes,
    /// Children, women, families: always a part, or another unit.
    Apart(Victims),
    /// No list knows the noun.
    Unknown,
}

/// Attacks are counted in strikes, bombs, days: what one is differs between speakers.
fn counts_people(claim: &Claim) -> bool {
    match claim.what {
        ClaimKind::Attacks | ClaimKind::Operations => false,
        ClaimKind::Other => !claim.combined.is_empty(),
        _ => true,
    }
}

fn bounds(source: &Source<'_>, claim: &Claim, fact: &Fact, victims: Option<Victims>) -> Option<Bounds> {
    let none = claim.figure.low.or(claim.figure.high) == Some(0) && claim.figure.high == Some(0);
    if claim.negated || none {
        return None;
    }
    let number = claim.number.map(|span| source.document.quote(span)).unwrap_or_default();
    let about = words().cues(number).has(Cue::About) && claim.figure.approximate;
    let closeness = if about { Closeness::About } else { Closeness::AsWritten };
    let mut bounds = Bounds::of(claim.figure, closeness)?;
    // Bodies found, and what one person saw, are never all.
    let sees_part = fact.stands.is_some_and(|at| words().cues(seen(source, at)).has(Cue::Witnessed));
    if victims == Some(Victims::Bodies) || sees_part {
        bounds.high = None;
    }
    Some(bounds)
}
