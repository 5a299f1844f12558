//! Canonical JSON, so that one value has one sequence of bytes and one hash.
//!
//! RFC 8785 (JCS) restricted to what a case needs: object keys sorted, no white space, whole numbers only.

use serde::Serialize;
use serde_json::Value;

/// The canonical bytes of a value, without a line end.
///
/// The types written have string keys and whole numbers only; anything else is a defect of this crate.
pub(crate) fn to_bytes(value: &impl Serialize) -> Vec<u8> {
    let value = serde_json::to_value(value).expect("the case's own types are JSON");
    let mut out = Vec::with_capacity(256);
    write(&value, &mut out);
    out
}

/// Whether a line is the canonical form of what it says.
pub(crate) fn is_canonical(line: &[u8]) -> bool {
    serde_json::from_slice::<Value>(line).is_ok_and(|value| {
        let mut canonical = Vec::with_capacity(line.len());
        write(&value, &mut canonical);
        canonical == line
    })
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                separate(index, out);
                write(item, out);
            }
            out.push(b']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push(b'{');
            for (index, (key, item)) in fields.into_iter().enumerate() {
                separate(index, out);
                write_plain(key, out);
                out.push(b':');
                write(item, out);
            }
            out.push(b'}');
        }
        plain => write_plain(plain, out),
    }
}

fn separate(index: usize, out: &mut Vec<u8>) {
    if index > 0 {
        out.push(b',');
    }
}

/// `serde_json` escapes strings as RFC 8785 wants them.
fn write_plain(value: &impl Serialize, out: &mut Vec<u8>) {
    serde_json::to_writer(out, value).expect("writing to memory cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, canonical: &str) {
        let value: Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(String::from_utf8_lossy(&to_bytes(&value)), canonical);
        assert!(is_canonical(canonical.as_bytes()));
    }

    #[test]
    fn keys_are_sorted_and_strings_escaped_minimally() {
        check(
            r#"{ "b": [1, true, null], "a": {"z": 0, "y": "\u00e9"} }"#,
            r#"{"a":{"y":"é","z":0},"b":[1,true,null]}"#,
        );
        check(r#""\u001F\/\"\u2028""#, "\"\\u001f/\\\"\u{2028}\"");
        // U+FB33 comes after U+1F600 in UTF-16 code units, not in code points.
        check("{\"\u{fb33}\":1,\"\u{1f600}\":2}", "{\"\u{1f600}\":2,\"\u{fb33}\":1}");
    }

    #[test]
    fn any_other_spelling_is_not_canonical() {
        for text in [r#"{"a": 1}"#, r#"{"b":1,"a":2}"#, r#""\u0041""#, "1 ", "{"] {
            assert!(!is_canonical(text.as_bytes()), "{text}");
        }
    }
}
