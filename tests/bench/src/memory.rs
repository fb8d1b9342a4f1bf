//! Memory of the server after 10,000 sign-ins, over argon2's own working memory.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use anyhow::{Result, ensure};
use enamel_server::password::HashCost;

use crate::load::Connection;
use crate::report::{Line, Target};
use crate::server::{enamel, sign_in_request};

const SIGN_INS: i64 = 10_000;
const CONNECTIONS: usize = 16;
const MOST: f64 = 60.0 * 1024.0 * 1024.0;

/// The ratio is of the bytes over argon2's memory to the 60 MB allowed.
pub(crate) fn measure(program: &Path) -> Result<Line> {
    eprintln!("{SIGN_INS} sign-ins (a few minutes) …");
    let server = enamel(program, None, 100)?;
    let left = AtomicI64::new(SIGN_INS);
    thread::scope(|scope| {
        let (left, port) = (&left, server.port);
        let workers: Vec<_> = (0..CONNECTIONS)
            .map(|person| {
                scope.spawn(move || -> Result<()> {
                    let mut connection = Connection::open(port)?;
                    while left.fetch_sub(1, Ordering::Relaxed) > 0 {
                        let answer = connection.send(&sign_in_request(person))?;
                        ensure!(answer.status == 200, "answered {}: {}", answer.status, answer.body);
                    }
                    Ok(())
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow::anyhow!("a connection died"))?)
    })?;
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let hashing = u64::from(HashCost::default().memory_kib) * 1024 * threads;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let over = server.resident()?.saturating_sub(hashing) as f64;
    Ok(Line {
        what: "memory after 10,000 sign-ins, over argon2's own",
        figure: format!("{:.1} MB", over / 1024.0 / 1024.0),
        reference: "60 MB".to_owned(),
        ratio: over / MOST,
        target: Target::AtMost(1.0),
    })
}
