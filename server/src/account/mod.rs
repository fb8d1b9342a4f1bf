//! The account: activating it, seeing it, its deadlines, and doing what falls due.

mod activate;
mod activation;
mod calendar;
mod clocks;
mod create;
mod show;

pub(crate) use activate::{__path_activate, activate, begin};
pub(crate) use activation::{__path_activation, activation};
pub(crate) use calendar::{__path_calendar, calendar};
pub use clocks::{keep_clocks, run_clocks};
pub use create::{NewAccount, create};
pub(crate) use show::{__path_show, show};
