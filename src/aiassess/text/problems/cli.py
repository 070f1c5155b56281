"""Problems: options and arguments."""

MESSAGES = {
    "prefer_not_merged": {
        "en": "--prefer names {found}, which is not one of the files to merge ({known}).",
        "ms": "--prefer menamakan {found}, yang bukan antara fail untuk digabungkan ({known}).",
    },
    "merge_other_questionnaire": {
        "en": "It answers {id} {version}; only answers to one questionnaire of one major version can be merged.",
        "ms": "Fail ini menjawab {id} {version}; hanya jawapan kepada satu soal selidik daripada satu versi utama boleh digabungkan.",
    },
    "no_such_command": {
        "en": "Unknown command “{name}”. Choose from: {known}.",
        "ms": "Tiada perintah “{name}”. Yang ada: {known}.",
    },
    "no_such_format": {
        "en": "Unknown format “{found}”. Choose from: {known}.",
        "ms": "Tiada format “{found}”. Yang ada: {known}.",
    },
    "no_such_level": {
        "en": "Unknown level “{found}”. Choose one of these, lowest first: {known}.",
        "ms": "Tiada tahap “{found}”. Yang ada, bermula dengan yang paling rendah: {known}.",
    },
    "actor_not_known": {
        "en": "“{found}” does not name one actor of the questionnaire. Choose from: {known}.",
        "ms": "“{found}” bukan satu pihak bertanggungjawab dalam soal selidik ini. Yang ada: {known}.",
    },
    "language_not_offered": {
        "en": "The questionnaire is not available in “{found}”. Choose from: {known}.",
        "ms": "Soal selidik ini tiada bahasa “{found}”. Yang ada: {known}.",
    },
    "no_format_ending": {
        "en": "The file's ending does not name a format. Add --format ({known}), or give it the ending of one.",
        "ms": "Akhiran fail ini tidak menunjukkan format. Tambah --format ({known}), atau berikan akhiran bagi salah satunya.",
    },
    "no_paper_ending": {
        "en": "The file's ending does not name a format of this document. Let its name end with one of these: {known}.",
        "ms": "Akhiran fail ini tidak menunjukkan format dokumen ini. Akhiri namanya dengan salah satu yang berikut: {known}.",
    },
    "engine_html": {
        "en": "Only a form for a browser can carry the engine. Name one: -o form.html",
        "ms": "Hanya borang untuk pelayar dapat membawa enjin pengiraan. Namakan satu: -o form.html",
    },
    "section_not_known": {
        "en": "Unknown section “{found}”. Choose from: {known}",
        "ms": "Tiada bahagian “{found}”. Yang ada: {known}",
    },
    "new_known": {
        "en": "There is a questionnaire “{name}” already. Choose another id.",
        "ms": "Soal selidik “{name}” sudah ada. Pilih id lain.",
    },
    "new_exists": {
        "en": "This file is there already, and nothing was written. Choose another name with -o, or remove it first.",
        "ms": "Fail ini sudah ada, dan tiada apa-apa ditulis. Pilih nama lain dengan -o, atau buang fail itu dahulu.",
    },
    "format_needs_file": {
        "en": "The format “{format}” is not text for a terminal. Name a file: -o report.{format}",
        "ms": "Format “{format}” bukan teks untuk terminal. Namakan fail: -o report.{format}",
    },
    "cannot_make_folder": {
        "en": "The folder cannot be created: {reason}. Choose another with --out.",
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
        "en": "The option {option} is given more than once, but takes one value. Keep the one you mean.",
        "ms": "Opsyen {option} diberikan lebih daripada sekali, tetapi menerima satu nilai sahaja. Kekalkan yang anda maksudkan.",
    },
    "no_reports": {
        "en": "There are no reports in this folder or below it.",
        "ms": "Tiada laporan dalam folder ini atau di bawahnya.",
    },
    "report_changed_render": {
        "en": "The report was changed after it was made (its digest does not match). `aiassess verify` shows what differs; --allow-changed renders it with a notice.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan). `aiassess verify` menyatakan apa yang berbeza; --allow-changed memaparkannya dengan peringatan.",
    },
    "report_changed_json": {
        "en": "The report was changed after it was made (its digest does not match). JSON has no place for a notice; choose text, md or html.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan). JSON tiada ruang bagi peringatan; pilih text, md atau html.",
    },
    "report_changed_public": {
        "en": "The report was changed after it was made (its digest does not match), so there is no public record of it. Score its answers again.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan), maka tiada rekod tatapan umum dihasilkan daripadanya. Nilai semula jawapannya.",
    },
    "render_no_questionnaire": {
        "en": "To put the report into another language, the questionnaire it was made with is needed: {id} {version}, with the same digest. Give its file with -q.",
        "ms": "Untuk memaparkan laporan dalam bahasa lain, soal selidik asalnya diperlukan: {id} {version}, dengan nilai semakan (digest) yang sama. Berikan failnya dengan -q.",
    },
    "render_not_reproduced": {
        "en": "The report is not what its own answers give, so it cannot be put into another language. `aiassess verify` shows what differs.",
        "ms": "Laporan ini bukan hasil jawapannya sendiri, maka tidak dapat dipaparkan dalam bahasa lain. `aiassess verify` menyatakan apa yang berbeza.",
    },
}
