"""What can be wrong with an input, and what to do about it."""

MESSAGES = {
    "at_question": {"en": "question {question}", "ms": "soalan {question}"},
    # Files
    "missing_file": {
        "en": "There is no such file. Check the path.",
        "ms": "Fail ini tiada. Semak laluannya.",
    },
    "is_directory": {
        "en": "This is a folder; a file was expected.",
        "ms": "Ini ialah folder; fail diperlukan.",
    },
    "no_permission": {
        "en": "You have no permission to read this file.",
        "ms": "Anda tiada kebenaran untuk membaca fail ini.",
    },
    "unreadable": {"en": "The file cannot be read: {reason}.", "ms": "Fail tidak dapat dibaca: {reason}."},
    "too_large": {
        "en": "The file is larger than {limit_mb} MB, the most that is read. Check that it is the right file.",
        "ms": "Fail melebihi {limit_mb} MB, iaitu had bacaan. Pastikan fail inilah yang dimaksudkan.",
    },
    "empty_file": {"en": "The file is empty.", "ms": "Fail ini kosong."},
    "utf16": {
        "en": "The file is in {encoding}; UTF-8 was expected. Save it again as UTF-8.",
        "ms": "Fail ini dalam {encoding}; UTF-8 diperlukan. Simpan semula sebagai UTF-8.",
    },
    "binary": {
        "en": "The file is not text (it holds a NUL byte); UTF-8 text was expected.",
        "ms": "Fail ini bukan teks (ada bait NUL); teks UTF-8 diperlukan.",
    },
    "not_utf8": {
        "en": "The file is not UTF-8 (byte {offset}). Save it again as UTF-8.",
        "ms": "Fail ini bukan UTF-8 (bait {offset}). Simpan semula sebagai UTF-8.",
    },
    "missing_folder": {
        "en": "The folder of this file does not exist. Make it first.",
        "ms": "Folder bagi fail ini tiada. Cipta folder itu dahulu.",
    },
    "no_write_permission": {
        "en": "You have no permission to write here. Nothing was changed.",
        "ms": "Anda tiada kebenaran untuk menulis di sini. Tiada apa-apa yang diubah.",
    },
    "cannot_write": {
        "en": "The file cannot be written: {reason}. Its content is unchanged.",
        "ms": "Fail tidak dapat ditulis: {reason}. Kandungan asalnya tidak berubah.",
    },
    "file_busy": {
        "en": "The file cannot be replaced now ({reason}): another program may have it open. Close it there and try again, or choose another name. Its content is unchanged.",
        "ms": "Fail tidak dapat diganti sekarang ({reason}): mungkin program lain sedang membukanya. Tutup fail itu di sana dan cuba lagi, atau pilih nama lain. Kandungan asalnya tidak berubah.",
    },
    # Usage
    "no_such_command": {
        "en": "There is no command “{name}”. Known: {known}.",
        "ms": "Tiada perintah “{name}”. Yang ada: {known}.",
    },
    "no_such_format": {
        "en": "There is no format “{found}”. Known: {known}.",
        "ms": "Tiada format “{found}”. Yang ada: {known}.",
    },
    "no_such_level": {
        "en": "There is no level “{found}”. Known, lowest first: {known}.",
        "ms": "Tiada tahap “{found}”. Yang ada, bermula dengan yang paling rendah: {known}.",
    },
    "language_not_offered": {
        "en": "The questionnaire has no language “{found}”. It has: {known}.",
        "ms": "Soal selidik ini tiada bahasa “{found}”. Yang ada: {known}.",
    },
    "no_format_ending": {
        "en": "The file's ending names no format. Add --format ({known}), or use .json, .md or .txt.",
        "ms": "Akhiran fail ini tidak menunjukkan format. Tambah --format ({known}), atau gunakan .json, .md atau .txt.",
    },
    "cannot_make_folder": {
        "en": "The folder cannot be made: {reason}. Choose another with --out.",
        "ms": "Folder tidak dapat dicipta: {reason}. Pilih folder lain dengan --out.",
    },
    "remove_needs_names": {
        "en": "Name the drafts to remove; `aiassess drafts list` shows them.",
        "ms": "Namakan draf yang hendak dibuang; `aiassess drafts list` menyenaraikannya.",
    },
    "remove_needs_yes": {
        "en": "There is no terminal to ask in. Add --yes to remove without asking.",
        "ms": "Tiada terminal untuk bertanya. Tambah --yes untuk membuang tanpa ditanya.",
    },
    "option_repeated": {
        "en": "The option {option} is given more than once, but takes one value. Keep the one that you mean.",
        "ms": "Opsyen {option} diberikan lebih daripada sekali, tetapi menerima satu nilai sahaja. Kekalkan yang anda maksudkan.",
    },
    "output_twice": {"en": "Two outputs are the same file.", "ms": "Dua output ialah fail yang sama."},
    "output_is_input": {
        "en": "This output is the input file; it would be destroyed. Choose another name.",
        "ms": "Output ini ialah fail input; kandungannya akan musnah. Pilih nama lain.",
    },
    # Drafts and prefill
    "drafts_folder": {
        "en": "The folder for drafts cannot be made: {reason}. Set AIASSESS_DATA_DIR, or give --out, to keep them elsewhere.",
        "ms": "Folder draf tidak dapat dicipta: {reason}. Tetapkan AIASSESS_DATA_DIR, atau beri --out, untuk menyimpannya di tempat lain.",
    },
    "draft_lock": {
        "en": "The draft cannot be locked in this folder: {reason}. Set AIASSESS_DATA_DIR, or give --out, to keep it elsewhere.",
        "ms": "Draf tidak dapat dikunci dalam folder ini: {reason}. Tetapkan AIASSESS_DATA_DIR, atau beri --out, untuk menyimpannya di tempat lain.",
    },
    "draft_in_use": {
        "en": "The draft {draft} is open in another session. Finish or leave that one first; nothing was changed.",
        "ms": "Draf {draft} sedang dibuka dalam sesi lain. Selesaikan atau tinggalkan sesi itu dahulu; tiada apa-apa yang diubah.",
    },
    "draft_in_use_by": {
        "en": "The draft {draft} is open in another session (process {process} on {host}). Finish or leave that one first; nothing was changed.",
        "ms": "Draf {draft} sedang dibuka dalam sesi lain (proses {process} pada {host}). Selesaikan atau tinggalkan sesi itu dahulu; tiada apa-apa yang diubah.",
    },
    "no_draft": {
        "en": "There is no draft “{name}”. Unfinished: {known}.",
        "ms": "Tiada draf “{name}”. Yang belum selesai: {known}.",
    },
    "draft_held_by": {
        "en": "The draft {draft} is open in another session (process {process} on {host}). Finish or leave that one first; nothing was changed. This folder has no locks of its own: if that session is over, remove {held}.",
        "ms": "Draf {draft} sedang dibuka dalam sesi lain (proses {process} pada {host}). Selesaikan atau tinggalkan sesi itu dahulu; tiada apa-apa yang diubah. Folder ini tiada kunci fail: jika sesi itu sudah tamat, buang {held}.",
    },
    "lock_is_link": {
        "en": "This is a symbolic link, and a lock never is: somebody may have placed it here to have another file overwritten. Nothing was changed. Remove it, or keep the draft elsewhere with --out.",
        "ms": "Ini ialah pautan simbolik, sedangkan fail kunci bukan pautan: mungkin ada pihak yang meletakkannya di sini supaya fail lain ditulis ganti. Tiada apa-apa yang diubah. Buang pautan ini, atau simpan draf di tempat lain dengan --out.",
    },
    "dropped_damaged": {
        "en": "This file should hold the answers that were put aside earlier, and does not. It was left as it is; move it elsewhere, then go on with the draft.",
        "ms": "Fail ini sepatutnya mengandungi jawapan yang diketepikan sebelum ini, tetapi tidak. Ia dibiarkan seadanya; pindahkan ke tempat lain, kemudian sambung draf.",
    },
    "drafts_of_one_name": {
        "en": "There are several drafts named “{name}”. Give the path of the one that you mean: {files}.",
        "ms": "Terdapat beberapa draf bernama “{name}”. Berikan laluan draf yang dimaksudkan: {files}.",
    },
    "draft_source": {
        "en": "This draft was not begun here, and names the file {source} as its questionnaire. A file that comes with a draft can score it in any way. If you know and trust that file, name it yourself: {command}",
        "ms": "Draf ini tidak dimulakan di sini dan menamakan fail {source} sebagai soal selidiknya. Fail yang datang bersama draf boleh menentukan mata mengikut apa-apa cara. Jika anda mengenali dan mempercayai fail itu, namakannya sendiri: {command}",
    },
    "draft_other_source": {
        "en": "This draft was not begun here. It answers “{id}”, which is shipped with aiassess, but names another file as its questionnaire: {source}. A file that comes with a draft can score it in any way. To go on with the shipped questionnaire: {command} (to use that file, if you know and trust it, name it instead of {id})",
        "ms": "Draf ini tidak dimulakan di sini. Ia menjawab “{id}”, yang dibekalkan bersama aiassess, tetapi menamakan fail lain sebagai soal selidiknya: {source}. Fail yang datang bersama draf boleh menentukan mata mengikut apa-apa cara. Untuk meneruskan dengan soal selidik yang dibekalkan: {command} (untuk menggunakan fail itu, jika anda mengenali dan mempercayainya, namakannya sebagai ganti {id})",
    },
    "not_a_draft": {
        "en": "This is no draft (its name would end in {ending}). To begin from an answers file, use --answers.",
        "ms": "Ini bukan draf (namanya sepatutnya berakhir dengan {ending}). Untuk bermula daripada fail jawapan, gunakan --answers.",
    },
    "draft_kept": {
        "en": "The draft was left as it is. Mend it by hand, or begin a new interview.",
        "ms": "Draf dibiarkan seperti sedia ada. Baiki secara manual, atau mulakan temu bual baharu.",
    },
    "draft_newer": {
        "en": "The draft was made with version {found} of the questionnaire; this one is {expected}. Update aiassess, or use the newer questionnaire.",
        "ms": "Draf ini dibuat dengan soal selidik versi {found}; yang ini versi {expected}. Kemas kini aiassess, atau gunakan soal selidik yang lebih baharu.",
    },
    "draft_questionnaire": {
        "en": "The draft answers the questionnaire “{name}”, which is not shipped. Name its file: aiassess assess FILE.yaml --resume DRAFT.",
        "ms": "Draf ini menjawab soal selidik “{name}”, yang tidak dibekalkan. Nyatakan failnya: aiassess assess FAIL.yaml --resume DRAF.",
    },
    "cannot_remove": {"en": "The draft cannot be removed.", "ms": "Draf tidak dapat dibuang."},
    "question_gone": {
        "en": "The question is no longer part of the questionnaire.",
        "ms": "Soalan ini tidak lagi terdapat dalam soal selidik.",
    },
    "option_gone": {
        "en": "The option “{option}” is no longer offered.",
        "ms": "Pilihan “{option}” tidak lagi disediakan.",
    },
    "answer_type_changed": {
        "en": "The question now takes another kind of answer: {kind}.",
        "ms": "Soalan ini kini memerlukan jenis jawapan yang lain: {kind}.",
    },
    "type_choice": {"en": "one answer", "ms": "satu jawapan"},
    "type_choices": {"en": "one or more answers", "ms": "satu jawapan atau lebih"},
    "type_text": {"en": "a text", "ms": "teks"},
    "type_number": {"en": "a number", "ms": "nombor"},
    "type_date": {"en": "a date", "ms": "tarikh"},
    "type_risks": {"en": "a list of risks", "ms": "senarai risiko"},
    "not_a_report": {
        "en": "This is no report of aiassess; a saved report.json was expected.",
        "ms": "Ini bukan laporan aiassess; fail report.json yang disimpan diperlukan.",
    },
    "no_reports": {
        "en": "There is no report in this folder or below it.",
        "ms": "Tiada laporan dalam folder ini atau di bawahnya.",
    },
    "digest_form": {
        "en": "“{found}” is no digest. Expected: sha256: and 64 digits from 0 to 9 and a to f.",
        "ms": "“{found}” bukan nilai semakan (digest). Diperlukan: sha256: dan 64 digit dari 0 hingga 9 dan a hingga f.",
    },
    "finished_report": {
        "en": "This file is the report of an assessment that was finished ({completed}), and is never overwritten; nothing was written. Choose another name, or remove the file first. To revise the assessment: aiassess assess --answers, with this file.",
        "ms": "Fail ini ialah laporan penilaian yang telah selesai ({completed}) dan tidak akan ditulis ganti; tiada apa-apa yang ditulis. Pilih nama lain, atau buang fail ini dahulu. Untuk menyemak semula penilaian: aiassess assess --answers, dengan fail ini.",
    },
    "report_changed_render": {
        "en": "The report was changed after it was made (its digest does not match). `aiassess verify` tells what differs; --allow-changed renders it with a notice.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan). `aiassess verify` menyatakan apa yang berbeza; --allow-changed memaparkannya dengan peringatan.",
    },
    "report_changed_json": {
        "en": "The report was changed after it was made (its digest does not match). JSON has no place for a notice; choose text, md or html.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan). JSON tiada ruang bagi peringatan; pilih text, md atau html.",
    },
    "render_no_questionnaire": {
        "en": "To say the report in another language, the questionnaire that it was made with is needed: {id} {version}, with the same digest. Give its file with -q.",
        "ms": "Untuk memaparkan laporan dalam bahasa lain, soal selidik asalnya diperlukan: {id} {version}, dengan nilai semakan (digest) yang sama. Berikan failnya dengan -q.",
    },
    "render_not_reproduced": {
        "en": "The report is not what its own answers give, so it cannot be said in another language. `aiassess verify` tells what differs.",
        "ms": "Laporan ini bukan hasil jawapannya sendiri, maka tidak dapat dipaparkan dalam bahasa lain. `aiassess verify` menyatakan apa yang berbeza.",
    },
    "report_numbers": {
        "en": "The report holds a number that no report of aiassess can hold, so it was changed by hand.",
        "ms": "Laporan ini mengandungi nombor yang tidak mungkin ada dalam laporan aiassess; fail ini telah diubah.",
    },
    "both_stdin": {
        "en": "Only one of the two can be standard input (-).",
        "ms": "Hanya satu daripada dua itu boleh menjadi input standard (-).",
    },
    "diff_questionnaires": {
        "en": "These are reports of two different questionnaires, “{old}” and “{new}”, which have nothing in common to compare. Compare reports of the same questionnaire; its versions may differ.",
        "ms": "Laporan ini daripada dua soal selidik yang berlainan, “{old}” dan “{new}”, yang tidak dapat dibandingkan. Bandingkan laporan daripada soal selidik yang sama; versinya boleh berbeza.",
    },
    "report_not_explained": {
        "en": "The report was changed after it was made, so its level cannot be explained. “aiassess verify” says what was changed.",
        "ms": "Laporan ini diubah selepas dihasilkan, maka tahapnya tidak dapat dijelaskan. “aiassess verify” menunjukkan perubahannya.",
    },
    "edition_not_at_hand": {
        "en": "The report was made with an edition of “{id}” (version {version}) that is not at hand. Give its file with -q.",
        "ms": "Laporan ini dihasilkan dengan edisi “{id}” (versi {version}) yang tidak tersedia. Beri failnya dengan -q.",
    },
    "nothing_to_explain": {
        "en": "“{found}” is no question, level or verdict of this questionnaire. Levels: {levels}. Verdicts: {verdicts}.",
        "ms": "“{found}” bukan soalan, tahap atau rumusan dalam soal selidik ini. Tahap: {levels}. Rumusan: {verdicts}.",
    },
    "too_many_options": {
        "en": "Question “{question}” has more than {limit} combinations of options; other answers to it cannot be compared.",
        "ms": "Soalan “{question}” mempunyai lebih daripada {limit} gabungan pilihan; jawapan lain tidak dapat dibandingkan.",
    },
    "report_changed": {
        "en": "The report was changed after it was made (its digest does not match), so it cannot be the one that is revised. Use its answers file.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan), maka tidak boleh dijadikan laporan yang disemak semula. Gunakan fail jawapannya.",
    },
    "number_comma": {
        "en": "“{found}” can be read in two ways. Write 1.5 for a decimal, and 1000 or 1,000,000 for a large number.",
        "ms": "“{found}” boleh dibaca dengan dua cara. Tulis 1.5 bagi perpuluhan, dan 1000 atau 1,000,000 bagi nombor besar.",
    },
    # YAML
    "yaml_syntax": {"en": "This is not valid YAML. {reason}", "ms": "Ini bukan YAML yang sah. {reason}"},
    "yaml_tab": {
        "en": "The line is indented with a tab. Indent with spaces.",
        "ms": "Baris ini diinden dengan tab. Gunakan ruang untuk inden.",
    },
    "yaml_odd_space": {
        "en": "There is a special space ({character}) here, such as word processors insert; YAML takes it for a letter. Replace it with an ordinary space.",
        "ms": "Terdapat ruang khas ({character}) di sini, seperti yang disisipkan oleh pemproses kata; YAML menganggapnya huruf. Gantikannya dengan ruang biasa.",
    },
    "yaml_curly_quote": {
        "en": "The text begins with a curly quotation mark ({character}), which YAML takes for a letter. Use \" or '.",
        "ms": "Teks ini bermula dengan tanda petikan melengkung ({character}), yang dianggap huruf oleh YAML. Gunakan \" atau '.",
    },
    "yaml_quote_open": {
        "en": "The quotation mark that opens here is never closed.",
        "ms": "Tanda petikan yang dibuka di sini tidak ditutup.",
    },
    "yaml_quote_late": {
        "en": "The quotation mark that opens here is closed only in line {line}, in the middle of something else. Close it where the text ends.",
        "ms": "Tanda petikan yang dibuka di sini hanya ditutup pada baris {line}, di tengah-tengah kandungan lain. Tutup petikan itu di hujung teks.",
    },
    "yaml_after_quote": {
        "en": "The text goes on after its closing quotation mark. Put all of it in quotation marks; inside '…' write '' for an apostrophe.",
        "ms": "Teks bersambung selepas tanda petikan penutupnya. Letakkan keseluruhan teks dalam tanda petikan; di dalam '…' tulis '' bagi koma atas.",
    },
    "yaml_colon_in_text": {
        "en": "A text holds a colon followed by a space. Put the whole text in quotation marks.",
        "ms": "Teks ini mengandungi titik bertindih diikuti ruang. Letakkan keseluruhan teks dalam tanda petikan.",
    },
    "yaml_colon_space": {
        "en": "A space is missing after the colon.",
        "ms": "Tiada ruang selepas titik bertindih.",
    },
    "yaml_deeper": {
        "en": "The line is indented deeper than the one above, which has its value already. Indent both alike.",
        "ms": "Baris ini diinden lebih dalam daripada baris di atasnya, yang sudah mempunyai nilai. Samakan inden kedua-duanya.",
    },
    "yaml_no_colon": {
        "en": "The line has no colon: “key: value” was expected.",
        "ms": "Baris ini tiada titik bertindih: “kunci: nilai” diperlukan.",
    },
    "yaml_bracket": {
        "en": "The bracket that opens here is not closed, or a comma is missing (noticed in line {line}).",
        "ms": "Kurungan yang dibuka di sini tidak ditutup, atau koma tertinggal (disedari pada baris {line}).",
    },
    "yaml_start": {
        "en": "A text cannot begin with “{character}”. Put it in quotation marks.",
        "ms": "Teks tidak boleh bermula dengan “{character}”. Letakkannya dalam tanda petikan.",
    },
    "yaml_escape": {
        "en": "In \"…\" a backslash has a meaning of its own. Write it twice, or use '…'.",
        "ms": "Dalam \"…\", garis miring terbalik mempunyai maksud tersendiri. Tulis dua kali, atau gunakan '…'.",
    },
    "yaml_block_text": {
        "en": "After | or > the text begins on the next line.",
        "ms": "Selepas | atau >, teks bermula pada baris berikutnya.",
    },
    "yaml_unexpected": {
        "en": "“{character}” is not expected here. Remove it, or put the text in quotation marks.",
        "ms": "“{character}” tidak dijangka di sini. Buang aksara itu, atau letakkan teks dalam tanda petikan.",
    },
    "yaml_ends": {
        "en": "The file ends too early: something that was begun is not finished.",
        "ms": "Fail ini tamat terlalu awal: ada bahagian yang belum lengkap.",
    },
    "yaml_indent": {
        "en": "The line is not indented as the others of the block that begins in line {line}.",
        "ms": "Inden baris ini tidak sama dengan baris lain dalam blok yang bermula pada baris {line}.",
    },
    "yaml_dash": {
        "en": "An entry of the list that begins in line {line} was expected: “- …”. Check the indentation.",
        "ms": "Butiran senarai yang bermula pada baris {line} diperlukan: “- …”. Semak inden.",
    },
    "yaml_control": {
        "en": "There is a control character ({character}) here. Remove it.",
        "ms": "Terdapat aksara kawalan ({character}) di sini. Buang aksara itu.",
    },
    "yaml_other": {"en": "The YAML reader says: {reason}.", "ms": "Pembaca YAML melaporkan: {reason}."},
    "yaml_documents": {
        "en": "A second YAML document begins here; one was expected. Remove the line “---”.",
        "ms": "Dokumen YAML kedua bermula di sini; hanya satu dibenarkan. Buang baris “---”.",
    },
    "yaml_depth": {
        "en": "The file is nested deeper than {limit} levels.",
        "ms": "Fail ini bersarang lebih daripada {limit} aras.",
    },
    "yaml_size": {
        "en": "The file has more than {limit} values once its aliases are expanded.",
        "ms": "Fail ini mengandungi lebih daripada {limit} nilai setelah aliasnya dikembangkan.",
    },
    "yaml_alias": {
        "en": "The alias *{name} names no anchor before it.",
        "ms": "Alias *{name} tidak merujuk sebarang sauh sebelumnya.",
    },
    "yaml_tag": {
        "en": "The tag {tag} is not allowed; write plain values.",
        "ms": "Tag {tag} tidak dibenarkan; tulis nilai biasa.",
    },
    "yaml_key": {
        "en": "A key must be a plain text.",
        "ms": "Kunci mestilah teks biasa.",
    },
    "duplicate_key": {
        "en": "The key “{key}” is here twice; it was first on line {first_line}. Keep one.",
        "ms": "Kunci “{key}” berulang di sini; kali pertama pada baris {first_line}. Kekalkan satu sahaja.",
    },
    "not_finite": {
        "en": "{text} is not a number that can be used here.",
        "ms": "{text} bukan nombor yang boleh digunakan di sini.",
    },
    # The shape of a questionnaire
    "unknown_questionnaire": {
        "en": "There is no questionnaire “{name}”. Known: {known}; or give the path of a .yaml file.",
        "ms": "Tiada soal selidik “{name}”. Yang ada: {known}; atau berikan laluan fail .yaml.",
    },
    "unknown_edition": {
        "en": "There is no version {version} of the questionnaire “{name}”. Known: {known}; “{name}” alone is the latest.",
        "ms": "Tiada versi {version} bagi soal selidik “{name}”. Yang ada: {known}; “{name}” sahaja ialah yang terkini.",
    },
    "not_a_questionnaire": {
        "en": "This is no questionnaire: a mapping with format, id, sections and so on was expected.",
        "ms": "Ini bukan soal selidik: pemetaan dengan format, id, sections dan sebagainya diperlukan.",
    },
    "newer_format": {
        "en": "The file has format {found}; this program reads {known}. Update aiassess.",
        "ms": "Fail ini berformat {found}; program ini membaca {known}. Kemas kini aiassess.",
    },
    "include_path": {
        "en": "“{found}” is not a path that can be included. Expected: a .yaml file below this one's folder, such as mine/01_profile.yaml.",
        "ms": "“{found}” bukan laluan yang boleh disertakan. Diperlukan: fail .yaml di bawah folder ini, contohnya mine/01_profile.yaml.",
    },
    "include_outside": {
        "en": "“{found}” leads outside the questionnaire's folder.",
        "ms": "“{found}” menghala ke luar folder soal selidik.",
    },
    "include_nested": {
        "en": "A section file cannot include another file. Name it in the questionnaire itself.",
        "ms": "Fail bahagian tidak boleh menyertakan fail lain. Namakannya dalam soal selidik itu sendiri.",
    },
    "include_many": {
        "en": "There are more than {limit} sections.",
        "ms": "Terdapat lebih daripada {limit} bahagian.",
    },
    "schema_required": {"en": "“{name}” is missing here.", "ms": "“{name}” tiada di sini."},
    "schema_unknown": {
        "en": "“{name}” is not known here. Known: {known}.",
        "ms": "“{name}” tidak dikenali di sini. Yang dikenali: {known}.",
    },
    "schema_not_here": {
        "en": "“{name}” does not go with the type or method chosen here. Remove it.",
        "ms": "“{name}” tidak sesuai dengan jenis atau kaedah yang dipilih di sini. Buang kunci ini.",
    },
    "schema_type": {
        "en": "Found {found}; expected {expected}.",
        "ms": "Dijumpai {found}; diperlukan {expected}.",
    },
    "schema_text_is_number": {
        "en": 'Found {found} without quotation marks, which YAML reads as a number; expected {expected}. Write "{found}".',
        "ms": 'Dijumpai {found} tanpa tanda petikan, yang dibaca YAML sebagai nombor; diperlukan {expected}. Tulis "{found}".',
    },
    "schema_text_is_boolean": {
        "en": "Found {found} without quotes, which YAML reads as a truth value; expected {expected}. Put it in quotes.",
        "ms": "Dijumpai {found} tanpa tanda petikan, yang dibaca YAML sebagai nilai benar/palsu; diperlukan {expected}. Letakkan tanda petikan.",
    },
    "schema_enum": {
        "en": "Found {found}; expected one of: {expected}.",
        "ms": "Dijumpai {found}; diperlukan salah satu: {expected}.",
    },
    "schema_minimum": {
        "en": "{found} is too small; at least {bound} was expected.",
        "ms": "{found} terlalu kecil; sekurang-kurangnya {bound} diperlukan.",
    },
    "schema_maximum": {
        "en": "{found} is too large; at most {bound} was expected.",
        "ms": "{found} terlalu besar; paling banyak {bound} dibenarkan.",
    },
    "schema_minitems": {
        "en": "Expected entries: at least {bound}.",
        "ms": "Sekurang-kurangnya {bound} entri diperlukan.",
    },
    "schema_maxitems": {
        "en": "Expected entries: at most {bound}.",
        "ms": "Paling banyak {bound} entri dibenarkan.",
    },
    "schema_maxlength": {
        "en": "This text is longer than {bound} characters.",
        "ms": "Teks ini melebihi {bound} aksara.",
    },
    "schema_minproperties": {"en": "This mapping is empty.", "ms": "Pemetaan ini kosong."},
    "schema_maxproperties": {
        "en": "Too many keys in one mapping; at most {bound}.",
        "ms": "Terlalu banyak kunci dalam satu pemetaan; paling banyak {bound}.",
    },
    "schema_unique": {"en": "An entry is in this list twice.", "ms": "Satu entri berulang dalam senarai ini."},
    "schema_include_path": {
        "en": "“{found}” is not a path that can be included. Expected: a .yaml file below this one's folder, such as mine/01_profile.yaml.",
        "ms": "“{found}” bukan laluan yang boleh disertakan. Diperlukan: fail .yaml di bawah folder ini, contohnya mine/01_profile.yaml.",
    },
    "schema_id": {
        "en": "“{found}” is no id. Expected: small letters, digits and _, beginning with a letter.",
        "ms": "“{found}” bukan id. Diperlukan: huruf kecil, digit dan _, bermula dengan huruf.",
    },
    "schema_language": {
        "en": "“{found}” is no language code. Expected: such as ms or en.",
        "ms": "“{found}” bukan kod bahasa. Diperlukan: contohnya ms atau en.",
    },
    "schema_version": {
        "en": "“{found}” is not a version. Expected: MAJOR.MINOR.PATCH, such as 1.0.0, each of at most nine digits.",
        "ms": "“{found}” bukan nombor versi. Diperlukan: MAJOR.MINOR.PATCH, contohnya 1.0.0, masing-masing paling banyak sembilan digit.",
    },
    "schema_date": {
        "en": "“{found}” is not a day. Write it as year-month-day, such as 2026-11-21.",
        "ms": "“{found}” bukan tarikh. Tulis sebagai tahun-bulan-hari, contohnya 2026-11-21.",
    },
    "schema_ref": {
        "en": "“{found}” is no reference number. Expected: up to 12 letters, digits and dots.",
        "ms": "“{found}” bukan nombor rujukan. Diperlukan: sehingga 12 huruf, digit dan titik.",
    },
    "schema_digest": {
        "en": "“{found}” is not a digest. Expected: sha256: and 64 digits from 0 to 9 and a to f.",
        "ms": "“{found}” bukan nilai semakan (digest). Diperlukan: sha256: dan 64 digit dari 0 hingga 9 dan a hingga f.",
    },
    "schema_blocked_by": {
        "en": "Found {found}; expected incomplete, critical_finding or principle: and the id of one.",
        "ms": "Dijumpai {found}; diperlukan incomplete, critical_finding atau principle: diikuti id prinsip.",
    },
    "schema_blank_text": {"en": "This text is blank.", "ms": "Teks ini kosong."},
    "schema_basis": {
        "en": "Found {found}; expected all, applicable or a whole number.",
        "ms": "Dijumpai {found}; diperlukan all, applicable atau nombor bulat.",
    },
    "schema_blocker": {
        "en": "Found {found}; expected incomplete, critical_finding or {{principle_below_percent: n}}.",
        "ms": "Dijumpai {found}; diperlukan incomplete, critical_finding atau {{principle_below_percent: n}}.",
    },
    "schema_condition": {
        "en": "{found} is no condition. Expected: question with one of {tests}; or one of all, any, not.",
        "ms": "{found} bukan syarat. Diperlukan: question dengan satu daripada {tests}; atau satu daripada all, any, not.",
    },
    "schema_finding": {
        "en": "A finding needs either “on” (options) or “when” (a condition), not both.",
        "ms": "Penemuan memerlukan “on” (pilihan) atau “when” (syarat), bukan kedua-duanya.",
    },
    # Words inside the messages above and below
    "kind_object": {"en": "a mapping", "ms": "pemetaan"},
    "kind_array": {"en": "a list", "ms": "senarai"},
    "kind_string": {"en": "a text", "ms": "teks"},
    "kind_integer": {"en": "a whole number", "ms": "nombor bulat"},
    "kind_number": {"en": "a number", "ms": "nombor"},
    "kind_boolean": {"en": "true or false", "ms": "true atau false"},
    "kind_null": {"en": "null", "ms": "null"},
    "number_too_large": {"en": "a number too large to be read", "ms": "nombor yang terlalu besar untuk dibaca"},
    "kind_question": {"en": "question", "ms": "soalan"},
    "kind_section": {"en": "section", "ms": "bahagian"},
    "kind_rule": {"en": "rule", "ms": "peraturan"},
    "kind_level": {"en": "level", "ms": "tahap"},
    "kind_check": {"en": "check", "ms": "semakan percanggahan"},
    "kind_source": {"en": "source", "ms": "sumber"},
    "kind_tag": {"en": "tag", "ms": "tag"},
    "kind_option": {"en": "option", "ms": "pilihan"},
    "kind_finding": {"en": "finding", "ms": "penemuan"},
    # The sense of a questionnaire
    "text_missing_language": {
        "en": "The text has no “{language}”. Every text is needed in every declared language.",
        "ms": "Teks ini tiada dalam “{language}”. Setiap teks mesti ada dalam setiap bahasa yang diisytiharkan.",
    },
    "text_extra_language": {
        "en": "“{language}” is not a declared language ({declared}).",
        "ms": "“{language}” bukan bahasa yang diisytiharkan ({declared}).",
    },
    "text_control": {
        "en": "The text holds a character that is not seen, or that moves what is: {text}",
        "ms": "Teks ini mengandungi aksara yang tidak kelihatan, atau yang mengubah susunan teks: {text}",
    },
    "id_twice": {
        "en": "The {kind} id “{id}” is used twice; it was first used on line {first_line}. Ids are unique.",
        "ms": "Id {kind} “{id}” berulang; kali pertama pada baris {first_line}. Setiap id mestilah unik.",
    },
    "unknown_tag": {
        "en": "“{id}” is not declared under dimensions. Declared: {known}.",
        "ms": "“{id}” tidak diisytiharkan dalam dimensions. Yang diisytiharkan: {known}.",
    },
    "unknown_source": {
        "en": "“{id}” is not declared under provenance.sources. Declared: {known}.",
        "ms": "“{id}” tidak diisytiharkan dalam provenance.sources. Yang diisytiharkan: {known}.",
    },
    "unknown_option_set": {
        "en": "There is no option set “{id}”. Declared: {known}.",
        "ms": "Tiada set pilihan “{id}”. Yang diisytiharkan: {known}.",
    },
    "unknown_level": {
        "en": "There is no level “{id}”. Declared: {known}.",
        "ms": "Tiada tahap “{id}”. Yang diisytiharkan: {known}.",
    },
    "level_not_here": {
        "en": "level_at_least is asked in the show_if of a question or section only. A rule, finding or check looks at answers.",
        "ms": "level_at_least digunakan dalam show_if soalan atau bahagian sahaja. Peraturan, penemuan dan semakan melihat jawapan.",
    },
    "level_too_early": {
        "en": "The level cannot be told here: the inherent question “{id}” comes at this place or later. Move this after it.",
        "ms": "Tahap belum dapat ditentukan di sini: soalan risiko sedia ada “{id}” terletak di sini atau selepasnya. Letakkan selepas soalan itu.",
    },
    "phase_no_choice": {
        "en": "“{id}” is not a question with one answer (choice). Name the question that tells the phase.",
        "ms": "“{id}” bukan soalan satu jawapan (choice). Namakan soalan yang menyatakan fasa.",
    },
    "phase_not_applicable": {
        "en": "“{id}” tells the phase, so it may not allow “not applicable”.",
        "ms": "“{id}” menyatakan fasa, maka soalan itu tidak boleh membenarkan “tidak berkenaan”.",
    },
    "phase_options": {
        "en": "The options of “{id}” ({options}) are not the phases ({phases}). Give each phase an option of the same id, and no other.",
        "ms": "Pilihan “{id}” ({options}) tidak sama dengan fasa ({phases}). Beri setiap fasa satu pilihan dengan id yang sama, tanpa pilihan lain.",
    },
    "without_evidence_unknown": {
        "en": "There is no other option “{id}” in this list. Known: {known}.",
        "ms": "Tiada pilihan lain “{id}” dalam senarai ini. Yang diketahui: {known}.",
    },
    "without_evidence_circle": {
        "en": "Without evidence, “{id}” counts as itself in the end. Let the chain end at an option that has no without_evidence.",
        "ms": "Tanpa bukti, “{id}” akhirnya dikira sebagai dirinya sendiri. Akhiri rantaian pada pilihan yang tiada without_evidence.",
    },
    "without_evidence_never": {
        "en": "“{id}” counts in full only with evidence, but the question asks for none. Set evidence to optional or expected.",
        "ms": "“{id}” dikira sepenuhnya hanya jika disertai bukti, tetapi soalan ini tidak meminta bukti. Tetapkan evidence kepada optional atau expected.",
    },
    "without_evidence_better": {
        "en": "Without evidence, “{id}” counts as “{other}”, which is better: to give evidence would make the result worse.",
        "ms": "Tanpa bukti, “{id}” dikira sebagai “{other}”, iaitu jawapan yang lebih baik: memberi bukti akan memburukkan keputusan.",
    },
    "phases_too_early": {
        "en": "This question comes before the phase is known, so it is asked in every phase. Move it after “{id}”.",
        "ms": "Soalan ini mendahului soalan fasa, maka ditanya dalam setiap fasa. Letakkan soalan ini selepas “{id}”.",
    },
    "phase_hidden": {
        "en": "“{id}” is asked only under a condition (show_if). Where it is not asked, the questions of every phase are.",
        "ms": "“{id}” ditanya hanya dengan syarat (show_if). Jika soalan itu tidak ditanya, soalan bagi setiap fasa ditanya.",
    },
    "since_newer": {
        "en": "The question is said to be new since {since}, but this is version {version}. Write the version in which it first stood.",
        "ms": "Soalan ini dikatakan baharu sejak {since}, tetapi versi ini ialah {version}. Tulis versi pertama yang mengandungi soalan ini.",
    },
    "gate_optional": {
        "en": "The rule “{rule}” stops a system by this question, so it cannot be left out. Remove “required: false”.",
        "ms": "Peraturan “{rule}” menghentikan sistem melalui soalan ini, maka soalan ini tidak boleh ditinggalkan. Buang “required: false”.",
    },
    "condition_question_near": {
        "en": "The condition looks at a question “{id}” that does not exist. Did you mean “{near}”?",
        "ms": "Syarat ini merujuk soalan “{id}” yang tiada. Adakah maksud anda “{near}”?",
    },
    "condition_question": {
        "en": "The condition looks at a question “{id}” that does not exist.",
        "ms": "Syarat ini merujuk soalan “{id}” yang tiada.",
    },
    "condition_later": {
        "en": "The condition looks at “{id}”, which does not come earlier. It may look at earlier questions only.",
        "ms": "Syarat ini merujuk “{id}”, yang tidak berada lebih awal. Hanya soalan terdahulu boleh dirujuk.",
    },
    "condition_type": {
        "en": "“{test}” does not suit “{id}”, a question of type {type}. It suits: {allowed}.",
        "ms": "“{test}” tidak sesuai untuk “{id}”, soalan jenis {type}. Sesuai untuk: {allowed}.",
    },
    "condition_option": {
        "en": "“{option}” is no option of “{id}”. Its options: {known}.",
        "ms": "“{option}” bukan pilihan bagi “{id}”. Pilihannya: {known}.",
    },
    "condition_never": {
        "en": "“{id}” can never be answered “not applicable”, so this never holds.",
        "ms": "“{id}” tidak boleh dijawab “tidak berkenaan”, maka syarat ini tidak akan dipenuhi.",
    },
    "subject_question": {
        "en": "“{id}” must be a question of type {expected}.",
        "ms": "“{id}” mestilah soalan jenis {expected}.",
    },
    "exclusive_in_choice": {
        "en": "The option “{id}” is exclusive, but a question of type choice takes one option anyway.",
        "ms": "Pilihan “{id}” eksklusif, sedangkan soalan jenis choice memang menerima satu pilihan sahaja.",
    },
    "all_exclusive": {
        "en": "All options are exclusive; use type choice.",
        "ms": "Semua pilihan eksklusif; gunakan jenis choice.",
    },
    "choices_without_none": {
        "en": "No option is exclusive: somebody to whom none applies cannot answer. Add one such as “none of these”.",
        "ms": "Tiada pilihan eksklusif: jika tiada satu pun pilihan yang berkenaan, soalan ini tidak dapat dijawab. Tambah satu, contohnya “tiada satu pun”.",
    },
    "points_all_equal": {
        "en": "All options count the same points, so the answer does not matter to the score.",
        "ms": "Semua pilihan membawa mata yang sama, maka jawapan tidak mempengaruhi jumlah mata.",
    },
    "optional_scored_zero": {
        "en": "The question is scored but not required, and “unanswered: zero” counts a blank as 0 points: leaving it blank can lower the level.",
        "ms": "Soalan ini membawa mata tetapi tidak wajib, dan “unanswered: zero” mengira jawapan kosong sebagai 0 mata: membiarkannya kosong boleh merendahkan tahap.",
    },
    "optional_scored": {
        "en": "The question is scored but not required; left blank it still counts against the system.",
        "ms": "Soalan ini membawa mata tetapi tidak wajib; jika dibiarkan kosong, soalan ini tetap dikira pada nilai terburuk.",
    },
    "minimum_above_maximum": {
        "en": "The minimum {minimum} is above the maximum {maximum}.",
        "ms": "Minimum {minimum} melebihi maksimum {maximum}.",
    },
    "band_without_bound": {
        "en": "Only the last band may have no up_to.",
        "ms": "Hanya jalur terakhir boleh tanpa up_to.",
    },
    "bands_not_rising": {
        "en": "The bound {bound} does not rise above the one before, {before}.",
        "ms": "Had {bound} tidak melebihi had sebelumnya, {before}.",
    },
    "last_band_bounded": {
        "en": "The last band must have no up_to, so that every number has points.",
        "ms": "Jalur terakhir mestilah tanpa up_to supaya setiap nombor ada mata.",
    },
    "finding_without_actor": {
        "en": "Neither the finding nor the question names an actor: nobody owns the action.",
        "ms": "Penemuan dan soalan ini tidak menamakan “actor”: tiada pihak yang bertanggungjawab atas tindakan ini.",
    },
    "finding_on_type": {
        "en": "A question of type {type} has no options; use “when”.",
        "ms": "Soalan jenis {type} tiada pilihan; gunakan “when”.",
    },
    "finding_option": {
        "en": "“{option}” is no option of this question. Its options: {known}.",
        "ms": "“{option}” bukan pilihan soalan ini. Pilihannya: {known}.",
    },
    "finding_not_on_worse": {
        "en": "Worse options raise no finding as severe: {options}.",
        "ms": "Pilihan yang lebih buruk tidak menimbulkan penemuan seberat ini: {options}.",
    },
    "gate_not_applicable": {
        "en": "The rule “{rule}” looks at “{id}”, so the question may not be answered “not applicable”.",
        "ms": "Peraturan “{rule}” merujuk “{id}”, maka soalan ini tidak boleh dijawab “tidak berkenaan”.",
    },
    "blanks_dilute": {
        "en": "With the maximum of those applicable, a blank that counts zero would lower the level. Use unanswered: worst, or maximum: all.",
        "ms": "Dengan maksimum soalan yang berkenaan, jawapan kosong bernilai sifar akan menurunkan tahap. Gunakan unanswered: worst, atau maximum: all.",
    },
    "linear_from_100": {
        "en": "A reduction that begins at 100 has no room to rise. Choose a mark below 100, or method: step.",
        "ms": "Pengurangan yang bermula pada 100 tiada ruang untuk meningkat. Pilih nilai di bawah 100, atau method: step.",
    },
    "no_last_level": {
        "en": "The last level that points reach must have no up_to_percent.",
        "ms": "Tahap terakhir yang dicapai melalui mata mestilah tanpa up_to_percent.",
    },
    "level_after_last": {
        "en": "The level “{last}” before this one has no up_to_percent, so points can never reach this bound.",
        "ms": "Tahap “{last}” sebelum ini tiada up_to_percent, maka had ini tidak dapat dicapai melalui mata.",
    },
    "levels_not_rising": {
        "en": "The threshold {bound} does not rise above the one before, {before}.",
        "ms": "Ambang {bound} tidak melebihi ambang sebelumnya, {before}.",
    },
    "stop_by_points": {
        "en": "Points alone can reach this level that stops; usually only a rule should.",
        "ms": "Mata sahaja boleh mencapai tahap henti ini; lazimnya hanya peraturan yang sepatutnya mencapainya.",
    },
    "ready_falls": {
        "en": "This level asks for {asked}%, but the level below for {before}%: a worse answer would turn the verdict milder.",
        "ms": "Tahap ini memerlukan {asked}% sedangkan tahap di bawahnya memerlukan {before}%: jawapan yang lebih buruk akan menjadikan rumusan lebih ringan.",
    },
    "tag_unused": {"en": "No question uses “{id}”.", "ms": "Tiada soalan menggunakan “{id}”."},
    "principle_not_measured": {
        "en": "No control question serves the principle “{id}”, so it is never measured.",
        "ms": "Tiada soalan kawalan bagi prinsip “{id}”, maka prinsip ini tidak pernah diukur.",
    },
    "option_set_unused": {
        "en": "No question uses the option set “{id}”.",
        "ms": "Tiada soalan menggunakan set pilihan “{id}”.",
    },
    "source_unused": {"en": "No question names the source “{id}”.", "ms": "Tiada soalan menamakan sumber “{id}”."},
    # The wrong file
    "wrong_file": {
        "en": "This is {what}; {expected} was expected. {advice}",
        "ms": "Ini ialah {what}; {expected} diperlukan. {advice}",
    },
    "file_answers": {"en": "an answers file", "ms": "fail jawapan"},
    "file_report": {"en": "a report", "ms": "laporan"},
    "file_submissions": {"en": "a file of several submissions", "ms": "fail yang mengandungi beberapa penghantaran"},
    "file_questionnaire": {"en": "a questionnaire", "ms": "soal selidik"},
    "file_section": {"en": "a section of a questionnaire", "ms": "satu bahagian soal selidik"},
    "file_schema": {"en": "a JSON Schema", "ms": "JSON Schema"},
    "file_diff": {"en": "a comparison that `aiassess diff` made", "ms": "perbandingan yang dihasilkan `aiassess diff`"},
    "file_explanation": {
        "en": "an explanation that `aiassess explain` made",
        "ms": "penjelasan yang dihasilkan `aiassess explain`",
    },
    "file_portfolio": {
        "en": "a summary that `aiassess batch` made",
        "ms": "ringkasan yang dihasilkan `aiassess batch`",
    },
    "file_verification": {
        "en": "what `aiassess verify` found",
        "ms": "hasil semakan `aiassess verify`",
    },
    "file_rows": {"en": "a table that `aiassess batch` made", "ms": "jadual yang dihasilkan `aiassess batch`"},
    "file_errors": {
        "en": "the list of errors that `aiassess batch` made",
        "ms": "senarai ralat yang dihasilkan `aiassess batch`",
    },
    "file_page": {"en": "a page for people to read", "ms": "halaman untuk dibaca"},
    "file_draft_state": {"en": "a part of a draft", "ms": "sebahagian daripada draf"},
    "file_dropped": {
        "en": "the answers that a change of the questionnaire left over",
        "ms": "jawapan yang tidak lagi sesuai setelah soal selidik berubah",
    },
    "file_batch_journal": {
        "en": "the note of how far an interrupted batch is",
        "ms": "catatan kemajuan larian kelompok yang terhenti",
    },
    "expected_answers": {"en": "an answers file or a report", "ms": "fail jawapan atau laporan"},
    "expected_report": {"en": "a report (report.json)", "ms": "laporan (report.json)"},
    "expected_questionnaire": {"en": "a questionnaire (.yaml)", "ms": "soal selidik (.yaml)"},
    "advice_answers": {
        "en": "`aiassess score FILE -o report.json` makes its report; batch, diff, explain and `assess --answers` take it as well.",
        "ms": "`aiassess score FAIL -o report.json` menghasilkan laporannya; batch, diff, explain dan `assess --answers` juga menerimanya.",
    },
    "advice_report": {
        "en": "`aiassess` render, verify, score, batch, diff, explain and `assess --answers` take it.",
        "ms": "`aiassess` render, verify, score, batch, diff, explain dan `assess --answers` menerimanya.",
    },
    "advice_submissions": {"en": "`aiassess batch` takes it.", "ms": "`aiassess batch` menerimanya."},
    "advice_questionnaire": {
        "en": "Give it with -q, or answer it with `aiassess assess FILE`.",
        "ms": "Berikan dengan -q, atau jawab dengan `aiassess assess FAIL`.",
    },
    "advice_section": {
        "en": "Give the questionnaire that includes it.",
        "ms": "Berikan soal selidik yang menyertakannya.",
    },
    "advice_schema": {
        "en": "It tells other programs what a file may hold.",
        "ms": "JSON Schema memberitahu program lain kandungan yang dibenarkan dalam sesuatu fail.",
    },
    "advice_result": {
        "en": "No command takes it; give what it was made from.",
        "ms": "Tiada perintah yang menerimanya; berikan fail asalnya.",
    },
    "advice_page": {
        "en": "Give the report.json beside it.",
        "ms": "Berikan report.json yang ada bersamanya.",
    },
    "advice_draft": {
        "en": "`aiassess drafts list` shows the drafts, and `assess --resume` goes on with one.",
        "ms": "`aiassess drafts list` menyenaraikan draf, dan `assess --resume` menyambungnya.",
    },
    "advice_journal": {
        "en": "Go on with the batch by adding --resume to its command.",
        "ms": "Sambung larian itu dengan menambah --resume pada perintahnya.",
    },
    "packed_file": {
        "en": "The file is compressed. Unpack it first; only `aiassess batch` reads it as it is.",
        "ms": "Fail ini dimampatkan. Nyahmampatkan dahulu; hanya `aiassess batch` membacanya terus.",
    },
    "report_changed_score": {
        "en": "The report was changed after it was made (its digest does not match), so nobody knows which of its answers hold. `aiassess verify` tells what differs; an answers file is scored as it is.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan), maka jawapannya tidak dapat dipercayai. `aiassess verify` menyatakan apa yang berbeza; fail jawapan dinilai seperti sedia ada.",
    },
    "report_answers_twice": {
        "en": "The report answers a question twice, so nobody knows which answer holds. No report of aiassess does.",
        "ms": "Laporan ini menjawab satu soalan dua kali, maka tidak diketahui jawapan yang mana benar. Laporan aiassess tidak pernah begitu.",
    },
    "file_fault": {
        "en": "This is a fault in aiassess ({what}), met while this file was read. The others are not affected.",
        "ms": "Ini ialah kesilapan dalam aiassess ({what}), yang timbul semasa membaca fail ini. Fail lain tidak terjejas.",
    },
    # JSON and answers files
    "json_syntax": {"en": "This is not valid JSON. {reason}", "ms": "Ini bukan JSON yang sah. {reason}"},
    "json_quote_open": {
        "en": "The quotation mark that opens here is never closed on its line.",
        "ms": "Tanda petikan yang dibuka di sini tidak ditutup pada barisnya.",
    },
    "json_control": {
        "en": "There is a line break, a tab or another control character ({character}) in a text. Write \\n or \\t.",
        "ms": "Terdapat pemisah baris, tab atau aksara kawalan lain ({character}) dalam teks. Tulis \\n atau \\t.",
    },
    "json_escape": {
        "en": 'A backslash must be followed by one of " \\ / b f n r t u. To write a backslash itself, write it twice.',
        "ms": 'Garis miring terbalik mesti diikuti salah satu daripada " \\ / b f n r t u. Untuk menulis garis miring terbalik itu sendiri, tulis dua kali.',
    },
    "json_more": {
        "en": "The document ends before this; nothing may follow it.",
        "ms": "Dokumen sudah tamat sebelum ini; tiada apa-apa yang boleh mengikutinya.",
    },
    "json_last_comma": {
        "en": "Nothing follows this comma. Remove it.",
        "ms": "Tiada apa-apa selepas koma ini. Buang koma itu.",
    },
    "json_ends": {
        "en": "The file ends too early: a bracket or a text is not closed. Was it cut off?",
        "ms": "Fail ini tamat terlalu awal: ada kurungan atau teks yang tidak ditutup. Adakah fail ini terpotong?",
    },
    "json_quotes": {
        "en": "JSON's quotation marks are straight and double (\"), not {character}.",
        "ms": 'Tanda petikan JSON ialah tanda petikan berganda lurus ("), bukan {character}.',
    },
    "json_comment": {
        "en": "JSON has no comments. Remove the line, or put it into a note.",
        "ms": "JSON tidak mempunyai ulasan. Buang baris ini, atau letakkannya dalam catatan.",
    },
    "json_colon": {"en": "A colon (:) is missing before this.", "ms": "Titik bertindih (:) tertinggal sebelum ini."},
    "json_comma": {
        "en": "A comma is missing before this, or a quotation mark or bracket is closed too early.",
        "ms": "Koma tertinggal sebelum ini, atau tanda petikan atau kurungan ditutup terlalu awal.",
    },
    "json_key": {
        "en": 'A key in quotation marks (") was expected here.',
        "ms": 'Kunci dalam tanda petikan (") diperlukan di sini.',
    },
    "json_constant": {
        "en": "Found {found}; JSON writes {expected}.",
        "ms": "Dijumpai {found}; JSON menulisnya {expected}.",
    },
    "json_number": {
        "en": "{found} is not a number that JSON knows: digits, with a zero before the point and none before other digits.",
        "ms": "{found} bukan nombor yang dikenali JSON: tulis digit, dengan sifar sebelum titik perpuluhan dan tanpa sifar di hadapan digit lain.",
    },
    "json_bare": {
        "en": '{found} is not in quotation marks. A text needs them (").',
        "ms": '{found} tidak berada dalam tanda petikan. Teks memerlukannya (").',
    },
    "json_value": {"en": "A value is missing here.", "ms": "Tiada nilai di sini."},
    "json_unexpected": {
        "en": "“{character}” is not expected here; a value is.",
        "ms": "“{character}” tidak dijangka di sini; nilai diperlukan.",
    },
    "json_duplicate_key": {
        "en": "The key “{key}” is in one object twice. Keep one.",
        "ms": "Kunci “{key}” berulang dalam satu objek. Kekalkan satu sahaja.",
    },
    "json_not_finite": {
        "en": "{text} is no JSON number.",
        "ms": "{text} bukan nombor JSON.",
    },
    "json_depth": {
        "en": "The file is nested deeper than {limit} levels.",
        "ms": "Fail ini bersarang lebih daripada {limit} aras.",
    },
    "json_size": {
        "en": "The file has more than {limit} values. Check that it is the right file.",
        "ms": "Fail ini mengandungi lebih daripada {limit} nilai. Pastikan fail inilah yang dimaksudkan.",
    },
    "json_surrogate": {
        "en": "A text holds half a character (a lone surrogate): {text}",
        "ms": "Satu teks mengandungi separuh aksara (surrogate tunggal): {text}",
    },
    "json_unknown": {
        "en": "“{name}” is not known here. Known: {known}.",
        "ms": "“{name}” tidak dikenali di sini. Yang dikenali: {known}.",
    },
    "json_required": {"en": "“{name}” is missing here.", "ms": "“{name}” tiada di sini."},
    "json_expected_object": {
        "en": "Found {found}; expected an object {{…}}.",
        "ms": "Dijumpai {found}; objek {{…}} diperlukan.",
    },
    "json_expected_array": {
        "en": "Found {found}; expected a list […].",
        "ms": "Dijumpai {found}; senarai […] diperlukan.",
    },
    "json_expected_string": {
        "en": "Found {found}; expected a text in quotes.",
        "ms": "Dijumpai {found}; teks dalam tanda petikan diperlukan.",
    },
    "json_expected_boolean": {
        "en": "Found {found}; expected true or false without quotes.",
        "ms": "Dijumpai {found}; true atau false tanpa tanda petikan diperlukan.",
    },
    "json_expected_number": {
        "en": "Found {found}; expected a number without quotes.",
        "ms": "Dijumpai {found}; nombor tanpa tanda petikan diperlukan.",
    },
    "answers_no_format": {
        "en": 'This is no answers file: “format” is missing. Expected "format": "{known}".',
        "ms": 'Ini bukan fail jawapan: “format” tiada. Diperlukan "format": "{known}".',
    },
    "answers_format": {
        "en": "Found format {found}; expected {known}.",
        "ms": "Dijumpai format {found}; diperlukan {known}.",
    },
    "answers_questionnaire": {
        "en": 'The file does not say which questionnaire it answers. Expected "questionnaire": {{"id": …, "version": …}}.',
        "ms": 'Fail tidak menyatakan soal selidik yang dijawab. Diperlukan "questionnaire": {{"id": …, "version": …}}.',
    },
    "answers_unknown_questionnaire": {
        "en": "The answers are to a questionnaire “{name}”, which is not shipped ({known}). Name its file with -q.",
        "ms": "Jawapan ini bagi soal selidik “{name}”, yang tidak dibekalkan ({known}). Nyatakan failnya dengan -q.",
    },
    "other_questionnaire": {
        "en": "The answers are to the questionnaire {found}, not to {expected}.",
        "ms": "Jawapan ini bagi soal selidik {found}, bukan {expected}.",
    },
    "answers_version": {
        "en": "Found version {found}; expected one such as {expected}.",
        "ms": "Dijumpai versi {found}; diperlukan versi seperti {expected}.",
    },
    "other_major_version": {
        "en": "The answers are to version {found}; the questionnaire is {expected}. Only versions {major}.x can be scored with it; “aiassess assess --answers” takes over what still fits.",
        "ms": "Jawapan ini bagi versi {found}; soal selidik ialah {expected}. Hanya versi {major}.x boleh dinilai dengannya; “aiassess assess --answers” membawa masuk jawapan yang masih sesuai.",
    },
    "about_started_at": {
        "en": "Found {found}; expected a moment such as 2026-11-21T09:00:00+08:00.",
        "ms": "Dijumpai {found}; masa seperti 2026-11-21T09:00:00+08:00 diperlukan.",
    },
    "about_completed_at": {
        "en": "Found {found}; expected a moment such as 2026-11-21T09:00:00+08:00.",
        "ms": "Dijumpai {found}; masa seperti 2026-11-21T09:00:00+08:00 diperlukan.",
    },
    "about_language": {
        "en": "Found {found}; expected a language code such as ms.",
        "ms": "Dijumpai {found}; kod bahasa seperti ms diperlukan.",
    },
    "about_revises": {
        "en": "Found {found}; expected the digest of a report: sha256: and 64 hexadecimal digits.",
        "ms": "Dijumpai {found}; nilai semakan (digest) laporan diperlukan: sha256: dan 64 digit dari 0 hingga 9 dan a hingga f.",
    },
    "unknown_question": {
        "en": "There is no question “{id}” in this questionnaire.",
        "ms": "Tiada soalan “{id}” dalam soal selidik ini.",
    },
    "unknown_question_near": {
        "en": "There is no question “{id}” in this questionnaire. Did you mean “{near}”?",
        "ms": "Tiada soalan “{id}” dalam soal selidik ini. Adakah maksud anda “{near}”?",
    },
    "unknown_option": {
        "en": "Found {found}; expected one of: {known}.",
        "ms": "Dijumpai {found}; diperlukan salah satu: {known}.",
    },
    "option_twice": {"en": "“{found}” is chosen twice.", "ms": "“{found}” dipilih dua kali."},
    "choices_empty": {
        "en": "Nothing is chosen. Choose at least one option, or leave the question out.",
        "ms": "Tiada pilihan dibuat. Pilih sekurang-kurangnya satu, atau tinggalkan soalan ini.",
    },
    "exclusive_option": {
        "en": "“{option}” cannot be chosen together with others.",
        "ms": "“{option}” tidak boleh dipilih bersama pilihan lain.",
    },
    "text_blank": {
        "en": "The text is blank. Write something, or leave it out.",
        "ms": "Teks ini kosong. Tulis sesuatu, atau tinggalkan.",
    },
    "text_too_long": {
        "en": "The text has {length} characters; at most {limit} are kept.",
        "ms": "Teks ini {length} aksara; paling banyak {limit} dibenarkan.",
    },
    "huge_number": {"en": "A number this large", "ms": "Nombor sebesar ini"},
    "number_range": {
        "en": "{found} is out of range; expected {minimum} to {maximum}.",
        "ms": "{found} di luar julat; diperlukan dari {minimum} hingga {maximum}.",
    },
    "number_whole": {"en": "{found} is not a whole number.", "ms": "{found} bukan nombor bulat."},
    "number_text": {
        "en": "“{found}” is not a number. Write it in digits, such as 12 or 2.5.",
        "ms": "“{found}” bukan nombor. Tulis dalam digit, contohnya 12 atau 2.5.",
    },
    "date_wrong": {
        "en": "“{found}” is not a date. Write it as year-month-day, such as 2026-11-21.",
        "ms": "“{found}” bukan tarikh. Tulis sebagai tahun-bulan-hari, contohnya 2026-11-21.",
    },
    "date_range": {
        "en": "{found} is out of range; expected {earliest} to {latest}.",
        "ms": "{found} di luar julat; diperlukan dari {earliest} hingga {latest}.",
    },
    "date_early": {
        "en": "{found} is too early; expected {earliest} or later.",
        "ms": "{found} terlalu awal; diperlukan {earliest} atau selepasnya.",
    },
    "date_late": {
        "en": "{found} is too late; expected {latest} or earlier.",
        "ms": "{found} terlalu lewat; diperlukan {latest} atau sebelumnya.",
    },
    "risks_empty": {
        "en": "The register is empty. Enter at least one risk, or leave the question out.",
        "ms": "Daftar risiko kosong. Masukkan sekurang-kurangnya satu risiko, atau tinggalkan soalan ini.",
    },
    "risk_rating": {
        "en": "Found {found}; expected a whole number from 1 to 5.",
        "ms": "Dijumpai {found}; nombor bulat dari 1 hingga 5 diperlukan.",
    },
    "risk_half_residual": {
        "en": "Give both residual_likelihood and residual_consequence, or neither.",
        "ms": "Berikan residual_likelihood dan residual_consequence kedua-duanya, atau tiada langsung.",
    },
    "too_many": {
        "en": "There are {count} entries; at most {limit} are kept.",
        "ms": "Terdapat {count} entri; paling banyak {limit} dibenarkan.",
    },
    "status_and_value": {
        "en": "The answer has both a value and a status. Give one.",
        "ms": "Jawapan ini mempunyai nilai dan status. Berikan satu sahaja.",
    },
    "status_unknown": {
        "en": "Found status {found}; expected unsure or not_applicable.",
        "ms": "Dijumpai status {found}; unsure atau not_applicable diperlukan.",
    },
    "not_applicable_refused": {
        "en": "This question cannot be answered “not applicable”.",
        "ms": "Soalan ini tidak boleh dijawab “tidak berkenaan”.",
    },
    "not_applicable_note": {
        "en": "“Not applicable” needs a note that says why.",
        "ms": "“Tidak berkenaan” memerlukan catatan tentang sebabnya.",
    },
    # Batches
    "submission_too_large": {
        "en": "The submission is larger than {limit_mb} MB, the most that is read of one.",
        "ms": "Penghantaran ini melebihi {limit_mb} MB, iaitu had bacaan bagi satu penghantaran.",
    },
    "submission_fault": {
        "en": "This is a fault in aiassess ({what}), met while this submission was judged. The others are not affected.",
        "ms": "Ini ialah kesilapan dalam aiassess ({what}), yang timbul semasa menilai penghantaran ini. Penghantaran lain tidak terjejas.",
    },
    "worker_died": {
        "en": "The process that judged this submission ended without a result, each time it was tried: killed, or out of memory.",
        "ms": "Proses yang menilai penghantaran ini berakhir tanpa hasil setiap kali dicuba: dihentikan, atau kehabisan memori.",
    },
    "packed_cut_off": {
        "en": "The compressed file is cut off here; what follows is missing. Get the whole file.",
        "ms": "Fail mampat ini terpotong di sini; selebihnya tiada. Dapatkan fail yang lengkap.",
    },
    "packed_damaged": {
        "en": "The compressed file is damaged; nothing can be read from here on. Get it again.",
        "ms": "Fail mampat ini rosak; tiada apa-apa dapat dibaca mulai dari sini. Dapatkan semula fail itu.",
    },
    "packed_bomb": {
        "en": "The compressed file unpacks to more than {times} times its size; nothing more is read from it. Unpack it first if it is the right file.",
        "ms": "Fail mampat ini mengembang melebihi {times} kali saiznya; bacaan dihentikan. Nyahmampatkan fail ini dahulu jika fail inilah yang dimaksudkan.",
    },
    "array_open": {
        "en": "The JSON array is not closed: the file ends in the middle. Get the whole file.",
        "ms": "Tatasusunan JSON tidak ditutup: fail berakhir di tengah-tengah. Dapatkan fail yang lengkap.",
    },
    "file_changed": {
        "en": "The file became shorter while it was read; nothing more can be read from it.",
        "ms": "Fail menjadi lebih pendek semasa dibaca; tiada lagi yang dapat dibaca daripadanya.",
    },
    "nothing_matches": {
        "en": "There is no such file, and nothing matches this pattern.",
        "ms": "Fail ini tiada, dan tiada apa-apa yang sepadan dengan corak ini.",
    },
    "no_table_ending": {
        "en": "The file's ending names no format. Use .csv, .jsonl or .parquet.",
        "ms": "Akhiran fail ini tidak menunjukkan format. Gunakan .csv, .jsonl atau .parquet.",
    },
    "parquet_missing": {
        "en": "Parquet needs a library that is not installed. Run: pip install pyarrow",
        "ms": "Parquet memerlukan pustaka yang belum dipasang. Jalankan: pip install pyarrow",
    },
    "dask_missing": {
        "en": "--scheduler needs a library that is not installed. Run: pip install distributed",
        "ms": "--scheduler memerlukan pustaka yang belum dipasang. Jalankan: pip install distributed",
    },
    "questionnaire_twice": {
        "en": "Two questionnaires “{id}” of major version {major} are given, and they differ. Give one.",
        "ms": "Dua soal selidik “{id}” versi utama {major} diberikan, dan kedua-duanya berbeza. Berikan satu sahaja.",
    },
    "jobs_number": {
        "en": "The number of jobs must be 1 or more.",
        "ms": "Bilangan proses mestilah 1 atau lebih.",
    },
    "jobs_and_scheduler": {
        "en": "Give either --jobs or --scheduler: the scheduler knows its own workers.",
        "ms": "Berikan --jobs atau --scheduler, bukan kedua-duanya: penjadual mempunyai proses pekerjanya sendiri.",
    },
    "rows_not_written": {
        "en": "The rows cannot be written: {reason}. Those written before are complete.",
        "ms": "Baris tidak dapat ditulis: {reason}. Baris yang telah ditulis adalah lengkap.",
    },
    "rows_kept": {
        "en": "The rows written so far are complete. Once this is mended, go on with: {command}",
        "ms": "Baris yang telah ditulis adalah lengkap. Setelah perkara ini dibaiki, sambung dengan: {command}",
    },
    "cannot_write_report": {
        "en": "The report cannot be written: {reason}.",
        "ms": "Laporan tidak dapat ditulis: {reason}.",
    },
    "run_interrupted": {
        "en": "There is an interrupted run here. Add --resume to go on with it, or remove this file to begin anew.",
        "ms": "Terdapat larian yang terhenti di sini. Tambah --resume untuk menyambungnya, atau buang fail ini untuk bermula semula.",
    },
    "nothing_to_resume": {
        "en": "There is no interrupted run to go on with: no record of one is kept beside this file. Leave out --resume to make it anew.",
        "ms": "Tiada larian yang terhenti untuk disambung: tiada rekod larian disimpan di sisi fail ini. Buang --resume untuk membuatnya semula.",
    },
    "not_a_file": {
        "en": "This is not an ordinary file but a pipe or a device; it is read only if you name it yourself.",
        "ms": "Ini bukan fail biasa tetapi paip atau peranti, dan tidak dibaca melainkan anda sendiri menamakannya.",
    },
    "out_of_resources": {
        "en": "The system gives this program no more files or memory: {reason}. Close other programs, or raise its limits (ulimit -n).",
        "ms": "Sistem tidak memberikan fail atau memori lagi kepada program ini: {reason}. Tutup program lain, atau naikkan hadnya (ulimit -n).",
    },
    "output_in_use": {
        "en": "Another run is writing this file now. Wait until it has ended, or give another file.",
        "ms": "Larian lain sedang menulis fail ini. Tunggu sehingga larian itu tamat, atau berikan fail lain.",
    },
    "resume_needs_files": {
        "en": "Only a run from files to files can be resumed: not one that reads standard input or writes to standard output.",
        "ms": "Hanya larian daripada fail ke fail dapat disambung: bukan yang membaca input standard atau menulis ke output standard.",
    },
    "resume_differs": {
        "en": "The interrupted run was asked for something else: {what}. Give the same as before, or remove this file to begin anew.",
        "ms": "Larian yang terhenti itu menggunakan tetapan lain: {what}. Berikan yang sama seperti dahulu, atau buang fail ini untuk bermula semula.",
    },
    "resume_inputs_changed": {
        "en": "The inputs are not those of the interrupted run any more. Remove this file to begin anew.",
        "ms": "Input tidak lagi sama dengan input larian yang terhenti. Buang fail ini untuk bermula semula.",
    },
    "not_a_journal": {
        "en": "This file was damaged, so the interrupted run cannot go on. Remove it to begin anew.",
        "ms": "Fail ini rosak, maka larian yang terhenti tidak dapat disambung. Buang fail ini untuk bermula semula.",
    },
    "asked_version": {"en": "the version of aiassess", "ms": "versi aiassess"},
    "asked_inputs": {"en": "the inputs", "ms": "input"},
    "asked_outputs": {"en": "the outputs", "ms": "output"},
    "asked_questionnaires": {"en": "the questionnaires", "ms": "soal selidik"},
    "asked_language": {"en": "the language", "ms": "bahasa"},
    "asked_fail_on": {"en": "--fail-on", "ms": "--fail-on"},
    "asked_summary": {"en": "`--summary` or its day (`--as-of`)", "ms": "`--summary` atau tarikhnya (`--as-of`)"},
    "no_summary_ending": {
        "en": "The file's ending names no format of a summary. Use .md, .html or .json.",
        "ms": "Akhiran fail ini tidak menunjukkan format ringkasan. Gunakan .md, .html atau .json.",
    },
    "as_of_wrong": {
        "en": "`--as-of` must be a day such as 2026-11-21, found “{found}”.",
        "ms": "`--as-of` mestilah tarikh seperti 2026-11-21; yang diberikan ialah “{found}”.",
    },
    "as_of_alone": {
        "en": "`--as-of` is the day of a summary. Add `--summary FILE`.",
        "ms": "`--as-of` ialah tarikh ringkasan. Tambah `--summary FILE`.",
    },
    "workers_die": {
        "en": "The processes that should judge end as soon as they are started. Try --jobs 1, which needs none.",
        "ms": "Proses yang sepatutnya menilai berakhir sebaik sahaja dimulakan. Cuba --jobs 1, yang tidak memerlukannya.",
    },
    "workers_not_started": {
        "en": "No process can be started to judge the submissions: {reason}. Try --jobs 1, which needs none.",
        "ms": "Tiada proses dapat dimulakan untuk menilai penghantaran: {reason}. Cuba --jobs 1, yang tidak memerlukannya.",
    },
    "workers_lost": {
        "en": "The connection to the workers was lost, so their results are lost as well.",
        "ms": "Sambungan kepada proses pekerja terputus, maka hasilnya turut hilang.",
    },
    "no_scheduler": {
        "en": "No Dask scheduler answers at this address ({reason}). Expected: such as tcp://host:8786.",
        "ms": "Tiada penjadual Dask yang menjawab di alamat ini ({reason}). Diperlukan: contohnya tcp://host:8786.",
    },
    "no_workers": {
        "en": "This scheduler has no workers. Start some with: dask worker ADDRESS",
        "ms": "Penjadual ini tiada proses pekerja. Mulakan beberapa dengan: dask worker ALAMAT",
    },
    "worker_setup": {
        "en": "The workers cannot be made ready ({reason}). They need the same aiassess and the same Python as this machine.",
        "ms": "Proses pekerja tidak dapat disediakan ({reason}). Semuanya memerlukan aiassess dan Python yang sama seperti mesin ini.",
    },
    "worker_misses": {
        "en": "The worker {worker} does not see this path. Inputs and --reports must be on storage that all workers share, under the same path.",
        "ms": "Proses pekerja {worker} tidak dapat mencapai laluan ini. Input dan --reports mesti berada pada storan yang dikongsi oleh semua proses pekerja, pada laluan yang sama.",
    },
    "other_worker_version": {
        "en": "A worker has version {found} of aiassess; {expected} is needed. Install the same on all.",
        "ms": "Satu proses pekerja menggunakan aiassess versi {found}; versi {expected} diperlukan. Pasang versi yang sama pada semua.",
    },
}
