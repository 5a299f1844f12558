//! A few ways of writing one text.

/// The most forms of one text: more cost every comparison and add little, since [`super::sounds`] joins what is left.
const MOST: usize = 4;

/// Ways of writing one text, the best first, no two the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Forms(Vec<String>);

impl Forms {
    pub fn of(forms: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut all = Self::default();
        for form in forms {
            all.add(form.into());
        }
        all
    }

    /// One more way, unless it is there or there are enough.
    pub fn add(&mut self, form: String) {
        if self.0.len() < MOST && !form.is_empty() && !self.0.contains(&form) {
            self.0.push(form);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.iter().map(String::as_str)
    }

    /// Each way of this followed by the way of the same rank of what is behind, with `between` between.
    pub fn then(self, behind: &Self, between: &str) -> Self {
        if self.is_empty() {
            return behind.clone();
        }
        if behind.is_empty() {
            return self;
        }
        let ranked = |forms: &Self, rank: usize| forms.0.get(rank).unwrap_or(&forms.0[0]).clone();
        let ranks = self.0.len().max(behind.0.len());
        Self::of((0..ranks).map(|rank| ranked(&self, rank) + between + &ranked(behind, rank)))
    }

    pub fn into_vec(self) -> Vec<String> {
        self.0
    }
}
