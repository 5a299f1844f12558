//! Chance that falls the same in every run.

/// Numbers by SplitMix64 (Steele, Lea, Flood 2014).
pub struct Chance(u64);

/// Of which families' names are made: enough that most are rare, as they are.
const BEGINNINGS: [&str; 40] = [
    "Har", "Wil", "Bar", "Cal", "Dun", "Mac", "Nor", "Pem", "Ash", "Ros", "Hol", "Win", "Brad", "Stan",
    "Ken", "Lang", "Mar", "Whit", "Black", "Good", "Cart", "Ell", "Fair", "Gar", "Hud", "Jar", "Kirk", "Law",
    "Mor", "Old", "Par", "Quin", "Red", "Sher", "Tal", "Under", "Var", "West", "Yar", "Thorn",
];
const ENDINGS: [&str; 40] = [
    "son", "ton", "ley", "ford", "man", "er", "wood", "field", "well", "by", "ham", "worth", "stone", "more",
    "land", "court", "bury", "ridge", "ing", "den", "brook", "low", "dale", "shaw", "wick", "house", "gate",
    "bridge", "hurst", "croft", "grave", "may", "ell", "ard", "combe", "stead", "lock", "water", "mont",
    "berry",
];
const USUAL: [&str; 40] = [
    "Smith", "Jones", "Williams", "Taylor", "Brown", "Davies", "Evans", "Wilson", "Thomas", "Johnson",
    "Roberts", "Robinson", "Thompson", "Wright", "Walker", "White", "Edwards", "Hughes", "Green", "Hall",
    "Lewis", "Harris", "Clarke", "Patel", "Jackson", "Wood", "Turner", "Martin", "Cooper", "Hill", "Ward",
    "Morris", "Moore", "Clark", "Lee", "King", "Baker", "Harrison", "Morgan", "Allen",
];

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// From 0 up to and without a number that is not 0.
    pub fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    /// Whether something is so that is so in this share of all cases.
    pub fn is(&mut self, share: f64) -> bool {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64 <= share
    }

    /// A place in a list whose first entries are the usual ones (the square of an even chance).
    pub fn usual(&mut self, count: usize) -> usize {
        let even = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((even * even * count as f64) as usize).min(count.saturating_sub(1))
    }

    /// The name of a family: three in ten bear one of forty, the others one of thousands.
    pub fn family(&mut self) -> String {
        if self.is(0.3) {
            return USUAL[self.usual(USUAL.len())].to_owned();
        }
        let middle = ["", "", "a", "e", "i", "el", "en", "ing", "ber", "ter"][self.below(10)];
        format!("{}{middle}{}", BEGINNINGS[self.below(40)], ENDINGS[self.below(40)])
    }

    /// Adds, leaves out, changes, or exchanges letters once; one time in five twice.
    pub fn misspell(&mut self, text: &mut String) {
        let mut letters: Vec<char> = text.chars().collect();
        for _ in 0..if self.is(0.2) { 2 } else { 1 } {
            let place = self.below(letters.len());
            let other = char::from(b'a' + self.below(26) as u8);
            match self.below(5) {
                0 if letters.len() > 2 => drop(letters.remove(place)),
                1 => letters.insert(place, other),
                2 if place + 1 < letters.len() => letters.swap(place, place + 1),
                3 if place < letters.len() => letters.insert(place, letters[place]),
                _ if place < letters.len() => letters[place] = other,
                _ => {}
            }
        }
        *text = letters.into_iter().collect();
    }

    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for place in (1..all.len()).rev() {
            let other = self.below(place + 1);
            all.swap(place, other);
        }
    }
}
