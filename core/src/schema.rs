//! The types that travel as text, as the server's OpenAPI document describes them.

use std::borrow::Cow;

use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

macro_rules! text {
    ($type:ty, $name:literal, $format:expr) => {
        impl PartialSchema for $type {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::String).format($format).into()
            }
        }

        impl ToSchema for $type {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    };
}

text!(crate::text::Typed, "Typed", None);
text!(crate::time::Instant, "Instant", Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)));
