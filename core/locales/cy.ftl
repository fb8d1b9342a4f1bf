### What the service says, in Welsh.

-helpdesk-email = dentistadmin@nhs.net
-helpdesk-telephone = 0333 200 1133

language-name = Cymraeg

## Dates and durations

days = { $days ->
    [one] 1 diwrnod
    [two] 2 ddiwrnod
    [3] 3 diwrnod
   *[other] { $days } diwrnod
}
date = { $weekday } { $day } { $month } { $year }
morning = { $clock }yb
afternoon = { $clock }yp
monday = Dydd Llun
tuesday = Dydd Mawrth
wednesday = Dydd Mercher
thursday = Dydd Iau
friday = Dydd Gwener
saturday = Dydd Sadwrn
sunday = Dydd Sul
january = Ionawr
february = Chwefror
march = Mawrth
april = Ebrill
may = Mai
june = Mehefin
july = Gorffennaf
august = Awst
september = Medi
october = Hydref
november = Tachwedd
december = Rhagfyr

## Dates that fall due

temporary-password-runs-out = Daw eich cyfrinair dros dro i ben
password-expires = Daw eich cyfrinair i ben
becomes-inactive = Daw eich cyfrif yn segur
is-deleted = Caiff eich cyfrif ei ddileu am byth
temporary-password-ran-out = Mae eich cyfrinair dros dro wedi dod i ben
password-has-expired = Mae eich cyfrinair wedi dod i ben
has-become-inactive = Mae eich cyfrif wedi dod yn segur
is-about-to-be-deleted = Mae eich cyfrif ar fin cael ei ddileu am byth
remedy-activate = Actifadwch ef cyn hynny. Os yw eich cyfrinair dros dro wedi dod i ben, gofynnwch i { -helpdesk-email }.
remedy-change-password = Newidiwch eich cyfrinair cyn hynny.
remedy-sign-in = Mewngofnodwch cyn hynny.
remedy-join = Os ymunwch â phractis arall, gofynnwch iddo roi gwybod i { -helpdesk-email }. Cadwch yr hyn sydd ei angen ar eich tîm.
remedy-enable = Ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone } i agor eich cyfrif eto.

## What is asked of a password

requires-minimum-length = { $least } nod neu fwy
requires-maximum-length = { $most } nod neu lai
requires-all-classes = priflythyren, llythyren fach, rhif a symbol
requires-classes = o leiaf { $least } o'r rhain: priflythyren, llythyren fach, rhif, symbol
requires-without-username = nid yw'n cynnwys eich enw defnyddiwr
requires-without-names = nid yw'n cynnwys eich enw cyntaf na'ch cyfenw
requires-uncommon = nid yw'n gyfrinair y mae llawer o bobl yn ei ddefnyddio
requires-allowed-characters = nid oes ynddo nodau rheoli

## Refusals that say when to try again

of-numbered-question = Cwestiwn { $number }: { $sentence }
temporary-password-held = Mae'r cyfrinair dros dro hwn yn gweithio o { $time } ar { $date }, gan iddo gael ei anfon i rif newydd. Rhowch gynnig arall arni bryd hynny
new-number-too-many-codes = Anfonwyd gormod o godau. Rhowch gynnig arall arni o { $time } ar { $date }
application-lapsed = Cadwyd y cais hwn am { $period } ar ôl i chi ei gadw ddiwethaf. Dechreuwch un newydd
too-many-codes = Anfonwyd gormod o godau. Rhowch gynnig arall arni o { $time } ar { $date }, neu defnyddiwch ffordd arall o fynd yn ôl i mewn
locked = Rhoddwyd cynnig ar ormod o gyfrineiriau anghywir. Rhowch gynnig arall arni o { $time } ar { $date }. Os ydych wedi actifadu eich cyfrif, gallwch ailosod eich cyfrinair nawr
vouching-held = Mae eich cyfrinair dros dro yn gweithio o { $time } ar { $date }, gan iddo gael ei anfon i rif ffôn symudol newydd. Rhowch gynnig arall arni bryd hynny

## Security questions

question-first-school = Enw eich ysgol gyntaf
question-first-street = Y stryd gyntaf i chi fyw ynddi
question-first-pet = Enw eich anifail anwes cyntaf
question-parents-met = Y dref lle cwrddodd eich rhieni
question-childhood-friend = Enw eich ffrind gorau yn blentyn
question-first-concert = Y cyngerdd cyntaf i chi fynd iddo
question-first-job = Tref eich swydd gyntaf
question-favourite-teacher = Cyfenw eich hoff athro

## Refusals: account

