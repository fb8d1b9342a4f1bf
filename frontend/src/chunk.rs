//! Pages that are fetched when they are opened.
//!
//! Whatever only such a page needs (the password rules with their Unicode tables, say) is cut off
//! into its chunk, or into one that several pages share.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::route::Route;
use crate::{account, activation, directory, password};

/// Something that is ready to be rendered.
pub type Render = fn() -> AnyView;

/// A page that is there, with the menu that leads from it to others.
#[derive(Clone, Copy, Debug)]
pub struct Fetched {
    /// Whose it is.
    pub route: Route,
    /// The page.
    pub page: Render,
    /// The header's menu.
    pub menu: Render,
}

/// The page's file could not be fetched: no network, or a newer version has taken its place.
#[derive(Debug)]
pub struct ChunkMissing;

impl From<leptos::wasm_split::SplitLoaderError> for ChunkMissing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// How far the fetching of a page is.
#[derive(Clone, Copy, Debug)]
pub enum Progress {
    /// On its way.
    Loading,
    /// There.
    Ready(Fetched),
    /// Not to be had; it can be tried again.
    Missing,
}

impl Progress {
    /// The menu that came with the page, if it is there.
    #[must_use]
    pub fn menu(self) -> Option<AnyView> {
        match self {
            Self::Ready(fetched) => Some((fetched.menu)()),
            Self::Loading | Self::Missing => None,
        }
    }
}

type Fetching = Pin<Box<dyn Future<Output = Result<Fetched, ChunkMissing>>>>;

/// The chunk of a page. Pages without one of their own have the account's.
fn of(route: Route) -> Fetching {
    match route {
        Route::Activate => Box::pin(activation::load()),
        Route::Password => Box::pin(password::load()),
        Route::Directory => Box::pin(directory::load()),
        Route::Home | Route::SignIn | Route::Account | Route::NotFound => Box::pin(account::load()),
    }
}

/// Fetches a page into `progress`.
pub fn fetch(route: Route, progress: RwSignal<Progress>) {
    progress.set(Progress::Loading);
    leptos::task::spawn_local(async move {
        let outcome = match of(route).await {
            Ok(page) => Progress::Ready(page),
            Err(ChunkMissing) => Progress::Missing,
        };
        // Nobody is waiting any more where the visitor has moved on.
        let _ = progress.try_set(outcome);
    });
}

/// Fetches a page's file before it is known that the page may be shown, to save the wait.
pub fn ahead(route: Route) {
    if route.needs_session() {
        leptos::task::spawn_local(async move {
            // Where it fails, the page itself will try again and say so.
            let _ = of(route).await;
        });
    }
}

/// Declares `$load`, which fetches the chunk `$chunk` and gives the page `$page` at `$route` in it.
///
/// Without the feature `split` everything is in one file, and there is nothing to fetch.
macro_rules! page_in_chunk {
    ($chunk:ident, $load:ident, $page:ident, $route:expr) => {
        #[doc = "Fetches the page's chunk."]
        #[cfg(feature = "split")]
        #[::leptos::wasm_split::wasm_split($chunk, wasm_split_path = ::leptos::wasm_split, fallible)]
        pub fn $load() -> Result<$crate::chunk::Fetched, $crate::chunk::ChunkMissing> {
            Ok($crate::chunk::fetched!($page, $route))
        }

        #[doc = "Gives the page, which is in the one file."]
        #[cfg(not(feature = "split"))]
        #[expect(clippy::unused_async, reason = "as the split one, which has to fetch")]
        pub async fn $load() -> Result<$crate::chunk::Fetched, $crate::chunk::ChunkMissing> {
            Ok($crate::chunk::fetched!($page, $route))
        }
    };
}
pub(crate) use page_in_chunk;

/// The page `$page` with the menu.
macro_rules! fetched {
    ($page:ident, $route:expr) => {
        $crate::chunk::Fetched {
            route: $route,
            page: || ::leptos::prelude::IntoAny::into_any(::leptos::view! { <$page/> }),
            menu: || ::leptos::prelude::IntoAny::into_any(::leptos::view! { <$crate::component::Menu/> }),
        }
    };
}
pub(crate) use fetched;
