### What the service says, in English. A message's id is what it is called in the code, with underscores.

-helpdesk-email = dentistadmin@nhs.net
-helpdesk-telephone = 0333 200 1133

# What the language is called in itself.
language-name = English

## Dates and durations

days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
# Sunday 21 February 2027
date = { $weekday } { $day } { $month } { $year }
# 9:05am
morning = { $clock }am
afternoon = { $clock }pm
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December

## Dates that fall due

temporary-password-runs-out = Your temporary password runs out
password-expires = Your password expires
becomes-inactive = Your account becomes inactive
is-deleted = Your account is deleted for good
temporary-password-ran-out = Your temporary password has run out
password-has-expired = Your password has expired
has-become-inactive = Your account has become inactive
is-about-to-be-deleted = Your account is about to be deleted for good
remedy-activate = Activate it before then. If your temporary password has run out, ask { -helpdesk-email }.
remedy-change-password = Change your password before then.
remedy-sign-in = Sign in before then.
remedy-join = If you join another practice, ask it to tell { -helpdesk-email }. Save what your team needs.
remedy-enable = Call the national helpdesk on { -helpdesk-telephone } to open your account again.

## What is asked of a password

requires-minimum-length = { $least } characters or more
requires-maximum-length = { $most } characters or fewer
requires-all-classes = an upper case letter, a lower case letter, a number and a symbol
requires-classes = at least { $least } of these: an upper case letter, a lower case letter, a number, a symbol
requires-without-username = does not include your username
requires-without-names = does not include your first or last name
requires-uncommon = is not a password that many people use
requires-allowed-characters = has no control characters

## Refusals that say when to try again

of-numbered-question = Question { $number }: { $sentence }
temporary-password-held = This temporary password works from { $time } on { $date }, because it was sent to a new number. Try again then
new-number-too-many-codes = Too many codes were sent. Try again from { $time } on { $date }
application-lapsed = We kept this application for { $period } after you last saved it. Start a new one
too-many-codes = Too many codes were sent. Try again from { $time } on { $date }, or use another way to get back in
locked = Too many wrong passwords were tried. Try again from { $time } on { $date }. If you have activated your account, you can reset your password now
vouching-held = Your temporary password works from { $time } on { $date }, because it was sent to a new mobile number. Try again then

## Security questions

question-first-school = First school's name
question-first-street = First street you lived in
question-first-pet = First pet's name
question-parents-met = Town where your parents met
question-childhood-friend = Best childhood friend's name
question-first-concert = First concert you went to
question-first-job = Town of your first job
question-favourite-teacher = Favourite teacher's last name

## Refusals: account

sign-in-failed = The username or the password is wrong. Check both and try again
temporary-password-expired = Your temporary password has run out. Ask the dentist administration team to send you a new one: { -helpdesk-email }
activation-required = Activate your account first
already-activated = This account is already activated. Sign in with the password you chose
password-change-required = Your password has expired. Change it to carry on
current-password-wrong = The current password is wrong. Check it and try again
password-reused-one = Choose a password other than your current one
password-reused = Choose a password that is not one of your last { $last }
password-is-temporary = Choose a password other than the temporary one
recovery-outdated = The password was changed meanwhile. If that was not you, start again to reset your password
recovery-of-another = This way back in is for another username. Start again to reset your own password
mobile-taken = This mobile number cannot be used. Use a number that is yours alone, or ask { -helpdesk-email }
only-helpdesk = Only the helpdesk can do this. Ask the dentist administration team: { -helpdesk-email }
only-local-administrator = Only the local administrator of the organisation that looks after this account can do this. Ask them
succession-needed-one = A shared mailbox would be left without an owner. Hand it over to another member first
succession-needed = As many as { $mailboxes } shared mailboxes would be left without an owner. Hand them over to other members first
not-leaving = This person is not marked as leaving, so nothing has to be done. Look at their dates again
account-disabled = This account is closed for now. Ask the dentist administration team to open it again: { -helpdesk-email }
account-deleted = This account has been deleted and can't be brought back. Ask the dentist administration team what to do now: { -helpdesk-email }
new-number-code-spent = The code no longer works. Ask for a new one
profile-telephone = Enter a telephone number, like 0113 496 0000 or 0113 496 0000 ext 12
profile-missing = Enter a job role or specialty, or leave it out
profile-characters = Use letters, numbers and punctuation only
profile-too-long = Use { $maximum } characters or fewer
profile-too-many-specialties = Name { $maximum } specialties or fewer

