//! Streams unpacked, those of locked files too, and what is wrong with them.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, ZlibDecoder};
use pdf_oxide::PdfDocument;
use pdf_oxide::encryption::EncryptionHandler;
use pdf_oxide::object::{Object, ObjectRef};

/// Unpacks the streams of a file.
///
/// pdf_oxide does so, too, but keeps the key of a locked file to itself (its forms would read as noise), and what it
/// saves of a damaged stream it hands over without a word.
#[derive(Default)]
pub struct Streams {
    lock: Option<EncryptionHandler>,
}

/// What a stream holds, and what is wrong with it: one clause.
pub type Unpacked = (Vec<u8>, Option<String>);

impl Streams {
    /// Of a file that opens without a password, or has none.
    pub fn of(document: &PdfDocument) -> Self {
        Self { lock: lock(document) }
    }

    /// The content of a stream. `reference` is its number in the file: the key depends on it.
    ///
    /// # Errors
    /// One clause on why nothing could be unpacked.
    pub fn unpack(&self, stream: &Object, reference: Option<ObjectRef>) -> Result<Unpacked, String> {
        let Object::Stream { dict, data } = stream else {
            return Err("it is missing from the file".to_owned());
        };
        let said = |error: pdf_oxide::Error| error.to_string();
        let plain = match (&self.lock, reference) {
            (Some(lock), Some(at)) => {
                lock.decrypt_stream(data, at.id, u32::from(at.r#gen)).map_err(said)?.into()
            }
            _ => data.clone(),
        };
        let packed = Object::Stream { dict: dict.clone(), data: plain.clone() };
        let content = packed.decode_stream_data().map_err(said)?;
        let is_deflated = names_one_filter(dict.get("Filter"), &["FlateDecode", "Fl"]);
        let fault = is_deflated.then(|| fault_of(&plain)).flatten();
        Ok((content, fault))
    }
}

fn names_one_filter(filter: Option<&Object>, names: &[&str]) -> bool {
    let is_named = |object: &Object| object.as_name().is_some_and(|name| names.contains(&name));
    match filter {
        Some(Object::Array(filters)) => matches!(filters.as_slice(), [one] if is_named(one)),
        Some(one) => is_named(one),
        None => false,
    }
}

/// Whether compressed bytes unpack to their end. Many programs leave out the checksum or the header: no fault.
fn fault_of(deflated: &[u8]) -> Option<String> {
    let ends = |packed: &mut dyn Read| io::copy(packed, &mut io::sink()).is_ok();
    if deflated.is_empty() || ends(&mut ZlibDecoder::new(deflated)) {
        return None;
    }
    let body = deflated.get(ZLIB_HEADER..).unwrap_or_default();
    let mut bare = DeflateDecoder::new(body);
    let lacks_checksum = ends(&mut bare)
        && body.len().saturating_sub(usize::try_from(bare.total_in()).unwrap_or(0)) < ZLIB_CHECKSUM;
    if lacks_checksum || ends(&mut DeflateDecoder::new(deflated)) {
        return None;
    }
    Some("its bytes are damaged or cut off, so that words may be missing or wrong".to_owned())
}

/// Bytes before compressed data (RFC 1950).
const ZLIB_HEADER: usize = 2;
/// Bytes after it.
const ZLIB_CHECKSUM: usize = 4;

/// The key of a locked file, as the empty password opens it.
fn lock(document: &PdfDocument) -> Option<EncryptionHandler> {
    let trailer = document.trailer().as_dict()?;
    let encrypt = document.resolve_object(trailer.get("Encrypt")?).ok()?;
    let mut entries = encrypt.as_dict()?.clone();
    for value in entries.values_mut() {
        if let Ok(resolved) = document.resolve_object(value) {
            *value = resolved;
        }
    }
    let id = trailer.get("ID").and_then(|id| document.resolve_object(id).ok());
    let first = id.as_ref().and_then(Object::as_array).and_then(|ids| ids.first());
    let id = first.and_then(Object::as_string).unwrap_or_default().to_vec();
    let mut lock = EncryptionHandler::new(&Object::Dictionary(entries), id).ok()?;
    lock.authenticate(b"").ok()?.then_some(lock)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};

    use super::fault_of;

    fn text() -> Vec<u8> {
        (0..4000_u32).flat_map(|n| format!("({n}) Tj ").into_bytes()).collect()
    }

    #[test]
    fn damage_is_seen_and_leniency_kept() {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&text()).expect("in memory");
        let whole = encoder.finish().expect("in memory");
        assert_eq!(fault_of(&whole), None);
        assert_eq!(fault_of(&whole[..whole.len() - 4]), None, "no checksum");
        let mut bare = DeflateEncoder::new(Vec::new(), Compression::default());
        bare.write_all(&text()).expect("in memory");
        assert_eq!(fault_of(&bare.finish().expect("in memory")), None, "no header");
        assert!(fault_of(&whole[..whole.len() / 2]).is_some(), "cut off");
        let mut flipped = whole.clone();
        flipped[whole.len() / 2] ^= 0x10;
        assert!(fault_of(&flipped).is_some(), "a flipped bit");
    }
}
