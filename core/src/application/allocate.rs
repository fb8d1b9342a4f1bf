//! Usernames for new accounts (R6): `first.last`, a number appended when taken.

use crate::person::Name;
use crate::policy::Policy;
use crate::text::{Category, category, fold, nfkd};
use crate::time::Instant;
use crate::username::{MAXIMUM_LENGTH, Username};

/// The last number that is tried.
const LAST_NUMBER: u32 = 9999;

/// Whether an account may be given a username.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It may.
    Free,
    /// Another has it, or had it not long enough ago.
    Taken,
}

/// What is known of a username that an account has or had; of several, the one that had it last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsernameUse {
    /// An account that is not deleted.
    Live,
    /// A deleted account.
    Deleted {
        /// When.
        at: Instant,
    },
}

impl Availability {
    /// What follows from a username's last use: it stays reserved for the policy's calendar months
    /// after the deletion, so that nobody gets another's mail (R6).
    #[must_use]
    pub fn of(last: Option<UsernameUse>, now: Instant, policy: &Policy) -> Self {
        match last {
            Some(UsernameUse::Live) => Self::Taken,
            Some(UsernameUse::Deleted { at }) if now < at.plus_months(policy.username_reserved_months) => Self::Taken,
            None | Some(UsernameUse::Deleted { .. }) => Self::Free,
        }
    }
}

/// Why no username was found. The helpdesk then chooses one: see [`FreeUsername::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AllocationRefusal {
    /// The name has a letter that can't be written with a to z.
    #[error("not written with a to z")]
    Letters,
    /// Every number up to the last one tried is taken.
    #[error("every number is taken")]
    Exhausted,
    /// The username chosen is taken.
    #[error("taken")]
    Taken,
}

/// A username that was free when it was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeUsername(Username);

impl FreeUsername {
    /// A username of which the store says that it is free.
    ///
    /// # Errors
    /// [`AllocationRefusal::Taken`].
    pub fn new(username: Username, availability: Availability) -> Result<Self, AllocationRefusal> {
        match availability {
            Availability::Free => Ok(Self(username)),
            Availability::Taken => Err(AllocationRefusal::Taken),
        }
    }

    /// The username.
    #[must_use]
    pub fn username(&self) -> &Username {
        &self.0
    }
}

/// What all usernames made of one name begin with: first and last name in lower-case ASCII letters
/// and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stem {
    first: String,
    last: String,
}

impl Stem {
    /// Writes a name in ASCII: marks, apostrophes, spaces and full stops are left out, `ø` becomes
    /// `o`, `ß` becomes `ss`.
    ///
    /// # Errors
    /// [`AllocationRefusal::Letters`]: a letter left out would make it somebody else's name.
    pub fn of(first: &Name, last: &Name) -> Result<Self, AllocationRefusal> {
        Ok(Self { first: ascii(first.as_str())?, last: ascii(last.as_str())? })
    }

    /// The usernames to try, the first without a number, then from 2 on; each within
    /// [`MAXIMUM_LENGTH`] characters.
    pub fn candidates(&self) -> impl Iterator<Item = Username> {
        (1..=LAST_NUMBER).filter_map(|number| self.numbered(number).try_into().ok())
    }

    fn numbered(&self, number: u32) -> String {
        let number = if number == 1 { String::new() } else { number.to_string() };
        // Where not all fits, both names are cut, and each may have half of the room.
        let room = MAXIMUM_LENGTH.saturating_sub(number.len() + 1);
        let last = cut(&self.last, room.saturating_sub(self.first.len()).max(room / 2));
        let first = cut(&self.first, room.saturating_sub(last.len()));
        format!("{first}.{last}{number}")
    }
}

fn cut(ascii: &str, length: usize) -> &str {
    ascii.get(..length).unwrap_or(ascii).trim_end_matches('-')
}

