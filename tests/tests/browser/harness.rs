//! The harness itself: what is broken must be noticed.

use enamel_tests::{Result, Visit, Width};

const BREAK: &str = "
    document.body.innerHTML = '<img src=\"data:,\"><p>text</p>';
    document.body.lastChild.style.width = '4000px';
    document.documentElement.removeAttribute('lang');
    document.body.insertAdjacentHTML('beforeend', '<button>x</button><div id=cut>some words that fill their line</div>');
    const cut = document.getElementById('cut').style;
    cut.width = '14em'; cut.height = '1.2em'; cut.overflow = 'hidden'; cut.whiteSpace = 'nowrap';";

#[tokio::test]
async fn a_page_that_is_not_accessible_or_too_wide_is_noticed() -> Result {
    Visit::make(Width::Narrow, async |visit| {
        visit.open("/sign-in").await?;
        visit.arrives("Sign in").await?;
        assert_eq!(visit.faults().await?, Vec::<String>::new());
        visit.browser.run(BREAK, vec![]).await?;
        let faults = visit.faults().await?.join("\n");
        for fault in [
            "axe: image-alt",
            "axe in forced colours: html-has-lang",
            "HTMLCS: WCAG2AA.Principle1.Guideline1_1.1_1_1.H37",
            "it scrolls sideways: 4",
            "it is cut off with spaced text: <div id=\"cut\"",
            "pixels: <button>x</button>",
        ] {
            assert!(faults.contains(fault), "{fault} is not in {faults}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_that_looks_or_reads_otherwise_is_noticed() -> Result {
    Visit::make(Width::Narrow, async |visit| {
        visit.open("/demo/components/en/sign-in").await?;
        assert_eq!(visit.differs_from_picture("sign-in").await?, None);
        assert_eq!(visit.differs_from_transcript("en/sign-in").await?, None);
        visit
            .browser
            .run("document.querySelector('form button[type=submit]').style.marginLeft = '4px'", vec![])
            .await?;
        assert_eq!(visit.differs_from_transcript("en/sign-in").await?, None);
        let picture = visit.differs_from_picture("sign-in").await?.unwrap_or_default();
        assert!(picture.contains("pixels are others"), "{picture}");
        visit.browser.run("document.querySelector('label').removeAttribute('for')", vec![]).await?;
        let transcript = visit.differs_from_transcript("en/sign-in").await?.unwrap_or_default();
        assert!(transcript.contains("textbox"), "{transcript}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_content_security_policy_forbids_fails_a_test() {
    let outcome = Visit::make(Width::Wide, async |visit| {
        visit.open("/sign-in").await?;
        visit.arrives("Sign in").await?;
        let inline = "const script = document.createElement('script'); script.textContent = 'window.here = 1'; document.body.append(script); return window.here ?? null";
        assert!(visit.browser.run(inline, vec![]).await?.is_null());
        Ok(())
    })
    .await;
    let error = outcome.expect_err("an inline script went unnoticed").to_string();
    assert!(error.contains("Content Security Policy"), "{error}");
}

#[tokio::test]
async fn a_failed_journey_is_not_lost() {
    let outcome = Visit::make(Width::Wide, async |visit| {
        visit.open("/sign-in").await?;
        anyhow::ensure!(visit.text().await? == "something else", "the page says something else");
        Ok(())
    })
    .await;
    assert_eq!(outcome.expect_err("it was lost").to_string(), "the page says something else");
}
