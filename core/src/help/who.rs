//! Who acts, by which channel, from when, and by when (R24, R32).

use serde::{Deserialize, Serialize};

use super::task::Desk;
use super::{Holidays, Opening, Task, TeamHours};
use crate::account::Administration;
use crate::organisation::OdsCode;
use crate::policy::Policy;
use crate::time::Instant;

/// Who helps.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Helper {
    /// Nobody else is needed.
    SelfService,
    /// The owner of the practice's shared mailbox.
    MailboxOwner,
    /// The national helpdesk, which is there at any hour.
    NationalHelpdesk,
    /// The dentist administration team, in its hours.
    DentistAdministrationTeam,
    /// The dentist resolver group, to which goes what came out of hours.
    DentistResolverGroup,
    /// The local administrator of another organisation.
    LocalAdministrator {
        /// The organisation.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        organisation: OdsCode,
    },
}

/// A page of the service, by a name that stays while addresses may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Page {
    /// A forgotten password, a lock (R21, R23).
    Recovery,
    /// A practice's application (R1).
    Application,
    /// The member's own account (R19).
    Account,
    /// The member's shared mailboxes (R7, R29, R31).
    Mailboxes,
    /// Vouching for a colleague (R22).
    Vouching,
    /// Leaving a practice or the profession (R24).
    Leaving,
    /// Missing details (R33).
    Enquiry,
}

/// How a helper is reached. Number and address are [`super::Contacts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A page of the service.
    Page(Page),
    /// An email to the dentist administration team.
    Email,
    /// A call to the national helpdesk.
    Telephone,
}

/// From when a helper acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum When {
    /// From now on: at any hour, or because it is open.
    Now,
    /// When the team is next there.
    Opening(Opening),
    /// By the helper's own hours, which this service does not know.
    OwnHours,
}

/// One way to have a task done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Whom to tell.
    pub tell: Helper,
    /// Who does it then.
    pub acts: Helper,
    /// How whoever is told is reached, the best first; empty where only the organisation itself knows.
    pub channels: Vec<Channel>,
    /// From when it is done.
    pub from: When,
    /// By when it is due; `None` where it is done at once, or others promise for themselves.
    pub due: Option<Opening>,
}

/// The ways to have a task done, in the order in which to try them; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// What is to be done.
    pub task: Task,
    /// The ways.
    pub ways: Vec<Way>,
}

/// Who is told that a member leaves (R24): who administers the account marks its holder as a leaver.
#[must_use]
pub fn whom_to_tell(administration: &Administration) -> Helper {
    match administration {
        Administration::NhsDental => Helper::NationalHelpdesk,
        Administration::Organisation(code) => Helper::LocalAdministrator { organisation: code.clone() },
    }
}

/// Who helps with `task` at `now`, by which channel, from when and by when (R32).
///
/// `administration` is that of the account concerned, or of who sponsors the mailbox (R5).
#[must_use]
pub fn who_can_help(
    task: Task,
    now: Instant,
    administration: &Administration,
    policy: &Policy,
    holidays: &Holidays,
) -> Help {
    let road = task.road();
    let hours = TeamHours::new(policy, holidays);
    let at_any_hour = road.at_any_hour.map(|(helper, page)| Way {
        tell: helper.clone(),
        acts: helper,
        channels: vec![Channel::Page(page)],
        from: When::Now,
        due: None,
    });
    let mut desk = road.desk.map(|desk| match desk {
        Desk::Simple => simple(hours, now),
        Desk::Complex => complex(hours, now),
        Desk::Report => report(whom_to_tell(administration), hours, now),
    });
    if let (Some(way), Some(page)) = (&mut desk, road.request) {
        way.channels.insert(0, Channel::Page(page));
    }
    Help { task, ways: at_any_hour.into_iter().chain(desk).collect() }
}

/// The national helpdesk does it out of hours as well.
fn simple(hours: TeamHours, now: Instant) -> Way {
    if hours.is_open(now) {
        return complex(hours, now);
    }
    let helper = Helper::NationalHelpdesk;
    Way { tell: helper.clone(), acts: helper, channels: vec![Channel::Telephone], from: When::Now, due: None }
}

