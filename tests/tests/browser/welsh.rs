//! The pages in Welsh: chosen on any page, kept, and said by the server and by the client alike.

use anyhow::Context as _;
use enamel_tests::{Result, Visit, at_both_widths};

use crate::account::NEW_PASSWORD;

at_both_widths! {
    async fn a_member_who_chose_welsh_reads_everything_in_welsh(visit: &mut Visit) -> Result {
        let password = visit.demo.person("jane.smith").await?.password.context("not activated")?;
        visit.open("/sign-in").await?;
        visit.follow("Cymraeg").await?;
        visit.arrives("Mewngofnodi").await?;
        visit.is_at("/sign-in").await?;
        assert_eq!(language(visit).await?, "cy");
        visit.press("Mewngofnodi").await?;
        visit.is_refused(&["Rhowch eich enw defnyddiwr", "Rhowch eich cyfrinair"]).await?;
        visit.inspect("welsh-sign-in-refused").await?;
        visit.fill("Enw defnyddiwr", "jane.smith").await?;
        visit.fill("Cyfrinair neu gyfrinair dros dro", NEW_PASSWORD).await?;
        visit.press("Mewngofnodi").await?;
        // Only the server knows that.
        let wrong = "Mae'r enw defnyddiwr neu'r cyfrinair yn anghywir. Gwiriwch y ddau a rhowch gynnig arall arni";
        visit.is_refused(&[wrong]).await?;
        visit.fill("Cyfrinair neu gyfrinair dros dro", &password).await?;
        visit.press("Mewngofnodi").await?;
        visit.arrives("Eich cyfrif").await?;
        visit.says("Daw eich cyfrinair i ben").await?;
        visit.inspect("welsh-account").await?;

        visit.follow("Newid eich cyfrinair").await?;
        visit.arrives("Newid eich cyfrinair").await?;
        visit.fill("Cyfrinair presennol", &password).await?;
        visit.fill("Cyfrinair newydd", "Ab 3").await?;
        visit.says("8 nod neu fwy").await?;
        visit.press("Newid cyfrinair").await?;
        visit.is_refused(&["Rhaid i'r cyfrinair fod yn 8 nod neu fwy"]).await?;
        visit.inspect("welsh-change-refused").await?;
        let (status, problem) = visit.fetch("GET", "/directory?cursor=!", None).await?;
        let detail = problem.get("detail").and_then(serde_json::Value::as_str);
        assert_eq!((status, detail), (400, Some("Nid un o'r gwasanaeth hwn yw'r cyrchwr")));

        visit.open("/directory").await?;
        visit.arrives("Cyfeiriadur").await?;
        visit.inspect("welsh-directory").await?;
        visit.follow("English").await?;
        visit.arrives("Directory").await?;
        assert_eq!(language(visit).await?, "en-GB");
        Ok(())
    }
}

at_both_widths! {
    async fn without_the_language_s_file_the_document_stays_in_welsh_and_its_form_works(visit: &mut Visit) -> Result {
        visit.block(&["*/language/cy-*"]).await?;
        visit.open("/language/cy?to=/sign-in").await?;
        visit.says("Nid oedd modd llwytho rhan o'r dudalen hon.").await?;
        visit.press("Mewngofnodi").await?;
        visit.says("Rhowch eich enw defnyddiwr").await?;
        assert_eq!(language(visit).await?, "cy");
        Ok(())
    }
}

/// The language that the document says it is in.
async fn language(visit: &Visit) -> Result<String> {
    let language = visit.browser.run("return document.documentElement.lang", vec![]).await?;
    Ok(language.as_str().unwrap_or_default().to_owned())
}
