"""What the summary of a batch says about an earlier round, in every format, and the program at the end of such a run."""

MESSAGES = {
    "earlier": {"en": "Earlier round", "ms": "Pusingan lalu"},
    "now": {"en": "This round", "ms": "Pusingan ini"},
    "change": {"en": "Change", "ms": "Perubahan"},
    # Parts
    "rounds": {"en": "Both rounds", "ms": "Kedua-dua pusingan"},
    "levels": {"en": "Both rounds, by level", "ms": "Kedua-dua pusingan, mengikut tahap"},
    "changes": {"en": "What became of each {system}", "ms": "Perubahan setiap {system}"},
    "new": {"en": "New {systems}", "ms": "{Systems} baharu"},
    "gone": {"en": "{Systems} that are gone", "ms": "{Systems} yang tiada lagi"},
    "level_up": {"en": "Level higher than before", "ms": "Tahap lebih tinggi daripada pusingan lalu"},
    "level_down": {"en": "Level lower than before", "ms": "Tahap lebih rendah daripada pusingan lalu"},
    "level_other": {"en": "Another kind of level than before", "ms": "Jenis tahap berlainan daripada pusingan lalu"},
    "verdict": {"en": "Verdict changed", "ms": "Rumusan berubah"},
    "findings": {"en": "Findings opened and closed", "ms": "Penemuan baharu dan yang ditutup"},
    "opened_most": {"en": "Findings opened most often", "ms": "Penemuan baharu yang paling kerap"},
    "closed_most": {"en": "Findings closed most often", "ms": "Penemuan yang paling kerap ditutup"},
    "principles": {"en": "Principles in both rounds", "ms": "Prinsip dalam kedua-dua pusingan"},
    "agencies": {"en": "Principles by agency in both rounds", "ms": "Prinsip mengikut agensi dalam kedua-dua pusingan"},
    # Columns and rows
    "measure": {"en": "Figure", "ms": "Angka"},
    "findings_of": {"en": "Open findings: {severity}", "ms": "Penemuan yang terbuka: {severity}"},
    "week": {"en": "Hours saved a week", "ms": "Jam yang dijimatkan seminggu"},
    "in_both": {"en": "In both rounds", "ms": "Dalam kedua-dua pusingan"},
    "opened": {"en": "Opened", "ms": "Baharu"},
    "closed": {"en": "Closed", "ms": "Ditutup"},
    "points": {"en": "Change in points", "ms": "Perubahan (mata)"},
    "units_why": {
        "en": "“n” is how many {systems} report both figures.",
        "ms": "“n” ialah bilangan {systems} yang menyatakan kedua-dua angka.",
    },
    "measured_then": {"en": "Measured in, earlier", "ms": "Diukur dalam (lalu)"},
    "measured_now": {"en": "Measured in, now", "ms": "Diukur dalam (kini)"},
    "systems_then": {"en": "{Systems}, earlier", "ms": "{Systems} (lalu)"},
    "systems_now": {"en": "{Systems}, now", "ms": "{Systems} (kini)"},
    "percent_then": {"en": "Percent, earlier", "ms": "Peratus (lalu)"},
    "percent_now": {"en": "Percent, now", "ms": "Peratus (kini)"},
    "arrow": {"en": "{then} → {now}", "ms": "{then} → {now}"},
    "was": {"en": "was {percent}, {points}", "ms": "lalu {percent}, {points}"},
    "was_only": {"en": "– (was {percent})", "ms": "– (lalu {percent})"},
    "n_measured": {"en": "n {n}", "ms": "n {n}"},
    # Below a heading
    "compared": {
        "en": "Both rounds have {n} of the same {systems}: the same questionnaire, agency and name, or a revision of the earlier report.",
        "ms": "{n} {systems} yang sama terdapat dalam kedua-dua pusingan: soal selidik, agensi dan nama yang sama, atau semakan semula laporan yang lalu.",
    },
    "editions": {
        "en": "Levels, verdicts and findings may also differ because the questionnaire changed: {pairs}.",
        "ms": "Tahap, rumusan dan penemuan mungkin juga berbeza kerana soal selidik telah berubah: {pairs}.",
    },
    "edition_pair": {
        "en": "{then} then, {now} now ({systems}: {n})",
        "ms": "{then} pada pusingan lalu, {now} kini ({systems}: {n})",
    },
    "unnamed": {
        "en": "{Systems} without a name cannot be found again, so they are neither new nor gone: {then} earlier, {now} now.",
        "ms": "{Systems} tanpa nama tidak dapat dikenal pasti semula, maka tidak dikira sebagai baharu atau tiada lagi: {then} pada pusingan lalu, {now} kini.",
    },
    "repeated": {
        "en": "Of {systems} submitted more than once in a round, the newest assessment is compared. Older ones: {then} earlier, {now} now.",
        "ms": "Bagi {systems} yang dihantar lebih daripada sekali dalam satu pusingan, penilaian terbaharu dibandingkan. Penilaian yang lebih lama: {then} pada pusingan lalu, {now} kini.",
    },
    "refused": {
        "en": "A submission that is refused cannot be matched: {then} earlier, {now} now. Its {system} may be among those shown as new or gone.",
        "ms": "Penghantaran yang ditolak tidak dapat dikaitkan dengan mana-mana {system}: {then} pada pusingan lalu, {now} kini. Perkara yang dinilainya mungkin disenaraikan sebagai baharu atau tiada lagi.",
    },
    "only_critical": {
        "en": "The earlier table names only critical findings, so no others are compared.",
        "ms": "Jadual pusingan lalu menyebut penemuan kritikal sahaja, maka penemuan lain tidak dibandingkan.",
    },
    "findings_why": {
        "en": "In {systems} of both rounds: open now but not before, or open before but no longer.",
        "ms": "Dalam {systems} yang terdapat dalam kedua-dua pusingan: terbuka kini tetapi tidak pada pusingan lalu, atau terbuka pada pusingan lalu tetapi tidak lagi.",
    },
    "levels_why": {
        "en": "Verdicts: the number of {systems} in the earlier round → in this one.",
        "ms": "Rumusan: bilangan {systems} dalam pusingan lalu → dalam pusingan ini.",
    },
    "more_findings": {
        "en": "{listed} of {all} different findings are listed.",
        "ms": "{listed} daripada {all} penemuan yang berlainan disenaraikan.",
    },
    "higher_first": {"en": "Highest level first.", "ms": "Tahap tertinggi dahulu."},
    "worse_first": {"en": "Worst verdict first.", "ms": "Rumusan paling buruk dahulu."},
    "level_other_why": {
        "en": "The earlier level is not one of the present questionnaire, so neither is the higher.",
        "ms": "Tahap yang lalu tiada dalam soal selidik kini, maka tidak dapat dikatakan yang mana lebih tinggi.",
    },
    "principles_why": {
        "en": "Percentage of controls in place: the mean of the {systems} measured in each round, whether or not they are in both. Those whose use is prohibited are left out.",
        "ms": "Peratus kawalan yang dilaksanakan: purata bagi {systems} yang diukur dalam setiap pusingan, sama ada terdapat dalam kedua-duanya atau tidak. {Systems} dengan penggunaan yang dilarang tidak dikira.",
    },
    "agencies_why": {
        "en": "The mean now; in brackets that of the earlier round and the change in points, or “±0” if it is the same. “n” is how many {systems} it is measured in, if not all.",
        "ms": "Purata kini; dalam kurungan, purata pusingan lalu dan perubahan dalam mata, atau “±0” jika sama. “n” ialah bilangan {systems} yang diukur, jika bukan semua.",
    },
    # At the end of a run
    "done": {
        "en": "Compared with {file}: in both rounds {both}, new {new}, gone {gone}; level higher {level_up}, lower {level_down}; verdict changed {verdict}; findings opened {opened}, closed {closed}.",
        "ms": "Berbanding {file}: dalam kedua-dua pusingan {both}, baharu {new}, tiada lagi {gone}; tahap naik {level_up}, turun {level_down}; rumusan berubah {verdict}; penemuan baharu {opened}, ditutup {closed}.",
    },
}
