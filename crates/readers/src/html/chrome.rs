//! What a page puts around its article: navigation, share bars, teasers of other stories, subscription boxes.

use super::names;
use super::notes::Notes;
use super::outline::{Outline, Places};
use super::tree::NodeId;

/// Words of a class or id, English and French, that name chrome. Words that reports use for their own parts
/// (`recommendations`, `references`, `summary`) are not among them.
const WORDS: [&str; 84] = [
    "ad",
    "addtoany",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "commentlist",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "cta",
    "dfp",
    "disqus",
    "donate",
    "fil-ariane",
    "filariane",
    "follow",
    "gdpr",
    "infolettre",
    "inscription",
    "jetpack",
    "mailchimp",
    "masthead",
    "megamenu",
    "menu",
    "modal",
    "mostread",
    "nav",
    "navbar",
    "navbox",
    "navigation",
    "newsletter",
    "newsletters",
    "onesignal",
    "outbrain",
    "pager",
    "pagination",
    "partage",
    "partager",
    "paywall",
    "popular",
    "popup",
    "prevnext",
    "promo",
    "promos",
    "promoted",
    "pub",
    "publicite",
    "reaction",
    "readmore",
    "recirc",
    "recirculation",
    "recommended",
    "regwall",
    "related",
    "relatedposts",
    "respond",
    "rrssb",
    "share",
    "sharebar",
    "sharedaddy",
    "sharethis",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "teaser",
    "teasers",
    "toolbar",
    "topbar",
    "trending",
    "upsell",
    "widget",
];

/// Words that mean chrome only together.
const WORD_PAIRS: [(&str, &str); 14] = [
    ("read", "more"),
    ("read", "next"),
    ("read", "also"),
    ("lire", "aussi"),
    ("more", "from"),
    ("more", "stories"),
    ("you", "may"),
    ("fil", "ariane"),
    ("author", "bio"),
    ("tag", "list"),
    ("post", "tags"),
    ("back", "top"),
    ("skip", "link"),
    ("edit", "section"),
];

/// Headings of chrome: other stories, letters, comments.
const HEADINGS: [&str; 34] = [
    "related",
    "related articles",
    "related content",
    "related posts",
    "related stories",
    "related topics",
    "read more",
    "read next",
    "more from",
    "more on this",
    "more stories",
    "most read",
    "most popular",
    "you may also like",
    "you might also like",
    "recommended for you",
    "recommended reading",
    "share this",
    "share",
    "follow us",
    "subscribe",
    "newsletter",
    "sign up",
    "comments",
    "leave a comment",
    "leave a reply",
    "latest news",
    "trending",
    "à lire aussi",
    "lire aussi",
    "sur le même sujet",
    "articles liés",
    "dans la même rubrique",
    "commentaires",
];

/// An element named as chrome is not, if it holds more of the page's prose than this, in hundredths
/// (`<body class="has-newsletter">`).
const MOST_PROSE_PERCENT: u32 = 30;
/// From this share of linked text on, in hundredths, a list is a menu.
const MENU_LINKED_PERCENT: u32 = 95;
/// A menu's entries are short, in characters on average.
const MENU_ENTRY_CHARACTERS: u32 = 40;
/// A chrome heading's section must be linked at least so much, in hundredths, where no element bounds it.
const LOOSE_SECTION_LINKED_PERCENT: u32 = 40;

/// The parts of a page that are chrome, in reading order.
pub(super) fn find(outline: &Outline<'_>, notes: &Notes) -> Vec<Places> {
    let all = outline.prose(&(0..outline.len())).max(1);
    let mut found: Vec<Places> = Vec::new();
    let mut covered = 0;
    for node in outline.elements(0..outline.len()) {
        let Some(places) = outline.places(node) else {
            continue;
        };
        if places.start < covered {
            continue;
        }
        let small = outline.prose(&places) * 100 <= all * MOST_PROSE_PERCENT;
        if small && !notes.touches(&places) && is_chrome(outline, node, &places) {
            covered = places.end;
            found.push(places);
        } else if let Some(section) = headed_section(outline, node, all)
            && !notes.touches(&section)
        {
            covered = section.end;
            found.push(section);
        }
    }
    found
}

