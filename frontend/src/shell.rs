//! Writes the form to sign in, as the build puts it into the first document: `cargo run -p enamel-frontend
//! --features ssr --bin enamel-shell`.

use std::io::Write as _;

use enamel_frontend::navigation::Location;
use enamel_frontend::render::{Content, Visit};
use enamel_frontend::route::Route;

fn main() -> std::io::Result<()> {
    let visit = Visit {
        location: Location::of_route(Route::SignIn),
        member: None,
        content: Content::SignIn(String::new()),
        refused: Vec::new(),
        news: None,
    };
    std::io::stdout().write_all(visit.render().body.as_bytes())
}
