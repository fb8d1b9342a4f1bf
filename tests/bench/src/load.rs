//! A load generator: connections that each send a request as soon as the last was answered.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// An HTTP/1.1 answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) cookie: Option<String>,
    pub(crate) body: String,
}

/// A connection that is kept open.
pub(crate) struct Connection(BufReader<TcpStream>);

impl Connection {
    pub(crate) fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        Ok(Self(BufReader::with_capacity(16 * 1024, stream)))
    }

    pub(crate) fn send(&mut self, request: &[u8]) -> Result<Answer> {
        self.0.get_mut().write_all(request)?;
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        let status = line.split(' ').nth(1).context("no status")?.parse()?;
        let (mut length, mut cookie) = (0, None);
        loop {
            line.clear();
            self.0.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse()?;
            } else if name.eq_ignore_ascii_case("set-cookie") {
                cookie = value.split(';').next().map(str::to_owned);
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        Ok(Answer { status, cookie, body: String::from_utf8(body)? })
    }
}

/// A request as its bytes.
pub(crate) fn request(method: &str, path: &str, headers: &str, body: &str) -> Vec<u8> {
    format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
        .into_bytes()
}

/// Sends each request over a connection of its own, again and again for `time`; answers a second,
/// all of them 200.
pub(crate) fn rate(port: u16, requests: &[Vec<u8>], time: Duration) -> Result<f64> {
    let (count, over) = (AtomicU64::new(0), AtomicBool::new(false));
    let start = Instant::now();
    thread::scope(|scope| {
        let (count, over) = (&count, &over);
        let workers: Vec<_> = requests
            .iter()
            .map(|request| {
                scope.spawn(move || -> Result<()> {
                    let mut connection = Connection::open(port)?;
                    while !over.load(Ordering::Relaxed) {
                        let answer = connection.send(request)?;
                        ensure!(answer.status == 200, "answered {}: {}", answer.status, answer.body);
                        count.fetch_add(1, Ordering::Relaxed);
                    }
                    Ok(())
                })
            })
            .collect();
        thread::sleep(time);
        over.store(true, Ordering::Relaxed);
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow::anyhow!("a connection died"))?)
    })?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    Ok(count.into_inner() as f64 / start.elapsed().as_secs_f64())
}
