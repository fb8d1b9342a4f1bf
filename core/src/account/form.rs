//! The forms of an account, judged whole: the page and the server call the same `check`.

use serde::{Deserialize, Serialize};

use crate::locale::say;
use crate::password::{Attempt, CurrentPasswordRefusal, Password, PasswordContext};
use crate::policy::Policy;
use crate::refusal::{FieldProblem, Problems};
use crate::security_question::{Answer, QuestionId, QuestionRefusal};
use crate::text::Typed;

/// The activation form (R9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivationRequest {
    /// The acceptable-use policy is accepted; nothing else than `true` activates.
    pub accept_terms: bool,
    /// The password to have from now on.
    pub new_password: Typed,
    /// As many as the policy asks, each with another question.
    pub security_answers: Vec<SecurityAnswerRequest>,
    /// Whether the directory shows the mobile number.
    pub mobile_visible: bool,
}

/// One security question with its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecurityAnswerRequest {
    /// The id of one of the questions on offer.
    pub question: String,
    /// The answer.
    pub answer: Typed,
}

/// An activation form without a fault of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivationForm {
    /// The new password.
    pub password: Password,
    /// The questions and the normal form of their answers.
    pub answers: Vec<(QuestionId, Answer)>,
    /// Whether the directory shows the mobile number.
    pub mobile_visible: bool,
}

/// The change-password form (R17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePasswordRequest {
    /// The password so far.
    pub current_password: Typed,
    /// The password to have from now on.
    pub new_password: Typed,
}

/// A change-password form without a fault of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangePasswordForm {
    /// What is offered as the current password.
    pub current: Attempt,
    /// The new password.
    pub password: Password,
}

/// Why a form as a whole is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormRefusal {
    /// The acceptable-use policy was not accepted (R9).
    #[error("terms not accepted")]
    TermsNotAccepted,
}

impl ActivationRequest {
    /// Judges the form by itself, under the policy and for this person.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self, context: &PasswordContext, policy: &Policy) -> Result<ActivationForm, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        if !self.accept_terms {
            problems.note("accept_terms", &FormRefusal::TermsNotAccepted);
        }
        let password = new_password(&mut problems, &self.new_password, context, policy);
        if self.security_answers.len() != policy.security_questions as usize {
            problems.note("security_answers", &QuestionRefusal::Count(policy.security_questions));
        }
        let answers = self.answers(&mut problems, policy);
        problems.finish(password.map(|password| ActivationForm {
            password,
            answers,
            mobile_visible: self.mobile_visible,
        }))
    }

    fn answers(&self, problems: &mut Problems, policy: &Policy) -> Vec<(QuestionId, Answer)> {
        let mut taken: Vec<(QuestionId, Answer)> = Vec::new();
        let mut asked: Vec<&str> = Vec::new();
        // A list longer than asked is refused by its count alone.
        for (at, request) in self.security_answers.iter().take(policy.security_questions as usize).enumerate() {
            // The forms ask several times alike: only the number tells their problems apart.
            let mut of_question = Problems::default();
            let question = if asked.contains(&request.question.as_str()) && !request.question.is_empty() {
                Err(QuestionRefusal::Repeated)
            } else {
                QuestionId::parse(&request.question)
            };
            asked.push(&request.question);
            let question = of_question.take("question", question);
            let answer = of_question.take("answer", Answer::parse(&request.answer, policy));
            let judged = of_question.finish(question.zip(answer)).map_err(|found| {
                let numbered = |problem: FieldProblem| FieldProblem {
                    message: say::of_numbered_question(at + 1, problem.message),
                    ..problem
                };
                found.into_iter().map(numbered).collect()
            });
            taken.extend(problems.within(&format!("security_answers[{at}]"), judged));
        }
        taken
    }
}

impl ChangePasswordRequest {
    /// Judges the form by itself, under the policy and for this person.
    ///
    /// # Errors
    /// A problem for each field at fault.
    pub fn check(&self, context: &PasswordContext, policy: &Policy) -> Result<ChangePasswordForm, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let current =
            problems.take("current_password", Attempt::parse(&self.current_password).map_err(CurrentPasswordRefusal));
        let password = new_password(&mut problems, &self.new_password, context, policy);
        problems.finish(current.zip(password).map(|(current, password)| ChangePasswordForm { current, password }))
    }
}

