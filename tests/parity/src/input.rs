//! What inputs have in common.

use std::fmt;

use enamel_core::password::PasswordContext;
use enamel_core::policy::{Policy, Preset};
use enamel_core::text::Typed;
use serde::de::value::BytesDeserializer;
use serde::{Deserialize, Deserializer, de};

/// Text as it was typed: a JSON string as the server reads it, or the list of the UTF-16 units of a
/// JavaScript string as the page reads it. Half of a surrogate pair comes through in both.
pub(crate) struct Text(pub(crate) Typed);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl<'de> de::Visitor<'de> for TextVisitor {
    type Value = Typed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or a list of UTF-16 units")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Typed, E> {
        Ok(text.into())
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Typed, E> {
        Typed::deserialize(BytesDeserializer::new(bytes))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut units: A) -> Result<Typed, A::Error> {
        let mut text = Vec::new();
        while let Some(unit) = units.next_element::<u16>()? {
            text.push(unit);
        }
        Ok(Typed::from_utf16(&text))
    }
}

/// The name of a preset, or a policy field by field. Not given: the default one.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum PolicyInput {
    Preset(Preset),
    Whole(Box<Policy>),
}

impl PolicyInput {
    pub(crate) fn policy(given: Option<Self>) -> Policy {
        match given {
            None => Policy::default(),
            Some(Self::Preset(preset)) => preset.into(),
            Some(Self::Whole(policy)) => *policy,
        }
    }
}

/// Whose password it is to be.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContextInput {
    #[serde(default)]
    username: String,
    #[serde(default)]
    first_name: String,
    #[serde(default)]
    last_name: String,
}

impl From<ContextInput> for PasswordContext {
    fn from(input: ContextInput) -> Self {
        Self { username: input.username, first_name: input.first_name, last_name: input.last_name }
    }
}
