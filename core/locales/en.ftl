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
