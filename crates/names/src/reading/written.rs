//! A name cut into the words that are written in it.

use crate::scripts::{Script, folded, script_of};

use super::{TEXT, WORDS};

/// What a dot behind one letter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dots {
    /// The letter is short for a word: `J.-C. Juncker`.
    Abbreviate,
    /// The letters are one word: `S.A.`, `A.B.C.`.
    Join,
}

/// A word as written, and as tables are asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// Where it stands in the name, in bytes.
    pub start: usize,
    pub end: usize,
    pub folded: String,
    /// Joined to the next word: by a hyphen, or by nothing but a change to capitals or digits.
    pub joined: bool,
    /// A dot stands behind it.
    pub dotted: bool,
    /// A comma stands before it, and no comma before that.
    pub behind_comma: bool,
    /// Two letters or more, all capitals.
    pub capitals: bool,
    /// The script of its first letter.
    pub script: Script,
    /// Letters of another script stood among its letters.
    pub mixed: bool,
}

/// The words of a text, at most [`WORDS`] out of its first [`TEXT`] bytes.
pub(super) fn words(text: &str, dots: Dots) -> Vec<Written> {
    let text = &text[..text.floor_char_boundary(TEXT)];
    let mut words: Vec<Written> = Vec::new();
    let mut commas = 0;
    for piece in pieces(text, dots) {
        match piece {
            Piece::Word { start, end, joined } => {
                if words.len() == WORDS {
                    break;
                }
                let behind_comma = commas == 1 && !words.is_empty();
                if let Some(cut) = elided(&text[start..end]).filter(|_| dots == Dots::Join) {
                    words.extend(word(text, start, start + cut, true, behind_comma));
                    words.extend(word(text, start + cut, end, joined, behind_comma));
                } else {
                    words.extend(word(text, start, end, joined, behind_comma));
                }
            }
            Piece::Dot => words.last_mut().into_iter().for_each(|word| word.dotted = true),
            Piece::Comma => commas += 1,
        }
    }
    words.truncate(WORDS);
    words
}

/// How Spain shortens the name, alone and beside others.
pub(super) const MARIA: &str = "Mª";

fn word(text: &str, start: usize, end: usize, joined: bool, behind_comma: bool) -> Option<Written> {
    let written = &text[start..end];
    let folded = match written {
        "&" => "and".to_owned(),
        "%" => "percent".to_owned(),
        MARIA => "maria".to_owned(),
        _ => folded(written).replace(' ', ""),
    };
    if folded.is_empty() {
        return None;
    }
    let scripts = || written.chars().map(script_of).filter(|script| *script != Script::Common);
    let script = scripts().next().unwrap_or(Script::Common);
    let letters = || written.chars().filter(|letter| letter.is_alphabetic());
    Some(Written {
        start,
        end,
        folded,
        joined,
        dotted: false,
        behind_comma,
        capitals: letters().count() > 1
            && letters().all(|letter| !letter.is_lowercase() && letter.is_uppercase()),
        script,
        mixed: scripts().any(|other| other != script) && script != Script::Han && script != Script::Kana,
    })
}

/// Where a small word ends that a language writes together with the next: `l'Intérieur`, `dell'Aria`, and Arabic "and the".
fn elided(written: &str) -> Option<usize> {
    const SMALL: [&str; 9] = ["l", "d", "dell", "all", "nell", "dall", "sull", "qu", "degl"];
    const AND_THE: &str = "وال";
    if let Some(rest) = written.strip_prefix(AND_THE) {
        return (rest.chars().count() >= 3).then_some('و'.len_utf8());
    }
    let (at, mark) = written.char_indices().find(|(_, letter)| sign(*letter) == Sign::Within)?;
    let is_small = SMALL.iter().any(|small| written[..at].eq_ignore_ascii_case(small));
    (is_small && written.len() > at + 3).then_some(at + mark.len_utf8())
}

enum Piece {
    Word { start: usize, end: usize, joined: bool },
    Dot,
    Comma,
}

/// What a character is to the one who cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Letter,
    Digit,
    Within,
    Hyphen,
    Dot,
    Comma,
    Whole,
    Between,
}

fn sign(character: char) -> Sign {
    match character {
        '-' | '‐' | '‑' | '–' | '־' | '゠' => Sign::Hyphen,
        '.' | '．' => Sign::Dot,
        ',' | '،' | '，' => Sign::Comma,
        '&' | '%' => Sign::Whole,
        '\'' | '’' | '‘' | '‛' | '`' | '´' | '′' | '׳' | '״' | '՚' | '\u{ad}' | '\u{200b}'..='\u{200f}' => {
            Sign::Within
        }
        _ if character.is_numeric() => Sign::Digit,
        _ if character.is_alphanumeric() || is_mark(character) => Sign::Letter,
        _ => Sign::Between,
    }
}

