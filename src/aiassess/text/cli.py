"""What the command line says besides results."""

MESSAGES = {
    "error": {"en": "error", "ms": "ralat"},
    "warning": {"en": "warning", "ms": "amaran"},
    "note": {"en": "note", "ms": "makluman"},
    "interrupted": {"en": "Interrupted.", "ms": "Dihentikan."},
    "more_problems": {"en": "… and {n} more.", "ms": "… dan {n} lagi."},
    "no_such_option": {"en": "Unknown option {option}.", "ms": "Tiada opsyen {option}."},
    "did_you_mean": {"en": "Did you mean: {names}?", "ms": "Adakah maksud anda: {names}?"},
    "missing_parameter": {"en": "{name} is missing.", "ms": "{name} tidak diberikan."},
    "option_needs_value": {"en": "The option {option} needs a value.", "ms": "Opsyen {option} memerlukan nilai."},
    "extra_arguments": {"en": "Too many arguments: {words}.", "ms": "Argumen berlebihan: {words}."},
    "bad_parameter": {"en": "{name}: {reason}", "ms": "{name}: {reason}"},
    "usage": {"en": "{reason}", "ms": "Penggunaan tidak sah: {reason}"},
    "see_help": {"en": "Help: {command} --help", "ms": "Bantuan: {command} --help"},
    "bug": {
        "en": "error: this is a bug in aiassess ({what}). Details for its developers were saved in {file}; nothing else was changed.",
        "ms": "ralat: ini ialah kesilapan dalam aiassess ({what}). Butiran untuk pembangunnya disimpan di {file}; tiada apa-apa lagi yang diubah.",
    },
    "bug_no_file": {
        "en": "error: this is a bug in aiassess ({what}). Run again with --debug to see where.",
        "ms": "ralat: ini ialah kesilapan dalam aiassess ({what}). Jalankan semula dengan --debug untuk melihat tempatnya.",
    },
    "result_lost": {
        "en": "The full result could not be written to standard output ({reason}). The exit code and the files written are not affected.",
        "ms": "Hasil tidak dapat ditulis sepenuhnya ke output standard ({reason}). Kod keluar dan fail yang ditulis tidak terjejas.",
    },
    "wrote": {"en": "Written in {folder}: {files}", "ms": "Ditulis di {folder}: {files}"},
    "next_explain": {"en": "Why, and what would change it:", "ms": "Sebabnya, dan apa yang akan mengubahnya:"},
    "next_decision": {"en": "The paper for whoever decides:", "ms": "Kertas untuk pihak yang membuat keputusan:"},
    "next_form": {"en": "A form for those whose answers are missing:", "ms": "Borang untuk pihak yang belum menjawab:"},
    "new_folder": {
        "en": "{out} already contains a report; the new one goes to {folder}.",
        "ms": "{out} sudah mengandungi laporan; laporan baharu disimpan di {folder}.",
    },
    "part_written": {
        "en": "answers.json is a part, with the answers of {actors}: to be merged with the others.",
        "ms": "answers.json ialah sebahagian, dengan jawapan daripada {actors}: untuk digabungkan dengan bahagian lain.",
    },
    "dropped_kept": {
        "en": "Answers that do not fit this edition are kept in {file}",
        "ms": "Jawapan yang tiada tempat dalam edisi ini disimpan di {file}",
    },
    "no_drafts": {"en": "There are no unfinished interviews.", "ms": "Tiada temu bual yang belum selesai."},
    "remove_which": {"en": "Which drafts should be removed?", "ms": "Draf yang manakah hendak dibuang?"},
    "remove_draft": {
        "en": "Remove the draft {name} and its answers for good? ({file})",
        "ms": "Buang draf {name} dan jawapannya secara kekal? ({file})",
    },
    "removed": {"en": "Removed: {name}", "ms": "Dibuang: {name}"},
    "draft_saved": {
        "en": "Saved. Continue later with: {command}",
        "ms": "Disimpan. Sambung kemudian dengan: {command}",
    },
    "draft_kept": {
        "en": "The draft is kept. Continue later with:",
        "ms": "Draf tetap disimpan. Sambung kemudian dengan:",
    },
    "draft_not_saved": {
        "en": "Your last answers could not be saved in the draft ({file}).",
        "ms": "Jawapan terakhir tidak dapat disimpan di tempat draf itu ({file}).",
    },
    "draft_rescued": {
        "en": "Everything was saved here instead: {file}\nFolders for temporary files are emptied from time to time, so do not wait long. Continue with: {command}",
        "ms": "Semuanya disimpan di sini sebagai ganti: {file}\nFolder fail sementara dikosongkan dari semasa ke semasa, oleh itu jangan tunggu lama. Sambung dengan: {command}",
    },
    "draft_shown": {
        "en": "They could not be saved anywhere else either. Here are your answers; copy them into a file, and start from it later: {command}",
        "ms": "Jawapan itu tidak dapat disimpan di tempat lain juga. Berikut ialah jawapan anda; salin ke dalam fail, dan mulakan dengan fail itu kemudian: {command}",
    },
}