## Refusals: application

toolkit-missing = Select how the practice stands in the toolkit
people-missing = Add at least one person who needs an NHSmail account
people-too-many = Add { $most } people or fewer. The owner of the shared mailbox can ask for more accounts later
has-account-missing = Select whether this person already has an NHSmail account
has-account = Remove this person: nobody needs a second NHSmail account. The owner of the shared mailbox can give them access once it is created
applicant-has-account = Ask a colleague who does not have an NHSmail account to apply, so that nobody gets a second one
mobile-repeated = Enter a different mobile number for each person, so that each gets their own temporary password
email-repeated = Enter a different personal email address for each person, so that each gets their own username
owner-needs-mobile = Enter a mobile number that reaches this person, as the helpdesk calls the owner of the shared mailbox first
owner-missing = Select at least one person to own the shared mailbox
sponsored-missing = Select whether the practice has a shared mailbox sponsored by another organisation
mailbox-name-of-sponsored = Enter a different name for the new shared mailbox, as the one you have cannot be changed
organisation-name-missing = Enter the organisation's name
organisation-name-characters = Name must not include control characters or characters that do not exist
organisation-name-too-long = Name must be { $maximum } characters or fewer
mobile-not-accepted = We cannot use this mobile number. Enter another that belongs to this person alone, or contact { -helpdesk-email }
person-not-accepted = We cannot take an application for this person with these details. Anyone who already has an NHSmail account does not need another: the owner of the shared mailbox can give them access. Otherwise contact { -helpdesk-email }
applicant-not-accepted = We cannot take an application from this person with these details. Anyone who already has an NHSmail account must ask a colleague who has none to apply. Otherwise contact { -helpdesk-email }
application-helpdesk-only = Only the helpdesk can do this. Contact { -helpdesk-email }
application-clock-only = Only the service itself does this, when the time has come. Look at the application again later
application-link-wrong = Open the application again with the link you were given
application-not-submitted = This application has not been submitted. Wait until the practice submits it, then look at it again
application-submitted = This application has been submitted and waits for the helpdesk. If something has to change, contact { -helpdesk-email }
application-question-open = The helpdesk has asked a question. Answer it first to carry on
application-final = This application is closed. Start a new one if you still need accounts
application-too-large = Add { $people } people or fewer, and enter { $characters } characters or fewer in each box
application-people = We cannot take the application with these details. Change what is marked and submit it again
likenesses-unseen = Somebody on this form may already have an account, or have asked for one. Look at who it may be before you create another
application-people-mismatch = The people and accounts of this decision do not match those of the application. Open it again and decide anew
join-owner-only = Ask the owner of the practice's shared mailbox to request this account
join-helpdesk-only = Only the helpdesk can create accounts. Request the account, and the helpdesk will create it
join-final = This request has already been decided. Look at it again, and make a new one if you still need the account
join-newcomer = We cannot take the request with these details. Change what is marked and send it again
username-letters = Choose a username: this name has letters that cannot be written with a to z
username-exhausted = Choose a username: every number for this name is taken
username-taken = Choose another username: this one is taken or was deleted too recently

## Refusals: form

username-missing = Enter your username
username-other-domain = Enter a username that ends in @{ $domain }, or leave the ending out
username-characters = Username must only include letters a to z, numbers, dots, hyphens, underscores and apostrophes
username-too-long = Username must be { $maximum } characters or fewer
password-missing = Enter your password
password-unpaired-surrogate = Password includes half of a character. Type it again instead of pasting it
current-password-missing = Enter your current password
new-password-missing = Enter a new password
password-too-short = Password must be { $least } characters or more
password-too-long = Password must be { $most } characters or fewer
password-too-few-classes-all = Password must include an upper case letter, a lower case letter, a number and a symbol
password-too-few-classes = Password must include at least { $least } of these: an upper case letter, a lower case letter, a number, a symbol
password-contains-username = Password must not include your username
password-contains-name = Password must not include your first or last name
password-common = Password must not be one that many people use
password-characters = Password must not include control characters or characters that do not exist
security-question-unknown = Select a security question
security-question-repeated = Select a different security question each time
security-question-count-none = Security questions are not used here
security-question-count = Answer { $count } security questions
security-answer-missing = Enter an answer
security-answer-too-short = Answer must be { $least } characters or more
security-answer-too-long = Answer must be { $most } characters or fewer
security-answer-characters = Answer must not include control characters
mobile-missing = Enter a mobile number
mobile-characters = Enter one mobile number, without an extension, like 07700 900123
mobile-not-uk = Enter a UK mobile number, like 07700 900123
mobile-length = Enter a mobile number with 11 digits, like 07700 900123
mobile-personal-number = Enter a mobile number. Numbers that start with 070 are not mobile numbers
mobile-pager = Enter a mobile number. Numbers that start with 076 are for pagers
mobile-not-mobile = Enter a mobile number that starts with 07, like 07700 900123
terms-not-accepted = Select to accept the acceptable use policy

