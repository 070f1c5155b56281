"""What an interview says, on any screen and line by line."""

MESSAGES = {
    "help_none": {"en": "There is no further help for this question.", "ms": "Tiada bantuan lanjut bagi soalan ini."},
    "pick_keys": {
        "en": "(arrow keys to move, space to tick, Enter when done)",
        "ms": "(kekunci anak panah untuk bergerak, bar ruang untuk menandakan, Enter apabila selesai)",
    },
    # Where the interview is
    "place": {"en": "Question {ref}", "ms": "Soalan {ref}"},
    "place_counted": {"en": "{n} of {total}", "ms": "{n} daripada {total}"},
    "progress": {"en": "{n} answered, {open} left", "ms": "{n} dijawab, {open} lagi"},
    "progress_about": {"en": "{n} answered, about {open} left", "ms": "{n} dijawab, kira-kira {open} lagi"},
    "progress_all": {"en": "{n} answered, none left", "ms": "{n} dijawab, tiada lagi yang belum"},
    "level_range": {
        "en": "Level so far: between {low} and {high}",
        "ms": "Tahap setakat ini: antara {low} dengan {high}",
    },
    "level": {"en": "Level: {low} (settled)", "ms": "Tahap: {low} (muktamad)"},
    "level_so_far": {"en": "Level so far: {low}", "ms": "Tahap setakat ini: {low}"},
    # What keys and commands are for
    "do_answer": {"en": "Answer", "ms": "Jawab"},
    "do_move": {"en": "Move", "ms": "Bergerak"},
    "do_question": {"en": "This question", "ms": "Soalan ini"},
    "do_interview": {"en": "The whole interview", "ms": "Seluruh temu bual"},
    # About a question
    "whom": {"en": "Ask: {text}", "ms": "Tanya: {text}"},
    "whom_only": {"en": "Whom to ask: {actor} ({n})", "ms": "Tanya: {actor} ({n})"},
    "why": {"en": "Why: {text}", "ms": "Sebab: {text}"},
    "published": {
        "en": "What you write here is for the public record. Name no persons.",
        "ms": "Jawapan bertulis ini untuk rekod tatapan umum. Jangan namakan individu.",
    },
    # Answers in words
    "answer_unsure": {"en": "Not sure", "ms": "Tidak pasti"},
    "answer_waits": {"en": "Not sure; waits for {actor}", "ms": "Tidak pasti; menunggu {actor}"},
    "answer_not_applicable": {"en": "Not applicable: {reason}", "ms": "Tidak berkenaan: {reason}"},
    "risk_count": {"en.one": "{n} risk", "en": "{n} risks", "ms": "{n} risiko"},
    "months": {
        "en": "January,February,March,April,May,June,July,August,September,October,November,December",
        "ms": "Januari,Februari,Mac,April,Mei,Jun,Julai,Ogos,September,Oktober,November,Disember",
    },
    "or": {"en": "or", "ms": "atau"},
    "days_earliest": {"en": "{earliest} or later", "ms": "{earliest} atau selepasnya"},
    "days_latest": {"en": "{latest} or earlier", "ms": "{latest} atau sebelumnya"},
    "days_earliest_latest": {"en": "from {earliest} to {latest}", "ms": "dari {earliest} hingga {latest}"},
    "date_wrong": {
        "en": "“{found}” is not a date. Write it as 30 Jun 2027, 30/6/2027 or 2027-06-30, with all four digits of the year.",
        "ms": "“{found}” bukan tarikh. Tulis sebagai 30 Jun 2027, 30/6/2027 atau 2027-06-30, dengan tahun empat digit.",
    },
    # What is undone
    "undone": {"en": "Undone at question {number}: {what}.", "ms": "Dibatalkan pada soalan {number}: {what}."},
    "redone": {"en": "Redone at question {number}: {what}.", "ms": "Dibuat semula pada soalan {number}: {what}."},
    "nothing_to_undo": {
        "en": "There is nothing to undo since you opened the interview.",
        "ms": "Tiada tindakan untuk dibatalkan sejak temu bual ini dibuka.",
    },
    "nothing_to_redo": {"en": "There is nothing to redo.", "ms": "Tiada tindakan untuk dibuat semula."},
    "did_give": {"en": "the answer “{answer}”", "ms": "jawapan “{answer}”"},
    "did_unsure": {"en": "the answer “not sure”", "ms": "jawapan “tidak pasti”"},
    "did_wait_for": {"en": "leaving it to somebody else", "ms": "penyerahan kepada pihak lain"},
    "did_set_aside": {"en": "the answer “not applicable”", "ms": "jawapan “tidak berkenaan”"},
    "did_annotate": {"en": "changing the note or evidence", "ms": "perubahan pada catatan dan bukti"},
    "did_clear": {"en": "clearing the answer", "ms": "pembuangan jawapan"},
    "did_text_cleared": {"en": "discarding what was typed", "ms": "pembuangan teks yang ditaip"},
    "did_form_closed": {"en": "closing a form without saving it", "ms": "penutupan borang tanpa menyimpannya"},
    "did_risk_added": {"en": "adding a risk", "ms": "penambahan risiko"},
    "did_risk_changed": {"en": "changing a risk", "ms": "perubahan risiko"},
    "did_risk_removed": {"en": "removing a risk", "ms": "pembuangan risiko"},
    "did_confirm": {
        "en.one": "confirming the answer",
        "en": "confirming {n} answers at once",
        "ms.one": "pengesahan jawapan",
        "ms": "pengesahan {n} jawapan serentak",
    },
    # What happened
    "gone": {
        "en.one": "{n} question no longer applies.",
        "en": "{n} questions no longer apply.",
        "ms": "{n} soalan tidak lagi terpakai.",
    },
    "gone_kept": {
        "en.one": "{n} question no longer applies; its answer is kept.",
        "en": "{n} questions no longer apply; their answers are kept.",
        "ms": "{n} soalan tidak lagi terpakai; jawapannya tetap disimpan.",
    },
    "gone_some_kept": {
        "en.one": "{n} question no longer applies; answers kept: {kept}.",
        "en": "{n} questions no longer apply; answers kept: {kept}.",
        "ms": "{n} soalan tidak lagi terpakai; jawapan yang tetap disimpan: {kept}.",
    },
    "new": {
        "en.one": "{n} new question applies now.",
        "en": "{n} new questions apply now.",
        "ms": "{n} soalan baharu kini terpakai.",
    },
    "new_kept": {
        "en.one": "{n} kept answer counts again.",
        "en": "{n} kept answers count again.",
        "ms": "{n} jawapan yang disimpan tadi kini dikira semula.",
    },
    "evidence_due": {
        "en": "Question {number} counts {points} points instead of {maximum} until evidence is given.",
        "ms": "Soalan {number}: dikira {points} mata, bukan {maximum}, sehingga bukti diberikan.",
    },
    "note_due": {
        "en": "Question {number}: “{option}” was chosen, and there is no note that says which.",
        "ms": "Soalan {number}: “{option}” dipilih, tetapi tiada catatan yang menyatakan yang mana.",
    },
    "contradiction": {"en": "Contradiction: {text}", "ms": "Percanggahan: {text}"},
    "end_open": {
        "en.one": "That was the last question. {n} question is still open; here it is.",
        "en": "That was the last question. {n} questions are still open; here is the first of them.",
        "ms.one": "Itu ialah soalan terakhir. {n} soalan masih belum selesai, iaitu soalan ini.",
        "ms": "Itu ialah soalan terakhir. {n} soalan masih belum selesai; ini ialah yang pertama.",
    },
    "first_question": {"en": "This is the first question.", "ms": "Ini ialah soalan yang pertama."},
    "goto_not_applicable": {
        "en": "The question “{question}” does not apply now.",
        "ms": "Soalan “{question}” tidak terpakai sekarang.",
    },
    "languages": {"en": "Languages: {names}.", "ms": "Bahasa yang ada: {names}."},
    "not_saved": {
        "en": "Your last change could not be saved ({reason}). It is kept in memory, and saving will be tried again after your next step.",
        "ms": "Perubahan terakhir anda tidak dapat disimpan ({reason}). Perubahan itu kekal dalam ingatan; penyimpanan akan dicuba lagi selepas langkah anda yang seterusnya.",
    },
    "saved_again": {"en": "Everything is saved again.", "ms": "Semuanya telah disimpan semula."},
    # The review
    "review_title": {"en": "Review before finishing", "ms": "Semakan sebelum selesai"},
    "outcome_part": {
        "en": "Only the questions for {actors} are asked; answers.json is a part, to be merged with the others.",
        "ms": "Hanya soalan bagi {actors} ditanya; answers.json ialah sebahagian, untuk digabungkan dengan bahagian lain.",
    },
    "outcome_complete": {
        "en": "The report will be complete. Level: {level}. Verdict: {verdict}.",
        "ms": "Laporan akan lengkap. Tahap: {level}. Rumusan: {verdict}.",
    },
    "outcome_incomplete": {
        "en": "The report will be incomplete ({why}). Level: {level}. Verdict: {verdict}.",
        "ms": "Laporan belum lengkap ({why}). Tahap: {level}. Rumusan: {verdict}.",
    },
    "outcome_undetermined": {
        "en": "The report will leave the result undetermined ({why}). Verdict: {verdict}.",
        "ms": "Laporan belum dapat menentukan keputusan ({why}). Rumusan: {verdict}.",
    },
    "review_others": {"en": "Questions for others", "ms": "Soalan bagi pihak lain"},
    "review_missing": {"en": "Still to be answered", "ms": "Belum dijawab"},
    "review_missing_do": {
        "en": "Open each and answer it; “not sure” is an honest answer too.",
        "ms": "Buka dan jawab setiap satu; “tidak pasti” juga jawapan yang jujur.",
    },
    "review_waiting": {"en": "Waiting for somebody else", "ms": "Menunggu pihak lain"},
    "review_waiting_do": {
        "en": "Ask them, then open each and answer it; until then each counts like a blank.",
        "ms": "Tanya mereka, kemudian buka dan jawab setiap satu; sehingga itu dikira seperti belum dijawab.",
    },
    "review_unsure": {"en": "Not sure", "ms": "Tidak pasti"},
    "review_unsure_do": {
        "en": "Ask somebody who knows; until then each counts like a blank.",
        "ms": "Tanya pihak yang mengetahuinya; sehingga itu setiap satu dikira seperti belum dijawab.",
    },
    "review_unconfirmed": {
        "en": "Carried over, to be confirmed",
        "ms": "Dibawa daripada penilaian terdahulu, perlu disahkan",
    },
    "review_unconfirmed_do": {
        "en": "Open each; confirm it if it is still true, or change it.",
        "ms": "Buka setiap satu; sahkan jika masih benar, atau ubah.",
    },
    "review_contradictions": {"en": "Contradictions", "ms": "Percanggahan"},
    "review_contradictions_do": {
        "en": "These answers cannot all be true; open the one that is wrong.",
        "ms": "Jawapan ini tidak mungkin semuanya benar; buka jawapan yang salah.",
    },
    "review_unevidenced": {"en": "Count less until there is evidence", "ms": "Dikira kurang tanpa bukti"},
    "review_unevidenced_do": {
        "en": "Open each and name its evidence: a file number, a title or a link.",
        "ms": "Buka setiap satu dan nyatakan buktinya: nombor fail, tajuk atau pautan.",
    },
    "review_flagged": {"en": "Red flags", "ms": "Tanda amaran"},
    "review_flagged_do": {
        "en": "See that these answers are right; the report asks for action on each.",
        "ms": "Pastikan jawapan ini betul; laporan meminta tindakan bagi setiap satu.",
    },
    # Which state a question is in, and how many
    "mark_missing": {"en": "not answered", "ms": "belum dijawab"},
    "mark_unsure": {"en": "not sure", "ms": "tidak pasti"},
    "mark_not_applicable": {"en": "not applicable", "ms": "tidak berkenaan"},
    "mark_optional": {"en": "blank (optional)", "ms": "kosong (tidak wajib)"},
    "mark_unconfirmed": {"en": "to be confirmed", "ms": "perlu disahkan"},
    "mark_red_flag": {"en": "RED FLAG", "ms": "TANDA AMARAN"},
    "count_answered": {"en": "{n} answered", "ms": "{n} dijawab"},
    "count_missing": {"en": "{n} not answered", "ms": "{n} belum dijawab"},
    "count_unsure": {"en": "{n} not sure", "ms": "{n} tidak pasti"},
    "count_unconfirmed": {"en": "{n} to be confirmed", "ms": "{n} perlu disahkan"},
    "count_not_applicable": {"en": "{n} not applicable", "ms": "{n} tidak berkenaan"},
    "count_optional": {"en": "{n} blank (optional)", "ms": "{n} kosong (tidak wajib)"},
    "finish_missing": {
        "en.one": "{n} question has no answer.",
        "en": "{n} questions have no answer.",
        "ms": "{n} soalan belum dijawab.",
    },
    "finish_unsure": {
        "en.one": "{n} question is answered “not sure”.",
        "en": "{n} questions are answered “not sure”.",
        "ms": "{n} soalan dijawab “tidak pasti”.",
    },
    "finish_unconfirmed": {
        "en.one": "{n} answer was carried over from an earlier file and not confirmed; it counts as it is, and the report will be incomplete.",
        "en": "{n} answers were carried over from an earlier file and not confirmed; they count as they are, and the report will be incomplete.",
        "ms.one": "{n} jawapan diambil daripada fail terdahulu dan belum disahkan; jawapan itu dikira seadanya, dan laporan ditandakan belum lengkap.",
        "ms": "{n} jawapan diambil daripada fail terdahulu dan belum disahkan; semuanya dikira seadanya, dan laporan ditandakan belum lengkap.",
    },
    "finish_incomplete": {
        "en": "The report will be marked incomplete, and what is missing counts as the worst answer.",
        "ms": "Laporan akan ditandakan belum lengkap, dan perkara yang belum dijawab dikira pada nilai terburuk.",
    },
    "finish_all_the_same": {"en": "Finish anyway?", "ms": "Selesaikan juga?"},
    "finish_typed": {
        "en.one": "{n} question has text that was typed but not entered; it is not part of the report.",
        "en": "{n} questions have text that was typed but not entered; it is not part of the report.",
        "ms": "{n} soalan mempunyai teks yang ditaip tetapi belum dihantar; teks itu tidak termasuk dalam laporan.",
    },
    "finish_draft_kept": {
        "en": "The draft is kept, so you can continue later.",
        "ms": "Draf tetap disimpan supaya anda boleh menyambung kemudian.",
    },
    "leave_unsaved": {
        "en": "Your last changes could not be saved ({reason}). What now?",
        "ms": "Perubahan terakhir anda tidak dapat disimpan ({reason}). Apakah yang hendak dilakukan sekarang?",
    },
    "save_again": {"en": "Try again", "ms": "Cuba lagi"},
    "save_in": {"en": "Save in {folder}", "ms": "Simpan di {folder}"},
    "leave_not": {"en": "Do not leave yet", "ms": "Jangan keluar dahulu"},
    "leave_anyway": {
        "en": "Leave; the answers are saved wherever there is room",
        "ms": "Keluar; jawapan ditulis di mana-mana tempat yang masih ada ruang",
    },
    # The greeting, drafts, what was carried over
    "resumed": {
        "en": "Continuing the draft {draft}: {answered} of {applicable} questions settled{more}.",
        "ms": "Menyambung draf {draft}: {answered} daripada {applicable} soalan selesai{more}.",
    },
    "prefilled": {
        "en.one": "{n} answer was carried over from an earlier file. It is shown for you to confirm or change.",
        "en": "{n} answers were carried over from an earlier file. They are shown for you to confirm or change, section by section.",
        "ms.one": "{n} jawapan diambil daripada fail terdahulu. Jawapan itu dipaparkan untuk anda sahkan atau ubah.",
        "ms": "{n} jawapan diambil daripada fail terdahulu. Semuanya dipaparkan untuk anda sahkan atau ubah, bahagian demi bahagian.",
    },
    "carried": {
        "en": "These answers were given for version {old} of the questionnaire; they continue with version {new}.",
        "ms": "Jawapan ini diberikan kepada soal selidik versi {old}; kini diteruskan dengan versi {new}.",
    },
    "carried_same": {
        "en": "The questionnaire (version {version}) has changed since these answers were given.",
        "ms": "Soal selidik (versi {version}) telah diubah sejak jawapan ini diberikan.",
    },
    "carried_all": {"en": "All of them were carried over.", "ms": "Semuanya dibawa masuk."},
    "dropped": {
        "en.one": "{n} answer no longer fits and was set aside:",
        "en": "{n} answers no longer fit and were set aside:",
        "ms": "{n} jawapan tidak lagi sesuai dan diketepikan:",
    },
    "dropped_line": {"en": "- {question}: {reason}", "ms": "- {question}: {reason}"},
    "dropped_gone": {
        "en": "No longer part of the questionnaire ({n}):",
        "ms": "Tidak lagi terdapat dalam soal selidik ({n}):",
    },
    "dropped_question": {"en": "- {question}", "ms": "- {question}"},
    "dropped_file": {"en": "They are kept in {file}", "ms": "Jawapan itu disimpan di {file}"},
    "drafts_found": {
        "en.one": "There is {n} unfinished interview. Continue it?",
        "en": "There are {n} unfinished interviews. Continue one?",
        "ms.one": "Terdapat {n} temu bual yang belum selesai. Sambung?",
        "ms": "Terdapat {n} temu bual yang belum selesai. Sambung salah satu?",
    },
    "settled_more": {"en": ", {n} to be confirmed", "ms": ", {n} perlu disahkan"},
    "draft_new": {"en": "Start a new one", "ms": "Mulakan yang baharu"},
    "drafts_leave": {"en": "Leave", "ms": "Keluar"},
    "draft_line": {
        "en": "{draft}: {system}; {questionnaire}; {answered} of {applicable} settled{more}; saved {saved}",
        "ms": "{draft}: {system}; {questionnaire}; {answered} daripada {applicable} selesai{more}; disimpan {saved}",
    },
    "draft_unreadable": {
        "en": "{draft}: cannot be read ({reason}); saved {saved}",
        "ms": "{draft}: tidak dapat dibaca ({reason}); disimpan {saved}",
    },
    "drafts_damaged": {
        "en": "Some unfinished interviews cannot be continued as they are. Nothing in them was changed:",
        "ms": "Sesetengah temu bual yang belum selesai tidak dapat disambung dalam keadaannya sekarang. Tiada apa-apa yang diubah padanya:",
    },
    "drafts_damaged_remove": {
        "en": "Repair the file by hand, restore it from a backup, or remove it with:",
        "ms": "Baiki fail itu sendiri, pulihkan daripada sandaran, atau buang dengan:",
    },
    "draft_unnamed": {"en": "(no name yet)", "ms": "(belum dinamakan)"},
    "draft_elsewhere": {"en": "{line}; in {folder}", "ms": "{line}; dalam {folder}"},
    "draft_open": {"en": "(open in another session)", "ms": "(dibuka dalam sesi lain)"},
}