sign-in-failed = Mae'r enw defnyddiwr neu'r cyfrinair yn anghywir. Gwiriwch y ddau a rhowch gynnig arall arni
temporary-password-expired = Mae eich cyfrinair dros dro wedi dod i ben. Gofynnwch i'r tîm gweinyddu deintyddion anfon un newydd atoch: { -helpdesk-email }
activation-required = Actifadwch eich cyfrif yn gyntaf
already-activated = Mae'r cyfrif hwn eisoes wedi'i actifadu. Mewngofnodwch gyda'r cyfrinair a ddewisoch
password-change-required = Mae eich cyfrinair wedi dod i ben. Newidiwch ef i barhau
current-password-wrong = Mae'r cyfrinair presennol yn anghywir. Gwiriwch ef a rhowch gynnig arall arni
password-reused-one = Dewiswch gyfrinair heblaw eich un presennol
password-reused = Dewiswch gyfrinair nad yw'n un o'ch { $last } diwethaf
password-is-temporary = Dewiswch gyfrinair heblaw'r un dros dro
recovery-outdated = Newidiwyd y cyfrinair yn y cyfamser. Os nad chi oedd hynny, dechreuwch eto i ailosod eich cyfrinair
recovery-of-another = Ar gyfer enw defnyddiwr arall y mae'r ffordd hon yn ôl i mewn. Dechreuwch eto i ailosod eich cyfrinair eich hun
mobile-taken = Ni ellir defnyddio'r rhif ffôn symudol hwn. Defnyddiwch rif sy'n eiddo i chi yn unig, neu gofynnwch i { -helpdesk-email }
only-helpdesk = Dim ond y ddesg gymorth a all wneud hyn. Gofynnwch i'r tîm gweinyddu deintyddion: { -helpdesk-email }
only-local-administrator = Dim ond gweinyddwr lleol y sefydliad sy'n gofalu am y cyfrif hwn a all wneud hyn. Gofynnwch iddo
succession-needed-one = Byddai blwch post a rennir yn cael ei adael heb berchennog. Trosglwyddwch ef i aelod arall yn gyntaf
succession-needed = Byddai cynifer â { $mailboxes } o flychau post a rennir yn cael eu gadael heb berchennog. Trosglwyddwch nhw i aelodau eraill yn gyntaf
not-leaving = Nid yw'r person hwn wedi'i nodi fel un sy'n gadael, felly nid oes angen gwneud dim. Edrychwch ar ei ddyddiadau eto
account-disabled = Mae'r cyfrif hwn ar gau am y tro. Gofynnwch i'r tîm gweinyddu deintyddion ei agor eto: { -helpdesk-email }
account-deleted = Mae'r cyfrif hwn wedi'i ddileu ac ni ellir dod ag ef yn ôl. Gofynnwch i'r tîm gweinyddu deintyddion beth i'w wneud nawr: { -helpdesk-email }
new-number-code-spent = Nid yw'r cod yn gweithio mwyach. Gofynnwch am un newydd
profile-telephone = Rhowch rif ffôn, fel 0113 496 0000 neu 0113 496 0000 ext 12
profile-missing = Rhowch rôl swydd neu arbenigedd, neu gadewch ef allan
profile-characters = Defnyddiwch lythrennau, rhifau ac atalnodau yn unig
profile-too-long = Defnyddiwch { $maximum } nod neu lai
profile-too-many-specialties = Enwch { $maximum } arbenigedd neu lai

## Refusals: application

