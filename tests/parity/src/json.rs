//! JSON that can hold half of a surrogate pair, which `serde_json` can't, and is all ASCII.

use std::fmt::{self, Display};

/// A JSON value.
#[derive(Clone)]
pub(crate) enum Json {
    /// A string of UTF-16 units.
    Text(Vec<u16>),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
    /// A number, `true`, `false` or `null`.
    Bare(String),
}

impl Json {
    pub(crate) fn null() -> Self {
        Self::Bare("null".to_owned())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.encode_utf16().collect())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<Vec<u16>> for Json {
    fn from(units: Vec<u16>) -> Self {
        Self::Text(units)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bare(value.to_string())
    }
}

impl From<u32> for Json {
    fn from(value: u32) -> Self {
        Self::Bare(value.to_string())
    }
}

impl<const N: usize> From<[(&'static str, Json); N]> for Json {
    fn from(fields: [(&'static str, Json); N]) -> Self {
        Self::Object(fields.into())
    }
}

impl Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(units) => text(units, f),
            Self::Bare(value) => f.write_str(value),
            Self::List(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if at == 0 { "" } else { "," })?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (at, (name, value)) in fields.iter().enumerate() {
                    write!(f, "{}\"{name}\":{value}", if at == 0 { "" } else { "," })?;
                }
                f.write_str("}")
            }
        }
    }
}

fn text(units: &[u16], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for &unit in units {
        match u8::try_from(unit) {
            Ok(byte @ (b' ' | b'!' | b'#'..=b'[' | b']'..=b'~')) => write!(f, "{}", char::from(byte))?,
            _ => write!(f, "\\u{unit:04x}")?,
        }
    }
    f.write_str("\"")
}
