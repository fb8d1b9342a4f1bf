//! Browsers, lines and machines between that spoil things: the page says something true, and what can be done.

use anyhow::Context as _;
use enamel_tests::{Result, Visit, at_both_widths};
use serde_json::json;

use crate::account::{NEW_PASSWORD, enter_as, sign_in};

/// Says that the page can be used without what is missing.
const DOES_WITHOUT: &str = "You can use it all the same";

at_both_widths! {
    async fn where_webassembly_is_switched_off_the_pages_work_as_documents(visit: &mut Visit) -> Result {
        before_every_page(visit, "delete window.WebAssembly").await?;
        visit.expects_faults();
        works_without_the_client(visit).await
    }
}

at_both_widths! {
    async fn where_a_proxy_forbids_webassembly_the_pages_work_as_documents(visit: &mut Visit) -> Result {
        let stricter = "new MutationObserver((_, observer) => {
            if (!document.head) return;
            observer.disconnect();
            const policy = document.createElement('meta');
            policy.httpEquiv = 'Content-Security-Policy';
            policy.content = \"script-src 'self'\";
            document.head.prepend(policy);
        }).observe(document, { childList: true, subtree: true })";
        before_every_page(visit, stricter).await?;
        visit.expects_faults();
        works_without_the_client(visit).await
    }
}

at_both_widths! {
    async fn where_nothing_may_be_kept_everything_works_but_without_a_line(visit: &mut Visit) -> Result {
        let forbidden = "for (const name of ['caches', 'localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError'); } });
            Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })";
        before_every_page(visit, forbidden).await?;
        enter_as(visit, "jane.smith").await?;
        visit.press("Hide my mobile number").await?;
        visit.says("The directory does not show it.").await
    }
}

at_both_widths! {
    async fn where_cookies_are_refused_it_is_said_that_they_are_needed(visit: &mut Visit) -> Result {
        let refused = "const send = window.fetch; window.fetch = (address, how) => send(address, { ...how, credentials: 'omit' })";
        before_every_page(visit, refused).await?;
        // The browser notes that a file was fetched otherwise than announced.
        visit.expects_faults();
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        visit.open("/sign-in").await?;
        sign_in(visit, "jane.smith", &jane).await?;
        visit.says("Your browser did not keep you signed in. Allow cookies for this site, then sign in again.").await?;
        visit.arrives("Sign in").await?;
        visit.inspect("sign-in-cookies-refused").await
    }
}

at_both_widths! {
    async fn r20_dates_are_london_s_wherever_the_phone_is_and_whatever_its_clock_says(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        let here = visit.text().await?;
        let cdp = visit.browser.driver().cdp();
        cdp.send_raw("Emulation.setTimezoneOverride", json!({ "timezoneId": "Pacific/Kiritimati" })).await?;
        let a_year_late = "const Real = Date; window.Date = class extends Real { constructor(...given) { given.length ? super(...given) : super(Real.now() + 366 * 864e5); } static now() { return Real.now() + 366 * 864e5; } }";
        before_every_page(visit, a_year_late).await?;
        visit.open("/account").await?;
        visit.arrives("Your account").await?;
        assert_eq!(visit.text().await?, here);
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        visit.follow("Your account").await?;
        visit.arrives("Your account").await?;
        assert_eq!(visit.text().await?, here);
        Ok(())
    }
}

at_both_widths! {
    async fn a_page_that_was_translated_by_the_browser_goes_on_working(visit: &mut Visit) -> Result {
        // As Chromium's translation does: each text is put into two elements of its own.
        let translate = "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
            while (walk.nextNode()) texts.push(walk.currentNode);
            for (const text of texts.filter(({ data }) => data.trim())) {
                const outer = document.createElement('font'), inner = document.createElement('font');
                inner.textContent = text.data.toUpperCase();
                outer.append(inner);
                text.replaceWith(outer);
            }";
        enter_as(visit, "jane.smith").await?;
        visit.browser.run(translate, vec![]).await?;
        visit.press("HIDE MY MOBILE NUMBER").await?;
        visit.says("The directory does not show it.").await?;
        visit.follow("CHANGE YOUR PASSWORD").await?;
        visit.arrives("Change your password").await?;
        visit.browser.run(translate, vec![]).await?;
        visit.fill("NEW PASSWORD", "Ab 3").await?;
        visit.says("Not yet: 8 CHARACTERS OR MORE").await?;
        visit.press("CHANGE PASSWORD").await?;
        visit.says("Enter your current password").await?;
        visit.follow("YOUR ACCOUNT").await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn what_an_extension_puts_into_a_form_does_not_disturb_it(visit: &mut Visit) -> Result {
        let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        let extend = "addEventListener('DOMContentLoaded', () => {
            for (const input of document.querySelectorAll('input')) {
                input.dataset.vault = 'yes';
                input.insertAdjacentHTML('afterend', '<vault-icon></vault-icon>');
            }
            document.body.insertAdjacentHTML('afterbegin', '<vault-bar></vault-bar>');
        })";
        before_every_page(visit, extend).await?;
        visit.open("/account/password").await?;
        sign_in(visit, "jane.smith", &jane).await?;
        visit.arrives("Change your password").await?;
        visit.open("/account/password").await?;
        visit.arrives("Change your password").await?;
        visit.fill("Current password", &jane).await?;
        visit.fill("New password", NEW_PASSWORD).await?;
        visit.press("Change password").await?;
        visit.says("Your password has been changed.").await
    }
}

at_both_widths! {
    async fn an_answer_that_is_not_our_server_s_is_none_and_the_form_is_sent_when_it_is_back(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        // As the page of a network that wants its terms accepted first.
        let portal = "window.real = window.fetch; window.fetch = async () => new Response('<html><h1>Welcome to the Wi-Fi</h1></html>', { headers: { 'content-type': 'text/html' } });";
        visit.browser.run(portal, vec![]).await?;
        visit.press("Hide my mobile number").await?;
        visit.says("The server can't be reached.").await?;
        visit.says("The directory shows it.").await?;
        visit.browser.run("window.fetch = window.real", vec![]).await?;
        visit.says("The directory does not show it.").await
    }
}

at_both_widths! {
    async fn an_older_client_says_that_there_may_be_a_newer_one(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        // As of a later server, which has another kind of account.
        let later = "const real = window.fetch; window.fetch = async (address, how) => String(address).endsWith('/account')
            ? new Response(JSON.stringify({ kind: 'of later' }), { headers: { 'content-type': 'application/json' } }) : real(address, how);";
        visit.browser.run(later, vec![]).await?;
        visit.follow("Your account").await?;
        visit.arrives("Sorry, this page can't be shown").await?;
        visit.says("there may be a newer version: reload the page").await
    }
}

async fn works_without_the_client(visit: &mut Visit) -> Result {
    let jane = visit.demo.person("jane.smith").await?.password.context("not activated")?;
    visit.open("/sign-in").await?;
    visit.says(DOES_WITHOUT).await?;
    sign_in(visit, "jane.smith", &jane).await?;
    visit.arrives("Your account").await?;
    visit.says(DOES_WITHOUT).await?;
    visit.press("Hide my mobile number").await?;
    visit.says("The directory does not show it.").await?;
    visit.press("Sign out").await?;
    visit.says("You have signed out.").await
}

/// Has every document run a script before all else, as extensions and locked-down machines do.
async fn before_every_page(visit: &Visit, script: &str) -> Result {
    let cdp = visit.browser.driver().cdp();
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(())
}
