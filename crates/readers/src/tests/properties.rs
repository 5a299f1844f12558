//! What holds for any bytes.

use proptest::prelude::*;

use super::formats::REPORT;
use crate::{ReadOptions, read};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read("any", &bytes, &ReadOptions::default());
    }

    #[test]
    fn text_with_markup_signs_is_read(text in "[a-z0-9 \n*_^{}\\[\\]()<>/|#\\\\`.,¹²é\u{c}-]{0,300}") {
        let _ = read("any.txt", text.as_bytes(), &ReadOptions::default());
        let _ = read("any.md", text.as_bytes(), &ReadOptions::default());
    }

    #[test]
    fn html_with_broken_markup_is_read(tags in proptest::collection::vec(
        prop_oneof![
            "</?(p|a|sup|table|tr|td|li|ol|div|b|i|pre|br|h1|h2|nav|blockquote|template|svg|caption|select)>",
            Just("<a href=\"#n1\">".to_owned()), Just("<p id=n1>".to_owned()), Just("<a name=n2>".to_owned()),
            Just("<li id=\"n2\">".to_owned()), Just("<sup><a href='#n2'>2</a></sup>".to_owned()), "[a-z 0-9]{0,12}",
        ], 0..60)) {
        let page = format!("<html>{}", tags.concat());
        let _ = read("any.html", page.as_bytes(), &ReadOptions::default());
    }

    /// Bytes of valid files, changed at random: parts of zipped files are damaged in their compressed form.
    #[test]
    fn damaged_files_are_read_or_refused(
        which in 0..5_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let (name, mut bytes) = REPORT.files()[which].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read(name, &bytes, &ReadOptions::default());
    }

    /// Marks lie within the text that they mark, on character boundaries.
    #[test]
    fn marks_lie_within_text(text in "([a-zé¹ ]{0,8}(\\*|_|\\^\\{[0-9]{1,2}\\}|\\[x\\]\\(https://e\\.x/\\)|\n| ){0,2}){0,20}") {
        for name in ["any.txt", "any.md"] {
            let draft = super::draft(name, format!("a{text}").as_bytes());
            let _ = super::marks(&draft);
        }
    }
}
