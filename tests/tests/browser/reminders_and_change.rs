//! The second journey: from the first reminder over the expiry to a new password (R13, R14, R17, R20).

use std::collections::BTreeMap;

use anyhow::Context as _;
use enamel_tests::{Look, Person, Result, Visit, at_both_widths, until};
use icalendar::{CalendarComponent, CalendarDateTime, Component as _, DatePerhapsTime};
use serde_json::{Value, json};

use crate::account::{NEW_PASSWORD, enter_as, lacks, messages_about, sign_in, sign_out};

at_both_widths! {
    async fn r13_r14_r17_reminders_lead_to_the_expiry_and_a_change_out_of_it(visit: &mut Visit) -> Result {
        let david = visit.demo.person("david.jones").await?;
        enter_as(visit, "david.jones").await?;
        visit.says("5 days left").await?;
        visit.inspect("account").await?;
        // So that the last of these is due by seconds too.
        visit.demo.advance("PT1H").await?;
        assert_eq!(reminders(visit, &david).await?, counts(&[("mailbox", 3), ("email", 3)]), "18, 10 and 5 days before");
        counts_down(visit, &david).await?;
        opens_only_the_change(visit, &david).await?;
        is_refused(visit, &david).await?;
        changes(visit, &david).await?;
        is_left_in_peace(visit, &david).await
    }
}

at_both_widths! {
    async fn r20_the_calendar_file_holds_every_date_that_the_page_shows(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.follow("Add these dates to your calendar").await?;
        let calendar: icalendar::Calendar = downloaded(visit).await?.parse().map_err(anyhow::Error::msg)?;
        let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
        let starts: Vec<i64> = events.iter().filter_map(|event| match event.get_start() {
            Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(start))) => Some(start.timestamp_millis()),
            _ => None,
        }).collect();
        let (_, account) = visit.fetch("GET", "/account", None).await?;
        let deadlines = account.get("deadlines").and_then(Value::as_array).context("no deadlines")?;
        let script = "return arguments[0].map(at => Math.floor(Date.parse(at) / 1000) * 1000)";
        let instants = deadlines.iter().filter_map(|deadline| deadline.get("at").cloned()).collect();
        let expected: Vec<i64> = serde_json::from_value(visit.browser.run(script, vec![instants]).await?)?;
        assert_eq!(starts, expected);
        assert!(!starts.is_empty());
        let dates = "return [...document.querySelectorAll('ol.enamel-deadlines li')].map(e => e.innerText)";
        let shown: Vec<String> = serde_json::from_value(visit.browser.run(dates, vec![]).await?)?;
        assert_eq!(shown.len(), events.len());
        for (event, shown) in events.iter().zip(shown) {
            let title = event.get_summary().and_then(|summary| summary.strip_prefix("NHSmail: ")).context("no title")?;
            assert!(shown.contains(title), "{title} is not in {shown}");
        }
        visit.is_at("/account").await
    }
}

/// The text of the calendar file, once the browser has stored the whole of it.
async fn downloaded(visit: &Visit) -> Result<String> {
    until("the downloaded file", async || {
        let files = std::fs::read_dir(visit.browser.downloads())?.collect::<std::io::Result<Vec<_>>>()?;
        let file =
            files.iter().map(std::fs::DirEntry::path).find(|file| file.extension().is_some_and(|end| end == "ics"));
        Ok(match file {
            Some(file) => Look::Found(std::fs::read_to_string(file)?),
            None => Look::NotYet(format!("{files:?}")),
        })
    })
    .await
}

/// How many reminders of the password have come, by the kind of inbox. Each step is sent once: the instants differ.
async fn reminders(visit: &Visit, person: &Person) -> Result<BTreeMap<&'static str, usize>> {
    let mut counts = BTreeMap::new();
    let mailbox = format!("{}@nhs.net", person.username);
    for (kind, to) in [("mailbox", &mailbox), ("email", &person.email), ("sms", &person.mobile)] {
        let mut sent: Vec<_> = messages_about(visit, to, "our password").await?;
        sent.retain(|message| !message.body.contains("was changed"));
        let mut instants: Vec<_> = sent.iter().map(|message| &message.sent_at).collect();
        instants.dedup();
        assert_eq!(instants.len(), sent.len(), "a step went out twice to {to}: {sent:?}");
        counts.insert(kind, sent.len());
    }
    counts.retain(|_, count| *count > 0);
    Ok(counts)
}

