"""Problems: the table of an earlier round."""

MESSAGES = {
    "earlier_ending": {
        "en": "`--against` needs the table of an earlier batch: .parquet, .jsonl (.ndjson) or .csv.",
        "ms": "`--against` memerlukan jadual daripada batch yang lalu: .parquet, .jsonl (.ndjson) atau .csv.",
    },
    "earlier_columns": {
        "en": "This is not a table of `aiassess batch`. Columns that it lacks: {missing}.",
        "ms": "Ini bukan jadual daripada `aiassess batch`. Lajur yang tiada: {missing}.",
    },
    "earlier_columns_twice": {
        "en": "Columns that the table has twice: {found}. Give the table as the batch wrote it.",
        "ms": "Lajur yang ada dua kali dalam jadual ini: {found}. Berikan jadual seperti yang ditulis oleh batch.",
    },
    "earlier_semicolons": {
        "en": "The columns are separated by semicolons: a spreadsheet has saved the table again, which may have changed its numbers and dates. Give the table as the batch wrote it.",
        "ms": "Lajur dipisahkan dengan koma bertitik: perisian hamparan telah menyimpan semula jadual ini, maka angka dan tarikhnya mungkin berubah. Berikan jadual seperti yang ditulis oleh batch.",
    },
    "earlier_cut": {
        "en": "This row has {found} cells; the heading has {expected} columns. The file is cut off here, or was changed. Give the table as the batch wrote it.",
        "ms": "Baris ini ada {found} sel, sedangkan kepala jadual ada {expected} lajur. Fail ini terpotong di sini, atau telah diubah. Berikan jadual seperti yang ditulis oleh batch.",
    },
    "earlier_not_csv": {
        "en": "This cannot be read as CSV ({reason}). The file is cut off, or was changed. Give the table as the batch wrote it.",
        "ms": "Fail ini tidak dapat dibaca sebagai CSV ({reason}). Fail ini terpotong, atau telah diubah. Berikan jadual seperti yang ditulis oleh batch.",
    },
    "earlier_not_json": {
        "en": "This line is not a whole JSON object. The file is cut off here, or was changed. Give the table as the batch wrote it.",
        "ms": "Baris ini bukan objek JSON yang lengkap. Fail ini terpotong di sini, atau telah diubah. Berikan jadual seperti yang ditulis oleh batch.",
    },
    "earlier_not_parquet": {
        "en": "This cannot be read as Parquet ({reason}). The file is cut off or damaged. Get it again.",
        "ms": "Fail ini tidak dapat dibaca sebagai Parquet ({reason}). Fail ini terpotong atau rosak. Dapatkan semula fail itu.",
    },
    "earlier_cell": {
        "en": "The column “{column}” should hold {expected} here, or nothing. Give the table as the batch wrote it.",
        "ms": "Lajur “{column}” sepatutnya mengandungi {expected} di sini, atau kosong. Berikan jadual seperti yang ditulis oleh batch.",
    },
    "earlier_text": {"en": "text", "ms": "teks"},
    "earlier_integer": {"en": "a whole number, 0 or more", "ms": "nombor bulat, 0 atau lebih"},
    "earlier_number": {"en": "a number", "ms": "nombor"},
    "earlier_date": {"en": "a date such as 2026-11-21", "ms": "tarikh seperti 2026-11-21"},
    "earlier_moment": {
        "en": "a moment such as 2026-11-21T09:00:00+08:00",
        "ms": "tarikh dan masa seperti 2026-11-21T09:00:00+08:00",
    },
    "earlier_empty": {
        "en": "The column “{column}” is empty here, which no batch leaves so. Give the table as the batch wrote it.",
        "ms": "Lajur “{column}” kosong di sini, sedangkan batch sentiasa mengisinya. Berikan jadual seperti yang ditulis oleh batch.",
    },
    "earlier_value": {
        "en": "The column “{column}” says “{found}”. Expected one of: {known}.",
        "ms": "Lajur “{column}” mengandungi “{found}”. Yang diperlukan ialah salah satu daripada: {known}.",
    },
    "earlier_questionnaire": {
        "en": "This row is of the questionnaire “{found}”, which is not known here. Add it with `-q FILE`.",
        "ms": "Baris ini bagi soal selidik “{found}”, yang tidak dikenali di sini. Tambah soal selidik itu dengan `-q FAIL`.",
    },
    "earlier_finding": {
        "en": "The column “{column}” names the finding “{found}”, which the questionnaire “{questionnaire}” does not have here. If the table was made with a newer edition, add that with `-q FILE`.",
        "ms": "Lajur “{column}” menyebut penemuan “{found}”, yang tiada dalam soal selidik “{questionnaire}” di sini. Jika jadual ini dibuat dengan edisi yang lebih baharu, tambah edisi itu dengan `-q FAIL`.",
    },
    "changes_alone": {
        "en": "`--changes` lists what changed since an earlier round. Add `--against FILE`.",
        "ms": "`--changes` menyenaraikan perubahan sejak pusingan lalu. Tambah `--against FAIL`.",
    },
}
