//! Sessions: signing in and out, and who is asking.

mod asker;
mod cookie;
mod end;
mod member;
mod show;
mod sign_in;
mod token;

pub(crate) use asker::Asker;
pub(crate) use cookie::Cookie;
pub(crate) use end::{__path_end, end, leave};
pub(crate) use member::{Member, SignedIn};
pub(crate) use show::{__path_show, show};
pub(crate) use sign_in::{__path_sign_in, enter, sign_in};
pub(crate) use token::Token;
