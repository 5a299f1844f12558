//! Which document of the case is which cited work: certain matches only.

use std::collections::HashMap;

use crate::Source;
use crate::citations::WorkKind;
use crate::text::fold_words;
use crate::works::Work;

use super::documents::Facts;

/// A title of so many words belongs to one work; shorter ones ("Weekly report") need date, author or outlet beside them.
const TELLING_TITLE: usize = 5;
const SHORT_TITLE: usize = 3;
/// A last part of an address that is as long as this and has as many parts is the name of one page.
const TELLING_SLUG: usize = 14;
const SLUG_WORDS: usize = 3;
/// Works under one title are compared to a document up to this many.
const MOST_COMPARED: usize = 64;

/// By document: the work that it certainly is.
pub(super) fn works_of_documents(
    sources: &[Source<'_>],
    works: &[Work],
    facts: &[Facts],
) -> Vec<Option<usize>> {
    let index = Index::of(works);
    sources.iter().zip(facts).map(|(source, facts)| index.work_of(source, facts)).collect()
}

struct Index<'w> {
    works: &'w [Work],
    by_title: HashMap<String, Vec<usize>>,
    by_slug: HashMap<String, Vec<usize>>,
    by_symbol: HashMap<&'w str, Vec<usize>>,
}

impl<'w> Index<'w> {
    fn of(works: &'w [Work]) -> Self {
        let mut index =
            Self { works, by_title: HashMap::new(), by_slug: HashMap::new(), by_symbol: HashMap::new() };
        for (number, work) in works.iter().enumerate() {
            if matches!(work.kind, WorkKind::Interview | WorkKind::Communication) {
                continue;
            }
            let titles = [&work.title, &work.title_translated];
            for title in
                titles.into_iter().flatten().map(|title| fold_words(title)).filter(|words| !words.is_empty())
            {
                index.by_title.entry(title).or_default().push(number);
            }
            if let Some(slug) = work.url.as_deref().and_then(slug_of_address) {
                index.by_slug.entry(slug).or_default().push(number);
            }
            if let Some(symbol) = work.identifier.as_deref().filter(|symbol| symbol.contains('/')) {
                index.by_symbol.entry(symbol).or_default().push(number);
            }
        }
        index
    }

    fn work_of(&self, source: &Source<'_>, facts: &Facts) -> Option<usize> {
        let file = slug(source.name).and_then(|slug| self.by_slug.get(&slug));
        let file = file.into_iter().flatten().filter(|work| !self.contradicts(**work, facts));
        let symbols = facts.symbols.iter().filter_map(|symbol| {
            let symbol = symbol.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
            self.by_symbol.get(symbol)
        });
        let symbols = symbols.flatten().filter(|work| !self.contradicts(**work, facts));
        if let Some(work) = only(file.chain(symbols).copied()) {
            return Some(work);
        }
        let titled = facts.titles.iter().filter_map(|title| self.by_title.get(title));
        let mut matches: Vec<(usize, usize)> = titled
            .flatten()
            .take(MOST_COMPARED)
            .filter(|work| !self.contradicts(**work, facts))
            .map(|work| (self.support(*work, facts), *work))
            .collect();
        matches.sort_unstable_by(|a, b| b.cmp(a));
        matches.dedup();
        let best = matches.first()?.0;
        let work = only(matches.iter().take_while(|(support, _)| *support == best).map(|(_, work)| *work))?;
        (best >= needed(self.works[work].title.as_deref().unwrap_or_default())).then_some(work)
    }

    /// Whether the document dates itself otherwise.
    fn contradicts(&self, work: usize, facts: &Facts) -> bool {
        self.works[work].date.is_some_and(|date| {
            !facts.dates.is_empty() && !facts.dates.iter().any(|own| own.agrees_with(date))
        })
    }

    /// How much beside the title speaks for it: its date, its author or outlet.
    fn support(&self, work: usize, facts: &Facts) -> usize {
        let work = &self.works[work];
        let dated = work
            .date
            .is_some_and(|date| date.month.is_some() && facts.dates.iter().any(|own| own.agrees_with(date)));
        let named = work.authors.iter().chain(&work.container).any(|name| {
            let words = fold_words(name);
            words.len() >= 3 && facts.opening.contains(&format!(" {words} "))
        });
        usize::from(dated) + usize::from(named)
    }
}

/// How much must speak for a document beside its title.
fn needed(title: &str) -> usize {
    match fold_words(title).split(' ').count() {
        TELLING_TITLE.. => 0,
        SHORT_TITLE.. => 1,
        _ => 2,
    }
}

/// The one item, if all are it.
fn only(mut works: impl Iterator<Item = usize>) -> Option<usize> {
    let first = works.next()?;
    works.all(|work| work == first).then_some(first)
}

fn slug_of_address(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?.trim_end_matches('/');
    slug(path.rsplit_once('/')?.1)
}

/// The name of a page or file without its ending, if it is that of one page only.
fn slug(name: &str) -> Option<String> {
    let name = name.rsplit('/').next()?;
    let stem = name.rsplit_once('.').filter(|(_, ending)| ending.len() <= 5).map_or(name, |(stem, _)| stem);
    let words = fold_words(stem);
    (words.len() >= TELLING_SLUG && words.split(' ').count() >= SLUG_WORDS).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Paper, case};

    #[track_caller]
    fn check(name: &str, held: &[&str], note: &str, expected: bool) {
        let report = Paper { name: "report.md", body: &["They were killed.¹"], notes: &[("1", note)] };
        let paper = Paper { name, body: held, notes: &[] };
        let (_, conclusions) = case(&[report, paper]);
        assert_eq!(conclusions.origins.work_of_document[1].is_some(), expected, "{name} {held:?} {note}");
        assert_eq!(conclusions.origins.work_of_document[0], None);
    }

    #[test]
    fn only_certain_matches_count() {
        let story = "Men came to the ferry in the night and burned the stalls of the market, residents said.";
        let note = "Ada Moor, “Men Burn the Market at Kessa Ferry,” The Sable Herald, March 16, 2024.";
        check("a.txt", &["Men burn the market at Kessa ferry", story], note, true);
        check("a.txt", &["Men burn the market at Kessa ferry – The Sable Herald", story], note, true);
        check("a.txt", &["Men burn the market at Kessa ferry", "17 March 2023", story], note, false);
        check("a.txt", &["Men burn the market at Kessa", story], note, false);
        let short = "Ministry of Defense, “Communiqué No. 22,” press release, March 16, 2024.";
        check(
            "a.txt",
            &["MINISTRY OF DEFENSE", "COMMUNIQUÉ No. 22", "Kessa, March 16, 2024", story],
            short,
            true,
        );
        check("a.txt", &["COMMUNIQUÉ No. 22", story], short, false);
        let online = "Ada Moor, “Burned,” The Sable Herald, March 16, 2024, https://herald.example/2024/03/16/men-burn-market-at-kessa.";
        check("men-burn-market-at-kessa.html", &["Burned", story], online, true);
        check("index.html", &["Men at work", story], online, false);
        let symbol = "United Nations, “Midterm report on Kessa,” S/2024/9071, August 12, 2024, para. 4.";
        check("b.pdf", &["United Nations", "S/2024/9071", "Security Council", story], symbol, true);
        check("b.pdf", &["United Nations", "S/2024/9072", "Security Council", story], symbol, false);
        let french = "Thérèse Cadio, « Le bac et l’impôt du fleuve », Le Courrier, 2 juillet 2024.";
        check("c.html", &["Le bac et l'impôt du fleuve", "Par Thérèse Cadio", story], french, true);
    }
}
