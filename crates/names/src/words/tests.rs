//! What words of names mean.

use super::*;
use crate::party::Gender;
use crate::scripts::folded;

#[test]
fn legal_forms_of_every_language_are_of_one_class() {
    let classes: [(LegalForm, &[&str]); 5] = [
        (
            LegalForm::Limited,
            &[
                "ООО",
                "LLC",
                "L.L.C.",
                "SARL",
                "S.à r.l.",
                "ТОО",
                "GmbH",
                "Ltd",
                "Ltd.",
                "Limited",
                "S.r.l.",
                "Lda",
                "Sp. z o.o.",
                "有限公司",
                "Co., Ltd.",
                "Общество с ограниченной ответственностью",
                "Limited Liability Company",
                "Sdn Bhd",
                "société à responsabilité limitée",
                "ЖШС",
                "ذ.م.م",
                "B.V.",
                "d.o.o.",
                "Kft.",
                "Pty Ltd",
            ],
        ),
        (
            LegalForm::Stock,
            &[
                "АО",
                "JSC",
                "AG",
                "S.A.",
                "S.p.A.",
                "PLC",
                "NV",
                "AS",
                "A/S",
                "Oyj",
                "株式会社",
                "ПАО",
                "Joint Stock Company",
                "A.Ş.",
            ],
        ),
        (LegalForm::State, &["ФГУП", "FGUP", "Federal State Unitary Enterprise", "ГУП"]),
        (LegalForm::LimitedPartnership, &["L.P.", "LP", "KG", "GmbH & Co. KG", "LLP"]),
        (LegalForm::Foundation, &["Stiftung", "Fondation", "фонд", "Bonyad"]),
    ];
    for (class, forms) in classes {
        for form in forms {
            let text = folded(form);
            let words: Vec<&str> = text.split(' ').collect();
            let found = legal_forms::starting(&words).map(|found| (found.what, found.words));
            assert_eq!(found, Some((class, words.len())), "{form}: {words:?}");
        }
    }
}

#[test]
fn legal_forms_are_found_within_words_without_spaces() {
    assert_eq!(legal_forms::within("主体技术股份有限公司"), Some((LegalForm::Stock, "主体技术")));
    assert_eq!(legal_forms::within("주식회사삼성"), Some((LegalForm::Stock, "삼성")));
    assert_eq!(legal_forms::within("有限公司"), Some((LegalForm::Company, "有限")));
    assert_eq!(legal_forms::within("siemens"), None);
}

#[test]
fn words_of_organisations_are_one_concept_in_every_language() {
    let concepts: [(&str, &[&str]); 6] = [
        (
            "mining",
            &["mining", "minière", "горная", "горнодобывающая", "تعدين", "minera", "Bergbau", "gornaya"],
        ),
        (
            "company",
            &["company", "Société", "компания", "компании", "شركة", "sherkat", "gesellschaft", "公司"],
        ),
        ("bank", &["bank", "banque", "banco", "банк", "банка", "بانک", "银行"]),
        ("oil", &["oil", "pétrole", "нефтяная", "النفط", "نفت"]),
        ("university", &["university", "université", "университет", "جامعة", "大学"]),
        ("shipping", &["shipping", "судоходная", "کشتیرانی", "海運"]),
    ];
    for (concept, words) in concepts {
        for word in words {
            let text = folded(word);
            let found = org_words::starting(&text.split(' ').collect::<Vec<_>>());
            assert_eq!(found.map(|found| found.what.concept.name()), Some(concept), "{word}");
        }
    }
    assert!(org_words::starting(&["prigozhin"]).is_none());
}

#[test]
fn small_words_numbers_and_titles_are_told() {
    assert_eq!(particle("bin"), Some(Particle::Son));
    assert_eq!(particle("oglu"), Some(Particle::Behind));
    assert_eq!(number("premier").map(Number::value), Some(1));
    assert_eq!(number("1st"), Some(Number::Ordinal(1)));
    assert_eq!(number("44"), Some(Number::Cardinal(44)));
    assert_eq!(number("xiv"), Some(Number::Roman(14)));
    assert_eq!(number("first"), Some(Number::Ordinal(1)));
    assert_eq!(number("percenters"), None);
    for title in ["shaikh", "haji", "mullah", "mr", "dr", "president", "генерал", "الشيخ"] {
        assert!(titles::starting(&[&folded(title)]).is_some(), "{title}");
    }
}

#[test]
fn patronymics_give_their_stem() {
    let names = [
        ("vladimirovich", "vladimir", Gender::Male),
        ("vladimirovitj", "vladimir", Gender::Male),
        ("wladimirowicz", "wladimir", Gender::Male),
        ("vladimirovici", "vladimir", Gender::Male),
        ("vladimirovics", "vladimir", Gender::Male),
        ("sergeyevich", "serge", Gender::Male),
        ("ivanivna", "ivan", Gender::Female),
        ("jurjevna", "jur", Gender::Female),
        ("stanislavauna", "stanislav", Gender::Female),
    ];
    for (name, stem, gender) in names {
        assert_eq!(patronymic(name), Some(Patronymic { stem, gender }), "{name}");
    }
    assert_eq!(patronymic("putin"), None);
}

#[test]
fn given_names_are_kin_across_languages() {
    let kin = [
        ("alexander", "aliaksandr", Kinship::Form),
        ("mikhail", "mykhailo", Kinship::Form),
        ("evgeny", "eugene", Kinship::Form),
        ("bill", "william", Kinship::Short),
        ("yusuf", "joseph", Kinship::Cognate),
        ("ivan", "john", Kinship::Cognate),
        ("volodymyr", "uladzimir", Kinship::Form),
    ];
    for (one, other, expected) in kin {
        assert_eq!(kinship(one, other), Some(expected), "{one} {other}");
    }
    assert_eq!(kinship("olaf", "oleg"), None);
}

/// A row that no loader reads is a silent skip.
#[test]
fn every_row_of_the_tables_is_read() {
    for (table, classes) in [
        (include_str!("../../data/legal_forms.tsv"), legal_forms::CLASSES.map(|(name, _)| name).as_slice()),
        (include_str!("../../data/titles.tsv"), titles::CLASSES.map(|(name, _)| name).as_slice()),
        (include_str!("../../data/particles.tsv"), particles::CLASSES.map(|(name, _)| name).as_slice()),
        (include_str!("../../data/common_names.tsv"), ["everywhere", "common", "usual"].as_slice()),
    ] {
        for (class, forms) in rows::pairs(table) {
            assert!(classes.contains(&class), "{class}");
            assert!(!forms.is_empty(), "{class}");
        }
    }
    for [name, telling, _] in rows::fields(include_str!("../../data/org_words.tsv")) {
        assert!(telling.parse::<f32>().is_ok_and(|telling| (0.0..=1.0).contains(&telling)), "{name}");
    }
}
