"""Problems: what the words and figures of a questionnaire give away."""

MESSAGES = {
    "text_same": {
        "en": "The text is the same in “{language}” as in “{other}”. If it was left untranslated, write it in “{language}”.",
        "ms": "Teks ini sama dalam “{language}” dan “{other}”. Jika belum diterjemahkan, tulis dalam “{language}”.",
    },
    "text_other_language": {
        "en": "The text under “{language}” reads as “{other}”. Were the two exchanged? Write each under its own language.",
        "ms": "Teks di bawah “{language}” kelihatan seperti “{other}”. Adakah kedua-duanya tertukar? Tulis setiap teks di bawah bahasanya.",
    },
    "text_for_all": {
        "en": "One text stands for all languages, but it is in “{language}”. Write it once for each language: {{ms: …, en: …}}.",
        "ms": "Satu teks digunakan bagi semua bahasa, tetapi teks itu dalam “{language}”. Tulis bagi setiap bahasa: {{ms: …, en: …}}.",
    },
    "text_cut": {
        "en": "YAML takes “{rest}” for a comment: the text ends before it. Put the whole text in quotation marks, or the comment on a line of its own.",
        "ms": "YAML menganggap “{rest}” sebagai komen: teks tamat sebelum itu. Letakkan keseluruhan teks dalam tanda petikan, atau komen pada barisnya sendiri.",
    },
    "text_curly": {
        "en": "Curly quotation marks around the text are part of it, and will be shown. Use \" or ', or none.",
        "ms": "Tanda petikan melengkung di sekeliling teks menjadi sebahagian daripadanya, dan akan dipaparkan. Gunakan \" atau ', atau buang petikan itu.",
    },
    "text_placeholder": {
        "en": "“{found}” marks a text that is not finished. Write the text itself.",
        "ms": "“{found}” menandakan teks yang belum siap. Tulis teks yang sebenar.",
    },
    "text_long": {
        "en": "The text has {length} characters; more than {limit} are hard to take in. Shorten it, and move the rest to help.",
        "ms": "Teks ini mempunyai {length} aksara; lebih daripada {limit} sukar difahami. Pendekkan, dan pindahkan selebihnya ke help.",
    },
    "text_double": {
        "en": "This may be two questions in one (“{found}”), which one answer cannot answer. Ask them one by one, or say “or” or “and”.",
        "ms": "Soalan ini mungkin dua soalan dalam satu (“{found}”), yang tidak dapat dijawab dengan satu jawapan. Tanya satu demi satu, atau tulis “atau” atau “dan”.",
    },
    "text_cites_nothing": {
        "en": "The text mentions question {number}, but no question has that number. Give the number of the one that is meant.",
        "ms": "Teks ini menyebut soalan {number}, tetapi tiada soalan bernombor itu. Berikan nombor soalan yang dimaksudkan.",
    },
    "text_numbers_differ": {
        "en": "The numbers differ: only in “{first}”: {missing}; only in “{second}”: {extra}. Give the same numbers in each language.",
        "ms": "Nombor berbeza: hanya dalam “{first}”: {missing}; hanya dalam “{second}”: {extra}. Berikan nombor yang sama dalam setiap bahasa.",
    },
    "term_unsaid": {
        "en": "“{said}” stands in the “{first}” text, but its term in “{language}”, “{say}”, does not. Use the term.",
        "ms": "“{said}” ada dalam teks “{first}”, tetapi istilahnya dalam “{language}”, “{say}”, tiada. Gunakan istilah itu.",
    },
    "term_avoided": {
        "en": "The term list says “{say}”, not “{found}”. Use the term.",
        "ms": "Senarai istilah menyatakan “{say}”, bukan “{found}”. Gunakan istilah itu.",
    },
    "terms_columns": {
        "en": "No terms were found. Expected: CSV whose first line names at least two languages, such as `en,ms,not`.",
        "ms": "Tiada istilah dijumpai. Diperlukan: CSV yang baris pertamanya menamakan sekurang-kurangnya dua bahasa, contohnya `en,ms,not`.",
    },
    "text_repeats": {
        "en": "This only repeats “{key}”. Say what “{key}” leaves open, or leave this out.",
        "ms": "Ini hanya mengulangi “{key}”. Nyatakan perkara yang tidak disebut dalam “{key}”, atau buang teks ini.",
    },
    "ref_twice": {
        "en": "The number {text} is given to two questions; the first is on line {first_line}. Give each a number of its own.",
        "ms": "Nombor {text} diberikan kepada dua soalan; yang pertama pada baris {first_line}. Beri setiap soalan nombornya sendiri.",
    },
    "name_twice": {
        "en": "Two {kind} texts read “{text}”; the first is on line {first_line}. Nobody can tell them apart: word them differently.",
        "ms": "Dua teks {kind} berbunyi “{text}”; yang pertama pada baris {first_line}. Kedua-duanya tidak dapat dibezakan: tulis dengan kata yang berlainan.",
    },
    "action_twice": {
        "en": "Two findings ask for the same action; the first is on line {first_line}. If it was copied, write what this one needs.",
        "ms": "Dua penemuan meminta tindakan yang sama; yang pertama pada baris {first_line}. Jika disalin, tulis tindakan bagi penemuan ini.",
    },
    "band_unreached": {
        "en": "No number that the question takes falls into this band. Correct up_to, or minimum and maximum.",
        "ms": "Tiada nombor yang diterima soalan ini termasuk dalam jalur ini. Betulkan up_to, atau minimum dan maximum.",
    },
    "share_large": {
        "en": "This question alone decides {share}% of the points: {points} of {total}, at weight {weight}. Lower the weight, or its points.",
        "ms": "Soalan ini sahaja menentukan {share}% daripada mata: {points} daripada {total}, dengan weight {weight}. Rendahkan weight atau matanya.",
    },
    "source_date": {
        "en": "“{found}” is not a date on which this can have appeared. Write YYYY-MM-DD, YYYY-MM or YYYY, such as 2025-02-27.",
        "ms": "“{found}” bukan tarikh penerbitan yang munasabah. Tulis YYYY-MM-DD, YYYY-MM atau YYYY, contohnya 2025-02-27.",
    },
    "statement_official": {
        "en": "The statement says “official”, but the status is {status}. Say that it is not official; only its issuer can make it so.",
        "ms": "Pernyataan ini menyebut “rasmi”, tetapi statusnya {status}. Nyatakan bahawa soal selidik ini tidak rasmi; hanya penerbitnya boleh menjadikannya rasmi.",
    },
    "level_by_rules_only": {
        "en": "Points never reach “{id}”: “{before}” before it has no up_to_percent. Give that one, or put this level among those that stop.",
        "ms": "Mata tidak akan mencapai “{id}”: “{before}” sebelumnya tiada up_to_percent. Beri up_to_percent, atau jadikan tahap ini tahap henti (stop).",
    },
    "points_fall": {
        "en": "“{id}” counts less than the option before it, though in the {others} other questions points rise. Inherent: more is worse; control: more is better. Were they turned around?",
        "ms": "“{id}” dikira kurang daripada pilihan sebelumnya, sedangkan dalam {others} soalan lain mata menaik. Bagi inherent, mata yang tinggi bermaksud lebih buruk; bagi control, lebih baik. Adakah mata itu terbalik?",
    },
    "level_no_obligations": {
        "en": "The level “{id}” obliges to nothing, though a lower one does. List under obligations what it asks of the agency.",
        "ms": "Tahap “{id}” tidak mewajibkan apa-apa, walaupun tahap yang lebih rendah ada kewajipan. Senaraikan kewajipan agensi dalam obligations.",
    },
    "reassess_later": {
        "en": "At “{id}” the next assessment may come later than at a lower level ({months} months). Write reassess_months: {months} or less.",
        "ms": "Pada “{id}”, penilaian seterusnya boleh dibuat lebih lewat daripada tahap yang lebih rendah ({months} bulan). Tulis reassess_months: {months} atau kurang.",
    },
    "points_without_score": {
        "en": "The points count for nothing: the question has no score. Add score: inherent or score: control, or remove the points.",
        "ms": "Mata ini tidak dikira: soalan ini tiada score. Tambah score: inherent atau score: control, atau buang mata itu.",
    },
    "finding_other_actor": {
        "en": "“{id}” owns this action, but answers nothing in this section; the question is for {actors}. Is that the actor you mean?",
        "ms": "“{id}” bertanggungjawab atas tindakan ini, tetapi tidak menjawab apa-apa dalam bahagian ini; soalan ini untuk {actors}. Adakah itu pihak yang dimaksudkan?",
    },
}
