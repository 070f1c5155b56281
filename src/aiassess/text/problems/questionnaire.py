"""Problems: the sense of a questionnaire."""

MESSAGES = {
    "unknown_questionnaire": {
        "en": "Unknown questionnaire “{name}”. Choose from: {known}; or give the path of a .yaml file.",
        "ms": "Tiada soal selidik “{name}”. Yang ada: {known}; atau berikan laluan fail .yaml.",
    },
    "unknown_edition": {
        "en": "There is no version {version} of the questionnaire “{name}”. Choose from: {known}; “{name}” alone is the latest.",
        "ms": "Tiada versi {version} bagi soal selidik “{name}”. Yang ada: {known}; “{name}” sahaja ialah yang terkini.",
    },
    "own_is_shipped": {
        "en": "This questionnaire has the id “{name}”, which is that of a shipped one, so the name could mean either. Give it an id of its own, or move it out of AIASSESS_QUESTIONNAIRES and name it by its path.",
        "ms": "Soal selidik ini mempunyai id “{name}”, iaitu id soal selidik yang dibekalkan, jadi nama itu boleh bermaksud kedua-duanya. Beri id lain, atau keluarkannya daripada AIASSESS_QUESTIONNAIRES dan namakannya mengikut laluan.",
    },
    "own_twice": {
        "en": "This questionnaire and {other} both have the id “{name}” and the same first number of the version ({versions}). Keep the one that is in force, and name the other by its path.",
        "ms": "Soal selidik ini dan {other} sama-sama mempunyai id “{name}” dan nombor pertama versi yang sama ({versions}). Kekalkan yang berkuat kuasa, dan namakan yang satu lagi mengikut laluan.",
    },
    "not_a_questionnaire": {
        "en": "This is not a questionnaire: a mapping with format, id, sections and so on was expected.",
        "ms": "Ini bukan soal selidik: pemetaan dengan format, id, sections dan sebagainya diperlukan.",
    },
    "include_path": {
        "en": "“{found}” is not a path that can be included. Expected: a .yaml file below this one's folder, such as mine/01_profile.yaml.",
        "ms": "“{found}” bukan laluan yang boleh disertakan. Diperlukan: fail .yaml di bawah folder ini, contohnya mine/01_profile.yaml.",
    },
    "include_outside": {
        "en": "“{found}” leads outside the questionnaire's folder.",
        "ms": "“{found}” menghala ke luar folder soal selidik.",
    },
    "include_missing": {
        "en": "There is no file “{name}” below the questionnaire's folder. Correct the name, or take the line out.",
        "ms": "Tiada fail “{name}” di bawah folder soal selidik. Betulkan namanya, atau buang baris ini.",
    },
    "include_missing_near": {
        "en": "There is no file “{name}” below the questionnaire's folder. Did you mean “{near}”?",
        "ms": "Tiada fail “{name}” di bawah folder soal selidik. Adakah maksud anda “{near}”?",
    },
    "include_nested": {
        "en": "A section file cannot include another file. Name it in the questionnaire itself.",
        "ms": "Fail bahagian tidak boleh menyertakan fail lain. Namakannya dalam soal selidik itu sendiri.",
    },
    "include_many": {"en": "There are more than {limit} sections.", "ms": "Terdapat lebih daripada {limit} bahagian."},
    "kind_question": {"en": "question", "ms": "soalan"},
    "kind_section": {"en": "section", "ms": "bahagian"},
    "kind_rule": {"en": "rule", "ms": "peraturan"},
    "kind_level": {"en": "level", "ms": "tahap"},
    "kind_check": {"en": "check", "ms": "semakan percanggahan"},
    "kind_source": {"en": "source", "ms": "sumber"},
    "kind_framework": {"en": "framework", "ms": "rangka kerja"},
    "kind_tag": {"en": "tag", "ms": "tag"},
    "kind_option": {"en": "option", "ms": "pilihan"},
    "kind_finding": {"en": "finding", "ms": "penemuan"},
    "text_missing_language": {
        "en": "The text is missing in “{language}”. Every text is needed in every declared language.",
        "ms": "Teks ini tiada dalam “{language}”. Setiap teks mesti ada dalam setiap bahasa yang diisytiharkan.",
    },
    "text_extra_language": {
        "en": "“{language}” is not a declared language ({declared}).",
        "ms": "“{language}” bukan bahasa yang diisytiharkan ({declared}).",
    },
    "text_control": {
        "en": "The text contains a character that is invisible, or that moves other text: {text}",
        "ms": "Teks ini mengandungi aksara yang tidak kelihatan, atau yang mengubah susunan teks: {text}",
    },
    "why_long": {
        "en": "Say why it is asked in one line of at most {limit} characters. Lines here: {lines}, characters: {length}.",
        "ms": "Nyatakan sebab soalan ini ditanya dalam satu baris, paling banyak {limit} aksara. Baris di sini: {lines}, aksara: {length}.",
    },
    "id_twice": {
        "en": "The {kind} id “{id}” is used twice; it was first used on line {first_line}. Ids must be unique.",
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
    "unknown_framework": {
        "en": "“{id}” is not declared under frameworks. Declared: {known}.",
        "ms": "“{id}” tidak diisytiharkan dalam frameworks. Yang diisytiharkan: {known}.",
    },
    "unknown_reference": {
        "en": "“{id}” is not among the references of this framework. Listed: {known}.",
        "ms": "“{id}” tiada dalam senarai references rangka kerja ini. Yang disenaraikan: {known}.",
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
        "en": "level_at_least may be used only in the show_if of a question or section. A rule, finding or check looks at answers.",
        "ms": "level_at_least digunakan dalam show_if soalan atau bahagian sahaja. Peraturan, penemuan dan semakan melihat jawapan.",
    },
    "level_too_early": {
        "en": "The level is not known here yet: the inherent question “{id}” comes at this place or later. Move this after it.",
        "ms": "Tahap belum dapat ditentukan di sini: soalan risiko sedia ada “{id}” terletak di sini atau selepasnya. Letakkan selepas soalan itu.",
    },
    "phase_no_choice": {
        "en": "“{id}” is not a question with one answer (choice). Name the question that gives the phase.",
        "ms": "“{id}” bukan soalan satu jawapan (choice). Namakan soalan yang menyatakan fasa.",
    },
    "phase_not_applicable": {
        "en": "“{id}” gives the phase, so it must not allow “not applicable”.",
        "ms": "“{id}” menyatakan fasa, maka soalan itu tidak boleh membenarkan “tidak berkenaan”.",
    },
    "phase_options": {
        "en": "The options of “{id}” ({options}) are not the phases ({phases}). Give each phase an option with the same id, and add no others.",
        "ms": "Pilihan “{id}” ({options}) tidak sama dengan fasa ({phases}). Beri setiap fasa satu pilihan dengan id yang sama, tanpa pilihan lain.",
    },
    "public_nameless": {
        "en": "This answer is to be public, but not whose it is: name the question for {role} under subject, and mark it public: true too.",
        "ms": "Jawapan ini untuk tatapan umum, tetapi pemiliknya tidak dinyatakan: namakan soalan bagi {role} di bawah subject, dan tandakannya juga dengan public: true.",
    },
    "without_evidence_unknown": {
        "en": "There is no other option “{id}” in this list. Known: {known}.",
        "ms": "Tiada pilihan lain “{id}” dalam senarai ini. Yang diketahui: {known}.",
    },
    "without_evidence_circle": {
        "en": "Without evidence, “{id}” ends up counting as itself. Let the chain end at an option that has no without_evidence.",
        "ms": "Tanpa bukti, “{id}” akhirnya dikira sebagai dirinya sendiri. Akhiri rantaian pada pilihan yang tiada without_evidence.",
    },
    "without_evidence_never": {
        "en": "“{id}” counts in full only with evidence, but the question asks for none. Set evidence to optional or expected.",
        "ms": "“{id}” dikira sepenuhnya hanya jika disertai bukti, tetapi soalan ini tidak meminta bukti. Tetapkan evidence kepada optional atau expected.",
    },
    "without_evidence_better": {
        "en": "Without evidence, “{id}” counts as “{other}”, which is better: giving evidence would make the result worse.",
        "ms": "Tanpa bukti, “{id}” dikira sebagai “{other}”, iaitu jawapan yang lebih baik: memberi bukti akan memburukkan keputusan.",
    },
    "phases_too_early": {
        "en": "This question comes before the phase is known, so it is asked in every phase. Move it after “{id}”.",
        "ms": "Soalan ini mendahului soalan fasa, maka ditanya dalam setiap fasa. Letakkan soalan ini selepas “{id}”.",
    },
    "phase_hidden": {
        "en": "“{id}” is asked only under a condition (show_if). When it is not asked, the questions of every phase are.",
        "ms": "“{id}” ditanya hanya dengan syarat (show_if). Jika soalan itu tidak ditanya, soalan bagi setiap fasa ditanya.",
    },
    "since_newer": {
        "en": "The question is marked as new since {since}, but this is version {version}. Give the version that first had it.",
        "ms": "Soalan ini dikatakan baharu sejak {since}, tetapi versi ini ialah {version}. Tulis versi pertama yang mengandungi soalan ini.",
    },
    "gate_optional": {
        "en": "The rule “{rule}” can stop a system because of this question, so it must be answered. Remove “required: false”.",
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
        "en": "“{test}” does not fit “{id}”, a question of type {type}. Tests that fit: {allowed}.",
        "ms": "“{test}” tidak sesuai untuk “{id}”, soalan jenis {type}. Sesuai untuk: {allowed}.",
    },
    "condition_option": {
        "en": "“{option}” is not an option of “{id}”. Its options: {known}.",
        "ms": "“{option}” bukan pilihan bagi “{id}”. Pilihannya: {known}.",
    },
    "condition_never": {
        "en": "“{id}” can never be answered “not applicable”, so this is never true.",
        "ms": "“{id}” tidak boleh dijawab “tidak berkenaan”, maka syarat ini tidak akan dipenuhi.",
    },
    "condition_two_options": {
        "en": "These parts ask for different options of “{id}”, which takes one: the condition can never hold. Write any_of, or any.",
        "ms": "Bahagian ini meminta pilihan berlainan bagi “{id}”, sedangkan soalan itu menerima satu: syarat ini tidak akan dipenuhi. Tulis any_of, atau any.",
    },
    "condition_repeated": {
        "en": "This part is written twice. Remove one, or write the one that is meant.",
        "ms": "Bahagian ini ditulis dua kali. Buang satu, atau tulis yang dimaksudkan.",
    },
    "condition_beyond": {
        "en": "“{id}” takes no number so far: this asks for {bound}, and its limit is {limit}. Correct one of them.",
        "ms": "“{id}” tidak menerima nombor sejauh itu: syarat ini meminta {bound}, sedangkan hadnya {limit}. Betulkan salah satu.",
    },
    "rule_repeated": {
        "en": "The rule “{id}” has the same condition as “{other}”. Remove one, or write the condition that is meant.",
        "ms": "Peraturan “{id}” mempunyai syarat yang sama dengan “{other}”. Buang satu, atau tulis syarat yang dimaksudkan.",
    },
    "rule_raises_nothing": {
        "en": "The rule “{id}” names the lowest level, “{level}”, which every system has at least. Name a higher one, or remove the rule.",
        "ms": "Peraturan “{id}” menamakan tahap terendah, “{level}”, yang sekurang-kurangnya dicapai oleh setiap sistem. Namakan tahap lebih tinggi, atau buang peraturan ini.",
    },
    "level_without_rule": {
        "en": "Points do not reach the level “{id}”, and no rule names it: nothing can have it. Give it a rule, or remove it.",
        "ms": "Mata tidak mencapai tahap “{id}” dan tiada peraturan menamakannya: tiada sistem dapat mencapainya. Beri satu peraturan, atau buang tahap ini.",
    },
    "level_without_width": {
        "en": "No whole number of points out of {maximum} is in the level “{id}”. Raise its bound, or remove it.",
        "ms": "Tiada bilangan mata daripada {maximum} yang termasuk dalam tahap “{id}”. Naikkan hadnya, atau buang tahap ini.",
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
        "en": "No option is exclusive: if none of them applies, there is no answer to give. Add one such as “none of these”.",
        "ms": "Tiada pilihan eksklusif: jika tiada satu pun pilihan yang berkenaan, soalan ini tidak dapat dijawab. Tambah satu, contohnya “tiada satu pun”.",
    },
    "points_all_equal": {
        "en": "All options give the same points, so the answer does not affect the score.",
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
        "en": "The bound {bound} is not higher than the one before, {before}.",
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
        "en": "“{option}” is not an option of this question. Its options: {known}.",
        "ms": "“{option}” bukan pilihan soalan ini. Pilihannya: {known}.",
    },
    "finding_not_on_worse": {
        "en": "Worse options do not raise a finding this severe: {options}.",
        "ms": "Pilihan yang lebih buruk tidak menimbulkan penemuan seberat ini: {options}.",
    },
    "gate_not_applicable": {
        "en": "The rule “{rule}” looks at “{id}”, so the question must not allow “not applicable”.",
        "ms": "Peraturan “{rule}” merujuk “{id}”, maka soalan ini tidak boleh dijawab “tidak berkenaan”.",
    },
    "blanks_dilute": {
        "en": "When the maximum counts only applicable questions, a blank that counts as zero would lower the level. Use unanswered: worst, or maximum: all.",
        "ms": "Dengan maksimum soalan yang berkenaan, jawapan kosong bernilai sifar akan menurunkan tahap. Gunakan unanswered: worst, atau maximum: all.",
    },
    "linear_from_100": {
        "en": "A reduction that starts at 100 has no room to rise. Choose a mark below 100, or method: step.",
        "ms": "Pengurangan yang bermula pada 100 tiada ruang untuk meningkat. Pilih nilai di bawah 100, atau method: step.",
    },
    "no_last_level": {
        "en": "The last level that points can reach must have no up_to_percent.",
        "ms": "Tahap terakhir yang dicapai melalui mata mestilah tanpa up_to_percent.",
    },
    "level_after_last": {
        "en": "The level “{last}” before this one has no up_to_percent, so points can never reach this bound.",
        "ms": "Tahap “{last}” sebelum ini tiada up_to_percent, maka had ini tidak dapat dicapai melalui mata.",
    },
    "levels_not_rising": {
        "en": "The threshold {bound} is not higher than the one before, {before}.",
        "ms": "Ambang {bound} tidak melebihi ambang sebelumnya, {before}.",
    },
    "stop_by_points": {
        "en": "Points alone can reach this level, which stops a system; usually only a rule should.",
        "ms": "Mata sahaja boleh mencapai tahap henti ini; lazimnya hanya peraturan yang sepatutnya mencapainya.",
    },
    "ready_falls": {
        "en": "This level asks for {asked}%, but the level below it for {before}%: a worse answer would make the verdict milder.",
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
    "framework_unused": {"en": "No question is mapped to “{id}”.", "ms": "Tiada soalan dipetakan kepada “{id}”."},
    "source_unused": {"en": "No question names the source “{id}”.", "ms": "Tiada soalan menamakan sumber “{id}”."},
}
