//! argon2id on threads of its own, each with its working memory, and a bounded queue before them.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash as Phc, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use enamel_core::password::PasswordHash;
use serde::Deserialize;
use tokio::sync::oneshot;

use crate::entropy;

/// What a hash costs. The default is OWASP's current recommendation for argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HashCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub iterations: u32,
    /// Lanes.
    pub parallelism: u32,
}

impl Default for HashCost {
    fn default() -> Self {
        Self { memory_kib: 19_456, iterations: 2, parallelism: 1 }
    }
}

/// Why nothing was hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HashError {
    /// Too many wait already.
    #[error("too many passwords wait to be hashed")]
    Busy,
    /// The threads have ended: the program is shutting down.
    #[error("the hashing threads have ended")]
    Stopped,
    /// A stored hash that is none, or a cost that argon2 refuses.
    #[error("not a hash that this program made")]
    Malformed,
    /// A cost that argon2 refuses.
    #[error("argon2 cannot hash at this cost: {0}")]
    Cost(argon2::Error),
}

type Job = Box<dyn FnOnce(&mut Vec<Block>) + Send>;

/// Hashes and compares passwords and answers.
#[derive(Clone, Debug)]
pub struct Hasher {
    jobs: SyncSender<Job>,
    params: Params,
    /// Compared with where there is no account, so that it takes as long.
    decoy: Arc<PasswordHash>,
}

impl Hasher {
    /// Starts `threads` threads, before which at most `queue` jobs wait.
    ///
    /// # Errors
    /// [`HashError::Malformed`] where argon2 refuses the cost.
    pub fn start(cost: HashCost, threads: u32, queue: u32) -> Result<Self, HashError> {
        let params = Params::new(cost.memory_kib, cost.iterations, cost.parallelism, None).map_err(HashError::Cost)?;
        let (jobs, waiting) = sync_channel::<Job>(queue as usize);
        let waiting = Arc::new(Mutex::new(waiting));
        for number in 0..threads {
            let waiting = Arc::clone(&waiting);
            thread::Builder::new()
                .name(format!("hasher-{number}"))
                .spawn(move || work(&waiting))
                .map_err(|_| HashError::Stopped)?;
        }
        let decoy = Arc::new(hash_now(&params, &mut Vec::new(), "no account has this password")?);
        Ok(Self { jobs, params, decoy })
    }

    /// Hashes `secret` at today's cost.
    ///
    /// # Errors
    /// [`HashError`].
    pub async fn hash(&self, secret: String) -> Result<PasswordHash, HashError> {
        let params = self.params.clone();
        self.run(move |memory| hash_now(&params, memory, &secret)).await?
    }

    /// Whether `secret` is what was hashed. Without a hash one is compared all the same, in vain.
    ///
    /// # Errors
    /// [`HashError`].
    pub async fn verify(&self, secret: String, hash: Option<&PasswordHash>) -> Result<bool, HashError> {
        let (stored, is_real) = hash.map_or_else(|| (self.decoy.as_ref().clone(), false), |hash| (hash.clone(), true));
        let matches = self.run(move |memory| verify_now(memory, &secret, &stored)).await??;
        Ok(matches && is_real)
    }

    /// Whether `hash` was made at a lower cost than today's.
    #[must_use]
    pub fn is_outdated(&self, hash: &PasswordHash) -> bool {
        Phc::new(hash.as_str())
            .ok()
            .and_then(|phc| Params::try_from(&phc).ok())
            .is_none_or(|params| params.m_cost() < self.params.m_cost() || params.t_cost() < self.params.t_cost())
    }

    async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Vec<Block>) -> T + Send + 'static,
    ) -> Result<T, HashError> {
        let (reply, outcome) = oneshot::channel();
        let job = Box::new(move |memory: &mut Vec<Block>| {
            // Nobody waits any more where the request was given up.
            if !reply.is_closed() {
                let _ = reply.send(job(memory));
            }
        });
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => HashError::Busy,
            TrySendError::Disconnected(_) => HashError::Stopped,
        })?;
        outcome.await.map_err(|_| HashError::Stopped)
    }
}

fn work(waiting: &Mutex<Receiver<Job>>) {
    let mut memory = Vec::new();
    loop {
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match job {
            Ok(job) => job(&mut memory),
            Err(_) => return,
        }
    }
}

fn hash_now(params: &Params, memory: &mut Vec<Block>, secret: &str) -> Result<PasswordHash, HashError> {
    let salt: [u8; 16] = entropy::bytes().map_err(|_| HashError::Stopped)?;
    let output = derive(params, memory, secret, &salt)?;
    let phc = Phc {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(params).map_err(|_| HashError::Malformed)?,
        salt: Some(Salt::new(&salt).map_err(|_| HashError::Malformed)?),
        hash: Some(output),
    };
    Ok(PasswordHash::new(phc.to_string()))
}

fn verify_now(memory: &mut Vec<Block>, secret: &str, hash: &PasswordHash) -> Result<bool, HashError> {
    let phc = Phc::new(hash.as_str()).map_err(|_| HashError::Malformed)?;
    let params = Params::try_from(&phc).map_err(|_| HashError::Malformed)?;
    let (Some(salt), Some(expected)) = (phc.salt, phc.hash) else { return Err(HashError::Malformed) };
    // `Output` compares in constant time.
    Ok(derive(&params, memory, secret, &salt)? == expected)
}

fn derive(params: &Params, memory: &mut Vec<Block>, secret: &str, salt: &[u8]) -> Result<Output, HashError> {
    memory.resize(params.block_count(), Block::default());
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
        .hash_password_into_with_memory(secret.as_bytes(), salt, &mut out, memory)
        .map_err(|_| HashError::Malformed)?;
    Output::new(&out).map_err(|_| HashError::Malformed)
}

#[cfg(test)]
mod tests {
    use argon2::PasswordVerifier;

    use super::*;

    const CHEAP: HashCost = HashCost { memory_kib: 64, iterations: 1, parallelism: 1 };

    #[tokio::test]
    async fn a_hash_is_verified_by_us_and_by_the_library() {
        let hasher = Hasher::start(CHEAP, 1, 4).unwrap();
        let hash = hasher.hash("Molar2024".into()).await.unwrap();
        assert!(hasher.verify("Molar2024".into(), Some(&hash)).await.unwrap());
        assert!(!hasher.verify("molar2024".into(), Some(&hash)).await.unwrap());
        assert!(Argon2::default().verify_password(b"Molar2024", hash.as_str()).is_ok());
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
        assert!(!hasher.verify("no account has this password".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_hash_of_another_cost_is_outdated() {
        let cheap = Hasher::start(CHEAP, 1, 4).unwrap();
        let dear = Hasher::start(HashCost { iterations: 2, ..CHEAP }, 1, 4).unwrap();
        let hash = cheap.hash("x".into()).await.unwrap();
        assert!(!cheap.is_outdated(&hash) && dear.is_outdated(&hash));
        assert!(dear.verify("x".into(), Some(&hash)).await.unwrap());
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once() {
        let slow = HashCost { memory_kib: 32 * 1024, iterations: 4, parallelism: 1 };
        let hasher = Hasher::start(slow, 1, 1).unwrap();
        // One is hashed, one waits, and there is no room for two more.
        let hash = || hasher.hash("x".into());
        let (a, b, c, d) = tokio::join!(hash(), hash(), hash(), hash());
        let busy = [a, b, c, d].into_iter().filter(|outcome| *outcome == Err(HashError::Busy)).count();
        assert!((2..=3).contains(&busy), "{busy} refused");
    }
}