toolkit-missing = Dewiswch sut mae'r practis yn sefyll yn y pecyn cymorth
people-missing = Ychwanegwch o leiaf un person sydd angen cyfrif NHSmail
people-too-many = Ychwanegwch { $most } o bobl neu lai. Gall perchennog y blwch post a rennir ofyn am ragor o gyfrifon yn nes ymlaen
has-account-missing = Dewiswch a oes gan y person hwn gyfrif NHSmail eisoes
has-account = Tynnwch y person hwn: nid oes angen ail gyfrif NHSmail ar neb. Gall perchennog y blwch post a rennir roi mynediad iddo unwaith y bydd wedi'i greu
applicant-has-account = Gofynnwch i gydweithiwr nad oes ganddo gyfrif NHSmail wneud cais, fel na chaiff neb ail un
mobile-repeated = Rhowch rif ffôn symudol gwahanol i bob person, fel y caiff pob un ei gyfrinair dros dro ei hun
email-repeated = Rhowch gyfeiriad e-bost personol gwahanol i bob person, fel y caiff pob un ei enw defnyddiwr ei hun
owner-needs-mobile = Rhowch rif ffôn symudol sy'n cyrraedd y person hwn, gan mai perchennog y blwch post a rennir y mae'r ddesg gymorth yn ei ffonio'n gyntaf
owner-missing = Dewiswch o leiaf un person i fod yn berchen ar y blwch post a rennir
sponsored-missing = Dewiswch a oes gan y practis flwch post a rennir wedi'i noddi gan sefydliad arall
mailbox-name-of-sponsored = Rhowch enw gwahanol i'r blwch post a rennir newydd, gan na ellir newid yr un sydd gennych
organisation-name-missing = Rhowch enw'r sefydliad
organisation-name-characters = Ni chaiff yr enw gynnwys nodau rheoli na nodau nad ydynt yn bod
organisation-name-too-long = Rhaid i'r enw fod yn { $maximum } nod neu lai
mobile-not-accepted = Ni allwn ddefnyddio'r rhif ffôn symudol hwn. Rhowch un arall sy'n eiddo i'r person hwn yn unig, neu cysylltwch â { -helpdesk-email }
person-not-accepted = Ni allwn gymryd cais ar gyfer y person hwn gyda'r manylion hyn. Nid oes angen cyfrif arall ar neb sydd â chyfrif NHSmail eisoes: gall perchennog y blwch post a rennir roi mynediad iddo. Fel arall cysylltwch â { -helpdesk-email }
applicant-not-accepted = Ni allwn gymryd cais gan y person hwn gyda'r manylion hyn. Rhaid i unrhyw un sydd â chyfrif NHSmail eisoes ofyn i gydweithiwr sydd heb un wneud cais. Fel arall cysylltwch â { -helpdesk-email }
application-helpdesk-only = Dim ond y ddesg gymorth a all wneud hyn. Cysylltwch â { -helpdesk-email }
application-clock-only = Dim ond y gwasanaeth ei hun sy'n gwneud hyn, pan ddaw'r amser. Edrychwch ar y cais eto yn nes ymlaen
application-link-wrong = Agorwch y cais eto gyda'r ddolen a roddwyd i chi
application-not-submitted = Nid yw'r cais hwn wedi'i gyflwyno. Arhoswch nes i'r practis ei gyflwyno, yna edrychwch arno eto
application-submitted = Mae'r cais hwn wedi'i gyflwyno ac yn aros am y ddesg gymorth. Os oes rhaid newid rhywbeth, cysylltwch â { -helpdesk-email }
application-question-open = Mae'r ddesg gymorth wedi gofyn cwestiwn. Atebwch ef yn gyntaf i barhau
application-final = Mae'r cais hwn wedi'i gau. Dechreuwch un newydd os oes angen cyfrifon arnoch o hyd
application-too-large = Ychwanegwch { $people } o bobl neu lai, a rhowch { $characters } nod neu lai ym mhob blwch
application-people = Ni allwn gymryd y cais gyda'r manylion hyn. Newidiwch yr hyn sydd wedi'i farcio a'i gyflwyno eto
likenesses-unseen = Efallai fod gan rywun ar y ffurflen hon gyfrif eisoes, neu ei fod wedi gofyn am un. Edrychwch ar bwy y gallai fod cyn i chi greu un arall
application-people-mismatch = Nid yw pobl a chyfrifon y penderfyniad hwn yn cyfateb i rai'r cais. Agorwch ef eto a phenderfynwch o'r newydd
join-owner-only = Gofynnwch i berchennog blwch post a rennir y practis ofyn am y cyfrif hwn
join-helpdesk-only = Dim ond y ddesg gymorth a all greu cyfrifon. Gofynnwch am y cyfrif, a bydd y ddesg gymorth yn ei greu
join-final = Mae'r cais hwn eisoes wedi'i benderfynu. Edrychwch arno eto, a gwnewch un newydd os oes angen y cyfrif arnoch o hyd
join-newcomer = Ni allwn gymryd y cais gyda'r manylion hyn. Newidiwch yr hyn sydd wedi'i farcio a'i anfon eto
username-letters = Dewiswch enw defnyddiwr: mae gan yr enw hwn lythrennau na ellir eu hysgrifennu ag a i z
username-exhausted = Dewiswch enw defnyddiwr: mae pob rhif ar gyfer yr enw hwn wedi'i gymryd
username-taken = Dewiswch enw defnyddiwr arall: mae hwn wedi'i gymryd neu wedi'i ddileu'n rhy ddiweddar

## Refusals: form

