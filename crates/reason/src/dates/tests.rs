mod written;

use crate::dates::{DateBasis, DateMention, PartialDate};
use crate::document::{BlockKind, Draft, DraftBlock};

fn shown(sentence: &str, mention: &DateMention) -> String {
    let date = |date: Option<PartialDate>| date.map_or_else(|| "?".to_owned(), |date| date.to_string());
    let interval = mention.interval;
    let when = if interval.from == interval.to && interval.from.is_some() {
        date(interval.from)
    } else {
        format!("{}..{}", date(interval.from), date(interval.to))
    };
    let basis = match mention.basis {
        DateBasis::Written => "",
        DateBasis::YearFrom(_) => " (year)",
        DateBasis::CountedFrom(_) => " (counted)",
        DateBasis::Unanchored => " (unanchored)",
    };
    format!("{} = {when}{basis}", &sentence[mention.span.start..mention.span.end])
}

/// Blocks that begin with `#` are headings.
#[track_caller]
fn check(blocks: &[&str], expected: &[&str]) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(blocks.iter().map(|text| match text.strip_prefix("# ") {
        Some(heading) => DraftBlock::new(Some(BlockKind::Heading), heading, None),
        None => DraftBlock::new(Some(BlockKind::Paragraph), *text, None),
    }));
    let document = crate::structure::compose(draft);
    let (sentences, notes, markers) = crate::notes::read(&document);
    let prose = crate::prose::read(&document, &sentences, &notes, &markers);
    let found: Vec<String> = prose
        .sentences
        .iter()
        .flat_map(|sentence| sentence.dates.iter().map(|date| shown(&sentence.text, date)))
        .collect();
    assert_eq!(found, expected, "{blocks:?}");
}

#[test]
fn written_dates() {
    check(
        &["They came on 25 July 2024, and in March 2025."],
        &["25 July 2024 = 2024-07-25", "March 2025 = 2025-03"],
    );
    check(&["In 2022 the 2019 accord failed."], &["2022 = 2022", "2019 = 2019"]);
    check(&["They came on Thursday, 14 March 2024."], &["Thursday, 14 March 2024 = 2024-03-14"]);
    check(&["It was signed on 03/04/2024 in Kessa."], &["03/04/2024 = 2024"]);
}

#[test]
fn spans_of_time() {
    check(&["From 3 to 7 May 2024 they fought."], &["From 3 to 7 May 2024 = 2024-05-03..2024-05-07"]);
    check(
        &["Between May 2020 and March 2022 they fought."],
        &["Between May 2020 and March 2022 = 2020-05..2022-03"],
    );
    check(&["Les combats du 27–31 mars 2022 ont duré."], &["27–31 mars 2022 = 2022-03-27..2022-03-31"]);
    check(
        &["Les combats ont duré du 27 au 31 mars 2022."],
        &["du 27 au 31 mars 2022 = 2022-03-27..2022-03-31"],
    );
    check(&["They have fought since 2016."], &["since 2016 = 2016..?"]);
    check(&["They fought until April 2023."], &["until April 2023 = ?..2023-04"]);
    check(&["By spring 2024 they had left."], &["spring 2024 = 2024"]);
    check(
        &["They fought from November to February 2022."],
        &["from November to February 2022 = 2021-11..2022-02"],
    );
    check(
        &["Ils sont là depuis le 3 mai 2021 et jusqu’en 2023."],
        &["depuis le 3 mai 2021 = 2021-05-03..?", "jusqu’en 2023 = ?..2023"],
    );
    check(&["In the first quarter of 2024 they left."], &["the first quarter of 2024 = 2024-01..2024-03"]);
    check(&["The war of 2016–2019 ended."], &["2016–2019 = 2016..2019"]);
    check(
        &["Entre le 3 et le 7 mai 2023, ils ont fui."],
        &["Entre le 3 et le 7 mai 2023 = 2023-05-03..2023-05-07"],
    );
}

#[test]
fn parts_stay_as_precise_as_they_are() {
    check(
        &["In late March 2022 and early November 2022 they came."],
        &["late March 2022 = 2022-03", "early November 2022 = 2022-11"],
    );
    check(
        &["Ils sont venus fin mars 2022 et mi-juin 2023."],
        &["fin mars 2022 = 2022-03", "mi-juin 2023 = 2023-06"],
    );
    check(&["They came in mid-June 2022."], &["mid-June 2022 = 2022-06"]);
}

