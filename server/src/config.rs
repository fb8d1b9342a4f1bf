//! Configuration: a TOML file and `ENAMEL_…` variables, which go before it.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use enamel_core::policy::{Policy, Preset};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};
use url::{Host, Url};

use crate::password::HashCost;

/// 4 GiB for all hashing threads together, which hold it as long as the program runs: more is a slip of the pen.
const MOST_HASH_MEMORY_KIB: u32 = 4 * 1024 * 1024;

/// The default of a machine of many cores stays far below that.
const MOST_HASH_THREADS_UNASKED: u32 = 64;

/// Everything that can be configured, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// `sqlite:PATH`.
    pub database_url: String,
    /// The origin under which browsers reach the service, without a slash at its end.
    pub public_url: String,
    /// The numbers of the rules.
    pub policy: Policy,
    /// What hashing a password costs.
    pub argon2: HashCost,
    /// Threads that hash.
    pub hash_threads: u32,
    /// Hashes that may wait before more are refused.
    pub hash_queue: u32,
    /// Seconds after which a request is given up.
    pub request_timeout_seconds: u32,
    /// Set by the demo: only loopback names are answered to.
    pub loopback_only: bool,
}

/// A configuration that can't be used: one line that says what to mend.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The file can't be read.
    #[error("cannot read the configuration file {0}: {1}")]
    Unreadable(String, String),
    /// The file is no TOML, or a value has the wrong type or an unknown name.
    #[error("configuration: {0}")]
    Invalid(String),
    /// A setting that can't be what it is.
    #[error("`{0}`: {1}")]
    Setting(&'static str, String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Raw {
    listen: String,
    database_url: String,
    public_url: Option<String>,
    policy: Table,
    argon2: HashCost,
    hash_threads: u32,
    hash_queue: u32,
    request_timeout_seconds: u32,
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            database_url: "sqlite:enamel.db".to_owned(),
            public_url: None,
            policy: Table::new(),
            argon2: HashCost::default(),
            hash_threads: std::thread::available_parallelism()
                .ok()
                .and_then(|cores| u32::try_from(cores.get()).ok())
                .map_or(2, |cores| cores.min(MOST_HASH_THREADS_UNASKED)),
            hash_queue: 256,
            request_timeout_seconds: 30,
        }
    }
}

impl Settings {
    /// Reads the file, lays the variables over it, and checks what comes out.
    ///
    /// A variable `ENAMEL_A__B` sets `b` in the table `a`; its text is read as a TOML value where
    /// it is one, and as text otherwise.
    ///
    /// # Errors
    /// [`ConfigError`].
    pub fn load(file: Option<&Path>, variables: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let mut table = file.map_or_else(|| Ok(Table::new()), read)?;
        for (name, text) in variables {
            if let Some(path) = name.strip_prefix("ENAMEL_").filter(|path| *path != "LOG") {
                let path: Vec<String> = path.split("__").map(str::to_lowercase).collect();
                set(&mut table, &path, text).map_err(|()| ConfigError::Invalid(format!("{name}: not a table")))?;
            }
        }
        let raw: Raw = typed(table).map_err(ConfigError::Invalid)?;
        Self::check(raw)
    }

    fn check(raw: Raw) -> Result<Self, ConfigError> {
        let listen: SocketAddr = raw.listen.parse().map_err(|_| {
            ConfigError::Setting("listen", format!("`{}` is not an address such as 127.0.0.1:8080", raw.listen))
        })?;
        check_database_url(&raw.database_url)?;
        let public_url = origin(&raw.public_url.unwrap_or_else(|| format!("http://{listen}")))?;
        if !public_url.starts_with("https://") && !listen.ip().is_loopback() {
            let why = format!("`{listen}` is not on loopback, and `public_url` has no TLS: begin it with https://");
            return Err(ConfigError::Setting("listen", why));
        }
        for (name, value, most) in [
            ("hash_threads", raw.hash_threads, 1_024),
            ("hash_queue", raw.hash_queue, 1_000_000),
            ("request_timeout_seconds", raw.request_timeout_seconds, 3_600),
        ] {
            if !(1..=most).contains(&value) {
                return Err(ConfigError::Setting(name, format!("`{value}` does not lie between 1 and {most}")));
            }
        }
        if raw.argon2.memory_kib > MOST_HASH_MEMORY_KIB {
            return Err(ConfigError::Setting("argon2.memory_kib", format!("must be at most {MOST_HASH_MEMORY_KIB}")));
        }
        let together = u64::from(raw.hash_threads) * u64::from(raw.argon2.memory_kib);
        if together > u64::from(MOST_HASH_MEMORY_KIB) {
            let why = format!(
                "{} threads of `argon2.memory_kib` {} each would take {together} KiB, and {MOST_HASH_MEMORY_KIB} (4 GiB) is the most: lower `hash_threads` or `argon2.memory_kib`",
                raw.hash_threads, raw.argon2.memory_kib
            );
            return Err(ConfigError::Setting("hash_threads", why));
        }
        let policy = policy(raw.policy)?;
        policy.validate().map_err(|error| ConfigError::Setting("policy", error.to_string()))?;
        Ok(Self {
            listen,
            database_url: raw.database_url,
            public_url,
            policy,
            argon2: raw.argon2,
            hash_threads: raw.hash_threads,
            hash_queue: raw.hash_queue,
            request_timeout_seconds: raw.request_timeout_seconds,
            loopback_only: false,
        })
    }

