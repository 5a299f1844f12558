use super::{Tag, Words};

/// A clause of a sentence, as numbers of tokens, all included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// Of a relative clause: the word before "who", whose noun phrase is its subject.
    pub antecedent: Option<usize>,
}

/// How far a clause is followed to either side of a token: longer ones are lists.
const LONGEST: usize = 400;

/// How far behind "and" its verb is looked for.
const VERB_BEHIND_AND: usize = 12;

/// How far before "and" the verb of the clause before it is looked for.
const VERB_BEFORE_AND: usize = 40;

impl Words<'_> {
    /// The clause around a token: from the break, "that", "but", "and" with a verb of its own, or relative word before it to
    /// the next such one.
    #[must_use]
    pub fn clause_of(&self, token: usize) -> Clause {
        let mut clause = Clause { first: token, last: token, antecedent: None };
        while clause.first > token.saturating_sub(LONGEST) {
            if clause.first == 0 || self.parts(clause.first - 1) {
                break;
            }
            clause.first -= 1;
        }
        if clause.first > 0 && self.tag(clause.first - 1) == Tag::Relative {
            clause.antecedent = self.antecedent(clause.first - 1);
        }
        let end = self.len().min(token + LONGEST);
        while clause.last + 1 < end && !self.parts(clause.last + 1) {
            clause.last += 1;
        }
        clause
    }

    /// The clauses of the sentence, in order.
    #[must_use]
    pub fn clauses(&self) -> Vec<Clause> {
        let mut found = Vec::new();
        let mut first = 0;
        for at in 0..=self.len() {
            if at == self.len() || self.parts(at) {
                if first < at {
                    let antecedent = first.checked_sub(1).filter(|before| self.tag(*before) == Tag::Relative);
                    let antecedent = antecedent.and_then(|before| self.antecedent(before));
                    found.push(Clause { first, last: at - 1, antecedent });
                }
                first = at + 1;
            }
        }
        found
    }

    fn antecedent(&self, relative: usize) -> Option<usize> {
        let mut at = relative;
        while at > 0 {
            at -= 1;
            match self.tag(at) {
                Tag::Comma | Tag::Close | Tag::Preposition | Tag::Quote => {}
                Tag::Noun | Tag::Name | Tag::Adjective => return Some(at),
                _ => return None,
            }
        }
        None
    }

    /// Whether a token parts two clauses.
    #[must_use]
    pub fn parts(&self, at: usize) -> bool {
        let parting = self.parting.get_or_init(|| (0..self.len()).map(|at| self.is_part(at)).collect());
        parting.get(at).copied().unwrap_or(false)
    }

    fn is_part(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::Break | Tag::Relative => true,
            // "that day" is none, nor is French "que" behind "plus".
            Tag::Subordinator => !self.is_comparison(at),
            Tag::Coordinator => self.begins_clause(at),
            _ => false,
        }
    }

    fn is_comparison(&self, at: usize) -> bool {
        at > 0 && matches!(self.small(at - 1).as_str(), "plus" | "moins" | "autant" | "ainsi" | "même")
    }

    /// Whether "and" is followed by a subject and its verb: "and the army arrested", "and they bombed".
    fn begins_clause(&self, at: usize) -> bool {
        if !self.has_verb_before(at) {
            return false;
        }
        let mut noun = false;
        for next in at + 1..(at + 1 + VERB_BEHIND_AND).min(self.len()) {
            match self.tag(next) {
                Tag::Pronoun | Tag::Noun | Tag::Name => noun = true,
                Tag::Verb | Tag::Be | Tag::Have | Tag::Modal => {
                    return noun && self.tag(next - 1) != Tag::Number;
                }
                Tag::Participle if self.is_finite(next) => return noun,
                Tag::Break | Tag::Relative | Tag::Subordinator | Tag::Comma | Tag::Quote => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether a verb stands before "and": else what it joins are two subjects of one verb.
    fn has_verb_before(&self, at: usize) -> bool {
        // "…, and the army": the comma right before "and" parts nothing; one farther back begins the list.
        let end = if at > 0 && self.tag(at - 1) == Tag::Comma { at - 1 } else { at };
        let before = self.tags[at.saturating_sub(VERB_BEFORE_AND).min(end)..end].iter().rev();
        before
            .take_while(|tag| !matches!(tag, Tag::Break | Tag::Relative | Tag::Subordinator | Tag::Comma))
            .any(|tag| matches!(tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Modal | Tag::Participle))
    }

    /// An English past tense looks like a participle; with an object behind it, it is one no more.
    fn is_finite(&self, at: usize) -> bool {
        self.tongue.code == "en"
            && matches!(self.tag(at - 1), Tag::Noun | Tag::Name | Tag::Pronoun)
            && matches!(self.tag(at + 1), Tag::Determiner | Tag::Number | Tag::Noun | Tag::Name)
    }
}
