//! Whether a content stream was understood.

use pdf_oxide::content::Operator;

/// Operators of a page description that pdf_oxide has no name for, but that are none the less valid: compatibility,
/// marked points, glyphs of Type 3 fonts.
const RARE: [&str; 6] = ["BX", "EX", "MP", "DP", "d0", "d1"];

/// One clause on what is wrong: noise instead of operators, as damaged or wrongly decrypted bytes give.
pub fn fault(content: &[u8], operators: &[Operator]) -> Option<String> {
    let is_blank = content.iter().all(u8::is_ascii_whitespace);
    let noise = operators.iter().filter(|operator| is_noise(operator)).count();
    let understood = operators.len() - noise;
    let is_noise = !is_blank && (understood == 0 || noise > understood);
    is_noise.then(|| "content of a page is not understood: the bytes are damaged".to_owned())
}

fn is_noise(operator: &Operator) -> bool {
    matches!(operator, Operator::Other { name, .. } if !RARE.contains(&name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::fault;
    use pdf_oxide::content::parse_content_stream;

    fn check(content: &[u8], is_sound: bool) {
        let operators = parse_content_stream(content).expect("never fails so far");
        assert_eq!(fault(content, &operators).is_none(), is_sound, "{operators:?}");
    }

    #[test]
    fn noise_is_told_from_operators() {
        check(b"", true);
        check(b" \n ", true);
        check(b"q BT /F1 10 Tf (text) Tj ET Q", true);
        check(b"BX sh2 EX q Q", true);
        check(b"\x93\x11\xfe\x80\x07\xf1\xee", false);
        check(b"\x93Gx\x11 jq7 \xfe\x80 kd \x07\xf1 uu\xee", false);
        check(b"The page is gone. It was here before, and nobody kept it.", false);
    }
}
