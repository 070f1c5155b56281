"""Problems: reports."""

MESSAGES = {
    "report_page_alone": {
        "en": "This page is for a browser. To show the result here, report.json must be beside it.",
        "ms": "Halaman ini dibuka dalam pelayar. Untuk memaparkan hasilnya di sini, report.json perlu ada bersamanya.",
    },
    "not_a_report": {
        "en": "This is not an aiassess report; a saved report.json was expected.",
        "ms": "Ini bukan laporan aiassess; fail report.json yang disimpan diperlukan.",
    },
    "finished_report": {
        "en": "This file is the report of a finished assessment ({completed}), which is never overwritten; nothing was written. Choose another name, or remove the file first. To revise the assessment: aiassess assess --answers, with this file.",
        "ms": "Fail ini ialah laporan penilaian yang telah selesai ({completed}) dan tidak akan ditulis ganti; tiada apa-apa yang ditulis. Pilih nama lain, atau buang fail ini dahulu. Untuk menyemak semula penilaian: aiassess assess --answers, dengan fail ini.",
    },
    "public_classified": {
        "en": "There is no public record of an official secret, and this report says that it is about one: {why}. If that is wrong, correct the answer or the classification first.",
        "ms": "Rahsia rasmi tiada rekod tatapan umum, dan laporan ini menyatakan bahawa ia tentang rahsia rasmi: {why}. Jika tersilap, betulkan jawapan atau klasifikasinya dahulu.",
    },
    "public_incomplete": {
        "en": "The assessment is not complete (questions still open: {n}), so its level may change. A public record is made of a complete one.",
        "ms": "Penilaian ini belum lengkap (soalan yang belum selesai: {n}), maka tahapnya mungkin berubah. Rekod tatapan umum dihasilkan daripada penilaian yang lengkap sahaja.",
    },
    "public_unmarked": {
        "en": "The report marks no answer as public: {id} {version} has no question with public: true, or the report was made by an earlier version of aiassess. Score its answers again, with an edition that marks some.",
        "ms": "Laporan ini tidak menandakan sebarang jawapan untuk tatapan umum: {id} {version} tiada soalan dengan public: true, atau laporan dihasilkan oleh versi aiassess yang terdahulu. Nilai semula jawapannya dengan edisi yang menandakannya.",
    },
    "report_numbers": {
        "en": "The report contains a number that aiassess never writes, so it was changed by hand.",
        "ms": "Laporan ini mengandungi nombor yang tidak mungkin ada dalam laporan aiassess; fail ini telah diubah.",
    },
    "report_changed": {
        "en": "The report was changed after it was made (its digest does not match), so it cannot be revised. Use its answers file.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan), maka tidak boleh dijadikan laporan yang disemak semula. Gunakan fail jawapannya.",
    },
    "report_changed_score": {
        "en": "The report was changed after it was made (its digest does not match), so it is not clear which of its answers hold. `aiassess verify` shows what differs; an answers file is scored as it is.",
        "ms": "Laporan ini telah diubah selepas dihasilkan (nilai semakannya (digest) tidak sepadan), maka jawapannya tidak dapat dipercayai. `aiassess verify` menyatakan apa yang berbeza; fail jawapan dinilai seperti sedia ada.",
    },
    "report_answers_twice": {
        "en": "The report answers a question twice, so it is not clear which answer holds. No aiassess report does that.",
        "ms": "Laporan ini menjawab satu soalan dua kali, maka tidak diketahui jawapan yang mana benar. Laporan aiassess tidak pernah begitu.",
    },
}
