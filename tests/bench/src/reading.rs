//! Session check and account view, against a bare axum route that answers the same bytes.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};

use crate::load::{Connection, rate, request};
use crate::report::{Line, Target, median};
use crate::server::{Server, bare, enamel};

const ROUNDS: usize = 5;
const TIME: Duration = Duration::from_secs(3);
const CONNECTIONS: usize = 16;

/// Both servers on core 0, in turns; the load comes from the other core.
pub(crate) fn measure(program: &Path) -> Result<Line> {
    eprintln!("reading the account view, {ROUNDS} rounds of {} s each …", TIME.as_secs());
    let enamel = enamel(program, Some(0), 100)?;
    // Each connection is another person, so that no answer serves two.
    let requests = (0..CONNECTIONS)
        .map(|person| Ok(request("GET", "/api/v1/account", &format!("cookie: {}\r\n", enamel.sign_in(person)?), "")))
        .collect::<Result<Vec<_>>>()?;
    let first = requests.first().map(Vec::as_slice).unwrap_or_default();
    let answer = Connection::open(enamel.port)?.send(first)?;
    ensure!(answer.status == 200, "the account view answered {}", answer.status);
    let bare = bare(&answer.body, 0)?;

    pin_to(1)?;
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let reference = a_processor_second(&bare, &requests)?;
        let figure = a_processor_second(&enamel, &requests)?;
        ratios.push(figure / reference);
        ours.push(figure);
        theirs.push(reference);
    }
    unpin()?;
    Ok(Line {
        what: "session check + account view, one core",
        figure: format!("{:.0}/s", median(ours)),
        reference: format!("bare axum route {:.0}/s", median(theirs)),
        ratio: median(ratios),
        target: Target::AtLeast(0.35),
    })
}

/// Answers a second of the server's own processor time: on a core to itself, a second of the clock;
/// on one that others use too, what it would have done alone.
fn a_processor_second(server: &Server, requests: &[Vec<u8>]) -> Result<f64> {
    let (before, start) = (server.processor_seconds()?, std::time::Instant::now());
    let rate = rate(server.port, requests, TIME)?;
    Ok(rate * start.elapsed().as_secs_f64() / (server.processor_seconds()? - before))
}

fn pin_to(core: u32) -> Result<()> {
    taskset(&core.to_string())
}

fn unpin() -> Result<()> {
    taskset(&format!("0-{}", std::thread::available_parallelism().map_or(1, std::num::NonZero::get).max(2) - 1))
}

fn taskset(cores: &str) -> Result<()> {
    let done =
        std::process::Command::new("taskset").args(["-a", "-cp", cores, &std::process::id().to_string()]).output()?;
    ensure!(done.status.success(), "taskset: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}
