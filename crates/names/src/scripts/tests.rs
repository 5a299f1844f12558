//! What names of every script become.

use proptest::prelude::*;

use super::*;

/// Whether one of the Latin forms of a name is, or sounds like, one of the given ones.
fn check(name: &str, expected: &[&str], closeness: Closeness) {
    let forms = latin(name);
    let keys: Vec<String> = forms.iter().map(|form| sounds(form, closeness)).collect();
    for form in expected {
        let key = sounds(form, closeness);
        assert!(
            forms.iter().any(|own| own == form) || keys.contains(&key),
            "{name}: {forms:?} {keys:?}, not {form} {key}"
        );
    }
}

#[test]
fn names_of_cyrillic_meet_every_convention() {
    let names: [(&str, &[&str]); 10] = [
        ("Владимир Путин", &["wladimir putin", "vladimir poutine", "vladimir putin", "vlagyimir putyin"]),
        ("Евгений Пригожин", &["yevgeny prigozhin", "evgenii prigozhin", "jewgenij prigozjin"]),
        ("Сергей Шойгу", &["sergei shoigu", "sergej schoigu", "serguei shoigu", "sergey shoygu"]),
        ("Андрей Иванович Швед", &["andrej ivanovitj sjved", "andrei iwanowitsch schwed"]),
        ("Соловьёв", &["solovyov", "soloviev", "solovev", "solowjow"]),
        ("Юрий Ковальчук", &["yury kovalchuk", "iurii kovalchuk", "jurij kovaltschuk", "juri kowaltschuk"]),
        ("Аркадий Ротенберг", &["arkadii rotenberg", "arkady rotenberg", "arkadij rotenberg"]),
        ("Мядзведзеў", &["medvedev", "miadzvedzeu"]),
        ("Григорий", &["grigory", "hrihorii"]),
        ("Домогацкий", &["domogatsky", "domogatskiy", "domogacki"]),
    ];
    for (name, expected) in names {
        check(name, expected, Closeness::Spelling);
    }
}

#[test]
fn names_of_other_scripts_have_their_usual_form() {
    let names: [(&str, &[&str]); 58] = [
        ("محمد علي", &["mohamed ali", "muhammad ali", "mohammed ali"]),
        ("أحمد حسن", &["ahmed hassan"]),
        ("عبد الله", &["abdullah", "abdallah"]),
        ("خالد محمود", &["khaled mahmoud", "khalid mahmud"]),
        ("عبد الرحمن", &["abdul rahman", "abderrahmane"]),
        ("صلاح الدين", &["salahuddin", "salah al din"]),
        ("حسین", &["hossein", "husain"]),
        ("محمدمهدی", &["mohammad mahdi"]),
        ("فلاديمير بوتين", &["vladimir putin"]),
        ("ولادیمیر پوتین", &["vladimir putin"]),
        ("فرناندو بيريز", &["fernando perez"]),
        ("משה", &["moshe"]),
        ("דוד", &["david"]),
        ("בנימין נתניהו", &["binyamin netanyahu"]),
        ("Βλαντίμιρ Πούτιν", &["vladimir putin"]),
        ("Νικόλαος", &["nikolaos"]),
        ("Αλέξανδρος", &["alexandros"]),
        ("ვლადიმერ პუტინი", &["vladimer putin"]),
        ("Վլադիմիր Պուտին", &["vladimir putin"]),
        ("Պետրոս", &["petros", "bedros"]),
        ("金正恩", &["kim jong un", "jin zhengen"]),
        ("李明", &["li ming", "lee ming"]),
        ("习近平", &["xi jinping"]),
        ("王伟", &["wang wei", "wong wai"]),
        ("陈", &["chen"]),
        ("曾国藩", &["zeng guofan"]),
        ("欧阳修", &["ouyang xiu"]),
        ("김정은", &["kim jong un", "gim jeong eun"]),
        ("박지성", &["park ji sung", "pak ji song"]),
        ("이민호", &["lee min ho", "ri min ho", "yi min ho"]),
        ("山田太郎", &["yamada taro"]),
        ("田中花子", &["tanaka hanako"]),
        ("高市早苗", &["takaichi sanae"]),
        ("ウラジーミル・プーチン", &["vladimir putin"]),
        ("さとう たろう", &["sato taro"]),
        ("สมชาย", &["somchai"]),
        ("सचिन तेंदुलकर", &["sachin tendulakar"]),
        ("व्लादिमीर पुतिन", &["vladimir putin"]),
        ("ভ্লাদিমির পুতিন", &["vladimir putin"]),
        ("ராஜேஷ்", &["rajesh"]),
        ("ប៉ុល ពត", &["pol pot"]),
        ("ហ៊ុន ម៉ាណែត", &["hun manet"]),
        ("ዐቢይ አሕመድ", &["abiy ahmed"]),
        ("ተስፋዬ ገብሩ", &["tesfaye gebru"]),
        ("ወልደ ክፍሉ", &["welde kiflu", "wolde kiflu"]),
        ("ብርሃኑ ጥላሁን", &["birhanu tilahun"]),
        ("မင်းအောင်လှိုင်", &["min aung hlaing"]),
        ("သန်းရွှေ", &["than shwe"]),
        ("ထွန်းမြင့်", &["htun myint", "tun myint"]),
        ("ບຸນຍັງ", &["bunyang"]),
        ("จันทร์", &["chan"]),
        ("석민", &["sok min"]),
        ("정명록", &["chong myongnok"]),
        ("佐々木健太郎", &["sasaki kentaro"]),
        ("ज्ञानेश्वर", &["gyaneshvar"]),
        ("ලසන්ත", &["lasanta", "lasantha"]),
        ("முருகதாசன்", &["murugadasan"]),
        ("弗拉基米尔·普京", &["vladimir putin"]),
    ];
    for (name, expected) in names {
        check(name, expected, Closeness::Spelling);
    }
}

