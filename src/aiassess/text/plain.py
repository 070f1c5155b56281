"""What the line-by-line interview says.

The words of a command, divided by "|", are accepted in every language; ``{cmd[undo]}`` names one in a message.
"""

MESSAGES = {
    # Commands
    "cmd_help": {"en": "?|help", "ms": "?|bantuan"},
    "cmd_again": {"en": "again", "ms": "ulang"},
    "cmd_back": {"en": "back", "ms": "undur"},
    "cmd_skip": {"en": "skip", "ms": "langkau"},
    "cmd_unsure": {"en": "unsure|not sure", "ms": "tidak pasti|tp"},
    "cmd_wait_for": {"en": "for", "ms": "untuk"},
    "cmd_not_applicable": {"en": "na|not applicable", "ms": "tb|tidak berkenaan"},
    "cmd_note": {"en": "note", "ms": "catatan|nota"},
    "cmd_overview": {"en": "list", "ms": "senarai"},
    "cmd_goto": {"en": "goto", "ms": "pergi"},
    "cmd_actor": {"en": "actor", "ms": "pihak"},
    "cmd_review": {"en": "review", "ms": "semak"},
    "cmd_preview": {"en": "preview", "ms": "pratonton"},
    "cmd_language": {"en": "lang|language", "ms": "bahasa"},
    "cmd_clear": {"en": "clear", "ms": "padam"},
    "cmd_undo": {"en": "undo", "ms": "batal|buat asal"},
    "cmd_redo": {"en": "redo", "ms": "buat semula"},
    "cmd_leave": {"en": "quit|exit", "ms": "keluar"},
    "cmd_finish": {"en": "finish", "ms": "selesai"},
    "cmd_add": {"en": "add", "ms": "tambah"},
    "cmd_edit": {"en": "edit", "ms": "ubah"},
    "cmd_remove": {"en": "remove", "ms": "buang"},
    "cmd_confirm": {"en": "confirm", "ms": "sahkan"},
    "cmd_done": {"en": "done", "ms": "siap"},
    "help_help": {"en": "this help", "ms": "bantuan ini"},
    "help_again": {"en": "show it again", "ms": "paparkan semula"},
    "help_goto": {"en": "go to a question by its number", "ms": "pergi ke soalan mengikut nombornya"},
    "help_actor": {
        "en": "only the questions of one actor, by number or name",
        "ms": "hanya soalan bagi seorang pegawai atau pembekal, mengikut nombor atau nama",
    },
    "help_finish": {"en": "finish and write the report", "ms": "selesaikan dan tulis laporan"},
    "help_confirm": {"en": "confirm all answers of the section", "ms": "sahkan semua jawapan dalam bahagian ini"},
    "help_edit": {"en": "change a risk by its number", "ms": "ubah risiko mengikut nombornya"},
    "help_done": {"en": "accept the register as it is", "ms": "terima daftar seadanya"},
    "help_colon": {
        "en": "While typing a text, put a colon before a command (:{cmd[back]}), and :: before a line of text that starts with a colon.",
        "ms": "Semasa menaip teks, letakkan titik bertindih sebelum perintah (:{cmd[back]}), dan :: sebelum baris teks yang bermula dengan titik bertindih.",
    },
    "help_evidence": {"en": "Evidence: {hint}", "ms": "Bukti: {hint}"},
    "unknown_command": {
        "en": "Unknown command “{found}”. Type ? for help.",
        "ms": "Tiada perintah “{found}”. Taip ? untuk bantuan.",
    },
    "kept_as_text": {
        "en": "Unknown command “{found}”; the line was kept as text.",
        "ms": "Tiada perintah “{found}”; baris itu dikekalkan sebagai teks.",
    },
    "taken_as_text": {
        "en": "“{found}” was taken as text. To use it as a command, type :{found}",
        "ms": "“{found}” diterima sebagai teks. Sebagai perintah, taip :{found}",
    },
    "command_or_text": {
        "en": "To use “{found}” as a command, type :{found}. To give it as your answer, type it again.",
        "ms": "Sebagai perintah, taip :{found}. Untuk memberikan “{found}” sebagai jawapan, taip sekali lagi.",
    },
    "not_here": {"en": "That command does nothing here.", "ms": "Perintah itu tidak berfungsi di sini."},
    "start_language": {
        "en": "To read this in {name}, type {cmd[language]} at any time.",
        "ms": "Untuk membacanya dalam {name}, taip {cmd[language]} pada bila-bila masa.",
    },
    "start_prompt": {
        "en": "Press Enter to begin, or type ? for help or {cmd[leave]} to leave.",
        "ms": "Tekan Enter untuk bermula, atau taip ? untuk bantuan atau {cmd[leave]} untuk berhenti.",
    },
    # A question
    "introduction": {
        "en": "Line-by-line mode. Type an answer and press Enter. Type ? for help with a question and the list of commands.",
        "ms": "Mod baris demi baris. Taip jawapan dan tekan Enter. Taip ? untuk bantuan bagi soalan dan senarai perintah.",
    },
    "section": {"en": "Section {number} of {total}: {title}", "ms": "Bahagian {number} daripada {total}: {title}"},
    "current_option": {"en": "{label} (your answer)", "ms": "{label} (jawapan anda)"},
    "current_answer": {"en": "Your answer: {answer}", "ms": "Jawapan anda: {answer}"},
    "taken_over": {
        "en": "Carried over from the earlier file: {answer}",
        "ms": "Dibawa daripada fail terdahulu: {answer}",
    },
    "note": {"en": "Note: {note}", "ms": "Catatan: {note}"},
    "evidence": {"en": "Evidence {number}: {item}", "ms": "Bukti {number}: {item}"},
    "optional": {"en": "This question may be left blank.", "ms": "Soalan ini boleh dibiarkan kosong."},
    "undo_this": {"en": "Type :{cmd[undo]} to undo this.", "ms": "Taip :{cmd[undo]} untuk membatalkannya."},
    "half_typed": {"en": "Unfinished when you left: {text}", "ms": "Belum habis ditaip semasa anda keluar: {text}"},
    # What to type
    "type_choice": {"en": "Type a number from 1 to {n}.", "ms": "Taip nombor dari 1 hingga {n}."},
    "type_yes_or_no": {"en": "Type yes or no (y or n).", "ms": "Taip ya atau tidak (y atau t)."},
    "type_choices": {
        "en": "Type one or more numbers from 1 to {n}, such as 1, 3.",
        "ms": "Taip satu atau lebih nombor dari 1 hingga {n}, contohnya 1, 3.",
    },
    "type_number": {"en": "Type a number{unit}.", "ms": "Taip nombor{unit}."},
    "type_between": {"en": "From {low} to {high}.", "ms": "Dari {low} hingga {high}."},
    "type_date": {
        "en": "Type a date{bounds}, such as 30 Jun 2027, 30/6/2027 or 2027-06-30.",
        "ms": "Taip tarikh{bounds}, contohnya 30 Jun 2027, 30/6/2027 atau 2027-06-30.",
    },
    "type_line": {"en": "Type the answer on one line.", "ms": "Taip jawapan pada satu baris."},
    "type_text": {
        "en": "Type the text, in as many lines as you like. End with a line that has only a full stop.",
        "ms": "Taip teks, seberapa banyak baris yang perlu. Akhiri dengan baris yang mengandungi satu noktah sahaja.",
    },
    "enter_confirm": {"en": "Enter confirms it.", "ms": "Tekan Enter untuk mengesahkannya."},
    "enter_keep": {
        "en": "Enter keeps your answer and moves on.",
        "ms": "Tekan Enter untuk mengekalkan jawapan dan teruskan.",
    },
    "text_goes_on": {
        "en": "Continue this text; it was unfinished when you left (:{cmd[clear]} starts over):",
        "ms": "Sambung teks ini; teks ini belum habis semasa anda meninggalkannya (:{cmd[clear]} untuk mula semula):",
    },
    "left_over": {
        "en": "These lines arrived with your answer and were not used: {lines}",
        "ms": "Baris berikut diterima bersama jawapan anda dan tidak digunakan: {lines}",
    },
    "joined": {
        "en": "Several lines arrived at once and were joined into one: {text}\nPress Enter to accept it, or type the line again.",
        "ms": "Beberapa baris diterima serentak. Digabungkan menjadi satu: {text}\nTekan Enter untuk menerimanya, atau taip semula baris itu.",
    },
    "text_back": {"en": "The discarded text is back:", "ms": "Teks yang dibuang dikembalikan:"},
    "text_cleared": {"en": "The text was discarded.", "ms": "Teks yang ditaip telah dibuang."},
    "nothing_typed": {
        "en": "Nothing was typed. Type an answer, “{sign}{cmd[skip]}” to continue without one, or ? for help.",
        "ms": "Tiada apa-apa yang ditaip. Taip jawapan, “{sign}{cmd[skip]}” untuk teruskan tanpa jawapan, atau ? untuk bantuan.",
    },
    "no_option": {
        "en": "“{found}” is not one of the answers. Type a number from 1 to {n}.",
        "ms": "“{found}” bukan salah satu jawapan. Taip nombor dari 1 hingga {n}.",
    },
    "read_date": {"en": "Your answer: {date} ({words})", "ms": "Jawapan anda: {date} ({words})"},
    "na_reason": {
        "en": "Why does this question not apply? End with a line that has only a full stop; an empty first line goes back.",
        "ms": "Mengapakah soalan ini tidak berkenaan? Akhiri dengan baris yang mengandungi satu noktah sahaja; baris pertama yang kosong membatalkannya.",
    },
    "nothing_changed": {"en": "Nothing was changed.", "ms": "Tiada apa-apa yang diubah."},
    # Note and evidence
    "type_note": {
        "en": "Type a note; end with a line that has only a full stop. An empty first line leaves the note as it is; :{cmd[clear]} removes it; :{cmd[back]} goes back.",
        "ms": "Taip catatan; akhiri dengan baris yang mengandungi satu noktah sahaja. Baris pertama yang kosong mengekalkan catatan; :{cmd[clear]} membuangnya; :{cmd[back]} untuk kembali.",
    },
    "note_removed": {"en": "The note was removed.", "ms": "Catatan dibuang."},
    "note_expected": {
        "en": "Which one is it? Say so in a note, or continue without one.",
        "ms": "Yang manakah satu? Nyatakan dalam catatan, atau teruskan tanpa catatan.",
    },
    "evidence_expected": {
        "en": "Evidence is expected for this answer. Enter continues without it.",
        "ms": "Bukti diperlukan bagi jawapan ini. Tekan Enter untuk teruskan tanpa bukti.",
    },
    "type_reference": {
        "en": "Where can the evidence be found (a document, file or page)? Leave the line empty if there is no more.",
        "ms": "Di manakah buktinya (dokumen, fail atau halaman)? Baris kosong: tiada lagi.",
    },
    "evidence_known": {
        "en": "Given at other questions; type the sign = and a number to use one again, such as =1:",
        "ms": "Daripada soalan lain; taip tanda = dan nombor untuk menggunakannya semula, contohnya =1:",
    },
    "type_reference_remove": {
        "en": "To remove one, type :{cmd[clear]} and its number.",
        "ms": "Untuk membuang satu: :{cmd[clear]} dan nombornya.",
    },
    "type_evidence_date": {
        "en": "The date of the evidence, such as 31 Dec 2026 or 31/12/2026. Leave the line empty for none.",
        "ms": "Tarikh bukti itu, contohnya 31 Dis 2026 atau 31/12/2026. Baris kosong: tiada.",
    },
    "evidence_removed": {"en": "Evidence {number} was removed.", "ms": "Bukti {number} dibuang."},
    "no_such_number": {"en": "There is no number “{found}” here.", "ms": "Tiada nombor “{found}” di sini."},
    # The risk register
    "risk_line": {
        "en": "{number}. {title}. Likelihood {likelihood}, consequence {consequence}: rating {rating}.",
        "ms": "{number}. {title}. Kebarangkalian {likelihood}, impak {consequence}: skor {rating}.",
    },
    "risk_treatment": {"en": "Treatment: {text}.", "ms": "Rawatan: {text}."},
    "risk_residual": {
        "en": "After treatment: likelihood {likelihood}, consequence {consequence}: rating {rating}.",
        "ms": "Selepas rawatan: kebarangkalian {likelihood}, impak {consequence}: skor {rating}.",
    },
    "risk_owner": {"en": "Owner: {text}.", "ms": "Pemilik: {text}."},
    "risk_due": {"en": "Due: {text}.", "ms": "Tarikh akhir: {text}."},
    "type_risks": {
        "en": "Type {cmd[add]} to add a risk, {cmd[edit]} or {cmd[remove]} and its number, or {cmd[done]} when the register is right.",
        "ms": "Taip {cmd[add]} untuk menambah risiko, {cmd[edit]} atau {cmd[remove]} dan nombornya, {cmd[done]} apabila daftar ini betul.",
    },
    "risk_half": {
        "en": "A risk was left unfinished; {command} continues it.",
        "ms": "Satu risiko belum siap ditulis; {command} untuk menyambungnya.",
    },
    "risks_kept": {
        "en": "Type {cmd[done]} to accept your changes to the register.",
        "ms": "Perubahan anda pada daftar ini menunggu {cmd[done]}.",
    },
    "risk_form": {
        "en": "Rate from 1 (lowest) to 5 (highest); ? explains. An empty line leaves a field as it is or blank; a single - empties it; :{cmd[back]} goes back without saving this risk.",
        "ms": "Nilaikan dari 1 (paling rendah) hingga 5 (paling tinggi); ? menerangkannya. Baris kosong mengekalkan medan atau membiarkannya kosong; satu - mengosongkannya; :{cmd[back]} untuk kembali tanpa entri ini.",
    },
    "risk_added": {"en": "Risk {number} was added.", "ms": "Risiko {number} ditambah."},
    "risk_changed": {"en": "Risk {number} was changed.", "ms": "Risiko {number} diubah."},
    "risk_removed": {"en": "Risk {number} was removed.", "ms": "Risiko {number} dibuang."},
    "field_now": {"en": "{field} Now: {now}", "ms": "{field} Sekarang: {now}"},
    "field_needed": {"en": "This field cannot be left blank.", "ms": "Medan ini tidak boleh dibiarkan kosong."},
    # Lists
    "overview_title": {"en": "All questions that apply", "ms": "Semua soalan yang terpakai"},
    "folded": {"en": "({cmd[overview]} shows every question)", "ms": "({cmd[overview]} memaparkan setiap soalan)"},
    "actors_none": {
        "en": "No question here says whom to ask.",
        "ms": "Tiada soalan di sini yang menyatakan pihak bertanggungjawab.",
    },
    "type_actor": {
        "en": "Type {cmd[actor]} and a number or a name to see only those questions; number 0 shows all.",
        "ms": "Taip {cmd[actor]} dan nombor atau nama untuk melihat soalan itu sahaja; nombor 0 memaparkan semua.",
    },
    "type_wait_for": {
        "en": "Type {sign}{cmd[wait_for]} and a number or a name to leave the question to one of them.",
        "ms": "Taip {sign}{cmd[wait_for]} dan nombor atau nama, supaya soalan ini diserahkan kepada salah satu pihak.",
    },
    "no_actor": {"en": "There is no actor “{found}” here.", "ms": "Tiada pihak bertanggungjawab “{found}” di sini."},
    "several_actors": {
        "en": "“{found}” fits several actors.",
        "ms": "“{found}” sepadan dengan lebih daripada satu pihak bertanggungjawab.",
    },
    "item_here": {"en": "(you are here)", "ms": "(anda di sini)"},
    "mark_optional": {"en": "blank, not required", "ms": "kosong, tidak wajib"},
    "overview_prompt": {
        "en": "Type a question's number to go to it, {cmd[review]} to finish, or Enter to go back.",
        "ms": "Taip nombor soalan untuk pergi ke soalan itu, {cmd[review]} untuk menyelesaikan, atau Enter untuk kembali.",
    },
    "review_prompt": {
        "en": "Type a question's number to change it, {cmd[finish]} to write the report, {cmd[back]} to go back, or {cmd[leave]} to save and leave. ? lists the other commands.",
        "ms": "Taip nombor soalan untuk mengubahnya, {cmd[finish]} untuk menulis laporan, {cmd[back]} untuk kembali, atau {cmd[leave]} untuk menyimpan dan berhenti dahulu. ? menyenaraikan perintah lain.",
    },
    "no_question": {
        "en": "There is no question “{found}” among those that apply. Type a number from the list.",
        "ms": "Tiada soalan “{found}” antara soalan yang terpakai. Taip nombor daripada senarai.",
    },
    # Yes or no, one of several
    "yes": {"en": "yes|y", "ms": "ya|y"},
    "no": {"en": "no|n", "ms": "tidak|tak|t"},
    "type_yes_no": {"en": "Type yes or no (Enter: {default}).", "ms": "Taip ya atau tidak (Enter: {default})."},
    "type_pick": {
        "en": "Type a number from 1 to {n}, or {cmd[leave]} to leave.",
        "ms": "Taip nombor dari 1 hingga {n}, atau “{cmd[leave]}” untuk berhenti di sini.",
    },
}