    /// How long a request may take.
    #[must_use]
    pub fn request_timeout(&self) -> Duration {
        Duration::from_secs(u64::from(self.request_timeout_seconds))
    }

    /// Whether browsers reach the service by TLS.
    #[must_use]
    pub fn is_tls(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// The origin of a URL as a browser writes it in `Origin`. Cookies without TLS are for loopback alone.
fn origin(url: &str) -> Result<String, ConfigError> {
    let wrong = |why: &str| Err(ConfigError::Setting("public_url", format!("`{url}` {why}")));
    let Ok(parsed) = url.parse::<Url>() else { return wrong("is not a URL such as https://accounts.example.org") };
    if parsed.path() != "/"
        || parsed.query().is_some()
        || parsed.fragment().is_some()
        || !parsed.username().is_empty()
        || parsed.password().is_some()
    {
        return wrong("must be an origin: https://, a host and perhaps a port");
    }
    let is_loopback = match parsed.host() {
        None => return wrong("has no host"),
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
    };
    match parsed.scheme() {
        "https" => {}
        "http" if is_loopback => {}
        _ => return wrong("must begin with https:// unless it is on loopback"),
    }
    Ok(parsed.origin().ascii_serialization())
}

fn check_database_url(url: &str) -> Result<(), ConfigError> {
    let file = url.strip_prefix("sqlite:").map(|path| path.trim_start_matches("//"));
    let (path, query) = file.map_or(("", ""), |file| file.split_once('?').unwrap_or((file, "")));
    if path.is_empty() || path == ":memory:" || query.contains("mode=memory") {
        return Err(ConfigError::Setting("database_url", format!("`{url}` is not a file given as sqlite:PATH")));
    }
    Ok(())
}

/// A preset, with single numbers put in the place of its own.
fn policy(mut overrides: Table) -> Result<Policy, ConfigError> {
    let invalid = |error: String| ConfigError::Invalid(format!("policy: {error}"));
    let preset: Preset = overrides
        .remove("preset")
        .map_or(Ok(Preset::default()), Value::try_into)
        .map_err(|error| invalid(one_line(&error)))?;
    let mut table = Table::try_from(Policy::from(preset)).map_err(|error| ConfigError::Invalid(error.to_string()))?;
    table.extend(overrides);
    typed(table).map_err(invalid)
}

/// Reads the table, or says which setting is at fault.
fn typed<T: DeserializeOwned>(table: Table) -> Result<T, String> {
    serde_path_to_error::deserialize(table).map_err(|error| format!("`{}`: {}", error.path(), one_line(error.inner())))
}

fn read(file: &Path) -> Result<Table, ConfigError> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| ConfigError::Unreadable(file.display().to_string(), error.to_string()))?;
    text.parse::<Table>().map_err(|error| ConfigError::Invalid(format!("{}: {}", file.display(), one_line(&error))))
}

fn set(table: &mut Table, path: &[String], text: String) -> Result<(), ()> {
    match path {
        [] => Err(()),
        [name] => {
            let value = format!("value = {text}").parse::<Table>().ok().and_then(|mut table| table.remove("value"));
            table.insert(name.clone(), value.unwrap_or(Value::String(text)));
            Ok(())
        }
        [name, rest @ ..] => {
            let inner = table.entry(name).or_insert_with(|| Value::Table(Table::new()));
            set(inner.as_table_mut().ok_or(())?, rest, text)
        }
    }
}

