//! The calendar file (R20).

use enamel_core::calendar::calendar;
use enamel_core::locale::Language;

use super::account::Moment;
use crate::verdict::judged;

pub(crate) fn judge(json: &str) -> serde_json::Result<String> {
    judged(json, |moment: Moment| {
        let (account, now, policy) = moment.into_parts();
        calendar(&account, now, &policy, Language::En)
    })
}
