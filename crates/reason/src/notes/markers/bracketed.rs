use super::raised::{Joint, joint, push_range};
use super::{Group, Label};

/// `[12]`, `[12, 13]`, `[12–14]`; adjoining brackets make one group.
pub(super) fn square(text: &str) -> Vec<Group> {
    find(text, '[', ']', 4)
}

/// `(12)`: also how enumerations are printed; the caller asks whether notes answer.
pub(super) fn round(text: &str) -> Vec<Group> {
    find(text, '(', ')', 3)
}

fn find(text: &str, open: char, close: char, longest: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut closing = text.match_indices(close).map(|(end, _)| end).peekable();
    for (at, _) in text.match_indices(open) {
        // Gone through once: a text may have a hundred thousand brackets that open.
        while closing.next_if(|end| *end < at).is_some() {}
        let Some(end) = closing.peek().copied() else {
            break;
        };
        let Some(mut group) = labels(text, at + 1, end, longest) else {
            continue;
        };
        group.span.start = at;
        group.span.end = end + 1;
        let adjoins =
            groups.last().is_some_and(|last| matches!(joint(&text[last.span.end..at]), Some(Joint::List)));
        match groups.last_mut() {
            Some(last) if adjoins => {
                last.span.end = group.span.end;
                last.labels.extend(group.labels);
            }
            _ => groups.push(group),
        }
    }
    groups
}

/// The numbers between two brackets, if nothing else stands there.
fn labels(text: &str, start: usize, end: usize, longest: usize) -> Option<Group> {
    let mut group = Group { span: crate::document::Span::new(start, end), labels: Vec::new() };
    let mut at = start;
    while at < end {
        let digits = text[at..end].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > longest {
            return None;
        }
        let label = Label::new(&text[at..at + digits], at, at + digits);
        let between = group.labels.last().map(|last| &text[last.span.end..at]);
        match between.map(joint) {
            Some(Some(Joint::Range)) => push_range(&mut group, label),
            Some(None) => return None,
            _ => group.labels.push(label),
        }
        at += digits;
        at +=
            text[at..end].len() - text[at..end].trim_start_matches([',', ';', ' ', '-', '–', '\u{a0}']).len();
    }
    (!group.labels.is_empty()).then_some(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let groups = square(text);
        let labels: Vec<Vec<&str>> = groups.iter().map(Group::texts).collect();
        assert_eq!(labels, expected, "{text}");
    }

    #[test]
    fn brackets_with_numbers_only() {
        check(
            "left.[1] Then [2, 3] they [4][5] went [6–8].",
            &[&["1"], &["2", "3"], &["4", "5"], &["6", "7", "8"]],
        );
        check("[sic] and [he] and [12345] and [", &[]);
    }
}
