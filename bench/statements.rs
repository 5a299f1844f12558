//! Reports rich in statements: nearly each sentence counts people, names somebody, dates, pays, recommends or denies. All is
//! invented; half of the reports are in English and half in French. The same seed gives the same text.
//!
//! A slot in braces is filled with one of its choices, which may have slots of their own.

use crate::corpus::Seeded;

/// One sentence in so many calls a note.
const SENTENCES_A_NOTE: usize = 4;
const SENTENCES_A_PARAGRAPH: usize = 5;
const PARAGRAPHS_A_HEADING: usize = 8;

/// What fills the slots of one language.
pub struct Tongue {
    sentences: &'static [&'static str],
    headings: &'static [&'static str],
    notes: &'static [&'static str],
    endnotes: &'static str,
    slots: &'static [(&'static str, &'static [&'static str])],
}

/// A report of at least so many bytes, as plain text: blank lines between blocks, endnotes as `12. text`.
pub fn text(bytes: usize, seed: u64) -> String {
    let mut seeded = Seeded(seed);
    let tongue = if seed.is_multiple_of(2) { &FRENCH } else { &ENGLISH };
    // Reports come back to the same places and people.
    let names: Vec<String> = (0..40).map(|_| seeded.name()).collect();
    let mut text = String::with_capacity(bytes + bytes / 8);
    let (mut count, mut notes) = (0, 0);
    while text.len() < bytes {
        if count % (SENTENCES_A_PARAGRAPH * PARAGRAPHS_A_HEADING) == 0 {
            filled(one(tongue.headings, &mut seeded), tongue, &names, &mut seeded, &mut text);
            text.push_str("\n\n");
        }
        count += 1;
        filled(one(tongue.sentences, &mut seeded), tongue, &names, &mut seeded, &mut text);
        text.push('.');
        if count % SENTENCES_A_NOTE == 0 {
            notes += 1;
            text.push_str(&raised(notes));
        }
        text.push_str(if count % SENTENCES_A_PARAGRAPH == 0 { "\n\n" } else { " " });
    }
    text.push_str("\n\n");
    text.push_str(tongue.endnotes);
    text.push_str("\n\n");
    for number in 1..=notes {
        text.push_str(&format!("{number}. "));
        filled(one(tongue.notes, &mut seeded), tongue, &names, &mut seeded, &mut text);
        text.push_str("\n\n");
    }
    text
}

fn one(choices: &'static [&'static str], seeded: &mut Seeded) -> &'static str {
    choices[seeded.below(choices.len())]
}

fn filled(template: &str, tongue: &Tongue, names: &[String], seeded: &mut Seeded, into: &mut String) {
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        into.push_str(before);
        let (slot, behind) = behind.split_once('}').expect("a slot ends");
        match slot {
            "name" => into.push_str(&names[seeded.below(names.len())]),
            "new" => into.push_str(&seeded.name()),
            "n" => into.push_str(&(2 + seeded.below(60)).to_string()),
            "nn" => into.push_str(&(120 + seeded.below(700)).to_string()),
            "day" => into.push_str(&(1 + seeded.below(28)).to_string()),
            "year" => into.push_str(&(2015 + seeded.below(10)).to_string()),
            slot => {
                let (_, choices) =
                    tongue.slots.iter().find(|(name, _)| *name == slot).expect("a slot has its choices");
                filled(one(choices, seeded), tongue, names, seeded, into);
            }
        }
        rest = behind;
    }
    into.push_str(rest);
}

fn raised(number: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| RAISED[usize::from(digit - b'0')]).collect()
}

