//! Finding things by role and name, as a visitor does.

use anyhow::{Result, bail};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::visit::Visit;
use crate::wait::{Look, until};

/// What kind of thing is sought.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// Something to type or select in.
    Field,
    /// A checkbox or a radio button.
    Choice,
    /// A button.
    Button,
    /// A link.
    Link,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Choice => "choice",
            Self::Button => "button",
            Self::Link => "link",
        }
    }
}

const FIND: &str = include_str!("find.js");

impl Visit {
    /// Does `act` with the thing of this name, as soon as it is there. A page that draws it anew
    /// meanwhile, or lays something over it, is given time to come to rest.
    pub(crate) async fn with(
        &self,
        role: Role,
        name: &str,
        act: impl AsyncFn(&WebElement) -> Result<()>,
    ) -> Result<()> {
        until(&format!("the {} “{name}”", role.name()), async || {
            let found = self.browser.driver().execute(FIND, vec![json!(role.name()), json!(name)]).await?;
            if found.json().is_null() {
                return Ok(Look::NotYet(format!("the page says: {}", self.text().await?)));
            }
            match act(&found.element()?).await {
                Ok(()) => Ok(Look::Found(())),
                Err(error) if is_passing(&error) => Ok(Look::NotYet(error.to_string())),
                Err(error) => bail!(error),
            }
        })
        .await
    }

    pub(crate) async fn has(&self, role: Role, name: &str) -> Result<bool> {
        Ok(!self.browser.run(FIND, vec![json!(role.name()), json!(name)]).await?.is_null())
    }
}

fn is_passing(error: &anyhow::Error) -> bool {
    use thirtyfour::error::WebDriverErrorInner::{
        ElementClickIntercepted, ElementNotInteractable, StaleElementReference,
    };
    error.downcast_ref::<WebDriverError>().is_some_and(|error| {
        matches!(&**error, ElementClickIntercepted(_) | ElementNotInteractable(_) | StaleElementReference(_))
    })
}
