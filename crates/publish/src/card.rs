//! A little page about one entity, to be shown in a frame of another program.

use maud::{DOCTYPE, html};

/// What the page shows, top to bottom. Every text is of a source or of ours, and none is trusted: all is escaped.
#[derive(Debug, Clone)]
pub struct Card<'a> {
    /// The name.
    pub title: &'a str,
    /// What sets it apart.
    pub subtitle: &'a str,
    /// What is known of it.
    pub rows: Vec<Row<'a>>,
    /// Where that stands.
    pub foot: &'a str,
}

/// A property with its values.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// What it is called.
    pub label: &'a str,
    /// In the order of the source.
    pub values: Vec<&'a str>,
}

/// Values of a property that are shown; how many more there are is said.
const SHOWN: usize = 8;

const STYLE: &str = "body{font:14px/1.4 system-ui,sans-serif;margin:12px;color:#1a1a1a;background:#fff}h1{font-size:16px;margin:0}\
                     p{margin:2px 0 8px;color:#555}th{text-align:left;vertical-align:top;padding:1px 10px 1px 0;font-weight:600}\
                     td{padding:1px 0}footer{margin-top:8px;color:#555;font-size:11px;overflow-wrap:anywhere}";

/// The page as HTML. It loads nothing and runs nothing.
#[must_use]
pub fn page(card: &Card<'_>) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { (card.title) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                h1 dir="auto" { (card.title) }
                p { (card.subtitle) }
                table {
                    @for row in &card.rows {
                        tr {
                            th scope="row" { (row.label) }
                            td {
                                @for value in row.values.iter().take(SHOWN) { div dir="auto" { (value) } }
                                @if row.values.len() > SHOWN { div { "and " (row.values.len() - SHOWN) " more" } }
                            }
                        }
                    }
                }
                footer { (card.foot) }
            }
        }
    };
    page.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_list_says_is_never_markup() {
        let hostile = "<script>alert(1)</script>\"'&";
        let many = vec!["x"; 11];
        let rows = vec![Row { label: hostile, values: vec![hostile] }, Row { label: "Alias", values: many }];
        let page = page(&Card { title: hostile, subtitle: hostile, rows, foot: hostile });
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
        assert!(page.contains("and 3 more"), "{page}");
    }
}
