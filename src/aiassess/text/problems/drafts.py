"""Problems: drafts."""

MESSAGES = {
    "drafts_folder": {
        "en": "The folder for drafts cannot be created: {reason}. Set AIASSESS_DATA_DIR, or give --out, to keep them elsewhere.",
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
        "en": "The draft {draft} is open in another session (process {process} on {host}). Finish or leave that one first; nothing was changed. This folder does not support locks: if that session is over, remove {held}.",
        "ms": "Draf {draft} sedang dibuka dalam sesi lain (proses {process} pada {host}). Selesaikan atau tinggalkan sesi itu dahulu; tiada apa-apa yang diubah. Folder ini tiada kunci fail: jika sesi itu sudah tamat, buang {held}.",
    },
    "lock_is_link": {
        "en": "This is a symbolic link, which a lock never is: somebody may have put it here to have another file overwritten. Nothing was changed. Remove it, or keep the draft elsewhere with --out.",
        "ms": "Ini ialah pautan simbolik, sedangkan fail kunci bukan pautan: mungkin ada pihak yang meletakkannya di sini supaya fail lain ditulis ganti. Tiada apa-apa yang diubah. Buang pautan ini, atau simpan draf di tempat lain dengan --out.",
    },
    "dropped_damaged": {
        "en": "This file should hold the answers that were set aside earlier, but does not. It was left as it is; move it elsewhere, then continue the draft.",
        "ms": "Fail ini sepatutnya mengandungi jawapan yang diketepikan sebelum ini, tetapi tidak. Ia dibiarkan seadanya; pindahkan ke tempat lain, kemudian sambung draf.",
    },
    "drafts_of_one_name": {
        "en": "There are several drafts named “{name}”. Give the path of the one you mean: {files}.",
        "ms": "Terdapat beberapa draf bernama “{name}”. Berikan laluan draf yang dimaksudkan: {files}.",
    },
    "draft_source": {
        "en": "This draft was not started here, and names the file {source} as its questionnaire. A file that comes with a draft can score it in any way. If you know and trust that file, name it yourself: {command}",
        "ms": "Draf ini tidak dimulakan di sini dan menamakan fail {source} sebagai soal selidiknya. Fail yang datang bersama draf boleh menentukan mata mengikut apa-apa cara. Jika anda mengenali dan mempercayai fail itu, namakannya sendiri: {command}",
    },
    "draft_other_source": {
        "en": "This draft was not started here. It answers “{id}”, which is shipped with aiassess, but names another file as its questionnaire: {source}. A file that comes with a draft can score it in any way. To continue with the shipped questionnaire: {command} (to use that file, if you know and trust it, name it instead of {id})",
        "ms": "Draf ini tidak dimulakan di sini. Ia menjawab “{id}”, yang dibekalkan bersama aiassess, tetapi menamakan fail lain sebagai soal selidiknya: {source}. Fail yang datang bersama draf boleh menentukan mata mengikut apa-apa cara. Untuk meneruskan dengan soal selidik yang dibekalkan: {command} (untuk menggunakan fail itu, jika anda mengenali dan mempercayainya, namakannya sebagai ganti {id})",
    },
    "not_a_draft": {
        "en": "This is not a draft (its name would end in {ending}). To start from an answers file, use --answers.",
        "ms": "Ini bukan draf (namanya sepatutnya berakhir dengan {ending}). Untuk bermula daripada fail jawapan, gunakan --answers.",
    },
    "draft_kept": {
        "en": "The draft was left as it is. Fix it by hand, or start a new interview.",
        "ms": "Draf dibiarkan seperti sedia ada. Baiki secara manual, atau mulakan temu bual baharu.",
    },
    "draft_newer": {
        "en": "The draft was made with version {found} of the questionnaire; this one is {expected}. Update aiassess, or use the newer questionnaire.",
        "ms": "Draf ini dibuat dengan soal selidik versi {found}; yang ini versi {expected}. Kemas kini aiassess, atau gunakan soal selidik yang lebih baharu.",
    },
    "draft_questionnaire": {
        "en": "The draft answers the questionnaire “{name}”, which is not shipped. Give its file: aiassess assess FILE.yaml --resume DRAFT.",
        "ms": "Draf ini menjawab soal selidik “{name}”, yang tidak dibekalkan. Nyatakan failnya: aiassess assess FAIL.yaml --resume DRAF.",
    },
    "cannot_remove": {"en": "The draft cannot be removed.", "ms": "Draf tidak dapat dibuang."},
}
