//! `enamel`: the server's commands.

use std::path::PathBuf;
use std::process::ExitCode;

use axum::Router;
use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use enamel_server::clock::Clock;
use enamel_server::config::Settings;
use enamel_server::{demo, http, serve};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// The system's allocator was an eighth of the work of answering a request.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Self-service for accounts of NHSmail dentists.
#[derive(Parser)]
#[command(name = "enamel", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves, configured by `ENAMEL_…` variables or a file.
    Serve {
        /// A TOML file; variables go before it.
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Serves fictional people on loopback, with a clock that can be moved on.
    Demo {
        /// Where to keep the database; without it, a temporary folder.
        #[arg(long)]
        data: Option<PathBuf>,
        /// The port on 127.0.0.1.
        #[arg(long, env = "PORT", default_value_t = 8080)]
        port: u16,
    },
    /// Prints the OpenAPI document.
    Openapi,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() => {
            print!("{error}");
            return ExitCode::SUCCESS;
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return fail("give a command: serve, demo or openapi; `enamel --help` says more");
        }
        Err(error) => {
            let text = error.to_string();
            return fail(text.lines().next().unwrap_or_default().trim_start_matches("error: "));
        }
    };
    match log().and_then(|()| run(arguments.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

/// One line, which names its causes already.
fn fail(text: &str) -> ExitCode {
    eprintln!("enamel: {}", text.replace('\n', " "));
    ExitCode::FAILURE
}

fn log() -> anyhow::Result<()> {
    let filter = std::env::var("ENAMEL_LOG").unwrap_or_else(|_| "warn,enamel=info,enamel_server=info".to_owned());
    let filter = EnvFilter::try_new(&filter).map_err(|error| anyhow::anyhow!("`ENAMEL_LOG` is `{filter}`: {error}"))?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
    Ok(())
}

#[tokio::main]
async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve { config } => {
            let settings = Settings::load(config.as_deref(), variables())?;
            let app = serve::open(settings, Clock::default()).await?;
            let address = app.settings().listen;
            let listener =
                TcpListener::bind(address).await.map_err(|error| anyhow::anyhow!("`listen`: {address}: {error}"))?;
            tracing::info!("serving on {} at {}", address, app.settings().public_url);
            Ok(serve::serve(app, listener, Router::new()).await?)
        }
        Command::Demo { data, port } => Ok(demo::run(data, port).await?),
        Command::Openapi => {
            println!("{}", http::document()?);
            Ok(())
        }
    }
}

/// The environment; what is no text there is given as nearly as it can be, to be refused by name.
fn variables() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
}
