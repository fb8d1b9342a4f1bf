//! The windows in which every page has to work.

/// A window: as narrow as a phone's, or as wide as a desk's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 320 by 800 pixels.
    Narrow,
    /// 1280 by 900 pixels.
    Wide,
}

impl Width {
    /// In pixels.
    #[must_use]
    pub fn pixels(self) -> u32 {
        match self {
            Self::Narrow => 320,
            Self::Wide => 1280,
        }
    }

    pub(crate) fn height(self) -> u32 {
        match self {
            Self::Narrow => 800,
            Self::Wide => 900,
        }
    }
}

/// Makes two tests of one journey: `name::at_320` and `name::at_1280`.
#[macro_export]
macro_rules! at_both_widths {
    ($(#[$doc:meta])* async fn $name:ident($visit:ident: &mut Visit) -> Result $body:block) => {
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn journey($visit: &mut $crate::Visit) -> $crate::Result $body

            #[tokio::test]
            async fn at_320() -> $crate::Result {
                $crate::Visit::make($crate::Width::Narrow, journey).await
            }

            #[tokio::test]
            async fn at_1280() -> $crate::Result {
                $crate::Visit::make($crate::Width::Wide, journey).await
            }
        }
    };
}