## Refusals: help

enquiry-mailbox-missing = Enter the name of the shared mailbox
enquiry-mailbox-characters = Name of the shared mailbox must not include control characters
enquiry-mailbox-too-long = Name of the shared mailbox must be { $maximum } characters or fewer
case-not-helpdesk = Only the helpdesk can work on this. Ask the dentist administration team: { -helpdesk-email }
case-not-assigned = Nobody has taken this case yet. Look at it again and take it first
case-other-agent = Another agent has this case. Look at it again, and take it over if you agree on that
case-not-answered = Nobody has answered this case yet. Look at it again and answer it first
case-answered = This case is already answered. Look at it again, and reopen it if there is more to do
case-closed = This case is closed. Look at it again, and reopen it if there is more to do

## Refusals: mailbox

mailbox-missing = Enter the name of the shared mailbox
mailbox-other-domain = Enter a shared mailbox that ends in @{ $domain }, or leave the ending out
mailbox-characters = Name of the shared mailbox must only include letters a to z and numbers, with single dots, hyphens or underscores between them
mailbox-too-long = Name of the shared mailbox must be { $maximum } characters or fewer
mailbox-not-allowed = Only an owner of this shared mailbox can do this. Ask an owner, or email { -helpdesk-email }
mailbox-no-access = You do not have access to this shared mailbox. Ask one of its owners to give you access
mailbox-no-account = A shared mailbox is opened from a personal account. Check the username. To ask for an account for somebody new, email { -helpdesk-email }
mailbox-still-owner = An owner always has access to the shared mailbox. To end it, the owner must first hand the mailbox over or step down as an owner
mailbox-not-owner = Only an owner can hand the shared mailbox over. Check who owns it and choose one of its owners
mailbox-owner-not-activated = The new owner must activate their account first. Ask them to sign in with their temporary password, then try again
mailbox-owner-leaving = This person is marked as leaving, so they cannot become an owner. Choose somebody who is staying
mailbox-owner-disabled = This person's account is disabled for now, so they cannot become an owner. Choose somebody else, or email { -helpdesk-email }
mailbox-owner-unreachable = An owner needs a mobile number that reaches them, because the helpdesk contacts owners first. Ask them to add their mobile number, then try again
mailbox-no-owner-stays = The other owners are leaving, or their accounts are not open. Hand the shared mailbox over or add another owner first
mailbox-only-owner = This would leave the shared mailbox without an owner. Hand it over or add another owner first

## Refusals: note

note-missing = Enter what you want to say
note-characters = Text must not include control characters or characters that do not exist
note-too-long = Text must be { $maximum } characters or fewer

## Refusals: person

name-missing = Enter a name
name-characters = Name must only include letters, spaces, hyphens, apostrophes and full stops
name-too-long = Name must be { $maximum } characters or fewer
email-missing = Enter a personal email address
email-format = Enter an email address in the correct format, like name@example.com
email-too-long = Email address must be { $maximum } characters or fewer
email-own-domain = Enter a personal email address that does not end in @{ $domain }, so that you can read it before you first sign in
ods-code-missing = Enter the ODS code
ods-code-format = Enter the ODS code, letters and numbers like V12345

## Refusals: recovery

code-missing = Enter the code from the text message
code-format = Enter the { $digits } digits of the code from the text message
code-wrong = The code is wrong. Check the text message and try again
code-spent = The code no longer works. Ask for a new one to reset your password
answers-wrong = The answers are wrong. Check all of them and try again
answers-spent = The answers were wrong too often. Use a code by text message, or ask the owner of your shared mailbox to vouch for you
passkey-wrong = This passkey is not for this account. Use another one, or reset your password by a code by text message
recovery-not-offered = This way to get back in is not used here. Reset your password by a code by text message
recovery-not-proved = Show who you are first, in one of the ways that are offered, to reset your password
recovery-over = Your new password has been set. Sign in with it