fn is_chrome(outline: &Outline<'_>, node: NodeId, places: &Places) -> bool {
    let tree = outline.tree;
    let Some(element) = tree.element(node) else {
        return false;
    };
    let holds = |tag: &str| outline.elements(places.clone()).any(|node| tree.tag(node) == tag);
    let by_tag = match element.tag() {
        "nav" | "form" | "dialog" | "button" | "select" | "textarea" | "search" => true,
        "footer" | "aside" => !is_quotation(element.attribute("class")),
        "header" => !holds("h1") && !in_article(outline, node),
        "a" => {
            !holds("h1")
                && outline
                    .elements(places.start + 1..places.end)
                    .any(|inner| names::heading_level(tree.tag(inner)).is_some() || tree.tag(inner) == "p")
        }
        "ul" | "ol" => is_menu(outline, node, places),
        "html" | "body" | "main" | "h1" => return false,
        _ => false,
    };
    let by_role = matches!(
        element.attribute("role"),
        Some(
            "navigation"
                | "banner"
                | "contentinfo"
                | "search"
                | "dialog"
                | "menu"
                | "toolbar"
                | "complementary"
                | "alertdialog"
        )
    ) && !holds("h1");
    by_tag || by_role || (is_named(element) && !holds("h1"))
}

fn is_named(element: &super::tree::Element) -> bool {
    let box_like = !matches!(element.tag(), "p" | "a" | "span" | "em" | "i" | "b" | "strong" | "td" | "sup");
    [element.attribute("class"), element.attribute("id")].into_iter().flatten().any(|value| {
        let words: Vec<String> = names::words(value).take(60).collect();
        let single = words.iter().any(|word| WORDS.binary_search(&word.as_str()).is_ok());
        let pair = words.windows(2).any(|pair| WORD_PAIRS.contains(&(pair[0].as_str(), pair[1].as_str())));
        (single && box_like) || pair
    })
}

/// Magazines set quotations from the article itself in `<aside>`.
fn is_quotation(class: Option<&str>) -> bool {
    class.is_some_and(|class| {
        names::words(class)
            .any(|word| matches!(word.as_str(), "quote" | "pullquote" | "footnote" | "footnotes" | "note"))
    })
}

fn in_article(outline: &Outline<'_>, node: NodeId) -> bool {
    outline.tree.ancestors(node).skip(1).any(|node| matches!(outline.tree.tag(node), "article" | "main"))
}

/// A list of three or more short links.
fn is_menu(outline: &Outline<'_>, node: NodeId, places: &Places) -> bool {
    let items = outline.tree.children(node).filter(|child| outline.tree.tag(*child) == "li").count();
    let items = u32::try_from(items).unwrap_or(u32::MAX);
    items >= 3
        && outline.linked_percent(places) >= MENU_LINKED_PERCENT
        && outline.text(places) / items <= MENU_ENTRY_CHARACTERS
}

/// The section under a heading such as “Related articles”: the element that it heads, else what follows it.
fn headed_section(outline: &Outline<'_>, node: NodeId, all: u32) -> Option<Places> {
    let tree = outline.tree;
    let level = names::heading_level(tree.tag(node)).filter(|level| *level > 1)?;
    let places = outline.places(node)?;
    let title = outline.plain_text(places.clone(), 60).to_lowercase();
    let title = title.trim_end_matches([':', '…', '.', ' ']);
    if !HEADINGS.contains(&title) {
        return None;
    }
    let mut section = None;
    for ancestor in tree.ancestors(node).skip(1) {
        let wider = outline.places(ancestor)?;
        let headed = outline.text(&(wider.start..places.start)) == 0;
        if !headed || outline.prose(&wider) * 100 > all * MOST_PROSE_PERCENT {
            break;
        }
        section = Some(wider);
    }
    section.or_else(|| {
        let end = std::iter::successors(tree.next(node), |sibling| tree.next(*sibling))
            .take_while(|s| names::heading_level(tree.tag(*s)).is_none_or(|l| l > level))
            .filter_map(|sibling| outline.places(sibling))
            .last()?
            .end;
        let loose = places.start..end;
        (outline.linked_percent(&loose) >= LOOSE_SECTION_LINKED_PERCENT).then_some(loose)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_sorted_for_binary_search() {
        assert!(super::WORDS.is_sorted());
    }
}
