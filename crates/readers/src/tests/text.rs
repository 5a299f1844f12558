use reason::document::WarningKind;

use super::{check, draft, lines, marks, warned};

#[test]
fn a_paragraph_a_line_is_kept() {
    check(
        "a.txt",
        "Title\n\nFirst paragraph, which says that eleven people died in the attack and that nobody was ever charged with it, then or later.\nSecond paragraph, which says that the ministry denied everything and that its spokesman repeated that in the following week.\n".as_bytes(),
        &[
            "text: Title",
            "text: First paragraph, which says that eleven people died in the attack and that nobody was ever charged with it, then or later.",
            "text: Second paragraph, which says that the ministry denied everything and that its spokesman repeated that in the following week.",
        ],
    );
}

#[test]
fn wrapped_lines_are_unfolded() {
    let text = "\
The peace-keeping mission left the town in March, and within a week the men who
had burned the market came back. They were seen by traders at the northern gate
at dawn. A peace-
keeping officer said that his unit had been ordered to leave, that the inhabi-
tants had been told, and that al-
Qaeda had nothing to do with it; see https://example.org/reports/2021-03-
market.html for the statement of the mission, which was published a week later.

1. Interview with an officer of the mission, who asked not to be named in this
report, Tesso, April 2021.
2. Mission statement, 12 March 2021.
";
    check(
        "a.txt",
        text.as_bytes(),
        &[
            "text: The peace-keeping mission left the town in March, and within a week the men who had burned the market came back. \
             They were seen by traders at the northern gate at dawn. A peace-keeping officer said that his unit had been ordered to \
             leave, that the inhabitants had been told, and that al-Qaeda had nothing to do with it; see \
             https://example.org/reports/2021-03-market.html for the statement of the mission, which was published a week later.",
            "text: 1. Interview with an officer of the mission, who asked not to be named in this report, Tesso, April 2021.",
            "text: 2. Mission statement, 12 March 2021.",
        ],
    );
}

#[test]
fn form_feeds_are_pages() {
    let draft = draft("a.txt", b"One.\x0CTwo.\n\nStill two.\x0C");
    assert_eq!(draft.pages, Some(2));
    let pages: Vec<Option<u32>> = draft.blocks.iter().map(|block| block.page).collect();
    assert_eq!(pages, [Some(1), Some(2), Some(2)]);
}

#[test]
fn light_markup_is_read() {
    let text = r"# Findings

Almost \$11 million was paid.^{12, 13} The group's *Annual Report*<sup>14</sup> and **its** ledger,^15^ see [the page](https://example.org/a_(b)) and <https://example.org/x_y_z>.[^16]

Marks stay: killed [12] and (13), names changed* and <name withheld>, snake_case_name, 10^12, 3 * 4.

*A note that a star begins, with no second one.

| Place | Killed |
|---|---|
| Tesso\|North | 11^{17} |

- 18 Smith, 'Title', 2020.
Jones, 'Other', 2021.
- second item
";
    let draft = check(
        "a.txt",
        text.as_bytes(),
        &[
            "heading 1: Findings",
            "text: Almost $11 million was paid.¹², ¹³ The group's Annual Report¹⁴ and its ledger,¹⁵ see the page and https://example.org/x_y_z.¹⁶",
            "text: Marks stay: killed [12] and (13), names changed* and <name withheld>, snake_case_name, 10^12, 3 * 4.",
            "text: *A note that a star begins, with no second one.",
            "table: Place|Killed/Tesso|North|11¹⁷",
            "listitem: 18 Smith, 'Title', 2020.⏎Jones, 'Other', 2021.",
            "listitem: second item",
        ],
    );
    assert_eq!(
        marks(&draft),
        [
            "/Annual Report/",
            "the page => https://example.org/a_(b)",
            "https://example.org/x_y_z => https://example.org/x_y_z"
        ]
    );
}

#[test]
fn lines_with_tabs_are_tables() {
    check(
        "a.txt",
        b"Casualties in 2023:\nDistrict\tKilled\t2022\nTesso\t12\t\nOumcher\t7\t30\nThe rest fled.",
        &[
            "text: Casualties in 2023:",
            "table: District|Killed|2022/Tesso|12|/Oumcher|7|30",
            "text: The rest fled.",
        ],
    );
    // Pages of a contents list, addresses, one tab in a sentence.
    for text in
        ["Summary\t4\nThe raid\t9", "Tesso\tHill Road\nOumcher\tMarket Road", "One\ttwo and three\nfour"]
    {
        assert!(draft("a.txt", text.as_bytes()).blocks.iter().all(|block| block.rows.is_empty()), "{text}");
    }
}

#[test]
fn encodings() {
    let text =
        "Le gouvernement a déclaré que « rien » n’était arrivé à Ménaka, où l’armée était déjà présente.";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for bytes in [text.as_bytes(), &utf16, &latin] {
        let draft = draft("a.txt", bytes);
        assert_eq!(lines(&draft), [format!("text: {text}")]);
        assert!(draft.warnings.is_empty());
    }
    let draft = draft("a.txt", b"Caf\xC3\xA9 \xFF and m\xC3\xA9nage");
    assert_eq!(lines(&draft), ["text: Café \u{FFFD} and ménage"]);
    assert!(warned(&draft, WarningKind::Encoding));
}

#[test]
fn a_single_star_line_is_a_note_and_two_are_a_list() {
    check("a.txt", b"Text*\n\n* Names were changed.\n", &["text: Text*", "text: * Names were changed."]);
    check("a.txt", b"* one thing\n* another\n", &["listitem: one thing", "listitem: another"]);
}
