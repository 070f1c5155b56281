"""What a batch says while it runs and at its end."""

MESSAGES = {
    "done.one": {
        "en": "{rows} submission: {scored} scored, {refused} refused. {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. {seconds} s, {rate} setiap saat.",
    },
    "done.other": {
        "en": "{rows} submissions: {scored} scored, {refused} refused. {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. {seconds} s, {rate} setiap saat.",
    },
    "done_resumed.one": {
        "en": "{rows} submission: {scored} scored, {refused} refused. Of these {before} were there before; the rest in {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. Daripadanya {before} telah ada sebelum ini; selebihnya dalam {seconds} s, {rate} setiap saat.",
    },
    "done_resumed.other": {
        "en": "{rows} submissions: {scored} scored, {refused} refused. Of these {before} were there before; the rest in {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. Daripadanya {before} telah ada sebelum ini; selebihnya dalam {seconds} s, {rate} setiap saat.",
    },
    "nothing": {"en": "No submission was found.", "ms": "Tiada penghantaran ditemui."},
    "passed_over.one": {
        "en": "One file was passed over: it has another ending than .json, .jsonl or .ndjson (also with .gz or .zst), belongs to a draft, or is no ordinary file.",
        "ms": "Satu fail dilangkau: akhirannya selain .json, .jsonl atau .ndjson (termasuk dengan .gz atau .zst), milik draf, atau bukan fail biasa.",
    },
    "passed_over.other": {
        "en": "{n} files were passed over: they have other endings than .json, .jsonl or .ndjson (also with .gz or .zst), belong to drafts, or are no ordinary files.",
        "ms": "{n} fail dilangkau: akhirannya selain .json, .jsonl atau .ndjson (termasuk dengan .gz atau .zst), milik draf, atau bukan fail biasa.",
    },
    "kept": {
        "en": "Whole rows written: {rows}. Go on with: {command}",
        "ms": "Baris lengkap yang telah ditulis: {rows}. Sambung dengan: {command}",
    },
    "kept_not_resumable": {
        "en": "Whole rows written: {rows}. A run with standard input or output cannot be resumed.",
        "ms": "Baris lengkap yang telah ditulis: {rows}. Larian dengan input atau output standard tidak dapat disambung.",
    },
    "progress": {
        "en": "Submissions: {rows}, refused: {refused}, {rate} a second",
        "ms": "{rows} penghantaran, {refused} ditolak, {rate} setiap saat",
    },
    "remaining": {"en": "{time} left", "ms": "{time} lagi"},
}
