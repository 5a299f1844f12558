//! Whether a text's lines end where the paper did (hard-wrapped) or where the author ended a paragraph.

/// Shortest width that lines are wrapped at, in characters: two-column pages.
const NARROWEST: usize = 32;
/// Widest, in characters; longer lines are paragraphs.
const WIDEST: usize = 130;
/// How full a wrapped line is with the next line's first word, of the width, in hundredths. Proportional type lets
/// the count of characters vary.
const FULL_PERCENT: usize = 80;
/// Share of a text's lines that may be longer than [`WIDEST`] while the text counts as wrapped (URLs, tables), in hundredths.
const LONG_LINES_PERCENT: usize = 2;
/// Share of its inner line ends that are full in a text that counts as wrapped, in hundredths.
const FULL_LINES_PERCENT: usize = 60;

/// Most of its inner line ends that may also end a sentence, in hundredths: paragraphs of one line all do.
const SENTENCE_ENDS_PERCENT: usize = 60;

/// How a text's lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wrapping {
    /// The width in characters of a hard-wrapped text.
    width: Option<usize>,
}

impl Wrapping {
    /// Nothing is known of the text around.
    pub(crate) const UNKNOWN: Self = Self { width: None };

    /// Measures the whole text.
    pub(crate) fn measure(text: &str) -> Self {
        let mut lengths = Vec::new();
        let mut long = 0;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let length = characters(line);
            if length > WIDEST {
                long += 1;
            }
            lengths.push(length);
        }
        if long * 100 > lengths.len() * LONG_LINES_PERCENT {
            return Self { width: None };
        }
        lengths.retain(|length| *length <= WIDEST);
        lengths.sort_unstable();
        let width = lengths.get(lengths.len() * 95 / 100).copied().unwrap_or(0);
        let wrapped = width >= NARROWEST && mostly_full(text, width);
        Self { width: wrapped.then_some(width) }
    }

    /// The width at which the text is wrapped.
    pub(crate) const fn width(self) -> Option<usize> {
        self.width
    }

    /// Whether these lines are one wrapped paragraph, whatever the rest of the text is.
    pub(crate) fn of_group(self, lines: &[&str]) -> bool {
        if lines.len() < 2 {
            return true;
        }
        let widest = lines.iter().map(|line| characters(line.trim())).max().unwrap_or(0);
        let width = self.width.unwrap_or(widest);
        if self.width.is_none() && (lines.len() < 3 || !(NARROWEST..=WIDEST).contains(&widest)) {
            return false;
        }
        lines.windows(2).all(|pair| is_full(pair[0], pair[1], width.min(widest.max(NARROWEST))))
    }
}

/// Whether a line ends because the next word had no room, or in the middle of one.
pub(crate) fn is_full(line: &str, next: &str, width: usize) -> bool {
    if line.trim_end().ends_with('-') {
        return true;
    }
    let first_word = next.split_whitespace().next().map_or(0, characters);
    (characters(line.trim()) + 1 + first_word) * 100 >= width * FULL_PERCENT
}

/// Whether the line ends within groups of lines are mostly full.
fn mostly_full(text: &str, width: usize) -> bool {
    let (mut inner, mut full, mut sentences) = (0_usize, 0_usize, 0_usize);
    let mut before = "";
    for line in text.lines().map(str::trim) {
        if !before.is_empty() && !line.is_empty() {
            inner += 1;
            full += usize::from(is_full(before, line, width));
            sentences += usize::from(before.ends_with(['.', '!', '?']));
        }
        before = line;
    }
    inner > 0 && full * 100 >= inner * FULL_LINES_PERCENT && sentences * 100 <= inner * SENTENCE_ENDS_PERCENT
}

fn characters(text: &str) -> usize {
    text.bytes().filter(|b| (*b as i8) >= -0x40).count()
}
