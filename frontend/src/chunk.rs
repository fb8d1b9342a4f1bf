//! Pages that are fetched when they are opened.
//!
//! Whatever only such a page needs (the password rules with their Unicode tables, say) is cut off
//! into its chunk, or into one that several pages share.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::route::Route;
use crate::{account, activation, directory, not_found, password};

/// Something that is ready to be rendered.
pub type Render = fn() -> AnyView;

/// What came with a page's file.
#[derive(Clone, Copy, Debug)]
pub struct Fetched {
    /// Takes the document over from the server: [`crate::app::mount`].
    pub app: fn(),
    /// The page.
    pub page: Render,
    /// The header's menu, which leads from it to others.
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
    /// None was asked for.
    None,
    /// On its way.
    Loading(Route),
    /// There.
    Ready(Route, Fetched),
    /// Not to be had; it can be tried again.
    Missing(Route),
}

impl Progress {
    /// The page that it is about.
    #[must_use]
    pub fn route(self) -> Option<Route> {
        match self {
            Self::None => None,
            Self::Loading(route) | Self::Ready(route, _) | Self::Missing(route) => Some(route),
        }
    }
}

/// The file of a page. Those that lead elsewhere, or are here, have the account's.
#[must_use]
pub fn of(route: Route) -> Pin<Box<dyn Future<Output = Result<Fetched, ChunkMissing>>>> {
    match route {
        Route::Activate => Box::pin(activation::load()),
        Route::Password => Box::pin(password::load()),
        Route::Directory => Box::pin(directory::load()),
        Route::NotFound => Box::pin(not_found::load()),
        Route::Home | Route::SignIn | Route::Account => Box::pin(account::load()),
    }
}

/// Declares `$load`, which fetches the chunk `$chunk` and gives the page `$page` in it.
///
/// Without the feature `split` everything is in one file, and there is nothing to fetch.
macro_rules! page_in_chunk {
    ($chunk:ident, $load:ident, $page:ident) => {
        #[doc = "Fetches the page's chunk.\n\n# Errors\n[`ChunkMissing`](crate::chunk::ChunkMissing)."]
        #[cfg(feature = "split")]
        #[::leptos::wasm_split::wasm_split($chunk, wasm_split_path = ::leptos::wasm_split, fallible)]
        pub fn $load() -> Result<$crate::chunk::Fetched, $crate::chunk::ChunkMissing> {
            Ok($crate::chunk::fetched!($page))
        }

        #[doc = "Gives the page, which is in the one file.\n\n# Errors\nNone."]
        #[cfg(not(feature = "split"))]
        pub async fn $load() -> Result<$crate::chunk::Fetched, $crate::chunk::ChunkMissing> {
            Ok($crate::chunk::fetched!($page))
        }
    };
}
pub(crate) use page_in_chunk;

/// The page `$page` with the menu.
macro_rules! fetched {
    ($page:ident) => {
        $crate::chunk::Fetched {
            app: $crate::app::mount,
            page: || ::leptos::prelude::IntoAny::into_any(::leptos::view! { <$page/> }),
            menu: || ::leptos::prelude::IntoAny::into_any(::leptos::view! { <$crate::component::Menu/> }),
        }
    };
}
pub(crate) use fetched;