const ENGLISH: Tongue = Tongue {
    sentences: &[
        "On {date}, {group} attacked {place} and killed {people}, {speaker}",
        "{Speaker}, {count} people were killed and {count} wounded when {group} shelled the market of {place} on {date}",
        "{person}, who commanded {group} until {date}, was arrested in {place} with {n} of his men",
        "{org} put the number of dead at {nn}, but {org} spoke of no more than {n}",
        "At least {count} civilians, among them {w} children, were abducted from {place} between {date} and {date}",
        "{company} paid {money} to {person} in {month} {year} for the concession at {place}, {speaker}",
        "The {year} budget of {org} rose from {money} to {money}, an increase of {n} percent",
        "{person} is the brother-in-law of {person} and holds {n} percent of the shares of {company}",
        "{person}, director of {company}, was placed on the sanctions list of {sanctioner} on {date}",
        "{company} did not reply to questions sent on {date}",
        "In a letter of {date}, {person} denied that {company} had ever bought gold from {place}",
        "{org} should open an inquiry into the killing of {people} at {place}",
        "The government of {country} should suspend all payments to {company} until {month} {year}",
        "Witnesses said the soldiers burned {nn} houses and drove {count} families from {place} that week",
        "Two days later, {w} bodies were found in the river near {place}; {speaker}, {w} of them were women",
        "{group} claimed responsibility for the attack of {date}, in which {count} soldiers died",
        "No one was hurt in {place}, although {n} shells landed near the school on {date}",
        "Between {month} and {month} {year}, the {team} documented {nn} incidents, in which {nn} people were killed, {n} of them children",
        "Aid worth {money} was meant for {place}, of which {money} had been disbursed by {date}",
        "{Speaker}, between {n} and {nn} fighters of {group} crossed the border at {place} in early {month}",
        "The toll of the bombing had risen to {nn} dead and more than {nn} injured by {weekday} evening, {speaker}",
        "{person} told {org} that he had seen {n} prisoners shot behind the depot in {place}",
        "“They took my sons and {n} others,” said {person}, a trader from {place}, who fled to {country} in {year}",
        "{company}, registered in {country}, shares an address with {company} and is controlled by {person}",
        "{org} recommended that {country} publish the contracts that it signed with {company} in {year}",
        "Rain had fallen on the road to {place} for weeks, and the trucks of the convoy stood in mud up to their axles",
        "It is not clear who ordered the raid, nor why the garrison of {place} had been withdrawn the evening before",
        "Members of {group} raped {w} women in {place} on the night of {date}, and looted the clinic",
        "About {nn} people fled {place} for {country} last year, {speaker}",
        "The commander, {person} (also known as “{new}”), reports to {person} and receives {money} a month",
    ],
    headings: &["The Road to {name}", "{n}. What Happened in {name}", "Payments of {company}", "Recommendations"],
    notes: &[
        "Interview with a trader, {name}, {date}.",
        "{org}, “{name} After the Floods,” {date}, https://example.org/{new}.",
        "{person}, “The Ferries of {name},” The {new} Courier, {date}, p. {n}.",
        "Letter from {company} to the authors, {date}. The letter says that {n} people were hurt.",
        "UN document S/{year}/{nn}, para. {n}.",
    ],
    endnotes: "Endnotes",
    slots: &[
        ("date", &["{day} {month} {year}", "{month} {day}, {year}", "{day} {month}", "{month} {year}", "{weekday}"]),
        ("month", &["January", "February", "March", "April", "May", "June", "July", "August", "October", "December"]),
        ("weekday", &["Monday", "Tuesday", "Friday", "Saturday"]),
        ("place", &["{name}", "the village of {name}", "{name} district", "{name}, in the north of {country}", "Bamako"]),
        ("country", &["Mali", "Chad", "Niger", "Sudan", "Ghana", "Malta"]),
        ("person", &["{name} {name}", "General {name} {name}", "{name} {name} {name}", "Ms. {name}", "Col. {name}"]),
        (
            "group",
            &[
                "fighters of the {name} Front",
                "the {name} Liberation Army",
                "the army",
                "men of the Third Column",
                "gunmen",
                "the United Front of {name} (UF{n})",
            ],
        ),
        ("company", &["{name} Mining SA", "Halden Logistics", "{name} Trading LLC", "{name} and Sons Ltd", "{name} Gold Company"]),
        (
            "org",
            &[
                "the Ministry of Mines",
                "the district council of {name}",
                "the UN mission",
                "the {name} Observatory",
                "the Red Cross",
                "the Commission of Inquiry",
            ],
        ),
        ("sanctioner", &["the European Union", "the United States", "the UN Security Council", "the United Kingdom"]),
        ("team", &["Panel", "mission", "team", "commission"]),
        (
            "speaker",
            &[
                "according to {org}",
                "a spokesman for {org} said",
                "{person} said",
                "the mayor of {name} told reporters",
                "residents said",
                "officials said on {weekday}",
            ],
        ),
        ("Speaker", &["According to {org}", "According to residents", "As {person} told it", "In the words of a nurse"]),
        (
            "people",
            &[
                "{count} civilians",
                "{count} people, including {w} women",
                "{n} farmers and {w} herders",
                "dozens of traders",
                "a schoolteacher and her {w} sons",
            ],
        ),
        ("count", &["{n}", "at least {n}", "more than {nn}", "about {n}", "{n} to {nn}", "up to {nn}", "{w}", "an estimated {nn}"]),
        ("w", &["two", "three", "seven", "a dozen", "twenty-one", "thirty"]),
        ("money", &["${n} million", "USD {nn},000", "{nn} million CFA francs", "€{n}.5 million", "{nn},000 euros", "£{nn},000"]),
    ],
};

