use super::*;
use proptest::prelude::*;

fn work(kind: WorkKind) -> Work {
    Work {
        id: "w-1".to_owned(),
        kind,
        authors: vec![],
        title: Some("A day in Kessa".to_owned()),
        title_translated: None,
        container: Some("Daily Ledger".to_owned()),
        date: PartialDate::parse("2024-07-25"),
        url: Some("https://ledger.example/kessa".to_owned()),
        identifier: None,
        interviewee: None,
        place: Some("Kessa".to_owned()),
        confidential: false,
        cited_by: vec![],
    }
}

fn json(work: &Work) -> serde_json::Value {
    serde_json::to_value(CslItem::of(work)).expect("an item is plain data")
}

#[test]
fn people_are_split_and_bodies_kept_whole() {
    #[rustfmt::skip]
    let cases = [
        ("Wassim Nasr", "Nasr | Wassim"),
        ("Nasr, Wassim", "Nasr | Wassim"),
        ("NASR Wassim", "NASR | Wassim"),
        ("Wassim NASR", "NASR | Wassim"),
        ("M. K. Diallo", "Diallo | M. K."),
        ("Jean-Hervé Jézéquel", "Jézéquel | Jean-Hervé"),
        ("Iyad Ag Ghaly", "Ag Ghaly | Iyad"),
        ("Pieter van Dijk", "van Dijk | Pieter"),
        ("Omar al-Sudani", "al-Sudani | Omar"),
        ("Dr. Aline Roy", "Roy | Aline"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("UN Panel of Experts on Mali", "UN Panel of Experts on Mali"),
        ("Le Monde", "Le Monde"),
        ("The Sentry", "The Sentry"),
        ("Reuters", "Reuters"),
        ("BBC", "BBC"),
        ("Jeune Afrique", "Jeune Afrique"),
        ("Acled Data, Inc.", "Acled Data, Inc."),
        ("Ministère de la Défense", "Ministère de la Défense"),
        ("Deutsche Welle, Radio France", "Deutsche Welle, Radio France"),
        ("المرصد السوري", "المرصد السوري"),
        ("", ""),
    ];
    for (name, expected) in cases {
        let found = match CslName::of(name) {
            CslName::Person { family, given } => format!("{family} | {given}"),
            CslName::Literal { literal } => literal,
        };
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn an_outlet_as_author_is_a_body() {
    let mut news = work(WorkKind::News);
    news.authors = vec!["Ledger Kessa".to_owned()];
    news.container = Some("Ledger Kessa".to_owned());
    assert_eq!(json(&news)["author"][0], serde_json::json!({"literal": "Ledger Kessa"}));
}

#[test]
fn every_kind_has_its_type_and_venue() {
    #[rustfmt::skip]
    let cases = [
        (WorkKind::News, "article-newspaper", "container-title"),
        (WorkKind::Report, "report", "publisher"),
        (WorkKind::Academic, "article-journal", "container-title"),
        (WorkKind::Book, "book", "publisher"),
        (WorkKind::CaseLaw, "legal_case", "authority"),
        (WorkKind::SocialPost, "post", "container-title"),
        (WorkKind::PressRelease, "document", "publisher"),
    ];
    for (kind, csl_type, venue) in cases {
        let item = json(&work(kind));
        assert_eq!(item["type"], csl_type);
        assert_eq!(item[venue], "Daily Ledger", "{kind:?}");
        assert_eq!(item["publisher-place"], "Kessa", "{kind:?}");
    }
}

#[test]
fn an_interview_has_its_parties_and_place() {
    let mut interview = work(WorkKind::Interview);
    interview.authors = vec!["The Watchhouse".to_owned()];
    interview.interviewee = Some("a nurse of the district hospital".to_owned());
    let item = json(&interview);
    assert_eq!(item["author"][0]["literal"], "a nurse of the district hospital");
    assert_eq!(item["interviewer"][0]["literal"], "The Watchhouse");
    assert_eq!(item["event-place"], "Kessa");
}

#[test]
fn dates_go_out_in_parts_or_in_words() {
    let cases = [
        ("2024-07-25", r#"{"date-parts":[[2024,7,25]]}"#),
        ("2024-07", r#"{"date-parts":[[2024,7]]}"#),
        ("2024", r#"{"date-parts":[[2024]]}"#),
        ("--07-27", r#"{"literal":"--07-27"}"#),
        ("2023-02-30", r#"{"literal":"2023-02-30"}"#),
    ];
    for (date, expected) in cases {
        let date = CslDate::of(PartialDate::parse(date).expect("a date"));
        assert_eq!(serde_json::to_string(&date).expect("plain"), expected);
    }
}

#[test]
fn identifiers_find_their_variable() {
    let cases = [
        ("S/2031/14", "number", "S/2031/14"),
        ("10.1000/182", "DOI", "10.1000/182"),
        ("doi: 10.1000/182", "DOI", "10.1000/182"),
        ("https://doi.org/10.1000/182", "DOI", "10.1000/182"),
        ("ISBN 978-1-4028-9462-6", "ISBN", "9781402894626"),
        ("No. 10.4/2", "number", "No. 10.4/2"),
    ];
    for (identifier, variable, value) in cases {
        let mut report = work(WorkKind::Report);
        report.identifier = Some(identifier.to_owned());
        assert_eq!(json(&report)[variable], value, "{identifier}");
    }
}

proptest! {
    #[test]
    fn no_part_of_a_name_is_lost(name in "\\PC{0,60}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let kept = match CslName::of(&name) {
            CslName::Person { family, given } => letters(&family) + letters(&given),
            CslName::Literal { literal } => letters(&literal),
        };
        // Honorifics are the one thing left out.
        prop_assert!(kept + 4 * name.split_whitespace().count() >= letters(&name));
    }
}
