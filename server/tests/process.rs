//! The program as a process: starting, failing to start, stopping, dying.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that waits for a process, and may fail")]

use std::io::Read;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(30);

fn enamel(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_enamel"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ENAMEL_")) {
        command.env_remove(name);
    }
    command.args(arguments).env_remove("PORT").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn output(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    enamel(arguments).envs(variables.iter().copied()).output().unwrap()
}

/// A running program, ended with the test.
struct Running {
    child: Child,
    url: String,
    agent: ureq::Agent,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Running {
    fn demo(data: &std::path::Path) -> Self {
        let port = free_port();
        let child = enamel(&["demo", "--data", data.to_str().unwrap(), "--port", &port.to_string()]).spawn().unwrap();
        Self::await_ready(child, port)
    }

    fn await_ready(child: Child, port: u16) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build();
        let running = Self { child, url: format!("http://127.0.0.1:{port}"), agent: config.into() };
        let start = Instant::now();
        while running.agent.get(format!("{}/readyz", running.url)).call().is_err() {
            assert!(start.elapsed() < PATIENCE, "never ready");
            std::thread::yield_now();
        }
        running
    }

    fn post(
        &self,
        path: &str,
        cookie: Option<&str>,
        body: &Value,
    ) -> Result<(u16, Option<String>, Value), ureq::Error> {
        let mut request = self.agent.post(format!("{}{path}", self.url));
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        let mut response = request.header("content-type", "application/json").send(body.to_string())?;
        let cookie = response
            .headers()
            .get("set-cookie")
            .map(|value| value.to_str().unwrap().split(';').next().unwrap().to_owned());
        let text = response.body_mut().read_to_string()?;
        Ok((response.status().as_u16(), cookie, serde_json::from_str(&text).unwrap_or(Value::Null)))
    }

    fn sign_in(&self, username: &str, password: &str) -> (u16, Option<String>, Value) {
        self.post("/api/v1/session", None, &json!({ "username": username, "password": password })).unwrap()
    }

    fn messages(&self) -> Vec<Value> {
        let mut response = self.agent.get(format!("{}/demo/messages", self.url)).call().unwrap();
        serde_json::from_str(&response.body_mut().read_to_string().unwrap()).unwrap()
    }

    fn temporary_password(&self, username: &str) -> Option<String> {
        let mut response = self.agent.get(format!("{}/demo/people", self.url)).call().unwrap();
        let people: Vec<Value> = serde_json::from_str(&response.body_mut().read_to_string().unwrap()).unwrap();
        let person = people.iter().find(|person| person["username"] == username).unwrap();
        person["temporary_password"].as_str().map(str::to_owned)
    }
}

#[test]
fn a_bad_configuration_ends_with_one_line_that_says_what_to_mend() {
    let folder = tempfile::tempdir().unwrap();
    let missing = format!("sqlite:{}/no/such/folder/x.db", folder.path().display());
    let database = format!("sqlite:{}", folder.path().join("x.db").display());
    for (mut variables, word) in [
        (vec![("ENAMEL_LISTEN", "nowhere")], "listen"),
        (vec![("ENAMEL_LISTEN", "192.0.2.1:80")], "192.0.2.1"),
        (vec![("ENAMEL_DATABASE_URL", missing.as_str())], missing.trim_start_matches("sqlite:")),
        (vec![("ENAMEL_PUBLIC_URL", "http://accounts.example.org")], "public_url"),
        (vec![("ENAMEL_POLICY__PRESET", "none")], "policy"),
        (vec![("ENAMEL_NO_SUCH_SETTING", "1")], "no_such_setting"),
        (vec![("ENAMEL_ARGON2__MEMORY_KIB", "1")], "argon2"),
    ] {
        if variables.iter().all(|(name, _)| *name != "ENAMEL_DATABASE_URL") {
            variables.push(("ENAMEL_DATABASE_URL", &database));
        }
        let output = output(&["serve"], &variables);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{variables:?}");
        assert!(error.lines().count() == 1 && error.contains(word), "{variables:?}: {error}");
    }
    let file = folder.path().join("enamel.toml");
    std::fs::write(&file, "listen = 1\n[[").unwrap();
    let output = output(&["serve", "--config", file.to_str().unwrap()], &[]);
    assert!(!output.status.success() && String::from_utf8(output.stderr).unwrap().lines().count() == 1);
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = output(&["demo", "--port", &port], &[]);
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains(&port));
}

#[test]
fn openapi_prints_the_document() {
    let output = output(&["openapi"], &[]);
    assert!(output.status.success());
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(document["paths"]["/api/v1/session"]["post"].is_object());
}

