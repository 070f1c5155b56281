"""Problems: forms of other tools."""

MESSAGES = {
    "import_no_form": {
        "en": "This is neither an XLSForm (an .xlsx file with a sheet “survey”) nor a SurveyJS survey (JSON with “pages” or “elements”).",
        "ms": "Ini bukan XLSForm (fail .xlsx dengan helaian “survey”) dan bukan tinjauan SurveyJS (JSON dengan “pages” atau “elements”).",
    },
    "import_needs_pyxform": {
        "en": "XLSForms need a library that is not installed. Run: pip install pyxform",
        "ms": "XLSForm memerlukan pustaka yang belum dipasang. Jalankan: pip install pyxform",
    },
    "import_refused": {
        "en": "This is not a valid XLSForm. The library that reads it says: {reason}",
        "ms": "Ini bukan XLSForm yang sah. Pustaka yang membacanya menyatakan: {reason}",
    },
    "import_no_questions": {
        "en": "The form asks nothing that a questionnaire can ask.",
        "ms": "Borang ini tidak mengandungi apa-apa yang boleh ditanya oleh soal selidik.",
    },
    "import_too_large": {
        "en": "The form would make a questionnaire of more than 50,000 values or 5 MB. Import a part of it.",
        "ms": "Borang ini akan menghasilkan soal selidik yang melebihi 50,000 nilai atau 5 MB. Import sebahagian sahaja.",
    },
    "import_too_deep": {
        "en": "The form has groups within groups more than {limit} deep. Take some of them out.",
        "ms": "Borang ini mempunyai kumpulan dalam kumpulan melebihi {limit} peringkat. Kurangkan peringkatnya.",
    },
    "import_id": {
        "en": "“{found}” cannot be an id. Use small letters, digits and _, beginning with a letter.",
        "ms": "“{found}” tidak boleh menjadi id. Gunakan huruf kecil, angka dan _, bermula dengan huruf.",
    },
    "import_language_code": {
        "en": "“{found}” is not a language code. Use two or three small letters, such as en or ms.",
        "ms": "“{found}” bukan kod bahasa. Gunakan dua atau tiga huruf kecil, seperti en atau ms.",
    },
    # What was left out or changed
    "import_sheet": {
        "en": "The sheet was left out: only survey, choices and settings are read.",
        "ms": "Helaian ini ditinggalkan: hanya survey, choices dan settings yang dibaca.",
    },
    "import_type": {
        "en": "The question was left out: there is no type like “{type}” here. Ask it in another way, or leave it to the form.",
        "ms": "Soalan ini ditinggalkan: tiada jenis seperti “{type}” di sini. Tanya dengan cara lain, atau biarkan dalam borang asal.",
    },
    "import_as_text": {
        "en": "An answer of the type “{type}” is taken as text here, unchecked.",
        "ms": "Jawapan jenis “{type}” diterima sebagai teks di sini, tanpa semakan.",
    },
    "import_keys": {
        "en": "Left out: {keys}. Look at what it does in the form, and whether the questionnaire needs it.",
        "ms": "Ditinggalkan: {keys}. Lihat fungsinya dalam borang, dan sama ada soal selidik memerlukannya.",
    },
    "import_shape": {
        "en": "Left out: this has not the shape that it has in a SurveyJS survey.",
        "ms": "Ditinggalkan: bentuknya tidak seperti dalam tinjauan SurveyJS.",
    },
    "import_no_options": {
        "en": "The question was left out: the file has nothing to choose from. Add it with its options.",
        "ms": "Soalan ini ditinggalkan: tiada pilihan dalam fail. Tambah soalan itu berserta pilihannya.",
    },
    "import_language": {
        "en": "Texts in “{found}” were left out: it names no language code, or one that is already taken. Write “English (en)” or “en”.",
        "ms": "Teks dalam “{found}” ditinggalkan: tiada kod bahasa, atau kod itu sudah digunakan. Tulis “English (en)” atau “en”.",
    },
    "import_untranslated": {
        "en": "Texts without “{language}”: {n}. Another language stands in their place. Translate them.",
        "ms": "Teks yang tiada dalam “{language}”: {n}. Bahasa lain digunakan sebagai ganti. Terjemahkan teks itu.",
    },
    "import_inserted": {
        "en": "The text inserts an answer (a name in braces), which is not filled in here. Reword it.",
        "ms": "Teks ini menyisipkan jawapan (nama dalam tanda kurung dakap), yang tidak diisi di sini. Ubah susunan ayatnya.",
    },
    "import_long": {
        "en": "The text was cut after {limit} characters.",
        "ms": "Teks ini dipotong selepas {limit} aksara.",
    },
    "import_note_always": {
        "en": "The note is always shown; in the form only if: {text}",
        "ms": "Teks penerangan ini sentiasa dipaparkan; dalam borang hanya jika: {text}",
    },
    "import_note_last": {
        "en": "The note after the last question was left out: {text}",
        "ms": "Teks penerangan selepas soalan terakhir ditinggalkan: {text}",
    },
    "import_condition": {
        "en": "The condition was left out, so this is always asked: {text} (a questionnaire cannot say “{part}” here). Add a show_if.",
        "ms": "Syarat ini ditinggalkan, jadi bahagian atau soalan ini sentiasa ditanya: {text} (soal selidik tidak dapat menyatakan “{part}” di sini). Tambah show_if.",
    },
    "import_constraint": {
        "en": "The constraint was left out, so other answers are accepted too: {text}. Bounds such as “. >= 0 and . <= 9” are kept.",
        "ms": "Kekangan ini ditinggalkan, jadi jawapan lain turut diterima: {text}. Had seperti “. >= 0 and . <= 9” dikekalkan.",
    },
    "import_bound": {
        "en": "The bound “{found}” was left out: it is none, or contradicts the other one.",
        "ms": "Had “{found}” ditinggalkan: ini bukan had, atau bercanggah dengan had yang satu lagi.",
    },
    "import_required_if": {
        "en": "The question is always required here; in the form only if: {text}",
        "ms": "Soalan ini sentiasa wajib di sini; dalam borang hanya jika: {text}",
    },
    "import_name_twice": {
        "en": "The name is used twice in the form. The second has an id of its own; conditions look at the first.",
        "ms": "Nama ini digunakan dua kali dalam borang. Yang kedua mempunyai id tersendiri; syarat merujuk yang pertama.",
    },
    "import_points": {
        "en": "The points in “{found}” were left out, so it counts 0: only whole numbers from 0 to 1,000,000 can be counted.",
        "ms": "Mata dalam “{found}” ditinggalkan, jadi kiraannya 0: hanya nombor bulat dari 0 hingga 1,000,000 boleh dikira.",
    },
    # What the import decided
    "import_none_added": {
        "en": "Questions with several options that were given “None of these”, which counts 0: {n}. It tells none from not answered.",
        "ms": "Soalan dengan beberapa pilihan yang ditambah “Tiada yang berkenaan”, yang dikira 0: {n}. Dengan itu, tiada pilihan dapat dibezakan daripada tidak dijawab.",
    },
    "import_required": {
        "en": "Questions that count points and are required here, though not in the form: {n}. A blank counts 0, and the assessment is incomplete.",
        "ms": "Soalan yang diberi mata dan wajib di sini, walaupun tidak dalam borang: {n}. Soalan kosong dikira 0, dan penilaian tidak lengkap.",
    },
    "import_canadian": {
        "en": "Names ending in -RS and -MS count as in Canada's Algorithmic Impact Assessment: points after the last hyphen of a value, levels at 25, 50 and 75%, 15% less from 80% of half the mitigation on. Check that this is such a form.",
        "ms": "Nama yang berakhir dengan -RS dan -MS dikira seperti dalam Algorithmic Impact Assessment Kanada: mata selepas sempang terakhir nilai, tahap pada 25, 50 dan 75%, kurang 15% mulai 80% daripada separuh mitigasi. Pastikan ini borang sedemikian.",
    },
    "import_counts_nothing": {
        "en": "The form counts no points. The level is “Not assessed”, and a critical finding on the question “{id}”, which is required, keeps the verdict on hold. Add points and levels, then remove that finding.",
        "ms": "Borang ini tidak mengira mata. Tahapnya “Belum dinilai”, dan penemuan kritikal pada soalan “{id}”, yang wajib dijawab, menangguhkan rumusan. Tambah mata dan tahap, kemudian buang penemuan itu.",
    },
}
