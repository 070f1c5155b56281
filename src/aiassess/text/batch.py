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
        "en": "One file in the folders has another ending than .json, .jsonl or .ndjson (also with .gz or .zst), or belongs to a draft, and was passed over.",
        "ms": "Satu fail dalam folder mempunyai akhiran selain .json, .jsonl atau .ndjson (termasuk dengan .gz atau .zst), atau milik draf, dan dilangkau.",
    },
    "passed_over.other": {
        "en": "{n} files in the folders have other endings than .json, .jsonl or .ndjson (also with .gz or .zst), or belong to drafts, and were passed over.",
        "ms": "{n} fail dalam folder mempunyai akhiran selain .json, .jsonl atau .ndjson (termasuk dengan .gz atau .zst), atau milik draf, dan dilangkau.",
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