/// The team does it in its hours; out of them it is logged for the resolver group.
fn complex(hours: TeamHours, now: Instant) -> Way {
    let due = Some(hours.next_start(now));
    if hours.is_open(now) {
        let helper = Helper::DentistAdministrationTeam;
        let channels = vec![Channel::Email, Channel::Telephone];
        return Way { tell: helper.clone(), acts: helper, channels, from: When::Now, due };
    }
    Way {
        tell: Helper::NationalHelpdesk,
        acts: Helper::DentistResolverGroup,
        channels: vec![Channel::Email, Channel::Telephone],
        from: When::Opening(hours.next_opening(now)),
        due,
    }
}

/// Whoever administers the account is told; where that is NHS dental, it is logged like any other.
fn report(tell: Helper, hours: TeamHours, now: Instant) -> Way {
    match tell {
        Helper::LocalAdministrator { .. } => {
            Way { acts: tell.clone(), tell, channels: Vec::new(), from: When::OwnHours, due: None }
        }
        tell => Way { tell, ..complex(hours, now) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IN_HOURS: &str = "2027-02-22T10:00:00Z";
    /// A Friday evening; the Monday after is a bank holiday.
    const OUT_OF_HOURS: &str = "2027-08-27T18:00:00Z";
    const TUESDAY: &str = "2027-08-31T08:00:00Z";

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn elsewhere() -> Administration {
        Administration::Organisation(OdsCode::parse(&"RX1".into()).unwrap())
    }

    fn help(task: Task, now: &str, administration: &Administration) -> Vec<Way> {
        who_can_help(task, at(now), administration, &Policy::seed_2018(), &Holidays::default()).ways
    }

    fn who(task: Task, now: &str) -> Vec<(Helper, Helper, When)> {
        help(task, now, &Administration::NhsDental).into_iter().map(|way| (way.tell, way.acts, way.from)).collect()
    }

    #[test]
    fn r32_simple_tasks_are_done_at_any_hour() {
        use Helper::{DentistAdministrationTeam, NationalHelpdesk, SelfService};
        for task in [Task::ResetPassword, Task::Unlock] {
            let ways = help(task, OUT_OF_HOURS, &Administration::NhsDental);
            assert_eq!(ways[0].channels, [Channel::Page(Page::Recovery)]);
            assert_eq!(ways[1].channels, [Channel::Telephone]);
            assert_eq!(ways[1].due, None);
            assert_eq!(
                who(task, OUT_OF_HOURS),
                [(SelfService, SelfService, When::Now), (NationalHelpdesk, NationalHelpdesk, When::Now)]
            );
            assert_eq!(
                who(task, IN_HOURS)[1],
                (DentistAdministrationTeam, DentistAdministrationTeam, When::Now),
                "{task:?}"
            );
        }
        assert_eq!(
            who(Task::NewTemporaryPassword, OUT_OF_HOURS),
            [(NationalHelpdesk, NationalHelpdesk, When::Now)],
            "nobody issues one to themselves"
        );
    }

    #[test]
    fn r32_complex_tasks_are_logged_out_of_hours_and_due_at_the_next_opening() {
        for task in [Task::ApproveApplication, Task::Joiner, Task::Transfer, Task::Disable, Task::Enable, Task::Other] {
            let [way] = help(task, OUT_OF_HOURS, &elsewhere()).try_into().unwrap();
            let opening = Opening::At(at(TUESDAY));
            assert_eq!((way.tell, way.acts), (Helper::NationalHelpdesk, Helper::DentistResolverGroup), "{task:?}");
            assert_eq!((way.from, way.due), (When::Opening(opening), Some(opening)));
            assert_eq!(way.channels, [Channel::Email, Channel::Telephone]);
            let [way] = help(task, IN_HOURS, &elsewhere()).try_into().unwrap();
            assert_eq!((way.acts, way.from), (Helper::DentistAdministrationTeam, When::Now));
            assert_eq!(way.due, Some(Opening::At(at("2027-02-23T09:00:00Z"))));
        }
    }

    #[test]
    fn r32_at_the_closing_hour_the_team_hands_over() {
        assert_eq!(who(Task::Other, "2027-02-22T16:59:59Z")[0].1, Helper::DentistAdministrationTeam);
        assert_eq!(who(Task::Other, "2027-02-22T17:00:00Z")[0].1, Helper::DentistResolverGroup);
    }

    #[test]
    fn r32_where_the_bank_holidays_are_not_known_nobody_is_promised() {
        let [way] = help(Task::Other, "2028-12-29T17:00:00Z", &Administration::NhsDental).try_into().unwrap();
        assert_eq!(way.from, When::Opening(Opening::Unknown { year: 2029 }));
        assert_eq!(way.due, Some(Opening::Unknown { year: 2029 }));
        assert_eq!(who(Task::ResetPassword, "2999-01-01T12:00:00Z")[1].1, Helper::NationalHelpdesk, "always there");
    }

    #[test]
    fn r24_a_leaver_tells_whoever_administers_the_account() {
        assert_eq!(whom_to_tell(&Administration::NhsDental), Helper::NationalHelpdesk);
        let [way] = help(Task::Leaver, IN_HOURS, &Administration::NhsDental).try_into().unwrap();
        assert_eq!((way.tell, way.acts), (Helper::NationalHelpdesk, Helper::DentistAdministrationTeam));
        assert_eq!(way.channels[0], Channel::Page(Page::Leaving));
        for now in [IN_HOURS, OUT_OF_HOURS] {
            let [way] = help(Task::Leaver, now, &elsewhere()).try_into().unwrap();
            assert_eq!(way.tell, whom_to_tell(&elsewhere()));
            assert_eq!((way.acts, way.from, way.due), (whom_to_tell(&elsewhere()), When::OwnHours, None));
            let [joiner] = help(Task::Joiner, now, &elsewhere()).try_into().unwrap();
            assert_ne!(joiner.tell, way.tell, "who takes a colleague on always tells the helpdesk");
        }
    }

    #[test]
    fn r5_the_sponsor_deletes_the_mailbox_that_it_sponsored() {
        assert_eq!(help(Task::DeleteSponsoredMailbox, IN_HOURS, &elsewhere())[0].acts, whom_to_tell(&elsewhere()));
    }

    #[test]
    fn r29_the_owner_grants_access_at_any_time() {
        for now in [IN_HOURS, OUT_OF_HOURS, "2999-01-01T00:00:00Z"] {
            assert_eq!(who(Task::MailboxAccess, now), [(Helper::MailboxOwner, Helper::MailboxOwner, When::Now)]);
            assert_eq!(who(Task::Vouch, now)[0].1, Helper::MailboxOwner, "R22: the owner comes first");
        }
    }

    #[test]
    fn r32_every_task_has_a_way_at_every_hour_and_only_the_desk_is_due() {
        for task in Task::ALL {
            for now in [IN_HOURS, OUT_OF_HOURS, "2999-01-01T00:00:00Z"] {
                for administration in [Administration::NhsDental, elsewhere()] {
                    let ways = help(task, now, &administration);
                    assert!(!ways.is_empty(), "{task:?}");
                    for way in ways {
                        let is_local = matches!(way.tell, Helper::LocalAdministrator { .. });
                        assert!(is_local || !way.channels.is_empty(), "{task:?}");
                        let waits = matches!(way.from, When::Opening(_));
                        assert_eq!(waits, way.acts == Helper::DentistResolverGroup, "{task:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn r32_tasks_are_named_in_kebab_case() {
        let names: Vec<_> = Task::ALL.iter().map(|task| serde_json::to_value(task).unwrap()).collect();
        assert_eq!(names[0], "reset-password");
        assert_eq!(names[5], "missing-details");
        for (name, task) in names.into_iter().zip(Task::ALL) {
            assert_eq!(serde_json::from_value::<Task>(name).unwrap(), task);
        }
    }
}
