//! Writes the documents that are the same for everybody, as the build keeps them: `cargo run -p enamel-frontend
//! --features ssr --bin enamel-shell sign-in`, or `offline`, which writes one in each language. Of each document a
//! line with its language, one with its title, then the page, then an empty line.

use std::io::Write as _;

use enamel_core::locale::{Language, say};
use enamel_frontend::navigation::Location;
use enamel_frontend::render::{Content, Visit};
use enamel_frontend::route::Route;

fn main() -> std::io::Result<()> {
    let offline = std::env::args().nth(1).as_deref() == Some("offline");
    let languages = if offline { Language::ALL.to_vec() } else { vec![Language::En] };
    for language in languages {
        let content = if offline {
            Content::Failed(say::offline().in_language(language))
        } else {
            Content::SignIn(String::new())
        };
        let location = Location::of_route(Route::SignIn);
        let rendered = Visit { language, location, member: None, content, refused: Vec::new(), news: None }.render();
        writeln!(std::io::stdout(), "{}\n{}\n{}\n", language.tag(), rendered.title, rendered.body)?;
    }
    Ok(())
}