## Refusals: vouching

identity-not-checked = Select to confirm that you have checked in person who they are
mobile-not-checked = Select to confirm that you have checked that the mobile number is their own
vouching-not-allowed = This can only be done by one of the people involved. Ask the owner of your shared mailbox, or call the national helpdesk on { -helpdesk-telephone }
vouching-for-themselves = You cannot confirm your own identity. Ask another owner of the shared mailbox, or call the national helpdesk on { -helpdesk-telephone }
vouching-not-of-their-mailbox = You can only do this for somebody who has access to a shared mailbox that you own. Check the username
vouching-owner-closed = The account of the owner who vouches is not open. Withdraw this request and ask another owner of the shared mailbox, or call the national helpdesk on { -helpdesk-telephone }
vouching-agent-is-party = You are the owner or the member in this case, so another helpdesk agent must deal with it. Pass it on to a colleague
vouching-never-activated = This account has not been activated yet, so it only needs a new temporary password. Ask for one from { -helpdesk-email }
vouching-disabled = This account is disabled for now. To have it enabled again, email { -helpdesk-email }
mobile-not-usable = This mobile number cannot be used here. Enter another number, or call the national helpdesk on { -helpdesk-telephone }
vouching-already-open = An owner has already asked for this person. The helpdesk will contact that owner. If it takes too long, call the national helpdesk on { -helpdesk-telephone }
vouching-not-confirmed = Confirm this with the owner first, then issue the temporary password
vouching-other-agent = Another agent confirmed this with the owner. Ask that agent to issue the temporary password, or confirm it with the owner again yourself
vouching-already-issued = A temporary password has already been issued. If it did not arrive, withdraw this request and ask the owner to start again
vouching-not-issued = No temporary password has been issued yet. Wait for the text message, or ask the owner of your shared mailbox
vouching-settled = The member has chosen a new password since the owner asked, so no temporary password is needed. If that was not the member, ask the owner of the shared mailbox to start again
vouching-lapsed = This request has run out. Ask the owner of the shared mailbox to start again
vouching-used = The temporary password has already been used. If that was not the member, call the national helpdesk on { -helpdesk-telephone }
vouching-withdrawn = This request has been withdrawn. If it is still needed, ask the owner of the shared mailbox to start again

## Answers of the server

request-key-unfit = A key of a request has 16 to 64 visible ASCII characters
request-key-reused = This key was used for another request
body-too-large = The request is too large
body-incomplete = The request broke off
unsupported-media-type = Send application/json
body-not-utf-8 = The body is not UTF-8
body-not-json = The body is not JSON
body-goes-on = The body goes on after its JSON
missing-field = This field is missing
unknown-field = There is no such field
duplicate-field = This field is given twice
wrong-type = This field has a value of the wrong type
schema-not-current = The database's schema is not this program's
unknown-host = This demo answers to 127.0.0.1 and localhost only
cross-site-request = This request came from another site
invalid-form = There is a problem with what you entered
not-found = There is nothing at this address
method-not-allowed = This address has no such method
not-signed-in = Sign in to carry on
another-account = Somebody else has signed in in this browser. Nothing was changed
try-again-later = The service is busy. Nothing was changed. Try again in a moment
client-not-built = The client is not built: run `make run`
internal = Sorry, there is a problem with the service. Try again later
search-unreadable = The search cannot be read
search-too-long = Search for { $maximum } characters or fewer
cursor-unknown = The cursor is not one of this service
demo-one-recipient = Give `to` once
demo-duration = Give a duration such as P75D, of 20 years at most

## Pages

# Before the title of a page whose form was refused, and before what was refused of a field.
error-prefix = Error:{ " " }
service-description = Sign in for the first time, keep your password in date and decide whether your mobile number is in the directory.

## Pages: around each of them

skip-link = Skip to main content
language-switch = Language
menu = Account
sign-out = Sign out
service-tagline = Enamel: accounts for dental practices
client-missing = A part of this page could not be loaded. You can use it all the same, or check your connection and { $link }. If that does not help, try a newer browser.
client-missing-link = load it again

## Pages: waiting, and what went wrong