#[test]
fn the_year_of_the_text_running_on() {
    check(
        &["On 3 May 2022 they came. On 12 July they left."],
        &["3 May 2022 = 2022-05-03", "12 July = 2022-07-12 (year)"],
    );
    check(&["In 2022 they came. In July they left."], &["2022 = 2022", "July = 2022-07 (year)"]);
    check(
        &["On 3 May 2022 they came. In January they left."],
        &["3 May 2022 = 2022-05-03", "January = 2022-01 (year)"],
    );
    check(
        &["On 14 March 2022 they came, as on 12 February."],
        &["14 March 2022 = 2022-03-14", "12 February = 2022-02-12 (year)"],
    );
    check(
        &["They are here since 2013. On 27 July they came."],
        &["since 2013 = 2013..?", "27 July = --07-27"],
    );
    check(&["On 27 July they came."], &["27 July = --07-27"]);
    check(
        &["On 3 May 2022 they came.", "# Kessa", "On 12 July they left."],
        &["3 May 2022 = 2022-05-03", "12 July = 2022-07-12 (year)"],
    );
    check(
        &["On 3 May 2022 they came.", "# Kessa", "On 12 December they left."],
        &["3 May 2022 = 2022-05-03", "12 December = --12-12"],
    );
    check(
        &["On 3 May 2022 they came, on 5 May 2022 they left.", "# Kessa", "On 12 July they were back."],
        &["3 May 2022 = 2022-05-03", "5 May 2022 = 2022-05-05", "12 July = 2022-07-12 (year)"],
    );
    check(
        &["On 3 May 2022 they came, as on 5 May 2021.", "# Kessa", "On 12 July they were back."],
        &["3 May 2022 = 2022-05-03", "5 May 2021 = 2021-05-05", "12 July = --07-12"],
    );
    check(
        &[
            "# Quarterly report, 1 January to 31 March 2024",
            "# Kessa",
            "On 12 February they came, on 3 May not.",
        ],
        &[
            "1 January to 31 March 2024 = 2024-01-01..2024-03-31",
            "12 February = 2024-02-12 (year)",
            "3 May = 2024-05-03 (year)",
        ],
    );
    check(
        &["# The raids of March 2023", "On 14 March they came."],
        &["March 2023 = 2023-03", "14 March = 2023-03-14 (year)"],
    );
    check(
        &["On 3 March and 7 April 2022 they came."],
        &["3 March = 2022-03-03 (year)", "7 April 2022 = 2022-04-07"],
    );
    check(
        &["En 2022, ils sont venus. En juillet, ils sont partis."],
        &["2022 = 2022", "juillet = 2022-07 (year)"],
    );
    check(&["They may march on Kessa in May, the mayor said."], &["May = --05"]);
}

#[test]
fn counted_from_the_date_before() {
    check(
        &["On 30 March 2022 they came. The next day they left. Two days later they were back."],
        &[
            "30 March 2022 = 2022-03-30",
            "The next day = 2022-03-31 (counted)",
            "Two days later = 2022-04-02 (counted)",
        ],
    );
    check(
        &["On 30 March 2022 they came. The following month they left. That year was bad."],
        &[
            "30 March 2022 = 2022-03-30",
            "The following month = 2022-04 (counted)",
            "That year = 2022 (counted)",
        ],
    );
    check(
        &["Le 1er mars 2022, ils arrivent. La veille, ils étaient dix. Trois semaines plus tôt, personne."],
        &[
            "1er mars 2022 = 2022-03-01",
            "La veille = 2022-02-28 (counted)",
            "Trois semaines plus tôt = 2022-02-07 (counted)",
        ],
    );
    check(
        &["On 30 March 2022 they came. The day after the raid they left."],
        &["30 March 2022 = 2022-03-30", "The day after = ?..? (unanchored)"],
    );
    check(&["The next day they left."], &["The next day = ?..? (unanchored)"]);
    check(
        &["In March 2022 they came. That day they left."],
        &["March 2022 = 2022-03", "That day = ?..? (unanchored)"],
    );
    check(
        &["On 14 March 2024 they came. The following Monday they left, on Tuesday they were back."],
        &[
            "14 March 2024 = 2024-03-14",
            "The following Monday = 2024-03-18 (counted)",
            "Tuesday = ?..? (unanchored)",
        ],
    );
    check(
        &["They left last week, or two years ago."],
        &["last week = ?..? (unanchored)", "two years ago = ?..? (unanchored)"],
    );
}

#[test]
fn days_of_a_month_that_is_not_named_with_them() {
    check(
        &[
            "# Bulletin – Mai 2024",
            "# Kessa",
            "Kessa, vendredi 3. Ils sont venus ; le 15, ils sont repartis.",
        ],
        &["Mai 2024 = 2024-05", "vendredi 3 = 2024-05-03 (year)", "le 15 = 2024-05-15 (year)"],
    );
    check(
        &[
            "# Bulletin – Mai 2024",
            "Kessa, du 9 au 12. Combats. Riverbend, nuit du 18 au 19. Ils sont venus.",
        ],
        &[
            "Mai 2024 = 2024-05",
            "du 9 au 12 = 2024-05-09..2024-05-12 (year)",
            "nuit du 18 au 19 = 2024-05-18..2024-05-19 (year)",
        ],
    );
    check(
        &["Before June 2019 nobody knew it. On the ninth of that month, a Sunday, they came."],
        &["Before June 2019 = ?..2019-06", "the ninth of that month = 2019-06-09 (year)"],
    );
    check(
        &[
            "Le 2 mars 2024 ils sont venus. Le 9 du même mois, ils sont repartis. La frappe du 12 a détruit le pont. C’est la frappe du 12.",
        ],
        &["2 mars 2024 = 2024-03-02", "Le 9 du même mois = 2024-03-09 (year)", "du 12 = 2024-03-12 (year)"],
    );
    check(
        &["On 2 March 2024 they came. On the 3rd, they left. On the 3rd floor, the third, 3 of 5."],
        &["2 March 2024 = 2024-03-02", "the 3rd = 2024-03-03 (year)"],
    );
    // Numbers that are no days.
    check(
        &["Le 2 mars 2024, le 4 x 4, du 3 au 5 % des 12 hommes, vendredi 3 personnes."],
        &["2 mars 2024 = 2024-03-02", "vendredi = ?..? (unanchored)"],
    );
    // A weekday that the day does not have.
    check(
        &["# Bulletin – Mai 2024", "Kessa, lundi 3. Rien."],
        &["Mai 2024 = 2024-05", "lundi 3 = ?..? (unanchored)"],
    );
}

