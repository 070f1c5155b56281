"""What is said of answers that were taken over from an earlier assessment, and looked over again."""

MESSAGES = {
    "promises": {
        "en": "What was to be done since last time ({n} of {total} to be decided)",
        "ms": "Tindakan daripada penilaian terdahulu ({n} daripada {total} belum ditentukan)",
    },
    "changes": {"en": "What is different from last time", "ms": "Perbezaan daripada penilaian terdahulu"},
    "section": {
        "en": "Section {number}/{total}: {title} ({n} to be confirmed)",
        "ms": "Bahagian {number}/{total}: {title} ({n} perlu disahkan)",
    },
    "owner": {"en": "{text} Owner: {owner}", "ms": "{text} Pihak bertanggungjawab: {owner}"},
    "promised": {"en": "This was to be done: {action}", "ms": "Tindakan yang dirancang: {action}"},
    "gone": {"en": "not asked now", "ms": "tidak ditanya sekarang"},
    "is_unconfirmed": {"en": "Earlier answer: {answer}", "ms": "Jawapan terdahulu: {answer}"},
    "is_red_flag": {"en": "Not done yet: {answer}", "ms": "Belum dilaksanakan: {answer}"},
    "is_answered": {"en": "Done: {answer}", "ms": "Telah dilaksanakan: {answer}"},
    # On the full screen
    "promises_how": {
        "en": "Done? y: yes, answer it anew; {no}: not yet, it stays open; {key[enter]}: one by one from here; {key[skip]}: leave the rest undecided.",
        "ms": "Sudah dilaksanakan? y: sudah, jawab semula; {no}: belum, tindakan kekal; {key[enter]}: satu demi satu dari sini; {key[skip]}: tinggalkan yang lain.",
    },
    "promises_key": {"en": "done / not yet", "ms": "sudah / belum"},
    "promises_choose": {
        "en": "Choose a line first, with the arrow keys; then y or {no}.",
        "ms": "Pilih satu baris dahulu dengan anak panah; kemudian y atau {no}.",
    },
    "changes_how": {"en": "{key[enter]} continues.", "ms": "{key[enter]} untuk teruskan."},
    "section_how": {
        "en.one": "Still right? Read to the end, then y confirms it. {no} or {key[enter]} opens it.",
        "en": "Still right? Read to the end, then y confirms all {n}. {key[enter]} opens a line; {no}: one by one.",
        "ms.one": "Masih benar? Baca hingga akhir, kemudian y mengesahkannya. {no} atau {key[enter]} membukanya.",
        "ms": "Masih benar? Baca hingga akhir, kemudian y mengesahkan semua ({n}). {key[enter]} membuka satu baris; {no}: satu demi satu.",
    },
    "section_key": {"en": "confirm all / one by one", "ms": "sahkan semua / satu demi satu"},
    "section_choose": {
        "en": "y confirms the whole section; or choose a line first, with the arrow keys or the question's number.",
        "ms": "y mengesahkan seluruh bahagian; atau pilih satu baris dahulu dengan anak panah atau nombor soalan.",
    },
    "read_first": {
        "en": "There is more to read first: {key[page_down]} goes on.",
        "ms": "Baca bahagian selebihnya dahulu: {key[page_down]} untuk teruskan.",
    },
    "decided": {
        "en": "This is decided already; {key[enter]} opens its question.",
        "ms": "Tindakan ini telah ditentukan; {key[enter]} membuka soalannya.",
    },
    "cannot_open": {"en": "This question is not asked now.", "ms": "Soalan ini tidak ditanya sekarang."},
    # Line by line
    "plain_promises": {
        "en": "Was it done? Type yes to give its answer anew, no if not yet (the earlier answer stays), Enter to leave it undecided, or {cmd[skip]} to leave all the others.",
        "ms": "Sudahkah tindakan ini dilaksanakan? Taip ya untuk menjawab soalannya semula, tidak jika belum (jawapan terdahulu kekal), Enter untuk tidak menentukannya, atau {cmd[skip]} untuk meninggalkan semua yang lain.",
    },
    "plain_changes": {"en": "Press Enter to continue.", "ms": "Tekan Enter untuk teruskan."},
    "plain_section": {
        "en.one": "Is this answer still right? Type {cmd[confirm]} to confirm it, no to open its question, or {cmd[skip]} to leave it unconfirmed.",
        "en": "Are these answers still right? Type {cmd[confirm]} to confirm all {n}, a number to change one, no to go through them one by one, or {cmd[skip]} to leave them unconfirmed.",
        "ms.one": "Adakah jawapan ini masih benar? Taip {cmd[confirm]} untuk mengesahkannya, tidak untuk membuka soalannya, atau {cmd[skip]} untuk meninggalkannya tanpa pengesahan.",
        "ms": "Adakah semua jawapan ini masih benar? Taip {cmd[confirm]} untuk mengesahkan kesemuanya ({n}), nombor untuk mengubah satu jawapan, tidak untuk membuka soalannya satu demi satu, atau {cmd[skip]} untuk meninggalkannya tanpa pengesahan.",
    },
    "new": {
        "en.one": "{n} question is new in this version of the questionnaire and will be asked:",
        "en": "{n} questions are new in this version of the questionnaire and will be asked:",
        "ms": "{n} soalan baharu dalam versi soal selidik ini akan ditanya:",
    },
    "blank": {
        "en.one": "{n} question was not answered last time and will be asked:",
        "en": "{n} questions were not answered last time and will be asked:",
        "ms": "{n} soalan yang belum dijawab dalam penilaian terdahulu akan ditanya:",
    },
}
