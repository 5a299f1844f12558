//! Sinhala: the letters of its neighbours in an order of its own. They are read as those of Telugu, in which every `a` is said too.

/// A word in letters of Telugu; letters without one there are left out.
pub(super) fn in_telugu(word: &str) -> String {
    word.chars().filter_map(letter).collect()
}

#[rustfmt::skip]
fn letter(letter: char) -> Option<char> {
    Some(match letter {
        'ක' => 'క', 'ඛ' => 'ఖ', 'ග' | 'ඟ' => 'గ', 'ඝ' => 'ఘ', 'ඞ' => 'ఙ', 'ච' => 'చ', 'ඡ' => 'ఛ', 'ජ' | 'ඦ' => 'జ', 'ඣ' => 'ఝ', 'ඤ' | 'ඥ' => 'ఞ',
        'ට' => 'ట', 'ඨ' => 'ఠ', 'ඩ' | 'ඬ' => 'డ', 'ඪ' => 'ఢ', 'ණ' => 'ణ', 'ත' => 'త', 'ථ' => 'థ', 'ද' | 'ඳ' => 'ద', 'ධ' => 'ధ', 'න' => 'న',
        'ප' => 'ప', 'ඵ' => 'ఫ', 'බ' | 'ඹ' => 'బ', 'භ' => 'భ', 'ම' => 'మ', 'ය' => 'య', 'ර' => 'ర', 'ල' => 'ల', 'ව' => 'వ', 'ශ' => 'శ', 'ෂ' => 'ష',
        'ස' => 'స', 'හ' => 'హ', 'ළ' => 'ళ', 'ෆ' => 'ఫ', 'අ' => 'అ', 'ආ' => 'ఆ', 'ඇ' | 'ඈ' | 'එ' => 'ఎ', 'ඉ' => 'ఇ', 'ඊ' => 'ఈ', 'උ' => 'ఉ', 'ඌ' => 'ఊ',
        'ඒ' => 'ఏ', 'ඓ' => 'ఐ', 'ඔ' => 'ఒ', 'ඕ' => 'ఓ', 'ඖ' => 'ఔ', '\u{DCA}' => '\u{C4D}', '\u{DCF}' => '\u{C3E}', '\u{DD0}' | '\u{DD1}' | '\u{DD9}' => '\u{C46}',
        '\u{DD2}' => '\u{C3F}', '\u{DD3}' => '\u{C40}', '\u{DD4}' => '\u{C41}', '\u{DD6}' => '\u{C42}', '\u{DD8}' => '\u{C43}', '\u{DDA}' => '\u{C47}',
        '\u{DDB}' => '\u{C48}', '\u{DDC}' => '\u{C4A}', '\u{DDD}' => '\u{C4B}', '\u{DDE}' => '\u{C4C}', '\u{D82}' => '\u{C02}', '\u{D83}' => '\u{C03}',
        _ if letter.is_ascii() => letter,
        _ => return None,
    })
}
