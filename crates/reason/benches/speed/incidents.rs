//! A case of thousands of documents: its incidents grouped anew. Target: 10,000 documents in under 5 s, and twice the
//! documents in about twice the time.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use reason::claims::{Claim, ClaimKind, When};
use reason::dates::{DateBasis, Interval, PartialDate};
use reason::decisions::Decisions;
use reason::document::{BlockKind, Document, Draft, DraftBlock, Span};
use reason::entities::{Entity, EntityKind, EntityRef, Mention, MentionForm, Party};
use reason::incidents::group;
use reason::quantities::Figure;
use reason::{Analysis, Source, notes, structure};

/// Claims of a document, two a paragraph.
const CLAIMS: usize = 10;
/// Places, in so many thousands of documents, grow with the case; days are those of three years.
const DOCUMENTS_A_PLACE: usize = 20;
const ACTORS: usize = 60;

struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn name(number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ka", "bo", "ri", "tem", "sou", "la", "no", "gui", "dar", "mi", "fe", "zan", "hol", "ve", "ur", "pes",
    ];
    let mut name: String = (0..4).map(|at| SYLLABLES[(number >> (4 * at)) % 16]).collect();
    name[..1].make_ascii_uppercase();
    name
}

struct Made {
    document: Document,
    analysis: Analysis,
}

fn made(seeded: &mut Seeded, places: usize) -> Made {
    let mut draft = Draft::new("text/plain", "bench", 1);
    let mut said = Vec::new();
    for _ in 0..CLAIMS / 2 {
        let (place, actor) = (name(seeded.below(places)), seeded.below(ACTORS));
        let date = PartialDate::new(
            Some(2022 + seeded.below(3) as i16),
            Some(1 + seeded.below(12) as u8),
            Some(1 + seeded.below(28) as u8),
        );
        let numbers = [seeded.below(120) as u64, seeded.below(120) as u64];
        let text = format!(
            "On {date} fighters of Column {actor} entered {place} and killed {} people. A clerk said that {} were hurt.",
            numbers[0], numbers[1]
        );
        draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), &text, None));
        said.push((text, place, actor, date, numbers));
    }
    let document = structure::compose(draft);
    let mut analysis = Analysis { sentences: notes::read(&document).0, ..Analysis::default() };
    for (text, place, actor, date, numbers) in said {
        let start = document.text.find(&text).expect("the paragraph");
        let at = |words: &str| {
            let found = start + text.find(words).expect("the words");
            Span::new(found, found + words.len())
        };
        let column = at(&format!("Column {actor}"));
        let entity = analysis.entities.len();
        analysis.entities.push(Entity {
            kind: EntityKind::ArmedGroup,
            caption: format!("Column {actor}"),
            names: Vec::new(),
            titles: Vec::new(),
            candidates: Vec::new(),
        });
        analysis.mentions.push(Mention { span: column, entity, form: MentionForm::Name });
        let dated =
            When { interval: Interval::at(date), span: at(&date.to_string()), basis: DateBasis::Written };
        let claim = |span: Span, what: ClaimKind, number: u64| Claim {
            figure: Figure::exactly(number),
            ..Claim::new(span, what)
        };
        let first = at(&format!("killed {} people", numbers[0]));
        analysis.claims.push(Claim {
            perpetrators: Some(column),
            victims: Some(Span::new(first.end - 6, first.end)),
            place: Some(at(&place)),
            when: Some(dated),
            ..claim(first, ClaimKind::Killed, numbers[0])
        });
        let second = at(&format!("{} were hurt", numbers[1]));
        analysis
            .claims
            .push(Claim { said_by: vec![at("A clerk")], ..claim(second, ClaimKind::Injured, numbers[1]) });
    }
    Made { document, analysis }
}

fn parties(all: &[Made]) -> Vec<Party> {
    let mut parties: Vec<Party> = (0..ACTORS)
        .map(|actor| Party {
            id: format!("p{actor}"),
            kind: EntityKind::ArmedGroup,
            caption: format!("Column {actor}"),
            names: Vec::new(),
            members: Vec::new(),
            imported: Vec::new(),
        })
        .collect();
    for (document, made) in all.iter().enumerate() {
        for (entity, of) in made.analysis.entities.iter().enumerate() {
            let actor: usize = of.caption["Column ".len()..].parse().expect("a number");
            parties[actor].members.push(EntityRef { document, entity });
        }
    }
    parties
}

#[divan::bench(args = [2_500, 5_000, 10_000], sample_count = 3, sample_size = 1)]
fn regroup(bencher: Bencher, documents: usize) {
    grouped(bencher, documents, documents / DOCUMENTS_A_PLACE);
}

/// All of it happens at four places: each of their days is told of by a hundred documents.
#[divan::bench(args = [2_500, 5_000, 10_000], sample_count = 3, sample_size = 1)]
fn regroup_crowded(bencher: Bencher, documents: usize) {
    grouped(bencher, documents, 4);
}

fn grouped(bencher: Bencher, documents: usize, places: usize) {
    let mut seeded = Seeded(7);
    let all: Vec<Made> = (0..documents).map(|_| made(&mut seeded, places)).collect();
    let parties = parties(&all);
    let ids: Vec<String> = (0..documents).map(|id| format!("{id:012}")).collect();
    let sources: Vec<Source<'_>> = all
        .iter()
        .zip(&ids)
        .map(|(made, id)| Source {
            id,
            name: "bench.txt",
            document: &made.document,
            analysis: &made.analysis,
        })
        .collect();
    bencher
        .counter(ItemsCount::new(documents * CLAIMS))
        .bench(|| group(black_box(&sources), &parties, &Decisions::default()).0.len());
}
