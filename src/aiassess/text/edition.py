"""What ``aiassess questionnaire diff`` says: what an edition changes, and what that does to saved answers."""

MESSAGES = {
    "title": {"en": "What changed: {old} {change} {new}", "ms": "Perubahan: {old} {change} {new}"},
    "n_changes": {"en.one": "1 change", "en": "{n} changes", "ms": "{n} perubahan"},
    "no_change": {"en": "Both editions mean the same.", "ms": "Kedua-dua edisi membawa maksud yang sama."},
    "enough": {
        "en": "Version {new} is enough: the {digit} number had to rise.",
        "ms": "Versi {new} memadai: nombor {digit} perlu dinaikkan.",
    },
    "needs_major": {
        "en": "First number: saved answers are refused",
        "ms": "Nombor pertama: jawapan yang disimpan ditolak",
    },
    "needs_minor": {
        "en": "Middle number: the same answers can come to something else",
        "ms": "Nombor tengah: jawapan yang sama boleh memberikan hasil yang lain",
    },
    "needs_patch": {
        "en": "Last number: no answer means or counts anything else",
        "ms": "Nombor akhir: maksud dan mata semua jawapan kekal",
    },
    # What changed
    "of_questionnaire": {"en": "Questionnaire", "ms": "Soal selidik"},
    "of_source": {"en": "Source", "ms": "Sumber"},
    "of_framework": {"en": "Framework", "ms": "Rangka kerja"},
    "of_principle": {"en": "Principle", "ms": "Prinsip"},
    "of_actor": {"en": "Actor", "ms": "Pihak bertanggungjawab"},
    "of_phase": {"en": "Phase", "ms": "Fasa"},
    "of_section": {"en": "Section", "ms": "Bahagian"},
    "of_question": {"en": "Question", "ms": "Soalan"},
    "of_option": {"en": "Option", "ms": "Pilihan"},
    "of_finding": {"en": "Finding", "ms": "Penemuan"},
    "of_rule": {"en": "Rule", "ms": "Peraturan"},
    "of_check": {"en": "Contradiction", "ms": "Percanggahan"},
    "of_level": {"en": "Level", "ms": "Tahap"},
    "way_added": {"en": "added", "ms": "ditambah"},
    "way_removed": {"en": "removed", "ms": "dibuang"},
    "way_renamed": {"en": "renamed", "ms": "ditukar nama"},
    "way_moved": {"en": "moved", "ms": "dipindahkan"},
    "way_reordered": {"en": "reordered", "ms": "disusun semula"},
    "way_changed": {"en": "changed", "ms": "diubah"},
    "in_question": {"en": "in question {question}", "ms": "dalam soalan {question}"},
    "in_questions": {"en": "in {n} questions", "ms": "dalam {n} soalan"},
    # Why
    "why_gone": {
        "en": "Saved answers that have it are refused.",
        "ms": "Jawapan yang disimpan dan mengandunginya ditolak.",
    },
    "why_renamed": {
        "en": "Saved answers have the old id and are refused.",
        "ms": "Jawapan yang disimpan masih menggunakan id lama, lalu ditolak.",
    },
    "why_type": {
        "en": "Saved answers are of the old type and are refused.",
        "ms": "Jawapan yang disimpan masih daripada jenis lama, lalu ditolak.",
    },
    "why_narrowed": {
        "en": "Saved answers that were accepted can be refused.",
        "ms": "Jawapan yang disimpan mungkin ditolak walaupun diterima sebelum ini.",
    },
    "why_required": {
        "en": "Saved answers without it are incomplete until it is answered.",
        "ms": "Jawapan yang disimpan tanpanya tidak lengkap sehingga soalan ini dijawab.",
    },
    "why_asked": {
        "en": "What is asked, or when, is different.",
        "ms": "Soalan yang ditanya, atau masa soalan itu ditanya, berbeza.",
    },
    "why_option": {
        "en": "It can raise the most that the question counts, and so lower the share of every other answer.",
        "ms": "Pilihan ini boleh menaikkan mata tertinggi soalan, lalu mengurangkan bahagian setiap jawapan lain.",
    },
    "why_counts": {
        "en": "The same answers can come to other points, another level, verdict, finding or obligation.",
        "ms": "Jawapan yang sama boleh menghasilkan mata, tahap, rumusan, penemuan atau kewajipan yang lain.",
    },
    "why_doubt": {
        "en": "So much of the text is different that it may no longer mean the same.",
        "ms": "Teksnya jauh berbeza sehingga maksudnya mungkin tidak lagi sama.",
    },
    "why_wording": {"en": "Only its wording is different.", "ms": "Hanya perkataannya yang berbeza."},
    "why_order": {"en": "Only its place is different.", "ms": "Hanya kedudukannya yang berbeza."},
    # What becomes of saved answers
    "n_submissions": {
        "en.one": "What becomes of 1 submission",
        "en": "What becomes of {n} submissions",
        "ms": "Kesan terhadap {n} penghantaran",
    },
    "submissions": {"en.one": "1 submission", "en": "{n} submissions", "ms": "{n} penghantaran"},
    "outcome_refused": {"en": "Refused", "ms": "Ditolak"},
    "outcome_level": {"en": "Another level", "ms": "Tahap lain"},
    "outcome_verdict": {"en": "Another verdict", "ms": "Rumusan lain"},
    "outcome_incomplete": {"en": "Incomplete now", "ms": "Kini tidak lengkap"},
    "outcome_new_since": {"en": "To be asked a new question", "ms": "Perlu ditanya soalan baharu"},
    "outcome_other": {
        "en": "Other figures, findings or obligations only",
        "ms": "Hanya angka, penemuan atau kewajipan lain",
    },
    "outcome_same": {"en": "The same", "ms": "Kekal sama"},
    "outcome_not_compared": {
        "en": "Not compared: the old edition does not take them",
        "ms": "Tidak dibandingkan: edisi lama tidak menerimanya",
    },
    "missing": {"en": "Missing: {questions}", "ms": "Belum dijawab: {questions}"},
    "new_since": {"en": "New since: {questions}", "ms": "Baharu sejak itu: {questions}"},
    "because": {"en": "Because of {change}", "ms": "Sebab: {change}"},
    "more_changes": {"en": "and {n} more changes", "ms": "dan {n} perubahan lagi"},
    "more": {"en": "and {n} more", "ms": "dan {n} lagi"},
    "carried_all": {"en": "--answers carries all of it over", "ms": "--answers membawa semua jawapannya"},
    "carried_but": {
        "en.one": "--answers carries over all but 1 answer",
        "en": "--answers carries over all but {n} answers",
        "ms": "--answers membawa semua kecuali {n} jawapan",
    },
    # What to write
    "fix_gone": {"en": "Keep the id {id}.", "ms": "Kekalkan id {id}."},
    "fix_renamed": {"en": "Keep the id {old}; change only its text.", "ms": "Kekalkan id {old}; ubah teksnya sahaja."},
    "fix_type": {
        "en": "Keep type: {old}, and ask the new question under a new id.",
        "ms": "Kekalkan type: {old}, dan tanya soalan baharu dengan id baharu.",
    },
    "fix_narrowed": {"en": "Keep {key}: {old}.", "ms": "Kekalkan {key}: {old}."},
    "fix_narrowed_unset": {"en": "Leave out {key}.", "ms": "Jangan tulis {key}."},
    "fix_doubt": {
        "en": "If it asks or says something else now, give it a new id.",
        "ms": "Jika kini yang ditanya atau dinyatakan ialah perkara lain, beri id baharu.",
    },
    "fix_required_new": {
        "en": "Write since: {since}, so that it is told as new rather than missing.",
        "ms": "Tulis since: {since}, supaya soalan ini dinyatakan sebagai baharu, bukan belum dijawab.",
    },
}
