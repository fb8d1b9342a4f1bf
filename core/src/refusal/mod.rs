//! Refusals: a stable code, the rule behind it and its numbers; the sentence is [made](crate) from them in one place.

mod catalogue;
mod next_step;

pub use catalogue::Listed;
pub use next_step::NextStep;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::locale::{Language, Text};
use crate::wording;

/// A rule of the service's rulebook, written `R17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule(pub u8);

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}", self.0)
    }
}

/// What every refusal can say of itself (R34). Each type of them is entered in the catalogue, whose
/// tests read all its sentences.
pub trait Refuse: Listed {
    /// A stable kebab-case code.
    fn code(&self) -> &'static str;
    /// The rule that refused.
    fn rule(&self) -> Rule;
    /// The sentence for the person concerned: what is wrong and what to do.
    fn sentence(&self) -> Text;
    /// The numbers in the sentence, by name.
    fn numbers(&self) -> Vec<(&'static str, u32)> {
        Vec::new()
    }
    /// Where to go from here; of a field, to put it right and send the form again.
    fn next_step(&self) -> NextStep {
        NextStep::Correct
    }
}

/// What the helpdesk reads of a refusal (R34): the rule's id, the code, the sentence that the member
/// reads, and the next step.
#[must_use]
pub fn for_helpdesk(refusal: &(impl Refuse + ?Sized)) -> String {
    format!(
        "{} {}: {}. Next step: {}",
        refusal.rule(),
        refusal.code(),
        refusal.sentence().english(),
        wording::next_step(refusal.next_step())
    )
}

/// One refused field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name in the request, such as `new_password` or `security_answers[0].answer`.
    pub field: String,
    /// The refusal's stable code.
    pub code: &'static str,
    /// The rule that refused; none where the request's shape was at fault.
    pub rule: Option<Rule>,
    /// The sentence to show.
    pub message: Text,
    /// The numbers in the sentence, by name.
    pub numbers: Vec<(&'static str, u32)>,
}

/// One refused field of a form, in the shape in which it travels in `errors` of a problem document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FieldProblem))]
pub struct FieldProblemView {
    /// The field's name in the request, such as `new_password` or `security_answers[0].answer`.
    pub field: String,
    /// The refusal's stable code.
    pub code: String,
    /// The rule that refused, such as `R9`; absent where the request's shape was at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The sentence to show.
    pub message: String,
    /// The numbers in the sentence, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "number_map")]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, u32>))]
    pub numbers: Vec<(String, u32)>,
}

impl FieldProblem {
    /// Puts `refusal` at `field`.
    #[must_use]
    pub fn new(field: impl Into<String>, refusal: &impl Refuse) -> Self {
        Self {
            field: field.into(),
            code: refusal.code(),
            rule: Some(refusal.rule()),
            message: refusal.sentence(),
            numbers: refusal.numbers(),
        }
    }

    /// The same for whoever reads `language`.
    #[must_use]
    pub fn said(self, language: Language) -> FieldProblemView {
        FieldProblemView {
            field: self.field,
            code: self.code.to_owned(),
            rule: self.rule.map(|rule| rule.to_string()),
            message: self.message.in_language(language),
            numbers: self.numbers.into_iter().map(|(name, number)| (name.to_owned(), number)).collect(),
        }
    }
}

/// A list of pairs as a JSON object, without the weight of a map in the browser.
mod number_map {
    use std::fmt;

    use serde::{Deserializer, Serializer, de};

    pub(super) fn serialize<S: Serializer>(numbers: &[(String, u32)], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(numbers.iter().map(|(name, number)| (name, number)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, u32)>, D::Error> {
        struct Pairs;
        impl<'de> de::Visitor<'de> for Pairs {
            type Value = Vec<(String, u32)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of numbers")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// Collects the problems of a form's fields while keeping the values that passed.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<FieldProblem>);

impl Problems {
    /// The value, or `None` after noting why not.
    pub(crate) fn take<T, R: Refuse>(&mut self, field: &str, result: Result<T, R>) -> Option<T> {
        result.map_err(|refusal| self.note(field, &refusal)).ok()
    }

    pub(crate) fn note(&mut self, field: &str, refusal: &impl Refuse) {
        self.0.push(FieldProblem::new(field, refusal));
    }

    /// The value of several fields, or `None` after noting their problems.
    pub(crate) fn take_all<T>(&mut self, result: Result<T, Vec<FieldProblem>>) -> Option<T> {
        result.map_err(|problems| self.0.extend(problems)).ok()
    }

    /// The value of a group of fields, or `None` after noting its problems below `group`.
    pub(crate) fn within<T>(&mut self, group: &str, result: Result<T, Vec<FieldProblem>>) -> Option<T> {
        result
            .map_err(|problems| {
                self.0.extend(
                    problems
                        .into_iter()
                        .map(|problem| FieldProblem { field: format!("{group}.{}", problem.field), ..problem }),
                );
            })
            .ok()
    }

    /// The form, if every field passed.
    pub(crate) fn finish<T>(self, form: Option<T>) -> Result<T, Vec<FieldProblem>> {
        match form {
            Some(form) if self.0.is_empty() => Ok(form),
            _ => Err(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::password::{PasswordRefusal, Requirement};
    use crate::username::UsernameRefusal;

    #[test]
    fn r34_a_problem_travels_with_its_numbers_and_without_any() {
        let long = FieldProblem::new("new_password", &PasswordRefusal::Unmet(Requirement::MinimumLength(8)))
            .said(Language::En);
        let [(name, 8)] = &long.numbers[..] else { panic!("{:?}", long.numbers) };
        let written = serde_json::to_value(&long).unwrap();
        assert_eq!(written["numbers"][name], 8);
        assert_eq!(serde_json::from_value::<FieldProblemView>(written.clone()).unwrap(), long);
        let mut broken = written;
        broken["numbers"] = 8.into();
        let error = serde_json::from_value::<FieldProblemView>(broken).unwrap_err();
        assert!(error.to_string().contains("an object of numbers"), "{error}");
        let bare = FieldProblem::new("username", &UsernameRefusal::Missing).said(Language::En);
        assert_eq!(bare.numbers, []);
        assert!(serde_json::to_value(&bare).unwrap().get("numbers").is_none());
    }
}
