"""What the full screen says around the questions, in forms, and in place when something is wrong."""

MESSAGES = {
    # The header
    "section": {"en": "Section {n}/{total}: {title}", "ms": "Bahagian {n}/{total}: {title}"},
    "done": {"en": "{percent}% done", "ms": "{percent}% selesai"},
    "level_range_short": {"en": "Level: between {low} and {high}", "ms": "Tahap: antara {low} dengan {high}"},
    "level_one_short": {"en": "Level: {low}", "ms": "Tahap: {low}"},
    "level_shortest": {"en": "Level: {low} {dash} {high}", "ms": "Tahap: {low} {dash} {high}"},
    "above": {
        "en.one": "{n} more line above ({key[page_up]})",
        "en": "{n} more lines above ({key[page_up]})",
        "ms": "{n} baris lagi di atas ({key[page_up]})",
    },
    "below": {
        "en.one": "{n} more line below ({key[page_down]})",
        "en": "{n} more lines below ({key[page_down]})",
        "ms": "{n} baris lagi di bawah ({key[page_down]})",
    },
    # How a question is answered
    "choose_one": {"en": "Choose one, then press {key[enter]}.", "ms": "Pilih satu, kemudian tekan {key[enter]}."},
    "choose_digit": {"en": "Press the number of your answer.", "ms": "Tekan nombor jawapan anda."},
    "choose_yes_no": {
        "en": "Press y (yes) or n (no), or its number.",
        "ms": "Tekan y (ya) atau t (tidak), atau nombornya.",
    },
    "choose_many_digit": {
        "en": "Tick all that apply by number, then press {key[enter]}.",
        "ms": "Tandakan semua yang berkenaan dengan nombornya, kemudian tekan {key[enter]}.",
    },
    "choose_many_digit_or": {
        "en": "Tick all that apply by number, then press {key[enter]}; {n} answers at once.",
        "ms": "Tandakan yang berkenaan dengan nombornya, kemudian {key[enter]}; {n} terus menjawab.",
    },
    "choose_many": {
        "en": "Tick all that apply with {key[tick]}, then press {key[enter]}.",
        "ms": "Tandakan semua yang berkenaan dengan {key[tick]}, kemudian tekan {key[enter]}.",
    },
    "write_text": {
        "en": "Type your answer, then press {key[enter]}.",
        "ms": "Taip jawapan anda, kemudian tekan {key[enter]}.",
    },
    "write_whole": {"en": "Whole number", "ms": "Nombor bulat"},
    "write_number": {"en": "Number", "ms": "Nombor"},
    "between": {"en": " from {low} to {high}", "ms": " dari {low} hingga {high}"},
    "from": {"en": ", {low} or more", "ms": ", {low} atau lebih"},
    "up_to": {"en": ", at most {high}", "ms": ", paling banyak {high}"},
    "write_date": {
        "en": "Date{bounds}, such as 30 Jun 2027, 30/6/2027 or 2027-06-30.",
        "ms": "Tarikh{bounds}, contohnya 30 Jun 2027, 30/6/2027 atau 2027-06-30.",
    },
    "write_risks": {
        "en": "Enter the risks one by one, then go to the last line and press {key[enter]}.",
        "ms": "Masukkan risiko satu demi satu, kemudian pilih baris terakhir dan tekan {key[enter]}.",
    },
    "optional": {
        "en": "(may be left blank: {key[skip]} to continue)",
        "ms": "(boleh dibiarkan kosong: {key[skip]} untuk langkau)",
    },
    # The answer so far
    "now_unsure": {"en": "Answered so far: not sure.", "ms": "Jawapan setakat ini: tidak pasti."},
    "now_waits": {"en": "Answered so far: {answer}.", "ms": "Jawapan setakat ini: {answer}."},
    "now_not_applicable": {
        "en": "Answered so far: not applicable. Reason: {reason}",
        "ms": "Jawapan setakat ini: tidak berkenaan. Sebab: {reason}",
    },
    "prefilled": {
        "en": "Carried over from an earlier assessment; press {key[enter]} to confirm, or change it.",
        "ms": "Dibawa daripada penilaian terdahulu; tekan {key[enter]} untuk mengesahkan, atau ubah.",
    },
    "typed_restored": {
        "en": "This has not been given as your answer yet. Press {key[enter]} to give it.",
        "ms": "Isi di sini belum dihantar sebagai jawapan. Tekan {key[enter]} untuk menjawab.",
    },
    "note_is": {"en": "Note:", "ms": "Catatan:"},
    "evidence_is": {"en": "Evidence:", "ms": "Bukti:"},
    "undo_this": {"en": "{key[undo]} undoes this.", "ms": "{key[undo]} membatalkannya."},
    # Help
    "help_is": {"en": "Help: {hint}", "ms": "Bantuan: {hint}"},
    "evidence_hint": {"en": "Evidence, for example: {hint}", "ms": "Bukti, contohnya: {hint}"},
    # What went wrong, in place
    "choose_first": {
        "en": "Choose an answer first, by its number or with the arrow keys. {key[unsure]} if you are not sure; {key[skip]} to skip.",
        "ms": "Pilih jawapan dahulu dengan nombornya atau anak panah. {key[unsure]} jika tidak pasti; {key[skip]} untuk langkau.",
    },
    "choose_first_line": {
        "en": "Choose a line first, with the arrow keys or its number.",
        "ms": "Pilih satu baris dahulu dengan anak panah atau nombornya.",
    },
    "esc_does_not_leave": {
        "en": "{key[back]} does not leave. Line {n} does: {line}",
        "ms": "{key[back]} tidak membawa anda keluar. Untuk keluar, pilih baris {n}: {line}",
    },
    "esc_chooses_nothing": {
        "en": "{key[back]} does nothing here. Choose one of these lines; {key[leave]} leaves.",
        "ms": "{key[back]} tiada kesan di sini. Pilih satu daripada baris ini; {key[leave]} untuk keluar.",
    },
    "overview_choose_first": {
        "en": "Choose a line first, with the arrow keys.",
        "ms": "Pilih satu baris dahulu dengan anak panah.",
    },
    "enter_gives": {
        "en": "Press {key[enter]} to give the highlighted answer.",
        "ms": "Tekan {key[enter]} untuk menjawab dengan pilihan yang ditunjuk.",
    },
    "point_first": {
        "en": "Choose an option first, with the arrow keys or its number; then {key[tick]} ticks it.",
        "ms": "Pergi ke satu pilihan dahulu dengan anak panah atau nombornya; kemudian {key[tick]} menandakannya.",
    },
    "tick_first": {
        "en": "Nothing is ticked yet. {key[tick]} ticks the highlighted option; then press {key[enter]}.",
        "ms": "Belum ada yang ditandakan. {key[tick]} menandakan pilihan yang ditunjuk; kemudian tekan {key[enter]}.",
    },
    "unticked": {
        "en": "Unticked, because they cannot be chosen together: {options}",
        "ms": "Tanda dibuang kerana tidak boleh dipilih bersama: {options}",
    },
    "empty_required": {
        "en": "Nothing is typed yet. {key[unsure]} if you are not sure; {key[skip]} to skip for now.",
        "ms": "Belum ada jawapan ditaip. {key[unsure]} jika tidak pasti; {key[skip]} untuk langkau dahulu.",
    },
    "empty_answered": {
        "en": "The field is empty. {key[clear_text]} clears the earlier answer; {key[skip]} leaves it as it is.",
        "ms": "Medan ini kosong. {key[clear_text]} membuang jawapan terdahulu; {key[skip]} mengekalkannya.",
    },
    "not_applicable_refused": {
        "en": "This question always applies; it cannot be answered “not applicable”.",
        "ms": "Soalan ini sentiasa berkenaan; “tidak berkenaan” tidak boleh dipilih.",
    },
    "one_language": {
        "en": "This questionnaire has only one language.",
        "ms": "Soal selidik ini hanya ada satu bahasa.",
    },
    "nothing_to_clear": {"en": "There is no answer to clear.", "ms": "Tiada jawapan untuk dibuang."},
    "field_needed": {"en": "Required: {field}", "ms": "Ini diperlukan: {field}"},
    # Forms
    "form_restored": {
        "en": "This was typed here but not saved yet. {key[save]} saves it; {key[back]} twice discards it.",
        "ms": "Ini telah ditaip di sini dan belum disimpan. {key[save]} untuk simpan; {key[back]} dua kali untuk membuangnya.",
    },
    "form_waiting": {
        "en": "A note or a reason was left unfinished here. {key[note]} (note) or {key[not_applicable]} (reason) shows it again.",
        "ms": "Satu catatan atau sebab belum siap ditulis di sini. {key[note]} (catatan) atau {key[not_applicable]} (sebab) memaparkannya semula.",
    },
    "form_not_saved": {
        "en": "Not saved yet: correct this field first.",
        "ms": "Belum disimpan: betulkan medan ini dahulu.",
    },
    "form_changed": {
        "en": "This is not saved yet. {key[save]} saves it; {key[back]} again discards it.",
        "ms": "Ini belum disimpan. {key[save]} untuk simpan; {key[back]} sekali lagi untuk membuangnya.",
    },
    "form_nothing_to_undo": {
        "en": "Nothing was typed in this field. What was done before the form was opened can be undone once it is closed ({key[back]}).",
        "ms": "Tiada apa-apa ditaip dalam medan ini. Tindakan sebelum borang ini dibuka boleh dibatalkan selepas borang ditutup ({key[back]}).",
    },
    "reason_title": {"en": "Not applicable: why?", "ms": "Tidak berkenaan: mengapa?"},
    "reason": {"en": "Reason (required; shown in the report)", "ms": "Sebab (diperlukan; dipaparkan dalam laporan)"},
    "reason_needed": {
        "en": "Write why the question does not apply, or press {key[back]} to go back.",
        "ms": "Tulis sebab soalan ini tidak berkenaan, atau tekan {key[back]} untuk kembali.",
    },
    "note_title": {"en": "Note and evidence", "ms": "Catatan dan bukti"},
    "evidence_expected": {
        "en": "Which evidence supports this answer?",
        "ms": "Apakah bukti yang menyokong jawapan ini?",
    },
    "note_expected": {"en": "Which one is it?", "ms": "Yang manakah satu?"},
    "note_expected_for": {"en": "Your answer: {option}", "ms": "Jawapan anda: {option}"},
    "note_expected_how": {
        "en": "Write it in the note. {key[enter]} in an empty field continues without one.",
        "ms": "Tuliskannya dalam catatan. {key[enter]} dalam medan kosong untuk meneruskan tanpa catatan.",
    },
    "note_how": {
        "en": "{key[next_field]} goes to the next field; {key[enter]} in an empty one saves and continues.",
        "ms": "{key[next_field]} pergi ke medan seterusnya; {key[enter]} dalam medan kosong menyimpan dan meneruskan.",
    },
    "evidence_how": {
        "en": "{key[enter]} in an empty field continues, with or without evidence.",
        "ms": "{key[enter]} dalam medan kosong untuk meneruskan, dengan atau tanpa bukti.",
    },
    "note": {"en": "Note", "ms": "Catatan"},
    "evidence_reference": {
        "en": "Evidence {n}: file number, title or link",
        "ms": "Bukti {n}: nombor fail, tajuk atau pautan",
    },
    "evidence_date": {
        "en": "Date of the evidence (may be left blank), such as 21 Nov 2026",
        "ms": "Tarikh bukti (boleh dibiarkan kosong), contohnya 21 Nov 2026",
    },
    "evidence_offered": {
        "en": "Given at other questions ({key[point]}, {key[enter]} takes one):",
        "ms": "Daripada soalan lain ({key[point]}, {key[enter]} untuk mengambil):",
    },
    "evidence_needs_reference": {
        "en": "There is a date without a reference. Say which evidence it belongs to.",
        "ms": "Ada tarikh tanpa rujukan. Nyatakan bukti yang berkaitan.",
    },
    "evidence_too_many": {
        "en": "The limit is {limit} pieces of evidence.",
        "ms": "Paling banyak {limit} bukti dibenarkan.",
    },
    # Risks
    "risks_none": {"en": "No risks entered yet.", "ms": "Belum ada risiko dimasukkan."},
    "risk_add": {"en": "+ Add a risk", "ms": "+ Tambah risiko"},
    "risk_done": {"en": "Done: give these risks ({n})", "ms": "Selesai: jawab dengan risiko ini ({n})"},
    "risk_column_title": {"en": "Risk", "ms": "Risiko"},
    "risk_column_before": {"en": "Before", "ms": "Asal"},
    "risk_column_after": {"en": "Residual", "ms": "Baki"},
    "risk_column_owner": {"en": "Owner", "ms": "Pemilik"},
    "risk_column_due": {"en": "Due", "ms": "Tarikh"},
    "risk_rated": {"en": "rating {before}", "ms": "skor {before}"},
    "risk_rated_after": {"en": "residual {after}", "ms": "baki {after}"},
    "risk_point_first": {
        "en": "Choose a risk first, with the arrow keys or its number. {key[clear_text]} clears the whole answer.",
        "ms": "Pilih satu risiko dahulu dengan anak panah atau nombornya. {key[clear_text]} membuang seluruh jawapan.",
    },
    "risks_empty": {
        "en": "Add at least one risk first; {key[skip]} to skip.",
        "ms": "Tambah sekurang-kurangnya satu risiko dahulu; {key[skip]} untuk langkau.",
    },
    "risk_remove_sure": {"en": "Remove this risk?\n{title}", "ms": "Buang risiko ini?\n{title}"},
    "risk_edit_restored": {
        "en": "A change to risk {n} was left unfinished. Open it to continue.",
        "ms": "Perubahan pada risiko {n} belum siap ditulis. Buka risiko itu untuk menyambung.",
    },
    "risk_restored": {
        "en": "A risk was left unfinished. Press {key[add]} to continue it.",
        "ms": "Satu risiko belum siap ditulis. Tekan {key[add]} untuk menyambungnya.",
    },
    "risk_new": {"en": "New risk", "ms": "Risiko baharu"},
    "risk_edit": {"en": "Edit risk", "ms": "Sunting risiko"},
    "risk_how": {
        "en": "Rate from 1 (lowest) to 5 (highest); typing a number moves to the next field.",
        "ms": "Nilaikan dari 1 (paling rendah) hingga 5 (paling tinggi); nombor yang ditaip terus membawa ke medan seterusnya.",
    },
    "risk_how_help": {
        "en": "Rate from 1 (lowest) to 5 (highest). {key[help]} explains the numbers.",
        "ms": "Nilaikan dari 1 (paling rendah) hingga 5 (paling tinggi). {key[help]} menerangkan nombornya.",
    },
    "risk_title": {"en": "What can go wrong", "ms": "Masalah yang mungkin berlaku"},
    "risk_likelihood": {"en": "Likelihood, 1-5", "ms": "Kebarangkalian, 1-5"},
    "risk_consequence": {"en": "Consequence, 1-5", "ms": "Impak, 1-5"},
    "risk_treatment": {"en": "Treatment", "ms": "Rawatan"},
    "risk_residual_likelihood": {
        "en": "Likelihood after treatment, 1-5 (or blank)",
        "ms": "Kebarangkalian selepas rawatan, 1-5 (atau kosong)",
    },
    "risk_residual_consequence": {
        "en": "Consequence after treatment, 1-5 (if its likelihood is rated)",
        "ms": "Impak selepas rawatan, 1-5 (jika kebarangkaliannya dinilai)",
    },
    "risk_owner": {"en": "Owner", "ms": "Pemilik"},
    "risk_due": {"en": "Due date, such as 21 Nov 2026", "ms": "Tarikh akhir, contohnya 21 Nov 2026"},
    "risk_rating": {"en": "Rating: {rating}", "ms": "Skor: {rating}"},
    "rating_wrong": {
        "en": "“{found}” is not a whole number from 1 to 5.",
        "ms": "“{found}” bukan nombor bulat dari 1 hingga 5.",
    },
    "risk_half": {
        "en": "Give both ratings after treatment, or neither.",
        "ms": "Berikan kedua-dua nilai selepas rawatan, atau kosongkan kedua-duanya.",
    },
    # The list of all questions and the review
    "overview_title": {"en": "All questions", "ms": "Semua soalan"},
    "marks": {
        "en": "{answered} answered; {red_flag} answered, with a red flag",
        "ms": "{answered} dijawab; {red_flag} dijawab, dan menjadi tanda amaran bagi soalan ini",
    },
    "count_missing": {"en": "Not answered: {n}", "ms": "Belum dijawab: {n}"},
    "count_unsure": {"en": "Not sure: {n}", "ms": "Tidak pasti: {n}"},
    "count_unconfirmed": {"en": "To be confirmed: {n}", "ms": "Perlu disahkan: {n}"},
    "nothing_open": {"en": "Every question is answered.", "ms": "Semua soalan telah dijawab."},
    "finish": {"en": "Finish and write the report", "ms": "Selesaikan dan hasilkan laporan"},
    "save_and_leave": {"en": "Save and leave, to continue later", "ms": "Simpan dan keluar, sambung kemudian"},
    "whom_all": {
        "en": "Whom to ask: everybody ({key[whom]} to choose one)",
        "ms": "Tanya: semua pihak ({key[whom]} untuk memilih satu)",
    },
    "filter": {"en": "Filter: {text}", "ms": "Tapis: {text}"},
    "filter_none": {
        "en": "No question matches. Backspace shortens the filter.",
        "ms": "Tiada soalan yang sepadan. Backspace untuk membuang tapisan.",
    },
    # Other questions
    "yes": {"en": "Yes", "ms": "Ya"},
    "no": {"en": "No", "ms": "Tidak"},
    "yes_no_keys": {"en": "y/n", "ms": "y/t"},
    "wait_for_whom": {
        "en": "Who is to answer this?\n{question}\nUntil then it is answered “not sure”; the review lists what waits for whom.",
        "ms": "Siapakah yang perlu menjawab soalan ini?\n{question}\nSehingga itu jawapannya “tidak pasti”; semakan menyenaraikan soalan yang menunggu setiap pihak.",
    },
    "clear_sure": {
        "en": "Clear the answer? The question will be blank again; note and evidence stay.",
        "ms": "Buang jawapan ini? Soalan akan menjadi kosong semula; catatan dan bukti kekal.",
    },
    # The editor
    "editor_none": {
        "en": "No editor was found. Name one before starting the program, such as: export EDITOR=nano. You can keep typing here.",
        "ms": "Tiada penyunting dijumpai. Namakan satu sebelum memulakan program, contohnya: export EDITOR=nano. Anda boleh terus menaip di sini.",
    },
    "editor_open": {
        "en": "Is the editor closed?\n\n{editor} has changed nothing so far. If it is still open in its own window, write there, save and close it. Then press {key[enter]} here: the text is read from\n{file}",
        "ms": "Sudahkah penyunting ditutup?\n\n{editor} belum mengubah apa-apa. Jika tetingkapnya masih terbuka, tulis di sana, simpan dan tutup. Kemudian tekan {key[enter]} di sini: teks akan dibaca daripada\n{file}",
    },
    "editor_gone": {
        "en": "The file of the editor {editor} is gone. Your text is unchanged.",
        "ms": "Fail penyunting {editor} tiada lagi. Teks anda tidak berubah.",
    },
    "editor_failed": {
        "en": "The editor {editor} could not be started ({reason}). Your text is unchanged.",
        "ms": "Penyunting {editor} tidak dapat dimulakan ({reason}). Teks anda tidak berubah.",
    },
    "editor_code": {
        "en": "The editor {editor} ended with error {code}. Your text is unchanged.",
        "ms": "Penyunting {editor} tamat dengan ralat {code}. Teks anda tidak berubah.",
    },
    "editor_code_taken": {
        "en": "The editor {editor} ended with error {code}; the text it saved is used.",
        "ms": "Penyunting {editor} tamat dengan ralat {code}; teks yang telah disimpannya diambil.",
    },
    "editor_unreadable": {
        "en": "What the editor left cannot be read as UTF-8. It is kept in {file}; the text here is unchanged.",
        "ms": "Hasil penyunting tidak dapat dibaca sebagai UTF-8. Ia disimpan dalam {file}; teks di sini tidak berubah.",
    },
}
