//! Which part of a page is its article.

use super::names;
use super::outline::{Outline, Places};
use super::tree::{Element, NodeId};

/// An element that the page names as its article is it if it holds this share of the prose, in hundredths.
const NAMED_PERCENT: u32 = 40;
/// The same, where it also holds the page's heading: other stories below it may be longer.
const HEADED_PERCENT: u32 = 10;
/// Without such a name, the smallest element with this share is the article.
const UNNAMED_PERCENT: u32 = 92;
/// Most characters between a heading and the article that it heads: a standfirst, authors, a date.
const STANDFIRST_CHARACTERS: u32 = 1500;

/// The article, and its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Article {
    pub(super) places: Places,
    /// The heading that titles it.
    pub(super) title: Option<NodeId>,
}

/// Finds the article among what is not chrome.
pub(super) fn find(outline: &Outline<'_>, chrome: &[Places], title: Option<&str>) -> Article {
    let page = Page { outline, chrome };
    let title = page.title(title);
    let title_place = title.and_then(|node| outline.place(node));
    let mut places = page.named(title_place).unwrap_or_else(|| page.unnamed());
    // A heading above the article belongs to it, with what stands between.
    if let Some(start) = title_place
        && start < places.start
        && outline.text(&(start..places.start)) <= STANDFIRST_CHARACTERS
    {
        places.start = start;
    }
    Article { places, title }
}

struct Page<'a, 't> {
    outline: &'a Outline<'t>,
    chrome: &'a [Places],
}

impl Page<'_, '_> {
    /// Prose that is not within chrome.
    fn prose(&self, places: &Places) -> u32 {
        let first = self.chrome.partition_point(|part| part.end <= places.start);
        let chrome: u32 = self.chrome[first..]
            .iter()
            .take_while(|part| part.start < places.end)
            .map(|part| self.outline.prose(&(part.start.max(places.start)..part.end.min(places.end))))
            .sum();
        self.outline.prose(places).saturating_sub(chrome)
    }

    /// The first `<h1>` that says what the page's title says, else the first of all.
    fn title(&self, title: Option<&str>) -> Option<NodeId> {
        let outline = self.outline;
        let headings: Vec<NodeId> = outline
            .elements(0..outline.len())
            .filter(|node| outline.tree.tag(*node) == "h1")
            .filter(|node| outline.places(*node).is_some_and(|places| outline.text(&places) > 0))
            .take(50)
            .collect();
        let stated = title.map(letters);
        let same = |node: &&NodeId| {
            let places = outline.places(**node).unwrap_or_default();
            let heading = letters(&outline.plain_text(places, 400));
            stated.as_ref().is_some_and(|title| title.contains(&heading) || heading.contains(title))
        };
        headings.iter().find(same).or(headings.first()).copied()
    }

    /// The element that calls itself the article and holds most of the page.
    fn named(&self, title_place: Option<usize>) -> Option<Places> {
        let outline = self.outline;
        let all = self.prose(&(0..outline.len()));
        let mut best: Option<(u32, Places)> = None;
        let mut covered = 0;
        for node in outline.elements(0..outline.len()) {
            let Some(element) = outline.tree.element(node).filter(|e| names_article(e)) else {
                continue;
            };
            let Some(places) = outline.places(node).filter(|places| places.start >= covered) else {
                continue;
            };
            covered = places.end;
            let prose = self.prose(&places);
            let headed = title_place.is_some_and(|title| places.contains(&title));
            let needed = if headed { HEADED_PERCENT } else { NAMED_PERCENT };
            // `<main>` may hold several articles: look within it too.
            if element.tag() == "main" {
                covered = places.start + 1;
            }
            if prose * 100 < all * needed {
                continue;
            }
            let rank = prose + if headed { all } else { 0 };
            let narrower = |best: &Places| places.start >= best.start && places.end <= best.end;
            let better = best.as_ref().is_none_or(|(score, of)| {
                rank > *score || (narrower(of) && headed && prose * 100 >= all * HEADED_PERCENT)
            });
            if better {
                best = Some((rank, places));
            }
        }
        best.map(|(_, places)| places)
    }

    /// Down from the page to the smallest element that still holds nearly all prose.
    fn unnamed(&self) -> Places {
        let outline = self.outline;
        let mut places = 0..outline.len();
        let all = self.prose(&places);
        let mut node = super::tree::NodeId::ROOT;
        while let Some((child, within)) = outline.tree.children(node).find_map(|child| {
            let within = outline.places(child)?;
            let box_like = !matches!(outline.tree.tag(child), "p" | "ul" | "ol" | "table" | "pre" | "");
            (box_like
                && names::is_block(outline.tree.tag(child))
                && self.prose(&within) * 100 >= all * UNNAMED_PERCENT
                && all > 0)
                .then_some((child, within))
        }) {
            (node, places) = (child, within);
        }
        places
    }
}

/// `<article>`, `<main>`, or an attribute that says the same.
fn names_article(element: &Element) -> bool {
    const CLASSES: [&str; 12] = [
        "article-body",
        "article__body",
        "articlebody",
        "article-content",
        "entry-content",
        "post-content",
        "story-body",
        "story-content",
        "field--name-body",
        "article-text",
        "texte-article",
        "post-body",
    ];
    let class = element.attribute("class").unwrap_or("").to_ascii_lowercase();
    matches!(element.tag(), "article" | "main")
        || element.attribute("role") == Some("main")
        || element.attribute("itemprop") == Some("articleBody")
        || class.split_ascii_whitespace().any(|class| CLASSES.contains(&class))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
