"""The paper of two pages for whoever decides."""

MESSAGES = {
    "title": {"en": "For decision", "ms": "Untuk keputusan"},
    "system": {"en": "What was assessed", "ms": "Perkara yang dinilai"},
    "assessed_on": {"en": "Assessed on", "ms": "Tarikh penilaian"},
    "prepared_by": {"en": "Prepared by", "ms": "Disediakan oleh"},
    "outcome": {"en": "Where it is now", "ms": "Kedudukan sekarang"},
    "classed": {"en": "This use is classed as {level}.", "ms": "Penggunaan ini dikelaskan sebagai {level}."},
    "classed_so_far": {
        "en": "With the answers so far, this use counts as {level}; once nothing is open: {range}.",
        "ms": "Berdasarkan jawapan setakat ini, penggunaan ini dikira sebagai {level}; setelah semuanya lengkap: {range}.",
    },
    "may_ready": {"en": "It may go on.", "ms": "Penggunaan ini boleh diteruskan."},
    "may_conditional": {
        "en.one": "It may go on once {n} shortfall is made good:",
        "en": "It may go on once {n} shortfalls are made good:",
        "ms": "Penggunaan ini boleh diteruskan setelah {n} kekurangan ini diatasi:",
    },
    "may_hold_incomplete": {
        "en.one": "It may not go on yet: {n} question is open, so no decision can rest on this assessment.",
        "en": "It may not go on yet: {n} questions are open, so no decision can rest on this assessment.",
        "ms": "Penggunaan ini belum boleh diteruskan: {n} soalan belum selesai, jadi penilaian ini belum boleh menjadi asas keputusan.",
    },
    "may_hold_critical": {
        "en.one": "It may not go on until {n} critical finding is closed:",
        "en": "It may not go on until {n} critical findings are closed:",
        "ms": "Penggunaan ini tidak boleh diteruskan sehingga {n} penemuan kritikal diselesaikan:",
    },
    "may_stop": {"en": "It must not be used.", "ms": "Penggunaan ini tidak dibenarkan."},
    "may_undetermined": {
        "en": "It must stop until it is settled whether this use is prohibited.",
        "ms": "Penggunaan ini mesti dihentikan sehingga dapat dipastikan sama ada dilarang atau tidak.",
    },
    "why": {"en": "Why this level", "ms": "Sebab tahap ini"},
    "by_points": {
        "en": "What this use could do to people adds up to {percent}% of the highest possible inherent risk.",
        "ms": "Kesan yang mungkin ditimbulkan oleh penggunaan ini terhadap orang awam dan kakitangan mencapai {percent}% daripada risiko sedia ada tertinggi.",
    },
    "before": {"en": "To be done before it goes on", "ms": "Perkara yang perlu dibuat sebelum diteruskan"},
    "next": {"en": "To be done next", "ms": "Perkara seterusnya yang perlu dibuat"},
    "number": {"en": "No.", "ms": "Bil."},
    "done": {"en": "Done", "ms": "Selesai"},
    "answer_one": {
        "en": "Answer the question that is still open: {question}",
        "ms": "Jawab soalan yang belum selesai: {question}",
    },
    "answer_open": {
        "en": "Answer the {n} questions that are still open.",
        "ms": "Jawab {n} soalan yang belum selesai.",
    },
    "see_report": {"en": "See the report", "ms": "Lihat laporan"},
    "nothing": {
        "en": "The assessment found nothing that has to be done.",
        "ms": "Penilaian tidak menemukan perkara yang perlu dibuat.",
    },
    "obligations": {"en": "What this level asks for", "ms": "Kewajipan pada tahap ini"},
    "approval": {"en": "Approval", "ms": "Kelulusan"},
    "ask": {"en": "To be approved by: {who}.", "ms": "Pihak pelulus: {who}."},
    "ask_nobody": {
        "en": "There is nothing to approve yet. Whoever decides on this level: {who}.",
        "ms": "Belum ada perkara untuk diluluskan. Pihak yang memutuskan pada tahap ini: {who}.",
    },
    "role": {"en": "Role", "ms": "Peranan"},
    "seen_by": {"en": "Seen by", "ms": "Dimaklumkan kepada"},
    "rests_on": {"en": "What this rests on", "ms": "Asas kertas ini"},
    "edition": {"en": "{title}, edition {version} ({standing})", "ms": "{title}, edisi {version} ({standing})"},
    "evidence": {
        "en": "{with_evidence} of {controls} answers about controls have evidence.",
        "ms": "{with_evidence} daripada {controls} jawapan tentang kawalan disertai bukti.",
    },
    "open": {
        "en": "Not answered: {missing}. Not sure: {unsure}. Carried over and not confirmed: {unconfirmed}. Contradictions: {contradictions}.",
        "ms": "Belum dijawab: {missing}. Tidak pasti: {unsure}. Dibawa daripada penilaian terdahulu dan belum disahkan: {unconfirmed}. Percanggahan: {contradictions}.",
    },
    "annex": {
        "en": "The whole report is the annex. Its digest: {digest}",
        "ms": "Laporan penuh ialah lampiran. Nilai semakan (digest): {digest}",
    },
}