fn counts(expected: &[(&'static str, usize)]) -> BTreeMap<&'static str, usize> {
    expected.iter().copied().collect()
}

async fn counts_down(visit: &mut Visit, person: &Person) -> Result {
    for (duration, left, sent) in [
        ("P1D", "4 days left", [("mailbox", 3), ("email", 3), ("sms", 0)]),
        ("P2D", "2 days left", [("mailbox", 4), ("email", 4), ("sms", 1)]),
        ("P1D", "1 day left", [("mailbox", 5), ("email", 5), ("sms", 2)]),
    ] {
        visit.demo.advance(duration).await?;
        visit.open("/account").await?;
        visit.says(&format!("– {left}")).await?;
        let mut expected = counts(&sent);
        expected.retain(|_, count| *count > 0);
        assert_eq!(reminders(visit, person).await?, expected, "{left}");
    }
    visit.inspect("account-due").await?;
    visit.demo.advance("P1D").await?;
    assert_eq!(reminders(visit, person).await?, counts(&[("mailbox", 6), ("email", 6), ("sms", 3)]), "expired");
    Ok(())
}

async fn opens_only_the_change(visit: &mut Visit, person: &Person) -> Result {
    // The page was open while the password expired: what it asks for next leads to the change.
    visit.follow("Directory").await?;
    visit.arrives("Your password has expired").await?;
    visit.is_at("/account/password").await?;
    for path in ["/account", "/directory", "/directory?q=smith", "/activate", "/"] {
        visit.open(path).await?;
        visit.is_at("/account/password").await?;
        visit.arrives("Your password has expired").await?;
    }
    visit.says(&format!("Your account: {}@nhs.net", person.username)).await?;
    visit.inspect("password-expired").await?;
    for name in ["Your account", "Directory", "Back to your account"] {
        assert!(!visit.has_link(name).await?, "{name}");
    }
    for (method, path, body) in [
        ("GET", "/account", None),
        ("GET", "/directory?q=", None),
        ("PATCH", "/account/directory-entry", Some(json!({ "mobile_visible": false }))),
    ] {
        let (status, problem) = visit.fetch(method, path, body).await?;
        let code = problem.get("code").and_then(Value::as_str);
        assert_eq!((status, code), (403, Some("password-change-required")), "{method} {path}");
    }
    Ok(())
}

async fn is_refused(visit: &mut Visit, person: &Person) -> Result {
    let old = person.password.clone().context("no password")?;
    sign_out(visit).await?;
    sign_in(visit, &person.username, &old).await?;
    visit.arrives("Your password has expired").await?;
    visit.press("Change password").await?;
    visit.is_refused(&["Enter your current password", "Enter a new password"]).await?;
    visit.inspect("password-refused").await?;
    for (current, new, refusal) in [
        ("not that one", NEW_PASSWORD, "The current password is wrong. Check it and try again"),
        (&old, &old, "Choose a password that is not one of your last 4"),
        (&old, "Password1", "Password must not be one that many people use"),
        (&old, "Ab 3", "Password must be 8 characters or more"),
        (&old, "David.Jones-9", "Password must not include your username"),
    ] {
        visit.fill("Current password", current).await?;
        visit.fill("New password", new).await?;
        visit.press("Change password").await?;
        visit.is_refused(&[refusal]).await?;
    }
    visit.is_at("/account/password").await
}

async fn changes(visit: &mut Visit, person: &Person) -> Result {
    let old = person.password.clone().context("no password")?;
    visit.fill("New password", "").await?;
    visit.fill("New password", NEW_PASSWORD).await?;
    lacks(visit, &[]).await?;
    visit.fill("Current password", &old).await?;
    visit.press("Change password").await?;
    visit.arrives("Your account").await?;
    visit.is_at("/account").await?;
    visit.says("Your password has been changed.").await?;
    visit.says("90 days left").await?;
    visit.says("Active").await?;
    for (to, channel) in [(&person.email, "email"), (&person.mobile, "sms")] {
        let messages = messages_about(visit, to, "Your NHSmail password was changed").await?;
        assert_eq!(messages.iter().map(|message| &*message.channel).collect::<Vec<_>>(), [channel], "{to}");
    }
    visit.follow("Directory").await?;
    visit.arrives("Directory").await?;
    visit.says("Jane Smith").await?;
    visit.follow("Your account").await?;
    visit.arrives("Your account").await?;
    visit.follow("Change your password").await?;
    visit.arrives("Change your password").await?;
    visit.inspect("password").await?;
    visit.fill("Current password", NEW_PASSWORD).await?;
    visit.fill("New password", &old).await?;
    visit.press("Change password").await?;
    visit.is_refused(&["Choose a password that is not one of your last 4"]).await
}

/// No reminder comes after a change until the next one is due.
async fn is_left_in_peace(visit: &Visit, person: &Person) -> Result {
    let before = reminders(visit, person).await?;
    visit.demo.advance("P71D").await?;
    assert_eq!(reminders(visit, person).await?, before, "19 days before");
    visit.demo.advance("P1D").await?;
    let mut after = before;
    for kind in ["mailbox", "email"] {
        *after.entry(kind).or_default() += 1;
    }
    assert_eq!(reminders(visit, person).await?, after, "18 days before");
    Ok(())
}
