//! Security questions and the form in which their answers are compared (R21).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::locale::{Language, Text, say};
use crate::policy::Policy;
use crate::text::{Typed, fold, nfkc};

/// A question that the service offers.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The stable id by which requests name it.
    pub id: &'static str,
    text: fn() -> Text,
}

/// A question for whoever reads a certain language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Question))]
pub struct QuestionView {
    /// The stable id by which requests name it.
    pub id: &'static str,
    /// The question as it is asked.
    pub text: String,
}

impl Question {
    /// The question as it is asked.
    #[must_use]
    pub fn text(&self) -> Text {
        (self.text)()
    }

    /// The same for whoever reads `language`.
    #[must_use]
    pub fn said(&self, language: Language) -> QuestionView {
        QuestionView { id: self.id, text: self.text().in_language(language) }
    }
}

const fn question(id: &'static str, text: fn() -> Text) -> Question {
    Question { id, text }
}

/// The questions on offer. Ids never change their meaning: stored answers name them.
pub const QUESTIONS: [Question; 8] = [
    // Short, and what is asked for first: a phone shows some thirty characters of the one that is chosen.
    question("first-school", say::question_first_school),
    question("first-street", say::question_first_street),
    question("first-pet", say::question_first_pet),
    question("parents-met", say::question_parents_met),
    question("childhood-friend", say::question_childhood_friend),
    question("first-concert", say::question_first_concert),
    question("first-job", say::question_first_job),
    question("favourite-teacher", say::question_favourite_teacher),
];

/// The id of one of [`QUESTIONS`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct QuestionId(String);

/// Why a question is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionRefusal {
    /// No question has this id, or none was chosen.
    #[error("unknown question")]
    Unknown,
    /// The same question twice.
    #[error("repeated question")]
    Repeated,
    /// Not the number of questions that the policy asks.
    #[error("not {0} questions")]
    Count(u32),
}

impl QuestionId {
    /// Reads an id.
    ///
    /// # Errors
    /// [`QuestionRefusal::Unknown`].
    pub fn parse(id: &str) -> Result<Self, QuestionRefusal> {
        if QUESTIONS.iter().any(|question| question.id == id) {
            Ok(Self(id.to_owned()))
        } else {
            Err(QuestionRefusal::Unknown)
        }
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for QuestionId {
    type Error = QuestionRefusal;

    fn try_from(id: String) -> Result<Self, QuestionRefusal> {
        Self::parse(&id)
    }
}

impl From<QuestionId> for String {
    fn from(id: QuestionId) -> Self {
        id.0
    }
}

/// An answer in the form in which answers are compared and hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer(String);

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefusal {
    /// Nothing, or only spaces, was typed.
    #[error("missing")]
    Missing,
    /// Fewer characters than this.
    #[error("fewer than {0} characters")]
    TooShort(u32),
    /// More characters than this.
    #[error("more than {0} characters")]
    TooLong(u32),
    /// A control character, or half of a surrogate pair.
    #[error("characters")]
    Characters,
}

impl Answer {
    /// Brings what was typed to the form in which answers are compared: NFKC, case folding, trim.
    ///
    /// # Errors
    /// [`AnswerRefusal`].
    pub fn parse(typed: &Typed, policy: &Policy) -> Result<Self, AnswerRefusal> {
        // Folding can undo the normal form, and the normal form can bring spaces to the ends.
        let normal = nfkc(&fold(&nfkc(typed.as_str())));
        let answer = normal.trim();
        let length = answer.chars().count();
        if answer.is_empty() {
            Err(AnswerRefusal::Missing)
        } else if typed.has_unpaired_surrogate() || answer.chars().any(char::is_control) {
            Err(AnswerRefusal::Characters)
        } else if length < policy.security_answer_minimum_length as usize {
            Err(AnswerRefusal::TooShort(policy.security_answer_minimum_length))
        } else if length > policy.security_answer_maximum_length as usize {
            Err(AnswerRefusal::TooLong(policy.security_answer_maximum_length))
        } else {
            Ok(Self(answer.to_owned()))
        }
    }

    /// The form in which it is hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answer(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(text: &str) -> Result<String, AnswerRefusal> {
        Answer::parse(&text.into(), &Policy::seed_2018()).map(|answer| answer.as_str().to_owned())
    }

    #[test]
    fn r21_answers_are_compared_after_trim_case_folding_and_nfkc() {
        for text in ["Groß Straße", "  GROSS STRASSE\u{a0}", "ｇｒｏｓｓ straße"] {
            assert_eq!(answer(text).unwrap(), "gross strasse", "{text}");
        }
    }

    #[test]
    fn r21_what_is_no_answer_is_refused() {
        for (text, refusal) in [
            (" \u{3000}", AnswerRefusal::Missing),
            ("x", AnswerRefusal::TooShort(2)),
            ("a\0b", AnswerRefusal::Characters),
            (&*"a".repeat(257), AnswerRefusal::TooLong(256)),
        ] {
            assert_eq!(answer(text), Err(refusal), "{text:?}");
        }
        assert_eq!(
            Answer::parse(&Typed::from_utf16(&[0x61, 0xd800]), &Policy::seed_2018()),
            Err(AnswerRefusal::Characters)
        );
    }

    #[test]
    fn r9_every_question_on_offer_is_named_by_its_id() {
        for question in QUESTIONS {
            let id = QuestionId::parse(question.id).unwrap();
            assert_eq!((id.as_str(), String::from(id.clone())), (question.id, question.id.to_owned()));
        }
        assert_eq!(QuestionId::parse("shoe-size"), Err(QuestionRefusal::Unknown));
    }

    #[test]
    fn r21_the_shortest_and_the_longest_answer_are_taken() {
        for length in [2, 256] {
            assert_eq!(answer(&"a".repeat(length)).unwrap().len(), length);
        }
    }
}
