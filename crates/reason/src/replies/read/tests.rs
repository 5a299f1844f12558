use crate::document::{BlockKind, Draft, DraftBlock};
use crate::structure::compose;

use super::Outcome::{self, NoReply, Other, Replied};

/// What a paragraph gives: who, and what came of it.
#[track_caller]
fn check(body: &[&str], expected: &[(&str, Outcome)]) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(body.iter().map(|text| DraftBlock::new(Some(BlockKind::Paragraph), *text, None)));
    let document = compose(draft);
    let analysis = crate::analyse(&document);
    let found: Vec<_> =
        analysis.replies.iter().map(|reply| (document.quote(reply.addressee), reply.outcome)).collect();
    assert_eq!(found, expected, "{body:?}");
}

#[test]
fn english() {
    for (text, expected) in [
        (
            "Neither the Kessa Group nor the RFB replied to Basin Watch's request for comment.",
            &[("the Kessa Group", NoReply), ("the RFB", NoReply)][..],
        ),
        (
            "Halden Logistics, Kessa Gold Corporation, Marrow Mining Limited, and Bell Corporation did not reply to Basin Watch's request for comment.",
            &[
                ("Halden Logistics", NoReply),
                ("Kessa Gold Corporation", NoReply),
                ("Marrow Mining Limited", NoReply),
                ("Bell Corporation", NoReply),
            ],
        ),
        (
            "Neither the Ministry of the Economy and Finances nor the Ministry of Mines replied to our request for comment.",
            &[("the Ministry of the Economy and Finances", NoReply), ("the Ministry of Mines", NoReply)],
        ),
        ("The army did not immediately reply to questions about the raid.", &[("The army", NoReply)]),
        ("An army spokesman did not return calls.", &[("An army spokesman", NoReply)]),
        (
            "The governor's office did not answer repeated requests for comment. Its director, Ada Moor, later said in a text message that help was coming.",
            &[("The governor's office", NoReply), ("Ada Moor", Replied)],
        ),
        (
            "In an email, a lawyer for Moor denied the allegations. Kessa Refining declined to answer questions, citing secrecy. Bell and Orr did not respond to detailed questions.",
            &[("a lawyer for Moor", Replied), ("Kessa Refining", Other), ("Bell", NoReply), ("Orr", NoReply)],
        ),
        (
            "We wrote to the Ministry of Works on May 2. The ministry did not respond.",
            &[("the Ministry of Works", NoReply)],
        ),
        (
            "Basin Watch shared this report with the Taravian authorities. At the time of publication no comments had been received.",
            &[("the Taravian authorities", NoReply)],
        ),
        ("Halden Holding did not reply to the Panel's letters.", &[("Halden Holding", NoReply)]),
        ("Mr. Orr replied in writing that it was a loan.", &[("Mr. Orr", Replied)]),
        ("Orr, reached by telephone, called the claim \"pure fiction\".", &[("Orr", Replied)]),
        ("A spokesman, reached by telephone, declined to comment on the raid.", &[("A spokesman", Other)]),
        ("The FRA has not answered our messages.", &[("The FRA", NoReply)]),
        (
            "The Third Brigade told us in an email that its men obeyed orders.",
            &[("The Third Brigade", Replied)],
        ),
        ("Requests for comment to Halden Logistics went unanswered.", &[("Halden Logistics", NoReply)]),
        ("Kessa Gold could not be reached for comment.", &[("Kessa Gold", NoReply)]),
        ("Bell had not responded by the time of publication.", &[("Bell", NoReply)]),
    ] {
        check(&[text], expected);
    }
}

#[test]
fn french() {
    for (text, expected) in [
        (
            "Sollicité par l'Observatoire, le ministère de la Pêche n'a pas donné suite. Bois de Kessa SA a répondu par écrit que c'était faux. M. Orr n'a pas souhaité s'exprimer.",
            &[("le ministère de la Pêche", NoReply), ("Bois de Kessa SA", Replied), ("M. Orr", Other)][..],
        ),
        (
            "Interrogé par La Vigie, le porte-parole du gouvernement, Ada Moor, a démenti dans un courriel toute exaction.",
            &[("Ada Moor", Replied)],
        ),
        (
            "Le ministère de la Pêche n'avait pas répondu à nos questions au moment de la publication.",
            &[("Le ministère de la Pêche", NoReply)],
        ),
        ("Contactée, Kessa Mines SA n'a pas répondu à nos sollicitations.", &[("Kessa Mines SA", NoReply)]),
        ("L'armée n'a pas réagi dans l'immédiat.", &[("L'armée", NoReply)]),
        (
            "Le gérant de Kessa Or, Ada Moor, a nié ces paiements dans une lettre datée du 4 mai.",
            &[("Ada Moor", Replied)],
        ),
        (
            "Le Groupe a écrit à Moor par l'intermédiaire de son avocat et attend toujours sa réponse.",
            &[("Moor", NoReply)],
        ),
        ("L'avocate de Moor nous a adressé un courriel.", &[("L'avocate de Moor", Replied)]),
        ("Halden Group nous a renvoyés vers son site.", &[("Halden Group", Other)]),
        ("Ni Halden ni Kessa n'ont répondu à nos questions.", &[("Halden", NoReply), ("Kessa", NoReply)]),
        ("L'entreprise Halden a refusé de commenter.", &[("L'entreprise Halden", Other)]),
    ] {
        check(&[text], expected);
    }
}

