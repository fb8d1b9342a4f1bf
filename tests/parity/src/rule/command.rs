//! Commands as lines of input write them.

use enamel_core::account::{Activation, AnsweredQuestion, Command, Proof};
use enamel_core::password::PasswordHash;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub(crate) enum CommandInput {
    SignIn { correct: bool },
    Rehash { hash: PasswordHash },
    Activate { hash: PasswordHash, is_temporary: bool, answers: Vec<AnsweredQuestion>, mobile_visible: bool },
    ChangePassword { current_correct: bool, is_reused: bool, hash: PasswordHash },
    ListMobile { visible: bool },
    IssueTemporaryPassword { hash: PasswordHash },
    RunClocks,
}

impl From<CommandInput> for Command {
    fn from(input: CommandInput) -> Self {
        match input {
            CommandInput::SignIn { correct } => Self::SignIn { proof: proof(correct) },
            CommandInput::Rehash { hash } => Self::Rehash(hash),
            CommandInput::Activate { hash, is_temporary, answers, mobile_visible } => Self::Activate(Activation {
                password: hash,
                is_temporary_password: is_temporary,
                answers,
                mobile_visible,
            }),
            CommandInput::ChangePassword { current_correct, is_reused, hash } => {
                Self::ChangePassword { current: proof(current_correct), is_reused, password: hash }
            }
            CommandInput::ListMobile { visible } => Self::ListMobile { visible },
            CommandInput::IssueTemporaryPassword { hash } => Self::IssueTemporaryPassword(hash),
            CommandInput::RunClocks => Self::RunClocks,
        }
    }
}

fn proof(correct: bool) -> Proof {
    if correct { Proof::Correct } else { Proof::Wrong }
}
