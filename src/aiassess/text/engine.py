"""The form in a browser that carries the engine: what it says besides the other words of the page."""

MESSAGES = {
    "loads": {
        "en": "The level is shown here in a few seconds. You can answer already.",
        "ms": "Tahap akan dipaparkan di sini dalam beberapa saat. Anda sudah boleh mula menjawab.",
    },
    "failed": {
        "en": "This browser cannot work out the level, perhaps because WebAssembly is not allowed here. Everything else works: save to a file, and whoever receives it has the level.",
        "ms": "Pelayar ini tidak dapat mengira tahap, mungkin kerana WebAssembly tidak dibenarkan di sini. Semua yang lain berfungsi: simpan ke fail, dan penerimanya akan mendapat tahap itu.",
    },
    "result": {"en": "The result as it is now", "ms": "Keputusan setakat ini"},
    "papers": {"en": "Save the result to a file", "ms": "Simpan keputusan ke fail"},
    "report_html": {"en": "The report, to read (report.html)", "ms": "Laporan untuk dibaca (report.html)"},
    "decision_html": {
        "en": "Two pages for decision (decision.html)",
        "ms": "Dua halaman untuk keputusan (decision.html)",
    },
    "report_json": {
        "en": "The report for programs (report.json); this form opens it again",
        "ms": "Laporan untuk program (report.json); borang ini boleh membukanya semula",
    },
    "handed": {
        "en": "The browser was given {file} to save. Look for it where downloads go.",
        "ms": "{file} telah diserahkan kepada pelayar untuk disimpan. Cari fail itu dalam folder muat turun.",
    },
    "then": {
        "en": "When you are done, save to a file and pass on answers.json, or the report below. It was worked out on this computer; nothing was sent.",
        "ms": "Apabila selesai, simpan ke fail dan serahkan answers.json, atau laporan di bawah. Semuanya dikira pada komputer ini; tiada apa-apa yang dihantar.",
    },
}