/// Signs above, below and behind letters: Unicode's `Mn` and `Mc` of the scripts that names are written in.
fn is_mark(character: char) -> bool {
    matches!(u32::from(character), 0x300..0x370 | 0x483..0x488 | 0x591..0x5C8 | 0x610..0x61B | 0x640 | 0x64B..0x660 | 0x670
        | 0x6D6..0x6EE | 0x900..0x1100 | 0x135D..0x1360 | 0x1780..0x17E0 | 0x2B0..0x2E0 | 0x30FC)
        && !matches!(u32::from(character), 0x964 | 0x965 | 0x104A | 0x104B)
}

fn pieces(text: &str, dots: Dots) -> Vec<Piece> {
    let mut cutter = Cutter { pieces: Vec::new(), start: None, letters: 0 };
    let mut before = Sign::Between;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let sign = sign(character);
        let next = characters.peek().map(|&(_, next)| next);
        match sign {
            Sign::Letter | Sign::Digit => {
                let turns = cutter
                    .start
                    .is_some_and(|start| turns(&text[start..at], &text[at..], before, sign, dots));
                if turns {
                    cutter.end(at, true);
                }
                cutter.start.get_or_insert(at);
                cutter.letters += 1;
            }
            Sign::Within => {}
            // s/o, d/o, a/l, a/p: son and daughter of.
            Sign::Between
                if character == '/'
                    && dots == Dots::Abbreviate
                    && is_between_letters(&text[..at], &text[at + 1..]) => {}
            Sign::Dot
                if dots == Dots::Join && cutter.letters == 1 && next.is_some_and(char::is_alphabetic) =>
            {
                cutter.letters = 0;
            }
            Sign::Dot => {
                cutter.end(at, false);
                cutter.pieces.push(Piece::Dot);
            }
            Sign::Comma => {
                cutter.end(at, false);
                cutter.pieces.push(Piece::Comma);
            }
            Sign::Hyphen => cutter.end(at, next.is_some_and(char::is_alphanumeric)),
            Sign::Whole => {
                cutter.end(at, character == '%');
                let joined = next.is_some_and(char::is_alphanumeric);
                cutter.pieces.push(Piece::Word { start: at, end: at + character.len_utf8(), joined });
            }
            Sign::Between => cutter.end(at, false),
        }
        before = sign;
    }
    cutter.end(text.len(), false);
    cutter.pieces
}

/// Whether one letter stands before and one behind, each alone.
fn is_between_letters(before: &str, behind: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_end = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let (mut before, mut behind) = (before.chars().rev(), behind.chars());
    is_letter(before.next()) && is_end(before.next()) && is_letter(behind.next()) && is_end(behind.next())
}

/// Whether a script is written without spaces, a sign for a syllable or a word.
pub(super) const fn is_unspaced(script: Script) -> bool {
    matches!(script, Script::Han | Script::Kana | Script::Hangul | Script::Thai)
}

struct Cutter {
    pieces: Vec<Piece>,
    /// Where the word begins that is being read.
    start: Option<usize>,
    /// Letters since the word began, or since a dot within it.
    letters: usize,
}

impl Cutter {
    fn end(&mut self, end: usize, joined: bool) {
        if let Some(start) = self.start.take() {
            self.pieces.push(Piece::Word { start, end, joined });
        }
        self.letters = 0;
    }
}

/// Whether a new word begins at a letter although nothing stands before it: `SiemensAG`, `RamiMakhlouf`, `Brigade44`. Three
/// letters must stand before: `McDonald`, `DiCaprio` and `G4S` are one word. Digits in somebody's name stand for letters.
fn turns(word: &str, rest: &str, before: Sign, sign: Sign, dots: Dots) -> bool {
    let long = word.chars().count() >= 3;
    match (before, sign) {
        (Sign::Letter, Sign::Digit) => {
            let are_signs = || word.chars().all(|letter| is_unspaced(script_of(letter)));
            dots == Dots::Join && (long && word.chars().all(char::is_alphabetic) || are_signs())
        }
        // 海丰8号: the number is one, and what counts it is another word.
        (Sign::Digit, Sign::Letter) => {
            dots == Dots::Join
                && word.bytes().all(|byte| byte.is_ascii_digit())
                && rest.chars().next().is_some_and(|letter| is_unspaced(script_of(letter)))
        }
        (Sign::Letter, Sign::Letter) => {
            let is_small = word.chars().next_back().is_some_and(char::is_lowercase);
            // One capital at the end is a slip: rimaldiV.
            let mut next = rest.chars();
            let goes_on =
                next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_alphabetic);
            long && is_small && goes_on && word.starts_with(char::is_uppercase)
        }
        _ => false,
    }
}
