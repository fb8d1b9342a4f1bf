//! The program that is given away, as `make dist` leaves it.

use anyhow::Context as _;
use enamel_tests::{Result, Visit, Width};

use crate::account::{NEW_PASSWORD, fill_in_activation, sign_in, sign_out};

#[tokio::test]
async fn r9_r17_r18_the_release_leads_from_the_texted_password_to_a_hidden_mobile_and_a_changed_password() -> Result {
    let journey = Visit::make_at_release(Width::Wide, async |visit| {
        fill_in_activation(visit).await?;
        visit.press("Activate your account").await?;
        visit.arrives("Your account").await?;
        visit.press("Hide my mobile number").await?;
        visit.says("The directory does not show it.").await?;
        visit.follow("Directory").await?;
        visit.arrives("Directory").await?;
        visit.says("Amira Khan").await?;
        assert!(!visit.text().await?.contains("07700 900101"));
        visit.open("/account/password").await?;
        visit.fill("Current password", NEW_PASSWORD).await?;
        visit.fill("New password", "Anderes Zahnrad 28").await?;
        visit.press("Change password").await?;
        visit.arrives("Your account").await?;
        sign_out(visit).await?;
        sign_in(visit, "amira.khan", "Anderes Zahnrad 28").await?;
        visit.arrives("Your account").await
    });
    journey.await.context("at the release build (`make dist` makes it, ENAMEL_DIST_BIN names another)")
}