fn ascii(name: &str) -> Result<String, AllocationRefusal> {
    let mut written = String::new();
    for letter in nfkd(&fold(name)).chars() {
        match category(letter) {
            _ if letter.is_ascii_lowercase() => written.push(letter),
            // Never first, and never two in a row.
            Category::Dash if written.is_empty() || written.ends_with('-') => {}
            Category::Dash => written.push('-'),
            // Apostrophes of other scripts count as letters.
            // Letters that modify the one before, such as a turned comma.
            Category::Letter if matches!(letter, '\u{2b0}'..='\u{2ff}') => {}
            Category::Mark => {}
            other if other.is_letter() => written.push_str(transliterated(letter)?),
            _ => {}
        }
    }
    let written = written.trim_end_matches('-');
    if written.is_empty() { Err(AllocationRefusal::Letters) } else { Ok(written.to_owned()) }
}

/// Letters of the Latin script that are not a letter with a mark, folded.
fn transliterated(letter: char) -> Result<&'static str, AllocationRefusal> {
    Ok(match letter {
        'æ' => "ae",
        'ɓ' => "b",
        'đ' | 'ð' | 'ɗ' | 'ɖ' => "d",
        'ə' | 'ǝ' | 'ɛ' => "e",
        'ƒ' => "f",
        'ɣ' => "g",
        'ħ' => "h",
        'ı' => "i",
        'ƙ' => "k",
        'ł' => "l",
        'ŋ' | 'ɲ' => "n",
        'ø' | 'ɔ' => "o",
        'œ' => "oe",
        'ŧ' => "t",
        'þ' => "th",
        'ʋ' => "v",
        'ƴ' => "y",
        _ => return Err(AllocationRefusal::Letters),
    })
}

