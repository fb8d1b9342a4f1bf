//! Random bytes, drawn in one place.

use uuid::Uuid;

/// The operating system's random source failed.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoEntropy;

/// `N` random bytes.
///
/// # Errors
/// [`NoEntropy`].
#[expect(clippy::disallowed_methods, reason = "this is the one place that draws entropy")]
pub fn bytes<const N: usize>() -> Result<[u8; N], NoEntropy> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoEntropy)?;
    Ok(bytes)
}

/// 64 random words, as a temporary password is made of.
///
/// # Errors
/// [`NoEntropy`].
pub fn words() -> Result<[u16; 64], NoEntropy> {
    let bytes = bytes::<128>()?;
    let mut words = [0; 64];
    for (word, pair) in words.iter_mut().zip(bytes.as_chunks::<2>().0) {
        *word = u16::from_le_bytes(*pair);
    }
    Ok(words)
}

/// A random identity (RFC 9562, version 4).
///
/// # Errors
/// [`NoEntropy`].
pub fn uuid() -> Result<Uuid, NoEntropy> {
    Ok(uuid::Builder::from_random_bytes(bytes()?).into_uuid())
}