username-missing = Rhowch eich enw defnyddiwr
username-other-domain = Rhowch enw defnyddiwr sy'n gorffen gyda @{ $domain }, neu gadewch y diwedd allan
username-characters = Dim ond llythrennau a i z, rhifau, dotiau, cysylltnodau, tanlinellau a chollnodau a gaiff fod mewn enw defnyddiwr
username-too-long = Rhaid i'r enw defnyddiwr fod yn { $maximum } nod neu lai
password-missing = Rhowch eich cyfrinair
password-unpaired-surrogate = Mae hanner nod yn y cyfrinair. Teipiwch ef eto yn hytrach na'i ludo
current-password-missing = Rhowch eich cyfrinair presennol
new-password-missing = Rhowch gyfrinair newydd
password-too-short = Rhaid i'r cyfrinair fod yn { $least } nod neu fwy
password-too-long = Rhaid i'r cyfrinair fod yn { $most } nod neu lai
password-too-few-classes-all = Rhaid i'r cyfrinair gynnwys priflythyren, llythyren fach, rhif a symbol
password-too-few-classes = Rhaid i'r cyfrinair gynnwys o leiaf { $least } o'r rhain: priflythyren, llythyren fach, rhif, symbol
password-contains-username = Ni chaiff y cyfrinair gynnwys eich enw defnyddiwr
password-contains-name = Ni chaiff y cyfrinair gynnwys eich enw cyntaf na'ch cyfenw
password-common = Ni chaiff y cyfrinair fod yn un y mae llawer o bobl yn ei ddefnyddio
password-characters = Ni chaiff y cyfrinair gynnwys nodau rheoli na nodau nad ydynt yn bod
security-question-unknown = Dewiswch gwestiwn diogelwch
security-question-repeated = Dewiswch gwestiwn diogelwch gwahanol bob tro
security-question-count-none = Ni ddefnyddir cwestiynau diogelwch yma
security-question-count = Atebwch { $count } o gwestiynau diogelwch
security-answer-missing = Rhowch ateb
security-answer-too-short = Rhaid i'r ateb fod yn { $least } nod neu fwy
security-answer-too-long = Rhaid i'r ateb fod yn { $most } nod neu lai
security-answer-characters = Ni chaiff yr ateb gynnwys nodau rheoli
mobile-missing = Rhowch rif ffôn symudol
mobile-characters = Rhowch un rhif ffôn symudol, heb estyniad, fel 07700 900123
mobile-not-uk = Rhowch rif ffôn symudol yn y DU, fel 07700 900123
mobile-length = Rhowch rif ffôn symudol ag 11 digid, fel 07700 900123
mobile-personal-number = Rhowch rif ffôn symudol. Nid rhifau ffôn symudol yw rhifau sy'n dechrau gyda 070
mobile-pager = Rhowch rif ffôn symudol. Ar gyfer galwyr y mae rhifau sy'n dechrau gyda 076
mobile-not-mobile = Rhowch rif ffôn symudol sy'n dechrau gyda 07, fel 07700 900123
terms-not-accepted = Dewiswch i dderbyn y polisi defnydd derbyniol

## Refusals: help

enquiry-mailbox-missing = Rhowch enw'r blwch post a rennir
enquiry-mailbox-characters = Ni chaiff enw'r blwch post a rennir gynnwys nodau rheoli
enquiry-mailbox-too-long = Rhaid i enw'r blwch post a rennir fod yn { $maximum } nod neu lai
case-not-helpdesk = Dim ond y ddesg gymorth a all weithio ar hyn. Gofynnwch i'r tîm gweinyddu deintyddion: { -helpdesk-email }
case-not-assigned = Nid oes neb wedi cymryd yr achos hwn eto. Edrychwch arno eto a'i gymryd yn gyntaf
case-other-agent = Mae'r achos hwn gan asiant arall. Edrychwch arno eto, a'i gymryd drosodd os cytunwch ar hynny
case-not-answered = Nid oes neb wedi ateb yr achos hwn eto. Edrychwch arno eto a'i ateb yn gyntaf
case-answered = Mae'r achos hwn eisoes wedi'i ateb. Edrychwch arno eto, a'i ailagor os oes mwy i'w wneud
case-closed = Mae'r achos hwn wedi'i gau. Edrychwch arno eto, a'i ailagor os oes mwy i'w wneud

## Refusals: mailbox

