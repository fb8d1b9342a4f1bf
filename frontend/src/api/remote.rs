//! What a page asks the server for before it can show anything.

use std::future::Future;

use leptos::prelude::*;

use super::{Failure, Read};
use crate::component::effect;
use crate::given;
use crate::session::Session;

/// How far an answer is.
#[derive(Clone, Debug)]
pub enum Remote<T> {
    /// Awaited.
    Loading,
    /// There.
    Ready(T),
    /// Not to be had; it can be tried again.
    Failed(Failure),
}

/// What was given along with the page, or else has to be asked for: `ask` then does.
pub fn given_or_asked<T: Given>(mut ask: impl FnMut(RwSignal<Remote<T>>) + 'static) -> RwSignal<Remote<T>> {
    let given = given::take::<T>();
    let (is_given, remote) = (given.is_some(), RwSignal::new(given.map_or(Remote::Loading, Remote::Ready)));
    effect(move || {
        if !is_given {
            ask(remote);
        }
    });
    remote
}

/// What a page can be given.
pub trait Given: Read + Send + Sync + 'static {}

impl<T: Read + Send + Sync + 'static> Given for T {}

/// Waits for an answer, and leaves what concerns the session to the session.
pub fn load<T: Send + Sync + 'static>(
    remote: RwSignal<Remote<T>>,
    answer: impl Future<Output = Result<T, Failure>> + 'static,
) {
    let _ = remote.try_set(Remote::Loading);
    wasm_bindgen_futures::spawn_local(async move {
        match answer.await {
            Ok(answer) => {
                Session.is_known();
                drop(remote.try_set(Remote::Ready(answer)));
            }
            Err(failure) if Session.takes(&failure) => {}
            Err(failure) => drop(remote.try_set(Remote::Failed(failure))),
        }
    });
}
