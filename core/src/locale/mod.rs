//! What is said, apart from the language in which it is said.
//!
//! A rule gives a [`Text`]: which message, with which arguments. Whoever shows it to somebody says in which
//! [`Language`]. The messages stand in `locales/`, one Fluent file a language, from which the build makes a
//! function each, [`say`]; a message that one of the languages lacks fails the build.
//!
//! The browser's program holds English as far as it says it; the others are [installed](install) when wanted.

mod marks;
mod pattern;

use std::sync::OnceLock;

use pattern::Piece;

include!(concat!(env!("OUT_DIR"), "/say.rs"));

/// Something said: a message and its arguments, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The message's place in a pack.
    message: u16,
    english: &'static str,
    arguments: Vec<Argument>,
}

/// What a message is said with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// The same in every language.
    Verbatim(String),
    /// A number, which may select a variant.
    Number(u32),
    /// Something said in the same language.
    Text(Text),
}

/// A part of something said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Of the message itself.
    Literal(String),
    /// Of an argument; what it says.
    Argument(String),
}

/// A language's messages, compiled.
struct Pack {
    plurals: String,
    patterns: Vec<String>,
}

impl Text {
    fn new(message: u16, english: &'static str, arguments: Vec<Argument>) -> Self {
        Self { message, english, arguments }
    }

    /// Says it in that language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let mut said = String::new();
        self.each(language, |piece| {
            said.push_str(match &piece {
                Piece::Literal(text) => text,
                Piece::Argument(text) => text,
            });
        });
        said
    }

    /// Says it in English, the language of the interface for programs and of the logs.
    #[must_use]
    pub fn english(&self) -> String {
        self.in_language(Language::En)
    }

    /// Says it part by part, so that an argument can be shown in another way than what stands around it.
    #[must_use]
    pub fn parts(&self, language: Language) -> Vec<Part> {
        let mut parts = Vec::new();
        self.each(language, |piece| {
            parts.push(match piece {
                Piece::Literal(text) => Part::Literal(text.to_owned()),
                Piece::Argument(text) => Part::Argument(text),
            });
        });
        parts
    }

    fn each(&self, language: Language, mut visit: impl FnMut(Piece<'_>)) {
        let pack = pack(language);
        let (pattern, plurals) = match pack {
            Some(pack) => {
                (pack.patterns.get(usize::from(self.message)).map_or(self.english, String::as_str), &*pack.plurals)
            }
            None => (self.english, ENGLISH_PLURALS),
        };
        pattern::read(pattern, plurals, language, &self.arguments, &mut visit);
    }
}

impl Language {
    /// The language of a tag; what follows its first part makes no difference (`cy-GB`), nor does case.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// The file that has a browser's program speak `language`; `None` for English, which needs none.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn pack_of(language: Language) -> Option<&'static str> {
    (language as usize).checked_sub(1).and_then(|at| PACKS.get(at)).copied()
}

/// Has texts be said in `language` from now on, from its file. Until then they are said in English.
pub fn install(language: Language, pack: &str) {
    if let Some(slot) = slot(language) {
        slot.get_or_init(|| Pack::read(pack));
    }
}

fn slot(language: Language) -> Option<&'static OnceLock<Pack>> {
    (language as usize).checked_sub(1).and_then(|at| INSTALLED.get(at))
}

#[cfg(target_arch = "wasm32")]
fn pack(language: Language) -> Option<&'static Pack> {
    slot(language)?.get()
}

#[cfg(not(target_arch = "wasm32"))]
fn pack(language: Language) -> Option<&'static Pack> {
    let text = pack_of(language)?;
    slot(language).map(|slot| slot.get_or_init(|| Pack::read(text)))
}

impl Pack {
    fn read(text: &str) -> Self {
        let mut parts = text.split_terminator(marks::MESSAGE_END).map(str::to_owned);
        Self { plurals: parts.next().unwrap_or_default(), patterns: parts.collect() }
    }
}

impl Argument {
    fn said(&self, language: Language) -> String {
        match self {
            Self::Verbatim(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.in_language(language),
        }
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Verbatim(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Verbatim(text.to_owned())
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

impl From<Text> for Argument {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

#[cfg(test)]
mod tests;
