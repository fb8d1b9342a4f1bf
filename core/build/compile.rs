//! From Fluent to the patterns that `src/locale/pattern.rs` reads.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::marks::{ARGUMENT, IS, SELECT, SELECT_END, VARIANT_END};
use super::plurals;

/// The texts of a language.
pub(crate) struct Catalogue {
    /// Its tag (BCP 47).
    pub(crate) tag: String,
    /// In which category each number falls.
    pub(crate) plurals: String,
    /// The messages by id.
    pub(crate) messages: BTreeMap<String, Message>,
}

/// A compiled message.
pub(crate) struct Message {
    /// What the interpreter reads.
    pub(crate) pattern: String,
    /// Its arguments by name, in alphabetical order; whether each selects a variant and so is a number.
    pub(crate) arguments: BTreeMap<String, bool>,
    /// As the file has it, for the documentation.
    pub(crate) source: String,
}

type Source<'a> = BTreeMap<&'a str, &'a Pattern<&'a str>>;

impl Catalogue {
    pub(crate) fn compile(tag: &str, text: &str) -> Result<Self, String> {
        let resource = parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
        let (mut terms, mut messages) = (Source::new(), Source::new());
        for entry in &resource.body {
            let is_new = match entry {
                Entry::Message(message) => match &message.value {
                    Some(value) => messages.insert(message.id.name, value).is_none(),
                    None => return Err(format!("{} says nothing", message.id.name)),
                },
                Entry::Term(term) => terms.insert(term.id.name, &term.value).is_none(),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => true,
                Entry::Junk { content } => return Err(format!("not Fluent: {content}")),
            };
            if !is_new {
                return Err(format!("given twice: {entry:?}"));
            }
        }
        let compiled = messages.iter().map(|(id, value)| {
            let message = Compiler::of(value, &terms).run(value).map_err(|fault| format!("{id}: {fault}"))?;
            Ok(((*id).to_owned(), message))
        });
        Ok(Self {
            tag: tag.to_owned(),
            plurals: plurals::table(tag)?,
            messages: compiled.collect::<Result<_, String>>()?,
        })
    }

    /// What keeps it from standing for the reference.
    pub(crate) fn faults_beside(&self, reference: &Self) -> Vec<String> {
        let mut faults = Vec::new();
        for (id, message) in &reference.messages {
            match self.messages.get(id) {
                None => faults.push(format!("locales/{}.ftl has no `{id}`: {}", self.tag, message.source)),
                Some(own) if !own.arguments.keys().eq(message.arguments.keys()) => {
                    faults.push(format!("locales/{}.ftl: `{id}` has other arguments than in English", self.tag));
                }
                Some(_) => {}
            }
        }
        let unknown = self.messages.keys().filter(|id| !reference.messages.contains_key(*id));
        faults.extend(unknown.map(|id| format!("locales/{}.ftl: `{id}` is not in the English file", self.tag)));
        faults
    }
}

struct Compiler<'a> {
    terms: &'a Source<'a>,
    arguments: BTreeMap<String, bool>,
}

impl<'a> Compiler<'a> {
    fn of(value: &Pattern<&str>, terms: &'a Source<'a>) -> Self {
        let mut arguments = BTreeMap::new();
        note_arguments(value, &mut arguments);
        Self { terms, arguments }
    }

    fn run(self, value: &Pattern<&str>) -> Result<Message, String> {
        let pattern = self.pattern(value, false)?;
        Ok(Message { source: readable(value), pattern, arguments: self.arguments })
    }

    fn pattern(&self, value: &Pattern<&str>, is_variant: bool) -> Result<String, String> {
        value
            .elements
            .iter()
            .map(|element| match element {
                PatternElement::TextElement { value } if value.contains(|c: char| c.is_control() && c != '\n') => {
                    Err(format!("a control character in {value:?}"))
                }
                PatternElement::TextElement { value } => Ok((*value).to_owned()),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.inline(inline),
                PatternElement::Placeable { expression: Expression::Select { .. } } if is_variant => {
                    Err("a selection within another".to_owned())
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        return Err("only an argument selects".to_owned());
                    };
                    let mut out = format!("{SELECT}{}", self.place(id.name)?);
                    // The default last: it is read when no other fits.
                    let (others, default): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| !variant.default);
                    for variant in others {
                        let key = match &variant.key {
                            VariantKey::NumberLiteral { value } => (*value).to_owned(),
                            VariantKey::Identifier { name } => plurals::letter(name)?.to_string(),
                        };
                        out.extend([
                            &*key,
                            &IS.to_string(),
                            &self.pattern(&variant.value, true)?,
                            &VARIANT_END.to_string(),
                        ]);
                    }
                    for variant in default {
                        out.extend([&*IS.to_string(), &self.pattern(&variant.value, true)?, &VARIANT_END.to_string()]);
                    }
                    out.push(SELECT_END);
                    Ok(out)
                }
            })
            .collect()
    }

    fn inline(&self, inline: &InlineExpression<&str>) -> Result<String, String> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                let mut text = String::new();
                fluent_syntax::unicode::unescape_unicode(&mut text, value).map_err(|error| error.to_string())?;
                Ok(text)
            }
            InlineExpression::NumberLiteral { value } => Ok((*value).to_owned()),
            InlineExpression::VariableReference { id } => Ok(format!("{ARGUMENT}{}", self.place(id.name)?)),
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                let term = self.terms.get(id.name).ok_or_else(|| format!("no term -{}", id.name))?;
                self.pattern(term, true)
            }
            other => Err(format!("not supported: {other:?}")),
        }
    }

    /// An argument's place among all, as a character.
    fn place(&self, name: &str) -> Result<char, String> {
        let place = self.arguments.keys().position(|other| other == name).ok_or("an argument in a term")?;
        u32::try_from(place)
            .ok()
            .and_then(|place| char::from_digit(place, 10))
            .ok_or_else(|| "too many arguments".to_owned())
    }
}

fn note_arguments(value: &Pattern<&str>, arguments: &mut BTreeMap<String, bool>) {
    for element in &value.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                arguments.entry(id.name.to_owned()).or_default();
            }
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    arguments.insert(id.name.to_owned(), true);
                }
                for variant in variants {
                    note_arguments(&variant.value, arguments);
                }
            }
        }
    }
}

/// The text with its arguments' names, in one line; of variants the default one.
fn readable(value: &Pattern<&str>) -> String {
    let text: String = value
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                format!("`{}`", id.name)
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                (*value).to_owned()
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => "…".to_owned(),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => variants
                .iter()
                .find(|variant| variant.default)
                .map(|variant| readable(&variant.value))
                .unwrap_or_default(),
        })
        .collect();
    text.replace('\n', " ")
}
