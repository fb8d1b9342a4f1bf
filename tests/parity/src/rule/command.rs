//! Commands of an account as lines of input write them.

use enamel_core::account::{Activation, AnsweredQuestion, Command, NewNumber, Novelty, Profile, Proof, StaffCommand};
use enamel_core::actor::Actor;
use enamel_core::mailbox::{MailboxAddress, Ties};
use enamel_core::mobile::Mobile;
use enamel_core::organisation::OdsCode;
use enamel_core::password::PasswordHash;
use enamel_core::policy::Policy;
use enamel_core::session::Credential;
use enamel_core::time::Instant;
use enamel_core::vouching::{Reissue, VouchingId};
use serde::Deserialize;

use super::recovery::History;
use crate::outcome::Refusal;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub(crate) enum CommandInput {
    SignIn { credential: Credential, correct: bool },
    Rehash { credential: Credential, hash: PasswordHash },
    Activate { hash: PasswordHash, novelty: NoveltyInput, answers: Vec<AnsweredQuestion>, mobile_visible: bool },
    ChangePassword { current_correct: bool, novelty: NoveltyInput, hash: PasswordHash },
    ResetPassword { recovery: History, novelty: NoveltyInput, hash: PasswordHash },
    ListMobile { visible: bool },
    ChangeMobile { number: NewNumber, correct: bool, is_taken: bool },
    EditProfile(Profile),
    Reissue { mobile: Mobile, usable_from: Instant, vouching: VouchingId, hash: PasswordHash },
    WithdrawReissue { vouching: VouchingId },
    Staff { by: Actor, command: StaffInput },
    RunClocks { sole_owner_of: Vec<MailboxAddress> },
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NoveltyInput {
    New,
    Temporary,
    Reused,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub(crate) enum StaffInput {
    IssueTemporaryPassword { hash: PasswordHash },
    MarkLeaver { sole_owner_of: Vec<MailboxAddress> },
    Join { practice: OdsCode },
    Transfer,
    Disable,
    Enable,
}

impl From<NoveltyInput> for Novelty {
    fn from(input: NoveltyInput) -> Self {
        match input {
            NoveltyInput::New => Self::New,
            NoveltyInput::Temporary => Self::Temporary,
            NoveltyInput::Reused => Self::Reused,
        }
    }
}

impl From<StaffInput> for StaffCommand {
    fn from(input: StaffInput) -> Self {
        match input {
            StaffInput::IssueTemporaryPassword { hash } => Self::IssueTemporaryPassword(hash),
            StaffInput::MarkLeaver { sole_owner_of } => Self::MarkLeaver { ties: Ties { sole_owner_of } },
            StaffInput::Join { practice } => Self::Join { practice },
            StaffInput::Transfer => Self::Transfer,
            StaffInput::Disable => Self::Disable,
            StaffInput::Enable => Self::Enable,
        }
    }
}

impl CommandInput {
    /// The command, whose proofs are earned at `now` by the rules that give them.
    pub(crate) fn command(self, now: Instant, policy: &Policy) -> Result<Command, Refusal> {
        Ok(match self {
            Self::SignIn { credential, correct } => Command::SignIn { credential, proof: Proof::of(correct) },
            Self::Rehash { credential, hash } => Command::Rehash { credential, hash },
            Self::Activate { hash, novelty, answers, mobile_visible } => {
                Command::Activate(Activation { password: hash, novelty: novelty.into(), answers, mobile_visible })
            }
            Self::ChangePassword { current_correct, novelty, hash } => {
                Command::ChangePassword { current: Proof::of(current_correct), novelty: novelty.into(), password: hash }
            }
            Self::ResetPassword { recovery, novelty, hash } => Command::ResetPassword {
                permit: recovery.permit(now, policy)?,
                novelty: novelty.into(),
                password: hash,
            },
            Self::ListMobile { visible } => Command::ListMobile { visible },
            Self::ChangeMobile { number, correct, is_taken } => Command::ChangeMobile {
                proved: number.confirm(correct, now, policy).map_err(|failure| Refusal::of("code", &failure))?,
                is_taken,
            },
            Self::EditProfile(profile) => Command::EditProfile(profile),
            Self::Reissue { mobile, usable_from, vouching, hash } => {
                Command::Reissue { reissue: Reissue { mobile, usable_from, vouching }, hash }
            }
            Self::WithdrawReissue { vouching } => Command::WithdrawReissue { vouching },
            Self::Staff { by, command } => Command::Staff { by, command: command.into() },
            Self::RunClocks { sole_owner_of } => Command::RunClocks { ties: Ties { sole_owner_of } },
        })
    }
}
