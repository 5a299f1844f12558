use crate::document::{BlockKind, Document, Draft, DraftBlock};
use crate::money::Money;

fn document(text: &str) -> Document {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), text, None));
    crate::structure::compose(draft)
}

fn found(document: &Document) -> Vec<Money> {
    crate::analyse(document).money
}

fn shown(document: &Document, money: &Money) -> String {
    let mut row = format!("{} {}", money.amount.units(), money.currency);
    if let Some(high) = money.amount_high {
        row = format!("{}-{} {}", money.amount.units(), high.units(), money.currency);
    }
    if let Some(usd) = money.usd_as_written {
        row += &format!(" = ${}", usd.units());
    }
    if let Some(per) = money.per {
        row += &format!(" per {per:?}");
    }
    for (name, span) in [("what", money.what), ("payer", money.payer), ("payee", money.payee)] {
        if let Some(span) = span {
            row += &format!(" {name}: {};", document.quote(span));
        }
    }
    if let Some(date) = money.date {
        row += &format!(" {date}");
    }
    if money.approximate { format!("~{row}") } else { row }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = document(text);
    let rows: Vec<String> = found(&document).iter().map(|money| shown(&document, money)).collect();
    assert_eq!(rows, expected, "{text}");
}

/// Amount and currency only.
#[track_caller]
fn check_amounts(text: &str, expected: &[&str]) {
    let document = document(text);
    let rows: Vec<String> =
        found(&document).iter().map(|money| format!("{} {}", money.amount.units(), money.currency)).collect();
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn amounts_of_all_currencies() {
    check_amounts(
        "The fees were $5,000, \\$2 million, US$ 3.5 million, €1.1 million and £20.",
        &["5000 USD", "2000000 USD", "3500000 USD", "1100000 EUR", "20 GBP"],
    );
    check_amounts(
        "The fees were USD 5 million, 20 roubles, 300 naira, 7 CFA francs and 40 Sudanese pounds.",
        &["5000000 USD", "20 RUB", "300 NGN", "7 CFA francs", "40 SDG"],
    );
    check_amounts(
        "Les frais sont de 200 000 francs CFA, 12 millions de FCFA, 2,5 millions d’euros et 20 €.",
        &["200000 francs CFA", "12000000 FCFA", "2500000 EUR", "20 EUR"],
    );
    check_amounts(
        "It cost 5 million Namibian dollars, A$30 and $2bn.",
        &["5000000 Namibian dollars", "30 A$", "2000000000 USD"],
    );
    check_amounts(
        "They took four tons of gold, 20kg of gold and 2 tons of sand.",
        &["4 tons of gold", "20 kg of gold"],
    );
    check_amounts("Ils ont exporté 2,4 tonnes d’or vers la côte.", &["2.4 tonnes d’or"]);
    check_amounts("There were 12 men, 70% of them from Kessa, in 2022.", &[]);
    check_amounts("The accounts at the BCEAO hold 7 million CFA francs.", &["7000000 XOF"]);
}

#[test]
fn what_it_comes_to_is_no_amount_of_its_own() {
    check_amounts(
        "They agreed on 6 billion CFA francs (almost $11 million) that day.",
        &["6000000000 CFA francs"],
    );
    check(
        "They agreed on 6 billion CFA francs (almost $11 million) per month.",
        &["6000000000 CFA francs = $11000000 per Month"],
    );
    check(
        "The budgets were 16 billion and 17 billion CFA francs ($26 million and $30 million), respectively.",
        &["16000000000 CFA francs = $26000000 what: budgets;", "17000000000 CFA francs = $30000000"],
    );
    check_amounts("It was 500,000 gourdes, or about $4,000, in all.", &["500000 HTG"]);
    check_amounts(
        "Elle a payé 45 millions de francs congolais (16 000 dollars environ) au maire.",
        &["45000000 CDF"],
    );
}

#[test]
fn ranges_share_their_currency() {
    check("Between 2 and 3 million euros were lost.", &["2000000-3000000 EUR"]);
    check("Cela rapporte entre 80 000 et 120 000 dollars par mois.", &["80000-120000 USD per Month"]);
    check_amounts("The cost was $10 million to $15 million.", &["10000000 USD"]);
}

#[test]
fn parties_only_where_the_clause_says_so() {
    check(
        "In May 2021 Halden Logistics paid the mayor $5,000 a month.",
        &["5000 USD per Month payer: Halden Logistics; payee: the mayor; 2021-05"],
    );
    check(
        "The company received a monthly fee of $150,000 from Kessa Mines.",
        &["150000 USD per Month what: monthly fee; payer: Kessa Mines; payee: The company;"],
    );
    check(
        "Kessa Gold SA, registered in Mora and owned by Ada Moor (70 per cent) and Lumen Trading (30 per cent), paid the Front $640,000.",
        &["640000 USD payer: Kessa Gold SA; payee: the Front;"],
    );
    check(
        "Halden transferred $1.25 million to Kessa Minerals.",
        &["1250000 USD payer: Halden; payee: Kessa Minerals;"],
    );
    check(
        "Reporters wrote that Kessa would be paying Halden Logistics about 6 million gourdes a month.",
        &["~6000000 HTG per Month payer: Kessa; payee: Halden Logistics;"],
    );
    check("The budget of $600 million is less than a quarter funded.", &["600000000 USD what: budget;"]);
    check("They moved $6 million a year later.", &["6000000 USD"]);
    check("The sum of at least $7,000 is missing.", &["~7000 USD what: sum;"]);
    check(
        "Les familles ont versé une rançon de 3 millions de francs CFA.",
        &["3000000 francs CFA what: rançon; payer: Les familles;"],
    );
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "(\\PC|[0-9 ,.$()]|\\$5 |million |francs CFA |\\(about |and |of gold|kg |paid |to |USD |€|dollars |a month |\u{a0}){0,30}") {
        let document = document(&text);
        for money in found(&document) {
            proptest::prop_assert!(money.span.contains(money.written), "{}", document.quote(money.span));
        }
    }
}

#[test]
fn countries_of_several_words_and_what_says_which_amount() {
    check_amounts(
        "The firm paid 96 million United Arab Emirates dirhams and 5 million East Kessan dollars.",
        &["96000000 AED", "5000000 East Kessan dollars"],
    );
    check_amounts("La société a payé 96 millions de dirhams des Émirats arabes unis.", &["96000000 AED"]);
    let document =
        document("They pay a toll of 500 gourdes ($3.80) per sack that the men levy on the road. It rained.");
    let rows = found(&document);
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(document.quote(rows[0].span).contains("that the men levy on the road"), "{rows:?}");
}