#[test]
fn latin_letters_lose_their_diacritics_or_are_spelled_out() {
    assert_eq!(latin("Jürgen Groß"), ["jurgen gross", "juergen gross"]);
    assert_eq!(latin("Vučić"), ["vucic", "vuchich"]);
    assert_eq!(latin("Đặng Thị Ngọc"), ["dang thi ngoc", "djang thi ngoc"]);
    assert_eq!(latin("ʿAbd al-Raḥmān"), ["abd al rahman"]);
    assert_eq!(latin("O’Neil, J.P. & Co."), ["oneil jp co"]);
    assert_eq!(latin("Василiвна"), latin("Василівна"));
}

#[test]
fn what_sounds_another_way_stays_apart() {
    let pairs = [
        ("ivanov", "petrov"),
        ("sechin", "sedov"),
        ("hassan", "hussein"),
        ("lavrov", "lvov"),
        ("kim", "kang"),
    ];
    for (one, other) in pairs {
        for closeness in [Closeness::Spelling, Closeness::Vowels] {
            assert_ne!(sounds(one, closeness), sounds(other, closeness), "{one} {other}");
        }
    }
}

#[test]
fn runs_leave_nothing_out() {
    let text = "ООО «Siemens» 西门子 12";
    assert_eq!(runs(text).map(|(_, run)| run).collect::<String>(), text);
}

proptest! {
    #[test]
    fn any_text_becomes_words_of_ascii(text in any::<String>()) {
        let is_plain = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ');
        for form in latin(&text) {
            prop_assert!(is_plain(&form), "{text:?}: {form:?}");
            prop_assert!(!form.is_empty() && form.trim() == form && !form.contains("  "), "{text:?}: {form:?}");
        }
        prop_assert!(latin(&text).len() <= 4);
    }

    #[test]
    fn names_of_every_script_become_words_of_ascii(
        text in "[\\p{Cyrillic}\\p{Arabic}\\p{Hebrew}\\p{Greek}\\p{Thai}\\p{Devanagari}\\p{Khmer}\\p{Hangul}\\p{Hiragana}\\p{Katakana}\\p{Georgian}\\p{Armenian}\\p{Han} .'0-9]{0,20}"
    ) {
        for form in latin(&text) {
            prop_assert!(form.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' '), "{text:?}: {form:?}");
        }
    }

    #[test]
    fn any_text_has_keys(text in any::<String>()) {
        for closeness in [Closeness::Spelling, Closeness::Vowels, Closeness::Consonants] {
            let _ = sounds(&text, closeness);
        }
        let _ = folded(&text);
    }

    /// What is heard once serves for both.
    #[test]
    fn vowels_are_merged_in_what_was_heard(text in "([a-z]{1,9} ?){1,3}") {
        let mut keys = Vec::new();
        sounds_in(&text, Closeness::Spelling, &mut keys);
        let merged = sounds(&text, Closeness::Vowels);
        prop_assert_eq!(with_vowels_merged(&mut keys), merged.as_bytes());
    }
}
