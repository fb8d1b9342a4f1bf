//! Servers as processes of their own, so that they can be held to one core and weighed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use enamel_core::account::{Activation, Command as AccountCommand, Novelty};
use enamel_core::mobile::Mobile;
use enamel_core::password::TemporaryPassword;
use enamel_core::person::Person;
use enamel_core::text::Typed;
use enamel_core::username::Username;
use enamel_server::account::{NewAccount, create};
use enamel_server::app::Open;
use enamel_server::clock::Clock;
use enamel_server::config::Settings;
use enamel_server::serve::open;
use tempfile::TempDir;

use crate::load::{Connection, request};

/// The password of everybody in the benchmarks.
pub(crate) const PASSWORD: &str = "Molar-Crown-9";

/// The kernel's unit of processor time (`USER_HZ`), 100 a second on every Linux.
const TICKS_A_SECOND: f64 = 100.0;

/// A server, ended when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
    _data: Option<TempDir>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `taskset` for one core, or nothing.
fn pinned(program: &Path, core: Option<u32>) -> Command {
    match core {
        None => Command::new(program),
        Some(core) => {
            let mut command = Command::new("taskset");
            command.args(["-c", &core.to_string()]).arg(program);
            command
        }
    }
}

/// `enamel serve` on a new database with `accounts` activated accounts, `person0.bench` and on.
pub(crate) fn enamel(program: &Path, core: Option<u32>, accounts: u32) -> Result<Server> {
    let data = tempfile::tempdir()?;
    let url = format!("sqlite:{}", data.path().join("bench.db").display());
    fill(&url, accounts)?;
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let child = pinned(program, core)
        .arg("serve")
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("ENAMEL_LISTEN", format!("127.0.0.1:{port}"))
        .env("ENAMEL_DATABASE_URL", url)
        .stdout(Stdio::null())
        .spawn()?;
    let server = Server { child, port, _data: Some(data) };
    await_ready(port)?;
    Ok(server)
}

/// The bare reference server.
pub(crate) fn bare(body: &str, core: u32) -> Result<Server> {
    let mut child =
        pinned(&std::env::current_exe()?, Some(core)).args(["bare", body]).stdout(Stdio::piped()).spawn()?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().context("no output")?).read_line(&mut line)?;
    Ok(Server { child, port: line.trim().parse()?, _data: None })
}

impl Server {
    /// Resident memory in bytes, as the kernel counts it.
    pub(crate) fn resident(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
        let kib: u64 = line.split_whitespace().nth(1).context("no figure")?.parse()?;
        Ok(kib * 1024)
    }

    /// Seconds of processor time used so far.
    pub(crate) fn processor_seconds(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name, in brackets, may hold spaces; user and system time are the 12th and 13th field after it.
        let (_, fields) = stat.rsplit_once(") ").context("no fields")?;
        let ticks: Vec<f64> = fields.split(' ').skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
        Ok(ticks.iter().sum::<f64>() / TICKS_A_SECOND)
    }

    /// Signs a person in and returns the cookie.
    pub(crate) fn sign_in(&self, person: usize) -> Result<String> {
        let answer = Connection::open(self.port)?.send(&sign_in_request(person))?;
        ensure!(answer.status == 200, "sign-in answered {}: {}", answer.status, answer.body);
        answer.cookie.context("no cookie")
    }
}

pub(crate) fn sign_in_request(person: usize) -> Vec<u8> {
    let body = serde_json::json!({ "username": format!("person{person}.bench"), "password": PASSWORD }).to_string();
    request("POST", "/api/v1/session", "content-type: application/json\r\n", &body)
}

fn await_ready(port: u16) -> Result<()> {
    let start = Instant::now();
    let get = request("GET", "/readyz", "", "");
    loop {
        if Connection::open(port)
            .and_then(|mut connection| connection.send(&get))
            .is_ok_and(|answer| answer.status == 200)
        {
            return Ok(());
        }
        ensure!(start.elapsed() < Duration::from_secs(20), "the server did not get ready");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Makes the accounts the way the service does, on the server's own code.
fn fill(url: &str, accounts: u32) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let settings = Settings::load(None, [("ENAMEL_DATABASE_URL".to_owned(), url.to_owned())].into_iter())?;
        let app = open(settings, Clock::default()).await?;
        let password = app.hasher().hash(PASSWORD.to_owned()).await?;
        let fails = |problem| anyhow::anyhow!("{problem:?}");
        for number in 0..accounts {
            let email = format!("person{number}@example.org");
            let person = Person::parse(&"Person".into(), &"Bench".into(), &email.into())
                .map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
            let new = NewAccount {
                username: Username::parse(&Typed::from(format!("person{number}.bench")))?,
                person,
                mobile: Mobile::parse(&Typed::from(format!("07700 9{number:05}")))?,
            };
            let account = create(&app, new, &TemporaryPassword::generate(12, &[7; 64])).await.map_err(fails)?;
            let activation = Activation {
                password: password.clone(),
                novelty: Novelty::New,
                answers: Vec::new(),
                mobile_visible: true,
            };
            app.decide(account.id, Open::Nothing, &AccountCommand::Activate(activation)).await.map_err(fails)?;
        }
        app.store().close().await;
        Ok(())
    })
}