mailbox-missing = Rhowch enw'r blwch post a rennir
mailbox-other-domain = Rhowch flwch post a rennir sy'n gorffen gyda @{ $domain }, neu gadewch y diwedd allan
mailbox-characters = Dim ond llythrennau a i z a rhifau, gyda dotiau, cysylltnodau neu danlinellau sengl rhyngddynt, a gaiff fod yn enw'r blwch post a rennir
mailbox-too-long = Rhaid i enw'r blwch post a rennir fod yn { $maximum } nod neu lai
mailbox-not-allowed = Dim ond perchennog y blwch post a rennir hwn a all wneud hyn. Gofynnwch i berchennog, neu e-bostiwch { -helpdesk-email }
mailbox-no-access = Nid oes gennych fynediad i'r blwch post a rennir hwn. Gofynnwch i un o'i berchnogion roi mynediad i chi
mailbox-no-account = O gyfrif personol y caiff blwch post a rennir ei agor. Gwiriwch yr enw defnyddiwr. I ofyn am gyfrif i rywun newydd, e-bostiwch { -helpdesk-email }
mailbox-still-owner = Mae gan berchennog fynediad i'r blwch post a rennir bob amser. I ddod â hynny i ben, rhaid i'r perchennog yn gyntaf drosglwyddo'r blwch post neu roi'r gorau i fod yn berchennog
mailbox-not-owner = Dim ond perchennog a all drosglwyddo'r blwch post a rennir. Gwiriwch pwy sy'n berchen arno a dewiswch un o'i berchnogion
mailbox-owner-not-activated = Rhaid i'r perchennog newydd actifadu ei gyfrif yn gyntaf. Gofynnwch iddo fewngofnodi gyda'i gyfrinair dros dro, yna rhowch gynnig arall arni
mailbox-owner-leaving = Mae'r person hwn wedi'i nodi fel un sy'n gadael, felly ni all ddod yn berchennog. Dewiswch rywun sy'n aros
mailbox-owner-disabled = Mae cyfrif y person hwn wedi'i analluogi am y tro, felly ni all ddod yn berchennog. Dewiswch rywun arall, neu e-bostiwch { -helpdesk-email }
mailbox-owner-unreachable = Mae angen rhif ffôn symudol sy'n ei gyrraedd ar berchennog, gan fod y ddesg gymorth yn cysylltu â pherchnogion yn gyntaf. Gofynnwch iddo ychwanegu ei rif ffôn symudol, yna rhowch gynnig arall arni
mailbox-no-owner-stays = Mae'r perchnogion eraill yn gadael, neu nid yw eu cyfrifon ar agor. Trosglwyddwch y blwch post a rennir neu ychwanegwch berchennog arall yn gyntaf
mailbox-only-owner = Byddai hyn yn gadael y blwch post a rennir heb berchennog. Trosglwyddwch ef neu ychwanegwch berchennog arall yn gyntaf

## Refusals: note

note-missing = Rhowch yr hyn yr hoffech ei ddweud
note-characters = Ni chaiff y testun gynnwys nodau rheoli na nodau nad ydynt yn bod
note-too-long = Rhaid i'r testun fod yn { $maximum } nod neu lai

## Refusals: person

name-missing = Rhowch enw
name-characters = Dim ond llythrennau, bylchau, cysylltnodau, collnodau ac atalnodau llawn a gaiff fod mewn enw
name-too-long = Rhaid i'r enw fod yn { $maximum } nod neu lai
email-missing = Rhowch gyfeiriad e-bost personol
email-format = Rhowch gyfeiriad e-bost yn y fformat cywir, fel name@example.com
email-too-long = Rhaid i'r cyfeiriad e-bost fod yn { $maximum } nod neu lai
email-own-domain = Rhowch gyfeiriad e-bost personol nad yw'n gorffen gyda @{ $domain }, er mwyn i chi allu ei ddarllen cyn i chi fewngofnodi gyntaf
ods-code-missing = Rhowch y cod ODS
ods-code-format = Rhowch y cod ODS, llythrennau a rhifau fel V12345

## Refusals: recovery

code-missing = Rhowch y cod o'r neges destun
code-format = Rhowch { $digits } digid y cod o'r neges destun
code-wrong = Mae'r cod yn anghywir. Gwiriwch y neges destun a rhowch gynnig arall arni
code-spent = Nid yw'r cod yn gweithio mwyach. Gofynnwch am un newydd i ailosod eich cyfrinair
answers-wrong = Mae'r atebion yn anghywir. Gwiriwch bob un a rhowch gynnig arall arni
answers-spent = Bu'r atebion yn anghywir yn rhy aml. Defnyddiwch god drwy neges destun, neu gofynnwch i berchennog eich blwch post a rennir dystio drosoch
passkey-wrong = Nid ar gyfer y cyfrif hwn y mae'r allwedd fynediad hon. Defnyddiwch un arall, neu ailosodwch eich cyfrinair â chod drwy neges destun
recovery-not-offered = Ni ddefnyddir y ffordd hon o fynd yn ôl i mewn yma. Ailosodwch eich cyfrinair â chod drwy neges destun
recovery-not-proved = Dangoswch pwy ydych yn gyntaf, yn un o'r ffyrdd a gynigir, i ailosod eich cyfrinair
recovery-over = Mae eich cyfrinair newydd wedi'i osod. Mewngofnodwch ag ef

## Refusals: vouching

