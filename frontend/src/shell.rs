//! Writes the documents that are the same for everybody, as the build keeps them: `cargo run -p enamel-frontend
//! --features ssr --bin enamel-shell sign-in` (or `offline`).

use std::io::Write as _;

use enamel_core::locale::{Language, say};
use enamel_frontend::navigation::Location;
use enamel_frontend::render::{Content, Visit};
use enamel_frontend::route::Route;

fn main() -> std::io::Result<()> {
    let language = Language::En;
    let content = match std::env::args().nth(1).as_deref() {
        Some("offline") => Content::Failed(say::offline().in_language(language)),
        _ => Content::SignIn(String::new()),
    };
    let location = Location::of_route(Route::SignIn);
    let rendered = Visit { language, location, member: None, content, refused: Vec::new(), news: None }.render();
    writeln!(std::io::stdout(), "{}\n{}", rendered.title, rendered.body)
}