fn one_line(error: &toml::de::Error) -> String {
    error.message().replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(variables: &[(&str, &str)]) -> Result<Settings, ConfigError> {
        Settings::load(None, variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn without_any_configuration_the_defaults_hold() {
        let settings = load(&[("PATH", "/bin")]).unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(settings.public_url, "http://127.0.0.1:8080");
        assert_eq!(settings.policy, Policy::seed_2018());
    }

    #[test]
    fn variables_reach_every_setting() {
        let settings = load(&[
            ("ENAMEL_LISTEN", "0.0.0.0:80"),
            ("ENAMEL_PUBLIC_URL", "https://accounts.example.org/"),
            ("ENAMEL_POLICY__PRESET", "nhsmail-2019"),
            ("ENAMEL_POLICY__PASSWORD_DAYS", "180"),
            ("ENAMEL_POLICY__REMINDER_DAYS", "[7, 1]"),
            ("ENAMEL_ARGON2__MEMORY_KIB", "65536"),
        ])
        .unwrap();
        assert!(settings.is_tls());
        assert_eq!((settings.policy.password_days, settings.policy.password_minimum_length), (Some(180), 10));
        assert_eq!(settings.policy.reminder_days, [7, 1]);
        assert_eq!(settings.argon2.memory_kib, 65_536);
    }

    #[test]
    fn an_origin_is_kept_as_a_browser_writes_it() {
        for (url, origin) in [
            ("HTTPS://Accounts.Example.org", "https://accounts.example.org"),
            ("https://accounts.example.org:443/", "https://accounts.example.org"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://[::1]:8080/", "http://[::1]:8080"),
        ] {
            assert_eq!(load(&[("ENAMEL_PUBLIC_URL", url)]).unwrap().public_url, origin, "{url}");
        }
    }

    #[test]
    fn hashing_threads_that_would_take_more_than_four_gibibytes_together_are_refused() {
        let with = |threads: &str, memory: &str| {
            load(&[("ENAMEL_HASH_THREADS", threads), ("ENAMEL_ARGON2__MEMORY_KIB", memory)])
        };
        for (threads, memory) in [("64", "65536"), ("1", "4194304"), ("215", "19456")] {
            assert!(with(threads, memory).is_ok(), "{threads} × {memory}");
        }
        for (threads, memory) in [("64", "65537"), ("64", "4194304"), ("2", "4194304"), ("216", "19456")] {
            let error = with(threads, memory).unwrap_err().to_string();
            assert!(error.contains("lower `hash_threads` or `argon2.memory_kib`") && !error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn a_bad_configuration_says_in_one_line_what_to_mend() {
        for (variable, value, word) in [
            ("ENAMEL_LISTEN", "here", "listen"),
            ("ENAMEL_DATABASE_URL", "mysql://x", "database_url"),
            ("ENAMEL_PUBLIC_URL", "http://accounts.example.org", "https://"),
            ("ENAMEL_PUBLIC_URL", "https://a.example/b", "origin"),
            ("ENAMEL_PUBLIC_URL", "https://user:pw@a.example", "origin"),
            ("ENAMEL_PUBLIC_URL", "https://:pw@a.example", "origin"),
            ("ENAMEL_PUBLIC_URL", "http://127.evil.example", "https://"),
            ("ENAMEL_LISTEN", "0.0.0.0:8080", "loopback"),
            ("ENAMEL_DATABASE_URL", "sqlite:", "database_url"),
            ("ENAMEL_DATABASE_URL", "sqlite://x.db?mode=memory", "database_url"),
            ("ENAMEL_HASH_QUEUE", "9223372036854775807", "hash_queue"),
            ("ENAMEL_COLOUR", "blue", "colour"),
            ("ENAMEL_POLICY__PRESET", "seed-1066", "seed-1066"),
            ("ENAMEL_POLICY__PASSWORD_CLASSES", "7", "password_classes"),
            ("ENAMEL_POLICY__PASWORD_DAYS", "7", "pasword_days"),
            ("ENAMEL_HASH_QUEUE", "0", "hash_queue"),
            ("ENAMEL_HASH_QUEUE", "many", "hash_queue"),
            ("ENAMEL_LISTEN__PORT", "1", "listen"),
        ] {
            let error = load(&[(variable, value)]).unwrap_err().to_string();
            assert!(error.contains(word) && !error.contains('\n'), "{variable}={value}: {error}");
        }
    }
}
