//! What a page shows is its text; what it hides is told.

use reason::document::{MetadatumKind, WarningKind};

use super::page::{dot, page};
use crate::ReadOptions;
use crate::pdf::read;

const SHOWN: &str = "BT /F1 10 Tf 50 700 Td (The convoy left at dawn.) Tj ET ";
/// Where `/Im1` covers the page.
const FULL: &str = "q 600 0 0 800 0 0 cm /Im1 Do Q ";

/// Text of the page, hidden text, kinds of warnings.
#[track_caller]
fn check(content: &str, shown: &str, hidden: &[&str], warnings: &[WarningKind]) {
    let resources = "/XObject<</Im1 10 0 R/Im2 11 0 R>>/ExtGState<</Clear<</ca 0>>/Half<</ca 0.5>>>>\
        /ColorSpace<</Spot[/Separation/Ink/DeviceGray 12 0 R]>>";
    let pictures = [dot(""), dot("/SMask 10 0 R")];
    let file = page(content.as_bytes(), resources, &[&pictures[0], &pictures[1]]);
    let draft = read(&file, &ReadOptions::default()).expect("a readable page");
    let text: Vec<&str> = draft.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(text.join("|"), shown, "{content}");
    let told = draft.metadata.iter().filter(|m| m.kind == MetadatumKind::HiddenText);
    assert_eq!(told.map(|m| m.value.as_str()).collect::<Vec<_>>(), hidden, "{content}");
    let kinds: Vec<_> = draft.warnings.iter().map(|warning| warning.kind).collect();
    assert_eq!(kinds, warnings, "{content}: {:?}", draft.warnings);
}

fn line(y: u32, text: &str) -> String {
    format!("BT /F1 10 Tf 50 {y} Td ({text}) Tj ET ")
}

const DAWN: &str = "The convoy left at dawn.";

#[test]
fn letters_that_nobody_sees_are_no_text() {
    let hidden = line(600, "It was Moussa.");
    let told: &[&str] = &["It was Moussa."];
    for unseen in ["BT 3 Tr ET", "1 g", "1 1 1 rg", "0 0 0 0 k", "/DeviceRGB cs 1 1 1 sc", "/Clear gs"] {
        check(&format!("{SHOWN}{unseen} {hidden}"), DAWN, told, &[]);
    }
    let lines = format!("{SHOWN}1 g {}{}", line(600, "It was"), line(580, "Moussa."));
    check(&lines, DAWN, told, &[]);
    check(&format!("q 1 g Q {SHOWN}"), DAWN, &[], &[]);
}

#[test]
fn white_letters_on_colour_are_text() {
    let both = "The convoy left at dawn.|Losses";
    let white = format!("1 g {}", line(600, "Losses"));
    let bar = "0 0 0.5 rg 40 590 200 30 re f ";
    check(&format!("{SHOWN}{bar}{white}"), both, &[], &[]);
    let round = "0 g 40 590 m 240 590 l 240 610 250 620 220 620 c 40 620 l h f ";
    check(&format!("{SHOWN}{round}{white}"), both, &[], &[]);
    check(&format!("{SHOWN}q 200 0 0 100 40 560 cm /Im1 Do Q {white}"), both, &[], &[]);
    check(&format!("{SHOWN}/Spot cs 0 scn {}", line(600, "Losses")), both, &[], &[]);
    check(&format!("{SHOWN}1 g 1 Tr {}", line(600, "Losses")), both, &[], &[]);
    let papered = format!("{SHOWN}{bar}1 g 40 590 200 30 re f {white}");
    check(&papered, DAWN, &["Losses"], &[]);
    let beside = format!("{SHOWN}{bar}q 300 590 10 10 re W n 1 g 40 590 200 30 re f Q {white}");
    check(&beside, both, &[], &[]);
}

#[test]
fn text_behind_a_scan_is_its_text() {
    let recognised = &[WarningKind::Recognised];
    let unseen = format!("BT 3 Tr ET {SHOWN}");
    check(&format!("{FULL}{unseen}"), DAWN, &[], recognised);
    check(&format!("{unseen}{FULL}"), DAWN, &[], recognised);
    check(&format!("{SHOWN}{FULL}"), DAWN, &[], recognised);
    let strips = "q 600 0 0 400 0 0 cm /Im1 Do Q q 600 0 0 400 0 400 cm /Im1 Do Q ";
    check(&format!("{strips}{unseen}"), DAWN, &[], recognised);
    check(FULL, "", &[], &[WarningKind::ImageOnlyPage]);
}

#[test]
fn a_background_is_no_scan() {
    check(&format!("{FULL}{SHOWN}"), DAWN, &[], &[]);
    let watermark = "q 600 0 0 800 0 0 cm /Im2 Do Q ";
    check(&format!("{SHOWN}{watermark}"), DAWN, &[], &[]);
    check(&format!("{SHOWN}/Half gs {FULL}"), DAWN, &[], &[]);
}

#[test]
fn letters_drawn_as_outlines_are_told() {
    let curves = "10 10 m 20 20 30 20 40 10 c S ".repeat(1_000);
    check(&curves, "", &[], &[WarningKind::ImageOnlyPage]);
    check("10 10 m 20 20 30 20 40 10 c S ", "", &[], &[]);
}