#[test]
fn the_demo_listens_on_loopback_whatever_is_configured_and_answers_to_loopback_names_alone() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let child = enamel(&["demo", "--data", folder.path().to_str().unwrap(), "--port", &port.to_string()])
        .env("ENAMEL_LISTEN", "0.0.0.0:1")
        .spawn()
        .unwrap();
    let demo = Running::await_ready(child, port);
    let mut named =
        demo.agent.get(format!("{}/demo/people", demo.url)).header("host", "rebound.example").call().unwrap();
    assert_eq!(named.status().as_u16(), 421);
    assert!(named.body_mut().read_to_string().unwrap().contains("unknown-host"));
    // 127.0.0.2 is loopback as well, but the demo is bound to 127.0.0.1 alone.
    assert!(std::net::TcpStream::connect(("127.0.0.2", port)).is_err());
}

#[test]
fn asked_to_stop_it_finishes_and_ends_with_success() {
    let folder = tempfile::tempdir().unwrap();
    let mut demo = Running::demo(folder.path());
    assert!(Command::new("kill").args(["-TERM", &demo.child.id().to_string()]).status().unwrap().success());
    let start = Instant::now();
    let status = loop {
        if let Some(status) = demo.child.try_wait().unwrap() {
            break status;
        }
        assert!(start.elapsed() < PATIENCE, "does not stop");
        std::thread::yield_now();
    };
    let mut errors = String::new();
    demo.child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert!(status.success(), "{status}: {errors}");
}

#[test]
fn a_demo_that_was_killed_while_making_its_people_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("demo.unfinished"), "half a database").unwrap();
    let demo = Running::demo(folder.path());
    assert!(demo.temporary_password("amira.khan").is_some());
}

#[test]
fn the_demos_clock_goes_on_where_it_was_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Running::demo(folder.path());
    let (status, _, clock) = demo.post("/demo/clock", None, &json!({ "advance": "P91D" })).unwrap();
    assert_eq!(status, 200);
    drop(demo);
    let demo = Running::demo(folder.path());
    let mut response = demo.agent.get(format!("{}/demo/clock", demo.url)).call().unwrap();
    let now: Value = serde_json::from_str(&response.body_mut().read_to_string().unwrap()).unwrap();
    assert!(now["now"].as_str() > clock["now"].as_str(), "{now} after {clock}");
}

/// The server is killed at another instant of an activation each time; what the next server finds
/// is an account that is whole: as before, or activated, confirmed and with its old secret gone.
#[test]
fn r9_killed_in_the_midst_of_an_activation_nothing_is_half_done() {
    let form = json!({
        "accept_terms": true,
        "new_password": "Molar-Crown-9",
        "security_answers": [
            { "question": "first-school", "answer": "St Mary's" },
            { "question": "first-pet", "answer": "Bramble" },
            { "question": "first-job", "answer": "Leeds" },
        ],
        "mobile_visible": false,
    });
    let seeded = tempfile::tempdir().unwrap();
    drop(Running::demo(seeded.path()));
    let (mut activated, mut waiting) = (0, 0);
    for round in 0..12_u64 {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(seeded.path()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        let mut demo = Running::demo(folder.path());
        let temporary = demo.temporary_password("amira.khan").unwrap();
        let before = demo.messages().len();
        let (_, cookie, _) = demo.sign_in("amira.khan", &temporary);
        let acknowledged = std::thread::scope(|scope| {
            let (agent, url, form, cookie) = (demo.agent.clone(), demo.url.clone(), &form, cookie.clone().unwrap());
            let reply = scope.spawn(move || {
                agent
                    .post(format!("{url}/api/v1/activation"))
                    .header("cookie", cookie)
                    .header("content-type", "application/json")
                    .send(form.to_string())
            });
            // Hashing takes most of the time, so most instants fall close to the transaction.
            let start = Instant::now();
            while start.elapsed() < Duration::from_millis(40 + round * 12) {
                std::hint::spin_loop();
            }
            demo.child.kill().unwrap();
            demo.child.wait().unwrap();
            reply.join().unwrap().is_ok_and(|response| response.status() == 200)
        });
        let demo = Running::demo(folder.path());
        let is_activated = demo.temporary_password("amira.khan").is_none();
        assert!(is_activated || !acknowledged, "round {round}: what was acknowledged is gone");
        let (old, _, answer) = demo.sign_in("amira.khan", &temporary);
        let (new, ..) = demo.sign_in("amira.khan", "Molar-Crown-9");
        let confirmations = demo.messages().len() - before;
        if is_activated {
            activated += 1;
            assert_eq!((old, new, confirmations), (401, 200, 2), "round {round}");
        } else {
            waiting += 1;
            assert_eq!((old, new, confirmations, &answer["next"]), (200, 401, 0, &json!("activate")), "round {round}");
        }
    }
    println!("killed 12 times: {activated} activated whole, {waiting} not at all");
}
