//! Every state of every page and component, by the catalogue: looked at by engines, as pictures, and as what is read
//! out. Nothing is named here, so that what is added to the catalogue is looked at as well.

use enamel_tests::{Result, Visit, Width, left_over, specimens};

/// The language whose pictures are kept: another one has other words in the same places.
const PICTURED: &str = "en";

async fn look(visit: &mut Visit, language: &str) -> Result {
    let mut specimens = specimens(&visit.demo).await?;
    specimens.retain(|specimen| specimen.language == language);
    let names: Vec<_> = specimens.iter().map(|specimen| specimen.name.clone()).collect();
    assert!(names.len() > 25, "the catalogue has {names:?}");
    let (pixels, mut faults) = (visit.browser.width().pixels(), Vec::new());
    for specimen in &specimens {
        visit.open(&specimen.path).await?;
        let mut found = visit.faults().await?;
        if language == PICTURED {
            found.extend(visit.differs_from_picture(&specimen.name).await?);
        }
        if visit.browser.width() == Width::Narrow {
            found.extend(visit.differs_from_transcript(&format!("{language}/{}", specimen.name)).await?);
        }
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", specimen.path)));
    }
    if language == PICTURED {
        faults.extend(left_over(&format!("pictures/{pixels}"), &names)?);
    }
    faults.extend(left_over(&format!("transcripts/{language}"), &names)?);
    anyhow::ensure!(faults.is_empty(), "at {pixels} pixels:\n- {}", faults.join("\n- "));
    Ok(())
}

#[tokio::test]
async fn every_state_in_english_at_320() -> Result {
    Visit::make(Width::Narrow, async |visit| look(visit, "en").await).await
}

#[tokio::test]
async fn every_state_in_english_at_1280() -> Result {
    Visit::make(Width::Wide, async |visit| look(visit, "en").await).await
}

#[tokio::test]
async fn every_state_in_welsh_at_320() -> Result {
    Visit::make(Width::Narrow, async |visit| look(visit, "cy").await).await
}

#[tokio::test]
async fn every_state_in_welsh_at_1280() -> Result {
    Visit::make(Width::Wide, async |visit| look(visit, "cy").await).await
}
