"""What `aiassess verify` says of a report."""

MESSAGES = {
    "reproduced": {
        "en": "{file}: reproduced ({level}; {digest})",
        "ms": "{file}: dihasilkan semula dengan tepat ({level}; {digest})",
    },
    "differs": {"en": "{file}: NOT reproduced. {why}", "ms": "{file}: TIDAK dapat dihasilkan semula. {why}"},
    # Why
    "why_not_given": {
        "en": "Its answers give exactly this report, but its digest is not one of those given: it is a different report.",
        "ms": "Jawapannya memang memberikan laporan ini, tetapi nilai semakannya (digest) bukan antara yang diminta: ini ialah laporan lain.",
    },
    "why_layout": {
        "en": "Every value is reproduced, but another program rewrote the file: the order of keys, spaces or the form of a number differs.",
        "ms": "Semua nilai dihasilkan semula, tetapi fail ini ditulis semula oleh program lain: susunan kunci, jarak atau bentuk nombor.",
    },
    "why_other_tool": {
        "en": "It was made by aiassess {made}; this is {here}. Everything else is reproduced.",
        "ms": "Laporan ini dihasilkan oleh aiassess {made}; yang ini {here}. Selebihnya dihasilkan semula dengan tepat.",
    },
    "why_other_tool_differs": {
        "en": "It was made by aiassess {made}; this is {here}, which gives a different result. Verify it with version {made} as well.",
        "ms": "Laporan ini dihasilkan oleh aiassess {made}; yang ini {here}, dan hasilnya berbeza. Sahkan juga dengan versi {made}.",
    },
    "why_edited": {
        "en": "It was changed after it was made. Its digest is still that of the original, so this is all that was changed:",
        "ms": "Laporan ini diubah selepas dihasilkan. Nilai semakannya (digest) masih nilai asal, maka inilah semua yang diubah:",
    },
    "why_edited_more": {
        "en": "It was changed after it was made: its digest does not match. What can be recalculated differs here; the rest may have been changed as well:",
        "ms": "Laporan ini diubah selepas dihasilkan: nilai semakannya (digest) tidak sepadan. Yang dapat dikira semula berbeza di sini; bahagian lain mungkin juga diubah:",
    },
    "why_edited_unscored": {
        "en": "It was changed after it was made: its digest does not match. Everything that can be recalculated is right, so the change is elsewhere: in a note, in evidence, in a text, number or date that was entered, in who assessed and when, or in the digest itself.",
        "ms": "Laporan ini diubah selepas dihasilkan: nilai semakannya (digest) tidak sepadan. Semua yang dapat dikira semula adalah betul, maka perubahan itu di tempat lain: catatan, bukti, teks, nombor atau tarikh yang diisi, penilai dan masanya, atau nilai semakan itu sendiri.",
    },
    "why_other_result": {
        "en": "Its digest matches, but its own answers give a different result: somebody changed it and recalculated the digest, or it was not made by aiassess:",
        "ms": "Nilai semakannya (digest) sepadan, tetapi jawapannya sendiri memberikan hasil lain: laporan ini diubah lalu nilai semakannya dikira semula, atau bukan dihasilkan oleh aiassess:",
    },
    "why_answers_not_valid": {
        "en": "The questionnaire {id} {version} does not accept the answers in it, so this is not what it gave:",
        "ms": "Soal selidik {id} {version} tidak menerima jawapan di dalamnya, maka ini bukan hasil soal selidik itu:",
    },
    "why_questionnaire_unknown": {
        "en": "It was made with the questionnaire “{id}” {version}, which is not available. Give its file with -q.",
        "ms": "Laporan ini dihasilkan dengan soal selidik “{id}” {version}, yang tidak tersedia. Berikan failnya dengan -q.",
    },
    "why_questionnaire_version": {
        "en": "It was made with {id} {version}; the one available is {at_hand}. Give the file of that edition with -q.",
        "ms": "Laporan ini dihasilkan dengan {id} {version}; yang tersedia ialah {at_hand}. Berikan fail edisi itu dengan -q.",
    },
    "why_questionnaire_digest": {
        "en": "It was made with a different {id} {version} from the one available: the version is the same, the content is not. Give the file of that edition with -q. Anyone who changes a questionnaire must give it a new version.",
        "ms": "Laporan ini dihasilkan dengan {id} {version} yang lain daripada yang tersedia: versinya sama, kandungannya tidak. Berikan fail edisi itu dengan -q. Sesiapa yang mengubah soal selidik mesti memberinya versi baharu.",
    },
    "digest_untrue": {
        "en": "It was also changed after it was made: its digest does not match.",
        "ms": "Laporan ini juga diubah selepas dihasilkan: nilai semakannya (digest) tidak sepadan.",
    },
    # What differs
    "value_was": {"en": "{place}: {found}; it was {expected}", "ms": "{place}: {found}; asalnya {expected}"},
    "value_gives": {
        "en": "{place}: {found}; its answers give {expected}",
        "ms": "{place}: {found}; jawapannya memberikan {expected}",
    },
    "value_told": {
        "en": "{place}: {found}; the rest of the report says {expected}",
        "ms": "{place}: {found}; selebihnya dalam laporan menunjukkan {expected}",
    },
    "missing": {"en": "{place}: missing; expected {expected}", "ms": "{place}: tiada; sepatutnya {expected}"},
    "extra": {"en": "{place}: does not belong here: {found}", "ms": "{place}: tidak sepatutnya ada: {found}"},
    "order": {
        "en": "{place}: different order, {found}; expected {expected}",
        "ms": "{place}: susunan lain, {found}; sepatutnya {expected}",
    },
    "summary": {
        "en": "Reports: {all}. Reproduced: {reproduced}. Not reproduced: {differing}. Could not be read: {unreadable}.",
        "ms": "Laporan: {all}. Dihasilkan semula: {reproduced}. Tidak dapat dihasilkan semula: {differing}. Tidak dapat dibaca: {unreadable}.",
    },
    "passed_over": {
        "en": "{folder}: other .json files, which are not reports: {n}",
        "ms": "{folder}: fail .json lain yang bukan laporan: {n}",
    },
}
