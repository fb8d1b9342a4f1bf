//! What a page asks the server for before it can show anything.

use std::future::Future;

use leptos::prelude::*;

use super::Failure;
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

/// Waits for an answer, and leaves what concerns the session to the session.
pub fn load<T: Send + Sync + 'static>(
    session: Session,
    remote: RwSignal<Remote<T>>,
    answer: impl Future<Output = Result<T, Failure>> + 'static,
) {
    let _ = remote.try_set(Remote::Loading);
    leptos::task::spawn_local(async move {
        match answer.await {
            Ok(answer) => drop(remote.try_set(Remote::Ready(answer))),
            Err(failure) if session.takes(&failure) => {}
            Err(failure) => drop(remote.try_set(Remote::Failed(failure))),
        }
    });
}
