//! The line drops: what was here before is here still, says so, and comes back with the line.

use anyhow::ensure;
use enamel_tests::{Look, Result, Visit, at_both_widths, until};

use crate::account::enter_as;

at_both_widths! {
    async fn without_a_line_the_account_says_what_can_be_done_and_comes_back_with_it(visit: &mut Visit) -> Result {
        enter_as(visit, "jane.smith").await?;
        is_kept(visit).await?;
        visit.stop_server();
        let mut quickest = f64::MAX;
        for _ in 0..5 {
            visit.open("/account").await?;
            visit.arrives("Sorry, this page can't be shown").await?;
            let shown = "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd";
            quickest = quickest.min(visit.browser.run(shown, vec![]).await?.as_f64().unwrap_or(f64::MAX));
        }
        assert!(quickest <= 200.0, "the page was there after {quickest} ms at the soonest");
        visit.says("There is no connection to Enamel.").await?;
        visit.says("call the national helpdesk on 0333 200 1133").await?;
        assert!(!visit.text().await?.contains("Jane Smith"), "nobody's account is kept");
        visit.inspect("offline").await?;
        only_the_client_is_kept(visit).await?;
        visit.demo.start_again().await?;
        visit.follow("Try again").await?;
        visit.arrives("Your account").await
    }
}

at_both_widths! {
    async fn without_a_line_a_welsh_visitor_is_told_so_in_welsh(visit: &mut Visit) -> Result {
        visit.open("/language/cy?to=/sign-in").await?;
        visit.arrives("Mewngofnodi").await?;
        is_kept(visit).await?;
        visit.stop_server();
        visit.open("/sign-in").await?;
        visit.says("Nid oes cysylltiad ag Enamel.").await?;
        visit.inspect("offline-welsh").await
    }
}

/// Waits until the browser has kept what it is to keep.
async fn is_kept(visit: &Visit) -> Result {
    until("the pages kept", async || {
        let worker = "const page = await caches.match('/offline.html'), styles = document.querySelector('link[rel=stylesheet]')?.href;
            if (!page || (styles && !await caches.match(styles))) return 'none';
            return (await navigator.serviceWorker.getRegistration())?.active?.state ?? 'none'";
        let state = visit.browser.run_async(worker, vec![]).await?;
        Ok(if state == "activated" { Look::Found(()) } else { Look::NotYet(state.to_string()) })
    })
    .await
}

/// Nothing of the interface's, and nobody's page.
pub(crate) async fn only_the_client_is_kept(visit: &Visit) -> Result {
    let kept = "const all = await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)));
        return all.flat()";
    let kept: Vec<String> = serde_json::from_value(visit.browser.run_async(kept, vec![]).await?)?;
    for path in kept {
        ensure!(path.starts_with("/assets/") || path == "/offline.html", "{path} is kept");
    }
    Ok(())
}
