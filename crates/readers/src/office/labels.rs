//! How the labels of notes and lists are counted.

/// A way to write a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum NumberFormat {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
    /// a, b, … z, aa, bb
    LowerLetter,
    /// A, B, … Z, AA, BB
    UpperLetter,
    /// *, †, ‡, §, **, ††: the Chicago Manual's order
    Chicago,
}

impl NumberFormat {
    /// As WordprocessingML names it (`ST_NumberFormat`). Formats of other scripts are written as decimals.
    pub(crate) fn from_word(name: &str) -> Self {
        match name {
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            "lowerLetter" => Self::LowerLetter,
            "upperLetter" => Self::UpperLetter,
            "chicago" => Self::Chicago,
            _ => Self::Decimal,
        }
    }

    /// A number from 1 on, as printed.
    pub(crate) fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperRoman => roman(number),
            Self::LowerLetter => repeated(
                &[
                    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r",
                    "s", "t", "u", "v", "w", "x", "y", "z",
                ],
                number,
            ),
            Self::UpperLetter => Self::LowerLetter.write(number).to_uppercase(),
            Self::Chicago => repeated(&["*", "†", "‡", "§"], number),
        }
    }
}

/// Signs in turn; in the second round each stands twice.
fn repeated(signs: &[&str], number: u32) -> String {
    /// A label of more signs is nobody's; a file may start counting at four billion.
    const LONGEST: usize = 20;
    let index = number.saturating_sub(1) as usize;
    signs[index % signs.len()].repeat((index / signs.len() + 1).min(LONGEST))
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 4999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in PARTS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::NumberFormat::{self, *};

    fn check(format: NumberFormat, number: u32, expected: &str) {
        assert_eq!(format.write(number), expected, "{format:?} {number}");
    }

    #[test]
    fn labels_as_word_prints_them() {
        check(Decimal, 12, "12");
        check(LowerRoman, 4, "iv");
        check(LowerRoman, 1998, "mcmxcviii");
        check(LowerLetter, 1, "a");
        check(LowerLetter, 27, "aa");
        check(UpperLetter, 28, "BB");
        check(Chicago, 2, "†");
        check(Chicago, 5, "**");
        check(Chicago, 0, "*");
    }
}
