//! The pages' states.

use enamel_core::account::{ActivationRequest, ChangePasswordRequest, DeadlineKind, Remedy, SecurityAnswerRequest};
use enamel_core::directory::DirectoryView;
use enamel_core::locale::{Language, say};
use enamel_core::password::PasswordContext;
use enamel_core::policy::Policy;
use enamel_core::refusal::FieldProblem;
use enamel_core::session::{Next, SessionView, SignInRequest};
use enamel_core::text::Typed;

use super::people::{account, found, jane, long_named, newcomer};
use super::{Specimen, visit};
use crate::api::{Failure, FieldMessage};
use crate::language::{speak, spoken};
use crate::render::Content;
use crate::route::Route;
use crate::session::Done;

/// The states of the page at an address. [`Route::Home`] leads elsewhere.
pub(super) fn of(route: Route, language: Language) -> Vec<Specimen> {
    let page = |name: &str, member: Option<SessionView>, content: Content| {
        Specimen::page(name, visit(language, route, member, content))
    };
    match route {
        Route::Home => Vec::new(),
        Route::SignIn => {
            let sign_in = |name| page(name, None, Content::SignIn(String::new()));
            let refused = SignInRequest::default().check().err();
            vec![
                sign_in("sign-in"),
                sign_in("sign-in-refused").refused(messages(refused, language)),
                sign_in("sign-in-unreachable").refused(unreachable(language)),
                sign_in("sign-in-after-the-session").news(say::news_session_ended()),
            ]
        }
        Route::Activate => {
            let activate =
                |name, policy: Policy| page(name, Some(amira()), Content::Activation(Box::new((newcomer(), policy))));
            vec![
                activate("activate", Policy::seed_2018()),
                activate("activate-refused", Policy::seed_2018()).refused(refused_activation(language)),
                activate("activate-without-questions", Policy::modern()),
            ]
        }
        Route::Account => {
            use DeadlineKind::{BecomesInactive, Deleted, LeaverDeleted, PasswordExpires};
            let account_page = |name, view| page(name, Some(jane(Next::Home)), Content::Account(Box::new(view)));
            let usual = [
                (PasswordExpires, Remedy::ChangePassword, 70),
                (BecomesInactive, Remedy::SignIn, 90),
                (Deleted, Remedy::ChangePassword, 160),
            ];
            let soon = [
                (PasswordExpires, Remedy::ChangePassword, 1),
                (LeaverDeleted, Remedy::Join, 2),
                (Deleted, Remedy::ChangePassword, 91),
            ];
            vec![
                account_page("account", account(&usual, language)),
                account_page("account-activated", account(&usual, language)).news(Done::Activated.sentence()),
                account_page("account-due", account(&soon, language)),
                account_page("account-with-long-names", long_named(language)),
                account_page("account-unreachable", account(&usual, language)).refused(unreachable(language)),
            ]
        }
        Route::Password => {
            let change = |name, next| page(name, Some(jane(next)), Content::Password(Box::new(Policy::seed_2018())));
            let refused = ChangePasswordRequest { current_password: "x".into(), new_password: "Jane.Smith".into() }
                .check(&context(), &Policy::seed_2018())
                .err();
            vec![
                change("change-password", Next::Home),
                change("change-password-refused", Next::Home).refused(messages(refused, language)),
                change("password-expired", Next::ChangePassword),
            ]
        }
        Route::Directory => {
            let directory = |name, view| page(name, Some(jane(Next::Home)), Content::Directory(view));
            let nobody = || DirectoryView { entries: Vec::new(), next: None };
            let too_long = vec![FieldMessage {
                field: "q".to_owned(),
                message: say::search_too_long(200u32).in_language(language),
            }];
            vec![
                directory("directory", found(None)),
                directory("directory-with-more", found(Some("next"))),
                directory("directory-nobody", nobody()),
                directory("directory-refused", nobody()).refused(too_long),
            ]
        }
        Route::NotFound => vec![
            page("not-found", None, Content::NotFound),
            page("not-shown", None, Content::Failed(say::server_unreachable().in_language(language))),
            page("offline", None, Content::Failed(say::offline().in_language(language))),
        ],
    }
}

fn amira() -> SessionView {
    let newcomer = newcomer();
    SessionView {
        username: newcomer.username,
        first_name: newcomer.first_name,
        last_name: newcomer.last_name,
        next: Next::Activate,
    }
}

fn context() -> PasswordContext {
    let jane = jane(Next::Home);
    PasswordContext { username: jane.username, first_name: jane.first_name, last_name: jane.last_name }
}

fn refused_activation(language: Language) -> Vec<FieldMessage> {
    let answer = |question: &str, answer: &str| SecurityAnswerRequest {
        question: question.to_owned(),
        answer: Typed::from(answer),
    };
    let request = ActivationRequest {
        accept_terms: false,
        new_password: "pass".into(),
        security_answers: vec![answer("", ""), answer("first-pet", "x"), answer("first-job", "Leeds")],
        mobile_visible: true,
    };
    messages(request.check(&context(), &Policy::seed_2018()).err(), language)
}

fn messages(refused: Option<Vec<FieldProblem>>, language: Language) -> Vec<FieldMessage> {
    let said =
        |problem: FieldProblem| FieldMessage { message: problem.message.in_language(language), field: problem.field };
    refused.unwrap_or_default().into_iter().map(said).collect()
}

/// What a form says that did not reach the server.
fn unreachable(language: Language) -> Vec<FieldMessage> {
    let before = spoken();
    speak(language);
    let messages = Failure::Unreachable.messages();
    speak(before);
    messages
}
