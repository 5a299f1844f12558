use std::collections::HashSet;
use std::sync::OnceLock;

use crate::text::fold;

const CITIES: &str = include_str!("../../../knowledge/cities.txt");

/// Whether a text is a city where works are published or people interviewed, alone or with its country or state
/// (`Washington, DC`). The list holds capitals and places of publishing.
pub(in crate::citations) fn is_city(text: &str) -> bool {
    static KNOWN: OnceLock<HashSet<String>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| CITIES.lines().map(fold).collect());
    text.len() <= 40 && known.contains(&fold(text))
}

/// How somebody was spoken to: no place, and no part of who they are.
pub(super) fn is_medium(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    let carried =
        matches!(first, "by" | "via" | "over" | "through" | "par" | "on" | "sur" | "por" | "per" | "a")
            && folded.split(' ').count() <= 4
            && MEDIA.iter().any(|medium| folded.ends_with(medium) || folded.contains(medium));
    carried || MEDIA.contains(&folded.as_str())
}

const MEDIA: [&str; 34] = [
    "online",
    "phone",
    "telephone",
    "telephone call",
    "phone call",
    "video call",
    "video",
    "videoconference",
    "zoom",
    "skype",
    "whatsapp",
    "signal",
    "telegram",
    "e-mail",
    "email",
    "remote",
    "remotely",
    "in person",
    "en ligne",
    "telephone satellite",
    "visioconference",
    "a distance",
    "distance",
    "courriel",
    "en personne",
    "videollamada",
    "telefono",
    "en linea",
    "telefonisch",
    "video link",
    "secure messaging application",
    "messaging app",
    "telefon",
    "voice call",
];
