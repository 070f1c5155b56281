"""What the summary of a batch says, in every format.

Every message may have the fields ``{system}``, ``{systems}``, ``{System}`` and ``{Systems}``: what the questionnaire assesses.
"""

MESSAGES = {
    # What is assessed, if the questionnaire does not say so
    "one_system": {"en": "system", "ms": "sistem"},
    "many_systems": {"en": "systems", "ms": "sistem"},
    "either": {"en": "{one} or {other}", "ms": "{one} atau {other}"},
    # The head
    "title": {"en": "Use of AI: portfolio summary", "ms": "Penggunaan AI: ringkasan portfolio"},
    "day": {"en": "As of", "ms": "Setakat"},
    "as_of": {"en": "As of {day}", "ms": "Setakat {day}"},
    "submissions": {"en": "Submissions", "ms": "Penghantaran"},
    "submissions_told": {
        "en": "{submissions} ({assessed} assessed, {refused} refused)",
        "ms": "{submissions} ({assessed} dinilai, {refused} ditolak)",
    },
    "submissions_superseded": {
        "en": "{submissions} ({assessed} assessed, {superseded} superseded, {refused} refused)",
        "ms": "{submissions} ({assessed} dinilai, {superseded} telah digantikan, {refused} ditolak)",
    },
    "submissions_duplicates": {
        "en": "{submissions} ({assessed} assessed, {superseded} superseded, {duplicates} duplicates, {refused} refused)",
        "ms": "{submissions} ({assessed} dinilai, {superseded} telah digantikan, {duplicates} pendua, {refused} ditolak)",
    },
    "nothing": {
        "en": "No submission could be scored, so there is nothing to count.",
        "ms": "Tiada penghantaran yang dapat dinilai, maka tiada apa-apa untuk dikira.",
    },
    # Parts
    "overview": {"en": "At a glance", "ms": "Sepintas lalu"},
    "stop": {"en": "{Systems} to stop", "ms": "{Systems} yang perlu dihentikan"},
    "levels": {"en": "By level and verdict", "ms": "Mengikut tahap dan rumusan"},
    "kinds": {"en": "By type of {system}", "ms": "Mengikut jenis {system}"},
    "agencies": {"en": "By agency", "ms": "Mengikut agensi"},
    "heat": {"en": "Principles by agency", "ms": "Prinsip mengikut agensi"},
    "critical": {"en": "Most common critical findings", "ms": "Penemuan kritikal yang paling kerap"},
    "reassessment": {"en": "Reassessment", "ms": "Penilaian semula"},
    "overdue_list": {"en": "Overdue for reassessment", "ms": "Penilaian semula yang lewat"},
    "ahead": {"en": "Completed after the date of this summary", "ms": "Selesai selepas tarikh ringkasan ini"},
    "at_work": {"en": "AI At Work: officers and hours", "ms": "AI At Work: pegawai dan jam"},
    "hold": {"en": "{Systems} on hold", "ms": "{Systems} yang ditangguhkan"},
    "superseded": {"en": "Superseded assessments", "ms": "Penilaian yang telah digantikan"},
    "duplicates": {"en": "Duplicates", "ms": "Penghantaran pendua"},
    "refused": {"en": "Refused submissions", "ms": "Penghantaran yang ditolak"},
    "notes": {"en": "How these figures are made", "ms": "Cara angka ini dikira"},
    # Columns and rows
    "kind": {"en": "Type of {system}", "ms": "Jenis {system}"},
    "system": {"en": "{System}", "ms": "{System}"},
    "systems": {"en": "{Systems}", "ms": "{Systems}"},
    "overdue": {"en": "Overdue", "ms": "Lewat"},
    "soon": {"en": "Due within {days} days", "ms": "Perlu dibuat dalam tempoh {days} hari"},
    "later": {"en": "Due later", "ms": "Perlu dibuat kemudian"},
    "no_date": {"en": "No date", "ms": "Tiada tarikh"},
    "days_overdue": {"en": "Days overdue", "ms": "Bilangan hari lewat"},
    "critical_findings": {"en": "Critical findings", "ms": "Penemuan kritikal"},
    "missing": {"en": "Missing or unsure", "ms": "Belum dijawab atau tidak pasti"},
    "all": {"en": "All", "ms": "Semua"},
    "others": {"en.one": "{n} other agency", "en": "{n} other agencies", "ms": "{n} agensi lain"},
    "others_more": {"en": "More than {n} other agencies", "ms": "Lebih daripada {n} agensi lain"},
    "not_told": {"en": "(not given)", "ms": "(tidak dinyatakan)"},
    "mean": {"en": "Mean", "ms": "Purata"},
    "lowest": {"en": "Lowest", "ms": "Terendah"},
    "measured": {"en": "Measured in", "ms": "Diukur dalam"},
    "cell_lowest": {"en": "min {lowest}", "ms": "terendah {lowest}"},
    "cell_measured": {"en": "n {n}", "ms": "n {n}"},
    "code": {"en": "First error", "ms": "Ralat pertama"},
    "told_by": {"en": "{Systems} that report it", "ms": "{Systems} yang menyatakan"},
    "median": {"en": "Median", "ms": "Median"},
    "total": {"en": "Total", "ms": "Jumlah"},
    "officers": {"en": "Officers who use a system", "ms": "Pegawai yang menggunakan sistem"},
    "trained": {"en": "Officers trained", "ms": "Pegawai yang telah dilatih"},
    "saving_time": {"en": "Officers who save time", "ms": "Pegawai yang menjimatkan masa"},
    "part": {"en": "{n} of {all} ({percent})", "ms": "{n} daripada {all} ({percent})"},
    "part_told": {
        "en": "{part}, as reported for {n} of the {systems}",
        "ms": "{part}, seperti yang dinyatakan bagi {n} daripada {systems} ini",
    },
    "part_short": {"en": "{part}, n {n}", "ms": "{part}, n {n}"},
    "ministry": {"en": "Ministry", "ms": "Kementerian"},
    "other_ministries": {"en": "Other ministries", "ms": "Kementerian lain"},
    "silent": {"en": "{Systems} without figures", "ms": "{Systems} tanpa angka"},
    "left_out": {
        "en": "{Systems} left out: impossible figures",
        "ms": "{Systems} yang tidak dikira: angka tidak munasabah",
    },
    "hours_a_week_short": {"en": "Hours saved a week", "ms": "Jam yang dijimatkan seminggu"},
    "week_cell": {"en": "{hours} (n {n})", "ms": "{hours} (n {n})"},
    "ministries_why": {
        "en": "Shares are of the officers of the {systems} that report both figures. “n” is how many {systems} report the hours.",
        "ms": "Peratus dikira daripada pegawai {systems} yang menyatakan kedua-dua angka. “n” ialah bilangan {systems} yang menyatakan jam.",
    },
    "figure_officers": {"en": "Officers", "ms": "Pegawai"},
    "figure_trained": {"en": "Trained", "ms": "Telah dilatih"},
    "figure_saving_time": {"en": "Save time", "ms": "Menjimatkan masa"},
    "figure_hours_saved": {"en": "Hours a week each", "ms": "Jam seminggu setiap pegawai"},
    "hours_per_officer": {
        "en": "Hours saved a week per officer",
        "ms": "Jam seminggu yang dijimatkan oleh setiap pegawai",
    },
    "hours_a_week": {"en": "Hours saved a week: officers × hours", "ms": "Jam yang dijimatkan seminggu: pegawai × jam"},
    # At a glance
    "assessed": {"en": "{Systems} assessed", "ms": "{Systems} dinilai"},
    "n_agencies": {"en": "Agencies", "ms": "Agensi"},
    "more_than": {"en": "more than {n}", "ms": "lebih daripada {n}"},
    "of_all": {"en": "{percent}% of all", "ms": "{percent}% daripada keseluruhan"},
    "n_of_all": {"en": "{n} ({percent}% of all)", "ms": "{n} ({percent}% daripada keseluruhan)"},
    "with_critical": {"en": "With an open critical finding", "ms": "Ada penemuan kritikal yang terbuka"},
    "not_complete": {"en": "Assessment not complete", "ms": "Penilaian belum lengkap"},
    "week_told": {
        "en": "{hours} hours a week, as reported for {n} of the {systems}",
        "ms": "{hours} jam seminggu, seperti yang dinyatakan bagi {n} daripada {systems} ini",
    },
    "hours_saved": {"en": "Hours saved", "ms": "Jam yang dijimatkan"},
    # Below a heading
    "none_stop": {"en": "No {system} has the verdict stop.", "ms": "Tiada {system} dengan rumusan Henti."},
    "none_hold": {"en": "No {system} has the verdict hold.", "ms": "Tiada {system} dengan rumusan Tangguh."},
    "none_overdue": {
        "en": "No {system} is overdue for reassessment.",
        "ms": "Tiada {system} yang lewat dinilai semula.",
    },
    "none_critical": {"en": "No critical finding is open.", "ms": "Tiada penemuan kritikal yang terbuka."},
    "none_at_work": {
        "en": "No {system} reports officers or hours.",
        "ms": "Tiada {system} yang menyatakan bilangan pegawai atau jam.",
    },
    "stop_why": {
        "en": "Prohibited, or not yet clear whether they are. Highest level first, then most critical findings.",
        "ms": "Dilarang, atau belum dapat dipastikan sama ada dilarang. Tahap tertinggi dahulu, kemudian yang paling banyak penemuan kritikal.",
    },
    "hold_why": {
        "en": "Not complete, or with a critical finding open. Most critical findings first, then highest level.",
        "ms": "Belum lengkap, atau ada penemuan kritikal yang terbuka. Yang paling banyak penemuan kritikal dahulu, kemudian tahap tertinggi.",
    },
    "overdue_why": {
        "en": "Longest overdue first, then highest level.",
        "ms": "Yang paling lama lewat dahulu, kemudian tahap tertinggi.",
    },
    "ahead_why": {
        "en": "Furthest ahead first. Check these dates: a completion date that is too late delays reassessment, and with --latest it keeps the wrong assessment.",
        "ms": "Tarikh yang paling jauh dahulu. Semak tarikh ini: tarikh selesai yang terlalu lewat melewatkan penilaian semula, dan dengan --latest penilaian yang salah dikekalkan.",
    },
    "listed": {"en": "{listed} of {all} are listed.", "ms": "{listed} daripada {all} disenaraikan."},
    "bar_verdicts": {
        "en": "The bar is as long as the number of {systems}; its parts are the verdicts, in the order of the columns.",
        "ms": "Panjang bar menunjukkan bilangan {systems}; bahagiannya ialah rumusan, mengikut susunan lajur.",
    },
    "bar_levels": {
        "en": "The bar is as long as the number of {systems}; its parts are the levels, in the order of the columns.",
        "ms": "Panjang bar menunjukkan bilangan {systems}; bahagiannya ialah tahap, mengikut susunan lajur.",
    },
    "most_systems_first": {"en": "Most {systems} first.", "ms": "Agensi dengan {systems} terbanyak dahulu."},
    "heat_why": {
        "en": "Percentage of controls in place: the mean of the agency's {systems}, with the lowest of them below. “n” is how many {systems} it is measured in, if not all.",
        "ms": "Peratus kawalan yang dilaksanakan: purata bagi {systems} agensi itu, dan di bawahnya nilai terendah. “n” ialah bilangan {systems} yang diukur, jika bukan semua.",
    },
    "heat_bounds": {
        "en": "The stronger the shade, the lower the mean: 80 and above, below 80, below 65, below 50.",
        "ms": "Semakin pekat warnanya, semakin rendah puratanya: 80 dan ke atas, bawah 80, bawah 65, bawah 50.",
    },
    "principles_why": {
        "en": "Percentage of controls in place: the mean of the {systems} in which it is measured. Those whose use is prohibited are left out.",
        "ms": "Peratus kawalan yang dilaksanakan: purata bagi {systems} yang diukur. {Systems} dengan penggunaan yang dilarang tidak dikira.",
    },
    "critical_why": {
        "en": "At least one is open in {n} of the {systems} ({percent}%). Findings of all severities: {counts}.",
        "ms": "Sekurang-kurangnya satu terbuka dalam {n} daripada {systems} ini ({percent}%). Penemuan bagi setiap keterukan: {counts}.",
    },
    "more_findings": {
        "en": "{listed} of {all} different critical findings are listed.",
        "ms": "{listed} daripada {all} penemuan kritikal yang berlainan disenaraikan.",
    },
    "at_work_why": {
        "en": "As reported by the agencies; not checked here.",
        "ms": "Seperti yang dinyatakan oleh agensi; tidak disemak di sini.",
    },
    "implausible": {
        "en": "{Systems} left out because their figures cannot be right (more than {officers} officers, more than {hours} hours a week each, fewer than 0, or more officers trained or saving time than there are): {n}. Ask those agencies.",
        "ms": "{Systems} yang tidak dikira kerana angkanya tidak munasabah (lebih daripada {officers} pegawai, lebih daripada {hours} jam seminggu bagi setiap pegawai, kurang daripada 0, atau bilangan yang dilatih atau menjimatkan masa melebihi bilangan pegawai): {n}. Sila semak dengan agensi berkenaan.",
    },
    "week_implausible": {
        "en": "The total of hours cannot be right: it is more than {officers} officers working {hours} hours a week each. Do not quote it.",
        "ms": "Jumlah jam ini tidak munasabah: jumlah ini melebihi jam yang ada pada {officers} pegawai dengan {hours} jam seminggu bagi setiap pegawai. Jangan petik angka ini.",
    },
    "median_rounded": {
        "en": "There are very many different numbers, so they were rounded to three digits to find the median.",
        "ms": "Terdapat terlalu banyak angka yang berlainan, maka median dikira daripada angka yang dibundarkan kepada tiga digit.",
    },
    "superseded_why": {
        "en": "Another submission revises these. They are not counted as {systems}, are never overdue and appear in no other figure.",
        "ms": "Penghantaran lain menyemak semula penilaian ini. Penilaian ini tidak dikira sebagai {systems}, tidak dikira sebagai lewat dan tidak termasuk dalam angka lain.",
    },
    "superseded_by": {
        "en": "Revised by another submission: {revised}. Older than another submission of the same agency and name: {newer}. They are not counted as {systems}, are never overdue and appear in no other figure.",
        "ms": "Disemak semula oleh penghantaran lain: {revised}. Lebih lama daripada penghantaran lain bagi agensi dan nama yang sama: {newer}. Penilaian ini tidak dikira sebagai {systems}, tidak dikira sebagai lewat dan tidak termasuk dalam angka lain.",
    },
    "duplicates_why": {
        "en": "These are the same as another submission of their {system}. They appear in no other figure.",
        "ms": "Penghantaran ini sama dengan penghantaran lain bagi {system} itu. Penghantaran ini tidak termasuk dalam angka lain.",
    },
    "refused_why": {
        "en": "They appear in no other figure. Their rows in the results, and the --errors file, say what is wrong with each.",
        "ms": "Penghantaran ini tidak termasuk dalam angka lain. Baris masing-masing dalam jadual hasil, dan fail --errors, menyatakan kesilapannya.",
    },
    # Notes
    "note_system": {
        "en": "Each submission that could be scored counts as one {system}; what is submitted twice counts twice.",
        "ms": "Setiap penghantaran yang dapat dinilai dikira sebagai satu {system}; {system} yang dihantar dua kali dikira dua kali.",
    },
    "note_latest": {
        "en": "Of each {system} only its latest submission counts: the one that no other revises, and the newest of those with the same agency and name.",
        "ms": "Bagi setiap {system}, hanya penghantaran terkini dikira: penghantaran yang tidak disemak semula oleh penghantaran lain, dan penghantaran terbaharu yang mempunyai agensi dan nama yang sama.",
    },
    "note_level": {
        "en": "An incomplete assessment counts at its present level; its answers may still change it.",
        "ms": "Penilaian yang belum lengkap dikira pada tahapnya kini; jawapannya masih boleh mengubah tahap itu.",
    },
    "note_rounding": {
        "en": "Percentages are rounded to one decimal, so they may not add up to 100. Counts add up.",
        "ms": "Peratusan dibundarkan kepada satu tempat perpuluhan, maka jumlahnya mungkin bukan tepat 100. Bilangan sentiasa sepadan.",
    },
    "note_agency": {
        "en": "Agency names that differ only in capital letters or spaces count as one agency, shown in the most common spelling.",
        "ms": "Nama agensi yang berbeza pada huruf besar atau ruang sahaja dikira sebagai satu agensi, dengan ejaan yang paling kerap digunakan.",
    },
    "note_many": {
        "en": "There are more than {most} agency names. That many are counted one by one, chosen by a fixed rule; all others are counted together ({systems}: {n}).",
        "ms": "Terdapat lebih daripada {most} nama agensi. Sebanyak itu dikira satu demi satu, dipilih mengikut peraturan tetap; yang lain dikira bersama ({systems}: {n}).",
    },
    "note_more": {
        "en": "Every agency's figures are in the JSON form of this summary.",
        "ms": "Angka setiap agensi terdapat dalam bentuk JSON ringkasan ini.",
    },
    "note_overdue": {
        "en": "Overdue: the {system} was due for reassessment before {day}. No date: the assessment has no completion date, or its level sets no time.",
        "ms": "Lewat: tarikh penilaian semula {system} ialah sebelum {day}. Tiada tarikh: penilaian itu tiada tarikh selesai, atau tahapnya tidak menetapkan tempoh.",
    },
    "note_made": {
        "en": "Questionnaire {id} {version} ({standing}), {digest}. Made by aiassess {tool}.",
        "ms": "Soal selidik {id} {version} ({standing}), {digest}. Dihasilkan oleh aiassess {tool}.",
    },
}
