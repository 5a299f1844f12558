use super::{check, marks};

#[test]
fn notes_are_numbered_as_renderers_do() {
    let draft = check(
        "a.md",
        b"Two things[^late] and one[^early] and[^late] again.\n\n[^early]: Early.\n[^late]: Late *Title*.\n\n    More.\n",
        &["paragraph: Two things¹ and one² and¹ again.", "note 2: Early.", "note 1: Late Title.⏎More."],
    );
    assert_eq!(marks(&draft), ["¹ -> fn-late", "² -> fn-early", "¹ -> fn-late", "/Title/"]);
}

#[test]
fn printed_notes_keep_their_form() {
    let raised = b"# Findings\n\nThey fled.^1 Two died.^2\n\n^1 Interview, Kessa.\n^2 Register, on file.\n";
    let body = ["heading 1: Findings", "text: They fled.¹ Two died.²"];
    check("a.md", raised, &[body[0], body[1], "text: ¹ Interview, Kessa.⏎² Register, on file."]);
    check("a.txt", raised, &[body[0], body[1], "text: ¹ Interview, Kessa.", "text: ² Register, on file."]);
    for name in ["a.md", "a.txt"] {
        check(
            name,
            b"# Findings\n\nThey fled.^[1] Two died.^[2] Sites [^ab] and 10^[3].\n",
            &["heading 1: Findings", "text: They fled.[1] Two died.[2] Sites [^ab] and 10^[3]."],
        );
    }
}

#[test]
fn blocks_have_kinds() {
    check(
        "a.md",
        b"---\nauthor: x\n---\n# One\n\nSub\n---\n\n> Said so.\n\n1. first\n2. second\n\n![A burned market](m.png)\n\nA line<br>broken, x<sup>3</sup>\nand wrap-\nped.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        &[
            "heading 1: One",
            "heading 2: Sub",
            "quote: Said so.",
            "listitem: 1. first",
            "listitem: 2. second",
            "caption: A burned market",
            "text: A line⏎broken, x³ and wrapped.",
            "table: a|b/1|2",
        ],
    );
}

#[test]
fn text_with_note_definitions_is_markdown_whatever_its_name() {
    check("a.txt", b"Killed.[^1]\n\n[^1]: Smith.\n", &["paragraph: Killed.¹", "note 1: Smith."]);
}