loading = Loading this page…
sending = Sending
waiting-for-line = Waiting for the connection, to send it by itself
stop-waiting = Stop waiting
stopped-waiting = You stopped waiting, so it may have been done or not. If you send the same again, it is done only once
try-again = Try again
error-summary-title = There is a problem
unavailable-title = Sorry, this page can't be shown
page-missing = It could not be loaded. Check your connection and try again. If that does not help, there may be a newer version: reload the page
server-unreachable = The server can't be reached. Check your connection and try again
not-sent = The server can't be reached. Nothing you entered is lost: it is sent by itself once the connection is back, while this page is open
offline = There is no connection to Enamel. Check that you are online and try again. If it is urgent, call the national helpdesk on { -helpdesk-telephone }
not-found-title = Page not found
not-found-advice = If you typed the web address, check it is correct. If you pasted it, check you copied the whole of it.
not-found-link = Go to Enamel's first page

## Pages: passwords as they are typed

show-password-word = Show
show-password = Show password
hide-password-word = Hide
hide-password = Hide password
password-is-shown = Your password is shown
password-is-hidden = Your password is hidden
new-password = New password
new-password-rules = Your new password:
# Read out before a rule for passwords.
rule-met = Done:{ " " }
rule-open = Not yet:{ " " }

## Pages: signing in

sign-in = Sign in
username = Username
username-hint = For example, jane.smith
password-or-temporary = Password or temporary password
forgotten-password = Forgotten your password? Call the national helpdesk on { -helpdesk-telephone }.

## Pages: what a page says first

news-signed-out = You have signed out.
news-session-ended = You have been signed out. Sign in again to carry on.
news-cookies-needed = Your browser did not keep you signed in. Allow cookies for this site, then sign in again.
news-maybe-signed-in = The server can't be reached, so you may still be signed in. Close your browser to be sure.
news-another-account = Somebody else has signed in in this browser. This is their account. Nothing was changed.
news-activated = Your account is active.
news-password-changed = Your password has been changed.

## Pages: activation

activate-title = Activate your account
activate-intro = You are signing in to { $address } for the first time. Nothing is saved until you have completed this page.
choose-password = Choose a password
use-policy = Acceptable use policy
use-policy-share = Your account is yours alone: never share your password.
use-policy-work = Use it for your work, and send patients' details only to those who need them.
use-policy-report = Report anything suspicious, and anything sent to the wrong person, at once.
accept-use-policy = I accept the acceptable use policy
choose-questions = Choose your security questions
questions-advice = Choose questions whose answers only you know. Capital letters and spaces at the ends make no difference.
question-number = Question { $number }
question = Question
select-question = Select a question
answer = Answer
your-mobile = Your mobile number
activate-mobile = We have { $mobile }. Reminders go to it, whether or not the directory shows it.
should-show-mobile = Should the directory show your mobile number?
should-show-mobile-yes = Yes, colleagues can see it
should-show-mobile-no = No, hide it

## Pages: the account

your-account = Your account
name = Name
email = Email
status = Status
status-never-activated = Not activated
status-temporary-password-expired = Temporary password expired
status-active = Active
status-inactive = Inactive
status-disabled = Closed for now
status-deleted = Deleted
password-set = Password set
password-due = Your password is due on { $date } – { $left }
days-left = { $days ->
    [one] 1 day left
   *[other] { $days }{ "\u00a0" }days{ "\u00a0" }left
}
mobile-listed = { $mobile }. The directory shows it. Reminders go to it in any case.
mobile-unlisted = { $mobile }. The directory does not show it. Reminders go to it in any case.
mobile-is-listed = The directory shows your mobile number
mobile-is-unlisted = The directory does not show your mobile number
hide-mobile = Hide my mobile number
show-mobile = Show my mobile number
deadlines-title = What happens next
today = Today
no-deadlines = Nothing falls due.
add-to-calendar = Add these dates to your calendar

## Pages: changing the password

change-password-title = Change your password
change-password-effect = Changing it signs you out everywhere else.
current-password = Current password
change-password = Change password
back-to-account = Back to your account
password-expired-title = Your password has expired
password-expired-after = A password works for { $period }. Choose a new one, and everything is open to you again.
password-expired-advice = Choose a new one, and everything is open to you again.
password-expired-account = Your account: { $address }

## Pages: the directory

directory = Directory
search = Search
searching = Searching…
nobody-found = Nobody found
people-found = People found
nobody-named-so = Nobody has a name like this.
show-more = Show more
