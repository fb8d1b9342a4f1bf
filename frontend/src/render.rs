//! Pages as text: what a server sends, from the same components as in the browser.

use std::any::Any;

use enamel_core::account::{AccountView, ActivationView};
use enamel_core::directory::DirectoryView;
use enamel_core::locale::{Language, Text, say};
use enamel_core::policy::Policy;
use enamel_core::session::SessionView;
use leptos::prelude::*;

use crate::account::Account;
use crate::activation::Activation;
use crate::api::FieldMessage;
use crate::chunk::{Fetched, Progress, Render, fetched};
use crate::component::{Contents, Page, titled};
use crate::directory::Directory;
use crate::given::Given;
use crate::language::{self, said, speak};
use crate::navigation::Location;
use crate::not_found::NotFound;
use crate::password::ChangePassword;
use crate::route::Route;
use crate::session::{Session, Standing, State};
use crate::{App, given};

/// What a page shows.
#[derive(Clone, Debug)]
pub enum Content {
    /// The form to sign in, with the username that was typed.
    SignIn(String),
    /// The decisions of the first sign-in.
    Activation(Box<(ActivationView, Policy)>),
    /// The account.
    Account(Box<AccountView>),
    /// The form for a new password.
    Password(Box<Policy>),
    /// What a search of the directory found.
    Directory(DirectoryView),
    /// That nothing is at the address.
    NotFound,
    /// That it can't be shown, and why.
    Failed(String),
    /// Some components by themselves ([`crate::catalogue`]).
    Specimen(Render),
}

/// A page to be rendered.
#[derive(Clone, Debug)]
pub struct Visit {
    /// In which language.
    pub language: Language,
    /// Where the visitor is.
    pub location: Location,
    /// Who that is.
    pub member: Option<SessionView>,
    /// What is shown.
    pub content: Content,
    /// What was refused of the page's form.
    pub refused: Vec<FieldMessage>,
    /// What the page says first.
    pub news: Option<Text>,
}

/// A page as text.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The language that it speaks.
    pub language: Language,
    /// The window's title.
    pub title: String,
    /// What stands in the element [`crate::SHELL`].
    pub body: String,
}

impl Visit {
    /// Renders it.
    #[must_use]
    pub fn render(self) -> Rendered {
        let Self { language, location, member, content, refused, news } = self;
        speak(language);
        let is_refused = !refused.is_empty();
        let username = if let Content::SignIn(username) = &content { username.clone() } else { String::new() };
        // What is said of no page in particular needs nobody's session.
        let route = match &content {
            Content::SignIn(_) => Route::SignIn,
            Content::NotFound | Content::Failed(_) | Content::Specimen(_) => Route::NotFound,
            _ => location.route,
        };
        let address = location.href();
        let (fetched, page) = content.into_parts();
        let mut state = State::at(Location { route, ..location });
        state.standing = member.map_or(Standing::SignedOut, Standing::SignedIn);
        state.news = news;
        state.page = fetched.map_or(Progress::None, |fetched| Progress::Ready(route, fetched));
        Session.begin_with(state);
        let given = Given { page, refused, title: String::new(), address };
        let (title, body) = given.with(|| Owner::new_root(None).with(|| view! { <App username/> }.to_html()));
        Session.begin_with(State::at(Location::of_route(Route::Home)));
        let title = titled(&title, is_refused);
        speak(Language::default());
        Rendered { language, title, body: without_marks(&body) }
    }
}

/// What the document says in English, as `index.html` has it.
const ENGLISH: &str = "<html lang=\"en-GB\">";

impl Rendered {
    /// The document that `template`, the file `index.html`, makes of it, with `data` beside the page.
    #[must_use]
    pub fn in_document(&self, template: &str, data: &str) -> String {
        let mut document = template.to_owned();
        if self.language != Language::En {
            let tag = self.language.tag();
            let file = format!(
                "  <link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" id=\"{}\" href=\"/language/{}\">\n  </head>",
                language::FILE,
                self.language.file_name()
            );
            let description = say::service_description();
            document = document
                .replacen(ENGLISH, &format!("<html lang=\"{tag}\">"), 1)
                .replacen(&description.english(), &escaped(&description.in_language(self.language)), 1)
                .replacen("</head>", &file, 1);
        }
        document
            .replacen("{title}", &escaped(&self.title), 1)
            .replacen("{data}", data, 1)
            .replacen("{page}", &self.body, 1)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

impl Content {
    /// The component, and what it is given.
    fn into_parts(self) -> (Option<Fetched>, Option<Box<dyn Any>>) {
        match self {
            Self::SignIn(_) => (None, None),
            Self::Activation(given) => (Some(fetched!(Activation)), Some(given)),
            Self::Account(given) => (Some(fetched!(Account)), Some(given)),
            Self::Password(given) => (Some(fetched!(ChangePassword)), Some(given)),
            Self::Directory(given) => (Some(fetched!(Directory)), Some(Box::new(given))),
            Self::NotFound => (Some(fetched!(NotFound)), None),
            Self::Failed(sentence) => (Some(fetched!(Failed)), Some(Box::new(sentence))),
            Self::Specimen(page) => (Some(Fetched { page, ..fetched!(NotFound) }), None),
        }
    }
}

/// Without what tells Leptos where its views meet, which only hydrating would need, and which is no good HTML. Text
/// and attributes hold no `<` of their own.
fn without_marks(html: &str) -> String {
    html.replace("<!--<() />-->", "").replace("<!>", "")
}

/// In the place of a page that could not be shown. Where there is a script, it tries again by itself.
#[component]
fn Failed() -> impl IntoView {
    let sentence = given::take::<String>().unwrap_or_default();
    view! {
        <Page title=say::unavailable_title() contents=Contents::Plain>
            <p role="alert">{sentence} "."</p>
            <p><a href="">{said(&say::try_again())}</a></p>
        </Page>
    }
}
