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
        "ms": "Ini folder; fail diperlukan.",
    },
    "no_permission": {
        "en": "You have no permission to read this file.",
        "ms": "Anda tiada kebenaran untuk membaca fail ini.",
    },
    "unreadable": {"en": "The file cannot be read: {reason}.", "ms": "Fail tidak dapat dibaca: {reason}."},
    "too_large": {
        "en": "The file is larger than {limit_mb} MB, the most that is read. Check that it is the right file.",
        "ms": "Fail melebihi {limit_mb} MB, iaitu had bacaan. Pastikan fail ini yang betul.",
    },
    "empty_file": {"en": "The file is empty.", "ms": "Fail ini kosong."},
    "utf16": {
        "en": "The file is in UTF-16; UTF-8 was expected. Save it again as UTF-8.",
        "ms": "Fail ini dalam UTF-16; UTF-8 diperlukan. Simpan semula sebagai UTF-8.",
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
        "en": "The file cannot be written: {reason}. What stood there is unchanged.",
        "ms": "Fail tidak dapat ditulis: {reason}. Kandungan asalnya tidak berubah.",
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
    "not_a_report": {
        "en": "This is no report of aiassess; a saved report.json was expected.",
        "ms": "Ini bukan laporan aiassess; fail report.json yang disimpan diperlukan.",
    },
    "report_numbers": {
        "en": "The report holds a number that no report of aiassess can hold, so it was changed by hand.",
        "ms": "Laporan ini mengandungi nombor yang tidak mungkin ada dalam laporan aiassess; fail ini telah diubah.",
    },
    "report_changed": {
        "en": "The report was changed after it was made (its digest is not true), so it cannot be the one that is revised. Use its answers file.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (cernaannya tidak benar), maka tidak boleh dijadikan laporan yang disemak semula. Gunakan fail jawapannya.",
    },
    "number_comma": {
        "en": "“{found}” can be read in two ways. Write 1.5 for a decimal, and 1000 or 1,000,000 for a large number.",
        "ms": "“{found}” boleh dibaca dengan dua cara. Tulis 1.5 bagi perpuluhan, dan 1000 atau 1,000,000 bagi nombor besar.",
    },
    # YAML
    "yaml_syntax": {"en": "This is not valid YAML: {reason}.", "ms": "Ini bukan YAML yang sah: {reason}."},
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
        "en": "The key “{key}” stands twice here; it first stood on line {first_line}. Keep one.",
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
    "not_a_questionnaire": {
        "en": "This is no questionnaire: a mapping with format, id, sections and so on was expected.",
        "ms": "Ini bukan soal selidik: pemetaan dengan format, id, sections dan sebagainya diperlukan.",
    },
    "newer_format": {
        "en": "The file has format {found}; this program reads {known}. Update aiassess.",
        "ms": "Fail ini berformat {found}; atur cara ini membaca {known}. Kemas kini aiassess.",
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
        "ms": "“{name}” tidak sesuai dengan jenis atau kaedah yang dipilih di sini. Buang.",
    },
    "schema_type": {
        "en": "Found {found}; expected {expected}.",
        "ms": "Dijumpai {found}; diperlukan {expected}.",
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
        "en": "At least {bound} entries were expected.",
        "ms": "Sekurang-kurangnya {bound} entri diperlukan.",
    },
    "schema_maxitems": {
        "en": "At most {bound} entries were expected.",
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
    "schema_unique": {"en": "An entry stands twice in this list.", "ms": "Satu entri berulang dalam senarai ini."},
    "schema_other": {"en": "Not valid: {reason}.", "ms": "Tidak sah: {reason}."},
    "schema_id": {
        "en": "“{found}” is no id. Expected: small letters, digits and _, beginning with a letter.",
        "ms": "“{found}” bukan id. Diperlukan: huruf kecil, digit dan _, bermula dengan huruf.",
    },
    "schema_language": {
        "en": "“{found}” is no language code. Expected: such as ms or en.",
        "ms": "“{found}” bukan kod bahasa. Diperlukan: contohnya ms atau en.",
    },
    "schema_version": {
        "en": "“{found}” is no version. Expected: MAJOR.MINOR.PATCH, such as 1.0.0.",
        "ms": "“{found}” bukan nombor versi. Diperlukan: MAJOR.MINOR.PATCH, contohnya 1.0.0.",
    },
    "schema_ref": {
        "en": "“{found}” is no reference number. Expected: up to 12 letters, digits and dots.",
        "ms": "“{found}” bukan nombor rujukan. Diperlukan: sehingga 12 huruf, digit dan titik.",
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
        "en": "{found} is no condition. Expected: question with one of is, any_of, all_of, at_least, at_most, rating_at_least, answered, not_applicable; or one of all, any, not.",
        "ms": "{found} bukan syarat. Diperlukan: question dengan satu daripada is, any_of, all_of, at_least, at_most, rating_at_least, answered, not_applicable; atau satu daripada all, any, not.",
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
    "kind_question": {"en": "question", "ms": "soalan"},
    "kind_section": {"en": "section", "ms": "bahagian"},
    "kind_rule": {"en": "rule", "ms": "peraturan"},
    "kind_level": {"en": "level", "ms": "tahap"},
    "kind_source": {"en": "source", "ms": "sumber"},
    "kind_tag": {"en": "tag", "ms": "tag"},
    "kind_option": {"en": "option", "ms": "pilihan"},
    "kind_finding": {"en": "finding", "ms": "penemuan"},
    # The sense of a questionnaire
    "text_missing_language": {
        "en": "The text has no “{language}”. Every text stands in every declared language.",
        "ms": "Teks ini tiada dalam “{language}”. Setiap teks mesti ada dalam setiap bahasa yang diisytiharkan.",
    },
    "text_extra_language": {
        "en": "“{language}” is not a declared language ({declared}).",
        "ms": "“{language}” bukan bahasa yang diisytiharkan ({declared}).",
    },
    "text_control": {
        "en": "The text holds a control character: {text}",
        "ms": "Teks ini mengandungi aksara kawalan: {text}",
    },
    "id_twice": {
        "en": "The {kind} id “{id}” stands twice; it first stood on line {first_line}. Ids are unique.",
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
    "condition_question": {
        "en": "The condition looks at a question “{id}” that does not exist.",
        "ms": "Syarat ini merujuk soalan “{id}” yang tiada.",
    },
    "condition_later": {
        "en": "The condition looks at “{id}”, which does not stand earlier. It may look at earlier questions only.",
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
        "ms": "Tiada pilihan eksklusif: sesiapa yang tidak terlibat tidak dapat menjawab. Tambah satu, contohnya “tiada satu pun”.",
    },
    "points_all_equal": {
        "en": "All options count the same points, so the answer does not matter to the score.",
        "ms": "Semua pilihan membawa mata yang sama, maka jawapan tidak menjejaskan markah.",
    },
    "optional_scored": {
        "en": "The question is scored but not required; left blank it still counts against the system.",
        "ms": "Soalan ini dimarkahkan tetapi tidak wajib; jika dibiarkan kosong, ia tetap dikira menentang sistem.",
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
        "ms": "Penemuan dan soalan tidak menamakan pelaku: tiada sesiapa memiliki tindakan ini.",
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
        "ms": "Mata sahaja boleh mencapai tahap henti ini; lazimnya hanya peraturan yang patut.",
    },
    "ready_falls": {
        "en": "This level asks {asked}% where the level below asks {before}%: a worse answer would turn the verdict milder.",
        "ms": "Tahap ini meminta {asked}% sedangkan tahap di bawahnya meminta {before}%: jawapan yang lebih buruk akan melunakkan keputusan.",
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
    # JSON and answers files
    "json_syntax": {"en": "This is not valid JSON: {reason}.", "ms": "Ini bukan JSON yang sah: {reason}."},
    "json_duplicate_key": {
        "en": "The key “{key}” stands twice in one object. Keep one.",
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
        "en": "The answers are to version {found}; the questionnaire is {expected}. Only versions {major}.x can be scored with it.",
        "ms": "Jawapan ini bagi versi {found}; soal selidik ialah {expected}. Hanya versi {major}.x boleh dinilai dengannya.",
    },
    "about_assessor": {
        "en": "The assessor's name is blank. Leave it out instead.",
        "ms": "Nama penilai kosong. Tinggalkan sahaja.",
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
    "about_classification": {
        "en": "The classification is blank. Leave it out instead.",
        "ms": "Klasifikasi kosong. Tinggalkan sahaja.",
    },
    "about_revises": {
        "en": "Found {found}; expected the digest of a report: sha256: and 64 hexadecimal digits.",
        "ms": "Dijumpai {found}; cernaan laporan diperlukan: sha256: dan 64 digit perenambelasan.",
    },
    "unknown_question": {
        "en": "There is no question “{id}” in this questionnaire.",
        "ms": "Tiada soalan “{id}” dalam soal selidik ini.",
    },
    "unknown_question_near": {
        "en": "There is no question “{id}” in this questionnaire. Did you mean “{near}”?",
        "ms": "Tiada soalan “{id}” dalam soal selidik ini. Adakah anda maksudkan “{near}”?",
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
    "number_range": {
        "en": "{found} is out of range; expected {minimum} to {maximum}.",
        "ms": "{found} di luar julat; diperlukan {minimum} hingga {maximum}.",
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
    "risks_empty": {
        "en": "The register is empty. Enter at least one risk, or leave the question out.",
        "ms": "Daftar risiko kosong. Masukkan sekurang-kurangnya satu risiko, atau tinggalkan soalan ini.",
    },
    "risk_rating": {
        "en": "Found {found}; expected a whole number from 1 to 5.",
        "ms": "Dijumpai {found}; nombor bulat 1 hingga 5 diperlukan.",
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
    "answer_empty": {
        "en": "The answer is empty. Give a value or a status, or leave it out.",
        "ms": "Jawapan ini kosong. Berikan nilai atau status, atau tinggalkan.",
    },
    "not_applicable_refused": {
        "en": "This question cannot be answered “not applicable”.",
        "ms": "Soalan ini tidak boleh dijawab “tidak berkenaan”.",
    },
    "not_applicable_note": {
        "en": "“Not applicable” needs a note that says why.",
        "ms": "“Tidak berkenaan” memerlukan catatan tentang sebabnya.",
    },
}
