"""What a batch says while it runs and at its end."""

MESSAGES = {
    "done": {
        "en": "{rows} submissions: {scored} scored, {refused} refused. {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. {seconds} s, {rate} sesaat.",
    },
    "done_resumed": {
        "en": "{rows} submissions: {scored} scored, {refused} refused. Of these {before} stood there before; the rest in {seconds} s, {rate} a second.",
        "ms": "{rows} penghantaran: {scored} dinilai, {refused} ditolak. Daripadanya {before} telah ada sebelum ini; selebihnya dalam {seconds} s, {rate} sesaat.",
    },
    "nothing": {"en": "No submission was found.", "ms": "Tiada penghantaran ditemui."},
    "passed_over.one": {
        "en": "One file in the folders has another ending than .json, .jsonl or .ndjson (also with .gz or .zst), or belongs to a draft, and was passed over.",
        "ms": "Satu fail dalam folder mempunyai akhiran selain .json, .jsonl atau .ndjson (termasuk dengan .gz atau .zst), atau milik draf, dan dilangkau.",
    },
    "passed_over.other": {
        "en": "{n} files in the folders have other endings than .json, .jsonl or .ndjson (also with .gz or .zst), or belong to drafts, and were passed over.",
        "ms": "{n} fail dalam folder mempunyai akhiran selain .json, .jsonl atau .ndjson (termasuk dengan .gz atau .zst), atau milik draf, dan dilangkau.",
    },
    "kept": {
        "en": "{rows} rows are written, each complete. Go on with: {command}",
        "ms": "{rows} baris telah ditulis, setiap satu lengkap. Sambung dengan: {command}",
    },
    "kept_not_resumable": {
        "en": "{rows} rows are written, each complete. A run with standard input or output cannot be resumed.",
        "ms": "{rows} baris telah ditulis, setiap satu lengkap. Larian dengan input atau output standard tidak dapat disambung.",
    },
    "progress": {
        "en": "{rows} submissions, {refused} refused, {rate} a second",
        "ms": "{rows} penghantaran, {refused} ditolak, {rate} sesaat",
    },
    "remaining": {"en": "{time} left", "ms": "{time} lagi"},
}