const FRENCH: Tongue = Tongue {
    sentences: &[
        "Le {date}, {group} ont attaqué {place} et tué {people}, {speaker}",
        "{Speaker}, {count} personnes ont été tuées et {count} blessées lorsque {group} ont pilonné le marché de {place} le {date}",
        "{person}, qui commandait la garnison de {place} jusqu’au {date}, a été arrêté avec {n} de ses hommes",
        "{org} a avancé le chiffre de {nn} morts, tandis que {org} n’en comptait que {n}",
        "Au moins {count} civils, dont {w} enfants, ont été enlevés à {place} entre le {date} et le {date}",
        "{company} a versé {money} à {person} en {month} {year} pour la concession de {place}, {speaker}",
        "Le budget {year} de {org} est passé de {money} à {money}, soit une hausse de {n} %",
        "{person} est le beau-frère de {person} et détient {n} % du capital de {company}",
        "{person}, directeur de {company}, a été inscrit sur la liste des sanctions de {sanctioner} le {date}",
        "{company} n’a pas répondu aux questions envoyées le {date}",
        "Dans une lettre du {date}, {person} a démenti que {company} ait jamais acheté de l’or à {place}",
        "{org} devrait ouvrir une enquête sur la mort de {people} à {place}",
        "Le gouvernement du {country} devrait suspendre tout paiement à {company} jusqu’en {month} {year}",
        "Des témoins ont affirmé que les soldats avaient brûlé {nn} maisons et chassé {count} familles de {place} cette semaine-là",
        "Deux jours plus tard, {w} corps ont été retrouvés dans le fleuve près de {place}",
        "{Group} ont revendiqué l’attaque du {date}, au cours de laquelle {count} soldats ont péri",
        "Personne n’a été blessé à {place}, bien que {n} obus soient tombés près de l’école le {date}",
        "Entre {month} et {month} {year}, la mission a recensé {nn} incidents, qui ont fait {nn} morts, dont {n} enfants",
        "Une aide de {money} était destinée à {place}, dont {money} avaient été décaissés au {date}",
        "{Speaker}, entre {n} et {nn} combattants ont franchi la frontière à {place} au début du mois de {month}",
        "Le bilan de l’attentat est monté à {nn} morts et plus de {nn} blessés {weekday} soir, {speaker}",
        "{person} a dit à {org} avoir vu {n} prisonniers abattus derrière le dépôt de {place}",
        "« Ils ont pris mes fils et {n} autres », raconte {person}, un commerçant de {place} réfugié au {country} depuis {year}",
        "{company}, immatriculée au {country}, partage son adresse avec {company} et est contrôlée par {person}",
        "{org} a recommandé au {country} de publier les contrats conclus avec {company} en {year}",
        "La pluie était tombée pendant des semaines sur la route de {place}, et les camions du convoi restaient dans la boue",
        "On ignore qui a ordonné le raid, et pourquoi la garnison de {place} avait été retirée la veille",
        "Des membres de {name} ont violé {w} femmes à {place} dans la nuit du {date} et pillé le dispensaire",
        "Environ {nn} personnes ont fui {place} pour le {country} l’an dernier, {speaker}",
        "Le commandant, {person} (alias « {new} »), rend compte à {person} et reçoit {money} par mois",
    ],
    headings: &["La route de {name}", "{n}. Ce qui s’est passé à {name}", "Les paiements de {company}", "Recommandations"],
    notes: &[
        "Entretien avec un commerçant, {name}, {date}.",
        "{org}, « {name} après la crue », {date}, https://example.org/{new}.",
        "{person}, « Les bacs de {name} », Le Courrier de {new}, {date}, p. {n}.",
        "Lettre de {company} aux auteurs, {date}. Selon cette lettre, {n} personnes ont été blessées.",
        "Document de l’ONU S/{year}/{nn}, par. {n}.",
    ],
    endnotes: "Notes",
    slots: &[
        ("date", &["{day} {month} {year}", "{day} {month}", "1er {month} {year}", "{weekday} {day} {month}"]),
        (
            "month",
            &["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "octobre", "décembre"],
        ),
        ("weekday", &["lundi", "mardi", "vendredi", "samedi"]),
        ("place", &["{name}", "{name}", "{name}, dans le nord du {country}", "{name}, près de Bamako"]),
        ("country", &["Mali", "Tchad", "Niger", "Soudan", "Ghana"]),
        ("person", &["{name} {name}", "le général {name} {name}", "{name} {name} {name}", "Mme {name}", "le colonel {name}"]),
        (
            "group",
            &[
                "des combattants du Front de {name}",
                "des hommes armés",
                "les soldats de la troisième colonne",
                "des assaillants",
                "les forces du Mouvement de {name} (M{n})",
            ],
        ),
        ("Group", &["Les combattants du Front de {name}", "Des inconnus", "Les rebelles de {name}"]),
        ("company", &["{name} Mines SA", "Halden Logistics", "la société {name} Négoce", "{name} et Fils SARL"]),
        (
            "org",
            &[
                "le ministère des Mines",
                "le conseil de {name}",
                "la mission de l’ONU",
                "l’Observatoire de {name}",
                "la Croix-Rouge",
                "la commission d’enquête",
            ],
        ),
        ("sanctioner", &["l’Union européenne", "les États-Unis", "le Conseil de sécurité", "le Royaume-Uni"]),
        (
            "speaker",
            &[
                "selon {org}",
                "d’après {org}",
                "a déclaré {person}",
                "a indiqué le maire de {name}",
                "ont rapporté des habitants",
                "a-t-on appris {weekday} de source sécuritaire",
            ],
        ),
        ("Speaker", &["Selon {org}", "D’après des habitants", "Au dire de {person}"]),
        (
            "people",
            &[
                "{count} civils",
                "{count} personnes, dont {w} femmes",
                "{n} agriculteurs et {w} éleveurs",
                "des dizaines de commerçants",
                "une institutrice et ses {w} fils",
            ],
        ),
        (
            "count",
            &["{n}", "au moins {n}", "plus de {nn}", "environ {n}", "de {n} à {nn}", "jusqu’à {nn}", "{w}", "une trentaine de"],
        ),
        ("w", &["deux", "trois", "sept", "douze", "vingt et une", "trente"]),
        (
            "money",
            &["{n} millions de dollars", "{nn} 000 euros", "{nn} millions de francs CFA", "{n},5 millions d’euros", "{nn} 000 $"],
        ),
    ],
};
