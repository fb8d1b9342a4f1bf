//! What a refused command lacks by itself (R34).

use super::credentials::{proved, reset};
use super::staff::{leave, of_organisation, ties};
use super::*;

#[test]
fn r34_a_refused_command_says_what_it_lacks() {
    let change = |current, novelty| Command::ChangePassword { current, novelty, password: hash("c") };
    let Command::ResetPassword { permit, password, .. } = reset("jane.smith") else { unreachable!() };
    let of_another = of_organisation(member());
    for (account, command, need) in [
        (member(), change(Proof::Wrong, Novelty::New), Need::Proof),
        (member(), change(Proof::Correct, Novelty::Reused), Need::NewPassword),
        (member(), Command::ResetPassword { permit, novelty: Novelty::Reused, password }, Need::NewPassword),
        (newcomer(), Command::Activate(Activation { novelty: Novelty::Temporary, ..activation() }), Need::NewPassword),
        (member(), reset("mary.jones"), Need::OwnRecovery),
        (member(), Command::ChangeMobile { proved: proved("07700900201"), is_taken: true }, Need::OwnNumber),
        (member(), leave(helpdesk(), ties()), Need::Successor),
        (member(), leave(Actor::Visitor, Ties::none()), Need::Helpdesk),
        (of_another, leave(helpdesk(), Ties::none()), Need::LocalAdministrator),
    ] {
        let Outcome::Refused(why) = account.explain(&command, start(), &policy()).outcome else {
            panic!("{} is possible", command.name())
        };
        assert_eq!(why.way, [Step::Bring { need }], "{}", command.name());
    }
}
