//! The pages as documents: their HTML is valid, whatever was refused.

use anyhow::Context as _;
use enamel_tests::{Demo, Member, Result, after_form, document, faults_of_html, program, specimens};

#[tokio::test]
async fn every_specimen_is_valid_html() -> Result {
    let demo = Demo::start(&program("ENAMEL_BIN", "target/debug/enamel")).await?;
    let mut documents = Vec::new();
    for specimen in specimens(&demo).await? {
        documents.push((specimen.path.clone(), document(&demo, &specimen.path).await?));
    }
    assert!(documents.len() > 50, "the catalogue leads to {documents:?}");
    assert_eq!(faults_of_html(&documents)?, Vec::<String>::new());
    let broken = "<!DOCTYPE html><html lang=en><title>T</title><p id=a><p id=a></html>".to_owned();
    let faults = faults_of_html(&[("broken".to_owned(), broken)])?.join(" ");
    assert!(faults.contains("broken: no-dup-id"), "{faults}");
    Ok(())
}

/// As they are sent, with the client and what it is given.
#[tokio::test]
async fn every_page_with_its_client_is_valid_html() -> Result {
    let demo = Demo::start(&program("ENAMEL_BIN", "target/debug/enamel")).await?;
    let jane = demo.person("jane.smith").await?.password.context("not activated")?;
    let amira = demo.person("amira.khan").await?;
    let texted = demo.texted_password(&amira.mobile).await?;
    let (member, newcomer) =
        (Member::sign_in(&demo, "jane.smith", &jane).await?, Member::sign_in(&demo, "amira.khan", &texted).await?);
    let name = [("username", "jane.smith")];
    let pages = [
        ("sign-in", document(&demo, "/sign-in").await?, "Sign in"),
        ("refused sign-in", after_form(&demo, "/sign-in", &[("username", "\"<&'")]).await?, "There is a problem"),
        ("activation", newcomer.document("/activate").await?, "Activate your account"),
        (
            "refused activation",
            newcomer.after_form("/activate", &[("username", "amira.khan")]).await?,
            "There is a problem",
        ),
        ("account", member.document("/account").await?, "What happens next"),
        ("change", member.document("/account/password").await?, "Change your password"),
        ("refused change", member.after_form("/account/password", &name).await?, "There is a problem"),
        ("somebody else's account", member.after_form("/account", &[("username", "x")]).await?, "There is a problem"),
        ("directory", member.document("/directory").await?, "Mei Chen"),
        ("refused search", member.document(&format!("/directory?q={}", "a".repeat(201))).await?, "200 characters"),
        ("no page", document(&demo, "/nowhere").await?, "Page not found"),
    ];
    let mut documents = Vec::new();
    for (page, html, says) in pages {
        assert!(html.contains(says), "{page} does not say {says}: {html}");
        documents.push((page.to_owned(), html));
    }
    assert_eq!(faults_of_html(&documents)?, Vec::<String>::new());
    Ok(())
}
