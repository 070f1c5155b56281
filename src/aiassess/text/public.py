"""The public record of a system, and the register of many."""

MESSAGES = {
    "title": {"en": "Public record", "ms": "Rekod tatapan umum"},
    "in_short": {"en": "In short", "ms": "Ringkasan"},
    "ready": {
        "en": "Nothing that the assessment found keeps it from going on.",
        "ms": "Penilaian tidak menemukan sebarang halangan untuk meneruskannya.",
    },
    "conditional": {
        "en": "It may go on once the shortfalls that the assessment found are made good.",
        "ms": "Penggunaan ini boleh diteruskan setelah kekurangan yang ditemukan dalam penilaian diatasi.",
    },
    "hold": {
        "en": "It may not go on until what the assessment found critical is put right.",
        "ms": "Penggunaan ini tidak boleh diteruskan sehingga penemuan kritikal dalam penilaian diselesaikan.",
    },
    "stop": {"en": "It must not be used.", "ms": "Penggunaan ini tidak dibenarkan."},
    "assessed": {"en": "Last assessed", "ms": "Penilaian terakhir"},
    "due": {"en": "To be assessed again by", "ms": "Penilaian semula sebelum atau pada"},
    "not_stated": {"en": "Not stated", "ms": "Tidak dinyatakan"},
    "about": {"en": "About this record", "ms": "Tentang rekod ini"},
    "by_itself": {
        "en": "The agency made this assessment itself. This record repeats what it answered; nobody else has confirmed it.",
        "ms": "Agensi membuat sendiri penilaian ini. Rekod ini mengulangi jawapannya; tiada pihak lain yang mengesahkannya.",
    },
    "left_out": {
        "en": "Notes, evidence, names of officers, the risk register and the details of findings are left out.",
        "ms": "Catatan, bukti, nama pegawai, daftar risiko dan butiran penemuan tidak disertakan.",
    },
    "edition": {
        "en": "Questionnaire: {title}, {id} {version} ({standing})",
        "ms": "Soal selidik: {title}, {id} {version} ({standing})",
    },
    "register": {"en": "Register of AI in use", "ms": "Daftar penggunaan AI"},
    "listed": {"en": "Listed", "ms": "Disenaraikan"},
    "not_listed": {"en": "Not listed", "ms": "Tidak disenaraikan"},
    "public_classified": {"en": "official secrets: {n}", "ms": "rahsia rasmi: {n}"},
    "public_incomplete": {"en": "not completely assessed: {n}", "ms": "penilaian belum lengkap: {n}"},
    "public_unmarked": {"en": "no answer marked public: {n}", "ms": "tiada jawapan ditandakan untuk tatapan umum: {n}"},
    "refused": {"en": "not readable: {n}", "ms": "tidak dapat dibaca: {n}"},
    "set_aside": {"en": "superseded or duplicate: {n}", "ms": "telah digantikan atau pendua: {n}"},
    "system": {"en": "System or unit", "ms": "Sistem atau unit"},
    "phase": {"en": "Phase", "ms": "Fasa"},
    "search": {"en": "Words to search for", "ms": "Perkataan untuk dicari"},
    "all_agencies": {"en": "All agencies", "ms": "Semua agensi"},
    "all_levels": {"en": "All levels", "ms": "Semua tahap"},
    "found": {"en": "{n} of {total} shown", "ms": "{n} daripada {total} dipaparkan"},
    "parts": {"en": "The register in parts, by agency", "ms": "Daftar mengikut bahagian, menurut agensi"},
    "part": {"en": "{first} to {last}", "ms": "{first} hingga {last}"},
    "whole": {"en": "The whole register", "ms": "Daftar penuh"},
    "each_by_itself": {
        "en": "Each agency made its own assessments. The register repeats what they answered; nobody else has confirmed it.",
        "ms": "Setiap agensi membuat sendiri penilaiannya. Daftar ini mengulangi jawapan mereka; tiada pihak lain yang mengesahkannya.",
    },
    "report": {
        "en": "Made from the report with the digest",
        "ms": "Dihasilkan daripada laporan dengan nilai semakan (digest)",
    },
}