identity-not-checked = Dewiswch i gadarnhau eich bod wedi gwirio wyneb yn wyneb pwy ydyw
mobile-not-checked = Dewiswch i gadarnhau eich bod wedi gwirio mai ei rif ei hun yw'r rhif ffôn symudol
vouching-not-allowed = Dim ond un o'r bobl dan sylw a all wneud hyn. Gofynnwch i berchennog eich blwch post a rennir, neu ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }
vouching-for-themselves = Ni allwch gadarnhau pwy ydych chi eich hun. Gofynnwch i berchennog arall y blwch post a rennir, neu ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }
vouching-not-of-their-mailbox = Dim ond i rywun sydd â mynediad i flwch post a rennir yr ydych yn berchen arno y gallwch wneud hyn. Gwiriwch yr enw defnyddiwr
vouching-owner-closed = Nid yw cyfrif y perchennog sy'n tystio ar agor. Tynnwch y cais hwn yn ôl a gofynnwch i berchennog arall y blwch post a rennir, neu ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }
vouching-agent-is-party = Chi yw'r perchennog neu'r aelod yn yr achos hwn, felly rhaid i asiant arall y ddesg gymorth ddelio ag ef. Trosglwyddwch ef i gydweithiwr
vouching-never-activated = Nid yw'r cyfrif hwn wedi'i actifadu eto, felly dim ond cyfrinair dros dro newydd sydd ei angen. Gofynnwch am un gan { -helpdesk-email }
vouching-disabled = Mae'r cyfrif hwn wedi'i analluogi am y tro. I'w alluogi eto, e-bostiwch { -helpdesk-email }
mobile-not-usable = Ni ellir defnyddio'r rhif ffôn symudol hwn yma. Rhowch rif arall, neu ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }
vouching-already-open = Mae perchennog eisoes wedi gofyn ar ran y person hwn. Bydd y ddesg gymorth yn cysylltu â'r perchennog hwnnw. Os yw'n cymryd yn rhy hir, ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }
vouching-not-confirmed = Cadarnhewch hyn gyda'r perchennog yn gyntaf, yna rhowch y cyfrinair dros dro
vouching-other-agent = Cadarnhaodd asiant arall hyn gyda'r perchennog. Gofynnwch i'r asiant hwnnw roi'r cyfrinair dros dro, neu cadarnhewch ef gyda'r perchennog eto eich hun
vouching-already-issued = Mae cyfrinair dros dro eisoes wedi'i roi. Os na chyrhaeddodd, tynnwch y cais hwn yn ôl a gofynnwch i'r perchennog ddechrau eto
vouching-not-issued = Nid oes cyfrinair dros dro wedi'i roi eto. Arhoswch am y neges destun, neu gofynnwch i berchennog eich blwch post a rennir
vouching-settled = Mae'r aelod wedi dewis cyfrinair newydd ers i'r perchennog ofyn, felly nid oes angen cyfrinair dros dro. Os nad yr aelod oedd hynny, gofynnwch i berchennog y blwch post a rennir ddechrau eto
vouching-lapsed = Mae'r cais hwn wedi dod i ben. Gofynnwch i berchennog y blwch post a rennir ddechrau eto
vouching-used = Mae'r cyfrinair dros dro eisoes wedi'i ddefnyddio. Os nad yr aelod oedd hynny, ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }
vouching-withdrawn = Mae'r cais hwn wedi'i dynnu'n ôl. Os oes ei angen o hyd, gofynnwch i berchennog y blwch post a rennir ddechrau eto

## Answers of the server

request-key-unfit = Mae gan allwedd cais rhwng 16 a 64 nod ASCII gweladwy
request-key-reused = Defnyddiwyd yr allwedd hon ar gyfer cais arall
body-too-large = Mae'r cais yn rhy fawr
body-incomplete = Torrodd y cais i ffwrdd
unsupported-media-type = Anfonwch application/json
body-not-utf-8 = Nid yw'r corff yn UTF-8
body-not-json = Nid yw'r corff yn JSON
body-goes-on = Mae'r corff yn parhau ar ôl ei JSON
missing-field = Mae'r maes hwn ar goll
unknown-field = Nid oes maes o'r fath
duplicate-field = Rhoddir y maes hwn ddwywaith
wrong-type = Mae gan y maes hwn werth o'r math anghywir
schema-not-current = Nid sgema'r rhaglen hon sydd gan y gronfa ddata
unknown-host = Dim ond i 127.0.0.1 a localhost y mae'r demo hwn yn ateb
cross-site-request = Daeth y cais hwn o wefan arall
invalid-form = Mae problem gyda'r hyn a roesoch
not-found = Nid oes dim yn y cyfeiriad hwn
method-not-allowed = Nid oes gan y cyfeiriad hwn ddull o'r fath
not-signed-in = Mewngofnodwch i barhau
another-account = Mae rhywun arall wedi mewngofnodi yn y porwr hwn. Ni newidiwyd dim
try-again-later = Mae'r gwasanaeth yn brysur. Ni newidiwyd dim. Rhowch gynnig arall arni mewn eiliad
client-not-built = Nid yw'r cleient wedi'i adeiladu: rhedwch `make run`
internal = Mae'n ddrwg gennym, mae problem gyda'r gwasanaeth. Rhowch gynnig arall arni yn nes ymlaen
search-unreadable = Ni ellir darllen y chwiliad
search-too-long = Chwiliwch am { $maximum } nod neu lai
cursor-unknown = Nid un o'r gwasanaeth hwn yw'r cyrchwr
demo-one-recipient = Rhowch `to` unwaith
demo-duration = Rhowch gyfnod fel P75D, o 20 mlynedd ar y mwyaf

