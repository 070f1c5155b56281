"""Problems: filled forms."""

MESSAGES = {
    "workbook_old": {
        "en": "The file is an old Excel file (.xls), or has a password. Save it as .xlsx without a password.",
        "ms": "Fail ini fail Excel lama (.xls), atau berkata laluan. Simpan sebagai .xlsx tanpa kata laluan.",
    },
    "workbook_is_paper": {
        "en": "This is a Word document, and Word forms are not read back. Use the .xlsx form, or type the answers in with `aiassess assess`.",
        "ms": "Ini ialah dokumen Word; borang Word tidak dibaca semula. Gunakan borang .xlsx, atau taip jawapannya dengan `aiassess assess`.",
    },
    "workbook_not_form": {
        "en": "This is not a form made by `aiassess form`, or the sheet that says which one it is was removed.",
        "ms": "Ini bukan borang yang dihasilkan `aiassess form`, atau helaian yang mengenal pasti borang itu telah dibuang.",
    },
    "workbook_damaged": {
        "en": "The workbook is damaged and cannot be read: {reason}.",
        "ms": "Buku kerja ini rosak dan tidak dapat dibaca: {reason}.",
    },
    "workbook_too_large": {
        "en": "The workbook holds more than any form does. Check that it is the right file.",
        "ms": "Buku kerja ini mengandungi jauh lebih banyak daripada sebarang borang. Pastikan fail inilah yang dimaksudkan.",
    },
    "workbook_sheets": {
        "en": "{found} sheets of the form were recognized; expected {expected}. A sheet was removed or copied, or its first row or column was. Fill in a whole form.",
        "ms": "{found} helaian borang dikenali; {expected} diperlukan. Ada helaian yang dibuang atau disalin, atau baris atau lajur pertamanya dibuang. Isi borang yang lengkap.",
    },
    "sheet_row_unknown": {
        "en": "This row belongs to no question, so “{found}” cannot be placed. Move it to the row of its question.",
        "ms": "Baris ini tidak tergolong dalam mana-mana soalan, jadi “{found}” tidak dapat ditempatkan. Pindahkan ke baris soalannya.",
    },
    "sheet_row_twice": {
        "en": "The form has this row twice; the other is {other}. Remove one of them.",
        "ms": "Baris ini ada dua kali dalam borang; yang satu lagi ialah {other}. Buang salah satu.",
    },
    "sheet_option": {
        "en": "Found “{found}”; expected one of the list: {known}.",
        "ms": "Dijumpai “{found}”; diperlukan salah satu daripada senarai: {known}.",
    },
    "sheet_option_near": {
        "en": "Found “{found}”, which is not in the list. Did you mean “{near}”? Expected one of: {known}.",
        "ms": "Dijumpai “{found}”, yang tiada dalam senarai. Adakah maksud anda “{near}”? Diperlukan salah satu: {known}.",
    },
    "sheet_option_unclear": {
        "en": "“{found}” could be more than one option, or now names another one than when the form was made. Choose again in a new form. The options: {known}.",
        "ms": "“{found}” boleh bermaksud lebih daripada satu pilihan, atau kini menamakan pilihan lain berbanding semasa borang dihasilkan. Pilih semula dalam borang baharu. Pilihannya: {known}.",
    },
    "sheet_tick": {
        "en": "Found “{found}”; expected {expected}, or nothing.",
        "ms": "Dijumpai “{found}”; diperlukan {expected}, atau dibiarkan kosong.",
    },
    "sheet_text": {
        "en": "Found {found}, which is not a text. Set the cell's format to text and type it again.",
        "ms": "Dijumpai {found}, yang bukan teks. Tetapkan format petak sebagai teks dan taip semula.",
    },
    "sheet_day": {
        "en": "Found {found}; expected a date, such as 2026-11-21.",
        "ms": "Dijumpai {found}; tarikh seperti 2026-11-21 diperlukan.",
    },
    "sheet_day_unclear": {
        "en": "“{found}” could mean {readings}. Write it as year-month-day, such as 2026-11-21.",
        "ms": "“{found}” boleh bermaksud {readings}. Tulis sebagai tahun-bulan-hari, contohnya 2026-11-21.",
    },
    "sheet_no_reference": {
        "en": "There is a date, {found}, but no evidence beside it. Name the evidence, or clear the date.",
        "ms": "Ada tarikh, {found}, tetapi tiada bukti di sebelahnya. Nyatakan buktinya, atau kosongkan tarikh itu.",
    },
    "sheet_no_number": {
        "en": "“{found}” has no question. Choose the number of the question that it is evidence for.",
        "ms": "“{found}” tiada soalan. Pilih nombor soalan bagi bukti ini.",
    },
    "sheet_risk_lacks": {
        "en": "This cell is blank. A risk needs its title, likelihood and consequence; after treatment, both ratings or neither.",
        "ms": "Petak ini kosong. Setiap risiko memerlukan tajuk, kebarangkalian dan impak; selepas rawatan, kedua-dua skor atau tiada langsung.",
    },
}
