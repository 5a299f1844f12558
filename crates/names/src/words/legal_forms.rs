//! Legal forms of companies and bodies, across languages (`data/legal_forms.tsv`).

use std::sync::OnceLock;

use super::lexicon::Lexicon;
use super::{Known, rows};
use crate::scripts::folded;

/// What a legal form is, whatever its language: OOO, LLC, SARL, ТОО, `GmbH`, 有限公司 are all [`LegalForm::Limited`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LegalForm {
    /// A company whose members answer with their shares, and whose shares are not traded.
    Limited,
    /// A company with shares: open, closed, public, or not said.
    Stock,
    /// A company, corporation or firm: the form itself is not said (Inc., Corp., Co.).
    Company,
    /// Partners who answer with all they have.
    Partnership,
    /// Partners of whom some, or all, answer only with their part (LP, LLP, KG).
    LimitedPartnership,
    /// Somebody who trades alone.
    SoleTrader,
    /// An enterprise of a state, region or town.
    State,
    /// An institution of a state or for the public good (учреждение).
    Institution,
    /// A foundation, or an endowment (waqf, bonyad).
    Foundation,
    /// A society of members without profit.
    Association,
    /// A cooperative.
    Cooperative,
    /// Property held for somebody.
    Trust,
    /// A part of a company without a person of its own.
    Branch,
    /// A free-zone or offshore company (FZE, FZCO, FZ-LLC, DMCC, SAL offshore).
    FreeZone,
    /// A political party or public movement as registered.
    Party,
}

/// Names of the classes in the table.
pub(super) const CLASSES: [(&str, LegalForm); 15] = [
    ("limited", LegalForm::Limited),
    ("stock", LegalForm::Stock),
    ("company", LegalForm::Company),
    ("partnership", LegalForm::Partnership),
    ("limitedpartnership", LegalForm::LimitedPartnership),
    ("soletrader", LegalForm::SoleTrader),
    ("state", LegalForm::State),
    ("institution", LegalForm::Institution),
    ("foundation", LegalForm::Foundation),
    ("association", LegalForm::Association),
    ("cooperative", LegalForm::Cooperative),
    ("trust", LegalForm::Trust),
    ("branch", LegalForm::Branch),
    ("freezone", LegalForm::FreeZone),
    ("party", LegalForm::Party),
];

/// What an entry begins with that is only looked for within words without spaces.
const UNSPACED: char = '~';

#[derive(Debug)]
struct Table {
    phrases: Lexicon<LegalForm>,
    /// Folded forms within words without spaces, the longest first.
    unspaced: Vec<(String, LegalForm)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let entries = rows::pairs(include_str!("../../data/legal_forms.tsv")).flat_map(|(class, forms)| {
            let class = CLASSES.iter().find(|(name, _)| *name == class).map(|(_, class)| *class);
            forms.split('|').filter_map(move |form| Some((form, class?)))
        });
        let (unspaced, phrases): (Vec<_>, Vec<_>) = entries.partition(|(form, _)| form.starts_with(UNSPACED));
        let mut unspaced: Vec<(String, LegalForm)> = unspaced
            .into_iter()
            .map(|(form, class)| (folded(form.trim_start_matches(UNSPACED)), class))
            .collect();
        unspaced.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Table { phrases: Lexicon::new(phrases), unspaced }
    })
}

/// The longest legal form that these folded words begin with.
///
/// ```
/// use names::words::{LegalForm, legal_forms};
///
/// let found = legal_forms::starting(&["sp", "z", "oo", "warszawa"]).unwrap();
/// assert_eq!((found.what, found.words), (LegalForm::Limited, 3));
/// ```
#[must_use]
pub fn starting(words: &[&str]) -> Option<Known<LegalForm>> {
    table().phrases.starting(words)
}

/// The legal form with which a folded word that is written without spaces ends or begins, and the rest of the word: Han, kana,
/// Hangul, Thai, and Germanic compounds (`siemensaktiengesellschaft`). None if nothing else is left.
///
/// ```
/// use names::words::{LegalForm, legal_forms};
///
/// assert_eq!(legal_forms::within("华为技术有限公司"), Some((LegalForm::Limited, "华为技术")));
/// ```
#[must_use]
pub fn within(word: &str) -> Option<(LegalForm, &str)> {
    table().unspaced.iter().find_map(|(form, class)| {
        let is_compound = form.is_ascii();
        let rest =
            word.strip_suffix(&**form).or_else(|| word.strip_prefix(&**form).filter(|_| !is_compound))?;
        (!rest.is_empty()).then_some((*class, rest))
    })
}
