//! Writes the documents that are the same for everybody, as the build keeps them: `cargo run -p enamel-frontend
//! --features ssr --bin enamel-shell sign-in` (or `offline`).

use std::io::Write as _;

use enamel_frontend::navigation::Location;
use enamel_frontend::render::{Content, Visit};
use enamel_frontend::route::Route;

/// What a page says that can't be fetched.
const OFFLINE: &str = "There is no connection to Enamel. Check that you are online and try again. If it is urgent, \
                       call the national helpdesk on 0333 200 1133";

fn main() -> std::io::Result<()> {
    let content = match std::env::args().nth(1).as_deref() {
        Some("offline") => Content::Failed(OFFLINE.to_owned()),
        _ => Content::SignIn(String::new()),
    };
    let location = Location::of_route(Route::SignIn);
    let rendered = Visit { location, member: None, content, refused: Vec::new(), news: None }.render();
    writeln!(std::io::stdout(), "{}\n{}", rendered.title, rendered.body)
}
