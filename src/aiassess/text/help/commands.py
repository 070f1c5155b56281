"""Commands, and the words of every help page."""

MESSAGES = {
    "usage": {"en": "Usage:", "ms": "Penggunaan:"},
    "arguments": {"en": "Arguments", "ms": "Argumen"},
    "options": {"en": "Options", "ms": "Opsyen"},
    "commands": {"en": "Commands", "ms": "Perintah"},
    "placeholder_options": {"en": "[OPTIONS]", "ms": "[OPSYEN]"},
    "placeholder_command": {"en": "COMMAND [ARGS]...", "ms": "PERINTAH [ARGUMEN]..."},
    "app": {
        "en": "Self-assessment of public-sector AI systems, based on the published outline of Malaysia's GPAISA guidelines (unofficial).\n\nStart with: aiassess assess",
        "ms": "Penilaian kendiri sistem AI sektor awam berdasarkan rangka GPAISA yang diterbitkan (tidak rasmi).\n\nMulakan dengan: aiassess assess",
    },
    "assess": {
        "en": "Answer the questionnaire, question by question, and get the report.\n\nEvery answer is saved at once. Leave at any time and come back with --resume.",
        "ms": "Jawab soal selidik satu demi satu dan terima laporannya.\n\nSetiap jawapan disimpan serta-merta. Anda boleh keluar pada bila-bila masa dan menyambung dengan --resume.",
    },
    "score": {
        "en": "Turn an answers file, or the answers in a report, into a report.\n\nResults go to standard output, or to the files named with -o. Exit codes: 0 done, 1 --fail-on reached, 2 wrong usage, 3 an input is not valid.",
        "ms": "Hasilkan laporan daripada fail jawapan, atau daripada jawapan dalam laporan.\n\nHasil dipaparkan pada output standard, atau ditulis ke fail yang dinamakan dengan -o. Kod keluar: 0 selesai, 1 --fail-on dicapai, 2 penggunaan salah, 3 input tidak sah.",
    },
    "explain": {
        "en": "Explain why the level is what it is: the rules, the points, and the fewest changes that reach another level or verdict.\n\nWithout a second argument: how to reach the next lower level, and the verdict ready. With a question: what its answer counts for, and what other answers would give.",
        "ms": "Jelaskan sebab sesuatu tahap: peraturan, mata, dan perubahan paling sedikit untuk mencapai tahap atau rumusan lain.\n\nTanpa perkataan kedua: tahap lebih rendah yang berikutnya, dan rumusan sedia. Dengan soalan: mata yang dibawa oleh jawapannya dan hasil jawapan lain.",
    },
    "merge": {
        "en": "Put the parts that several people filled in together into one answers file.\n\nIf two of them say something different on the same question, nothing is written; the differences are listed, with what each would do to the level and the verdict. Exit codes: 0 done, 1 there are differences to settle, 2 wrong usage, 3 a part is not valid.",
        "ms": "Gabungkan bahagian yang diisi oleh beberapa orang menjadi satu fail jawapan.\n\nJika dua daripadanya berbeza pada soalan yang sama, tiada apa-apa ditulis; perbezaannya disenaraikan berserta kesan setiap satu pada tahap dan rumusan. Kod keluar: 0 selesai, 1 ada perbezaan yang perlu diselesaikan, 2 penggunaan salah, 3 ada bahagian yang tidak sah.",
    },
    "render": {
        "en": "Turn a saved report.json into another format or language.\n\nIn its own language, the file is all it needs. In another, the report is made again from its own answers, with the questionnaire it was made with. Exit codes: 0 done, 2 wrong usage, 3 the report cannot be read or was changed.",
        "ms": "Tukar report.json yang disimpan kepada format atau bahasa lain.\n\nDalam bahasanya sendiri, fail itu sahaja diperlukan. Dalam bahasa lain, laporan dihasilkan semula daripada jawapannya sendiri dengan soal selidik asalnya. Kod keluar: 0 selesai, 2 penggunaan salah, 3 laporan tidak dapat dibaca atau telah diubah.",
    },
    "verify": {
        "en": "Score saved reports again from their own answers, and say whether they are what the questionnaire gives.\n\nPrints one line for each report that is reproduced, and exactly what differs for any other. Exit codes: 0 all reproduced, 1 at least one is not, 3 at least one cannot be read.",
        "ms": "Kira semula laporan daripada jawapannya sendiri dan nyatakan sama ada ia memang hasil soal selidik itu.\n\nSatu baris bagi setiap laporan yang dihasilkan semula; jika tidak, dinyatakan apa yang berbeza. Kod keluar: 0 semua dihasilkan semula, 1 ada yang tidak, 3 ada yang tidak dapat dibaca.",
    },
    "diff": {
        "en": "Show what changed between two reports, and why.\n\nOnly changes are shown; two equal reports print nothing. Exit codes: 0 done, 1 there are differences (with --exit-code), 2 wrong usage, 3 an input is not valid.",
        "ms": "Nyatakan apa yang berubah antara dua laporan, dan sebabnya.\n\nHanya perubahan dipaparkan; dua laporan yang sama tidak memaparkan apa-apa. Kod keluar: 0 selesai, 1 terdapat perbezaan (dengan --exit-code), 2 penggunaan salah, 3 input tidak sah.",
    },
    "drafts": {
        "en": "List and remove unfinished interviews.",
        "ms": "Senaraikan dan buang temu bual yang belum selesai.",
    },
    "drafts_list": {"en": "List the unfinished interviews.", "ms": "Senaraikan temu bual yang belum selesai."},
    "drafts_remove": {
        "en": "Remove an unfinished interview and its answers.",
        "ms": "Buang temu bual yang belum selesai berserta jawapannya.",
    },
    "batch": {
        "en": "Score many submissions (answers files or reports): one row each, in the order given.\n\nA submission that cannot be read or is not valid gets a row too, and never stops the run. Exit codes: 0 done, 1 some were refused or --fail-on was reached, 2 wrong usage, 3 an output cannot be written, 130 interrupted.",
        "ms": "Nilai banyak penghantaran, sama ada fail jawapan atau laporan: satu baris bagi setiap penghantaran, mengikut susunan asalnya.\n\nPenghantaran yang tidak dapat dibaca atau tidak sah juga menjadi satu baris dan tidak menghentikan larian. Kod keluar: 0 selesai, 1 ada yang ditolak atau --fail-on dicapai, 2 penggunaan salah, 3 output tidak dapat ditulis, 130 dihentikan.",
    },
    "form": {
        "en": "Write a form to fill in elsewhere: in Excel or LibreOffice (.xlsx), in a browser without a network (.html), or on paper, for a meeting (.docx). A filled .xlsx, and the answers.json that the page saves, are read wherever answers are: by score, assess --answers, batch.\n\nWith --actor, only the questions for somebody else; with --answers, with what is answered so far.",
        "ms": "Hasilkan borang untuk diisi di tempat lain: dalam Excel atau LibreOffice (.xlsx), dalam pelayar tanpa rangkaian (.html), atau di atas kertas untuk mesyuarat (.docx). Borang .xlsx yang sudah diisi, dan answers.json yang disimpan oleh halaman itu, dibaca di mana-mana jawapan dibaca: oleh score, assess --answers, batch.\n\nDengan --actor, hanya soalan bagi pihak lain; dengan --answers, bersama jawapan setakat ini.",
    },
}
