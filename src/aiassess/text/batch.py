"""What a batch says while it runs and at its end."""

MESSAGES = {
    "done": {
        "en.one": "{rows} submission: {scored} scored, {refused} refused. {seconds} s, {rate} a second.",
        "en": "{rows} submissions: {scored} scored, {refused} refused. {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. {seconds} s, {rate} setiap saat.",
    },
    "done_resumed": {
        "en.one": "{rows} submission: {scored} scored, {refused} refused. Done before: {before}; the rest took {seconds} s, {rate} a second.",
        "en": "{rows} submissions: {scored} scored, {refused} refused. Done before: {before}; the rest took {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. Daripadanya {before} telah ada sebelum ini; selebihnya dalam {seconds} s, {rate} setiap saat.",
    },
    "set_aside": {
        "en": "Set aside: {n}. Revised by another submission: {revised}; older than another one of the same agency and name: {newer}; duplicates: {duplicate}.",
        "ms": "Diketepikan: {n}. Disemak semula oleh penghantaran lain: {revised}; lebih lama daripada penghantaran lain bagi agensi dan nama yang sama: {newer}; pendua: {duplicate}.",
    },
    "nothing": {"en": "No submissions were found.", "ms": "Tiada penghantaran ditemui."},
    "passed_over": {
        "en.one": "One file was skipped: its name does not end in .xlsx, .json, .jsonl or .ndjson (the last three with or without .gz or .zst), it belongs to a draft, or it is not a regular file.",
        "en": "{n} files were skipped: their names do not end in .xlsx, .json, .jsonl or .ndjson (the last three with or without .gz or .zst), they belong to drafts, or they are not regular files.",
        "ms.one": "Satu fail dilangkau: akhirannya selain .xlsx, .json, .jsonl atau .ndjson (tiga yang akhir termasuk dengan .gz atau .zst), milik draf, atau bukan fail biasa.",
        "ms": "{n} fail dilangkau: akhirannya selain .xlsx, .json, .jsonl atau .ndjson (tiga yang akhir termasuk dengan .gz atau .zst), milik draf, atau bukan fail biasa.",
    },
    "calendar": {"en": "Use of AI: reassessment", "ms": "Penggunaan AI: penilaian semula"},
    "reassess": {"en": "Reassess: {system}", "ms": "Nilai semula: {system}"},
    "kept": {
        "en": "Complete rows written: {rows}. Continue with: {command}",
        "ms": "Baris lengkap yang telah ditulis: {rows}. Sambung dengan: {command}",
    },
    "kept_not_resumable": {
        "en": "Complete rows written: {rows}. A run with standard input or output cannot be resumed.",
        "ms": "Baris lengkap yang telah ditulis: {rows}. Larian dengan input atau output standard tidak dapat disambung.",
    },
    "progress": {
        "en": "Submissions: {rows}, refused: {refused}, {rate} a second",
        "ms": "{rows} penghantaran, {refused} ditolak, {rate} setiap saat",
    },
    "looking": {
        "en": "Looking for the reports that submissions revise",
        "ms": "Mencari laporan yang disemak semula oleh penghantaran",
    },
    "remaining": {"en": "{time} left", "ms": "{time} lagi"},
}
