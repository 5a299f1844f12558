//! What a page says about itself in its head.

use reason::document::{Draft, Metadatum, MetadatumKind};

use super::tree::{Content, NodeId, Tree};
use crate::inline::Inline;

/// Most elements of a head that are looked at.
const HEAD_NODES: usize = 5000;

/// Takes title, language, author and dates into the draft.
pub(super) fn read(tree: &Tree, draft: &mut Draft) {
    let mut og_title = None;
    let mut title = None;
    let mut next = tree.first_child(NodeId::ROOT);
    for _ in 0..HEAD_NODES {
        let Some(node) = next else { break };
        if let Some(element) = tree.element(node) {
            let language = element.attribute("lang").or(element.attribute("xml:lang"));
            match element.tag() {
                "html" => draft.language = language.filter(|l| !l.is_empty()).map(str::to_owned),
                "title" if title.is_none() => title = text_of(tree, node),
                "meta" => {
                    let name = element.attribute("property").or(element.attribute("name"));
                    let name = name.or(element.attribute("itemprop")).unwrap_or("");
                    let value = element.attribute("content").map(folded).unwrap_or_default();
                    let name = name.to_ascii_lowercase();
                    if name == "og:title" && !value.is_empty() {
                        og_title.get_or_insert(value);
                    } else if let Some(kind) = kind_of(&name).filter(|_| !value.is_empty()) {
                        let metadatum = Metadatum { kind, value };
                        if !draft.metadata.contains(&metadatum) {
                            draft.metadata.push(metadatum);
                        }
                    }
                }
                "body" => break,
                _ => {}
            }
        }
        next = tree.first_child(node).or_else(|| tree.ancestors(node).find_map(|node| tree.next(node)));
    }
    draft.title = og_title.or(title);
}

fn kind_of(name: &str) -> Option<MetadatumKind> {
    Some(match name {
        "author" | "article:author" | "dc.creator" | "dcterms.creator" | "parsely-author"
        | "citation_author" => MetadatumKind::Author,
        "article:published_time"
        | "date"
        | "dc.date"
        | "dcterms.created"
        | "datepublished"
        | "citation_publication_date"
        | "citation_date"
        | "parsely-pub-date" => MetadatumKind::Created,
        "article:modified_time"
        | "og:updated_time"
        | "last-modified"
        | "dcterms.modified"
        | "datemodified" => MetadatumKind::Modified,
        "generator" => MetadatumKind::Producer,
        "keywords" | "news_keywords" => MetadatumKind::Keywords,
        _ => return None,
    })
}

fn text_of(tree: &Tree, node: NodeId) -> Option<String> {
    let texts = tree.children(node).filter_map(|child| match tree.content(child) {
        Content::Text(text) => Some(folded(text)),
        _ => None,
    });
    Some(texts.collect::<Vec<_>>().concat()).filter(|title| !title.is_empty())
}

fn folded(text: &str) -> String {
    let mut folded = Inline::default();
    folded.push(text);
    folded.finish().0
}