#[test]
fn no_request_for_comment() {
    for text in [
        "The army did not respond to the attack for two hours.",
        "The guards did not answer.",
        "In a statement, the army said that it had killed ten men.",
        "Moor told Reuters by telephone that she saw smoke.",
        "They declined to leave the village.",
        "L'armée n'a pas répondu à l'attaque.",
        "Une femme, jointe par téléphone, a dit avoir vu la fumée.",
    ] {
        check(&[text], &[]);
    }
}

#[test]
fn further_english() {
    for (text, expected) in [
        (
            "When contacted, the spokesman of the state police command, CSP Jonas Bell, said troops engaged the hoodlums.",
            &[("CSP Jonas Bell", Replied)][..],
        ),
        (
            "Halden rejected our findings in a meeting with us on 1 October, but has since suspended a guard.",
            &[("Halden", Replied)],
        ),
        (
            "Kessa Gold could not be reached at its listed address, which is a pharmacy.",
            &[("Kessa Gold", NoReply)],
        ),
        ("Efforts to reach the commissioner proved abortive.", &[("the commissioner", NoReply)]),
        ("The governor did not pick calls to his phone.", &[("The governor", NoReply)]),
        ("We were unable to reach Ada Moor.", &[("Ada Moor", NoReply)]),
        ("Kessa Gold, approached for comment, said the charge was absurd.", &[("Kessa Gold", Replied)]),
        ("Moor asked us to contact her lawyer.", &[("Moor", Other)]),
        (
            "The findings were submitted to the Ministry of Works, which had not responded by the time of publication.",
            &[("the Ministry of Works", NoReply)],
        ),
        ("Bell answered by email that the sums were lawful.", &[("Bell", Replied)]),
        ("There was no immediate response from Kessa Mining.", &[("Kessa Mining", NoReply)]),
    ] {
        check(&[text], expected);
    }
    for trap in [
        "Rescuers could not reach Riverbend for two days.",
        "The soldiers were unable to contact their base.",
        "The miners rejected the offer in a meeting with the company.",
    ] {
        check(&[trap], &[]);
    }
}

#[test]
fn further_french() {
    for (text, expected) in [
        (
            "La Ligue a soumis ses conclusions à l'état-major de Kessa, qui n'y avait pas répondu à la date de publication.",
            &[("l'état-major de Kessa", NoReply)][..],
        ),
        (
            "Contactée par Radio Halden, la direction du Front dément toute implication.",
            &[("la direction du Front", Replied)],
        ),
        (
            "La hiérarchie militaire, saisie le 30 août, a fait savoir par note verbale qu'une enquête était ouverte.",
            &[("La hiérarchie militaire", Replied)],
        ),
        ("Kessa Or n'a pas accusé réception des deux courriers.", &[("Kessa Or", NoReply)]),
        ("Le Groupe n'a pas pu joindre Ada Moor.", &[("Ada Moor", NoReply)]),
        ("Kessa Or a prié le Groupe de s'adresser à son conseil.", &[("Kessa Or", Other)]),
        (
            "M. Moor a reçu nos questions le 11 septembre ; elles sont restées lettre morte.",
            &[("M. Moor", NoReply)],
        ),
        (
            "Le ministère de la Pêche nous a invités à consulter le tribunal de Halden, qui n'a pas souhaité faire de commentaire.",
            &[("Le ministère de la Pêche", Other), ("le tribunal de Halden", Other)],
        ),
        ("Joint par téléphone, Jonas Bell a démenti ces accusations.", &[("Jonas Bell", Replied)]),
        ("Jonas Bell est resté injoignable.", &[("Jonas Bell", NoReply)]),
    ] {
        check(&[text], expected);
    }
    for trap in ["Deux militaires n'ont pas répondu à l'appel.", "Les secours n'ont pas pu rejoindre Kessa."]
    {
        check(&[trap], &[]);
    }
}
