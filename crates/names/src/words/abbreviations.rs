//! Names of people that are written short.

/// A word in small letters and what it stands for: how the registers of Spain, Portugal, France and England shorten the commonest names. Only
/// what is no name by itself.
const SHORT: [(&str, &str); 34] = [
    ("fco", "francisco"),
    ("fca", "francisca"),
    ("fdez", "fernandez"),
    ("fndez", "fernandez"),
    ("hdez", "hernandez"),
    ("hndez", "hernandez"),
    ("glez", "gonzalez"),
    ("gzlez", "gonzalez"),
    ("gnlez", "gonzalez"),
    ("mtz", "martinez"),
    ("mtnez", "martinez"),
    ("mrtnez", "martinez"),
    ("rdguez", "rodriguez"),
    ("rguez", "rodriguez"),
    ("rdgz", "rodriguez"),
    ("rodz", "rodriguez"),
    ("gtz", "gutierrez"),
    ("gtrrez", "gutierrez"),
    ("glz", "gonzalez"),
    ("dmguez", "dominguez"),
    ("dguez", "dominguez"),
    ("jmnez", "jimenez"),
    ("jmez", "jimenez"),
    ("schez", "sanchez"),
    ("snchz", "sanchez"),
    ("vzquez", "vazquez"),
    ("alvz", "alvarez"),
    ("prz", "perez"),
    ("wm", "william"),
    ("chas", "charles"),
    ("thos", "thomas"),
    ("robt", "robert"),
    ("saml", "samuel"),
    ("benj", "benjamin"),
];

/// The name that a word in small letters is short for.
///
/// ```
/// use names::words::in_full;
///
/// assert_eq!(in_full("hdez"), Some("hernandez"));
/// assert_eq!(in_full("hernandez"), None);
/// ```
#[must_use]
pub fn in_full(word: &str) -> Option<&'static str> {
    SHORT.iter().find(|(short, _)| *short == word).map(|(_, name)| *name)
}