#[test]
fn a_weekday_with_an_article_is_no_day_of_its_own() {
    check(&["On 9 June 2019, a Sunday, they came."], &["9 June 2019 = 2019-06-09"]);
    check(&["Le 13 juin 2024, un jeudi, ils sont venus."], &["13 juin 2024 = 2024-06-13"]);
}

#[test]
fn years_that_stand_beside_what_is_told() {
    let line = "RIVERBEND, 9 December 2024 (Kessa Wire) — Armed men came to the town and left it on foot, its mayor said.";
    let first = "9 December 2024 = 2024-12-09";
    check(
        &[line, "The force, established in December 2016, was condemned on 30 November."],
        &[first, "December 2016 = 2016-12", "30 November = 2024-11-30 (year)"],
    );
    check(
        &[line, "They had come in August 2021.", "On 30 November they were back, as on 4 October."],
        &[first, "August 2021 = 2021-08", "30 November = 2024-11-30 (year)", "4 October = 2024-10-04 (year)"],
    );
    check(
        &[line, "Until last year they were many. In July they left."],
        &[first, "last year = 2023 (counted)", "July = 2024-07 (year)"],
    );
    check(
        &["They fought in 2013. A 2018 accord failed. In January they came."],
        &["2013 = 2013", "2018 = 2018", "January = --01"],
    );
    check(
        &["# Note, 1 April to 30 June 2023", "They had come in August 2021.", "On 2 May they were back."],
        &[
            "1 April to 30 June 2023 = 2023-04-01..2023-06-30",
            "August 2021 = 2021-08",
            "2 May = 2023-05-02 (year)",
        ],
    );
    check(
        &["On 3 May 2022 they came. By 20 May they had gone. Two days later they were back."],
        &["3 May 2022 = 2022-05-03", "20 May = 2022-05-20 (year)", "Two days later = 2022-05-05 (counted)"],
    );
}

#[test]
fn days_are_counted_from_days() {
    check(
        &["On 21 May 2025 they came. A list of September names them. Twelve days afterwards they were back."],
        &[
            "21 May 2025 = 2025-05-21",
            "September = 2025-09 (year)",
            "Twelve days afterwards = 2025-06-02 (counted)",
        ],
    );
    check(
        &["They met on 18 February 2011, following attacks the day before that killed twenty."],
        &["18 February 2011 = 2011-02-18", "the day before = 2011-02-17 (counted)"],
    );
    check(
        &[
            "Dans la nuit du 17 au 18 février 2024, ils sont venus. Au cours de cette nuit, ils ont brûlé le bourg.",
        ],
        &[
            "Dans la nuit du 17 au 18 février 2024 = 2024-02-17..2024-02-18",
            "cette nuit = 2024-02-17..2024-02-18 (counted)",
        ],
    );
    check(
        &["Le dimanche 5 mai 2024, ils sont venus. Ils sont repartis le mardi suivant."],
        &["dimanche 5 mai 2024 = 2024-05-05", "mardi suivant = 2024-05-07 (counted)"],
    );
}

#[test]
fn numbers_of_dates_count_nothing() {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(
        Some(BlockKind::Paragraph),
        "On 3 May 2022 they came. Two days later 12 men left.",
        None,
    ));
    let document = crate::structure::compose(draft);
    let (sentences, notes, markers) = crate::notes::read(&document);
    let prose = crate::prose::read(&document, &sentences, &notes, &markers);
    let numbers: Vec<_> = prose
        .sentences
        .iter()
        .flat_map(|sentence| sentence.quantities.iter().map(|number| sentence.words(number.span)))
        .collect();
    assert_eq!(numbers, ["12"]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "(\\PC|[0-9 ,.-]|from |3 |to |7 May |2022|du |au |31 mars |the next day|two |days |later |between |and |Monday|mid-|since |le |\u{a0}){0,30}") {
        let cut = crate::text::tokens(&text);
        let quantities = crate::quantities::find(&text, &cut);
        let mut last = 0;
        for found in super::expression::expressions(&text, &cut, &quantities) {
            proptest::prop_assert!(last <= found.span.start && found.span.start < found.span.end);
            last = found.span.end;
        }
    }
}