fn new_password(
    problems: &mut Problems,
    typed: &Typed,
    context: &PasswordContext,
    policy: &Policy,
) -> Option<Password> {
    match Password::parse(typed, context, policy) {
        Ok(password) => Some(password),
        Err(refusals) => {
            for refusal in &refusals {
                problems.note("new_password", refusal);
            }
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::locale::Language;
    use crate::security_question::QUESTIONS;

    fn answer(question: &str) -> SecurityAnswerRequest {
        SecurityAnswerRequest { question: question.to_owned(), answer: "Molar Street".into() }
    }

    fn activation() -> ActivationRequest {
        ActivationRequest {
            accept_terms: true,
            new_password: "Correct Horse 7".into(),
            security_answers: QUESTIONS.iter().take(3).map(|question| answer(question.id)).collect(),
            mobile_visible: true,
        }
    }

    /// The fields at fault, with the codes.
    fn faults(request: &ActivationRequest) -> Vec<(String, String)> {
        let problems = request.check(&PasswordContext::default(), &Policy::seed_2018()).unwrap_err();
        problems.into_iter().map(|problem| (problem.field, problem.code.to_owned())).collect()
    }

    fn fields(request: &ActivationRequest) -> Vec<String> {
        faults(request).into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn r9_a_whole_activation_form_is_taken_whole() {
        let form = activation().check(&PasswordContext::default(), &Policy::seed_2018()).unwrap();
        assert_eq!(form.password.as_str(), "Correct Horse 7");
        let asked: Vec<_> = form.answers.iter().map(|(id, answer)| (id.as_str(), answer.as_str())).collect();
        let expected: Vec<_> = QUESTIONS.iter().take(3).map(|question| (question.id, "molar street")).collect();
        assert_eq!(asked, expected);
        assert!(form.mobile_visible);
        let hidden = ActivationRequest { mobile_visible: false, ..activation() };
        assert!(!hidden.check(&PasswordContext::default(), &Policy::seed_2018()).unwrap().mobile_visible);
    }

    #[test]
    fn r9_each_part_of_the_activation_form_is_asked_for() {
        assert_eq!(fields(&ActivationRequest { accept_terms: false, ..activation() }), ["accept_terms"]);
        assert_eq!(fields(&ActivationRequest { new_password: "".into(), ..activation() }), ["new_password"]);
        let (mut fewer, mut more) = (activation(), activation());
        fewer.security_answers.truncate(2);
        assert_eq!(fields(&fewer), ["security_answers"]);
        more.security_answers.push(answer(QUESTIONS[3].id));
        assert_eq!(fields(&more), ["security_answers"]);
        let mut unanswered = activation();
        unanswered.security_answers[1].answer = " ".into();
        assert_eq!(fields(&unanswered), ["security_answers[1].answer"]);
    }

    #[test]
    fn r9_a_question_is_asked_once_and_one_not_chosen_is_no_repetition() {
        let mut repeated = activation();
        repeated.security_answers[2] = answer(QUESTIONS[0].id);
        let mut unchosen = activation();
        unchosen.security_answers[1] = answer("");
        unchosen.security_answers[2] = answer("");
        let (repeated, unchosen) = (faults(&repeated), faults(&unchosen));
        let of = |refusal: QuestionRefusal| crate::refusal::Refuse::code(&refusal).to_owned();
        let field = |at: usize| format!("security_answers[{at}].question");
        assert_eq!(repeated, [(field(2), of(QuestionRefusal::Repeated))]);
        let unknown = of(QuestionRefusal::Unknown);
        assert_eq!(unchosen, [(field(1), unknown.clone()), (field(2), unknown)]);
    }

    #[test]
    fn r9_a_problem_of_a_question_says_which_question_it_is() {
        let mut request = activation();
        request.security_answers[1] = SecurityAnswerRequest { question: String::new(), answer: "".into() };
        request.security_answers[2] = SecurityAnswerRequest { answer: "x".into(), ..answer(QUESTIONS[0].id) };
        let problems = request.check(&PasswordContext::default(), &Policy::seed_2018()).unwrap_err();
        let problems: Vec<_> = problems.into_iter().map(|problem| problem.said(Language::En)).collect();
        let said: Vec<_> =
            problems.iter().map(|problem| (&*problem.field, &*problem.code, &*problem.message)).collect();
        assert_eq!(
            said,
            [
                ("security_answers[1].question", "security-question-unknown", "Question 2: Select a security question"),
                ("security_answers[1].answer", "security-answer-missing", "Question 2: Enter an answer"),
                (
                    "security_answers[2].question",
                    "security-question-repeated",
                    "Question 3: Select a different security question each time"
                ),
                (
                    "security_answers[2].answer",
                    "security-answer-too-short",
                    "Question 3: Answer must be 2 characters or more"
                ),
            ]
        );
        assert_eq!(problems[3].numbers, [("minimum".to_owned(), 2)]);
    }

    #[test]
    fn r17_both_fields_of_a_change_of_password_are_judged() {
        let check = |current: &str, new: &str| {
            let request = ChangePasswordRequest { current_password: current.into(), new_password: new.into() };
            request.check(&PasswordContext::default(), &Policy::seed_2018())
        };
        let form = check("old", "Correct Horse 7").unwrap();
        assert_eq!((form.current.normalised().as_str(), form.password.as_str()), ("old", "Correct Horse 7"));
        let fields: Vec<_> = check("", "").unwrap_err().into_iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["current_password", "new_password"]);
    }
}
