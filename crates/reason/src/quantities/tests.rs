use proptest::prelude::*;

use super::{NumberForm, Quantity, Unit, find};
use crate::text::tokens;

/// `span = low..high`, with `~` before it where approximate; articles and ordinals are left out.
fn shown(text: &str, found: &Quantity) -> String {
    let number = |figure: Option<u64>| figure.map_or_else(|| "?".to_owned(), |number| number.to_string());
    let figure = if found.figure.low == found.figure.high && found.figure.low.is_some() {
        number(found.figure.low)
    } else {
        format!("{}..{}", number(found.figure.low), number(found.figure.high))
    };
    let about = if found.figure.approximate { "~" } else { "" };
    let unit = match found.unit {
        Unit::Count => "",
        Unit::Percent => "%",
        Unit::Fraction => "/",
        Unit::Ordinal => "th",
        Unit::Multiple => "x",
    };
    format!("{} = {about}{figure}{unit}", &text[found.span.start..found.span.end])
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = find(text, &tokens(text));
    let told = found.iter().filter(|found| found.form != NumberForm::Article && found.unit != Unit::Ordinal);
    let told: Vec<String> = told.map(|found| shown(text, found)).collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn digits_of_all_houses() {
    check("The army killed 1,200 people and 12,345,678 goats.", &["1,200 = 1200", "12,345,678 = 12345678"]);
    check(
        "L’armée a tué 1 200 personnes et 12\u{a0}300 chèvres, 4\u{202f}500 ânes.",
        &["1 200 = 1200", "12\u{a0}300 = 12300", "4\u{202f}500 = 4500"],
    );
    check("Plus de 1.200 personnes ont fui dans la forêt.", &["Plus de 1.200 = ~1200..?"]);
    check("El total fue 1.200.000 personas", &["1.200.000 = 1200000"]);
    check(
        "The total was 3.5 million of them, or 3.25 million.",
        &["3.5 million = 3500000", "3.25 million = 3250000"],
    );
    check("Il y en a 12,5 millions dans le pays.", &["12,5 millions = 12500000"]);
    check("They owe 1.125 billion to the state.", &["1.125 billion = 1125000000"]);
    check(
        "40k people and $5bn of debt; 1.5m people fled",
        &["40k = 40000", "5bn = 5000000000", "1.5m = 1500000"],
    );
    check(
        "70% of them, 70 per cent of the rest, 12,5 % des voix",
        &["70% = 70%", "70 per cent = 70%", "12,5 % = 12%"],
    );
    check("Some 2000 people fled, and 300 men.", &["Some 2000 = ~2000..?", "300 = 300"]);
    check("In 2022 22 soldiers died", &["22 = 22"]);
    check("a 15-year-old boy, 12-member council", &["15 = 15", "12 = 12"]);
    check("20kg of gold, 7 kg", &["20 = 20", "7 = 7"]);
    check("Villagers (12 men) left.", &["12 = 12"]);
    check("forces –200 men– were there", &["200 = 200"]);
}

#[test]
fn digits_that_count_nothing() {
    for text in [
        "in 2022, and since 2016",
        "S/2023/138, para. 45",
        "No. 5, article 12, pages 12–14, p. 3, résolution 2374",
        "at 14:30 and 14h30 and 14.30.05",
        "12°30'N",
        "14° 30' N",
        "TB2, AK-47, G5, COVID-19, Su-25",
        "the 13th brigade, le 3e bataillon",
        "+223 76 12 34 56",
        "call 555-123-4567",
        "version 1.2.3 on 2024-05-03",
        "They paid him.[12] And (10) more",
        "see notes 87,88,89 there of the",
        "1. The army left.",
        "12) The army left.",
        "https://x.example/2024/05/03/a-12",
        "the ratio was 24/7",
        "007 and 05",
        "a wall 5m high of the town",
        "n° 12, No 7",
    ] {
        check(text, &[]);
    }
}

#[test]
fn words_in_english() {
    check(
        "twenty-one men and two hundred and five women",
        &["twenty-one = 21", "two hundred and five = 205"],
    );
    check("one hundred and five people", &["one hundred and five = 105"]);
    check(
        "a hundred men, a million, half a million",
        &["a hundred = 100", "a million = 1000000", "half a million = 500000"],
    );
    check("three thousand two hundred men", &["three thousand two hundred = 3200"]);
    check("two million three hundred thousand", &["two million three hundred thousand = 2300000"]);
    check("fifteen hundred", &["fifteen hundred = 1500"]);
    check("a dozen, two dozen, half a dozen", &["a dozen = 12", "two dozen = 24", "half a dozen = 6"]);
    check("Scores of people and dozens of the men", &["Scores = ~40..?", "dozens = ~24..?"]);
    check(
        "hundreds, thousands, tens of thousands, hundreds of thousands in the city",
        &[
            "hundreds = ~200..?",
            "thousands = ~2000..?",
            "tens of thousands = ~20000..?",
            "hundreds of thousands = ~200000..?",
        ],
    );
    check(
        "several dozen, a few hundred, several hundred thousand",
        &["several dozen = ~24..?", "a few hundred = ~200..?", "several hundred thousand = ~200000..?"],
    );
    check("three, four and five men", &["three = 3", "four = 4", "five = 5"]);
    check("one woman and a soldier, Phase One, three UN posts", &["three = 3"]);
    check("they seize cent and they were UN", &[]);
    check("twenty-odd men", &["twenty-odd = ~20..?"]);
}

#[test]
fn words_in_french() {
    check("quatre-vingt-dix-sept personnes", &["quatre-vingt-dix-sept = 97"]);
    check("dix-sept hommes", &["dix-sept = 17"]);
    check("Cent dix-sept femmes ont été déplacées.", &["Cent dix-sept = 117"]);
    check("mille deux cent dix-neuf déplacés", &["mille deux cent dix-neuf = 1219"]);
    check("deux cent mille déplacés dans la région", &["deux cent mille = 200000"]);
    check(
        "quatre-vingts hommes, soixante et onze femmes, soixante-dix enfants",
        &["quatre-vingts = 80", "soixante et onze = 71", "soixante-dix = 70"],
    );
    check("vingt et un morts, vingt-deux blessés", &["vingt et un = 21", "vingt-deux = 22"]);
    check("mille deux cents hommes de la garde", &["mille deux cents = 1200"]);
    check(
        "une cinquantaine de morts, une douzaine, une demi-douzaine",
        &["une cinquantaine = ~50..?", "une douzaine = ~12..?", "une demi-douzaine = 6"],
    );
    check(
        "des dizaines, plusieurs centaines, des milliers",
        &["dizaines = ~20..?", "plusieurs centaines = ~200..?", "milliers = ~2000..?"],
    );
    check(
        "une centaine de milliers, des dizaines de milliers",
        &["une centaine de milliers = ~100000..?", "dizaines de milliers = ~20000..?"],
    );
    check(
        "trois millions de francs, 6 milliards, 200 mille",
        &["trois millions = 3000000", "6 milliards = 6000000000", "200 mille = 200000"],
    );
    check("seize personnes ont été tuées par les soldats", &["seize = 16"]);
    check("deux milliards cinq cents millions", &["deux milliards cinq cents millions = 2500000000"]);
}

#[test]
fn comparators_on_both_sides() {
    check(
        "at least 500, no fewer than five, more than one hundred",
        &["at least 500 = ~500..?", "no fewer than five = ~5..?", "more than one hundred = ~100..?"],
    );
    check(
        "over 20, some 30, nearly 6,300, an estimated 40",
        &["over 20 = ~20..?", "some 30 = ~30..?", "nearly 6,300 = ~6300..?", "an estimated 40 = ~40..?"],
    );
    check(
        "up to 20, as many as a dozen, fewer than 400, at most 3",
        &["up to 20 = ?..20", "as many as a dozen = ?..12", "fewer than 400 = ?..400", "at most 3 = ?..3"],
    );
    check(
        "a little over thirty, no more than ten",
        &["a little over thirty = ~30..?", "no more than ten = ?..10"],
    );
    check("20 or more, 20 or so", &["20 or more = ~20..?", "20 or so = ~20..?"]);
    check("at least one soldier, more than a dozen", &["at least one = ~1..?", "more than a dozen = ~12..?"]);
    check(
        "au moins 500, plus de trente, près de 20, environ cent, quelque 40 de",
        &[
            "au moins 500 = ~500..?",
            "plus de trente = ~30..?",
            "près de 20 = ~20..?",
            "environ cent = ~100..?",
            "quelque 40 = ~40..?",
        ],
    );
    check(
        "jusqu’à 20, au plus dix, moins de 400",
        &["jusqu’à 20 = ?..20", "au plus dix = ?..10", "moins de 400 = ?..400"],
    );
    check("une vingtaine au moins", &["une vingtaine au moins = ~20..?"]);
    check("plus d’une centaine de morts", &["plus d’une centaine = ~100..?"]);
    check("more than $5 million", &["more than $5 million = ~5000000..?"]);
}

#[test]
fn ranges() {
    check(
        "between 20 and 80, from 20 to 80, 160-200, 40,000–50,000",
        &[
            "between 20 and 80 = 20..80",
            "from 20 to 80 = 20..80",
            "160-200 = 160..200",
            "40,000–50,000 = 40000..50000",
        ],
    );
    check(
        "between four and six; twelve to fifteen; two or three",
        &["between four and six = 4..6", "twelve to fifteen = 12..15", "two or three = 2..3"],
    );
    check(
        "entre 20 et 80, de 20 à 80, entre 80 000 et 120 000 dollars",
        &["entre 20 et 80 = 20..80", "de 20 à 80 = 20..80", "entre 80 000 et 120 000 = 80000..120000"],
    );
    check(
        "between two and three hundred, 2 to 3 million, between $2 and $3 million",
        &[
            "between two and three hundred = 200..300",
            "2 to 3 million = 2000000..3000000",
            "between $2 and $3 million = 2000000..3000000",
        ],
    );
    check("about 20 to 30 men", &["about 20 to 30 = ~20..30"]);
    check(
        "between 10% and 15%, 10–15 percent",
        &["between 10% and 15% = 10..15%", "10–15 percent = 10..15%"],
    );
    check("13 to 2", &["13 = 13", "2 = 2"]);
    check("20 and 30 men", &["20 = 20", "30 = 30"]);
    check("notes 87-8 and 12-5 there", &[]);
}

#[test]
fn other_units() {
    check(
        "two thirds of them, a quarter of the men, half of it",
        &["two thirds = ?..?/", "a quarter = ?..?/", "half = ?..?/"],
    );
    check("le tiers des hommes, la moitié", &["tiers = ?..?/", "moitié = ?..?/"]);
    check(
        "it doubled, three times as many, trois fois plus",
        &["doubled = 2x", "three times = 3x", "trois fois = 3x"],
    );
    check("roughly one third of the men", &["roughly one third = ~?..?/"]);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "(\\PC|[0-9 ,.$%-]|one |two |hundred |and |to |de |mille |vingt-|between |000|km |dozens |of |half a |un |\u{a0}){0,40}") {
        let cut = tokens(&text);
        let found = find(&text, &cut);
        let mut last = 0;
        for quantity in found {
            prop_assert!(last <= quantity.span.start && quantity.span.start < quantity.span.end);
            prop_assert!(quantity.span.contains(quantity.number) && !quantity.number.is_empty());
            prop_assert!(text.get(quantity.span.start..quantity.span.end).is_some());
            prop_assert!(text.get(quantity.number.start..quantity.number.end).is_some());
            last = quantity.span.end;
        }
    }
}
