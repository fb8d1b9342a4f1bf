//! Sign-ins a second, against what argon2id alone allows on the same cores.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use enamel_server::password::HashCost;

use crate::load::rate;
use crate::report::{Line, Target, median};
use crate::server::{PASSWORD, enamel, sign_in_request};

const ROUNDS: usize = 5;
const TIME: Duration = Duration::from_secs(5);
const CONNECTIONS: usize = 16;

/// In turns on all cores; the load generator's own work counts against us.
pub(crate) fn measure(program: &Path) -> Result<Line> {
    eprintln!("signing in, {ROUNDS} rounds of {} s each …", TIME.as_secs());
    let server = enamel(program, None, 100)?;
    let requests: Vec<_> = (0..CONNECTIONS).map(sign_in_request).collect();
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let reference = argon2_alone()?;
        let figure = rate(server.port, &requests, TIME)?;
        ratios.push(figure / reference);
        ours.push(figure);
        theirs.push(reference);
    }
    Ok(Line {
        what: "sign-ins, all cores",
        figure: format!("{:.1}/s", median(ours)),
        reference: format!("argon2id alone {:.1}/s", median(theirs)),
        ratio: median(ratios),
        target: Target::AtLeast(0.9),
    })
}

/// Hashes a second with a thread a core, each with its memory kept, at the server's cost.
fn argon2_alone() -> Result<f64> {
    let cost = HashCost::default();
    let params = Params::new(cost.memory_kib, cost.iterations, cost.parallelism, None)
        .map_err(|error| anyhow::anyhow!("{error}"))?;
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let (count, over) = (AtomicU64::new(0), AtomicBool::new(false));
    let start = Instant::now();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
                let mut memory = vec![Block::default(); params.block_count()];
                let mut out = [0; 32];
                while !over.load(Ordering::Relaxed) {
                    if argon2
                        .hash_password_into_with_memory(PASSWORD.as_bytes(), b"0123456789abcdef", &mut out, &mut memory)
                        .is_ok()
                    {
                        count.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
        thread::sleep(TIME);
        over.store(true, Ordering::Relaxed);
    });
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    Ok(count.into_inner() as f64 / start.elapsed().as_secs_f64())
}
