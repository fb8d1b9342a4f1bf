//! `enamel`: the server's commands.

use std::path::PathBuf;
use std::process::ExitCode;

use axum::Router;
use clap::{Parser, Subcommand};
use enamel_server::clock::Clock;
use enamel_server::config::Settings;
use enamel_server::{demo, http, serve};
use tokio::net::TcpListener;

/// The system's allocator was an eighth of the work of answering a request.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Self-service for accounts of NHSmail dentists.
#[derive(Parser)]
#[command(version)]
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
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("ENAMEL_LOG").unwrap_or_else(|_| "warn,enamel_server=info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line, which names its causes already.
            eprintln!("enamel: {}", error.to_string().replace('\n', " "));
            ExitCode::FAILURE
        }
    }
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

/// The environment, leaving out what is no text.
fn variables() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}
