use maud::{Markup, html};
use reason::document::Span;

use super::view::View;
use super::visible::Visible;

/// Characters shown on each side of a place.
const CONTEXT: usize = 48;

/// Characters shown of the place itself; the rest is one click away.
const LONGEST: usize = 180;

/// A place with a little of the text around it.
pub fn snippet(view: View<'_>, span: Span) -> Markup {
    let text = &view.source.document.text;
    let Some(quote) = text.get(span.start..span.end) else {
        return html! {};
    };
    let block = view.source.document.block_at(span.start).map(|block| block.span);
    let from = block.map_or(0, |block| block.start.min(span.start));
    let to = block.map_or(text.len(), |block| block.end.max(span.end));
    let before = last_words(text.get(from..span.start).unwrap_or_default());
    let after = first_words(text.get(span.end..to).unwrap_or_default(), CONTEXT);
    let shown = first_words(quote, LONGEST);
    html! {
        q.snippet dir="auto" {
            (Visible(before)) b { (Visible(shown)) } @if shown.len() < quote.len() { "…" } @else { (Visible(after)) }
        }
    }
}

/// At most so many characters, cut where a word ends if one ends there.
fn first_words(text: &str, characters: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(characters) else {
        return text;
    };
    let cut = &text[..end];
    cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..space])
}

fn last_words(text: &str) -> &str {
    let Some((start, _)) = text.char_indices().rev().nth(CONTEXT) else {
        return text;
    };
    let cut = &text[start..];
    cut.find(char::is_whitespace).map_or(cut, |space| &cut[space..])
}
