//! Of the helpdesk: hours, holidays, ways, enquiries, cases (R24, R32, R33).

use super::super::Fault;
use super::fault;

pub(super) static FAULTS: [Fault; 12] = [
    fault(
        "r24",
        "The leaver of another organisation is reported to the national helpdesk",
        "help/who.rs",
        "Administration::Organisation(code) => Helper::LocalAdministrator { organisation: code.clone() }",
        "Administration::Organisation(_) => Helper::NationalHelpdesk",
    ),
    fault(
        "r32",
        "The team works on for the hour after it closes",
        "help/hours.rs",
        "(self.policy.team_opens_hour..self.policy.team_closes_hour)",
        "(self.policy.team_opens_hour..=self.policy.team_closes_hour)",
    ),
    fault("r32", "The team works on Saturdays", "time/date.rs", "Weekday::Sat | Weekday::Sun", "Weekday::Sun"),
    fault(
        "r32",
        "The team works on bank holidays",
        "help/hours.rs",
        "self.holidays.known(london.day()) == Known::WorkingDay",
        "self.holidays.known(london.day()) != Known::Nothing",
    ),
    fault(
        "r32",
        "A year without data is taken for one without holidays",
        "help/hours.rs",
        "return Opening::Unknown { year: day.year() }",
        "return Opening::At(picked)",
    ),
    fault(
        "r32",
        "London keeps winter time in summer",
        "time/london.rs",
        "if is_summer_time(utc) { self.plus(AHEAD).civil() } else { utc }",
        "utc",
    ),
    fault(
        "r32",
        "A holiday that a newer file has moved stays on its old day as well",
        "help/holidays.rs",
        ".filter(|day| !newer.covers(day.year()))",
        "",
    ),
    fault(
        "r32",
        "A simple task waits for the next opening",
        "help/who.rs",
        "Desk::Simple => simple(hours, now)",
        "Desk::Simple => complex(hours, now)",
    ),
    fault(
        "r32",
        "A case is overdue at the very instant at which it is due",
        "help/case/state.rs",
        "is_some_and(|due| now > due)",
        "is_some_and(|due| now >= due)",
    ),
    fault(
        "r33",
        "An enquiry names a mailbox that nobody asked for",
        "help/enquiry.rs",
        "(Kind::MailboxDetailsMissing, Some(_)) => Err(FieldsRefusal::NotAskedFor)",
        "(Kind::MailboxDetailsMissing, Some(_)) => Ok(Self::MailboxDetailsMissing { first_name, last_name, ods_code })",
    ),
    fault(
        "r33",
        "An agent answers another agent's case",
        "help/case/decide.rs",
        "            CaseState::Assigned { agent, .. } if agent != by => Err(CaseRefusal::OtherAgent),\n",
        "",
    ),
    fault(
        "r33",
        "A member opens somebody else's case again",
        "help/case/decide.rs",
        "if actor.member().is_some() && actor.member() == self.requester() =>",
        "if actor.member().is_some() =>",
    ),
];