## Pages

error-prefix = Gwall:{ " " }
service-description = Mewngofnodi am y tro cyntaf, cadw eich cyfrinair yn gyfredol a phenderfynu a yw eich rhif ffôn symudol yn y cyfeiriadur.

## Pages: around each of them

skip-link = Neidio i'r prif gynnwys
language-switch = Iaith
menu = Cyfrif
sign-out = Allgofnodi
service-tagline = Enamel: cyfrifon ar gyfer practisau deintyddol
client-missing = Nid oedd modd llwytho rhan o'r dudalen hon. Gallwch ei defnyddio yr un fath, neu gwiriwch eich cysylltiad a { $link }. Os na fydd hynny'n helpu, rhowch gynnig ar borwr mwy diweddar.
client-missing-link = llwythwch hi eto

## Pages: waiting, and what went wrong

loading = Wrthi'n llwytho'r dudalen hon…
sending = Wrthi'n anfon
waiting-for-line = Aros am y cysylltiad, i'w anfon ar ei ben ei hun
stop-waiting = Peidio ag aros
stopped-waiting = Rydych wedi peidio ag aros, felly efallai ei fod wedi'i wneud neu beidio. Os anfonwch yr un peth eto, unwaith yn unig y caiff ei wneud
try-again = Rhowch gynnig arall arni
error-summary-title = Mae problem
unavailable-title = Mae'n ddrwg gennym, ni ellir dangos y dudalen hon
page-missing = Nid oedd modd ei llwytho. Gwiriwch eich cysylltiad a rhowch gynnig arall arni. Os na fydd hynny'n helpu, efallai bod fersiwn mwy diweddar: ail-lwythwch y dudalen
server-unreachable = Ni ellir cyrraedd y gweinydd. Gwiriwch eich cysylltiad a rhowch gynnig arall arni
not-sent = Ni ellir cyrraedd y gweinydd. Ni chollwyd unrhyw beth a nodwyd gennych: caiff ei anfon ar ei ben ei hun pan fydd y cysylltiad yn ôl, tra bydd y dudalen hon ar agor
offline = Nid oes cysylltiad ag Enamel. Gwiriwch eich bod ar-lein a rhowch gynnig arall arni. Os yw'n fater brys, ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }
not-found-title = Heb ddod o hyd i'r dudalen
not-found-advice = Os gwnaethoch deipio'r cyfeiriad gwe, gwiriwch ei fod yn gywir. Os gwnaethoch ei ludo, gwiriwch eich bod wedi copïo'r cyfeiriad cyfan.
not-found-link = Ewch i dudalen gyntaf Enamel

## Pages: passwords as they are typed

show-password-word = Dangos
show-password = Dangos cyfrinair
hide-password-word = Cuddio
hide-password = Cuddio cyfrinair
password-is-shown = Mae eich cyfrinair i'w weld
password-is-hidden = Mae eich cyfrinair wedi'i guddio
new-password = Cyfrinair newydd
new-password-rules = Eich cyfrinair newydd:
rule-met = Wedi'i wneud:{ " " }
rule-open = Ddim eto:{ " " }

## Pages: signing in

sign-in = Mewngofnodi
username = Enw defnyddiwr
username-hint = Er enghraifft, jane.smith
password-or-temporary = Cyfrinair neu gyfrinair dros dro
forgotten-password = Wedi anghofio eich cyfrinair? Ffoniwch y ddesg gymorth genedlaethol ar { -helpdesk-telephone }.

## Pages: what a page says first

news-signed-out = Rydych wedi allgofnodi.
news-session-ended = Rydych wedi cael eich allgofnodi. Mewngofnodwch eto i barhau.
news-cookies-needed = Ni chadwodd eich porwr chi wedi mewngofnodi. Caniatewch gwcis ar gyfer y safle hwn, yna mewngofnodwch eto.
news-maybe-signed-in = Ni ellir cyrraedd y gweinydd, felly mae'n bosibl eich bod wedi mewngofnodi o hyd. Caewch eich porwr i fod yn siŵr.
news-another-account = Mae rhywun arall wedi mewngofnodi yn y porwr hwn. Cyfrif y person hwnnw yw hwn. Ni newidiwyd dim.
news-activated = Mae eich cyfrif yn weithredol.
news-password-changed = Mae eich cyfrinair wedi'i newid.

