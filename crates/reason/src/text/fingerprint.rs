/// FNV-1a, 64 bits (Fowler, Noll, Vo): a stable name, not a secret.
///
/// ```
/// assert_eq!(reason::text::fingerprint(""), 0xcbf2_9ce4_8422_2325);
/// ```
#[must_use]
pub fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
