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