## Pages: activation

activate-title = Actifadu eich cyfrif
activate-intro = Rydych yn mewngofnodi i { $address } am y tro cyntaf. Ni chaiff dim ei gadw nes i chi gwblhau'r dudalen hon.
choose-password = Dewiswch gyfrinair
use-policy = Polisi defnydd derbyniol
use-policy-share = Eich cyfrif chi yn unig yw hwn: peidiwch byth â rhannu eich cyfrinair.
use-policy-work = Defnyddiwch y cyfrif ar gyfer eich gwaith, a pheidiwch ag anfon manylion cleifion ond at y rhai y mae arnynt eu hangen.
use-policy-report = Rhowch wybod ar unwaith am unrhyw beth amheus, ac am unrhyw beth a anfonwyd at y person anghywir.
accept-use-policy = Rwy'n derbyn y polisi defnydd derbyniol
choose-questions = Dewiswch eich cwestiynau diogelwch
questions-advice = Dewiswch gwestiynau nad oes neb ond chi yn gwybod yr atebion iddynt. Nid yw priflythrennau na bylchau ar y dechrau neu'r diwedd yn gwneud gwahaniaeth.
question-number = Cwestiwn { $number }
question = Cwestiwn
select-question = Dewiswch gwestiwn
answer = Ateb
your-mobile = Eich rhif ffôn symudol
activate-mobile = Y rhif sydd gennym yw { $mobile }. Anfonir negeseuon atgoffa iddo, p'un a yw'r cyfeiriadur yn ei ddangos ai peidio.
should-show-mobile = A ddylai'r cyfeiriadur ddangos eich rhif ffôn symudol?
should-show-mobile-yes = Dylai, caiff cydweithwyr ei weld
should-show-mobile-no = Na ddylai, cuddiwch ef

## Pages: the account

your-account = Eich cyfrif
name = Enw
email = E-bost
status = Statws
status-never-activated = Heb ei actifadu
status-temporary-password-expired = Cyfrinair dros dro wedi dod i ben
status-active = Gweithredol
status-inactive = Anweithredol
status-disabled = Ar gau am y tro
status-deleted = Wedi'i ddileu
password-set = Cyfrinair wedi'i osod
password-due = Dyddiad dod i ben eich cyfrinair: { $date } – { $left }
days-left = { $days ->
    [one] 1 diwrnod ar ôl
    [two] 2{ "\u00a0" }ddiwrnod{ "\u00a0" }ar{ "\u00a0" }ôl
   *[other] { $days }{ "\u00a0" }diwrnod{ "\u00a0" }ar{ "\u00a0" }ôl
}
mobile-listed = { $mobile }. Mae'r cyfeiriadur yn ei ddangos. Anfonir negeseuon atgoffa iddo beth bynnag.
mobile-unlisted = { $mobile }. Nid yw'r cyfeiriadur yn ei ddangos. Anfonir negeseuon atgoffa iddo beth bynnag.
mobile-is-listed = Mae'r cyfeiriadur yn dangos eich rhif ffôn symudol
mobile-is-unlisted = Nid yw'r cyfeiriadur yn dangos eich rhif ffôn symudol
hide-mobile = Cuddio fy rhif ffôn symudol
show-mobile = Dangos fy rhif ffôn symudol
deadlines-title = Beth sy'n digwydd nesaf
today = Heddiw
no-deadlines = Nid oes unrhyw ddyddiadau ar y gweill.
add-to-calendar = Ychwanegu'r dyddiadau hyn at eich calendr

## Pages: changing the password

change-password-title = Newid eich cyfrinair
change-password-effect = Bydd ei newid yn eich allgofnodi ym mhobman arall.
current-password = Cyfrinair presennol
change-password = Newid cyfrinair
back-to-account = Yn ôl i'ch cyfrif
password-expired-title = Mae eich cyfrinair wedi dod i ben
password-expired-after = Mae cyfrinair yn gweithio am { $period }. Dewiswch un newydd, a bydd popeth ar agor i chi eto.
password-expired-advice = Dewiswch un newydd, a bydd popeth ar agor i chi eto.
password-expired-account = Eich cyfrif: { $address }

## Pages: the directory

directory = Cyfeiriadur
search = Chwilio
searching = Wrthi'n chwilio…
nobody-found = Ni chafwyd hyd i neb
people-found = Cafwyd hyd i bobl
nobody-named-so = Nid oes gan neb enw fel hwn.
show-more = Dangos mwy
