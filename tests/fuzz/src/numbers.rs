//! Texts of digits: mobile numbers, one-time codes, work telephones.

use enamel_core::account::WorkTelephone;
use enamel_core::code::OneTimeCode;
use enamel_core::mobile::Mobile;
use enamel_core::policy::Policy;

use crate::input::{self, spellings, stored};

/// Each parser reads the text; the first byte chooses how many digits a code has.
///
/// # Panics
/// Where one breaks a rule.
pub fn run(data: &[u8]) {
    let Some((&digits, text)) = data.split_first() else { return };
    let typed = input::typed(text);
    if let Ok(mobile) = Mobile::parse(&typed) {
        assert!(!typed.has_unpaired_surrogate());
        assert_eq!(mobile.e164().len(), "+447700900123".len());
        for printed in [mobile.e164(), &mobile.national()] {
            assert_eq!(Mobile::parse(&printed.into()), Ok(mobile.clone()));
        }
        stored(&mobile);
    }
    let policy = Policy { code_digits: 6 + u32::from(digits % 4), ..Policy::seed_2018() };
    assert_eq!(policy.validate(), Ok(()));
    if let Ok(code) = OneTimeCode::parse(&typed, &policy) {
        assert!(code.as_str().len() == policy.code_digits as usize && code.as_str().is_ascii());
        assert_eq!(OneTimeCode::parse(&code.as_str().into(), &policy), Ok(code));
    }
    let entropy = text.iter().fold(0_u64, |sum, &byte| sum.rotate_left(8) ^ u64::from(byte));
    let code = OneTimeCode::generate(&policy, entropy);
    assert_eq!(OneTimeCode::parse(&code.as_str().into(), &policy), Ok(code));
    if let Ok(telephone) = WorkTelephone::parse(&typed) {
        assert!(telephone.as_str().is_ascii() && telephone.as_str().len() <= 40);
        assert_eq!(WorkTelephone::parse(&telephone.as_str().into()), Ok(telephone.clone()));
        stored(&telephone);
    }
    let [composed, decomposed] = spellings(&typed);
    assert_eq!(Mobile::parse(&composed), Mobile::parse(&decomposed));
    assert_eq!(OneTimeCode::parse(&composed, &policy), OneTimeCode::parse(&decomposed, &policy));
    assert_eq!(WorkTelephone::parse(&composed), WorkTelephone::parse(&decomposed));
}