/// The first free username for a name (R6). A caller that has to wait for each answer walks
/// [`Stem::candidates`] itself.
///
/// # Errors
/// [`AllocationRefusal`]: the helpdesk chooses.
pub fn allocate(
    first: &Name,
    last: &Name,
    mut availability: impl FnMut(&Username) -> Availability,
) -> Result<FreeUsername, AllocationRefusal> {
    Stem::of(first, last)?
        .candidates()
        .find(|username| availability(username) == Availability::Free)
        .map(FreeUsername)
        .ok_or(AllocationRefusal::Exhausted)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::person::MAXIMUM_NAME_LENGTH;

    fn name(text: &str) -> Name {
        Name::parse(&text.into()).unwrap()
    }

    fn allocated(first: &str, last: &str, taken: &[&str]) -> Result<String, AllocationRefusal> {
        allocate(&name(first), &name(last), |username| {
            if taken.contains(&username.as_str()) { Availability::Taken } else { Availability::Free }
        })
        .map(|free| free.username().as_str().to_owned())
    }

    #[test]
    fn r6_a_username_is_first_dot_last_in_ascii() {
        for (first, last, username) in [
            ("Jane", "Smith", "jane.smith"),
            ("Mary Ann", "O'Neill", "maryann.oneill"),
            ("José", "Nuñez–García", "jose.nunez-garcia"),
            ("Søren", "Weiß", "soren.weiss"),
            ("Łukasz", "Ægir", "lukasz.aegir"),
            ("İpek", "Işık", "ipek.isik"),
            ("Nguyễn", "Đặng", "nguyen.dang"),
            ("J.-P.", "St. John", "j-p.stjohn"),
            ("Þóra", "D\u{2019}Souza", "thora.dsouza"),
            ("Kalei", "\u{2bb}Aukai", "kalei.aukai"),
            ("Ɓəƒɣħƙ", "Ŋœŧʋƴ", "befghk.noetvy"),
            ("-Ann-\u{2013}Marie-", "Smith--Jones", "ann-marie.smith-jones"),
            ("Ｊａｎｅ", "Ǆ", "jane.dz"),
        ] {
            assert_eq!(allocated(first, last, &[]).as_deref(), Ok(username), "{first} {last}");
        }
    }

    #[test]
    fn r6_a_number_is_appended_when_taken() {
        assert_eq!(allocated("Jane", "Smith", &["jane.smith"]).as_deref(), Ok("jane.smith2"));
        assert_eq!(allocated("Jane", "Smith", &["jane.smith", "jane.smith2"]).as_deref(), Ok("jane.smith3"));
        let all = allocate(&name("Jane"), &name("Smith"), |_| Availability::Taken);
        assert_eq!(all, Err(AllocationRefusal::Exhausted));
    }

    #[test]
    fn r6_a_name_that_ascii_cannot_write_is_left_to_the_helpdesk() {
        for (first, last) in [("अमीरा", "Smith"), ("Jane", "王"), ("Jane王", "Smith"), ("Jаne", "Smith")] {
            assert_eq!(allocated(first, last, &[]), Err(AllocationRefusal::Letters), "{first} {last}");
        }
        let chosen: Username = "amira.smith".to_owned().try_into().unwrap();
        assert_eq!(FreeUsername::new(chosen.clone(), Availability::Taken), Err(AllocationRefusal::Taken));
        assert_eq!(FreeUsername::new(chosen.clone(), Availability::Free).unwrap().username(), &chosen);
    }

    #[test]
    fn r6_long_names_are_cut_and_both_stay() {
        let (long, short) = ("a".repeat(70), "b".repeat(10));
        assert_eq!(allocated(&long, &short, &[]).unwrap(), format!("{}.{short}", "a".repeat(53)));
        assert_eq!(allocated(&short, &long, &[]).unwrap(), format!("{short}.{}", "a".repeat(53)));
        assert_eq!(allocated(&long, &long, &[]).unwrap().len(), 64);
        let taken = allocated(&long, &long, &[]).unwrap();
        let second = allocated(&long, &long, &[&taken]).unwrap();
        assert!(second.ends_with("a2") && second.len() == 64, "{second}");
    }

    #[test]
    fn r6_a_deleted_accounts_username_stays_reserved_for_24_months() {
        let policy = Policy::seed_2018();
        let at = |text: &str| text.parse::<Instant>().unwrap();
        let deleted = Some(UsernameUse::Deleted { at: at("2024-02-29T12:00:00Z") });
        let free_from = at("2026-02-28T12:00:00Z");
        let just_before = Instant::from_micros(free_from.micros() - 1);
        assert_eq!(Availability::of(deleted, just_before, &policy), Availability::Taken);
        assert_eq!(Availability::of(deleted, free_from, &policy), Availability::Free);
        assert_eq!(Availability::of(Some(UsernameUse::Live), Instant::LAST, &policy), Availability::Taken);
        assert_eq!(Availability::of(None, free_from, &policy), Availability::Free);
    }

    proptest! {
        #[test]
        fn r6_what_is_allocated_is_a_username_and_not_taken(
            first in "[a-zA-ZéßøŁ' .\\-\u{308}ﬃ]{1,70}",
            last in prop_oneof![4 => "[a-zæşĐ'\u{2019} .\\-]{1,70}", 1 => "\\p{L}{1,20}"],
            taken_below in 0..200_usize,
        ) {
            let names = Name::parse(&first.into()).ok().zip(Name::parse(&last.into()).ok());
            let Some((first, last)) = names else { return Ok(()) };
            prop_assert!(first.as_str().chars().count() <= MAXIMUM_NAME_LENGTH);
            let mut asked = Vec::new();
            let found = allocate(&first, &last, |username| {
                asked.push(username.clone());
                if asked.len() <= taken_below { Availability::Taken } else { Availability::Free }
            });
            if let Ok(found) = found {
                let username = found.username();
                prop_assert_eq!(Username::parse(&username.as_str().into()), Ok(username.clone()));
                prop_assert_eq!(asked.iter().position(|other| other == username), Some(taken_below));
            }
        }
    }
}
