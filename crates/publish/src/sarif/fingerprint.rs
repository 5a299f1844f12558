use std::collections::HashMap;

use reason::Source;
use reason::checks::Diagnostic;
use sha2::{Digest, Sha256};

/// The name under which results carry it; a change of what is hashed raises the number.
pub const NAME: &str = "tickmarkPlace/v1";

/// Bytes kept of the hash: 64 bits tell the results of any run apart.
const KEPT_BYTES: usize = 8;

/// Knows a result again in the next run: its code and the words that it points to, not where they stand, so that a
/// paragraph added above changes nothing. The second result of the same words is counted.
#[derive(Default)]
pub struct Fingerprints {
    seen: HashMap<String, usize>,
}

impl Fingerprints {
    pub fn of(&mut self, diagnostic: &Diagnostic, sources: &[Source<'_>]) -> String {
        let mut hash = Sha256::new();
        hash.update(diagnostic.code.name());
        for place in &diagnostic.places {
            let Some(source) = sources.get(place.document) else {
                continue;
            };
            let quote = place.span.and_then(|span| source.document.text.get(span.start..span.end));
            for part in [source.name, quote.unwrap_or_default(), &place.says] {
                hash.update(part.len().to_le_bytes());
                hash.update(part);
            }
        }
        let digits: String = hash.finalize()[..KEPT_BYTES].iter().map(|byte| format!("{byte:02x}")).collect();
        let count = self.seen.entry(digits.clone()).or_insert(0);
        *count += 1;
        format!("{digits}:{count}")
    }
}
